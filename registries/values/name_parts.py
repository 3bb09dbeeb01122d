"""Company names split into 行政区划, 字号, 行业, 组织形式 and branch.

1. branch off the end (宁波分公司), form off the end, place off the front or out of brackets
2. words of trades off the end of what is left; at least two characters stay the brand

Two split names may be compared part by part: another brand, trade or place is another company.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from registries.values.name_words import endings, take_ending, take_trade
from registries.values.names import KEPT, normalize_name
from registries.values.places import bare_place, bare_places, bare_spelling, take_places
from registries.values.tables import table

PLACE, BRAND, TRADE, FORM, BRANCH, BRACKET = "p", "b", "t", "f", "x", "m"


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a company name.

    `place` is without 省, 市, 区, 县; `bracket` what stood in brackets inside the name (a place, mostly):
    宁波甬江数智科技 and 甬江数智科技(宁波) are different companies.
    """

    place: str = ""
    brand: str = ""
    trade: str = ""
    form: str = ""
    branch: str = ""
    bracket: str = ""

    @property
    def form_class(self) -> str:
        """What must agree: 有限公司 and 有限责任公司 are one class, 股份有限公司 another."""
        return str(table("company_words")["forms"].get(self.form, self.form))


@lru_cache(maxsize=KEPT)
def split_name(text: str) -> NameParts:
    """Splits a company name into its parts; what is no company name comes back as a brand alone.

    Args:
        text: a name as printed.

    Returns:
        The parts, each empty where the name has none.
    """
    name = _written(normalize_name(text))
    return NameParts(
        "".join(map(bare_spelling, name.places)),
        name.brand,
        name.trade,
        name.form,
        bare_place(name.branch) if name.branch else "",
        bare_place(name.bracket) if name.bracket else "",
    )


@lru_cache(maxsize=KEPT)
def map_name(text: str) -> str:
    """Which part of a name each character of the normalised name belongs to, one letter each.

    Args:
        text: a name as printed.

    Returns:
        As many letters as the normalised name has characters: PLACE, BRAND, TRADE, FORM, BRANCH, BRACKET.
    """
    name = _written(normalize_name(text))
    letters = PLACE * sum(map(len, name.places)) + BRAND * len(name.brand) + TRADE * len(name.trade)
    if name.bracket:
        at = name.bracket_at
        inner = (PLACE if bare_place(name.bracket) in bare_places() else BRAND) * len(name.bracket)
        letters = letters[:at] + BRACKET + inner + BRACKET + letters[at:]
    return letters + FORM * len(name.form) + BRANCH * len(name.branch)


@dataclass(frozen=True, slots=True)
class _Written:
    """The parts of a normalised name as they are written there."""

    places: tuple[str, ...]
    brand: str
    trade: str
    form: str
    branch: str
    bracket: str
    bracket_at: int


@lru_cache(maxsize=KEPT)
def _written(name: str) -> _Written:
    whole, branch = _take_branch(name)
    plain, form = take_ending(whole, "forms", least=2)
    at = plain.find("(")
    plain, bracket = _take_bracket(plain) if at >= 0 else (plain, "")
    places, core = take_places(plain, least=2)
    brand, trade = take_trade(core)
    return _Written(places, brand, trade, form, branch, bracket, at)


def _take_branch(name: str) -> tuple[str, str]:
    """Splits 宁波甬江有限公司杭州分公司 behind the first form that is followed by a branch."""
    if not name.endswith(endings("branches")):
        return name, ""
    forms = [f for f in endings("forms") if f.endswith(("公司", "集团", "厂", "院", "所"))]
    ends = [at + len(form) for form in forms if 0 < (at := name.find(form)) < len(name) - len(form)]
    if not ends:
        return name, ""
    return name[: max(ends)], name[max(ends) :]


def _take_bracket(name: str) -> tuple[str, str]:
    hit = re.search(r"\(([^()]+)\)", name)
    return (name, "") if hit is None else (name[: hit.start()] + name[hit.end() :], hit[1])
