"""Narrative boxes and tick boxes: each thing that they claim becomes an item with its own verdict.

1. the mentions of the box, one item for each (a year each, where several years are named)
2. slogans are items without weight, as long as the box holds something that can be proved
3. the papers that state it, each held against its registry; the best one decides
4. the box is as bad as its worst item
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from verifier.claims import Claim
from verifier.judging.case import Case, claimed, point
from verifier.judging.certificates import judge_hitech
from verifier.judging.honours import same_honour
from verifier.judging.proving import ORDER, Proof, prove
from verifier.judging.sought import Sought, statements, states
from verifier.rules import BoxRule
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict, flag_of

SLOGANS = ("slogan", "qualitative")
EARLY = ("applied", "planned", "ongoing", "lapsed")
CONTEXT = ("name_change", "context_number")
"""Kinds of mentions that claim nothing."""
PERHAPS = 0.7
"""A paper whose name is so alike may be the one, misread; a person looks."""

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
            item = _item(case, box, mention, year, used)
            if _wanted(mention) == 1:  # «五项，其中一等奖一项» names one thing twice, and may
                used.update(e.match.record.id for e in item.evidence if e.counted and e.match)
            items.append(item)
    return items


def _years(mention: Mention) -> tuple[int | None, ...]:
    return mention.years or (None,)


def _item(case: Case, box: BoxRule, mention: Mention, year: int | None, used: set[str]) -> Item:
    rule = case.rules.mention(mention.kind, mention.name)
    if mention.kind in SLOGANS:
        return _plain(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "QUALITATIVE")
    if mention.negated or mention.kind in CONTEXT:
        return _plain(case, mention, year, Outcome.NOT_CLAIMED, "")
    if rule is None:
        return _plain(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "NOT_JUDGED")
    if mention.status in EARLY:
        # «正在申报…» claims no honour; nothing is to be proved.
        return _plain(case, mention, year, Outcome.NOT_CLAIMED, "PRE_STAGE")
    if mention.status == "publicised":
        return _plain(case, mention, year, Outcome.PARTIALLY_SUPPORTED, "PUBLICITY_ONLY")
    if rule.name == "hitech":
        return _from_evidence(case, mention, year, *judge_hitech(case, mention, year, rule.types))
    sought = Sought(mention, year, rule, box)
    wanted = _wanted(mention)
    return _several(case, sought, wanted) if wanted > 1 else _single(case, sought, used)


def _wanted(mention: Mention) -> int:
    return int(mention.quantity) if mention.quantity is not None and not mention.project else 1


def _single(case: Case, sought: Sought, used: set[str]) -> Item:
    proofs = _proofs(case, sought)
    fresh = [p for p in proofs if sought.mention.project or sought.titled or not _used(p, used)]
    best = min(fresh or proofs, key=_rank, default=None)
    if best is None:
        return _unproved(case, sought)
    if best.outcome is Outcome.SUPPORTED and not fresh:
        best = replace(best, outcome=Outcome.PARTIALLY_SUPPORTED, reason="DUPLICATE")
    return _from_proof(case, sought, best)


def _rank(proof: Proof) -> tuple[int, bool]:
    return ORDER.index(proof.outcome), not proof.asked


def _used(proof: Proof, used: set[str]) -> bool:
    return proof.match is not None and proof.match.record.id in used


def _proofs(case: Case, sought: Sought) -> list[Proof]:
    found: list[Proof] = []
    for paper in case.papers(sought.rule.types):
        for statement in statements(case, paper):
            likeness = states(case, statement, sought)
            if likeness >= 1.0:
                found.append(prove(case, statement, sought))
            elif likeness >= PERHAPS:
                found.extend(_perhaps(prove(case, statement, sought)))
    return found


def _perhaps(proof: Proof) -> Iterable[Proof]:
    """A misread name may still be the right one; it is never proof, and never held against anybody."""
    if proof.outcome is Outcome.SUPPORTED:
        yield replace(proof, outcome=Outcome.NEEDS_HUMAN_REVIEW, reason="UNREADABLE_FIELD")


def _several(case: Case, sought: Sought, wanted: int) -> Item:
    """«二等奖两项»: as many different records as are claimed."""
    proofs = _proofs(case, sought)
    if not proofs:
        return _unproved(case, sought)
    proved = {p.match.record.id for p in proofs if p.outcome is Outcome.SUPPORTED and p.match}
    outcome = _of_several(case, proofs, len(proved), wanted)
    faults = ("COUNT_MISMATCH", *dict.fromkeys(p.reason for p in proofs if p.reason))
    reasons = () if outcome is Outcome.SUPPORTED else faults
    evidence = tuple(p.evidence(sought) for p in proofs)
    return _make(
        sought.mention, sought.year, outcome, reasons, f"申报{wanted}项，核实{len(proved)}项", evidence
    )


def _of_several(case: Case, proofs: Sequence[Proof], proved: int, wanted: int) -> Outcome:
    if proved >= wanted:
        return Outcome.SUPPORTED
    waiting = sum(flag_of(p.outcome, asked=p.asked) is Flag.NEEDS_REVIEW for p in proofs) + case.unread
    if waiting and proved + waiting >= wanted:
        return Outcome.NEEDS_HUMAN_REVIEW
    return Outcome.PARTIALLY_SUPPORTED if proved else Outcome.CONTRADICTED


def _from_proof(case: Case, sought: Sought, proof: Proof) -> Item:
    evidence = (proof.evidence(sought),)
    reasons = (proof.reason,) if proof.reason else ()
    outcome = proof.outcome
    if outcome is Outcome.SUPPORTED and evidence[0].place is None:
        outcome, reasons = Outcome.NEEDS_HUMAN_REVIEW, ("UNREADABLE_FIELD",)
    text = _words(case, sought, proof, reasons)
    return _make(
        sought.mention, sought.year, outcome, reasons, text, evidence, proof.flags, asked=proof.asked
    )


def _words(case: Case, sought: Sought, proof: Proof, reasons: tuple[str, ...]) -> str:
    if not reasons:
        return "佐证与登记记录一致"
    text = case.rules.say(reasons[0])
    known = _known(proof, reasons[0])
    return f"{text}（登记记录为{known}）" if known else text


def _known(proof: Proof, reason: str) -> str:
    column = {
        "GRADE_MISMATCH": "grade",
        "LEVEL_MISMATCH": "level",
        "YEAR_MISMATCH": "year",
        "OUT_OF_WINDOW": "year",
    }
    return proof.match.record.get(column[reason]) if proof.match and reason in column else ""


def _unproved(case: Case, sought: Sought) -> Item:
    """No paper states it; a 公示 or a call for applications that does is no proof."""
    for types, reason, outcome in (
        ("publicity_notice", "PUBLICITY_ONLY", Outcome.PARTIALLY_SUPPORTED),
        ("call_for_application", "CALL_ONLY", Outcome.NO_EVIDENCE),
    ):
        paper = next((p for p in case.papers((types,)) if _speaks_of(case, p, sought)), None)
        if paper is not None:
            evidence = (point(paper, ("award", "title"), counted=False, reason=reason),)
            return _make(sought.mention, sought.year, outcome, (reason,), case.rules.say(reason), evidence)
    if case.unread:
        text = f"未识读到佐证，且有{case.unread}页无法识读"
        reasons = ("UNREADABLE_PAGE",)
        return _make(sought.mention, sought.year, Outcome.UNVERIFIABLE, reasons, text, asked=False)
    text = case.rules.say("NO_EVIDENCE")
    return _make(sought.mention, sought.year, Outcome.NO_EVIDENCE, ("NO_EVIDENCE",), text)


def _speaks_of(case: Case, paper: Exhibit, sought: Sought) -> bool:
    printed = f"{paper.text('award')}"
    if same_honour(sought.mention.name, printed, case.rules.words):
        return True
    return any(states(case, statement, sought) >= 1.0 for statement in statements(case, paper))


def _from_evidence(
    case: Case,
    mention: Mention,
    year: int | None,
    outcome: Outcome,
    reason: str,
    evidence: tuple[Evidence, ...],
    flags: tuple[str, ...],
) -> Item:
    if outcome is Outcome.NO_EVIDENCE and case.unread:
        return _make(mention, year, Outcome.UNVERIFIABLE, ("UNREADABLE_PAGE",), "", evidence, asked=False)
    reasons = (reason,) if reason else ()
    text = case.rules.say(reason) if reason else "与证书一致（无登记库可核）"
    return _make(mention, year, outcome, reasons, text, evidence, flags)


def _plain(case: Case, mention: Mention, year: int | None, outcome: Outcome, reason: str) -> Item:
    return _make(
        mention, year, outcome, (reason,) if reason else (), case.rules.say(reason) if reason else ""
    )


def _make(
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
    return Item(
        kind=mention.kind,
        name=mention.name or mention.text,
        flag=flag_of(outcome, asked=asked),
        outcome=outcome,
        reasons=reasons,
        explanation=text,
        project=mention.project,
        grade=mention.grade,
        level=mention.level,
        year=year,
        role=mention.role,
        span=(mention.start, mention.end),
        evidence=evidence,
        flags=flags,
    )


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
    reasons = tuple(dict.fromkeys(r for i in weighing for r in i.reasons if i.flag is not Flag.SUPPORTED))
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
