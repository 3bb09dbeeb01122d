"""Forms as PDF and as scans say the same as the Word form, cell by cell, boxes and blanks included."""

from pathlib import Path
from random import Random

import pytest

from api.example import facts, form, narrative
from api.example.facts import Size
from api.example.form_page import print_form, scan_form
from api.example.whole import completed
from extractors.forms.errors import FormUnread, NotAForm
from extractors.forms.form import Form
from extractors.forms.reading import read_form
from extractors.layout import plain
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
    import pymupdf

    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "Nothing of a form")
    document.save(tmp_path / "other.pdf")
    with pytest.raises(NotAForm):
        read_form(tmp_path / "other.pdf", SETTINGS)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(FormUnread):
        read_form(tmp_path / "broken.pdf", SETTINGS)
