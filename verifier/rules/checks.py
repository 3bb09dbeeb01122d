"""The table of checks: what is looked at in every cell of the form, and which reasons that can give.

It decides nothing; it is what docs/checks.md says, held to the judges by tests.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from verifier.rules.model import Rules

TABLE = "zhejiang-2022-checks.toml"
OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "supported": "a note",
        "partially_supported": "部分佐证",
        "contradicted": "与佐证矛盾",
        "no_evidence": "无佐证",
        "unverifiable": "无法核验",
        "needs_human_review": "需人工判断",
    }
)


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One check: what must hold, the worst outcome where it does not, and the reasons that say so."""

    what: str
    outcome: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """All checks: those of every cell, those of every item of a box, and each cell's own."""

    everywhere: tuple[CheckRule, ...]
    boxes: tuple[CheckRule, ...]
    cells: Mapping[str, tuple[CheckRule, ...]]

    def reasons(self, claim: str, rules: Rules) -> frozenset[str]:
        """Every reason and note that a cell can be given."""
        boxed = self.boxes if claim in rules.boxes else ()
        return frozenset(code for c in (*self.everywhere, *boxed, *self.cells[claim]) for code in c.reasons)


@cache
def load_checks() -> Checks:
    """The table of the edition that ships."""
    table = tomllib.loads((files("verifier.rules") / TABLE).read_text("utf-8"))
    cells = {name: tuple(map(_check, rows)) for name, rows in table["checks"].items()}
    everywhere, boxes = (tuple(map(_check, table[part]["lines"])) for part in ("everywhere", "boxes"))
    return Checks(everywhere, boxes, MappingProxyType(cells))


def _check(row: list[str]) -> CheckRule:
    return CheckRule(row[0], row[1], tuple(row[2].split()))


def as_markdown(checks: Checks, rules: Rules) -> str:
    """The table as docs/checks.md shows it."""
    head = "| check | where it fails | reasons and notes |\n|---|---|---|\n"
    parts = [
        "# Checks\n\nWhat is looked at in every cell of the form, the worst outcome where it does not hold, and the reasons that say so "
        "(their words: [errors.md](errors.md)). Written by `python -m verifier.rules.checks`; tests hold it to what the judges give.\n",
        f"## Every cell\n\n{head}{_rows(checks.everywhere)}",
        f"## Every item of a narrative box\n\n{head}{_rows(checks.boxes)}",
        f"## Cell by cell\n\nRegistries and papers are those of `zhejiang-2022.toml`; indicators that read the cell are named.\n\n"
        f"| cell | read by | {head[2:]}",
    ]
    parts[-1] = parts[-1].replace("|---|---|---|\n", "|---|---|---|---|---|\n")
    lines = []
    for claim, rows in checks.cells.items():
        read = ", ".join(i.id for i in rules.indicators if claim in i.claims) or "–"
        for at, check in enumerate(rows):
            first = f"`{claim}`{' (box)' if claim in rules.boxes else ''} | {read}" if not at else " | "
            lines.append(f"| {first} | {check.what} | {OUTCOMES[check.outcome]} | {_codes(check)} |")
    return "\n".join(parts) + "\n".join(lines) + "\n"


def _rows(checks: tuple[CheckRule, ...]) -> str:
    return "".join(f"| {c.what} | {OUTCOMES[c.outcome]} | {_codes(c)} |\n" for c in checks)


def _codes(check: CheckRule) -> str:
    return " ".join(f"`{code}`" for code in check.reasons) or "–"


if __name__ == "__main__":
    from verifier.rules import load_rules

    print(as_markdown(load_checks(), load_rules()), end="")
