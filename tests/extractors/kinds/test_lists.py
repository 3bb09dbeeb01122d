"""Lists of notices: cells that wrap or cover rows, pages that go on without heads, what is no result."""

import pytest

from extractors.exhibits import find_exhibits

HEAD = (
    [(100, "浙江省经济和信息化厅文件")],
    [(220, "浙经信数经〔2020〕105号")],
    [(100, "关于公布2020年度浙江省上云标杆企业名单的通知")],
)


def read(*pages):
    exhibits, ledger = find_exhibits("a.pdf", "f" * 64, pages)
    return exhibits, [entry.role for entry in ledger]


def rows_of(exhibit, *names):
    return [tuple(row.get(name).value if row.get(name) else None for name in names) for row in exhibit.rows]


def test_list_goes_on_over_pages_without_heads(page):
    first = page(*HEAD, [(60, "序号"), (110, "企业名称")], [(66, "1"), (110, "宁波甬江数智科技股份有限公司")])
    second = page([(66, "2"), (110, "浙江钧泽智能科技有限公司")], [(66, "3"), (110, "温州云栈信息技术有限公司")], number=2)
    (exhibit,), roles = read(first, second)
    assert roles == ["exhibit", "continuation"]
    assert [row.get("holder").page for row in exhibit.rows] == [1, 2, 2]
    assert rows_of(exhibit, "sequence") == [("1",), ("2",), ("3",)]


def test_a_national_list_goes_on_for_hundreds_of_pages(page):
    first = page(*HEAD, [(60, "序号"), (110, "企业名称")], [(66, "1"), (110, "宁波甬江数智科技股份有限公司")])
    behind = [
        page(*([(66, str(2 * n - 1 + m)), (110, f"{place}{n}号智能科技有限公司")] for m, place in ((1, "宁波"), (2, "杭州"))), number=n)
        for n in range(2, 302)
    ]
    (exhibit,), roles = read(first, *behind)
    assert set(roles[1:]) == {"continuation"}
    assert exhibit.rows[-1].get("holder").value == "杭州301号智能科技有限公司"


def test_name_that_wraps_in_its_cell_is_one_name(page):
    rows = (
        *HEAD,
        [(60, "序号"), (110, "企业名称"), (330, "产品名称")],
        [(66, "1"), (110, "宁波甬江数智科技股"), (330, "数据中台")],
        [(110, "份有限公司")],
        [(66, "2"), (110, "浙江钧泽智能科技有限公司"), (330, "设备云")],
    )
    (exhibit,), _ = read(page(*rows, leading=15))
    assert rows_of(exhibit, "holder", "title") == [
        ("宁波甬江数智科技股份有限公司", "数据中台"),
        ("浙江钧泽智能科技有限公司", "设备云"),
    ]
    assert len(exhibit.rows[0].get("holder").places) == 2


def test_serial_number_in_the_middle_of_a_wrapped_cell(page):
    rows = (
        *HEAD,
        [(60, "序号"), (110, "企业名称")],
        [(110, "宁波甬江数智科技股")],
        [(66, "1")],
        [(110, "份有限公司")],
        [],
        [(110, "浙江钧泽智能科技")],
        [(66, "2")],
        [(110, "有限公司")],
    )
    (exhibit,), _ = read(page(*rows, leading=9))
    assert rows_of(exhibit, "sequence", "holder") == [
        ("1", "宁波甬江数智科技股份有限公司"),
        ("2", "浙江钧泽智能科技有限公司"),
    ]


def test_level_in_the_middle_of_the_rows_that_it_covers(page):
    rows = (
        [(100, "关于公布2021年度浙江省首台（套）装备认定名单的通知")],
        [(60, "序号"), (110, "企业名称"), (330, "产品名称"), (480, "认定类别")],
        [(66, "1"), (110, "宁波甬江数智科技有限公司"), (330, "磨床")],
        [(66, "2"), (110, "浙江钧泽智能科技有限公司"), (330, "检测线"), (480, "国内首台套")],
        [(66, "3"), (110, "温州云栈信息技术有限公司"), (330, "焊机")],
        [(66, "4"), (110, "金华越数集成电路有限公司"), (330, "装配线"), (480, "省内首台套")],
    )
    (exhibit,), _ = read(page(*rows))
    assert rows_of(exhibit, "level") == [("国内",), ("国内",), ("国内",), ("省内",)]


def test_level_left_blank_is_not_the_one_above(page):
    rows = (
        [(100, "关于公布2021年度浙江省首台（套）装备认定名单的通知")],
        [(60, "序号"), (110, "企业名称"), (330, "产品名称"), (480, "认定类别")],
        [(66, "1"), (110, "宁波甬江数智科技有限公司"), (330, "磨床"), (480, "国内首台套")],
        [(66, "2"), (110, "浙江钧泽智能科技有限公司"), (330, "检测线"), (480, "国内首台套")],
        [(66, "3"), (110, "温州云栈信息技术有限公司"), (330, "焊机")],
        [(66, "4"), (110, "金华越数集成电路有限公司"), (330, "装配线"), (480, "省内首台套")],
    )
    (exhibit,), _ = read(page(*rows))
    assert rows_of(exhibit, "level") == [("国内",), ("国内",), (None,), ("省内",)]


def test_two_products_of_one_company(page):
    rows = (
        *HEAD,
        [(60, "序号"), (110, "企业名称"), (330, "产品名称")],
        [(330, "数控磨床")],
        [(66, "1"), (110, "宁波甬江数智科技有限公司")],
        [(330, "检测设备")],
        [],
        [(66, "2"), (110, "浙江钧泽智能科技有限公司"), (330, "装配线")],
    )
    (exhibit,), _ = read(page(*rows, leading=14))
    assert rows_of(exhibit, "holder", "title") == [
        ("宁波甬江数智科技有限公司", "数控磨床"),
        ("宁波甬江数智科技有限公司", "检测设备"),
        ("浙江钧泽智能科技有限公司", "装配线"),
    ]


def test_serial_number_lost_under_a_seal_joins_no_two_companies(page):
    rows = (
        *HEAD,
        [(60, "序号"), (110, "企业名称")],
        [(110, "宁波甬江数智科技有限公司")],
        [(66, "2"), (110, "浙江钧泽智能科技有限公司")],
        [(66, "3"), (110, "温州云栈信息技术有限公司")],
    )
    (exhibit,), _ = read(page(*rows))
    assert rows_of(exhibit, "holder") == [
        ("宁波甬江数智科技有限公司",),
        ("浙江钧泽智能科技有限公司",),
        ("温州云栈信息技术有限公司",),
    ]


def test_two_companies_that_share_a_row_stay_two(page):
    rows = (
        *HEAD,
        [(60, "序号"), (110, "申报单位"), (330, "项目名称")],
        [(110, "宁波甬江数智科技有限公司")],
        [(66, "1"), (330, "设备云")],
        [(110, "浙江钧泽智能科技有限公司")],
        [],
        [(66, "2"), (110, "温州云栈信息技术有限公司"), (330, "产线云")],
    )
    (exhibit,), _ = read(page(*rows, leading=9))
    assert rows_of(exhibit, "holder", "title") == [
        ("宁波甬江数智科技有限公司;浙江钧泽智能科技有限公司", "设备云"),
        ("温州云栈信息技术有限公司", "产线云"),
    ]


def test_sections_say_the_level_of_what_stands_below_them(page):
    rows = (
        [(100, "关于公布2021年度浙江省首台（套）产品认定名单的通知")],
        "一、国际首台（套）装备",
        [(60, "序号"), (110, "企业名称"), (330, "产品名称")],
        [(66, "1"), (110, "宁波甬江数智科技有限公司"), (330, "磨床")],
        "二、省内首台（套）装备",
        [(60, "序号"), (110, "企业名称"), (330, "产品名称")],
        [(66, "1"), (110, "浙江钧泽智能科技有限公司"), (330, "检测线")],
        "三、首版次软件",
        [(60, "序号"), (110, "企业名称"), (330, "产品名称")],
        [(66, "1"), (110, "温州云栈信息技术有限公司"), (330, "排产软件")],
    )
    (exhibit,), _ = read(page(*rows))
    assert rows_of(exhibit, "holder", "level", "category") == [
        ("宁波甬江数智科技有限公司", "国际", "首台（套）装备"),
        ("浙江钧泽智能科技有限公司", "省内", "首台（套）装备"),
        ("温州云栈信息技术有限公司", None, "首版次软件"),
    ]


def test_numbered_lines_in_two_columns_and_over_two_rows(page):
    rows = (
        *HEAD,
        [(60, "1.宁波甬江数智科技有限公司"), (320, "2.浙江钧泽智能科技有限公司")],
        [(60, "3.温州云栈信息技术股份有限公司（面向离散制造的")],
        [(60, "设备云平台）")],
    )
    (exhibit,), _ = read(page(*rows))
    assert rows_of(exhibit, "holder", "title") == [
        ("宁波甬江数智科技有限公司", None),
        ("浙江钧泽智能科技有限公司", None),
        ("温州云栈信息技术股份有限公司", "面向离散制造的设备云平台"),
    ]


@pytest.mark.parametrize(
    ("title", "type_", "flags"),
    [
        ("关于公布2021年度浙江省首台（套）产品工程化攻关项目名单的通知", "official_notice", ("PRE_STAGE",)),
        ("关于公布2021年浙江省首批次新材料认定名单的通知", "first_set_notice", ()),
        ("关于公布2021年浙江省首版次软件产品应用推广指导目录的通知", "first_set_notice", ()),
        ("关于2021年度浙江省科学技术进步奖拟授奖项目的公示", "publicity_notice", ()),
        ("关于下达2021年度浙江省重点研发计划项目的通知", "major_project", ()),
        ("关于开展2021年度浙江省重点研发计划项目申报工作的通知", "call_for_application", ()),
        ("关于征集工业互联网优秀解决方案的通知", "call_for_application", ()),
        ("关于公布2021年工业互联网优秀解决方案名单的通知", "solution_collection_notice", ()),
        ("关于公布浙江省领军型创新创业团队名单的通知", "talent_notice", ()),
        ("关于公布2021年浙江省创新联合体名单的通知", "consortium_document", ()),
        ("关于公布2021年浙江省云上企业培育库名单的通知", "cloud_honour_notice", ("PRE_STAGE",)),
    ],
)
def test_what_a_notice_is_about(page, title, type_, flags):
    (exhibit,), _ = read(page([(100, "浙江省经济和信息化厅文件")], [(30, title)], "各市、县（市、区）经信局："))
    assert (exhibit.type, exhibit.flags) == (type_, flags)


def test_annex_of_a_publicity_is_no_list_of_its_own(page):
    proposal = page([(60, "关于2020年度浙江省上云标杆企业拟认定名单的公示")], "公示时间：2020年11月3日至11月9日。")
    annex = page(
        "附件",
        [(100, "2020年度浙江省上云标杆企业名单")],
        [(60, "序号"), (110, "企业名称")],
        [(66, "1"), (110, "宁波甬江数智科技股份有限公司")],
        number=2,
    )
    (exhibit,), roles = read(proposal, annex)
    assert exhibit.type == "publicity_notice"
    assert roles == ["exhibit", "continuation"]
    assert exhibit.text("period") == "2020年11月3日至11月9日"
    assert rows_of(exhibit, "holder") == [("宁波甬江数智科技股份有限公司",)]


def test_list_without_its_notice_says_so(page):
    rows = (
        "附件",
        [(100, "2020年度浙江省上云标杆企业名单")],
        [(60, "序号"), (110, "企业名称")],
        [(66, "1"), (110, "宁波甬江数智科技股份有限公司")],
    )
    (exhibit,), _ = read(page(*rows))
    assert exhibit.type == "cloud_honour_notice"
    assert exhibit.flags == ("LIST_ONLY",)


def test_list_of_another_honour_behind_a_notice_is_another_exhibit(page):
    other = page(
        [(100, "2021年浙江省智能工厂名单")],
        [(60, "序号"), (110, "企业名称")],
        [(66, "1"), (110, "宁波甬江数智科技股份有限公司")],
        number=2,
    )
    exhibits, _ = read(page(*HEAD, "各市、县（市、区）经信局："), other)
    assert [e.type for e in exhibits] == ["cloud_honour_notice", "pilot_demo_notice"]


def test_a_revoked_row_of_a_table_is_nobody_honoured(page):
    title = [(100, "关于公布2021年省级企业技术中心评价结果的通知")]
    head = [(60, "序号"), (110, "企业名称"), (330, "得分"), (400, "评价结果")]
    rows = (
        [(66, "1"), (110, "宁波甬江数智科技股份有限公司"), (330, "91.2"), (400, "合格")],
        [(66, "2"), (110, "浙江钧泽智能科技有限公司"), (330, "52.3"), (400, "不合格（撤销）")],
        [(66, "3"), (110, "温州云栈信息技术有限公司"), (330, "—"), (400, "撤销")],
    )
    (exhibit,), _ = read(page(title, head, *rows))
    assert rows_of(exhibit, "holder") == [("宁波甬江数智科技股份有限公司",)]
    (exhibit,), _ = read(page(title, [(60, "甲"), (110, "乙"), (330, "丙"), (400, "丁")], *rows))  # heads that nobody knows
    assert rows_of(exhibit, "holder") == [("宁波甬江数智科技股份有限公司",)]


def test_whoever_takes_part_is_not_the_one_who_leads(page):
    rows = (
        [(100, "关于下达2021年度省重点研发计划项目的通知")],
        [(365, "承担单位")],
        [(60, "序号"), (100, "项目编号"), (190, "项目名称")],
        [(300, "牵头单位"), (430, "参与单位")],
        [],
        [(60, "1"), (100, "2021C01018"), (190, "数据引擎"), (300, "浙江钧泽有限公司"), (430, "温州云栈有限公司")],
        [],
        [(60, "2"), (100, "2021C01019"), (190, "航行系统"), (300, "浙江东海大学"), (430, "宁波甬江有限公司")],
    )
    (exhibit,), _ = read(page(*rows, leading=11))
    assert rows_of(exhibit, "number", "holder") == [("2021C01018", "浙江钧泽有限公司"), ("2021C01019", "浙江东海大学")]


def test_a_second_table_is_not_read_under_the_heads_of_the_first(page):
    rows = (
        *HEAD,
        [(60, "序号"), (110, "产品名称"), (330, "生产企业")],
        [(66, "1"), (110, "屏蔽电泵"), (330, "浙江钧泽智能科技有限公司")],
        [(130, "通过复核的第三批制造业单项冠军示范企业")],
        [(60, "序号"), (180, "示范企业名称"), (420, "主营产品")],
        [(66, "1"), (150, "宁波甬江数智科技股份有限公司"), (420, "高强度紧固件")],
    )
    (exhibit,), _ = read(page(*rows))
    assert rows_of(exhibit, "holder", "title") == [("浙江钧泽智能科技有限公司", "屏蔽电泵"), ("宁波甬江数智科技股份有限公司", None)]


def test_a_number_that_was_not_read_leaves_a_row_of_its_own(page):
    """Parts of a list count anew: below «二等奖» the first row's number was missed, the second is the next after the last part's."""
    rows = (
        [(100, "关于2020年度浙江省科学技术奖励的决定")],
        [(60, "序号"), (110, "项目名称"), (300, "主要完成单位")],
        [(200, "一等奖（1项）")],
        [(66, "1"), (110, "数字孪生"), (300, "宁波甬江数智科技有限公司")],
        [(200, "二等奖（2项）")],
        [(110, "安全预警"), (300, "浙江钧泽智能科技有限公司")],
        [(66, "2"), (110, "永磁直驱"), (300, "温州云栈信息技术有限公司")],
    )
    (exhibit,), _ = read(page(*rows, leading=26))
    assert rows_of(exhibit, "title", "holder", "grade") == [
        ("数字孪生", "宁波甬江数智科技有限公司", "一等奖"),
        ("安全预警", "浙江钧泽智能科技有限公司", "二等奖"),
        ("永磁直驱", "温州云栈信息技术有限公司", "二等奖"),
    ]


def test_columns_that_stand_elsewhere_on_the_next_page(page):
    """A table cut into pages and set anew on each; the last company of a page is not that of the next one's products."""
    first = page(
        *HEAD,
        [(60, "序号"), (120, "地区"), (200, "企业名称"), (420, "产品名称")],
        [(66, "1"), (120, "杭州"), (200, "浙江钧泽智能科技有限公司"), (420, "设备云")],
        [(66, "2"), (120, "宁波"), (200, "宁波甬江数智科技股份有限公司"), (420, "数据中台")],
    )
    second = page(
        [(62, "3"), (92, "温州"), (128, "温州云栈信息技术有限公司"), (340, "能耗看板")],
        [(62, "4"), (92, "台州"), (128, "台州海川机电有限公司"), (340, "质检云")],
        number=2,
    )
    (exhibit,), _ = read(first, second)
    assert rows_of(exhibit, "sequence", "region", "holder", "title")[2:] == [
        ("3", "温州", "温州云栈信息技术有限公司", "能耗看板"),
        ("4", "台州", "台州海川机电有限公司", "质检云"),
    ]


def test_winners_that_go_on_at_the_left_margin(page):
    """A list of winners over three lines, each beginning under the label."""
    sheet = page(
        [(100, "国家科学技术进步奖证书")],
        [(60, "项目名称：汽车线控制动关键技术")],
        [(60, "奖励等级：二等奖")],
        [(60, "获 奖 者：清华大学;中国第一汽车股份有限公司;吉林大")],
        [(60, "学;浙江亚太机电股份有限公司;宁波甬江数智科技股")],
        [(60, "份有限公司")],
        [(60, "证 书 号：2019-J-252-2-04-D06")],
        [(300, "2019年12月18日")],
    )
    (exhibit,), _ = read(sheet)
    assert exhibit.text("holder") == "清华大学;中国第一汽车股份有限公司;吉林大学;浙江亚太机电股份有限公司;宁波甬江数智科技股份有限公司"
