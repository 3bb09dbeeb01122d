"""The report as a workbook: claims, items, evidence, rejected units, indicators, checklist, files.

One sheet for each question that a reviewer brings; `SHEETS` lists them by hand.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook

from extractors.exhibit import Exhibit
from verifier.corrections import Corrected
from verifier.exports.cells import Column, Value, fill_sheet, printable
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.rules.expression import Span
from verifier.signals.reuse import REASONS, SAID, UNKNOWN
from verifier.verdict import Evidence, Item, Verdict
from verifier.words import plain, words

Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its rows, and for each the flag that tints it."""

    rows: tuple[Row, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook: its name, its columns, and what fills it."""

    name: str
    columns: tuple[Column, ...]
    fill: Callable[[Report, Rules], Table]


def workbook(report: Report, rules: Rules) -> bytes:
    """The report as the bytes of an .xlsx file.

    Args:
        report: any report, fresh or recalled.
        rules: for the words of reasons.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in SHEETS:
        table = sheet.fill(report, rules)
        tinted = next((n for n, c in enumerate(sheet.columns, 1) if c.title == "结论"), 1)
        fill_sheet(book.create_sheet(sheet.name), sheet.columns, table.rows, table.flags, tinted=tinted)
    book.properties.title, book.properties.creator = (
        f"{printable(report.company)} 核验报告",
        report.provenance.program,
    )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


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


def _claims(report: Report, rules: Rules) -> Table:
    rows = tuple(
        (
            n,
            v.label,
            plain(v.claimed) or v.text,
            _figure(v.verified),
            words().flags[v.flag.value].name,
            words().outcomes.get(v.outcome.value, v.outcome.value),
            _say(v.reasons, rules),
            v.explanation,
            _notes(v.flags, rules),
            v.question,
            "；".join(_places(v, report)),
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
            _say(i.reasons, rules),
            i.explanation,
        )
        for v, i in pairs
    )
    return Table(rows, tuple(i.flag.value for _, i in pairs))


def _evidence(report: Report, rules: Rules) -> Table:
    return Table(tuple(_piece(report, rules, *one) for one in _pieces(report)))


def _rejected(report: Report, rules: Rules) -> Table:
    """The papers that a claim cannot count, one reason each."""
    return Table(tuple(_piece(report, rules, *one) for one in _pieces(report) if not one[2].counted))


def _pieces(report: Report) -> Iterator[tuple[Verdict, Item | None, Evidence]]:
    for verdict in report.verdicts:
        yield from ((verdict, None, e) for e in verdict.evidence)
        yield from ((verdict, item, e) for item in verdict.items for e in item.evidence)


def _piece(report: Report, rules: Rules, verdict: Verdict, item: Item | None, evidence: Evidence) -> Row:
    exhibit = report.exhibit(evidence.exhibit)
    match = evidence.match
    source = match.record.source if match else None
    return (
        verdict.label,
        item.name if item else "",
        "计入" if evidence.counted else "不计入",
        rules.say(evidence.reason) if evidence.reason else "",
        words().types.get(exhibit.type, exhibit.type) if exhibit else "仅有登记记录，未见证据文件",
        exhibit.text("number") if exhibit else "",
        exhibit.text("title") or exhibit.text("award") if exhibit else "",
        exhibit.text("holder") if exhibit else "",
        exhibit.file if exhibit else "",
        _page(evidence, exhibit),
        evidence.quote,
        words().registries.get(match.record.registry, match.record.registry) if match else "",
        match.record.id if match else "",
        round(match.score, 4) if match else None,
        "；".join(r.text for r in match.reasons) if match else "",
        f"{source.file} 第{source.row}行" if source else "",
        _notes(evidence.flags, rules),
    )


def _page(evidence: Evidence, exhibit: Exhibit | None) -> Value:
    if evidence.place is not None:
        return evidence.place.where or evidence.place.page
    return exhibit.pages[0] if exhibit and exhibit.pages else None


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


def _files(report: Report, rules: Rules) -> Table:
    roles = words().roles
    rows: list[Row] = []
    for file in report.files:
        state = words().states.get(file.state, file.state)
        kinds: dict[str, int] = {}
        for entry in file.ledger:
            name = roles[entry.role].name if entry.role in roles else entry.role
            kinds[name] = kinds.get(name, 0) + 1
        told = "，".join(f"{name}{n}页" for name, n in kinds.items())
        trouble = "；".join((f"第{p.page}页：" if p.page else "") + p.message for p in file.problems)
        rows.append((file.file, state, len(file.ledger), told, trouble, file.sha256))
    return Table(tuple(rows))


def _reuse(report: Report, rules: Rules) -> Table:
    rows = tuple(
        (
            r.here.file,
            r.here.page,
            words().types.get(r.here.type, r.here.type),
            r.here.number,
            r.here.title,
            SAID[r.how],
            r.there.company,
            r.there.as_of,
            r.there.file,
            r.there.page,
            "；".join(REASONS[code] for code in r.innocent) or UNKNOWN,
        )
        for r in report.reuse
    )
    return Table(rows)


def _figure(value: object) -> Value:
    if isinstance(value, float):
        return round(value, 4)
    return value if isinstance(value, int) else plain(value)


def _say(codes: Sequence[str], rules: Rules) -> str:
    return "；".join(rules.say(code) for code in codes)


def _notes(codes: Sequence[str], rules: Rules) -> str:
    return "；".join(words().notes.get(code) or rules.say(code) for code in codes)


def _places(verdict: Verdict, report: Report) -> Iterator[str]:
    """Where the counted evidence stands, each file once with its pages."""
    found: dict[str, list[str]] = {}
    for evidence in (*verdict.evidence, *(e for i in verdict.items for e in i.evidence)):
        exhibit = report.exhibit(evidence.exhibit)
        if evidence.counted and exhibit is not None:
            pages = found.setdefault(exhibit.file, [])
            page = str(_page(evidence, exhibit))
            pages += [page] if page not in pages else []
    yield from (f"{file} 第{'、'.join(pages)}页" for file, pages in found.items())


_PIECE = tuple(
    Column(*c)
    for c in (
        ("申报项", 24), ("所述事项", 22), ("是否计入", 9), ("不计入的原因", 22), ("材料", 18), ("编号", 20),
        ("名称", 30), ("单位", 26), ("文件", 26), ("页", 7), ("原文", 28), ("登记库", 14), ("登记记录", 22),
        ("相符度", 8), ("比对", 36), ("登记来源", 20), ("备注", 22),
    )
)  # fmt: skip

SHEETS = (
    Sheet("概要", (Column("项目", 26), Column("内容", 90)), _summary),
    Sheet(
        "申报项",
        (
            Column("序号", 6), Column("申报项", 30), Column("申报", 34), Column("核实", 14), Column("结论", 12),
            Column("核验结果", 12), Column("原因", 30), Column("说明", 50), Column("备注", 20), Column("需人工回答", 30),
            Column("证据位置", 34),
        ),
        _claims,
    ),
    Sheet(
        "叙述事项",
        (
            Column("申报项", 26), Column("类别", 14), Column("名称", 34), Column("项目", 28), Column("级别", 10),
            Column("等级", 10), Column("年度", 8), Column("角色", 10), Column("结论", 12), Column("原因", 28),
            Column("说明", 50),
        ),
        _items,
    ),
    Sheet("证据", _PIECE, _evidence),
    Sheet("不计入", _PIECE, _rejected),
    Sheet(
        "指标",
        (
            Column("编号", 9), Column("一级", 12), Column("二级", 14), Column("指标", 46), Column("按申报", 10),
            Column("按核实", 10), Column("核实数据", 40), Column("说明", 50), Column("需人工回答", 34),
        ),
        _indicators,
    ),
    Sheet(
        "附件2核对",
        (
            Column("类别", 22), Column("内容", 18), Column("要求", 8), Column("已申报", 8), Column("材料（份）", 10),
            Column("可用（份）", 10), Column("缺少", 50), Column("可提供", 50),
        ),
        _checklist,
    ),
    Sheet(
        "重复使用",
        (
            Column("文件", 26), Column("页", 7), Column("材料", 18), Column("编号", 20), Column("名称", 30),
            Column("方式", 26), Column("另一企业", 30), Column("另一申报日期", 14), Column("另一文件", 26), Column("另一页", 8),
            Column("可能的正当原因", 40),
        ),
        _reuse,
    ),
    Sheet(
        "文件",
        (
            Column("文件", 40), Column("状态", 14), Column("页数", 8), Column("页面", 40), Column("问题", 50),
            Column("SHA-256", 40),
        ),
        _files,
    ),
)  # fmt: skip
