"""What one handed-in application is made of, and what is true of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.dossiers.sheets import Exhibit

Flags = Mapping[str, object]


@dataclass(frozen=True)
class Pile:
    """A file of printed or scanned exhibits, one after the other; `.jpg` and `.png` hold a single page, `.docx` a picture of each."""

    name: str
    exhibits: tuple[Exhibit, ...]
    camera: str = "digital"
    turned: int = 0


@dataclass(frozen=True)
class Workbook:
    """An .xlsx, with its rows."""

    name: str
    rows: tuple[tuple[object, ...], ...]
    type: str | None = None


@dataclass(frozen=True)
class Letter:
    """A .docx: paragraphs, then a table."""

    name: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    type: str | None = None


@dataclass(frozen=True)
class Habits:
    """How the form was filled in: its city, ticks, what stayed of the printed hints, whether the table was cut in two."""

    city: str
    ticked: str = "☑"
    unticked: str = "□"
    hints: bool = False
    cut: bool = False
    years: tuple[str, str, str] = ("2019年", "2020年", "2021年")
    spaced: bool = False
    boxed: tuple[str, ...] = ()
    """Fields whose answers stand in a text box."""
    nested: tuple[str, ...] = ()
    """Fields whose lines are rows of a table within the cell."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What the company made of printed labels."""


@dataclass(frozen=True)
class Application:
    """A form, a pile of evidence, the rows of the registries that belong to it, and the truth."""

    name: str
    about: str
    habits: Habits
    form_as: str
    """docx, pdf (printed by LibreOffice) or scanned."""
    cells: Mapping[str, str]
    """What the company wrote, by field."""
    reads: Mapping[str, object]
    """What some of these cells say, for those that are written oddly."""
    evidence: tuple[Pile | Workbook | Letter, ...]
    registries: Mapping[str, tuple[Mapping[str, object], ...]]
    verdicts: Mapping[str, Flags]
    traps: tuple[str, ...]
    honest: tuple[str, ...]
    as_of: str = "2022-04-15"
    company: Mapping[str, object] = field(default_factory=dict)
    zipped: tuple[str, ...] = ()
    """Folders of the evidence that were packed."""
    odd_registries: bool = False
    """Whether the registries came as an office's own exports: .xlsx, GB18030, Chinese dates, columns that nobody asked for."""


def yes(verified: object = None, **more: object) -> Flags:
    """A supported claim."""
    return {"flag": "supported", **({"verified": verified} if verified is not None else {}), **more}


def no(verified: object = None, **more: object) -> Flags:
    """An unsupported claim."""
    return {"flag": "unsupported", **({"verified": verified} if verified is not None else {}), **more}


def items(*found: tuple[str, str, object], flag: str | None = None) -> Flags:
    """What a narrative box claims: name, `yes` or `no`, year (or None)."""
    listed = [
        {
            "name": name,
            "flag": {"yes": "supported", "no": "unsupported"}[said],
            **({"year": year} if year else {}),
        }
        for name, said, year in found
    ]
    return {"items": listed, **({"flag": flag} if flag else {})}
