"""The readers that there are."""

from extractors.errors import EngineMissing
from extractors.ocr.base import Reader
from extractors.ocr.rapidocr import RapidReader
from extractors.ocr.tesseract import TesseractReader

READERS: tuple[type[RapidReader] | type[TesseractReader], ...] = (RapidReader, TesseractReader)
"""Listed by hand; the first is the default."""


def reader_named(name: str) -> Reader:
    """The reader of that name; EngineMissing tells which there are."""
    for reader in READERS:
        if reader.name == name:
            return reader()
    raise EngineMissing(f"没有名为 {name} 的识别引擎；可选：{'、'.join(r.name for r in READERS)}")
