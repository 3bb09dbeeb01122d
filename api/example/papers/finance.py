"""Audit reports: the opinion on one page, the income statement on the next."""

import pymupdf

from api.example.application import Paper
from api.example.numbers import chinese_day
from api.example.seals import bars, seal
from api.example.sheet import Sheet, Style

TEXT = Style(size=11)
FIGURES = Style(size=9.5)


def audit(document: pymupdf.Document, paper: Paper) -> None:
    """An audit report: opinion and statement on a page each, or both on one."""
    sheet = Sheet(document)
    if paper.layout == "joined":
        _heading(sheet, paper, 70)
        y = sheet.wrap(50, 128, 495, _audited(paper) + FAIR, Style(size=9.5), 1.6, indent=19)
        _statement(sheet, paper, y + 22)
        return
    _opinion(sheet, paper)
    _statement(Sheet(document), paper, 84)


def _heading(sheet: Sheet, paper: Paper, y: float) -> None:
    sheet.centre(y, "审 计 报 告", Style(size=24, bold=True, spacing=6))
    sheet.centre(y + 28, paper.says["number"], Style(size=11))
    latin = "".join(c for c in paper.says["number"] if c.isascii() and c.isalnum())
    bars(sheet.page, 440, 30, 100, 14, latin)


def _audited(paper: Paper) -> str:
    name, year = paper.says["holder"], paper.says["year"]
    return (
        f"我们审计了{name}（以下简称贵公司）财务报表，包括{year}年12月31日的资产负债表，{year}年度的利润表、"
        "现金流量表和所有者权益变动表，以及相关财务报表附注。"
    )


def _opinion(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    head = Style(size=11.5, bold=True)
    _heading(sheet, paper, 96)
    y = sheet.wrap(70, 166, 455, f"{says['holder']}全体股东：", head)
    sheet.write(70, y + 8, "一、审计意见", head)
    y = sheet.wrap(70, y + 32, 455, _audited(paper), TEXT, 1.8, indent=22)
    y = sheet.wrap(70, y, 455, FAIR, TEXT, 1.8, indent=22)
    sheet.write(70, y + 8, "二、形成审计意见的基础", head)
    sheet.wrap(70, y + 32, 455, BASIS, TEXT, 1.8, indent=22)
    sheet.write(70, 660, says["issuer"], TEXT)
    sheet.picture(90, 640, 110, seal(says["issuer"].split("（")[0]))
    for number, person in enumerate(says["accountants"]):
        sheet.write(360, 660 + 34 * number, f"中国注册会计师：{person}", TEXT)
    sheet.write(360, 740, chinese_day(says["date"]), TEXT)


def _statement(sheet: Sheet, paper: Paper, y: float) -> None:
    says, year = paper.says, paper.says["year"]
    sheet.centre(y, "利　润　表", Style(size=18, bold=True))
    sheet.centre(y + 22, f"{year}年度", TEXT)
    sheet.write(50, y + 48, f"编制单位：{says['holder']}", FIGURES)
    sheet.write(50, y + 48, "单位：人民币元", FIGURES, "right", 495)
    rows = [("项　　目", "附注", "本期金额", "上期金额")]
    rows += [(label, "", f"{now:,.2f}", f"{last:,.2f}") for label, now, last in says["statement"]]
    y = sheet.table(50, y + 56, (215, 40, 120, 120), rows, style=FIGURES, right=(2, 3), pad=5.5)
    sheet.write(50, y + 30, "法定代表人：", FIGURES)
    sheet.write(210, y + 30, "主管会计工作负责人：", FIGURES)
    sheet.write(400, y + 30, "会计机构负责人：", FIGURES)
    sheet.picture(88, y + 4, 105, seal(says["issuer"].split("（")[0]))


FAIR = (
    "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，"
    "公允反映了贵公司的财务状况以及经营成果和现金流量。"
)
BASIS = (
    "我们按照中国注册会计师审计准则的规定执行了审计工作。我们相信，我们获取的审计证据是充分、适当的，"
    "为发表审计意见提供了基础。"
)
