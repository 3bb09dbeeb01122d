"""Every paper behind every claim, and those that a claim cannot count."""

from collections.abc import Iterator

from verifier.exports.cells import Column
from verifier.exports.sheets.sheet import Row, Sheet, Table
from verifier.exports.sheets.wording import notes_said, page_of
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.verdict import Evidence, Item, Verdict
from verifier.words import words


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
        page_of(evidence, exhibit),
        evidence.quote,
        words().registries.get(match.record.registry, match.record.registry) if match else "",
        match.record.id if match else "",
        round(match.score, 4) if match else None,
        "；".join(r.text for r in match.reasons) if match else "",
        f"{source.file} 第{source.row}行" if source else "",
        notes_said(evidence.flags, rules),
    )


_PIECE = tuple(
    Column(*c)
    for c in (
        ("申报项", 24), ("所述事项", 22), ("是否计入", 9), ("不计入的原因", 22), ("材料", 18), ("编号", 20),
        ("名称", 30), ("单位", 26), ("文件", 26), ("页", 7), ("原文", 28), ("登记库", 14), ("登记记录", 22),
        ("相符度", 8), ("比对", 36), ("登记来源", 20), ("备注", 22),
    )
)  # fmt: skip

EVIDENCE = Sheet("证据", _PIECE, _evidence)

REJECTED = Sheet("不计入", _PIECE, _rejected)
