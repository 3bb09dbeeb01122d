"""Every file with the account of its pages, and papers that others used, too."""

from verifier.exports.cells import Column
from verifier.exports.sheets.sheet import Row, Sheet, Table
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.signals.reuse import REASONS, SAID, UNKNOWN
from verifier.words import words


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


REUSE = Sheet(
    "重复使用",
    (
        Column("文件", 26), Column("页", 7), Column("材料", 18), Column("编号", 20), Column("名称", 30),
        Column("方式", 26), Column("另一企业", 30), Column("另一申报日期", 14), Column("另一文件", 26), Column("另一页", 8),
        Column("可能的正当原因", 40),
    ),
    _reuse,
)  # fmt: skip

FILES = Sheet(
    "文件",
    (
        Column("文件", 40), Column("状态", 14), Column("页数", 8), Column("页面", 40), Column("问题", 50),
        Column("SHA-256", 40),
    ),
    _files,
)  # fmt: skip
