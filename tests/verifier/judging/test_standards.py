"""Standards led and joined: the place in the 起草单位 decides, on the paper and in the registry."""

import pytest

from extractors.exhibit import Exhibit
from registries.record import Record
from tests.verifier.factory import APPLICANT, FORMER, SCANNED, Desk, paper, record
from verifier.verdict import Flag, Outcome

OTHERS = ("浙江景澜云计算股份有限公司", "台州墨石智能科技股份有限公司", "中国信息通信研究院")
FIRST = ";".join((APPLICANT, *OTHERS))
THIRD = ";".join((*OTHERS[:2], APPLICANT, OTHERS[2]))
WITHOUT = ";".join(OTHERS)


def standard(
    number: str = "GB/T 36624—2018", drafters: str = FIRST, name: str = "s1", **facts: object
) -> Exhibit:
    usual = {"number": number, "title": "工业互联网 数据质量 第2部分：技术要求", "drafters": drafters}
    return paper("national_standard", name, **{**usual, **facts})  # type: ignore[arg-type]


def known(number: str = "GB/T 36624-2018", drafters: str = FIRST, **values: str) -> Record:
    usual = {"title": "工业互联网 数据质量 第2部分：技术要求", "status": "现行", "publish_date": "2018-09-17"}
    return record("standards", number, standard_no=number, drafters=drafters, **{**usual, **values})


CASES = {  # paper, record, verified as led, verified as joined
    "first on both": (standard(), known(), 1, 0),
    "third on both": (standard(drafters=THIRD), known(drafters=THIRD), 0, 1),
    "the form's «led» is third in the registry": (standard(), known(drafters=THIRD), 0, 1),
    "not among the drafters": (standard(drafters=WITHOUT), known(drafters=WITHOUT), 0, 0),
    "withdrawn": (standard(), known(status="废止"), 0, 0),
    "published after the day": (standard(), known(publish_date="2022-10-12"), 0, 0),
    "a draft": (standard(), known(status="征求意见稿"), 0, 0),
    "no such standard": (standard(), known("GB/T 99999-2018"), 0, 0),
    "a group standard": (
        standard("T/ZJBA 9011—2019", THIRD),
        known("T/ZJBA 9011-2019", THIRD, level="团体"),
        0,
        1,
    ),
    "in the former name": (
        standard(drafters=FIRST.replace(APPLICANT, FORMER)),
        known(drafters=FIRST.replace(APPLICANT, FORMER)),
        1,
        0,
    ),
    "number misread, all drafters agree": (
        standard("GB/T 36674—2018", THIRD, sure=SCANNED),
        known(drafters=THIRD),
        0,
        1,
    ),
}


@pytest.mark.parametrize("story", CASES)
def test_led_and_joined(story: str) -> None:
    exhibit, entry, led, joined = CASES[story]
    desk = Desk((exhibit,), (entry,))
    for key, verified in (("standards_led", led), ("standards_participated", joined)):
        verdict = desk.one(key, 1)
        assert (key, verdict.verified) == (key, verified)
        assert verdict.flag is (Flag.SUPPORTED if verified else Flag.UNSUPPORTED)


def test_a_standard_that_was_joined_is_not_led() -> None:
    verdict = Desk((standard(drafters=THIRD),), (known(drafters=THIRD),)).one("standards_led", 1)
    assert (verdict.outcome, verdict.reasons) == (Outcome.CONTRADICTED, ("ROLE_MISMATCH",))


def test_led_by_the_registry_but_not_by_the_paper_is_a_persons_matter() -> None:
    desk = Desk((standard(drafters=THIRD),), (known(drafters=FIRST),))
    assert desk.one("standards_led", 1).flag is Flag.NEEDS_REVIEW


def test_none_claimed_and_one_joined_is_supported_with_zero() -> None:
    verdict = Desk((standard(drafters=THIRD),), (known(drafters=THIRD),)).one("standards_led", 0)
    assert (verdict.flag, verdict.verified) == (Flag.SUPPORTED, 0)


def test_the_same_standard_twice_counts_once() -> None:
    verdict = Desk((standard(), standard(name="s2")), (known(),)).one("standards_led", 2)
    assert (verdict.verified, verdict.reasons) == (1, ("DUPLICATE",))
