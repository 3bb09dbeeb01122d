"""等级测评: whether the evaluations of filed systems were passed, and are recent enough for their level (dossier A, security_technology.3)."""

from datetime import date

from extractors.exhibit import Exhibit
from registries.values.dates import parse_date
from registries.values.levels import security_level
from verifier.judging.case import Case
from verifier.likeness import within

_FAILED = ("差", "不符合", "不合格", "不通过")


def failed(case: Case, system: str, level: str) -> bool:
    """The last evaluation of the system says that it does not meet its level."""
    about = [r for r in case.papers(("mlps_report",)) if _of(r, system, level)]
    last = max(about, key=lambda r: parse_date(r.text("date")) or date.min, default=None)
    return last is not None and any(word in last.text("conclusion") for word in _FAILED)


def _of(report: Exhibit, system: str, level: str) -> bool:
    named = not report.text("system") or not system or within(report.text("system"), system)
    return named and security_level(report.text("level")) in (None, security_level(level))


def outdated(case: Case, level: str) -> bool:
    """Evaluations lie there, and each is older than its level allows; without one nothing is told."""
    reports = case.papers(("mlps_report",))
    rank = str(security_level(level) or "")
    same = [r for r in reports if not rank or str(security_level(r.text("level")) or rank) == rank]
    return bool(same) and all(_too_old(case, report, rank) for report in same)


def _too_old(case: Case, report: Exhibit, level: str) -> bool:
    made = parse_date(report.text("date")) or parse_date(f"{report.text('year')}-12-31")
    days = case.rules.policy.mlps_report_days.get(level or "3", 366)
    return made is not None and (case.as_of - made).days > days
