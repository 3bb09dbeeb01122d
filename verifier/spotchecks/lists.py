"""The list to draw from: an office's own table, or the reports of a folder with what makes them risky.

Risk follows from the report alone: 高 where a claim is not supported or the form contradicts itself, 中 where
something waits for a person or a count stands within one of a threshold of the rules (exactly 20 patents), else 低.
"""

from collections.abc import Sequence
from pathlib import Path

from registries.errors import RegistryError
from registries.importing.reading import read_sheets
from verifier.errors import ListUnread
from verifier.report.report import Report
from verifier.spotchecks.drawing import Unit

NAMES = ("企业名称", "名称", "单位名称", "name", "company")
NEAR = {
    "invention_patents_valid": (20,),
    "software_copyrights": (100,),
    "rd_ratio": (5,),
    "rd_staff_ratio": (15,),
}
"""Thresholds of the reference table (I-05.1, I-06.1, I-09.1) at which a figure draws attention."""


def units_of_table(path: Path, name: str = "") -> tuple[Unit, ...]:
    """The rows of a table as units.

    Args:
        path: .csv, .xlsx or .json; the first row with cells is the header.
        name: the column that names a unit; empty takes 企业名称, else the first column.

    Raises:
        ListUnread: it cannot be read, or has no such column.
    """
    try:
        sheets = (
            [cells for _, cells in sheet.rows if any(c.strip() for c in cells)] for sheet in read_sheets(path)
        )
        rows = next((filled for filled in sheets if filled), [])
    except RegistryError as error:
        raise ListUnread(str(error)) from error
    if len(rows) < 2:
        raise ListUnread(f"{path.name} 中没有名单：第一行应为表头，其下一行一个对象")
    head = [cell.strip() for cell in rows[0]]
    column = name or next((n for n in NAMES if n in head), head[0])
    if column not in head:
        raise ListUnread(f"{path.name} 中没有列“{column}”，现有列：{'、'.join(head)}")
    flat = [{h: c.strip() for h, c in zip(head, row, strict=False) if h} for row in rows[1:]]
    return tuple(Unit(row[column], row) for row in flat if row.get(column))


def units_of_reports(reports: Sequence[Report]) -> tuple[Unit, ...]:
    """Reports as units, with their risk."""
    return tuple(
        Unit(
            report.company or report.uscc,
            {
                "企业名称": report.company,
                "统一社会信用代码": report.uscc,
                "风险": risk(report),
                "不支持": str(report.counts()["unsupported"]),
                "需人工核对": str(report.counts()["needs_review"]),
            },
        )
        for report in reports
    )


def risk(report: Report) -> str:
    """高, 中 or 低, from what the report says."""
    counts = report.counts()
    if counts["unsupported"] or report.form_checks:
        return "高"
    near = any(
        abs(v.claimed - edge) <= 1
        for v in report.verdicts
        for edge in NEAR.get(v.key.partition(".")[0], ())
        if isinstance(v.claimed, int | float)
    )
    return "中" if counts["needs_review"] or near else "低"
