"""The account at the end of the page: every file, every page, every paper and what it was used for."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.html.pieces import stated
from api.html.view import ClaimView
from extractors.exhibit import FileReading
from verifier.report.report import Report
from verifier.words import Word, words

MOST_STATED = 4


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: its number, what it is, and the paper that it belongs to."""

    number: int
    role: str
    word: Word
    document: str


@dataclass(frozen=True, slots=True)
class FileView:
    """One file: its state and its pages."""

    name: str
    sha256: str
    state: str
    read: bool
    pages: tuple[PageView, ...]
    problems: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper: what it is, what it says, and the claims that count it or look at it."""

    id: str
    file: str
    pages: str
    type: str
    stated: tuple[tuple[str, str], ...]
    used: tuple[tuple[str, str, bool], ...]

    @property
    def supports(self) -> bool:
        """Whether any claim counts it."""
        return any(counted for _, _, counted in self.used)


def file_views(report: Report) -> list[FileView]:
    """Every file of the evidence."""
    return [_file(file) for file in report.files]


def _file(file: FileReading) -> FileView:
    roles = words().roles
    pages = tuple(
        PageView(entry.page, entry.role, roles.get(entry.role, Word(entry.role, "·")), entry.exhibit)
        for entry in file.ledger
    )
    state = words().states.get(file.state, file.state)
    problems = tuple((problem.page, problem.message) for problem in file.problems)
    return FileView(file.file, file.sha256, state, file.state == "read", pages, problems)


def paper_views(report: Report, claims: Sequence[ClaimView]) -> list[PaperView]:
    """Every paper, with the claims in which it appears."""
    used: dict[str, dict[str, tuple[str, bool]]] = {}
    for claim in claims:
        for piece in (*claim.evidence, *(e for item in claim.items for e in item.evidence)):
            _, before = used.setdefault(piece.document, {}).get(claim.id, ("", False))
            used[piece.document][claim.id] = (claim.label, before or piece.counted)
    return [
        PaperView(
            e.id,
            e.file,
            _span(e.pages),
            words().types.get(e.type, e.type),
            stated(e)[:MOST_STATED],
            tuple((id_, label, counted) for id_, (label, counted) in used.get(e.id, {}).items()),
        )
        for e in report.exhibits
    ]


def _span(pages: tuple[int, ...]) -> str:
    if not pages:
        return ""
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
