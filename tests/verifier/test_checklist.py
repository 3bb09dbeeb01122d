"""附件2 topic by topic, and what an applicant is told before it submits."""

from dataclasses import replace
from datetime import date

import pytest

from extractors.exhibit import FileReading, LedgerEntry, PageRole
from registries.record import Record
from tests.verifier.factory import APPLICANT, Desk, claim, mention, paper, patent_no, record
from verifier.advice import Advice
from verifier.checklist import Section, Topic, check
from verifier.claims import Claim
from verifier.precheck import as_precheck
from verifier.report.report import Provenance, Report
from verifier.report.writing import as_json
from verifier.rules import load_rules
from verifier.selfcheck import check_form

RULES = load_rules()
PATENT = paper(
    "invention_patent_certificate", "c", number=patent_no(1), title="一种检测方法", holder=APPLICANT
)
KNOWN = record(
    "patents",
    "r",
    application_no=patent_no(1),
    kind="发明",
    title="一种检测方法",
    owners=APPLICANT,
    status="有效",
)


def topic(sections: tuple[Section, ...], name: str) -> Topic:
    return next(t for s in sections for t in s.topics if t.topic == name)


def checked(desk: Desk, *claims: Claim) -> tuple[Section, ...]:
    return check(desk.judge(*claims), desk.papers, RULES)


def test_the_five_sections_name_the_sixteen_topics_of_the_annex() -> None:
    sections = checked(Desk())
    assert [s.number for s in sections] == [1, 2, 3, 4, 5]
    assert sum(t.required for s in sections for t in s.topics) == 16
    suggested = {t.topic for s in sections for t in s.topics if not t.required}
    assert {"规模效益", "研发强度", "人员素养"} <= suggested


def test_what_is_not_claimed_needs_no_paper() -> None:
    found = topic(checked(Desk(), claim("market_share")), "市场占有率")
    assert (found.claimed, found.missing, found.acceptable, found.empty) == (False, (), True, False)


def test_claimed_and_proved() -> None:
    found = topic(checked(Desk((PATENT,), (KNOWN,)), claim("invention_patents_valid", 1)), "知识产权")
    assert found.claimed and found.acceptable and not found.missing
    assert [(d.exhibit, d.acceptable) for d in found.found] == [("c", True)]


def test_claimed_without_any_paper_says_what_would_do() -> None:
    found = topic(checked(Desk(), claim("invention_patents_valid", 3)), "知识产权")
    assert found.empty and [(m.claim, m.reason) for m in found.missing] == [
        ("invention_patents_valid", "NO_EVIDENCE")
    ]
    assert "专利证书" in found.missing[0].do


def test_fewer_papers_than_claimed_are_missing_some() -> None:
    found = topic(checked(Desk((PATENT,), (KNOWN,)), claim("invention_patents_valid", 3)), "知识产权")
    assert found.acceptable and [m.reason for m in found.missing] == ["COUNT_MISMATCH"]


NOT_ACCEPTABLE = {
    "a proposed list": ("publicity_notice", "PUBLICITY_ONLY"),
    "a call for applications": ("call_for_application", "CALL_ONLY"),
}


@pytest.mark.parametrize("story", NOT_ACCEPTABLE)
def test_what_never_does(story: str) -> None:
    kind, reason = NOT_ACCEPTABLE[story]
    notice = paper(kind, "n", award="浙江省上云标杆企业")
    found = topic(checked(Desk((notice,)), claim("cloud_honours", "", ("上云标杆",))), "基础设施云化")
    assert [(d.acceptable, d.reason) for d in found.found] == [(False, reason)] and not found.acceptable


def test_a_strangers_paper_is_found_and_will_not_do() -> None:
    theirs = paper("social_insurance_list", "s", holder="别家有限公司", count=30)
    found = topic(checked(Desk((theirs,)), claim("employees_total", 30)), "人员素养")
    assert [(d.acceptable, d.reason) for d in found.found] == [(False, "HOLDER_MISMATCH")]


# --- before submission ---------------------------------------------------------------------------


def report(desk: Desk, *claims: Claim, files: tuple[FileReading, ...] = ()) -> Report:
    """A report made without registries, as a pre-check has it."""
    bare = replace(desk, loaded=frozenset())
    verdicts = bare.judge(*claims)
    return Report(
        desk.as_of,
        APPLICANT,
        "",
        Provenance("t", RULES.version, {}, ()),
        files,
        desk.papers,
        verdicts,
        checklist=check(verdicts, desk.papers, RULES),
        form_checks=check_form(claims, RULES, {}),
    )


def advice(desk: Desk, *claims: Claim, files: tuple[FileReading, ...] = ()) -> list[Advice]:
    return list(as_precheck(report(desk, *claims, files=files), RULES).advice)


def codes(found: list[Advice]) -> list[str]:
    return [one.code for one in found]


def test_a_paper_that_only_waits_for_the_registry_is_no_trouble() -> None:
    assert advice(Desk((PATENT,)), claim("invention_patents_valid", 1)) == []


def test_a_claim_without_evidence_is_told_with_what_to_add() -> None:
    found = advice(Desk(), claim("invention_patents_valid", 2))
    assert codes(found) == ["NO_EVIDENCE", "ADD"] and all("专利证书" in one.message for one in found)


def test_papers_that_will_not_do_are_named_with_their_page() -> None:
    model = paper("utility_model_certificate", "u", number=patent_no(2, kind=2), holder=APPLICANT)
    found = advice(Desk((PATENT, model)), claim("invention_patents_valid", 2))
    assert codes(found) == ["NO_EVIDENCE", "PAPER_WILL_NOT_DO"]
    assert "种类不符" in found[1].message and (found[1].file, found[1].page) == ("附件2.pdf", 1)


def test_a_standard_that_counts_on_its_own_line_is_no_trouble_on_the_other() -> None:
    led = paper("national_standard", "s", number="GB/T 36624—2018", title="工业互联网", drafters=f"{APPLICANT};宁波乙有限公司")
    found = advice(Desk((led,), loaded=frozenset()), claim("standards_led", 1), claim("standards_participated", 2))
    assert "PAPER_WILL_NOT_DO" not in codes(found) and "NO_EVIDENCE" in codes(found)
    alone = advice(Desk((led,), loaded=frozenset()), claim("standards_participated", 1))
    assert "PAPER_WILL_NOT_DO" in codes(alone)


def test_papers_that_are_not_whole_are_named_with_what_mends_them() -> None:
    sheet = paper("application_contract", "k", holder=APPLICANT, title="开发合同")
    desk = Desk((PATENT, replace(sheet, flags=("PAGE_MISSING", "UNSEALED"))))
    found = advice(desk, claim("invention_patents_valid", 1))
    assert codes(found) == ["PAPER_FLAWED", "PAPER_FLAWED"]
    assert "请补齐" in found[0].message and "盖章件" in found[1].message


def test_pages_and_files_that_nobody_can_read() -> None:
    ledger = (
        LedgerEntry(1, PageRole.EXHIBIT, 595, 842, 0, "c"),
        LedgerEntry(2, PageRole.UNREADABLE, 595, 842),
    )
    files = (FileReading("附件2.pdf", "", "read", ledger), FileReading("锁.zip", "", "encrypted"))
    found = advice(Desk((PATENT,)), claim("invention_patents_valid", 1), files=files)
    assert codes(found) == ["UNREADABLE_PAGE", "FILE_TROUBLE"] and "第2页" in found[0].message


def test_a_form_that_contradicts_itself() -> None:
    claims = [claim("revenue.2020", 100.0), claim("revenue.2021", 150.0), claim("revenue_growth.2021", 60.0)]
    assert "FORM_INCONSISTENT" in codes(advice(Desk(), *claims))


def test_the_engine_refuses_a_pre_check_of_a_report_that_asked_registries() -> None:
    asked = replace(report(Desk()), provenance=Provenance("t", "r", {"patents": {"version": "1"}}, ()))
    with pytest.raises(ValueError, match="without registries"):
        as_precheck(asked, RULES)


def test_nothing_of_a_registry_can_be_in_a_pre_check() -> None:
    secret = Record(
        "patents", "geheim", {"application_no": patent_no(1), "owners": "机密有限公司", "status": "失效"}
    )
    desk = Desk((PATENT,), (secret,), mentions={"brand_honours": (mention("honour", "浙江制造精品"),)})
    claims = [claim("invention_patents_valid", 1), claim("brand_honours", "浙江制造精品")]
    flat = str(as_json(as_precheck(report(desk, *claims), RULES)))
    assert "机密" not in flat and "geheim" not in flat and "失效" not in flat
    assert as_json(as_precheck(report(desk, *claims), RULES))["precheck"] is True
    assert date(2022, 4, 15).isoformat() in flat


def test_an_exhibit_of_another_topic_is_not_shown_here() -> None:
    desk = Desk((PATENT,), (KNOWN,))
    assert topic(checked(desk, claim("invention_patents_valid", 1)), "企业信用").found == ()
