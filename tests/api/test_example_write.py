"""An application as files: what the truth says of a page really stands on that page."""

import csv
import json
import re
from datetime import date
from pathlib import Path

import docx
import pymupdf
import pytest

from api.example import TRAPS, write_application, write_demo
from api.example.facts import Size
from api.example.fonts import hei, song
from api.example.registry_tables import COLUMNS

SIZE = Size(patents=3, software=2, standards=("GB", "DB"), strangers=15)
# All papers there are, once: traps of different claims, so that they can stand side by side.
TRAPS_OF_PAPERS = (
    "pat_utility", "pat_design", "pat_application", "pat_notice", "pat_duplicate", "soft_works", "award_association",
    "first_city", "honour_city", "honour_publicity", "mlps_other", "former_name", "uscc_wrong",
)  # fmt: skip


@pytest.fixture(scope="module")
def digital(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("digital")
    write_application(folder, seed=11, traps=TRAPS_OF_PAPERS, scans=("digital",), bundle="one", size=SIZE)
    return folder


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder)
    return folder


def truth_of(folder: Path) -> dict:
    return json.loads((folder / "truth.json").read_text("utf-8"))


def printed(folder: Path, document: dict) -> str:
    with pymupdf.open(folder / "evidence" / document["file"]) as file:
        text = "".join(file[page - 1].get_text() for page in document["pages"])
    return re.sub(r"\s", "", text)


def spellings(field: str, value: object) -> list[str]:
    """How a value may stand on paper."""
    if field.endswith("_wan"):
        return [f"{round(float(str(value)) * 10_000, 2):,.2f}"]
    if field.endswith("_date"):
        day = date.fromisoformat(str(value))
        return [f"{day.year}年{day.month:02d}月{day.day:02d}日", day.isoformat().replace("-", ".")]
    if field == "number" and re.fullmatch(r"\d{12}[\dX]", str(value)):
        return [f"{str(value)[:12]}.{str(value)[12]}"]
    if field in ("drafters", "holder"):
        return [re.sub(r"\s", "", str(value)).replace(";", mark) for mark in "、;"]
    if field == "rank":
        return [f"第{value}完成单位", f"第{'一二三四五'[int(str(value)) - 1]}"]
    if field == "level" and isinstance(value, int):
        return [f"第{'一二三四五'[value - 1]}级"]
    if field == "award":
        return [str(value), str(value).removeprefix("浙江省"), str(value).replace("浙江省", "浙江省级")]
    return [re.sub(r"\s", "", str(value))]


UNPRINTED = ("type", "paper", "file", "pages", "scan")


def test_every_field_of_the_truth_stands_on_its_pages(digital):
    documents = truth_of(digital)["documents"]
    missing = []
    for document in documents:
        text = printed(digital, document)
        for field, value in document.items():
            if field not in UNPRINTED and not any(spelling in text for spelling in spellings(field, value)):
                missing.append((document["type"], field, value))
    assert missing == []
    assert len({document["type"] for document in documents}) >= 20


def test_no_character_of_a_page_is_missing_from_the_typefaces(digital):
    with pymupdf.open(next((digital / "evidence").glob("*.pdf"))) as file:
        written = set(re.sub(r"\s", "", "".join(page.get_text() for page in file)))
    assert {
        c for c in written if not (song().font.has_glyph(ord(c)) and hei().font.has_glyph(ord(c)))
    } == set()
    assert "�" not in written


def test_papers_lie_on_pages_of_their_own_behind_contents_and_dividers(digital):
    documents = truth_of(digital)["documents"]
    pages = [page for document in documents for page in document["pages"]]
    assert len(pages) == len(set(pages))
    with pymupdf.open(next((digital / "evidence").glob("*.pdf"))) as file:
        others = {number + 1: page.get_text() for number, page in enumerate(file) if number + 1 not in pages}
    assert any("目" in text and "录" in text for text in others.values())
    assert any(
        text.split() == list("一、基础能力") or "".join(text.split()) == "一、基础能力"
        for text in others.values()
    )


def test_contents_name_the_page_on_which_a_paper_begins(digital):
    licence = next(one for one in truth_of(digital)["documents"] if one["type"] == "business_licence")
    with pymupdf.open(digital / "evidence" / licence["file"]) as file:
        line = re.sub(r"\s", "", file[0].get_text())
    assert re.search(rf"营业执照\.+{licence['pages'][0]}(?!\d)", line)


def test_the_form_in_word_says_what_the_form_in_json_says(digital):
    cells = json.loads((digital / "form.json").read_text("utf-8"))
    table = docx.Document(str(digital / "form.docx")).tables[0]
    text = "\n".join(cell.text for row in table.rows for cell in row.cells)
    for key, value in cells.items():
        for one in value if isinstance(value, list) else [value]:
            assert str(one) in text, key


def test_registries_have_the_columns_of_the_contract_and_many_strangers(digital):
    name = truth_of(digital)["company"]["name"]
    for kind, columns in COLUMNS.items():
        with (digital / "registries" / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert tuple(rows[0]) == columns
        assert any(name not in "".join(row.values()) for row in rows), kind


def test_one_seed_writes_the_same_bytes(tmp_path):
    for folder in ("first", "second"):
        write_application(
            tmp_path / folder, seed=3, traps=("pat_forged",), bundle="mixed", size=Size(1, 1, ("GB",), 14)
        )
    first = sorted(path for path in (tmp_path / "first").rglob("*") if path.is_file())
    assert len(first) > 12
    for path in first:
        assert (
            path.read_bytes() == (tmp_path / "second" / path.relative_to(tmp_path / "first")).read_bytes()
        ), path.name


def test_the_demo_mixes_supported_and_flagged_claims_on_scans_and_digital_pages(demo):
    truth = truth_of(demo)
    flags = {verdict.get("flag") for verdict in truth["verdicts"].values()}
    assert {"supported", "unsupported"} <= flags
    assert {document["scan"] for document in truth["documents"]} == {"digital", "good", "fair", "poor"}
    assert {path.suffix for path in (demo / "evidence").iterdir()} == {".pdf", ".jpg"}
    assert set(truth["traps"]) <= set(TRAPS)


def test_scanned_pages_have_no_text_and_digital_ones_have(demo):
    for document in truth_of(demo)["documents"]:
        if document["file"].endswith(".pdf"):
            assert bool(printed(demo, document)) == (document["scan"] == "digital"), document
