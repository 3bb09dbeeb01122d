"""From a notice that was read to the rows of a registry; pure, so that every row can be accounted for.

    table = list_table("honors", exhibits, load_rules())

What the notice says of all (list, year, level, office, number) stands in each row beside its own cells. A cell
that was read unsurely, a serial number that is missing, a row without its company: each is told, none is guessed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.exhibit import Exhibit, Fact, Row
from registries.importing.base import Cells, Rejected
from registries.schema import Kind, find_kind
from registries.values.dates import parse_date
from registries.values.levels import level_of
from verifier.asking import FIELDS
from verifier.notices.errors import NoticeNotFinal, NoticeOfOther, NoticeWithoutList
from verifier.rules import Rules

KINDS = ("honors", "first_sets", "awards")
"""The kinds of registries whose records notices publish."""
PAGE = "页码"
_NOT_FINAL = {"call_for_application": "申报通知", "publicity_notice": "公示"}
_LEVELS = {"国家": "国家级", "省": "省级", "市": "市级", "区县": "区县级", "协会": "协会"}


@dataclass(frozen=True, slots=True)
class ListTable:
    """The list of one or several notices of a file, ready to be imported.

    `header` are columns of the kind, then the page; `rows` are numbered in the order of the lists, from 1.
    """

    kind: str
    header: Cells
    rows: tuple[tuple[int, Cells], ...]
    doubtful: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    as_of: date | None = None


def list_table(kind: str, exhibits: Sequence[Exhibit], rules: Rules) -> ListTable:
    """The rows that the notices of a file add to a registry.

    Args:
        kind: honors, first_sets or awards.
        exhibits: what was read in the file.
        rules: which types of papers belong to which registry, and what an unsure reading is.

    Raises:
        NoticeNotFinal: the file holds only calls or publicities.
        NoticeOfOther: its lists belong to other registries.
        NoticeWithoutList: there is no list in it.
    """
    described = find_kind(kind)
    notices = _fitting(described, exhibits, rules)
    columns = {column: field for column, field in FIELDS[kind].items()} | {
        "issuer": "issuer",
        "doc_no": "doc",
    }
    columns = {column: field for column, field in columns.items() if described.column(column) is not None}
    told = [(notice, row) for notice in notices for row in notice.rows]
    rows = tuple(
        (number, (*(_cell(column, field, *each) for column, field in columns.items()), str(_page(each[1]))))
        for number, each in enumerate(told, 1)
    )
    days = [day for notice in notices if (day := parse_date(notice.text("date"))) is not None]
    return ListTable(
        kind,
        (*columns, PAGE),
        rows,
        tuple(_doubts(told, set(columns.values()), rules.policy.weak_reading)),
        tuple(note for notice in notices for note in _notes(notice)),
        max(days, default=None),
    )


def _fitting(kind: Kind, exhibits: Sequence[Exhibit], rules: Rules) -> list[Exhibit]:
    listed = [exhibit for exhibit in exhibits if exhibit.rows]
    final = [exhibit for exhibit in listed if exhibit.type not in _NOT_FINAL]
    fitting = [exhibit for exhibit in final if kind.name in rules.registries.get(exhibit.type, ())]
    if fitting:
        return fitting
    if final:
        others = "、".join(sorted({k for e in final for k in rules.registries.get(e.type, ())} - {kind.name}))
        advice = f"请改用 hezheng registries import {others} …" if others else "请改用表格导入"
        raise NoticeOfOther(f"文件中的名单不属于{kind.title}；{advice}")
    if listed or any(exhibit.type in _NOT_FINAL for exhibit in exhibits):
        word = next(word for type_, word in _NOT_FINAL.items() if any(e.type == type_ for e in exhibits))
        raise NoticeNotFinal(f"该文件是{word}，不是认定结果，未导入；请使用正式公布（认定、授予）的文件")
    raise NoticeWithoutList("文件中没有识别出名单（需有序号、单位名称等表头），请核对文件，或改用表格导入")


def _cell(column: str, field: str, notice: Exhibit, row: Row) -> str:
    """What the row says, else what the notice says of all."""
    own = row.get(field)
    text = str(own.value) if own is not None else notice.text(field)
    if text or column not in ("list", "name", "level"):
        return text
    if column == "level":
        return _LEVELS.get(level_of(notice.text("issuer")) or level_of(notice.text("award")), "")
    return notice.text("subject")


def _page(row: Row) -> int:
    return min((fact.page for fact in row.facts), default=0)


def _doubts(told: Iterable[tuple[Exhibit, Row]], fields: set[str], weak: float) -> Iterator[Rejected]:
    """Cells that were read unsurely: the record is taken in, and a person is told to look."""
    for number, (_, row) in enumerate(told, 1):
        unsure = [fact for fact in row.facts if fact.name in fields and fact.confidence < weak]
        if unsure:
            words = "、".join(f"“{fact.value}”" for fact in unsure)
            yield Rejected(number, f"第{_page(row)}页{words}识读可信度低，请与原件核对")


def _notes(notice: Exhibit) -> Iterator[str]:
    missing = _missing(notice.rows)
    if missing:
        numbers = "、".join(map(str, missing[:20])) + ("……" if len(missing) > 20 else "")
        yield f"名单序号不连续，缺 {numbers}：可能有行漏读，请与原件核对"
    if not notice.text("doc"):
        yield "未识别出文号，记录中文号为空"
    if "PRE_STAGE" in notice.flags:
        yield "该文件属培育、创建或提名阶段，名单名称照原文记录，不等于认定"


def _missing(rows: Sequence[Row]) -> list[int]:
    """Serial numbers that are left out between two rows of one run; a new section begins at 1 again."""
    serials = [int(text) for row in rows if (text := _digits(row.get("sequence")))]
    return [
        number
        for before, after in zip(serials, serials[1:], strict=False)
        if before < after <= before + 500
        for number in range(before + 1, after)
    ]


def _digits(fact: Fact | None) -> str:
    text = str(fact.value) if fact is not None else ""
    return text if text.isdecimal() else ""
