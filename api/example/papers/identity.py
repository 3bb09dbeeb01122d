"""Papers that say who the applicant is: licence, change of name, public credit, high-tech certificate."""

from collections.abc import Mapping
from typing import Any

import pymupdf

from api.example.application import Paper
from api.example.numbers import capital_in_words, chinese_day
from api.example.seals import seal, square_code
from api.example.sheet import GREY, RED, Colour, Sheet, Style

GOLD: Colour = (0.74, 0.58, 0.22)
TEXT = Style(size=11.5)


def licence(document: pymupdf.Document, paper: Paper) -> None:
    """A business licence: the landscape one of 2019 or the portrait one before it."""
    if paper.layout == "landscape":
        _landscape(Sheet(document, 842, 595), paper)
    else:
        _portrait(Sheet(document), paper)


def _landscape(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    sheet.box(18, GOLD, 8)
    sheet.box(28, GOLD, 1)
    sheet.centre(130, "营 业 执 照", Style(size=40, bold=True, spacing=8))
    sheet.centre(154, "（副　本）", Style(size=13))
    sheet.write(60, 96, "统一社会信用代码", Style(size=11, bold=True))
    sheet.write(60, 114, says["uscc"], Style(size=13, face="hei"))
    sheet.picture(690, 70, 74, square_code(f"https://licence.example.invalid/{says['uscc']}"))
    left, right = 205.0, 205.0
    for label, value in (
        ("名称", says["holder"]),
        ("类型", _type(says["holder"])),
        ("法定代表人", says["legal"]),
        ("经营范围", says["scope"]),
    ):
        left = sheet.field(62, left, label, value, label_width=70, style=TEXT, width=290, colon="　") + 12
    for label, value in (
        ("注册资本", capital_in_words(says["capital"])),
        ("成立日期", chinese_day(says["date"])),
        ("住所", says["address"]),
    ):
        right = sheet.field(450, right, label, value, label_width=60, style=TEXT, width=240, colon="　") + 12
    _registered(sheet, 600, 420, says)


def _portrait(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    sheet.box(20, GOLD, 7)
    sheet.box(30, GOLD, 1)
    sheet.centre(150, "营业执照", Style(size=40, bold=True, spacing=16))
    sheet.write(70, 196, f"统一社会信用代码 {says['uscc']}", Style(size=12, face="hei"), "right", 455)
    y = 250.0
    for label, value in (
        ("名称", says["holder"]),
        ("类型", _type(says["holder"])),
        ("住所", says["address"]),
        ("法定代表人", says["legal"]),
        ("注册资本", capital_in_words(says["capital"])),
        ("成立日期", chinese_day(says["date"])),
        ("营业期限", f"{chinese_day(says['date'])}至长期"),
        ("经营范围", says["scope"]),
    ):
        y = sheet.field(80, y, label, value, label_width=74, style=TEXT, width=350, colon="　") + 13
    _registered(sheet, 395, 640, says)


def _registered(sheet: Sheet, x: float, y: float, says: Mapping[str, Any]) -> None:
    sheet.write(x - 70, y + 40, "登记机关", Style(size=12, bold=True))
    sheet.picture(x, y, 108, seal("宁波市市场监督管理局"))
    sheet.write(x, y + 122, "2020年06月18日", Style(size=11), "centre", 108)


def _type(name: str) -> str:
    return (
        "股份有限公司（非上市、自然人投资或控股）" if "股份" in name else "有限责任公司（自然人投资或控股）"
    )


def name_change(document: pymupdf.Document, paper: Paper) -> None:
    """The registrar's notice that a company changed its name."""
    says, sheet = paper.says, Sheet(document)
    sheet.centre(110, "准予变更登记通知书", Style(size=22, bold=True, spacing=3))
    sheet.write(
        70,
        150,
        f"（甬市监）登记内变字〔{says['date'].year}〕第{says['number']}号",
        Style(size=10.5),
        "right",
        455,
    )
    sheet.write(70, 190, f"{says['holder']}：", TEXT)
    sheet.wrap(
        70,
        216,
        455,
        "你单位提交的变更登记申请材料齐全，符合法定形式，我局决定准予变更登记。变更事项如下：",
        TEXT,
        indent=23,
    )
    rows = [("变更事项", "变更前", "变更后"), ("名称", says["former"], says["holder"])]
    sheet.table(70, 270, (85, 185, 185), rows, style=TEXT)
    sheet.write(70, 380, f"统一社会信用代码：{says['uscc']}", TEXT)
    sheet.picture(390, 560, 112, seal("宁波市市场监督管理局", "登记专用章"))
    sheet.write(390, 690, chinese_day(says["date"]), TEXT, "centre", 112)


def credit_report(document: pymupdf.Document, paper: Paper) -> None:
    """The public credit report as the portal prints it."""
    says, sheet = paper.says, Sheet(document)
    screen = Style(size=10.5, face="hei")
    sheet.write(50, 56, "信用浙江", Style(size=15, face="hei", colour=RED, bold=True))
    sheet.write(
        50, 56, f"报告编号：{says['report_no']}", Style(size=9, face="hei", colour=GREY), "right", 495
    )
    sheet.line(50, 66, 545, 66, 1, RED)
    sheet.centre(112, "企业公共信用评价报告", Style(size=21, face="hei", bold=True))
    sheet.write(60, 156, "一、基本信息", Style(size=12, face="hei", bold=True))
    rows = [
        ("主体名称", says["holder"]),
        ("统一社会信用代码", says["uscc"]),
        ("法定代表人", says["legal"]),
        ("登记状态", "存续"),
    ]
    y = sheet.table(60, 170, (140, 335), rows, style=screen, pad=7)
    sheet.write(60, y + 34, "二、公共信用评价", Style(size=12, face="hei", bold=True))
    rows = [
        ("评价得分", str(says["score"])),
        ("评价等级", says["grade"]),
        ("评价日期", chinese_day(says["date"])),
    ]
    y = sheet.table(60, y + 48, (140, 335), rows, style=screen, pad=7)
    sheet.write(60, y + 34, "三、行政处罚与严重失信信息", Style(size=12, face="hei", bold=True))
    y = sheet.wrap(60, y + 58, 475, "截至评价日期，未查询到该主体的行政处罚和严重失信信息。", screen)
    sheet.wrap(
        60,
        y + 20,
        475,
        "说明：评价等级分为优秀、良好、中等、较差、差五等。本报告由系统自动生成，仅供参考。",
        Style(size=9, face="hei", colour=GREY),
    )
    sheet.picture(470, 700, 64, square_code(f"https://credit.example.invalid/{says['report_no']}"))


def hitech(document: pymupdf.Document, paper: Paper) -> None:
    """The certificate of a high-tech enterprise, with the seals of its three offices."""
    says, sheet = paper.says, Sheet(document, 842, 560)
    sheet.box(26, GOLD, 4)
    sheet.centre(140, "高新技术企业", Style(size=40, bold=True, colour=GOLD, spacing=8))
    sheet.centre(188, "证　书", Style(size=30, bold=True, colour=GOLD))
    text = Style(size=13, bold=True)
    sheet.write(90, 256, f"企业名称：{says['holder']}", text)
    sheet.write(500, 256, f"证书编号：{says['number']}", text)
    day = says["grant_date"]
    sheet.write(90, 292, f"发证时间：{chinese_day(day)}", text)
    sheet.write(500, 292, "有 效 期：三年", text)
    sheet.write(90, 328, "批准机关：", text)
    for place, office in enumerate(("宁波市科学技术局", "宁波市财政局", "国家税务总局宁波市税务局")):
        sheet.picture(160 + 190 * place, 350, 105, seal(office))
