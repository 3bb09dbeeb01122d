"""Exhibits and their facts: what one evidence document states, and where it stands."""

from dataclasses import dataclass, field

from extractors.geometry import Box
from extractors.page import Problem

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page, in points as displayed; pages count from 1.

    `frame` is the same box in the reading frame, from which the pixels can be cut upright. `where`
    names the place in a file without pages: paragraph, sheet and cell.
    """

    page: int
    box: Box
    frame: Box | None = field(default=None, compare=False)
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Traits:
    """How a fact was read; its confidence is reckoned from this.

    `least` and `mean` are the readers' certainty of its characters, `length` how many there are.
    `printed`: all come from a file's own text. `whole`: the label before it was read whole.
    `agreed` and `differed` count the second looks and codes that said the same or something else.
    """

    least: float = 1.0
    mean: float = 1.0
    length: int = 0
    printed: bool = True
    whole: bool = True
    agreed: int = 0
    differed: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One field as the paper states it.

    `value` is cleaned, `quote` is what stands on the page; `places` is one box for each line
    that the quote takes. `flags` tell what was done or is wrong: OCR_REPAIRED, NUMBER_CHECK_FAIL.
    """

    name: str
    value: Value
    quote: str
    places: tuple[Place, ...]
    confidence: float
    flags: tuple[str, ...] = ()
    traits: Traits | None = field(default=None, compare=False)

    @property
    def page(self) -> int:
        """The page on which the fact begins."""
        return self.places[0].page if self.places else 0

    @property
    def box(self) -> Box:
        """The first of the fact's boxes."""
        return self.places[0].box if self.places else Box(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: its cells by field name (holder, title, level, grade, year …)."""

    facts: tuple[Fact, ...]

    def get(self, name: str) -> Fact | None:
        """The cell of that name, if the row has one."""
        return next((f for f in self.facts if f.name == name), None)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One certificate, notice or report inside a file: its type, pages, facts and list rows."""

    id: str
    file: str
    sha256: str
    pages: tuple[int, ...]
    type: str
    facts: tuple[Fact, ...] = ()
    rows: tuple[Row, ...] = ()
    flags: tuple[str, ...] = ()

    def fact(self, name: str) -> Fact | None:
        """The fact of that name, if the paper states it."""
        return next((f for f in self.facts if f.name == name), None)

    def text(self, name: str) -> str:
        """The value of a fact as text, empty where the paper does not state it."""
        fact = self.fact(name)
        return "" if fact is None else str(fact.value)


class PageRole:
    """What each page of a file turned out to be, as the ledger names it."""

    EXHIBIT = "exhibit"
    CONTINUATION = "continuation"
    BLANK = "blank"
    DIVIDER = "divider"
    BOILERPLATE = "boilerplate"
    UNRECOGNISED = "unrecognised"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """The account of one page: what it is, its size as displayed, and the exhibit it belongs to.

    `exhibits` names all of them where several papers lie on the page; `exhibit` is the first.

    `turn` is the clockwise quarter turn by which the displayed page stands upright. `text` is what stands on a page
    that is no known evidence, so that a claim can be sought there; it is empty for all others.
    """

    page: int
    role: str
    width: float
    height: float
    rotation: int = 0
    exhibit: str = ""
    turn: int = 0
    exhibits: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What became of one file: its state, the account of every page, its exhibits, its problems.

    `state` is «read» where every page was looked at, else a name: encrypted, damaged, empty,
    no_pages, unsupported, not_what_it_says, too_large, timeout.
    """

    file: str
    sha256: str
    state: str
    ledger: tuple[LedgerEntry, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    problems: tuple[Problem, ...] = ()
    readers: tuple[str, ...] = field(default=())
