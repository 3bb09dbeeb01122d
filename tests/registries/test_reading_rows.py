"""Rows are read many at a time, and each is what it would be alone."""

from collections.abc import Sequence

from registries.importing.base import Row
from registries.importing.entries import Entries
from registries.importing.header import Header
from registries.importing.rows import RowReader
from registries.importing.workbook import NO_VALUE
from registries.schema import find_kind

HEADER = ("申请号", "序号", "发明名称", "专利权人", "申请日", "授权公告号")
COLUMNS = {0: "application_no", 2: "title", 3: "owners", 4: "filing_date", 5: "publication_no"}
ROWS: tuple[Row, ...] = (
    (
        2,
        (
            "201910876543.2",
            "1",
            "一种  采集\u3000方法",
            " 宁波启衡诺有限公司\t",
            "2019年5月18日",
            "CN110123456B",
        ),
    ),
    (3, ("", "2", "没有申请号", "甲公司", "", "")),
    (4, ("ZL201910876543.3", "3", "校验不对", "¦ 甲 ¦", "改天", "abc")),
    (5, ("201910876543.2",)),
    (6, ("12", "4", "不是专利号", "甲公司", "", "")),
    (7, ("201910876543.2", "5", "#N/A", NO_VALUE, "20190518", "", "多出一列", "", "#REF!")),
    (8, ("#N/A", "6", "申请号是错误值")),
)


def _read(rows: Sequence[Row]) -> Entries:
    return RowReader(find_kind("patents"), Header(COLUMNS, HEADER)).read(rows)


def test_a_row_is_among_others_what_it_is_alone() -> None:
    together, alone = _read(ROWS), [_read([row]) for row in ROWS]
    entries = [each for each in alone if each.rows]
    for name in ("rows", "ids", "number_keys", "contents", "days", "extras"):
        assert list(getattr(together, name)) == [getattr(each, name)[0] for each in entries], name
    assert list(zip(*together.columns, strict=True)) == [next(zip(*e.columns, strict=True)) for e in entries]
    assert together.rejected == tuple(refused for each in alone for refused in each.rejected)
    assert [together.doubts.get(at, []) for at in range(len(entries))] == [
        e.doubts.get(0, []) for e in entries
    ]


def test_what_is_wrong_is_told_row_by_row_in_the_order_of_the_file() -> None:
    read = _read(ROWS)
    assert [(each.row, each.reason[:9]) for each in read.rejected] == [
        (3, "缺少申请号"),
        (6, "申请号“12”不合"),
        (8, "缺少申请号（第1列"),
    ]
    assert read.doubts == {
        1: [
            "申请号“ZL201910876543.3”未通过专利号的格式或校验",
            "申请日“改天”不是可识别的日期",
            "授权公告号“abc”未通过授权公告号的格式或校验",
        ],
        3: [
            "第3列是错误值 #N/A，按空白处理",
            "第4列是公式且没有保存计算结果，按空白处理",
            "第9列是错误值 #REF!，按空白处理",
        ],
    }


def test_spaces_are_one_and_what_the_kind_has_not_is_kept_under_its_head() -> None:
    read = _read(ROWS)
    held = dict(zip((c.name for c in find_kind("patents").columns), read.columns, strict=True))
    assert (held["title"][0], held["owners"][0]) == ("一种 采集 方法", "宁波启衡诺有限公司")
    assert held["owners"][1] == "¦ 甲 ¦"
    assert read.extras == ['{"序号": "1"}', '{"序号": "3"}', "{}", '{"列7": "多出一列", "序号": "5"}']
    assert read.days == ['{"filing_date": "2019-05-18"}', "{}", "{}", '{"filing_date": "2019-05-18"}']
