"""The files that people get: opened again with the programs' own libraries, and read as they would be."""

import json
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.shared import Mm
from openpyxl import load_workbook

from tests.conftest import Verified
from verifier.exports.catalog import EXPORTS, Letterhead
from verifier.exports.letter import BODY, HEADING, SUBSTITUTES, TITLE, numeral
from verifier.exports.notice import missing, notice
from verifier.exports.opinion import opinion
from verifier.exports.workbook import SHEETS, workbook
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.report.writing import as_json
from verifier.rules import load_rules

RULES = load_rules()


def texts(body: bytes) -> list[str]:
    return [p.text for p in docx.Document(BytesIO(body)).paragraphs]


@pytest.fixture
def report(verified_application: Verified) -> Report:
    return recall(json.loads(json.dumps(as_json(verified_application.report))))


def test_the_workbook_has_a_row_for_every_claim_paper_and_indicator(report: Report) -> None:
    book = load_workbook(BytesIO(workbook(report, RULES)))
    assert book.sheetnames == [sheet.name for sheet in SHEETS]
    rows = list(book["申报项"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == [v.label for v in report.verdicts]
    patents = next(row for row in rows if "发明专利" in str(row[1]))
    assert patents[4] == "不支持" and "种类不符" in str(patents[6])
    rejected = list(book["不计入"].iter_rows(min_row=2, values_only=True))
    assert {"种类不符", "截至核验日已失效"} <= {row[3] for row in rejected}
    assert all(row[2] == "不计入" for row in rejected)
    pieces = sum(len(v.evidence) + sum(len(i.evidence) for i in v.items) for v in report.verdicts)
    assert book["证据"].max_row == pieces + 1
    assert book["指标"].max_row == len(report.indicators) + 1 == 41
    assert book["附件2核对"].max_row == sum(len(s.topics) for s in report.checklist) + 1


@pytest.mark.parametrize(
    "evil", ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "a\x00b\ud800"]
)
def test_what_stands_on_papers_never_becomes_a_formula(report: Report, evil: str) -> None:
    verdicts = (replace(report.verdicts[0], explanation=evil), *report.verdicts[1:])
    book = load_workbook(BytesIO(workbook(replace(report, company=evil, verdicts=verdicts), RULES)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    written = book["申报项"]["H2"]
    assert written.quotePrefix == evil.startswith(("=", "+", "-", "@", "\t"))
    if "\x00" not in evil and "\t" not in evil:
        assert written.value == evil


def test_the_opinion_is_laid_out_as_the_standard_says(report: Report) -> None:
    body = opinion(report, RULES, office="某市经济和信息化局", day=date(2022, 5, 6))
    document = docx.Document(BytesIO(body))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size / Mm(1)) for size in sizes] == [210, 297, 37, 28]
    assert round((section.page_width - section.left_margin - section.right_margin) / 36000) == 156
    assert round((section.page_height - section.top_margin - section.bottom_margin) / 36000) == 225
    fonts = {
        p.text: p.runs[0]._element.rPr.rFonts.get(docx.oxml.ns.qn("w:eastAsia"))
        for p in document.paragraphs
        if p.runs
    }
    assert fonts["一、总体情况"] == HEADING
    assert next(f for t, f in fonts.items() if t.startswith("关于")) == TITLE
    assert next(f for t, f in fonts.items() if "已经核对" in t) == BODY
    table = zipfile.ZipFile(BytesIO(body)).read("word/fontTable.xml").decode()
    assert all(f'w:val="{substitute}"' in table for substitute in SUBSTITUTES.values())


def test_the_opinion_names_what_does_not_agree_and_decides_nothing(report: Report) -> None:
    told = texts(opinion(report, RULES))
    assert any("发明专利" in t and t.startswith("（") for t in told)
    assert any("实用新型专利证书" in t and "种类不符" in t and "第" in t for t in told)
    assert "（由审核人员填写）" in told and "    年  月  日" in told
    assert not [t for t in told if "造假" in t or "虚假" in t]
    rows = docx.Document(BytesIO(opinion(report, RULES))).tables[0].rows
    assert len(rows) == 1 + sum(v.flag.value != "not_claimed" for v in report.verdicts)


def test_the_notice_asks_for_papers_and_tells_no_record(report: Report) -> None:
    body = notice(report, RULES, day=date(2022, 5, 6), days=7)
    told = "\n".join(texts(body))
    assert told.splitlines()[2].startswith(report.company) and "7个工作日" in told and "2022年5月6日" in told
    wanted = missing(report, RULES)
    assert any("种类不符" in line for line in wanted["PAPER_WILL_NOT_DO"])
    assert all(line in told for lines in wanted.values() for line in lines)
    records = {
        e.match.record.source.file
        for v in report.verdicts
        for e in v.evidence
        if e.match and e.match.record.source
    }
    assert records and not [name for name in records if name in told]


def test_nothing_missing_says_so(report: Report) -> None:
    clean = replace(report, verdicts=(), checklist=(), form_checks=(), files=())
    assert "目前没有需要补正的材料" in "".join(texts(notice(clean, RULES)))


def test_every_export_of_the_catalog_opens(report: Report) -> None:
    for export in EXPORTS:
        body = export.write(report, RULES, Letterhead("某局", date(2022, 5, 6)))
        assert zipfile.is_zipfile(BytesIO(body)), export.id


@pytest.mark.parametrize("number, words", [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (47, "四十七")])
def test_headings_count_in_chinese(number: int, words: str) -> None:
    assert numeral(number) == words
