"""What a search finds, how certain it is, and that no neighbour passes for the thing asked for."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from registries.catalog import Registries
from registries.errors import UnknownKind
from registries.match import CERTAIN
from registries.query import Query

Tables = Mapping[str, str]
Opener = Callable[..., Registries]

STANDARDS = """standard_no,title,drafters
GB/T 12345—2021,工业互联网 数据质量 第1部分：总则,示例大学;宁波启衡诺工业软件有限公司;宁波恒悦物联网科技股份有限公司
GB/T 12346—2021,工业互联网 数据质量 第2部分：方法,示例大学
"""
AWARDS = """name,level,grade,year,project,winners
浙江省科学技术进步奖,省级,二等奖,2020,高端装备协同优化关键技术及应用,示例大学;宁波启衡诺工业软件有限公司
浙江省科学技术进步奖,省级,三等奖,2021,高端装备实时分析关键技术及应用,宁波启衡诺工业软件有限公司
"""
HONORS = """list,level,year,company
浙江省上云标杆企业,省级,2019,宁波启衡诺工业软件有限公司
浙江省上云标杆企业,省级,2021,宁波恒悦物联网科技股份有限公司
"""
FIRST_SETS = """product,company,level,year
大型立式加工中心,宁波恒悦物联网科技股份有限公司,国内,2021
"""
RATINGS = """uscc,company,grade,date
91330201MA2AGX576R,宁波启衡诺工业软件有限公司,优秀,2021-09-01
91330201MA2AGX576R,宁波启衡诺工业软件有限公司,良好,2022-03-01
91330201MA2AGX576R,宁波启衡诺工业软件有限公司,差,2022-05-01
"""


def test_number_title_and_owner_agree(opened: Opener, tables: Tables) -> None:
    query = Query(
        "patents",
        "ZL 2019 1 0876543.2",
        {
            "title": "一种设备数据采集方法及系统",
            "owners": "宁波启衡诺工业软件有限公司",
            "grant_date": "2021年05月18日",
        },
    )
    findings = opened(tables).search(query)
    assert findings.asked
    assert findings.best is not None
    assert findings.best.by_number
    assert findings.best.score == 1.0
    assert {reason.code for reason in findings.best.reasons} == {"SAME"}


def test_a_number_whose_title_and_holder_are_others_is_not_certain(opened: Opener, tables: Tables) -> None:
    query = Query("patents", "2019108765432", {"title": "一种锅炉支承结构", "owners": "杭州他方锅炉有限公司"})
    findings = opened(tables).search(query)
    assert findings.best is None
    assert findings.matches[0].by_number
    assert findings.matches[0].score < CERTAIN


def test_a_holder_who_is_another_is_shown_beside_the_certain_record(opened: Opener, tables: Tables) -> None:
    query = Query(
        "patents",
        "2019108765432",
        {"title": "一种设备数据采集方法及系统", "owners": "宁波恒悦物联网科技股份有限公司"},
    )
    best = opened(tables).search(query).best
    assert best is not None
    reason = best.reason("owners")
    assert reason is not None
    assert reason.code == "DIFFERENT"


def test_a_number_that_nobody_registered_finds_nothing_certain(opened: Opener, tables: Tables) -> None:
    findings = opened(tables).search(Query("patents", "2021110461232"))
    assert findings.asked
    assert findings.matches == ()


def test_a_misread_number_is_found_again_by_its_names(opened: Opener, tables: Tables) -> None:
    query = Query(
        "patents",
        "201910876543",
        {"title": "一种设备数据釆集方法及系统", "owners": "宁波启衡诺工业软件有限公司"},
    )
    best = opened(tables).search(query).best
    assert best is not None
    assert best.record.id == "2019108765432"
    assert not best.by_number


@pytest.mark.parametrize("number", ["2021104612327", "ZL 2021 1 0461232.7"])
def test_a_sound_number_of_something_else_is_not_outvoted_by_title_and_owner(
    opened: Opener, tables: Tables, number: str
) -> None:
    # a forged number on a copy of a real certificate: title and owner are registered, under another number
    query = Query(
        "patents", number, {"title": "一种设备数据采集方法及系统", "owners": "宁波启衡诺工业软件有限公司"}
    )
    findings = opened(tables).search(query)
    assert findings.best is None
    reason = findings.matches[0].reason("application_no")
    assert reason is not None
    assert reason.code == "DIFFERENT"


def test_a_sound_credit_code_of_another_company_is_not_outvoted_by_the_name(
    opened: Opener, tables: Tables
) -> None:
    query = Query("companies", "91330100MA2KC0N86E", {"name": "宁波启衡诺工业软件有限公司"})
    assert opened(tables).search(query).best is None


def test_a_title_alone_is_a_hint(opened: Opener, tables: Tables) -> None:
    findings = opened(tables).search(Query("patents", "", {"title": "一种设备数据采集方法及系统"}))
    assert findings.best is None
    assert findings.matches[0].record.id == "2019108765432"


def test_a_publication_number_finds_the_patent(opened: Opener, tables: Tables) -> None:
    registries = opened(tables)
    by_field = registries.search(
        Query("patents", "", {"publication_no": "CN 110123456 B", "title": "一种设备数据采集方法及系统"})
    )
    by_number = registries.search(Query("patents", "CN110123456B"))
    assert by_field.best is not None
    assert by_number.best is not None
    assert by_field.best.record.id == by_number.best.record.id == "2019108765432"


@pytest.mark.parametrize(
    "name",
    [
        "宁波启衡诺工业软体有限公司",
        "宁波启恒诺工业软件有限公司",
        "宁波启衡诺工业软件有限责任公司",
        "杭州启衡诺工业软件有限公司",
    ],
)
def test_the_neighbour_of_an_unregistered_company_is_never_certain(
    opened: Opener, tables: Tables, name: str
) -> None:
    findings = opened(tables).search(Query("companies", "", {"name": name}))
    assert findings.best is None
    assert findings.matches[0].record.get("name") == "宁波启衡诺工业软件有限公司"  # but it is the first hint


def test_a_company_by_its_code_and_by_its_name(opened: Opener, tables: Tables) -> None:
    registries = opened(tables)
    for query in (
        Query("companies", "9133 0201 MA2A GX57 6R"),
        Query("companies", "", {"name": "宁波启衡诺工业软件有限公司"}),
    ):
        best = registries.search(query).best
        assert best is not None
        assert best.record.id == "91330201MA2AGX576R"


def test_two_records_that_fit_equally_well_are_a_question(opened: Opener) -> None:
    twins = (
        "application_no,kind,title,owners\n"
        "201910876543.2,发明,一种网关,宁波启衡诺有限公司\n"
        "201820345678.7,实用新型,一种网关,宁波启衡诺有限公司\n"
    )
    registries = opened({"patents": twins})
    fields = {"title": "一种网关", "owners": "宁波启衡诺有限公司"}
    open_question = registries.search(Query("patents", "", fields))
    assert open_question.best is None
    assert open_question.matches[0].reasons[-1].code == "AMBIGUOUS"
    settled = registries.search(Query("patents", "", {**fields, "kind": "实用新型"}))
    assert settled.best is not None
    assert settled.best.record.id == "2018203456787"


def test_the_place_of_a_drafter(opened: Opener) -> None:
    registries = opened({"standards": STANDARDS})
    query = Query("standards", "GB/T 12345-2021", {"drafters": "宁波启衡诺工业软件有限公司"})
    best = registries.search(query).best
    assert best is not None
    reason = best.reason("drafters")
    assert reason is not None
    assert (reason.code, reason.place) == ("SAME", 2)
    assert "第2位" in reason.text


def test_one_of_two_holders_is_partial_and_none_is_different(opened: Opener) -> None:
    registries = opened({"standards": STANDARDS})
    codes = []
    for asked in ("宁波启衡诺工业软件有限公司;杭州他方有限公司", "杭州他方有限公司"):
        reason = (
            registries.search(Query("standards", "GB/T 12345-2021", {"drafters": asked}))
            .matches[0]
            .reason("drafters")
        )
        assert reason is not None
        codes.append((reason.code, reason.place))
    assert codes == [("PARTIAL", 2), ("DIFFERENT", 0)]


def test_an_award_by_name_year_project_and_winner(opened: Opener) -> None:
    fields = {
        "name": "浙江省科学技术进步奖",
        "year": "2020年度",
        "grade": "一等奖",
        "project": "高端装备协同优化关键技术及应用",
        "winners": "宁波启衡诺工业软件有限公司",
    }
    best = opened({"awards": AWARDS}).search(Query("awards", "", fields)).best
    assert best is not None
    grade, winners = best.reason("grade"), best.reason("winners")
    assert grade is not None
    assert winners is not None
    assert grade.code == "DIFFERENT"  # the award is the one, its grade is not
    assert winners.place == 2


def test_another_project_of_the_same_winner_is_another_award(opened: Opener) -> None:
    fields = {
        "name": "浙江省科学技术进步奖",
        "year": "2020",
        "project": "高端装备实时分析关键技术及应用",
        "winners": "宁波启衡诺工业软件有限公司",
    }
    findings = opened({"awards": AWARDS}).search(Query("awards", "", fields))
    # the project is of 2021; the award's own name, project and winner agree, its year contradicts
    assert findings.matches[0].reason("year") is not None
    assert findings.matches[0].record.get("year") == "2021"


def test_an_honour_of_another_year_is_another_honour(opened: Opener) -> None:
    registries = opened({"honors": HONORS})
    fields = {"list": "浙江省上云标杆企业", "company": "宁波启衡诺工业软件有限公司"}
    assert registries.search(Query("honors", "", {**fields, "year": "2019"})).best is not None
    assert registries.search(Query("honors", "", {**fields, "year": "2021"})).best is None
    assert registries.search(Query("honors", "", fields)).best is None


def test_a_first_set_whose_level_is_overstated_is_found_and_contradicted(opened: Opener) -> None:
    fields = {
        "product": "大型立式加工中心",
        "company": "宁波恒悦物联网科技股份有限公司",
        "level": "国际",
        "year": "2021",
    }
    best = opened({"first_sets": FIRST_SETS}).search(Query("first_sets", "", fields)).best
    assert best is not None
    level = best.reason("level")
    assert level is not None
    assert level.code == "DIFFERENT"


def test_of_ratings_the_latest_before_the_day_counts(opened: Opener) -> None:
    registries = opened({"credit_ratings": RATINGS})
    for query in (
        Query("credit_ratings", "91330201MA2AGX576R"),
        Query("credit_ratings", "", {"company": "宁波启衡诺工业软件有限公司"}),
    ):
        findings = registries.search(query, date(2022, 4, 15))
        assert findings.best is not None
        assert findings.best.record.get("grade") == "良好"
        assert {m.reasons[-1].code for m in findings.matches[1:]} == {"LATER", "SUPERSEDED"}
        assert all(match.score < CERTAIN for match in findings.matches[1:])


def test_nobody_asked_is_not_nothing_found(opened: Opener, tables: Tables) -> None:
    registries = opened(tables)
    findings = registries.search(Query("standards", "GB/T 12345—2021"))
    assert not findings.asked
    assert "未导入" in findings.problem
    with pytest.raises(UnknownKind):
        registries.search(Query("cars", "1"))


@pytest.mark.parametrize(
    "text",
    [
        '" OR 1=1 --',
        "NEAR(a b)",
        "*",
        "title:甲 AND",
        "'; DROP TABLE patents; --",
        "%_",
        "(",
        "",
        " ",
        "\x00",
        "甲" * 5000,
        "🦊",
    ],
)
def test_any_text_may_be_asked(opened: Opener, tables: Tables, text: str) -> None:
    registries = opened(tables)
    findings = registries.search(
        Query("patents", text, {"title": text, "owners": text, "grant_date": text, "unknown": text})
    )
    assert findings.asked
    assert findings.best is None
    assert registries.loaded["patents"].records == 3


@pytest.mark.parametrize("limit", [0, 1, 5, 12])
def test_as_many_are_told_as_were_asked_for(opened: Opener, limit: int) -> None:
    rows = "\n".join(f"上云标杆企业,省级,2021,宁波启衡诺{each}工业软件有限公司" for each in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰")
    registries = opened({"honors": f"list,level,year,company\n{rows}\n"})
    found = registries.search(Query("honors", fields={"company": "宁波启衡诺工业软件有限公司"}, limit=limit))
    assert len(found.matches) == limit
