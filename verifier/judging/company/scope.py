"""主营业务范围: what the form names must stand in the licence's 经营范围; which industry it is, a person says."""

import re

from extractors.exhibit import Exhibit
from registries.values.text import squeeze
from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, without_paper
from verifier.judging.holding import ONLY, sort_papers
from verifier.likeness import alike
from verifier.verdict import Outcome, Verdict

_FILLING = re.compile(r"(?:等)?(?:业务|服务|相关)?$|^(?:主要从事|主营|从事|公司|一般项目|许可项目)[:：]?")
_PARTS = re.compile(r"[、，,；;。及和与的\n]+")
_VERBS = re.compile(
    r"研发|开发|销售|生产|制造|设计|推广|运营|服务|应用|集成|咨询|技术|产品|平台|软件|系统|的"
)
LEAST = 2


def judge_scope(case: Case, claim: Claim) -> Verdict:
    """主营业务范围, phrase by phrase, against the licence."""
    own, _, _ = sort_papers(case, ("business_licence",))
    licence = next((p for p in own if case.stated(p, "scope_of_business") is not None), None)
    if licence is None:
        return _unread(case, claim, own) if own else without_paper(case, claim, "营业执照")
    printed = squeeze(licence.text("scope"))
    phrases = [p for part in _PARTS.split(claim.text) if len(p := _FILLING.sub("", squeeze(part))) >= LEAST]
    missing = [p for p in phrases if not _stands(p, printed)]
    evidence = (
        point(
            licence, ("scope",), counted=not missing, reason="TITLE_MISMATCH" if missing else "", flags=ONLY
        ),
    )
    if not any(word in claim.text for word in case.rules.digital_words):
        return decide(
            claim,
            Outcome.NEEDS_HUMAN_REVIEW,
            ("SECTOR_UNCLEAR",),
            explanation=f"“{claim.text.strip()}”：{case.rules.say('SECTOR_UNCLEAR')}",
            evidence=evidence,
            question=case.rules.question(claim.name),
        )
    if any(_VERBS.sub("", p) for p in phrases) and not missing:
        text = "所列业务均见于营业执照经营范围"
        return decide(
            claim, Outcome.SUPPORTED, explanation=text, verified="一致", evidence=evidence, flags=ONLY
        )
    text = f"营业执照经营范围中未见：{'、'.join(missing) or claim.text.strip()}"
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("REGISTRY_MISMATCH",),
        explanation=text,
        evidence=evidence,
        question=case.rules.question(claim.name),
    )


def _stands(phrase: str, printed: str) -> bool:
    """The phrase stands in the scope, or what is special about it does (工业互联网 of 工业互联网平台)."""
    if phrase in printed:
        return True
    core = _VERBS.sub("", phrase)
    if not core:  # «研发、销售»: what is done, not with what
        return True
    if len(core) >= LEAST and core in printed:
        return True
    return any(alike(phrase, part) >= 0.8 for part in re.split("[;；,，、。]", printed))


def _unread(case: Case, claim: Claim, own: tuple[Exhibit, ...]) -> Verdict:
    evidence = (point(own[0], ("holder",), counted=False, reason="UNREADABLE_FIELD"),)
    text = "营业执照经营范围未能识读"
    return decide(
        claim, Outcome.UNVERIFIABLE, ("UNREADABLE_FIELD",), explanation=text, evidence=evidence, asked=False
    )
