"""Narrative boxes and tick boxes: each thing that they claim becomes an item with its own verdict.

1. the mentions of the box, one item for each (a year each, where several years are named)
2. slogans are items without weight, as long as the box holds something that can be proved
3. the papers that state it, each held against its registry; the best one decides
4. the box is as bad as its worst item
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.narrative.mention import Mention
from verifier.claims import Claim
from verifier.judging.case import Case, claimed
from verifier.judging.items import judge_mention, wanted_of
from verifier.rules import BoxRule
from verifier.verdict import Flag, Item, Outcome, Verdict

_WEIGHTS = (Flag.UNSUPPORTED, Flag.NEEDS_REVIEW, Flag.SUPPORTED)


def judge_box(case: Case, claim: Claim) -> Verdict:
    """The verdict on a box: its items, and the worst of them."""
    box = case.rules.boxes[claim.name]
    mentions = _mentions(case, claim, box)
    items = _settled(_items(case, box, mentions))
    return _verdict(case, claim, items)


def _mentions(case: Case, claim: Claim, box: BoxRule) -> tuple[Mention, ...]:
    if claim.field.ticked:
        return tuple(Mention("honour", option, 0, 0, option) for option in claim.field.ticked)
    read = case.mentions.get(claim.key, ())
    if read or not box.options:
        return read
    named = [option for option in box.options if option in claim.text]
    return tuple(Mention("honour", option, 0, 0, option) for option in named)


def _items(case: Case, box: BoxRule, mentions: Sequence[Mention]) -> list[Item]:
    items: list[Item] = []
    used: set[str] = set()
    for mention in mentions:
        for year in _years(mention):
            item = judge_mention(case, box, mention, year, used)
            if wanted_of(mention) == 1:  # «五项，其中一等奖一项» names one thing twice, and may
                used.update(e.match.record.id for e in item.evidence if e.counted and e.match)
            items.append(item)
    return items


def _years(mention: Mention) -> tuple[int | None, ...]:
    return mention.years or (None,)


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
    vague = {"QUALITATIVE"} if any("QUALITATIVE" in i.reasons for i in items) else set()
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
    return text + (f"；另有{vague}处{case.rules.say('QUALITATIVE')}" if vague else "") + "。"
