"""Plates: pages of evidence as the workbench shows them, upright, with the words of the evidence boxed.

The picture is what the reader saw, made by the server; boxes are drawn over it by the page, in points of
the page turned upright, so that one picture serves every box on it.
"""

from dataclasses import dataclass
from urllib.parse import quote

from api.html.figures import TALLEST, boxes_of
from api.html.framing import upright
from api.images import LARGE, SMALL
from extractors.exhibit import LedgerEntry
from extractors.geometry import Box, around
from verifier.report.report import Report
from verifier.verdict import Evidence


@dataclass(frozen=True, slots=True)
class Plate:
    """One page with boxes; lengths are points of the page turned upright."""

    application: str
    sha256: str
    page: int
    turn: int
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    caption: str = ""

    @property
    def address(self) -> str:
        """Of the picture."""
        return self._address(LARGE)

    @property
    def small(self) -> str:
        """Of the thumbnail."""
        return self._address(SMALL)

    @property
    def marks(self) -> str:
        """The boxes as the page's script takes them: `x0,y0,x1,y1` with blanks between."""
        return " ".join(",".join(f"{edge:.1f}" for edge in box) for box in self.boxes)

    def _address(self, width: int) -> str:
        turned = f"&turn={self.turn}" if self.turn else ""
        return f"/applications/{quote(self.application)}/pages/{self.sha256}/{self.page}.webp?width={width}{turned}"


class Plates:
    """The plates of one report."""

    def __init__(self, report: Report, application: str) -> None:
        self._exhibits = {exhibit.id: exhibit for exhibit in report.exhibits}
        self._pages = {(f.sha256, e.page): (f.file, e) for f in report.files for e in f.ledger}
        self._application = application

    def figure(self, evidence: Evidence) -> Plate | None:
        """The plate of a piece of evidence: its page with its words boxed; None where it has no page."""
        exhibit, place = self._exhibits.get(evidence.exhibit), evidence.place
        if exhibit is None:
            return None
        if place is None:
            return self.page(exhibit.sha256, exhibit.pages[0]) if exhibit.pages else None
        found = self._pages.get((exhibit.sha256, place.page))
        if found is None:
            return None
        file, entry = found
        boxes = tuple(
            upright(box, entry.width, entry.height, entry.turn)
            for box in boxes_of(exhibit, place)
            if box.width > 0 and box.height > 0
        )
        if boxes and around(boxes).height > TALLEST * _size(entry)[1]:
            boxes = boxes[:1]
        return self._plate(exhibit.sha256, file, entry, boxes)

    def page(self, sha256: str, number: int) -> Plate | None:
        """A page without boxes."""
        found = self._pages.get((sha256, number))
        return self._plate(sha256, *found) if found else None

    def _plate(self, sha256: str, file: str, entry: LedgerEntry, boxes: tuple[Box, ...] = ()) -> Plate | None:
        width, height = _size(entry)
        if width <= 0 or height <= 0:
            return None
        caption = f"{file} 第{entry.page}页"
        return Plate(self._application, sha256, entry.page, entry.turn, width, height, boxes, caption)


def _size(entry: LedgerEntry) -> tuple[float, float]:
    return (entry.height, entry.width) if entry.turn in (90, 270) else (entry.width, entry.height)
