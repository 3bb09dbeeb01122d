"""What the pharmaceutical works handed in: five thick files, a printed web page, a group's certificate with its sites."""

from bench.dossiers import offices as o
from bench.dossiers import sheets as s
from bench.dossiers.application import Pile
from bench.dossiers.applications.pharma import facts as f
from bench.dossiers.numbers import software_certificate

US, GROUP, CODE = f.US, f.GROUP, f.CODE
JXT, KJT = "浙江省经济和信息化厅", "浙江省科学技术厅"


def _patent(row: tuple[str, str, str, str, str, str], n: int) -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number,
        title,
        owner,
        filed,
        granted,
        publication,
        2510000 + n * 401001,
        "冯以恒;俞伯言",
        "浙江省绍兴市新昌县",
    )


def _talent() -> s.Exhibit:
    rows = [
        (n, f"{name[2:4]}创新团队", name, "企业") for n, (_, name) in enumerate(o.anybody(14, "talent"), 1)
    ]
    rows[8] = (9, "缓控释制剂智能制造创新团队", "浙江工业大学", "高校院所")
    return o.long_notice(
        "中共浙江省委人才工作领导小组办公室", "浙委人办〔2020〕19号", "关于公布2020年浙江省领军型创新创业团队入选名单的通知", "2020年12月2日",
        "2020年浙江省领军型创新创业团队入选名单", ("序号", "团队名称", "依托单位", "类别"), rows, "talent_notice",
    )  # fmt: skip


def _ten_thousand() -> s.Exhibit:
    rows = [
        (n, person, who)
        for n, (person, (_, who)) in enumerate(
            zip(
                ["王启明", "郑一川", "沈钧", "何桂兰", "蒋森", "楼新", "黄以安"],
                o.anybody(7, "wan"),
                strict=True,
            ),
            1,
        )
    ]
    rows[4] = (5, f.ENGINEER, US)
    return o.long_notice(
        "中共浙江省委组织部", "浙组通〔2019〕63号", "关于公布2019年浙江省“万人计划”科技创新领军人才入选名单的通知", "2019年11月5日",
        "2019年浙江省“万人计划”科技创新领军人才入选名单", ("序号", "姓名", "工作单位"), rows, "talent_notice",
    )  # fmt: skip


def _projects() -> s.Exhibit:
    rows = [
        (f"2021C030{n:02}", f"{name[2:4]}关键技术研究及产业化", name)
        for n, (_, name) in enumerate(o.anybody(30, "proj"), 1)
    ]
    rows[11] = ("2021C03012", "大环内酯类原料药连续流合成关键技术", US)
    return o.long_notice(
        KJT, "浙科发规〔2021〕8号", "浙江省科学技术厅关于下达2021年度浙江省重点研发计划项目的通知", "2021年1月29日",
        "2021年度浙江省重点研发计划立项项目清单", ("项目编号", "项目名称", "承担单位"), rows, "major_project",
    )  # fmt: skip


def _workshops() -> s.Exhibit:
    rows = [
        (n, town, name, f"{name[2:4]}数字化车间") for n, (town, name) in enumerate(o.anybody(120, "ws"), 1)
    ]
    rows[96] = (97, "绍兴", US, "越安制剂数字化车间")
    body = (
        "<p>经企业自愿申报、各地推荐、专家评审和公示等程序，现将2021年浙江省智能工厂（数字化车间）认定名单予以公布。</p>"
        + s.table(rows[88:104], ("序号", "地区", "企业名称", "智能工厂（数字化车间）名称"))
    )
    return o.browser(
        "jxt.zj.gov.cn/art/2021/12/28/art_1582899_23478.html",
        JXT,
        "关于公布2021年浙江省智能工厂（数字化车间）名单的通知",
        "2021-12-28",
        body,
        "pilot_demo_notice",
    )


PAPERS = (
    Pile(
        "佐证材料1-基础.pdf",
        (
            s.cover("佐证材料之一", ("基 础 能 力", US)),
            s.licence(US, CODE, "有限责任公司（非自然人投资或控股的法人独资）", "壹亿伍仟捌佰万元整", "1999-04-21", f.PERSON, f.ADDRESS, "药品生产；化学原料药制造；技术服务。", "新昌县市场监督管理局"),
            s.public_credit(US, CODE, "良好", 812, "2022-02-24"),
            s.insurance(US, CODE, "2021年12月", 1042, "新昌县社会保险事业管理中心"),
            s.notice(
                "浙江省人民政府", "浙政发〔2021〕35号", "浙江省人民政府关于公布2021年度浙江省人民政府质量奖获奖名单的通报", "各市、县（市、区）人民政府",
                ("省政府决定，授予以下组织2021年度浙江省人民政府质量奖及提名奖。",), "2021年12月6日", "2021年度浙江省人民政府质量奖获奖名单",
                ("奖项", "获奖组织"), [("浙江省人民政府质量奖", "浙江中控技术股份有限公司"), ("浙江省人民政府质量奖提名奖", US), ("浙江省人民政府质量奖提名奖", "桐昆集团股份有限公司")], "quality_award",
            ),
            s.plaque("浙江出口名牌", ("越安 YUEAN", US, "浙江省商务厅　二〇一九年四月"), "association_honour"),
            o.long_notice(
                "国家知识产权局", "国知发运函字〔2019〕196号", "国家知识产权局关于确定2019年度国家知识产权优势企业的通知", "2019年10月12日", "2019年度国家知识产权优势企业名单",
                ("序号", "企业名称", "省份"), [(n, name, "浙江") for n, (_, name) in enumerate(o.anybody(50, "ip"), 1)] + [(51, US, "浙江"), (52, "安徽合力股份有限公司", "安徽")], "official_notice",
            ),
        ),
        "good",
    ),
    Pile("佐证材料1-审计（越安制药）.pdf", tuple(s.audit(US, y, a, b, firm="浙江新昌信安达联合会计师事务所", number="信会所审字〔{}〕第103号") for y, a, b in ((2019, f.Y19, f.Y18), (2020, f.Y20, f.Y19), (2021, f.Y21, f.Y20))), "good"),
    Pile("佐证材料1-审计（集团）.pdf", (s.audit(GROUP, 2021, f.GROUP21, f.GROUP20, scope="合并", firm="天健会计师事务所（特殊普通合伙）", number="天健审〔{}〕2088号"),)),
    Pile("佐证材料2-人才.pdf", (s.cover("佐证材料之二", ("人才团队",)), _talent(), _ten_thousand()), "good"),
    Pile(
        "佐证材料2-项目与奖励.pdf",
        (
            o.project("“重大新药创制”国家科技重大专项", "2019ZX09301108", "口服缓控释制剂连续制造关键技术研究", "中国药科大学", f"{US}、上海医药工业研究院", "2019年1月至2021年12月", "国家卫生健康委员会", "2019年3月"),
            _projects(),
            s.paper(
                "science_award",
                f"<div class='wide'><h1 class='red'>浙江省技术发明奖证书</h1><p class='big'>为表彰浙江省技术发明奖获得者，特颁发此证书。</p><div class='flat big'><p>项目名称：药物微粒在线监测技术</p><p>奖励等级：二等奖</p><p>获 奖 者：{f.ENGINEER}（第4完成人）</p><p>奖励年度：2020</p><p>证 书 号：2020-F-2-019-R04</p></div><p class='right flat'>浙江省人民政府<br>2021年6月</p></div>{s.seal('浙江省人民政府', '', 100)}",
            ),
            s.publicity(
                KJT, "2021年度浙江省科学技术奖拟奖名单公示", ("根据《浙江省科学技术奖励办法》，现将2021年度浙江省科学技术奖拟奖项目予以公示，自公布之日起10个工作日内受理异议。",), "2022年3月18日",
                ("奖种", "等级", "项目名称", "主要完成单位"), [("科学技术进步奖", "二等奖", "抗感染药物绿色制造及数字化工厂", f"{US}、浙江工业大学")],
            ),
        ),
        "good",
    ),
    Pile("佐证材料2-专利.pdf", (*(_patent(p, n) for n, p in enumerate(f.PATENTS)), _patent(f.OF_GROUP, 5), _patent(f.LAPSED, 6)), "good"),
    Pile(
        "佐证材料2-软著及标准.pdf",
        (
            s.software(f.PROGRAM[0], software_certificate(f.PROGRAM[0]), f.PROGRAM[1], US, f.PROGRAM[2], f.PROGRAM[3]),
            s.works("国作登字-2021-F-00118820", "越安卡通形象“安安”", US, "2021-05-18"),
            s.standard(*f.TOOK_PART[:3], "国家市场监督管理总局　国家标准化管理委员会", f.TOOK_PART[3], "国家"),
        ),
        "good",
    ),
    Pile(
        "佐证材料3-数字管理.pdf",
        (
            o.contract("云服务采购合同", "ALI-2021-33-08812", US, "阿里云计算有限公司", ("乙方向甲方提供公有云服务，包括：云服务器ECS 12台、对象存储OSS 20TB、云数据库RDS（MySQL）4套", "服务期限：2021年1月1日至2023年12月31日", "合同金额：人民币贰拾捌万元整（¥280,000.00），按年支付"), "2020-12-22", "cloud_contract"),
            s.notice(
                "绍兴市经济和信息化局", "绍市经信〔2020〕88号", "关于公布2020年度绍兴市上云标杆企业名单的通知", "各区、县（市）经信局", ("现将2020年度绍兴市上云标杆企业名单予以公布。",), "2020年11月30日",
                "2020年度绍兴市上云标杆企业名单", ("序号", "企业名称", "区县"), [(1, "浙江三花智能控制股份有限公司", "新昌"), (2, US, "新昌")], "cloud_honour_notice",
            ),
            s.notice(
                JXT, "浙经信云计算便函〔2021〕82号", "关于组织申报浙江省第七批大数据应用示范企业的通知", "各市经信局", ("为加快推动大数据与实体经济融合，决定组织开展浙江省第七批大数据应用示范企业申报工作。", "请各市于2021年12月20日前将推荐汇总表报送我厅。"), "2021年11月24日",
                "浙江省第七批大数据应用示范企业推荐汇总表", ("序号", "企业名称", "推荐单位"), [("", "", ""), ("", "", "")], "call_for_application",
            ),
            o.english(
                "Yuean Pharmaceutical Group Co., Ltd.<br>越安医药集团股份有限公司", "ISO/IEC 27001:2013", "Information security management in R&amp;D, production and sales of pharmaceuticals", "ECA-27001-19220", "08 May 2020", "07 May 2023",
                [(1, "越安医药集团股份有限公司", "绍兴市越城区"), (2, US, "绍兴市新昌县七星街道大道东路116号"), (3, "越安大药房连锁有限公司", "绍兴市越城区")],
            ),
            s.security_filing(US, "33062413007-20002", "越安制造执行系统", "二", "2020-10-16", "新昌县公安局"),
        ),
        "good",
    ),
    Pile(
        "佐证材料4-数字生态.pdf",
        (
            o.long_notice(
                "浙江省发展和改革委员会", "浙发改高技〔2020〕398号", "省发展改革委关于公布2020年浙江省工程研究中心名单的通知", "2020年12月8日", "2020年浙江省工程研究中心名单", ("序号", "名称", "承担单位"),
                [(n, f"浙江省{name[2:4]}工程研究中心", name) for n, (_, name) in enumerate(o.anybody(20, "erc"), 1)] + [(21, "浙江省越安药物制剂工程研究中心", US)], "platform_recognition", sign="浙江省发展和改革委员会",
            ),
            o.long_notice(
                "国家发展和改革委员会", "发改高技〔2019〕1973号", "国家发展改革委等关于发布2019年（第26批）新认定及全部国家企业技术中心名单的通知", "2019年12月12日", "第26批新认定国家企业技术中心名单", ("序号", "企业名称", "企业技术中心名称"),
                [(n, name, f"{name}技术中心") for n, (_, name) in enumerate(o.anybody(20, "nec"), 1)] + [(21, GROUP, f"{GROUP}技术中心")], "platform_recognition",
            ),
            s.plaque("浙江省生物医药产业技术联盟", ("理事单位", US, "浙江省科学技术厅　二〇二〇年九月"), "consortium_document"),
        ),
        "good",
    ),
    Pile("佐证材料5-社会责任.pdf", (o.csr(US, 2019), o.csr(US, 2020), o.csr(GROUP, 2021))),
    Pile("佐证材料5-数字化车间网页截图.png", (_workshops(),)),
)  # fmt: skip
