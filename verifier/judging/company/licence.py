"""营业执照, the companies registry and the form must agree.

The registry outranks the licence, which may be old; the licence is still needed as the paper.
"""

from extractors.exhibit import Exhibit, Fact
from registries.match import Match
from registries.values.text import squeeze
from verifier.applicant import Standing
from verifier.claims import Claim
from verifier.judging.case import Case, decide, point
from verifier.judging.company.disagreeing import as_told, differs, foreign, no_licence, unread, unregistered
from verifier.judging.company.spelling import Agrees, same_code
from verifier.likeness import apart
from verifier.verdict import Outcome, Verdict


def licence_of(case: Case) -> Exhibit | None:
    """The applicant's own licence, else the one that resembles its name most."""
    papers = case.papers(("business_licence",))
    code = case.applicant.uscc
    own = [p for p in papers if code and same_code(code, p.text("uscc"))]
    return max(own or papers, key=lambda p: case.applicant.standing(p.text("holder")), default=None)


def _own(case: Case, licence: Exhibit) -> bool:
    """The licence is the applicant's: its name, or its code with a name misread in one place."""
    standing = case.applicant.standing(licence.text("holder"))
    known = case.applicant.match is not None
    return standing.own or (
        known and standing is not Standing.OTHER and same_code(case.applicant.uscc, licence.text("uscc"))
    )


def judge_by_licence(case: Case, claim: Claim, fact_name: str, column: str, agrees: Agrees) -> Verdict:
    """What licence and registry say of one cell of the form."""
    licence = licence_of(case)
    if licence is None:
        return no_licence(case, claim, column, agrees)
    if not _own(case, licence):
        return foreign(case, claim, licence)
    match, fact = case.applicant.match, licence.fact(fact_name)
    if match is None:
        return unregistered(case, claim, licence, fact_name)
    known = match.record.get(column)
    if known and not agrees(claim.text, known):
        return differs(case, claim, licence, fact_name, match, known)
    if not known:
        return unregistered(case, claim, licence, fact_name)
    if fact is None:
        return unread(case, claim, licence, match, known)
    return _agreed(case, claim, licence, fact, match, known, agrees)


def _agreed(
    case: Case, claim: Claim, licence: Exhibit, fact: Fact, match: Match, known: str, agrees: Agrees
) -> Verdict:
    """The form says what the registry says: what does the licence say?"""
    printed = str(fact.value)
    if agrees(printed, known) or agrees(fact.quote, known):
        return _supported(claim, licence, fact, match, ())
    if _misread(case, fact, known):
        return _supported(claim, licence, fact, match, ("OCR_REPAIRED",), known)
    evidence = (point(licence, (fact.name,), counted=False, reason="REGISTRY_MISMATCH", match=match),)
    text = f"申报与登记记录一致，但营业执照为“{fact.quote or printed}”，请人工核对"
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("REGISTRY_MISMATCH",),
        explanation=text,
        verified=as_told(known),
        evidence=evidence,
    )


def _misread(case: Case, fact: Fact, known: str) -> bool:
    """One or two characters were not read as they stand in the registry, and the reader was not sure."""
    printed, limit = str(fact.value), case.rules.policy.misread_characters
    return (
        len(squeeze(known)) > 2 * limit
        and fact.confidence < case.rules.policy.sure_reading
        and apart(printed, known) <= limit
    )


def _supported(
    claim: Claim, licence: Exhibit, fact: Fact, match: Match, flags: tuple[str, ...], known: str = ""
) -> Verdict:
    evidence = (point(licence, (fact.name,), counted=True, match=match, flags=flags),)
    text = "与营业执照、登记记录一致"
    value = as_told(known) if known else fact.value
    return decide(claim, Outcome.SUPPORTED, explanation=text, verified=value, evidence=evidence, flags=flags)
