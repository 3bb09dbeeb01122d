"""Hangzhou, machine vision; a .pdf printed by LibreOffice. Papers of the group stand among those of the company."""

from bench.dossiers import records as r
from bench.dossiers import sheets as s
from bench.dossiers.accounts import lines
from bench.dossiers.application import Application, Habits, Letter, Pile, items, no, yes
from bench.dossiers.numbers import credit_code, patent, software_certificate

US, NARROW = "谷川（杭州）视觉技术有限公司", "谷川(杭州)视觉技术有限公司"
GROUP, SISTER = "谷川科技集团股份有限公司", "谷川（湖州）视觉技术有限公司"
CODE = credit_code("91330108MA2GLQ3T8")
ADDRESS = "杭州市滨江区长河街道江陵路2028号星耀城1幢1201室"

GOOD = (
    (
        patent("201711239604"),
        "CN108109137B",
        "一种玻璃盖板边缘崩缺的检测方法",
        NARROW,
        "2017-11-30",
        "2020-09-08",
    ),
    (
        patent("201810564127"),
        "CN108827970B",
        "基于AOI系统的面板缺陷自动判定方法",
        NARROW,
        "2018-06-04",
        "2020-06-12",
    ),
    (patent("201911137258"), "CN110889837B", "一种薄膜瑕疵的在线分类方法", US, "2019-11-19", "2022-02-25"),
    (
        patent("201910431688"),
        "CN110148130B",
        "用于检测零件缺陷的方法和装置",
        NARROW,
        "2019-05-22",
        "2021-05-14",
    ),
    (
        patent("202010307741"),
        "CN111598827B",
        "外观瑕疵检测方法、电子装置及存储介质",
        US,
        "2020-04-17",
        "2021-09-03",
    ),
    (patent("202010894435"), "CN112055155B", "多相机阵列的自动调焦标定方法", US, "2020-08-31", "2021-12-07"),
)
MODEL = (
    patent("202022107733"),
    "CN213274700U",
    "一种用于弧面玻璃检测的光源装置",
    US,
    "2020-09-23",
    "2021-05-25",
)
FORGED = (
    patent("201810776519"),
    "CN109085173B",
    "一种锂电池极片的缺陷检测系统",
    NARROW,
    "2018-07-16",
    "2021-03-09",
)
OWNER_OF_FORGED = "深圳越目智能装备股份有限公司"
CHANGED = "201910431698.4"  # the number of GOOD[3] with a digit changed: its check digit no longer holds
PROGRAMS = (
    ("2019SR0814450", "谷川面板缺陷检测软件V2.0", "2019-05-20", "2019-08-06"),
    ("2020SR0771289", "谷川视觉标定软件V1.0", "2020-04-30", "2020-07-14"),
    ("2021SR0266034", "谷川缺陷样本管理平台V1.0", "2020-12-21", "2021-02-22"),
    ("2021SR1533982", "谷川深度学习训练平台V1.5", "2021-08-12", "2021-10-20"),
)
LED = (NARROW, "中国电子技术标准化研究院", "浙江大学", "京东方科技集团股份有限公司")
TOOK_PART = ("机械工业仪器仪表综合技术经济研究所", "浙江大学", US, "苏州凌云光学有限公司")
WITHOUT = ("浙江省机器人产业发展协会", "杭州海视自动化有限公司", "宁波埃美柯铜阀门有限公司")
Y19, Y20, OWN21 = (
    lines(432101800, 34568100, 51852200),
    lines(518776000, 43577200, 57065400),
    lines(589054400, 53015000, 64796000),
)
GROUP21, GROUP20 = lines(689054400, 61203300, 75796000), lines(561077100, 50102000, 61718500)


def _patent(row: tuple[str, str, str, str, str, str], n: int, kind: str = "发明") -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number,
        title,
        owner,
        filed,
        granted,
        publication,
        4010000 + n * 31013,
        "江澄;白知远;许望舒",
        "浙江省杭州市滨江区",
        kind,
    )


VISION = Application(
    name="vision",
    about=__doc__ or "",
    habits=Habits("杭州", ticked="■", years=("2019年度", "2020年度", "2021年度")),
    form_as="pdf",
    cells={
        "company_name": f"{NARROW}　（盖章）",
        "org_code": f"{CODE}（统一社会信用代码）",
        "company_nature": "合资",
        "address": ADDRESS,
        "public_credit_grade": "优秀",
        "legal_representative": "陈树声",
        "registered_capital": "5,000 万元（实缴5,000万元）",
        "employees_total": "约400",
        "application_contact": "陈予安",
        "phone": "０５７１－８６６６２０１１",
        "email": "cya@guchuan.example",
        "main_business_scope": "机器视觉检测装备及软件的研发、制造、销售（属计算机、通信和其他电子设备制造业）",
        "brand_honours": "第四届中国质量奖提名奖（2021年）、2021年度浙江省人民政府质量奖、2020年“品字标浙江制造”认证",
        "revenue.2019": "43,210.18",
        "revenue.2020": "51,877.60",
        "revenue.2021": "68,905.44",
        "revenue_growth.2019": "-",
        "revenue_growth.2020": "20.06",
        "revenue_growth.2021": "32.82",
        "profit_margin.2019": "12.00",
        "profit_margin.2020": "11.00",
        "profit_margin.2021": "11.00（见审计报告）",
        "rd_expense.2019": "3,456.81",
        "rd_expense.2020": "4,357.72",
        "rd_expense.2021": "5,301.50",
        "rd_ratio.2019": "8.00",
        "rd_ratio.2020": "8.40",
        "rd_ratio.2021": "7.69",
        "leading_talent": "拥有浙江省领军型创新创业团队1个（“高速机器视觉检测团队”，2020年入选）。",
        "innovation_performance": "近三年：①“高速多光谱表面缺陷检测装备”被认定为2020年度国内首台（套）产品；②“面向柔性显示的微米级缺陷在线检测技术”获2019年度浙江省技术发明奖三等奖。",
        "invention_patents_valid": "9",
        "software_copyrights": "5",
        "standards_led": "1",
        "standards_participated": "3",
        "cloud_deployment": "私有云",
        "cloud_honours": "云上企业",
        "full_business_digitalisation": "建立了数据中台；2020年列入浙江省大数据应用示范企业。",
        "security_technology": "“谷川视觉云检测平台”于2021年完成网络安全等级保护第三级备案。",
        "open_platforms": "1.谷川机器视觉省级重点企业研究院（2021年）；2.省级工程研究中心——浙江省表面缺陷检测工程研究中心（2020年认定）。",
    },
    reads={
        "company_name": NARROW,
        "org_code": CODE,
        "registered_capital": 5000,
        "employees_total": 400,
        "revenue.2019": 43210.18,
        "revenue.2021": 68905.44,
        "profit_margin.2021": 11,
        "rd_expense.2020": 4357.72,
        "invention_patents_valid": 9,
        "standards_participated": 3,
        "public_credit_grade": "优秀",
        "legal_representative": "陈树声",
    },
    evidence=(
        Pile("01封面.pdf", (s.cover("证明材料", ("（第一册）", US)),)),
        Pile(
            "02 基础能力/营业执照.jpg",
            (
                s.licence(
                    NARROW,
                    CODE,
                    "有限责任公司(台港澳与境内合资)",
                    "伍仟万元整",
                    "2016-09-12",
                    "陈予安",
                    ADDRESS,
                    "制造、加工：机器视觉检测设备；技术开发、技术服务：计算机软硬件。",
                    "杭州市滨江区市场监督管理局",
                ),
            ),
            "good",
        ),
        Pile(
            "02 基础能力/信用.pdf",
            (
                s.commercial_credit(NARROW, "AAA", "浙江众信企业信用评估有限公司", "2022-12-31"),
                s.public_credit(NARROW, CODE, "良好", 831, "2022-03-03"),
            ),
            "good",
        ),
        Pile(
            "02 基础能力/审计报告2019、2020.pdf",
            (
                s.audit(NARROW, 2019, Y19, lines(398770000, 30012000, 46010000)),
                s.audit(NARROW, 2020, Y20, Y19, unit="元"),
            ),
        ),
        Pile(
            "02 基础能力/审计报告2021（集团合并）.pdf",
            (s.audit(GROUP, 2021, GROUP21, GROUP20, scope="合并"),),
        ),
        Pile("02 基础能力/审计报告2021.pdf", (s.audit(US, 2021, OWN21, Y20),), "good"),
        Pile(
            "02 基础能力/质量奖等.pdf",
            (
                s.paper(
                    "quality_award",
                    f'<div class="wide center"><h1 class="red">第四届中国质量奖提名奖</h1><p class="big flat">{US}</p><p class="big flat">荣获第四届中国质量奖提名奖，特发此证。</p><p class="right flat">国家市场监督管理总局<br>二〇二一年九月</p></div>'
                    + s.seal("国家市场监督管理总局", "", 100),
                ),
                s.notice(
                    "杭州市人民政府",
                    "杭政函〔2021〕98号",
                    "杭州市人民政府关于表彰2021年度杭州市人民政府质量奖获奖组织的通报",
                    "各区、县（市）人民政府，市政府各部门、各直属单位",
                    ("市政府决定对2021年度杭州市人民政府质量奖获奖组织予以表彰。",),
                    "2021年12月20日",
                    "2021年度杭州市人民政府质量奖获奖名单",
                    ("序号", "获奖组织"),
                    [(1, "杭州西奥电梯有限公司"), (2, US)],
                    "quality_award",
                ),
                s.certification(
                    "“品字标浙江制造”认证证书",
                    US,
                    "CZJM2020P1023301R0M",
                    (
                        "产品名称：面板表面缺陷检测设备",
                        "符合标准：T/ZZB 1632—2020 《面板表面缺陷自动光学检测设备》",
                    ),
                    "2020-08-14",
                    "2023-08-13",
                    "方圆标志认证集团浙江有限公司",
                    "pinzibiao_certificate",
                ),
            ),
            "good",
        ),
        Pile(
            "03 数字创新/3-1 领军团队.pdf",
            (
                s.notice(
                    "浙江省科学技术厅",
                    "浙科发外专〔2020〕61号",
                    "关于公布2020年浙江省领军型创新创业团队入选名单的通知",
                    "各市、县（市、区）科技局",
                    ("经省委、省政府同意，现将2020年浙江省领军型创新创业团队入选名单予以公布。",),
                    "2020年12月28日",
                    "2020年浙江省领军型创新创业团队入选名单",
                    ("序号", "团队名称", "团队负责人", "依托单位"),
                    [
                        (1, "先进复合材料团队", "邵临江", "浙江石化研究院有限公司"),
                        (2, "高速机器视觉检测团队", "白知远", US),
                    ],
                    "talent_notice",
                ),
            ),
        ),
        Pile(
            "03 数字创新/3-2 专利证书扫描件.pdf",
            (
                _patent(GOOD[2], 1),
                _patent(GOOD[0], 2),
                _patent(FORGED, 3),
                _patent(MODEL, 4, "实用新型"),
                _patent(GOOD[4], 5),
            ),
            "good",
        ),
        Pile(
            "03 数字创新/3-3 专利证书扫描件（续）.pdf",
            (
                _patent(GOOD[5], 6),
                _patent(
                    (
                        CHANGED,
                        "CN110148131B",
                        "用于检测零件划痕的方法、装置及系统",
                        NARROW,
                        "2019-05-22",
                        "2021-05-18",
                    ),
                    7,
                ),
                _patent(GOOD[1], 8),
                _patent(GOOD[3], 9),
            ),
        ),
        Pile(
            "03 数字创新/3-4 软件著作权.pdf",
            (
                *(
                    s.software(n, software_certificate(n), name, US, made, day)
                    for n, name, made, day in PROGRAMS
                ),
                s.works("国作登字-2020-F-01107742", "谷川视觉标识图案", US, "2020-10-15"),
            ),
            "good",
        ),
        Pile(
            "03 数字创新/3-5 标准.pdf",
            (
                s.standard(
                    "YD/T 3925—2021",
                    "机器视觉云检测服务能力要求",
                    LED,
                    "中华人民共和国工业和信息化部",
                    "2021-08-21",
                    "行业",
                ),
                s.standard(
                    "GB/T 40659—2021",
                    "智能制造 机器视觉在线检测系统 通用要求",
                    TOOK_PART,
                    "国家市场监督管理总局　国家标准化管理委员会",
                    "2021-10-11",
                    "国家",
                ),
                s.standard(
                    "T/ZRIA 004—2020",
                    "工业视觉检测机器人技术条件",
                    WITHOUT,
                    "浙江省机器人产业发展协会",
                    "2020-12-30",
                    "团体",
                    people=f"王砚秋、江澄（{US}）、白知远",
                ),
                s.standard(
                    "GB/T XXXXX—XXXX",
                    "机器视觉 镜头参数测试方法",
                    (US, "中国计量大学"),
                    "国家市场监督管理总局　国家标准化管理委员会",
                    "2022-01-01",
                    "国家",
                    stage="征求意见稿",
                ),
            ),
        ),
        Pile(
            "03 数字创新/3-6 首台套.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信装备〔2020〕188号",
                    "关于公布2020年度浙江省装备制造业重点领域首台（套）产品名单的通知",
                    "各市经信局、财政局",
                    ("经评审、公示，现将2020年度首台（套）产品名单予以公布。",),
                    "2020年12月18日",
                    "2020年度浙江省装备制造业重点领域首台（套）产品名单",
                    ("序号", "产品名称", "研制单位", "类别"),
                    [
                        (3, "全自动贴合设备", "杭州中为光电设备有限公司", "省内首台（套）"),
                        (4, "高速多光谱表面缺陷检测装备", SISTER, "国内首台（套）"),
                    ],
                    "first_set_notice",
                ),
            ),
            "good",
        ),
        Pile(
            "03 数字创新/3-7 技术发明奖.jpg",
            (
                s.award(
                    "浙江省技术发明奖",
                    2019,
                    "面向柔性显示的微米级缺陷在线检测技术",
                    "三等奖",
                    f"{NARROW};浙江大学",
                    "浙江省人民政府",
                    "2019-F-3-011-D01",
                    "2020年7月",
                ),
            ),
            "good",
        ),
        Pile(
            "04/云上企业.pdf",
            (
                s.notice(
                    "杭州市经济和信息化局",
                    "杭经信云〔2021〕17号",
                    "关于公布2021年杭州市制造业“云上企业”名单的通知",
                    "各区、县（市）经信局",
                    ("现将2021年杭州市制造业“云上企业”名单予以公布。",),
                    "2021年9月29日",
                    "2021年杭州市制造业“云上企业”名单",
                    ("序号", "企业名称", "区、县（市）"),
                    [(1, "杭州杭氧膨胀机有限公司", "临安区"), (2, NARROW, "滨江区")],
                    "cloud_honour_notice",
                ),
            ),
        ),
        Pile(
            "04/大数据示范.pdf",
            (
                s.notice(
                    "浙江省经济和信息化厅",
                    "浙经信云计算〔2020〕133号",
                    "关于公布第六批浙江省大数据应用示范企业名单的通知",
                    "各市经信局",
                    ("现将第六批（2020年）浙江省大数据应用示范企业名单予以公布。",),
                    "2020年11月23日",
                    "第六批浙江省大数据应用示范企业名单",
                    ("序号", "地区", "企业名称"),
                    [(1, "杭州", US), (2, "湖州", "浙江明湖数据股份有限公司")],
                    "bigdata_honour_notice",
                ),
            ),
            "good",
        ),
        Pile(
            "04/等保.pdf",
            (
                s.security_filing(
                    NARROW, "33010821109-21003", "谷川视觉云检测平台", "三", "2021-07-02", "杭州市公安局"
                ),
            ),
            "good",
        ),
        Pile(
            "05/研究院.pdf",
            (
                s.notice(
                    "浙江省科学技术厅",
                    "浙科发高〔2021〕55号",
                    "关于公布2021年新认定的省级重点企业研究院名单的通知",
                    "各市、县（市、区）科技局",
                    ("现将2021年新认定的省级重点企业研究院名单予以公布。",),
                    "2021年11月30日",
                    "2021年新认定的省级重点企业研究院名单",
                    ("序号", "研究院名称", "依托企业"),
                    [
                        (11, "浙江省恒岳重型装备重点企业研究院", "浙江恒岳重工有限公司"),
                        (12, "谷川机器视觉省级重点企业研究院", US),
                    ],
                    "platform_recognition",
                ),
                s.notice(
                    "杭州市发展和改革委员会",
                    "杭发改高技〔2020〕211号",
                    "关于公布2020年杭州市工程研究中心名单的通知",
                    "各有关单位",
                    ("现将2020年杭州市工程研究中心名单予以公布。",),
                    "2020年12月7日",
                    "2020年杭州市工程研究中心名单",
                    ("序号", "名称", "依托单位"),
                    [(5, "杭州市表面缺陷检测工程研究中心", US)],
                    "platform_recognition",
                ),
            ),
        ),
        Letter(
            "05/情况说明.docx",
            ("关于企业研究院建设情况的说明", f"{US}现有研究院场地面积1200平方米，专职人员46人。"),
        ),
    ),
    registries={
        "companies": (
            r.company(CODE, US, "", "陈予安", 5000, ADDRESS, GROUP),
            r.company(
                credit_code("91330100712560Q4H"), GROUP, "", "陈树声", 12000, "杭州市西湖区文三路478号"
            ),
            r.company(
                credit_code("91330501MA29K7WX3"), SISTER, "", "何穆", 3000, "湖州市吴兴区区府路1188号", GROUP
            ),
        ),
        "patents": (
            *(r.patent(n, p, t, US, f, g) for n, p, t, _, f, g in GOOD),
            r.patent(*MODEL, kind="实用新型"),
            r.patent(FORGED[0], FORGED[1], FORGED[2], OWNER_OF_FORGED, FORGED[4], FORGED[5]),
        ),
        "software_copyrights": tuple(
            r.software(n, software_certificate(n), name[:-4], name[-4:], US, made, day)
            for n, name, made, day in PROGRAMS
        ),
        "standards": (
            r.standard("YD/T 3925—2021", "机器视觉云检测服务能力要求", "行业", LED, "2021-08-21"),
            r.standard(
                "GB/T 40659—2021", "智能制造 机器视觉在线检测系统 通用要求", "国家", TOOK_PART, "2021-10-11"
            ),
            r.standard("T/ZRIA 004—2020", "工业视觉检测机器人技术条件", "团体", WITHOUT, "2020-12-30"),
        ),
        "awards": (
            r.award(
                "浙江省技术发明奖",
                "省级",
                "三等奖",
                2019,
                "面向柔性显示的微米级缺陷在线检测技术",
                f"{US};浙江大学",
                "2019-F-3-011",
            ),
            r.award("中国质量奖提名奖", "国家级", "提名奖", 2021, "", US),
            r.award("杭州市人民政府质量奖", "市级", "", 2021, "", US),
        ),
        "first_sets": (
            r.first_set("高速多光谱表面缺陷检测装备", SISTER, "国内", 2020, "浙经信装备〔2020〕188号"),
        ),
        "honors": (
            r.honour("中国质量奖提名奖", "国家级", 2021, US, issuer="国家市场监督管理总局"),
            r.honour("杭州市人民政府质量奖", "市级", 2021, US, issuer="杭州市人民政府"),
            r.honour("品字标浙江制造", "省级", 2020, US, issuer="浙江省品牌建设联合会"),
            r.honour(
                "浙江省领军型创新创业团队", "省级", 2020, US, "高速机器视觉检测团队", "浙江省科学技术厅"
            ),
            r.honour("云上企业", "市级", 2021, US, issuer="杭州市经济和信息化局"),
            r.honour("浙江省大数据应用示范企业", "省级", 2020, US, number="浙经信云计算〔2020〕133号"),
            r.honour(
                "省级重点企业研究院", "省级", 2021, US, "谷川机器视觉省级重点企业研究院", "浙江省科学技术厅"
            ),
            r.honour(
                "杭州市工程研究中心",
                "市级",
                2020,
                US,
                "杭州市表面缺陷检测工程研究中心",
                "杭州市发展和改革委员会",
            ),
        ),
        "credit_ratings": (r.credit(CODE, US, "良好", 831, "2022-03-03"),),
        "security_filings": (r.filing("33010821109-21003", US, "谷川视觉云检测平台", 3, "2021-07-02"),),
    },
    verdicts={
        "company_name": yes(),
        "org_code": yes(),
        "legal_representative": no(),
        "registered_capital": yes(5000),
        "address": yes(),
        "public_credit_grade": no(),
        "revenue.2019": yes(43210.18),
        "revenue.2020": yes(51877.6),
        "revenue.2021": no(58905.44),
        "revenue_growth.2020": yes(),
        "revenue_growth.2021": no(),
        "profit_margin.2019": yes(),
        "profit_margin.2020": yes(),
        "profit_margin.2021": yes(),
        "rd_expense.2019": yes(),
        "rd_expense.2020": yes(),
        "rd_expense.2021": yes(5301.5),
        "rd_ratio.2019": yes(),
        "rd_ratio.2020": yes(),
        "rd_ratio.2021": no(),
        "brand_honours": items(
            ("中国质量奖提名奖", "yes", 2021), ("政府质量奖", "no", 2021), ("品字标", "yes", 2020)
        ),
        "leading_talent": items(("领军型创新创业团队", "yes", 2020)),
        "innovation_performance": items(
            ("高速多光谱表面缺陷检测装备", "no", 2020), ("浙江省技术发明奖", "yes", 2019)
        ),
        "invention_patents_valid": no(6),
        "software_copyrights": no(4),
        "standards_led": yes(1),
        "standards_participated": no(1),
        "cloud_honours": items(("云上企业", "no", None), flag="unsupported"),
        "full_business_digitalisation": items(("大数据应用示范企业", "yes", 2020)),
        "security_technology": items(("谷川视觉云检测平台", "yes", None)),
        "open_platforms": items(("重点企业研究院", "yes", None), ("工程研究中心", "no", None)),
    },
    traps=(
        "revenue of the group",
        "legal representative of the group",
        "AAA for public credit",
        "municipal quality award",
        "first set of the sister in Huzhou",
        "another's certificate with our name",
        "changed digit",
        "utility model",
        "works registration",
        "employee is a drafter",
        "draft standard",
        "municipal 云上企业",
        "municipal research centre",
    ),
    honest=(
        "brackets differ",
        "two audit reports of one year, one of the group",
        "margin right although revenue is not",
        "nomination claimed as nomination",
        "profit after a note in brackets",
    ),
    company={"name": US, "uscc": CODE},
)
