"""What speaks against a paper as a whole, told beside every claim that it proves.

A missing seal or page, or a text layer that says otherwise, is a note: what the page shows is judged. A
broken signature under a paper that no registry confirms is more: its words may have been changed after
it was signed, so that a person decides (dossier F.2: AUTHENTICITY_SUSPECT caps at 需人工判断).
"""

from dataclasses import replace
from typing import Any

from extractors.exhibit import Exhibit
from verifier.judging.case import Case
from verifier.rules import Rules
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict

NOTED = ("PAGE_MISSING", "TEXT_LAYER_MISMATCH", "SIGNATURE_BROKEN", "SIGNATURE_UNTRUSTED")
SUSPECT = "SIGNATURE_BROKEN"


def notes_on(rules: Rules, exhibit: Exhibit) -> tuple[str, ...]:
    """What speaks against a paper; a seal is missing only where papers of its type must bear one."""
    noted = tuple(flag for flag in exhibit.flags if flag in NOTED)
    sealed = "UNSEALED" in exhibit.flags and exhibit.type in rules.sealed
    return (*noted, "SEAL_MISSING") if sealed else noted


def with_notes(case: Case, verdict: Verdict) -> Verdict:
    """The verdict and its items, each with what speaks against the papers that it counts."""
    notes = {e.id: found for e in case.exhibits if (found := notes_on(case.rules, e))}
    if not notes:
        return verdict
    items = tuple(_item(case, item, notes) for item in verdict.items)
    evidence = tuple(_noted(e, notes) for e in verdict.evidence)
    flags = tuple(dict.fromkeys((*verdict.flags, *_counted(evidence))))
    noted = replace(verdict, items=items, evidence=evidence, flags=flags)
    if noted.flag is Flag.SUPPORTED and (_doubtful(evidence) or any(_is_capped(i) for i in items)):
        return replace(noted, **_capped(case, noted))
    return noted


def _item(case: Case, item: Item, notes: dict[str, tuple[str, ...]]) -> Item:
    evidence = tuple(_noted(e, notes) for e in item.evidence)
    noted = replace(item, evidence=evidence, flags=tuple(dict.fromkeys((*item.flags, *_counted(evidence)))))
    return replace(noted, **_capped(case, noted)) if noted.flag is Flag.SUPPORTED and _doubtful(evidence) else noted


def _noted(evidence: Evidence, notes: dict[str, tuple[str, ...]]) -> Evidence:
    more = [note for note in notes.get(evidence.exhibit, ()) if note not in evidence.flags]
    return replace(evidence, flags=(*evidence.flags, *more)) if more else evidence


def _counted(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    every = (*NOTED, "SEAL_MISSING")
    return tuple(flag for e in evidence if e.counted for flag in e.flags if flag in every)


def _doubtful(evidence: tuple[Evidence, ...]) -> bool:
    """All that counts is under a broken signature, and no record confirms any of it."""
    counted = [e for e in evidence if e.counted]
    return bool(counted) and all(SUSPECT in e.flags and e.match is None for e in counted)


def _is_capped(item: Item) -> bool:
    return "AUTHENTICITY_SUSPECT" in item.flags


def _capped(case: Case, told: Verdict | Item) -> dict[str, Any]:
    said = case.rules.say(SUSPECT)
    return {
        "flag": Flag.NEEDS_REVIEW,
        "outcome": Outcome.NEEDS_HUMAN_REVIEW,
        "reasons": tuple(dict.fromkeys((*told.reasons, SUSPECT))),
        "explanation": f"{told.explanation.rstrip('。')}；{said}。",
        "question": f"{said}：请核对签发原件。",
        "flags": (*told.flags, "AUTHENTICITY_SUSPECT"),
    }
