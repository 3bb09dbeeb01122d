"""A stored report is judged again without a page; a change of the rules shows what it flips."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extractors.exhibit import FileReading, LedgerEntry, PageRole
from extractors.forms.form import Form, FormField
from registries.catalog import open_registries
from registries.intake import import_table
from tests.verifier.factory import APPLICANT, CODE, Desk, claim, company, paper, record
from tests.verifier.judging.test_counts import certificate, patent
from verifier.claims import Claim
from verifier.report.report import Provenance, Report
from verifier.report.restoring import restore, restore_form
from verifier.report.writing import as_json
from verifier.rules import load_rules
from verifier.rules.diff import diff_rules, judge_again

RULES = load_rules()
CREDIT = paper("credit_report_public", "k", holder=APPLICANT, uscc=CODE, grade="良好", date="2022-03-01")
RATING = record("credit_ratings", "k1", uscc=CODE, company=APPLICANT, grade="良好", date="2022-03-01")
CLAIMS = (
    claim("company_name", APPLICANT),
    claim("org_code", CODE),
    claim("public_credit_grade", "良好"),
    claim("invention_patents_valid", 3),
    claim("revenue.2021", 23150.0),
    claim("cloud_deployment", "", ("公有云",)),
)


def stored_report(*claims: Claim) -> str:
    papers = (CREDIT, certificate(1), certificate(2, holder="别家有限公司"))
    records = (RATING, patent(1), patent(2, owners="别家有限公司"))
    ledger = (
        LedgerEntry(1, PageRole.EXHIBIT, 595, 842, 0, "k"),
        LedgerEntry(2, PageRole.UNREADABLE, 595, 842),
    )
    files = (FileReading("二、数字创新.pdf", "0", "read", ledger, papers),)
    verdicts = Desk(papers, records, company()).judge(*claims)
    loaded = {kind: {"version": "1"} for kind in ("companies", "patents", "credit_ratings")}
    report = Report(
        Desk().as_of, APPLICANT, CODE, Provenance("t", RULES.version, loaded, ()), files, papers, verdicts
    )
    return json.dumps(as_json(report), ensure_ascii=False)


def test_what_was_judged_is_read_back_from_the_report() -> None:
    stored = restore(json.loads(stored_report(*CLAIMS)))
    assert [(c.key, c.text, c.number, c.field.ticked) for c in stored.claims] == [
        (c.key, c.text, c.number, c.field.ticked) for c in CLAIMS
    ]
    assert [e.type for e in stored.exhibits] == [
        "credit_report_public",
        *["invention_patent_certificate"] * 2,
    ]
    assert stored.exhibits[1].facts[0].box.width > 0 and stored.files[0].ledger[1].role == PageRole.UNREADABLE


def test_the_same_rules_give_the_same_verdicts() -> None:
    flat = json.loads(stored_report(*CLAIMS))
    flat["files"][0]["ledger"] = []  # the desk knew of no unreadable page
    stored = restore(flat)
    verdicts, indicators = judge_again(RULES, stored, {})
    assert [(v.key, v.flag.value, v.verified) for v in verdicts] == [
        (c["key"], c["flag"], c["verified"]) for c in flat["claims"]
    ]
    assert len(indicators) == 40
    assert diff_rules(RULES, RULES, [stored], [{}]).flips == ()


def test_a_stricter_rule_flips_the_verdict_and_its_indicator() -> None:
    stored = restore(json.loads(stored_report(*CLAIMS)), "甲")
    strict = replace(
        RULES,
        version="t/2",
        policy=replace(RULES.policy, credit_max_age_days=20),
        settings={**RULES.settings, "credit_max_age_days": (20, "t")},
    )
    found = diff_rules(RULES, strict, [stored], [{}])
    assert found.settings == (("credit_max_age_days", "180", "20"),)
    assert [(f.report, f.key) for f in found.flips] == [("甲", "public_credit_grade"), ("甲", "I-04.1")]
    assert "时效" in found.flips[0].why


def test_registries_at_hand_are_asked_anew(tmp_path: Path) -> None:
    stored = restore(json.loads(stored_report(*CLAIMS)))
    table = tmp_path / "patents.csv"
    number = certificate(1).text("number")
    table.write_text(
        "application_no,kind,title,owners,filing_date,grant_date,status,status_date\n"
        f"{number},发明,一种基于深度学习的焊缝视觉检测方法,{APPLICANT},2018-03-01,2020-03-04,失效,2021-01-01\n",
        "utf-8",
    )
    import_table("patents", table, tmp_path / "r.db")
    with open_registries(tmp_path / "r.db") as registries:
        verdicts, _ = judge_again(RULES, stored, {}, registries)
    judged = next(v for v in verdicts if v.key == "invention_patents_valid")
    assert judged.verified == 0 and "LAPSED" in [e.reason for e in judged.evidence]


def test_an_offices_own_rule_file_takes_the_rest_from_the_program(tmp_path: Path) -> None:
    shipped = Path(str(__import__("verifier.rules").rules.__file__)).parent / "zhejiang-2022.toml"
    text = re.sub(r'(?m)^version = ".*"$', 'version = "ours/1"', shipped.read_text("utf-8"), count=1)
    own = tmp_path / "ours.toml"
    own.write_text(text, "utf-8")
    rules = load_rules(str(own))
    assert rules.version == "ours/1" and len(rules.indicators) == 40 and len(rules.sections) == 5


def test_a_rule_that_speaks_of_an_unknown_measure_is_refused(tmp_path: Path) -> None:
    folder = Path(str(__import__("verifier.rules").rules.__file__)).parent
    for name in ("zhejiang-2022.toml", "zhejiang-2022-indicators.toml"):
        text = (
            (folder / name)
            .read_text("utf-8")
            .replace('met = "profit_margin >= 7"', 'met = "profit_margine >= 7"')
        )
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(ValueError, match="profit_margine"):
        load_rules(str(tmp_path / "zhejiang-2022.toml"))


def test_how_surely_a_scanned_form_was_read_is_kept() -> None:
    """A doubtful cell waits for a person; judged again from the stored report it still does."""
    field = FormField("revenue.2021", "营业收入", "9?50", 950.0, (), "第1页表1", 0.31, "某有限公司")
    form = Form("form.pdf", "0" * 64, "ningbo-2022", (field,))
    report = Report(date(2022, 4, 15), "", "", Provenance("t", "r", {}, ()), (), (), (), form=form)
    assert restore_form(as_json(report)) == form
