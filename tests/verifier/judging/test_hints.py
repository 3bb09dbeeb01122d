"""What a reviewer should know of a count and that changes no number."""

from dataclasses import replace
from typing import Any

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.record import Record
from tests.verifier.factory import APPLICANT, Desk, claim, paper, record
from tests.verifier.judging.test_counts import certificate, patent
from verifier.asking import ask
from verifier.judge import judge
from verifier.rules import load_rules
from verifier.verdict import Flag, Verdict


def software(number: str, name: str, certificate_no: str = "") -> tuple[Exhibit, Record]:
    facts: dict[str, Any] = {"number": number, "title": name, "holder": APPLICANT, "certificate_no": certificate_no}
    exhibit = paper("software_copyright_certificate", number, **facts)
    return exhibit, record("software_copyrights", number, registration_no=number, name=name, owners=APPLICANT)


def test_versions_of_one_software_count_and_are_marked() -> None:
    pairs = [
        software("2021SR0000001", "排产软件"),
        software("2021SR0000002", "排产软件"),
        software("2021SR0000003", "质检软件"),
    ]
    verdict = Desk(tuple(p for p, _ in pairs), tuple(r for _, r in pairs)).one("software_copyrights", 3)
    assert (verdict.flag, verdict.verified) == (Flag.SUPPORTED, 3)
    marked = [e.exhibit for e in verdict.evidence if "VERSION_PADDING" in e.flags]
    assert marked == ["2021SR0000001", "2021SR0000002"] and "VERSION_PADDING" in verdict.flags


def test_a_certificate_number_that_does_not_fit_is_a_hint() -> None:
    right, known = software("2021SR0123456", "质检软件", "软著登字第6846082号")
    wrong, _ = software("2021SR0123456", "质检软件", "软著登字第1234567号")
    assert "NUMBER_OFFSET" not in Desk((right,), (known,)).one("software_copyrights", 1).flags
    verdict = Desk((wrong,), (known,)).one("software_copyrights", 1)
    assert verdict.flag is Flag.SUPPORTED and "NUMBER_OFFSET" in verdict.flags


def test_more_than_claimed_is_still_supported() -> None:
    verdict = Desk((certificate(1), certificate(2)), (patent(1), patent(2))).one("invention_patents_valid", 1)
    assert (verdict.flag, verdict.verified) == (Flag.SUPPORTED, 2) and "UNDERCLAIM" in verdict.flags


def with_owned(
    key: str, claimed: int, exhibits: tuple[Exhibit, ...], records: tuple[Record, ...], *owned: Record
) -> Verdict:
    desk = Desk(exhibits, records)
    findings = {p.id: tuple(desk._answer(q.kind, q) for q in ask(p)) for p in exhibits}
    kinds = {r.registry for r in owned}
    pools = {kind: tuple(Match(r, 1.0) for r in owned if r.registry == kind) for kind in kinds}
    claims = (claim("company_name", APPLICANT), claim(key, claimed))
    return judge(claims, exhibits, findings, load_rules(), desk.as_of, company=desk._company(), owned=pools)[
        1
    ]


def test_what_is_registered_and_was_not_handed_in_is_told_and_counts_nothing() -> None:
    verdict = with_owned("invention_patents_valid", 2, (certificate(1),), (patent(1),), patent(1), patent(2))
    assert (verdict.flag, verdict.verified) == (Flag.UNSUPPORTED, 1)
    assert [h.match and h.match.record.id for h in verdict.hints] == ["pat2"]
    assert not verdict.hints[0].counted and "登记库有记录而未见佐证" in verdict.explanation


def test_what_could_not_count_with_a_paper_either_is_no_hint() -> None:
    lapsed, model = patent(3, status="失效"), patent(4, kind="实用新型")
    verdict = with_owned("invention_patents_valid", 1, (certificate(1),), (patent(1),), lapsed, model)
    assert verdict.hints == () and "NO_PAPER" not in verdict.flags


def test_led_standards_are_hints_where_led_ones_are_claimed() -> None:
    led = record("standards", "a", standard_no="GB/T 1—2020", drafters=f"{APPLICANT};甲", status="现行")
    joined = record("standards", "b", standard_no="GB/T 2—2020", drafters=f"甲;{APPLICANT}", status="现行")
    told = with_owned("standards_led", 1, (), (), led, joined)
    assert [h.quote for h in told.hints] == ["GB/T 1—2020"]
    told = with_owned("standards_participated", 1, (), (), led, joined)
    assert [h.quote for h in told.hints] == ["GB/T 2—2020"]


def test_co_owned_patents_count_unless_the_policy_says_otherwise() -> None:
    exhibit = certificate(1, holder=f"{APPLICANT};浙江大学")
    known = patent(1, owners=f"{APPLICANT};浙江大学")
    verdict = Desk((exhibit,), (known,)).one("invention_patents_valid", 1)
    assert verdict.verified == 1 and "CO_OWNED" in verdict.flags
    strict = replace(load_rules(), policy=replace(load_rules().policy, co_owned_patents_count=False))
    desk = Desk((exhibit,), (known,))
    findings = {exhibit.id: tuple(desk._answer(q.kind, q) for q in ask(exhibit))}
    claims = (claim("company_name", APPLICANT), claim("invention_patents_valid", 1))
    verdict = judge(claims, (exhibit,), findings, strict, desk.as_of, company=desk._company())[1]
    assert (verdict.flag, verdict.reasons) == (Flag.UNSUPPORTED, ("CO_OWNED",))
