"""Are the holders that a paper names among those that the registry lists, and at which place?"""

import re
from dataclasses import replace
from datetime import date

from registries.companies import NamesOf
from registries.compare.companies import compare_companies
from registries.match import Reason

_RANK = {"SAME": 5, "FORMER_NAME": 4, "NEAR": 3, "FORMER_NAME_OUT_OF_TIME": 2, "BRANCH": 1, "RELATED": 1}
_APART = frozenset({"DIFFERENT", "RELATED", "BRANCH", "MISSING"})


def compare_holders(
    asked: str, found: str, column: str, names_of: NamesOf, day: date | None = None
) -> Reason:
    """Compares the holders that a paper names with those that the registry lists, in order.

    Args:
        asked: one or several names between semicolons.
        found: the listed names between semicolons.
        column: the column that the reason is about.
        names_of: finds all names of the companies called so.
        day: the day of the paper.

    Returns:
        The weakest of the single comparisons, PARTIAL where only some are listed; `place` is that of
        the first name asked for.
    """
    listed = _split(found)
    singles = [_best(name, listed, column, names_of, day) for name in _split(asked)]
    if not singles or not listed:
        return Reason("MISSING", column, asked, found, 0.0, "没有可比的单位")
    weakest = min(singles, key=lambda single: _RANK.get(single.code, 0))
    code = weakest.code
    if code in _APART and any(single.code not in _APART for single in singles):
        code = "PARTIAL"
    weight = sum(single.weight for single in singles) / len(singles)
    place = singles[0].place
    return Reason(code, column, asked, found, weight, _told(code, weakest, place, len(listed)), place)


def _split(text: str) -> tuple[str, ...]:
    """The names in a list; 、 and commas separate only behind the end of a name."""
    parts = re.split(r"[;；\n]|(?<=[司院所学厂心会团室局)）])\s*[、,，]\s*", text)
    return tuple(part.strip() for part in parts if part.strip())


def _best(asked: str, listed: tuple[str, ...], column: str, names_of: NamesOf, day: date | None) -> Reason:
    reasons = [
        replace(compare_companies(asked, name, column, names_of, day), place=place)
        for place, name in enumerate(listed, 1)
    ]
    if not reasons:
        return Reason("MISSING", column, asked, "", 0.0, "没有可比的单位")
    best = max(reasons, key=lambda reason: (_RANK.get(reason.code, 0), reason.weight))
    return best if best.code not in ("DIFFERENT", "MISSING", "RELATED") else replace(best, place=0)


def _told(code: str, weakest: Reason, place: int, listed: int) -> str:
    where = f"，列第{place}位（共{listed}个单位）" if place and listed > 1 else ""
    if code == "PARTIAL":
        return f"所查单位中“{weakest.asked}”不在登记之列{where}"
    if code == "DIFFERENT":
        return f"“{weakest.asked}”不在登记的{listed}个单位之列" if listed > 1 else weakest.text
    return weakest.text + where
