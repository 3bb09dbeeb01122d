"""Who checks what was drawn: by the seed, nobody who has ties, nobody more than the others."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from verifier.errors import ListUnread
from verifier.spotchecks.drawing import Draw, Plan, Unit, draw
from verifier.spotchecks.reviewers import Reviewer, assign, read_reviewers, ticket

POOL = tuple(Reviewer(f"检查员{n}") for n in range(6))


def drawn(n: int, seed: str = "7", **traits: str) -> Draw:
    return draw([Unit(f"宁波第{i}科技有限公司", traits) for i in range(n)], Plan(seed, size=n))


@given(some.integers(1, 30), some.integers(1, 4), some.text("0123456789", min_size=1, max_size=6), some.permutations(POOL))
def test_the_seed_decides_and_nobody_is_burdened_more(n: int, each: int, seed: str, pool: list[Reviewer]) -> None:
    found = assign(drawn(n, seed), pool, each)
    assert found == assign(drawn(n, seed), POOL, each), "the order of the pool does not matter"
    assert all(len(set(one.reviewers)) == each for one in found)
    burden = Counter(name for one in found for name in one.reviewers)
    assert max(burden.values()) - min(burden.get(r.name, 0) for r in POOL) <= 1


@pytest.mark.parametrize("tie", ["宁波第0科技有限公司", " 宁波第0科技有限公司 ", "91330201MA2AGXYN1C", "91330201ma2agxyn1c", "旧名软件有限公司"])
def test_whoever_has_ties_is_not_sent(tie: str) -> None:
    unit = Unit("宁波第0科技有限公司", {"统一社会信用代码": "91330201MA2AGXYN1C", "曾用名": "旧名软件有限公司"})
    found = draw([unit], Plan("7", size=1))
    pool = (Reviewer("甲", (tie,)), Reviewer("乙"), Reviewer("丙", ("宁波第9科技有限公司",)))
    (one,) = assign(found, pool, 2)
    assert set(one.reviewers) == {"乙", "丙"} and one.excluded == ("甲",)


def test_too_few_are_told_with_the_company_and_what_to_do() -> None:
    pool = (Reviewer("甲", ("宁波第0科技有限公司",)), Reviewer("乙"))
    with pytest.raises(ListUnread, match="宁波第0科技有限公司.*只有1名.*--each"):
        assign(drawn(1), pool, 2)


def test_tickets_can_be_reckoned_by_anybody() -> None:
    (one,) = assign(drawn(1), POOL, 1)
    assert one.reviewers[0] == min((r.name for r in POOL), key=lambda name: ticket("7", one.unit, name))


def test_the_pool_is_read_with_ties_and_employers(tmp_path: Path) -> None:
    table = tmp_path / "检查人员.csv"
    table.write_text("工号,姓名,单位,回避\n1,甲,宁波某所,宁波A有限公司；宁波B有限公司\n2,乙,宁波C有限公司,\n", "utf-8")
    assert read_reviewers(table) == (
        Reviewer("甲", ("宁波A有限公司", "宁波B有限公司", "宁波某所")), Reviewer("乙", ("宁波C有限公司",)),
    )  # fmt: skip
    table.write_text("姓名,回避\n甲,\n甲,\n", "utf-8")
    with pytest.raises(ListUnread, match="重名"):
        read_reviewers(table)
