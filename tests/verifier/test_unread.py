"""Pages that nobody could read hold up only claims whose proof may stand on them."""

import pytest

from extractors.exhibit import Exhibit, FileReading, LedgerEntry, PageRole
from tests.verifier.factory import APPLICANT, Desk, paper, patent_no, record
from verifier.rules import load_rules
from verifier.unread import UnreadPage, may_prove, unread_pages
from verifier.verdict import Flag

RULES = load_rules()


def reading(file: str, *kinds: str, state: str = "read") -> FileReading:
    """A file whose pages are exhibits of these kinds; «?» is a page that could not be read."""
    ledger, exhibits = [], []
    for number, kind in enumerate(kinds, 1):
        key = "" if kind == "?" else f"e{number}"
        ledger.append(
            LedgerEntry(number, PageRole.UNREADABLE if kind == "?" else PageRole.EXHIBIT, 595, 842, 0, key)
        )
        if key:
            exhibits.append(Exhibit(key, file, "", (number,), kind))
    return FileReading(file, "", state, tuple(ledger), tuple(exhibits))


PATENT, HONOUR, AUDIT = "invention_patent_certificate", "cloud_honour_notice", "audit_report"
PLACES = {
    "between two patents": (("bundle.pdf", PATENT, "?", PATENT), {"invention_patents_valid"}, {"software_copyrights", "cloud_honours", "revenue"}),
    "between a patent and an honour it may be anything": (("bundle.pdf", PATENT, "?", HONOUR), {"invention_patents_valid", "revenue", "cloud_honours"}, set()),
    "in a section of its own": (("三、数字管理证明材料.pdf", "?"), {"cloud_honours", "security_technology", "revenue"}, {"invention_patents_valid", "public_credit_grade"}),
    "in a file of one topic": (("二、数字创新/发明专利证书.pdf", "?"), {"invention_patents_valid", "software_copyrights"}, {"innovation_performance", "revenue"}),
    "nobody knows": (("scan0001.pdf", "?"), {"invention_patents_valid", "cloud_honours", "revenue"}, set()),
}  # fmt: skip


@pytest.mark.parametrize("story", PLACES)
def test_where_a_page_stands_tells_what_it_may_prove(story: str) -> None:
    (file, *kinds), may, may_not = PLACES[story]
    (page,) = unread_pages((reading(file, *kinds),), RULES)
    assert {claim for claim in (*may, *may_not) if may_prove(page, claim, RULES)} == may


def test_a_file_that_could_not_be_opened_is_one_page_at_least() -> None:
    (page,) = unread_pages((reading("知识产权.zip", state="encrypted"),), RULES)
    assert (page.page, page.topics) == (0, ("知识产权",))


def test_a_claim_waits_for_a_page_that_may_prove_it_and_for_no_other() -> None:
    good = paper(PATENT, "c", number=patent_no(1), title="一种检测方法", holder=APPLICANT)
    known = record(
        "patents",
        "r",
        application_no=patent_no(1),
        kind="发明",
        title="一种检测方法",
        owners=APPLICANT,
        status="有效",
    )

    def flag(page: UnreadPage) -> Flag:
        desk = Desk((good,), (known,), unread=(page,))
        return desk.one("invention_patents_valid", 2).flag

    assert flag(UnreadPage(type=PATENT)) is Flag.NEEDS_REVIEW
    assert flag(UnreadPage(type=HONOUR)) is Flag.UNSUPPORTED
    assert flag(UnreadPage(section=4)) is Flag.UNSUPPORTED
    assert flag(UnreadPage()) is Flag.NEEDS_REVIEW
