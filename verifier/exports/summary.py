"""One table for a folder of applications: who stands where, and 附件3 汇总排序表 filled in as far as it can be.

附件3 ranks; the city decides the order. Figures that are not verified say so, and no order is proposed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook

from verifier.exports.cells import Column, Value, fill_sheet
from verifier.report.report import Report
from verifier.verdict import Flag, Verdict

UNVERIFIED = "（申报数，未核实）"


@dataclass(frozen=True, slots=True)
class Entry:
    """One application of the folder: its report, or why there is none."""

    name: str
    report: Report | None = None
    where: str = ""
    """The file of its report, relative to the table."""

    problem: str = ""


def summary(entries: Sequence[Entry]) -> bytes:
    """The table as the bytes of an .xlsx file.

    Args:
        entries: every application of the folder, those without a report too.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "汇总"
    flags = ["" if e.report is None else _worst(e.report) for e in entries]
    fill_sheet(sheet, SUMMARY, [_row(n, e) for n, e in enumerate(entries, 1)], flags, tinted=3)
    reports = [e.report for e in entries if e.report is not None]
    fill_sheet(book.create_sheet("附件3预填"), RANKED, [_ranked(n, r) for n, r in enumerate(reports, 1)])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _worst(report: Report) -> str:
    counts = report.counts()
    return next((flag for flag in ("unsupported", "needs_review", "supported") if counts[flag]), "")


def _row(number: int, entry: Entry) -> Sequence[Value]:
    report = entry.report
    if report is None:
        return (number, entry.name, "", "", "", *([None] * 8), None, "", entry.problem, "")
    counts = report.counts()
    met = [i.met for i in report.indicators]
    pages = sum(len(file.ledger) for file in report.files)
    troubled = [f"{file.file}：{p.message}" for file in report.files for p in file.problems]
    return (
        number,
        entry.name,
        report.company,
        report.uscc,
        report.as_of.isoformat(),
        *(
            counts[flag.value]
            for flag in (Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW, Flag.NOT_CLAIMED)
        ),
        "；".join(v.label for v in report.verdicts if v.flag is Flag.UNSUPPORTED),
        met.count(True),
        met.count(False),
        met.count(None),
        pages,
        "；".join(dict.fromkeys(f"{r.there.company} {r.there.as_of[:4]}" for r in report.reuse if not r.innocent)),
        "；".join([*([entry.problem] if entry.problem else []), *troubled]),
        entry.where,
    )


def _ranked(number: int, report: Report) -> Sequence[Value]:
    by_key = {v.key: v for v in report.verdicts}
    years = [int(k.partition(".")[2]) for k in by_key if k.startswith("revenue.")]
    year = max(years, default=0)
    revenue, margin = by_key.get(f"revenue.{year}"), by_key.get(f"profit_margin.{year}")
    return (
        number,
        "",
        report.company,
        _text(by_key, "main_business_scope"),
        _amount(revenue),
        _profit(revenue, margin),
        _text(by_key, "application_contact"),
        _text(by_key, "phone"),
    )


def _text(by_key: Mapping[str, Verdict], key: str) -> str:
    found = by_key.get(key)
    return found.text if found else ""


def _amount(verdict: Verdict | None) -> Value:
    if verdict is None or verdict.flag is Flag.NOT_CLAIMED:
        return None
    if verdict.flag is Flag.SUPPORTED and isinstance(verdict.verified, int | float):
        return verdict.verified
    return f"{verdict.claimed}{UNVERIFIED}"


def _profit(revenue: Verdict | None, margin: Verdict | None) -> Value:
    """Profit is margin × revenue: the form asks for no other figure."""
    pair = [v for v in (revenue, margin) if v is not None and isinstance(v.claimed, int | float)]
    if len(pair) < 2:
        return None
    sure = all(v.flag is Flag.SUPPORTED and isinstance(v.verified, int | float) for v in pair)
    values = [float(str(v.verified if sure else v.claimed)) for v in pair]
    profit = round(values[0] * values[1] / 100, 2)
    return profit if sure else f"{profit}{UNVERIFIED}"


SUMMARY = tuple(
    Column(*c)
    for c in (
        ("序号", 6), ("文件夹", 22), ("企业名称", 30), ("统一社会信用代码", 22), ("核验日期", 12), ("支持", 8),
        ("不支持", 8), ("需人工核对", 10), ("未申报", 8), ("不支持的申报项", 46), ("指标达到", 9), ("指标未达到", 9),
        ("指标不能判断", 10), ("页数", 8), ("材料另见于", 30), ("问题", 46), ("报告", 30),
    )
)  # fmt: skip

RANKED = tuple(
    Column(*c)
    for c in (
        ("序号", 6), ("区域", 12), ("企业名称", 32), ("主营业务", 40), ("销售收入（万元）", 20), ("利润总额（万元）", 20),
        ("企业联系人", 14), ("联系电话", 18),
    )
)  # fmt: skip
