"""Figures of the form: money, people, taxes, credit, the company itself."""

from typing import Any

from bench.constellations.fourth.desk import (
    CODE,
    ME,
    OTHER,
    PARENT,
    REFUSED,
    SISTER,
    N,
    S,
    Situation,
    paper,
    record,
    row,
)
from extractors.exhibit import Exhibit
from registries.record import Record


def audit(year: int = 2021, **facts: Any) -> Exhibit:
    """An audit report, in 万元."""
    usual = {"holder": ME, "year": year, "revenue_wan": 10000.0, "prior_revenue_wan": 8000.0, "profit_wan": 900.0, "rd_wan": 700.0,
             "net_profit_wan": 800.0, "issuer": "天健会计师事务所"}  # fmt: skip
    return paper("audit_report", **{k: v for k, v in {**usual, **facts}.items() if v is not None})


def insured(count: int = 200, period: str = "2021-12", **facts: Any) -> Exhibit:
    """A proof of insurance."""
    return paper("social_insurance_list", **{"holder": ME, "count": count, "period": period, **facts})


def returned(**facts: Any) -> Exhibit:
    """A statistical return."""
    usual = {"holder": ME, "year": 2021, "employees": 200, "rd_staff": 80, "skilled": 150}
    return paper("employment_statistics", **{**usual, **facts})


def people(names: str, **facts: Any) -> Exhibit:
    """A roster."""
    rows = tuple(row(person=n, department="研发部") for n in names.split())
    return paper("staff_roster", rows, **{"holder": ME, "title": "研发人员花名册", **facts})


def credit(grade: str = "优秀", date: str = "2022-03-01", **facts: Any) -> Exhibit:
    """A public credit report."""
    return paper("credit_report_public", **{"holder": ME, "uscc": CODE, "grade": grade, "date": date, **facts})


def rated(grade: str = "优秀", date: str = "2022-03-01", **values: str) -> Record:
    """What the credit platform keeps."""
    return record("credit_ratings", **{"uscc": CODE, "company": ME, "grade": grade, "date": date, "score": "900", **values})


def licence(**facts: Any) -> Exhibit:
    """The business licence."""
    usual = {"holder": ME, "uscc": CODE, "legal_representative": "方知远", "capital": "3200万元", "address": "浙江省宁波市高新区潮汐路18号",
             "company_type": "有限责任公司(自然人投资或控股)", "scope": "工业互联网数据服务；软件开发；信息系统集成服务"}  # fmt: skip
    return paper("business_licence", **{**usual, **facts})


YEAR = (("revenue.2019", 6000.0), ("revenue.2020", 8000.0))
SITUATIONS = (
    Situation("revenue as audited", "revenue.2021", 10000.0, S, (audit(),)),
    Situation("revenue of the group", "revenue.2021", 25000.0, REFUSED, (audit(consolidated_revenue_wan=25000.0),)),
    Situation("revenue of the group, report gives it alone", "revenue.2021", 25000.0, (S, N), (audit(revenue_wan=25000.0, statement="合并"),), why="supported with SCOPE_GROUP"),
    Situation("revenue from a report marked as group's, told by a flag", "revenue.2021", 25000.0, (S, N), (audit(revenue_wan=25000.0, flags=("CONSOLIDATED",)),)),
    Situation("revenue of the parent's report", "revenue.2021", 10000.0, REFUSED, (audit(holder=PARENT),)),
    Situation("revenue of the year before by the next report's column", "revenue.2020", 8000.0, S, (audit(),)),
    Situation("revenue in thousand", "revenue.2021", 100000.0, REFUSED, (audit(),)),
    Situation("revenue rounded up to the next hundred", "revenue.2021", 10000.0, REFUSED, (audit(revenue_wan=9951.2),)),
    Situation("revenue rounded to the unit", "revenue.2021", 9951.0, S, (audit(revenue_wan=9951.2),)),
    Situation("revenue rounded up to the unit above", "revenue.2021", 9952.0, REFUSED, (audit(revenue_wan=9951.2),)),
    Situation("two reports of one year, the higher claimed", "revenue.2021", 12000.0, REFUSED, (audit(), audit(revenue_wan=12000.0))),
    Situation("report without an opinion", "revenue.2021", 10000.0, (S, N), (audit(opinion="无法表示意见"),), why="a disclaimer assures nothing"),
    Situation("report that refuses to judge", "revenue.2021", 10000.0, REFUSED, (audit(opinion="否定意见"),), why="an adverse opinion says that the figures are wrong"),
    Situation("report with a clean opinion", "revenue.2021", 10000.0, S, (audit(opinion="标准无保留意见"),)),
    Situation("unsealed report", "revenue.2021", 10000.0, (S, N), (audit(flags=("UNSEALED",)),)),
    Situation("report with a broken signature", "revenue.2021", 10000.0, REFUSED, (audit(flags=("SIGNATURE_BROKEN",)),)),
    Situation("monthly statement of the company, no audit", "revenue.2021", 10000.0, REFUSED, (paper("news_or_screenshot", holder=ME, year=2021, revenue_wan=10000.0),)),
    Situation("tax return in place of an audit", "revenue.2021", 10000.0, (S, N), (paper("employment_statistics", holder=ME, year=2021, revenue_wan=10000.0),)),
    Situation("growth of the wrong base", "revenue_growth.2021", 20.0, REFUSED, (audit(),)),
    Situation("growth", "revenue_growth.2021", 25.0, S, (audit(),)),
    Situation("growth with the form's own revenue only", "revenue_growth.2020", 33.3, REFUSED, (), beside=YEAR),
    Situation("growth rounded to whole", "revenue_growth.2021", 26.0, S, (audit(revenue_wan=10040.0),), why="relabelled: 25.5 is printed as 26"),
    Situation("margin of net profit", "profit_margin.2021", 8.0, REFUSED, (audit(),)),
    Situation("margin", "profit_margin.2021", 9.0, S, (audit(),)),
    Situation("loss told as profit", "profit_margin.2021", 9.0, REFUSED, (audit(profit_wan=-900.0),)),
    Situation("loss told as loss", "profit_margin.2021", -9.0, S, (audit(profit_wan=-900.0),)),
    Situation("research by the special audit in one year, by the auditor in another", "rd_expense.2021", 950.0, REFUSED, (audit(), audit(2020, rd_wan=600.0), paper("rd_special_audit", holder=ME, year=2021, rd_wan=950.0)), beside=(("rd_expense.2020", 600.0),)),
    Situation("research by the special audit in every year", "rd_expense.2021", 950.0, S, (audit(), paper("rd_special_audit", holder=ME, year=2021, rd_wan=950.0))),
    Situation("ratio of one definition over another's revenue", "rd_ratio.2021", 9.5, (S, N), (audit(), paper("rd_special_audit", holder=ME, year=2021, rd_wan=950.0))),
    Situation("ratio with the amount by another definition", "rd_ratio.2021", 9.5, REFUSED, (audit(), paper("rd_special_audit", holder=ME, year=2021, rd_wan=950.0)), beside=(("rd_expense.2021", 700.0),)),
    Situation("ratio of the parent's research", "rd_ratio.2021", 20.0, REFUSED, (audit(), paper("rd_special_audit", holder=PARENT, year=2021, rd_wan=2000.0))),
    # --- in words
    Situation("revenue in words, hundred million", "controllable_technology", "2021年公司实现营业收入1亿元", S, (audit(),)),
    Situation("revenue in words, above", "controllable_technology", "2021年公司实现营业收入1.2亿元", REFUSED, (audit(),)),
    Situation("revenue in words, to a tenth of a hundred million", "controllable_technology", "2021年公司实现营业收入1.2亿元", S, (audit(revenue_wan=11960.3),)),
    Situation("revenue in words, over a hundred million", "controllable_technology", "2021年公司营业收入超过1亿元", S, (audit(revenue_wan=11960.3),)),
    Situation("revenue in words, over two hundred million", "controllable_technology", "2021年公司营业收入超过2亿元", REFUSED, (audit(revenue_wan=11960.3),)),
    Situation("research over revenue in words", "controllable_technology", "2021年研发投入占营业收入9.5%", REFUSED, (audit(),)),
    Situation("sum of three years told as one", "controllable_technology", "2021年公司研发费用2100万元", REFUSED, (audit(), audit(2020), audit(2019))),
    Situation("sum of three years", "controllable_technology", "近三年累计研发投入2100万元", (S, N), (audit(), audit(2020), audit(2019))),
    Situation("sum of three years above", "controllable_technology", "近三年累计研发投入3000万元", REFUSED, (audit(), audit(2020), audit(2019))),
    Situation("last year's amount told as the sum of three", "controllable_technology", "近三年累计研发投入700万元", REFUSED, (audit(), audit(2020), audit(2019)), why="not false, but not what the paper says"),
    Situation("contracts told as revenue", "controllable_technology", "2021年公司实现营业收入1亿元", REFUSED, (paper("application_contract", holder=ME, customer=OTHER, amount=10000.0, number="1", date="2021-01-01"),)),
    # --- people
    Situation("insured of december", "employees_total", 200, S, (insured(),)),
    Situation("insured of the group", "employees_total", 200, REFUSED, (insured(holder=PARENT),)),
    Situation("insured of years ago", "employees_total", 200, REFUSED, (insured(period="2018-06"),)),
    Situation("insured of spring", "employees_total", 200, S, (insured(period="2022-03"),)),
    Situation("insured of after the day", "employees_total", 200, REFUSED, (insured(period="2023-03"),)),
    Situation("two months of insured, one fits", "employees_total", 320, REFUSED, (insured(320, "2021-03"), insured(200, "2021-12"))),
    Situation("branch and head office as one sum", "employees_total", 320, REFUSED, (insured(200), insured(120, holder=f"{ME}杭州分公司")), why="a branch may count; a person says"),
    Situation("share of researchers", "rd_staff_ratio", 40.0, S, (returned(),)),
    Situation("share of researchers over fewer insured", "rd_staff_ratio", 80.0, REFUSED, (returned(employees=100), insured())),
    Situation("roster of researchers of another company", "rd_staff_ratio", 40.0, REFUSED, (people("章一 李二", holder=SISTER), insured(5))),
    Situation("roster whose people are insured elsewhere", "rd_staff_ratio", 40.0, REFUSED, (people("章一 李二"), insured(5), insured(2, holder=SISTER, rows=(row(person="章一"), row(person="李二"))))),
    Situation("roster whose people are insured here", "rd_staff_ratio", 40.0, S, (people("章一 李二"), insured(5, rows=tuple(row(person=n) for n in ("章一", "李二", "王三", "赵四", "孙五"))))),
    Situation("return of 2019", "rd_staff_ratio", 40.0, REFUSED, (returned(year=2019),)),
    Situation("return of 2021", "edu_title_staff_ratio", 75.0, S, (returned(),)),
    Situation("return of the parent", "edu_title_staff_ratio", 75.0, REFUSED, (returned(holder=PARENT),)),
    # --- taxes
    Situation("taxes over land", "tax_per_mu.2021", 30.0, S, (paper("tax_payment_certificate", holder=ME, amount=600.0, year=2021), paper("land_certificate", holder=ME, area_mu=20.0))),
    Situation("taxes of two years over land", "tax_per_mu.2021", 60.0, REFUSED, (paper("tax_payment_certificate", holder=ME, amount=600.0, year=2021), paper("tax_payment_certificate", holder=ME, amount=600.0, year=2020), paper("land_certificate", holder=ME, area_mu=20.0))),
    Situation("one tax certificate printed twice", "tax_per_mu.2021", 60.0, REFUSED, (paper("tax_payment_certificate", holder=ME, amount=600.0, year=2021, number="330201"), paper("tax_payment_certificate", holder=ME, amount=600.0, year=2021, number="330201"), paper("land_certificate", holder=ME, area_mu=20.0))),
    Situation("half the land left out", "tax_per_mu.2021", 30.0, (S, N), (paper("tax_payment_certificate", holder=ME, amount=600.0, year=2021), paper("land_certificate", holder=ME, area_mu=20.0), paper("land_certificate", holder=PARENT, area_mu=20.0))),
    Situation("list of the year beside one's own reckoning", "tax_per_mu.2021", 30.0, REFUSED, (paper("mu_benefit_result", holder=ME, tax_per_mu=21.0, year=2021), paper("tax_payment_certificate", holder=ME, amount=600.0, year=2021), paper("land_certificate", holder=ME, area_mu=20.0))),
    Situation("list without a year", "tax_per_mu.2021", 21.0, (N, S), (paper("mu_benefit_result", holder=ME, tax_per_mu=21.0),)),
    # --- credit
    Situation("good told as excellent", "public_credit_grade", "优秀", REFUSED, (credit("良好"),), (rated("良好"),)),
    Situation("excellent", "public_credit_grade", "优秀", S, (credit(),), (rated(),)),
    Situation("excellent a year ago, good now", "public_credit_grade", "优秀", REFUSED, (credit(date="2021-03-01"),), (rated(date="2021-03-01"), rated("良好", "2022-02-01"))),
    Situation("report of a year ago, same grade now", "public_credit_grade", "优秀", REFUSED, (credit(date="2021-03-01"),), (rated(),), why="180 days"),
    Situation("report after the day", "public_credit_grade", "优秀", REFUSED, (credit(date="2022-09-01"),), (rated("良好"), rated("优秀", "2022-09-01"))),
    Situation("report after the day, same grade before", "public_credit_grade", "优秀", (S, N), (credit(date="2022-05-01"),), (rated(), rated("优秀", "2022-05-01"))),
    Situation("report without a day", "public_credit_grade", "优秀", REFUSED, (paper("credit_report_public", holder=ME, uscc=CODE, grade="优秀"),), (rated(),), why="its age is not known"),
    Situation("report of the sister with one's own code", "public_credit_grade", "优秀", REFUSED, (credit(holder=SISTER),), (rated(),)),
    Situation("report of the sister", "public_credit_grade", "优秀", REFUSED, (paper("credit_report_public", holder=SISTER, grade="优秀", date="2022-03-01"),), (rated(),)),
    Situation("grade in letters", "public_credit_grade", "A", S, (credit(),), (rated(),)),
    Situation("bank's AAA", "public_credit_grade", "AAA", REFUSED, (credit(),), (rated(),)),
    # --- the company
    Situation("capital as registered", "registered_capital", "3200万元", S, (licence(),)),
    Situation("capital tenfold", "registered_capital", "32000万元", REFUSED, (licence(),)),
    Situation("capital of dollars", "registered_capital", "3200万美元", REFUSED, (licence(),)),
    Situation("old licence with more capital, form by the old one", "registered_capital", "5000万元", REFUSED, (licence(capital="5000万元"),)),
    Situation("representative of before", "legal_representative", "方致远", REFUSED, (licence(legal_representative="方致远"),)),
    Situation("representative", "legal_representative", "方知远", S, (licence(),)),
    Situation("code of the parent", "org_code", "91330201MA2AGX576R", REFUSED, (licence(),)),
    Situation("code", "org_code", CODE, S, (licence(),)),
    Situation("nature: state's by a private company", "company_nature", "", REFUSED, (licence(),), (), ("国有",)),
    Situation("nature: private", "company_nature", "", S, (licence(),), (), ("民营（含私营）",)),
    Situation("address elsewhere", "address", "浙江省杭州市滨江区网商路1号", REFUSED, (licence(),)),
    Situation("business not on the licence", "main_business_scope", "人工智能芯片设计", REFUSED, (licence(),)),
    Situation("business on the licence", "main_business_scope", "工业互联网数据服务、软件开发", S, (licence(),)),
    # --- cloud
    Situation("cloud security ticked, servers bought", "cloud_facilities", "", REFUSED, (paper("cloud_contract", holder=ME, vendor="阿里云计算有限公司", items="云服务器ECS"),), (), ("云安全",)),
    Situation("servers ticked and bought", "cloud_facilities", "", S, (paper("cloud_contract", holder=ME, vendor="阿里云计算有限公司", items="云服务器ECS"),), (), ("云服务器",)),
    Situation("cloud sold, not bought", "cloud_facilities", "", REFUSED, (paper("cloud_contract", holder=OTHER, vendor=ME, items="云服务器"),), (), ("云服务器",)),
    Situation("cloud contract of years ago that ended", "cloud_facilities", "", REFUSED, (paper("cloud_contract", holder=ME, vendor="阿里云计算有限公司", items="云服务器ECS", period="2016-01-01至2016-12-31", date="2016-01-01"),), (), ("云服务器",)),
    Situation("private cloud told by a bill of a public one", "cloud_deployment", "", REFUSED, (paper("cloud_contract", holder=ME, vendor="阿里云计算有限公司", items="ECS"),), (), ("私有云",)),
    Situation("sold once told, yearly fee shown", "service_model", "", REFUSED, (paper("application_contract", holder=ME, customer=OTHER, title="平台年费订阅合同", number="1"),), (), ("买断式",)),
)  # fmt: skip
