"""Tesseract through pytesseract: the second reader, for papers on which the first one fails.

One call gives words and their characters' boxes are not told, so a word's box is shared out
evenly among its characters.
"""

import shutil
from functools import cached_property
from typing import Any

import numpy as np
import pytesseract
from PIL import Image

from extractors.errors import EngineMissing
from extractors.ocr.base import InkLine, Picture, Quad

LANGUAGES = "chi_sim"

MARGIN = 12
"""Pixels of paper put around a strip: Tesseract loses what touches the edge."""

SETTINGS = "--psm 3 -c preserve_interword_spaces=1"


class TesseractReader:
    """Tesseract's LSTM reader for simplified Chinese (Debian: tesseract-ocr-chi-sim)."""

    name = "tesseract"

    @cached_property
    def version(self) -> str:
        """Version of the program on this machine and our own settings."""
        self._check()
        return f"tesseract-{pytesseract.get_tesseract_version()}-{LANGUAGES}-2"

    def _check(self) -> None:
        if shutil.which("tesseract") is None:
            raise EngineMissing(
                "没有找到 tesseract：请安装 tesseract-ocr 与 tesseract-ocr-chi-sim，或改用 --ocr rapidocr"
            )
        if LANGUAGES not in pytesseract.get_languages():
            raise EngineMissing("tesseract 缺少简体中文模型：请安装 tesseract-ocr-chi-sim")

    def load(self) -> None:
        """Nothing: Tesseract is a program of its own, started for each picture."""

    def turn(self, picture: Picture) -> int:
        """The turn that Tesseract's own script detection asks for; 0 where it cannot tell."""
        try:
            found = pytesseract.image_to_osd(Image.fromarray(picture), output_type=pytesseract.Output.DICT)
        except pytesseract.TesseractError:  # «Too few characters»: nothing to turn by
            return 0
        return int(found["rotate"]) % 360 if float(found["orientation_conf"]) > 1.0 else 0

    def read(self, picture: Picture) -> tuple[InkLine, ...]:
        """Every line of Tesseract's layout analysis."""
        self._check()
        table = pytesseract.image_to_data(
            Image.fromarray(picture),
            lang=LANGUAGES,
            config=SETTINGS,
            output_type=pytesseract.Output.DICT,
        )
        lines: dict[tuple[int, ...], list[int]] = {}
        for i, word in enumerate(table["text"]):
            if word.strip():
                key = tuple(table[k][i] for k in ("block_num", "par_num", "line_num"))
                lines.setdefault(key, []).append(i)
        return tuple(_line(table, members) for members in lines.values())

    def line(self, strip: Picture, alphabet: str = "") -> tuple[str, tuple[float, ...]]:
        """A strip as one line, looking for the alphabet only; the English model reads numbers worse."""
        self._check()
        table = pytesseract.image_to_data(
            Image.fromarray(np.pad(strip, ((MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0)), mode="edge")),
            lang=LANGUAGES,
            config=_config(alphabet),
            output_type=pytesseract.Output.DICT,
        )
        words = [i for i, word in enumerate(table["text"]) if word.strip()]
        read = _line(table, words)
        return read.text, read.confidences


def _config(alphabet: str) -> str:
    # With the space among them: a run of words that it takes for one gets no confidence.
    allowed = "".join(char for char in alphabet if char.isascii() and char not in "\"'\\")
    return f'--psm 7 -c "tessedit_char_whitelist={allowed}"' if allowed else "--psm 7"


def _line(table: dict[str, list[Any]], words: list[int]) -> InkLine:
    text, quads, confidences = "", [], []
    for i in words:
        word = table["text"][i].strip()
        left, top, width, height = (table[k][i] for k in ("left", "top", "width", "height"))
        step = width / len(word)
        for n in range(len(word)):
            quads.append(_quad(left + n * step, top, step, height))
            confidences.append(max(float(table["conf"][i]), 0.0) / 100)
        text += word
    return InkLine(text, tuple(quads), tuple(confidences))


def _quad(x: float, y: float, width: float, height: float) -> Quad:
    return np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]], np.float32)
