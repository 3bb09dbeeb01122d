"""From verdicts to measures: what counts for an item, what a person must answer."""

from dataclasses import replace

import pytest

from registries.match import Match
from tests.verifier.factory import APPLICANT, Desk, claim, paper, record
from tests.verifier.indicators.sheets import (
    DAY,
    JUDGEMENT,
    RULES,
    claimed_item,
    sheet_with,
    verdict_on,
)
from verifier.indicators.indicators import _figure, indicate
from verifier.indicators.measures import measure_all
from verifier.indicators.sheet import sheet_of
from verifier.rules.expression import UNKNOWN, Span, exactly
from verifier.verdict import Evidence, Flag, Outcome


@pytest.mark.parametrize("item", JUDGEMENT)
def test_what_only_a_person_can_judge_is_a_question_until_it_is_answered(item: str) -> None:
    sheet = sheet_with()
    before = next(i for i in indicate(sheet) if i.id == item)
    assert (before.met, before.machine, bool(before.question)) == (None, None, True)
    for answer in (True, False):
        after = next(i for i in indicate(sheet, {item: answer}) if i.id == item)
        assert (after.met, after.question) == (answer, "")


def test_a_person_may_not_answer_what_the_machine_has_refused() -> None:
    sheet = sheet_with(verdict_on("brand_honours", None))
    assert next(i for i in indicate(sheet, {"I-03.1": True}) if i.id == "I-03.1").met is False


def test_verified_values_decide_and_claimed_ones_stand_beside() -> None:
    lied = verdict_on(
        "revenue.2021", 50_000, claimed=500_000, outcome=Outcome.CONTRADICTED, flag=Flag.UNSUPPORTED
    )
    found = next(i for i in indicate(sheet_with(lied)) if i.id == "I-01.1")
    assert found.met is None and found.met_as_claimed is True  # growth is unknown, revenue is not above 8亿
    assert "50000" in found.explanation and "按申报数据为达到" in found.explanation


def test_overstated_and_still_enough() -> None:
    short = verdict_on(
        "software_copyrights", 112, claimed=130, outcome=Outcome.PARTIALLY_SUPPORTED, flag=Flag.UNSUPPORTED
    )
    assert next(i for i in indicate(sheet_with(short)) if i.id == "I-09.1").met is True


def test_what_is_open_may_still_tip_the_scale() -> None:
    waiting = verdict_on(
        "software_copyrights", 98, claimed=101, outcome=Outcome.NEEDS_HUMAN_REVIEW, flag=Flag.NEEDS_REVIEW
    )
    assert measure_all(sheet_with(waiting), verified=True)["software_copyrights"] == Span(98, 101)
    assert next(i for i in indicate(sheet_with(waiting)) if i.id == "I-09.1").met is None


def _patent(key: str, ipc: str) -> Evidence:
    return Evidence(key, None, key, True, match=Match(record("patents", key, ipc=ipc), 1.0))


def test_inventions_are_digital_by_their_class_and_open_without_one() -> None:
    classes = ["G06F 16/27", "H04L 29/08; G06Q 10/06", "F16K 1/00", ""]
    evidence = tuple(_patent(f"p{i}", ipc) for i, ipc in enumerate(classes))
    sheet = sheet_with(verdict_on("invention_patents_valid", 4, evidence=evidence))
    assert measure_all(sheet, verified=True)["digital_inventions"] == Span(2, 3)
    assert measure_all(sheet, verified=False)["digital_inventions"] == exactly(4)


def test_local_and_group_standards_count_on_the_form_and_not_for_the_indicator() -> None:
    def one(key: str, level: str) -> Evidence:
        return Evidence(key, None, key, True, match=Match(record("standards", key, level=level), 1.0))

    led = verdict_on("standards_led", 2, evidence=(one("a", "国家"), one("b", "团体")))
    joined = verdict_on("standards_participated", 2, evidence=(one("c", "行业"), one("d", "地方")))
    sheet = sheet_with(led, joined)
    assert measure_all(sheet, verified=True)["standards"] == exactly(2)
    lax = replace(RULES, policy=replace(RULES.policy, group_local_standards_count=True))
    assert measure_all(replace(sheet, rules=lax), verified=True)["standards"] == exactly(4)


LISTED = {
    "a listed honour": (claimed_item("浙江制造精品", level="省"), 1),
    "a nomination is another award": (claimed_item("中国质量奖提名奖", level="国家"), 0),
    "an honour that is not listed": (claimed_item("AAA级信用企业"), 0),
    "a city's quality award": (claimed_item("宁波市政府质量奖", level="市"), 0),
    "one that was not proved": (claimed_item("浙江制造精品", flag=Flag.UNSUPPORTED, level="省"), 0),
}


OPEN = {
    "a provincial honour that the list does not name": (
        claimed_item("浙江省优秀工业产品", level="省"),
        Span(0, 1),
        None,
    ),
    "a city's honour": (claimed_item("宁波市名牌产品", level="市"), exactly(0), False),
    "one of no level": (claimed_item("AAA级信用企业"), exactly(0), False),
    "one that was not proved": (
        claimed_item("浙江省优秀工业产品", flag=Flag.UNSUPPORTED, level="省"),
        exactly(0),
        False,
    ),
    "a nomination": (claimed_item("中国质量奖提名奖", level="国家"), exactly(0), False),
}


@pytest.mark.parametrize("story", OPEN)
def test_等_leaves_to_a_person_whether_another_honour_is_meant(story: str) -> None:
    item, span, met = OPEN[story]
    sheet = sheet_with(verdict_on("brand_honours", 1, items=(item,)))
    assert measure_all(sheet, verified=True)["brand_honours"] == span
    found = next(i for i in indicate(sheet) if i.id == "I-03.1")
    assert found.machine is met and (("等荣誉" in found.question) is (met is None))


@pytest.mark.parametrize("story", LISTED)
def test_listed_brand_honours(story: str) -> None:
    item, wanted = LISTED[story]
    sheet = sheet_with(verdict_on("brand_honours", 1, items=(item,)))
    assert measure_all(sheet, verified=True)["brand_honours"] == exactly(wanted)


def test_an_honour_before_the_three_years_does_not_count_where_the_text_says_three_years() -> None:
    old = verdict_on(
        "innovation_performance",
        1,
        items=(claimed_item("浙江省科学技术进步奖", "award", year=2016, level="省"),),
    )
    new = verdict_on(
        "innovation_performance",
        1,
        items=(claimed_item("浙江省科学技术进步奖", "award", year=2020, level="省"),),
    )
    assert measure_all(sheet_with(old), verified=True)["science_awards"] == exactly(0)
    assert measure_all(sheet_with(new), verified=True)["science_awards"] == exactly(1)


def test_taking_part_is_undertaking_only_where_the_policy_says_so() -> None:
    item = claimed_item("项目", "project", role="participate", level="省", year=2021)
    sheet = sheet_with(verdict_on("innovation_performance", 1, items=(item,)))
    strict = replace(RULES, policy=replace(RULES.policy, participation_is_undertaking=False))
    assert measure_all(sheet, verified=True)["major_projects"] == exactly(1)
    assert measure_all(replace(sheet, rules=strict), verified=True)["major_projects"] == exactly(0)


def test_gathered_developers_are_never_active_ones() -> None:
    told = verdict_on("developers_count", 3200)
    apps = verdict_on("integrated_apps_count", 542)
    gathered = paper("platform_statistics", "s", devs=3200, apps=542)
    assert (
        next(i for i in indicate(sheet_with(told, apps, papers=(gathered,))) if i.id == "I-13.2").met is None
    )
    active = paper("platform_statistics", "s", devs=3200, active_devs=101, apps=542)
    assert next(i for i in indicate(sheet_with(told, apps, papers=(active,))) if i.id == "I-13.2").met is True


EVALUATIONS = {
    "level three, ten months old": (dict(date="2021-06-20", level="3", conclusion="良"), 1),
    "level three, more than a year old": (dict(date="2021-03-20", level="3", conclusion="良"), 0),
    "level two may be older": (dict(date="2021-03-20", level="2", conclusion="良"), 1),
    "failed": (dict(date="2021-06-20", level="3", conclusion="差"), 0),
}


@pytest.mark.parametrize("story", EVALUATIONS)
def test_evaluations_of_protection_age_by_their_level(story: str) -> None:
    facts, wanted = EVALUATIONS[story]
    sheet = sheet_with(papers=(paper("mlps_report", "m", **facts),))  # type: ignore[arg-type]
    assert measure_all(sheet, verified=True)["evaluation_passed"] == exactly(wanted)
    assert measure_all(sheet_with(), verified=True)["evaluation_passed"] == UNKNOWN


GROWTH = {
    "all readings above": ((10_000, 15_000, 22_000), (30.0, 50.0, 46.67), True),
    "all readings below": ((20_000, 21_000, 22_500), (5.0, 5.0, 7.14), False),
    "two intervals pass, three do not": ((15_200, 18_600, 23_150), (8.57, 22.37, 24.46), None),
}


@pytest.mark.parametrize("story", GROWTH)
def test_three_readings_of_average_growth_must_agree(story: str) -> None:
    revenue, rates, wanted = GROWTH[story]
    years = (2019, 2020, 2021)
    verdicts = [verdict_on(f"revenue.{y}", r) for y, r in zip(years, revenue, strict=True)]
    verdicts += [verdict_on(f"revenue_growth.{y}", r) for y, r in zip(years, rates, strict=True)]
    sheet = sheet_with(*verdicts)
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
