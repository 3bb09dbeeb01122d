"""Tick boxes about the cloud and the service model: each ticked option is an item of its own.

An option is proved by the applicant's own contract or bill whose products or terms name it, in the
words that vendors use (ECS is a 云服务器).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.exhibit import Exhibit, Fact
from registries.values.dates import parse_years
from registries.values.text import squeeze
from verifier.claims import Claim
from verifier.judging.boxes.box import box_verdict
from verifier.judging.case import Case, point
from verifier.judging.holding import sort_papers
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict, flag_of

OTHER = ("其他", "其它")
ONLY = ("DOCUMENT_ONLY",)
BUYS = ("holder", "customer", "party_a", "client", "user")
SELLS = ("holder", "vendor", "supplier", "party_b")
"""Whose the contract must be: who uses a cloud bought it, who offers a service sold it."""
HYBRID = ("公有云", "私有云")


def judge_ticks(case: Case, claim: Claim) -> Verdict:
    """云部署形式, 云设施内容, 应用服务模式: every ticked option."""
    options = claim.field.ticked or tuple(o for o in case.rules.words.ticks if o in claim.text)
    items = tuple(_judge(case, claim, option) for option in options if option not in OTHER)
    if any(option in OTHER for option in options):
        items += (_other(case, claim),)
    return box_verdict(case, claim, items)


def _other(case: Case, claim: Claim) -> Item:
    told = claim.text.partition("其他")[2].strip("：:（）() 、") or claim.text
    outcome = Outcome.NEEDS_HUMAN_REVIEW
    return Item(
        "option", told or "其他", flag_of(outcome), outcome, ("QUALITATIVE",), case.rules.say("QUALITATIVE")
    )


def _judge(case: Case, claim: Claim, option: str) -> Item:
    papers = case.rules.ticks_in[claim.name]
    own, others, unsure = sort_papers(case, papers, SELLS if claim.name == "service_model" else BUYS)
    over = [p for p in own if claim.name != "service_model" and _over(case, p)]
    own = tuple(p for p in own if p not in over)
    found = [e for paper in own if (e := _named(case, claim, paper, option))]
    if not found and option == "混合云":
        found = [e for o in HYBRID for p in own if (e := _named(case, claim, p, o))]
        kinds = [any(_named(case, claim, p, o) for p in own) for o in HYBRID]
        found = found if all(kinds) else []
    if found:
        return _item(option, Outcome.SUPPORTED, "", "合同（账单）中列明", tuple(found))
    if unsure and (maybe := [e for p in unsure if (e := _named(case, claim, p, option))]):
        return _item(
            option,
            Outcome.UNVERIFIABLE,
            "UNREADABLE_FIELD",
            "合同主体未能识读",
            _refused(maybe, "UNREADABLE_FIELD"),
            asked=False,
        )
    if others and (theirs := [e for p in others if (e := _named(case, claim, p, option))]):
        return _item(
            option,
            Outcome.CONTRADICTED,
            "HOLDER_MISMATCH",
            case.rules.say("HOLDER_MISMATCH"),
            _refused(theirs, "HOLDER_MISMATCH"),
        )
    if past := [e for p in over if (e := _named(case, claim, p, option))]:
        reason = "EVIDENCE_EXPIRED"
        return _item(option, Outcome.NEEDS_HUMAN_REVIEW, reason, "合同在近三年之前已到期", _refused(past, reason))
    blank = [p for p in own if not _said(case, claim, p)]
    if blank:
        evidence = tuple(
            point(p, ("title", "holder"), counted=False, reason="UNREADABLE_FIELD") for p in blank
        )
        return _item(
            option, Outcome.UNVERIFIABLE, "UNREADABLE_FIELD", "合同内容未能识读", evidence, asked=False
        )
    if case.unread and not own:
        return _item(
            option, Outcome.UNVERIFIABLE, "UNREADABLE_PAGE", case.rules.say("UNREADABLE_PAGE"), asked=False
        )
    return _item(option, Outcome.NO_EVIDENCE, "NO_EVIDENCE", case.rules.say("NO_EVIDENCE"))


def _over(case: Case, paper: Exhibit) -> bool:
    """The contract ended before the three years began."""
    years = parse_years(paper.text("period"))
    return bool(years) and max(years) < min(case.window)


def _said(case: Case, claim: Claim, paper: Exhibit) -> list[Fact]:
    meaning = "pricing" if claim.name == "service_model" else "cloud_items"
    return [f for name in case.rules.facts[meaning] if (f := paper.fact(name)) is not None]


def _private_alone(case: Case, claim: Claim, paper: Exhibit) -> bool:
    """A private cloud was bought: neither its servers nor who sold it make it a public one."""
    items = [squeeze(item) for fact in _said(case, claim, paper) for item in re.split("[；;、,，]", str(fact.value))]
    private = [squeeze(word) for word in case.rules.words.ticks["私有云"]]
    return bool(items) and all(any(word in item for word in private) for item in items)


def _named(case: Case, claim: Claim, paper: Exhibit, option: str) -> Evidence | None:
    words = [squeeze(word) for word in case.rules.words.ticks.get(option, (option,))]
    vendor = (paper.fact("vendor"),) if claim.name == "cloud_deployment" else ()
    if option == "公有云" and _private_alone(case, claim, paper):
        return None
    for fact in (*_said(case, claim, paper), *(f for f in vendor if f is not None)):
        text = squeeze(f"{fact.value}{fact.quote}")
        if any(word in text for word in words):
            return point(paper, (fact.name,), counted=True, flags=ONLY)
    return None


def _refused(found: Sequence[Evidence], reason: str) -> tuple[Evidence, ...]:
    return tuple(replace(e, counted=False, reason=reason) for e in found)


def _item(
    option: str,
    outcome: Outcome,
    reason: str,
    text: str,
    evidence: tuple[Evidence, ...] = (),
    *,
    asked: bool = True,
) -> Item:
    if outcome is Outcome.SUPPORTED and not any(e.place for e in evidence):
        outcome, reason = Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD"
    flag: Flag = flag_of(outcome, asked=asked)
    flags = ONLY if flag is Flag.SUPPORTED else ()
    return Item(
        "option", option, flag, outcome, (reason,) if reason else (), text, evidence=evidence, flags=flags
    )
