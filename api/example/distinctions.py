"""Awards, first sets, honours and security filings: the paper, the record and the item that claims it."""

from collections.abc import Sequence
from datetime import date
from random import Random

from api.example import names, numbers
from api.example.application import Company, Item, Paper, Row
from api.example.names import vocabulary

BASE, INNOVATION, MANAGEMENT, ECOLOGY = "一、基础能力", "二、数字创新", "三、数字管理", "四、数字生态"
PROVINCE = "浙江省经济和信息化厅"
GRADES = ("一等奖", "二等奖", "三等奖")


def award(
    chance: Random, winners: Sequence[Company], applicant: str, year: int, grade: str = "", layout: str = ""
) -> tuple[Paper, Row, Item]:
    """A provincial science award; the applicant is one of the winners."""
    grade, title = grade or chance.choice(GRADES[1:]), names.project(chance)
    listed = [firm.name for firm in winners]
    certificate = f"{year}-J-{GRADES.index(grade) + 1}-{chance.randrange(1, 165):03d}"
    says = {
        "award": "浙江省科学技术进步奖",
        "grade": grade,
        "title": title,
        "holder": applicant,
        "year": year,
        "rank": listed.index(applicant) + 1,
        "number": f"{certificate}-D{listed.index(applicant) + 1:02d}",
        "winners": listed,
        "date": date(year + 1, 6, 15),
        "issuer": "浙江省人民政府",
        "people": names.people(chance, 5),
    }
    row = {
        "name": "浙江省科学技术进步奖",
        "level": "省级",
        "grade": grade,
        "year": str(year),
        "project": title,
        "winners": ";".join(listed),
        "certificate_no": certificate,
    }
    sentence = chance.choice(
        (
            f"“{title}”项目于{year}年荣获浙江省科学技术进步奖{grade}",
            f"{year}年“{title}”获浙江省科学技术进步奖{grade}",
            f"“{title}”获{year}年度浙江省科学技术进步奖{grade}（第{says['rank']}完成单位）",
        )
    )
    item = Item("innovation_performance", "award", "浙江省科学技术进步奖", sentence, year=year, grade=grade)
    layout = layout or chance.choice(("labelled", "running", "table"))
    return Paper("science_award", INNOVATION, layout, says), row, item


def first_set(
    chance: Random, applicant: str, others: Sequence[Company], level: str, year: int
) -> tuple[Paper, Row, Item]:
    """A first set of equipment, recognised in a notice that lists others as well."""
    product = names.machine(chance)
    number = f"浙经信装备〔{year}〕{chance.randrange(120, 260)}号"
    rows = [(firm.name, names.machine(chance)) for firm in others]
    rows.insert(chance.randrange(len(rows) + 1), (applicant, product))
    says = {
        "award": f"浙江省{level}首台（套）产品",
        "title": product,
        "holder": applicant,
        "level": level,
        "year": year,
        "number": number,
        "issuer": PROVINCE,
        "rows": rows,
        "columns": ("企业名称", "产品名称"),
        "date": numbers.some_day(chance, date(year, 11, 1), date(year, 12, 30)),
        "subject": f"{year}年度浙江省首台（套）产品认定结果",
        "verb": "公布",
        "heading": f"{level}首台（套）装备",
    }
    row = {"product": product, "company": applicant, "level": level, "year": str(year), "doc_no": number}
    sentence = f"“{product}”于{year}年被认定为{level}首台（套）产品"
    item = Item("innovation_performance", "first_set", product, sentence, year=year, level=level)
    return Paper("first_set_notice", INNOVATION, chance.choice(("table", "columns")), says), row, item


HONOURS = {
    "zj_premium_product": ("浙江制造精品", BASE, "浙经信技术", "浙江制造精品名单"),
    "cloud_honour_notice": ("浙江省上云标杆企业", MANAGEMENT, "浙经信数经", "浙江省上云标杆企业名单"),
    "bigdata_honour_notice": (
        "浙江省大数据应用示范企业",
        MANAGEMENT,
        "浙经信数经",
        "浙江省大数据应用示范企业名单",
    ),
    "platform_recognition": ("浙江省工业互联网平台", ECOLOGY, "浙经信数经", "浙江省工业互联网平台名单"),
}


def honour(
    chance: Random, type_: str, applicant: str, others: Sequence[Company], year: int, project: str = ""
) -> tuple[Paper, list[Row]]:
    """A provincial list of honour with the applicant on it, and its records."""
    award_name, section, series, subject = HONOURS[type_]
    number = f"{series}〔{year}〕{chance.randrange(30, 190)}号"
    rows = [(firm.name, names.machine(chance) if project else "") for firm in others]
    rows.insert(chance.randrange(len(rows) + 1), (applicant, project))
    says = {
        "award": award_name,
        "holder": applicant,
        "year": year,
        "title": project,
        "number": number,
        "level": "省级",
        "issuer": PROVINCE,
        "rows": rows,
        "columns": ("企业名称", "产品名称") if project else ("企业名称",),
        "date": numbers.some_day(chance, date(year, 6, 1), date(year, 12, 28)),
        "subject": f"{year}年{subject}",
        "verb": "公布",
        "heading": f"{year}年{subject}",
    }
    records: list[Row] = [
        {
            "list": award_name,
            "level": "省级",
            "year": str(year),
            "company": firm,
            "project": thing,
            "issuer": PROVINCE,
            "doc_no": number,
        }
        for firm, thing in rows
    ]
    return Paper(type_, section, chance.choice(("table", "columns", "numbered")), says), records


def filing(chance: Random, applicant: str, level: int, system: str = "") -> tuple[Paper, Row, Item]:
    """A filing of one system under multi-level protection."""
    system = system or chance.choice(vocabulary()["products"]["systems"])
    filed = numbers.some_day(chance, date(2019, 3, 1), date(2021, 11, 30))
    word = "一二三四五"[level - 1]
    number = f"330200{chance.randrange(10_100, 52_900)}-{filed.year % 100}{chance.randint(1, 40):03d}"
    says = {
        "number": number,
        "holder": applicant,
        "level": level,
        "level_word": word,
        "title": system,
        "grant_date": filed,
        "authority": "宁波市公安局",
    }
    row = {
        "number": number,
        "company": applicant,
        "system": system,
        "level": str(level),
        "date": filed.isoformat(),
    }
    sentence = f"{system}通过信息系统安全等级保护{word}级备案"
    item = Item("security_technology", "security_filing", system, sentence, level=level)
    return Paper("mlps_filing", MANAGEMENT, chance.choice(("system", "network")), says), row, item


def honour_item(paper: Paper) -> Item:
    """What the form says about a list of honour."""
    says = paper.says
    award, year, project = says["award"], says["year"], says["title"]
    if paper.type == "zj_premium_product":
        return Item("brand_honours", "honour", award, f"“{project}”{year}年入选{award}", year=year)
    if paper.type == "cloud_honour_notice":
        return Item("cloud_honours", "honour", "上云标杆", "上云标杆")
    if paper.type == "bigdata_honour_notice":
        return Item("full_business_digitalisation", "honour", award, f"{year}年列入{award}名单", year=year)
    return Item(
        "open_platforms", "platform", project, f"“{project}”于{year}年被认定为省级工业互联网平台", year=year
    )
