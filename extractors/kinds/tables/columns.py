"""The columns of a list: what their heads say, in one row or several, in cells apart or run together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Box, around
from extractors.kinds.fields.texts import organisations, text_of, titled
from extractors.kinds.kind import Parse
from extractors.kinds.tables.head import Head
from extractors.kinds.tables.known import named
from extractors.kinds.tables.misread import misread
from extractors.kinds.tables.pieces import Piece, between, piece, pieces, shared_width
from extractors.layout import Script

PLACE = r"(?:所[属在]|推荐|申报)?(?:地区|地市|设区市|区域|地|[县市]区|区县|市|县\(?市、?区\)?|县市区)"
"""Heads of columns that name places."""

ASIDE = (
    r"备注|说明|(?:合作|参与|参加|应用|协作|服务)(?:单位|企业)|服务商|主管部门|归口管理部门|(?:项目)?起止(?:时间|年限|年月)|执行期|有效期|实施期限|商标|规格|型号|规格型号|"
    r"(?:省|市|财政)?(?:补助|资助|经费)(?:金额|经费|资金)?(?:\(万元\))?|核心成员|主要完成人"
)
"""Heads of columns beside those that we read: whoever stands below them is not the one listed."""

COLUMNS: tuple[tuple[str, str, Parse], ...] = (
    (
        "holder",
        r"(?:申报|研制|完成|提供|依托|建设|建设运营|运营|获奖|牵头|承担|用人|所在|实施|申请|研发|生产|入选|主要完成)?"
        r"(?:企业|单位|机构|厂商|高校)(?:名称|全称|\(机构\))?|(?:产品|软件|装备|项目|平台|建设)?(?:研制|生产|申报|建设|依托|运营|承担|牵头|实施|完成|研发|开发){1,2}(?:企业|单位)(?:名称|全称)?|公司(?:名称|全称)|申报主体|供应商|建设主体|研制主体",
        organisations,
    ),
    ("region", rf"{PLACE}|推荐单位|推荐部门|属地", text_of),
    ("person", r"姓名|负责人|带头人|团队(?:负责人|带头人)|项目负责人|入选人|人选|领军人才", text_of),
    (
        "title",
        r"(?:产品|精品|项目|装备|平台|方案|解决方案|案例|软件|团队|研究院|成果|应用场景|组件|新材料|研发机构)"
        r"(?:名称)?(?:\(型号\)|\(系统\)|[及和](?:规格)?(?:型号|版本号?))?|(?:材料|系统|应用)名称|名称|"
        r"(?!序|编号)[一-鿿]{0,8}?(?:研究院|研发中心|研究开发中心|技术中心|工程中心|研究中心|实验室|创新中心|服务平台|互联网平台|联合体|共同体|联盟|"
        r"试点|示范项目|解决方案|案例|组件|装备|材料|软件|产品|成果|平台|团队|项目|基地|车间|工厂)(?:/[一-鿿]{2,8}(?:车间|工厂|项目))?名称(?:[及和](?:规格)?(?:型号|版本号?))?",
        titled,
    ),
    ("level", r"认定类别|类别|级别|认定等级|认定级别|等级类别|等次|认定结果|层级", text_of),
    ("grade", r"奖励等级|等级|获奖等级|评价等级|奖项等级|档次", text_of),
    ("number", r"编号|证书编号|项目编号|认定编号", text_of),
    ("category", r"类型|所属类别|行业|所属行业|领域|技术领域|方向|申报方向|所属领域|批次", text_of),
    ("version", r"版本|版本号", text_of),
    ("sequence", r"序号|序|编号", text_of),
)


def heads(script: Script, number: int) -> tuple[list[Head], int]:
    """The columns that begin at a row, and how many rows their heads take; none where it heads no list."""
    best: tuple[list[Head], int] = ([], 0)
    for rows in (1, 2, 3):
        if number + rows > len(script.rows) or not _close(script, number, rows):
            break
        # What stands above a header that needs no other row is no part of it; nor is a wrapped cell's end.
        alone = rows > 1 and _is_head(_stacked(script, number + rows - 1, 1))
        if alone and not between(script, number, number + rows - 1):
            break
        found = _stacked(script, number, rows)
        more = named(found) - named(best[0])
        if _is_head(found) and (more > 0 or (best[1] and more == 0 and _tails(script, number + rows - 1))):
            best = found, rows
    if best[1]:
        return best
    run_together = _run_together(script, number)
    return run_together, 1 if run_together else 0


TAIL = 4
"""The last line of a head that wraps has no more characters than this."""


def _tails(script: Script, number: int) -> bool:
    """Whether a row may be nothing but the ends of heads: 号 below 序."""
    return all(p.end - p.start <= TAIL for p in pieces(script, number))


def _close(script: Script, number: int, rows: int) -> bool:
    """Whether some rows stand as close to each other as the lines of one cell do, or closer."""
    window = script.rows[number : number + rows]
    steps = zip(window, window[1:], strict=False)
    return all(a.page == b.page and b.box.y0 - a.box.y1 < 0.8 * a.height for a, b in steps)


def side_by_side(found: Sequence[Head]) -> list[list[Head]]:
    """The parts of a list whose halves stand beside each other under the same heads; one part mostly."""
    for parts in (3, 2):
        wide, rest = divmod(len(found), parts)
        names = [head.name for head in found]
        if not rest and wide > 1 and names == names[:wide] * parts:
            return [list(found[n * wide : (n + 1) * wide]) for n in range(parts)]
    return [list(found)]


def _deepest_once(found: Sequence[Head]) -> list[Head]:
    """City and county are two columns for one field: the first says it."""
    places = [head for head in found if head.name == "region"]
    return [head if head not in places[1:] else replace(head, name="") for head in found]


def _is_head(every: Sequence[Head]) -> bool:
    found = side_by_side(every)[0]
    names = [head.name for head in found if head.name]
    known = sum(bool(head.name or re.fullmatch(f"{PLACE}|{ASIDE}", head.text)) for head in found)
    named = len(set(names)) == len(names) >= 2 and 3 * known >= 2 * len(found)
    return (
        named
        and bool({"holder", "person", "sequence"} & set(names))
        and bool({"holder", "person", "title"} & set(names))
    )


def _stacked(script: Script, number: int, rows: int) -> list[Head]:
    """Heads whose words may stand below each other; nothing where a cell is too long for a head."""
    stacks: list[list[Piece]] = []
    for row in range(number, number + rows):
        for one in pieces(script, row):
            under = next((s for s in stacks if shared_width(s[-1].box, one.box) > 0), None)
            if under is None:
                stacks.append([one])
            else:
                under.append(one)
    found: list[Head] = []
    for stack in sorted(stacks, key=lambda s: s[0].box.x0):
        text = "".join(script.text[p.start : p.end] for p in stack)
        if len(text) > 14 or re.search(r"[。,;]", text):
            return []
        found += _heads_in(script, text, stack)
    found = _with_holder(found)
    return found if len(side_by_side(found)) > 1 else _deepest_once(found)


def _with_holder(found: list[Head]) -> list[Head]:
    """The heads, with that of the companies told if one character of it was misread: nothing is listed without it."""
    name, pattern, parse = COLUMNS[0]
    if sum(bool(head.name) for head in found) < 2:
        return found
    unknown = [head for head in found if not head.name and misread(head.text, pattern)]
    if len(unknown) != 1 or any(head.name in (name, "person") for head in found):
        return found
    return [replace(head, name=name, parse=parse) if head is unknown[0] else head for head in found]


def _heads_in(script: Script, text: str, stack: Sequence[Piece]) -> list[Head]:
    """The head that some words make; two where a reader joined their cells («序号产品名称»)."""
    if not _column(text)[0] and len(stack) == 1:
        for cut in range(1, len(text)):
            if _column(text[:cut])[0] and _column(text[cut:])[0]:
                middle = stack[0].start + cut
                halves = (piece(script, stack[0].start, middle), piece(script, middle, stack[0].end))
                return [_head(script.text[p.start : p.end], p.box) for p in halves]
    return [_head(text, around(p.box for p in stack))]


def _head(text: str, box: Box) -> Head:
    name, parse = _column(text)
    return Head(name, parse, box.x0, box.x1, text)


def _column(text: str) -> tuple[str, Parse]:
    return next(
        ((name, parse) for name, pattern, parse in COLUMNS if re.fullmatch(pattern, text)), ("", text_of)
    )


def _run_together(script: Script, number: int) -> list[Head]:
    """A reader may join header cells («序号产品名称»): so look for words, not for cells."""
    start, end = script.row_span(number)
    text = script.text[start:end]
    found: list[tuple[str, Parse, int, int]] = []
    for name, pattern, parse in COLUMNS:
        for match in re.finditer(rf"(?:{pattern})", text.replace("\t", " ")):
            taken = any(a < match.end() and match.start() < b for _, _, a, b in found)
            if not taken and name not in [f[0] for f in found]:
                found.append((name, parse, match.start(), match.end()))
                break
    covered = sum(b - a for _, _, a, b in found)
    if (
        len(found) < 2
        or "holder" not in [f[0] for f in found]
        or covered < 0.75 * len(text.replace("\t", ""))
    ):
        return []
    found.sort(key=lambda f: f[2])
    boxes = [around(g.box for g in script.glyphs(start + a, start + b)) for _, _, a, b in found]
    return [Head(f[0], f[1], box.x0, box.x1) for f, box in zip(found, boxes, strict=True)]
