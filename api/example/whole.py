"""The rest of the form as facts: people, land, clouds, platforms, cases; papers that nobody draws yet.

Recipe: `completed` adds to an application what its form also asks for, each claim with the papers that
prove it. It is for benches on facts; `write.py` draws applications without it.
"""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from api.example import figures, names
from api.example.application import Application, Company, Item, Paper
from registries.values.name_parts import split_name

BASE, INNOVATION, MANAGEMENT, ECOLOGY, EMPOWERING = (
    "一、基础能力",
    "二、数字创新",
    "三、数字管理",
    "四、数字生态",
    "五、数字赋能",
)
PROVED = ("supported", "proved")


def completed(application: Application, chance: Random) -> Application:
    """The application with every further field of the form claimed and proved."""
    for add in (_people, _land, _market, _projects, _cloud, _rules, _platform, _alliances, _cases):
        application = add(application, chance)
    return application


def paper(application: Application, type_: str, section: str, **says: Any) -> Paper:
    """A paper of the applicant; `says` are the fields that it states."""
    return Paper(type_, section, "facts", {"holder": application.company.name, **says})


def _people(application: Application, chance: Random) -> Application:
    total = chance.randint(120, 600)
    researchers, skilled = round(total * chance.uniform(0.2, 0.6)), round(total * chance.uniform(0.55, 0.9))
    insured = paper(
        application, "social_insurance_list", INNOVATION, count=total, period="2021-12", auth="A1B2C3D4E5"
    )
    returned = paper(
        application,
        "employment_statistics",
        INNOVATION,
        employees=total,
        rd_staff=researchers,
        skilled=skilled,
        degree_count=round(skilled * 0.9),
        title_count=round(skilled * 0.4),
        year=2021,
        table="107-1",
    )
    application = application.with_papers(insured, returned)
    for key, value in (
        ("employees_total", total),
        ("rd_staff_ratio", round(researchers / total * 100, 2)),
        ("edu_title_staff_ratio", round(skilled / total * 100, 2)),
    ):
        application = application.claiming(key, value, *PROVED, value)
    return application


def _land(application: Application, chance: Random) -> Application:
    for year in figures.YEARS:
        worth = round(chance.uniform(18, 45), 2)
        others = chance.sample(list(application.strangers), 4)
        rows = [(firm.name, round(chance.uniform(3, 60), 2)) for firm in others]
        rows.insert(2, (application.company.name, worth))
        listed = Paper(
            "mu_benefit_result",
            BASE,
            "facts",
            {
                "year": year,
                "award": f"{year}年度亩均效益综合评价结果",
                "rows": rows,
                "columns": ("holder", "tax_per_mu"),
            },
        )
        application = application.with_papers(listed)
        application = application.claiming(f"tax_per_mu.{year}", worth, *PROVED, worth)
    return application


def _market(application: Application, chance: Random) -> Application:
    share, rank = round(chance.uniform(4, 30), 1), chance.randint(1, 5)
    product = names.machine(chance)
    report = paper(
        application,
        "market_share_report",
        BASE,
        issuer="赛迪顾问股份有限公司",
        product=product,
        share=share,
        rank=rank,
        scope="全国",
        year=2021,
    )
    ranked = Item("market_share", "market_rank", f"全国第{rank}", f"位列全国第{rank}")
    shared = Item(
        "market_share", "market_share", "占有率", f"“{product}”2021年国内市场占有率{share}%", year=2021
    )
    return application.with_papers(report).with_items(shared, ranked)


def _projects(application: Application, chance: Random) -> Application:
    title = names.project(chance)
    task = paper(
        application,
        "major_project",
        INNOVATION,
        number=f"2021C0{chance.randint(1, 3)}{chance.randrange(100, 999)}",
        title=title,
        award="浙江省重点研发计划",
        level="省级",
        year=2021,
        coop=";".join(firm.name for firm in chance.sample(list(application.strangers), 2)),
    )
    item = Item("innovation_performance", "project", "项目", "牵头承担浙江省重点研发计划项目1项", "supported")
    appraisal = paper(
        application,
        "tech_appraisal",
        INNOVATION,
        title=title,
        level="国际先进",
        number="浙科鉴字〔2020〕第118号",
        year=2020,
    )
    technology = Item("controllable_technology", "technology", "国际先进", "1项技术经鉴定达到国际先进水平")
    return application.with_papers(task, appraisal).with_items(item, technology)


def _cloud(application: Application, chance: Random) -> Application:
    contract = paper(
        application,
        "cloud_contract",
        MANAGEMENT,
        vendor="阿里云计算有限公司",
        items="云服务器ECS；对象存储OSS；云数据库RDS；私有云专有云平台；容器服务ACK",
        period="2021-01-01至2021-12-31",
    )
    sale = paper(
        application,
        "application_contract",
        MANAGEMENT,
        number=f"HT2021-{chance.randrange(100, 999)}",
        customer=_of_other_houses(application)[0].name,
        date=date(2021, 5, 12),
        title="工业软件定制开发合同",
    )
    application = application.with_papers(contract, sale)
    ticked: Sequence[tuple[str, Sequence[str]]] = (
        ("cloud_deployment", ("公有云", "私有云")),
        ("cloud_facilities", ("云服务器", "云存储", "云数据库")),
        ("service_model", ("组合定制式",)),
    )
    for key, options in ticked:
        application = application.claiming(key, list(options), *PROVED, None)
    return application.claiming("cloud_native_platform", "容器服务ACK", *PROVED, None)


def _rules(application: Application, chance: Random) -> Application:
    rules = [
        paper(
            application,
            "internal_policy",
            MANAGEMENT,
            title=title,
            number=f"QG-{n:03d}",
            date=date(2020, 3, n + 1),
        )
        for n, title in enumerate(("网络安全管理办法", "数据分类分级管理规范", "网络安全应急预案"))
    ]
    certificate = paper(
        application,
        "mgmt_system_certificate",
        MANAGEMENT,
        standard="ISO/IEC 27001:2013",
        number=f"0212022ISMS{chance.randrange(1000, 9999)}R0M",
        valid_to=date(2024, 3, 1),
    )
    told = Item("security_management", "internal_rule", "制度", "制定网络安全等制度3项")
    passed = Item(
        "security_management",
        "certification",
        "ISO/IEC 27001信息安全管理体系",
        "通过ISO/IEC 27001信息安全管理体系认证",
    )
    return application.with_papers(*rules, certificate).with_items(told, passed)


def _platform(application: Application, chance: Random) -> Application:
    gathered, apps = chance.randrange(300, 5000), chance.randrange(120, 900)
    statistics = paper(
        application,
        "platform_statistics",
        ECOLOGY,
        devs=gathered,
        active_devs=chance.randrange(60, 300),
        apps=apps,
        issuer="国家工业信息安全发展研究中心",
        asof="2021-12-31",
    )
    application = application.with_papers(statistics)
    application = application.claiming("developers_count", gathered, *PROVED, gathered)
    return application.claiming("integrated_apps_count", apps, *PROVED, apps)


def _alliances(application: Application, chance: Random) -> Application:
    alliance = Paper(
        "consortium_document",
        ECOLOGY,
        "facts",
        {
            "title": "浙江省工业互联网创新联合体",
            "lead": application.company.name,
            "members": ";".join(firm.name for firm in chance.sample(list(application.strangers), 3)),
            "level": "省级",
        },
    )
    member = paper(
        application, "open_source_certificate", ECOLOGY, org="开放原子开源基金会", role="白银捐赠人"
    )
    return application.with_papers(alliance, member).with_items(
        Item("consortia", "consortium", "创新联合体", "牵头组建浙江省工业互联网创新联合体"),
        Item("open_source", "open_source", "开放原子开源基金会", "作为开放原子开源基金会白银捐赠人"),
    )


def _of_other_houses(application: Application) -> list[Company]:
    """Strangers that nobody takes for companies of the applicant's own group."""
    mine = split_name(application.company.name).brand
    return [firm for firm in application.strangers if split_name(firm.name).brand != mine]


def _cases(application: Application, chance: Random) -> Application:
    number = chance.randint(4, 9)
    drawn, others = chance.sample(list(application.strangers), number), _of_other_houses(application)
    spare = (firm for firm in others if firm not in drawn)
    customers = [firm if firm in others else next(spare) for firm in drawn]
    contracts = [
        paper(
            application,
            "application_contract",
            EMPOWERING,
            number=f"XS{n:04d}-{chance.randrange(10, 99)}",
            customer=firm.name,
            date=date(chance.choice(figures.YEARS), chance.randint(1, 12), 8),
            title="数字化车间建设合同",
        )
        for n, firm in enumerate(customers)
    ]
    reports = [
        paper(application, "csr_report", EMPOWERING, year=year, title=f"{year}年度企业社会责任报告")
        for year in figures.YEARS
    ]
    application = application.with_papers(*contracts, *reports)
    cases = Item("industry_digitalisation", "case_count", "案例", f"近三年服务案例{number + 1}个")
    told = [
        Item("social_digitalisation", "csr", "社会责任报告", f"发布{year}年企业社会责任报告", year=year)
        for year in figures.YEARS
    ]
    return application.with_items(cases, *told)
