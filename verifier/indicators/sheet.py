"""What measures are read from: the verdicts, papers and rules of one application."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from extractors.exhibit import Exhibit
from verifier.claims import Claim
from verifier.rules import Rules
from verifier.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that measures are read from."""

    verdicts: Mapping[str, Verdict]
    exhibits: Mapping[str, Exhibit]
    rules: Rules
    window: tuple[int, ...]
    as_of: date
    claims: tuple[Claim, ...] = ()

    def of(self, claim: str, year: str = "") -> Verdict | None:
        """The verdict on a claim; `year` is last, first or second of the window where it has a column a year."""
        at = {"last": -1, "first": 0, "second": 1}.get(year)
        dated = f"{claim}.{self.window[at]}" if at is not None and len(self.window) > at else claim
        return self.verdicts.get(dated) or self.verdicts.get(claim)


def sheet_of(
    verdicts: Sequence[Verdict],
    exhibits: Sequence[Exhibit],
    claims: Sequence[Claim],
    rules: Rules,
    as_of: date,
) -> Sheet:
    """The sheet of one application."""
    years = tuple(sorted({c.year for c in claims if c.year is not None})) or rules.policy.window_years
    return Sheet(
        MappingProxyType({v.key: v for v in verdicts}),
        MappingProxyType({e.id: e for e in exhibits}),
        rules,
        years,
        as_of,
        tuple(claims),
    )
