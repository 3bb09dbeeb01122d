"""企业名称: as on the licence and in the companies registry; whose seal the form bears, and whether the company still exists."""

from dataclasses import replace

from registries.match import Match
from registries.record import Record
from registries.values.dates import parse_date
from verifier.applicant import names_in, same_name
from verifier.claims import Claim
from verifier.judging.case import Case, decide
from verifier.judging.company.licence import judge_by_licence
from verifier.likeness import alike
from verifier.verdict import Evidence, Flag, Outcome, Verdict


def judge_name(case: Case, claim: Claim) -> Verdict:
    """企业名称: as on the licence and in the companies registry."""
    verdict = judge_by_licence(case, claim, "holder", "name", same_name)
    match = case.applicant.match
    if match is not None and _struck_off(case, match.record):
        return _dead(case, claim, verdict, match)
    return _sealed(case, claim, verdict)


_COMPANY = ("公司", "厂", "集团", "合作社", "企业")

_ALIKE = 0.7
"""A seal's name is read round a ring: so alike it may be the applicant's."""


def _sealed(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    """A company's seal on the form that is surely not the applicant's; an office's seal says nothing."""
    names = [n for n in names_in(claim.field.sealed) if n.endswith(_COMPANY)]
    mine = (claim.text, *case.applicant.names)
    strange = names and not any(alike(name, own) >= _ALIKE for name in names for own in mine)
    if not strange or verdict.flag is not Flag.SUPPORTED:
        return verdict
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("SEAL_MISMATCH",),
        explanation=f"{verdict.explanation}；但申报表印章为“{'、'.join(names)}”：{case.rules.say('SEAL_MISMATCH')}",
        verified=verdict.verified if isinstance(verdict.verified, str) else None,
        evidence=verdict.evidence,
        question="申报表所盖印章是否为申报企业的印章？",
    )


def _struck_off(case: Case, record: Record) -> bool:
    """By the day that counts the company was struck off, or had itself struck off."""
    since = parse_date(record.get("status_date"))
    said = any(word in record.get("status") for word in case.rules.words.struck_off)
    return said and (since is None or since <= case.as_of)


def _dead(case: Case, claim: Claim, verdict: Verdict, match: Match) -> Verdict:
    status = match.record.get("status")
    evidence = tuple(replace(e, counted=False, reason="REVOKED") for e in verdict.evidence)
    return decide(
        claim,
        Outcome.CONTRADICTED,
        ("REVOKED", *verdict.reasons),
        explanation=f"企业登记状态为“{status}”：{case.rules.say('REVOKED')}",
        verified=verdict.verified if isinstance(verdict.verified, str) else None,
        evidence=evidence or (Evidence("", None, status, False, "REVOKED", match),),
    )
