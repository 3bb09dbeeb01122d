"""Lists: numbered lines and tables with or without rules, whose rows name the listed companies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.exhibit import Fact, Row
from extractors.kinds.facts import make_fact
from extractors.kinds.kind import Parse
from extractors.kinds.parsing import organisations, text_of, titled
from extractors.layout import Script

COLUMNS: tuple[tuple[str, str, Parse], ...] = (
    ("holder", r"(?:企业|单位|公司|申报单位|研制单位|完成单位|依托单位|建设单位|机构|获奖单位)(?:名称)?|申报主体", organisations),
    ("title", r"(?:产品|项目|装备|平台|方案|案例|软件|团队|研究院)(?:名称)?(?:\(型号\))?|产品名称及型号", titled),
    ("level", r"认定类别|类别|级别|认定等级|等级类别|等次", text_of),
    ("grade", r"奖励等级|等级|获奖等级|评价等级", text_of),
    ("region", r"地区|所在地|区域|推荐单位|市|县\(市、区\)|属地", text_of),
    ("number", r"编号|证书编号", text_of),
    ("sequence", r"序号|序|编号", text_of),
)

COMPANY = r"[一-鿿A-Za-z0-9()（）·]{3,50}?(?:有限责任公司|股份有限公司|有限公司|公司|集团|厂|研究院|研究所|大学|学院|合作社|中心)"

NUMBERED = re.compile(rf"^\t?(?:[(（]?\d{{1,3}}[)）]?[.、,．:]?|[一二三四五六七八九十]{{1,3}}、)\t*(?P<v>{COMPANY})\t*(?:[(（](?P<t>[^\t\n]{{2,60}})[)）])?(?:\t.*)?[;；。,，]?$")

SECTION = re.compile(r"^(?:附件\d?[:.]?|[一二三四五六]、|[(（][一二三四五六][)）])?(?P<v>国际|国内|省内|省级|市级|国家级)(?:首台|首批次|首版次|装备|产品|企业|名单).{0,20}$")
"""A heading over a part of a list: what stands below it is of that level."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a table: its field and the stretch of the page that it takes, in points."""

    name: str
    parse: Parse
    left: float
    right: float


def list_rows(script: Script) -> Iterator[Row]:
    """Every row of every list on the pages; a table goes on over pages until its columns change."""
    heads: list[Head] = []
    level: Fact | None = None
    for number in range(len(script.rows)):
        level = _section(script, number) or level
        found = _heads(script, number)
        if found:
            heads = found
            continue
        row = _table_row(script, number, heads) if heads else None
        row = row or _numbered_row(script, number)
        if row is not None:
            yield row if level is None or row.get("level") else Row((*row.facts, level))


def _section(script: Script, number: int) -> Fact | None:
    start, end = script.row_span(number)
    match = SECTION.match(script.text[start:end])
    if match is None:
        return None
    return make_fact(script, "level", text_of, [(start + match.start("v"), start + match.end("v"))])


def _cells(script: Script, number: int) -> list[tuple[int, int]]:
    start, end = script.row_span(number)
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\t]+", script.text[start:end])]


def _heads(script: Script, number: int) -> list[Head]:
    """The header cells of a row, if it is a header: at least a name column and one more."""
    start, end = script.row_span(number)
    text = script.text[start:end]
    found: list[tuple[str, Parse, int, int]] = []
    for name, pattern, parse in COLUMNS:
        # A reader may join two header cells («序号产品名称»): so look for words, not for cells.
        for match in re.finditer(rf"(?:{pattern})", text.replace("\t", " ")):
            if not any(a < match.end() and match.start() < b for _, _, a, b in found) and name not in [f[0] for f in found]:
                found.append((name, parse, match.start(), match.end()))
                break
    names = {f[0] for f in found}
    covered = sum(b - a for _, _, a, b in found)
    if len(names) < 2 or "holder" not in names or covered < 0.75 * len(text.replace("\t", "")):
        return []
    found.sort(key=lambda f: f[2])
    boxes = [script.glyphs(start + a, start + b) for _, _, a, b in found]
    heads = []
    for (name, parse, _, _), glyphs in zip(found, boxes, strict=True):
        heads.append(Head(name, parse, glyphs[0].box.x0, glyphs[-1].box.x1))
    return heads


def _table_row(script: Script, number: int, heads: list[Head]) -> Row | None:
    start, end = script.row_span(number)
    by_head: dict[str, list[int]] = {}
    last = 0
    for i in range(start, end):
        glyphs = script.glyphs(i, i + 1)
        if glyphs:
            last = _column(glyphs[0].box.x0, glyphs[0].box.x1, heads, last)
            by_head.setdefault(heads[last].name, []).append(i)
    facts = []
    for head in heads:
        at = by_head.get(head.name)
        if at:
            fact = make_fact(script, head.name, head.parse, [(at[0], at[-1] + 1)])
            if fact is not None:
                facts.append(fact)
    row = Row(tuple(facts))
    holder = row.get("holder")
    return row if holder is not None and re.search(COMPANY, str(holder.value)) else None


def _column(left: float, right: float, heads: list[Head], last: int) -> int:
    """The column under which a character stands: columns are aligned left or centred, and only move right."""
    middle = (left + right) / 2
    for i in range(len(heads) - 1, last, -1):
        if middle >= heads[i].left - 2:
            return i
    return last


def _numbered_row(script: Script, number: int) -> Row | None:
    start, end = script.row_span(number)
    match = NUMBERED.match(script.text[start:end])
    if match is None:
        return None
    facts = [make_fact(script, "holder", organisations, [(start + match.start("v"), start + match.end("v"))])]
    if match["t"]:
        facts.append(make_fact(script, "title", titled, [(start + match.start("t"), start + match.end("t"))]))
    return Row(tuple(f for f in facts if f is not None)) if facts[0] is not None else None
