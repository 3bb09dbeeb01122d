"""Several papers on one page are several exhibits; one paper stays one, however it is laid out."""

import numpy as np
import pymupdf
import pytest

from api.example import facts, scan
from api.example.damage import together
from api.example.papers import draw
from extractors.exhibit import FileReading
from extractors.exhibits import find_exhibits
from extractors.geometry import Box
from extractors.looking import read_picture
from extractors.ocr.rapidocr import RapidReader
from extractors.page import Line, Page
from extractors.readers.base import Sheet
from extractors.regions import regions
from verifier.report.papers import file_as_json

SIZE = 10.0

PATENT = ("证书号第{n}号", "", "发明专利证书", "", "发明名称：一种{n}号装置", "专利号：ZL201810288982.7", "专利权人：宁波甬江数智科技股份有限公司")
HITECH = ("高新技术企业", "证书", "", "企业名称：宁波甬江数智科技股份有限公司", "证书编号：GR202033100{n}", "有效期：三年")


def put(rows: tuple[str, ...], x: float, y: float, n: int = 101) -> list[Line]:
    lines = []
    for k, row in enumerate(rows):
        text = row.format(n=n)
        boxes = tuple(Box(x + i * SIZE, y + 22 * k, x + (i + 1) * SIZE, y + 22 * k + SIZE) for i in range(len(text)))
        lines += [Line(text, boxes, (0.99,) * len(text), "rapidocr")] if text else []
    return lines


def page_of(*papers: list[Line], width: float = 842, height: float = 595) -> Page:
    return Page(1, width, height, lines=tuple(line for paper in papers for line in paper))


def kinds(page: Page) -> list[str]:
    return [e.type for e in find_exhibits("a.pdf", "0" * 64, [page])[0]]


def test_side_by_side():
    page = page_of(put(PATENT, 60, 80), put(HITECH, 480, 80))
    exhibits, ledger = find_exhibits("a.pdf", "0" * 64, [page])
    assert [e.type for e in exhibits] == ["invention_patent_certificate", "hitech_certificate"]
    assert exhibits[0].text("number") == "2018102889827"
    assert exhibits[1].text("number") == "GR202033100101"
    assert len({e.id for e in exhibits}) == 2
    (entry,) = ledger
    assert entry.role == "exhibit" and entry.exhibit == exhibits[0].id
    assert entry.exhibits == tuple(e.id for e in exhibits)
    told = file_as_json(FileReading("a.pdf", "0" * 64, "read", ledger, exhibits))["ledger"][0]
    assert told["document"] == exhibits[0].id and told["documents"] == [e.id for e in exhibits]


def test_one_above_the_other_with_a_heading_over_both():
    heading = put(("附件：知识产权与资质证书复印件",), 220, 30)
    page = page_of(heading, put(PATENT, 60, 90), put(HITECH, 60, 480), width=595, height=842)
    assert kinds(page) == ["invention_patent_certificate", "hitech_certificate"]


def test_two_of_a_kind_and_four():
    page = page_of(*(put(HITECH, x, y, n) for n, (x, y) in enumerate(((60, 60), (480, 60), (60, 360), (480, 360)), 201)))
    exhibits, _ = find_exhibits("a.pdf", "0" * 64, [page])
    assert [e.text("number") for e in exhibits] == [f"GR202033100{n}" for n in (201, 203, 202, 204)]


def test_certificate_in_two_columns_is_one():
    left = ("企业名称：宁波甬江数智科技股份有限公司", "发证时间：2020年12月01日")
    right = ("证书编号：GR202033100123", "有效期：三年")
    page = page_of(put(("高新技术企业证书",), 380, 60), put(left, 60, 200), put(right, 540, 200))
    assert regions(page) == (page,)
    assert kinds(page) == ["hitech_certificate"]


def test_paper_that_names_another_certificate_is_one():
    again = ("持证人应当妥善保管", "本发明专利证书遗失不补")
    page = page_of(put(PATENT, 60, 80), put(again, 60, 500), width=595, height=842)
    assert regions(page) == (page,)


def test_same_paper_printed_twice_is_not_two():
    page = page_of(put(HITECH, 60, 80), put(HITECH, 480, 80))
    assert kinds(page) == ["hitech_certificate"]


@pytest.mark.parametrize("columns", [1, 2])
def test_real_copies_on_one_sheet_are_read_each(columns):
    chosen = {}
    for paper in facts.supported(5, facts.Size()).papers:
        if paper.type in ("hitech_certificate", "software_copyright_certificate"):
            chosen.setdefault(paper.type, paper)
    sheets = []
    for paper in chosen.values():
        document = pymupdf.open()
        draw(document, paper)
        sheets.append(scan.pixels_of(document[0], 110))
    pixels = together(sheets, columns)
    picture = np.ascontiguousarray(pixels[:, :, ::-1])
    read = read_picture(picture, Sheet(1, picture.shape[1] * 0.6, picture.shape[0] * 0.6), RapidReader())
    exhibits, _ = find_exhibits("a.pdf", "0" * 64, [read])
    assert {e.type: e.text("number") for e in exhibits} == {t: p.says["number"] for t, p in chosen.items()}
    for exhibit in exhibits:
        places = [p.box for f in exhibit.facts for p in f.places]
        across = max(b.x1 for b in places) - min(b.x0 for b in places)
        down = max(b.y1 for b in places) - min(b.y0 for b in places)
        assert across < 0.55 * read.width or down < 0.6 * read.height
