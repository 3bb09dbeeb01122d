"""The forty items: each at, just below and just above its threshold; three values; questions."""

import ast
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registries.match import Match
from tests.verifier.factory import APPLICANT, Desk, claim, paper, record
from verifier.indicators.indicators import _figure, indicate
from verifier.indicators.measures import measure_all
from verifier.indicators.sheet import Sheet, sheet_of
from verifier.rules import load_rules
from verifier.rules.expression import UNKNOWN, Span, both, either, evaluate, exactly
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict

RULES = load_rules()
ITEMS = {rule.id: rule for rule in RULES.indicators}
DAY = date(2022, 4, 15)

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
JUDGEMENT = ("I-07.3", "I-11.1", "I-14.2", "I-15.2", "I-16.2", "I-17.1")


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


NOTICE = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "000_11ef92597cbe2681.txt"


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


@pytest.mark.parametrize("item", JUDGEMENT)
def test_what_only_a_person_can_judge_is_a_question_until_it_is_answered(item: str) -> None:
    sheet = _sheet()
    before = next(i for i in indicate(sheet) if i.id == item)
    assert (before.met, before.machine, bool(before.question)) == (None, None, True)
    for answer in (True, False):
        after = next(i for i in indicate(sheet, {item: answer}) if i.id == item)
        assert (after.met, after.question) == (answer, "")


def test_a_person_may_not_answer_what_the_machine_has_refused() -> None:
    sheet = _sheet(_verdict("brand_honours", None))
    assert next(i for i in indicate(sheet, {"I-03.1": True}) if i.id == "I-03.1").met is False


TRUTHS = st.sampled_from([True, False, None])


@given(TRUTHS, TRUTHS)
def test_kleene_logic_is_dual_and_never_guesses(a: bool | None, b: bool | None) -> None:
    def negated(x: bool | None) -> bool | None:
        return None if x is None else not x

    assert both(a, b) == both(b, a)
    assert negated(both(a, b)) == either(negated(a), negated(b))
    if both(a, b) is not None and None in (a, b):
        assert both(a, b) is False


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(0, 1_000_000))
def test_a_span_decides_only_where_every_value_in_it_would(low: float, width: float, limit: int) -> None:
    span = Span(low, low + width)
    told = evaluate(f"x >= {limit}", {"x": span})
    ends = {end >= limit for end in (span.low, span.high)}
    assert told is (ends.pop() if len(ends) == 1 else None)


def test_an_expression_is_arithmetic_of_measures_and_nothing_else() -> None:
    for bad in ("__import__('os')", "a + 1 > 2", "f(x) > 1"):
        with pytest.raises(ValueError, match="no "):
            evaluate(bad, {})


# --- from verdicts to measures -------------------------------------------------------------------


def _verdict(
    key: str,
    value: float | None,
    *,
    claimed: float | None = None,
    outcome: Outcome = Outcome.SUPPORTED,
    flag: Flag = Flag.SUPPORTED,
    items: tuple[Item, ...] = (),
    evidence: tuple[Evidence, ...] = (),
) -> Verdict:
    asked = claimed if claimed is not None else value
    return Verdict(key, key, asked, value, flag, outcome, items=items, evidence=evidence)


def _sheet(*verdicts: Verdict, papers: tuple = (), scope: str = "") -> Sheet:  # type: ignore[type-arg]
    claims = [claim(f"revenue.{y}", 1.0) for y in (2019, 2020, 2021)]
    claims += [claim("main_business_scope", scope)] if scope else []
    return sheet_of(verdicts, papers, claims, RULES, DAY)


def _item(name: str, kind: str = "honour", flag: Flag = Flag.SUPPORTED, **more: object) -> Item:
    outcome = {
        Flag.SUPPORTED: Outcome.SUPPORTED,
        Flag.UNSUPPORTED: Outcome.CONTRADICTED,
        Flag.NEEDS_REVIEW: Outcome.NEEDS_HUMAN_REVIEW,
    }[flag]
    return replace(Item(kind, name, flag, outcome), **more)  # type: ignore[arg-type]


def test_verified_values_decide_and_claimed_ones_stand_beside() -> None:
    lied = _verdict(
        "revenue.2021", 50_000, claimed=500_000, outcome=Outcome.CONTRADICTED, flag=Flag.UNSUPPORTED
    )
    found = next(i for i in indicate(_sheet(lied)) if i.id == "I-01.1")
    assert found.met is None and found.met_as_claimed is True  # growth is unknown, revenue is not above 8亿
    assert "50000" in found.explanation and "按申报数据为达到" in found.explanation


def test_overstated_and_still_enough() -> None:
    short = _verdict(
        "software_copyrights", 112, claimed=130, outcome=Outcome.PARTIALLY_SUPPORTED, flag=Flag.UNSUPPORTED
    )
    assert next(i for i in indicate(_sheet(short)) if i.id == "I-09.1").met is True


def test_what_is_open_may_still_tip_the_scale() -> None:
    waiting = _verdict(
        "software_copyrights", 98, claimed=101, outcome=Outcome.NEEDS_HUMAN_REVIEW, flag=Flag.NEEDS_REVIEW
    )
    assert measure_all(_sheet(waiting), verified=True)["software_copyrights"] == Span(98, 101)
    assert next(i for i in indicate(_sheet(waiting)) if i.id == "I-09.1").met is None


def _patent(key: str, ipc: str) -> Evidence:
    return Evidence(key, None, key, True, match=Match(record("patents", key, ipc=ipc), 1.0))


def test_inventions_are_digital_by_their_class_and_open_without_one() -> None:
    classes = ["G06F 16/27", "H04L 29/08; G06Q 10/06", "F16K 1/00", ""]
    evidence = tuple(_patent(f"p{i}", ipc) for i, ipc in enumerate(classes))
    sheet = _sheet(_verdict("invention_patents_valid", 4, evidence=evidence))
    assert measure_all(sheet, verified=True)["digital_inventions"] == Span(2, 3)
    assert measure_all(sheet, verified=False)["digital_inventions"] == exactly(4)


def test_local_and_group_standards_count_on_the_form_and_not_for_the_indicator() -> None:
    def one(key: str, level: str) -> Evidence:
        return Evidence(key, None, key, True, match=Match(record("standards", key, level=level), 1.0))

    led = _verdict("standards_led", 2, evidence=(one("a", "国家"), one("b", "团体")))
    joined = _verdict("standards_participated", 2, evidence=(one("c", "行业"), one("d", "地方")))
    sheet = _sheet(led, joined)
    assert measure_all(sheet, verified=True)["standards"] == exactly(2)
    lax = replace(RULES, policy=replace(RULES.policy, group_local_standards_count=True))
    assert measure_all(replace(sheet, rules=lax), verified=True)["standards"] == exactly(4)


LISTED = {
    "a listed honour": (_item("浙江制造精品", level="省"), 1),
    "a nomination is another award": (_item("中国质量奖提名奖", level="国家"), 0),
    "an honour that is not listed": (_item("AAA级信用企业"), 0),
    "a city's quality award": (_item("宁波市政府质量奖", level="市"), 0),
    "one that was not proved": (_item("浙江制造精品", flag=Flag.UNSUPPORTED, level="省"), 0),
}


OPEN = {
    "a provincial honour that the list does not name": (
        _item("浙江省优秀工业产品", level="省"),
        Span(0, 1),
        None,
    ),
    "a city's honour": (_item("宁波市名牌产品", level="市"), exactly(0), False),
    "one of no level": (_item("AAA级信用企业"), exactly(0), False),
    "one that was not proved": (
        _item("浙江省优秀工业产品", flag=Flag.UNSUPPORTED, level="省"),
        exactly(0),
        False,
    ),
    "a nomination": (_item("中国质量奖提名奖", level="国家"), exactly(0), False),
}


@pytest.mark.parametrize("story", OPEN)
def test_等_leaves_to_a_person_whether_another_honour_is_meant(story: str) -> None:
    item, span, met = OPEN[story]
    sheet = _sheet(_verdict("brand_honours", 1, items=(item,)))
    assert measure_all(sheet, verified=True)["brand_honours"] == span
    found = next(i for i in indicate(sheet) if i.id == "I-03.1")
    assert found.machine is met and (("等荣誉" in found.question) is (met is None))


@pytest.mark.parametrize("story", LISTED)
def test_listed_brand_honours(story: str) -> None:
    item, wanted = LISTED[story]
    sheet = _sheet(_verdict("brand_honours", 1, items=(item,)))
    assert measure_all(sheet, verified=True)["brand_honours"] == exactly(wanted)


def test_an_honour_before_the_three_years_does_not_count_where_the_text_says_three_years() -> None:
    old = _verdict(
        "innovation_performance", 1, items=(_item("浙江省科学技术进步奖", "award", year=2016, level="省"),)
    )
    new = _verdict(
        "innovation_performance", 1, items=(_item("浙江省科学技术进步奖", "award", year=2020, level="省"),)
    )
    assert measure_all(_sheet(old), verified=True)["science_awards"] == exactly(0)
    assert measure_all(_sheet(new), verified=True)["science_awards"] == exactly(1)


def test_taking_part_is_undertaking_only_where_the_policy_says_so() -> None:
    item = _item("项目", "project", role="participate", level="省", year=2021)
    sheet = _sheet(_verdict("innovation_performance", 1, items=(item,)))
    strict = replace(RULES, policy=replace(RULES.policy, participation_is_undertaking=False))
    assert measure_all(sheet, verified=True)["major_projects"] == exactly(1)
    assert measure_all(replace(sheet, rules=strict), verified=True)["major_projects"] == exactly(0)


def test_gathered_developers_are_never_active_ones() -> None:
    told = _verdict("developers_count", 3200)
    apps = _verdict("integrated_apps_count", 542)
    gathered = paper("platform_statistics", "s", devs=3200, apps=542)
    assert next(i for i in indicate(_sheet(told, apps, papers=(gathered,))) if i.id == "I-13.2").met is None
    active = paper("platform_statistics", "s", devs=3200, active_devs=101, apps=542)
    assert next(i for i in indicate(_sheet(told, apps, papers=(active,))) if i.id == "I-13.2").met is True


EVALUATIONS = {
    "level three, ten months old": (dict(date="2021-06-20", level="3", conclusion="良"), 1),
    "level three, more than a year old": (dict(date="2021-03-20", level="3", conclusion="良"), 0),
    "level two may be older": (dict(date="2021-03-20", level="2", conclusion="良"), 1),
    "failed": (dict(date="2021-06-20", level="3", conclusion="差"), 0),
}


@pytest.mark.parametrize("story", EVALUATIONS)
def test_evaluations_of_protection_age_by_their_level(story: str) -> None:
    facts, wanted = EVALUATIONS[story]
    sheet = _sheet(papers=(paper("mlps_report", "m", **facts),))  # type: ignore[arg-type]
    assert measure_all(sheet, verified=True)["evaluation_passed"] == exactly(wanted)
    assert measure_all(_sheet(), verified=True)["evaluation_passed"] == UNKNOWN


GROWTH = {
    "all readings above": ((10_000, 15_000, 22_000), (30.0, 50.0, 46.67), True),
    "all readings below": ((20_000, 21_000, 22_500), (5.0, 5.0, 7.14), False),
    "two intervals pass, three do not": ((15_200, 18_600, 23_150), (8.57, 22.37, 24.46), None),
}


@pytest.mark.parametrize("story", GROWTH)
def test_three_readings_of_average_growth_must_agree(story: str) -> None:
    revenue, rates, wanted = GROWTH[story]
    years = (2019, 2020, 2021)
    verdicts = [_verdict(f"revenue.{y}", r) for y, r in zip(years, revenue, strict=True)]
    verdicts += [_verdict(f"revenue_growth.{y}", r) for y, r in zip(years, rates, strict=True)]
    sheet = _sheet(*verdicts)
    assert next(i for i in indicate(sheet) if i.id == "I-01.1").met is wanted
    chosen = replace(sheet, rules=replace(RULES, policy=replace(RULES.policy, avg_growth_method="cagr2")))
    assert next(i for i in indicate(chosen) if i.id == "I-01.1").met is not None


def test_rounding_lifts_nothing_over_a_threshold() -> None:
    """6.996 % is printed as 7.00 %, agrees with the form, and is not 7 %."""
    audit = paper("audit_report", "a", holder=APPLICANT, year=2021, revenue_wan=100_000.0, profit_wan=6_996.0)
    claims = [claim(f"revenue.{y}", 100_000.0) for y in (2019, 2020, 2021)] + [
        claim("profit_margin.2021", 7.0)
    ]
    verdict = Desk((audit,)).judge(*claims)[-1]
    assert (verdict.flag, verdict.verified) == (Flag.SUPPORTED, 6.996)
    found = indicate(sheet_of((verdict,), (audit,), claims, RULES, DAY))
    assert next(i for i in found if i.id == "I-01.2").met is False


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (14.353233, "14.35"),
        (86265.93, "86265.93"),
        (19.9991, "19.9991"),
        (5, "5"),
        (0.0, "0"),
        (7.004, "7.004"),
    ],
)
def test_figures_are_short_but_never_round_to_a_threshold(value: float, words: str) -> None:
    assert _figure(value) == words
