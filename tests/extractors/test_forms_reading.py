"""Forms as JSON and workbooks, and the values that their cells hold."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from extractors.errors import FormError
from extractors.forms.edition import editions
from extractors.forms.marks import ticked_options
from extractors.forms.reading import read_form
from extractors.forms.values import read_number

ENTRIES = {entry.key: entry for entry in editions()[0].entries}
CLOUDS = ("公有云", "私有云", "混合云", "其他")
NATURES = ("国有", "集体", "民营（含私营）", "合资", "外资（含外资控股）", "其它")


def written(folder: Path, content: object) -> Path:
    path = folder / "form.json"
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def test_json_keeps_the_known_keys_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    form = read_form(
        written(
            tmp_path,
            {"revenue.2021": 86406.19, "cloud_honours": ["上云标杆"], "colour": "red", "date": "2022-04-15"},
        )
    )
    assert len(form.fields) == 59
    assert form.get("revenue.2021").number == 86406.19  # type: ignore[union-attr]
    assert form.get("cloud_honours").ticked == ("上云标杆",)  # type: ignore[union-attr]
    assert form.get("standards_led").blank  # type: ignore[union-attr]
    assert form.date == "2022-04-15"


def test_json_with_other_years_brings_its_years_along(tmp_path: Path) -> None:
    form = read_form(written(tmp_path, {"revenue": {"2022": 3, "2023": 4}, "company_name": "甲（公章）"}))
    assert [f.key for f in form.fields if f.key.startswith("revenue.")] == [
        "revenue.2021",
        "revenue.2022",
        "revenue.2023",
    ]
    assert form.get("company_name").text == "甲"  # type: ignore[union-attr]


def test_json_in_gb18030_is_read(tmp_path: Path) -> None:
    path = tmp_path / "form.json"
    path.write_bytes(json.dumps({"address": "宁波"}, ensure_ascii=False).encode("gb18030"))
    assert read_form(path).get("address").text == "宁波"  # type: ignore[union-attr]


@pytest.mark.parametrize("content", [{"colour": "red"}, ["revenue.2021"], 7])
def test_json_without_a_known_key_is_no_form(tmp_path: Path, content: object) -> None:
    with pytest.raises(FormError) as trouble:
        read_form(written(tmp_path, content))
    assert trouble.value.code == "FORM_NOT_A_FORM"


def test_missing_broken_and_foreign_files_have_codes_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_text('{"revenue', "utf-8")
    (tmp_path / "form.txt").write_text("企业名称", "utf-8")
    (tmp_path / "form.doc").write_bytes(b"old")
    codes = []
    for name in ("none.docx", "cut.json", "form.txt", "form.doc"):
        with pytest.raises(FormError) as trouble:
            read_form(tmp_path / name)
        codes.append(trouble.value.code)
    assert codes == ["FORM_MISSING", "FORM_BROKEN", "FORM_FORMAT", "FORM_LOCKED"]


def test_a_workbook_with_merged_cells_is_read_like_a_table(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["企业名称", None, "甲公司"],
        ["法人代表", None, "王五"],
        ["经营情况", 2019, 2020, 2021],
        ["营业收入（万元）", 1.5, 2, 3],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:B2")
    book.save(tmp_path / "form.xlsx")
    form = read_form(tmp_path / "form.xlsx")
    assert form.get("company_name").text == "甲公司"  # type: ignore[union-attr]
    assert [form.get(f"revenue.{year}").number for year in (2019, 2020, 2021)] == [1.5, 2, 3]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("key", "text", "number"),
    [
        ("registered_capital", "2900万元", 2900), ("registered_capital", "5000", 5000), ("registered_capital", "1.2亿元", 12000),
        ("registered_capital", "贰仟万元整", 2000), ("registered_capital", "500万美元", None), ("registered_capital", "29,000,000元", 2900),
        ("registered_capital", "人民币 5000万元（实缴3000万元）", 5000), ("employees_total", "1.2万人", 12000),
        ("employees_total", "三百八十六人", 386), ("invention_patents_valid", "２６ 件", 26), ("revenue_growth", "22.37%", 22.37),
        ("revenue_growth", "-3.2%", -3.2), ("revenue_growth", "下降3.2%", -3.2), ("revenue_growth", "二十四点四六", 24.46),
        ("tax_per_mu", "35.2万元/亩", 35.2), ("rd_ratio", "百分之五点二", 5.2), ("revenue", "1,234.5", 1234.5), ("revenue", "无", None),
    ],
)  # fmt: skip
def test_numbers_are_read_in_the_unit_of_the_form(key: str, text: str, number: float | None) -> None:
    assert read_number(text, ENTRIES[key]) == number


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("□公有云 □私有云 ☑混合云 □其他____", "混合云"), ("公有云□ 私有云☑ 混合云□", "私有云"), ("公有云√ 私有云 混合云 其他", "公有云"),
        ("√公有云 私有云√ 混合云 其他", "公有云 私有云"), ("(公有云 (私有云 (混合云  (其他___", ""), ("(公有云 (私有云 √混合云  (其他___", "混合云"),
        ("☐公有云 ☒私有云", "私有云"), ("□ 公有云 ■ 私有云 □混合云", "私有云"), ("公有云、混合云", "公有云 混合云"),
        ("公有云 私有云 混合云 其他", ""), ("£公有云 R私有云 £混合云", "私有云"), ("[√]公有云 [ ]私有云", "公有云"),
        ("√公有云 ×私有云 ×混合云", "公有云"), ("×公有云 □私有云", "公有云"), ("●公有云 ○私有云 ◉混合云", "公有云 混合云"),
        ("公有云（√） 私有云（ ）", "公有云"), ("▣公有云□私有云✔混合云", "公有云 混合云"), ("□公有云 □其他：边缘云__", "其他"), ("无", ""),
        ("☑公有云 □其他____（2020年）", "公有云"),
    ],
)  # fmt: skip
def test_marks_in_front_behind_lost_or_in_brackets(text: str, ticked: str) -> None:
    assert ticked_options(text, CLOUDS)[0] == tuple(ticked.split())


@pytest.mark.parametrize(
    "text",
    ["□国有 □集体 ☑民营（含私营） □合资 □外资（含外资控股） 其它：请注明____", "(国有 (集体 √民营(含私营) (合资 (外资(含外资控股)\n其它：请注明   ",
     "国有□集体□民营☑合资□外资□"],
)  # fmt: skip
def test_options_with_brackets_of_their_own(text: str) -> None:
    assert ticked_options(text, NATURES) == (("民营（含私营）",), "")


@pytest.mark.parametrize(
    ("key", "wrote", "read"),
    [
        (
            "company_name",
            "宁波甲软件股份有限公司\n（原名：宁波甲信息技术有限公司）（盖章）",
            "宁波甲软件股份有限公司",
        ),
        (
            "company_name",
            "甲（杭州）视觉技术有限公司（曾用名：乙（杭州）有限公司）",
            "甲（杭州）视觉技术有限公司",
        ),
        ("company_name", "甲（杭州）视觉技术有限公司", "甲（杭州）视觉技术有限公司"),
        ("org_code", "９１３３０２１２MA２AKXT４６３", "91330212MA2AKXT463"),
        ("org_code", "9133 0212 MA2A KXT463（统一社会信用代码）", "91330212MA2AKXT463"),
        ("org_code", "组织机构代码：MA2AKXT4-6，统一社会信用代码：91330212MA2AKXT463", "91330212MA2AKXT463"),
        ("org_code", "MA2AKXT4-6", "MA2AKXT4-6"),
        ("org_code", "正在办理", "正在办理"),
        ("legal_representative", "金慕白（董事长）", "金慕白"),
        ("legal_representative", "董事长：金慕白", "金慕白"),
        ("legal_representative", "阿依古丽（Ayguli）", "阿依古丽（Ayguli）"),
    ],
)
def test_notes_beside_names_and_codes_are_not_part_of_them(
    tmp_path: Path, key: str, wrote: str, read: str
) -> None:
    assert read_form(written(tmp_path, {key: wrote})).get(key).text == read  # type: ignore[union-attr]


def test_a_bare_number_like_a_year_answers_its_label(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["企业名称", "宁波甲有限公司", "企业地址", "宁波"])
    book.active.append(["注册资本", 2000, "员工人数", 2019])
    book.active.append(["经营情况", 2019, 2020, 2021])
    book.active.append(["营业收入（万元）", 1, 2, 3])
    path = tmp_path / "form.xlsx"
    book.save(path)
    form = read_form(path)
    assert form.get("registered_capital").number == 2000  # type: ignore[union-attr]
    assert form.get("revenue.2021").number == 3  # type: ignore[union-attr]
