"""Why a paper proves nothing of a mention: whose it is, the role, grade, year, term and level that it states."""

import re

from extractors.narrative.mention import Mention
from registries.values.text import squeeze
from verifier.applicant import Standing, names_in
from verifier.judging.boxes.about import GENERIC, is_about
from verifier.judging.boxes.acceptance import acceptance
from verifier.judging.boxes.days import later, of_year, run_out
from verifier.judging.boxes.dealings import customer
from verifier.judging.boxes.honours import stages
from verifier.judging.boxes.levels import grade, level
from verifier.judging.boxes.papers import Statement, everything, fact_of, stands, text_of
from verifier.judging.case import Case
from verifier.rules import BoxRule, MentionRule

LEADING = frozenset({"lead", "牵头", "主持", "承担"})


def fault(
    case: Case, box: BoxRule, mention: Mention, year: int | None, rule: MentionRule, statement: Statement
) -> str:
    """Why a paper proves nothing of the mention; empty where it does, OTHER_THING where it is not about it."""
    if not is_about(mention, rule, statement):
        return "OTHER_THING"
    if text_of(statement, ("state",)):
        return "OTHER_THING"  # what a register says of a certificate is no certificate
    words, reason = rule.but
    if words and any(word in everything(statement) for word in words):
        return reason
    return (
        _ownership(case, mention, rule, statement)
        or _topic(mention, box, statement)
        or _class(mention, statement)
        or _rank(mention, statement)
        or _stage(case, mention, statement)
        or grade(mention, statement)
        or of_year(case, box, year, rule, statement)
        or run_out(case, mention, year, statement)
        or later(case, mention, statement)
        or level(mention, box, statement)
        or acceptance(case, mention, rule, statement)
        or customer(case, rule, statement)
        or _withdrawn(case, rule, statement)
    )


def _withdrawn(case: Case, rule: MentionRule, statement: Statement) -> str:
    """A page of the register that lies beside a certificate says that it no longer holds."""
    number = squeeze(text_of(statement, ("number",)))
    told = [p.text("state") for p in case.papers(rule.types) if number and squeeze(p.text("number")) == number]
    return "REVOKED" if any(state and state != "有效" for state in told) else ""


def _topic(mention: Mention, box: BoxRule, statement: Statement) -> str:
    """A rule about the canteen is none of network security; whether it belongs there a person says."""
    title = text_of(statement, ("title",))
    counted = mention.kind == "internal_rule" and box.topics and GENERIC.match(mention.name)
    return "AMBIGUOUS_CLAIM" if counted and title and not any(word in title for word in box.topics) else ""


def _class(mention: Mention, statement: Statement) -> str:
    """A test result is no entry of a directory."""
    printed = text_of(statement, ("class",))
    listed = mention.kind == "xinchuang" and re.search("[目名]录", mention.text)
    return "KIND_MISMATCH" if listed and printed and "录" not in printed else ""


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


_RANKS = re.compile("白金|黄金|白银|钻石|(?:副?理事长|理事)(?=单位)|PMC|Committer|Maintainer", re.IGNORECASE)


def _rank(mention: Mention, statement: Statement) -> str:
    """A silver donor of a foundation is no golden one."""
    claimed = {word.lower() for word in _RANKS.findall(mention.text)} if mention.kind in ("open_source", "consortium") else set()
    printed = text_of(statement, ("role",))
    if claimed and not printed:
        return "UNREADABLE_FIELD"
    return "ROLE_MISMATCH" if claimed - {word.lower() for word in _RANKS.findall(printed)} else ""


def _stage(case: Case, mention: Mention, statement: Statement) -> str:
    claimed = stages(f"{mention.name}{mention.grade}", case.rules.words)
    known = stages(text_of(statement, ("award", "title")), case.rules.words)
    return "" if known <= claimed or mention.status == "cultivation" else "PRE_STAGE"
