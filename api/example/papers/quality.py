"""Quality awards, 品字标, association honours, and what only resembles public credit."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day
from api.example.papers.notices import head
from api.example.seals import seal, square_code
from api.example.sheet import GREY, RED, Colour, Sheet, Style

GOLD: Colour = (0.74, 0.58, 0.22)
CREAM: Colour = (0.99, 0.97, 0.9)
TEXT = Style(size=12)
AWARDS = (
    ("浙江省人民政府质量奖", "省", "浙江省人民政府"),
    ("宁波市人民政府质量奖", "市", "宁波市人民政府"),
    ("中国质量奖提名奖", "国家", "国家市场监督管理总局"),
    ("浙江省人民政府质量奖提名奖", "省", "浙江省人民政府"),
)


def _certificate(document: pymupdf.Document) -> Sheet:
    sheet = Sheet(document, 842, 595)
    sheet.box(0, CREAM, 0, fill=CREAM)
    sheet.box(26, RED, 5)
    sheet.box(36, GOLD, 1)
    return sheet


def _signed(sheet: Sheet, issuer: str, day: date, x: float = 560, y: float = 390) -> None:
    sheet.picture(x, y, 116, seal(issuer))
    sheet.write(x - 40, y + 96, issuer, TEXT, "centre", 196)
    sheet.write(x - 40, y + 120, chinese_day(day), TEXT, "centre", 196)


def award_titled(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate under the award's own name."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), _certificate(document)
    award, level, issuer = chance.choice(AWARDS)
    sheet.centre(130, award, Style(size=32, bold=True, colour=RED, spacing=5))
    sheet.centre(178, "证　书", Style(size=24, bold=True, colour=RED))
    sheet.write(120, 245, f"获奖组织：{firm.name}", Style(size=17, bold=True))
    sheet.wrap(120, 290, 600, f"为表彰在推动质量发展中成绩显著的组织，特颁发{year}年度{award}，以资鼓励。", Style(size=16), 2.0, indent=32)
    sheet.write(120, 500, f"证书编号：ZL{year}{chance.randrange(10, 99)}", TEXT)
    _signed(sheet, issuer, date(year, 12, 28))
    return {"award": award, "holder": firm.name, "level": level, "year": year, "date": f"{year}-12-28", "issuer": issuer}


def award_running(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate of honour whose text names the award."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), _certificate(document)
    award, level, issuer = chance.choice(AWARDS[:2])
    sheet.centre(140, "荣 誉 证 书", Style(size=38, bold=True, colour=RED, spacing=8))
    text = f"授予{firm.name}{year}年{award}。"
    sheet.wrap(130, 250, 590, text, Style(size=20, bold=True), 2.0, indent=40)
    _signed(sheet, issuer, date(year + 1, 1, 15))
    return {"award": award, "holder": firm.name, "level": level, "year": year, "date": f"{year + 1}-01-15", "issuer": issuer}


def award_notice(document: pymupdf.Document, chance: Random) -> Fields:
    """The government's decision: the winners in numbered lines under it."""
    year, sheet = chance.choice((2019, 2020, 2021)), Sheet(document)
    head(sheet, "浙江省人民政府", f"浙政发〔{year}〕{chance.randint(10, 60)}号")
    for n, line in enumerate(("浙江省人民政府关于公布", f"{year}年浙江省人民政府质量奖获奖名单的通知")):
        sheet.centre(226 + 30 * n, line, Style(size=18, bold=True))
    text = "为深入推进质量强省建设，省政府决定对下列单位予以公布。希望获奖单位珍惜荣誉，再创佳绩。"
    y = sheet.wrap(72, 300, 450, text, Style(size=12.5), 1.9, indent=25) + 10
    winners = names.companies(chance, 6)
    for place, firm in enumerate(winners, 1):
        y = sheet.wrap(97, y, 420, f"{place}. {firm.name}", Style(size=12.5), 1.9)
    sheet.write(340, 700, "浙江省人民政府", Style(size=12.5), "centre", 180)
    sheet.write(340, 726, chinese_day(date(year, 11, 20)), Style(size=12.5), "centre", 180)
    sheet.picture(374, 640, 112, seal("浙江省人民政府"))
    return {"year": year, "date": f"{year}-11-20", "rows": [{"holder": firm.name} for firm in winners]}


def made_in_zhejiang(document: pymupdf.Document, chance: Random) -> Fields:
    """“品字标浙江制造”认证证书: labels, the standard, the term."""
    firm, sheet, issued = names.company(chance), Sheet(document), date(chance.choice((2019, 2020, 2021)), 9, 18)
    number, title = f"CZJM{issued.year}P{chance.randrange(10_000, 99_999)}", names.machine(chance)
    standard = f"T/ZZB {chance.randrange(1000, 2600)}—{issued.year - 1}"
    sheet.box(24, (0.75, 0.1, 0.12), 4)
    sheet.centre(120, "“品字标浙江制造”认证证书", Style(size=26, bold=True, colour=RED))
    y = 190.0
    for label, value in (
        ("证书编号", number),
        ("获证组织", firm.name),
        ("统一社会信用代码", firm.uscc),
        ("产品名称", title),
        ("认证依据", standard),
        ("发证日期", chinese_day(issued)),
        ("有效期至", chinese_day(issued.replace(year=issued.year + 3))),
    ):
        y = sheet.field(80, y, label, value, label_width=100, style=Style(size=12.5), width=330) + 16
    sheet.picture(370, 560, 115, seal("浙江方信质量认证有限公司"))
    sheet.write(330, 690, "浙江方信质量认证有限公司", TEXT, "centre", 200)
    fields: Fields = {"number": number, "holder": firm.name, "uscc": firm.uscc, "title": title, "standard": standard}
    return {**fields, "grant_date": issued.isoformat(), "valid_to": f"{issued.year + 3}-09-18", "issuer": "浙江方信质量认证有限公司"}


def made_bilingual(document: pymupdf.Document, chance: Random) -> Fields:
    """The certificate as a sentence in Chinese and English, landscape."""
    firm, sheet, issued = names.company(chance), Sheet(document, 842, 595), date(chance.choice((2019, 2020, 2021)), 4, 2)
    number, title = f"ZJM-{issued.year}-{chance.randrange(1000, 9999)}", names.machine(chance)
    standard = f"T/ZZB {chance.randrange(1000, 2600)}-{issued.year - 1}"
    sheet.box(24, GOLD, 5)
    sheet.centre(100, "浙江制造认证证书", Style(size=28, bold=True, spacing=3))
    sheet.centre(128, "ZHEJIANG MADE CERTIFICATE", Style(size=13, colour=GREY))
    sheet.write(90, 176, f"证书编号：{number}", TEXT)
    sheet.wrap(90, 214, 660, f"兹证明：{firm.name}", Style(size=16, bold=True))
    sheet.write(90, 250, f"产品名称：{title}", Style(size=14))
    sheet.write(90, 282, f"符合标准：{standard}《{title}》", Style(size=14))
    sheet.write(90, 330, f"发证日期：{issued.isoformat()}", TEXT)
    until = issued.replace(year=issued.year + 3)
    sheet.write(330, 330, f"有效期至：{until.isoformat()}", TEXT)
    sheet.picture(600, 380, 112, seal("浙江制造国际认证联盟"))
    sheet.picture(100, 400, 70, square_code(f"https://made.example.invalid/{number}"))
    truth = standard.replace("-", "—")
    fields: Fields = {"number": number, "holder": firm.name, "title": title, "standard": truth}
    return {**fields, "grant_date": issued.isoformat(), "valid_to": until.isoformat()}


def association_running(document: pymupdf.Document, chance: Random) -> Fields:
    """An association's certificate of honour in running text; its name holds the province's."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), _certificate(document)
    issuer = chance.choice(("浙江省工业经济联合会", "浙江省软件行业协会", "宁波市企业家协会"))
    award = chance.choice(("浙江省优秀工业产品", "优秀软件企业", "年度创新标杆企业"))
    sheet.centre(140, "荣 誉 证 书", Style(size=38, bold=True, colour=RED, spacing=8))
    sheet.write(120, 225, f"{firm.name}：", Style(size=18, bold=True))
    sheet.wrap(120, 275, 600, f"贵公司被评为{year}年度“{award}”称号，特发此证，以资鼓励。", Style(size=18), 2.1, indent=36)
    _signed(sheet, issuer, date(year, 12, 18))
    return {"award": award, "holder": firm.name, "year": year, "issuer": issuer}


def rating(document: pymupdf.Document, chance: Random) -> Fields:
    """A rating agency's AAA: labels, term, a number; no public credit."""
    firm, year, sheet = names.company(chance), chance.choice((2020, 2021)), _certificate(document)
    number = f"XY{year}{chance.randrange(10**7, 10**8)}"
    issuer = "浙江众诚资信评估有限公司"
    sheet.centre(130, "企业信用等级证书", Style(size=32, bold=True, colour=RED, spacing=4))
    y = 200.0
    for label, value in (
        ("企业名称", firm.name),
        ("信用等级", "AAA级信用企业"),
        ("证书编号", number),
        ("发证日期", chinese_day(date(year, 6, 1))),
        ("有效期至", chinese_day(date(year + 3, 5, 31))),
        ("评价机构", issuer),
    ):
        y = sheet.field(140, y, label, value, label_width=80, style=Style(size=15), width=480) + 12
    sheet.picture(600, 410, 116, seal(issuer))
    fields: Fields = {"holder": firm.name, "award": "AAA级信用企业", "number": number, "issuer": issuer}
    return {**fields, "grant_date": f"{year}-06-01", "valid_to": f"{year + 3}-05-31"}


def plaque(document: pymupdf.Document, chance: Random) -> Fields:
    """A magazine's plaque: hardly any text."""
    firm, year, sheet = names.company(chance), chance.choice((2020, 2021)), Sheet(document, 700, 460)
    sheet.box(0, (0.86, 0.8, 0.66), 0, fill=(0.86, 0.8, 0.66))
    sheet.box(18, GOLD, 4)
    sheet.write(60, 130, f"授予：{firm.name}", Style(size=18, bold=True))
    sheet.centre(210, f"{year}年度AAA级质量服务诚信单位", Style(size=30, bold=True, colour=RED))
    sheet.centre(370, "中国商业信用促进会", Style(size=16))
    sheet.centre(398, f"{year}年8月", Style(size=14))
    return {"award": "AAA级质量服务诚信单位", "holder": firm.name, "year": year, "issuer": "中国商业信用促进会"}


LAYOUTS = (
    Layout("quality_award", "titled", award_titled),
    Layout("quality_award", "running", award_running),
    Layout("quality_award", "notice", award_notice),
    Layout("pinzibiao_certificate", "labelled", made_in_zhejiang),
    Layout("pinzibiao_certificate", "bilingual", made_bilingual),
    Layout("association_honour", "running", association_running),
    Layout("association_honour", "rating", rating),
    Layout("association_honour", "plaque", plaque),
)
