"""Each trap bends an application, and says which verdict that deserves."""

from itertools import pairwise

import pytest

from api.example import HARMLESS, TRAPS, facts, narrative
from api.example.facts import Size
from api.example.traps import spring
from registries.values.patents import PatentNumber

SIZE = Size(patents=6, software=3, standards=("GB", "YD"), strangers=14)


@pytest.fixture(scope="module")
def honest():
    return facts.supported(4, SIZE)


def unsupported(application) -> set[str]:
    cells = {key for key, verdict in application.expected.items() if verdict["flag"] == "unsupported"}
    return cells | {item.sentence for item in application.items if item.flag == "unsupported"}


@pytest.mark.parametrize("name", sorted(set(TRAPS) - set(HARMLESS)))
def test_a_trap_makes_some_claim_unsupported(honest, name):
    bent = spring(honest, name, 4)
    assert unsupported(bent)
    assert bent.traps == [name]


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_wrong_leaves_every_claim_supported(honest, name):
    bent = spring(honest, name, 4)
    assert not unsupported(bent)
    assert bent != honest


def test_counting_traps_add_up(honest):
    names = ["pat_utility", "pat_lapsed", "pat_forged", "pat_transferred", "former_name"]
    bent = honest
    for name in names:
        bent = spring(bent, name, 4)
    verdict = bent.expected["invention_patents_valid"]
    assert bent.claims["invention_patents_valid"] == SIZE.patents + 3
    assert verdict["verified"] == SIZE.patents - 2


def test_lapsing_and_selling_never_fall_on_one_patent(honest):
    for seed in range(12):
        bent = spring(spring(honest, "pat_lapsed", seed), "pat_transferred", seed)
        bad = [
            row
            for row in bent.tables["patents"]
            if row["status"] != "有效" or honest.company.name not in row["owners"]
        ]
        assert len(bad) == 2


def test_a_forged_patent_has_a_right_check_digit_and_a_mistyped_one_has_not(honest):
    forged = spring(honest, "pat_forged", 4).papers[-1].says["number"]
    wrong = spring(honest, "pat_check_digit", 4).papers[-1].says["number"]
    assert PatentNumber.is_valid(forged)
    assert not PatentNumber.is_valid(wrong)
    assert all(row["application_no"].replace(".", "") != forged for row in honest.tables["patents"])


def test_former_name_stands_on_the_older_patents_and_in_the_registry(honest):
    bent = spring(honest, "former_name", 4)
    former = bent.company.former
    held = [paper for paper in bent.of_type("invention_patent_certificate") if former in paper.says["holder"]]
    owned = [row for row in bent.tables["patents"] if former in row["owners"]]
    company = next(row for row in bent.tables["companies"] if row["uscc"] == bent.company.uscc)
    assert held and len(held) == len(owned)
    assert company["former_names"].startswith(f"{former}@")


def test_levels_written_in_the_box_are_those_that_were_claimed(honest):
    bent = spring(spring(honest, "first_level", 4), "mlps_level", 4)
    cells = narrative.filled(bent)
    assert "国内首台（套）" in cells["innovation_performance"]
    assert "仓储调度平台通过信息系统安全等级保护三级备案" in cells["security_technology"]


def test_items_of_a_box_are_told_in_the_order_of_its_sentences(honest):
    bent = spring(honest, "award_old", 4)
    text = narrative.filled(bent)["innovation_performance"]
    items = [item for item in bent.items if item.box == "innovation_performance"]
    places = [text.index(item.sentence) for item in items]
    assert all(first < second for first, second in pairwise(places))
    assert len(narrative.verdicts(bent)["innovation_performance"]["items"]) == len(items)


def test_an_honour_without_paper_is_still_on_the_published_list(honest):
    bent = spring(honest, "honour_no_paper", 4)
    assert bent.of_type("bigdata_honour_notice") == []
    assert any(
        row["company"] == honest.company.name and "大数据" in row["list"] for row in bent.tables["honors"]
    )
