"""An application in which everything is right: what the form claims, papers prove and registries know.

Recipe: draw a company and its strangers, three years of accounts, rights and distinctions; write the
claims from them; every verdict expected is «supported». What is wrong with an application is added
afterwards, by `traps/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from api.example import distinctions, figures, names, rights
from api.example.application import Application, Company, Paper, Row
from api.example.figures import YearFigures

AS_OF = date(2022, 4, 15)


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each thing an application holds."""

    patents: int = 6
    software: int = 5
    standards: Sequence[str] = ("GB", "YD", "T")
    strangers: int = 60


def supported(seed: int, size: Size) -> Application:
    """An application of which every claim holds."""
    chance = Random(seed)
    company = names.company(chance, "宁波")
    strangers = names.companies(chance, size.strangers, company.name)
    accounts = figures.three_years(chance)
    application = Application(company, AS_OF, {}, [], strangers=strangers)
    application = _identity(chance, application)
    application = _accounts(chance, application, accounts)
    application = _rights(chance, application, size)
    application = _distinctions(chance, application)
    return _plain_claims(chance, application)


def _identity(chance: Random, application: Application) -> Application:
    company = application.company
    grade, score = chance.choice((("优秀", 872), ("良好", 826)))
    licence = {
        "holder": company.name,
        "uscc": company.uscc,
        "legal": company.legal,
        "capital": company.capital,
        "address": company.address,
        "date": company.founded,
        "scope": SCOPE,
    }
    credit = {
        "holder": company.name,
        "uscc": company.uscc,
        "grade": grade,
        "score": score,
        "legal": company.legal,
        "date": date(2022, 3, 1),
        "report_no": f"ZJXY2022030{chance.randrange(10**6):06d}",
    }
    filed = date(2020, 12, 1)
    hitech = {
        "holder": company.name,
        "number": f"GR202033{100_000 + chance.randrange(9_999):06d}",
        "grant_date": filed,
    }
    application = application.with_papers(
        Paper("business_licence", "一、基础能力", chance.choice(("landscape", "portrait")), licence),
        Paper("credit_report_public", "一、基础能力", "portal", credit),
        Paper("hitech_certificate", "一、基础能力", "plaque", hitech),
    )
    rating = {
        "uscc": company.uscc,
        "company": company.name,
        "grade": grade,
        "score": str(score),
        "date": "2022-03-01",
    }
    application = application.with_rows("credit_ratings", rating)
    application = application.with_rows("companies", company_row(company))
    application = _supported(application, "company_name", company.name)
    application = _supported(application, "org_code", company.uscc)
    application = _supported(application, "legal_representative", company.legal)
    application = application.claiming(
        "registered_capital", f"{company.capital}万元", *PROVED, company.capital
    )
    return _supported(application, "public_credit_grade", grade)


def company_row(company: Company, **changes: str) -> Row:
    """The registry's record of a company."""
    row = {
        "uscc": company.uscc,
        "name": company.name,
        "former_names": company.former,
        "legal_representative": company.legal,
        "registered_capital_wan": str(company.capital),
        "address": company.address,
        "status": "存续",
        "parent": company.parent,
    }
    return row | changes


def _accounts(chance: Random, application: Application, accounts: Sequence[YearFigures]) -> Application:
    last: YearFigures | None = None
    for year in accounts:
        application = application.with_papers(figures.audit(chance, application.company.name, year, last))
        for key, value in year.claims().items():
            application = application.claiming(key, value, *PROVED, value)
        last = year
    return application


def _rights(chance: Random, application: Application, size: Size) -> Application:
    owner, address = application.company.name, application.company.address
    partner = names.vocabulary()["names"]["universities"][0]
    for number in range(size.patents):
        owners = [owner, partner] if number % 4 == 3 else [owner]
        paper, row = rights.patent(chance, owners, address)
        application = application.with_papers(paper).with_rows("patents", row)
    for _ in range(size.software):
        paper, row = rights.software(chance, owner)
        application = application.with_papers(paper).with_rows("software_copyrights", row)
    led = 0
    for place, series in enumerate(size.standards):
        others = chance.sample(list(application.strangers), chance.randint(4, 8))
        others.insert(0 if place == 0 else chance.randint(1, 4), application.company)
        led += others[0] is application.company
        paper, row = rights.standard(chance, series, others)
        application = application.with_papers(paper).with_rows("standards", row)
    application = _supported(application, "invention_patents_valid", size.patents)
    application = _supported(application, "software_copyrights", size.software)
    application = _supported(application, "standards_led", led)
    return _supported(application, "standards_participated", len(size.standards) - led)


def _distinctions(chance: Random, application: Application) -> Application:
    name, strangers = application.company.name, list(application.strangers)
    year = chance.choice((2019, 2020))
    winners = chance.sample(strangers, 3)
    winners.insert(chance.randrange(3), application.company)
    paper, row, item = distinctions.award(chance, winners, name, year)
    application = application.with_papers(paper).with_rows("awards", row).with_items(item)
    paper, row, item = distinctions.first_set(
        chance, name, chance.sample(strangers, 5), "省内", chance.choice(figures.YEARS)
    )
    application = application.with_papers(paper).with_rows("first_sets", row).with_items(item)
    application = _honours(chance, application)
    paper, row, item = distinctions.filing(chance, name, chance.choice((2, 3)))
    return application.with_papers(paper).with_rows("security_filings", row).with_items(item)


def _honours(chance: Random, application: Application) -> Application:
    name, strangers = application.company.name, list(application.strangers)
    brand = chance.choice(names.vocabulary()["names"]["brands"])
    for type_, project in (
        ("zj_premium_product", names.machine(chance)),
        ("cloud_honour_notice", ""),
        ("bigdata_honour_notice", ""),
        ("platform_recognition", f"{brand}工业互联网平台"),
    ):
        year = chance.choice(figures.YEARS)
        others = chance.sample(strangers, chance.randint(5, 12))
        paper, rows = distinctions.honour(chance, type_, name, others, year, project)
        application = application.with_papers(paper).with_rows("honors", *rows)
        application = application.with_items(distinctions.honour_item(paper))
    return application.claiming("cloud_honours", ["上云标杆"], *PROVED, None)


def _plain_claims(chance: Random, application: Application) -> Application:
    """What no verdict of the truth is about: ticks, contacts, slogans."""
    claims = {
        "company_nature": ["民营（含私营）"],
        "address": application.company.address,
        "application_contact": names.person(chance),
        "phone": f"0574-8{chance.randrange(10**6, 10**7)}",
        "email": "shenbao@example.com",
        "main_business_scope": "工业软件与工业互联网平台的研发、销售和服务。",
        "cloud_deployment": ["私有云", "混合云"],
        "cloud_facilities": ["云服务器", "云存储", "云数据库"],
        "service_model": ["组合定制式"],
    }
    return replace(application, claims={**application.claims, **claims})


def _supported(application: Application, key: str, value: object) -> Application:
    return application.claiming(key, value, *PROVED, value)


PROVED = ("supported", "proved")
SCOPE = (
    "一般项目：软件开发；工业互联网数据服务；物联网技术服务；人工智能应用软件开发；信息系统集成服务；技术进出口"
    "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。"
)
