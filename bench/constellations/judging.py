"""Bending, judging, counting."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from api.example import facts
from api.example.application import Application
from api.example.facts import company_row
from api.example.whole import completed
from bench.constellations.draft import COUNTS, JOINED, LED, RENAMED, Draft
from bench.constellations.waves import ALONE, EACH, TRAPS
from bench.frauds import SIZE, _kind, outcomes, prepare
from verifier.verdict import Verdict


def renamed(app: Application) -> Application:
    """The applicant bore another name until the summer of 2018, as the companies registry knows."""
    name = app.company.name
    former = name[:4] + "计算机" + "".join(c for c in name[-6:] if c not in "股份")
    former = former if former.endswith("有限公司") else name[:4] + "计算机技术有限公司"
    told = f"{former}@{app.company.founded.isoformat()}..{RENAMED.isoformat()}"
    company = replace(app.company, former=told)
    others = [r for r in app.tables["companies"] if r["name"] != name]
    return replace(app, company=company, tables={**app.tables, "companies": [*others, company_row(company)]})


def draft(seed: int, order: Sequence[str]) -> Draft:
    """A dossier with the first traps of `order` that go together."""
    chance = Random(seed)
    d = Draft(renamed(completed(facts.supported(seed, SIZE), chance)), chance)
    base = {key: int(d.app.claims[key]) for key in COUNTS}
    sprung = 0
    for name in order:
        key, trap = TRAPS[name]
        if sprung == EACH or (key in ALONE and d.bent[key]):
            continue
        trap(d)
        d.bent[key].add(name)
        sprung += 1
    for key in COUNTS:
        right, wrong, waiting = base[key] + d.good[key], d.bad[key], d.open[key]
        flag = "unsupported" if wrong else "needs_review" if waiting else "supported"
        d.claim(key, right + wrong + waiting, flag, right)
    if (
        "drafter_without_company" in d.bent[LED]
        or "standard_to_come" in d.bent[LED]
        or "group_standard_joined" in d.bent[LED]
        or "parts_of_a_standard" in d.bent[LED]
        or d.bent[LED] & {"joined_but_replaced", "same_standard_in_both_cells"}
    ):
        d.bent[JOINED] = set(d.bent[LED])
    return d


def numbers(app: Application, verdicts: Sequence[Verdict]) -> list[tuple[str, str, str]]:
    """How many of each count are proved, beside how many should be."""
    found = {v.key: v.verified for v in verdicts}
    return [(f"{key} · n", str(app.expected[key]["verified"]), str(found[key])) for key in COUNTS]


def _number_kind(right: int, said: int) -> str:
    return "right" if said == right else "FALSE SUPPORTED" if said > right else "false unsupported"


def run(number: int, seed: int, verbose: bool) -> tuple[dict[str, Counter[str]], Counter[str], list[str]]:
    """Judge the dossiers; the table by trap, the totals, and the mistakes in words."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    wrong: list[str] = []
    left: Counter[str] = Counter()
    chance = Random(seed)
    for at in range(number):
        d = draft(seed * 7_919 + at, sorted(TRAPS, key=lambda name: (left[name], chance.random())))
        for name in (name for found in d.bent.values() for name in found):
            left[name] += 1
            table[name]["traps"] += 1
        with tempfile.TemporaryDirectory() as scratch:
            prepared = prepare(d.app, Path(scratch), Random(at))
            verdicts = prepared.judge()
            prepared.registries.close()
        for what, wanted, said in (*outcomes(d.app, verdicts), *numbers(d.app, verdicts)):
            kind = _kind(wanted, said) if not wanted.isdigit() else _number_kind(int(wanted), int(said))
            total[kind] += 1
            key = what.partition(" · ")[0]
            for name in sorted(d.bent.get(key, ())) or ["(nothing wrong)"]:
                table[name][kind] += 1
            if kind != "right":
                wrong.append(f"{at} {what}: {wanted}, said {said} ({', '.join(sorted(d.bent.get(key, ())))})")
                if verbose:
                    verdict = next((v for v in verdicts if v.key == key), None)
                    print(wrong[-1], verdict and verdict.explanation, flush=True)
    return table, total, wrong
