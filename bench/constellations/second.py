"""The second wave, written after the first was mended, and frozen before it was run."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from api.example import figures, names, rights
from api.example.application import Paper
from bench.constellations.accounts import audit_of, restate
from bench.constellations.boxes import BIG, DATA
from bench.constellations.draft import (
    BASE,
    ECOLOGY,
    EMPOWERING,
    INNOVATION,
    JOINED,
    LED,
    MANAGEMENT,
    PATENTS,
    SCAN,
    SOFTWARE,
    Draft,
    fact_paper,
    noisy,
)
from bench.constellations.patents import patent_of, put
from bench.constellations.software import software_of


def sister_of(d: Draft) -> str:
    """A company of the same group whose name differs in two characters."""
    return d.me[:4] + ("智联科技" if "智联" not in d.me else "数联科技") + "有限公司"


def of_the_sister(d: Draft) -> None:
    put(d, *patent_of(d, [sister_of(d)]))
    d.bad[PATENTS] += 1


def of_the_branch(d: Draft) -> None:
    """分公司: no legal person, but the patent's register names the company itself."""
    paper, row = patent_of(d, [d.me])
    put(d, paper, row, holder=f"{d.me}宁波分公司", sure=1.0)
    d.open[PATENTS] += 1


def applied_for_by_the_university(d: Draft) -> None:
    """Honest: bought; only who applied is another on the certificate."""
    paper, row = patent_of(d, [d.me])
    put(d, paper, row, holder_at_filing=names.vocabulary()["names"]["universities"][0])
    d.good[PATENTS] += 1


def two_scans_of_one(d: Draft) -> None:
    """The same certificate scanned twice, once with its title misread."""
    paper, row = patent_of(d, [d.me])
    put(d, paper, row)
    put(d, paper, None, title=noisy(str(paper.says["title"]), d.chance), sure=SCAN)
    d.good[PATENTS] += 1
    d.bad[PATENTS] += 1


def digit_lost_on_a_scan(d: Draft) -> None:
    """A digit of the number was read as another one; title, holder and publication number are the record's."""
    paper, row = patent_of(d, [d.me])
    number = str(paper.says["number"])
    wrong = number[:7] + ("3" if number[7] == "8" else "8") + number[8:]
    put(d, paper, row, number=wrong, sure=SCAN)
    d.good[PATENTS] += 1


def software_of_two_owners(d: Draft) -> None:
    paper, row = rights.software(d.chance, f"{d.me};{names.vocabulary()['names']['universities'][0]}")
    d.papers(replace(paper, layout="facts"))
    d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 1


def software_of_an_employee(d: Draft) -> None:
    _, row = software_of(d, d.app.company.legal)
    d.rows("software_copyrights", row)
    d.bad[SOFTWARE] += 1


def parts_of_a_standard(d: Draft) -> None:
    """Two parts of one standard are two numbers."""
    for part in (1, 2):
        firms = [
            *d.chance.sample(list(d.app.strangers), 2),
            d.app.company,
            *d.chance.sample(list(d.app.strangers), 2),
        ]
        paper, row = rights.standard(d.chance, "GB", firms)
        number = f"GB/T 39{d.chance.randrange(100, 999)}.{part}—2020"
        d.papers(replace(paper, says={**paper.says, "number": number}))
        d.rows("standards", {**row, "standard_no": number})
    d.good[JOINED] += 2


def revised_standard_and_its_elder(d: Draft) -> None:
    """The elder edition is withdrawn, the new one is in force: one of two counts."""
    for year, status in ((2017, "被代替"), (2021, "现行")):
        firms = [d.app.company, *d.chance.sample(list(d.app.strangers), 4)]
        paper, row = rights.standard(d.chance, "SJ", firms)
        number = f"SJ/T 11{d.chance.randrange(100, 999)}—{year}"
        d.papers(replace(paper, says={**paper.says, "number": number}))
        d.rows("standards", {**row, "standard_no": number, "status": status, "publish_date": f"{year}-05-06"})
    d.good[LED] += 1
    d.bad[LED] += 1


def listed_under_the_former_name(d: Draft) -> None:
    """The list of 2019 still names the applicant as it was called before."""
    d.without(DATA)
    number, others = "浙经信数经〔2019〕77号", [f.name for f in d.chance.sample(list(d.app.strangers), 3)]
    rows = [(firm, "") for firm in (*others, d.former)]
    d.papers(
        Paper(
            "bigdata_honour_notice",
            MANAGEMENT,
            "facts",
            {
                "award": BIG,
                "year": 2019,
                "number": number,
                "level": "省级",
                "rows": rows,
                "columns": ("企业名称",),
            },
        )
    )
    d.rows(
        "honors",
        *(
            {
                "list": BIG,
                "level": "省级",
                "year": "2019",
                "company": firm,
                "project": "",
                "issuer": "浙江省经济和信息化厅",
                "doc_no": number,
            }
            for firm in (*others, d.former)
        ),
    )
    d.say(DATA, "honour", BIG, f"早在2019年即被列为{BIG}", "supported", year=2019)


def data_list_only_applied_for(d: Draft) -> None:
    d.without(DATA)
    d.say(
        DATA,
        "honour",
        "大数据应用示范企业",
        "目前正申报2022年浙江省大数据应用示范企业",
        "not_claimed",
        year=2022,
    )


def sister_on_the_list(d: Draft) -> None:
    d.without(DATA)
    sister, number = sister_of(d), "浙经信数经〔2021〕91号"
    d.papers(
        Paper(
            "bigdata_honour_notice",
            MANAGEMENT,
            "facts",
            {
                "award": BIG,
                "year": 2021,
                "number": number,
                "level": "省级",
                "rows": [(d.other().name, ""), (sister, "")],
                "columns": ("企业名称",),
            },
        )
    )
    d.rows(
        "honors",
        {
            "list": BIG,
            "level": "省级",
            "year": "2021",
            "company": sister,
            "project": "",
            "issuer": "浙江省经济和信息化厅",
            "doc_no": number,
        },
    )
    d.say(DATA, "honour", BIG, f"2021年被授予{BIG}称号", "unsupported", year=2021)


def project_of(
    d: Draft,
    said: str,
    flag: str,
    *,
    lead: str,
    coop: str,
    year: int = 2020,
    level: str = "省级",
    programme: str = "浙江省重点研发计划",
) -> None:
    d.without("innovation_performance")
    d.app = d.app.without_papers("major_project")
    d.papers(
        fact_paper(
            "major_project",
            INNOVATION,
            number=f"{year}C01{d.chance.randrange(100, 999)}",
            title="面向离散制造的边缘智能平台研发",
            award=programme,
            level=level,
            year=year,
            holder=lead,
            coop=coop,
        )
    )
    d.say("innovation_performance", "project", "项目", said, flag)


def partner_told_as_leader(d: Draft) -> None:
    project_of(d, "公司主持浙江省重点研发计划项目1项", "unsupported", lead=d.other().name, coop=d.me)


def partner_told_as_partner(d: Draft) -> None:
    project_of(
        d, "公司作为参与单位承担浙江省重点研发计划项目1项", "supported", lead=d.other().name, coop=d.me
    )


def project_of_the_city(d: Draft) -> None:
    project_of(
        d,
        "公司牵头承担浙江省重点研发计划项目1项",
        "unsupported",
        lead=d.me,
        coop="",
        level="市级",
        programme="宁波市科技创新2025重大专项",
    )


def project_of_2016(d: Draft) -> None:
    project_of(d, "近三年公司牵头承担浙江省重点研发计划项目1项", "unsupported", lead=d.me, coop="", year=2016)


def first_of(d: Draft, level: str, said: str, flag: str, year: int = 2020) -> None:
    d.without("innovation_performance")
    product = names.machine(d.chance)
    d.papers(
        Paper(
            "first_set_notice",
            INNOVATION,
            "facts",
            {
                "award": "首台（套）产品",
                "level": level,
                "year": year,
                "rows": [(d.me, product), (d.other().name, names.machine(d.chance))],
                "columns": ("企业名称", "产品名称"),
            },
        )
    )
    d.rows(
        "first_sets",
        {
            "product": product,
            "company": d.me,
            "level": level,
            "year": str(year),
            "doc_no": f"浙经信装备〔{year}〕226号",
        },
    )
    d.say("innovation_performance", "first_set", product, said.format(product), flag, year=year, level=None)


def first_in_the_province_told_as_in_the_country(d: Draft) -> None:
    first_of(d, "省内", "“{}”获批2020年国内首台（套）装备", "unsupported")


def first_in_the_country_honest(d: Draft) -> None:
    first_of(d, "国内", "2020年，“{}”通过国内首台（套）装备认定", "supported")


def share_of(
    d: Draft, said: str, flag: str, *, kind: str = "market_rank", name: str = "第", **says: Any
) -> None:
    d.without("market_share")
    d.app = d.app.without_papers("market_share_report")
    usual = {
        "issuer": "中国信息通信研究院",
        "product": "边缘网关",
        "share": 9.4,
        "rank": 3,
        "scope": "全国",
        "year": 2021,
        "holder": d.me,
    }
    d.papers(fact_paper("market_share_report", BASE, **{**usual, **says}))
    d.say("market_share", kind, name, said, flag)


def rank_in_the_province_told_of_the_country(d: Draft) -> None:
    share_of(d, "公司边缘网关产品销量位列全国第三", "unsupported", scope="浙江省")


def rank_honest(d: Draft) -> None:
    share_of(d, "公司边缘网关产品销量位列全国第三", "supported")


def rank_of_an_old_report(d: Draft) -> None:
    share_of(d, "公司边缘网关产品国内市场排名第3", "unsupported", year=2018)


def share_beyond_the_report(d: Draft) -> None:
    share_of(d, "边缘网关国内市场占有率超过12%", "unsupported", kind="market_share", name="占有率")


def share_about_the_report(d: Draft) -> None:
    share_of(d, "边缘网关国内市场占有率约9.4%", "supported", kind="market_share", name="占有率")


def platform_being_set_up(d: Draft) -> None:
    d.without("open_platforms")
    d.app = d.app.without_papers("platform_recognition")
    award, name = "浙江省工业互联网平台创建名单", "甬云工业互联网平台"
    d.app = replace(
        d.app,
        tables={
            **d.app.tables,
            "honors": [r for r in d.app.tables["honors"] if "工业互联网平台" not in r["list"]],
        },
    )
    d.papers(
        Paper(
            "platform_recognition",
            ECOLOGY,
            "facts",
            {
                "award": award,
                "year": 2021,
                "level": "省级",
                "rows": [(d.me, name)],
                "columns": ("企业名称", "项目名称"),
            },
        )
    )
    d.rows(
        "honors",
        {
            "list": award,
            "level": "省级",
            "year": "2021",
            "company": d.me,
            "project": name,
            "issuer": "浙江省经济和信息化厅",
            "doc_no": "浙经信数经〔2021〕8号",
        },
    )
    d.say(
        "open_platforms",
        "platform",
        name,
        f"“{name}”2021年被认定为省级工业互联网平台",
        "unsupported",
        year=2021,
    )


def collection_of_2017(d: Draft) -> None:
    collection_of(d, 2017, "unsupported")


def collection_honest(d: Draft) -> None:
    collection_of(d, 2020, "supported")


def collection_of(d: Draft, year: int, flag: str) -> None:
    award = "浙江省优秀工业互联网解决方案集"
    d.papers(
        Paper(
            "solution_collection_notice",
            EMPOWERING,
            "facts",
            {
                "award": award,
                "year": year,
                "level": "省级",
                "rows": [(d.me, "印染数字工厂方案")],
                "columns": ("企业名称", "项目名称"),
            },
        )
    )
    d.rows(
        "honors",
        {
            "list": award,
            "level": "省级",
            "year": str(year),
            "company": d.me,
            "project": "印染数字工厂方案",
            "issuer": "浙江省经济和信息化厅",
            "doc_no": f"浙经信〔{year}〕60号",
        },
    )
    d.without("replicable")
    d.say(
        "replicable",
        "solution_collection",
        "解决方案",
        f"印染数字工厂方案{year}年入选{award}",
        flag,
        year=year,
    )


def responsible(d: Draft, printed: Sequence[int], said: str, flag: str) -> None:
    d.without("social_digitalisation")
    d.app = d.app.without_papers("csr_report")
    d.papers(
        *(
            fact_paper("csr_report", EMPOWERING, holder=d.me, year=year, title=f"{year}年度社会责任报告")
            for year in printed
        )
    )
    d.say("social_digitalisation", "csr", "社会责任报告", said, flag)


def reports_of_two_years_told_as_three(d: Draft) -> None:
    responsible(d, (2020, 2021), "连续三年发布企业社会责任报告", "unsupported")


def reports_of_three_years(d: Draft) -> None:
    responsible(d, (2019, 2020, 2021), "连续三年发布企业社会责任报告", "supported")


def patents_told_otherwise_in_words(d: Draft) -> None:
    """The box tells more inventions than the papers prove."""
    d.without("controllable_technology")
    d.say(
        "controllable_technology",
        "patent_invention",
        "发明专利",
        "公司累计拥有有效发明专利八十六件",
        "unsupported",
    )


def patents_told_modestly_in_words(d: Draft) -> None:
    d.without("controllable_technology")
    d.say(
        "controllable_technology",
        "patent_invention",
        "发明专利",
        "公司拥有不少于3件有效发明专利",
        "supported",
    )


def customer_without_a_contract(d: Draft) -> None:
    customer_of(d, contract=False, flag="unsupported")


def customer_with_a_contract(d: Draft) -> None:
    customer_of(d, contract=True, flag="supported")


def customer_of(d: Draft, *, contract: bool, flag: str) -> None:
    d.without("benchmark_effect")
    firm, award = "绍兴鉴湖印染机械有限公司", "浙江省未来工厂名单"  # nobody whom another trap sells to
    d.papers(
        Paper(
            "pilot_demo_notice",
            EMPOWERING,
            "facts",
            {
                "award": award,
                "year": 2021,
                "level": "省级",
                "issuer": "浙江省经济和信息化厅",
                "rows": [(firm, ""), (d.other().name + "集团", "")],
                "columns": ("企业名称",),
            },
        )
    )
    d.rows(
        "honors",
        {
            "list": award,
            "level": "省级",
            "year": "2021",
            "company": firm,
            "project": "",
            "issuer": "浙江省经济和信息化厅",
            "doc_no": "浙经信〔2021〕12号",
        },
    )
    if contract:
        d.papers(
            fact_paper(
                "application_contract",
                MANAGEMENT,
                number="LZ-21",
                holder=d.me,
                customer=firm,
                date=date(2019, 7, 1),
                title="未来工厂建设合同",
            )
        )
    d.say("benchmark_effect", "pilot_demo", "未来工厂", "所服务的1家企业入选浙江省未来工厂", flag)


def developers_registered_told_as_gathered(d: Draft) -> None:
    d.claim(
        "developers_count",
        d.app.claims["developers_count"] * 10,
        "unsupported",
        d.app.claims["developers_count"],
    )


def other_cloud_than_bought(d: Draft) -> None:
    """云安全 is ticked, too; the bill knows servers, storage and a database."""
    d.claim("cloud_facilities", [*d.app.claims["cloud_facilities"], "云安全"], "unsupported")


def tax_from_papers(d: Draft) -> None:
    """Honest: no list of the year, but taxes paid and land held."""
    d.app = replace(
        d.app,
        papers=[p for p in d.app.papers if not (p.type == "mu_benefit_result" and p.says["year"] == 2021)],
    )
    d.papers(
        fact_paper("tax_payment_certificate", BASE, holder=d.me, amount=642.6, year=2021),
        fact_paper("land_certificate", BASE, holder=d.me, area_mu=21.0),
    )
    d.claim("tax_per_mu.2021", 30.6, "supported", 30.6)


def tax_of_the_year_before(d: Draft) -> None:
    right, before = d.app.claims["tax_per_mu.2021"], d.app.claims["tax_per_mu.2020"]
    if abs(right - before) < 0.5:  # two like years: the one before them
        before = d.app.claims["tax_per_mu.2019"]
    d.claim("tax_per_mu.2021", before, "unsupported", right)


def research_by_the_return(d: Draft) -> None:
    """Honest: in every year the figure of the tax deduction, which is lower than the auditor's."""
    for year in figures.YEARS:
        value = round(d.app.claims[f"rd_expense.{year}"] * 0.91, 2)
        d.papers(fact_paper("tax_return_a107012", BASE, holder=d.me, year=year, rd_wan=value))
        d.claim(f"rd_expense.{year}", value, "supported", value)
        d.claim(
            f"rd_ratio.{year}", round(value / audit_of(d, year).says["revenue_wan"] * 100, 2), "supported"
        )


def restated_and_claimed_anew(d: Draft) -> None:
    """Honest: the report of 2021 restates 2020, and the form follows it."""
    paper = audit_of(d, 2021)
    old = audit_of(d, 2020).says["revenue_wan"]
    new = round(old * 0.985, 2)
    restate(d, 2021, prior_revenue_wan=new, restated=True)
    d.app = d.app.swapping(
        audit_of(d, 2021),
        replace(
            audit_of(d, 2021),
            says={
                **paper.says,
                "statement": [
                    (label, now, new * 10_000 if label.startswith("一、营业收入") else before)
                    for label, now, before in paper.says["statement"]
                ],
                "sure": 1.0,
            },
        ),
    )
    a = audit_of(d, 2020)
    d.app = d.app.swapping(a, replace(a, says={**a.says, "sure": 1.0}))
    d.claim("revenue.2020", new, "supported", new)
    d.app = replace(
        d.app,
        expected={
            k: v
            for k, v in d.app.expected.items()
            if k not in ("revenue_growth.2021", "revenue_growth.2020", "profit_margin.2020", "rd_ratio.2020")
        },
    )
