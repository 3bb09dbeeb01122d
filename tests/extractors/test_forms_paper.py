"""Forms as PDF and as scans say the same as the Word form, cell by cell, boxes and blanks included."""

import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from random import Random

import pymupdf
import pytest

from api.example import facts, form, form_page, narrative
from api.example.facts import Size
from api.example.form_page import BOX, TICK, print_form, scan_form
from api.example.whole import completed
from extractors.forms.edition import read_edition
from extractors.forms.errors import FormUnread, NotAForm
from extractors.forms.form import Form
from extractors.forms.reading import read_form
from extractors.plain import plain
from extractors.settings import ReadingSettings

SETTINGS = ReadingSettings(workers=1)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> tuple[Form, Path]:
    """The Word form as it is read, and the same form printed."""
    folder = tmp_path_factory.mktemp("forms")
    cells = narrative.filled(completed(facts.supported(7, Size(patents=3, software=2)), Random(7)))
    form.write_form(folder / "form.docx", cells, Random(1))
    print_form(folder / "form.pdf", cells)
    return read_form(folder / "form.docx"), folder / "form.pdf"


def differing(word: Form, paper: Form) -> list[str]:
    def says(form: Form, key: str) -> tuple[object, ...]:
        field = form.get(key)
        assert field is not None
        return plain(field.text).replace("\n", "").replace(" ", ""), field.number, field.ticked, field.blank

    assert len(paper.fields) == len(word.fields) == 59
    return [
        f"{f.key}: {says(word, f.key)} {says(paper, f.key)}"
        for f in word.fields
        if says(word, f.key) != says(paper, f.key)
    ]


def test_a_printed_form_says_what_the_word_form_says(forms: tuple[Form, Path]) -> None:
    word, printed = forms
    assert differing(word, read_form(printed, SETTINGS)) == []


def test_a_scanned_form_says_what_the_word_form_says(forms: tuple[Form, Path], tmp_path: Path) -> None:
    word, printed = forms
    scan_form(printed, tmp_path / "scan.pdf", "fair", Random(3))
    apart = differing(word, read_form(tmp_path / "scan.pdf", SETTINGS))
    assert apart == []


def test_paper_without_a_form_is_told_so(tmp_path: Path) -> None:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "Nothing of a form")
    document.save(tmp_path / "other.pdf")
    with pytest.raises(NotAForm):
        read_form(tmp_path / "other.pdf", SETTINGS)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(FormUnread):
        read_form(tmp_path / "broken.pdf", SETTINGS)


def test_boxes_of_an_offices_own_edition_are_seen_on_a_scan(tmp_path: Path) -> None:
    """The options stand in no shipped edition: only the office's own file tells that these squares are boxes."""
    raw = json.loads((resources.files("extractors.forms") / "editions" / "ningbo-2022.json").read_text("utf-8"))
    raw |= {"id": "own-2024", "name": "某市申报表", "source": "made up for this test"}
    options = ["自建机房", "数据中心", "边缘网关"]
    raw["fields"].append({"key": "green", "label": "信息设施", "type": "ticks", "section": "六、信息设施", "options": options})
    own = tmp_path / "own.json"
    own.write_text(json.dumps(raw, ensure_ascii=False), "utf-8")
    cells = (("企业名称（盖章）", "甲科技有限公司"), ("企业地址", "宁波市高新区聚贤路1号"), ("软件著作权数量（件）", "12"),
             ("有效发明专利数量（件）", "3"), ("信息设施", f"{TICK}自建机房 {BOX}数据中心 {TICK}边缘网关"))  # fmt: skip
    _draw(tmp_path / "form.pdf", cells)
    scan_form(tmp_path / "form.pdf", tmp_path / "scan.pdf", "good", Random(5))
    for path in (tmp_path / "form.pdf", tmp_path / "scan.pdf"):
        field = read_form(path, SETTINGS, also=(read_edition(own),)).get("green")
        assert field is not None and field.ticked == ("自建机房", "边缘网关"), path.name


def _draw(path: Path, cells: Sequence[tuple[str, str]]) -> None:
    """A form of one's own: labels and cells in rules, drawn as the example's form is."""
    document = pymupdf.open()
    page, y = form_page._page(document), 100.0
    for label, text in cells:
        for x, width, said in ((56.0, 160.0, label), (216.0, 320.0, text)):
            page.draw_rect(pymupdf.Rect(x, y, x + width, y + 26), width=0.6)
            form_page._write(page, x + 6, y + 17, said)
        y += 26
    document.save(path)
