"""The two typefaces of the example papers: a Song for certificates and a sans (Hei) for headings.

Recipe: take Noto Serif SC and Noto Sans SC (SIL Open Font License 1.1) from the package
`pylopdf-fonts-zh-cn`, cut them with fontTools (MIT) to the characters that our own sources hold, so
that a PDF carries 300 kB and not 20 MB.
"""

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import printable
from typing import Any

import pylopdf_fonts_zh_cn as noto
import pymupdf
from fontTools import subset


@dataclass(frozen=True, slots=True)
class Face:
    """One typeface, to write and to measure with."""

    font: pymupdf.Font

    def width(self, text: str, size: float) -> float:
        """How wide a text is, in points."""
        return float(self.font.text_length(text, fontsize=size))


@cache
def song() -> Face:
    """The serif face of certificates and notices."""
    return Face(pymupdf.Font(fontbuffer=_cut(noto.serif_path())))


@cache
def hei() -> Face:
    """The sans face of headings, screens and printed statements."""
    return Face(pymupdf.Font(fontbuffer=_cut(noto.sans_path())))


def _cut(path: Path) -> bytes:
    # PyMuPDF leaves fonts with PostScript outlines whole, so they are cut before they go in.
    options = subset.Options()
    options.layout_features = []
    options.drop_tables = [*options.drop_tables, "VORG", "vhea", "vmtx", "BASE"]
    options.hinting = False
    options.desubroutinize = True
    font = subset.load_font(str(path), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=_characters())
    subsetter.subset(font)
    _number_anew(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    font.close()
    return out.getvalue()


def _number_anew(font: Any) -> None:
    """Give each glyph its place in the font as its CID: PyMuPDF writes places, readers look up CIDs."""
    top = font["CFF "].cff.topDictIndex[0]
    names = {old: f"cid{place:05d}" if place else old for place, old in enumerate(top.charset)}
    top.CharStrings.charStrings = {names[old]: glyph for old, glyph in top.CharStrings.charStrings.items()}
    top.charset = list(names.values())
    for table in font["cmap"].tables:
        table.cmap = {code: names[old] for code, old in table.cmap.items()}
    font["hmtx"].metrics = {names[old]: metric for old, metric in font["hmtx"].metrics.items()}
    font.setGlyphOrder(top.charset)


@cache
def _characters() -> str:
    """Every character that can come to stand on a page: all that our sources and word lists hold."""
    here = Path(__file__).parent
    sources = [*here.rglob("*.py"), *here.rglob("*.toml")]
    return printable + "".join(sorted(set("".join(path.read_text("utf-8") for path in sources))))
