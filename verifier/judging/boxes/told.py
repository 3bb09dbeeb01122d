"""The item that a mention becomes: its verdict in the words of the report."""

from dataclasses import replace

from extractors.narrative.mention import Mention
from verifier.judging.boxes.documented import Found
from verifier.judging.case import Case
from verifier.verdict import Evidence, Item, Outcome, flag_of


def from_evidence(
    case: Case,
    mention: Mention,
    year: int | None,
    outcome: Outcome,
    reason: str,
    evidence: tuple[Evidence, ...],
    flags: tuple[str, ...],
) -> Item:
    """The item on a certificate that was judged by itself."""
    if outcome is Outcome.NO_EVIDENCE and case.unread:
        text, reasons = case.rules.say("UNREADABLE_PAGE"), ("UNREADABLE_PAGE",)
        return item_of(mention, year, Outcome.UNVERIFIABLE, reasons, text, evidence, asked=False)
    text = case.rules.say(reason) if reason else "与证书一致（无登记库可核）"
    return item_of(mention, year, outcome, (reason,) if reason else (), text, evidence, flags)


def from_found(case: Case, mention: Mention, year: int | None, found: Found) -> Item:
    """The item on a mention that papers alone decide; pages that nobody could read may be the proof."""
    outcome, reason, asked = found.outcome, found.reason, True
    if outcome is Outcome.NO_EVIDENCE and case.unread:
        outcome, reason, asked = Outcome.UNVERIFIABLE, "UNREADABLE_PAGE", False
    if outcome is Outcome.UNVERIFIABLE and reason in _UNASKED:
        asked = False
    if outcome is Outcome.SUPPORTED and not any(e.counted and e.place for e in found.evidence):
        outcome, reason = Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD"
    text = case.rules.say(reason) if reason else "与佐证一致"
    if mention.quantity is not None and found.proved and outcome is not Outcome.SUPPORTED:
        text += f"：申报{mention.quantity:g}{mention.unit}，核实{found.proved:g}{mention.unit}"
    reasons = (reason,) if reason else ()
    item = item_of(mention, year, outcome, reasons, text, found.evidence, found.flags, asked=asked)
    return replace(item, verified=found.proved or None)


_UNASKED = frozenset({"REGISTRY_NOT_ASKED", "UNREADABLE_FIELD", "UNREADABLE_PAGE", "PRIOR_YEAR_MISSING"})


def plain_item(case: Case, mention: Mention, year: int | None, outcome: Outcome, reason: str) -> Item:
    """An item for which no paper is looked at."""
    return item_of(
        mention, year, outcome, (reason,) if reason else (), case.rules.say(reason) if reason else ""
    )


def item_of(
    mention: Mention,
    year: int | None,
    outcome: Outcome,
    reasons: tuple[str, ...],
    text: str,
    evidence: tuple[Evidence, ...] = (),
    flags: tuple[str, ...] = (),
    *,
    asked: bool = True,
) -> Item:
    """An item, called as the company calls the thing."""
    name, project = mention.name or mention.text, mention.project
    if mention.kind == "platform" and project:
        name, project = project, name  # a platform is called by its own name, not by its honour's
    return Item(
        kind=mention.kind,
        name=name,
        flag=flag_of(outcome, asked=asked),
        outcome=outcome,
        reasons=reasons,
        explanation=text,
        project=project,
        grade=mention.grade,
        level=mention.level,
        year=year,
        role=mention.role,
        span=(mention.start, mention.end),
        evidence=evidence,
        flags=flags,
        claimed=mention.quantity,
    )
