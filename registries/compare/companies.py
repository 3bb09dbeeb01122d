"""Are two company names those of one company, for whoever knows its former names and its parent?

1. the names themselves (compare.names)
2. one company bore both, the former one in its time; but for 有限公司 / 有限责任公司 it is a hint
3. one is the parent of the other: another legal person
"""

from dataclasses import replace
from datetime import date

from registries.companies import NamesOf
from registries.compare.names import NEAR_FORM, compare_names
from registries.match import Reason
from registries.values.names import normalize_name
from registries.values.spellings import same_spelling


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
