"""Boxes as companies word them, read and judged: what an honest or a clever author would write."""

import pytest

from extractors.exhibit import Exhibit
from extractors.forms.form import FormField
from extractors.narrative.reading import read_narrative
from registries.record import Record
from tests.verifier.factory import APPLICANT, Desk, paper, record
from verifier.claims import Claim
from verifier.verdict import Flag

S, U, N = Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW


def project(**facts: object) -> Exhibit:
    usual = {
        "title": "面向离散制造的数控装备关键技术研究", "holder": APPLICANT, "award": "浙江省重点研发计划",
        "level": "省", "year": "2020", "number": "2020C01058",
    }  # fmt: skip
    return paper("major_project", "m", **{**usual, **facts})  # type: ignore[arg-type]


def report(year: int, **facts: object) -> Exhibit:
    usual = {
        "holder": APPLICANT,
        "issuer": "赛迪顾问股份有限公司",
        "year": str(year),
        "share": "12.6%",
        "place": "1",
        "scope": "国内",
    }
    return paper("market_share_report", f"r{year}", **{**usual, **facts})  # type: ignore[arg-type]


def csr(year: int) -> Exhibit:
    return paper(
        "csr_report", f"c{year}", holder=APPLICANT, title=f"{year}年企业社会责任报告", year=str(year)
    )


BOXES: dict[str, tuple[str, tuple[Exhibit, ...], tuple[Record, ...], Flag]] = {
    "innovation_performance|牵头承担浙江省重点研发计划项目1项。": ("", (project(),), (), S),
    "innovation_performance|承担国家重点研发计划项目1项。": ("", (project(),), (), U),
    "innovation_performance|承担国家重点研发计划课题1项。": ("", (project(award="国家重点研发计划", level="国家"),), (), S),
    "innovation_performance|承担省级以上重点研发计划项目1项。": ("", (project(award="国家重点研发计划", level="国家"),), (), S),
    "innovation_performance|承担省自然科学基金项目1项。": ("", (project(),), (), U),
    "innovation_performance|牵头承担浙江省重点研发计划项目1项。#joined": ("", (project(role="参与单位"),), (), U),
    "social_digitalisation|连续三年发布企业社会责任报告。": ("", (csr(2020), csr(2021)), (), U),
    "social_digitalisation|连续三年发布企业社会责任报告。#all": ("", (csr(2019), csr(2020), csr(2021)), (), S),
    "market_share|产品国内市场占有率连续三年第一。": ("", (report(2021),), (), U),
    "market_share|产品国内市场占有率连续三年第一。#all": ("", (report(2019, date="2021-06-01"), report(2020), report(2021)), (), S),
    "market_share|产品国内市场占有率居全国前五。": ("", (report(2021),), (), S),
    "market_share|产品国内市场占有率位列全国第1。": ("", (report(2021, place="2"),), (), U),
}  # fmt: skip


@pytest.mark.parametrize("story", BOXES)
def test_what_a_box_says_is_what_must_be_proved(story: str) -> None:
    key, _, text = story.partition("|")
    text = text.partition("#")[0]
    _, papers, records, flag = BOXES[story]
    desk = Desk(papers, records, mentions={key: read_narrative(text, key)})
    (verdict,) = desk.judge(Claim(key, key, key, FormField(key, key, text)))
    assert verdict.flag is flag, verdict


def test_an_honour_that_was_withdrawn_is_none() -> None:
    key, text = "cloud_honours", "2020年入选浙江省上云标杆企业，2021年被取消。"
    notice = paper(
        "official_notice", "n", title="关于公布2020年浙江省上云标杆企业名单的通知",
        award="浙江省上云标杆企业", level="省", year="2020", holder=APPLICANT, issuer="浙江省经济和信息化厅",
    )  # fmt: skip
    listed = record("honors", "h", list="浙江省上云标杆企业", level="省", year="2020", company=APPLICANT)
    desk = Desk((notice,), (listed,), mentions={key: read_narrative(text, key)})
    (verdict,) = desk.judge(Claim(key, key, key, FormField(key, key, text)))
    assert verdict.flag is not Flag.SUPPORTED
