"""A standard as it is handed in: cover, then the foreword with its list of drafting bodies."""

import pymupdf

from api.example.application import Paper
from api.example.sheet import Sheet, Style

TEXT = Style(size=10.5)
CODES = {"GB/T": "GB", "YD/T": "YD", "SJ/T": "SJ"}


def standard(document: pymupdf.Document, paper: Paper) -> None:
    """Cover and foreword of a standard."""
    _cover(Sheet(document), paper)
    _foreword(Sheet(document), paper)


def _cover(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    prefix = says["number"].split(" ")[0]
    sheet.write(62, 58, "ICS 35.240.50", Style(size=9.5, face="hei"))
    sheet.write(62, 72, "CCS L 67" if says["edition"] == "本文件" else "L 67", Style(size=9.5, face="hei"))
    sheet.write(62, 96, CODES.get(prefix, prefix), Style(size=38, bold=True, face="hei"), "right", 471)
    heading = says["heading"]
    size = 24 if len(heading) < 13 else 22
    sheet.spread(62, 152, heading, 470, Style(size=size, bold=True, face="hei"))
    sheet.write(62, 184, says["number"], Style(size=12.5, face="hei"), "right", 470)
    sheet.line(62, 208, 533, 208, 1)
    y = 330.0
    for line in _title_lines(says["title"]):
        sheet.centre(y, line, Style(size=20, face="hei"))
        y += 32
    sheet.centre(y + 8, says["english"], Style(size=11, bold=True))
    sheet.write(62, 706, f"{says['publish_date']} 发布", Style(size=12, face="hei"))
    sheet.write(62, 706, f"{says['effective_date']} 实施", Style(size=12, face="hei"), "right", 470)
    sheet.line(62, 716, 533, 716, 1)
    for number, line in enumerate(says["issuer"].split("\n")):
        sheet.centre(
            746 + 20 * number, line + ("" if number else "　发布"), Style(size=13, bold=True, spacing=1)
        )


def _title_lines(title: str) -> list[str]:
    """Covers break a title at its spaces: introductory, main and complementary element."""
    first, *rest = title.split(" ")
    return [first, " ".join(rest)] if rest else [first]


def _foreword(sheet: Sheet, paper: Paper) -> None:
    says, this = paper.says, paper.says["edition"]
    sheet.write(62, 62, says["number"], Style(size=9.5, face="hei"), "right", 470)
    sheet.centre(116, "前　言", Style(size=16, face="hei", spacing=8))
    drafters = says["drafters"].replace(";", "、")
    rule = (
        "GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定"
        if this == "本文件"
        else "GB/T 1.1—2009给出的规则"
    )
    y = 156.0
    for text in (
        f"{this}按照{rule}起草。",
        f"请注意{this}的某些内容可能涉及专利。{this}的发布机构不承担识别专利的责任。",
        f"{this}由全国信息技术标准化技术委员会提出并归口。",
        f"{this}{'' if paper.layout == 'list' else '主要'}起草单位：{drafters}。",
        f"{this}主要起草人：{'、'.join(says['people'])}。",
    ):
        y = sheet.wrap(62, y, 470, text, TEXT, 1.75, indent=21) + 2
    sheet.write(62, 790, "Ⅰ", Style(size=9), "right", 470)
