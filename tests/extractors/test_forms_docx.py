"""Word forms as companies really send them, built here with python-docx."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell

from extractors.forms.errors import FormBroken, FormLocked, NotAForm
from extractors.forms.form import Form
from extractors.forms.reading import read_form

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
HEAD = [
    ["企业名称", "宁波某某科技有限公司（盖章）", "组织机构代码", "91330201MA2AXXXX0X"],
    ["企业地址", "宁波市高新区", "法人代表", "王五"],
]


def form_of(path: Path, rows: Sequence[Sequence[str]], finish: Callable[[Table], None] | None = None) -> Form:
    """A form of one table with the given rows, each row's last cell filling up the width."""
    document = Document()
    add_table(document, [*HEAD, *rows], finish)
    document.save(str(path / "form.docx"))
    return read_form(path / "form.docx")


def add_table(
    document: object, rows: Sequence[Sequence[str]], finish: Callable[[Table], None] | None = None
) -> None:
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width)  # type: ignore[attr-defined]
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            cell = table.cell(at, column)
            if column == len(row) - 1 < width - 1:
                cell = cell.merge(table.cell(at, width - 1))
            cell.text = text
    if finish:
        finish(table)


def value(form: Form, key: str) -> tuple[str, float | None]:
    field = form.get(key)
    assert field is not None
    return field.text, field.number


def into(cell: _Cell, xml: str) -> None:
    """Puts raw WordprocessingML into a cell's only paragraph."""
    for part in parse_xml(f"<w:p {nsdecls('w')} {W14}>{xml}</w:p>"):
        cell.paragraphs[0]._p.append(part)


def test_every_input_of_the_edition_is_there_blank_ones_included(tmp_path: Path) -> None:
    form = form_of(tmp_path, [])
    assert len(form.fields) == 59
    assert form.edition == "ningbo-2022"
    assert value(form, "company_name") == ("宁波某某科技有限公司", None)
    assert sum(not field.blank for field in form.fields) == 4
    assert form.get("company_name").place == "表1 第1行第2格"  # type: ignore[union-attr]


def test_year_columns_come_from_the_forms_own_header(tmp_path: Path) -> None:
    rows = [["经营情况", "2020年", "2021年", "2022年"], ["营业收入（万元）", "1,234.5", "１５００", "2.1亿元"],
            ["研发人员占全部职工比重(%)", "—", "—", "22.37%"]]  # fmt: skip
    form = form_of(tmp_path, rows)
    assert [value(form, f"revenue.{year}")[1] for year in (2020, 2021, 2022)] == [1234.5, 1500, 21000]
    assert form.get("revenue.2019") is None
    assert value(form, "rd_staff_ratio")[1] == 22.37
    assert form.get("rd_expense.2022").blank  # type: ignore[union-attr]


def test_a_dash_in_the_latest_year_claims_nothing(tmp_path: Path) -> None:
    rows = [["经营情况", "2019年", "2020年", "2021年"], ["研发人员占全部职工比重(%)", "18", "20", "—"]]
    assert form_of(tmp_path, rows).get("rd_staff_ratio").blank  # type: ignore[union-attr]


def test_years_may_run_down_the_rows(tmp_path: Path) -> None:
    rows = [
        ["年度", "营业收入（万元）", "年度研发费用（万元）", ""],
        ["2020年", "100", "11", ""],
        ["2021年", "200", "22", ""],
    ]
    form = form_of(tmp_path, rows)
    assert value(form, "revenue.2021")[1] == 200
    assert value(form, "rd_expense.2020")[1] == 11


def test_a_year_may_stand_in_the_label(tmp_path: Path) -> None:
    form = form_of(tmp_path, [["2021年营业收入（万元）", "900", "2020年营业收入（万元）", "800"]])
    assert (value(form, "revenue.2021")[1], value(form, "revenue.2020")[1]) == (900, 800)


def test_nested_labels_broken_lines_and_chinese_numbers(tmp_path: Path) -> None:
    rows = [["知识产权", "有效发明专利数量（件）", "二十六件", "软件著作权数量（件）", "26件"],
            ["知识产权", "制修订国际、国内、行业标准情况", "牵头数量（项）", "1"],
            ["知识产权", "制修订国际、国内、行业标准情况", "参与数量\n（项）", "0"],
            ["开放平台建设", "集聚开发者\n\n数量", "3200余名", "集成的应用组件、APP、产品和 解决方案数量", "约 1,200个"]]  # fmt: skip

    def merge(table: Table) -> None:
        for start, end, column in ((2, 4, 0), (3, 4, 1)):
            text = table.cell(start, column).text
            table.cell(start, column).merge(table.cell(end, column)).text = text

    form = form_of(tmp_path, rows, merge)
    keys = (
        "invention_patents_valid",
        "software_copyrights",
        "standards_led",
        "standards_participated",
        "developers_count",
    )
    assert [value(form, key)[1] for key in keys] == [26, 26, 1, 0, 3200]
    assert value(form, "integrated_apps_count")[1] == 1200
    assert not form.get("standards_participated").blank  # type: ignore[union-attr]  # 0 is a claim


def test_a_label_with_a_number_a_typing_error_or_a_hint_of_its_own(tmp_path: Path) -> None:
    rows = [
        ["1. 主要产品 （服务）品牌荣誉情况", "获奖一项"],
        ["安全技术防护系体情况", "部署防火墙"],
        ["开源生态（企业参与情况）", "贡献代码"],
    ]
    form = form_of(tmp_path, rows)
    assert [value(form, key)[0] for key in ("brand_honours", "security_technology", "open_source")] == [
        "获奖一项",
        "部署防火墙",
        "贡献代码",
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("（近三年承担创新类重大专项，以及获得国家、省级科学技术奖、首台（套）产品情况）", ""),
        ("(近三年承担创新类重大专项,以及获得国家、省级科学技术奖、首台(套)产品情况)\n获奖1项", "获奖1项"),
        ("（近三年承担创新类重大专项,获得国家、省级科学技术奖、首台套产品情况）获奖1项", "获奖1项"),
        ("获奖1项（第一完成单位）", "获奖1项（第一完成单位）"),
    ],
)
def test_only_the_printed_hint_is_taken_out_of_a_cell(tmp_path: Path, written: str, text: str) -> None:
    assert value(form_of(tmp_path, [["创新绩效", written]]), "innovation_performance")[0] == text


def test_the_answer_may_stand_under_its_label_or_in_one_cell_with_it(tmp_path: Path) -> None:
    rows = [
        ["注册资本：贰仟万元整", "员工人数：386人", "", ""],
        ["创新绩效"],
        ["2020年获奖。"],
        ["开源生态\n捐赠项目一个"],
    ]
    form = form_of(tmp_path, rows)
    assert (value(form, "registered_capital")[1], value(form, "employees_total")[1]) == (2000, 386)
    assert value(form, "innovation_performance")[0] == "2020年获奖。"
    assert value(form, "open_source")[0] == "捐赠项目一个"


def test_a_blank_answer_does_not_borrow_its_neighbours(tmp_path: Path) -> None:
    form = form_of(tmp_path, [["申报负责人", "", "电话", ""], ["主营业务范围", "软件开发"]])
    assert form.get("application_contact").blank and form.get("phone").blank  # type: ignore[union-attr]


def test_several_tables_and_the_ranking_table_of_annex_3_behind(tmp_path: Path) -> None:
    document = Document()
    add_table(document, HEAD)
    add_table(document, [["全业务数字化", "建成数据中台"]])
    add_table(document, [["序号", "企业名称", "主营业务", "联系电话"], ["1", "别的公司", "芯片", "0574-1"]])
    document.save(str(tmp_path / "form.docx"))
    form = read_form(tmp_path / "form.docx")
    assert value(form, "company_name")[0] == "宁波某某科技有限公司"
    assert value(form, "full_business_digitalisation")[0] == "建成数据中台"


@pytest.mark.parametrize("place", ["paragraph", "cell", "pair", "seal"])
def test_the_application_date_is_read_wherever_the_form_has_it(tmp_path: Path, place: str) -> None:
    document = Document()
    rows = {"cell": [["申报日期：2022 年 4 月 15 日"]], "pair": [["填报日期", "2022-04-15"]],
            "seal": [["推荐单位意见（盖章）2022年5月1日"], ["申报单位（盖章）\n二〇二二年四月十五日"]]}  # fmt: skip
    add_table(document, [*HEAD, *rows.get(place, [])])
    if place == "paragraph":
        document.add_paragraph("申报日期：   年  月  日")
        document.add_paragraph("填表日期：2022年4月15日")
    document.save(str(tmp_path / "form.docx"))
    assert read_form(tmp_path / "form.docx").date == "2022-04-15"


def test_tracked_changes_hidden_and_struck_text_are_read_as_accepted(tmp_path: Path) -> None:
    def change(table: Table) -> None:
        into(
            table.cell(2, 1),
            '<w:del w:id="1" w:author="a"><w:r><w:delText>30</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="a"><w:r><w:t>26</w:t></w:r></w:ins>'
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r>",
        )

    assert value(form_of(tmp_path, [["有效发明专利数量（件）", ""]], change), "invention_patents_valid") == (
        "26",
        26,
    )


def test_text_boxes_count_once_and_grey_prompts_not_at_all(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>贡献代码一万行</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    drawn = f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>"

    def fill(table: Table) -> None:
        into(table.cell(2, 1), drawn)
        into(table.cell(3, 1), prompt)

    form = form_of(tmp_path, [["开源生态", ""], ["产业数字化", ""]], fill)
    assert value(form, "open_source")[0] == "贡献代码一万行"
    assert form.get("industry_digitalisation").blank  # type: ignore[union-attr]


SYM = '<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
SDT = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
LEGACY = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{on}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
RUN = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>{sign}</w:t></w:r>'
WORD = '<w:r><w:t xml:space="preserve">{text} </w:t></w:r>'


@pytest.mark.parametrize(
    ("empty", "ticked"),
    [
        (SYM.format(font="Wingdings", code="F0A8"), SYM.format(font="Wingdings", code="F0FE")),
        (SYM.format(font="Wingdings 2", code="F0A3"), SYM.format(font="Wingdings 2", code="F052")),
        (SYM.format(font="Wingdings 2", code="00A3"), SYM.format(font="Wingdings 2", code="0050")),
        (SYM.format(font="Wingdings", code="F06F"), SYM.format(font="Wingdings", code="F0FC")),
        (SDT.format(on="0"), SDT.format(on="1")),
        (SDT.format(on="false"), SDT.format(on="true")),
        (LEGACY.format(on=""), LEGACY.format(on="<w:checked/>")),
        (RUN.format(sign="£"), RUN.format(sign="R")),
        ("<w:r><w:t>\uf0a3</w:t></w:r>", "<w:r><w:t>\uf0fe</w:t></w:r>"),
    ],
)
def test_every_way_in_which_word_draws_a_box(tmp_path: Path, empty: str, ticked: str) -> None:
    def draw(table: Table) -> None:
        parts = [(empty, "公有云"), (ticked, "私有云"), (ticked, "混合云"), (empty, "其他____")]
        into(table.cell(2, 1), "".join(box + WORD.format(text=text) for box, text in parts))

    field = form_of(tmp_path, [["云部署形式", ""]], draw).get("cloud_deployment")
    assert field is not None and field.ticked == ("私有云", "混合云")


def test_a_cell_of_empty_boxes_is_blank_and_free_text_beside_other_is_a_tick(tmp_path: Path) -> None:
    rows = [["云设施内容", "□云服务器 □云存储 □云数据库 □云安全 □其他____"],
            ["近三年省级以上示范荣誉", "☑上云标杆 □云上企业 □行业云应用示范平台 □其他：省级云服务示范__"]]  # fmt: skip
    form = form_of(tmp_path, rows)
    assert form.get("cloud_facilities").blank  # type: ignore[union-attr]
    honours = form.get("cloud_honours")
    assert honours is not None
    assert (honours.ticked, honours.text) == (("上云标杆", "其他"), "上云标杆；其他：省级云服务示范")


def test_a_table_within_a_cell_is_told_row_by_row(tmp_path: Path) -> None:
    document = Document()
    grid = document.add_table(rows=4, cols=2)
    for n, (label, said) in enumerate((("企业名称", "宁波甬江数智科技股份有限公司"), ("组织机构代码", "／"), ("员工人数", "120"), ("创新绩效", ""))):
        grid.cell(n, 0).text, grid.cell(n, 1).text = label, said
    inner = grid.cell(3, 1).add_table(rows=3, cols=4)
    rows = (("序号", "类别", "名称", "年度"), ("1", "首台（套）", "“智能压装线”", "2021"), ("2", "科技奖", "浙江省科学技术进步奖二等奖", "2020年"))
    for n, row in enumerate(rows):
        for m, said in enumerate(row):
            inner.cell(n, m).text = said
    document.save(str(tmp_path / "form.docx"))
    form = read_form(tmp_path / "form.docx")
    told = form.get("innovation_performance").text  # type: ignore[union-attr]
    assert told == "2021年，首台（套）：“智能压装线”\n2020年，科技奖：浙江省科学技术进步奖二等奖"
    assert form.get("org_code").blank  # type: ignore[union-attr]


def test_files_that_are_no_form_say_what_to_do(tmp_path: Path) -> None:
    document = Document()
    add_table(document, [["姓名", "张三"], ["电话", "123"]])
    document.save(str(tmp_path / "random.docx"))
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    for name, kind, words in (
        ("random", NotAForm, "附件1"),
        ("broken", FormBroken, "另存"),
        ("locked", FormLocked, "密码"),
    ):
        with pytest.raises(kind, match=words):
            read_form(tmp_path / f"{name}.docx")
