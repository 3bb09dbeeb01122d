"""企业性质: the ticked option fits the 类型 on the licence."""

from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, without_paper
from verifier.judging.company.disagreeing import LICENCE
from verifier.judging.company.licence import licence_of
from verifier.likeness import same
from verifier.verdict import Outcome, Verdict


def judge_nature(case: Case, claim: Claim) -> Verdict:
    """企业性质: the ticked option fits the 类型 on the licence."""
    licence = licence_of(case)
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
