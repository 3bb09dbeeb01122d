"""A column of a table: its field, and where it stands."""

from dataclasses import dataclass

from extractors.kinds.kind import Parse


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its field («» where it is none of ours), and the stretch of the page that it takes, in points."""

    name: str
    parse: Parse
    left: float
    right: float
    text: str = ""
