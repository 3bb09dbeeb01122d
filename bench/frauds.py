"""Frauds and honest errors on facts: python -m bench.frauds [--dossiers 220] [--freeze].

Applications are drawn as facts (api/example), each with several traps; papers are exhibits without a
picture, registries real snapshots, narrative boxes really read. Prints the confusion table by trap,
false «supported», false «unsupported», deferred, and how long 300 exhibits take to judge. `--freeze`
writes the table to bench/frauds.json; without it the table is held against the one written there.
"""

import argparse
import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from api.example import facts, narrative
from api.example.application import Application, Paper
from api.example.facts import Size
from api.example.registry_tables import write_tables
from api.example.traps import FACT_TRAPS, TRAPS, Trap
from api.example.truth import STATED
from api.example.whole import completed
from extractors.exhibit import Exhibit, Fact, Place, Row
from extractors.forms.reading import read_form
from extractors.geometry import Box
from extractors.narrative.mention import Mention
from extractors.narrative.reading import read_narrative
from registries.catalog import Registries, open_registries
from registries.intake import import_folder
from registries.match import Findings
from verifier.applicant import find_applicant
from verifier.asking import ask, ask_company, partners_of
from verifier.claims import Claim, find_claims
from verifier.judge import judge
from verifier.listing import with_own_row
from verifier.rules import load_rules
from verifier.unread import UnreadPage
from verifier.verdict import Flag, Verdict

FROZEN = Path(__file__).parent / "frauds.json"
SIZE = Size(patents=5, software=4, standards=("GB", "YD", "T"), strangers=24)
COUNTS = ("invention_patents_valid", "software_copyrights", "standards_led", "standards_participated")
EACH = 4
ALONE = ("bought", "page_unreadable", "std_joined_as_led")
"""Traps of a count that leave it open, or lower: with another trap of the same count the truth is another."""

ALL: Mapping[str, Trap] = {**TRAPS, **FACT_TRAPS}
COLUMNS = {"企业名称": "holder", "产品名称": "title", "项目名称": "title"}
LINES = {
    "一、营业收入": "revenue",
    "研发费用": "rd",
    "三、利润总额": "profit",
    "二、营业利润": "operating_profit",
    "四、净利润": "net_profit",
}


@dataclass(frozen=True)
class Dossier:
    """One application, the traps in it, and the keys and boxes that each trap bends."""

    application: Application
    bent: Mapping[str, frozenset[str]]


def exhibit(number: int, paper: Paper, sure: float) -> Exhibit:
    """A paper as it would have been read, every field where it stands."""
    sure = float(paper.says.get("sure", sure))
    says = {k: v for k, v in paper.says.items() if paper.layout == "facts" or k in STATED.get(paper.type, ())}
    says |= {k: paper.says[k] for k in ("award", "issuer", "level", "uscc") if k in paper.says}
    if paper.type in _MORE:
        says |= {name: paper.says[k] for k, name in _MORE[paper.type].items() if paper.says.get(k)}
    found = [
        _fact(k, v, sure, i)
        for i, (k, v) in enumerate(says.items())
        if k not in ("rows", "columns", "sure") and v not in ("", None)
    ]
    if paper.type == "audit_report":
        found += _statement(paper, sure)
    rows = _rows(paper, sure)
    if rows:
        found = [f for f in found if f.name not in ("holder", "title", "tax_per_mu")]
    return Exhibit(
        f"p{number}", f"{paper.section}.pdf", "0" * 64, (number + 1,), paper.type, tuple(found), rows
    )


_MORE: Mapping[str, Mapping[str, str]] = {
    "business_licence": {
        "legal": "legal_representative",
        "capital": "capital",
        "address": "address",
        "scope": "scope",
    },
    "credit_report_public": {"date": "date"},
    "software_copyright_certificate": {"cert_no": "certificate_no", "version": "version"},
    "mlps_filing": {"title": "system"},
    "name_change_notice": {"former": "former_name"},
    "hitech_certificate": {"valid_to": "valid_to"},
}


def _fact(name: str, value: Any, sure: float, line: int) -> Fact:
    plain = value.isoformat() if isinstance(value, date) else value
    told = plain if isinstance(plain, str | int | float) else ";".join(map(str, plain))
    box = Box(72.0, 80.0 + 14 * line, 300.0, 92.0 + 14 * line)
    return Fact(name, told, str(told), (Place(1, box),), sure)


def _statement(paper: Paper, sure: float) -> list[Fact]:
    """The columns of the income statement, in 万元."""
    found = []
    for label, now, before in paper.says["statement"]:
        name = next((n for start, n in LINES.items() if label.startswith(start)), "")
        if name:
            found.append(_fact(f"prior_{name}_wan", before / 10_000, sure, 20))
            if f"{name}_wan" not in paper.says:
                found.append(_fact(f"{name}_wan", now / 10_000, sure, 21))
    return found


def _rows(paper: Paper, sure: float) -> tuple[Row, ...]:
    columns = [COLUMNS.get(c, c) for c in paper.says.get("columns", ())]
    return tuple(
        Row(tuple(_fact(c, v, sure, i) for c, v in zip(columns, row, strict=False) if v != ""))
        for i, row in enumerate(paper.says.get("rows", ()))
    )


def dossiers(number: int, seed: int) -> Iterator[Dossier]:
    """Applications with some traps each, so that every trap comes up equally often."""
    chance, left = Random(seed), Counter[str]()
    for at in range(number):
        application = completed(facts.supported(seed * 10_000 + at, SIZE), chance)
        bent: dict[str, frozenset[str]] = {}
        order = sorted(ALL, key=lambda name: (left[name], chance.random()))
        for name in order:
            if len(bent) == EACH:
                break
            tried = _sprung(application, name, at, bent)
            if tried is not None:
                application, bent[name] = tried
                left[name] += 1
        yield Dossier(replace(application, traps=list(bent)), bent)


def _sprung(
    application: Application, name: str, seed: int, bent: Mapping[str, frozenset[str]]
) -> tuple[Application, frozenset[str]] | None:
    """The application with one trap more, unless it bends what another trap has bent."""
    try:
        changed = ALL[name](application, Random(f"{seed}/{name}"))
    except (StopIteration, IndexError):  # what the trap would bend is gone
        return None
    keys = frozenset(
        k
        for k in {*changed.expected, *changed.claims}
        if changed.expected.get(k) != application.expected.get(k)
        or changed.claims.get(k) != application.claims.get(k)
    )
    boxes = frozenset(i.box for i in application.items if i not in changed.items)
    gained = frozenset(i.box for i in changed.items if i not in application.items)
    taken = frozenset().union(*bent.values()) if bent else frozenset()
    alone = name in ALONE or any(other in ALONE for other in bent)
    clash = {k for k in (*keys, *boxes) if k in taken and (alone or k not in COUNTS)}
    return None if clash else (changed, keys | boxes | gained | {name})


@dataclass(frozen=True)
class Prepared:
    """Everything that judging an application needs."""

    claims: tuple[Claim, ...]
    exhibits: tuple[Exhibit, ...]
    findings: Mapping[str, tuple[Findings, ...]]
    company: tuple[Findings, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    registries: Registries
    unread: tuple[UnreadPage, ...]
    as_of: date

    def judge(self) -> tuple[Verdict, ...]:
        """The verdicts."""
        names = next(
            (
                n
                for c in self.claims
                if c.key in ("org_code", "company_name") and (n := self.registries.names_of(c.text))
            ),
            None,
        )
        return judge(
            self.claims, self.exhibits, self.findings, load_rules(), self.as_of,
            company=self.company, names=names, mentions=self.mentions, unread=self.unread,
        )  # fmt: skip


def prepare(application: Application, folder: Path, chance: Random) -> Prepared:
    """Write the registries and the form, read the form and its boxes, ask about every exhibit."""
    write_tables(folder / "registries", application, chance)
    import_folder(folder / "registries", folder / "registries.db")
    registries = open_registries(folder / "registries.db")
    form = folder / "form.json"
    form.write_text(json.dumps(narrative.filled(application), ensure_ascii=False), "utf-8")
    claims = find_claims(read_form(form))
    sure = chance.choice((1.0, 0.96))
    papers = [p for p in application.papers if p.type != "unreadable"]
    exhibits = tuple(exhibit(n, p, sure) for n, p in enumerate(papers))
    company = tuple(registries.search(q, application.as_of) for q in ask_company(claims))
    names = find_applicant(claims, exhibits, company).names
    exhibits = tuple(with_own_row(e, names) for e in exhibits)
    partners = partners_of(exhibits, load_rules())
    findings = {
        e.id: tuple(registries.search(q, application.as_of) for q in ask(e, load_rules(), partners))
        for e in exhibits
    }
    boxes = load_rules().boxes
    mentions = {
        c.key: read_narrative(c.text, c.name)
        for c in claims
        if c.name in boxes and not c.blank and not c.field.ticked
    }
    unread = tuple(
        UnreadPage(f"{p.section}.pdf", 1, **p.says) for p in application.papers if p.type == "unreadable"
    )
    return Prepared(claims, exhibits, findings, company, mentions, registries, unread, application.as_of)


Outcome = tuple[str, str, str]
"""What was judged, what it should be, what it is."""


def outcomes(application: Application, verdicts: Sequence[Verdict]) -> Iterator[Outcome]:
    """Every verdict and item of which the truth is known."""
    found = {v.key: v for v in verdicts}
    for key, wanted in narrative.verdicts(application).items():
        verdict = found.get(key)
        if "flag" in wanted:
            yield key, wanted["flag"], verdict.flag.value if verdict else "missing"
        rest = list(verdict.items) if verdict else []
        for item in wanted.get("items", ()):
            match = next((i for i in rest if _is(item, i)), None)
            rest = [i for i in rest if i is not match]
            yield f"{key} · {item['name']}", item["flag"], match.flag.value if match else "missing"


def _is(wanted: Mapping[str, Any], item: Any) -> bool:
    a, b = (facts_plain(x) for x in (wanted["name"], item.name))
    named = a in b or b in a
    return (
        named
        and (wanted.get("year") is None or wanted["year"] == item.year)
        and (not wanted.get("grade") or wanted["grade"] in item.grade)
    )


def facts_plain(text: str) -> str:
    """What names are compared by."""
    return "".join(c for c in text if c.isalnum())


def run(number: int, seed: int, verbose: bool) -> tuple[dict[str, Counter[str]], Counter[str], list[str]]:
    """Judge the applications; the table by trap, the totals, and the mistakes in words."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    wrong: list[str] = []
    for at, dossier in enumerate(dossiers(number, seed)):
        with tempfile.TemporaryDirectory() as scratch:
            prepared = prepare(dossier.application, Path(scratch), Random(at))
            verdicts = prepared.judge()
            prepared.registries.close()
        for name in dossier.bent:
            table[name]["traps"] += 1
        for what, wanted, said in outcomes(dossier.application, verdicts):
            kind = _kind(wanted, said)
            total[kind] += 1
            key = what.partition(" · ")[0]
            for name in [n for n, keys in dossier.bent.items() if key in keys] or ["(nothing wrong)"]:
                table[name][kind] += 1
            if kind != "right":
                wrong.append(f"{at} {what}: {wanted}, said {said} ({', '.join(dossier.bent)})")
                if verbose:
                    print(wrong[-1], flush=True)
    return table, total, wrong


def _kind(wanted: str, said: str) -> str:
    if wanted == said:
        return "right"
    if said == "supported":
        return "FALSE SUPPORTED"
    if said == "needs_review":
        return "deferred"
    return "missing" if said == "missing" else "false unsupported" if wanted == "supported" else "other"


def speed(exhibits: int = 300) -> float:
    """Seconds that judging one application of so many exhibits takes, the registries already asked."""
    size = Size(
        patents=exhibits * 5 // 10, software=exhibits * 4 // 10, standards=("GB", "YD", "T") * 5, strangers=30
    )
    application = completed(facts.supported(99, size), Random(9))
    with tempfile.TemporaryDirectory() as scratch:
        prepared = prepare(application, Path(scratch), Random(1))
        prepared.judge()
        start = time.perf_counter()
        verdicts = prepared.judge()
        took = time.perf_counter() - start
        prepared.registries.close()
    flags = Counter(v.flag for v in verdicts)
    print(f"judging {len(prepared.exhibits)} exhibits: {took:.3f} s ({flags[Flag.SUPPORTED]} supported)")
    return took


def show(table: Mapping[str, Counter[str]], total: Counter[str]) -> None:
    """The confusion table, a line for each trap."""
    kinds = ("traps", "right", "FALSE SUPPORTED", "false unsupported", "deferred", "missing", "other")
    print(f"{'trap':24s}" + "".join(f"{kind:>18s}" for kind in kinds))
    for name in sorted(table):
        print(f"{name:24s}" + "".join(f"{table[name][kind]:18d}" for kind in kinds))
    all_ = sum(total.values())
    print(f"verdicts and items {all_}: right {total['right'] / all_:.2%}, FALSE SUPPORTED {total['FALSE SUPPORTED']}, "
          f"false unsupported {total['false unsupported'] / all_:.2%}, deferred {total['deferred'] / all_:.2%}, missing {total['missing']}")  # fmt: skip


Run = Callable[[int, int, bool], tuple[dict[str, Counter[str]], Counter[str], list[str]]]
"""Judges so many dossiers of a seed, aloud or not: the table by trap, the totals, the mistakes in words."""


def run_and_compare(run: Run, dossiers: int, frozen: Path, about: str | None) -> int:
    """The command of a bench of generated dossiers: run, print, compare with the frozen table; its exit status."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--dossiers", type=int, default=dossiers)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--freeze", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    start = time.perf_counter()
    table, total, wrong = run(options.dossiers, options.seed, options.verbose)
    show(table, total)
    for line in wrong[:60]:
        print("  -", line)
    print(f"{options.dossiers} dossiers in {time.perf_counter() - start:.0f} s")
    counted = {name: dict(sorted(counts.items())) for name, counts in sorted(table.items())}
    found = {"dossiers": options.dossiers, "seed": options.seed, "table": counted}
    if options.freeze:
        frozen.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    elif frozen.exists() and json.loads(frozen.read_text("utf-8")) != found:
        print("the table differs from the frozen one")
        return 1
    return 1 if total["FALSE SUPPORTED"] else 0


def main() -> int:
    """Run, print, and time the judging of one large application."""
    status = run_and_compare(run, 270, FROZEN, __doc__)
    return status if speed() < 1.0 else 1


if __name__ == "__main__":
    raise SystemExit(main())
