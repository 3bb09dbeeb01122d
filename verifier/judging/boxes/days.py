"""What the days on a paper say of it: of which year it is, how long it runs, and whether it was there by the day that counts."""

from datetime import date

from extractors.narrative.mention import Mention
from registries.values.dates import parse_date, parse_years
from verifier.judging.boxes.papers import Statement, text_of
from verifier.judging.case import Case
from verifier.likeness import year_in
from verifier.rules import BoxRule, MentionRule

_DATED = frozenset({"case_count", "customer_count"})
_GRANTED = ("date", "grant_date", "valid_from")
_MADE = (*_GRANTED, "issued", "signed")


def of_year(case: Case, box: BoxRule, year: int | None, rule: MentionRule, statement: Statement) -> str:
    """The year that is claimed, and the three of the box where they bind it; a project's are those in which it runs."""
    printed = year_in(text_of(statement, rule.dated))
    runs = parse_years(text_of(statement, ("period",))) if rule.name == "project" else ()
    years = tuple(range(min(runs), max(runs) + 1)) if runs else (printed,) if printed is not None else ()
    first = parse_date(text_of(statement, ("first_date",)))
    if not years:
        return "UNREADABLE_FIELD" if box.windowed and rule.name in _DATED else ""
    if year is not None and year not in (*years, printed, first.year if first else None):
        return "OTHER_THING" if rule.name in ("csr", *_DATED) else "YEAR_MISMATCH"
    return "OUT_OF_WINDOW" if box.windowed and not set(years) & set(case.window) else ""


def run_out(case: Case, mention: Mention, year: int | None, statement: Statement) -> str:
    """A certificate is in force on the day; where its end was not read, no longer than such certificates last."""
    if any(word in text_of(statement, ("status",)) for word in (*case.rules.words.revoked, "暂停", "失效", "过期")):
        return "REVOKED"
    if year is not None:
        return ""  # «2018年通过…» stays true when the certificate has run out
    told = text_of(statement, case.rules.facts["valid_to"])
    until = parse_date(told)
    if until is not None:
        return "EVIDENCE_EXPIRED" if until < case.as_of else ""
    if mention.kind != "certification":
        return ""
    issued = parse_date(text_of(statement, ("grant_date",))) or parse_date(text_of(statement, ("date",)))
    fresh = issued is not None and not told and _years_on(issued, case.rules.policy.certificate_term_years) >= case.as_of
    return "" if fresh else "UNREADABLE_FIELD"


def _years_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def later(case: Case, mention: Mention, statement: Statement) -> str:
    """What was made after the day on which things must hold proves nothing of that day."""
    certified = mention.kind == "certification"
    days = [parse_date(text_of(statement, (name,))) for name in (_GRANTED if certified else _MADE)]
    if not any(day and day > case.as_of for day in days):
        return ""
    return "NOT_GRANTED" if certified else "DATED_LATER"
