"""Measures that look at the papers and records behind a claim: patents by class, standards by level, evaluations, developers."""

from collections.abc import Iterator

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.values.dates import parse_date
from verifier.indicators.figures import count_of
from verifier.indicators.sheet import Sheet
from verifier.rules import Measure, Rules
from verifier.rules.expression import UNKNOWN, Span, exactly
from verifier.verdict import Verdict

STANDARDS = ("standards_led", "standards_participated")


def digital_inventions(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """Valid inventions whose IPC class is digital; without a class a reviewer says."""
    verdict = sheet.of("invention_patents_valid")
    span = count_of(verdict, verified=verified)
    if not verified or verdict is None:
        return span
    classes = [m.record.get("ipc") for m in _counted(verdict)]
    foreign = sum(bool(c.strip()) and not _digital(c, sheet.rules) for c in classes)
    known = sum(bool(c.strip()) and _digital(c, sheet.rules) for c in classes)
    return Span(float(known), span.high - foreign)


def _digital(ipc: str, rules: Rules) -> bool:
    codes = [part.replace(" ", "").upper() for part in ipc.replace("；", ";").replace(",", ";").split(";")]
    return any(code.startswith(rules.digital_ipc) for code in codes if code)


def _counted(verdict: Verdict) -> Iterator[Match]:
    seen: set[str] = set()
    for evidence in verdict.evidence:
        if evidence.counted and evidence.match and evidence.match.record.id not in seen:
            seen.add(evidence.match.record.id)
            yield evidence.match


def standards(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """Standards led or joined, each once; local and group ones only where the policy says so."""
    verdicts = [v for key in STANDARDS if (v := sheet.of(key)) is not None]
    spans = [count_of(v, verified=verified) for v in verdicts]
    if not verified:
        return Span(sum(s.low for s in spans), sum(s.high for s in spans))
    records = {m.record.id: m.record for v in verdicts for m in _counted(v)}
    levels = ("国际", "国家", "行业")
    kept = [
        r
        for r in records.values()
        if sheet.rules.policy.group_local_standards_count or any(w in r.get("level") for w in levels)
    ]
    waiting = sum(s.high - s.low for s in spans)
    return Span(float(len(kept)), float(len(kept)) + waiting)


def evaluation(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """An evaluation report within its time that does not say 差 or 不符合; without a report nobody knows."""
    if not verified:
        return UNKNOWN
    reports = [e for e in sheet.exhibits.values() if e.type == "mlps_report"]
    if not reports:
        return UNKNOWN
    return exactly(float(any(_passed(sheet, report) for report in reports)))


def _passed(sheet: Sheet, report: Exhibit) -> bool:
    made = parse_date(report.text("date")) or parse_date(report.text("year") + "-12-31")
    level = report.text("level") or "3"
    days = sheet.rules.policy.mlps_report_days.get(level.strip("级第") or "3", 366)
    conclusion = report.text("conclusion")
    good = conclusion not in ("差", "不符合") and bool(conclusion or report.text("score"))
    return good and made is not None and 0 <= (sheet.as_of - made).days <= days


def active_developers(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """Active developers stand on no cell of the form: only papers tell, and never a number gathered."""
    verdict = sheet.of("developers_count")
    if verdict is None or not verified:
        items = [i for v in sheet.verdicts.values() for i in v.items if i.kind == "platform_metric"]
        told = [i.claimed for i in items if i.claimed and "活跃" in i.name]
        return exactly(max(told)) if told else UNKNOWN
    names = sheet.rules.facts["active_developers"]
    papers = [e for e in sheet.exhibits.values() if e.type == "platform_statistics"]
    facts = [f for p in papers for name in names if (f := p.fact(name)) is not None]
    numbers = [float(f.value) for f in facts if isinstance(f.value, int | float)]
    return exactly(max(numbers)) if numbers else UNKNOWN
