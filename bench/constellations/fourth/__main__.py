"""The command: judge every situation, print what is not as it should be, and the counts."""

import sys
from collections import Counter

from bench.constellations.fourth import SITUATIONS
from bench.constellations.fourth.desk import verdict_on


def kind_of(right: tuple[str, ...], said: str) -> str:
    """How a verdict stands to what it should be."""
    if said in right:
        return "right"
    if said == "supported":
        return "FALSE SUPPORTED"
    return "deferred" if said == "needs_review" else "false unsupported" if "supported" in right else "other"


def main() -> int:
    """Print the mistakes and the counts; 1 where something is falsely supported."""
    total: Counter[str] = Counter()
    for situation in SITUATIONS:
        verdict = verdict_on(situation)
        kind = kind_of(situation.right, verdict.flag.value)
        total[kind] += 1
        if kind != "right" or "--all" in sys.argv:
            items = " ".join(
                f"[{i.kind} {i.name}: {i.flag.value} {','.join(i.reasons)}]" for i in verdict.items
            )
            print(
                f"{kind:18s} {situation.key} · {situation.name}: {'/'.join(situation.right)}, said {verdict.flag.value} {','.join(verdict.reasons)} {items}"
            )
    print(
        f"{sum(total.values())} situations: " + ", ".join(f"{kind} {n}" for kind, n in sorted(total.items()))
    )
    return 1 if total["FALSE SUPPORTED"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
