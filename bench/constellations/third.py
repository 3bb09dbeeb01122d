"""The third wave, written and labelled before it was run: who pads, and who is honest but sloppy.

Labels follow the notice and the dossier (A.3, F.4, D.1): a denied or planned thing is no claim; former
names count, group companies do not; one record is one thing however often it is shown.

First run: of 9,084 verdicts 3 falsely «supported», 33 falsely «unsupported», 2 deferred, 23 items missing.
Relabelled since, each for its reason: `partly_invalid_and_alive` waits for a person (what is left of the
claims no registry tells); two prizes have no year (0 was written for none); the base application's own prize
of 2020 proved the first of `two_years_in_a_row_and_one_proved` and the second of
`one_prize_told_as_two`; `no_prize_said_honestly` named no prize, so that there was no item to judge. In the second wave, by new company: the
customer `without_a_contract` could be one that another trap sold to, and the tax of two years could be equal.
"""

from dataclasses import replace
from datetime import date, timedelta

from api.example import names, rights
from api.example.application import Paper
from bench.constellations.boxes import (
    BIG,
    BRAND,
    DATA,
    alliance,
    award_of,
    awarded,
    certified,
    filing_of,
    honour_of,
)
from bench.constellations.draft import (
    BASE,
    EMPOWERING,
    INNOVATION,
    JOINED,
    LED,
    MANAGEMENT,
    PATENTS,
    RENAMED,
    SCAN,
    SOFTWARE,
    Draft,
    fact_paper,
    noisy,
)
from bench.constellations.patents import ended, patent_of, put
from bench.constellations.second import collection_of, responsible, share_of, sister_of
from bench.constellations.software import software_of
from bench.constellations.standards import standard_of

INNOVATIONS = "innovation_performance"

# --- counts -------------------------------------------------------------------------------------------


def um_on_an_invention_sheet(d: Draft) -> None:
    """The sheet says 发明专利证书, the number and the registry say utility model."""
    paper, row = patent_of(d, [d.me], 2)
    put(d, replace(paper, type="invention_patent_certificate"), row)
    d.bad[PATENTS] += 1


def strange_number_under_ones_own_title(d: Draft) -> None:
    """A certificate made up around the number of another company's patent."""
    theirs, row = patent_of(d, [d.other().name])
    mine, _ = patent_of(d, [d.me])
    put(d, mine, row, number=theirs.says["number"], sure=1.0)
    d.bad[PATENTS] += 1


def certificate_of_what_is_still_examined(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="实质审查的生效", grant_date=""))
    d.bad[PATENTS] += 1


def shown_three_times(d: Draft) -> None:
    paper, row = patent_of(d, [d.me])
    put(d, paper, row)
    put(d, paper, None)
    put(d, paper, None, holder=noisy(d.me, d.chance), sure=SCAN)
    d.good[PATENTS] += 1
    d.bad[PATENTS] += 2


def partly_invalid_and_alive(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="专利权部分无效", status_date="2021-06-11"))
    d.open[PATENTS] += 1


def restored(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="专利权的恢复", status_date="2021-07-02"))
    d.good[PATENTS] += 1


def held_by_a_court(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="专利权的保全", status_date="2022-01-12"))
    d.good[PATENTS] += 1


def last_of_three_owners(d: Draft) -> None:
    put(d, *patent_of(d, [names.vocabulary()["names"]["universities"][0], d.other().name, d.me]))
    d.good[PATENTS] += 1


def former_name_and_misread(d: Draft) -> None:
    """Both at once: the certificate bears the former name, and a character of it was misread."""
    paper, row = patent_of(d, [d.former])
    granted = RENAMED - timedelta(d.chance.randrange(60, 500))
    read = noisy(d.former, d.chance)
    put(d, paper, {**row, "grant_date": granted.isoformat()}, grant_date=granted, holder=read, sure=SCAN)
    d.good[PATENTS] += 1


def software_of_the_sister(d: Draft) -> None:
    _, row = software_of(d, sister_of(d))
    d.rows("software_copyrights", row)
    d.bad[SOFTWARE] += 1


def software_number_of_another(d: Draft) -> None:
    """The applicant's name and a title of its own over the number of another company's registration."""
    _, theirs = rights.software(d.chance, d.other().name)
    software_of(d, d.me, number=theirs["registration_no"])
    d.rows("software_copyrights", theirs)
    d.bad[SOFTWARE] += 1


def software_with_the_name_of_the_day(d: Draft) -> None:
    """Honest: registered under the former name, the certificate reissued in the present one."""
    _, row = software_of(d, d.me)
    d.rows(
        "software_copyrights",
        {**row, "owners": d.former, "registered_on": (RENAMED - timedelta(80)).isoformat()},
    )
    d.good[SOFTWARE] += 1


def led_under_the_former_name(d: Draft) -> None:
    before = replace(d.app.company, name=d.former)
    firms = [before, *d.chance.sample(list(d.app.strangers), 4)]
    paper, row = rights.standard(d.chance, "SJ", firms)
    number = f"SJ/T 12{d.chance.randrange(100, 999)}—2018"
    d.papers(replace(paper, says={**paper.says, "number": number}))
    d.rows("standards", {**row, "standard_no": number, "publish_date": "2018-03-05"})
    d.good[LED] += 1


def led_by_the_sister(d: Draft) -> None:
    firms = [replace(d.app.company, name=sister_of(d)), *d.chance.sample(list(d.app.strangers), 4)]
    paper, row = rights.standard(d.chance, "GB", firms)
    d.papers(paper)
    d.rows("standards", row)
    d.bad[LED] += 1


def joined_but_replaced(d: Draft) -> None:
    standard_of(d, "GB", 3, status="被代替")
    d.bad[JOINED] += 1


def same_standard_in_both_cells(d: Draft) -> None:
    """Led by the applicant, and told once more among those it took part in."""
    standard_of(d, "YD", 1)
    d.good[LED] += 1
    d.bad[JOINED] += 1


# --- cells --------------------------------------------------------------------------------------------


def ratio_as_a_fraction(d: Draft) -> None:
    """6.8 % written 0.068 into a cell of percents."""
    right = d.app.claims["rd_ratio.2021"]
    d.claim("rd_ratio.2021", round(right / 100, 4), "unsupported", right)


def revenue_rounded_honestly(d: Draft) -> None:
    right = d.app.claims["revenue.2021"]
    d.claim("revenue.2021", round(right), "supported", right)


def fewer_people_than_there_are(d: Draft) -> None:
    total = d.app.claims["employees_total"]
    d.claim("employees_total", round(total * 0.96), "supported")


def fewer_developers_than_there_are(d: Draft) -> None:
    d.claim("developers_count", round(d.app.claims["developers_count"] * 0.9), "supported")


def fewer_cloud_items_than_bought(d: Draft) -> None:
    d.claim("cloud_facilities", d.app.claims["cloud_facilities"][:1], "supported")


def tax_in_yuan(d: Draft) -> None:
    right = d.app.claims["tax_per_mu.2021"]
    d.claim("tax_per_mu.2021", round(right * 10_000), "unsupported", right)


def growth_of_the_group(d: Draft) -> None:
    right = d.app.claims["revenue_growth.2020"]
    d.claim("revenue_growth.2020", round(abs(right) * 1.7 + 3, 2), "unsupported", right)


# --- prizes, lists, first sets ------------------------------------------------------------------------


def prize_of_another_province(d: Draft) -> None:
    title = award_of(d, 2020, "二等奖", [d.me], "江苏省科学技术奖")
    awarded(d, f"“{title}”荣获2020年度浙江省科学技术进步奖二等奖", "unsupported", 2020, "二等奖")


def prize_of_a_society_told_as_the_states(d: Draft) -> None:
    title = award_of(d, 2021, "一等奖", [d.me], "中国机械工业科学技术奖")
    awarded(d, f"“{title}”荣获2021年度浙江省科学技术进步奖一等奖", "unsupported", 2021, "一等奖")


def prize_of_a_person(d: Draft) -> None:
    """The winner is the managing director himself, in another company's team."""
    title = award_of(d, 2019, "三等奖", [d.app.company.legal, d.other().name], holder=d.app.company.legal)
    awarded(d, f"公司“{title}”获2019年度浙江省科学技术进步奖三等奖", "unsupported", 2019, "三等奖")


def without_prizes(d: Draft) -> None:
    """The base application's own prize is taken out: it would prove what a trap leaves unproved."""
    d.app = replace(d.app.without_papers("science_award"), tables={**d.app.tables, "awards": []})


def one_prize_told_as_two(d: Draft) -> None:
    without_prizes(d)
    award_of(d, 2020, "二等奖", [d.me])
    awarded(d, "近三年获浙江省科学技术进步奖二等奖两项", "unsupported", None, "二等奖")


def two_prizes_told_as_two(d: Draft) -> None:
    award_of(d, 2020, "二等奖", [d.me])
    award_of(d, 2021, "二等奖", [d.other().name, d.me])
    awarded(d, "近三年获浙江省科学技术进步奖二等奖两项", "supported", None, "二等奖")


def two_years_in_a_row_and_one_proved(d: Draft) -> None:
    without_prizes(d)
    award_of(d, 2021, "三等奖", [d.me])
    awarded(d, "公司2020年、2021年连续两年获浙江省科学技术进步奖三等奖", "unsupported", 2020, "三等奖")


def no_prize_said_honestly(d: Draft) -> None:
    awarded(d, "近三年公司未获得浙江省科学技术进步奖", "not_claimed", None, "")


def a_prize_hoped_for(d: Draft) -> None:
    awarded(d, "力争2023年获得浙江省科学技术进步奖一等奖", "not_claimed", 2023, "一等奖")


def first_set_of_another(d: Draft) -> None:
    d.without(INNOVATIONS)
    product, theirs = names.machine(d.chance), d.other().name
    d.papers(Paper("first_set_notice", INNOVATION, "facts", {"award": "首台（套）产品", "level": "省内", "year": 2021, "rows": [(theirs, product)], "columns": ("企业名称", "产品名称")}))  # fmt: skip
    d.rows(
        "first_sets",
        {
            "product": product,
            "company": theirs,
            "level": "省内",
            "year": "2021",
            "doc_no": "浙经信装备〔2021〕226号",
        },
    )
    d.say(
        INNOVATIONS,
        "first_set",
        product,
        f"“{product}”2021年被认定为省内首台（套）产品",
        "unsupported",
        year=2021,
    )


def data_list_told_two_years_early(d: Draft) -> None:
    honour_of(
        d, "bigdata_honour_notice", DATA, BIG, f"公司自2019年起为{BIG}", "unsupported", year=2021, name=BIG
    )


def two_years_of_a_list_and_one_proved(d: Draft) -> None:
    honour_of(
        d,
        "bigdata_honour_notice",
        DATA,
        BIG,
        f"公司2020年、2021年连续两年荣登{BIG}名单",
        "unsupported",
        year=2020,
        listed=False,
        registered=False,
    )
    honour = {
        "award": BIG,
        "year": 2021,
        "number": "浙经信数经〔2021〕97号",
        "level": "省级",
        "rows": [(d.me, "")],
        "columns": ("企业名称",),
    }
    d.papers(Paper("bigdata_honour_notice", MANAGEMENT, "facts", honour))
    d.rows(
        "honors",
        {
            "list": BIG,
            "level": "省级",
            "year": "2021",
            "company": d.me,
            "project": "",
            "issuer": "浙江省经济和信息化厅",
            "doc_no": "浙经信数经〔2021〕97号",
        },
    )


def data_list_denied(d: Draft) -> None:
    d.without(DATA)
    d.say(DATA, "honour", "大数据应用示范企业", "公司暂未列入大数据应用示范企业名单", "not_claimed")


def list_of_the_parent(d: Draft) -> None:
    parent = d.me[:4] + "控股集团有限公司"
    honour_of(
        d,
        "bigdata_honour_notice",
        DATA,
        BIG,
        f"2021年集团入选{BIG}",
        "unsupported",
        listed=False,
        registered=False,
    )
    number = "浙经信数经〔2021〕98号"
    d.papers(Paper("bigdata_honour_notice", MANAGEMENT, "facts", {"award": BIG, "year": 2021, "number": number, "level": "省级", "rows": [(parent, "")], "columns": ("企业名称",)}))  # fmt: skip
    d.rows(
        "honors",
        {
            "list": BIG,
            "level": "省级",
            "year": "2021",
            "company": parent,
            "project": "",
            "issuer": "浙江省经济和信息化厅",
            "doc_no": number,
        },
    )


def high_tech_run_out(d: Draft) -> None:
    _high_tech(d, date(2018, 11, 30), "公司系国家高新技术企业", "unsupported")


def high_tech_renewed(d: Draft) -> None:
    _high_tech(d, date(2021, 12, 10), "公司系国家高新技术企业", "supported")


def _high_tech(d: Draft, granted: date, said: str, flag: str) -> None:
    d.without(BRAND)
    d.app = d.app.without_papers("hitech_certificate")
    number = f"GR{granted.year}33{100_000 + d.chance.randrange(9_999):06d}"
    d.papers(fact_paper("hitech_certificate", BASE, holder=d.me, number=number, grant_date=granted, valid_to=date(granted.year + 3, granted.month, granted.day), years=3))  # fmt: skip
    d.say(BRAND, "honour", "高新技术企业", said, flag)


def premium_of_another_product(d: Draft) -> None:
    d.without(BRAND)
    award, number = "浙江制造精品", "浙经信技术〔2021〕166号"
    d.papers(Paper("zj_premium_product", BASE, "facts", {"award": award, "year": 2021, "number": number, "level": "省级", "rows": [(d.me, "边缘计算网关")], "columns": ("企业名称", "产品名称")}))  # fmt: skip
    d.rows(
        "honors",
        {
            "list": award,
            "level": "省级",
            "year": "2021",
            "company": d.me,
            "project": "边缘计算网关",
            "issuer": "浙江省经济和信息化厅",
            "doc_no": number,
        },
    )
    d.say(BRAND, "honour", award, "“注塑机伺服驱动器”获评2021年度浙江制造精品", "unsupported", year=2021)


# --- filings, certificates, alliances, shares ---------------------------------------------------------


def filing_of_another_company(d: Draft) -> None:
    filing_of(d, 3, "三级", "unsupported")
    theirs = d.other().name
    papers = [
        replace(p, says={**p.says, "holder": theirs}) if p.type == "mlps_filing" else p for p in d.app.papers
    ]
    rows = [
        {**r, "company": theirs} if r["system"] == "甬云设备运维平台" else r
        for r in d.app.tables["security_filings"]
    ]
    d.app = replace(d.app, papers=papers, tables={**d.app.tables, "security_filings": rows})


def certificate_of_the_parent(d: Draft) -> None:
    certified(d, date(2024, 5, 1), "unsupported")
    _change(d, "mgmt_system_certificate", holder=d.me[:4] + "控股集团有限公司")


def quality_told_as_security(d: Draft) -> None:
    certified(d, date(2024, 5, 1), "unsupported")
    _change(d, "mgmt_system_certificate", standard="GB/T 19001-2016/ISO 9001:2015")


def _change(d: Draft, type_: str, **says: object) -> None:
    papers = [replace(p, says={**p.says, **says}) if p.type == type_ else p for p in d.app.papers]
    d.app = replace(d.app, papers=papers)


def vice_chair_told_as_chair(d: Draft) -> None:
    alliance(d, d.other().name, d.me, "公司作为理事长单位牵头组建浙江省智能传感产业创新联合体", "unsupported")


def leader_told_as_leader(d: Draft) -> None:
    alliance(d, d.me, d.other().name, "公司牵头组建浙江省智能传感产业创新联合体", "supported")


def alliance_of_the_sister(d: Draft) -> None:
    alliance(
        d, d.other().name, sister_of(d), "公司以成员单位身份加入浙江省智能传感产业创新联合体", "unsupported"
    )


def share_of_another_company(d: Draft) -> None:
    share_of(
        d,
        "公司边缘网关产品国内市场占有率9.4%",
        "unsupported",
        kind="market_share",
        name="占有率",
        holder=d.other().name,
    )


def rank_five_told_as_among_three(d: Draft) -> None:
    share_of(d, "公司边缘网关产品销量位居全国前三", "unsupported", name="前三", rank=5)


def rank_three_told_as_among_three(d: Draft) -> None:
    share_of(d, "公司边缘网关产品销量位居全国前三", "supported", name="前三")


def share_of_the_year_before(d: Draft) -> None:
    share_of(
        d,
        "2021年公司边缘网关国内市场占有率9.4%",
        "unsupported",
        kind="market_share",
        name="占有率",
        year=2020,
    )


# --- solutions, reports, platforms, cases -------------------------------------------------------------


def collection_of_the_city(d: Draft) -> None:
    d.without("replicable")
    award = "宁波市优秀工业互联网解决方案集"
    d.papers(Paper("solution_collection_notice", EMPOWERING, "facts", {"award": award, "year": 2021, "level": "市级", "rows": [(d.me, "印染数字工厂方案")], "columns": ("企业名称", "项目名称")}))  # fmt: skip
    d.rows(
        "honors",
        {
            "list": award,
            "level": "市级",
            "year": "2021",
            "company": d.me,
            "project": "印染数字工厂方案",
            "issuer": "宁波市经济和信息化局",
            "doc_no": "甬经信〔2021〕60号",
        },
    )
    d.say(
        "replicable",
        "solution_collection",
        "解决方案",
        "印染数字工厂方案2021年入选浙江省优秀工业互联网解决方案集",
        "unsupported",
        year=2021,
    )


def collection_told_a_year_late(d: Draft) -> None:
    collection_of(d, 2020, "unsupported")
    items = [
        replace(i, sentence=i.sentence.replace("2020年", "2021年"), year=2021) if i.box == "replicable" else i
        for i in d.app.items
    ]
    d.app = replace(d.app, items=items)


def no_collection_said_honestly(d: Draft) -> None:
    d.without("replicable")
    d.say("replicable", "solution_collection", "解决方案", "暂无方案入选国家级优秀解决方案集", "not_claimed")


def reports_of_the_parent(d: Draft) -> None:
    responsible(d, (2019, 2020, 2021), "2019年、2020年、2021年连续发布社会责任报告", "unsupported")
    _change(d, "csr_report", holder=d.me[:4] + "控股集团有限公司")


def reports_of_two_years_told_as_two(d: Draft) -> None:
    responsible(d, (2020, 2021), "公司已连续两年发布社会责任报告", "supported")


def software_told_modestly_in_words(d: Draft) -> None:
    d.without("controllable_technology")
    d.say(
        "controllable_technology",
        "software_copyright",
        "软件著作权",
        "公司拥有软件著作权2项以上",
        "supported",
    )


def patents_told_by_thirty_and_more(d: Draft) -> None:
    d.without("controllable_technology")
    d.say(
        "controllable_technology",
        "patent_invention",
        "发明专利",
        "公司拥有有效发明专利九十余件",
        "unsupported",
    )


def patents_denied(d: Draft) -> None:
    """A clerk who says that there are none, though the cell counts some: no claim in the box."""
    d.without("controllable_technology")
    d.say("controllable_technology", "patent_invention", "发明专利", "公司暂无PCT发明专利", "not_claimed")


def cases_of_the_sister(d: Draft) -> None:
    d.without("industry_digitalisation")
    d.app = replace(d.app, papers=[p for p in d.app.papers if not (p.type == "application_contract" and p.section == EMPOWERING)])  # fmt: skip
    already = sum(p.type == "application_contract" for p in d.app.papers)
    firms = d.chance.sample(d.others(), 4)
    for n, firm in enumerate(firms):
        holder = sister_of(d) if n else d.me
        d.papers(fact_paper("application_contract", EMPOWERING, number=f"SX{n}-{d.chance.randrange(10**4)}", holder=holder, customer=firm.name, date=date(2020, 1 + n, 11), title="车间数据采集项目合同"))  # fmt: skip
    d.say(
        "industry_digitalisation",
        "case_count",
        "案例",
        f"近三年公司实施数字化服务案例{already + 4}个",
        "unsupported",
    )


ENDED_BY_TERM = ended("专利权有效期届满", "2021-11-30")
