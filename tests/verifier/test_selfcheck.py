"""The form against itself: what is said before any evidence is read."""

import pytest

from tests.verifier.factory import Desk, claim, mention, paper
from verifier.claims import Claim
from verifier.rules import load_rules
from verifier.selfcheck import Contradiction, check_form

RIGHT = {
    "revenue.2019": "15200",
    "revenue.2020": "18600",
    "revenue.2021": "23150",
    "revenue_growth.2020": "22.37",
    "revenue_growth.2021": "24.46",
    "rd_expense.2019": "912",
    "rd_expense.2020": "1264.8",
    "rd_expense.2021": "1852",
    "rd_ratio.2019": "6.0",
    "rd_ratio.2020": "6.8",
    "rd_ratio.2021": "8.0",
    "profit_margin.2021": "9.00",
    "employees_total": "386",
    "rd_staff_ratio": "44.56",
}


def form(**changes: str) -> tuple[Claim, ...]:
    cells = {**RIGHT, **{k.replace("__", "."): v for k, v in changes.items()}}
    from dataclasses import replace

    made = []
    for key, text in cells.items():
        one = claim(key, text)
        made.append(replace(one, field=replace(one.field, number=float(text.replace(",", "")))))
    return tuple(made)


def found(*claims: Claim, **told: tuple) -> tuple[Contradiction, ...]:  # type: ignore[type-arg]
    return check_form(claims, load_rules(), told)


def test_a_form_that_agrees_with_itself_is_left_alone() -> None:
    assert found(*form()) == ()


@pytest.mark.parametrize("printed", ["22.36", "22.4", "22.3", "22"])
def test_rounding_and_cutting_off_are_no_contradictions(printed: str) -> None:
    assert found(*form(revenue_growth__2020=printed)) == ()


WRONG = {
    "growth of another base": ({"revenue_growth__2021": "19.65"}, "ARITHMETIC", "revenue_growth.2021"),
    "a fraction for a percentage": ({"revenue_growth__2021": "0.2446"}, "UNIT_ERROR", "revenue_growth.2021"),
    "a share that does not follow": ({"rd_ratio__2020": "7.4"}, "ARITHMETIC", "rd_ratio.2020"),
    "one year in 元": ({"revenue__2021": "231500000"}, "UNIT_ERROR", "revenue.2021"),
    "one year in 千元": ({"rd_expense__2020": "12648"}, "UNIT_ERROR", "rd_expense.2020"),
    "one year in 亿元": ({"revenue__2019": "1.52"}, "UNIT_ERROR", "revenue.2019"),
    "no whole number of people": (
        {"employees_total": "20", "rd_staff_ratio": "44.56"},
        "ARITHMETIC",
        "rd_staff_ratio",
    ),
    "more than everybody": ({"rd_staff_ratio": "144.56"}, "ARITHMETIC", "rd_staff_ratio"),
}


@pytest.mark.parametrize("story", WRONG)
def test_figures_that_cannot_all_be_right(story: str) -> None:
    changes, code, suspect = WRONG[story]
    told = found(*form(**changes))
    assert any(c.code == code and c.keys[0] == suspect and c.message for c in told), told


def test_a_sentence_against_the_cell() -> None:
    cell = claim("invention_patents_valid", 26)
    told = mention("patent_invention", "发明专利", quantity=30.0, unit="件")
    (one,) = found(cell, controllable_technology=(told,))
    assert one.keys == ("controllable_technology", "invention_patents_valid") and "26" in one.message
    same = mention("patent_invention", "发明专利", quantity=26.0, unit="件")
    over = mention("patent_invention", "发明专利", quantity=20.0, unit="件", bound="gt")
    assert found(cell, controllable_technology=(same, over)) == ()


def test_parts_that_are_more_than_their_whole() -> None:
    whole = mention("award", "科学技术奖励", quantity=5.0, unit="项")
    parts = [
        mention("award", "科学技术奖励", quantity=q, unit="项", grade="二等奖", part=True) for q in (3.0, 3.0)
    ]
    assert [c.code for c in found(innovation_performance=(whole, *parts))] == ["SUM_MISMATCH"]
    assert found(innovation_performance=(whole, parts[0])) == ()


def test_the_remark_stands_at_the_claim_and_changes_no_flag() -> None:
    audit = paper("audit_report", "a", holder="宁波甬江数智科技有限公司", year=2021, revenue_wan=23150.0)
    claims = [
        claim("revenue.2020", 18600.0),
        claim("revenue.2021", 23150.0),
        claim("revenue_growth.2021", 44.46),
    ]
    amount, growth = Desk((audit,)).judge(*claims)[1:]
    assert amount.flag.value == "supported" and "FORM_INCONSISTENT" in amount.flags
    assert "申报表自查" in amount.explanation and "ARITHMETIC" not in amount.reasons
    assert "ARITHMETIC" in growth.reasons
