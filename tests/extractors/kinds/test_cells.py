"""Values behind labels, however they are spaced, wrapped or cut."""

from extractors.geometry import Box
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.texts import one_organisation, organisations, text_of, titled
from extractors.kinds.kind import FieldSpec
from extractors.layout import script_of
from extractors.page import Line, Page

TITLE = FieldSpec("title", titled, ("发明名称",), wraps=True)
INVENTOR = FieldSpec("inventors", organisations, ("发明人",), wraps=True)
AT_FILING = FieldSpec("inventors_at_filing", organisations, ("申请日时发明人",), wraps=True)
FILED = FieldSpec("filing_date", dated, ("专利申请日", "申请日"))
GRANTED = FieldSpec("grant_date", dated, ("授权公告日",))
PUBLICATION = FieldSpec("publication_no", text_of, ("授权公告号",))
SPECS = (TITLE, INVENTOR, AT_FILING, FILED, GRANTED, PUBLICATION)


def read(script, *rows):
    return {name: fact.value for name, fact in labelled(script(*rows), SPECS).items()}


def test_spaced_label(script):
    assert read(script, [(60, "发"), (90, "明"), (120, "名"), (150, "称：一种网关")]) == {"title": "一种网关"}


def test_title_goes_on_in_the_row_below_at_the_value_s_own_edge(script):
    rows = ([(60, "发明名称："), (120, "一种分布式诊断方法、装置及存储介")], [(120, "质")], "发明人：张三")
    assert read(script, *rows) == {"title": "一种分布式诊断方法、装置及存储介质", "inventors": "张三"}


def test_paragraph_at_the_left_margin_is_no_part_of_the_value(script):
    rows = ([(60, "发明名称："), (120, "一种网关")], [(60, "国家知识产权局依照中华人民共和国专利法")])
    assert read(script, *rows)["title"] == "一种网关"


def test_two_labels_in_one_row(script):
    found = read(script, [(60, "授权公告日：2019年10月26日"), (400, "授权公告号：CN106449758B")])
    assert found == {"grant_date": "2019-10-26", "publication_no": "CN106449758B"}


def test_label_with_one_character_lost_under_a_seal(script):
    assert read(script, [(60, "专利"), (110, "申"), (150, "日：2017年03月07日")]) == {"filing_date": "2017-03-07"}


def test_a_label_inside_a_longer_one_is_not_taken_for_itself(script):
    found = read(script, "申请日时发明人：李四", "发明人：张三")
    assert found == {"inventors": "张三", "inventors_at_filing": "李四"}


def test_seal_noise_behind_a_gap_is_left_out(script):
    assert read(script, [(60, "发明名称：一种网关"), (460, "识产")]) == {"title": "一种网关"}


def test_a_date_without_its_day_is_not_made_up(script):
    assert read(script, "授权公告日：2023年") == {}


def test_fact_knows_its_quote_and_place(script):
    fact = labelled(script("授权公告日：2019年10月26日"), SPECS)["grant_date"]
    assert fact.quote == "2019年10月26日"
    assert fact.page == 1
    assert fact.box.width > 100


def test_a_label_read_whole_goes_before_one_that_would_lack_a_character(script):
    specs = (FieldSpec("tester", organisations, ("测评单位",)), FieldSpec("tested", organisations, ("被测单位",)))
    for fields in (specs, specs[::-1]):
        found = labelled(script([(60, "被"), (90, "测"), (120, "单"), (150, "位：宁波甬江数智科技股份有限公司")]), fields)
        assert {name: fact.value for name, fact in found.items()} == {"tested": "宁波甬江数智科技股份有限公司"}


def test_a_wrapped_cell_beside_another_label_is_read_whole(script):
    specs = (FieldSpec("client", organisations, ("委托人",), wraps=True), FieldSpec("body", organisations, ("查新机构",), wraps=True))
    rows = (
        [(60, "委托人"), (120, "宁波甬江数智科技"), (300, "查新机构"), (380, "浙江省科技信息")],
        [(120, "股份有限公司"), (380, "研究院")],
    )
    found = labelled(script(*rows), specs)
    assert found["client"].value == "宁波甬江数智科技股份有限公司"
    assert found["body"].value == "浙江省科技信息研究院"


def test_a_label_that_wraps_in_its_own_cell_is_found_with_its_value_at_any_height():
    def line(x, y, text):
        boxes = tuple(Box(x + 12 * i, y, x + 12 * (i + 1), y + 12) for i in range(len(text)))
        return Line(text, boxes, (0.99,) * len(text), "text")

    specs = (FieldSpec("client", organisations, ("委托单位名称",), wraps=True), FieldSpec("body", organisations, ("查新机构名称",)))
    lines = (
        *(line(60, 120, "委托单"), line(60, 136, "位名称"), line(130, 128, "宁波甬江数智科技股份有限公司")),
        *(line(60, 170, "查新机"), line(60, 186, "构名称"), line(130, 170, "浙江省科技"), line(130, 186, "信息研究院")),
    )
    found = labelled(script_of([Page(1, 595.0, 842.0, lines=lines)]), specs)
    assert {name: fact.value for name, fact in found.items()} == {
        "client": "宁波甬江数智科技股份有限公司",
        "body": "浙江省科技信息研究院",
    }


def test_a_value_may_stand_half_a_line_below_its_label(page):
    """A certificate in two languages prints the English below each label, the value beside both."""
    script = script_of([page([(60, "单位名称")], [(200, "宁波甬江数智科技股份有限公司")], [(60, "Organization")], leading=9)])
    spec = FieldSpec("holder", one_organisation, ("单位名称",))
    assert labelled(script, (spec,))["holder"].value == "宁波甬江数智科技股份有限公司"


def test_a_value_of_two_lines_stands_half_a_line_above_and_below_its_label(page):
    rows = ([(330, "宁波保税区甬谷5G通信设备有限")], [(60, "纳税人识别号"), (220, "纳税人名称")], [(330, "公司")])
    spec = FieldSpec("holder", one_organisation, ("纳税人名称",))
    assert labelled(script_of([page(*rows, leading=9)]), (spec,))["holder"].value == "宁波保税区甬谷5G通信设备有限公司"


def test_a_wrapped_label_s_value_ends_where_the_next_label_begins(page):
    rows = ([(60, "项目名"), (120, "铸件质检系统")], [(60, "称")], [(60, "建设单"), (120, "温岭市K7泵业有限公司")], [(60, "位")])
    script = script_of([page(*rows, leading=14)])
    title = FieldSpec("title", titled, ("项目名称",), wraps=True)
    customer = FieldSpec("customer", one_organisation, ("建设单位",))
    assert {n: f.value for n, f in labelled(script, (title, customer)).items()} == {"title": "铸件质检系统", "customer": "温岭市K7泵业有限公司"}
