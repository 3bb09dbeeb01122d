"""The verdict on a box of several things: its items, and the worst of them.

Slogans are items without weight, as long as the box holds something that can be proved.
"""

from collections.abc import Sequence
from dataclasses import replace

from verifier.claims import Claim
from verifier.judging.case import Case, claimed
from verifier.unclassed import item_in_doubt
from verifier.verdict import Flag, Item, Outcome, Verdict

_WEIGHTS = (Flag.UNSUPPORTED, Flag.NEEDS_REVIEW, Flag.SUPPORTED)


def box_verdict(case: Case, claim: Claim, items: Sequence[Item]) -> Verdict:
    """The verdict on a box that claims these items."""
    asked = [item_in_doubt(item, case.unclassed, case.rules) for item in items]
    return _verdict(case, claim, _settled(asked))


def _settled(items: Sequence[Item]) -> tuple[Item, ...]:
    """Slogans weigh only where the box holds nothing that could be proved."""
    provable = any(i.flag is not Flag.NOT_CLAIMED and "QUALITATIVE" not in i.reasons for i in items)
    if not provable:
        return tuple(items)
    return tuple(_weightless(item) if "QUALITATIVE" in item.reasons else item for item in items)


def _weightless(item: Item) -> Item:
    return replace(item, flag=Flag.NOT_CLAIMED, outcome=Outcome.NOT_CLAIMED)


def _verdict(case: Case, claim: Claim, items: tuple[Item, ...]) -> Verdict:
    weighing = [item for item in items if item.flag is not Flag.NOT_CLAIMED]
    worst = min(weighing, key=lambda item: _WEIGHTS.index(item.flag), default=None)
    flag, outcome = _box_outcome(items, worst)
    unproved = [i for i in weighing or items if i.flag is not Flag.SUPPORTED]
    reasons = tuple(dict.fromkeys(r for i in unproved for r in i.reasons))
    unsettled = flag is Flag.NEEDS_REVIEW and any("QUALITATIVE" in i.reasons for i in items)
    vague = {"QUALITATIVE"} if unsettled else set()  # beside what is proved a slogan says nothing against it
    return Verdict(
        claim.key,
        claim.label,
        claimed(claim),
        sum(item.flag is Flag.SUPPORTED for item in items),
        flag,
        outcome,
        reasons or (() if items else ("QUALITATIVE",)),
        _explain(case, items),
        tuple(e for item in items for e in item.evidence),
        items,
        tuple(sorted(vague | {f for item in items for f in item.flags})),
    )


def _box_outcome(items: tuple[Item, ...], worst: Item | None) -> tuple[Flag, Outcome]:
    if worst is None:
        negated = bool(items) and all(not item.reasons for item in items)
        return (
            (Flag.NOT_CLAIMED, Outcome.NOT_CLAIMED)
            if negated
            else (Flag.NEEDS_REVIEW, Outcome.NEEDS_HUMAN_REVIEW)
        )
    some = any(item.flag is Flag.SUPPORTED for item in items)
    if worst.flag is Flag.UNSUPPORTED and some and worst.outcome is not Outcome.CONTRADICTED:
        return Flag.UNSUPPORTED, Outcome.PARTIALLY_SUPPORTED
    return worst.flag, worst.outcome


def _explain(case: Case, items: tuple[Item, ...]) -> str:
    if not items:
        return case.rules.say("QUALITATIVE") + "，请人工核对。"
    weighing = [i for i in items if i.flag is not Flag.NOT_CLAIMED]
    proved = sum(i.flag is Flag.SUPPORTED for i in weighing)
    faults = [f"{i.name}{i.year or ''}：{i.explanation}" for i in weighing if i.flag is not Flag.SUPPORTED]
    vague = sum("QUALITATIVE" in i.reasons for i in items)
    text = f"共{len(weighing)}项，核实{proved}项" if weighing else "未申报可核验的事项"
    text += "；" + "；".join(faults) if faults else ""
    return text + (f"；另有{vague}处定性表述，不计入" if vague and weighing else "") + "。"
