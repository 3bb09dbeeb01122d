"""Narrative and tick boxes: each thing that a sentence claims, against its paper and its registry."""

from dataclasses import replace

import pytest

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from registries.record import Record
from tests.verifier.factory import (
    APPLICANT,
    CODE,
    FORMER,
    NEAR_NAME,
    PARENT,
    SCANNED,
    Desk,
    mention,
    paper,
    record,
    row,
)
from verifier.verdict import Flag, Item, Outcome

PRIZE, PROJECT = "浙江省科学技术进步奖", "高端装备智能运维关键技术及应用"
PARTNER = "越数（金华）信息技术股份有限公司"


def award_paper(key: str = "a1", **facts: object) -> Exhibit:
    usual: dict[str, object] = {
        "award": PRIZE,
        "title": PROJECT,
        "holder": APPLICANT,
        "grade": "二等奖",
        "year": 2020,
    }
    return paper("science_award", key, **{**usual, **facts})  # type: ignore[arg-type]


def award(key: str = "r1", **values: str) -> Record:
    usual = {"name": PRIZE, "level": "省级", "grade": "二等奖", "year": "2020", "project": PROJECT}
    return record("awards", key, **{**usual, "winners": f"{PARTNER};{APPLICANT}", **values})


def claimed_award(**more: object) -> Mention:
    usual: dict[str, object] = {"project": PROJECT, "grade": "二等奖", "level": "省"}
    return mention("award", PRIZE, 2020, **{**usual, **more})


def item_of(desk: Desk, box: str, wanted: Mention) -> Item:
    verdict = desk.box(box, wanted)
    (item,) = verdict.items
    assert verdict.flag is item.flag
    return item


AWARDS = {  # mention, paper, record, flag, reason
    "as claimed": (claimed_award(), award_paper(), award(), Flag.SUPPORTED, ""),
    "in the former name": (
        claimed_award(),
        award_paper(holder=FORMER),
        award(winners=f"{PARTNER};{FORMER}"),
        Flag.SUPPORTED,
        "",
    ),
    "the prize by its short name": (
        replace(claimed_award(), name="省科技进步奖"),
        award_paper(),
        award(),
        Flag.SUPPORTED,
        "",
    ),
    "the prize by its family": (
        replace(claimed_award(), name="浙江省科学技术奖"),
        award_paper(),
        award(),
        Flag.SUPPORTED,
        "",
    ),
    "grade inflated": (
        claimed_award(grade="一等奖"),
        award_paper(grade="一等奖"),
        award(),
        Flag.UNSUPPORTED,
        "GRADE_MISMATCH",
    ),
    "level inflated": (
        claimed_award(level="国家"),
        award_paper(),
        award(),
        Flag.UNSUPPORTED,
        "LEVEL_MISMATCH",
    ),
    "out of the window": (
        replace(claimed_award(), years=(2015,)),
        award_paper(year=2015),
        award(year="2015"),
        Flag.UNSUPPORTED,
        "OUT_OF_WINDOW",
    ),
    "old prize claimed as a recent one": (
        claimed_award(),
        award_paper(),
        award(year="2015"),
        Flag.UNSUPPORTED,
        "YEAR_MISMATCH",
    ),
    "not registered": (
        claimed_award(),
        award_paper(),
        award(project="大规模工业数据协同优化关键技术及应用"),
        Flag.UNSUPPORTED,
        "NUMBER_NOT_IN_REGISTRY",
    ),
    "given to others": (
        claimed_award(),
        award_paper(),
        award(winners=f"{PARTNER};{PARENT}"),
        Flag.UNSUPPORTED,
        "HOLDER_MISMATCH",
    ),
    "the parent's certificate": (
        claimed_award(),
        award_paper(holder=PARENT),
        award(),
        Flag.UNSUPPORTED,
        "HOLDER_MISMATCH",
    ),
    "another project's certificate": (
        claimed_award(),
        award_paper(title="大规模工业数据协同优化关键技术及应用"),
        award(),
        Flag.UNSUPPORTED,
        "NO_EVIDENCE",
    ),
    "rank inflated": (claimed_award(rank=1), award_paper(), award(), Flag.UNSUPPORTED, "RANK_MISMATCH"),
    "led, but second": (
        claimed_award(role="lead"),
        award_paper(),
        award(),
        Flag.UNSUPPORTED,
        "ROLE_MISMATCH",
    ),
    "second, as claimed": (
        claimed_award(rank=2, role="participate"),
        award_paper(),
        award(),
        Flag.SUPPORTED,
        "",
    ),
    "the paper's grade differs from form and registry": (
        claimed_award(),
        award_paper(grade="三等奖"),
        award(),
        Flag.NEEDS_REVIEW,
        "GRADE_MISMATCH",
    ),
    "a holder that could not be read": (
        claimed_award(),
        award_paper(holder=""),
        award(),
        Flag.NEEDS_REVIEW,
        "UNREADABLE_FIELD",
    ),
    "only publicised, says the form": (
        claimed_award(status="publicised"),
        award_paper(),
        award(),
        Flag.UNSUPPORTED,
        "PUBLICITY_ONLY",
    ),
}


@pytest.mark.parametrize("story", AWARDS)
def test_awards(story: str) -> None:
    wanted, exhibit, entry, flag, reason = AWARDS[story]
    item = item_of(Desk((exhibit,), (entry,)), "innovation_performance", wanted)
    assert item.flag is flag
    assert item.reasons == ((reason,) if reason else ())
    assert any(e.counted for e in item.evidence) is (flag is Flag.SUPPORTED)


def test_an_award_without_paper_or_registry() -> None:
    bare = item_of(Desk((), (award(),)), "innovation_performance", claimed_award())
    assert (bare.flag, bare.outcome) == (Flag.UNSUPPORTED, Outcome.NO_EVIDENCE)
    unread = item_of(Desk((), (award(),), unread=1), "innovation_performance", claimed_award())
    assert (unread.flag, unread.reasons) == (Flag.NEEDS_REVIEW, ("UNREADABLE_PAGE",))
    unasked = Desk((award_paper(),), (award(),), loaded=frozenset({"companies"}))
    item = item_of(unasked, "innovation_performance", claimed_award())
    assert (item.flag, item.reasons) == (Flag.NEEDS_REVIEW, ("REGISTRY_NOT_ASKED",))


@pytest.mark.parametrize(
    ("kind", "reason"), [("publicity_notice", "PUBLICITY_ONLY"), ("call_for_application", "CALL_ONLY")]
)
def test_a_proposal_or_a_call_proves_nothing(kind: str, reason: str) -> None:
    notice = paper(kind, "n", award=PRIZE, title=PROJECT, holder=APPLICANT, year=2020)
    item = item_of(Desk((notice,), (award(),)), "innovation_performance", claimed_award())
    assert (item.flag, item.reasons) == (Flag.UNSUPPORTED, (reason,))


def test_several_awards_of_one_grade_need_as_many_records() -> None:
    two = mention("award", PRIZE, grade="二等奖", quantity=2.0, unit="项")
    papers = (award_paper(), award_paper("a2", title="另一个完全不同的获奖项目名称"))
    one = Desk(papers, (award(),)).box("innovation_performance", two)
    assert (one.flag, one.items[0].outcome) == (Flag.UNSUPPORTED, Outcome.PARTIALLY_SUPPORTED)
    second = award("r2", project="另一个完全不同的获奖项目名称")
    assert Desk(papers, (award(), second)).box("innovation_performance", two).flag is Flag.SUPPORTED


def test_naming_one_of_three_does_not_prove_three() -> None:
    three = mention("award", PRIZE, project=PROJECT, grade="二等奖", quantity=3.0)
    verdict = Desk((award_paper(),), (award(),)).box("innovation_performance", three)
    assert (verdict.flag, verdict.items[0].explanation) == (Flag.UNSUPPORTED, "申报3项，核实1项")


def test_first_sets_that_are_only_counted() -> None:
    two = mention("first_set", "首台（套）产品", level="省内", quantity=2.0)
    papers = (
        set_paper(),
        paper("first_set_notice", "g", title="大型数控磨床", holder=APPLICANT, level="省内"),
    )
    grinder = record(
        "first_sets", "fs2", product="大型数控磨床", company=APPLICANT, level="省内", year="2021"
    )
    assert Desk(papers, (first_set(), grinder)).box("innovation_performance", two).flag is Flag.SUPPORTED
    assert Desk(papers, (first_set(),)).box("innovation_performance", two).flag is Flag.UNSUPPORTED
    lifted = replace(two, level="国内")
    assert Desk(papers, (first_set(), grinder)).box("innovation_performance", lifted).flag is Flag.UNSUPPORTED


def test_none_claimed_in_figures_is_not_claimed() -> None:
    none = mention("award", PRIZE, quantity=0.0)
    assert Desk().box("innovation_performance", none).flag is Flag.NOT_CLAIMED


def test_one_award_does_not_prove_two_claims() -> None:
    plain = mention("award", PRIZE, 2020, grade="二等奖")
    verdict = Desk((award_paper(),), (award(),)).box("innovation_performance", plain, plain)
    assert [i.flag for i in verdict.items] == [Flag.SUPPORTED, Flag.UNSUPPORTED]
    assert verdict.items[1].reasons == ("DUPLICATE",)


def set_paper(**facts: object) -> Exhibit:
    usual: dict[str, object] = {
        "title": "精密激光焊接成套装备",
        "holder": APPLICANT,
        "level": "省内",
        "year": 2019,
    }
    return paper("first_set_notice", "f", **{**usual, **facts})  # type: ignore[arg-type]


def first_set(**values: str) -> Record:
    usual = {"product": "精密激光焊接成套装备", "company": APPLICANT, "level": "省内", "year": "2019"}
    return record("first_sets", "fs", **{**usual, **values})


def test_a_citys_own_first_set_is_none_of_the_provinces() -> None:
    listed = set_paper(level=None, issuer="宁波市经济和信息化局", award="宁波市首台（套）产品")
    local = first_set(level="")
    plain = mention("first_set", "精密激光焊接成套装备", 2019)
    item = item_of(Desk((listed,), (local,)), "innovation_performance", replace(plain, text="“精密激光焊接成套装备”获2019年度浙江省首台（套）认定"))
    assert (item.flag, item.reasons) == (Flag.UNSUPPORTED, ("LEVEL_MISMATCH",))
    told = replace(plain, text="“精密激光焊接成套装备”获2019年度宁波市首台（套）认定")
    assert item_of(Desk((listed,), (local,)), "innovation_performance", told).flag is Flag.SUPPORTED


def certificate(key: str = "c1", /, **facts: object) -> Exhibit:
    usual: dict[str, object] = {"number": "0422021ITSM0112R0S", "holder": APPLICANT, "standard": "ISO/IEC 20000-1:2018", "valid_to": "2024-02-09"}
    return paper("mgmt_system_certificate", key, **{**usual, **facts})  # type: ignore[arg-type]


@pytest.mark.parametrize(("state", "flag"), [("撤销", Flag.UNSUPPORTED), ("暂停", Flag.UNSUPPORTED), ("有效", Flag.SUPPORTED)])
def test_a_page_of_the_register_beside_a_certificate_tells_whether_it_holds(state: str, flag: Flag) -> None:
    claimed = mention("certification", "ISO/IEC 20000认证")
    queried = certificate("c2", valid_to=None, state=state)
    assert item_of(Desk((certificate(), queried), ()), "security_management", claimed).flag is flag
    assert item_of(Desk((queried,), ()), "security_management", claimed).flag is Flag.UNSUPPORTED


FIRST_SETS = {
    "as claimed": ("省内", set_paper(), first_set(), Flag.SUPPORTED),
    "claimed as 国内": ("国内", set_paper(), first_set(), Flag.UNSUPPORTED),
    "claimed as 国内, the paper altered": ("国内", set_paper(level="国内"), first_set(), Flag.UNSUPPORTED),
    "another's product": ("省内", set_paper(), first_set(company=PARENT), Flag.UNSUPPORTED),
    "another product": ("省内", set_paper(), first_set(product="精密晶圆检测成套装备"), Flag.UNSUPPORTED),
}


@pytest.mark.parametrize("story", FIRST_SETS)
def test_first_sets(story: str) -> None:
    level, exhibit, entry, flag = FIRST_SETS[story]
    wanted = mention("first_set", "精密激光焊接成套装备", 2019, level=level)
    assert item_of(Desk((exhibit,), (entry,)), "innovation_performance", wanted).flag is flag


def test_a_list_is_proof_only_by_the_applicants_row() -> None:
    wanted = mention("first_set", "精密激光焊接成套装备", 2019, level="省内")
    strangers = (
        row(holder=PARTNER, title="大型检测装备", level="国内"),
        row(holder=NEAR_NAME, title="数控磨床"),
    )
    own = row(holder=APPLICANT, title="精密激光焊接成套装备", level="省内")
    listed = paper("first_set_notice", "f", rows=(*strangers, own), year=2019)
    assert item_of(Desk((listed,), (first_set(),)), "innovation_performance", wanted).flag is Flag.SUPPORTED
    others = paper("first_set_notice", "f", rows=strangers, year=2019, title="精密激光焊接成套装备")
    item = item_of(Desk((others,), (first_set(),)), "innovation_performance", wanted)
    assert (item.flag, item.reasons) == (Flag.UNSUPPORTED, ("HOLDER_MISMATCH",))


def notice(kind: str = "cloud_honour_notice", **facts: object) -> Exhibit:
    usual: dict[str, object] = {"award": "浙江省上云标杆企业", "holder": APPLICANT, "year": 2020}
    return paper(kind, "n", **{**usual, **facts})  # type: ignore[arg-type]


def honour(**values: str) -> Record:
    usual = {"list": "浙江省上云标杆企业", "level": "省级", "year": "2020", "company": APPLICANT}
    return record("honors", "h" + values.get("year", ""), **{**usual, **values})


CLOUD = {
    "as ticked": (notice(), honour(), Flag.SUPPORTED, ""),
    "a city's list": (
        notice(award="宁波市上云标杆企业"),
        honour(list="宁波市上云标杆企业", level="市级"),
        Flag.UNSUPPORTED,
        "LEVEL_MISMATCH",
    ),
    "before the window": (notice(year=2018), honour(year="2018"), Flag.UNSUPPORTED, "OUT_OF_WINDOW"),
    "on the list of candidates only": (
        notice(award="浙江省上云标杆培育企业"),
        honour(list="浙江省上云标杆培育企业"),
        Flag.UNSUPPORTED,
        "PRE_STAGE",
    ),
    "the list is registered without the applicant": (
        notice(),
        honour(company=PARTNER),
        Flag.UNSUPPORTED,
        "HOLDER_MISMATCH",
    ),
    "the registry has another year": (notice(year=2019), honour(), Flag.UNSUPPORTED, "YEAR_MISMATCH"),
    "a name misread in one place": (notice(holder=NEAR_NAME, sure=SCANNED), honour(), Flag.SUPPORTED, ""),
    "surely another company": (notice(holder=NEAR_NAME), honour(), Flag.UNSUPPORTED, "HOLDER_MISMATCH"),
}


@pytest.mark.parametrize("story", CLOUD)
def test_ticked_honours(story: str) -> None:
    exhibit, entry, flag, reason = CLOUD[story]
    verdict = Desk((exhibit,), (entry,)).one("cloud_honours", ticked=("上云标杆",))
    assert (verdict.flag, verdict.items[0].reasons) == (flag, (reason,) if reason else ())


def test_a_second_tick_without_proof_spoils_the_box() -> None:
    verdict = Desk((notice(),), (honour(),)).one("cloud_honours", ticked=("上云标杆", "云上企业"))
    assert [i.flag for i in verdict.items] == [Flag.SUPPORTED, Flag.UNSUPPORTED]
    assert (verdict.flag, verdict.outcome) == (Flag.UNSUPPORTED, Outcome.PARTIALLY_SUPPORTED)


def test_a_nomination_is_not_the_award() -> None:
    name = "浙江省人民政府质量奖"
    nominated = paper("quality_award", "q", award=f"{name}提名奖", holder=APPLICANT, year=2019)
    entry = honour(list=f"{name}提名奖", year="2019")
    box = "brand_honours"
    inflated = item_of(Desk((nominated,), (entry,)), box, mention("honour", name, 2019, level="省"))
    assert (inflated.flag, inflated.reasons) == (Flag.UNSUPPORTED, ("GRADE_MISMATCH",))
    honest = mention("honour", f"{name}提名奖", 2019, grade="提名奖", level="省")
    assert item_of(Desk((nominated,), (entry,)), box, honest).flag is Flag.SUPPORTED


def test_brand_honours_know_no_window() -> None:
    wanted = mention("honour", "浙江制造精品", 2016)
    desk = Desk(
        (notice("zj_premium_product", award="浙江制造精品", year=2016),),
        (honour(list="浙江制造精品", year="2016"),),
    )
    assert item_of(desk, "brand_honours", wanted).flag is Flag.SUPPORTED


def test_like_names_are_not_one_honour() -> None:
    wanted = mention("honour", "浙江制造", 2020)
    desk = Desk((notice("zj_premium_product", award="浙江制造精品"),), (honour(list="浙江制造精品"),))
    assert item_of(desk, "brand_honours", wanted).flag is Flag.UNSUPPORTED


def filing_paper(**facts: object) -> Exhibit:
    usual: dict[str, object] = {
        "number": "33020012345-21001",
        "holder": APPLICANT,
        "system": "云服务平台",
        "level": 3,
    }
    return paper("mlps_filing", "m", **{**usual, **facts})  # type: ignore[arg-type]


def filing(**values: str) -> Record:
    usual = {
        "number": "33020012345-21001",
        "company": APPLICANT,
        "system": "云服务平台",
        "level": "3",
        "date": "2021-06-18",
    }
    return record("security_filings", "sf", **{**usual, **values})


FILINGS = {
    "as claimed": ("3", filing_paper(), filing(), Flag.SUPPORTED),
    "level inflated": ("3", filing_paper(level=2), filing(level="2"), Flag.UNSUPPORTED),
    "level inflated, the paper altered": ("3", filing_paper(), filing(level="2"), Flag.UNSUPPORTED),
    "a customer's system": ("3", filing_paper(holder=PARTNER), filing(company=PARTNER), Flag.UNSUPPORTED),
    "another system": (
        "3",
        filing_paper(system="客户服务系统"),
        filing(system="客户服务系统"),
        Flag.UNSUPPORTED,
    ),
    "no such number": ("3", filing_paper(number="33020012345-21999"), filing(), Flag.UNSUPPORTED),
    "filed after the day": ("3", filing_paper(), filing(date="2022-05-01"), Flag.UNSUPPORTED),
    "number misread": (
        "3",
        filing_paper(number="33020012346-21001", sure=SCANNED),
        filing(),
        Flag.NEEDS_REVIEW,
    ),
}


@pytest.mark.parametrize("story", FILINGS)
def test_security_filings(story: str) -> None:
    level, exhibit, entry, flag = FILINGS[story]
    wanted = mention("security_filing", "云服务平台", level=level)
    assert item_of(Desk((exhibit,), (entry,)), "security_technology", wanted).flag is flag


def test_a_slogan_weighs_nothing_beside_a_proof_and_is_a_persons_matter_alone() -> None:
    slogan = mention("slogan", "", text="公司部署防火墙和数据容灾系统")
    proof = mention("security_filing", "云服务平台", level="3")
    desk = Desk((filing_paper(),), (filing(),))
    both = desk.box("security_technology", slogan, proof)
    assert both.flag is Flag.SUPPORTED and both.flags == () and "定性表述，不计入" in both.explanation
    assert [(i.flag, i.reasons) for i in both.items][0] == (Flag.NOT_CLAIMED, ("QUALITATIVE",))
    assert desk.box("security_technology", slogan).flag is Flag.NEEDS_REVIEW


def test_what_is_denied_or_planned_is_not_claimed() -> None:
    denied = mention("award", "国家科学技术奖", negated=True)
    assert Desk().box("innovation_performance", denied).flag is Flag.NOT_CLAIMED
    planned = mention("honour", "浙江省大数据应用示范企业", status="applied")
    assert Desk().box("full_business_digitalisation", planned).items[0].reasons == ("PRE_STAGE",)


HITECH = {
    "valid": ("2020-12-01", (2020,), APPLICANT, Flag.SUPPORTED),
    "expired": ("2018-11-27", (), APPLICANT, Flag.UNSUPPORTED),
    "the year that it was given stays true": ("2018-11-27", (2018,), APPLICANT, Flag.SUPPORTED),
    "another year": ("2020-12-01", (2021,), APPLICANT, Flag.UNSUPPORTED),
    "the parent's": ("2020-12-01", (2020,), PARENT, Flag.UNSUPPORTED),
}


@pytest.mark.parametrize("story", HITECH)
def test_hitech_certificates_are_checked_against_themselves_only(story: str) -> None:
    issued, years, holder, flag = HITECH[story]
    exhibit = paper(
        "hitech_certificate", "h", number=f"GR{issued[:4]}33100888", holder=holder, grant_date=issued
    )
    item = item_of(Desk((exhibit,)), "brand_honours", mention("honour", "高新技术企业", *years, level="国家"))
    assert item.flag is flag
    assert flag is not Flag.SUPPORTED or item.flags == ("DOCUMENT_ONLY",)


def test_a_box_nobody_could_read_is_not_supported() -> None:
    assert Desk((notice(),), (honour(),)).box("brand_honours").flag is Flag.NEEDS_REVIEW
    unknown = mention("something_new", "业务系统", quantity=23.0)
    assert Desk().box("full_business_digitalisation", unknown).items[0].reasons == ("NOT_JUDGED",)


def test_the_applicants_code_is_no_proof_of_an_honour() -> None:
    wanted = mention("honour", "浙江省上云标杆企业", 2020)
    bare = paper("official_notice", "o", award="浙江省上云标杆企业", uscc=CODE, year=2020)
    assert item_of(Desk((bare,), (honour(),)), "brand_honours", wanted).flag is not Flag.SUPPORTED
