"""Pictures through Pillow: one page each, a TIFF one for each of its frames."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from extractors.errors import FileTrouble
from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.readers.base import Sheet, TextLayer
from extractors.readers.limits import LEAST_SIDE, MAX_PAGES, MAX_PIXELS, MAX_SOURCE_PIXELS

UNSAID_DPI = 96.0
"""Dots per inch of a picture that names none (the contract)."""


def open_image(path: Path) -> "ImageSource":
    """Open a picture; FileTrouble names what is wrong with it."""
    try:
        image = Image.open(path)
        frames = getattr(image, "n_frames", 1)
    except UnidentifiedImageError as error:
        raise FileTrouble("not_what_it_says", "内容不是图片：请重新导出为 JPG、PNG 或 PDF") from error
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise FileTrouble("damaged", "图片已损坏，无法打开：请重新扫描或拍照") from error
    if image.width * image.height > MAX_SOURCE_PIXELS:
        raise FileTrouble("too_large", "图片像素过大：请以 200–300 dpi 重新扫描")
    if frames > MAX_PAGES:
        raise FileTrouble("too_large", f"图片超过 {MAX_PAGES} 页：请拆分后上传")
    if min(image.size) < LEAST_SIDE:
        raise FileTrouble("damaged", "图片过小，无法辨认文字：请重新扫描")
    return ImageSource(image)


class ImageSource:
    """An open picture; its points are pixels × 72 / dpi."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        # A screen shot of one page in WebP or GIF may hold an animation: only a TIFF has pages.
        self._pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1

    @property
    def repaired(self) -> bool:
        """Pictures are whole or cannot be opened."""
        return False

    def sheets(self) -> tuple[Sheet, ...]:
        """One sheet for each page, in points as displayed."""
        found = []
        for number in range(1, self._pages + 1):
            image = self._frame(number)
            scale = 72 / self._dpi()
            found.append(Sheet(number, round(image.width * scale, 1), round(image.height * scale, 1)))
        return tuple(found)

    def _dpi(self) -> float:
        named = self._image.info.get("dpi", (0, 0))[0]
        return float(named) if 30 <= float(named) <= 2400 else UNSAID_DPI

    def _frame(self, number: int) -> Image.Image:
        if self._pages > 1:
            return ImageSequence.Iterator(self._image)[number - 1]
        return ImageOps.exif_transpose(self._image)

    def text_layer(self, number: int) -> TextLayer:
        """A picture has no text of its own."""
        return TextLayer((), ("SCAN",))

    def glimpse(self, number: int) -> None:
        """A picture has no text to hold against itself."""

    def picture(self, number: int) -> Picture:
        """The picture itself, on white where it is transparent, shrunk to the bound."""
        try:
            image = self._frame(number).convert("RGBA")
        except (OSError, SyntaxError) as error:
            raise FileTrouble("damaged", "图片数据不完整：请重新扫描或拍照") from error
        white = Image.new("RGBA", image.size, "white")
        flat = Image.alpha_composite(white, image).convert("RGB")
        scale = (MAX_PIXELS / (flat.width * flat.height)) ** 0.5
        if scale < 1:
            flat = flat.resize((round(flat.width * scale), round(flat.height * scale)), Image.Resampling.LANCZOS)
        return np.asarray(flat, np.uint8)

    def part(self, number: int, box: Box, scale: float) -> Picture:
        """A box of the picture at its own resolution, or at `scale` pixels a point where that is less."""
        drawn = self._dpi() / 72
        x0, y0, x1, y1 = (round(v * drawn) for v in box)
        piece = self._frame(number).crop((x0, y0, max(x1, x0 + 1), max(y1, y0 + 1))).convert("RGB")
        if scale < drawn:
            size = (max(1, round(piece.width * scale / drawn)), max(1, round(piece.height * scale / drawn)))
            piece = piece.resize(size, Image.Resampling.LANCZOS)
        return np.asarray(piece, np.uint8)

    def close(self) -> None:
        """Let go of the file."""
        self._image.close()
