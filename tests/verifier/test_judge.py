"""The face: every claim gets a verdict, and none is supported without proof."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.exhibit import Exhibit
from tests.verifier.factory import APPLICANT, CODE, Desk, claim, company, mention, paper, record
from verifier.judge import JUDGES
from verifier.rules import load_rules
from verifier.verdict import Flag, Outcome

FILLED: dict[str, str | int | float] = {
    "company_name": APPLICANT,
    "org_code": CODE,
    "legal_representative": "张三丰",
    "registered_capital": "2900万元",
    "address": "宁波市高新区聚贤路233号",
    "company_nature": "民营",
    "public_credit_grade": "良好",
    "revenue.2021": 23150.0,
    "rd_expense.2021": 1852.0,
    "revenue_growth.2021": 24.46,
    "profit_margin.2021": 9.0,
    "rd_ratio.2021": 8.0,
    "invention_patents_valid": 1,
    "software_copyrights": 1,
    "standards_led": 1,
    "standards_participated": 1,
    "brand_honours": "2020年入选浙江制造精品。",
    "innovation_performance": "获浙江省科学技术进步奖。",
    "full_business_digitalisation": "列入大数据应用示范企业。",
    "security_technology": "通过三级备案。",
    "cloud_honours": "上云标杆",
    "employees_total": 386,
    "tax_per_mu.2021": 31.2,
    "rd_staff_ratio": 44.56,
    "edu_title_staff_ratio": 77.2,
    "main_business_scope": "工业软件的研发和销售",
    "market_share": "国内市场占有率12.6%。",
    "leading_talent": "省级领军型团队1个。",
    "controllable_technology": "技术自主可控。",
    "cloud_deployment": "公有云",
    "cloud_facilities": "云服务器",
    "service_model": "买断式",
    "cloud_native_platform": "甬云平台",
    "security_management": "制度18项。",
    "open_platforms": "省级企业研究院。",
    "developers_count": 3200,
    "integrated_apps_count": 542,
    "consortia": "牵头组建创新联合体。",
    "platform_community": "社区生态良好。",
    "open_source": "Apache项目PMC成员。",
    "industry_digitalisation": "案例108个。",
    "social_digitalisation": "发布社会责任报告。",
    "replicable": "适配3个行业。",
    "benchmark_effect": "3家客户入选未来工厂。",
}
CONTACTS = {"application_contact": "王小明", "phone": "0574-87654321", "email": "a@example.com"}


def test_every_claim_that_has_a_judge_is_filled_in_here() -> None:
    assert {key.partition(".")[0] for key in FILLED} | set(CONTACTS) == set(JUDGES)


@pytest.mark.parametrize("key", FILLED)
def test_without_papers_nothing_is_supported(key: str) -> None:
    verdict = Desk().one(key, FILLED[key])
    assert verdict.flag in (Flag.UNSUPPORTED, Flag.NEEDS_REVIEW)


@pytest.mark.parametrize("key", CONTACTS)
def test_contacts_claim_nothing_unless_they_are_written_wrong(key: str) -> None:
    verdict = Desk().one(key, CONTACTS[key])
    assert (verdict.flag, verdict.flags) == (Flag.NOT_CLAIMED, ("PERSONAL_DATA",))
    assert Desk().one(key, "0574-123 @").flag is Flag.NEEDS_REVIEW


def test_what_no_judge_knows_goes_to_a_person() -> None:
    verdict = Desk().one("a_cell_of_next_years_form", 386)
    assert (verdict.flag, verdict.reasons) == (Flag.NEEDS_REVIEW, ("NOT_JUDGED",))


@pytest.mark.parametrize("key", FILLED)
def test_what_is_left_to_a_person_is_asked_as_a_question(key: str) -> None:
    verdict = Desk(unread=1).one(key, FILLED[key])
    assert verdict.flag is not Flag.NEEDS_REVIEW or verdict.question


@pytest.mark.parametrize("text", ["", "无", "—", "/"])
@pytest.mark.parametrize("key", ["invention_patents_valid", "brand_honours", "market_share"])
def test_a_blank_field_claims_nothing(key: str, text: str) -> None:
    verdict = Desk().one(key, text)
    assert (verdict.flag, verdict.outcome) == (Flag.NOT_CLAIMED, Outcome.NOT_CLAIMED)


def test_verdicts_come_in_the_forms_order() -> None:
    claims = [claim(key, text) for key, text in FILLED.items()]
    assert [v.key for v in Desk().judge(*claims)] == list(FILLED)


def test_every_reason_has_words_for_the_reviewer() -> None:
    rules = load_rules()
    codes = {rule for table in rules.counts.values() for rule in table.lookalikes.values()}
    assert codes <= set(rules.reasons)
    assert not any("造假" in words for words in rules.reasons.values())


_TYPES = sorted(load_rules().registries) + [
    "works_registration_certificate",
    "unrecognised",
    "hitech_certificate",
]
_TEXTS = {
    "number": ["2018100000011", "2021SR0970846", "GB/T 36624—2018", "33020012345-21001", "GR202033100888"],
    "title": ["一种边缘网关装置", "甬云数据中台软件"],
    "holder": [APPLICANT, "浙江甬江控股集团有限公司"],
    "drafters": [f"{APPLICANT};中国信息通信研究院", "中国信息通信研究院"],
    "uscc": [CODE],
    "grade": ["良好", "二等奖"],
    "award": ["浙江制造精品", "浙江省科学技术进步奖", "浙江省上云标杆企业"],
    "year": ["2020", "2021"],
    "level": ["3", "省内"],
    "legal_representative": ["张三丰"],
    "capital": ["2900"],
}


@st.composite
def _papers(draw: st.DrawFn) -> tuple[Exhibit, ...]:
    kinds = draw(st.lists(st.sampled_from(_TYPES), max_size=6))
    return tuple(
        paper(
            kind,
            f"x{i}",
            **{k: draw(st.sampled_from(v)) for k, v in _TEXTS.items() if draw(st.booleans())},  # type: ignore[arg-type]
        )
        for i, kind in enumerate(kinds)
    )


@settings(max_examples=150, deadline=None)
@given(_papers(), st.booleans())
def test_papers_that_no_registry_confirms_support_nothing_that_a_registry_is_kept_of(
    papers: tuple[Exhibit, ...], loaded: bool
) -> None:
    mentions = {
        "brand_honours": (mention("honour", "浙江制造精品", 2020),),
        "innovation_performance": (mention("award", "浙江省科学技术进步奖", 2020),),
        "security_technology": (mention("security_filing", "云服务平台", level="3"),),
        "full_business_digitalisation": (mention("honour", "浙江省大数据应用示范企业", 2020),),
    }
    kinds = None if loaded else frozenset[str]()
    desk = Desk(papers, (), company=None, loaded=kinds, mentions=mentions)
    for verdict in desk.judge(*(claim(key, text) for key, text in FILLED.items())):
        assert verdict.flag is not Flag.SUPPORTED, verdict.key
        assert all(item.flag is not Flag.SUPPORTED for item in verdict.items)


def test_a_record_without_a_paper_is_no_proof() -> None:
    entry = record(
        "patents", "p", application_no="201810000001.1", kind="发明", owners=APPLICANT, status="有效"
    )
    verdict = Desk((), (entry,), company=company()).one("invention_patents_valid", 1)
    assert (verdict.flag, verdict.outcome) == (Flag.UNSUPPORTED, Outcome.NO_EVIDENCE)
