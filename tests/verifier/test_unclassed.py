"""Papers that were read and that no kind knows: named in doubt where the claim names what stands on them, and only there."""

import pytest

from extractors.exhibit import FileReading, LedgerEntry, PageRole
from registries.values.text import squeeze
from tests.verifier.factory import APPLICANT, Desk, mention
from verifier.unclassed import UnclassedPage, unclassed_pages
from verifier.verdict import Flag, Outcome, Verdict


def page(text: str) -> UnclassedPage:
    return UnclassedPage("体系.pdf", 3, squeeze(text))


def box(*pages: UnclassedPage, key: str = "security_management", name: str = "ISO/IEC 27001信息安全管理体系认证") -> Verdict:
    return Desk(unclassed=pages).box(key, mention("certification", name))


ENGLISH = f"CERTIFICATE OF REGISTRATION {APPLICANT} Information Security Management System ISO/IEC 27001:2013"


def test_an_item_without_evidence_is_in_doubt_where_an_unknown_paper_names_it() -> None:
    verdict = box(page("目录"), page(ENGLISH))
    (item,) = verdict.items
    assert (verdict.flag, item.flag, item.outcome) == (Flag.NEEDS_REVIEW, Flag.NEEDS_REVIEW, Outcome.UNVERIFIABLE)
    assert item.reasons == ("UNCLASSED_PAPER",) and "“体系.pdf”第3页写有“27001”" in item.explanation


@pytest.mark.parametrize(
    "text",
    [
        "CERTIFICATE OF REGISTRATION 杭州别家科技有限公司 ISO/IEC 27001:2013",  # another company's
        f"{APPLICANT} 已建立 ISO/IEC 27001 信息安全管理体系",  # nobody says that he issued it
        f"兹证明 {APPLICANT} 通过职业健康安全管理体系认证 ISO 45001:2018",  # something else
        f"授予 {APPLICANT} 2021年度先进集体",
    ],
)
def test_what_says_nothing_of_the_item_leaves_it_without_evidence(text: str) -> None:
    verdict = box(page(text))
    assert (verdict.flag, verdict.items[0].reasons) == (Flag.UNSUPPORTED, ("NO_EVIDENCE",))


def test_a_claim_of_a_number_of_papers_is_in_doubt_by_the_words_of_its_topic() -> None:
    paper = page(f"计算机软件著作权登记证明 著作权人 {APPLICANT}")
    assert Desk(unclassed=(paper,)).one("software_copyrights", 3).reasons == ("UNCLASSED_PAPER",)
    assert Desk(unclassed=(page(f"证明 {APPLICANT}"),)).one("software_copyrights", 3).flag is Flag.UNSUPPORTED


def test_only_pages_that_were_read_and_are_no_evidence_are_asked() -> None:
    ledger = (
        LedgerEntry(1, PageRole.EXHIBIT, 595, 842, 0, "d"),
        LedgerEntry(2, PageRole.UNREADABLE, 595, 842),
        LedgerEntry(3, PageRole.UNRECOGNISED, 595, 842, text="ISO 27001 证书"),
    )
    found = unclassed_pages((FileReading("体系.pdf", "0", "read", ledger),))
    assert found == (UnclassedPage("体系.pdf", 3, squeeze("ISO 27001 证书")),)
