"""What speaks against a paper as a whole, told beside every claim that it proves.

A missing seal or page is a note. A broken signature, or a text layer that says otherwise than the page
shows, is more: words may have been changed after the paper was made (A.3: FORGED_OR_EDITED). What a
registry confirms stands, because the facts come from what the page shows; what no registry confirms a
person decides (dossier F.2: AUTHENTICITY_SUSPECT caps at 需人工判断). A seal is missed on scans only:
seals drawn on digital pages are not all found, and what was not looked at is held against nobody.
"""

from dataclasses import replace
from typing import Any

from extractors.exhibit import Exhibit
from verifier.judging.case import Case
from verifier.rules import Rules
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict

NOTED = ("PAGE_MISSING", "TEXT_LAYER_MISMATCH", "SIGNATURE_BROKEN", "SIGNATURE_UNTRUSTED")
SUSPECTS = ("SIGNATURE_BROKEN", "TEXT_LAYER_MISMATCH")


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
    suspect = _suspect(evidence) or next((code for item in items if (code := _capped_by(item))), "")
    return (
        replace(noted, **_capped(case, noted, suspect)) if suspect and noted.flag is Flag.SUPPORTED else noted
    )


def _item(case: Case, item: Item, notes: dict[str, tuple[str, ...]]) -> Item:
    evidence = tuple(_noted(e, notes) for e in item.evidence)
    noted = replace(item, evidence=evidence, flags=tuple(dict.fromkeys((*item.flags, *_counted(evidence)))))
    suspect = _suspect(evidence)
    return (
        replace(noted, **_capped(case, noted, suspect)) if suspect and noted.flag is Flag.SUPPORTED else noted
    )


def _noted(evidence: Evidence, notes: dict[str, tuple[str, ...]]) -> Evidence:
    more = [note for note in notes.get(evidence.exhibit, ()) if note not in evidence.flags]
    return replace(evidence, flags=(*evidence.flags, *more)) if more else evidence


def _counted(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    every = (*NOTED, "SEAL_MISSING")
    return tuple(flag for e in evidence if e.counted for flag in e.flags if flag in every)


def _suspect(evidence: tuple[Evidence, ...]) -> str:
    """What all that counts is suspected of, where no record confirms any of it; nothing where one stands."""
    counted = [e for e in evidence if e.counted]
    codes = [next((c for c in SUSPECTS if c in e.flags and e.match is None), "") for e in counted]
    return codes[0] if codes and all(codes) else ""


def _capped_by(item: Item) -> str:
    return (
        next((c for c in SUSPECTS if c in item.reasons), "") if "AUTHENTICITY_SUSPECT" in item.flags else ""
    )


def _capped(case: Case, told: Verdict | Item, suspect: str) -> dict[str, Any]:
    said = case.rules.say(suspect)
    return {
        "flag": Flag.NEEDS_REVIEW,
        "outcome": Outcome.NEEDS_HUMAN_REVIEW,
        "reasons": tuple(dict.fromkeys((*told.reasons, suspect))),
        "explanation": f"{told.explanation.rstrip('。')}；{said}。",
        "question": f"{said}：请核对签发原件。",
        "flags": (*told.flags, "AUTHENTICITY_SUSPECT"),
    }
