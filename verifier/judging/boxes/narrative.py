"""Narrative boxes and tick boxes: each thing that they claim becomes an item with its own verdict.

1. the mentions of the box, one item for each (a year each, where several years are named)
2. slogans are items without weight, as long as the box holds something that can be proved
3. the papers that state it, each held against its registry; the best one decides
4. the box is as bad as its worst item
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.narrative.mention import Mention
from verifier.claims import Claim
from verifier.judging.boxes.box import box_verdict
from verifier.judging.boxes.items import judge_mention
from verifier.judging.boxes.registered import wanted_of
from verifier.judging.case import Case
from verifier.rules import BoxRule
from verifier.verdict import Item, Verdict

OTHER = ("其他", "其它")
YEARLY = ("award", "honour", "pilot_demo", "solution_collection", "csr")
RANGE = re.compile(r"\d年?度?[-—–―~至到]")


def judge_box(case: Case, claim: Claim) -> Verdict:
    """The verdict on a box: its items, and the worst of them."""
    box = case.rules.boxes[claim.name]
    mentions = _mentions(case, claim, box)
    return _covering(case, claim, box_verdict(case, claim, _items(case, box, mentions)))


def _covering(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    """What the papers that count leave out of the topics that the box should cover is told."""
    papers = {e.id: e for e in case.exhibits}
    counted = [papers[e.exhibit] for e in verdict.evidence if e.counted and e.exhibit in papers]
    said = "".join(f"{f.value}{f.quote}" for paper in counted for f in paper.facts)
    topics = case.rules.coverage.get(claim.name, {})
    missing = [topic for topic, words in topics.items() if not any(word in said for word in words)]
    if not counted or not missing:
        return verdict
    flags = (*verdict.flags, "COVERAGE_INCOMPLETE")
    return replace(
        verdict, flags=flags, explanation=f"{verdict.explanation}佐证未涉及：{'、'.join(missing)}。"
    )


def _mentions(case: Case, claim: Claim, box: BoxRule) -> tuple[Mention, ...]:
    read = case.mentions.get(claim.key, ())
    if claim.field.ticked:
        ticked = (option for option in claim.field.ticked if not (option in OTHER and read))
        return (*(Mention("honour", option, 0, 0, option) for option in ticked), *read)
    if read or not box.options:
        return read
    named = [option for option in box.options if option in claim.text]
    return tuple(Mention("honour", option, 0, 0, option) for option in named)


def _items(case: Case, box: BoxRule, mentions: Sequence[Mention]) -> list[Item]:
    items: list[Item] = []
    used: set[str] = set()
    for told in mentions:
        mention = _yearly(told)
        for year in mention.years or (None,):
            item = judge_mention(case, box, mention, year, used)
            if wanted_of(mention) == 1:  # «五项，其中一等奖一项» names one thing twice, and may
                used.update(e.match.record.id for e in item.evidence if e.counted and e.match)
            items.append(item)
    return items


def _yearly(mention: Mention) -> Mention:
    """Years that are listed, or run through without a gap, are one honour each; a number of them is their count."""
    if mention.kind not in YEARLY or len(mention.years) < 2:
        return mention
    each = "连续" in mention.text or not RANGE.search(mention.text)
    return replace(mention, quantity=None, unit="", bound="eq") if each else mention
