"""Papers that are handed in and prove nothing, and the pages between them."""

from collections.abc import Sequence

import pymupdf

from api.example.application import Paper
from api.example.numbers import chinese_day
from api.example.papers import notices
from api.example.seals import seal
from api.example.sheet import GREY, RED, Colour, Sheet, Style

GOLD: Colour = (0.74, 0.58, 0.22)
TEXT = Style(size=12)
PROPOSED = (
    "根据{year}年度工作安排，经企业自愿申报、各地推荐和专家评审，拟将以下企业列入{subject}，现予以公示。",
    "公示期为5个工作日。公示期间，任何单位和个人对公示内容有异议的，可以书面形式向我厅反映。",
)
CALLED = (
    "各市、县（市、区）经信局：",
    "为深入实施数字经济“一号工程”，现就组织{subject}有关事项通知如下。",
    "一、申报条件。申报企业应在浙江省内注册，具有独立法人资格，近三年无严重失信记录。",
    "二、申报程序。企业自愿申报，县（市、区）经信局审核后逐级上报，我厅组织专家评审，公示后公布名单。",
    "三、有关要求。请各地认真组织，于12月15日前将推荐汇总表报送我厅。",
)


def publicity(document: pymupdf.Document, paper: Paper) -> None:
    """A list that is only proposed: 公示."""
    says, sheet = paper.says, Sheet(document)
    sheet.centre(100, f"关于{says['subject']}的公示", Style(size=19, bold=True))
    y = 150.0
    for line in PROPOSED:
        y = sheet.wrap(72, y, 450, line.format(**says), TEXT, 1.9, indent=24)
    table = [
        ("序号", *says["columns"]),
        *((str(n), *row[: len(says["columns"])]) for n, row in enumerate(says["rows"], 1)),
    ]
    sheet.table(72, y + 4, (45, 250, 155)[: len(says["columns"]) + 1], table, style=Style(size=10.5), pad=4)
    notices.signature(sheet, says["issuer"], chinese_day(says["date"]))


def call(document: pymupdf.Document, paper: Paper) -> None:
    """A call for applications: it names nobody."""
    sheet = Sheet(document)
    notices.head(sheet, paper.says["issuer"], paper.says["number"])
    notices.letter(sheet, paper, CALLED)


def works_registration(document: pymupdf.Document, paper: Paper) -> None:
    """A certificate for a registered work (a picture, a text): no software copyright."""
    says, sheet = paper.says, Sheet(document, 842, 595)
    sheet.box(24, GOLD, 5)
    sheet.centre(110, "作品登记证书", Style(size=32, bold=True, spacing=8))
    sheet.write(70, 160, f"登记号：{says['number']}", TEXT)
    y = 205.0
    for left, value, right, other in (
        ("作品名称", says["title"], "作品类别", "美术"),
        ("作者", says["holder"], "著作权人", says["holder"]),
        ("创作完成日期", chinese_day(says["completed"]), "首次发表日期", "未发表"),
    ):
        low = sheet.field(70, y, left, value, label_width=80, style=TEXT, width=240)
        y = max(low, sheet.field(430, y, right, other, label_width=80, style=TEXT, width=230)) + 18
    sheet.wrap(
        70,
        y + 6,
        700,
        f"以上事项，由{says['holder']}申请，经浙江省版权局审核，根据《作品自愿登记试行办法》规定，予以登记。",
        TEXT,
        indent=24,
    )
    sheet.write(70, y + 70, f"登记日期：{chinese_day(says['grant_date'])}", TEXT)
    sheet.picture(590, 420, 112, seal("浙江省版权局", "作品登记专用章"))
    sheet.centre(560, "中华人民共和国国家版权局统一监制", Style(size=10))


def association(document: pymupdf.Document, paper: Paper) -> None:
    """An honour given by an association or a rating agency."""
    says, sheet = paper.says, Sheet(document, 842, 595)
    sheet.box(0, (0.99, 0.96, 0.86), 0, fill=(0.99, 0.96, 0.86))
    sheet.box(28, RED, 6)
    sheet.centre(150, "荣 誉 证 书", Style(size=40, bold=True, colour=RED, spacing=10))
    sheet.write(120, 230, f"{says['holder']}：", Style(size=18, bold=True))
    sheet.wrap(120, 285, 600, says["text"], Style(size=18), 2.1, indent=36)
    sheet.picture(560, 400, 118, seal(says["issuer"]))
    sheet.write(540, 490, says["issuer"], TEXT, "centre", 158)
    sheet.write(540, 514, chinese_day(says["date"]), TEXT, "centre", 158)


def policy(document: pymupdf.Document, paper: Paper) -> None:
    """The first page of a company's own rules."""
    says, sheet = paper.says, Sheet(document)
    sheet.centre(90, says["holder"], Style(size=16, bold=True))
    sheet.centre(130, says["title"], Style(size=22, bold=True))
    sheet.write(72, 165, f"文件编号：{says['number']}", Style(size=10.5))
    sheet.write(72, 165, f"发布日期：{chinese_day(says['date'])}", Style(size=10.5), "right", 450)
    y = 210.0
    for line in RULES:
        y = sheet.wrap(72, y, 450, line, TEXT, 1.9, indent=24)
    sheet.picture(400, 640, 112, seal(says["holder"]))


def divider(document: pymupdf.Document, title: str) -> None:
    """A page between two parts of a bundle."""
    Sheet(document).centre(400, title, Style(size=30, bold=True, spacing=4))


def blank(document: pymupdf.Document) -> None:
    """The empty back of a sheet."""
    Sheet(document)


def contents(document: pymupdf.Document, company: str, lines: Sequence[tuple[str, int]]) -> None:
    """The table of contents of a bundle."""
    sheet = Sheet(document)
    sheet.centre(84, "申报相关证明材料", Style(size=22, bold=True))
    sheet.centre(112, company, Style(size=13))
    sheet.centre(156, "目　录", Style(size=17, face="hei"))
    y = 192.0
    for title, page in lines:
        end = sheet.write(72, y, title + " ", Style(size=11))
        number = sheet.measure(f" {page}", Style(size=11))
        dots = "." * int((523 - number - end) / sheet.measure(".", Style(size=11, colour=GREY)))
        sheet.write(end, y, dots, Style(size=11, colour=GREY))
        sheet.write(72, y, str(page), Style(size=11), "right", 451)
        y += 21


RULES = (
    "第一条　为加强公司网络与数据安全管理，保障业务系统安全稳定运行，制定本办法。",
    "第二条　公司设立网络安全领导小组，负责审定网络安全策略、制度和应急预案。",
    "第三条　数据按照重要程度分为核心数据、重要数据和一般数据三级，实行分类分级管理。",
    "第四条　各部门应当定期开展安全检查和应急演练，发现问题及时整改并记录归档。",
)
