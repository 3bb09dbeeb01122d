"""The report: all verdicts of one form, and everything behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractors.exhibit import Exhibit, FileReading
from extractors.forms.form import Form
from verifier.advice import Advice
from verifier.checklist import Section
from verifier.corrections import Corrected
from verifier.indicators.indicators import Indicator
from verifier.selfcheck import Contradiction
from verifier.signals.reuse import Reuse
from verifier.verdict import Flag, Verdict


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the verdicts rest on: program, rules, registries by kind, readers."""

    program: str
    rules: str
    registries: Mapping[str, Mapping[str, Any]]
    readers: tuple[str, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    rules_digest: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All verdicts of one form."""

    as_of: date
    company: str
    uscc: str
    provenance: Provenance
    files: tuple[FileReading, ...]
    exhibits: tuple[Exhibit, ...]
    verdicts: tuple[Verdict, ...]
    undecidable: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Registry kinds that nobody loaded -> keys of the claims which that leaves undecidable."""

    indicators: tuple[Indicator, ...] = ()
    checklist: tuple[Section, ...] = ()
    form_checks: tuple[Contradiction, ...] = ()
    """In what the form contradicts itself, whatever the evidence says."""

    advice: tuple[Advice, ...] = ()
    """What the applicant can mend, in a pre-check."""

    precheck: bool = False
    """Made for the applicant before submission, without registries."""

    form: Form | None = None
    """The form as it was filled in."""

    corrections: tuple[Corrected, ...] = ()
    """What people read on pages in place of the program, and what became of it."""

    redacted: bool = False
    """Private things are masked; the report cannot be judged again from it."""

    reuse: tuple[Reuse, ...] = ()
    """Papers that other applications or years have used; a signal, never a verdict."""

    def exhibit(self, id_: str) -> Exhibit | None:
        """The exhibit of that id."""
        return next((e for e in self.exhibits if e.id == id_), None)

    def counts(self) -> dict[str, int]:
        """How many claims have which flag."""
        found = {flag.value: 0 for flag in Flag}
        for verdict in self.verdicts:
            found[verdict.flag.value] += 1
        return found

    def unused(self) -> tuple[Exhibit, ...]:
        """The exhibits that support nothing: no verdict counts them."""
        used = {
            e.exhibit
            for v in self.verdicts
            for e in (*v.evidence, *(e for item in v.items for e in item.evidence))
            if e.counted
        }
        return tuple(e for e in self.exhibits if e.id not in used)
