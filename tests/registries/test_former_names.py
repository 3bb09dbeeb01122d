"""Former names open a record to the company that bore them, in their time."""

from collections.abc import Callable, Mapping
from datetime import date

from registries.catalog import Registries
from registries.companies import parse_former_names
from registries.query import Query

Tables = Mapping[str, str]
Opener = Callable[..., Registries]
CURRENT, FORMER, OLD = "宁波启衡诺工业软件有限公司", "宁波启衡软件有限公司", "宁波老启衡有限公司"


def test_the_column_with_and_without_dates() -> None:
    dated, undated = parse_former_names("甲公司@2015-03-01..2019-06-30；乙公司")
    assert (dated.name, dated.since, dated.until) == ("甲公司", date(2015, 3, 1), date(2019, 6, 30))
    assert (undated.name, undated.since, undated.until) == ("乙公司", None, None)
    assert dated.held_on(date(2019, 6, 30))
    assert not dated.held_on(date(2019, 7, 1))
    assert undated.held_on(date(1990, 1, 1))


def test_dates_of_other_forms_and_open_ends() -> None:
    (name,) = parse_former_names("甲公司@2015.3.1..")
    assert (name.since, name.until) == (date(2015, 3, 1), None)


def test_all_names_of_a_company_by_code_present_and_former_name(opened: Opener, tables: Tables) -> None:
    registries = opened(tables)
    for asked in ("91330201MA2AGX576R", CURRENT, FORMER, OLD):
        names = registries.names_of(asked)
        assert names is not None
        assert names.current == CURRENT
        assert [former.name for former in names.former] == [FORMER, OLD]
    assert registries.names_of("宁波启衡诺工业软体有限公司") is None


def test_a_patent_granted_under_the_former_name_belongs_to_the_company(
    opened: Opener, tables: Tables
) -> None:
    query = Query("patents", "2018203456787", {"title": "一种网关安装支架", "owners": CURRENT})
    best = opened(tables).search(query).best
    assert best is not None
    reason = best.reason("owners")
    assert reason is not None
    assert reason.code == "FORMER_NAME"
    assert "曾用名" in reason.text


def test_a_paper_in_a_name_that_had_ended_is_told(opened: Opener, tables: Tables) -> None:
    # granted 2021, but the former name ended in 2019
    query = Query("patents", "2019108765432", {"owners": FORMER})
    reason = opened(tables).search(query).matches[0].reason("owners")
    assert reason is not None
    assert reason.code == "FORMER_NAME_OUT_OF_TIME"
    assert "不在使用期内" in reason.text


def test_a_former_name_without_dates_matches_at_any_time(opened: Opener, tables: Tables) -> None:
    reason = (
        opened(tables).search(Query("patents", "2019108765432", {"owners": OLD})).matches[0].reason("owners")
    )
    assert reason is not None
    assert reason.code == "FORMER_NAME"


def test_a_search_by_the_present_name_finds_what_is_registered_under_the_former(
    opened: Opener, tables: Tables
) -> None:
    best = opened(tables).search(Query("patents", "", {"title": "一种网关安装支架", "owners": CURRENT})).best
    assert best is not None
    assert best.record.id == "2018203456787"


def test_the_parent_is_another_company(opened: Opener, tables: Tables) -> None:
    reason = opened(tables).same_company(CURRENT, "宁波启衡控股集团有限公司")
    assert reason.code == "RELATED"
    assert reason.weight == 0


def test_without_a_registry_of_companies_names_stand_for_themselves(opened: Opener, tables: Tables) -> None:
    registries = opened({"patents": tables["patents"]})
    assert registries.names_of(CURRENT) is None
    assert registries.same_company(CURRENT, FORMER).code == "DIFFERENT"
