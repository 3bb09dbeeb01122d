"""Each kind reads its own papers, in more than one layout."""

import pytest

from extractors.exhibits import find_exhibits


def read(*pages):
    exhibits, ledger = find_exhibits("a.pdf", "f" * 64, pages)
    return exhibits, [entry.role for entry in ledger]


def values(exhibit):
    return {fact.name: fact.value for fact in exhibit.facts}


INVENTION = (
    "证书号第5749475号",
    [(200, "发明专利证书")],
    "发明名称：一种移动式射频电缆对接设备",
    "发明人：张三;李四",
    "专利号：ZL 2018 1 0288982.7",
    "专利申请日：2018年04月03日",
    "专利权人：宁波甬江数智科技股份有限公司；浙江大学",
    "地址：315000浙江省宁波市高新区创苑路1号",
    [(60, "授权公告日：2020年02月24日"), (400, "授权公告号：CN 108752199 B")],
)


def test_invention_certificate_of_the_old_layout(page):
    (exhibit,), roles = read(page(*INVENTION))
    assert roles == ["exhibit"]
    assert exhibit.type == "invention_patent_certificate"
    found = values(exhibit)
    assert found["number"] == "2018102889827"
    assert found["holder"] == "宁波甬江数智科技股份有限公司;浙江大学"
    assert found["publication_no"] == "CN108752199B"
    assert found["filing_date"] == "2018-04-03" and found["grant_date"] == "2020-02-24"
    assert found["certificate_no"] == "5749475"


def test_second_page_of_a_certificate_continues_it(page):
    (exhibit,), roles = read(page(*INVENTION), page("第2页（共2页）", "申请日时本专利记载的发明人信息", number=2))
    assert roles == ["exhibit", "continuation"]
    assert exhibit.pages == (1, 2)


def test_certificate_whose_title_is_unreadable_is_known_by_its_labels(page):
    (exhibit,), _ = read(page(*[row for row in INVENTION if row != INVENTION[1]]))
    assert exhibit.type == "invention_patent_certificate"


def test_wrong_check_digit_is_left_as_read_and_says_so(page):
    rows = [row.replace("0288982.7", "0288982.1") if isinstance(row, str) else row for row in INVENTION]
    (exhibit,), _ = read(page(*rows))
    number = exhibit.fact("number")
    assert number.value == "2018102889821"
    assert number.flags == ("NUMBER_CHECK_FAIL",)


def test_letter_in_a_number_is_repaired_with_the_quote_untouched(page):
    rows = [row.replace("0288982.7", "O288982.7") if isinstance(row, str) else row for row in INVENTION]
    (exhibit,), _ = read(page(*rows))
    number = exhibit.fact("number")
    assert number.value == "2018102889827"
    assert number.flags == ("OCR_REPAIRED",)
    assert "O288982.7" in number.quote


def test_published_application_is_no_grant(page):
    rows = (
        "(10)申请公布号CN110368813A",
        "(12)发明专利申请",
        "(21)申请号201410354344.2",
        "(22)申请日2014.04.24",
        "(43)申请公布日2016.10.21",
        "(71)申请人浙江海曙云数字科技股份有限公司",
        "(72)发明人张三",
        "(54)发明名称",
        "基于深度学习的可信身份认证系统",
        "(57)摘要",
    )
    (exhibit,), _ = read(page(*rows))
    assert exhibit.type == "patent_gazette_page"
    found = values(exhibit)
    assert found["document_kind"] == "发明专利申请"
    assert found["holder"] == "浙江海曙云数字科技股份有限公司"
    assert found["title"] == "基于深度学习的可信身份认证系统"


SOFTWARE = (
    [(150, "中华人民共和国国家版权局")],
    [(140, "计算机软件著作权登记证书")],
    [(300, "证书号：软著登字第8179471号")],
    [(60, "软件名称："), (130, "甬云数据中台软件")],
    [(130, "[简称：甬云中台]")],
    [(130, "V3.0")],
    "著作权人：宁波甬江数智科技股份有限公司",
    "权利取得方式：原始取得",
    "权利范围：全部权利",
    "登记号：2021SR1456845",
    [(400, "2021年09月30日")],
)


def test_software_name_stands_without_short_name_and_version(page):
    (exhibit,), _ = read(page(*SOFTWARE))
    found = values(exhibit)
    assert exhibit.type == "software_copyright_certificate"
    assert found["title"] == "甬云数据中台软件"
    assert found["version"] == "V3.0"
    assert found["number"] == "2021SR1456845"
    assert found["certificate_no"] == "软著登字第8179471号"
    assert found["grant_date"] == "2021-09-30"


def test_works_registration_is_no_software_copyright(page):
    rows = (
        [(200, "作品登记证书")],
        "登记号：浙作登字-2021-F-00007506",
        "作品/制品名称：卡通形象",
        "著作权人：宁波甬江数智科技股份有限公司",
        "根据《作品自愿登记试行办法》规定，予以登记。",
    )
    (exhibit,), _ = read(page(*rows))
    assert exhibit.type == "works_registration_certificate"


COVER = (
    [(60, "ICS35.240"), (460, "GB")],
    [(150, "中华人民共和国国家标准")],
    [(380, "GB/T36624—2018")],
    [(120, "工业互联网 平台能力成熟度")],
    [(60, "2018-09-17发布"), (420, "2019-04-01实施")],
)
FOREWORD = (
    [(280, "前言")],
    "本文件由全国信息技术标准化技术委员会提出并归口。",
    "本文件主要起草单位：浙江钧泽智能科技有限公司、越数（金华）信息技术股份有限公",
    "司、宁波甬江数智科技股份有限公司。",
    "本文件主要起草人：张三、李四。",
)


def test_standard_s_drafters_are_read_in_order_over_the_wrap(page):
    (exhibit,), roles = read(page(*COVER), page(*FOREWORD, number=2))
    assert roles == ["exhibit", "continuation"]
    assert exhibit.type == "national_standard"
    found = values(exhibit)
    assert found["number"] == "GB/T 36624—2018"
    assert found["title"] == "工业互联网平台能力成熟度"
    assert found["drafters"] == (
        "浙江钧泽智能科技有限公司;越数（金华）信息技术股份有限公司;宁波甬江数智科技股份有限公司"
    )
    assert exhibit.fact("drafters").page == 2
    assert len(exhibit.fact("drafters").places) == 2


def test_group_standard_is_known_by_its_number_whatever_the_cover_says(page):
    cover = tuple([(380, "T/ZJBA 9011—2019")] if row == COVER[2] else row for row in COVER)
    (exhibit,), _ = read(page(*cover))
    assert exhibit.type == "local_or_group_standard"


def income_statement(unit="元", scale=10000):
    def money(wan):
        return f"{wan * scale:,.2f}"

    def line(item, current, prior):
        return [(60, item), (358 - 12 * len(current), current), (570 - 12 * len(prior), prior)]

    return (
        [(240, "审计报告")],
        [(220, "浙正信审字〔2022〕第2068号")],
        "宁波甬江数智科技股份有限公司全体股东：",
        "我们审计了宁波甬江数智科技股份有限公司（以下简称贵公司）财务报表，包括2021年12月31日的资产负债表，",
        [(260, "利润表")],
        [(60, "编制单位：宁波甬江数智科技股份有限公司"), (450, f"单位：人民币{unit}")],
        [(60, "项目"), (310, "本期金额"), (522, "上期金额")],
        line("一、营业收入", money(23150), money(18600)),
        line("减：营业成本", money(15000), money(12000)),
        line("研发费用", money(1852), money(1264.8)),
        line("三、利润总额", money(2083.5), money(1500)),
    )


@pytest.mark.parametrize(("unit", "scale"), [("元", 10000), ("万元", 1), ("千元", 10)])
def test_income_statement_in_every_unit_comes_out_in_wan(page, unit, scale):
    (exhibit,), _ = read(page(*income_statement(unit, scale)))
    found = values(exhibit)
    assert exhibit.type == "audit_report"
    assert found["holder"] == "宁波甬江数智科技股份有限公司"
    assert found["year"] == 2021
    assert found["revenue_wan"] == pytest.approx(23150)
    assert found["prior_revenue_wan"] == pytest.approx(18600)
    assert found["rd_wan"] == pytest.approx(1852)
    assert found["profit_wan"] == pytest.approx(2083.5)


def abreast(*heads):
    """A statement with the group's columns and the company's own beside each other, under what was read of their heads."""
    rows = list(income_statement())
    rows[4] = [(220, "合并及母公司利润表")]
    places = (120, 240, 360, 480)
    rows[6:] = [
        [(at, text) for at, text in zip((200, 440), heads, strict=True) if text],
        [(60, "项目"), *zip(places, ("本期金额", "上期金额") * 2, strict=True)],
        [(60, "一、营业收入"), *zip(places, ("900.00", "800.00", "700.00", "600.00"), strict=True)],
    ]
    return rows


@pytest.mark.parametrize("group", ["合并", "合井"])
def test_columns_of_a_group_and_of_the_company_are_told_apart_though_a_head_was_misread(page, group):
    (exhibit,), _ = read(page(*abreast(group, "母公司")))
    found = values(exhibit)
    assert (found["revenue_wan"], found["prior_revenue_wan"]) == pytest.approx((0.07, 0.06))
    assert (found["consolidated_revenue_wan"], found["consolidated_prior_revenue_wan"]) == pytest.approx((0.09, 0.08))


@pytest.mark.parametrize("heads", [("", "母公司"), ("合并", ""), ("", "")])
def test_columns_of_which_a_head_was_not_read_are_nobodys(page, heads):
    (exhibit,), _ = read(page(*abreast(*heads)))
    assert not [name for name in values(exhibit) if name.endswith("revenue_wan")]


def test_note_number_column_is_no_amount(page):
    rows = list(income_statement())
    rows[6] = [(60, "项目"), (150, "附注"), (310, "本期金额"), (522, "上期金额")]
    rows[7] = [(60, "一、营业收入"), (152, "29"), (190, "231,500,000.00"), (402, "186,000,000.00")]
    (exhibit,), _ = read(page(*rows))
    assert values(exhibit)["revenue_wan"] == pytest.approx(23150)


NOTICE = (
    [(100, "浙江省经济和信息化厅文件")],
    [(220, "浙经信数经〔2020〕105号")],
    [(130, "浙江省经济和信息化厅关于公布2020年")],
    [(150, "浙江制造精品名单的通知")],
    "各市、县（市、区）经信局：",
)


def test_numbered_list_of_a_notice_is_read_row_by_row(page):
    rows = (*NOTICE, "1. 宁波甬江数智科技股份有限公司", "2. 霁云达（宁波）集成电路股份有限公司", [(400, "2020年11月13日")])
    (exhibit,), _ = read(page(*rows))
    assert exhibit.type == "zj_premium_product"
    found = values(exhibit)
    assert found["award"] == "浙江制造精品" and found["year"] == 2020
    assert found["doc"] == "浙经信数经〔2020〕105号"
    assert found["issuer"] == "浙江省经济和信息化厅"
    assert [row.get("holder").value for row in exhibit.rows] == [
        "宁波甬江数智科技股份有限公司",
        "霁云达（宁波）集成电路股份有限公司",
    ]


def test_borderless_table_with_joined_header_cells(page):
    rows = (
        [(100, "浙江省经济和信息化厅文件")],
        [(130, "关于公布2021年度浙江省首台（套）装备认定名单的通知")],
        [(60, "序号产品名称"), (230, "企业名称"), (450, "认定类别")],
        [(62, "1"), (86, "多轴数控磨床"), (228, "浙江钧泽智能科技有限公司"), (443, "省内首台(套)")],
        [(62, "2"), (86, "精密检测生产线"), (228, "温州云栈信息技术有限公司"), (443, "国内首台(套)")],
    )
    (exhibit,), _ = read(page(*rows))
    assert exhibit.type == "first_set_notice"
    assert [{f.name: f.value for f in row.facts} for row in exhibit.rows] == [
        {"sequence": "1", "title": "多轴数控磨床", "holder": "浙江钧泽智能科技有限公司", "level": "省内"},
        {"sequence": "2", "title": "精密检测生产线", "holder": "温州云栈信息技术有限公司", "level": "国内"},
    ]


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("关于2021年度浙江省首台（套）装备拟认定名单的公示", "publicity_notice"),
        ("关于组织开展2021年度浙江省上云标杆企业申报工作的通知", "call_for_application"),
        ("关于公布2021年浙江省大数据应用示范企业名单的通知", "bigdata_honour_notice"),
    ],
)
def test_publicity_and_call_are_no_result(page, title, type_):
    (exhibit,), _ = read(page([(100, "浙江省经济和信息化厅文件")], [(60, title)], "各市、县（市、区）经信局："))
    assert exhibit.type == type_


def test_award_certificate_as_a_table(page):
    rows = (
        [(150, "浙江省科学技术进步奖")],
        [(250, "证书")],
        "为表彰浙江省科学技术进步奖获得者，特颁发此证书。",
        "项目名称：大规模工业数据协同优化关键技术及应用",
        "奖励等级：三等奖",
        "获奖单位：宁波甬江数智科技股份有限公司（第3完成单位）",
        [(60, "证书号：2020-J-3-020"), (400, "2021年6月15日")],
    )
    (exhibit,), _ = read(page(*rows))
    assert exhibit.type == "science_award"
    found = values(exhibit)
    assert found["award"] == "浙江省科学技术进步奖"
    assert (found["grade"], found["rank"], found["year"]) == ("三等奖", 3, 2020)
    assert found["holder"] == "宁波甬江数智科技股份有限公司"
    assert found["number"] == "2020-J-3-020"


def test_mlps_filing_in_running_text(page):
    rows = (
        [(150, "信息系统安全等级保护")],
        [(240, "备案证明")],
        "依据《信息安全等级保护管理办法》的有关规定，宁波甬江数智科技股份有",
        "限公司单位的第三级云服务平台予以备案。",
        "证书编号：33020013001-21001",
    )
    (exhibit,), _ = read(page(*rows))
    found = values(exhibit)
    assert exhibit.type == "mlps_filing"
    assert found["number"] == "33020013001-21001"
    assert found["holder"] == "宁波甬江数智科技股份有限公司"
    assert (found["level"], found["system"]) == (3, "云服务平台")


def test_licence_with_the_code_below_its_label(page):
    rows = (
        [(240, "营业执照")],
        "统一社会信用代码",
        "91330212MA2H12349D",
        "名称：宁波甬江数智科技股份有限公司",
        "类型：股份有限公司（非上市、自然人投资或控股）",
        "法定代表人：张三",
        "注册资本：伍仟万元整",
        "住所：浙江省宁波市高新区创苑路1号",
    )
    (exhibit,), _ = read(page(*rows))
    found = values(exhibit)
    assert exhibit.type == "business_licence"
    assert found["uscc"] == "91330212MA2H12349D"
    assert found["capital"] == 5000
    assert found["legal_representative"] == "张三"


def test_every_page_is_accounted_for(page):
    from extractors.page import Page, PageState, Problem

    pages = (
        page("目录", "一、营业执照 1"),
        page("二、数字创新证明材料", number=2),
        Page(3, 595, 842, state=PageState.BLANK),
        page("今天天气很好，适合散步。", number=4),
        Page(5, 595, 842, state=PageState.UNREADABLE, problems=(Problem("UNREADABLE_PAGE", "x", 5),)),
        page(*INVENTION, number=6),
    )
    _, roles = read(*pages)
    assert roles == ["boilerplate", "divider", "blank", "unrecognised", "unreadable", "exhibit"]
