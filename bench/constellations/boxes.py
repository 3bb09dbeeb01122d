"""Narrative boxes of the first wave."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from api.example import figures, names
from api.example.application import Paper
from bench.constellations.draft import BASE, ECOLOGY, EMPOWERING, INNOVATION, MANAGEMENT, Draft, fact_paper

AWARD = "浙江省科学技术进步奖"


def award_of(d: Draft, year: int, grade: str, winners: Sequence[str], name: str = AWARD, **says: Any) -> str:
    title = names.project(d.chance)
    number = f"{year}-J-{d.chance.randrange(1, 4)}-{d.chance.randrange(100, 999)}"
    d.papers(
        fact_paper(
            "science_award",
            INNOVATION,
            award=name,
            grade=grade,
            title=title,
            **{"holder": d.me, "year": year, "number": number, **says},
        )
    )
    d.rows(
        "awards",
        {
            "name": name,
            "level": "省级",
            "grade": grade,
            "year": str(year),
            "project": title,
            "winners": ";".join(winners),
            "certificate_no": number,
        },
    )
    return title


def awarded(d: Draft, said: str, flag: str, year: int | None, grade: str) -> None:
    d.without("innovation_performance")
    d.say("innovation_performance", "award", "科学技术进步奖", said, flag, year=year, grade=grade)


def fourth_told_as_first(d: Draft) -> None:
    others = [f.name for f in d.chance.sample(list(d.app.strangers), 4)]
    title = award_of(d, 2020, "二等奖", [*others[:3], d.me, others[3]], rank=4)
    awarded(
        d, f"由公司作为第一完成单位的成果“{title}”，2020年度摘得{AWARD}二等奖", "unsupported", 2020, "二等奖"
    )


def third_told_as_second_class(d: Draft) -> None:
    title = award_of(d, 2019, "三等奖", [d.me])
    awarded(d, f"“{title}”一项斩获2019年度{AWARD}二等奖", "unsupported", 2019, "二等奖")


def award_of_2017(d: Draft) -> None:
    title = award_of(d, 2017, "一等奖", [d.me])
    awarded(d, f"“{title}”曾获2017年度{AWARD}一等奖", "unsupported", 2017, "一等奖")


def award_told_a_year_later(d: Draft) -> None:
    title = award_of(d, 2020, "三等奖", [d.other().name, d.me])
    awarded(d, f"2021年度，公司参与完成的“{title}”获{AWARD}三等奖", "unsupported", 2021, "三等奖")


def award_honest_in_other_words(d: Draft) -> None:
    title = award_of(d, 2021, "三等奖", [d.other().name, d.me], rank=2)
    awarded(d, f"公司参与完成的“{title}”被授予2021年度浙江省科技进步奖三等奖", "supported", 2021, "三等奖")


def award_in_the_former_name(d: Draft) -> None:
    title = award_of(d, 2019, "二等奖", [d.former, d.other().name])
    awarded(d, f"“{title}”荣膺2019年度省科学技术进步二等奖", "supported", 2019, "二等奖")


def honour_of(d: Draft, type_: str, box: str, award: str, said: str, flag: str, *, year: int = 2021, level: str = "省级", listed: bool = True,
            registered: bool = True, issuer: str = "浙江省经济和信息化厅", kind: str = "honour", name: str = "", **row: str) -> None:  # fmt: skip
    d.without(box)
    others = [f.name for f in d.chance.sample(list(d.app.strangers), 4)]
    mine = [d.me] if listed else []
    number = f"浙经信数经〔{year}〕{d.chance.randrange(40, 240)}号"
    rows = [(firm, "") for firm in (*others, *mine)]
    d.papers(
        Paper(
            type_,
            MANAGEMENT,
            "facts",
            {
                "award": award,
                "year": year,
                "number": number,
                "level": level,
                "issuer": issuer,
                "rows": rows,
                "columns": ("企业名称",),
            },
        )
    )
    named = [*others, *([d.me] if registered else [])]
    d.rows(
        "honors",
        *(
            {
                "list": award,
                "level": level,
                "year": str(year),
                "company": firm,
                "project": "",
                "issuer": issuer,
                "doc_no": number,
                **row,
            }
            for firm in named
        ),
    )
    d.say(box, kind, name or award, said, flag, year=year if f"{year}" in said else None)


BIG, DATA = "浙江省大数据应用示范企业", "full_business_digitalisation"


def data_list_of_the_city(d: Draft) -> None:
    honour_of(
        d,
        "bigdata_honour_notice",
        DATA,
        "宁波市大数据应用示范企业",
        f"2021年公司跻身{BIG}行列",
        "unsupported",
        level="市级",
        issuer="宁波市经济和信息化局",
        name="大数据应用示范企业",
    )


def data_list_of_2018(d: Draft) -> None:
    honour_of(d, "bigdata_honour_notice", DATA, BIG, f"2018年公司即入围{BIG}", "unsupported", year=2018)


def data_list_taken_back(d: Draft) -> None:
    honour_of(
        d,
        "bigdata_honour_notice",
        DATA,
        BIG,
        f"公司系2020年{BIG}",
        "unsupported",
        year=2020,
        status="已撤销",
        status_date="2021-12-30",
    )


def data_list_honest(d: Draft) -> None:
    honour_of(d, "bigdata_honour_notice", DATA, BIG, f"公司荣登2021年{BIG}名单", "supported")


def data_list_without_the_company(d: Draft) -> None:
    honour_of(
        d,
        "bigdata_honour_notice",
        DATA,
        BIG,
        f"公司荣登2021年{BIG}名单",
        "unsupported",
        listed=False,
        registered=False,
    )


def data_list_printed_by_oneself(d: Draft) -> None:
    honour_of(
        d,
        "bigdata_honour_notice",
        DATA,
        BIG,
        f"公司于2020年获评{BIG}",
        "unsupported",
        year=2020,
        registered=False,
    )


PREMIUM, BRAND = "浙江制造精品", "brand_honours"


def premium_proposed(d: Draft) -> None:
    d.without(BRAND)
    d.papers(
        fact_paper(
            "publicity_notice", BASE, award="2021年度“浙江制造精品”拟认定名单公示", holder=d.me, year=2021
        )
    )
    d.say(
        BRAND, "honour", PREMIUM, "自主研发的核心控制器获评2021年度“浙江制造精品”", "unsupported", year=2021
    )


def premium_called_for(d: Draft) -> None:
    d.without(BRAND)
    d.papers(
        fact_paper(
            "call_for_application",
            BASE,
            award="浙江制造精品",
            title="关于组织申报2020年度“浙江制造精品”的通知",
        )
    )
    d.say(BRAND, "honour", PREMIUM, "主导产品被评为2020年度浙江制造精品", "unsupported", year=2020)


def nomination_of(d: Draft, year: int, notice: str, said: str, flag: str) -> None:
    """The applicant was nominated for the government's quality award, and says something of it."""
    award, issuer = "浙江省人民政府质量奖提名奖", "浙江省人民政府"
    d.without(BRAND)
    d.papers(fact_paper("quality_award", BASE, award=award, holder=d.me, year=year, issuer=issuer))
    d.rows(
        "honors",
        {
            "list": award,
            "level": "省级",
            "year": str(year),
            "company": d.me,
            "project": "",
            "issuer": issuer,
            "doc_no": notice,
        },
    )
    d.say(BRAND, "honour", "质量奖", said, flag, year=year)


def prize_nominated(d: Draft) -> None:
    nomination_of(d, 2020, "浙政发〔2020〕30号", "公司捧得2020年浙江省人民政府质量奖", "unsupported")


def nomination_told_as_one(d: Draft) -> None:
    nomination_of(d, 2019, "浙政发〔2019〕21号", "公司获2019年浙江省人民政府质量奖提名奖", "supported")


def filing_of_level_two_as_three(d: Draft) -> None:
    filing_of(d, 2, "三级", "unsupported")


def filing_honest(d: Draft) -> None:
    filing_of(d, 3, "三级", "supported")


def filing_of(d: Draft, level: int, said: str, flag: str) -> None:
    d.without("security_technology")
    number = f"330200{d.chance.randrange(10100, 52900)}-21{d.chance.randrange(1, 40):03d}"
    system = "甬云设备运维平台"
    d.papers(
        fact_paper(
            "mlps_filing",
            MANAGEMENT,
            number=number,
            holder=d.me,
            level=level,
            system=system,
            grant_date=date(2021, 3, 9),
        )
    )
    d.rows(
        "security_filings",
        {"number": number, "company": d.me, "system": system, "level": str(level), "date": "2021-03-09"},
    )
    d.say(
        "security_technology",
        "security_filing",
        system,
        f"{system}按网络安全等级保护{said}要求定级并在公安机关备案",
        flag,
        level=said,
    )


def certificate_run_out(d: Draft) -> None:
    certified(d, date(2022, 3, 31), "unsupported")


def certificate_runs_on(d: Draft) -> None:
    certified(d, date(2022, 4, 15), "supported")


def certified(d: Draft, until: date, flag: str) -> None:
    d.without("security_management")
    d.app = d.app.without_papers("mgmt_system_certificate")
    d.papers(
        fact_paper(
            "mgmt_system_certificate",
            MANAGEMENT,
            standard="ISO/IEC 27001:2013",
            number=f"016ISMS{d.chance.randrange(10**5)}",
            holder=d.me,
            valid_to=until,
        )
    )
    d.say(
        "security_management",
        "certification",
        "27001",
        "公司信息安全管理体系符合ISO/IEC 27001标准并取得认证证书",
        flag,
    )


def member_told_as_leader(d: Draft) -> None:
    alliance(d, d.other().name, d.me, "公司牵头发起浙江省智能传感产业创新联合体", "unsupported")


def member_told_as_one(d: Draft) -> None:
    alliance(d, d.other().name, d.me, "公司以成员单位身份参与浙江省智能传感产业创新联合体", "supported")


def alliance(d: Draft, lead: str, member: str, said: str, flag: str) -> None:
    d.without("consortia")
    d.papers(
        fact_paper(
            "consortium_document",
            ECOLOGY,
            title="浙江省智能传感产业创新联合体",
            lead=lead,
            members=f"{d.other().name};{member}",
            level="省级",
        )
    )
    d.say("consortia", "consortium", "创新联合体", said, flag)


def cases_mostly_before(d: Draft) -> None:
    cases_of(d, 3, 6, 9, "unsupported")


def cases_with_one_customer_twice(d: Draft) -> None:
    cases_of(d, 6, 0, 6, "supported")


def cases_of(d: Draft, inside: int, before: int, claimed: int, flag: str) -> None:
    d.without("industry_digitalisation")
    d.app = replace(
        d.app,
        papers=[
            p for p in d.app.papers if not (p.type == "application_contract" and p.section == EMPOWERING)
        ],
    )
    already = sum(p.type == "application_contract" for p in d.app.papers)
    firms = [f.name for f in d.chance.sample(d.others(), inside + before)]
    for n, firm in enumerate(firms):
        year = d.chance.choice(figures.YEARS) if n < inside else 2017
        d.papers(
            fact_paper(
                "application_contract",
                EMPOWERING,
                number=f"GX{n}-{d.chance.randrange(10**4)}",
                holder=d.me,
                customer=firm,
                date=date(year, 1 + n % 12, 11),
                title="产线数据采集项目合同",
            )
        )
    d.say(
        "industry_digitalisation",
        "case_count",
        "案例",
        f"2019年以来公司落地实施案例{claimed + already}个",
        flag,
    )
