"""Official notices with a red head: the letter, and on its own page the list that it publishes.

The list is a ruled table, columns without rules, or numbered lines; the applicant is one of many on it.
"""

from collections.abc import Sequence

import pymupdf

from api.example.application import Paper
from api.example.numbers import chinese_day
from api.example.seals import seal
from api.example.sheet import RED, Sheet, Style

TEXT = Style(size=12.5)
LETTER = (
    "各市、县（市、区）经信局：",
    "根据{year}年度工作安排，经企业自愿申报、各地推荐、专家评审和社会公示，现将{subject}予以{verb}（见附件）。",
    "请各地加强对相关企业的指导和服务，及时总结经验做法，发挥示范引领作用，推动我省数字经济高质量发展。",
)


def notice(document: pymupdf.Document, paper: Paper) -> None:
    """A notice and the list annexed to it."""
    sheet = Sheet(document)
    head(sheet, paper.says["issuer"], paper.says["number"])
    letter(sheet, paper)
    annex(Sheet(document), paper)


def head(sheet: Sheet, issuer: str, number: str) -> None:
    """The red head: the office, the notice's number, the red line."""
    name = f"{issuer}文件"
    size = min(34.0, 440 / len(name) * 0.92)
    sheet.centre(118, name, Style(size=size, bold=True, colour=RED, spacing=2))
    sheet.centre(166, number, Style(size=12.5))
    sheet.line(70, 180, 525, 180, 2, RED)


def letter(sheet: Sheet, paper: Paper, lines: Sequence[str] = LETTER) -> None:
    """Title, text and signature of a notice."""
    says = paper.says
    y = 226.0
    title = f"{says['issuer']}关于{says['verb']}{says['subject']}的通知"
    for line in sheet.broken(title, 400, Style(size=19, bold=True)):
        sheet.centre(y, line, Style(size=19, bold=True))
        y += 30
    y += 14
    for place, line in enumerate(lines):
        text = line.format(year=says["year"], subject=says["subject"], verb=says["verb"])
        y = sheet.wrap(72, y, 450, text, TEXT, 1.9, indent=25 if place else 0)
    if "rows" in says:
        sheet.write(97, y + 14, f"附件：{says['heading']}", TEXT)
    signature(sheet, says["issuer"], chinese_day(says["date"]))


def signature(sheet: Sheet, issuer: str, day: str) -> None:
    """Office and date under its seal."""
    sheet.write(340, 690, issuer, TEXT, "centre", 180)
    sheet.write(340, 716, day, TEXT, "centre", 180)
    sheet.picture(374, 636, 112, seal(issuer))


def annex(sheet: Sheet, paper: Paper) -> None:
    """The list: who is on it."""
    says = paper.says
    sheet.write(70, 80, "附件", Style(size=13, face="hei"))
    sheet.centre(124, says["heading"], Style(size=18, bold=True))
    rows = [list(row)[: len(says["columns"])] for row in says["rows"]]
    if paper.layout == "numbered":
        _numbered(sheet, rows)
        return
    widths = (45, 260, 160)[: len(says["columns"]) + 1]
    table = [("序号", *says["columns"]), *((str(place), *row) for place, row in enumerate(rows, 1))]
    sheet.table(65, 156, widths, table, style=Style(size=11), ruled=paper.layout == "table", pad=6)


def _numbered(sheet: Sheet, rows: Sequence[Sequence[str]]) -> None:
    y = 164.0
    for place, row in enumerate(rows, 1):
        what = f"（{row[1]}）" if len(row) > 1 and row[1] else ""
        y = sheet.wrap(80, y, 440, f"{place}. {row[0]}{what}", TEXT, 1.9)
