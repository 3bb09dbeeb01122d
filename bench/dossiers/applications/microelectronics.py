"""Jiaxing, chips; the form is a scan. Most papers bear the name from before the company became a joint-stock one."""

from bench.dossiers import records as r
from bench.dossiers import sheets as s
from bench.dossiers.accounts import lines
from bench.dossiers.application import Application, Habits, Pile, items, no, yes
from bench.dossiers.numbers import credit_code, patent

US, OLD = "嘉兴磐芯微电子股份有限公司", "嘉兴磐芯微电子有限公司"
CODE = credit_code("91330402MA2B8NQR1")
ADDRESS = "浙江省嘉兴市南湖区亚太路705号创新大厦9层"
OFFICE = "嘉兴市市场监督管理局"

PATENTS = (
    (patent("201710882146"), "CN107608447B", "一种低压差线性稳压电路", OLD, "2017-09-26", "2019-07-02"),
    (
        patent("201811053377"),
        "CN109194126B",
        "用于开关电源的软启动电路及芯片",
        OLD,
        "2018-09-11",
        "2020-02-18",
    ),
    (
        patent("201811477205"),
        "CN109617533B",
        "高响应速率的放大器电路及相关钳位方法",
        OLD,
        "2018-12-05",
        "2020-10-09",
    ),
    (
        patent("201910206691"),
        "CN109831113B",
        "一种同步整流控制器及其控制方法",
        OLD,
        "2019-03-19",
        "2021-01-26",
    ),
    (
        patent("201910689120"),
        "CN110376428B",
        "电流检测电路、集成电路与电池管理系统",
        OLD,
        "2019-07-29",
        "2021-06-15",
    ),
    (
        patent("202010075532"),
        "CN111271829B",
        "一种高精度带隙基准源的修调方法",
        OLD,
        "2020-01-22",
        "2021-11-02",
    ),
    (patent("202011309864"), "CN112332663B", "多相降压变换器的均流控制电路", US, "2020-11-20", "2021-12-24"),
    (
        patent("202110044173"),
        "CN112798919B",
        "晶圆测试数据的异常检测方法及系统",
        US,
        "2021-01-13",
        "2022-01-18",
    ),
    (patent("202110371580"), "CN113225055B", "抗辐照模拟开关单元", US, "2021-04-07", "2022-03-11"),
)
SHARED = (
    patent("201910975823"),
    "CN110739843B",
    "一种车规级功率管的栅极驱动电路",
    f"{OLD};浙江大学",
    "2019-10-15",
    "2021-02-09",
)
LED = (US, "中国电子技术标准化研究院", "杭州士林微电子有限公司")
SECOND = ("中国电子科技集团公司第五十八研究所", US, "无锡华芯测试技术有限公司")
THIRD = ("工业和信息化部电子第五研究所", "华东光电集成器件研究所", OLD, "深圳天微电子股份有限公司")
IN_THOUSANDS = {
    year: lines(*figures, unit=1000)
    for year, figures in {
        2018: (201377000, 22152000, 21149000),
        2019: (243650200, 29238000, 29238000),
        2020: (301587600, 39206400, 39206400),
        2021: (402317800, 60347700, 56324500),
    }.items()
}


def _patent(row: tuple[str, str, str, str, str, str], n: int) -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number,
        title,
        owner,
        filed,
        granted,
        publication,
        3870000 + n * 52011,
        "徐望;程栩",
        "浙江省嘉兴市南湖区",
    )


def _list(
    office: str,
    number: str,
    title: str,
    day: str,
    annex: str,
    head: tuple[str, ...],
    rows: list[tuple[object, ...]],
    kind: str | None,
    text: str = "现将名单予以公布。",
) -> s.Exhibit:
    return s.notice(office, number, title, "各市、县（市、区）经信局", (text,), day, annex, head, rows, kind)


MICROELECTRONICS = Application(
    name="microelectronics",
    about=__doc__ or "",
    habits=Habits("嘉兴", ticked="√", hints=True),
    form_as="scanned",
    cells={
        "company_name": f"{US}（盖章）",
        "org_code": CODE,
        "company_nature": "民营（含私营）",
        "address": ADDRESS,
        "public_credit_grade": "优秀",
        "legal_representative": "程栩",
        "registered_capital": "6080.5万元",
        "employees_total": "186",
        "application_contact": "徐望",
        "phone": "0573-82650417",
        "email": "xw@panxin.example",
        "main_business_scope": "集成电路设计、电源管理芯片研发与销售",
        "brand_honours": "1.2021年国家级专精特新“小巨人”企业；2.2020年国家级制造业单项冠军示范企业；3.2019年浙江制造精品；4.国家高新技术企业（2018年，GR201833002217）。",
        "revenue.2019": "24365.02",
        "revenue.2020": "30518.76",
        "revenue.2021": "40231.78",
        "revenue_growth.2019": "20.99",
        "revenue_growth.2020": "25.26",
        "revenue_growth.2021": "31.83",
        "profit_margin.2019": "12",
        "profit_margin.2020": "13",
        "profit_margin.2021": "14",
        "tax_per_mu.2019": "",
        "tax_per_mu.2020": "31.2",
        "tax_per_mu.2021": "35.6",
        "rd_expense.2019": "2923.80",
        "rd_expense.2020": "3920.64",
        "rd_expense.2021": "6034.77",
        "rd_ratio.2019": "12",
        "rd_ratio.2020": "13",
        "rd_ratio.2021": "15",
        "leading_talent": "/",
        "controllable_technology": "自主研发的PX6208电源管理芯片列入信创产品目录。",
        "innovation_performance": "“车规级电源管理芯片关键技术及产业化”2020年度获浙江省科学技术进步奖一等奖；“高可靠电源管理芯片设计”2021年度获浙江省科学技术进步奖二等奖。",
        "invention_patents_valid": "10",
        "software_copyrights": "0",
        "standards_led": "2",
        "standards_participated": "1",
        "cloud_honours": "",
        "security_management": "通过ISO/IEC 27001信息安全管理体系认证、GJB 9001C质量管理体系认证。",
        "security_technology": "研发管理平台通过等保二级备案。",
        "consortia": "牵头组建浙江省车规级芯片创新联合体（2021年）。",
    },
    reads={
        "company_name": US,
        "org_code": CODE,
        "registered_capital": 6080.5,
        "employees_total": 186,
        "revenue.2019": 24365.02,
        "revenue.2020": 30518.76,
        "revenue.2021": 40231.78,
        "rd_expense.2019": 2923.8,
        "rd_expense.2021": 6034.77,
        "tax_per_mu.2020": 31.2,
        "tax_per_mu.2021": 35.6,
        "invention_patents_valid": 10,
        "software_copyrights": 0,
        "standards_led": 2,
        "standards_participated": 1,
    },
    evidence=(
        Pile(
            "证明材料一.pdf",
            (
                s.licence(
                    US,
                    CODE,
                    "股份有限公司(非上市、自然人投资或控股)",
                    "陆仟零捌拾万伍仟元整",
                    "2014-03-21",
                    "程栩",
                    ADDRESS,
                    "集成电路设计；集成电路芯片及产品销售。",
                    OFFICE,
                ),
                s.renaming(OLD, US, "2020-12-18", OFFICE),
                s.public_credit(OLD, CODE, "优秀", 858, "2020-05-12"),
                *(
                    s.audit(
                        OLD if year < 2020 else US,
                        year,
                        IN_THOUSANDS[year],
                        IN_THOUSANDS[year - 1],
                        unit="千元",
                        firm="嘉兴恒信会计师事务所有限公司",
                        number="嘉恒会审字[{}]第1062号",
                    )
                    for year in (2019, 2020, 2021)
                ),
                s.notice(
                    "嘉兴市南湖区人民政府",
                    "南政发〔2022〕12号",
                    "关于公布2021年度工业企业亩均效益综合评价结果的通知",
                    "各镇人民政府、街道办事处",
                    ("现将2021年度全区规模以上工业企业亩均效益综合评价结果予以公布。",),
                    "2022年3月30日",
                    "2021年度规上工业企业亩均效益综合评价结果",
                    ("序号", "企业名称", "亩均税收（万元/亩）", "亩均增加值（万元/亩）", "评价等级"),
                    [
                        (17, "嘉兴永固紧固件有限公司", "18.3", "96.5", "B"),
                        (18, US, "35.6", "210.4", "A"),
                        (19, "浙江禾城电缆股份有限公司", "30.9", "155.0", "A"),
                    ],
                    "mu_benefit_result",
                ),
                s.notice(
                    "嘉兴市南湖区人民政府",
                    "南政发〔2021〕9号",
                    "关于公布2020年度工业企业亩均效益综合评价结果的通知",
                    "各镇人民政府、街道办事处",
                    ("现将2020年度全区规模以上工业企业亩均效益综合评价结果予以公布。",),
                    "2021年4月2日",
                    "2020年度规上工业企业亩均效益综合评价结果",
                    ("序号", "企业名称", "亩均税收（万元/亩）", "亩均增加值（万元/亩）", "评价等级"),
                    [(20, US, "21.2", "171.8", "A"), (21, "嘉兴永固紧固件有限公司", "17.0", "90.2", "B")],
                    "mu_benefit_result",
                ),
            ),
            "good",
        ),
        Pile(
            "证明材料二.pdf",
            (
                _list(
                    "工业和信息化部办公厅",
                    "工信厅企业函〔2021〕197号",
                    "关于公布第三批专精特新“小巨人”企业名单的通告",
                    "2021年7月19日",
                    "第三批专精特新“小巨人”企业名单（浙江省）",
                    ("序号", "企业名称"),
                    [(121, "嘉兴敏惠汽车零部件有限公司"), (122, US), (123, "杭州景业智能科技股份有限公司")],
                    "official_notice",
                ),
                _list(
                    "工业和信息化部",
                    "工信部政法函〔2020〕335号",
                    "关于印发第五批制造业单项冠军及通过复核的第二批制造业单项冠军名单的通知",
                    "2020年12月14日",
                    "单项冠军培育企业名单",
                    ("序号", "企业名称", "主营产品"),
                    [(8, "浙江台华新材料股份有限公司", "锦纶坯布"), (9, US, "电源管理芯片")],
                    "official_notice",
                ),
                _list(
                    "浙江省经济和信息化厅",
                    "浙经信技术〔2019〕171号",
                    "关于公布2019年度“浙江制造精品”名单的通知",
                    "2019年12月6日",
                    "2019年度“浙江制造精品”名单",
                    ("序号", "产品名称", "企业名称"),
                    [(40, "PX3301系列电源管理芯片", OLD), (41, "数控刀塔", "台州中河精机有限公司")],
                    "zj_premium_product",
                ),
                _list(
                    "浙江省经济和信息化厅",
                    "浙经信技术〔2021〕66号",
                    "关于撤销部分“浙江制造精品”称号的通知",
                    "2021年6月11日",
                    "撤销“浙江制造精品”称号的产品名单",
                    ("序号", "产品名称", "企业名称", "原认定年度"),
                    [
                        (1, "PX3301系列电源管理芯片", US, "2019"),
                        (2, "节能灶具", "绍兴五洲厨具有限公司", "2018"),
                    ],
                    None,
                    "经复核，下列产品已不符合“浙江制造精品”条件，决定撤销其称号，名单如下。",
                ),
                s.hitech(OLD, "GR201833002217", "2018-11-30"),
            ),
            "good",
        ),
        Pile(
            "证明材料三（专利）.pdf",
            (
                s.cover("发明专利证书"),
                *(_patent(p, n) for n, p in enumerate(PATENTS[:5])),
                s.gazette(*PATENTS[0], ipc="G05F 1/56"),
                _patent(SHARED, 9),
                *(_patent(p, n) for n, p in enumerate(PATENTS[5:], 11)),
            ),
            "good",
            turned=90,
        ),
        Pile(
            "证明材料四.pdf",
            (
                s.standard(
                    "SJ/T 11771—2021",
                    "电源管理芯片动态特性测试方法",
                    LED,
                    "中华人民共和国工业和信息化部",
                    "2021-05-17",
                    "行业",
                ),
                s.standard(
                    "GB/T 40577—2021",
                    "集成电路制造设备术语 电源管理部分",
                    SECOND,
                    "国家市场监督管理总局　国家标准化管理委员会",
                    "2021-10-11",
                    "国家",
                ),
                s.standard(
                    "GB/T 38345—2019",
                    "模拟集成电路设计通用要求",
                    THIRD,
                    "国家市场监督管理总局　国家标准化管理委员会",
                    "2019-12-10",
                    "国家",
                ),
                s.award(
                    "浙江省科学技术进步奖",
                    2020,
                    "车规级电源管理芯片关键技术及产业化",
                    "一等奖",
                    f"浙江大学;{OLD};浙江芯能光伏科技股份有限公司",
                    "浙江省人民政府",
                    "2020-J-1-019-D02",
                    "2021年5月",
                ),
                s.publicity(
                    "浙江省科学技术厅",
                    "2021年度浙江省科学技术奖拟奖项目公示",
                    ("经评审委员会评审，现将2021年度浙江省科学技术奖拟奖项目予以公示。",),
                    "2022-03-28",
                    ("序号", "项目名称", "拟奖等级", "主要完成单位"),
                    [
                        (61, "高可靠电源管理芯片设计", "科学技术进步奖二等奖", f"{US}、浙江大学"),
                        (62, "大型风电叶片模具", "科学技术进步奖二等奖", "嘉兴远景模具有限公司"),
                    ],
                ),
                s.paper(
                    "xinchuang_entry",
                    f'<div class="frame center"><h1>产品兼容性认证证书</h1><p class="big flat">PX6208电源管理芯片（{US}）与银河麒麟桌面操作系统V10完成兼容性测试，测试结果：通过。</p><p class="flat">麒麟软件有限公司　2021年9月</p></div>'
                    + s.seal("麒麟软件有限公司", "", 90),
                ),
            ),
            "good",
        ),
        Pile(
            "证明材料五.pdf",
            (
                s.certification(
                    "信息安全管理体系认证证书",
                    US,
                    "00121ISMS0189R1S/3300",
                    (
                        "信息安全管理体系符合：GB/T 22080-2016/ISO/IEC 27001:2013",
                        "覆盖范围：集成电路设计相关的信息安全管理",
                    ),
                    "2018-07-03",
                    "2024-07-02",
                    "中国质量认证中心",
                ),
                s.security_filing(
                    US, "33040099102-21001", "研发管理平台", "二", "2021-03-22", "嘉兴市公安局"
                ),
                s.paper(
                    "consortium_document",
                    f'<h1>浙江省车规级芯片创新联合体组建协议</h1><p>为加快车规级芯片关键技术攻关，各方经协商，共同组建浙江省车规级芯片创新联合体，并达成如下协议。</p><p>一、牵头单位：{US}</p><p>二、成员单位：浙江大学、浙江芯能光伏科技股份有限公司、零跑汽车零部件（嘉兴）有限公司。</p><p>三、联合体在省科技厅指导下开展工作，期限五年。</p><p class="flat" style="margin-top:20mm">牵头单位（盖章）：{US}　　2021年8月16日</p>'
                    + s.seal(US, "", 110),
                ),
            ),
            "good",
        ),
    ),
    registries={
        "companies": (r.company(CODE, US, OLD, "程栩", 6080.5, ADDRESS),),
        "patents": (
            *(r.patent(n, p, t, US, f, g) for n, p, t, _, f, g in PATENTS),
            r.patent(SHARED[0], SHARED[1], SHARED[2], f"{US};浙江大学", SHARED[4], SHARED[5]),
        ),
        "software_copyrights": (),
        "standards": (
            r.standard("SJ/T 11771—2021", "电源管理芯片动态特性测试方法", "行业", LED, "2021-05-17"),
            r.standard("GB/T 40577—2021", "集成电路制造设备术语 电源管理部分", "国家", SECOND, "2021-10-11"),
            r.standard("GB/T 38345—2019", "模拟集成电路设计通用要求", "国家", THIRD, "2019-12-10"),
        ),
        "awards": (
            r.award(
                "浙江省科学技术进步奖",
                "省级",
                "一等奖",
                2020,
                "车规级电源管理芯片关键技术及产业化",
                f"浙江大学;{OLD};浙江芯能光伏科技股份有限公司",
                "2020-J-1-019",
            ),
        ),
        "honors": (
            r.honour("专精特新“小巨人”企业", "国家级", 2021, US, issuer="工业和信息化部"),
            r.honour("制造业单项冠军培育企业", "国家级", 2020, US, "电源管理芯片", "工业和信息化部"),
            r.honour("浙江制造精品", "省级", 2019, "台州中河精机有限公司", "数控刀塔"),
        ),
        "credit_ratings": (r.credit(CODE, US, "良好", 824, "2022-03-01"),),
        "security_filings": (r.filing("33040099102-21001", US, "研发管理平台", 2, "2021-03-22"),),
    },
    verdicts={
        "company_name": yes(),
        "org_code": yes(),
        "legal_representative": yes(),
        "registered_capital": yes(6080.5),
        "address": yes(),
        "public_credit_grade": no(),
        "revenue.2019": yes(24365.02),
        "revenue.2020": no(30158.76),
        "revenue.2021": yes(40231.78),
        "revenue_growth.2019": yes(),
        "revenue_growth.2020": no(),
        "revenue_growth.2021": no(),
        "profit_margin.2019": yes(),
        "profit_margin.2020": yes(),
        "profit_margin.2021": yes(),
        "tax_per_mu.2020": no(),
        "tax_per_mu.2021": yes(),
        "rd_expense.2019": yes(),
        "rd_expense.2020": yes(),
        "rd_expense.2021": yes(),
        "rd_ratio.2019": yes(),
        "rd_ratio.2020": yes(),
        "rd_ratio.2021": yes(),
        "brand_honours": items(
            ("小巨人", "yes", 2021),
            ("单项冠军", "no", 2020),
            ("浙江制造精品", "no", 2019),
            ("高新技术企业", "no", None),
        ),
        "controllable_technology": items(("信创", "no", None)),
        "innovation_performance": items(
            ("浙江省科学技术进步奖", "yes", 2020), ("浙江省科学技术进步奖", "no", 2021)
        ),
        "leading_talent": {"flag": "not_claimed"},
        "invention_patents_valid": yes(10),
        "software_copyrights": yes(0),
        "standards_led": no(1),
        "standards_participated": yes(),
        "security_management": items(("27001", "yes", None), ("9001", "no", None)),
        "security_technology": items(("研发管理平台", "yes", None)),
        "consortia": items(("车规级芯片创新联合体", "yes", None)),
    },
    traps=(
        "old grade of public credit",
        "two digits changed places",
        "growth from the wrong figure",
        "亩均税收 raised",
        "培育 as 单项冠军",
        "list revoked later",
        "高企 expired",
        "compatibility for a directory",
        "拟奖 as award",
        "second drafter as leader",
        "GJB without paper",
    ),
    honest=(
        "papers in the name before the conversion",
        "statement in 千元",
        "growth of 2019 from the prior-year column",
        "co-owned patent",
        "certificate and front page of one patent",
        "award under the former name in the registry",
        "pages lie on their side",
        "capital with half a 万",
    ),
    company={"name": US, "uscc": CODE},
)
