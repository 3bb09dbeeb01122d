"""Lists of first sets by level, certificates of them, lists that are only proposed, and calls."""

from datetime import date
from functools import partial
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day, some_day
from api.example.papers import notices, shapes
from api.example.papers.lists import NOTICES, PROVINCE, annex, front, grid, one
from api.example.sheet import Sheet, Style

SECTIONS = (
    ("一、国际首台（套）装备", "国际"),
    ("二、国内首台（套）装备", "国内"),
    ("三、省内首台（套）装备", "省内"),
    ("四、重点首批次新材料", ""),
    ("五、首版次软件", ""),
)


def sections(document: pymupdf.Document, chance: Random, inside: bool) -> Fields:
    """A list of first sets by level: a heading over each table, or a row of its own within one."""
    stated = front(document, chance, NOTICES["first"])
    sheet = annex(document, f"{stated['year']}年度浙江省首台（套）产品认定名单")
    y, rows = 132.0, []
    widths = (45, 235, 190)
    if inside:
        y = grid(sheet, y, widths, [one("序号", "企业名称", "产品名称")])
    for heading, level in SECTIONS:
        listed = [
            (str(n), firm.name, names.machine(chance))
            for n, firm in enumerate(names.companies(chance, chance.randint(1, 3)), 1)
        ]
        if inside:
            y = grid(sheet, y, (sum(widths),), [one(heading)], centred=False)
        else:
            sheet.write(64, y + 16, heading, Style(size=13, face="hei"))
            y += 26
        table = [one(*row) for row in listed]
        y = grid(
            sheet, y, widths, table if inside else [one("序号", "企业名称", "产品名称"), *table], high=26
        )
        rows += [{"holder": row[1], "title": row[2], **({"level": level} if level else {})} for row in listed]
    return {**stated, "rows": rows}


def certificate(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate for a first set."""
    holder, title, level = names.company(chance).name, names.machine(chance), chance.choice(("国内", "省内"))
    year = chance.choice((2020, 2021))
    day, number = (
        some_day(chance, date(year, 9, 1), date(year, 12, 28)),
        f"ST{year}{chance.randint(100, 999)}",
    )
    pairs = [
        ("产品名称", title),
        ("研制单位", holder),
        ("认定类别", f"{level}首台（套）"),
        ("证书编号", number),
    ]
    shapes.lines(document, f"{year}年度浙江省首台（套）产品认定证书", pairs, PROVINCE, day, frame=shapes.GOLD)
    return {
        "title": title,
        "holder": holder,
        "level": level,
        "year": year,
        "number": number,
        "date": day.isoformat(),
    }


def publicity(document: pymupdf.Document, chance: Random, letterhead: bool) -> Fields:
    """A list that is only proposed, with the term in which anyone may object; its annex does not say so."""
    year = chance.choice((2020, 2021))
    subject, award = f"{year}年度浙江省上云标杆企业", "浙江省上云标杆企业"
    first = some_day(chance, date(year, 6, 1), date(year, 12, 10))
    term = (
        f"{first.year}年{first.month}月{first.day}日至{first.month}月{first.day + 5}日"
        if first.day < 22
        else f"{first.year}年{first.month}月10日至{first.month}月17日"
    )
    sheet = Sheet(document)
    y = shapes.titled(sheet, f"关于{subject}拟认定名单的公示", 110, 19) + 16
    y = sheet.wrap(
        72,
        y,
        450,
        f"经企业申报、地方推荐和专家评审，拟认定以下企业为{award}，现予以公示。公示时间：{term}。",
        shapes.TEXT,
        1.9,
        indent=24,
    )
    firms = names.companies(chance, 7)
    rows = [(str(n), firm.name) for n, firm in enumerate(firms, 1)]
    if letterhead:
        notices.signature(sheet, PROVINCE, chinese_day(first))
        grid(
            annex(document, f"{subject}名单"),
            130,
            (50, 300),
            [one("序号", "企业名称"), *(one(*row) for row in rows)],
        )
    else:
        grid(sheet, y + 10, (50, 300), [one("序号", "企业名称"), *(one(*row) for row in rows)])
    return {"award": award, "year": year, "period": term, "rows": [{"holder": firm.name} for firm in firms]}


CALLS = ("关于组织开展{year}年度{what}申报工作的通知", "关于征集{year}年{what}的通知")


def call(document: pymupdf.Document, chance: Random, form: int) -> Fields:
    """A call: it names nobody, whatever it is about."""
    year = chance.choice((2020, 2021))
    what = chance.choice(("浙江省大数据应用示范企业", "工业互联网优秀解决方案", "浙江省首台（套）装备"))
    number = f"浙经信云计算便函〔{year}〕{chance.randint(20, 190)}号"
    day = some_day(chance, date(year, 6, 1), date(year, 12, 28))
    sheet = Sheet(document)
    notices.head(sheet, PROVINCE, number)
    y = 226.0
    for line in sheet.broken(CALLS[form].format(year=year, what=what), 400, Style(size=19, bold=True)):
        sheet.centre(y, line, Style(size=19, bold=True))
        y += 30
    for text in (
        "一、申报条件。在浙江省内注册，具有独立法人资格。",
        "二、申报程序。企业自愿申报，县（市、区）经信局推荐，专家评审，公示后公布。",
    ):
        y = sheet.wrap(72, y + 6, 450, text, shapes.TEXT, 1.9, indent=24)
    notices.signature(sheet, PROVINCE, chinese_day(day))
    return {"doc": number, "issuer": PROVINCE, "year": year, "date": day.isoformat()}


LAYOUTS = (
    Layout("first_set_notice", "sections", partial(sections, inside=False)),
    Layout("first_set_notice", "sections within", partial(sections, inside=True)),
    Layout("first_set_notice", "certificate", certificate),
    Layout("publicity_notice", "page", partial(publicity, letterhead=False)),
    Layout("publicity_notice", "annex", partial(publicity, letterhead=True)),
    Layout("call_for_application", "apply", partial(call, form=0)),
    Layout("call_for_application", "collect", partial(call, form=1)),
)
