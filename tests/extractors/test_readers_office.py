"""Word files and workbooks: rows that kinds can read, places that a reviewer can find, pictures as pages."""

import io
from datetime import date, datetime
from pathlib import Path

import docx
import openpyxl
import pymupdf
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from extractors.files import gather
from extractors.layout import script_of
from extractors.looking import look
from extractors.ocr.rapidocr import RapidReader
from extractors.readers.catalog import open_source
from extractors.readers.xlsx import shown
from extractors.recall import read_files
from extractors.settings import ReadingSettings
from verifier.report.papers import document_as_json

CERTIFICATE = ("发明专利证书", "发明名称：一种数字工厂用物料搬运装置", "专利号：ZL 2018 1 0288982.7", "专利权人：宁波甬江数智科技股份有限公司")


def scan() -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for n, text in enumerate(CERTIFICATE):
        page.insert_text((80, 150 + 60 * n), text, fontname="china-s", fontsize=18)
    return page.get_pixmap(dpi=150).tobytes("png")


def readings(path: Path):
    return read_files(gather([path]), ReadingSettings(workers=1))


@pytest.fixture(scope="module")
def reader() -> RapidReader:
    return RapidReader()


def test_a_certificate_typed_in_word_is_read_with_its_paragraphs(tmp_path):
    document = docx.Document()
    document.add_paragraph("证明材料").runs[0].font.size = Pt(22)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for text in CERTIFICATE:
        document.add_paragraph(text)
    document.save(tmp_path / "a.docx")
    (reading,) = readings(tmp_path / "a.docx")
    assert reading.state == "read" and len(reading.ledger) == 2
    (exhibit,) = reading.exhibits
    assert exhibit.text("number") == "2018102889827"
    field = document_as_json(exhibit)["fields"]["number"]
    assert field["place"] == "第5段" and field["box"] is None and field["page"] == 2


def test_a_table_in_word_names_its_cells(tmp_path, reader):
    document = docx.Document()
    document.add_paragraph("名单如下")
    table = document.add_table(2, 2)
    for n, text in enumerate(("企业名称", "项目名称", "宁波甬江数智科技股份有限公司", "云上工厂")):
        table.cell(n // 2, n % 2).text = text
    document.save(tmp_path / "a.docx")
    source = open_source(tmp_path / "a.docx")
    page = look(source, source.sheets()[0], reader)
    script = script_of([page])
    assert "企业名称\t项目名称\n宁波甬江数智科技股份有限公司\t云上工厂\n" in script.text
    start = script.text.index("云上工厂")
    (place,) = script.places(start, start + 4)
    assert place.where == "表1 第2行第2格"


def test_deleted_and_hidden_words_of_word_are_not_read(tmp_path, reader):
    document = docx.Document()
    paragraph = document.add_paragraph("荣获一等奖")
    paragraph.add_run("特等奖").font.hidden = True
    paragraph.add_run("国家级").font.strike = True
    document.save(tmp_path / "a.docx")
    source = open_source(tmp_path / "a.docx")
    assert script_of([look(source, source.sheets()[0], reader)]).text == "荣获一等奖\n"


def test_a_scan_pasted_into_word_is_a_page_and_a_logo_is_none(tmp_path):
    document = docx.Document()
    document.add_picture(io.BytesIO(scan()), width=Pt(60))
    document.add_paragraph("1、专利证书")
    document.add_picture(io.BytesIO(scan()), width=Pt(420))
    document.add_paragraph("以下空白")
    document.save(tmp_path / "a.docx")
    (reading,) = readings(tmp_path / "a.docx")
    assert [entry.page for entry in reading.ledger] == [1, 2, 3]
    (exhibit,) = reading.exhibits
    assert exhibit.pages == (2,) and exhibit.text("number") == "2018102889827"
    field = document_as_json(exhibit)["fields"]["number"]
    assert "place" not in field and field["box"][2] > field["box"][0]


def test_a_list_in_a_workbook_keeps_its_columns_and_names_its_cells(tmp_path, reader):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名单"
    sheet.append(["2021年度浙江省上云标杆企业名单"])
    sheet.merge_cells("A1:C1")
    sheet.append(["序号", "企业名称", "认定日期"])
    sheet.append([1, "杭州西溪云图软件有限公司", datetime(2021, 3, 5)])
    sheet.append([2, "宁波甬江数智科技股份有限公司", date(2021, 3, 5)])
    sheet.append([3, "看不见的公司", None])
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("草稿").append(["作废"])
    book["草稿"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    source = open_source(tmp_path / "a.xlsx")
    assert len(source.sheets()) == 1
    page = look(source, source.sheets()[0], reader)
    script = script_of([page])
    assert "2\t宁波甬江数智科技股份有限公司\t2021-03-05" in script.text
    assert "看不见" not in script.text
    start = script.text.index("宁波")
    (place,) = script.places(start, start + 14)
    assert place.where == "名单!B4" and page.place == "工作表「名单」"
    assert source.picture(1).min() < 100  # a reviewer can be shown the rows


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.1234, "0.00%", "12.34%"),
        (1234.0, "General", "1234"),
        (3871.05, "#,##0.00", "3871.05"),
        (datetime(2021, 3, 5), "yyyy", "2021-03-05"),
        (datetime(2021, 3, 5, 8, 30), "", "2021-03-05 08:30:00"),
        (True, "", "是"),
        (" 甲 ", "", "甲"),
    ],
)
def test_values_are_written_as_the_sheet_shows_them(value, number_format, text):
    assert shown(value, number_format) == text


def test_broken_and_locked_office_files_have_named_states(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "b.docx").write_bytes(b"hello")
    openpyxl.Workbook().save(tmp_path / "c.docx")
    document = docx.Document()
    document.save(tmp_path / "d.docx")
    body = (tmp_path / "d.docx").read_bytes()
    (tmp_path / "d.docx").write_bytes(body[: len(body) // 2])
    (tmp_path / "e.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    states = {r.file: (r.state, bool(r.problems)) for r in readings(tmp_path)}
    assert states == {
        "a.docx": ("encrypted", True),
        "b.docx": ("not_what_it_says", True),
        "c.docx": ("not_what_it_says", True),
        "d.docx": ("damaged", True),
        "e.xlsx": ("encrypted", True),
    }


def test_pages_of_word_survive_the_cache(tmp_path):
    document = docx.Document()
    for text in CERTIFICATE:
        document.add_paragraph(text)
    document.save(tmp_path / "a.docx")
    settings = ReadingSettings(workers=1, cache=tmp_path / "cache.db")
    first = read_files(gather([tmp_path / "a.docx"]), settings)
    second = read_files(gather([tmp_path / "a.docx"]), settings)
    assert first == second
    assert second[0].exhibits[0].fact("number").places[0].where == "第3段"
