"""A draw that anybody can repeat, and a sample's size that can be reckoned by hand."""

from hashlib import sha256
from math import comb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from verifier.errors import ListUnread
from verifier.spotchecks.drawing import Plan, Unit, draw, ticket
from verifier.spotchecks.lists import units_of_table
from verifier.spotchecks.sampling import bad_units, missed, sample_size, shares


@pytest.mark.parametrize(
    "population, bad, size",
    [(30, 1, 29), (30, 3, 19), (26, 3, 16), (112, 6, 44), (112, 12, 24), (108, 11, 25)],
)
def test_sizes_are_those_of_the_hypergeometric_distribution(population: int, bad: int, size: int) -> None:
    found = sample_size(population, bad)
    assert found.size == size and found.probability >= 0.95
    assert 1 - comb(population - bad, size - 1) / comb(population, size - 1) < 0.95
    assert f"总体{population}" in found.sentence() and f"抽取{size}个" in found.sentence()


@given(some.integers(1, 400), some.data())
def test_one_fewer_would_not_do(population: int, data: some.DataObject) -> None:
    bad = data.draw(some.integers(1, population))
    found = sample_size(population, bad)
    assert 1 - missed(population, bad, found.size) >= 0.95
    assert found.size == 1 or 1 - missed(population, bad, found.size - 1) < 0.95


def units(n: int) -> list[Unit]:
    return [
        Unit(f"企业{i}", {"市": "宁波" if i % 3 else "杭州", "风险": "高" if i % 10 == 0 else "低"})
        for i in range(n)
    ]


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_list() -> None:
    plan = Plan("20220506", by=("市",))
    first, again = draw(units(60), plan), draw(units(60)[::-1], plan)
    assert first.drawn == again.drawn and first.strata == again.strata
    other = draw(units(60), Plan("20220507", by=("市",)))
    assert {d.unit.name for d in other.drawn} != {d.unit.name for d in first.drawn}
    assert first.drawn[0].ticket == sha256(f"20220506\n{first.drawn[0].unit.name}".encode()).hexdigest()


def test_every_stratum_is_drawn_from_in_proportion() -> None:
    found = draw(units(60), Plan("1", by=("市",)))
    assert found.size is not None and found.size.size == len(found.drawn) == sum(
        n for _, _, n in found.strata
    )
    assert [(name, total) for name, total, _ in found.strata] == [("宁波", 40), ("杭州", 20)]
    assert found.strata[0][2] in (found.size.size * 2 // 3, found.size.size * 2 // 3 + 1)


def test_all_of_high_risk_and_a_share_of_the_rest() -> None:
    found = draw(units(60), Plan("1", whole=(("风险", "高"),), size=5))
    high = [d for d in found.drawn if d.why == "全数抽取"]
    assert len(high) == 6 and len(found.drawn) == 11 and found.strata[0] == ("全数抽取", 6, 6)


@given(
    some.dictionaries(some.text(min_size=1, max_size=3), some.integers(1, 50), min_size=1, max_size=8),
    some.integers(1, 120),
)
def test_shares_add_up_and_never_exceed_a_stratum(strata: dict[str, int], size: int) -> None:
    given_ = shares(strata, size)
    assert all(1 <= given_[name] <= n for name, n in strata.items())
    assert sum(given_.values()) == min(sum(strata.values()), max(len(strata), size))


def test_lowest_tickets_are_drawn() -> None:
    found = draw(units(30), Plan("s", size=4))
    lowest = sorted((u.name for u in units(30)), key=lambda name: ticket("s", name))[:4]
    assert [d.unit.name for d in found.drawn] == lowest


@pytest.mark.parametrize(
    "listed, plan, said",
    [
        ([], Plan("1"), "名单为空"),
        ([Unit("甲", {}), Unit("甲", {})], Plan("1"), "重名：甲"),
        (units(3), Plan("1", by=("县",)), "没有列“县”"),
    ],
)
def test_lists_that_cannot_be_drawn_from_say_why(listed: list[Unit], plan: Plan, said: str) -> None:
    with pytest.raises(ListUnread, match=said):
        draw(listed, plan)


def test_a_list_is_any_table_of_the_office(tmp_path: Path) -> None:
    table = tmp_path / "名单.csv"
    table.write_text("序号,企业名称,市\n1,甲,宁波\n2,乙,杭州\n", "gb18030")
    assert [(u.name, u.traits["市"]) for u in units_of_table(table)] == [("甲", "宁波"), ("乙", "杭州")]
    assert [u.name for u in units_of_table(table, "序号")] == ["1", "2"]
    with pytest.raises(ListUnread, match="没有列“代码”"):
        units_of_table(table, "代码")
    table.write_text("企业名称\n", "utf-8")
    with pytest.raises(ListUnread, match="没有名单"):
        units_of_table(table)


def test_a_rate_means_at_least_one() -> None:
    assert [bad_units(30, 0.1), bad_units(30, 0.001), bad_units(112, 0.05)] == [3, 1, 6]
