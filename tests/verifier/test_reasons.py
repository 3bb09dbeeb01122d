"""Every reason that is documented can be given, has words for the reviewer, and is given only for cause."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.exhibit import Exhibit
from extractors.forms.edition import editions
from tests.verifier.factory import (
    APPLICANT,
    CODE,
    FORMER,
    PARENT,
    Desk,
    claim,
    company,
    mention,
    paper,
    patent_no,
    record,
    row,
)
from verifier.judge import JUDGES
from verifier.rules import load_rules
from verifier.rules.checks import as_markdown, load_checks
from verifier.verdict import Flag, Outcome, Verdict
from verifier.words import words

ROOT = Path(__file__).resolve().parents[2]
DOSSIER = ROOT.parent / "shared" / "domain" / "DOSSIER.md"
RULES = load_rules()
CODE_WORD = re.compile(r"[A-Z][A-Z0-9_]{4,}")

NEVER_RAISED = {
    "CONSOLIDATED_FIGURE": "what is said of a figure whose reason is SCOPE_GROUP",
}
"""Documented words that no verdict can give, each with why."""


def documented() -> set[str]:
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    return set(re.findall(r"`([A-Z][A-Z0-9_]+)`", page.partition("## Reasons of verdicts")[2]))


def said_in(path: Path) -> Iterator[str]:
    """The codes that a module gives: every string that is nothing but a code, but for those it only looks up."""
    tree = ast.parse(path.read_text("utf-8"))
    looked_up = {
        id(arg)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say"
        for arg in node.args
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in looked_up and CODE_WORD.fullmatch(text):
            yield text


def raised() -> set[str]:
    paths = [p for floor in ("verifier", "extractors", "registries") for p in (ROOT / floor).rglob("*.py")]
    rules = {code for rule in RULES.counts.values() for code in rule.lookalikes.values()}
    return rules | {code for path in paths for code in said_in(path)} | {m.but[1] for m in RULES.mentions}


def test_every_documented_reason_can_be_given() -> None:
    assert len(documented()) > 70
    assert documented() - raised() <= NEVER_RAISED.keys()


def test_every_documented_reason_has_words() -> None:
    assert documented() <= {*RULES.reasons, *words().notes}


def test_nothing_is_excused_that_is_given() -> None:
    assert not NEVER_RAISED.keys() & {c for p in (ROOT / "verifier" / "judging").rglob("*.py") for c in said_in(p)}


@pytest.mark.skipif(not DOSSIER.exists(), reason="the study of the domain is not at hand")
def test_the_reasons_of_the_study_are_documented() -> None:
    text = DOSSIER.read_text("utf-8")
    listed = re.search(r"### F\.4 Reason codes\n(.*)\n", text)
    assert listed is not None
    wanted = set(re.findall(r"[A-Z][A-Z_]+[A-Z]", listed[1]))
    auxiliary = re.search(r"Auxiliary flags.*", text)
    wanted |= set(re.findall(r"`([A-Z0-9_]+)`", auxiliary[0])) if auxiliary else set()
    assert len(wanted) > 50
    assert wanted <= documented()


# --- each of the rarer reasons, given and not given -------------------------------------------------

TITLE = "一种基于深度学习的焊缝视觉检测方法"
CONTRACT = paper("application_contract", "k", holder=APPLICANT, customer="宁波海天机械有限公司", title="MES系统开发合同", date="2021-05-01")


def patent(**facts: str) -> Exhibit:
    usual = {"number": patent_no(1), "title": TITLE, "holder": APPLICANT}
    return paper("invention_patent_certificate", "c", **{**usual, **facts})  # type: ignore[arg-type]


def known(**values: str) -> object:
    usual = {"application_no": patent_no(1), "kind": "发明", "title": TITLE, "owners": APPLICANT, "status": "有效"}
    return record("patents", "r", **{**usual, **values})


def judged(*papers: Exhibit, **values: str) -> Verdict:
    return Desk(papers, (known(**values),)).one("invention_patents_valid", 1)  # type: ignore[arg-type]


def codes(verdict: Verdict) -> set[str]:
    """All reasons and notes of a verdict."""
    items = {code for item in verdict.items for code in (*item.reasons, *item.flags)}
    evidence = {code for e in verdict.evidence for code in (e.reason, *e.flags)}
    return {*verdict.reasons, *verdict.flags, *items, *evidence}


def test_a_licensee_owns_nothing() -> None:
    assert judged(patent(holder=PARENT), owners=PARENT, licensees=APPLICANT).reasons == ("LICENCE_ONLY",)
    assert judged(patent(holder=PARENT, licensee=APPLICANT), owners=PARENT).reasons == ("LICENCE_ONLY",)
    assert judged(patent(holder=PARENT), owners=PARENT, licensees="宁波别家科技有限公司").reasons == ("HOLDER_MISMATCH",)
    assert judged(patent(), licensees="宁波别家科技有限公司").flag is Flag.SUPPORTED


def test_a_former_name_without_its_paper_counts_and_says_so() -> None:
    bare = judged(patent(holder=FORMER), owners=FORMER)
    assert bare.flag is Flag.SUPPORTED and {"FORMER_NAME", "FORMER_NAME_UNDOCUMENTED"} <= set(bare.flags)
    change = paper("name_change_notice", "n", holder=APPLICANT, former_name=FORMER)
    documented = judged(patent(holder=FORMER), change, owners=FORMER)
    assert documented.flag is Flag.SUPPORTED and "FORMER_NAME_UNDOCUMENTED" not in documented.flags
    assert "FORMER_NAME_UNDOCUMENTED" not in judged(patent()).flags


@pytest.mark.parametrize(
    "code, flag, reason",
    [(CODE, Flag.NEEDS_REVIEW, "FORMER_NAME_UNDOCUMENTED"), ("", Flag.UNSUPPORTED, "HOLDER_MISMATCH")],
)
def test_another_name_over_the_applicants_own_code_is_asked_about(code: str, flag: Flag, reason: str) -> None:
    certificate = paper("mgmt_system_certificate", "m", holder="宁波旧名软件有限公司", uscc=code, standard="ISO/IEC 27001", number="1")
    desk = replace(Desk((certificate,)), company=company(former_names=""))
    verdict = desk.box("security_management", mention("certification", "ISO/IEC 27001"))
    assert (verdict.flag, verdict.reasons) == (flag, (reason,))


@pytest.mark.parametrize("status, day, given", [
    ("撤销", "2021-12-01", True), ("已取消", "", True), ("撤销", "2022-06-01", False), ("有效", "", False), ("", "", False),
])  # fmt: skip
def test_an_honour_that_was_taken_back_counts_no_longer(status: str, day: str, given: bool) -> None:
    notice = paper("zj_premium_product", "z", award="浙江制造精品", holder=APPLICANT, year="2020", title="边缘网关")
    kept = record("honors", "h", list="浙江制造精品", level="省", year="2020", company=APPLICANT, project="边缘网关", status=status, status_date=day)
    verdict = Desk((notice,), (kept,)).box("brand_honours", mention("honour", "浙江制造精品", 2020))
    assert ("REVOKED" in verdict.reasons) is given
    assert (verdict.flag is Flag.SUPPORTED) is not given


def test_a_registration_of_software_that_was_taken_back_does_not_count() -> None:
    sheet = paper("software_copyright_certificate", "s", number="2021SR0970846", title="甬云软件", holder=APPLICANT)
    usual = {"registration_no": "2021SR0970846", "name": "甬云软件", "owners": APPLICANT, "registered_on": "2021-06-30"}
    assert Desk((sheet,), (record("software_copyrights", "s", **usual, status="撤销登记"),)).one("software_copyrights", 1).reasons == ("REVOKED",)
    assert Desk((sheet,), (record("software_copyrights", "s", **usual),)).one("software_copyrights", 1).flag is Flag.SUPPORTED


@pytest.mark.parametrize("status, outcome", [
    ("存续（在营、开业、在册）", Outcome.SUPPORTED), ("吊销，未注销", Outcome.CONTRADICTED), ("注销", Outcome.CONTRADICTED),
])  # fmt: skip
def test_a_company_that_was_struck_off_is_no_applicant(status: str, outcome: Outcome) -> None:
    licence = paper("business_licence", "l", holder=APPLICANT, uscc=CODE)
    verdict = Desk((licence,), company=company(status=status)).one("company_name", APPLICANT)
    assert verdict.outcome is outcome and ("REVOKED" in verdict.reasons) is (outcome is Outcome.CONTRADICTED)


@pytest.mark.parametrize("type_, flag, given", [
    ("application_contract", "UNSEALED", True), ("application_contract", "", False), ("hitech_certificate", "UNSEALED", False),
])  # fmt: skip
def test_a_seal_is_missed_only_on_papers_that_must_bear_one(type_: str, flag: str, given: bool) -> None:
    sheet = replace(CONTRACT, type=type_, flags=(flag,) if flag else ())
    verdict = Desk((sheet,)).box("industry_digitalisation", mention("case_count", "案例", quantity=1.0))
    assert ("SEAL_MISSING" in codes(verdict)) is given


def test_a_missing_seal_or_page_is_a_note_and_changes_no_verdict() -> None:
    claimed = mention("case_count", "案例", quantity=1.0)
    whole = Desk((CONTRACT,)).box("industry_digitalisation", claimed)
    flawed = replace(CONTRACT, flags=("UNSEALED", "PAGE_MISSING"))
    verdict = Desk((flawed,)).box("industry_digitalisation", claimed)
    assert (whole.flag, verdict.flag) == (Flag.SUPPORTED, Flag.SUPPORTED)
    assert {"SEAL_MISSING", "PAGE_MISSING"} <= set(verdict.flags)
    assert not {"SEAL_MISSING", "PAGE_MISSING"} & codes(whole)


@pytest.mark.parametrize("flag, capped", [
    ("SIGNATURE_BROKEN", True), ("TEXT_LAYER_MISMATCH", True), ("SIGNATURE_UNTRUSTED", False), ("", False),
])  # fmt: skip
def test_a_paper_that_may_be_edited_leaves_to_a_person_what_no_registry_confirms(flag: str, capped: bool) -> None:
    signed = replace(CONTRACT, flags=(flag,) if flag else ())
    verdict = Desk((signed,)).box("industry_digitalisation", mention("case_count", "案例", quantity=1.0))
    assert (verdict.flag is Flag.NEEDS_REVIEW) is capped and (verdict.flag is Flag.SUPPORTED) is not capped
    assert ("AUTHENTICITY_SUSPECT" in verdict.flags) is capped
    assert (not flag) or flag in verdict.flags


@pytest.mark.parametrize("flag", ["SIGNATURE_BROKEN", "TEXT_LAYER_MISMATCH"])
def test_what_the_registry_confirms_stands_though_the_paper_may_be_edited(flag: str) -> None:
    verdict = judged(replace(patent(), flags=(flag,)))
    assert verdict.flag is Flag.SUPPORTED and flag in verdict.flags


def test_lists_that_are_never_published_are_named() -> None:
    entry = paper("xinchuang_entry", "x", product="甬云数据库", title="信创产品目录", holder=APPLICANT)
    verdict = Desk((entry,)).box("controllable_technology", mention("xinchuang", "信创目录", project="甬云数据库"))
    assert verdict.flag is Flag.SUPPORTED and "RESTRICTED_LIST" in codes(verdict)
    alliance = paper("consortium_document", "a", title="浙江省工业互联网联盟", members=APPLICANT, holder=APPLICANT)
    open_ = Desk((alliance,)).box("consortia", mention("consortium", "浙江省工业互联网联盟"))
    assert open_.flag is Flag.SUPPORTED and "RESTRICTED_LIST" not in codes(open_)


def test_nothing_of_what_annex_2_requires_is_told_apart_from_what_it_does_not_ask_for() -> None:
    empty = Desk().one("public_credit_grade", "良好")
    assert empty.reasons == ("NO_EVIDENCE", "REQUIRED_CATEGORY_EMPTY")
    suggested = Desk().one("employees_total", 386)
    assert suggested.reasons == ("NO_EVIDENCE",) and "NOT_LISTED_IN_ANNEX2" in suggested.flags
    sheet = paper("software_copyright_certificate", "s", number="2021SR0970846", title="甬云软件", holder=APPLICANT)
    _, patents = Desk((sheet,)).judge(claim("software_copyrights", 1), claim("invention_patents_valid", 2))
    assert patents.reasons == ("NO_EVIDENCE",)
    listed = Desk((paper("official_notice", "o", rows=(row(holder=PARENT),), award="浙江制造精品"),))
    assert "REQUIRED_CATEGORY_EMPTY" not in listed.box("brand_honours", mention("honour", "浙江制造精品")).reasons


# --- checks of the claims that stand apart ------------------------------------------------------------


def licence(**facts: str) -> Exhibit:
    usual = {"holder": APPLICANT, "uscc": CODE, "address": "浙江省宁波市高新区聚贤路233号", "scope": "软件开发；物联网技术服务；食品销售"}
    return paper("business_licence", "l", **{**usual, **facts})  # type: ignore[arg-type]


@pytest.mark.parametrize("address, flag", [
    ("浙江省宁波市高新区聚贤路233号", Flag.SUPPORTED), ("江苏省苏州市工业园区星湖街1号", Flag.NEEDS_REVIEW),
])  # fmt: skip
def test_an_applicant_from_another_province_is_asked_about(address: str, flag: Flag) -> None:
    desk = Desk((licence(address=address),), company=company(address=address))
    verdict = desk.one("address", address)
    assert verdict.flag is flag and ("OUTSIDE_REGION" in verdict.reasons) is (flag is Flag.NEEDS_REVIEW)


@pytest.mark.parametrize("scope, given", [("软件开发、物联网技术服务", False), ("食品销售", True)])
def test_a_business_that_is_not_digital_is_asked_about(scope: str, given: bool) -> None:
    verdict = Desk((licence(),)).one("main_business_scope", scope)
    assert ("SECTOR_UNCLEAR" in verdict.reasons) is given
    assert (verdict.flag is Flag.SUPPORTED) is not given


@pytest.mark.parametrize("printed, day, flag", [
    (826, "2022-03-01", Flag.SUPPORTED), (896, "2022-03-01", Flag.NEEDS_REVIEW), (896, "2022-02-01", Flag.SUPPORTED),
])  # fmt: skip
def test_a_score_that_differs_on_its_own_day_is_asked_about(printed: int, day: str, flag: Flag) -> None:
    report = paper("credit_report_public", "c", holder=APPLICANT, uscc=CODE, grade="良好", score=printed, date=day)
    rating = record("credit_ratings", "r", uscc=CODE, company=APPLICANT, grade="良好", score="826", date="2022-03-01")
    assert Desk((report,), (rating,)).one("public_credit_grade", "良好").flag is flag


@pytest.mark.parametrize("titles, given", [
    (("网络安全管理办法", "数据分类分级管理规范", "网络安全应急预案"), False), (("网络安全管理办法", "数据分类分级管理规范"), True),
])  # fmt: skip
def test_rules_that_leave_a_topic_out_are_told(titles: tuple[str, ...], given: bool) -> None:
    rules = tuple(paper("internal_policy", f"p{n}", holder=APPLICANT, title=t, number=f"Q{n}", date="2020-03-01") for n, t in enumerate(titles))
    claimed = mention("internal_rule", "制度", quantity=float(len(titles)))
    verdict = Desk(rules).box("security_management", claimed)
    assert verdict.flag is Flag.SUPPORTED
    assert ("COVERAGE_INCOMPLETE" in verdict.flags) is given and ("应急预案" in verdict.explanation) is given


@pytest.mark.parametrize("level, day, given", [
    ("3", "2021-08-01", False), ("3", "2021-02-01", True), ("2", "2021-02-01", False), ("2", "2019-12-01", True),
])  # fmt: skip
def test_an_evaluation_older_than_its_level_allows_is_told(level: str, day: str, given: bool) -> None:
    number = "33020012345-21001"
    filed = paper("mlps_filing", "f", number=number, holder=APPLICANT, level=level, system="运维平台")
    report = paper("mlps_report", "e", date=day, level=level, conclusion="良")
    known = record("security_filings", "s", number=number, company=APPLICANT, system="运维平台", level=level, date="2021-03-09")
    claimed = mention("security_filing", "运维平台", level=level)
    verdict = Desk((filed, report), (known,)).box("security_technology", claimed)
    assert verdict.flag is Flag.SUPPORTED and ("EVIDENCE_STALE" in verdict.flags) is given
    assert "EVIDENCE_STALE" not in Desk((filed,), (known,)).box("security_technology", claimed).flags


@pytest.mark.parametrize("unit, flag", [("人", Flag.UNSUPPORTED), ("人次", Flag.SUPPORTED)])
def test_a_person_of_two_lists_is_one_person(unit: str, flag: Flag) -> None:
    years, name = ("2019", "2020"), "浙江省科技创新领军人才"
    notices = tuple(paper("talent_notice", f"t{n}", award=name, holder=APPLICANT, title="陈明", year=year, level="省级") for n, year in enumerate(years))
    known = tuple(record("honors", f"h{n}", list=name, level="省", year=year, company=APPLICANT, project="陈明") for n, year in enumerate(years))
    claimed = mention("talent_person", "科技创新领军人才", quantity=2.0, unit=unit)
    verdict = Desk(notices, known).box("leading_talent", claimed)
    assert verdict.flag is flag, verdict.explanation


# --- the table of checks ------------------------------------------------------------------------------


def test_the_page_of_checks_is_what_the_table_says() -> None:
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert page == as_markdown(load_checks(), RULES), "python -m verifier.rules.checks > docs/checks.md"


def test_every_cell_of_the_form_has_checks_and_a_judge() -> None:
    (edition,) = editions()
    fields = [(e.key, y) for e in edition.entries for y in (edition.years if e.column == "year" else (0,))]
    cells = {key for key, _ in fields}
    assert (len(fields), len(cells)) == (59, 47)
    assert load_checks().cells.keys() == cells == JUDGES.keys()


def test_every_reason_of_the_table_is_documented() -> None:
    checks = load_checks()
    rows = (*checks.everywhere, *checks.boxes, *(c for rows in checks.cells.values() for c in rows))
    assert {code for row in rows for code in row.reasons} <= documented()
    assert {row.outcome for row in rows} <= {outcome.value for outcome in Outcome}


def test_every_documented_reason_stands_in_the_table() -> None:
    told = frozenset().union(*(load_checks().reasons(cell, RULES) for cell in load_checks().cells))
    of_facts = {code for code in words().notes if code not in RULES.reasons}
    assert documented() - told - of_facts <= NEVER_RAISED.keys()


@pytest.mark.parametrize("sealed, flag", [
    ("", Flag.SUPPORTED), (APPLICANT, Flag.SUPPORTED), (APPLICANT.replace("智", "知"), Flag.SUPPORTED),
    ("宁波市经济和信息化局", Flag.SUPPORTED), (f"宁波市经济和信息化局;{APPLICANT}", Flag.SUPPORTED), (PARENT, Flag.NEEDS_REVIEW),
])  # fmt: skip
def test_the_seal_on_the_form_is_the_applicants(sealed: str, flag: Flag) -> None:
    told = claim("company_name", APPLICANT)
    sealed_form = replace(told, field=replace(told.field, sealed=sealed))
    (verdict,) = Desk((licence(),)).judge(sealed_form)
    assert verdict.flag is flag and ("SEAL_MISMATCH" in verdict.reasons) is (flag is Flag.NEEDS_REVIEW)
