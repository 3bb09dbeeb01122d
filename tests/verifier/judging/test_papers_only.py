"""Claims for which no registry is kept: papers alone, whose they are, what they state, how far it goes."""

from dataclasses import replace

import pytest

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from tests.verifier.factory import APPLICANT, PARENT, Desk, claim, mention, paper, record, row
from verifier.verdict import Flag, Verdict

S, U, N = Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW


def insured(count: int = 386, holder: str = APPLICANT, **facts: object) -> Exhibit:
    return paper("social_insurance_list", "s", holder=holder, count=count, period="2021-12", **facts)  # type: ignore[arg-type]


def returned(**facts: object) -> Exhibit:
    usual = {"holder": APPLICANT, "employees": 386, "rd_staff": 172, "skilled": 298, "year": 2021}
    return paper("employment_statistics", "t", **{**usual, **facts})  # type: ignore[arg-type]


def roster(names: str, kind: str = "研发人员花名册") -> Exhibit:
    rows = tuple(row(person=name, department="研发部") for name in names.split())
    return paper("staff_roster", "r", holder=APPLICANT, title=kind, rows=rows)


HEADCOUNT = {
    "as many as are insured": ((insured(),), 386, S, ()),
    "within the tolerance": ((insured(360),), 386, S, ()),
    "far fewer insured: a person asks why": ((insured(300),), 386, N, ("VALUE_MISMATCH",)),
    "ten times as many": ((insured(),), 3860, U, ("UNIT_ERROR",)),
    "the parent's people": ((insured(holder=PARENT),), 386, U, ("HOLDER_MISMATCH",)),
    "a roster proves nothing alone": (
        (paper("staff_roster", "r", holder=APPLICANT, n=386, title="员工花名册"),),
        386,
        N,
        ("SELF_MADE_ONLY",),
    ),
    "two papers tell different numbers": (
        (insured(), returned(employees=250)),
        386,
        N,
        ("CONFLICTING_PAPERS",),
    ),
    "nothing handed in": ((), 386, U, ("NO_EVIDENCE",)),
}


@pytest.mark.parametrize("story", HEADCOUNT)
def test_headcount(story: str) -> None:
    papers, claimed, flag, reasons = HEADCOUNT[story]
    verdict = Desk(papers).one("employees_total", claimed)
    assert (verdict.flag, verdict.reasons) == (flag, reasons)
    assert flag is not S or "DOCUMENT_ONLY" in verdict.flags


SHARES = {
    "as the return says": ("rd_staff_ratio", 44.56, (returned(),), S, ()),
    "cut off instead of rounded": ("rd_staff_ratio", 44.5, (returned(),), S, ()),
    "more than the return says": ("rd_staff_ratio", 52.0, (returned(),), U, ("ARITHMETIC",)),
    "a roster of people who are all insured": (
        "rd_staff_ratio",
        50.0,
        (
            roster("章程远 李小明"),
            insured(4, rows=tuple(row(person=n) for n in ["章程远", "李小明", "王二", "赵六"])),
        ),
        S,
        (),
    ),
    "insured under masked names": (
        "rd_staff_ratio",
        50.0,
        (
            roster("章程远 李小明"),
            insured(4, rows=tuple(row(person=n) for n in ["章*远", "李*明", "王*", "赵*"])),
        ),
        S,
        (),
    ),
    "a roster with somebody who is not insured": (
        "rd_staff_ratio",
        50.0,
        (
            roster("章程远 钱外人"),
            insured(4, rows=tuple(row(person=n) for n in ["章程远", "李小明", "王二", "赵六"])),
        ),
        N,
        ("SELF_MADE_ONLY",),
    ),
    "one person on two lines is one person": (
        "rd_staff_ratio",
        50.0,
        (
            roster("章程远 章程远"),
            insured(4, rows=tuple(row(person=n) for n in ["章程远", "李小明", "王二", "赵六"])),
        ),
        U,
        ("ARITHMETIC",),
    ),
    "degrees and titles as one union": ("edu_title_staff_ratio", 77.2, (returned(),), S, ()),
    "degrees and titles added up": (
        "edu_title_staff_ratio",
        93.01,
        (returned(degree_count=298, title_count=61),),
        U,
        ("DOUBLE_COUNT",),
    ),
}


@pytest.mark.parametrize("story", SHARES)
def test_shares_of_people(story: str) -> None:
    key, claimed, papers, flag, reasons = SHARES[story]
    verdict = Desk(papers).one(key, claimed)
    assert (verdict.flag, verdict.reasons) == (flag, reasons)


def listed(year: int, value: float, holder: str = APPLICANT) -> Exhibit:
    rows = (row(holder="宁波另一家智能科技有限公司", tax_per_mu=88.8), row(holder=holder, tax_per_mu=value))
    return paper("mu_benefit_result", f"m{year}", year=year, rows=rows)


PAID = paper("tax_payment_certificate", "c", holder=APPLICANT, amount=624.0, year=2021)
LAND = paper("land_certificate", "l", holder=APPLICANT, area=13333.4, area_mu=20.0)
TAXES = {
    "the company's own row": ((listed(2021, 31.2),), 31.2, S, ()),
    "another company's row is no proof": ((listed(2021, 31.2, PARENT),), 31.2, U, ("NO_EVIDENCE",)),
    "the list of another year": ((listed(2019, 31.2),), 31.2, U, ("NO_EVIDENCE",)),
    "less on the list": ((listed(2021, 21.2),), 31.2, U, ("VALUE_MISMATCH",)),
    "元 for 万元": ((listed(2021, 31.2),), 312000, U, ("UNIT_ERROR",)),
    "taxes over land": ((PAID, LAND), 31.2, S, ()),
    "taxes over land, nearly": ((PAID, LAND), 31.5, S, ()),
    "taxes over land, not nearly": ((PAID, LAND), 33.0, U, ("VALUE_MISMATCH",)),
    "land without taxes": ((LAND,), 31.2, U, ("NO_EVIDENCE",)),
}


@pytest.mark.parametrize("story", TAXES)
def test_taxes_per_mu(story: str) -> None:
    papers, claimed, flag, reasons = TAXES[story]
    verdict = Desk(papers).one("tax_per_mu.2021", claimed)
    assert (verdict.flag, verdict.reasons) == (flag, reasons)


def cloud(items: str, holder: str = APPLICANT, vendor: str = "阿里云计算有限公司") -> Exhibit:
    return paper("cloud_contract", "k", holder=holder, vendor=vendor, items=items)


TICKS = {
    "products under the vendor's names": (
        "cloud_facilities",
        ("云服务器", "云存储", "云数据库"),
        (cloud("ECS；OSS；RDS"),),
        S,
    ),
    "one product that no contract names": (
        "cloud_facilities",
        ("云服务器", "云安全"),
        (cloud("ECS"),),
        U,
    ),
    "another company's contract": ("cloud_facilities", ("云服务器",), (cloud("ECS", PARENT),), U),
    "both clouds are a hybrid": ("cloud_deployment", ("混合云",), (cloud("公共云ECS；专有云"),), S),
    "one cloud is no hybrid": ("cloud_deployment", ("混合云",), (cloud("专有云", vendor="宁波机房"),), U),
    "a contract that nobody could read": (
        "cloud_facilities",
        ("云服务器",),
        (paper("cloud_contract", "k", holder=APPLICANT),),
        N,
    ),
    "how it is paid for": (
        "service_model",
        ("会员租费式",),
        (paper("application_contract", "a", holder=APPLICANT, customer=PARENT, title="平台年费订阅合同"),),
        S,
    ),
    "没有合同": ("service_model", ("买断式",), (), U),
}


@pytest.mark.parametrize("story", TICKS)
def test_tick_boxes(story: str) -> None:
    key, ticked, papers, flag = TICKS[story]
    verdict = Desk(papers).one(key, "", ticked)
    assert verdict.flag is flag and len(verdict.items) == len(ticked)


def test_other_with_words_of_its_own_is_read_as_a_narrative() -> None:
    told = mention("honour", "浙江省智能工厂", 2021)
    desk = replace(Desk(), mentions={"cloud_honours": (told,)})
    verdict = desk.judge(claim("cloud_honours", "", ("上云标杆", "其他")))[0]
    assert [item.name for item in verdict.items] == ["上云标杆", "浙江省智能工厂"]


SCOPE = "软件开发；工业互联网数据服务；人工智能应用软件开发；信息系统集成服务"
SCOPES = {
    "all of it stands there": ("工业互联网平台、人工智能软件的研发和销售", S),
    "something else": ("生物制药", N),
}


@pytest.mark.parametrize("story", SCOPES)
def test_main_business_against_the_licence(story: str) -> None:
    text, flag = SCOPES[story]
    licence = paper("business_licence", "y", holder=APPLICANT, scope=SCOPE)
    assert Desk((licence,)).one("main_business_scope", text).flag is flag
    assert Desk().one("main_business_scope", text).flag is U


def statistics(**facts: object) -> Exhibit:
    return paper("platform_statistics", "p", **{"holder": APPLICANT, "devs": 3200, "apps": 542, **facts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claimed", "papers", "flag"),
    [
        (3200, (statistics(),), S),
        (9600, (statistics(),), U),
        (3200, (statistics(holder=PARENT),), U),
        (3200, (), U),
    ],
)
def test_developers(claimed: int, papers: tuple[Exhibit, ...], flag: Flag) -> None:
    verdict = Desk(papers).one("developers_count", claimed)
    assert verdict.flag is flag
    assert flag is not S or "SELF_MADE_ONLY" in verdict.flags


# --- boxes ---------------------------------------------------------------------------------------


def box(papers: tuple[Exhibit, ...], key: str, told: Mention, *records: object) -> Verdict:
    return Desk(papers, records).box(key, told)  # type: ignore[arg-type]


def report(**facts: object) -> Exhibit:
    usual = {
        "holder": APPLICANT,
        "issuer": "赛迪顾问",
        "product": "网关",
        "share": 12.6,
        "rank": 3,
        "scope": "全国",
        "year": 2021,
    }
    return paper("market_share_report", "m", **{**usual, **facts})  # type: ignore[arg-type]


RANK = mention("market_rank", "全国第3", quantity=3.0, unit="位")
AMONG = mention("market_rank", "全国前五", quantity=5.0, unit="位", bound="le")
WORLD = mention("market_rank", "全球第3", quantity=3.0, unit="位")
SHARE = mention("market_share", "占有率", 2021, quantity=12.6, unit="%")
MARKET = {
    "the rank of the report": (report(), RANK, S),
    "among the first five": (report(), AMONG, S),
    "sixth is not among the first five": (report(rank=6), AMONG, U),
    "another rank": (report(rank=4), RANK, U),
    "a rank in the country is none in the world": (report(), WORLD, U),
    "the share of the report": (report(), SHARE, S),
    "another share": (report(share=2.6), SHARE, U),
    "another year": (report(year=2020), SHARE, U),
    "too old": (report(year=2018), RANK, U),
    "written by the company": (report(issuer=APPLICANT), RANK, U),
    "by nobody that is known": (report(issuer="某某传媒"), RANK, N),
    "about the parent": (report(holder=PARENT), RANK, U),
}


@pytest.mark.parametrize("story", MARKET)
def test_market(story: str) -> None:
    exhibit, told, flag = MARKET[story]
    assert box((exhibit,), "market_share", told).items[0].flag is flag


def iso(**facts: object) -> Exhibit:
    usual = {"holder": APPLICANT, "standard": "ISO/IEC 27001:2013", "number": "A1", "valid_to": "2024-03-01"}
    return paper("mgmt_system_certificate", "i", **{**usual, **facts})  # type: ignore[arg-type]


def policy(title: str, key: str) -> Exhibit:
    return paper("internal_policy", key, holder=APPLICANT, title=title, number=key)


def project(**facts: object) -> Exhibit:
    usual = {
        "holder": APPLICANT,
        "title": "智能网关研发",
        "number": "2021C01032",
        "level": "省级",
        "year": 2021,
    }
    return paper("major_project", "j", **{**usual, **facts})  # type: ignore[arg-type]


def contract(key: str, customer: str, when: str = "2020-05-01", **facts: object) -> Exhibit:
    usual = {"holder": APPLICANT, "customer": customer, "number": key, "date": when}
    return paper("application_contract", key, **{**usual, **facts})  # type: ignore[arg-type]


LED = mention("project", "项目", quantity=1.0, unit="项", role="lead")
THREE_RULES = mention("internal_rule", "制度", quantity=3.0, unit="项")
RULES3 = tuple(
    policy(t, k) for t, k in (("网络安全管理办法", "a"), ("数据分类分级规范", "b"), ("应急预案", "c"))
)
TWO_CASES = mention("case_count", "案例", quantity=2.0, unit="个")
DCMM = mention("certification", "数据管理能力成熟度(DCMM)", level="3")
ISO = mention("certification", "ISO/IEC 27001信息安全管理体系")
INTEGRATED = mention("certification", "两化融合管理体系", level="AAA")
ALLIANCE = mention("consortium", "创新联合体", role="lead")
MEMBER = mention("consortium", "创新联合体", role="participate")
AHEAD = mention("technology", "国际领先", quantity=1.0, unit="项")
DIRECTORY = mention("xinchuang", "信创产品目录", quantity=1.0, unit="款")
CSR = mention("csr", "企业社会责任报告", 2020, 2021)
LEADER = paper("consortium_document", "u", title="浙江省工业互联网创新联合体", lead=APPLICANT, members=PARENT)
def plaque(role: str = "") -> Exhibit:
    """What an alliance gives its members: it names the company and what it is, nobody else."""
    return paper("consortium_document", "u", title="浙江省工业互联网创新联合体", holder=APPLICANT, role=role)


JOINER = paper("consortium_document", "u", title="浙江省工业互联网创新联合体", lead=PARENT, members=APPLICANT)
BOXES = {
    "a certificate in force": ("security_management", ISO, (iso(),), S),
    "a certificate that ran out": ("security_management", ISO, (iso(valid_to="2021-01-01"),), U),
    "a certificate of another standard": ("security_management", ISO, (iso(standard="GB/T 29490"),), U),
    "the parent's certificate": ("security_management", ISO, (iso(holder=PARENT),), U),
    "a lower level of maturity": ("security_management", DCMM, (iso(standard="DCMM", level="2级"),), U),
    "a lower level of maturity, read as a number": (
        "security_management",
        DCMM,
        (iso(standard="GB/T 36073—2018", level=2),),
        U,
    ),
    "a lower level of a model that bears its level in its name": (
        "security_management",
        mention("certification", "CMMI5"),
        (iso(standard="CMMI", level="Level 3"),),
        U,
    ),
    "the level that a model bears in its name": (
        "security_management",
        mention("certification", "CMMI5"),
        (iso(standard="CMMI", level="ML5"),),
        S,
    ),
    "the level of maturity, by the model's number": (
        "security_management",
        DCMM,
        (iso(standard="GB/T 36073—2018", level=3),),
        S,
    ),
    "the level of maturity as a word": ("security_management", DCMM, (iso(standard="DCMM", level="稳健级"),), S),
    "a lower level of maturity as a word": ("security_management", DCMM, (iso(standard="DCMM", level="受管理级"),), U),
    "a level of maturity that nobody could read": ("security_management", DCMM, (iso(standard="DCMM"),), N),
    "the letters of integration": ("security_management", INTEGRATED, (iso(standard="两化融合管理体系", level="AAA级"),), S),
    "fewer letters": ("security_management", INTEGRATED, (iso(standard="两化融合管理体系", level="A级"),), U),
    "a certificate of after the form's day": ("security_management", ISO, (iso(valid_from="2023-05-01", valid_to="2026-05-01"),), U),
    "the national standard that adopts it": ("security_management", ISO, (iso(standard="GB/T 22080—2016"),), S),
    "the series that its kind of paper names": (
        "brand_honours",
        mention("certification", "品字标浙江制造"),
        (
            paper(
                "pinzibiao_certificate",
                "z",
                holder=APPLICANT,
                standard="T/ZZB 1632—2020",
                title="检测设备",
                valid_to="2023-08-13",
            ),
        ),
        S,
    ),
    "the level of maturity": ("security_management", DCMM, (iso(standard="DCMM", level="3级"),), S),
    "as many rules as claimed": ("security_management", THREE_RULES, RULES3, S),
    "one rule twice is one": ("security_management", THREE_RULES, (*RULES3[:2], policy("应急预案", "b")), S),
    "fewer rules": ("security_management", THREE_RULES, RULES3[:2], U),
    "a project that was led": ("innovation_performance", LED, (project(),), S),
    "a project that was joined": (
        "innovation_performance",
        LED,
        (project(holder=PARENT, coop=APPLICANT),),
        U,
    ),
    "a project before the three years": ("innovation_performance", LED, (project(year=2016),), U),
    "a city's project": ("leading_talent", replace(LED, kind="project"), (project(level="市级"),), U),
    "cases of different customers": (
        "industry_digitalisation",
        TWO_CASES,
        (contract("1", "甲公司"), contract("2", "乙公司")),
        S,
    ),
    "one contract twice": (
        "industry_digitalisation",
        TWO_CASES,
        (contract("1", "甲公司"), replace(contract("1", "甲公司"), id="z")),
        U,
    ),
    "a case of long ago": (
        "industry_digitalisation",
        TWO_CASES,
        (contract("1", "甲公司"), contract("2", "乙公司", "2016-01-01")),
        U,
    ),
    "a case that the parent did": (
        "industry_digitalisation",
        TWO_CASES,
        (contract("1", "甲公司"), contract("2", "乙公司", holder=PARENT)),
        U,
    ),
    "an alliance that it leads": ("consortia", ALLIANCE, (LEADER,), S),
    "leads by a plaque of a member": ("consortia", ALLIANCE, (plaque("成员单位"),), U),
    "leads by a plaque of a vice chair": ("consortia", ALLIANCE, (plaque("副理事长单位"),), U),
    "leads by a plaque of the leader": ("consortia", ALLIANCE, (plaque("牵头单位"),), S),
    "leads by a plaque that tells no role": ("consortia", ALLIANCE, (plaque(),), N),
    "joined by a plaque": ("consortia", MEMBER, (plaque("成员单位"),), S),
    "an alliance that it joined": ("consortia", ALLIANCE, (JOINER,), U),
    "an alliance that it says it joined": ("consortia", MEMBER, (JOINER,), S),
    "advanced is not leading": (
        "controllable_technology",
        AHEAD,
        (paper("tech_appraisal", "t", holder=APPLICANT, level="国际先进", number="1"),),
        U,
    ),
    "leading as appraised": (
        "controllable_technology",
        AHEAD,
        (paper("tech_appraisal", "t", holder=APPLICANT, level="国际领先", number="1"),),
        S,
    ),
    "compatible is not listed": (
        "controllable_technology",
        DIRECTORY,
        (paper("xinchuang_entry", "x", holder=APPLICANT, title="产品兼容性互认证明", product="库"),),
        U,
    ),
    "effects are a person's matter where papers lie": (
        "industry_digitalisation",
        mention("effect", "提升", quantity=23.5, unit="%"),
        (contract("1", "甲公司"),),
        N,
    ),
    "effects without any paper": (
        "industry_digitalisation",
        mention("effect", "提升", quantity=23.5, unit="%"),
        (),
        U,
    ),
    "a donor of the foundation": (
        "open_source",
        mention("open_source", "开放原子开源基金会"),
        (paper("open_source_certificate", "o", holder=APPLICANT, org="开放原子开源基金会"),),
        S,
    ),
    "another foundation": (
        "open_source",
        mention("open_source", "Apache项目"),
        (paper("open_source_certificate", "o", holder=APPLICANT, org="开放原子开源基金会"),),
        U,
    ),
}


@pytest.mark.parametrize("story", BOXES)
def test_things_of_boxes(story: str) -> None:
    key, told, papers, flag = BOXES[story]
    (item,) = box(papers, key, told).items
    assert item.flag is flag, item
    assert flag is not S or "DOCUMENT_ONLY" in item.flags
    assert flag is not U or item.reasons


def test_a_report_for_each_year_that_is_claimed() -> None:
    papers = (paper("csr_report", "a", holder=APPLICANT, year=2020),)
    verdict = box(papers, "social_digitalisation", CSR)
    assert [(item.year, item.flag) for item in verdict.items] == [(2020, S), (2021, U)]


def pilots(*names: str) -> Exhibit:
    rows = tuple(row(holder=name) for name in names)
    return paper("pilot_demo_notice", "d", award="浙江省未来工厂", level="省级", year=2021, rows=rows)


USERS = mention("pilot_demo", "浙江省未来工厂", quantity=1.0, unit="家")


def test_a_user_on_the_list_counts_with_a_contract_only() -> None:
    known = record("honors", "h", list="浙江省未来工厂", company="甲智造有限公司", level="省级", year="2021")
    papers = (pilots("甲智造有限公司", "乙智造有限公司"), contract("1", "甲智造有限公司"))
    assert box(papers, "benchmark_effect", USERS, known).items[0].flag is S
    without = box(papers[:1], "benchmark_effect", USERS, known).items[0]
    assert (without.flag, without.reasons) == (U, ("CUSTOMER_LINK_MISSING",))
    forged = box(papers, "benchmark_effect", USERS).items[0]
    assert forged.flag is U


def test_numbers_that_repeat_a_cell_are_judged_as_the_cell() -> None:
    from tests.verifier.judging.test_counts import certificate, patent

    papers, records = (certificate(1), certificate(2)), (patent(1), patent(2))
    told = mention("patent_invention", "发明专利", quantity=2.0, unit="件")
    assert box(papers, "controllable_technology", told, *records).items[0].flag is S
    more = replace(told, quantity=3.0)
    assert box(papers, "controllable_technology", more, *records).items[0].flag is U
    some = replace(told, quantity=2.0, bound="gt")
    assert box(papers, "controllable_technology", some, *records).items[0].flag is U
    in_2020 = replace(told, years=(2020,))
    assert box(papers, "controllable_technology", in_2020, *records).items[0].flag is S
    in_2021 = replace(told, years=(2021,))
    assert box(papers, "controllable_technology", in_2021, *records).items[0].flag is N


def test_an_alliance_is_not_proved_by_the_papers_of_another() -> None:
    """The applicant leads one alliance and is a member of another: it leads the other one not."""
    led = paper("consortium_document", "a", title="浙江省工业互联网创新联合体", lead=APPLICANT, members="宁波甲有限公司")
    joined = paper("consortium_document", "b", title="浙江省智能传感产业创新联合体", lead="宁波乙有限公司", members=APPLICANT)
    name = "浙江省智能传感产业创新联合体"
    claimed = mention("consortium", name, role="lead", text=f"公司牵头发起{name}")
    verdict = Desk((led, joined)).box("consortia", claimed)
    assert (verdict.flag, verdict.reasons) == (Flag.UNSUPPORTED, ("ROLE_MISMATCH",))
    assert Desk((led,)).box("consortia", claimed).flag is Flag.UNSUPPORTED
    generic = mention("consortium", "创新联合体", role="lead", text=f"公司牵头发起{name}")
    assert Desk((led, joined)).box("consortia", generic).flag is Flag.UNSUPPORTED
    own = mention("consortium", "创新联合体", role="lead", text="公司牵头组建浙江省工业互联网创新联合体")
    assert Desk((led, joined)).box("consortia", own).flag is Flag.SUPPORTED
