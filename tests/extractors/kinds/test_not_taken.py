"""What papers do not state is not read of them: other standards' numbers, figures that nobody audited, rows of a signature."""

from extractors.exhibits import find_exhibits
from tests.extractors.conftest import build_page


def read(*rows):
    return find_exhibits("a.pdf", "f" * 64, [build_page(*rows)])[0]


def test_a_draft_has_no_number_of_its_own():
    (draft,) = read(
        [(150.0, "中华人民共和国国家标准")],
        [(400.0, "GB/T XXXXX—XXXX")],
        [(150.0, "工业数据空间参考架构")],
        [(200.0, "（征求意见稿）")],
        [(60.0, "本文件按照GB/T 1.1—2020给出的规则起草。")],
        [(60.0, "本文件代替GB/T 35589—2017。")],
        [(60.0, "本文件起草单位：宁波甬江数智科技股份有限公司、之江工学院。")],
    )
    assert draft.type == "national_standard"
    assert draft.fact("number") is None
    assert draft.text("title") == "工业数据空间参考架构"


def test_a_statement_that_nobody_audited_is_no_audit_report():
    rows = (
        [(250.0, "利润表")],
        [(60.0, "编制单位：宁波甬江数智科技股份有限公司"), (300.0, "2021年12月"), (420.0, "单位：元")],
        [(60.0, "项目"), (250.0, "本月数"), (400.0, "本年累计数")],
        [(60.0, "一、营业收入"), (250.0, "9,204,118.33"), (400.0, "96,330,218.74")],
        [(60.0, "三、利润总额"), (250.0, "610,337.28"), (400.0, "7,020,118.15")],
    )
    assert read(*rows) == ()


def test_what_a_contract_promises_is_no_acceptance():
    (contract,) = read(
        [(200.0, "技术开发（委托）合同")],
        [(60.0, "委托方（甲方）"), (200.0, "慈溪市教育局")],
        [(60.0, "受托方（乙方）"), (200.0, "宁波甬江数智科技股份有限公司")],
        [(60.0, "研究开发经费和报酬总额为贰拾万元整，验收合格后支付。")],
    )
    assert contract.fact("conclusion") is None
    assert contract.text("holder") == "宁波甬江数智科技股份有限公司"
    assert contract.fact("amount").value == 20.0


def test_the_line_of_a_signature_is_no_person():
    (roster,) = read(
        [(200.0, "2021年科技人员一览表")],
        [(60.0, "部门"), (140.0, "姓名"), (240.0, "学历"), (340.0, "职称/职业资格")],
        [(60.0, "研发部"), (140.0, "章致远"), (240.0, "本科"), (340.0, "工程师")],
        [(60.0, "测试部"), (140.0, "言偃"), (240.0, "专科"), (340.0, "助理工程师")],
        [(60.0, "企业（盖章）：宁波甬江数智科技股份有限公司"), (400.0, "制表：人事部")],
    )
    assert [(row.get("person").value, row.get("title").value) for row in roster.rows] == [("章致远", "工程师"), ("言偃", "助理工程师")]
