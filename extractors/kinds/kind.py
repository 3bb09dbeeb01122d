"""What a kind of evidence is: how to know it, which fields it states, which pages follow it.

Patterns are written without spaces: they are matched against a script's cleaned text (half
width, simplified characters), in which gaps between letter-spaced characters are allowed for.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from extractors.exhibit import Fact, Row, Value
from extractors.layout import Script


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed value with what had to be done to get it (OCR_REPAIRED, NUMBER_CHECK_FAIL)."""

    value: Value
    flags: tuple[str, ...] = ()


Parse = Callable[[str], Reading | None]
"""Turns printed text into a value; None where it is no such value."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a kind.

    `labels` stand before the value («专利号:»); `wraps` lets the value go on in the rows below.
    `flows` are patterns over running text with a group `v`; `rows` patterns over single rows.
    """

    name: str
    parse: Parse
    labels: tuple[str, ...] = ()
    wraps: bool = False
    flows: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a kind's own reading found beyond the labelled fields."""

    facts: tuple[Fact, ...] = ()
    rows: tuple[Row, ...] = ()
    flags: tuple[str, ...] = ()
    type: str = ""
    """The type, where only the contents decide it; else empty."""


Read = Callable[[Script], Found]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of evidence.

    `titles` are patterns of its title; `marks` are phrases of which `enough` must stand on the
    page where no title can be read (0: the title is needed). `refuse` are phrases that make it
    something else. `follows` are phrases of the pages that continue it, `pages` how many it may
    have. `read` does what fields cannot express.
    """

    type: str
    titles: tuple[str, ...]
    fields: tuple[FieldSpec, ...] = ()
    marks: tuple[str, ...] = ()
    enough: int = 0
    refuse: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    header: str = ""
    """A pattern of what the first page and its continuations both print (a number in the header)."""

    needs: tuple[str, ...] = ()
    """Patterns of which one must stand on the page beside the title, where a title alone says little."""

    reprints: bool = False
    """Whether inner pages print the title again (cover, then first page): another number begins anew."""

    annexed: bool = False
    """Whether it belongs to the paper of its type before it, where there is one: a list and its notice."""

    goes_on: Callable[[Script], bool] | None = None
    """Whether a page without title or telling phrase continues it: the rest of a table."""

    pages: int = 1
    read: Read | None = None
    rank: int = 0
    """Kinds of higher rank are asked first."""

    title_rows: int = 14
    """How many rows from the top the title may stand."""

    source: str = field(default="")
    """Where its layout is described."""
