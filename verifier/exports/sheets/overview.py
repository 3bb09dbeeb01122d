"""What the report is about and what it rests on."""

from verifier.corrections import Corrected
from verifier.exports.cells import Column
from verifier.exports.sheets.sheet import Row, Sheet, Table
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.words import plain, words


def _summary(report: Report, rules: Rules) -> Table:
    told = report.provenance
    counts = [(f"{words().flags[flag].name}（项）", n) for flag, n in report.counts().items()]
    loaded = [
        (
            f"登记库 {words().registries.get(kind, kind)}",
            f"{v.get('records', '')} 条，版本 {v.get('version', '')}，截至 {v.get('as_of') or '—'}",
        )
        for kind, v in told.registries.items()
    ]
    missing = [
        (f"未载入 {words().registries.get(kind, kind)}", f"{len(keys)} 项无法核验")
        for kind, keys in report.undecidable.items()
    ]
    pages = sum(len(file.ledger) for file in report.files)
    rows: list[Row] = [
        ("申报企业", report.company),
        ("统一社会信用代码", report.uscc),
        ("核验基准日", report.as_of.isoformat()),
        *counts,
        ("材料", f"{len(report.files)} 个文件，{pages} 页，识别出 {len(report.exhibits)} 份"),
        ("程序", told.program),
        ("规则", f"{told.rules}（{told.rules_digest}）" if told.rules_digest else told.rules),
        ("识读", "、".join(told.readers)),
        *(loaded or [("登记库", "没有载入任何登记库")]),
        *missing,
        *(("申报表自相矛盾", c.message) for c in report.form_checks),
        *(
            (f"人工更正 {c.correction.file} 第{c.correction.page}页", _corrected(c))
            for c in report.corrections
        ),
        ("说明", "本表由程序生成，只作标注；结论由审核人员作出。"),
    ]
    return Table(tuple(rows))


def _corrected(corrected: Corrected) -> str:
    correction = corrected.correction
    name = words().fields.get(correction.field, correction.field)
    who = f"（{correction.by}）" if correction.by else ""
    told = f"{name}：{plain(corrected.before) or '（未识读）'} → {correction.value}{who}"
    return f"{told}；未采用：{corrected.problem}" if corrected.problem else told


OVERVIEW = Sheet("概要", (Column("项目", 26), Column("内容", 90)), _summary)
