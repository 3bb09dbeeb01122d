"""The indicators, as claimed and as verified, and the account of 附件2."""

from verifier.exports.cells import Column
from verifier.exports.sheets.sheet import Sheet, Table
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.rules.expression import Span


def _indicators(report: Report, rules: Rules) -> Table:
    said = {True: "达到", False: "未达到", None: "不能判断"}
    rows = tuple(
        (
            i.id,
            i.level1,
            i.level2,
            i.text,
            said[i.met_as_claimed],
            said[i.met],
            "；".join(_measure(rules, name, span) for name, span in i.inputs.items()),
            i.explanation,
            i.question,
        )
        for i in report.indicators
    )
    return Table(rows)


def _measure(rules: Rules, name: str, span: Span) -> str:
    measure = rules.measures.get(name)
    label, unit = (measure.label, measure.unit) if measure else (name, "")
    if span.known:
        return f"{label} {span.low:.10g}{unit}"
    low = f"{span.low:.8g}" if span.low > -1e12 else "不详"
    high = f"{span.high:.8g}" if span.high < 1e12 else "不详"
    return f"{label} 未知" if low == high == "不详" else f"{label} {low}至{high}{unit}"


def _checklist(report: Report, rules: Rules) -> Table:
    rows = tuple(
        (
            s.title,
            t.topic,
            "是" if t.required else "建议",
            "是" if t.claimed else "否",
            len(t.found),
            sum(d.acceptable for d in t.found),
            "；".join(f"{m.label}（{rules.say(m.reason)}）" for m in t.missing),
            t.do if t.missing or t.empty else "",
        )
        for s in report.checklist
        for t in s.topics
    )
    return Table(rows)


INDICATORS = Sheet(
    "指标",
    (
        Column("编号", 9), Column("一级", 12), Column("二级", 14), Column("指标", 46), Column("按申报", 10),
        Column("按核实", 10), Column("核实数据", 40), Column("说明", 50), Column("需人工回答", 34),
    ),
    _indicators,
)  # fmt: skip

CHECKLIST = Sheet(
    "附件2核对",
    (
        Column("类别", 22), Column("内容", 18), Column("要求", 8), Column("已申报", 8), Column("材料（份）", 10),
        Column("可用（份）", 10), Column("缺少", 50), Column("可提供", 50),
    ),
    _checklist,
)  # fmt: skip
