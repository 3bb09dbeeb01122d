"""Makes the tables of look-alike characters: every character of GB 2312, drawn and compared with all others.

    python -m bench.glyphs registries/values/tables     writes glyphs.toml and glyphs.npz

A character is drawn in Noto Sans SC and blurred, as a poor scan would; the cosine of two pictures says how
alike they are. glyphs.toml lists the most alike of each; glyphs.npz holds every picture in its DIMENSIONS main
components, from which the cosine of any two follows within some hundredths, and how crowded it is around each:
the logarithm of what all others sum up to (`registries.values.shapes`). The tables rank candidates only: no
verdict may rest on them (confusions.toml is for that).
"""

import sys
from pathlib import Path

import numpy as np
import pylopdf_fonts_zh_cn
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from registries.values.shapes import SHARPNESS

LEAST, MOST = 0.60, 20
DIMENSIONS = 64
FONT, SIZE, BLUR = "NotoSansSC-Regular.otf", 48, 2.0
_SOURCE = f'''source = """Characters of GB 2312 that look alike, most alike first: drawn in Noto Sans SC,
48 pixels, blurred by two; cosine of the pictures from {LEAST} on, {MOST} at most (made by
bench/glyphs.py). A line is a character and its look-alikes. For ranking candidates only;
what may be taken for a misreading stands in confusions.toml."""
'''


def characters() -> list[str]:
    """The characters of GB 2312."""
    codes = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    texts = (code.decode("gb2312", "ignore") for code in codes)
    return [text for text in texts if text]


def alike(font: str, size: int, blur: float, most: int, least: float) -> dict[str, str]:
    """For each character the others that look like it in a font, most alike first."""
    drawn = characters()
    pictures = _pictures(font, size, blur)
    cosine = pictures @ pictures.T
    np.fill_diagonal(cosine, 0)
    order = np.argsort(-cosine, axis=1)[:, :most]
    return {drawn[i]: "".join(drawn[j] for j in row if cosine[i, j] >= least) for i, row in enumerate(order)}


def _pictures(font: str, size: int, blur: float) -> np.ndarray:
    """Each character as a picture of length 1 around its mean."""
    face = ImageFont.truetype(str(Path(pylopdf_fonts_zh_cn.__file__).parent / font), size)
    pictures = np.stack([_draw(each, face, size, blur) for each in characters()])
    pictures -= pictures.mean(axis=1, keepdims=True)
    return np.asarray(pictures / np.linalg.norm(pictures, axis=1, keepdims=True))


def components(font: str, size: int, blur: float) -> np.ndarray:
    """Each character's picture in its main components, of length 127, in whole numbers."""
    pictures = _pictures(font, size, blur)
    around = pictures - pictures.mean(axis=0)
    _, axes = np.linalg.eigh(around.T @ around)  # the least first
    told = pictures @ axes[:, : -DIMENSIONS - 1 : -1]
    return np.asarray(np.round(127 * told / np.linalg.norm(told, axis=1, keepdims=True)), np.int8)


def crowded(told: np.ndarray) -> np.ndarray:
    """How many others look like each character: the logarithm of the sum of e to SHARPNESS times their cosine."""
    pictures = told / np.linalg.norm(told, axis=1, keepdims=True)
    cosine = pictures @ pictures.T
    np.fill_diagonal(cosine, -1)
    return np.asarray(np.log(np.exp(SHARPNESS * cosine).sum(axis=1)), np.float32)


def _draw(character: str, face: ImageFont.FreeTypeFont, size: int, blur: float) -> np.ndarray:
    image = Image.new("L", (size, size), 0)
    ImageDraw.Draw(image).text((size / 2, size / 2), character, font=face, fill=255, anchor="mm")
    return np.asarray(image.filter(ImageFilter.GaussianBlur(blur)), np.float32).ravel()


def main() -> None:
    """Writes the tables."""
    folder = Path(sys.argv[1])
    found = alike(FONT, SIZE, BLUR, MOST, LEAST)
    lines = "\n".join(character + others for character, others in found.items() if others)
    (folder / "glyphs.toml").write_text(f'{_SOURCE}\nalike = """\n{lines}\n"""\n', encoding="utf-8")
    characters_ = np.array([ord(character) for character in characters()], np.uint32)
    told = components(FONT, SIZE, BLUR)
    np.savez_compressed(
        folder / "glyphs.npz", characters=characters_, components=told, crowded=crowded(told.astype(np.float64))
    )


if __name__ == "__main__":
    main()
