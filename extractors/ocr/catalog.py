"""The readers that there are."""

from extractors.errors import EngineMissing
from extractors.ocr.base import Reader
from extractors.ocr.rapidocr import RapidReader
from extractors.ocr.tesseract import TesseractReader

READERS: tuple[type[RapidReader] | type[TesseractReader], ...] = (RapidReader, TesseractReader)
"""Listed by hand; the first is the default."""


def second_to(name: str) -> Reader | None:
    """The reader that is asked where the one of that name is in doubt; None where no other is installed."""
    for reader in READERS:
        if reader.name != name:
            other: Reader = reader()
            try:
                return other if other.version else None
            except (EngineMissing, ImportError):
                continue
    return None


def reader_named(name: str) -> Reader:
    """The reader of that name; EngineMissing tells which there are."""
    for reader in READERS:
        if reader.name == name:
            return reader()
    raise EngineMissing(f"没有名为 {name} 的识别引擎；可选：{'、'.join(r.name for r in READERS)}")
