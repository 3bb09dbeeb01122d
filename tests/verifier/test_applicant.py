"""Whether a name is the applicant's: now, formerly, nearly, or not at all."""

from datetime import date

import pytest

from registries.match import Findings, Match
from registries.query import Query
from tests.verifier.factory import APPLICANT, CODE, FORMER, NEAR_NAME, PARENT, claim, company, paper
from verifier.applicant import Applicant, Standing, find_applicant, names_in


def applicant(**values: str) -> Applicant:
    answer = Findings(Query("companies"), True, (Match(company(**values), 1.0),))
    return find_applicant((claim("company_name", APPLICANT),), (), (answer,))


NAMES = [
    (APPLICANT, Standing.SAME),
    (f" {APPLICANT}（盖章）", Standing.SAME),
    (FORMER, Standing.FORMER),
    (APPLICANT.replace("有限公司", "有限责任公司"), Standing.VARIANT),
    (NEAR_NAME, Standing.NEAR),
    (APPLICANT.replace("有限公司", "股份有限公司"), Standing.OTHER),
    ("甬江数智科技（宁波）有限公司", Standing.OTHER),
    (f"{APPLICANT}杭州分公司", Standing.OTHER),
    (PARENT, Standing.OTHER),
    ("", Standing.BLANK),
]


@pytest.mark.parametrize(("name", "standing"), NAMES)
def test_what_a_name_is_to_the_applicant(name: str, standing: Standing) -> None:
    assert applicant().standing(name) is standing


def test_a_dated_former_name_holds_in_its_time_and_a_while_after() -> None:
    dated = applicant(former_names=f"{FORMER}@2001-05-01..2019-03-02")
    assert dated.standing(FORMER, date(2018, 1, 1)) is Standing.FORMER
    assert dated.standing(FORMER, date(2019, 9, 1)) is Standing.FORMER
    assert dated.standing(FORMER, date(2021, 6, 1)) is Standing.OTHER
    assert dated.standing(FORMER) is Standing.FORMER


def test_a_renaming_paper_documents_a_former_name() -> None:
    notice = paper("name_change_notice", holder=APPLICANT, former_name=FORMER)
    found = find_applicant((claim("company_name", APPLICANT),), (notice,), ())
    assert found.standing(FORMER) is Standing.FORMER and not found.asked


def test_the_registry_is_believed_by_name_never_by_code_alone() -> None:
    answer = Findings(Query("companies"), True, (Match(company(name=PARENT, former_names=""), 1.0),))
    found = find_applicant((claim("company_name", APPLICANT), claim("org_code", CODE)), (), (answer,))
    assert found.name == APPLICANT and found.match is None


def test_the_place_in_a_list() -> None:
    names = names_in(f"中国信息通信研究院；{FORMER}、{PARENT}")
    assert applicant().place_in(names) == 2
    assert applicant().place_in((PARENT,)) == 0
