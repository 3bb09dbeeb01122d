"""Science award certificates in three layouts: labelled lines, running text, a table."""

import pymupdf

from api.example.application import Paper
from api.example.numbers import chinese_day
from api.example.seals import seal
from api.example.sheet import RED, Colour, Sheet, Style

GOLD: Colour = (0.72, 0.55, 0.2)
TEXT = Style(size=13)
PLACES = "一二三四五六七八九十"


def award(document: pymupdf.Document, paper: Paper) -> None:
    """The certificate that a unit gets for a science award."""
    sheet = Sheet(document, 842, 595) if paper.layout != "table" else Sheet(document)
    sheet.box(0, (0.995, 0.98, 0.95), 0, fill=(0.995, 0.98, 0.95))
    sheet.box(26, GOLD, 5)
    sheet.box(34, GOLD, 0.8)
    {"labelled": _labelled, "running": _running, "table": _table}[paper.layout](sheet, paper)
    x, y = (600, 410) if paper.layout != "table" else (390, 640)
    sheet.picture(x, y, 118, seal(paper.says["issuer"]))
    sheet.write(x, y + 100, paper.says["issuer"], TEXT, "centre", 118)
    sheet.write(x, y + 122, chinese_day(paper.says["date"]), TEXT, "centre", 118)


def _labelled(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    sheet.centre(120, f"{says['award']}证书", Style(size=30, bold=True, colour=RED, spacing=4))
    sheet.wrap(110, 178, 620, "为表彰在促进科学技术进步工作中做出重大贡献者，特颁发此证书。", TEXT, indent=26)
    y = 230.0
    for label, value in (
        ("获奖项目", says["title"]),
        ("奖励等级", says["grade"]),
        ("获奖年度", f"{says['year']}年度"),
        ("获奖单位", f"{says['holder']}（第{PLACES[says['rank'] - 1]}完成单位）"),
        ("证书号", says["number"]),
    ):
        y = sheet.field(140, y, label, value, label_width=70, style=TEXT, width=480) + 12


def _running(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    sheet.centre(130, "荣 誉 证 书", Style(size=36, bold=True, colour=RED, spacing=6))
    sheet.write(120, 210, f"{says['holder']}：", Style(size=17, bold=True))
    text = (
        f"你单位完成的“{says['title']}”项目，荣获{says['year']}年度{says['award']}{says['grade']}"
        f"（排名第{PLACES[says['rank'] - 1]}）。特发此证，以资鼓励。"
    )
    sheet.wrap(120, 255, 600, text, Style(size=17), 2.0, indent=34)
    sheet.write(120, 505, f"证书编号：{says['number']}", Style(size=11))


def _table(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    sheet.centre(120, f"{says['award']}获奖证书", Style(size=24, bold=True, colour=RED, spacing=3))
    rows = [
        ("项目名称", says["title"]),
        ("奖励类别", says["award"]),
        ("奖励等级", says["grade"]),
        ("奖励年度", str(says["year"])),
        ("获奖单位", says["holder"]),
        ("单位排名", f"第{says['rank']}完成单位"),
        ("主要完成人", "、".join(says["people"])),
        ("证书编号", says["number"]),
    ]
    sheet.table(80, 170, (110, 325), rows, style=Style(size=12), pad=10)
