"""The pictures of a page: which crop each piece of evidence needs, and where its words lie on it."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from api.html.framing import Frame, frame_around, upright
from extractors.exhibit import Exhibit, FileReading, LedgerEntry, Place
from extractors.geometry import Box, around
from verifier.report.report import Report
from verifier.verdict import Evidence

TALLEST = 0.45
"""Words that take more of the page than this are shown by their first line alone."""

DOTS_PER_POINT = 96 / 72

Veil = Callable[[str, int], tuple[Box, ...] | None]
"""What of a page (its file's sha256, its number) is covered, as displayed; None: the page must not be shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A crop as the page shows it; `marks` are the words, in points of the crop."""

    id: str
    width: float
    height: float
    shown: int
    marks: tuple[Box, ...]

    @property
    def name(self) -> str:
        """The file name of the crop with these marks, where each is a picture of its own."""
        where = "-".join(f"{v:.0f}" for mark in self.marks[:1] for v in mark)
        return f"{self.id}-{where}.png"


@dataclass(frozen=True, slots=True)
class Need:
    """What one piece of evidence needs shown."""

    frame: Frame
    boxes: tuple[Box, ...]


class Gallery:
    """The figures of a report; each crop is in the page once, however often it is shown."""

    def __init__(self, report: Report, veil: Veil | None = None) -> None:
        """Take a report, and where it is to be redacted what of each page must not be seen."""
        self._exhibits = {exhibit.id: exhibit for exhibit in report.exhibits}
        self._pages = _pages(report.files)
        self._crops: dict[Frame, tuple[str, bytes]] = {}
        self._verdicts = report.verdicts
        self._veil = veil

    def needs(self, evidence: Iterable[Evidence]) -> list[Need]:
        """What must be cut for these pieces of evidence, in their order."""
        return [need for piece in evidence if (need := self._need(piece)) is not None]

    def hang(self, crops: Mapping[Frame, bytes]) -> None:
        """Take the crops that were cut."""
        self._crops = {frame: (f"p{n}", body) for n, (frame, body) in enumerate(crops.items(), 1)}

    def figure(self, evidence: Evidence) -> Figure | None:
        """The figure of one piece of evidence; None where there is no picture of it."""
        need = self._need(evidence)
        if need is None or need.frame not in self._crops:
            return None
        cut = need.frame.box
        marks = tuple(_moved(box, cut) for box in need.boxes)
        shown = round(cut.width / need.frame.unit * DOTS_PER_POINT)
        return Figure(self._crops[need.frame][0], round(cut.width, 1), round(cut.height, 1), shown, marks)

    def figures(self) -> list[Figure]:
        """Every figure of the report, those with the same marks once."""
        pieces = (e for v in self._verdicts for e in (*v.evidence, *(x for i in v.items for x in i.evidence)))
        made = (self.figure(piece) for piece in pieces)
        return list({figure.name: figure for figure in made if figure is not None}.values())

    def pictures(self) -> list[tuple[str, float, float, str]]:
        """Every crop: its id, its size in points, and its bytes as a data URI."""
        return [
            (id_, round(frame.box.width, 1), round(frame.box.height, 1), picture_uri(body))
            for frame, (id_, body) in self._crops.items()
        ]

    def _need(self, evidence: Evidence) -> Need | None:
        exhibit, place = self._exhibits.get(evidence.exhibit), evidence.place
        if exhibit is None or place is None:
            return None
        entry = self._pages.get((exhibit.sha256, place.page))
        if entry is None:
            return None
        turn, size = entry.turn, (entry.width, entry.height)
        boxes = tuple(upright(box, *size, turn) for box in boxes_of(exhibit, place))
        width, height = size[::-1] if turn in (90, 270) else size
        if around(boxes).height > TALLEST * height:
            boxes = boxes[:1]
        frame = frame_around(exhibit.sha256, place.page, around(boxes), width, height, turn)
        if frame is None or self._veil is None:
            return Need(frame, boxes) if frame is not None else None
        veils = self._veil(exhibit.sha256, place.page)
        if veils is None:
            return None
        return Need(replace(frame, veils=tuple(upright(veil, *size, turn) for veil in veils)), boxes)


def _pages(files: Iterable[FileReading]) -> dict[tuple[str, int], LedgerEntry]:
    return {(file.sha256, entry.page): entry for file in files for entry in file.ledger}


def boxes_of(exhibit: Exhibit, place: Place) -> tuple[Box, ...]:
    """The boxes of all lines of the fact that begins there, on the same page."""
    for fact in (*exhibit.facts, *(fact for row in exhibit.rows for fact in row.facts)):
        if fact.places and fact.places[0] == place:
            return tuple(p.box for p in fact.places if p.page == place.page)
    return (place.box,)


def _moved(box: Box, cut: Box) -> Box:
    """A box of the page in the crop's own points, a little wider than the ink."""
    air = 1.5 * min(cut.width / 560, 4)
    x0, y0 = max(0.0, box.x0 - cut.x0 - air), max(0.0, box.y0 - cut.y0 - air)
    x1, y1 = min(cut.width, box.x1 - cut.x0 + air), min(cut.height, box.y1 - cut.y0 + air)
    return Box(round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))


def picture_uri(body: bytes) -> str:
    """A WebP picture as a data URI."""
    return f"data:image/webp;base64,{b64encode(body).decode()}"
