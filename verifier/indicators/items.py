"""How many items of some boxes are what a measure counts."""

from registries.values.levels import award_grade, level_of
from verifier.indicators.sheet import Sheet
from verifier.likeness import year_in
from verifier.rules import Measure
from verifier.rules.expression import Span, exactly
from verifier.verdict import Flag, Item, Outcome, Verdict


def items_counted(sheet: Sheet, measure: Measure, *, verified: bool) -> Span:
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
