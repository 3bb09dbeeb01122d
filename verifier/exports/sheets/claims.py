"""Every claim, and every item of the boxes that claim several things."""

from verifier.exports.cells import Column
from verifier.exports.sheets.sheet import Sheet, Table
from verifier.exports.sheets.wording import figure, notes_said, places, reasons_said
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.words import plain, words


def _claims(report: Report, rules: Rules) -> Table:
    rows = tuple(
        (
            n,
            v.label,
            plain(v.claimed) or v.text,
            figure(v.verified),
            words().flags[v.flag.value].name,
            words().outcomes.get(v.outcome.value, v.outcome.value),
            reasons_said(v.reasons, rules),
            v.explanation,
            notes_said(v.flags, rules),
            v.question,
            "；".join(places(v, report)),
        )
        for n, v in enumerate(report.verdicts, 1)
    )
    return Table(rows, tuple(v.flag.value for v in report.verdicts))


def _items(report: Report, rules: Rules) -> Table:
    pairs = [(v, item) for v in report.verdicts for item in v.items]
    rows = tuple(
        (
            v.label,
            words().kinds.get(i.kind, i.kind),
            i.name,
            i.project,
            str(i.level or ""),
            str(i.grade or ""),
            i.year,
            words().parts.get(i.role, i.role),
            words().flags[i.flag.value].name,
            reasons_said(i.reasons, rules),
            i.explanation,
        )
        for v, i in pairs
    )
    return Table(rows, tuple(i.flag.value for _, i in pairs))


CLAIMS = Sheet(
    "申报项",
    (
        Column("序号", 6), Column("申报项", 30), Column("申报", 34), Column("核实", 14), Column("结论", 12),
        Column("核验结果", 12), Column("原因", 30), Column("说明", 50), Column("备注", 20), Column("需人工回答", 30),
        Column("证据位置", 34),
    ),
    _claims,
)  # fmt: skip

ITEMS = Sheet(
    "叙述事项",
    (
        Column("申报项", 26), Column("类别", 14), Column("名称", 34), Column("项目", 28), Column("级别", 10),
        Column("等级", 10), Column("年度", 8), Column("角色", 10), Column("结论", 12), Column("原因", 28),
        Column("说明", 50),
    ),
    _items,
)  # fmt: skip
