"""With whom the applicant deals: who buys from its own house is no customer, and an unsealed contract no contract yet."""

from extractors.exhibit import Exhibit
from verifier.judging.boxes.papers import Statement, text_of
from verifier.judging.case import Case
from verifier.rules import MentionRule

SOLD = frozenset({"case_count", "customer_count"})


def customer(case: Case, rule: MentionRule, statement: Statement) -> str:
    """Why a contract proves no case or customer, whoever supplied."""
    if rule.name not in SOLD:
        return ""
    name = text_of(statement, case.rules.facts["customer"])
    if not name:
        return "UNREADABLE_FIELD"
    if case.applicant.standing(name).own:
        return "HOLDER_MISMATCH"
    if case.applicant.related(name):
        return "RELATED_PARTY"
    return "SEAL_MISSING" if _unsealed(statement[0]) and _others_are_sealed(case, rule) else ""


def _unsealed(paper: Exhibit) -> bool:
    return "UNSEALED" in paper.flags


def _others_are_sealed(case: Case, rule: MentionRule) -> bool:
    """Where no scan of the pile shows a seal, it is the copies that do not show them."""
    return any(not _unsealed(paper) for paper in case.papers(rule.types))
