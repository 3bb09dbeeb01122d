"""The names that a company has and had, and what follows for comparing holders.

`former_names` is `name@2001-05-01..2019-03-02;name`: without dates a former name holds at any time.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from registries.compare.names import NEAR_FORM, compare_names
from registries.match import Reason
from registries.values.dates import parse_date
from registries.values.names import normalize_name
from registries.values.spellings import same_but_for_form, same_spelling

_DATED = re.compile(r"^(.*?)@([^.]*(?:\.\d+)*?)\s*(?:\.\.+|至|~)\s*(.*)$")


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a company once had, and when; None is open."""

    name: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Whether the company had this name on a day; an unknown day or period speaks for it."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def period(self) -> str:
        """The period in words, empty where it is not known."""
        if self.since is None and self.until is None:
            return ""
        return f"{self.since or '不详'}至{self.until or '不详'}"


@dataclass(frozen=True, slots=True)
class CompanyNames:
    """All names of one company."""

    current: str
    former: tuple[FormerName, ...] = ()
    uscc: str = ""
    parent: str = ""

    def former_name(self, name: str) -> FormerName | None:
        """The former name that is written like `name`, if there is one."""
        return next((former for former in self.former if same_spelling(former.name, name)), None)

    def near_former_name(self, name: str) -> FormerName | None:
        """The former name that differs in 有限公司 / 有限责任公司 alone, if there is one."""
        return next((former for former in self.former if same_but_for_form(former.name, name)), None)


NamesOf = Callable[[str], tuple[CompanyNames, ...]]
"""Finds the companies that have or had a name; several may have had the same."""


def parse_former_names(text: str) -> tuple[FormerName, ...]:
    """Reads the column `former_names`.

    Args:
        text: names between semicolons, each with its period behind `@` or without.

    Returns:
        The names in their order.
    """
    parts = [part.strip() for part in text.replace("；", ";").split(";")]
    return tuple(_former(part) for part in parts if part)


def _former(part: str) -> FormerName:
    name, _, period = part.partition("@")
    since, _, until = re.sub(r"\s*(?:至|~|～)\s*", "..", period).partition("..")
    return FormerName(name.strip(), parse_date(since), parse_date(until))


def compare_companies(
    asked: str, found: str, column: str, names_of: NamesOf, day: date | None = None
) -> Reason:
    """Compares two company names, knowing former names and parents from the registry of companies.

    Args:
        asked: the name as the paper states it.
        found: the name as the registry states it.
        column: the column that the reason is about.
        names_of: finds all names of the companies called so.
        day: the day of the paper, on which a dated former name must have held.

    Returns:
        SAME, FORMER_NAME, FORMER_NAME_OUT_OF_TIME, RELATED, or what the names alone say.
    """
    plain = compare_names(asked, found, column)
    if plain.code in ("SAME", "MISSING"):
        return plain
    return _by_history(plain, names_of, day) or _by_parent(plain, names_of) or plain


def _by_history(plain: Reason, names_of: NamesOf, day: date | None) -> Reason | None:
    """Whether one company bore both names; the older of them must have held on the day."""
    for company in names_of(plain.asked):
        names = [company.current, *(former.name for former in company.former)]
        if not any(same_spelling(plain.found, name) for name in names):
            continue
        former = company.former_name(plain.asked) or company.former_name(plain.found)
        if former is None:
            return replace(plain, code="SAME", weight=1.0, text="登记为同一企业")
        when = f"（{former.period}）" if former.period else ""
        if former.name and company.former_name(plain.asked) and not former.held_on(day):
            text = f"“{former.name}”是“{company.current}”的曾用名{when}，但该日期（{day}）不在使用期内"
            return replace(plain, code="FORMER_NAME_OUT_OF_TIME", weight=0.5, text=text)
        text = f"“{former.name}”是“{company.current}”的曾用名{when}"
        return replace(plain, code="FORMER_NAME", weight=1.0, text=text)
    return _near_history(plain, names_of)


def _near_history(plain: Reason, names_of: NamesOf) -> Reason | None:
    """Whether one of the names is a former one of the other's company but for 有限公司 / 有限责任公司: a hint."""
    for asked, other in ((plain.asked, plain.found), (plain.found, plain.asked)):
        for company in names_of(other):
            former = company.near_former_name(asked)
            if former is not None and same_spelling(company.current, other):
                text = f"与“{company.current}”的曾用名“{former.name}”仅组织形式写法不同，须另有佐证"
                return replace(plain, code="NEAR", weight=NEAR_FORM, text=text)
    return None


def _by_parent(plain: Reason, names_of: NamesOf) -> Reason | None:
    for child, parent in ((plain.asked, plain.found), (plain.found, plain.asked)):
        for company in names_of(child):
            if company.parent and normalize_name(company.parent) == normalize_name(parent):
                text = f"“{parent}”是“{child}”的母公司，是另一法人"
                return replace(plain, code="RELATED", weight=0.0, text=text)
    return None


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


_RANK = {"SAME": 5, "FORMER_NAME": 4, "NEAR": 3, "FORMER_NAME_OUT_OF_TIME": 2, "BRANCH": 1, "RELATED": 1}
_APART = frozenset({"DIFFERENT", "RELATED", "BRANCH", "MISSING"})


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
