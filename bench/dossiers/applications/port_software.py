"""Ningbo, software for ports; a .docx whose cells hold units, full-width digits, capitals and notes."""

from bench.dossiers import records as r
from bench.dossiers import sheets as s
from bench.dossiers.accounts import lines
from bench.dossiers.application import Application, Habits, Letter, Pile, Workbook, items, no, yes
from bench.dossiers.numbers import credit_code, patent, software_certificate

US, OLD = "宁波澜汐软件股份有限公司", "宁波澜汐信息技术有限公司"
SISTER, PARENT, SELLER = "宁波澜汐智能装备有限公司", "澜汐控股集团有限公司", "宁波港信联动科技有限公司"
CODE = credit_code("91330212MA2AKXT40")
ADDRESS = "浙江省宁波市鄞州区菁华路188号乙座7楼"
OFFICE = "宁波市鄞州区市场监督管理局"
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")

PATENTS = (
    (
        patent("201610482153"),
        "CN106096871B",
        "一种集装箱堆场翻箱次数的预测方法",
        OLD,
        "2016-06-27",
        "2018-09-04",
    ),
    (
        patent("201810733902"),
        "CN108985699B",
        "基于船期的岸桥作业计划生成方法及系统",
        OLD,
        "2018-07-05",
        "2020-11-17",
    ),
    (
        patent("201910560417"),
        "CN110298543B",
        "一种集卡调度方法、装置、电子设备及存储介质",
        US,
        "2019-06-26",
        "2021-03-30",
    ),
    (
        patent("202010117846"),
        "CN111354045B",
        "港口闸口车牌与箱号的联合识别方法",
        US,
        "2020-02-25",
        "2021-08-10",
    ),
)
BOUGHT = (
    patent("201710336621"),
    "CN107145977B",
    "一种危险货物集装箱的在途监控方法",
    SELLER,
    "2017-05-14",
    "2019-12-20",
)
SISTERS = (
    patent("201910874530"),
    "CN110589698B",
    "一种自动化轨道吊的防摇控制方法",
    SISTER,
    "2019-09-17",
    "2021-01-05",
)
LAPSED = (
    patent("201510209634"),
    "CN104835011B",
    "一种船舶到港时间的估计方法",
    OLD,
    "2015-04-28",
    "2018-02-13",
)
APPLIED = (patent("202111032875"), "一种多式联运订单的自动拆分方法", "2021-09-03")

PROGRAMS = (
    ("2019SR0477812", "澜汐智慧港口集装箱调度软件V3.0", "[简称：港口调度]", "2019-02-20", "2019-05-17", US),
    ("2017SR331904", "澜汐无纸化理货系统V1.0", "", "2017-01-11", "2017-06-30", OLD),
    ("2020SR0218845", "澜汐危险品申报管理系统V2.1", "", "2019-11-30", "2020-03-06", US),
    ("2020SR1609337", "澜汐船舶靠泊计划软件V1.0", "", "2020-09-09", "2020-11-19", US),
    ("2021SR0583316", "澜汐堆场三维可视化软件V1.2", "", "2021-01-30", "2021-04-22", US),
    ("2021SR1904470", "澜汐多式联运协同平台V1.0", "", "2021-10-08", "2021-11-26", US),
)
DRAFTERS = (
    "交通运输部水运科学研究院",
    "宁波舟山港股份有限公司",
    "上海海事大学",
    US,
    "青岛港国际股份有限公司",
)
GROUP_DRAFTERS = ("浙江省软件行业协会", US, "杭州远帆网络有限公司")
Y20, Y19, Y21 = (
    lines(213087200, 22161100, 19604000),
    lines(184265500, 18426600, 16583900),
    lines(265123000, 28633300, 23861100),
)


def _certificate(row: tuple[str, str, str, str, str, str], n: int) -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number, title, owner, filed, granted, publication, 3100000 + n * 40127, address="浙江省宁波市鄞州区"
    )


def _program(row: tuple[str, str, str, str, str, str]) -> s.Exhibit:
    registration, name, short, made, registered, owner = row
    return s.software(
        registration,
        software_certificate(registration),
        name + (f"<br>{short}" if short else ""),
        owner,
        made,
        registered,
    )


PORT_SOFTWARE = Application(
    name="port_software",
    about=__doc__ or "",
    habits=Habits("宁波", ticked="☑", hints=True),
    form_as="docx",
    cells={
        "company_name": f"{US}\n（原名：{OLD}）（盖章）",
        "org_code": CODE.translate(WIDE),
        "company_nature": "民营（含私营）",
        "address": ADDRESS,
        "public_credit_grade": "优秀（A级）",
        "legal_representative": "顾海棠",
        "registered_capital": "叁仟陆佰万元整",
        "employees_total": "268人（2021年末）",
        "application_contact": "林晓舟",
        "phone": "0574-87650012",
        "email": "lxz@lanxi-soft.example",
        "main_business_scope": "港口、航运、物流领域的软件开发与信息系统集成服务",
        "market_share": "详见附件",
        "brand_honours": "1、2020年“澜汐智慧港口集装箱调度软件V3.0”入选浙江制造精品；\n2、2019年度浙江省专精特新中小企业；\n3、国家高新技术企业（2020年，证书编号GR202033100415）。",
        "revenue.2019": "18,426.55万元",
        "revenue.2020": "２１３０８．７２",
        "revenue.2021": "2.65亿元",
        "revenue_growth.2019": "/",
        "revenue_growth.2020": "15.64%",
        "revenue_growth.2021": "24.4",
        "profit_margin.2019": "9.00",
        "profit_margin.2020": "9.20%",
        "profit_margin.2021": "11.2",
        "tax_per_mu.2019": "—",
        "tax_per_mu.2020": "—",
        "tax_per_mu.2021": "无自有土地",
        "rd_expense.2019": "1842.66",
        "rd_expense.2020": "2,216.11",
        "rd_expense.2021": "2863.33 万元",
        "rd_ratio.2019": "10",
        "rd_ratio.2020": "10.40",
        "rd_ratio.2021": "１０．８％",
        "rd_staff_ratio": "41.8",
        "edu_title_staff_ratio": "",
        "leading_talent": "无",
        "innovation_performance": "（1）“港口集装箱智能理货关键技术及应用”项目获2020年度浙江省科学技术进步奖二等奖（第二完成单位）；\n（2）2021年“澜汐危险品申报管理系统V2.1”认定为浙江省首版次软件产品。",
        "invention_patents_valid": "8件（含受让1件）",
        "software_copyrights": "６",
        "standards_led": "无",
        "standards_participated": "2项（国标1项、团标1项）",
        "cloud_deployment": "混合云",
        "cloud_facilities": "云服务器|云存储",
        "cloud_native_platform": "阿里云ACK容器服务",
        "service_model": "组合定制式|会员租费式",
        "cloud_honours": "上云标杆|+（2020年）",
        "full_business_digitalisation": "公司已建成业务中台，各部门在线协同。2021年列入浙江省大数据应用示范企业名单。",
        "security_management": "制定了《信息安全管理办法》；通过ISO/IEC 27001信息安全管理体系认证。",
        "security_technology": "部署防火墙、堡垒机；“澜汐港口云平台”通过信息系统安全等级保护三级备案。",
    },
    reads={
        "company_name": US,
        "org_code": CODE,
        "registered_capital": 3600,
        "employees_total": 268,
        "public_credit_grade": "优秀",
        "revenue.2019": 18426.55,
        "revenue.2020": 21308.72,
        "revenue.2021": 26500,
        "revenue_growth.2020": 15.64,
        "profit_margin.2020": 9.2,
        "rd_expense.2021": 2863.33,
        "rd_ratio.2021": 10.8,
        "invention_patents_valid": 8,
        "software_copyrights": 6,
        "standards_participated": 2,
        "address": ADDRESS,
    },
    evidence=(
        Pile(
            "0 封面及目录.pdf",
            (
                s.cover("宁波市数字工厂申报<br>附件2　证明材料", (US, "二〇二二年四月")),
                s.contents(
                    US,
                    [
                        ("1", "营业执照、更名证明", "1"),
                        ("2", "发明专利证书（8件）", "4"),
                        ("3", "2020年度浙江省科学技术进步奖二等奖证书", "17"),
                        ("4", "浙江省大数据应用示范企业", "25"),
                        ("5", "信息安全等级保护三级备案证明", "27"),
                    ],
                ),
                s.letter(
                    "申报承诺函",
                    (
                        f"宁波市经济和信息化局：{US}自愿申报2022年浙江省数字工厂，我公司拥有有效发明专利8件、软件著作权6件，获浙江省科学技术进步奖二等奖、浙江省专精特新中小企业等荣誉，所报材料真实、准确。",
                    ),
                    US,
                    "2022年4月8日",
                ),
            ),
        ),
        Pile(
            "1-1营业执照+更名.pdf",
            (
                s.licence(
                    US,
                    CODE,
                    "其他股份有限公司（非上市）",
                    "叁仟陆佰万元整",
                    "2012-08-16",
                    "顾海棠",
                    ADDRESS,
                    "软件开发；信息系统集成服务；国际货物运输代理。",
                    OFFICE,
                ),
                s.renaming(OLD, US, "2019-06-20", OFFICE),
                s.public_credit(US, CODE, "优秀", 872, "2022-02-21"),
            ),
            "good",
        ),
        Pile("1-2 2020审计报告.pdf", (s.audit(US, 2020, Y20, Y19),)),
        Pile("1-3 2021审计报告（扫描）.pdf", (s.audit(US, 2021, Y21, Y20),), "good"),
        Pile(
            "1-4 社保.jpg",
            (s.insurance(US, CODE, "2021年12月", 261, "宁波市鄞州区社会保险管理服务中心"),),
            "good",
        ),
        Pile(
            "1-5 荣誉.pdf",
            (
                s.cover("附件1-5　品牌荣誉证明"),
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信技术〔2020〕146号",
                    "浙江省经济和信息化厅关于公布2020年度“浙江制造精品”名单的通知",
                    "各市、县（市、区）经信局",
                    (
                        "经企业自愿申报、地方推荐、专家评审和社会公示，现将2020年度“浙江制造精品”名单予以公布。",
                    ),
                    "2020年12月11日",
                    "2020年度“浙江制造精品”名单",
                    ("序号", "产品名称", "企业名称", "所属地区"),
                    [
                        (1, "高精度数控滚齿机", "台州中河精机有限公司", "台州市"),
                        (2, "澜汐智慧港口集装箱调度软件V3.0", US, "宁波市"),
                        (3, "低温等离子体废气净化设备", "绍兴清越环保股份有限公司", "绍兴市"),
                    ],
                    "zj_premium_product",
                ),
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信企业〔2019〕208号",
                    "浙江省经济和信息化厅关于公布2019年度浙江省“专精特新”中小企业名单的通知",
                    "各市经信局",
                    ("现将2019年度浙江省“专精特新”中小企业名单予以公布，有效期三年。",),
                    "2019年12月5日",
                    "2019年度浙江省“专精特新”中小企业名单（宁波市）",
                    ("序号", "企业名称", "县（市、区）"),
                    [
                        (1, "宁波弘远轴承有限公司", "慈溪市"),
                        (2, SISTER, "鄞州区"),
                        (3, "宁波日升模塑股份有限公司", "余姚市"),
                    ],
                    None,
                ),
                s.hitech(US, "GR202033100415", "2020-12-01"),
            ),
        ),
        Pile(
            "2-1 发明专利证书扫描件(1).pdf", tuple(_certificate(p, n) for n, p in enumerate(PATENTS)), "good"
        ),
        Pile(
            "2-2 发明专利证书扫描件(2).pdf",
            (
                _certificate(SISTERS, 5),
                _certificate(BOUGHT, 6),
                s.patent_transfer(BOUGHT[0], BOUGHT[2], SELLER, US, "2021-03-19"),
                _certificate(LAPSED, 7),
                s.acceptance(APPLIED[0], APPLIED[1], US, APPLIED[2]),
            ),
            "good",
        ),
        Pile("2-3 软著.pdf", tuple(_program(p) for p in PROGRAMS)),
        Pile(
            "2-4标准.pdf",
            (
                s.standard(
                    "GB/T 39421—2020",
                    "港口集装箱作业系统数据接口",
                    DRAFTERS,
                    "国家市场监督管理总局　国家标准化管理委员会",
                    "2020-11-19",
                    "国家",
                ),
                s.standard(
                    "T/ZSIA 0021—2021",
                    "港口物流软件质量评价规范",
                    GROUP_DRAFTERS,
                    "浙江省软件行业协会",
                    "2021-07-01",
                    "团体",
                ),
            ),
            "good",
        ),
        Pile(
            "2-5 科技进步奖.jpg",
            (
                s.award(
                    "浙江省科学技术奖",
                    2020,
                    "港口集装箱智能理货关键技术及应用",
                    "三等奖",
                    f"宁波舟山港股份有限公司;{US};上海海事大学",
                    "浙江省人民政府",
                    "2020-J-3-077-D02",
                    "2021年5月",
                ),
            ),
            "good",
        ),
        Pile(
            "2-6 首版次.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信软件〔2021〕155号",
                    "浙江省经济和信息化厅关于公布2021年度浙江省首版次软件产品应用推广指导目录的通知",
                    "各市经信局",
                    ("现将2021年度浙江省首版次软件产品名单予以公布。",),
                    "2021年10月27日",
                    "2021年度浙江省首版次软件产品名单",
                    ("序号", "软件产品名称", "申报企业", "级别"),
                    [
                        (7, "织机远程运维软件V2.0", "绍兴恒织科技有限公司", "省内首版次"),
                        (8, "澜汐危险品申报管理系统V2.1", US, "省内首版次"),
                    ],
                    "first_set_notice",
                ),
            ),
        ),
        Pile(
            "3-1 上云标杆.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信云计算〔2020〕91号",
                    "关于公布2020年浙江省上云标杆企业名单的通知",
                    "各市、县（市、区）经信局",
                    (
                        "根据《浙江省深化推进“企业上云”三年行动计划》，现将2020年浙江省上云标杆企业名单予以公布。",
                    ),
                    "2020年8月31日",
                    "2020年浙江省上云标杆企业名单",
                    ("序号", "地区", "企业名称"),
                    [
                        (1, "杭州", "杭州远帆网络有限公司"),
                        (2, "宁波", "宁波澜夕软件有限公司"),
                        (3, "宁波", US),
                    ],
                    "cloud_honour_notice",
                ),
            ),
        ),
        Pile(
            "3-2 大数据.pdf",
            (
                s.publicity(
                    "浙江省经济和信息化厅",
                    "关于2021年浙江省大数据应用示范企业拟认定名单的公示",
                    (
                        "经企业申报、各地推荐、专家评审，拟认定下列企业为浙江省大数据应用示范企业，现予公示，公示期5个工作日。",
                    ),
                    "2022-01-14",
                    ("序号", "企业名称", "地区"),
                    [(1, "浙江明湖数据股份有限公司", "湖州"), (2, US, "宁波")],
                ),
            ),
        ),
        Pile(
            "3-3 ISO27001.pdf",
            (
                s.certification(
                    "信息安全管理体系认证证书",
                    US,
                    "016ZB18I20133R0M",
                    (
                        "建立的信息安全管理体系符合标准：GB/T 22080-2016/ISO/IEC 27001:2013",
                        "认证范围：与港口物流应用软件开发及运维相关的信息安全管理活动",
                    ),
                    "2018-11-23",
                    "2021-11-22",
                    "北京新世纪检验认证股份有限公司",
                ),
            ),
            "good",
        ),
        Pile(
            "3-4 等保备案证明.jpg",
            (
                s.security_filing(
                    US, "33021213044-21002", "澜汐港口云平台", "二", "2021-05-10", "宁波市公安局"
                ),
            ),
            "good",
        ),
        Workbook(
            "1-6 员工花名册.xlsx",
            (
                ("序号", "姓名", "部门", "学历", "职称", "是否研发人员"),
                *(
                    (
                        n,
                        f"员工{n}",
                        "研发中心" if n <= 112 else "综合部",
                        "本科" if n % 3 else "大专",
                        "",
                        "是" if n <= 112 else "否",
                    )
                    for n in range(1, 269)
                ),
            ),
            "staff_roster",
        ),
        Letter(
            "3-5 关于数据中台建设情况的说明.docx",
            (
                "关于公司业务中台建设情况的说明",
                f"{US}业务中台于2020年建成，覆盖销售、研发、交付、运维等环节。",
                "特此说明。",
            ),
        ),
    ),
    registries={
        "companies": (
            r.company(CODE, US, OLD, "顾海棠", 3600, ADDRESS, PARENT),
            r.company(
                credit_code("91330212MA2CKR7D2"),
                SISTER,
                "",
                "顾海棠",
                2000,
                "浙江省宁波市鄞州区金源路9号",
                PARENT,
            ),
            r.company(
                credit_code("91330200668470XY1"), PARENT, "", "顾维桢", 20000, "浙江省宁波市江北区人民路132号"
            ),
            r.company(
                credit_code("91330205MA281WQP6"),
                "宁波澜夕软件有限公司",
                "",
                "郑以宁",
                500,
                "浙江省宁波市江北区长阳路35号",
            ),
            r.company(
                credit_code("91330206563899142"), SELLER, "", "吴冠英", 800, "浙江省宁波市北仑区明州路301号"
            ),
        ),
        "patents": (
            *(r.patent(n, p, t, US, f, g) for n, p, t, _, f, g in PATENTS),
            r.patent(BOUGHT[0], BOUGHT[1], BOUGHT[2], US, BOUGHT[4], BOUGHT[5]),
            r.patent(*SISTERS),
            r.patent(
                LAPSED[0], LAPSED[1], LAPSED[2], US, LAPSED[4], LAPSED[5], status="失效", since="2021-04-28"
            ),
            r.patent(
                APPLIED[0], "CN113657701A", APPLIED[1], US, APPLIED[2], "", status="审中", since="2021-11-16"
            ),
        ),
        "software_copyrights": tuple(
            r.software(
                n,
                software_certificate(n),
                name.rsplit("V", 1)[0],
                "V" + name.rsplit("V", 1)[1],
                owner,
                made,
                day,
            )
            for n, name, _, made, day, owner in PROGRAMS
        ),
        "standards": (
            r.standard("GB/T 39421—2020", "港口集装箱作业系统数据接口", "国家", DRAFTERS, "2020-11-19"),
            r.standard("T/ZSIA 0021—2021", "港口物流软件质量评价规范", "团体", GROUP_DRAFTERS, "2021-07-01"),
        ),
        "awards": (
            r.award(
                "浙江省科学技术进步奖",
                "省级",
                "三等奖",
                2020,
                "港口集装箱智能理货关键技术及应用",
                f"宁波舟山港股份有限公司;{US};上海海事大学",
                "2020-J-3-077",
            ),
        ),
        "first_sets": (
            r.first_set("澜汐危险品申报管理系统V2.1", US, "省内", 2021, "浙经信软件〔2021〕155号"),
        ),
        "honors": (
            r.honour(
                "浙江制造精品",
                "省级",
                2020,
                US,
                "澜汐智慧港口集装箱调度软件V3.0",
                number="浙经信技术〔2020〕146号",
            ),
            r.honour("浙江省专精特新中小企业", "省级", 2019, SISTER, number="浙经信企业〔2019〕208号"),
            r.honour("高新技术企业", "国家级", 2020, US, issuer="浙江省科学技术厅"),
            r.honour("浙江省上云标杆企业", "省级", 2020, US, number="浙经信云计算〔2020〕91号"),
            r.honour(
                "浙江省上云标杆企业", "省级", 2020, "宁波澜夕软件有限公司", number="浙经信云计算〔2020〕91号"
            ),
            r.honour("浙江省大数据应用示范企业", "省级", 2020, "浙江明湖数据股份有限公司"),
        ),
        "credit_ratings": (r.credit(CODE, US, "优秀", 872, "2022-02-21"),),
        "security_filings": (r.filing("33021213044-21002", US, "澜汐港口云平台", 2, "2021-05-10"),),
    },
    verdicts={
        "company_name": yes(),
        "org_code": yes(),
        "legal_representative": yes(),
        "registered_capital": yes(3600),
        "address": yes(),
        "public_credit_grade": yes(),
        "employees_total": yes(),
        "revenue.2019": yes(18426.55),
        "revenue.2020": yes(21308.72),
        "revenue.2021": yes(),
        "revenue_growth.2020": yes(),
        "revenue_growth.2021": yes(),
        "profit_margin.2019": yes(),
        "profit_margin.2020": yes(),
        "profit_margin.2021": no(),
        "rd_expense.2019": yes(),
        "rd_expense.2020": yes(),
        "rd_expense.2021": yes(),
        "rd_ratio.2019": yes(),
        "rd_ratio.2020": yes(),
        "rd_ratio.2021": yes(),
        "brand_honours": items(
            ("浙江制造精品", "yes", 2020), ("专精特新", "no", 2019), ("高新技术企业", "yes", None)
        ),
        "innovation_performance": items(
            ("浙江省科学技术进步奖", "no", 2020), ("澜汐危险品申报管理系统", "yes", 2021)
        ),
        "invention_patents_valid": no(5),
        "software_copyrights": yes(6),
        "standards_led": {"flag": "not_claimed"},
        "leading_talent": {"flag": "not_claimed"},
        "standards_participated": yes(2),
        "cloud_honours": items(("上云标杆", "yes", None), flag="supported"),
        "full_business_digitalisation": items(("大数据应用示范企业", "no", 2021)),
        "security_management": items(("27001", "no", None)),
        "security_technology": items(("澜汐港口云平台", "no", None)),
    },
    traps=(
        "sister company's 专精特新",
        "三等奖 claimed as 二等奖",
        "sister's patent",
        "lapsed patent",
        "acceptance notice as patent",
        "publicised only",
        "ISO 27001 expired",
        "等保 level raised",
        "margin from another numerator",
        "table of contents and promise repeat the claims",
    ),
    honest=(
        "former name",
        "amount in 亿元",
        "full-width digits",
        "capital in capitals",
        "patent bought, with the office's notice",
        "2019 only in the prior-year column",
        "software owned under the former name",
        "near name in the same list",
    ),
    company={"name": US, "uscc": CODE},
)
