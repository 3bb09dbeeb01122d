"""What is asked of which registry, and the whole way through real registries."""

import csv
from datetime import date
from pathlib import Path

import pytest

from registries.catalog import Registries, open_registries
from registries.intake import import_folder
from registries.schema import KINDS
from tests.verifier.factory import (
    APPLICANT,
    CODE,
    FORMER,
    NEAR_NAME,
    PARENT,
    claim,
    mention,
    paper,
    patent_no,
    row,
)
from verifier.asking import FIELDS, NUMBERS, ask, ask_company
from verifier.judge import judge
from verifier.rules import load_rules
from verifier.verdict import Flag

AS_OF = date(2022, 4, 15)
TITLE = "一种基于深度学习的焊缝视觉检测方法"


def test_a_numbered_paper_is_asked_by_its_number_and_once_more_by_its_names() -> None:
    exhibit = paper("invention_patent_certificate", number=patent_no(1), title=TITLE, holder=APPLICANT)
    by_number, by_name = ask(exhibit)
    assert (by_number.kind, by_number.number) == ("patents", patent_no(1))
    assert by_number.fields["title"] == TITLE and by_number.fields["owners"] == APPLICANT
    assert by_name.number == "" and "application_no" not in by_name.fields


def test_a_paper_of_an_unknown_kind_is_asked_nowhere() -> None:
    assert ask(paper("call_for_application", title="关于组织申报的通知")) == ()


def test_a_blank_paper_is_asked_nowhere() -> None:
    assert ask(paper("invention_patent_certificate")) == ()


def test_the_applicant_is_asked_by_name_and_code() -> None:
    queries = ask_company((claim("company_name", APPLICANT), claim("org_code", CODE)))
    assert [(q.kind, q.number) for q in queries] == [("companies", ""), ("companies", CODE)]


def test_columns_are_those_of_the_registries() -> None:
    columns = {kind.name: {column.name for column in kind.columns} for kind in KINDS}
    assert {kind: set(fields) - columns[kind] for kind, fields in FIELDS.items()} == {
        k: set() for k in FIELDS
    }
    assert all(column in columns[kind] for kind, column in NUMBERS.items())
    assert {kind for kinds in load_rules().registries.values() for kind in kinds} <= set(columns)


TABLES = {
    "companies": [
        {"uscc": CODE, "name": APPLICANT, "former_names": FORMER, "legal_representative": "张三丰",
         "registered_capital_wan": "2900", "address": "浙江省宁波市高新区聚贤路233号", "parent": PARENT},
        {"uscc": "91330000733796106P", "name": PARENT},
    ],
    "patents": [
        {"application_no": f"{patent_no(n)[:12]}.{patent_no(n)[12]}", "kind": "发明", "title": f"{TITLE}{n}",
         "owners": owner, "grant_date": "2020-03-04", "filing_date": "2018-03-01", "status": state,
         "status_date": since, "publication_no": f"CN1056667{n:02d}B"}
        for n, owner, state, since in (
            (1, APPLICANT, "有效", "2020-03-04"),
            (2, f"{FORMER};浙江大学", "有效", "2020-03-04"),
            (3, APPLICANT, "失效", "2021-08-19"),
            (4, PARENT, "有效", "2020-03-04"),
            (5, NEAR_NAME, "有效", "2020-03-04"),
            (6, APPLICANT, "失效", "2022-08-19"),
        )
    ],
    "honors": [
        {"list": "浙江省上云标杆企业", "level": "省级", "year": "2020", "company": APPLICANT},
        {"list": "浙江省上云标杆企业", "level": "省级", "year": "2020", "company": "台州墨石智能科技股份有限公司"},
    ],
    "first_sets": [
        {"product": "精密激光焊接成套装备", "company": APPLICANT, "level": "省内", "year": "2019", "doc_no": "浙经信技术〔2019〕128号"}
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def registries(tmp_path_factory: pytest.TempPathFactory) -> Registries:
    folder: Path = tmp_path_factory.mktemp("tables")
    for kind, rows in TABLES.items():
        with (folder / f"{kind}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(k for r in rows for k in r)))
            writer.writeheader()
            writer.writerows(rows)
    reports = import_folder(folder, folder / "registries.db")
    assert [report.problem for report in reports] == [""] * len(TABLES)
    return open_registries(folder / "registries.db")


def test_papers_go_through_real_registries(registries: Registries) -> None:
    holders = {1: APPLICANT, 2: FORMER, 3: APPLICANT, 4: PARENT, 5: NEAR_NAME, 6: APPLICANT, 7: APPLICANT}
    papers = [
        paper(
            "invention_patent_certificate", f"c{n}", number=patent_no(n), title=f"{TITLE}{n}", holder=holder
        )
        for n, holder in holders.items()
    ]
    strangers = row(holder="台州墨石智能科技股份有限公司")
    papers += [
        paper(
            "cloud_honour_notice",
            "n",
            award="浙江省上云标杆企业",
            year=2020,
            rows=(strangers, row(holder=APPLICANT)),
        ),
        paper(
            "first_set_notice", "f", title="精密激光焊接成套装备", holder=APPLICANT, level="国内", year=2019
        ),
    ]
    claims = (
        claim("company_name", APPLICANT),
        claim("org_code", CODE),
        claim("invention_patents_valid", 7),
        claim("cloud_honours", ticked=("上云标杆",)),
        claim("innovation_performance", "…"),
        claim("software_copyrights", 1),
    )
    company = tuple(registries.search(query, AS_OF) for query in ask_company(claims))
    findings = {p.id: tuple(registries.search(query, AS_OF) for query in ask(p)) for p in papers}
    wanted = mention("first_set", "精密激光焊接成套装备", 2019, level="国内")
    verdicts = judge(
        claims,
        papers,
        findings,
        load_rules(),
        AS_OF,
        company=company,
        mentions={"innovation_performance": (wanted,)},
    )
    found = {v.key: v for v in verdicts}
    patents = found["invention_patents_valid"]
    assert (patents.verified, patents.flag) == (3, Flag.UNSUPPORTED)
    assert {e.exhibit: e.reason for e in patents.evidence} == {
        "c1": "",
        "c2": "",
        "c3": "LAPSED",
        "c4": "HOLDER_MISMATCH",
        "c5": "HOLDER_MISMATCH",
        "c6": "",
        "c7": "NUMBER_NOT_IN_REGISTRY",
    }
    assert {"FORMER_NAME", "CO_OWNED"} <= set(patents.flags)
    assert found["cloud_honours"].flag is Flag.SUPPORTED
    assert found["innovation_performance"].items[0].reasons == ("LEVEL_MISMATCH",)
    assert found["software_copyrights"].flag is Flag.UNSUPPORTED
