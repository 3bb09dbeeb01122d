"""What the pump works handed in: a folder for each chapter, certificates scanned, long lists printed from the web."""

from bench.dossiers import offices as o
from bench.dossiers import sheets as s
from bench.dossiers.application import Letter, Pile, Workbook
from bench.dossiers.applications.pump_works import facts as f
from bench.dossiers.numbers import software_certificate

US, FORMER, CODE = f.US, f.FORMER, f.CODE
STATE = "国家市场监督管理总局　国家标准化管理委员会"
JXT = "浙江省经济和信息化厅"


def _patent(row: tuple[str, str, str, str, str, str], n: int, kind: str = "发明") -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number,
        title,
        owner,
        filed,
        granted,
        publication,
        3310000 + n * 83007,
        "林仲达;叶青梅;周礼",
        "浙江省台州市温岭市",
        kind,
    )


def _premium() -> s.Exhibit:
    rows = [(n, town, name, "数控设备") for n, (town, name) in enumerate(o.anybody(150, "premium"), 1)]
    rows[133] = (134, "台州", FORMER, "瓯澜牌智能变频恒压供水泵")
    return o.long_notice(
        JXT, "浙经信技术〔2020〕139号", "浙江省经济和信息化厅关于公布2020年度“浙江制造精品”名单的通知", "2020年11月9日",
        "2020年度“浙江制造精品”名单", ("序号", "地区", "企业名称", "产品名称"), rows, "zj_premium_product",
    )  # fmt: skip


def _premium_later() -> s.Exhibit:
    rows = [(n, town, name, "智能设备") for n, (town, name) in enumerate(o.anybody(40, "later"), 1)]
    rows[21] = (22, "台州", US, "瓯澜牌WQ型污水污物潜水电泵")
    rows[22] = (23, "台州", "利欧集团浙江泵业有限公司", "智能井用潜水泵")
    return o.long_notice(
        JXT, "浙经信技术〔2021〕177号", "浙江省经济和信息化厅关于公布2021年度“浙江制造精品”名单的通知", "2021年11月22日",
        "2021年度“浙江制造精品”名单", ("序号", "地区", "企业名称", "产品名称"), rows, "zj_premium_product",
    )  # fmt: skip


def _cloud() -> s.Exhibit:
    rows = [(n, town, name) for n, (town, name) in enumerate(o.anybody(160, "cloud"), 1)]
    rows[149] = (150, "台州", FORMER)
    return o.long_notice(
        JXT, "浙经信云计算〔2020〕118号", "关于公布2020年度浙江省“云上企业”名单的通知", "2020年9月30日",
        "2020年度浙江省“云上企业”名单", ("序号", "地区", "企业名称"), rows, "cloud_honour_notice",
    )  # fmt: skip


def _first(year: int, number: str, product: str, name: str, level: str) -> s.Exhibit:
    rows = [(n, who, "自动化生产线", "省内") for n, (_, who) in enumerate(o.anybody(30, f"first{year}"), 1)]
    rows[17] = (18, name, product, level)
    return o.long_notice(
        JXT, number, f"浙江省经济和信息化厅关于公布{year}年度浙江省首台（套）产品名单的通知", f"{year}年12月30日",
        f"{year}年度浙江省首台（套）产品名单", ("序号", "企业名称", "产品名称", "认定类别"), rows, "first_set_notice",
    )  # fmt: skip


PAPERS: tuple[Pile | Workbook | Letter, ...] = (
    Pile(
        "一、基础能力/1营业执照、更名.pdf",
        (
            s.licence(
                US, CODE, "股份有限公司（非上市、自然人投资或控股）", "壹亿贰仟万元整", "2002-06-18", f.PERSON, f.ADDRESS,
                "泵及真空设备制造；智能控制系统集成；物联网技术服务。", "台州市市场监督管理局",
            ),
            s.renaming(FORMER, US, "2020-11-16", "台州市市场监督管理局"),
        ),
        "good",
    ),
    Pile("一、基础能力/2信用等级.pdf", (o.tax_credit(US, CODE, 2020, "A", "国家税务总局温岭市税务局"),), "good"),
    Pile(
        "一、基础能力/3社保.pdf",
        (
            o.months(
                US, CODE,
                [(f"2021{m:02}", 1229 + m * 2, 1229 + m * 2, 1230 + m * 2, "1,836,402.55", "已到账") for m in range(7, 12)]
                + [("202112", 1251, 1251, 1252, "1,874,911.20", "已到账")],
                "温岭市社会保险事业中心",
            ),
        ),
    ),
    *(
        Pile(f"一、基础能力/4审计报告{year}.pdf", (s.audit(FORMER if year == 2019 else US, year, this, last, firm="台州天正会计师事务所有限公司", number="台天会审[{}]1-206号"),), "good")
        for year, this, last in ((2019, f.Y19, f.Y18), (2020, f.Y20, f.Y19), (2021, f.Y21, f.Y20))
    ),
    Pile(
        "一、基础能力/5亩均.pdf",
        (
            o.mu_list(
                "温岭市深化亩均论英雄改革工作领导小组", "温亩均办〔2022〕3号", "关于公布2021年度规上工业企业亩均效益综合评价结果的通知", "2022年3月25日",
                [(1, "温岭市大元机电有限公司", 61.20, 28.4, 151.3, "A"), (2, US, 118.6, 31.6, 166.9, "A"), (3, "浙江东音科技有限公司", 77.05, 22.9, 130.2, "B")],
            ),
        ),
    ),
    Pile(
        "一、基础能力/6市场占有率.jpg",
        (
            o.share(
                "中国通用机械工业协会泵业分会",
                (f"根据我会2021年度行业统计，{US}生产的“瓯澜”牌智能井用潜水泵2021年国内市场占有率为18.7%，在国内同类产品生产企业中排名第二位。",),
                "2022年2月18日",
            ),
        ),
        "good",
    ),
    Pile("一、基础能力/7浙江制造精品2020.pdf", (_premium(),)),
    Pile("一、基础能力/7浙江制造精品2021.pdf", (_premium_later(),)),
    Pile(
        "一、基础能力/8品字标.jpg",
        (
            s.certification(
                "“品字标浙江制造”认证证书", FORMER, "CZJM2018P1035602R0S",
                ("产品名称：潜水电泵", "认证依据：T/ZZB 0322-2018"), "2018-12-20", "2021-12-19", "浙江制造国际认证联盟", "pinzibiao_certificate",
            ),
        ),
        "poor",
    ),
    Pile(
        "二、数字创新/首台套.pdf",
        (
            _first(2020, "浙经信装备〔2020〕190号", "高速无刷智能永磁潜水泵", US, "省内"),
            _first(2021, "浙经信装备〔2021〕226号", "一体化预制泵站", US, "省内"),
        ),
    ),
    Pile(
        "二、数字创新/省科技进步奖.jpg",
        (
            s.award(
                "浙江省科学技术进步奖", 2019, "高效低振动泵关键技术", "三等奖",
                f"江苏大学流体机械中心;浙江理工大学;新界泵业（浙江）有限公司;{FORMER}", "浙江省人民政府", "2019-J-3-117", "2020年6月",
            ),
        ),
        "good",
    ),
    Pile("二、数字创新/专利证书1-6.pdf", tuple(_patent(p, n) for n, p in enumerate(f.PATENTS[:6])), "good"),
    Pile("二、数字创新/专利证书7-10.pdf", (_patent(f.PATENTS[6], 6), _patent(f.PATENTS[7], 7), _patent(f.SOLD, 8), _patent(f.MODEL, 9, "实用新型")), "good"),
    Pile("二、数字创新/专利公告扉页.pdf", (s.gazette(f.PATENTS[4][0], f.PATENTS[4][2], US, f.PATENTS[4][4], f.PATENTS[4][5], f.PATENTS[4][1], "F04D 15/00"),)),
    Pile("二、数字创新/年费.pdf", (o.receipt([p[0] for p in f.PATENTS[:4]], FORMER),), "poor"),
    Workbook("二、数字创新/专利清单（11件）.xlsx", (("序号", "名称", "专利号", "类型"), *((n, p[2], "ZL" + p[0], "发明") for n, p in enumerate((*f.PATENTS, f.SOLD, f.MODEL), 1)))),
    Pile("二、数字创新/软著.pdf", tuple(s.software(n, software_certificate(n), name, owner, made, day) for n, name, owner, made, day in f.PROGRAMS), "good"),
    Pile(
        "二、数字创新/标准.pdf",
        (
            s.standard(*f.PUMP_STANDARD[:3], "中华人民共和国工业和信息化部", f.PUMP_STANDARD[3], "行业", heading="中华人民共和国机械行业标准"),
            s.standard(*f.POWER_STANDARD[:3], STATE, f.POWER_STANDARD[3], "国家"),
            s.standard(*f.GROUP_STANDARD[:3], "浙江省品牌建设联合会", f.GROUP_STANDARD[3], "团体"),
            s.standard(*f.DRAFT_STANDARD[:3], STATE, f.DRAFT_STANDARD[3], "国家", stage="征求意见稿"),
        ),
    ),
    Pile("三、数字管理/云上企业.pdf", (_cloud(),)),
    Pile(
        "三、数字管理/体系.pdf",
        (
            o.english("Zhejiang Oulan Pump Co., Ltd.<br>浙江瓯澜泵业股份有限公司", "ISO/IEC 27001:2013", "Information security management of design, manufacture and IoT service of pumps", "ECA-27001-20871", "22 March 2021", "21 March 2024"),
            s.certification(
                "两化融合管理体系评定证书", US, "AIITRE-00221IIIMS0104301",
                ("符合标准：GB/T 23001-2017", "评定等级：AA级", "评定内容：与智能水泵远程运维相关的能力建设"), "2021-04-12", "2024-04-11", "北京国信数字化转型技术研究院",
            ),
        ),
        "good",
    ),
    Pile("三、数字管理/等保.pdf", (o.new_filing(US, "33108113042-21001", "瓯澜云泵管理平台", "二", "2021-05-27", "温岭市公安局"),), "good"),
    Pile(
        "四、数字生态/平台.pdf",
        (
            o.long_notice(
                JXT, "浙经信技术〔2019〕165号", "关于公布2019年（第26批）浙江省省级企业技术中心名单的通知", "2019年12月11日",
                "第26批浙江省省级企业技术中心名单", ("序号", "企业技术中心名称", "所在地"),
                [(n, f"{name}企业技术中心", t) for n, (t, name) in enumerate(o.anybody(20, "centre"), 1)] + [(21, f"{FORMER}企业技术中心", "台州")], "platform_recognition",
            ),
            o.long_notice(
                "浙江省科学技术厅", "浙科发高〔2021〕70号", "浙江省科学技术厅关于公布2021年度省级企业研究院名单的通知", "2021年12月24日",
                "2021年度省级企业研究院名单", ("序号", "企业研究院名称", "建设主体", "所在地"),
                [(n, f"浙江省{name[2:4]}企业研究院", name, t) for n, (t, name) in enumerate(o.anybody(28, "inst"), 1)] + [(29, "浙江省瓯澜智能水泵企业研究院", US, "台州")], "platform_recognition",
            ),
        ),
    ),
    Pile(
        "四、数字生态/联合体.pdf",
        (
            s.paper(
                "consortium_document",
                f"<h1>浙江省智能泵阀创新联合体组建协议</h1><p>为协同攻克泵阀智能化共性技术，各方一致同意组建浙江省智能泵阀创新联合体。</p><p>牵头单位：江苏大学流体机械温岭研究院</p><p>成员单位：浙江理工大学、{US}、利欧集团浙江泵业有限公司</p><p>牵头单位负责联合体日常管理，成员单位按分工承担任务。</p><p class='right flat'>2021年6月8日</p>{s.seal(US, '', 120)}",
            ),
        ),
        "good",
    ),
    Pile(
        "五、数字赋能/公示.pdf",
        (
            s.publicity(
                JXT, "关于2021年浙江省智能制造优秀解决方案集拟入选名单的公示", ("经评审，现将拟入选名单予以公示，公示期5个工作日。",), "2021年12月13日",
                ("序号", "解决方案名称", "申报单位"), [(7, "泵站无人值守解决方案", US), (8, "阀门数字孪生解决方案", "温州固达阀门有限公司")],
            ),
        ),
    ),
    Letter("五、数字赋能/服务案例说明.docx", ("服务案例情况说明", f"{US}近三年为全国三百余家水务用户提供泵站物联网服务，运行良好。")),
)  # fmt: skip
