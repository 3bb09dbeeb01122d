"""Projects, contracts, platforms, offices: what they state, and what looks like them and is none."""

import pytest

from extractors.exhibits import find_exhibits

OWN = "宁波甬江数智科技股份有限公司"
OTHER = "浙江钧泽智能科技有限公司"


def read(*pages):
    exhibits, ledger = find_exhibits("a.pdf", "f" * 64, pages)
    return exhibits, [entry.role for entry in ledger]


def values(exhibit):
    return {fact.name: fact.value for fact in exhibit.facts}


def one(page, *rows):
    exhibits, _ = read(page(*rows))
    assert len(exhibits) == 1
    return exhibits[0].type, values(exhibits[0])


TASK = ("项目编号：2021C01032", "项目名称：大规模工业数据实时分析关键技术", f"承担单位：{OWN}", "起止时间：2021年1月至2023年12月")


@pytest.mark.parametrize(
    ("programme", "level"),
    [("国家重点研发计划", "国家"), ("浙江省重点研发计划", "省"), ("宁波市科技创新2025重大专项", "市")],
)
def test_programme_decides_a_project_s_level(page, programme, level):
    type_, found = one(page, [(150, f"{programme}项目任务书")], *TASK)
    assert type_ == "major_project"
    assert (found["level"], found["programme"], found["number"]) == (level, programme, "2021C01032")


def test_application_for_a_project_is_no_project(page):
    type_, _ = one(page, [(150, "浙江省重点研发计划项目申报书")], *TASK[1:3])
    assert type_ == "news_or_screenshot"


def test_title_printed_again_inside_a_task_book_begins_no_second_one(page):
    cover = page([(150, "浙江省重点研发计划项目任务书")], *TASK)
    inner = page([(150, "浙江省重点研发计划项目任务书")], *TASK[:2], "一、考核指标：研制样机2套。", number=2)
    another = page(
        [(150, "浙江省重点研发计划项目任务书")], "项目编号：2020C01111", "项目名称：另一个项目", f"承担单位：{OWN}", number=3
    )
    exhibits, roles = read(cover, inner, another)
    assert roles == ["exhibit", "continuation", "exhibit"]
    assert [e.text("number") for e in exhibits] == ["2021C01032", "2020C01111"]


def test_company_s_own_praise_is_no_opinion(page):
    type_, found = one(
        page,
        [(200, "科技成果评价报告")],
        "成果名称：设备云平台关键技术",
        f"完成单位：{OWN}",
        "成果简介：本项目技术水平国际领先，填补国内空白。",
        "评价结论：专家组认为，该成果达到国内先进水平。",
    )
    assert type_ == "tech_appraisal"
    assert found["level"] == "国内先进"


def test_member_is_no_leader_of_a_consortium(page):
    type_, found = one(
        page,
        [(180, "浙江省工业互联网创新联合体协议")],
        f"牵头单位：{OTHER}",
        f"成员单位：{OWN}、温州云栈信息技术有限公司",
    )
    assert type_ == "consortium_document"
    assert found["lead"] == OTHER
    assert found["members"] == f"{OWN};温州云栈信息技术有限公司"


def test_role_in_an_international_standard(page):
    type_, found = one(
        page,
        [(200, "国际标准参与证明")],
        f"兹证明{OWN}参与制定国际标准ISO/IEC 30162:2022",
        "《物联网平台互操作性》，由其专家担任注册专家。",
    )
    assert type_ == "international_standard_evidence"
    assert (found["number"], found["role"], found["holder"]) == ("ISO/IEC 30162:2022", "参与", OWN)


def test_certificate_of_a_management_system_is_no_international_standard(page):
    type_, _ = one(
        page,
        [(150, "信息安全管理体系认证证书")],
        f"兹证明{OWN}",
        "信息安全管理体系符合ISO/IEC 27001:2013标准",
        "证书编号：01621IS20123R0M",
        "有效期至：2024年5月1日",
    )
    assert type_ == "mgmt_system_certificate"


CLOUD = (
    [(200, "云服务采购合同")],
    "合同编号：YFW-2021-001",
    f"甲方（客户）：{OWN}",
    "乙方（服务商）：海澜云技术股份有限公司",
    "服务期限：2021年3月1日至2023年2月28日",
    "合同金额：人民币壹拾贰万元整（¥120,000.00）",
)


def test_buyer_of_cloud_services_is_the_holder(page):
    type_, found = one(page, *CLOUD)
    assert type_ == "cloud_contract"
    assert (found["holder"], found["vendor"]) == (OWN, "海澜云技术股份有限公司")
    assert found["period"] == "2021年3月1日至2023年2月28日"
    assert found["amount"] == pytest.approx(12.0)


@pytest.mark.parametrize(("account", "type_"), [((), "news_or_screenshot"), ((f"账户名称：{OWN}",), None)])
def test_console_picture_without_an_account_proves_nothing(page, account, type_):
    exhibits, _ = read(page([(60, "云服务器控制台")], "实例ID i-bp1 运行中 华东1", "实例ID i-bp2 运行中 华东1 按量付费", *account))
    assert [e.type for e in exhibits] == ([type_] if type_ else [])


def test_seller_is_the_holder_of_an_application_contract(page):
    type_, found = one(
        page,
        [(200, "技术开发合同")],
        "合同编号：XS2021001",
        "项目名称：设备云建设项目",
        f"委托方（甲方）：{OTHER}",
        f"受托方（乙方）：{OWN}",
        "合同总金额：86.5万元",
        "签订日期：2021年5月6日",
    )
    assert type_ == "application_contract"
    assert found["customer"] == OTHER and found["holder"] == OWN
    assert found["amount"] == pytest.approx(86.5)
    assert (found["number"], found["date"]) == ("XS2021001", "2021-05-06")


def test_two_contracts_of_one_kind_are_two(page):
    first = page(*CLOUD)
    second = page(*[row.replace("-001", "-002") if isinstance(row, str) else row for row in CLOUD], number=2)
    exhibits, _ = read(first, second)
    assert [e.text("number") for e in exhibits] == ["YFW-2021-001", "YFW-2021-002"]


def test_registered_developers_are_no_active_ones(page):
    type_, found = one(
        page, [(180, "设备云平台运营数据统计表")], "平台名称：设备云平台", "注册开发者：3200人", "统计截止日期：2021年12月31日"
    )
    assert type_ == "platform_statistics"
    assert found["devs"] == 3200
    assert "active" not in found


def test_list_counts_itself(page):
    rows = [[(60, str(n)), (110, f"设备管理APP{n}")] for n in range(1, 8)]
    type_, found = one(page, [(200, "工业APP清单")], [(60, "序号"), (110, "APP名称")], *rows)
    assert type_ == "platform_statistics"
    assert found["listed"] == 7


def test_compatibility_certificate_is_no_entry_of_a_directory(page):
    type_, found = one(
        page, [(180, "产品兼容性互认证证书")], "产品名称：甬云数据中台软件", f"企业名称：{OWN}", "适配平台：银河麒麟V10"
    )
    assert type_ == "xinchuang_entry"
    assert (found["class"], found["base"]) == ("兼容性认证", "银河麒麟")


REGISTER = ([(200, "专利登记簿副本")], "专利号：ZL201810288982.7", "发明名称：一种边缘网关", f"专利权人：{OWN}")


@pytest.mark.parametrize(
    ("state", "status"),
    [("专利权有效", "有效"), ("专利权维持", "有效"), ("未缴年费专利权终止", "未缴年费"), ("专利权终止", "失效"), ("失效", "失效")],
)
def test_state_of_a_patent_in_the_register(page, state, status):
    type_, found = one(page, *REGISTER, f"法律状态：{state}")
    assert type_ == "patent_register_copy"
    assert found["status"] == status


def test_commercial_site_is_no_register(page):
    rows = (*REGISTER[1:], "法律状态：授权", "企查查 www.example.invalid 登录", "版权所有 返回顶部")
    type_, _ = one(page, [(200, "专利法律状态")], *rows)
    assert type_ == "news_or_screenshot"


def test_demand_for_a_fee_is_no_receipt(page):
    type_, found = one(page, [(200, "缴费通知书")], "申请号或专利号：201810288982.7", f"申请人或专利权人：{OWN}")
    assert type_ == "patent_notice"
    assert found["notice"] == "缴费"


def test_changed_owner_of_a_software(page):
    type_, found = one(
        page,
        [(100, "计算机软件著作权登记事项变更或补充证明")],
        "登记号：2021SR1456845",
        "软件名称：甬云数据中台软件",
        f"变更前：{OTHER}",
        f"变更后：{OWN}",
    )
    assert type_ == "software_copyright_change"
    assert (found["before"], found["after"], found["number"]) == (OTHER, OWN, "2021SR1456845")


def test_report_on_a_system_s_protection_knows_its_filing(page):
    type_, found = one(
        page,
        "报告编号：33020013001-21001-21-3301-01",
        [(120, "云服务平台网络安全等级保护测评报告")],
        f"被测单位：{OWN}",
        "测评单位：浙江安测信息技术有限公司",
        "综合得分：86.50 测评结论：良",
    )
    assert type_ == "mlps_report"
    assert found["number"] == "33020013001-21001-21-3301-01"
    assert found["filing_no"] == "33020013001-21001"
    assert (found["score"], found["conclusion"]) == (86.5, "良")
    assert (found["holder"], found["issuer"]) == (OWN, "浙江安测信息技术有限公司")


def test_rules_of_a_company_run_over_pages(page):
    first = page([(150, OWN)], [(200, "数据安全管理办法")], "文件编号：QG-IT-012", "第一条 为加强数据安全管理，制定本办法。")
    second = page("第五条 各部门应当定期检查。", "第六条 本办法自发布之日起施行。", number=2)
    (exhibit,), roles = read(first, second)
    assert roles == ["exhibit", "continuation"]
    assert exhibit.type == "internal_policy"
    assert values(exhibit) == {"holder": OWN, "title": "数据安全管理办法", "number": "QG-IT-012"}


@pytest.mark.parametrize(
    "rows",
    [
        ([(200, "企业荣誉一览表")], "1 浙江省科学技术进步奖二等奖 2020", f"{OWN}盖章 2021年12月"),
        ([(200, "发明专利清单")], "1 一种边缘网关 ZL201810288982.7 发明专利", "2 一种网关 ZL201810288983.1 发明专利"),
        ([(200, "软件著作权汇总表")], "1 甬云数据中台软件 2021SR1456845", "2 甬云设备云软件 2021SR1456846"),
        ([(200, "关于平台建设的情况说明")], "我公司平台活跃开发者3000人，情况属实。", OWN),
        ("来源：甬江日讯 记者：张三", [(150, "甬江数智入选上云标杆企业")], "近日，浙江省公布上云标杆企业名单。", "责任编辑：李四 浏览次数：12"),
    ],
)
def test_own_lists_statements_and_news_are_no_evidence(page, rows):
    type_, _ = one(page, *rows)
    assert type_ == "news_or_screenshot"


def test_notice_printed_from_a_website_is_still_that_notice(page):
    type_, _ = one(
        page,
        "首页 > 通知公告 发布时间：2021-11-03 浏览次数：120",
        [(60, "浙江省经济和信息化厅关于公布2021年")],
        [(60, "浙江省上云标杆企业名单的通知")],
        "来源：省经信厅 字号：大 中 小",
        "1. 宁波甬江数智科技股份有限公司",
    )
    assert type_ == "cloud_honour_notice"
