"""What a company writes of itself: rules, reports on its responsibility, and what proves nothing."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day, some_day
from api.example.papers import shapes
from api.example.papers.distractors import RULES
from api.example.seals import seal
from api.example.sheet import GREY, RED, Sheet, Style

TOPICS = (
    "网络安全管理制度",
    "数据分类分级管理办法",
    "信息系统应急预案",
    "开发者社区运营规则",
    "数据安全管理规定",
)


def _day(chance: Random) -> date:
    return some_day(chance, date(2019, 2, 1), date(2022, 2, 20))


def rules(document: pymupdf.Document, chance: Random) -> Fields:
    """Rules of two pages with number and day."""
    holder, day, title = names.company(chance).name, _day(chance), chance.choice(TOPICS)
    number = f"QG-IT-{chance.randint(100, 999)}"
    sheet = Sheet(document)
    sheet.centre(90, holder, Style(size=16, bold=True))
    sheet.centre(130, title, Style(size=22, bold=True))
    sheet.write(72, 168, f"文件编号：{number}", shapes.SMALL)
    sheet.write(72, 168, f"发布日期：{chinese_day(day)}", shapes.SMALL, "right", 450)
    y = 210.0
    for text in RULES:
        y = sheet.wrap(72, y, 450, text, shapes.TEXT, 1.9, indent=24)
    inner = Sheet(document)
    y = 90.0
    for text in ("第五条　本制度由信息管理部负责解释。", "第六条　本制度自发布之日起施行。"):
        y = inner.wrap(72, y, 450, text, shapes.TEXT, 1.9, indent=24)
    inner.picture(380, 620, 108, seal(holder))
    return {"holder": holder, "title": title, "number": number, "issued": day.isoformat()}


def decree(document: pymupdf.Document, chance: Random) -> Fields:
    """Rules with a sheet of particulars in front."""
    holder, day, title = names.company(chance).name, _day(chance), chance.choice(TOPICS)
    number = f"甬数〔{day.year}〕{chance.randint(3, 60)}号"
    pairs = [
        ("文件编号", number),
        ("版本号", "A/1"),
        ("编制部门", "信息管理部"),
        ("批准人", names.person(chance)),
        ("生效日期", chinese_day(day)),
    ]
    sheet = shapes.form(
        document,
        title,
        pairs,
        below=["1 目的：规范公司信息系统运行，保障业务连续。", "2 适用范围：适用于公司各部门。"],
    )
    sheet.centre(760, holder, shapes.TEXT)
    return {"holder": holder, "title": title, "number": number, "issued": day.isoformat()}


def responsibility(document: pymupdf.Document, chance: Random) -> Fields:
    """A brochure: cover, about this report, a page of it."""
    holder, year = names.company(chance).name, chance.choice((2019, 2020, 2021))
    cover = Sheet(document)
    cover.centre(300, holder, Style(size=22, bold=True))
    cover.centre(350, f"{year}年度企业社会责任报告", Style(size=26, bold=True))
    about = Sheet(document)
    about.write(72, 90, "关于本报告", Style(size=18, face="hei"))
    about.wrap(
        72,
        130,
        450,
        f"本报告参照GRI标准和GB/T 36001编制，时间范围为{year}年1月1日至{year}年12月31日。",
        shapes.TEXT,
        1.9,
        indent=24,
    )
    page = Sheet(document)
    page.write(72, 60, f"{year}年度社会责任报告", Style(size=9, colour=GREY))
    page.write(72, 100, "员工权益与公益活动", Style(size=18, face="hei"))
    page.wrap(
        72, 140, 450, "公司组织志愿服务12次，累计捐赠30万元，为员工提供培训。", shapes.TEXT, 1.9, indent=24
    )
    return {"holder": holder, "year": year, "std": "GRI;GB/T36001"}


def sustainability(document: pymupdf.Document, chance: Random) -> Fields:
    """A report under its newer name, with a sheet of particulars."""
    holder, year = names.company(chance).name, chance.choice((2020, 2021))
    pairs = [("报告主体", holder), ("报告年度", f"{year}年"), ("编制依据", "ISO 26000、CASS-CSR4.0")]
    shapes.form(document, "环境、社会及治理（ESG）报告", pairs, holder)
    return {"holder": holder, "year": year, "std": "ISO26000;CASS-CSR"}


def news(document: pymupdf.Document, chance: Random) -> Fields:
    """A page of a newspaper's website."""
    holder, day = names.company(chance).name, _day(chance)
    sheet = Sheet(document)
    sheet.write(60, 60, "首页 > 新闻中心 > 产经新闻", Style(size=9, face="hei", colour=GREY))
    title = f"{holder[:4]}入选省级上云标杆企业"
    sheet.centre(110, title, Style(size=20, bold=True))
    sheet.centre(
        140,
        f"{day.isoformat()} 来源：甬江日讯 记者：{names.person(chance)} 浏览次数：{chance.randint(100, 9000)}",
        Style(size=9, colour=GREY),
    )
    sheet.wrap(
        60,
        180,
        470,
        f"近日，浙江省公布上云标杆企业名单，{holder}榜上有名。该公司负责人表示，将继续加大研发投入。",
        shapes.TEXT,
        1.9,
        indent=24,
    )
    sheet.write(
        60,
        780,
        f"https://news.example.invalid/{day.year}/{chance.randint(1000, 9999)}.html",
        Style(size=8, colour=GREY),
    )
    return {"subject": title}


def honours(document: pymupdf.Document, chance: Random) -> Fields:
    """A company's own list of what it says that it won."""
    holder, day = names.company(chance).name, _day(chance)
    rows = [
        (str(n), what, str(2018 + n))
        for n, what in enumerate(("浙江省科技进步奖二等奖", "浙江制造精品", "省级工业互联网平台"), 1)
    ]
    sheet = shapes.listing(document, "企业荣誉一览表", ("序号", "荣誉名称", "获得年度"), rows, (50, 270, 110))
    shapes.signed(sheet, holder, day)
    return {"subject": "企业荣誉一览表", "date": day.isoformat()}


def statement(document: pymupdf.Document, chance: Random) -> Fields:
    """A company's own word."""
    holder, day = names.company(chance).name, _day(chance)
    text = (
        "我公司积极推进数字化转型，平台接入设备5万台，活跃开发者3000人，获得发明专利授权26件。以上情况属实。"
    )
    shapes.letter(document, "关于平台建设的情况说明", [text], holder, day)
    return {"subject": "关于平台建设的情况说明", "date": day.isoformat()}


def application(document: pymupdf.Document, chance: Random) -> Fields:
    """An application form of a project: no approval."""
    holder, day = names.company(chance).name, _day(chance)
    pairs = [("项目名称", names.project(chance)), ("申报单位", holder), ("申报日期", chinese_day(day))]
    shapes.lines(document, "浙江省重点研发计划项目申报书", pairs)
    return {"subject": "浙江省重点研发计划项目申报书"}


def third_party(document: pymupdf.Document, chance: Random) -> Fields:
    """A patent on a commercial website: no register."""
    holder = names.company(chance).name
    sheet = Sheet(document)
    sheet.write(60, 60, "企查查 - 专利信息 首页 登录", Style(size=10, face="hei", colour=RED))
    y = 110.0
    for label, value in (
        ("专利名称", names.invention(chance)),
        ("申请人", holder),
        ("法律状态", "授权"),
        ("专利类型", "发明授权"),
    ):
        y = sheet.field(60, y, label, value, label_width=60, style=shapes.SMALL, width=380) + 8
    sheet.write(60, 780, "https://www.example.invalid/patent/1 版权所有 返回顶部", Style(size=8, colour=GREY))
    return {}


LAYOUTS = (
    Layout("internal_policy", "rules", rules),
    Layout("internal_policy", "particulars", decree),
    Layout("csr_report", "brochure", responsibility),
    Layout("csr_report", "esg", sustainability),
    Layout("news_or_screenshot", "news", news),
    Layout("news_or_screenshot", "honours", honours),
    Layout("news_or_screenshot", "statement", statement),
    Layout("news_or_screenshot", "application", application),
    Layout("news_or_screenshot", "third party", third_party),
)
