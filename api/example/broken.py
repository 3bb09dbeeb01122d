"""Small files that are not what they say: each must be refused or reported, none may end a run.

Recipe: a table from file name to the bytes; `write_broken_files` writes them all.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pymupdf

from api.example import scan
from api.example.papers import distractors


def write_broken_files(folder: Path) -> dict[str, Path]:
    """Write every broken file into a folder; returns their paths by what is wrong with them."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for what, (name, content) in BROKEN.items():
        written[what] = folder / name
        written[what].write_bytes(content())
    return written


def _one_page() -> pymupdf.Document:
    document = pymupdf.open()
    distractors.divider(document, "证明材料")
    return document


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password."""
    return bytes(
        _one_page().tobytes(encryption=pymupdf.mupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="user")
    )


def truncated_pdf() -> bytes:
    """The first half of a PDF."""
    whole = bytes(_one_page().tobytes())
    return whole[: len(whole) // 2]


def pdf_without_pages() -> bytes:
    """A PDF whose page tree is empty."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )


def blank_pdf() -> bytes:
    """A PDF with one empty page."""
    document = pymupdf.open()
    distractors.blank(document)
    return bytes(document.tobytes())


def picture() -> bytes:
    """A JPEG, to be named otherwise."""
    return scan.jpeg(scan.pixels_of(_one_page()[0], 72))


def truncated_picture() -> bytes:
    """The first third of a JPEG."""
    whole = picture()
    return whole[: len(whole) // 3]


def other_docx() -> bytes:
    """A Word file that is no form."""
    document = docx.Document()
    document.add_paragraph("会议纪要")
    document.add_paragraph("会议研究了下一阶段的工作安排。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive() -> bytes:
    """A ZIP archive, to be named as a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("readme.txt", "nothing of Word is in here")
    return out.getvalue()


def archive_that_climbs() -> bytes:
    """A ZIP archive whose entry wants to be written outside of its folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("../../outside.pdf", blank_pdf())
    return out.getvalue()


BROKEN: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "encrypted": ("encrypted.pdf", encrypted_pdf),
    "truncated": ("truncated.pdf", truncated_pdf),
    "empty": ("empty.pdf", lambda: b""),
    "no_pages": ("no_pages.pdf", pdf_without_pages),
    "blank": ("blank.pdf", blank_pdf),
    "picture_as_pdf": ("picture.pdf", picture),
    "text_as_pdf": ("text.pdf", lambda: "这不是PDF文件。\n".encode()),
    "truncated_picture": ("truncated.jpg", truncated_picture),
    "no_form": ("minutes.docx", other_docx),
    "zip_as_docx": ("archive.docx", archive),
    "climbing_zip": ("climbing.zip", archive_that_climbs),
}
