"""Wenzhou, data services; a .docx whose table was cut in three. Amounts are written in yuan, and one forgot to say so."""

from bench.dossiers import records as r
from bench.dossiers import sheets as s
from bench.dossiers.accounts import lines
from bench.dossiers.application import Application, Habits, Letter, Pile, items, no, yes
from bench.dossiers.numbers import credit_code, patent, software_certificate

US, OLD = "温州云舸数据科技有限公司", "温州云舸信息科技有限公司"
NEAR, GROUP = "温州云舸数字科技有限公司", "云舸控股集团有限公司"
CODE = credit_code("91330301MA2HBK4U7")
ADDRESS = "浙江省温州市瓯海区娄桥街道中汇路81号C2幢5楼"
CUSTOMER = "温州海螺阀门股份有限公司"
PERSON = "金慕白"

PATENTS = (
    (patent("201910337284"), "CN110069674B", "一种跨域数据的脱敏共享方法", OLD, "2019-04-25", "2021-07-06"),
    (
        patent("202010551936"),
        "CN111666588B",
        "数据资产目录的自动编制方法及装置",
        US,
        "2020-06-17",
        "2021-11-30",
    ),
)
SOLD = (patent("201810920056"), "CN109033427B", "一种停车数据的聚类分析方法", OLD, "2018-08-14", "2020-05-19")
BUYER = "杭州泊联停车服务有限公司"
PROGRAMS = (
    ("2019SR1135207", "云舸城市数据治理平台", "V1.0", US, "2019-09-01", "2019-11-11"),
    ("2020SR0496611", "云舸数据脱敏网关软件", "V2.0", US, "2020-03-15", "2020-05-21"),
    ("2020SR1244896", "云舸公共数据授权运营系统", "V1.0", US, "2020-08-20", "2020-10-29"),
    ("2020SR1701145", "云舸数据质检软件", "V1.0", US, "2020-10-10", "2020-12-01"),
    ("2021SR0913708", "云舸数据质检软件", "V2.0", US, "2021-04-30", "2021-06-18"),
)
PRIVATE = ("2021SR1460023", "移动端民情采集软件", "V1.0", PERSON, "2021-08-01", "2021-09-30")
Y19, Y20, Y21 = (
    lines(65118000, 5209400, 6511800),
    lines(86532100, 7787900, 8653200),
    lines(102345600, 10234600, 11258000),
)


def _program(row: tuple[str, str, str, str, str, str], copy: bool = False) -> s.Exhibit:
    registration, name, version, owner, made, registered = row
    return s.software(
        registration, software_certificate(registration), f"{name} {version}", owner, made, registered, copy
    )


def _patent(row: tuple[str, str, str, str, str, str], n: int) -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number,
        title,
        owner,
        filed,
        granted,
        publication,
        4411000 + n * 23017,
        f"{PERSON};张弛",
        "浙江省温州市瓯海区",
    )


DATA_TRADE = Application(
    name="data_trade",
    about=__doc__ or "",
    habits=Habits("温州", ticked="☒", cut=True, spaced=True),
    form_as="docx",
    cells={
        "company_name": f"{US}(盖章)",
        "org_code": f"{CODE[:4]} {CODE[4:8]} {CODE[8:12]} {CODE[12:]}",
        "company_nature": "民营（含私营）",
        "address": ADDRESS,
        "public_credit_grade": "良好",
        "legal_representative": f"{PERSON}（董事长）",
        "registered_capital": "人民币 1,250 万",
        "employees_total": "93",
        "application_contact": "张弛",
        "phone": "13800000000",
        "email": "-",
        "main_business_scope": "数据处理和存储服务，数据治理",
        "market_share": "无",
        "brand_honours": "2021年度浙江省AAA级“守合同重信用”企业",
        "revenue.2019": "65,118,000.00元",
        "revenue.2020": "86,532,100.00元",
        "revenue.2021": "102345600",
        "revenue_growth.2019": "——",
        "revenue_growth.2020": "32.89%",
        "revenue_growth.2021": "18.27%",
        "profit_margin.2019": "10.00%",
        "profit_margin.2020": "10.00%",
        "profit_margin.2021": "11.00%",
        "rd_expense.2019": "5,209,400.00元",
        "rd_expense.2020": "7,787,900.00元",
        "rd_expense.2021": "10,234,600.00元",
        "rd_ratio.2019": "8.00%",
        "rd_ratio.2020": "9.00%",
        "rd_ratio.2021": "10.00%",
        "leading_talent": "张弛，2021年浙江省科技创新领军人才。",
        "innovation_performance": "近三年未承担国家级重大专项。",
        "invention_patents_valid": "3（详见附件3）",
        "software_copyrights": "７项",
        "standards_led": "0",
        "standards_participated": "",
        "cloud_deployment": "公有云",
        "cloud_facilities": "云服务器|云存储|云数据库|云安全",
        "service_model": "按量计费式",
        "cloud_honours": "上云标杆|行业云应用示范平台",
        "full_business_digitalisation": "2019年被列入浙江省大数据应用示范企业名单。公司建立了数据中台。",
        "security_management": "建立《数据安全管理办法》《数据分类分级指南》等制度。",
        "security_technology": "云舸公共数据平台取得三级等保备案（33030421057-21001）。",
        "developers_count": "3,200余名",
        "integrated_apps_count": "128",
        "consortia": "1、牵头组建浙江省数据要素流通创新联合体；2、作为成员单位参与长三角数据安全产业联盟。",
        "replicable": "“云舸城市数据治理解决方案”入选2020年浙江省数字经济优秀解决方案集。",
        "benchmark_effect": f"服务的{CUSTOMER}入选2021年浙江省智能工厂（数字化车间）。",
    },
    reads={
        "company_name": US,
        "org_code": CODE,
        "registered_capital": 1250,
        "employees_total": 93,
        "legal_representative": PERSON,
        "revenue.2019": 6511.8,
        "revenue.2020": 8653.21,
        "revenue_growth.2020": 32.89,
        "profit_margin.2021": 11,
        "rd_expense.2021": 1023.46,
        "invention_patents_valid": 3,
        "software_copyrights": 7,
        "integrated_apps_count": 128,
    },
    evidence=(
        Pile(
            "附件1 营业执照副本.pdf",
            (
                s.licence(
                    US,
                    CODE,
                    "有限责任公司(自然人投资或控股)",
                    "壹仟贰佰伍拾万元整",
                    "2015-11-03",
                    PERSON,
                    ADDRESS,
                    "数据处理和存储支持服务；大数据服务；软件开发。",
                    "温州市瓯海区市场监督管理局",
                ),
                s.public_credit(US, CODE, "良好", 812, "2022-04-02"),
            ),
            "poor",
        ),
        Pile(
            "附件2 审计报告/2020.pdf",
            (
                s.audit(
                    US,
                    2020,
                    Y20,
                    Y19,
                    firm="温州中瓯会计师事务所有限责任公司",
                    number="温中瓯审〔{}〕第233号",
                ),
            ),
            "poor",
        ),
        Pile(
            "附件2 审计报告/2021.pdf",
            (
                s.audit(
                    US,
                    2021,
                    Y21,
                    Y20,
                    firm="温州中瓯会计师事务所有限责任公司",
                    number="温中瓯审〔{}〕第251号",
                ),
            ),
        ),
        Pile(
            "附件3 知识产权证明.pdf",
            (
                s.cover("附件3", ("知识产权证明",)),
                s.contents("知识产权", [("1", "发明专利3件", "3-5"), ("2", "软件著作权7项", "6-12")]),
                _patent(PATENTS[1], 1),
                _patent(SOLD, 2),
                _patent(PATENTS[0], 3),
                _program(PROGRAMS[0]),
                _program(PROGRAMS[3]),
                _program(PROGRAMS[4]),
                _program(PROGRAMS[1]),
                _program(PROGRAMS[1], copy=True),
                _program(PROGRAMS[2]),
                _program(PRIVATE),
            ),
            "good",
        ),
        Pile(
            "附件4 荣誉/守合同重信用.jpg",
            (
                s.paper(
                    "official_notice",
                    f'<div class="wide center"><h1 class="red">浙江省AAA级“守合同重信用”企业</h1><p class="big flat">{US}</p><p class="big flat">经审核，认定你单位为2021年度浙江省AAA级“守合同重信用”企业。</p><p class="right flat">浙江省市场监督管理局<br>2021年12月</p></div>'
                    + s.seal("浙江省市场监督管理局", "", 100),
                ),
            ),
            "good",
        ),
        Pile(
            "附件4 荣誉/人才.pdf",
            (
                s.notice(
                    "中共温州市委人才工作领导小组办公室",
                    "温委人办〔2021〕31号",
                    "关于公布2021年温州市“瓯越英才计划”入选人员名单的通知",
                    "各县（市、区）委人才办",
                    ("现将2021年温州市“瓯越英才计划”科技创新领军人才入选人员名单予以公布。",),
                    "2021年12月9日",
                    "2021年温州市“瓯越英才计划”科技创新领军人才名单",
                    ("序号", "姓名", "所在单位"),
                    [(1, "李卓", "温州医科大学"), (2, "张弛", US)],
                    "talent_notice",
                ),
            ),
            "good",
        ),
        Pile(
            "附件4 荣誉/上云.pdf",
            (
                s.notice(
                    "浙江省经济和信息化委员会",
                    "浙经信云计算〔2018〕114号",
                    "关于公布2018年度浙江省上云标杆企业名单的通知",
                    "各市经信委",
                    ("现将2018年度浙江省上云标杆企业名单公布如下。",),
                    "2018年9月30日",
                    "2018年度浙江省上云标杆企业名单",
                    ("序号", "企业名称", "所属行业"),
                    [(77, "温州瑞泰电气有限公司", "制造业"), (78, OLD, "信息服务业")],
                    "cloud_honour_notice",
                ),
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信云计算〔2021〕104号",
                    "关于公布2021年浙江省行业云应用示范平台名单的通知",
                    "各市经信局",
                    ("现将2021年浙江省行业云应用示范平台名单公布如下。",),
                    "2021年11月18日",
                    "2021年浙江省行业云应用示范平台名单",
                    ("序号", "平台名称", "建设单位"),
                    [(4, "云舸公共数据行业云平台", US), (5, "浙里办税云平台", "杭州税友云服务有限公司")],
                    "cloud_honour_notice",
                ),
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信云计算〔2019〕129号",
                    "关于公布2019年度（第五批）浙江省大数据应用示范企业名单的通知",
                    "各市经信局",
                    ("现将第五批浙江省大数据应用示范企业名单公布如下。",),
                    "2019年12月3日",
                    "第五批浙江省大数据应用示范企业名单",
                    ("序号", "企业名称", "地区"),
                    [(30, OLD, "温州"), (31, "浙江明湖数据股份有限公司", "湖州")],
                    "bigdata_honour_notice",
                ),
            ),
        ),
        Pile(
            "附件5/等保备案.jpg",
            (
                s.security_filing(
                    US, "33030421057-21001", "云舸公共数据平台", "三", "2021-08-25", "温州市公安局"
                ),
            ),
            "good",
        ),
        Pile(
            "附件5/联合体、联盟.pdf",
            (
                s.paper(
                    "consortium_document",
                    f'<h1>浙江省数据要素流通创新联合体<br>共建协议</h1><p>甲方（牵头单位）：浙江大学</p><p>乙方（成员单位）：之江数据科技研究院、{US}、杭州远帆网络有限公司</p><p>各方同意共同组建浙江省数据要素流通创新联合体，由浙江大学牵头负责日常工作。</p><p class="flat" style="margin-top:25mm">甲方（盖章）　　　　乙方（盖章）<br>2021年5月20日</p>'
                    + s.seal("浙江大学", "", 130),
                ),
                s.paper(
                    "consortium_document",
                    f'<div class="wide center"><h1>长三角数据安全产业联盟<br>成员单位证书</h1><p class="big flat">{US}</p><p class="big flat">为本联盟成员单位。</p><p class="right flat">长三角数据安全产业联盟<br>2020年10月　有效期三年</p></div>'
                    + s.seal("长三角数据安全产业联盟", "", 100),
                ),
            ),
            "good",
        ),
        Pile(
            "附件5/解决方案集.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信数经〔2020〕173号",
                    "关于公布2020年浙江省数字经济优秀解决方案集入选名单的通知",
                    "各市经信局",
                    ("现将2020年浙江省数字经济优秀解决方案集入选名单予以公布。",),
                    "2020年12月21日",
                    "2020年浙江省数字经济优秀解决方案集入选名单",
                    ("序号", "解决方案名称", "申报单位"),
                    [
                        (18, "印染行业能耗在线监测解决方案", "绍兴织云工业互联网有限公司"),
                        (19, "云舸城市数据治理解决方案", NEAR),
                    ],
                    "solution_collection_notice",
                ),
            ),
        ),
        Pile(
            "附件5/用户示范.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信技术〔2021〕180号",
                    "关于公布2021年浙江省智能工厂（数字化车间）名单的通知",
                    "各市经信局",
                    ("现将2021年浙江省智能工厂（数字化车间）名单予以公布。",),
                    "2021年11月12日",
                    "2021年浙江省智能工厂（数字化车间）名单",
                    ("序号", "企业名称", "项目名称"),
                    [
                        (88, CUSTOMER, "高端阀门智能工厂"),
                        (89, "绍兴清越环保股份有限公司", "环保装备数字化车间"),
                    ],
                    "pilot_demo_notice",
                ),
                s.paper(
                    "application_contract",
                    f"<h1>技术服务合同</h1><p class='flat'>合同编号：YG-2020-0817</p><p class='flat'>甲方（委托方）：{CUSTOMER}</p><p class='flat'>乙方（受托方）：{US}</p><p>甲乙双方就甲方高端阀门智能工厂数据平台建设项目，经协商一致，签订本合同。</p><p>一、服务内容：数据采集、数据治理与生产看板建设。</p><p>二、合同金额：人民币壹佰贰拾捌万元整（¥1,280,000.00）。</p><p>三、履行期限：2020年8月17日至2021年6月30日。</p><p class='flat' style='margin-top:20mm'>甲方（盖章）：{CUSTOMER}　　乙方（盖章）：{US}<br>签订日期：2020年8月17日</p>"
                    + s.seal(US, "合同专用章", 90),
                ),
            ),
            "good",
        ),
        Letter(
            "附件5/平台运营数据.docx",
            ("云舸开放平台运营数据统计表", f"运营单位：{US}　统计截止日期：2021年12月31日"),
            (
                ("指标", "数量"),
                ("集聚（注册）开发者数量", "3215名"),
                ("活跃开发者数量", "640名"),
                ("应用组件、APP、产品和解决方案", "128个"),
            ),
            "platform_statistics",
        ),
    ),
    registries={
        "companies": (
            r.company(CODE, US, f"{OLD}@2015-11-03..2019-10-14", PERSON, 1250, ADDRESS, GROUP),
            r.company(
                credit_code("91330302MA2JAC6E0"), NEAR, "", "林一帆", 300, "浙江省温州市鹿城区车站大道577号"
            ),
            r.company(
                credit_code("91330300145066TW3"), GROUP, "", PERSON, 8000, "浙江省温州市鹿城区市府路168号"
            ),
            r.company(
                credit_code("91330303704382GN1"),
                CUSTOMER,
                "",
                "项伯年",
                6600,
                "浙江省温州市龙湾区滨海五道28号",
            ),
        ),
        "patents": (
            *(r.patent(n, p, t, US, f, g) for n, p, t, _, f, g in PATENTS),
            r.patent(SOLD[0], SOLD[1], SOLD[2], BUYER, SOLD[4], SOLD[5], since="2021-08-27"),
        ),
        "software_copyrights": tuple(
            r.software(n, software_certificate(n), name, version, owner, made, day)
            for n, name, version, owner, made, day in (*PROGRAMS, PRIVATE)
        ),
        "honors": (
            r.honour("浙江省AAA级守合同重信用企业", "省级", 2021, US, issuer="浙江省市场监督管理局"),
            r.honour("浙江省上云标杆企业", "省级", 2018, OLD, number="浙经信云计算〔2018〕114号"),
            r.honour(
                "浙江省行业云应用示范平台",
                "省级",
                2021,
                US,
                "云舸公共数据行业云平台",
                number="浙经信云计算〔2021〕104号",
            ),
            r.honour("浙江省大数据应用示范企业", "省级", 2019, OLD, number="浙经信云计算〔2019〕129号"),
            r.honour(
                "浙江省数字经济优秀解决方案集",
                "省级",
                2020,
                NEAR,
                "云舸城市数据治理解决方案",
                number="浙经信数经〔2020〕173号",
            ),
            r.honour(
                "浙江省智能工厂（数字化车间）",
                "省级",
                2021,
                CUSTOMER,
                "高端阀门智能工厂",
                number="浙经信技术〔2021〕180号",
            ),
            r.honour("温州市瓯越英才计划", "市级", 2021, US, "张弛", "中共温州市委人才工作领导小组办公室"),
        ),
        "credit_ratings": (r.credit(CODE, US, "良好", 812, "2022-04-02"),),
        "security_filings": (r.filing("33030421057-21001", US, "云舸公共数据平台", 3, "2021-08-25"),),
    },
    verdicts={
        "company_name": yes(),
        "org_code": yes(),
        "legal_representative": yes(),
        "registered_capital": yes(1250),
        "address": yes(),
        "public_credit_grade": yes(),
        "market_share": {"flag": "not_claimed"},
        "revenue.2019": yes(6511.8),
        "revenue.2020": yes(8653.21),
        "revenue.2021": no(10234.56),
        "revenue_growth.2020": yes(),
        "revenue_growth.2021": yes(),
        "profit_margin.2019": yes(),
        "profit_margin.2020": yes(),
        "profit_margin.2021": yes(),
        "rd_expense.2019": yes(520.94),
        "rd_expense.2020": yes(778.79),
        "rd_expense.2021": yes(1023.46),
        "rd_ratio.2019": yes(),
        "rd_ratio.2020": yes(),
        "rd_ratio.2021": yes(),
        "brand_honours": items(("守合同重信用", "yes", 2021)),
        "leading_talent": items(("科技创新领军人才", "no", None)),
        "invention_patents_valid": no(2),
        "software_copyrights": no(5),
        "standards_led": yes(0),
        "standards_participated": {"flag": "not_claimed"},
        "cloud_honours": items(
            ("上云标杆", "no", None), ("行业云应用示范平台", "yes", None), flag="unsupported"
        ),
        "full_business_digitalisation": items(("大数据应用示范企业", "yes", 2019)),
        "security_technology": items(("云舸公共数据平台", "yes", None)),
        "developers_count": yes(),
        "integrated_apps_count": yes(128),
        "consortia": items(("数据要素流通创新联合体", "no", None), ("数据安全产业联盟", "yes", None)),
        "replicable": items(("解决方案集", "no", 2020)),
        "benchmark_effect": items(("智能工厂", "yes", 2021)),
    },
    traps=(
        "yuan under 万元",
        "municipal talent",
        "patent sold",
        "duplicate 副本",
        "owned by the person",
        "上云标杆 of 2018",
        "member claimed as leader",
        "solution of a near name",
        "table of contents claims three patents",
    ),
    honest=(
        "amounts in yuan, with the unit",
        "code with spaces",
        "versions of one program",
        "list in the former name",
        "digits beside a note",
        "«余» over a statistic",
        "customer with contract",
    ),
    company={"name": US, "uscc": CODE},
)
