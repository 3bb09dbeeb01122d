"""Shaoxing, an industrial internet for textiles; a .docx, and evidence mostly photographed or badly scanned."""

from bench.dossiers import records as r
from bench.dossiers import sheets as s
from bench.dossiers.accounts import lines
from bench.dossiers.application import Application, Habits, Pile, Workbook, items, no, yes
from bench.dossiers.numbers import credit_code, patent, software_certificate

US = "绍兴织云工业互联网有限公司"
NEAR = "绍兴织云信息技术有限公司"
CODE = credit_code("91330621MA2D7GLX0")
WRONG_CODE = CODE[:11] + "0" + CODE[12:] if CODE[11] != "0" else CODE[:11] + "9" + CODE[12:]
ADDRESS = "浙江省绍兴市柯桥区柯岩街道科创大厦1801室"

PATENTS = (
    (patent("201910118867"), "CN109860141B", "一种印染布匹色差的在线检测方法", "2019-02-15", "2020-12-08"),
    (patent("201910804521"), "CN110528150B", "织机群控数据的边缘汇聚系统", "2019-08-28", "2021-04-20"),
    (patent("202010230178"), "CN111461537B", "基于知识图谱的染色配方推荐方法", "2020-03-27", "2021-09-28"),
    (patent("202110155390"), "CN112817287B", "一种定型机能耗的优化控制方法", "2021-02-04", "2022-03-22"),
)
PROGRAMS = (
    ("2019SR0662450", "织云织机物联采集软件V1.0", "2019-04-18", "2019-06-27"),
    ("2020SR0950113", "织云印染MES软件V2.0", "2020-06-15", "2020-08-19"),
    ("2021SR1207766", "织云产业协同平台V3.0", "2021-06-20", "2021-08-16"),
)
DRAFTERS = ("中国纺织工业联合会科技发展部", "浙江理工大学", US, "山东如意科技集团有限公司")
OLD_DRAFTERS = ("中国纺织机械协会", US, "经纬纺织机械股份有限公司")
Y18, Y19, Y20, Y21 = (
    lines(101400000, 6084000, 9126000),
    lines(152000000, 9120000, 14440000),
    lines(186000000, 12648000, 18228000),
    lines(231500000, 18523600, 23150000),
)


def _patent(row: tuple[str, str, str, str, str], n: int) -> s.Exhibit:
    number, publication, title, filed, granted = row
    return s.invention(
        number,
        title,
        US,
        filed,
        granted,
        publication,
        4150000 + n * 61007,
        "柳思齐;马行远",
        "浙江省绍兴市柯桥区",
    )


TEXTILE_INTERNET = Application(
    name="textile_internet",
    about=__doc__ or "",
    habits=Habits("绍兴", ticked="✓", unticked="○", years=("2019 年", "2020 年", "2021 年")),
    form_as="docx",
    cells={
        "company_name": US,
        "org_code": WRONG_CODE,
        "company_nature": "民营（含私营）",
        "address": ADDRESS,
        "public_credit_grade": "中等（C级，778分）",
        "legal_representative": "柳思齐",
        "registered_capital": "2000",
        "employees_total": "386\n（截至2021年12月31日）",
        "application_contact": "马行远",
        "phone": "0575 8411 2096",
        "email": "mxy@zhiyun.example",
        "main_business_scope": "纺织印染行业工业互联网平台建设及服务",
        "brand_honours": "2021年，“织云印染MES软件”入选浙江制造精品",
        "revenue.2019": "15200",
        "revenue.2020": "18600.00",
        "revenue.2021": "23150",
        "revenue_growth.2019": "49.9%",
        "revenue_growth.2020": "22.4",
        "revenue_growth.2021": "24.5",
        "profit_margin.2019": "9.5",
        "profit_margin.2020": "9.8",
        "profit_margin.2021": "12.0",
        "rd_expense.2019": "912",
        "rd_expense.2020": "2264.80",
        "rd_expense.2021": "1852",
        "rd_ratio.2019": "6",
        "rd_ratio.2020": "12.2",
        "rd_ratio.2021": "8.0",
        "leading_talent": "暂无",
        "innovation_performance": "1）“印染全流程智能管控系统”2021年度认定为浙江省首台（套）产品（省内首台（套））。2）“纺织装备互联互通关键技术”获2018年度浙江省科学技术进步奖一等奖。",
        "invention_patents_valid": "4 件",
        "software_copyrights": "3 件（详见证明材料）",
        "standards_led": "—",
        "standards_participated": "2",
        "cloud_deployment": "混合云",
        "cloud_honours": "云上企业",
        "security_management": "①通过ISO27001信息安全管理体系认证；②数据管理能力成熟度（DCMM）三级。",
        "security_technology": "“织云平台”通过等保三级备案，备案号33060012077-21001。",
        "open_platforms": "织云纺织产业互联网平台，2020年认定为浙江省级工业互联网平台。",
        "industry_digitalisation": "近三年服务案例126个。",
        "replicable": "“印染行业能耗在线监测解决方案”入选2020年浙江省数字经济优秀解决方案集；2021年入选工信部工业互联网平台创新领航应用案例。",
    },
    reads={
        "company_name": US,
        "org_code": WRONG_CODE,
        "registered_capital": 2000,
        "employees_total": 386,
        "public_credit_grade": "中等",
        "revenue.2019": 15200,
        "revenue.2020": 18600,
        "rd_expense.2020": 2264.8,
        "revenue_growth.2019": 49.9,
        "invention_patents_valid": 4,
        "software_copyrights": 3,
        "standards_participated": 2,
    },
    evidence=(
        Pile(
            "IMG_20220406_0912.jpg",
            (
                s.licence(
                    US,
                    CODE,
                    "有限责任公司(自然人投资或控股)",
                    "贰仟万元整",
                    "2017-05-26",
                    "柳思齐",
                    ADDRESS,
                    "工业互联网数据服务；软件开发；纺织专用设备销售。",
                    "绍兴市柯桥区市场监督管理局",
                ),
            ),
            "good",
        ),
        Pile("公共信用.pdf", (s.public_credit(US, CODE, "中等", 778, "2022-03-30"),)),
        Pile(
            "社保证明.pdf",
            (s.insurance(US, CODE, "2021年12月", 379, "绍兴市柯桥区社会保险事业管理中心"),),
            "poor",
        ),
        Pile(
            "审计报告三年合订.pdf",
            tuple(
                s.audit(
                    US, year, this, last, firm="绍兴大通会计师事务所有限公司", number="绍大通会审[{}]第0088号"
                )
                for year, this, last in ((2019, Y19, Y18), (2020, Y20, Y19), (2021, Y21, Y20))
            ),
            "good",
        ),
        Pile(
            "精品牌匾照片.jpg",
            (
                s.plaque(
                    "浙江制造精品",
                    ("织云印染MES软件", US, "浙江省经济和信息化厅　二〇二一年十二月"),
                    "zj_premium_product",
                ),
            ),
            "good",
        ),
        Pile("2 专利/专利1.jpg", (_patent(PATENTS[0], 1),), "good"),
        Pile("2 专利/专利2.jpg", (_patent(PATENTS[1], 2),), "poor"),
        Pile("2 专利/专利3-4.pdf", (_patent(PATENTS[2], 3), _patent(PATENTS[3], 4)), "poor"),
        Pile(
            "2 软著合集.pdf",
            tuple(
                s.software(n, software_certificate(n), name, US, made, day) for n, name, made, day in PROGRAMS
            ),
            "poor",
        ),
        Pile(
            "2 标准.pdf",
            (
                s.standard(
                    "GB/T 40014—2021",
                    "纺织智能制造 设备互联互通要求",
                    DRAFTERS,
                    "国家市场监督管理总局　国家标准化管理委员会",
                    "2021-04-30",
                    "国家",
                ),
                s.standard(
                    "GB/T 33291—2016",
                    "织机数据通信接口规范",
                    OLD_DRAFTERS,
                    "国家市场监督管理总局　国家标准化管理委员会",
                    "2016-12-13",
                    "国家",
                ),
            ),
            "good",
        ),
        Pile(
            "2 首台套+科技奖.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信装备〔2021〕226号",
                    "浙江省经济和信息化厅关于公布2021年度浙江省首台（套）产品名单的通知",
                    "各市、县（市、区）经信局",
                    ("现将2021年度浙江省首台（套）产品名单予以公布。",),
                    "2021年12月31日",
                    "2021年度浙江省首台（套）产品名单",
                    ("序号", "产品名称", "申报单位", "级别"),
                    [(100, "数控立式珩磨机", "宁波海顺机床有限公司", "国内首台（套）")],
                    "first_set_notice",
                    more=[
                        (101, "高速剑杆织机", "绍兴恒织科技有限公司", "国内首台（套）"),
                        (102, "印染全流程智能管控系统", US, "省内首台（套）"),
                    ],
                ),
                s.award(
                    "浙江省科学技术进步奖",
                    2018,
                    "纺织装备互联互通关键技术",
                    "一等奖",
                    f"浙江理工大学;{US}",
                    "浙江省人民政府",
                    "2018-J-1-022-D02",
                    "2019年3月",
                ),
            ),
            "good",
        ),
        Pile(
            "3 云上企业.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信云计算〔2020〕150号",
                    "关于公布2020年浙江省制造业“云上企业”名单的通知",
                    "各市经信局",
                    ("现将2020年浙江省制造业“云上企业”名单予以公布。",),
                    "2020年12月16日",
                    "2020年浙江省制造业“云上企业”名单",
                    ("序号", "企业名称", "地区"),
                    [(1, "杭州老板电器股份有限公司", "杭州"), (2, "宁波方太厨具有限公司", "宁波")],
                    "cloud_honour_notice",
                    more=[(61, "绍兴恒织科技有限公司", "绍兴"), (62, US, "绍兴")],
                ),
            ),
            "poor",
        ),
        Pile(
            "3 体系证书.pdf",
            (
                s.certification(
                    "信息安全管理体系认证证书",
                    US,
                    "04921ISMS0077R0S",
                    ("信息安全管理体系符合：ISO/IEC 27001:2013", "认证范围：工业互联网平台的研发和运维服务"),
                    "2021-03-09",
                    "2024-03-08",
                    "北京赛西认证有限责任公司",
                ),
                s.certification(
                    "数据管理能力成熟度等级证书",
                    US,
                    "DCMM-2021-II-0156",
                    ("符合GB/T 36073-2018《数据管理能力成熟度评估模型》", "等级：受管理级（二级）"),
                    "2021-11-15",
                    "2024-11-14",
                    "中国电子信息行业联合会",
                ),
            ),
            "good",
        ),
        Pile(
            "3 等保.jpg",
            (s.security_filing(NEAR, "33060012077-21001", "织云平台", "三", "2021-06-11", "绍兴市公安局"),),
            "good",
        ),
        Pile(
            "4 平台.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信软件〔2020〕82号",
                    "关于公布2020年浙江省工业互联网平台创建名单的通知",
                    "各市经信局",
                    ("经评审，现将2020年浙江省工业互联网平台创建名单予以公布，创建期两年。",),
                    "2020年7月20日",
                    "2020年浙江省工业互联网平台创建名单",
                    ("序号", "平台名称", "创建单位"),
                    [(33, "织云纺织产业互联网平台", US), (34, "模具云制造平台", "宁波日升模塑股份有限公司")],
                    "platform_recognition",
                ),
            ),
        ),
        Pile(
            "5 案例集.pdf",
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
                        (18, "印染行业能耗在线监测解决方案", US),
                        (19, "云舸城市数据治理解决方案", "温州云舸数字科技有限公司"),
                    ],
                    "solution_collection_notice",
                ),
                s.notice(
                    "工业和信息化部办公厅",
                    "工信厅信管函〔2021〕240号",
                    "关于公布2021年工业互联网平台创新领航应用案例名单的通知",
                    "各省、自治区、直辖市工业和信息化主管部门",
                    ("现将2021年工业互联网平台创新领航应用案例名单予以公布。",),
                    "2021年11月26日",
                    "2021年工业互联网平台创新领航应用案例名单",
                    ("序号", "案例名称", "申报单位"),
                    [
                        (101, "面向印染行业的平台化设计应用", US),
                        (102, "轴承行业数字化管理应用", "宁波弘远轴承有限公司"),
                    ],
                    "pilot_demo_notice",
                ),
            ),
            "good",
        ),
        Workbook(
            "5 服务案例清单（126家）.xlsx",
            (
                ("序号", "客户名称", "项目名称", "签订日期", "合同金额（万元）"),
                *(
                    (
                        n,
                        f"绍兴第{n}印染有限公司",
                        "设备联网改造",
                        f"20{19 + n % 3}-0{1 + n % 9}-15",
                        20 + n % 17,
                    )
                    for n in range(1, 127)
                ),
            ),
        ),
    ),
    registries={
        "companies": (
            r.company(CODE, US, "", "柳思齐", 2000, ADDRESS),
            r.company(
                credit_code("91330621MA29BHRT4"), NEAR, "", "钱仲书", 500, "浙江省绍兴市柯桥区群贤路1988号"
            ),
        ),
        "patents": tuple(r.patent(n, p, t, US, f, g) for n, p, t, f, g in PATENTS),
        "software_copyrights": tuple(
            r.software(n, software_certificate(n), name[:-4], name[-4:], US, made, day)
            for n, name, made, day in PROGRAMS
        ),
        "standards": (
            r.standard("GB/T 40014—2021", "纺织智能制造 设备互联互通要求", "国家", DRAFTERS, "2021-04-30"),
            r.standard("GB/T 33291—2016", "织机数据通信接口规范", "国家", OLD_DRAFTERS, "2016-12-13", "废止"),
        ),
        "awards": (
            r.award(
                "浙江省科学技术进步奖",
                "省级",
                "一等奖",
                2018,
                "纺织装备互联互通关键技术",
                f"浙江理工大学;{US}",
                "2018-J-1-022",
            ),
        ),
        "first_sets": (
            r.first_set("印染全流程智能管控系统", US, "省内", 2021, "浙经信装备〔2021〕226号"),
            r.first_set("高速剑杆织机", "绍兴恒织科技有限公司", "国内", 2021, "浙经信装备〔2021〕226号"),
        ),
        "honors": (
            r.honour("浙江制造精品", "省级", 2021, US, "织云印染MES软件"),
            r.honour("浙江省制造业云上企业", "省级", 2020, US, number="浙经信云计算〔2020〕150号"),
            r.honour(
                "浙江省数字经济优秀解决方案集",
                "省级",
                2020,
                US,
                "印染行业能耗在线监测解决方案",
                number="浙经信数经〔2020〕173号",
            ),
            r.honour(
                "工业互联网平台创新领航应用案例",
                "国家级",
                2021,
                US,
                "面向印染行业的平台化设计应用",
                "工业和信息化部办公厅",
            ),
            r.honour("浙江省工业互联网平台创建名单", "省级", 2020, US, "织云纺织产业互联网平台"),
        ),
        "credit_ratings": (r.credit(CODE, US, "中等", 778, "2022-03-30"),),
        "security_filings": (r.filing("33060012077-21001", NEAR, "织云平台", 3, "2021-06-11"),),
    },
    verdicts={
        "company_name": yes(),
        "org_code": no(),
        "legal_representative": yes(),
        "registered_capital": yes(2000),
        "address": yes(),
        "public_credit_grade": yes(),
        "employees_total": yes(),
        "revenue.2019": yes(15200),
        "revenue.2020": yes(18600),
        "revenue.2021": yes(23150),
        "revenue_growth.2019": yes(),
        "revenue_growth.2020": yes(),
        "revenue_growth.2021": yes(),
        "profit_margin.2019": yes(),
        "profit_margin.2020": yes(),
        "profit_margin.2021": no(),
        "rd_expense.2019": yes(912),
        "rd_expense.2020": no(1264.8),
        "rd_expense.2021": yes(),
        "rd_ratio.2019": yes(),
        "rd_ratio.2020": no(),
        "rd_ratio.2021": yes(),
        "brand_honours": items(("浙江制造精品", "yes", 2021)),
        "leading_talent": {"flag": "not_claimed"},
        "innovation_performance": items(
            ("印染全流程智能管控系统", "yes", 2021), ("浙江省科学技术进步奖", "no", 2018)
        ),
        "invention_patents_valid": yes(4),
        "software_copyrights": yes(3),
        "standards_led": {"flag": "not_claimed"},
        "standards_participated": no(1),
        "cloud_honours": items(("云上企业", "yes", None), flag="supported"),
        "security_management": items(("27001", "yes", None), ("DCMM", "no", None)),
        "security_technology": items(("织云平台", "no", None)),
        "open_platforms": items(("织云纺织产业互联网平台", "no", None)),
        "replicable": items(("解决方案集", "yes", 2020), ("创新领航应用案例", "yes", 2021)),
    },
    traps=(
        "code with a digit changed",
        "margin raised",
        "research expense a thousand more",
        "award out of the window",
        "standard withdrawn",
        "DCMM one level up",
        "等保 of a near name",
        "创建 as 认定",
    ),
    honest=(
        "growth of 2019 from the prior-year column",
        "plaque only",
        "photographed certificates",
        "list over two pages",
        "grade with letter and score",
        "capital without a unit",
        "rounded figures",
    ),
    company={"name": US, "uscc": CODE},
)
