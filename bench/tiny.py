"""Tiny real applications: a form, and a few pages of evidence that no other one has."""

from dataclasses import dataclass
from pathlib import Path

import pymupdf

from api.example.facts import Size
from api.example.write import write_application


@dataclass(frozen=True)
class Tiny:
    """Where an application lies that tiny ones are made from."""

    form: Path
    evidence: tuple[Path, ...]

    def pages(self, path: Path, number: int, pages: int = 4) -> Path:
        """A PDF of so many of its pages, stamped with a number, so that its bytes are new."""
        source = pymupdf.open(sorted(self.evidence)[0])
        made = pymupdf.open()
        for place in range(pages):
            made.insert_pdf(source, from_page=place % len(source), to_page=place % len(source))
            made[-1].insert_text((20, 20), f"No. {number}-{place}", fontsize=6)
        made.save(path)
        return path


def write_tiny(folder: Path) -> Tiny:
    """Write the application that tiny ones are made from."""
    size = Size(patents=1, software=1, standards=("GB",), strangers=40)
    write_application(folder, seed=3, scans=("digital",), size=size)
    return Tiny(folder / "form.docx", tuple((folder / "evidence").glob("*.pdf")))
