"""What scans do to tables: lines drawn too tall, cells that touch, figures and rows that a reader missed."""

from dataclasses import replace

import pytest

from extractors.exhibits import find_exhibits
from extractors.geometry import Box
from extractors.guard.doubting import doubts
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.figures import decimal
from extractors.kinds.fields.standing import broken_date, last_date
from extractors.kinds.fields.texts import text_of
from extractors.kinds.kind import FieldSpec
from extractors.kinds.money.statement_amounts import amounts
from extractors.kinds.money.statements import statements
from extractors.kinds.money.taxpayer import signed_wan
from extractors.kinds.tables.amounts import row_amounts
from extractors.layout import script_of

HEAD = ([(60, "序号"), (110, "企业名称"), (400, "产品名称")],)
FIRST_SET = [(100, "关于公布2021年度浙江省首台（套）装备认定名单的通知")]


def read(*pages):
    exhibits, _ = find_exhibits("a.pdf", "f" * 64, pages)
    return exhibits


def told(exhibit, *names):
    return [tuple(row.get(name).value if row.get(name) else None for name in names) for row in exhibit.rows]


def test_products_of_one_company_stay_apart_however_tall_a_detector_draws_their_lines(page):
    rows = (
        FIRST_SET,
        *HEAD,
        [(400, "精密激光焊接检测系统")],
        [(66, "1"), (110, "台州澜汐信息技术有限公司"), (400, "晶圆检测生产线")],
        [(400, "智能分拣检测系统")],
        [(66, "2"), (110, "浙江曜辰智能科技有限公司"), (400, "柔性装配检测系统")],
    )
    (exhibit,) = read(page(*rows, leading=30, tall=1.9))
    assert told(exhibit, "holder", "title") == [
        ("台州澜汐信息技术有限公司", "精密激光焊接检测系统"),
        ("台州澜汐信息技术有限公司", "晶圆检测生产线"),
        ("台州澜汐信息技术有限公司", "智能分拣检测系统"),
        ("浙江曜辰智能科技有限公司", "柔性装配检测系统"),
    ]


def test_last_row_whose_number_was_missed_is_a_row_of_its_own(page):
    rows = (
        FIRST_SET,
        *HEAD,
        [(66, "1"), (110, "台州澜汐信息技术有限公司"), (400, "磨床")],
        [(66, "2"), (110, "浙江曜辰智能科技有限公司"), (400, "焊机")],
        [(110, "浙江衡砚云计算有限公司"), (400, "检测线")],
    )
    (exhibit,) = read(page(*rows, leading=30, tall=1.6))
    assert told(exhibit, "holder", "title")[1:] == [("浙江曜辰智能科技有限公司", "焊机"), ("浙江衡砚云计算有限公司", "检测线")]


def test_two_companies_that_share_a_number_share_their_row(page):
    rows = (
        FIRST_SET,
        *HEAD,
        [(66, "1"), (110, "台州澜汐信息技术有限公司"), (400, "磨床")],
        [],
        [(110, "浙江曜辰智能科技有限公司")],
        [(66, "2"), (400, "检测线")],
        [(110, "浙江衡砚云计算有限公司")],
    )
    (exhibit,) = read(page(*rows, leading=15))
    assert told(exhibit, "holder", "title")[1:] == [("浙江曜辰智能科技有限公司;浙江衡砚云计算有限公司", "检测线")]


def test_star_of_a_seal_below_a_table_is_no_product(page):
    rows = (
        FIRST_SET,
        *HEAD,
        [(110, "台州澜汐信息技术有限公司"), (400, "磨床")],
        [(66, "2"), (110, "浙江曜辰智能科技有限公司"), (400, "焊机")],
        [],
        [],
        [],
        [(420, "★")],
    )
    (exhibit,) = read(page(*rows, leading=30))
    assert told(exhibit, "holder", "title") == [("台州澜汐信息技术有限公司", "磨床"), ("浙江曜辰智能科技有限公司", "焊机")]


def test_cell_that_fills_its_column_ends_where_the_next_column_begins(page):
    rows = (
        [(60, "报告编号"), (150, "202033B347626"), (400, "查新机构"), (480, "科技信息院")],
        [(60, "委托人"), (150, "浙江昱泽自动化设备有限公"), (298, "司"), (400, "查新日期"), (480, "10月")],
        [(60, "研制单位"), (150, "台州澜汐信息技术与自动化设备有限公司"), (400, "查新项目"), (480, "磨床")],
    )
    # The third value reaches to 366; drawn up to its neighbour, it leaves a gap of half a character.
    built = page(*rows)
    lines = list(built.lines)
    wide = next(n for n, line in enumerate(lines) if line.text.startswith("台州澜汐"))
    moved = [type(b)(b.x0 + 28, b.y0, b.x1 + 28, b.y1) for b in lines[wide].boxes]
    lines[wide] = type(lines[wide])(lines[wide].text, tuple(moved), lines[wide].confidences, lines[wide].origin)
    script = script_of([type(built)(1, 595.0, 842.0, lines=tuple(lines))])
    assert "公司\t查新项目" in script.text


def test_label_is_known_with_a_speck_in_it(script):
    facts = labelled(script("发证日-期：2020年10月12日"), (FieldSpec("grant_date", dated, ("发证日期",)), FieldSpec("valid", text_of, ("有效日期",))))
    assert facts["grant_date"].value == "2020-10-12"


def test_head_whose_unit_was_cut_off_is_known_and_its_rest_below_is_no_cell(page):
    rows = (
        [(100, "2020年度工业企业亩均效益综合评价结果")],
        [(60, "序号"), (110, "企业名称"), (330, "亩均税收（万元/评价等级")],
        [(330, "南）")],
        [(66, "1"), (110, "台州澜汐信息技术有限公司"), (340, "123.81"), (440, "A类")],
        [(66, "2"), (110, "浙江曜辰智能科技有限公司"), (340, "43.60"), (440, "B类")],
    )
    (exhibit,) = read(page(*rows))
    assert told(exhibit, "tax_per_mu", "class") == [(123.81, "A"), (43.6, "B")]


def test_person_whose_name_could_not_be_read_counts_and_gives_no_cell_to_another(page):
    rows = (
        [(200, "研发人员花名册")],
        [(60, "序号"), (120, "姓名"), (200, "性别"), (260, "学历"), (340, "部门")],
        [(60, "1"), (120, "章立言"), (200, "男"), (260, "本科"), (340, "软件部")],
        [(60, "2"), (120, "沈思齐"), (200, "女"), (260, "硕士"), (340, "市场部")],
        [(60, "3"), (120, "钱怀瑾"), (200, "男"), (260, "博士"), (340, "软件部")],
        [(60, "4"), (200, "女"), (260, "大专"), (340, "工程部")],
    )
    (exhibit,) = read(page(*rows))
    assert exhibit.fact("n").value == 4
    assert told(exhibit, "person", "department")[2:] == [("钱怀瑾", "软件部"), (None, "工程部")]
    assert told(exhibit, "person")[1] == ("沈思齐",)


def test_seal_far_below_a_table_is_no_part_of_its_last_row(page):
    rows = (
        [(100, "2019-2021年度研究开发费用专项审计报告")],
        [(70, "年度"), (160, "研究开发费用（万元）"), (330, "销售收入（万元）")],
        [(70, "2020年度"), (180, "1,493.78"), (340, "25,263.82")],
        [(70, "2021年度"), (180, "5,041.33"), (340, "57,872.70")],
        [],
        [],
        [],
        [],
        [(110, "务师事务")],
        [(68, "杭州明理税务师事务所有限公司")],
    )
    (exhibit,) = read(page(*rows, leading=27, tall=1.7))
    assert told(exhibit, "year", "rd_wan", "revenue_wan") == [(2020, 1493.78, 25263.82), (2021, 5041.33, 57872.7)]
    assert exhibit.fact("issuer").value == "杭州明理税务师事务所有限公司"


@pytest.mark.parametrize(("origin", "amounts"), [("rapidocr", ["165,696.414.36"]), ("text", ["165,696.41", "4.36"])])
def test_comma_read_as_a_point_parts_no_amount_but_nobody_misreads_a_text_layer(page, origin, amounts):
    one = script_of([page([(60, "一、营业收入"), (200, "165,696.414.36")], origin=origin)])
    assert [one.text[slice(*span)] for span in row_amounts(one, 0)] == amounts
    assert signed_wan("6,715.221.71").value == 671.522171
    assert signed_wan("6.72").value == 0.000672


def test_figures_of_two_columns_that_touch_are_two_amounts(page):
    built = page([(60, "一、营业收入"), (200, "1,234.56"), (306, "5,678.90")], tall=1.5)
    script = script_of([built])
    assert [script.text[slice(*span)] for span in row_amounts(script, 0)] == ["1,234.56", "5,678.90"]


def test_day_that_cannot_be_read_is_no_other_day_of_the_paper_and_is_looked_at_again(page):
    rows = (
        [(100, "关于公布2021年度浙江省上云标杆企业名单的通知")],
        "2021年01月05日",
        [(60, "序号"), (110, "企业名称")],
        [(66, "1"), (110, "台州澜汐信息技术有限公司")],
        [(300, "2022年06120日")],
    )
    script = script_of([page(*rows)])
    assert last_date(script, "date").value == "2022-06"
    broken = broken_date(script)
    assert broken is not None
    assert script.text[slice(*broken)] == "2022年06120日"
    for origin, asked in (("rapidocr", ["date"]), ("text", [])):
        paper = page(*rows, origin=origin)
        assert [doubt.name for doubt in doubts(read(paper), {1: paper})] == asked


def test_day_without_the_zero_that_its_month_has_is_looked_at_again(page):
    for signed, asked in (("2020年02月2日", ["date"]), ("2020年02月12日", []), ("2020年2月2日", [])):
        paper = page([(100, "关于公布2021年度浙江省上云标杆企业名单的通知")], [(300, signed)], origin="rapidocr")
        assert [doubt.name for doubt in doubts(read(paper), {1: paper})] == asked


LISTED = ("台州澜汐信息技术有限公司", "浙江曜辰智能科技有限公司", "浙江衡砚云计算有限公司", "宁波霁蓝物联网有限公司", "湖州岱屿大数据有限公司")
THINGS = ("磨床", "焊机", "检测线", "装配线", "车床")


def listed(page, *, without, origin="rapidocr"):
    """The rows of a list of five companies of which a reader missed some cells: (row, column)."""
    rows = [
        [(x, text) for column, (x, text) in enumerate(((66, str(n + 1)), (110, firm), (400, thing))) if (n, column) not in without]
        for n, (firm, thing) in enumerate(zip(LISTED, THINGS, strict=True))
    ]
    (exhibit,) = read(page(FIRST_SET, *HEAD, *rows, leading=30, tall=1.6, origin=origin))
    return told(exhibit, "holder", "title")


@pytest.mark.parametrize("row", range(5))
@pytest.mark.parametrize("lost", [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2)])
def test_product_of_a_row_that_was_half_read_is_never_given_to_another_company(page, row, lost):
    found = listed(page, without={(row, column) for column in lost})
    pairs = set(zip(LISTED, THINGS, strict=True))
    assert all(pair in pairs or pair[1] is None for pair in found)
    others = [pair for n, pair in enumerate(zip(LISTED, THINGS, strict=True)) if n != row]
    assert [pair for pair in found if pair in others] == others


def test_company_that_a_text_layer_prints_once_is_that_of_the_rows_below(page):
    found = listed(page, without={(3, 1)}, origin="text")
    assert found[3] == (LISTED[2], THINGS[3])


@pytest.mark.parametrize("row", range(4))
@pytest.mark.parametrize("lost", [(0,), (1,), (2,), (3,), (0, 1), (2, 3), (0, 1, 3)])
def test_figures_of_a_company_that_was_not_read_are_never_another_s(page, row, lost):
    figures = (("47.61", "123.81", "A类"), ("10.31", "43.60", "B类"), ("52.54", "148.70", "A类"), ("78.97", "108.53", "C类"))
    rows = [
        [(x, text) for column, (x, text) in enumerate(((60, str(n + 1)), (110, firm), (300, area), (400, tax), (500, grade))) if not (n == row and column in lost)]
        for n, (firm, (area, tax, grade)) in enumerate(zip(LISTED, figures, strict=False))
    ]
    head = [(60, "序号"), (110, "企业名称"), (300, "用地面积（亩）"), (400, "亩均税收"), (500, "评价等级")]
    (exhibit,) = read(page([(100, "2020年度工业企业亩均效益综合评价结果")], head, *rows, leading=40, tall=1.6, origin="rapidocr"))
    right = {firm: (float(area), float(tax), grade[0]) for firm, (area, tax, grade) in zip(LISTED, figures, strict=False)}
    right[None] = right[LISTED[row]]  # a row whose company could not be read is told without it
    for firm, *stated in told(exhibit, "holder", "area", "tax_per_mu", "class"):
        assert [read or true for read, true in zip(stated, right[firm], strict=True)] == list(right[firm])
    assert {firm for n, firm in enumerate(LISTED[:4]) if n != row} <= {firm for firm, *_ in told(exhibit, "holder")}


@pytest.mark.parametrize("head", ["企业名称", "企业名杯", "介业名称"])
def test_companies_are_listed_below_a_head_of_which_one_character_was_misread(page, head):
    rows = ([(66, "1"), (110, LISTED[0]), (400, THINGS[0])], [(66, "2"), (110, LISTED[1]), (400, THINGS[1])])
    (exhibit,) = read(page(FIRST_SET, [(60, "序号"), (110, head), (400, "产品名称")], *rows))
    assert told(exhibit, "holder", "title") == list(zip(LISTED[:2], THINGS[:2], strict=True))


def test_payments_are_listed_below_a_head_of_which_one_character_was_misread(page):
    rows = (
        [(200, "税收完税证明")],
        [(60, "原凭证号"), (180, "税种"), (260, "品目名称"), (380, "实缴（班）金额")],
        [(60, "355416625"), (180, "增值税"), (260, "软件服务"), (380, "5.118,712.46")],
    )
    (exhibit,) = read(page(*rows))
    assert told(exhibit, "tax", "amount") == [("增值税", 511.871246)]


def test_column_that_sinks_on_a_leaning_page_keeps_its_rows(page):
    people = [("章立言", "软件部"), ("沈思齐", "市场部"), ("钱怀瑾", "财务部"), ("陆博文", "工程部"), ("史清源", "研发中心")]
    rows = [[(60, str(n)), (120, name), (200, "男"), (260, "本科"), (340, part)] for n, (name, part) in enumerate(people, 1)]
    head = [(60, "序号"), (120, "姓名"), (200, "性别"), (260, "学历"), (340, "部门")]
    built = page([(200, "研发人员花名册")], head, *rows, origin="rapidocr")
    lines = [
        replace(line, boxes=tuple(Box(b.x0, b.y0 + 8, b.x1, b.y1 + 8) for b in line.boxes)) if line.text in dict(people).values() else line
        for line in built.lines
    ]
    (exhibit,) = read(replace(built, lines=tuple(lines)))
    assert told(exhibit, "person", "department") == people


def test_comma_before_two_last_digits_is_a_point():
    assert [decimal(text).value for text in ("81,86", "1,234", "1,234.5", "8,186.00")] == [81.86, 1234, 1234.5, 8186]
    assert signed_wan("81,86万元").value == 81.86


def test_place_in_the_middle_of_rows_that_do_not_fit_it_is_nobody_s(page):
    head = [(40, "地区"), (100, "序号"), (150, "企业名称"), (420, "产品名称")]
    rows = [
        [(100, str(n + 1)), (150, firm), (420, thing), *([(40, "宁波市")] if n == 1 else [(40, "温州市")] if n == 4 else [])]
        for n, (firm, thing) in enumerate(zip(LISTED, THINGS, strict=True))
    ]
    (exhibit,) = read(page(FIRST_SET, head, *rows, leading=30, origin="rapidocr"))
    assert [region for (region,) in told(exhibit, "region")] in ([None, "宁波市", None, None, "温州市"], ["宁波市"] * 3 + ["温州市"] * 2)


@pytest.mark.parametrize("mark", ["三、", "三,", "三.", "、", ""])
def test_line_of_a_statement_is_known_whatever_became_of_its_mark(page, mark):
    rows = (
        [(240, "利润表")],
        [(60, "编制单位：台州澜汐信息技术有限公司"), (420, "单位：元")],
        [(60, "项目"), (250, "本期金额"), (420, "上期金额")],
        [(60, "一、营业收入"), (250, "5,678.90"), (420, "4,321.00")],
        [(60, f"{mark}利润总额"), (250, "1,234.56"), (420, "987.65")],
    )
    (found,) = statements(script_of([page(*rows)]))
    assert {fact.name: fact.quote for fact in amounts(script_of([page(*rows)]), found)}["profit_wan"] == "1,234.56"
