"""Why a paper proves nothing of a mention: whose it is, the role, grade, year, term and level that it states."""

import re

from extractors.narrative.mention import Mention
from registries.values.dates import parse_date
from registries.values.levels import level_of
from registries.values.text import squeeze
from verifier.applicant import Standing, names_in
from verifier.judging.boxes.about import is_about
from verifier.judging.boxes.honours import stages
from verifier.judging.boxes.papers import Statement, everything, fact_of, stands, text_of
from verifier.judging.boxes.rungs import claimed_rung, printed_rung
from verifier.judging.case import Case
from verifier.likeness import year_in
from verifier.rules import BoxRule, MentionRule

LEADING = frozenset({"lead", "牵头", "主持", "承担"})


def fault(
    case: Case, box: BoxRule, mention: Mention, year: int | None, rule: MentionRule, statement: Statement
) -> str:
    """Why a paper proves nothing of the mention; empty where it does, OTHER_THING where it is not about it."""
    if not is_about(mention, rule, statement):
        return "OTHER_THING"
    words, reason = rule.but
    if words and any(word in everything(statement) for word in words):
        return reason
    return (
        _ownership(case, mention, rule, statement)
        or _stage(case, mention, statement)
        or _grade(mention, statement)
        or _when(case, box, year, rule, statement)
        or _expired(case, mention, year, statement)
        or _later(case, mention, statement)
        or _level(case, mention, box, statement)
    )


def _ownership(case: Case, mention: Mention, rule: MentionRule, statement: Statement) -> str:
    if rule.leads:
        return _role(case, mention, rule, statement)
    best = max((stands(case, fact_of(statement, name)) for name in rule.own), default=Standing.BLANK)
    if best.own or best is Standing.VARIANT:
        return ""
    if best is Standing.OTHER and case.applicant.bears_code(text_of(statement, ("uscc",))):
        return "FORMER_NAME_UNDOCUMENTED"
    return {Standing.OTHER: "HOLDER_MISMATCH", Standing.NEAR: "NAME_NEAR"}.get(best, "UNREADABLE_FIELD")


def _role(case: Case, mention: Mention, rule: MentionRule, statement: Statement) -> str:
    """Who leads and who takes part; the applicant is one of them."""
    leads = [fact_of(statement, name) for name in rule.leads]
    first = next((f for f in leads if f is not None), None)
    lead = (
        case.applicant.standing(names_in(str(first.value))[0]).own
        if first and names_in(str(first.value))
        else False
    )
    told = text_of(statement, ("role",))
    lead = (lead or _LEADS.search(told) is not None) and _JOINS.search(told) is None
    best = max((stands(case, f) for f in leads), default=Standing.BLANK)
    joins = [stands(case, fact_of(statement, name)) for name in rule.joins]
    among = best.own or any(s.own for s in joins)
    if not among:
        return "UNREADABLE_FIELD" if best is Standing.BLANK else "HOLDER_MISMATCH"
    unknown = not lead and not told and first is None
    faulty = "UNREADABLE_FIELD" if unknown else "ROLE_MISMATCH"
    return faulty if mention.role in LEADING and not lead else ""


_JOINS = re.compile("副理事长|(?<!长)理事单位|常务理事|成员|会员|参与|参加|协作|配合|支持单位")

_LEADS = re.compile("牵头|(?<!副)理事长单位|盟主|主持单位|第一承担")


def _stage(case: Case, mention: Mention, statement: Statement) -> str:
    claimed = stages(f"{mention.name}{mention.grade}", case.rules.words)
    known = stages(text_of(statement, ("award", "title")), case.rules.words)
    return "" if known <= claimed or mention.status == "cultivation" else "PRE_STAGE"


def _grade(mention: Mention, statement: Statement) -> str:
    """国际领先 is more than 国际先进; a certificate of level 3 is not one of level 4."""
    printed = text_of(statement, ("level", "grade", "conclusion"))
    if mention.kind == "technology" and mention.name.startswith(("国际", "国内")):
        return "" if not printed or squeeze(mention.name) in squeeze(printed) else "GRADE_MISMATCH"
    claimed = claimed_rung(mention) if mention.kind == "certification" else ""
    known = printed_rung(printed, text_of(statement, ("level",)))
    if claimed and not known:
        return "UNREADABLE_FIELD"  # whatever was not read does not agree
    return "" if claimed in ("", known) else "GRADE_MISMATCH"


def _later(case: Case, mention: Mention, statement: Statement) -> str:
    """A certificate of after the day on which things must hold was not held then."""
    days = [parse_date(text_of(statement, (name,))) for name in _GRANTED]
    return "NOT_GRANTED" if mention.kind == "certification" and any(day and day > case.as_of for day in days) else ""


_GRANTED = ("date", "grant_date", "valid_from")


def _when(case: Case, box: BoxRule, year: int | None, rule: MentionRule, statement: Statement) -> str:
    printed = year_in(text_of(statement, rule.dated))
    if printed is None:
        return "UNREADABLE_FIELD" if box.windowed and rule.name in _DATED else ""
    if year is not None and printed != year and rule.name in ("csr", *_DATED):
        return "OTHER_THING"
    if year is not None and printed != year:
        return "YEAR_MISMATCH"
    return "OUT_OF_WINDOW" if box.windowed and printed not in case.window else ""


_DATED = frozenset({"case_count", "customer_count"})


def _expired(case: Case, mention: Mention, year: int | None, statement: Statement) -> str:
    until = parse_date(text_of(statement, case.rules.facts["valid_to"]))
    return "EVIDENCE_EXPIRED" if until is not None and until < case.as_of and year is None else ""


def _level(case: Case, mention: Mention, box: BoxRule, statement: Statement) -> str:
    named = level_of(text_of(statement, ("award", "programme"))) if mention.kind == "project" else ""
    printed = level_of(text_of(statement, ("level",))) or named
    printed = printed or level_of(text_of(statement, ("issuer", "authority")))
    claimed = level_of(mention.level)
    higher = printed == "国家" and claimed == "省" and "以上" in mention.text
    if claimed and printed and claimed != printed and not higher:
        return "LEVEL_MISMATCH"
    return "LEVEL_MISMATCH" if box.levels and printed in ("市", "区县") else ""
