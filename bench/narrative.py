"""How well narrative boxes are read: precision, recall and F1 by kind against labelled sentences.

    python -m bench.narrative SENTENCES.json [--wrong]

The file holds `sentences`, each with `field`, `text` and `claims` (kind, start, end and what the
label knows of name, grade, year, level, role, rank, quantity, status, polarity). «found» asks for
kind and place only, «exact» also for every one of these that the label gives.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors.narrative.mention import Mention
from extractors.narrative.reading import read_narrative

# The labels' finer kinds, and the kind of mention that covers them.
KINDS = {
    "science_award": "award", "association_award": "award", "mlps": "security_filing",
    **dict.fromkeys(("quality_award", "product_honour", "brand_honour", "cloud_honour", "bigdata_honour",
                     "association_honour", "commercial_credit", "hitech"), "honour"),
}  # fmt: skip
LEVELS = {"national": "国家", "provincial": "省", "municipal": "市", "association": "协会"}
REGISTERED = ("award", "first_set", "honour", "security_filing")


def main() -> int:
    """Scores one file and prints a row for each kind."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("sentences", type=Path)
    options.add_argument("--wrong", action="store_true", help="list what was missed, invented or inexact")
    chosen = options.parse_args()
    tally: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for sentence in json.loads(chosen.sentences.read_text("utf-8"))["sentences"]:
        compare(sentence, tally, wrong)
    kinds = sorted({kind for kind, _ in tally})
    print(f"{'kind':24s} {'labels':>6s} {'P':>6s} {'R':>6s} {'F1':>6s} {'exact F1':>9s}")
    for kind in kinds:
        print(row(kind, [kind], tally))
    print(row("registered kinds", REGISTERED, tally))
    print(row("all kinds", kinds, tally))
    if chosen.wrong:
        print("\n".join(wrong))
    return 0


def compare(sentence: Mapping[str, Any], tally: Counter[tuple[str, str]], wrong: list[str]) -> None:
    """Pairs the mentions of one sentence with its labels and counts."""
    free = [m for m in read_narrative(sentence["text"], sentence["field"]) if m.kind != "slogan"]
    missed = []
    for claim in sentence["claims"]:
        kind = KINDS.get(claim["kind"], claim["kind"])
        tally[kind, "labels"] += 1
        hits = [m for m in free if m.kind == kind and shared(m, claim) >= 0.5]
        hit = max(hits, key=lambda m: (not faults(m, claim), shared(m, claim)), default=None)
        if hit is None:
            missed.append(f"{sentence['id']}: missed {kind} «{claim['span']}»")
            continue
        free.remove(hit)
        tally[kind, "found"] += 1
        tally[kind, "exact"] += not faults(hit, claim)
        if found := faults(hit, claim):
            wrong.append(f"{sentence['id']}: {kind} «{hit.text}» {', '.join(found)}")
    for extra in free:
        tally[extra.kind, "invented"] += 1
        missed.append(f"{sentence['id']}: invented {extra.kind} «{extra.text}»")
    wrong += missed


def shared(mention: Mention, claim: Mapping[str, Any]) -> float:
    """The characters that both cover, as a part of the shorter one."""
    common = min(mention.end, claim["end"]) - max(mention.start, claim["start"])
    return float(max(0, common)) / float(min(mention.end - mention.start, claim["end"] - claim["start"]))


def faults(mention: Mention, claim: Mapping[str, Any]) -> list[str]:
    """The attributes in which a mention differs from what its label says."""
    quantity = claim.get("quantity") or {}
    value = quantity.get("value")
    pairs: list[tuple[str, object, object]] = [
        ("year", claim.get("year"), mention.years[0] if len(mention.years) == 1 else None),
        ("rank", claim.get("rank"), mention.rank),
        ("number", claim.get("number"), mention.number),
        ("role", claim.get("role") if claim.get("role") in ("lead", "participate") else None, mention.role),
        ("quantity", value if value not in (0, 1) else None, mention.quantity),
        (
            "bound",
            quantity.get("op") if quantity.get("op") in ("gt", "ge", "lt", "le") else None,
            mention.bound,
        ),
        ("negated", claim.get("polarity") == "negated", mention.negated),
    ]
    if mention.kind in REGISTERED:
        grade = (
            claim.get("grade")
            if claim["kind"] in ("science_award", "association_award", "quality_award")
            else None
        )
        pairs += [
            ("grade", grade, mention.grade),
            ("level", LEVELS.get(claim.get("level", "")), mention.level),
        ]
        pairs.append(("status", claim.get("status"), mention.status))
    if mention.kind == "first_set":
        pairs = [p for p in pairs if p[0] != "level"]
    return [f"{name} {got!r} for {want!r}" for name, want, got in pairs if want is not None and want != got]


def row(name: str, kinds: Sequence[str], tally: Counter[tuple[str, str]]) -> str:
    """One line of the table for one kind or several together."""
    labels, found, exact, invented = (
        sum(tally[k, c] for k in kinds) for c in ("labels", "found", "exact", "invented")
    )
    precision = found / (found + invented) if found + invented else 0.0
    recall = found / labels if labels else 0.0
    f1 = 2 * found / (labels + found + invented) if labels + found + invented else 0.0
    strict = 2 * exact / (labels + found + invented) if labels + found + invented else 0.0
    return f"{name:24s} {labels:6d} {precision:6.3f} {recall:6.3f} {f1:6.3f} {strict:9.3f}"


if __name__ == "__main__":
    sys.exit(main())
