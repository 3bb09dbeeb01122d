"""The verdict on a claimed number of things, once its papers are weighed; and the sentence that tells it."""

from collections.abc import Sequence

from verifier.claims import Claim
from verifier.counting import Tally, Weight, compare
from verifier.judging.case import Case, claimed, decide
from verifier.rules import Rules
from verifier.verdict import Outcome, Verdict


def verdict(case: Case, claim: Claim, units: Tally) -> Verdict:
    """The verdict on a claimed number, with every unit as evidence."""
    number = whole(claim)
    if number is None:
        return _unclear(case, claim, units)
    count = compare(number, units, case.unread)
    return Verdict(
        claim.key,
        claim.label,
        claimed(claim),
        units.counted,
        count.flag,
        count.outcome,
        count.reasons,
        explain(case.rules, claim, number, units, count.reasons),
        tuple(unit.evidence for unit in units.units),
        (),
        count.flags,
    )


def whole(claim: Claim) -> int | None:
    """The claimed number of things; None where the cell says no whole number."""
    value = claim.number
    return int(value) if value is not None and value >= 0 and value == int(value) else None


def _unclear(case: Case, claim: Claim, units: Tally) -> Verdict:
    text = f"申报数量“{claim.text.strip()}”不是整数，已核实{units.counted}项，请人工核对"
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("AMBIGUOUS_CLAIM",),
        explanation=text,
        verified=units.counted,
        evidence=tuple(unit.evidence for unit in units.units),
    )


def explain(rules: Rules, claim: Claim, number: int, units: Tally, reasons: Sequence[str]) -> str:
    """One sentence: claimed, proved, and what happened to the rest."""
    unit = rules.counts[claim.name].unit
    head = f"申报{number}{unit}，核实{units.counted}{unit}"
    parts = []
    enough = units.counted >= number
    for code in units.reasons:
        if enough and code == "ROLE_MISMATCH":
            continue  # led standards are no joined ones, and counted where they belong
        n = sum(u.reason == code and u.weight is not Weight.COUNTED for u in units.units)
        parts.append(f"{n}{unit}{rules.say(code)}")
    if not units.units and number:
        parts.append(rules.say("NO_EVIDENCE"))
    if "UNREADABLE_PAGE" in reasons:
        parts.append(rules.say("UNREADABLE_PAGE"))
    missing = number - len(units.units)
    if missing > 0 and units.units:
        parts.append(f"{missing}{unit}{rules.say('NO_EVIDENCE')}")
    return head + ("：" + "，".join(parts) if parts else "") + "。"
