"""Counts of patents and software copyrights: every trap that would make a false «supported»."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.exhibit import Exhibit
from registries.record import Record
from tests.verifier.factory import (
    APPLICANT,
    FORMER,
    NEAR_NAME,
    PARENT,
    SCANNED,
    Desk,
    paper,
    patent_no,
    record,
)
from verifier.verdict import Flag, Outcome

TITLE = "一种基于深度学习的焊缝视觉检测方法"


def certificate(serial: int = 1, name: str = "", **facts: object) -> Exhibit:
    usual: dict[str, object] = {
        "number": patent_no(serial),
        "title": TITLE,
        "holder": APPLICANT,
        "grant_date": "2020-03-04",
        "publication_no": f"CN1056667{serial:02d}B",
    }
    return paper("invention_patent_certificate", name or f"c{serial}", **{**usual, **facts})  # type: ignore[arg-type]


def patent(serial: int = 1, **values: str) -> Record:
    usual = {
        "application_no": patent_no(serial)[:12] + "." + patent_no(serial)[12],
        "publication_no": f"CN1056667{serial:02d}B",
        "kind": "发明",
        "title": TITLE,
        "owners": APPLICANT,
        "filing_date": "2018-03-01",
        "grant_date": "2020-03-04",
        "status": "有效",
        "status_date": "2020-03-04",
    }
    return record("patents", f"pat{serial}", **{**usual, **values})


GOOD = (certificate(1), patent(1))


def test_a_patent_on_paper_and_in_the_registry_counts_and_points_at_its_number() -> None:
    verdict = Desk((GOOD[0],), (GOOD[1],)).one("invention_patents_valid", 1)
    assert (verdict.flag, verdict.verified) == (Flag.SUPPORTED, 1)
    (evidence,) = verdict.evidence
    assert evidence.counted and evidence.match and evidence.match.record.id == "pat1"
    assert evidence.quote == patent_no(1) and evidence.place and evidence.place.box.width > 2


REJECTED = {
    "utility model certificate": (
        paper("utility_model_certificate", "u", number=patent_no(1, kind=2), title=TITLE, holder=APPLICANT),
        patent(1, application_no=patent_no(1, kind=2), kind="实用新型"),
        "KIND_MISMATCH",
    ),
    "utility model typed as an invention": (
        certificate(1, number=patent_no(1, kind=2)),
        patent(1, application_no=patent_no(1, kind=2), kind="发明"),
        "KIND_MISMATCH",
    ),
    "the registry knows it as a utility model": (certificate(1), patent(1, kind="实用新型"), "KIND_MISMATCH"),
    "a published application": (
        paper(
            "patent_gazette_page",
            "g",
            number=patent_no(1),
            title=TITLE,
            holder=APPLICANT,
            document_kind="发明专利申请",
        ),
        patent(1, status="审中", grant_date=""),
        "NOT_GRANTED",
    ),
    "an application by its publication number": (
        paper(
            "patent_gazette_page",
            "g",
            number=patent_no(1),
            title=TITLE,
            holder=APPLICANT,
            publication_no="CN105666701A",
        ),
        patent(1, status="审中"),
        "NOT_GRANTED",
    ),
    "a notice of the patent office": (
        paper("patent_notice", "n", number=patent_no(1), title=TITLE, holder=APPLICANT),
        patent(1),
        "NOT_GRANTED",
    ),
    "still under examination": (certificate(1), patent(1, status="实质审查的生效"), "NOT_GRANTED"),
    "granted after the day": (certificate(1), patent(1, grant_date="2022-05-01"), "NOT_GRANTED"),
    "annuity unpaid": (certificate(1), patent(1, status="失效", status_date="2021-08-19"), "LAPSED"),
    "lapsed, nobody knows when": (
        certificate(1),
        patent(1, status="未缴年费终止失效", status_date=""),
        "LAPSED",
    ),
    "twenty years are over": (certificate(1), patent(1, filing_date="2002-04-15"), "LAPSED"),
    "the parent owns it": (certificate(1, holder=PARENT), patent(1, owners=PARENT), "HOLDER_MISMATCH"),
    "sold before the day": (
        certificate(1),
        patent(1, owners="宁波另一家智能科技有限公司"),
        "TRANSFERRED_OUT",
    ),
    "a company whose name is like ours": (
        certificate(1, holder=NEAR_NAME),
        patent(1, owners=NEAR_NAME),
        "HOLDER_MISMATCH",
    ),
    "a number of somebody else's patent": (
        certificate(1, title="用于数控机床的边缘网关装置"),
        patent(1, owners=PARENT),
        "HOLDER_MISMATCH",
    ),
    "another thing under this number": (
        certificate(1, title="面向车联网的电池余量估计与均衡控制"),
        patent(1),
        "TITLE_MISMATCH",
    ),
    "no such number": (certificate(1), patent(2), "NUMBER_NOT_IN_REGISTRY"),
}


@pytest.mark.parametrize("story", REJECTED)
def test_what_is_no_valid_invention_patent_of_the_applicant_is_not_counted(story: str) -> None:
    exhibit, entry, reason = REJECTED[story]
    good = (certificate(9), patent(9))
    verdict = Desk((good[0], exhibit), (good[1], entry)).one("invention_patents_valid", 2)
    assert (verdict.verified, verdict.flag) == (1, Flag.UNSUPPORTED)
    assert verdict.outcome is Outcome.PARTIALLY_SUPPORTED
    assert [e.reason for e in verdict.evidence if not e.counted] == [reason]


def test_lapsing_after_the_day_does_no_harm() -> None:
    lapsed_later = patent(1, status="失效", status_date="2022-08-01")
    assert Desk((GOOD[0],), (lapsed_later,)).one("invention_patents_valid", 1).flag is Flag.SUPPORTED
    later = replace(Desk((GOOD[0],), (lapsed_later,)), as_of=date(2022, 9, 1))
    assert later.one("invention_patents_valid", 1).flag is Flag.UNSUPPORTED


def test_certificate_and_gazette_page_of_one_number_are_one_patent() -> None:
    gazette = paper(
        "patent_gazette_page",
        "g",
        number=patent_no(1),
        title=TITLE,
        holder=APPLICANT,
        publication_no="CN105666701B",
    )
    verdict = Desk((GOOD[0], gazette), (GOOD[1],)).one("invention_patents_valid", 2)
    assert verdict.verified == 1 and verdict.reasons == ("DUPLICATE",)


FLAGGED = {
    "owned together with a university": (
        certificate(1, holder=f"{APPLICANT};浙江大学"),
        patent(1, owners=f"{APPLICANT};浙江大学"),
        "CO_OWNED",
    ),
    "certificate in the former name": (certificate(1, holder=FORMER), patent(1), "FORMER_NAME"),
    "registered under the former name": (certificate(1), patent(1, owners=FORMER), "FORMER_NAME"),
    "a character of the name misread": (
        certificate(1, holder=NEAR_NAME, sure=SCANNED),
        patent(1),
        "NAME_NEAR",
    ),
    "a repaired number that title and holder confirm": (
        certificate(1, flags=("OCR_REPAIRED",), sure=SCANNED),
        patent(1),
        "OCR_REPAIRED",
    ),
    "an unread number that the publication number stands for": (
        certificate(1, number="", sure=SCANNED),
        patent(1),
        "OCR_REPAIRED",
    ),
}


@pytest.mark.parametrize("story", FLAGGED)
def test_what_counts_with_a_remark(story: str) -> None:
    exhibit, entry, flag = FLAGGED[story]
    verdict = Desk((exhibit,), (entry,)).one("invention_patents_valid", 1)
    assert (verdict.flag, verdict.verified) == (Flag.SUPPORTED, 1)
    assert flag in verdict.flags


OPEN = {
    "a former name that no registry knows is no former name": None,
    "registry not loaded": (certificate(1), patent(1), "REGISTRY_NOT_ASKED"),
    "repaired number, another title": (
        certificate(1, title="一种基于深度学习的供应链排产装置", flags=("OCR_REPAIRED",), sure=SCANNED),
        patent(1),
        "NUMBER_REPAIRED_UNCONFIRMED",
    ),
    "number misread, nothing else identifies it": (
        certificate(1, number=patent_no(1)[:12] + "Y", publication_no="", sure=SCANNED),
        patent(1),
        "NUMBER_REPAIRED_UNCONFIRMED",
    ),
    "number unread": (
        certificate(1, number="", publication_no="", title="", sure=SCANNED),
        patent(2),
        "NUMBER_UNREAD",
    ),
    "bought: the paper names the seller": (certificate(1, holder=PARENT), patent(1), "TRANSFERRED_IN"),
    "surely another company's name on the paper": (
        certificate(1, holder=NEAR_NAME),
        patent(1),
        "TRANSFERRED_IN",
    ),
    "the registry does not say whether it is in force": (
        certificate(1),
        patent(1, status=""),
        "STATUS_UNKNOWN",
    ),
    "granted by the registry, but the paper shows the application": (
        paper(
            "patent_gazette_page",
            "g",
            number=patent_no(1),
            title=TITLE,
            holder=APPLICANT,
            document_kind="发明专利申请",
        ),
        patent(1),
        "NOT_GRANTED",
    ),
}
del OPEN["a former name that no registry knows is no former name"]


@pytest.mark.parametrize("story", OPEN)
def test_what_nobody_can_say_goes_to_a_person_only_where_it_decides(story: str) -> None:
    exhibit, entry, reason = OPEN[story]  # type: ignore[misc]
    loaded = frozenset({"companies"}) if reason == "REGISTRY_NOT_ASKED" else None
    desk = Desk((exhibit,), (entry,), loaded=loaded)
    assert desk.one("invention_patents_valid", 1).flag is Flag.NEEDS_REVIEW
    assert reason in desk.one("invention_patents_valid", 1).reasons
    assert desk.one("invention_patents_valid", 5).flag is Flag.UNSUPPORTED


@pytest.mark.parametrize(("filed", "flag"), [("2019-04-25", Flag.SUPPORTED), ("2021-04-25", Flag.NEEDS_REVIEW)])
def test_who_was_renamed_between_filing_and_grant_is_printed_as_he_filed(filed: str, flag: Flag) -> None:
    from tests.verifier.factory import company

    paper_, entry = (
        certificate(1, holder=FORMER, filing_date=filed, grant_date="2021-07-06"),
        patent(1, filing_date=filed, grant_date="2021-07-06"),
    )
    desk = Desk((paper_,), (entry,), company=company(former_names=f"{FORMER}@2015-11-03..2019-10-14"))
    assert desk.one("invention_patents_valid", 1).flag is flag


def test_a_former_name_that_nobody_documents_is_another_company() -> None:
    from tests.verifier.factory import company

    desk = Desk(
        (certificate(1, holder=FORMER),), (patent(1, owners=FORMER),), company=company(former_names="")
    )
    verdict = desk.one("invention_patents_valid", 1)
    assert (verdict.flag, verdict.verified, verdict.reasons) == (Flag.UNSUPPORTED, 0, ("HOLDER_MISMATCH",))


NUMBERS = [  # claimed, proved, unread pages, flag, outcome
    (1, 1, 0, Flag.SUPPORTED, Outcome.SUPPORTED),
    (1, 3, 0, Flag.SUPPORTED, Outcome.SUPPORTED),
    (0, 0, 0, Flag.SUPPORTED, Outcome.SUPPORTED),
    (0, 0, 9, Flag.SUPPORTED, Outcome.SUPPORTED),
    (3, 2, 0, Flag.UNSUPPORTED, Outcome.PARTIALLY_SUPPORTED),
    (3, 0, 0, Flag.UNSUPPORTED, Outcome.NO_EVIDENCE),
    (3, 2, 1, Flag.NEEDS_REVIEW, Outcome.UNVERIFIABLE),
    (3, 1, 1, Flag.UNSUPPORTED, Outcome.PARTIALLY_SUPPORTED),
]


@pytest.mark.parametrize(("claimed", "proved", "unread", "flag", "outcome"), NUMBERS)
def test_an_unreadable_page_matters_only_where_it_can_make_the_difference(
    claimed: int, proved: int, unread: int, flag: Flag, outcome: Outcome
) -> None:
    serials = range(1, proved + 1)
    desk = Desk(tuple(map(certificate, serials)), tuple(map(patent, serials)), unread=unread)
    verdict = desk.one("invention_patents_valid", claimed)
    assert (verdict.flag, verdict.outcome, verdict.verified) == (flag, outcome, proved)
    assert ("UNDERCLAIM" in verdict.flags) is (proved > claimed)


def test_the_explanation_tells_the_figures() -> None:
    desk = Desk(
        (certificate(1), certificate(2), certificate(3)),
        (patent(1), patent(2, kind="实用新型"), patent(3, status="失效")),
    )
    verdict = desk.one("invention_patents_valid", 4)
    assert verdict.explanation == "申报4件，核实1件：1件种类不符，1件截至核验日已失效，1件未见佐证材料。"


def test_a_number_that_is_no_number_goes_to_a_person() -> None:
    assert Desk().one("invention_patents_valid", "若干").flag is Flag.NEEDS_REVIEW


SOFTWARE = {
    "registration_no": "2021SR0970846",
    "certificate_no": "软著登字第7693472号",
    "name": "甬云数据中台软件",
    "owners": APPLICANT,
    "registered_on": "2021-06-29",
}


def software(**facts: object) -> Exhibit:
    usual = {"number": "2021SR0970846", "title": "甬云数据中台软件", "holder": APPLICANT}
    return paper("software_copyright_certificate", "s", **{**usual, **facts})  # type: ignore[arg-type]


SOFTWARE_CASES = {
    "as registered": (software(), SOFTWARE, 1, ""),
    "owned by the parent": (software(holder=PARENT), {**SOFTWARE, "owners": PARENT}, 0, "HOLDER_MISMATCH"),
    "registered after the day": (software(), {**SOFTWARE, "registered_on": "2022-06-01"}, 0, "NOT_GRANTED"),
    "a works registration": (
        paper("works_registration_certificate", "w", number="国作登字-2021-A-00042587", holder=APPLICANT),
        SOFTWARE,
        0,
        "KIND_MISMATCH",
    ),
    "a number that nobody has": (software(number="2021SR0123456"), SOFTWARE, 0, "NUMBER_NOT_IN_REGISTRY"),
    "a misread number, the certificate number agrees": (
        software(number="2021SR0970B46", certificate_no="软著登字第7693472号", sure=SCANNED),
        SOFTWARE,
        1,
        "",
    ),
}


@pytest.mark.parametrize("story", SOFTWARE_CASES)
def test_software_copyrights(story: str) -> None:
    exhibit, values, verified, reason = SOFTWARE_CASES[story]
    verdict = Desk((exhibit,), (record("software_copyrights", "sw", **values),)).one("software_copyrights", 1)
    assert verdict.verified == verified
    assert verdict.flag is (Flag.SUPPORTED if verified else Flag.UNSUPPORTED)
    assert [e.reason for e in verdict.evidence] == [reason]


_names = st.sampled_from([APPLICANT, FORMER, PARENT, NEAR_NAME, "", f"{APPLICANT};浙江大学"])
_kinds = st.sampled_from(["发明", "实用新型", "外观设计", ""])
_states = st.sampled_from(["有效", "失效", "审中", "", "无效", "公开"])
_days = st.sampled_from(["", "2016-01-01", "2021-12-31", "2022-04-16"])


@st.composite
def _units(draw: st.DrawFn) -> tuple[Exhibit, Record]:
    serial = draw(st.integers(1, 3))
    kind = draw(
        st.sampled_from(["invention_patent_certificate", "patent_gazette_page", "utility_model_certificate"])
    )
    exhibit = paper(
        kind,
        f"p{draw(st.integers(0, 10**9))}",
        sure=draw(st.sampled_from([1.0, SCANNED])),
        flags=draw(st.sampled_from([(), ("OCR_REPAIRED",), ("NUMBER_CHECK_FAIL",)])),
        number=draw(st.sampled_from([patent_no(serial), patent_no(serial, kind=2), "", "2018100000011"])),
        title=draw(st.sampled_from([TITLE, "另一种装置", ""])),
        holder=draw(_names),
        publication_no=draw(st.sampled_from(["", f"CN1056667{serial:02d}B", "CN105666701A"])),
    )
    entry = patent(
        serial,
        kind=draw(_kinds),
        status=draw(_states),
        status_date=draw(_days),
        grant_date=draw(_days),
        owners=draw(_names),
    )
    return exhibit, entry


@settings(max_examples=200, deadline=None)
@given(st.lists(_units(), max_size=4), st.integers(0, 3), st.integers(1, 4))
def test_no_mixture_of_papers_and_records_proves_more_than_is_in_force(
    units: list[tuple[Exhibit, Record]], unread: int, claimed: int
) -> None:
    desk = Desk(
        tuple({u[0].id: u[0] for u in units}.values()), tuple({u[1].id: u[1] for u in units}.values())
    )
    verdict = replace(desk, unread=unread).one("invention_patents_valid", claimed)
    counted = [e for e in verdict.evidence if e.counted]
    assert verdict.verified == len(counted) == len({e.match.record.id for e in counted if e.match})
    if verdict.flag is Flag.SUPPORTED:
        assert len(counted) >= claimed
    for evidence in counted:
        assert evidence.match is not None and evidence.place is not None
        entry = evidence.match.record
        assert "发明" in entry.get("kind") or not entry.get("kind")
        assert {APPLICANT, FORMER} & set(entry.list("owners"))
        assert entry.get("status") == "有效" or entry.get("status_date") == "2022-04-16"
        assert entry.get("grant_date") != "2022-04-16"


STATES = {
    "等年费滞纳金": (Flag.SUPPORTED, 1),
    "专利权质押": (Flag.SUPPORTED, 1),
    "无效宣告请求审查中": (Flag.SUPPORTED, 1),
    "专利权转移": (Flag.SUPPORTED, 1),
    "恢复权利": (Flag.SUPPORTED, 1),
    "专利权的恢复": (Flag.SUPPORTED, 1),
    "专利权部分无效": (Flag.NEEDS_REVIEW, 0),
    "未缴年费": (Flag.UNSUPPORTED, 0),
    "宣告全部无效": (Flag.UNSUPPORTED, 0),
    "在审": (Flag.UNSUPPORTED, 0),
    "": (Flag.NEEDS_REVIEW, 0),
}


@pytest.mark.parametrize("status", STATES)
def test_the_words_of_a_patents_state(status: str) -> None:
    verdict = Desk((certificate(1),), (patent(1, status=status, status_date=""),)).one(
        "invention_patents_valid", 1
    )
    assert (verdict.flag, verdict.verified) == STATES[status]


def test_an_annuity_in_its_grace_period_is_told() -> None:
    verdict = Desk((certificate(1),), (patent(1, status="有效（滞纳期）"),)).one("invention_patents_valid", 1)
    assert verdict.flag is Flag.SUPPORTED and "ANNUITY_GRACE" in verdict.flags


@pytest.mark.parametrize(
    "owners", [f"{APPLICANT}、浙江大学", f"浙江大学，{APPLICANT}", f"{APPLICANT};浙江大学"]
)
def test_offices_part_owners_in_their_own_ways(owners: str) -> None:
    verdict = Desk((certificate(1),), (patent(1, owners=owners),)).one("invention_patents_valid", 1)
    assert verdict.flag is Flag.SUPPORTED and "CO_OWNED" in verdict.flags
