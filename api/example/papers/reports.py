"""Audit reports of many pages, of which one matters: cover, opinion, four statements, notes.

A group's report holds its consolidated statements and the parent's own, behind each other or as columns
side by side; labels wrap, notes have numbers, sums are right.
"""

from collections.abc import Sequence
from datetime import date
from random import Random

import pymupdf

from api.example import figures, names
from api.example.figures import YearFigures
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day
from api.example.seals import seal
from api.example.sheet import GREY, Sheet, Style

TEXT = Style(size=11)
FIGURES = Style(size=9)
SMALL = Style(size=8.5, colour=GREY)
HEAD = Style(size=12, bold=True)
NOTES = (
    "一、公司基本情况。本公司由自然人共同出资设立，取得宁波市市场监督管理局核发的营业执照，注册资本人民币5000万元。",
    "二、财务报表的编制基础。本公司以持续经营为基础，根据实际发生的交易和事项，按照企业会计准则的规定进行确认和计量。",
    "三、重要会计政策及会计估计。会计期间自公历1月1日起至12月31日止。记账本位币为人民币。应收账款按预期信用损失计提坏账准备。",
    "固定资产折旧采用年限平均法计提。无形资产按使用寿命摊销。存货期末按成本与可变现净值孰低计量，计提存货跌价准备。",
    "四、税项。本公司于2020年12月1日取得高新技术企业证书，证书编号：GR202033100001，有效期三年，企业所得税税率为15%。",
    "五、合并财务报表项目注释。期末余额指12月31日余额，期初余额指1月1日余额，金额单位为人民币元。",
)

Amounts = Sequence[tuple[str, float, float]]


def _years(chance: Random, year: int) -> tuple[YearFigures, YearFigures]:
    """This year's figures and last year's."""
    before = round(chance.uniform(9_000, 90_000), 6)
    revenue = round(before * chance.uniform(1.05, 1.4), 6)
    now = YearFigures(year, revenue, before, round(revenue * chance.uniform(0.06, 0.15), 6), round(revenue * 0.07, 6))
    last = YearFigures(year - 1, before, before, round(before * 0.08, 6), round(before * 0.06, 6))
    return now, last


def _wan(amounts: Amounts, label: str, prior: bool) -> float:
    row = next(row for row in amounts if label in row[0])
    return round((row[2] if prior else row[1]) / 10_000, 6)


def _stated(amounts: Amounts, prefix: str = "") -> Fields:
    fields: Fields = {}
    for name, label in (("revenue_wan", "营业收入"), ("rd_wan", "研发费用"), ("profit_wan", "利润总额")):
        fields[f"{prefix}{name}"] = _wan(amounts, label, False)
        fields[f"{prefix}prior_{name}"] = _wan(amounts, label, True)
    return fields


def _foot(sheet: Sheet, page: int) -> None:
    sheet.centre(815, f"第 {page} 页 共 12 页", SMALL)


def _cover(document: pymupdf.Document, firm: str, year: int, number: str, auditor: str) -> None:
    sheet = Sheet(document)
    sheet.centre(220, firm, Style(size=20, bold=True))
    sheet.centre(270, f"{year}年度", Style(size=16))
    sheet.centre(310, "审 计 报 告", Style(size=30, bold=True, spacing=10))
    sheet.centre(360, number, Style(size=13))
    sheet.centre(680, auditor, Style(size=15))


def _opinion(document: pymupdf.Document, firm: str, year: int, number: str, auditor: str, chance: Random) -> None:
    sheet = Sheet(document)
    sheet.centre(90, "审 计 报 告", Style(size=22, bold=True, spacing=6))
    sheet.centre(116, number, TEXT)
    sheet.write(70, 156, f"{firm}全体股东：", HEAD)
    parts = (
        ("一、审计意见", f"我们审计了{firm}（以下简称贵公司）财务报表，包括{year}年12月31日的合并及母公司资产负债表，"
         f"{year}年度的合并及母公司利润表、合并及母公司现金流量表、合并及母公司所有者权益变动表，以及相关财务报表附注。"
         "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵公司的财务状况、经营成果和现金流量。"),
        ("二、形成审计意见的基础", "我们按照中国注册会计师审计准则的规定执行了审计工作。我们获取的审计证据是充分、适当的。"),
        ("三、管理层和治理层对财务报表的责任", "管理层负责按照企业会计准则的规定编制财务报表，使其实现公允反映。"),
    )
    y = 186.0
    for title, text in parts:
        sheet.write(70, y, title, HEAD)
        y = sheet.wrap(70, y + 24, 455, text, TEXT, 1.8, indent=22) + 10
    _foot(sheet, 1)
    sheet = Sheet(document)
    sheet.write(70, 80, "四、注册会计师对财务报表审计的责任", HEAD)
    text = "我们的目标是对财务报表整体是否不存在由于舞弊或错误导致的重大错报获取合理保证，并出具包含审计意见的审计报告。"
    sheet.wrap(70, 104, 455, text, TEXT, 1.8, indent=22)
    sheet.write(70, 420, auditor, TEXT)
    sheet.picture(100, 380, 112, seal(auditor.split("（")[0]))
    for n in range(2):
        sheet.write(340, 420 + 40 * n, f"中国注册会计师：{names.person(chance)}", TEXT)
    sheet.write(340, 510, chinese_day(date(year + 1, 3, 26)), TEXT)
    _foot(sheet, 2)


def _balance(document: pymupdf.Document, firm: str, year: int, title: str, page: int, chance: Random) -> None:
    sheet = Sheet(document)
    sheet.centre(70, title, Style(size=16, bold=True))
    sheet.centre(90, f"{year}年12月31日", FIGURES)
    sheet.write(50, 110, f"编制单位：{firm}", FIGURES)
    sheet.write(50, 110, "单位：人民币元", FIGURES, "right", 495)
    items = ("货币资金", "应收账款", "存货", "流动资产合计", "固定资产", "无形资产", "开发支出", "资产总计", "短期借款", "应付账款", "负债合计", "未分配利润", "所有者权益合计")
    rows = [("资　　产", "期末余额", "期初余额")]
    rows += [(item, f"{chance.uniform(1e6, 9e8):,.2f}", f"{chance.uniform(1e6, 9e8):,.2f}") for item in items]
    sheet.table(50, 118, (235, 130, 130), rows, style=FIGURES, right=(1, 2), pad=5)
    _foot(sheet, page)


def _income(document: pymupdf.Document, firm: str, year: int, title: str, page: int, amounts: Amounts) -> None:
    sheet = Sheet(document)
    sheet.centre(70, title, Style(size=16, bold=True))
    sheet.centre(90, f"{year}年度", FIGURES)
    sheet.write(50, 110, f"编制单位：{firm}", FIGURES)
    sheet.write(50, 110, "单位：人民币元", FIGURES, "right", 495)
    rows = [("项　　目", "附注", "本期金额", "上期金额")]
    rows += [(label, f"五、{n}" if n < 9 else "", f"{now:,.2f}", f"{last:,.2f}") for n, (label, now, last) in enumerate(amounts, 28)]
    sheet.table(50, 118, (165, 50, 140, 140), rows, style=FIGURES, right=(2, 3), pad=5)
    _foot(sheet, page)


def _cash(document: pymupdf.Document, firm: str, year: int, page: int, chance: Random) -> None:
    sheet = Sheet(document)
    sheet.centre(70, "合并及母公司现金流量表", Style(size=16, bold=True))
    sheet.centre(90, f"{year}年度", FIGURES)
    sheet.write(50, 110, f"编制单位：{firm}　　单位：人民币元", FIGURES)
    items = ("销售商品、提供劳务收到的现金", "购买商品、接受劳务支付的现金", "经营活动产生的现金流量净额", "投资活动产生的现金流量净额", "期末现金及现金等价物余额")
    rows = [("项　　目", "本期金额", "上期金额")]
    rows += [(item, f"{chance.uniform(1e6, 9e8):,.2f}", f"{chance.uniform(1e6, 9e8):,.2f}") for item in items]
    sheet.table(50, 118, (235, 130, 130), rows, style=FIGURES, right=(1, 2), pad=6)
    _foot(sheet, page)


def _notes(document: pymupdf.Document, firm: str, first: int, chance: Random) -> None:
    for n in range(3):
        sheet = Sheet(document)
        sheet.write(70, 50, firm, SMALL)
        y = 90.0
        if n == 0:
            sheet.centre(84, "财务报表附注", Style(size=16, bold=True))
            y = 120.0
        for text in NOTES[2 * n : 2 * n + 2] if n < 2 else NOTES[4:]:
            y = sheet.wrap(70, y, 455, text, TEXT, 1.8, indent=22) + 6
        if n == 2:
            rows = [("项目", "本期发生额", "上期发生额"), ("主营业务收入", f"{chance.uniform(1e6, 9e7):,.2f}", f"{chance.uniform(1e6, 9e7):,.2f}"),
                    ("研发费用", f"{chance.uniform(1e5, 9e6):,.2f}", f"{chance.uniform(1e5, 9e6):,.2f}")]
            sheet.table(70, y + 10, (155, 150, 150), rows, style=FIGURES, right=(1, 2), pad=5)
        _foot(sheet, first + n)


def _facts(chance: Random) -> tuple[str, int, str, str]:
    firm, year = names.company(chance).name, chance.choice((2019, 2020, 2021))
    auditor = f"{chance.choice(names.vocabulary()['accounts']['firms'])}会计师事务所（特殊普通合伙）"
    return firm, year, f"{auditor[2:4]}会审〔{year + 1}〕第{chance.randrange(100, 2999)}号", auditor


def group(document: pymupdf.Document, chance: Random) -> Fields:
    """A group: consolidated statements, then the parent's own."""
    firm, year, number, auditor = _facts(chance)
    _cover(document, firm, year, number, auditor)
    _opinion(document, firm, year, number, auditor, chance)
    whole, own = (figures.statement(*_years(chance, year)) for _ in range(2))
    _balance(document, firm, year, "合并资产负债表", 3, chance)
    _balance(document, firm, year, "母公司资产负债表", 4, chance)
    _income(document, firm, year, "合并利润表", 5, _as_group(whole))
    _income(document, firm, year, "母公司利润表", 6, own)
    _cash(document, firm, year, 7, chance)
    _notes(document, firm, 8, chance)
    fields: Fields = {"holder": firm, "year": year, "number": number, "issuer": auditor, "opinion": "无保留意见"}
    fields["date"] = f"{year + 1}-03-26"
    return {**fields, "statement": "母公司利润表", **_stated(own), **_stated(whole, "consolidated_")}


def _as_group(amounts: Amounts) -> Amounts:
    """The consolidated form: 营业总收入 above 营业收入."""
    (_, now, last), *rest = amounts
    return [("一、营业总收入", now, last), ("其中：营业收入", now, last), *rest]


def side_by_side(document: pymupdf.Document, chance: Random) -> Fields:
    """合并及母公司利润表: four columns of amounts on a landscape page."""
    firm, year, number, auditor = _facts(chance)
    _opinion(document, firm, year, number, auditor, chance)
    _balance(document, firm, year, "合并及母公司资产负债表", 3, chance)
    whole, own = (figures.statement(*_years(chance, year)) for _ in range(2))
    sheet = Sheet(document, 842, 595)
    sheet.centre(60, "合并及母公司利润表", Style(size=16, bold=True))
    sheet.centre(80, f"{year}年度", FIGURES)
    sheet.write(50, 98, f"编制单位：{firm}", FIGURES)
    sheet.write(50, 98, "单位：人民币元", FIGURES, "right", 740)
    sheet.table(50, 106, (220, 260, 260), [("", "　　　　　　　　合　并", "　　　　　　　　母公司")], style=FIGURES, pad=4)
    rows: list[tuple[str, ...]] = [("项　　目", "本期金额", "上期金额", "本期金额", "上期金额")]
    for (label, now, last), (_, mine, before) in zip(whole, own, strict=True):
        rows.append((label, *(f"{amount:,.2f}" for amount in (now, last, mine, before))))
    sheet.table(50, 126, (220, 130, 130, 130, 130), rows, style=FIGURES, right=(1, 2, 3, 4), pad=4)
    _cash(document, firm, year, 5, chance)
    _notes(document, firm, 6, chance)
    fields: Fields = {"holder": firm, "year": year, "number": number, "issuer": auditor}
    return {**fields, "statement": "母公司利润表", **_stated(own), **_stated(whole, "consolidated_")}


def single(document: pymupdf.Document, chance: Random) -> Fields:
    """One company: cover, opinion, statements headed by years, the unit in 万元."""
    firm, year, number, auditor = _facts(chance)
    _cover(document, firm, year, number, auditor)
    _opinion(document, firm, year, number, auditor, chance)
    _balance(document, firm, year, "资产负债表", 3, chance)
    now, last = _years(chance, year)
    lines = [(label, round(a / 10_000, 2), round(b / 10_000, 2)) for label, a, b in figures.statement(now, last)]
    sheet = Sheet(document)
    sheet.centre(70, "利　润　表", Style(size=16, bold=True))
    sheet.write(50, 100, f"编制单位：{firm}", FIGURES)
    sheet.write(50, 100, "单位：人民币万元", FIGURES, "right", 495)
    rows = [("项　　目", "行次", f"{year}年度", f"{year - 1}年度")]
    rows += [(label, str(n), f"{a:,.2f}", f"{b:,.2f}") for n, (label, a, b) in enumerate(lines, 1)]
    sheet.table(50, 108, (165, 50, 140, 140), rows, style=FIGURES, right=(2, 3), pad=5)
    _notes(document, firm, 5, chance)
    fields: Fields = {"holder": firm, "year": year, "number": number, "issuer": auditor, "statement": "利润表"}
    for name, label in (("revenue_wan", "营业收入"), ("rd_wan", "研发费用"), ("profit_wan", "利润总额")):
        row = next(line for line in lines if label in line[0])
        fields[name], fields[f"prior_{name}"] = row[1], row[2]
    return fields


LAYOUTS = (
    Layout("audit_report", "group", group),
    Layout("audit_report", "abreast", side_by_side),
    Layout("audit_report", "single", single),
)
