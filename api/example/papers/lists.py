"""Notices and their lists in every shape: sections, merged cells, wrapped cells, pages without heads.

Recipe: a notice is a head, a letter, and one or more pages of a list; a list is drawn by rules of its
own (`table`), so that cells may cover several rows. The applicant is one of many.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day, some_day
from api.example.papers import notices, shapes
from api.example.sheet import INK, Sheet, Style

CELL = Style(size=10.5)


@dataclass(frozen=True)
class Notice:
    """What a notice says of itself."""

    type: str
    issuer: str
    series: str
    verb: str
    subject: str
    award: str
    tail: str = "的通知"


PROVINCE = "浙江省经济和信息化厅"
SCIENCE = "浙江省科学技术厅"
NOTICES = {
    "talent": Notice(
        "talent_notice",
        "中共浙江省委人才工作领导小组办公室",
        "浙委人办",
        "公布",
        "浙江省领军型创新创业团队入选名单",
        "浙江省领军型创新创业团队",
    ),
    "project": Notice(
        "major_project",
        SCIENCE,
        "浙科发计",
        "下达",
        "浙江省重点研发计划项目立项名单",
        "浙江省重点研发计划项目立项",
    ),
    "solution": Notice(
        "solution_collection_notice",
        PROVINCE,
        "浙经信数经",
        "公布",
        "浙江省工业互联网优秀解决方案名单",
        "浙江省工业互联网优秀解决方案",
    ),
    "pilot": Notice(
        "pilot_demo_notice",
        PROVINCE,
        "浙经信数经",
        "公布",
        "浙江省智能工厂（数字化车间）试点示范名单",
        "浙江省智能工厂(数字化车间)试点示范",
    ),
    "official": Notice(
        "official_notice",
        PROVINCE,
        "浙经信企业",
        "认定",
        "浙江省专精特新中小企业名单",
        "浙江省专精特新中小企业",
    ),
    "platform": Notice(
        "platform_recognition",
        SCIENCE,
        "浙科发高",
        "认定",
        "浙江省重点企业研究院名单",
        "浙江省重点企业研究院",
    ),
    "bigdata": Notice(
        "bigdata_honour_notice",
        PROVINCE,
        "浙经信云计算",
        "公布",
        "浙江省大数据应用示范企业名单",
        "浙江省大数据应用示范企业",
    ),
    "cloud": Notice(
        "cloud_honour_notice", PROVINCE, "浙经信数经", "公布", "浙江省上云标杆企业名单", "浙江省上云标杆企业"
    ),
    "first": Notice(
        "first_set_notice",
        PROVINCE,
        "浙经信装备",
        "公布",
        "浙江省首台（套）产品认定名单",
        "浙江省首台(套)产品",
    ),
    "consortium": Notice(
        "consortium_document", SCIENCE, "浙科发高", "公布", "浙江省创新联合体名单", "浙江省创新联合体"
    ),
    "tackle": Notice(
        "official_notice",
        PROVINCE,
        "浙经信装备",
        "公布",
        "浙江省首台（套）产品工程化攻关项目名单",
        "浙江省首台(套)产品工程化攻关项目",
    ),
}
LETTER = "根据工作安排，经企业申报、地方推荐、专家评审和社会公示，现将{subject}予以{verb}（见附件）。请各地做好指导和服务工作。"


def front(document: pymupdf.Document, chance: Random, notice: Notice) -> Fields:
    """The letter of a notice, and what it states."""
    year = chance.choice((2019, 2020, 2021))
    day = some_day(chance, date(year, 6, 1), date(year, 12, 28))
    number = f"{notice.series}〔{year}〕{chance.randint(20, 190)}号"
    sheet = Sheet(document)
    notices.head(sheet, notice.issuer, number)
    y = 226.0
    for line in sheet.broken(
        f"{notice.issuer}关于{notice.verb}{year}年度{notice.subject}{notice.tail}",
        400,
        Style(size=19, bold=True),
    ):
        sheet.centre(y, line, Style(size=19, bold=True))
        y += 30
    text = LETTER.format(subject=f"{year}年度{notice.subject}", verb=notice.verb)
    sheet.wrap(72, y + 14, 450, text, shapes.TEXT, 1.9, indent=25)
    notices.signature(sheet, notice.issuer, chinese_day(day))
    return {
        "doc": number,
        "issuer": notice.issuer,
        "award": notice.award,
        "year": year,
        "date": day.isoformat(),
    }


def annex(document: pymupdf.Document, title: str) -> Sheet:
    """The sheet that begins a list: «附件» and its title."""
    sheet = Sheet(document)
    sheet.write(60, 72, "附件", Style(size=13, face="hei"))
    sheet.centre(106, title, Style(size=17, bold=True))
    return sheet


Cell = tuple[int, str]
"""How many rows a cell covers, and what it says; a covered cell is left out (0, «»)."""


def grid(
    sheet: Sheet,
    y: float,
    widths: Sequence[float],
    rows: Sequence[Sequence[Cell]],
    ruled: bool = True,
    high: float = 30,
    centred: bool = True,
) -> float:
    """A table whose cells may cover several rows; text stands in the middle of its cell, or at its top."""
    left = (sheet.width - sum(widths)) / 2
    heights = [
        max(
            [
                high,
                *(
                    _lines(sheet, cell, width) * 14 + 12
                    for cell, width in zip(row, widths, strict=True)
                    if cell[0] == 1
                ),
            ]
        )
        for row in rows
    ]
    top = y
    for number, row in enumerate(rows):
        x = left
        for (covers, text), width in zip(row, widths, strict=True):
            if covers:
                _cell(
                    sheet,
                    pymupdf.Rect(x, top, x + width, top + sum(heights[number : number + covers])),
                    text,
                    ruled,
                    centred,
                )
            x += width
        top += heights[number]
    return top


def _lines(sheet: Sheet, cell: Cell, width: float) -> int:
    return len(sheet.broken(cell[1], width - 10, CELL))


def _cell(sheet: Sheet, box: pymupdf.Rect, text: str, ruled: bool, centred: bool) -> None:
    if ruled:
        sheet.page.draw_rect(box, color=INK, width=0.6)
    lines = sheet.broken(text, box.width - 10, CELL)
    y = box.y0 + ((box.height - 14 * len(lines)) / 2 if centred else 6) + 10.5
    for line in lines:
        sheet.write(
            box.x0 + 5,
            y,
            line,
            CELL,
            "centre" if centred and len(lines) == 1 and len(text) < 8 else "left",
            box.width - 10,
        )
        y += 14


def one(*texts: str) -> list[Cell]:
    """A row of which no cell covers another row."""
    return [(1, text) for text in texts]


def plain(document: pymupdf.Document, chance: Random, key: str) -> Fields:
    """A ruled table on one page: company and thing."""
    stated = front(document, chance, NOTICES[key])
    firms = names.companies(chance, chance.randint(5, 9))
    rows = [(str(n), firm.name, names.project(chance)) for n, firm in enumerate(firms, 1)]
    head = {"talent": "团队名称", "official": "主导产品名称"}.get(key, "项目名称")
    sheet = annex(document, f"{stated['year']}年度{NOTICES[key].subject}")
    grid(
        sheet,
        130,
        (40, 200, 220),
        [one("序号", "依托单位" if key == "talent" else "企业名称", head), *(one(*row) for row in rows)],
    )
    title = {} if key == "official" else {"title": 2}
    return {**stated, "rows": [{"holder": row[1], **{k: row[i] for k, i in title.items()}} for row in rows]}


def continued(document: pymupdf.Document, chance: Random, key: str) -> Fields:
    """A list over three pages that prints its heads once."""
    stated = front(document, chance, NOTICES[key])
    firms = names.companies(chance, 44)
    rows = [
        (str(n), chance.choice(("宁波市", "杭州市", "温州市")), firm.name, names.machine(chance))
        for n, firm in enumerate(firms, 1)
    ]
    widths = (40, 70, 210, 150)
    sheet = annex(document, f"{stated['year']}年度{NOTICES[key].subject}")
    grid(sheet, 130, widths, [one("序号", "地区", "企业名称", "产品名称"), *(one(*row) for row in rows[:20])])
    grid(Sheet(document), 60, widths, [one(*row) for row in rows[20:42]])
    grid(Sheet(document), 60, widths, [one(*row) for row in rows[42:]])
    return {**stated, "rows": [{"region": row[1], "holder": row[2], "title": row[3]} for row in rows]}


def borderless(document: pymupdf.Document, chance: Random, key: str) -> Fields:
    """Columns without rules, names that wrap, over two pages."""
    stated = front(document, chance, NOTICES[key])
    firms = names.companies(chance, 30)
    rows = [(str(n), firm.name, names.project(chance)) for n, firm in enumerate(firms, 1)]
    widths = (40, 150, 170)
    sheet = annex(document, f"{stated['year']}年度{NOTICES[key].subject}")
    grid(
        sheet,
        130,
        widths,
        [one("序号", "企业名称", "项目名称"), *(one(*row) for row in rows[:14])],
        ruled=False,
        centred=False,
    )
    grid(Sheet(document), 60, widths, [one(*row) for row in rows[14:]], ruled=False, centred=False)
    return {**stated, "rows": [{"holder": row[1], "title": row[2]} for row in rows]}


def covered(document: pymupdf.Document, chance: Random, key: str) -> Fields:
    """Places and companies that cover several rows."""
    stated = front(document, chance, NOTICES[key])
    cells: list[list[Cell]] = [one("地区", "序号", "企业名称", "产品名称")]
    rows: list[dict[str, str]] = []
    number = 0
    for region in ("宁波市", "杭州市", "温州市"):
        firms = names.companies(chance, chance.randint(2, 4))
        for place, firm in enumerate(firms):
            number += 1
            title = names.machine(chance)
            cells.append(
                [
                    (len(firms), region) if place == 0 else (0, ""),
                    (1, str(number)),
                    (1, firm.name),
                    (1, title),
                ]
            )
            rows.append({"region": region, "holder": firm.name, "title": title})
    sheet = annex(document, f"{stated['year']}年度{NOTICES[key].subject}")
    grid(sheet, 130, (70, 45, 215, 150), cells)
    return {**stated, "rows": rows}


def several(document: pymupdf.Document, chance: Random, key: str) -> Fields:
    """A company whose cell covers the rows of its products."""
    stated = front(document, chance, NOTICES[key])
    cells: list[list[Cell]] = [one("序号", "企业名称", "产品名称")]
    rows: list[dict[str, str]] = []
    for number, firm in enumerate(names.companies(chance, 6), 1):
        titles = [names.machine(chance) for _ in range(chance.choice((1, 1, 2, 3)))]
        for place, title in enumerate(titles):
            own: list[Cell] = (
                [(len(titles), str(number)), (len(titles), firm.name)] if place == 0 else [(0, ""), (0, "")]
            )
            cells.append([*own, (1, title)])
            rows.append({"holder": firm.name, "title": title})
    sheet = annex(document, f"{stated['year']}年度{NOTICES[key].subject}")
    grid(sheet, 130, (45, 235, 190), cells)
    return {**stated, "rows": rows}


def numbered(document: pymupdf.Document, chance: Random, key: str) -> Fields:
    """Numbered lines that wrap, with the thing in brackets."""
    stated = front(document, chance, NOTICES[key])
    sheet = annex(document, f"{stated['year']}年度{NOTICES[key].subject}")
    y, rows = 150.0, []
    for number, firm in enumerate(names.companies(chance, 9), 1):
        title = names.project(chance)
        y = sheet.wrap(80, y, 430, f"{number}. {firm.name}（{title}）", shapes.TEXT, 1.9)
        rows.append({"holder": firm.name, "title": title})
    return {**stated, "rows": rows}


def bare(document: pymupdf.Document, chance: Random, key: str) -> Fields:
    """Names and nothing else."""
    stated = front(document, chance, NOTICES[key])
    sheet = annex(document, f"{stated['year']}年度{NOTICES[key].subject}")
    y, rows = 160.0, []
    for firm in names.companies(chance, 8):
        sheet.write(110, y, firm.name, shapes.TEXT)
        rows.append({"holder": firm.name})
        y += 26
    return {**stated, "rows": rows}


def _layout(key: str, name: str, draw: Callable[[pymupdf.Document, Random, str], Fields]) -> Layout:
    return Layout(NOTICES[key].type, f"{key} {name}", lambda document, chance: draw(document, chance, key))


LAYOUTS = (
    *(
        _layout(key, "table", plain)
        for key in ("talent", "project", "solution", "pilot", "official", "platform", "consortium", "tackle")
    ),
    *(_layout(key, "continued", continued) for key in ("first", "official", "cloud")),
    *(_layout(key, "borderless", borderless) for key in ("talent", "pilot", "solution", "bigdata")),
    *(_layout(key, "covered", covered) for key in ("first", "pilot", "platform")),
    *(_layout(key, "several", several) for key in ("first", "solution")),
    *(_layout(key, "numbered", numbered) for key in ("project", "pilot", "solution")),
    *(_layout(key, "bare", bare) for key in ("official", "bigdata", "cloud")),
)
