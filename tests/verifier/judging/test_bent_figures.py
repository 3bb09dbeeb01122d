"""Figures of another time, product, scope or house, each beside its honest twin."""

import pytest

from extractors.exhibit import Exhibit
from extractors.narrative.reading import read_narrative
from registries.record import Record
from tests.verifier.factory import APPLICANT, CODE, PARENT, Desk, paper, patent_no, record, row
from verifier.verdict import Flag, Verdict

S, U, N = Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW


def box(key: str, sentence: str, *papers: Exhibit, records: tuple[Record, ...] = ()) -> Verdict:
    return Desk(_laid(papers), records).box(key, *read_narrative(sentence, key))


def _laid(papers: tuple[Exhibit, ...]) -> tuple[Exhibit, ...]:
    return tuple(Exhibit(f"p{n}", p.file, p.sha256, p.pages, p.type, p.facts, p.rows, p.flags) for n, p in enumerate(papers))


def cell(key: str, says: float | str, *papers: Exhibit, records: tuple[Record, ...] = (), ticked: tuple[str, ...] = ()) -> Verdict:
    return Desk(_laid(papers), records).one(key, says, ticked)


def report(**facts: object) -> Exhibit:
    usual = {"holder": APPLICANT, "issuer": "赛迪顾问", "product": "边缘智能网关", "share": 12.6, "rank": 3, "scope": "全国", "year": 2021}
    return paper("market_share_report", **{**usual, **facts})  # type: ignore[arg-type]


MARKET = {
    "of the product": ("公司边缘网关国内市场占有率12.6%", report(), S),
    "of another product": ("公司数据中台软件国内市场占有率12.6%", report(), N),
    "of no product": ("公司主导产品国内市场占有率12.6%", report(), S),
    "of a trade that the report does not name": ("公司位居工业互联网行业国内第3", report(), N),
    "of a trade that it names": ("公司位居边缘网关行业国内第3", report(), S),
    "of a country that it does not name": ("公司边缘网关国内市场占有率12.6%", report(scope=""), N),
    "of nowhere, as it says": ("公司边缘网关市场占有率12.6%", report(scope=""), S),
    "of nowhere, and it says of the province": ("公司边缘网关市场占有率12.6%", report(scope="浙江省"), N),
    "of the province": ("公司边缘网关省内市场占有率12.6%", report(scope="浙江省"), S),
    "of a year that was not read": ("2021年公司边缘网关国内市场占有率12.6%", report(year=""), N),
    "of a year, by the day of the letter": ("2021年公司边缘网关国内市场占有率12.6%", report(year="", date="2022-02-01"), S),
    "of after the day": ("公司边缘网关国内市场占有率12.6%", report(year=2022, date="2022-09-01"), N),
    "by an institute of the house": ("公司边缘网关国内市场占有率12.6%", report(issuer="宁波甬江数字经济研究院"), N),
}  # fmt: skip


@pytest.mark.parametrize("story", MARKET)
def test_market(story: str) -> None:
    sentence, paper_, flag = MARKET[story]
    assert box("market_share", sentence, paper_).flag is flag


def audit(year: int = 2021, **facts: object) -> Exhibit:
    return paper("audit_report", **{"holder": APPLICANT, "year": year, "revenue_wan": 11960.3, "rd_wan": 700.0, **facts})  # type: ignore[arg-type]


THREE = tuple(audit(year) for year in (2019, 2020, 2021))
WORDS = {
    "three years added up": ("近三年累计研发投入2100万元", THREE, S),
    "more than three years add up to": ("近三年累计研发投入3000万元", THREE, U),
    "one year told as three": ("近三年累计研发投入700万元", THREE, U),
    "three years, of which one is missing": ("近三年累计研发投入2100万元", THREE[1:], N),
    "as exactly as it is printed": ("2021年公司实现营业收入1.2亿元", THREE, S),
    "over": ("2021年公司营业收入超过1亿元", THREE, S),
    "not over": ("2021年公司营业收入超过2亿元", THREE, U),
}


@pytest.mark.parametrize("story", WORDS)
def test_amounts_in_words(story: str) -> None:
    sentence, papers, flag = WORDS[story]
    assert box("controllable_technology", sentence, *papers).flag is flag


def insured(count: int = 200, period: str = "2021-12", **facts: object) -> Exhibit:
    return paper("social_insurance_list", **{"holder": APPLICANT, "count": count, "period": period, **facts})  # type: ignore[arg-type]


def returned(**facts: object) -> Exhibit:
    return paper("employment_statistics", **{"holder": APPLICANT, "year": 2021, "employees": 200, "rd_staff": 80, **facts})  # type: ignore[arg-type]


ROSTER = paper("staff_roster", holder=APPLICANT, title="研发人员花名册", rows=(row(person="章一"), row(person="李二")))
ELSEWHERE = insured(2, holder=PARENT, rows=(row(person="章一"), row(person="李二")))
TAX = paper("tax_payment_certificate", holder=APPLICANT, amount=600.0, year=2021, number="330201")
LAND = paper("land_certificate", holder=APPLICANT, area_mu=20.0)
RATED = record("credit_ratings", "k", uscc=CODE, company=APPLICANT, grade="优秀", date="2022-03-01")


def credit(**facts: object) -> Exhibit:
    usual = {"holder": APPLICANT, "uscc": CODE, "grade": "优秀", "date": "2022-03-01"}
    return paper("credit_report_public", **{**usual, **facts})  # type: ignore[arg-type]


def statistics(**facts: object) -> Exhibit:
    return paper("platform_statistics", **{"holder": APPLICANT, "devs": 860, "apps": 120, **facts})  # type: ignore[arg-type]


CELLS = {
    "insured of december": ("employees_total", 200, (insured(),), S),
    "insured of years ago": ("employees_total", 200, (insured(period="2018-06"),), N),
    "insured of after the day": ("employees_total", 200, (insured(period="2023-03"),), N),
    "a share": ("rd_staff_ratio", 40.0, (returned(), insured()), S),
    "a share of fewer people than are insured": ("rd_staff_ratio", 80.0, (returned(employees=100), insured()), N),
    "a share of years ago": ("rd_staff_ratio", 40.0, (returned(year=2019),), N),
    "people whom the parent insures": ("rd_staff_ratio", 40.0, (ROSTER, insured(5), ELSEWHERE), N),
    "taxes": ("tax_per_mu.2021", 30.0, (TAX, LAND), S),
    "one certificate of taxes printed twice": ("tax_per_mu.2021", 60.0, (TAX, TAX, LAND), U),
    "an audit that says its figures are wrong": ("revenue.2021", 11960.3, (audit(opinion="否定意见"),), N),
    "an audit that says nothing against them": ("revenue.2021", 11960.3, (audit(opinion="标准无保留意见"),), S),
    "applications, as many as are listed": ("integrated_apps_count", 120, (statistics(listed=120),), S),
    "applications, more than are listed": ("integrated_apps_count", 120, (statistics(listed=45),), N),
    "somewhat fewer developers than there are": ("developers_count", 800, (statistics(),), S),
    "the company's own standard": ("standards_led", 1, (paper("local_or_group_standard", number="Q/YJ 001—2021", drafters=APPLICANT),), U),
}  # fmt: skip


@pytest.mark.parametrize("story", CELLS)
def test_cells(story: str) -> None:
    key, says, papers, flag = CELLS[story]
    assert cell(key, says, *papers).flag is flag


def test_credit_reports_without_a_day_or_under_another_name() -> None:
    for facts, flag in (({}, S), ({"date": ""}, N), ({"holder": PARENT}, N)):
        assert cell("public_credit_grade", "优秀", credit(**facts), records=(RATED,)).flag is flag


def test_a_cloud_is_proved_by_who_buys_it_and_while_it_runs() -> None:
    def bought(**facts: object) -> Exhibit:
        return paper("cloud_contract", **{"holder": APPLICANT, "vendor": "阿里云计算有限公司", "items": "云服务器ECS", **facts})  # type: ignore[arg-type]

    for facts, flag in (({}, S), ({"holder": "宁波甲轴承有限公司", "vendor": APPLICANT}, U), ({"period": "2016-01-01至2016-12-31"}, N), ({"period": "2021-01-01至2021-12-31"}, S)):
        assert cell("cloud_facilities", "", bought(**facts), ticked=("云服务器",)).flag is flag


TITLE = "一种设备状态数据的采集装置"
TERMS = {
    "a utility model of nine years": (2, "实用新型", "2013-05-01", S),
    "a utility model of eleven years": (2, "实用新型", "2011-03-01", U),
    "a design of eleven years": (3, "外观设计", "2011-03-01", U),
    "a design of four years": (3, "外观设计", "2018-03-01", S),
}


@pytest.mark.parametrize("story", TERMS)
def test_terms_of_rights(story: str) -> None:
    kind, name, filed, flag = TERMS[story]
    number = patent_no(1, kind=kind)
    sheet = paper({2: "utility_model_certificate", 3: "design_patent_certificate"}[kind], number=number, title=TITLE, holder=APPLICANT)
    known = record("patents", "p", application_no=number, kind=name, title=TITLE, owners=APPLICANT, filing_date=filed, grant_date="2019-01-01", status="有效")
    assert box("controllable_technology", f"公司拥有{name}专利1件", sheet, records=(known,)).flag is flag


DRAFTERS = f"{APPLICANT};宁波大学;中国电子技术标准化研究院"


def test_the_prefix_tells_the_level_of_a_standard() -> None:
    def standard(number: str) -> tuple[Exhibit, Record]:
        sheet = paper("national_standard", number=number, title="边缘网关 技术要求", drafters=DRAFTERS)
        return sheet, record("standards", number, standard_no=number, title="边缘网关 技术要求", drafters=DRAFTERS, publish_date="2020-09-29", status="现行")

    for number, flag in (("GB/T 40001—2021", S), ("T/ZJSEE 0007—2021", U)):
        sheet, known = standard(number)
        assert box("controllable_technology", "牵头制定国家标准1项", sheet, records=(known,)).flag is flag
    (one, first), (two, second) = standard("GB/T 40001—2021"), standard("YD/T 3800—2021")
    assert box("controllable_technology", "主持或参与制定国家、行业标准2项", one, two, records=(first, second)).flag is S


def invention(granted: str) -> tuple[Exhibit, Record]:
    number = patent_no(1)
    sheet = paper("invention_patent_certificate", number=number, title=TITLE, holder=APPLICANT)
    return sheet, record("patents", "p", application_no=number, kind="发明", title=TITLE, owners=APPLICANT, grant_date=granted, status="有效")


@pytest.mark.parametrize(
    ("sentence", "granted", "flag"),
    [
        ("近三年新增授权发明专利1件", "2020-03-04", S),
        ("近三年新增授权发明专利1件", "2016-03-04", N),
        ("2021年新增授权发明专利1件", "", N),
        ("拥有发明专利1件", "2016-03-04", S),
        ("拥有国际发明专利1件", "2020-03-04", N),
        ("拥有PCT专利1件", "2020-03-04", N),
        ("拥有国内外发明专利1件", "2020-03-04", S),
    ],
)
def test_patents_of_years_and_of_other_offices(sentence: str, granted: str, flag: Flag) -> None:
    sheet, known = invention(granted)
    assert box("controllable_technology", sentence, sheet, records=(known,)).flag is flag


@pytest.mark.parametrize(
    ("option", "items", "flag"),
    [
        ("公有云", "云服务器ECS", S),
        ("公有云", "专有云Apsara Stack", U),
        ("私有云", "专有云Apsara Stack", S),
        ("混合云", "专有云ECS", U),
        ("混合云", "公共云ECS；专有云", S),
    ],
)
def test_a_private_cloud_of_a_public_vendor(option: str, items: str, flag: Flag) -> None:
    bought = paper("cloud_contract", holder=APPLICANT, vendor="阿里云计算有限公司", items=items)
    assert cell("cloud_deployment", "", bought, ticked=(option,)).flag is flag
