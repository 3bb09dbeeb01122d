"""Further layouts of identity papers, and certificates of management systems and maturity."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.application import Paper
from api.example.layout import Fields, Layout
from api.example.numbers import capital_in_words, chinese_day, some_day
from api.example.papers import identity
from api.example.seals import seal, square_code
from api.example.sheet import GREY, RED, Colour, Sheet, Style

GOLD: Colour = (0.74, 0.58, 0.22)
BLUE: Colour = (0.12, 0.3, 0.58)
TEXT = Style(size=12)
SCREEN = Style(size=10.5, face="hei")
MARKET_OFFICE = "宁波市市场监督管理局"


def licence(document: pymupdf.Document, chance: Random, layout: str) -> Fields:
    """The licences of the applications: landscape or portrait."""
    firm = names.company(chance)
    says = {
        "holder": firm.name, "uscc": firm.uscc, "legal": firm.legal, "capital": firm.capital,
        "address": firm.address, "date": firm.founded, "scope": "一般项目：软件开发；信息系统集成服务；技术进出口。",
    }
    identity.licence(document, Paper("business_licence", "", layout, says))
    return _licensed(firm.name, firm.uscc, firm.legal, firm.capital, firm.address, firm.founded)


def _licensed(name: str, uscc: str, legal: str, capital: int, address: str, founded: date) -> Fields:
    fields: Fields = {"holder": name, "uscc": uscc, "legal_representative": legal, "address": address}
    return {**fields, "capital": float(capital), "founded": founded.isoformat()}


def landscape(document: pymupdf.Document, chance: Random) -> Fields:
    """The landscape licence of 2019."""
    return licence(document, chance, "landscape")


def portrait(document: pymupdf.Document, chance: Random) -> Fields:
    """The portrait licence before it."""
    return licence(document, chance, "portrait")


def electronic_licence(document: pymupdf.Document, chance: Random) -> Fields:
    """The electronic licence as a portal prints it: labels in a grid, a code, no emblem."""
    firm, sheet = names.company(chance), Sheet(document)
    sheet.box(22, GOLD, 5)
    sheet.centre(110, "营业执照", Style(size=34, bold=True, spacing=12))
    sheet.centre(136, "（电子副本）", Style(size=12))
    sheet.picture(450, 60, 84, square_code(f"https://licence.example.invalid/{firm.uscc}"))
    capital = f"{firm.capital}万元人民币"
    rows = [
        ("统一社会信用代码", firm.uscc),
        ("名称", firm.name),
        ("类型", "有限责任公司（自然人投资或控股）"),
        ("法定代表人", firm.legal),
        ("注册资本", capital),
        ("成立日期", chinese_day(firm.founded)),
        ("营业期限", f"{chinese_day(firm.founded)}至长期"),
        ("住所", firm.address),
        ("经营范围", "一般项目：软件开发；工业互联网数据服务；信息系统集成服务（依法须经批准的项目除外）。"),
        ("登记机关", MARKET_OFFICE),
    ]
    sheet.table(70, 180, (125, 330), rows, style=Style(size=11), pad=9)
    sheet.write(70, 700, "本执照由电子营业执照系统生成，与纸质营业执照具有同等法律效力。", Style(size=9, colour=GREY))
    return _licensed(firm.name, firm.uscc, firm.legal, firm.capital, firm.address, firm.founded)


def change_table(document: pymupdf.Document, chance: Random) -> Fields:
    """The registrar's notice with its table; the legal representative changed on the same day."""
    (former, firm), sheet = names.companies(chance, 2), Sheet(document)
    day = some_day(chance, date(2018, 3, 1), date(2021, 9, 30))
    number = f"（甬市监）登记内变字〔{day.year}〕第{chance.randrange(1000, 99999)}号"
    sheet.centre(100, "公司变更登记情况", Style(size=22, bold=True))
    sheet.write(70, 136, number, Style(size=10.5), "right", 455)
    sheet.write(70, 168, f"统一社会信用代码：{firm.uscc}", TEXT)
    rows = [
        ("变更事项", "变更前内容", "变更后内容", "核准日期"),
        ("法定代表人", names.person(chance), firm.legal, day.isoformat()),
        ("名称", former.name, firm.name, day.isoformat()),
        ("注册资本", f"{capital_in_words(1000)}", f"{capital_in_words(firm.capital)}", day.isoformat()),
    ]
    sheet.table(60, 190, (80, 165, 165, 75), rows, style=Style(size=11), pad=7)
    sheet.picture(380, 560, 112, seal(MARKET_OFFICE, "登记专用章"))
    sheet.write(350, 690, chinese_day(date(2022, 1, 10)), TEXT, "centre", 170)
    fields: Fields = {"holder": firm.name, "former_name": former.name, "uscc": firm.uscc}
    return {**fields, "date": day.isoformat(), "number": number}


def change_letter(document: pymupdf.Document, chance: Random) -> Fields:
    """A letter that says in a sentence who was called what."""
    (former, firm), sheet = names.companies(chance, 2), Sheet(document)
    day = some_day(chance, date(2018, 3, 1), date(2021, 9, 30))
    sheet.centre(120, "企业名称变更证明", Style(size=22, bold=True, spacing=3))
    text = (
        f"兹证明统一社会信用代码为{firm.uscc}的企业，于{chinese_day(day)}经我局核准，企业名称由“{former.name}”变更为“{firm.name}”。"
        "原企业的债权债务由变更后的企业承继。"
    )
    y = sheet.wrap(80, 190, 435, text, Style(size=14), 2.1, indent=28)
    sheet.write(108, y + 10, "特此证明。", Style(size=14))
    sheet.picture(370, 520, 112, seal(MARKET_OFFICE, "档案查询专用章"))
    sheet.write(340, 650, MARKET_OFFICE, TEXT, "centre", 180)
    sheet.write(340, 676, chinese_day(date(2022, 2, 21)), TEXT, "centre", 180)
    return {"holder": firm.name, "former_name": former.name, "date": day.isoformat()}


GRADES = (("优秀", "A", 862), ("良好", "B", 823), ("中等", "C", 771), ("较差", "D", 722))


def credit_portal(document: pymupdf.Document, chance: Random) -> Fields:
    """The report of the applications."""
    firm, (grade, _, score) = names.company(chance), chance.choice(GRADES)
    number = f"ZJXY2022{chance.randrange(10**8):08d}"
    says = {
        "holder": firm.name, "uscc": firm.uscc, "grade": grade, "score": score, "legal": firm.legal,
        "date": date(2022, 3, 1), "report_no": number,
    }
    identity.credit_report(document, Paper("credit_report_public", "", "portal", says))
    fields: Fields = {"holder": firm.name, "uscc": firm.uscc, "grade": grade, "score": float(score)}
    return {**fields, "date": "2022-03-01", "number": number, "legal_representative": firm.legal}


def credit_statement(document: pymupdf.Document, chance: Random) -> Fields:
    """The long report: a cover, and a table on which the tax office's grade stands above the one that counts."""
    firm, (grade, letter, score) = names.company(chance), chance.choice(GRADES)
    number = f"33{chance.randrange(10**14):014d}"
    cover = Sheet(document)
    cover.write(60, 70, "信用中国（浙江）", Style(size=14, face="hei", colour=RED))
    cover.centre(300, "浙江省企业公共信用信息报告", Style(size=26, face="hei", bold=True))
    for n, line in enumerate((f"报告编号：{number}", f"企业名称：{firm.name}", "报告日期：2022年02月16日")):
        cover.write(150, 420 + 32 * n, line, Style(size=13, face="hei"))
    sheet = Sheet(document)
    sheet.write(60, 50, f"报告编号：{number}", Style(size=9, face="hei", colour=GREY))
    sheet.write(60, 90, "一、主体基本信息", Style(size=13, face="hei", bold=True))
    basics = [("企业名称", firm.name), ("统一社会信用代码", firm.uscc), ("法定代表人", firm.legal)]
    y = sheet.table(60, 102, (150, 325), basics, style=SCREEN, pad=7)
    sheet.write(60, y + 34, "二、纳税信用信息", Style(size=13, face="hei", bold=True))
    y = sheet.table(60, y + 46, (150, 325), [("评价年度", "2020"), ("纳税信用等级", "A级")], style=SCREEN, pad=7)
    sheet.write(60, y + 34, "三、公共信用评价信息", Style(size=13, face="hei", bold=True))
    rows = [("公共信用评价等级", f"{letter}级（{grade}）"), ("公共信用评价分", f"{score}"), ("评价时间", "2022-02-01")]
    y = sheet.table(60, y + 46, (150, 325), rows, style=SCREEN, pad=7)
    sheet.write(60, y + 34, "四、行政处罚信息", Style(size=13, face="hei", bold=True))
    sheet.write(60, y + 58, "查询期内无相关记录。", SCREEN)
    fields: Fields = {"holder": firm.name, "uscc": firm.uscc, "grade": grade, "score": float(score)}
    return {**fields, "number": number, "legal_representative": firm.legal}


def hitech(document: pymupdf.Document, chance: Random, layout: str) -> Fields:
    """A high-tech enterprise's certificate, on a plaque or upright."""
    firm = names.company(chance, "宁波")
    day = some_day(chance, date(2018, 11, 20), date(2021, 12, 20))
    number = f"GR{day.year}33{chance.choice('01')}{chance.randrange(100, 9_999):05d}"
    says = {"holder": firm.name, "number": number, "grant_date": day}
    if layout == "plaque":
        identity.hitech(document, Paper("hitech_certificate", "", layout, says))
    else:
        _upright(Sheet(document), firm.name, number, day)
    return {"holder": firm.name, "number": number, "grant_date": day.isoformat(), "term": "三年"}


def hitech_plaque(document: pymupdf.Document, chance: Random) -> Fields:
    """The landscape certificate."""
    return hitech(document, chance, "plaque")


def hitech_upright(document: pymupdf.Document, chance: Random) -> Fields:
    """The portrait certificate."""
    return hitech(document, chance, "upright")


def _upright(sheet: Sheet, holder: str, number: str, day: date) -> None:
    sheet.box(24, RED, 5)
    sheet.centre(170, "高新技术企业证书", Style(size=34, bold=True, colour=RED, spacing=4))
    y = 280.0
    for label, value in (
        ("企业名称", holder),
        ("证书编号", number),
        ("发证日期", chinese_day(day)),
        ("有效期", "三年"),
        ("批准机关", ""),
    ):
        y = sheet.field(90, y, label, value, label_width=74, style=Style(size=15), width=330) + 20
        y = max(y, 300.0) if value else y + 36
    for place, office in enumerate(("浙江省科学技术厅", "浙江省财政厅", "国家税务总局浙江省税务局")):
        sheet.picture(80 + 150 * place, 560, 105, seal(office))


# --- management systems -----------------------------------------------------------------------

SYSTEMS = (
    ("信息安全管理体系认证证书", "ISO/IEC 27001:2013", "信息安全管理体系"),
    ("信息技术服务管理体系认证证书", "ISO/IEC 20000-1:2018", "服务管理体系"),
    ("质量管理体系认证证书", "GB/T 19001—2016", "质量管理体系"),
)
CERTIFIER = "浙江方信质量认证有限公司"


def iso(document: pymupdf.Document, chance: Random) -> Fields:
    """A certifier's certificate in running text, its annex on a second page."""
    firm, (title, standard, system) = names.company(chance), chance.choice(SYSTEMS)
    issued = some_day(chance, date(2019, 2, 1), date(2021, 11, 30)).replace(day=9)
    until = issued.replace(year=issued.year + 3)
    number = f"0{chance.randrange(10, 99)}{issued.year % 100}IS{chance.randrange(1000, 9999)}R0M"
    scope = f"{names.software(chance)}的设计、开发、运维服务及相关的信息安全管理活动"
    sheet = Sheet(document)
    sheet.box(24, BLUE, 4)
    sheet.centre(110, title, Style(size=25, bold=True, colour=BLUE))
    sheet.write(80, 150, f"证书编号：{number}", TEXT)
    sheet.write(80, 190, "兹证明", TEXT)
    sheet.centre(226, firm.name, Style(size=19, bold=True))
    sheet.write(80, 262, f"统一社会信用代码：{firm.uscc}", TEXT)
    y = sheet.wrap(80, 288, 435, f"注册地址：{firm.address}", TEXT)
    sheet.write(80, y + 10, f"建立的{system}符合标准：", TEXT)
    sheet.centre(y + 46, standard, Style(size=18, bold=True))
    y = sheet.wrap(80, y + 86, 435, f"认证范围：{scope}", TEXT, 1.8)
    sheet.write(80, y + 24, f"首次发证日期：{chinese_day(issued.replace(year=issued.year - 3))}", TEXT)
    sheet.write(80, y + 48, f"本次发证日期：{chinese_day(issued)}", TEXT)
    sheet.write(80, y + 72, f"证书有效期至：{chinese_day(until)}", TEXT)
    sheet.picture(380, 610, 112, seal(CERTIFIER))
    sheet.write(340, 740, CERTIFIER, TEXT, "centre", 190)
    sheet.write(80, 780, "本证书信息可在国家认证认可监督管理委员会官方网站（www.cnca.gov.cn）查询", Style(size=8.5, colour=GREY))
    annex = Sheet(document)
    annex.centre(90, f"{title}附件", Style(size=18, bold=True))
    annex.write(80, 130, f"证书编号：{number}", TEXT)
    annex.table(80, 150, (120, 315), [("场所", "地址"), ("总部", firm.address)], style=TEXT, pad=6)
    fields: Fields = {"number": number, "holder": firm.name, "uscc": firm.uscc, "standard": standard}
    return {**fields, "scope": scope, "grant_date": issued.isoformat(), "valid_to": until.isoformat(), "issuer": CERTIFIER}


def maturity(document: pymupdf.Document, chance: Random) -> Fields:
    """DCMM: the level of data management."""
    firm, sheet = names.company(chance), Sheet(document, 842, 595)
    level, word = chance.choice(((2, "受管理级（2级）"), (3, "稳健级（3级）"), (4, "量化管理级（4级）")))
    issued = date(chance.choice((2020, 2021)), 10, 12)
    number = f"DCMM-{level}-3300-{chance.randrange(10**5):06d}"
    sheet.box(26, BLUE, 5)
    sheet.centre(110, "数据管理能力成熟度等级证书", Style(size=30, bold=True, colour=BLUE, spacing=3))
    sheet.centre(140, "Data Management Capability Maturity Certificate", Style(size=12, colour=GREY))
    y = 200.0
    for label, value in (
        ("证书编号", number),
        ("单位名称", firm.name),
        ("统一社会信用代码", firm.uscc),
        ("评估等级", word),
        ("评估依据", "GB/T 36073—2018《数据管理能力成熟度评估模型》"),
        ("发证日期", chinese_day(issued)),
        ("有效期至", chinese_day(issued.replace(year=issued.year + 3))),
    ):
        y = sheet.field(140, y, label, value, label_width=110, style=Style(size=14), width=470) + 10
    sheet.picture(600, 420, 112, seal("中国电子信息行业联合会"))
    sheet.write(560, 520, "中国电子信息行业联合会", TEXT, "centre", 190)
    fields: Fields = {"number": number, "holder": firm.name, "uscc": firm.uscc, "level": level}
    return {
        **fields, "standard": "GB/T 36073—2018", "grant_date": issued.isoformat(),
        "valid_to": f"{issued.year + 3}-10-12", "issuer": "中国电子信息行业联合会",
    }


def integration(document: pymupdf.Document, chance: Random) -> Fields:
    """两化融合管理体系评定证书: a grade in letters, a span of validity."""
    firm, sheet = names.company(chance), Sheet(document)
    issued, grade = date(chance.choice((2020, 2021)), 5, 20), chance.choice(("A", "AA", "AAA"))
    number = f"AIITRE-00{chance.randrange(100, 999)}20IIIMS{chance.randrange(10**6):07d}"
    scope = "与产品全生命周期创新与服务相关的研发协同管控能力建设"
    sheet.box(24, RED, 4)
    sheet.centre(110, "两化融合管理体系评定证书", Style(size=26, bold=True, colour=RED))
    sheet.write(80, 150, f"证书编号：{number}", TEXT)
    sheet.wrap(80, 196, 435, f"兹证明{firm.name}的两化融合管理体系符合GB/T 23001—2017标准要求。", Style(size=14), 2.0, indent=28)
    sheet.write(80, 280, f"评定等级：{grade}级", Style(size=14))
    sheet.wrap(80, 312, 435, f"评定范围：{scope}", Style(size=14), 1.8)
    until = issued.replace(year=issued.year + 3)
    sheet.write(80, 400, f"有效期：{chinese_day(issued)}至{chinese_day(until)}", Style(size=13))
    sheet.write(80, 430, f"发证日期：{chinese_day(issued)}", Style(size=13))
    sheet.picture(370, 560, 112, seal("浙江省赛宝工业技术研究院"))
    sheet.write(330, 690, "浙江省赛宝工业技术研究院", TEXT, "centre", 190)
    fields: Fields = {"number": number, "holder": firm.name, "level": grade, "standard": "GB/T 23001—2017", "scope": scope}
    return {**fields, "grant_date": issued.isoformat(), "valid_to": until.isoformat(), "issuer": "浙江省赛宝工业技术研究院"}


LAYOUTS = (
    Layout("business_licence", "landscape", landscape),
    Layout("business_licence", "portrait", portrait),
    Layout("business_licence", "electronic", electronic_licence),
    Layout("name_change_notice", "table", change_table),
    Layout("name_change_notice", "letter", change_letter),
    Layout("credit_report_public", "portal", credit_portal),
    Layout("credit_report_public", "statement", credit_statement),
    Layout("hitech_certificate", "plaque", hitech_plaque),
    Layout("hitech_certificate", "upright", hitech_upright),
    Layout("mgmt_system_certificate", "iso", iso),
    Layout("mgmt_system_certificate", "dcmm", maturity),
    Layout("mgmt_system_certificate", "integration", integration),
)
