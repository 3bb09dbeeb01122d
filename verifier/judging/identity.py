"""Who the company is: 营业执照, the companies registry and the form must agree.

The registry outranks the licence, which may be old; the licence is still needed as the paper.
"""

from collections.abc import Callable
from dataclasses import replace

from extractors.exhibit import Exhibit, Fact
from registries.match import Match
from registries.record import Record
from registries.values.dates import parse_date
from registries.values.money import currency, parse_number
from registries.values.text import squeeze
from verifier.applicant import Standing, names_in, same_name
from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, unasked, without_paper
from verifier.judging.spelling import code_is_right, in_wan, same_address, same_capital, same_code
from verifier.likeness import alike, apart, same
from verifier.verdict import Evidence, Flag, Outcome, Verdict

LICENCE = "营业执照"

Agrees = Callable[[str, str], bool]


def judge_name(case: Case, claim: Claim) -> Verdict:
    """企业名称: as on the licence and in the companies registry."""
    verdict = _judge(case, claim, "holder", "name", same_name)
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


def judge_legal_representative(case: Case, claim: Claim) -> Verdict:
    """法人代表: as on the licence and in the companies registry."""
    return _judge(case, claim, "legal_representative", "legal_representative", same)


def judge_code(case: Case, claim: Claim) -> Verdict:
    """组织机构代码: credit code or organisation code, with its check character."""
    if not code_is_right(claim.text):
        return _wrong_code(case, claim)
    return _judge(case, claim, "uscc", "uscc", same_code)


def judge_capital(case: Case, claim: Claim) -> Verdict:
    """注册资本: the same amount in 万元."""
    if currency(claim.text) or in_wan(claim.text) is None:
        text = f"申报注册资本“{claim.text.strip()}”不是人民币金额，请人工核对"
        return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, ("AMBIGUOUS_CLAIM",), explanation=text)
    return _judge(case, claim, "capital", "registered_capital_wan", same_capital)


def judge_address(case: Case, claim: Claim) -> Verdict:
    """企业地址: the registered address; another one may be a place of business, which a person confirms."""
    verdict = _judge(case, claim, "address", "address", same_address)
    if (place := _elsewhere(case, claim.text)) and verdict.flag is not Flag.UNSUPPORTED:
        return _outside(case, claim, verdict, place)
    if verdict.outcome is not Outcome.CONTRADICTED:
        return verdict
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("ADDRESS_DIFFERS",),
        explanation=f"{case.rules.say('ADDRESS_DIFFERS')}（登记住所：{verdict.verified}）",
        verified=verdict.verified,
        evidence=verdict.evidence,
    )


def _elsewhere(case: Case, address: str) -> str:
    """The province or city outside of the one that recommends, with which an address begins."""
    text = squeeze(address)
    return next((p for p in case.rules.outside if text.startswith(p)), "")


def _outside(case: Case, claim: Claim, verdict: Verdict, place: str) -> Verdict:
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("OUTSIDE_REGION", *verdict.reasons),
        explanation=f"地址在{place}：{case.rules.say('OUTSIDE_REGION')}",
        verified=verdict.verified,
        evidence=verdict.evidence,
        question="申报企业是否由本地推荐，注册地是否在本省？",
    )


def judge_nature(case: Case, claim: Claim) -> Verdict:
    """企业性质: the ticked option fits the 类型 on the licence."""
    licence = _licence(case)
    if licence is None:
        return without_paper(case, claim, LICENCE)
    kind = licence.text("company_type")
    ticked = claim.field.ticked or (claim.text.strip(),)
    if len(ticked) == 1 and kind and _fits(case, ticked[0], kind):
        evidence = (point(licence, ("company_type", "holder"), counted=True, flags=("DOCUMENT_ONLY",)),)
        text = f"与营业执照类型“{kind}”相符"
        return decide(
            claim,
            Outcome.SUPPORTED,
            explanation=text,
            verified=kind,
            evidence=evidence,
            flags=("DOCUMENT_ONLY",),
        )
    evidence = (point(licence, ("company_type", "holder"), counted=False, reason="NATURE_UNCLEAR"),)
    text = f"营业执照类型为“{kind or '未识读'}”，请核对企业性质"
    return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, ("NATURE_UNCLEAR",), explanation=text, evidence=evidence)


def _fits(case: Case, option: str, kind: str) -> bool:
    natures = case.rules.words.natures
    fitting = {name for name, words in natures.items() if any(same(w, kind) or w in kind for w in words)}
    return len(fitting) == 1 and any(name in option for name in fitting)


def _licence(case: Case) -> Exhibit | None:
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


def _judge(case: Case, claim: Claim, fact_name: str, column: str, agrees: Agrees) -> Verdict:
    licence = _licence(case)
    if licence is None:
        return _no_licence(case, claim, column, agrees)
    if not _own(case, licence):
        return _foreign(case, claim, licence)
    match, fact = case.applicant.match, licence.fact(fact_name)
    if match is None:
        return _unregistered(case, claim, licence, fact_name)
    known = match.record.get(column)
    if known and not agrees(claim.text, known):
        return _differs(case, claim, licence, fact_name, match, known)
    if not known:
        return _unregistered(case, claim, licence, fact_name)
    if fact is None:
        return _unread(case, claim, licence, match, known)
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
        verified=_plain(known),
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
    value = _plain(known) if known else fact.value
    return decide(claim, Outcome.SUPPORTED, explanation=text, verified=value, evidence=evidence, flags=flags)


def _plain(known: str) -> str | float:
    number = parse_number(known)
    return float(number) if number is not None and len(known) < 12 else known


def _differs(case: Case, claim: Claim, licence: Exhibit, fact_name: str, match: Match, known: str) -> Verdict:
    evidence = (point(licence, (fact_name, "holder"), counted=False, reason="NUMBER_MISMATCH", match=match),)
    printed = licence.text(fact_name)
    text = f"申报“{claim.text.strip()}”，登记记录为“{known}”" + (
        f"，营业执照为“{printed}”" if printed else ""
    )
    return decide(
        claim,
        Outcome.CONTRADICTED,
        ("NUMBER_MISMATCH",),
        explanation=text,
        verified=_plain(known),
        evidence=evidence,
    )


def _unread(case: Case, claim: Claim, licence: Exhibit, match: Match, known: str) -> Verdict:
    evidence = (point(licence, ("holder", "uscc"), counted=False, reason="UNREADABLE_FIELD", match=match),)
    text = f"登记记录为“{known}”，但营业执照上该项未能识读，请人工核对"
    return decide(
        claim, Outcome.UNVERIFIABLE, ("UNREADABLE_FIELD",), explanation=text, evidence=evidence, asked=False
    )


def _unregistered(case: Case, claim: Claim, licence: Exhibit, fact_name: str) -> Verdict:
    reason = "NUMBER_NOT_IN_REGISTRY" if case.applicant.asked else "REGISTRY_NOT_ASKED"
    evidence = (point(licence, (fact_name, "holder"), counted=False, reason=reason),)
    if not case.applicant.asked:
        return unasked(case, claim, evidence)
    text = "企业登记库中查无该企业或该项未载明"
    return decide(claim, Outcome.UNVERIFIABLE, (reason,), explanation=text, evidence=evidence)


def _foreign(case: Case, claim: Claim, licence: Exhibit) -> Verdict:
    holder = licence.text("holder")
    evidence = (point(licence, ("holder",), counted=False, reason="HOLDER_MISMATCH"),)
    near = case.applicant.standing(holder) is not Standing.OTHER
    outcome = Outcome.NEEDS_HUMAN_REVIEW if near else Outcome.CONTRADICTED
    text = f"营业执照的企业名称为“{holder or '未识读'}”，与申报企业不一致"
    return decide(
        claim, outcome, ("NAME_NEAR" if near else "HOLDER_MISMATCH",), explanation=text, evidence=evidence
    )


def _no_licence(case: Case, claim: Claim, column: str, agrees: Agrees) -> Verdict:
    """Without a paper nothing is proved, but what the registry contradicts is contradicted."""
    known = _known(case.applicant.match, column)
    if known and not agrees(claim.text, known):
        evidence = (Evidence("", None, known, False, "NUMBER_MISMATCH", case.applicant.match),)
        text = f"申报“{claim.text.strip()}”，登记记录为“{known}”"
        return decide(
            claim,
            Outcome.CONTRADICTED,
            ("NUMBER_MISMATCH",),
            explanation=text,
            verified=_plain(known),
            evidence=evidence,
        )
    return without_paper(case, claim, LICENCE)


def _known(match: Match | None, column: str) -> str:
    record: Record | None = match.record if match else None
    return record.get(column) if record else ""


def _wrong_code(case: Case, claim: Claim) -> Verdict:
    """A code whose check character is wrong is no code, whatever papers say."""
    licence, match = _licence(case), case.applicant.match
    right = _known(match, "uscc") or (licence.text("uscc") if licence else "")
    reasons = ("NUMBER_CHECK_FAIL", "NUMBER_MISMATCH") if right else ("NUMBER_CHECK_FAIL",)
    evidence = (
        (point(licence, ("uscc", "holder"), counted=False, reason=reasons[-1], match=match),)
        if licence
        else ()
    )
    text = f"申报代码“{claim.text.strip()}”{case.rules.say('NUMBER_CHECK_FAIL')}"
    return decide(
        claim,
        Outcome.CONTRADICTED,
        reasons,
        explanation=text + (f"，登记代码为{right}" if right else ""),
        verified=right or None,
        evidence=evidence,
    )
