"""The forty items: each at, just below and just above its threshold, with the word that decides."""

import ast
import re
from pathlib import Path

import pytest

from tests.verifier.indicators.sheets import ITEMS, JUDGEMENT, RULES
from verifier.rules.expression import evaluate, exactly

# Each item: what is measured, what must come out. Below, at and above, with the word that decides.
THRESHOLDS: dict[str, list[tuple[dict[str, float], bool]]] = {
    "I-01.1": [
        ({"revenue": 79_999.99, "growth_avg": 0}, False),
        ({"revenue": 80_000, "growth_avg": 0}, False),  # 超: the number itself is not enough
        ({"revenue": 80_000.01, "growth_avg": 0}, True),
        ({"revenue": 19_999.99, "growth_avg": 30}, False),
        ({"revenue": 20_000, "growth_avg": 30}, False),
        ({"revenue": 20_000.01, "growth_avg": 20}, False),
        ({"revenue": 20_000.01, "growth_avg": 19.99}, False),
        ({"revenue": 20_000.01, "growth_avg": 20.01}, True),
    ],
    "I-01.2": [
        ({"profit_margin": 6.99}, False),
        ({"profit_margin": 7}, True),
        ({"profit_margin": 7.01}, True),
    ],
    "I-01.3": [({"tax_per_mu": 29.99}, False), ({"tax_per_mu": 30}, True), ({"tax_per_mu": 30.01}, True)],
    "I-02.1": [
        ({"rank_global": 11, "rank_national": 6}, False),
        ({"rank_global": 10, "rank_national": 6}, True),
        ({"rank_global": 9, "rank_national": 6}, True),
        ({"rank_global": 11, "rank_national": 5}, True),
        ({"rank_global": 11, "rank_national": 4}, True),
    ],
    "I-03.1": [({"brand_honours": 0}, False), ({"brand_honours": 1}, True), ({"brand_honours": 2}, True)],
    "I-04.1": [({"credit_grade": 3}, False), ({"credit_grade": 4}, True), ({"credit_grade": 5}, True)],
    "I-05.1": [({"rd_ratio": 4.99}, False), ({"rd_ratio": 5}, True), ({"rd_ratio": 5.01}, True)],
    "I-05.2": [
        ({"rd_first": 100, "rd_second": 100, "rd_last": 101}, False),
        ({"rd_first": 100, "rd_second": 101, "rd_last": 101}, False),
        ({"rd_first": 100, "rd_second": 99, "rd_last": 102}, False),
        ({"rd_first": 100, "rd_second": 100.01, "rd_last": 100.02}, True),
    ],
    "I-06.1": [
        ({"rd_staff_ratio": 14.99}, False),
        ({"rd_staff_ratio": 15}, True),
        ({"rd_staff_ratio": 15.01}, True),
    ],
    "I-06.2": [
        ({"manufacturing": 0, "edu_title_ratio": 49.99}, False),
        ({"manufacturing": 0, "edu_title_ratio": 50}, False),  # 超50%
        ({"manufacturing": 0, "edu_title_ratio": 50.01}, True),
        ({"manufacturing": 1, "edu_title_ratio": 14.99}, False),
        ({"manufacturing": 1, "edu_title_ratio": 15}, True),  # 不低于15%
        ({"manufacturing": 1, "edu_title_ratio": 15.01}, True),
    ],
    "I-09.1": [
        ({"digital_inventions": 19, "software_copyrights": 99}, False),
        ({"digital_inventions": 20, "software_copyrights": 0}, True),
        ({"digital_inventions": 21, "software_copyrights": 0}, True),
        ({"digital_inventions": 0, "software_copyrights": 100}, True),
        ({"digital_inventions": 0, "software_copyrights": 101}, True),
    ],
    "I-09.2": [({"standards": 2}, False), ({"standards": 3}, True), ({"standards": 4}, True)],
    "I-10.1": [
        ({"cloud_forms": 0, "cloud_facilities": 4}, False),
        ({"cloud_forms": 1, "cloud_facilities": 0}, False),
        ({"cloud_forms": 1, "cloud_facilities": 1}, True),
        ({"cloud_forms": 2, "cloud_facilities": 2}, True),
    ],
    "I-12.1": [
        ({"security_rules": 0, "data_rules": 1}, False),
        ({"security_rules": 1, "data_rules": 0}, False),
        ({"security_rules": 1, "data_rules": 1}, True),
        ({"security_rules": 2, "data_rules": 2}, True),
    ],
    "I-12.2": [
        ({"filings": 0, "evaluation_passed": 1}, False),
        ({"filings": 1, "evaluation_passed": 0}, False),
        ({"filings": 1, "evaluation_passed": 1}, True),
        ({"filings": 2, "evaluation_passed": 1}, True),
    ],
    "I-13.2": [
        ({"active_developers": 100, "integrated_apps": 101}, False),
        ({"active_developers": 101, "integrated_apps": 100}, False),
        ({"active_developers": 99, "integrated_apps": 99}, False),
        ({"active_developers": 101, "integrated_apps": 101}, True),
    ],
    "I-16.1": [({"cases": 99}, False), ({"cases": 100}, False), ({"cases": 101}, True)],
    "I-17.2": [
        ({"csr_reports": 1, "csr_min_reports": 2}, False),
        ({"csr_reports": 2, "csr_min_reports": 2}, True),
        ({"csr_reports": 3, "csr_min_reports": 2}, True),
    ],
    "I-18.1": [({"industries": 2}, False), ({"industries": 3}, True), ({"industries": 4}, True)],
    **{
        item: [({name: 0}, False), ({name: 1}, True), ({name: 2}, True)]
        for item, name in {
            "I-06.3": "talents",
            "I-07.1": "appraisals",
            "I-07.2": "directory_entries",
            "I-08.1": "major_projects",
            "I-08.2": "science_awards",
            "I-08.3": "first_sets",
            "I-10.2": "native_platform",
            "I-10.3": "cloud_honours",
            "I-11.2": "bigdata_honours",
            "I-13.1": "platforms",
            "I-14.1": "led_consortia",
            "I-15.1": "components",
            "I-15.3": "open_source_roles",
            "I-18.2": "solution_collections",
            "I-19.1": "demo_cases",
        }.items()
    },
}


def test_every_item_of_the_article_is_there_once() -> None:
    assert len(ITEMS) == 40 == len(RULES.indicators)
    assert len({(r.level1, r.level2) for r in RULES.indicators}) == 19
    assert set(THRESHOLDS) | set(JUDGEMENT) == set(ITEMS)
    assert all(rule.text and rule.claims for rule in RULES.indicators)


@pytest.mark.parametrize("item", THRESHOLDS)
def test_below_at_and_above_the_threshold(item: str) -> None:
    for measured, met in THRESHOLDS[item]:
        spans = {name: exactly(value) for name, value in measured.items()}
        assert evaluate(ITEMS[item].met, spans) is met, measured


def comparisons(expression: str) -> list[tuple[str, float]]:
    """Every «measure, number» that an expression compares; a measure that is true or false is held against 1."""
    tree = ast.parse(expression, mode="eval")
    found = [n for n in ast.walk(tree) if isinstance(n, ast.Compare)]
    numbers = [(n.left.id, n.comparators[0].value) for n in found
               if isinstance(n.left, ast.Name) and isinstance(n.comparators[0], ast.Constant)]  # fmt: skip
    return [(name, float(str(number))) for name, number in numbers]


@pytest.mark.parametrize("item", THRESHOLDS)
def test_the_cases_stand_below_at_and_above_every_number_of_the_rule(item: str) -> None:
    for name, number in comparisons(ITEMS[item].met):
        tried = {case[name] for case, _ in THRESHOLDS[item] if name in case}
        assert number in tried, f"{item}: nothing at {name} {number}"
        assert any(v < number for v in tried) and any(v > number for v in tried), f"{item}: {name} {number}"
    told = {met for _, met in THRESHOLDS[item]}
    assert told == {True, False}


NUMBERS = re.compile(
    r"(?P<before>超过?|不低于|达到|前)?(?P<n>\d+|[三五十])(?P<unit>亿|%|万元/亩|件|项|个)?(?P<after>以上)?"
)


@pytest.mark.parametrize("item", THRESHOLDS)
def test_超_excludes_and_以上_includes(item: str) -> None:
    """Each number of the article stands in the rule, with the comparison that its words ask for."""
    rule = ITEMS[item]
    signs = {(float(n), sign) for sign, n in re.findall(r"(>=|<=|>|<) (\d+(?:\.\d+)?)", rule.met)}
    for found in NUMBERS.finditer(rule.text.replace("近三年", "").replace("部分", "")):
        number = float({"三": 3, "五": 5, "十": 10}.get(found["n"], found["n"]))
        number *= 10_000 if found["unit"] == "亿" else 1
        if found["before"] == "前":
            wanted = "<="
        elif (found["before"] or "").startswith("超"):
            wanted = ">"
        elif found["after"] or found["before"] in ("不低于", "达到"):
            wanted = ">="
        else:
            continue
        assert (number, wanted) in signs, f"{item}: {found[0]} is {wanted} {number:g}"


NOTICE = Path(__file__).resolve().parents[4] / "shared" / "seeds" / "000_11ef92597cbe2681.txt"


@pytest.mark.skipif(not NOTICE.exists(), reason="the notice is not at hand")
def test_every_text_is_the_notices_own() -> None:
    said = re.sub(r"\s", "", NOTICE.read_text("utf-8")).partition("指标说明")[2]
    at = 0
    for rule in RULES.indicators:  # in the notice's order, too
        at = said.find(re.sub(r"\s", "", rule.text), at)
        assert at >= 0, f"{rule.id}: {rule.text}"


@pytest.mark.parametrize("item", THRESHOLDS)
def test_what_nobody_measured_nobody_can_say(item: str) -> None:
    assert evaluate(ITEMS[item].met, {}) is None
