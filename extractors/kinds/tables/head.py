"""A column of a table: its field, where it stands, and what its head may say (heads.toml)."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from extractors.kinds.fields.texts import organisations, text_of, titled
from extractors.kinds.kind import Parse

_TABLE = tomllib.loads(files(__package__).joinpath("heads.toml").read_text(encoding="utf-8"))

PARSES: dict[str, Parse] = {"holder": organisations, "title": titled}
"""How the cells of a field are read, where not as plain text."""

FIELDS: dict[str, str] = {
    name: "|".join(patterns).replace("{place}", _TABLE["place"]) for name, patterns in _TABLE["fields"].items()
}
"""For each field the pattern that fits the whole of its head, in the order in which they are tried."""

_BESIDE = re.compile("|".join((_TABLE["place"], *_TABLE["aside"])))


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its field («» where it is none of ours), and the stretch of the page that it takes, in points."""

    name: str
    parse: Parse
    left: float
    right: float
    text: str = ""


def parse_of(name: str) -> Parse:
    """How the cells of a field are read."""
    return PARSES.get(name, text_of)


@lru_cache(maxsize=4096)
def field_of(text: str) -> str:
    """The field that stands below a head of these words; «» where it is none of ours."""
    return next((name for name, pattern in FIELDS.items() if re.fullmatch(pattern, text)), "")


def is_beside(text: str) -> bool:
    """Whether a head is that of a column beside those that we read."""
    return _BESIDE.fullmatch(text) is not None


def side_by_side(found: Sequence[Head]) -> list[list[Head]]:
    """The parts of a list whose halves stand beside each other under the same heads; one part mostly."""
    for parts in (3, 2):
        wide, rest = divmod(len(found), parts)
        names = [head.name for head in found]
        if not rest and wide > 1 and names == names[:wide] * parts:
            return [list(found[n * wide : (n + 1) * wide]) for n in range(parts)]
    return [list(found)]
