"""What a company that bends its papers would try, each beside its honest twin: days, levels, acceptance, dealings.

The sentences are read as those of any form are.
"""

import pytest

from extractors.exhibit import Exhibit
from extractors.narrative.reading import read_narrative
from registries.record import Record
from tests.verifier.factory import APPLICANT, PARENT, Desk, paper, record, row
from verifier.verdict import Flag, Verdict

S, U, N = Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW
INNOVATION, SECURITY, TECHNOLOGY, CASES = "innovation_performance", "security_management", "controllable_technology", "industry_digitalisation"


def box(key: str, sentence: str, *papers: Exhibit, records: tuple[Record, ...] = ()) -> Verdict:
    laid = tuple(Exhibit(f"p{n}", p.file, p.sha256, p.pages, p.type, p.facts, p.rows, p.flags) for n, p in enumerate(papers))
    return Desk(laid, records).box(key, *read_narrative(sentence, key))


def task(**facts: object) -> Exhibit:
    usual = {"holder": APPLICANT, "title": "港口装备智能运维", "number": "2020C01032", "programme": "浙江省重点研发计划", "date": "2020-03-01"}
    return paper("major_project", **{**usual, **facts})  # type: ignore[arg-type]


ACCEPTED = task(conclusion="通过验收", date="2021-12-20")
SECOND = {"number": "2020C01099", "title": "数字孪生平台"}
LED = "牵头承担浙江省重点研发计划项目"
PROJECTS = {
    "led, nothing said of its acceptance": (f"{LED}1项", (task(),), S),
    "accepted, by the task book alone": (f"{LED}1项，已通过验收", (task(),), U),
    "accepted, by its acceptance": (f"{LED}1项，已通过验收", (task(), ACCEPTED), S),
    "accepted, told in front, by the task book alone": ("已通过验收的浙江省重点研发计划项目1项", (task(),), U),
    "concluded smoothly, by the task book": (f"{LED}1项，已顺利结题", (task(),), U),
    "concluded to everybody's satisfaction, by the task book": (f"{LED}1项，已圆满结题", (task(),), U),
    "concluded, by its acceptance": (f"{LED}1项，已圆满结题", (ACCEPTED,), S),
    "accepted, and the committee said no": (f"{LED}1项，已通过验收", (task(conclusion="不予通过验收"),), U),
    "led, and the committee said no": (f"{LED}1项", (task(conclusion="不予通过验收"),), N),
    "both accepted, one acceptance": (f"{LED}2项，均已通过验收", (task(), task(**SECOND), ACCEPTED), U),
    "both accepted": (f"{LED}2项，均已通过验收", (ACCEPTED, task(**SECOND, conclusion="同意结题")), S),
    "one of two accepted": (f"{LED}2项，其中1项已通过验收", (task(), task(**SECOND), ACCEPTED), S),
    "one of two accepted, by task books": (f"{LED}2项，其中1项已通过验收", (task(), task(**SECOND)), U),
    "its acceptance without a number is no second project": (f"{LED}2项", (task(), task(number="", conclusion="通过验收")), N),
    "the state's, by the province's number": ("牵头承担国家重点研发计划项目1项", (task(programme=""),), U),
    "the state's, by nothing": ("牵头承担国家重点研发计划项目1项", (task(programme="", number="A1"),), N),
    "the state's, by its number": ("牵头承担国家重点研发计划项目1项", (task(programme="", number="2020YFB1712345"),), S),
    "begun before the three years, running in them": (f"{LED}1项", (task(date="2018-02-01", period="2018-01至2020-12"),), S),
    "over before the three years": (f"{LED}1项", (task(date="2015-02-01", period="2015-01至2017-12"),), U),
    "of after the day": (f"{LED}1项", (task(date="2022-08-01", period="2021-01至2023-12"),), N),
    "named, another one shown": (f"{LED}“数字孪生平台”", (task(),), U),
    "named": (f"{LED}“港口装备智能运维”", (task(),), S),
}  # fmt: skip


@pytest.mark.parametrize("story", PROJECTS)
def test_projects(story: str) -> None:
    sentence, papers, flag = PROJECTS[story]
    assert box(INNOVATION, sentence, *papers).flag is flag


def certificate(**facts: object) -> Exhibit:
    usual = {"holder": APPLICANT, "standard": "ISO/IEC 27001:2013", "number": "A1", "grant_date": "2021-03-02", "valid_to": "2024-03-01"}
    return paper("mgmt_system_certificate", **{**usual, **facts})  # type: ignore[arg-type]


def rule(title: str, **facts: object) -> Exhibit:
    return paper("internal_policy", **{"holder": APPLICANT, "title": title, **facts})  # type: ignore[arg-type]


def appraisal(level: str) -> Exhibit:
    return paper("tech_appraisal", holder=APPLICANT, title="边缘网关", level=level, number="1", date="2021-06-02")


PASSED = "通过ISO27001信息安全管理体系认证"
OTHERS = {
    "its end was not read, its beginning is two years old": (SECURITY, PASSED, (certificate(valid_to="", grant_date="2020-06-01"),), S),
    "its end was not read, its beginning is six years old": (SECURITY, PASSED, (certificate(valid_to="", grant_date="2016-03-02"),), N),
    "neither was read": (SECURITY, PASSED, (certificate(valid_to="", grant_date=""),), N),
    "suspended": (SECURITY, PASSED, (certificate(status="暂停"),), U),
    "since 2015, by its first day": (SECURITY, "自2015年起通过ISO27001认证", (certificate(first_date="2015-03-02"),), S),
    "two rules named, one shown": (SECURITY, "制定《数据分类分级办法》《网络安全预案》", (rule("数据分类分级办法"),), U),
    "two rules named": (SECURITY, "制定《数据分类分级办法》《网络安全预案》", (rule("数据分类分级办法"), rule("网络安全预案")), S),
    "rules of the canteen": (SECURITY, "建立网络安全管理制度2项", (rule("网络安全管理办法"), rule("食堂管理办法")), N),
    "rules of security": (SECURITY, "建立网络安全管理制度2项", (rule("网络安全管理办法"), rule("员工离岗管理办法")), S),
    "a rule of after the day": (SECURITY, "制定《数据分类分级办法》", (rule("数据分类分级办法", issued="2022-10-01"),), N),
    "leading at home": (TECHNOLOGY, "核心技术达到国际领先水平", (appraisal("国内领先"),), U),
    "leading": (TECHNOLOGY, "核心技术达到国际领先水平", (appraisal("国际领先"),), S),
    "more than is said": (TECHNOLOGY, "核心技术达到国内领先水平", (appraisal("国际先进"),), S),
    "the committee's words were not read": (TECHNOLOGY, "核心技术达到国际领先水平", (appraisal(""),), N),
    "silver told as gold": ("open_source", "公司为开放原子开源基金会黄金捐赠人", (paper("open_source_certificate", holder=APPLICANT, org="开放原子开源基金会", role="白银捐赠人"),), U),
    "gold": ("open_source", "公司为开放原子开源基金会黄金捐赠人", (paper("open_source_certificate", holder=APPLICANT, org="开放原子开源基金会", role="黄金捐赠人"),), S),
    "lines of code": ("open_source", "向OpenHarmony社区贡献代码1.2万行", (paper("open_source_certificate", holder=APPLICANT, org="OpenHarmony", contrib=12000),), S),
    "more lines of code": ("open_source", "向OpenHarmony社区贡献代码3万行", (paper("open_source_certificate", holder=APPLICANT, org="OpenHarmony", contrib=12000),), U),
    "a city's alliance": ("consortia", "牵头组建宁波市工业互联网产业联盟", (paper("consortium_document", title="宁波市工业互联网产业联盟", lead=APPLICANT),), U),
    "an alliance of nobody": ("consortia", "牵头组建甬江生态联盟", (paper("consortium_document", title="甬江生态联盟", lead=APPLICANT),), N),
    "a province's alliance": ("consortia", "牵头组建浙江省工业互联网产业联盟", (paper("consortium_document", title="浙江省工业互联网产业联盟", lead=APPLICANT),), S),
}  # fmt: skip


@pytest.mark.parametrize("story", OTHERS)
def test_certificates_rules_appraisals_alliances(story: str) -> None:
    key, sentence, papers, flag = OTHERS[story]
    assert box(key, sentence, *papers).flag is flag


A, B = "宁波甲轴承有限公司", "绍兴乙纺织有限公司"


def contract(number: str, customer: str, when: str = "2020-05-01", **facts: object) -> Exhibit:
    return paper("application_contract", **{"holder": APPLICANT, "customer": customer, "number": number, "date": when, **facts})  # type: ignore[arg-type]


UNSEALED = Exhibit("", "", "", (1,), "application_contract", contract("2", B).facts, (), ("UNSEALED",))
DEALINGS = {
    "two customers": ("案例2个", (contract("1", A), contract("2", B)), S),
    "oneself": ("案例2个", (contract("1", A), contract("2", APPLICANT)), U),
    "the parent": ("案例2个", (contract("1", A), contract("2", PARENT)), N),
    "one of the same 字号": ("案例2个", (contract("1", A), contract("2", "宁波甬江智造有限公司")), N),
    "a customer that was not read": ("案例2个", (contract("1", A), contract("2", "")), N),
    "a contract and its acceptance without a number": ("案例2个", (contract("1", A), contract("", A, conclusion="验收合格")), N),
    "a contract and its invoice": ("案例2个", (contract("1", A, amount=120.0), contract("04412345", A, amount=120.0)), N),
    "two contracts with one customer": ("案例2个", (contract("1", A, amount=120.0), contract("2", A, amount=60.0)), S),
    "a delivery that was refused": ("案例2个", (contract("1", A), contract("2", B, conclusion="验收不合格")), N),
    "one name with two legal forms": ("客户2家", (contract("1", A), contract("2", A.replace("有限公司", "有限责任公司"))), U),
    "one contract without a seal among those with one": ("案例2个", (contract("1", A), UNSEALED), N),
    "copies that show no seals": ("案例1个", (UNSEALED,), S),
}  # fmt: skip


@pytest.mark.parametrize("story", DEALINGS)
def test_dealings(story: str) -> None:
    sentence, papers, flag = DEALINGS[story]
    assert box(CASES, f"近三年服务{sentence}", *papers).flag is flag


GIANT = "专精特新“小巨人”企业"


def notice(award: str, holder: str = APPLICANT, **facts: object) -> Exhibit:
    return paper("official_notice", rows=(row(holder=holder),), **{"award": award, "level": "国家级", "year": 2021, **facts})  # type: ignore[arg-type]


def honour(year: str = "2021", name: str = GIANT, level: str = "国家级") -> Record:
    return record("honors", f"{name}{year}", list=name, company=APPLICANT, level=level, year=year)


TAKEN = "取消专精特新“小巨人”企业称号"
HONOURS = {
    "given": ((notice(GIANT),), honour(), S),
    "taken back, and the registry does not know": ((notice(GIANT, year=2020), notice(TAKEN)), honour("2020"), U),
    "taken back from another": ((notice(GIANT, year=2020), notice(TAKEN, PARENT)), honour("2020"), S),
    "taken back, and given anew": ((notice(GIANT, year=2022), notice(TAKEN)), honour("2022"), S),
    "by the notice that takes it back": ((notice(TAKEN),), honour("2020"), U),
    "run out": ((notice(GIANT, year=2018, valid_to="2021-12-31"),), honour("2018"), U),
}


@pytest.mark.parametrize("story", HONOURS)
def test_titles(story: str) -> None:
    papers, known, flag = HONOURS[story]
    assert box("brand_honours", "公司为国家级专精特新“小巨人”企业", *papers, records=(known,)).flag is flag


def test_double_a_is_no_triple_a() -> None:
    lesser = paper("association_honour", award="AA级信用企业", holder=APPLICANT)
    known = honour(name="AA级信用企业", level="协会")
    assert box("brand_honours", "公司获AAA级信用企业", lesser, records=(known,)).flag is U


def test_a_citys_first_set_is_told_as_one() -> None:
    first = paper("first_set_notice", title="边缘智能网关", level="市级", holder=APPLICANT, year=2021)
    known = record("first_sets", "f", product="边缘智能网关", level="市级", company=APPLICANT, year="2021")
    for place, flag in (("浙江省", U), ("宁波市", S)):
        assert box(INNOVATION, f"产品“边缘智能网关”被认定为{place}首台（套）产品", first, records=(known,)).flag is flag


def test_an_evaluation_that_failed_is_no_evaluation_passed() -> None:
    filing = paper("mlps_filing", holder=APPLICANT, system="甬江工业互联网平台", level="第三级", number="33020099911-21001")
    known = record("security_filings", "m", company=APPLICANT, system="甬江工业互联网平台", level="3", number="33020099911-21001")
    for conclusion, flag in (("差", U), ("良", S)):
        report = paper("mlps_report", holder=APPLICANT, system="甬江工业互联网平台", level="第三级", conclusion=conclusion, date="2021-09-01")
        assert box("security_technology", "甬江工业互联网平台通过等保三级测评", filing, report, records=(known,)).flag is flag
    assert box("security_technology", "甬江工业互联网平台完成等保三级备案", filing, report, records=(known,)).flag is S


WORDED = {
    "nearly a hundred cases, one contract": (CASES, "近三年服务案例近100个", (contract("1", A),), U),
    "nearly two cases, two contracts": (CASES, "近三年服务案例近2个", (contract("1", A), contract("2", B)), S),
    "a part of all hospitals": (CASES, "客户覆盖全国2%的三甲医院", (contract("1", A), contract("2", B)), N),
    "projects of delivery are cases": (CASES, "近三年累计实施数字化项目2个", (contract("1", A), contract("2", B)), S),
    "accepted in the next sentence, by the task book": (INNOVATION, f"{LED}1项。项目已通过省科技厅组织的验收。", (task(),), U),
    "accepted in the next sentence": (INNOVATION, f"{LED}1项。项目已通过省科技厅组织的验收。", (task(), ACCEPTED), S),
    "a plan that is no plan": (INNOVATION, "牵头承担国家重点研发计划1项", (task(programme="国家重点研发计划", number="2020YFB1712345"),), S),
    "a plan that is no plan, and none of it": (INNOVATION, "牵头承担国家重点研发计划1项", (task(),), U),
    "open source is no project of an office": ("open_source", "主导开源项目1个", (task(),), U),
    "three systems, one shown": (SECURITY, "通过ISO9001、ISO14001、ISO45001三体系认证", (certificate(standard="ISO 45001:2018"),), U),
    "a title beside what is proved": (SECURITY, "通过ISO27001认证；具有涉密信息系统集成甲级资质", (certificate(),), N),
    "praise beside what is proved": (SECURITY, "通过ISO27001认证，安全管理水平行业领先，筑牢安全防线", (certificate(),), S),
    "a member's plaque of a vice chair": ("consortia", "担任浙江省工业互联网产业联盟副理事长单位", (paper("consortium_document", title="浙江省工业互联网产业联盟", holder=APPLICANT, role="会员单位"),), U),
    "a vice chair's plaque": ("consortia", "担任浙江省工业互联网产业联盟副理事长单位", (paper("consortium_document", title="浙江省工业互联网产业联盟", holder=APPLICANT, role="副理事长单位"),), S),
}  # fmt: skip


@pytest.mark.parametrize("story", WORDED)
def test_words_that_claim_more_than_they_seem_to(story: str) -> None:
    key, sentence, papers, flag = WORDED[story]
    assert box(key, sentence, *papers).flag is flag


NAMES = {  # what is claimed, what was given
    ("国家鼓励的重点软件企业", "软件企业"): U,
    ("国家鼓励的重点软件企业", "国家鼓励的重点软件企业"): S,
    ("独角兽企业", "浙江省准独角兽企业"): U,
    ("浙江省准独角兽企业", "浙江省准独角兽企业"): S,
    ("浙江省科技领军企业", "浙江省科技小巨人企业"): U,
    ("专精特新重点“小巨人”企业", GIANT): U,
    ("浙江省智能工厂", "浙江省智能工厂"): S,
}


@pytest.mark.parametrize("names", NAMES)
def test_names_in_front_of_a_title(names: tuple[str, str]) -> None:
    claimed, given = names
    known = record("honors", "h", list=given, company=APPLICANT, level="国家级" if "浙江" not in given else "省级", year="2021")
    notice_ = paper("official_notice", rows=(row(holder=PARENT), row(holder=APPLICANT)), award=given, year=2021)
    assert box("brand_honours", f"公司获评{claimed}", notice_, records=(known,)).flag is NAMES[names]


def directory(title: str, kind: str) -> Exhibit:
    return paper("xinchuang_entry", **{"holder": APPLICANT, "title": title, "class": kind})  # type: ignore[arg-type]


LISTED = {
    "a number among praise": (SECURITY, "通过ISO27001认证，发明专利30+件", (certificate(),), N),
    "another certificate at the end of a list": (SECURITY, "通过ISO27001、CSA STAR等认证", (certificate(),), N),
    "a test result is no directory": (TECHNOLOGY, "产品入选信创产品目录", (directory("平台", "测评结果"),), U),
    "the directory": (TECHNOLOGY, "产品入选信创产品目录", (directory("平台", "目录"),), S),
    "the directory, of another product": (TECHNOLOGY, "“甬江数据库”入选信创产品目录", (directory("工业平台", "目录"),), U),
}  # fmt: skip


@pytest.mark.parametrize("story", LISTED)
def test_what_stands_beside_and_in_lists(story: str) -> None:
    key, sentence, papers, flag = LISTED[story]
    assert box(key, sentence, *papers).flag is flag
