"""等级测评: whether the evaluations of filed systems are recent enough for their level (dossier A, security_technology.3)."""

from extractors.exhibit import Exhibit
from registries.values.dates import parse_date
from registries.values.levels import security_level
from verifier.judging.case import Case


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
