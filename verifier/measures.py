"""Measures: the figures that indicators speak of, read in verdicts, as verified and as claimed.

A measure is a span: what is proved at least, what may be true at most. What nobody could verify is
unknown; what is counted has at least what was proved, and at most that and what is still open.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.values.dates import parse_date
from registries.values.levels import award_grade, credit_rank, level_of
from verifier.claims import Claim
from verifier.growth import average_growth
from verifier.likeness import year_in
from verifier.rules import Measure, Rules
from verifier.rules.expression import UNKNOWN, Span, exactly
from verifier.verdict import Flag, Item, Outcome, Verdict

BEST_CREDIT = 5

NOWHERE = float(10**6)
"""The place in a market of those who have none: behind everybody."""

STANDARDS = ("standards_led", "standards_participated")


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


def measure_all(sheet: Sheet, *, verified: bool) -> Mapping[str, Span]:
    """Every measure of the rules.

    Args:
        sheet: the verdicts.
        verified: what was proved; False: what the form claims.
    """
    found = {name: _measure(sheet, m, verified=verified) for name, m in sheet.rules.measures.items()}
    settings = {
        name: exactly(float(value))
        for name, (value, _) in sheet.rules.settings.items()
        if isinstance(value, int | float)
    }
    return MappingProxyType({**settings, **found})


def _measure(sheet: Sheet, measure: Measure, *, verified: bool) -> Span:
    if measure.special:
        return SPECIAL[measure.special](sheet, measure, verified)
    if measure.claim:
        return _figure(sheet.of(measure.claim, measure.year), verified=verified)
    if measure.count:
        return _count(sheet.of(measure.count), verified=verified)
    return _items(sheet, measure, verified=verified)


def _figure(verdict: Verdict | None, *, verified: bool) -> Span:
    """The figure of one claim; unknown where nobody could verify it."""
    if verdict is None:
        return UNKNOWN
    if not verified:
        return exactly(float(verdict.claimed)) if isinstance(verdict.claimed, int | float) else UNKNOWN
    decided = verdict.outcome in (Outcome.SUPPORTED, Outcome.CONTRADICTED, Outcome.PARTIALLY_SUPPORTED)
    number = verdict.verified
    return exactly(float(number)) if decided and isinstance(number, int | float) else UNKNOWN


def _count(verdict: Verdict | None, *, verified: bool) -> Span:
    """How many are proved, and how many more a person may accept."""
    if verdict is None or verdict.flag is Flag.NOT_CLAIMED:
        return exactly(0)
    if not verified:
        return _figure(verdict, verified=False)
    proved = float(verdict.verified) if isinstance(verdict.verified, int | float) else 0.0
    if verdict.flag is not Flag.NEEDS_REVIEW:
        return exactly(proved)
    claimed = float(verdict.claimed) if isinstance(verdict.claimed, int | float) else proved
    return Span(proved, max(proved, claimed))


def _items(sheet: Sheet, measure: Measure, *, verified: bool) -> Span:
    """How many items of some boxes are what the measure counts, or what their numbers add up to."""
    low = high = 0.0
    for verdict in (v for box in measure.boxes if (v := sheet.verdicts.get(box)) is not None):
        if not verdict.items and not measure.kinds:
            worth = _single(verdict, verified=verified)
            low, high = low + worth.low, high + worth.high
        for item in verdict.items:
            if item.flag is Flag.NOT_CLAIMED or not _is(sheet, measure, item, verified=verified):
                high += float(_may_be_meant(sheet, measure, item, verified=verified))
                continue
            worth = _worth(measure, item, verified=verified)
            low, high = (
                (max(low, worth.low), max(high, worth.high))
                if measure.total and "csr" not in measure.kinds
                else (low + worth.low, high + worth.high)
            )
    return Span(low, high)


def _single(verdict: Verdict, *, verified: bool) -> Span:
    """A text cell that is one thing."""
    if not verified:
        return exactly(float(verdict.flag is not Flag.NOT_CLAIMED))
    sure = verdict.flag is Flag.SUPPORTED
    return Span(float(sure), float(sure or verdict.flag is Flag.NEEDS_REVIEW))


def _worth(measure: Measure, item: Item, *, verified: bool) -> Span:
    amount = item.claimed if measure.total and item.claimed else 1.0
    if not verified:
        return exactly(amount)
    if item.flag is Flag.SUPPORTED:
        return exactly(max(amount, item.verified or 0.0) if measure.total else max(1.0, item.verified or 1.0))
    proved = item.verified or 0.0 if item.outcome is Outcome.PARTIALLY_SUPPORTED else 0.0
    return Span(proved, max(amount, proved) if item.flag is Flag.NEEDS_REVIEW else proved)


def _is(sheet: Sheet, measure: Measure, item: Item, *, verified: bool) -> bool:
    if measure.kinds and item.kind not in measure.kinds:
        return False
    name = f"{item.name}{item.project}" + _evidence_name(sheet, item)
    if any(word in item.name for word in measure.refuse) or award_grade(item.grade) == "提名奖":
        return False
    if measure.words and not any(word in name for word in measure.words):
        return False
    if measure.roles and item.role not in measure.roles:
        return False
    if item.kind == "first_version_software" and not sheet.rules.policy.first_set_includes_software:
        return False
    if (
        item.kind == "project"
        and not sheet.rules.policy.participation_is_undertaking
        and item.role == "participate"
    ):
        return False
    return _level_fits(sheet, measure, item, verified=verified) and _year_fits(sheet, measure, item)


def _may_be_meant(sheet: Sheet, measure: Measure, item: Item, *, verified: bool) -> bool:
    """An honour that an open list (等) does not name: of its levels and years, and proved."""
    if not measure.open or item.flag is not Flag.SUPPORTED or item.kind not in HONOURS:
        return False
    if any(word in item.name for word in measure.refuse) or award_grade(item.grade) == "提名奖":
        return False
    level = _level_of(sheet, item, verified=verified)
    return level in measure.levels and _year_fits(sheet, measure, item)


HONOURS = frozenset({"honour", "honor", "brand_honour", "product_honour", "cloud_honour", "bigdata_honour", "quality_award", "award"})


def _evidence_name(sheet: Sheet, item: Item) -> str:
    """What the papers behind an item are called: rules and certificates bear their own titles."""
    papers = (sheet.exhibits.get(e.exhibit) for e in item.evidence if e.counted)
    return "".join(f"{p.text('title')}{p.text('standard')}{p.text('std')}" for p in papers if p is not None)


def _level_fits(sheet: Sheet, measure: Measure, item: Item, *, verified: bool) -> bool:
    if not measure.levels:
        return True
    levels = (*measure.levels, "市") if sheet.rules.policy.municipal_honours_count else measure.levels
    known = _level_of(sheet, item, verified=verified)
    # An honour without a level: the box asks for provincial ones, and its judge has held it to that.
    return not known or (level_of(known) or known) in levels or known in levels


def _level_of(sheet: Sheet, item: Item, *, verified: bool) -> str:
    """The level by the record that proves it, else by the item's own words."""
    records = [e.match.record for e in item.evidence if e.counted and e.match] if verified else []
    known = next((r.get("level") for r in records if r.get("level")), "") or item.level
    return known or level_of(item.name)


def _year_fits(sheet: Sheet, measure: Measure, item: Item) -> bool:
    if not measure.windowed:
        return True
    records = [e.match.record for e in item.evidence if e.match]
    year = item.year or next((y for r in records if (y := year_in(r.get("year") or r.get("date")))), None)
    return year is None or year in sheet.window


def _credit(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """优秀 is 5, 差 is 1."""
    verdict = sheet.of("public_credit_grade")
    if verdict is None or verdict.flag is Flag.NOT_CLAIMED:
        return UNKNOWN
    if verified and verdict.outcome not in (Outcome.SUPPORTED, Outcome.CONTRADICTED):
        return UNKNOWN
    told = verdict.verified if verified else verdict.claimed
    text = told[0] if isinstance(told, tuple) else str(told or "")
    rank = credit_rank(text)
    return exactly(BEST_CREDIT - rank) if rank is not None else UNKNOWN


def _growth(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    spans = [_figure(sheet.verdicts.get(f"revenue.{y}"), verified=verified) for y in sheet.window]
    first = _figure(sheet.verdicts.get(f"revenue_growth.{sheet.window[0]}"), verified=verified)
    rates = [_figure(sheet.verdicts.get(f"revenue_growth.{y}"), verified=verified) for y in sheet.window]
    known = [s.low for s in spans if s.known]
    if len(known) < len(spans) or len(known) < 2:
        return UNKNOWN
    told = [r.low for r in rates if r.known]
    readings = average_growth(
        known,
        first.low if first.known else None,
        told if len(told) == len(rates) else None,
        sheet.rules.policy.avg_growth_method,
    )
    return Span(min(readings), max(readings)) if readings else UNKNOWN


def _rank(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """The best rank in a market; no rank is no place at all."""
    verdict = sheet.of("market_share")
    items = [
        i
        for i in (verdict.items if verdict else ())
        if i.kind == "market_rank" and any(w in i.name for w in measure.words) and i.claimed
    ]
    sure = [i.claimed or 0.0 for i in items if not verified or i.flag is Flag.SUPPORTED]
    maybe = [i.claimed or 0.0 for i in items if i.flag is Flag.NEEDS_REVIEW]
    high = min(sure, default=NOWHERE)
    return Span(min([*sure, *(maybe if verified else [])], default=NOWHERE), high)


def _manufacturing(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """What a company mainly does is read from its own words: making things, writing software, both."""
    claim = next((c for c in sheet.claims if c.key == "main_business_scope"), None)
    text = claim.text if claim is not None and not claim.blank else ""
    makes = any(word in text for word in ("制造", "生产", "加工"))
    serves = any(word in text for word in ("软件", "服务", "平台", "技术开发", "咨询", "数据"))
    if makes == serves:
        return Span(0, 1)
    return exactly(float(makes))


def _digital_inventions(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """Valid inventions whose IPC class is digital; without a class a reviewer says."""
    verdict = sheet.of("invention_patents_valid")
    span = _count(verdict, verified=verified)
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


def _standards(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """Standards led or joined, each once; local and group ones only where the policy says so."""
    verdicts = [v for key in STANDARDS if (v := sheet.of(key)) is not None]
    spans = [_count(v, verified=verified) for v in verdicts]
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


def _evaluation(sheet: Sheet, measure: Measure, verified: bool) -> Span:
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


def _active(sheet: Sheet, measure: Measure, verified: bool) -> Span:
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


SPECIAL: Mapping[str, Callable[[Sheet, Measure, bool], Span]] = MappingProxyType(
    {
        "growth": _growth,
        "rank": _rank,
        "credit": _credit,
        "manufacturing": _manufacturing,
        "digital_inventions": _digital_inventions,
        "standards": _standards,
        "evaluation": _evaluation,
        "active_developers": _active,
    }
)


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
