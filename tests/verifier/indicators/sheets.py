"""Verdicts and what is measured from them, as the tests of the indicators need them."""

from dataclasses import replace
from datetime import date
from typing import Any

from extractors.exhibit import Exhibit
from tests.verifier.factory import claim
from verifier.indicators.sheet import Sheet, sheet_of
from verifier.rules import load_rules
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict

RULES = load_rules()
ITEMS = {rule.id: rule for rule in RULES.indicators}
DAY = date(2022, 4, 15)
JUDGEMENT = ("I-07.3", "I-11.1", "I-14.2", "I-15.2", "I-16.2", "I-17.1")


def verdict_on(
    key: str,
    value: float | None,
    *,
    claimed: float | None = None,
    outcome: Outcome = Outcome.SUPPORTED,
    flag: Flag = Flag.SUPPORTED,
    items: tuple[Item, ...] = (),
    evidence: tuple[Evidence, ...] = (),
) -> Verdict:
    """A verdict on one claim."""
    asked = claimed if claimed is not None else value
    return Verdict(key, key, asked, value, flag, outcome, items=items, evidence=evidence)


def sheet_with(*verdicts: Verdict, papers: tuple[Exhibit, ...] = (), scope: str = "") -> Sheet:
    """What is measured from some verdicts."""
    claims = [claim(f"revenue.{y}", 1.0) for y in (2019, 2020, 2021)]
    claims += [claim("main_business_scope", scope)] if scope else []
    return sheet_of(verdicts, papers, claims, RULES, DAY)


def claimed_item(name: str, kind: str = "honour", flag: Flag = Flag.SUPPORTED, **more: Any) -> Item:
    """One thing that a box claims."""
    outcome = {
        Flag.SUPPORTED: Outcome.SUPPORTED,
        Flag.UNSUPPORTED: Outcome.CONTRADICTED,
        Flag.NEEDS_REVIEW: Outcome.NEEDS_HUMAN_REVIEW,
    }[flag]
    return replace(Item(kind, name, flag, outcome), **more)
