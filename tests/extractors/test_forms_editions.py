"""Another year's form of another city is another file: no code knows it."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import docx
import pytest

from extractors.errors import FormError
from extractors.forms.edition import read_edition
from extractors.forms.reading import read_form

SHIPPED = resources.files("extractors.forms") / "editions" / "ningbo-2022.json"


@pytest.fixture
def edition() -> dict[str, Any]:
    """A made-up form of 2025: other years, other labels, a field that nobody asked for before, one that is gone."""
    raw: dict[str, Any] = json.loads(SHIPPED.read_text("utf-8"))
    raw |= {
        "id": "test-2025",
        "name": "某市数字工厂申报书",
        "source": "made up for this test",
        "years": [2022, 2023, 2024],
    }
    raw["fields"] = [f for f in raw["fields"] if f["key"] not in ("email", "tax_per_mu")]
    for field in raw["fields"]:
        if field["key"] == "invention_patents_valid":
            field |= {"label": "授权且维持有效的发明专利总数", "synonyms": []}
        if field["key"] == "revenue":
            field |= {"label": "营业总收入（万元）", "synonyms": []}
    raw["fields"].append(
        {
            "key": "green_factory",
            "label": "绿色工厂等级",
            "type": "choice",
            "section": "六、绿色发展",
            "options": ["国家级", "省级"],
        }
    )
    return raw


@pytest.fixture
def form(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("某市数字工厂申报书")
    table = document.add_table(rows=0, cols=4)
    for row in (
        ("企业名称（盖章）", "甲有限公司", "绿色工厂等级", "省级"),
        ("授权且维持有效的发明专利总数", "26", "软件著作权数量（件）", "100"),
        ("指标", "2022年", "2023年", "2024年"),
        ("营业总收入（万元）", "10000", "12000", "15000.5"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "form.docx"
    document.save(str(path))
    return path


def test_a_second_edition_is_only_data(tmp_path: Path, form: Path, edition: dict[str, Any]) -> None:
    file = tmp_path / "test-2025.json"
    file.write_text(json.dumps(edition, ensure_ascii=False), "utf-8")
    read = read_form(form, also=(read_edition(file),))
    assert read.edition == "test-2025"
    said = {f.key: f for f in read.fields if not f.blank}
    assert said["invention_patents_valid"].number == 26 and said["green_factory"].text == "省级"
    assert [said[f"revenue.{year}"].number for year in (2022, 2023, 2024)] == [10000, 12000, 15000.5]
    assert not {"email", "tax_per_mu.2024"} & {f.key for f in read.fields}
    assert read_form(form).edition != "test-2025"  # without it the form is read by what is shipped


@pytest.mark.parametrize(
    "text, said",
    [
        ("{", "JSON"),
        ("{}", "fields"),
        (
            '{"id":"a","name":"b","source":"c","years":[2022],"headings":[],"date_labels":[],"fields":[{"key":"k"}]}',
            "label",
        ),
        (
            '{"id":"a","name":"b","source":"c","years":[2022],"headings":[],"date_labels":[],'
            '"fields":[{"key":"k","label":"l","type":"date","section":"s"}]}',
            "date",
        ),
    ],
)
def test_an_edition_that_cannot_be_used_says_why(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "broken.json"
    file.write_text(text, "utf-8")
    with pytest.raises(FormError, match=said) as caught:
        read_edition(file)
    assert caught.value.code == "EDITION_BROKEN" and "docs/editions.md" in str(caught.value)
