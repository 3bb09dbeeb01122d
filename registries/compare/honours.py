"""Honours and awards under their short and full names: 科技进步奖 is 科学技术进步奖.

The names stand in `values/tables/honours.toml`. Only what is the same honour by rule is there; a stage on the
way to it (提名, 培育) or its sister (精品) is another one, and is told apart by the comparison of titles.
"""

from dataclasses import replace
from functools import cache, lru_cache

from registries.compare.titles import bare_title, compare_titles
from registries.match import Reason
from registries.values.tables import table
from registries.values.text import squeeze


@cache
def _aliases() -> tuple[tuple[str, str], ...]:
    """Short name -> full name, the longest first, so that none is taken for a part of another."""
    pairs = [
        (squeeze(short), squeeze(row["name"])) for row in table("honours")["names"] for short in row["short"]
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=8192)
def canonical_honour(text: str) -> str:
    """The name of an honour, cleaned, with its short names written out.

    Args:
        text: a name as printed, with or without place and year.

    Returns:
        The full name; what the table does not know comes back as it is.
    """
    name = squeeze(bare_title(text))
    for short, full in _aliases():
        if short in name and full not in name:
            name = name.replace(short, full, 1)
    return name


def compare_honours(asked: str, found: str, column: str = "list") -> Reason:
    """Compares two names of honours, knowing their short names.

    Args:
        asked: the name as the paper states it.
        found: the name as the registry states it.
        column: the column that the reason is about.

    Returns:
        SAME where both are names of one honour, else what the titles alone say.
    """
    plain = compare_titles(asked, found, column)
    if plain.code == "SAME":
        return plain
    a, b = canonical_honour(asked), canonical_honour(found)
    if a and a == b:
        return replace(plain, code="SAME", weight=1.0, text=f"同一荣誉的简称与全称（{asked}／{found}）")
    told = compare_titles(a, b, column) if a and b else plain
    return replace(told, asked=asked, found=found)
