"""The facts of the example hold together before anything is wrong with them."""

from random import Random

import pytest

from api.example import facts, figures, names, numbers
from api.example.facts import Size
from registries.values.patents import PatentNumber, PublicationNumber
from registries.values.software import SoftwareNumber
from registries.values.uscc import Uscc

SMALL = Size(patents=4, software=3, standards=("GB", "T"), strangers=12)


@pytest.fixture(scope="module", params=[1, 2, 3])
def application(request):
    return facts.supported(request.param, SMALL)


def test_every_number_is_one_that_an_office_could_have_given_out(application):
    assert Uscc.is_valid(application.company.uscc)
    for paper in application.of_type("invention_patent_certificate"):
        assert PatentNumber.is_valid(paper.says["number"])
        assert PublicationNumber.is_valid(paper.says["publication_no"])
        assert paper.says["filing_date"] < paper.says["grant_date"] < application.as_of
        assert paper.says["grant_date"].weekday() in (1, 4)
    for paper in application.of_type("software_copyright_certificate"):
        assert SoftwareNumber.is_valid(paper.says["number"])


def test_every_claim_of_an_untouched_application_is_supported(application):
    assert {verdict["flag"] for verdict in application.expected.values()} == {"supported"}
    assert {item.flag for item in application.items} == {"supported"}


def test_the_counts_on_the_form_are_those_of_the_papers(application):
    assert (
        application.claims["invention_patents_valid"] == len(application.tables["patents"]) == SMALL.patents
    )
    assert application.claims["software_copyrights"] == len(
        application.of_type("software_copyright_certificate")
    )
    led = [
        row for row in application.tables["standards"] if row["drafters"].startswith(application.company.name)
    ]
    assert application.claims["standards_led"] == len(led)


def test_income_statements_add_up_and_continue_each_other(application):
    last = None
    for paper in application.of_type("audit_report"):
        lines = {label: now for label, now, _ in paper.says["statement"]}
        costs = sum(
            lines[name]
            for name in ("减：营业成本", "税金及附加", "销售费用", "管理费用", "研发费用", "财务费用")
        )
        assert lines["一、营业收入"] - costs == pytest.approx(
            lines["二、营业利润（亏损以“-”号填列）"], abs=0.02
        )
        before = {label: before for label, _, before in paper.says["statement"]}
        if last is not None:
            assert before == last
        last = lines


def test_growth_follows_from_the_revenues_as_printed(application):
    claims = application.claims
    for year in figures.YEARS[1:]:
        rise = (claims[f"revenue.{year}"] / claims[f"revenue.{year - 1}"] - 1) * 100
        assert claims[f"revenue_growth.{year}"] == pytest.approx(rise, abs=0.006)


def test_certificate_numbers_of_software_keep_their_offset_within_a_year():
    offsets = names.vocabulary()["software_offsets"]
    days = [
        numbers.some_day(Random(n), facts.AS_OF.replace(year=2020, month=1), facts.AS_OF.replace(year=2020))
        for n in range(5)
    ]
    for day in days:
        number, certificate = numbers.software(Random(day.toordinal()), day, offsets["2020"])
        assert int(certificate[5:-1]) - int(number[6:]) == offsets["2020"]


@pytest.mark.parametrize(
    ("wan", "words"),
    [
        (5000, "伍仟万元整"),
        (2300, "贰仟叁佰万元整"),
        (1100, "壹仟壹佰万元整"),
        (12000, "壹亿贰仟万元整"),
        (1005, "壹仟零伍万元整"),
    ],
)
def test_capital_is_written_as_licences_write_it(wan, words):
    assert numbers.capital_in_words(wan) == words


def test_one_seed_gives_one_application():
    assert facts.supported(5, SMALL) == facts.supported(5, SMALL)
    assert facts.supported(5, SMALL) != facts.supported(6, SMALL)
