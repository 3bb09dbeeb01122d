"""What the software house handed in: one volume, poorly scanned on its side in part, with covers and contents, and a few files beside it."""

from bench.dossiers import offices as o
from bench.dossiers import sheets as s
from bench.dossiers.application import Pile, Workbook
from bench.dossiers.applications.chain_software import facts as f
from bench.dossiers.numbers import software_certificate

US, PARENT, CODE = f.US, f.PARENT, f.CODE
JXT = "浙江省经济和信息化厅"


def _patent(row: tuple[str, str, str, str, str, str], n: int) -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number,
        title,
        owner,
        filed,
        granted,
        publication,
        4290000 + n * 310009,
        "毛以宁;祝欣",
        "浙江省衢州市柯城区",
    )


def _software(row: tuple[str, str, str, str]) -> s.Exhibit:
    number, name, made, day = row
    return s.software(number, software_certificate(number), name, US, made, day)


def _cases() -> tuple[tuple[object, ...], ...]:
    """115 rows, of which 20 were signed in 2018 or by the parent's own works."""
    rows: list[tuple[object, ...]] = []
    years = [2018] * 20 + [2019] * 12 + [2020] * 30 + [2021] * 53
    for n, (year, (_, name)) in enumerate(zip(years, o.anybody(115, "lf"), strict=True), 1):
        rows.append(
            (
                n,
                f"{name[:-4]}{n}化工有限公司",
                "MOM系统实施",
                f"{year}-{1 + n % 12:02}-{1 + n % 28:02}",
                12.5 + n % 30,
            )
        )
    return (("序号", "客户名称", "服务内容", "签订日期", "合同金额（万元）"), *rows)


def _withdrawn() -> s.Exhibit:
    """A query page that says the certificate was withdrawn."""
    rows = [
        ("证书编号", "0422021ITSM0112R0S"),
        ("获证组织名称", US),
        ("认证项目", "信息技术服务管理体系认证"),
        ("认证依据", "ISO/IEC 20000-1:2018"),
        ("证书状态", "撤销"),
        ("状态变更日期", "2022-02-17"),
    ]
    return s.paper(
        None,
        f"<div class='sans'><p class='flat small'>🔒 cx.cnca.cn/CertECloud/result</p><h2>全国认证认可信息公共服务平台</h2>{s.table(rows)}</div>",
    )


PAPERS = (
    Pile(
        "证明材料汇编.pdf",
        (
            s.cover("浙江省数字工厂申报<br>证明材料汇编", (US, "二〇二二年五月")),
            s.contents("证明材料", [("一", "基础能力", 3), ("二", "数字创新", 14), ("三", "数字管理", 26), ("四", "数字生态", 33), ("五", "数字赋能", 38)]),
            s.licence(US, CODE, "有限责任公司（国有控股）", "贰仟万元整", "2019-01-22", f.PERSON, f.ADDRESS, "工业软件开发；工业互联网数据服务；系统集成。", "衢州市市场监督管理局"),
            s.public_credit(US, CODE, "良好", 806, "2022-01-10"),
            s.insurance(US, CODE, "2021年12月", 84, "衢州市社会保险事业管理中心"),
            s.hitech(US, "GR202133007712", "2021-12-16"),
            s.notice(JXT, "浙经信企业〔2021〕236号", "关于公布2021年度浙江省“专精特新”中小企业名单的通知", "各市经信局", ("现将2021年度浙江省“专精特新”中小企业名单予以公布。",), "2021年12月31日", "2021年度浙江省“专精特新”中小企业名单", ("序号", "企业名称", "地区"), [(2011, "衢州三源汇能电子有限公司", "衢州"), (2012, US, "衢州")], "official_notice"),
            s.cover("二、数字创新"),
            *(_patent(p, n) for n, p in enumerate(f.PATENTS)),
            _patent(f.BOUGHT, 4),
            s.patent_transfer(f.BOUGHT[0], f.BOUGHT[2], PARENT, US, "2021-05-14"),
            s.acceptance(f.APPLIED[0], f.APPLIED[1], US, f.APPLIED[2]),
            o.two_up(_software(f.PROGRAMS[0]), _software(f.PROGRAMS[1])),
            o.two_up(_software(f.PROGRAMS[2]), _software(f.PROGRAMS[3])),
            _software(f.PROGRAMS[4]),
            o.software_change(f.PROGRAMS[0][0], f.PROGRAMS[0][1], "衢州链氟数字科技有限责任公司", US, "2021-01-08"),
            s.standard(*f.LED[:3], "中国石油和化学工业联合会", f.LED[3], "团体"),
            s.standard(*f.TOOK_PART[:3], "国家市场监督管理总局　国家标准化管理委员会", f.TOOK_PART[3], "国家"),
            s.paper(
                None,
                f"<h2>国家标准计划项目汇总表</h2>{s.table([('20214389-T-606', '氟化工园区碳排放核算技术规范', '推荐性国家标准', '制定', f'中国氟硅有机材料工业协会、{US}', '24个月')], ('计划编号', '项目名称', '标准性质', '制修订', '主要起草单位', '周期'))}",
            ),
        ),
        "good",
    ),
    Pile("审计报告三年.pdf", tuple(s.audit(US, y, a, b, firm="衢州永泰会计师事务所有限责任公司", number="衢永泰审字（{}）第031号") for y, a, b in ((2019, f.Y19, {}), (2020, f.Y20, f.Y19), (2021, f.Y21, f.Y20))), "good"),
    Pile(
        "技术可控/氟链MOM适配证书.jpg",
        (s.paper("xinchuang_entry", f"<div class='wide center sans'><h1>产品兼容性认证证书</h1><p class='flat big'>{US}<br>氟链MOM软件V2.0</p><p class='flat'>与</p><p class='flat big'>麒麟软件有限公司<br>银河麒麟高级服务器操作系统 V10</p><p class='flat'>经双方共同测试，兼容性良好，特此认证。</p><p class='flat'>证书编号：KY-2021-30871　　测试日期：2021年7月20日</p></div>{s.seal('麒麟软件有限公司', '', 95)}"),),
        "good",
    ),
    Pile("技术可控/鉴定.pdf", (o.appraisal("中国石油和化学工业联合会", "中石化联鉴字〔2021〕第118号", "氟化工全流程先进控制技术", f"{US}、浙江大学", "总体技术达到国际先进水平", "2021-10-22"),), "good"),
    Pile(
        "创新绩效.pdf",
        (
            s.notice(JXT, "浙经信软件〔2020〕181号", "关于公布2020年度浙江省首版次软件产品应用推广指导目录的通知", "各市经信局", ("现将2020年度浙江省首版次软件产品应用推广指导目录予以公布。",), "2020年12月18日", "2020年度浙江省首版次软件产品应用推广指导目录", ("序号", "软件名称", "研制单位"), [(33, "氟链APC先进控制软件V1.0", US), (34, "设备预测性维护软件V1.0", "杭州哲达科技股份有限公司")], "first_set_notice"),
            s.publicity(JXT, "关于2021年度浙江省首版次软件产品拟入选名单的公示", ("现将2021年度浙江省首版次软件产品拟入选名单予以公示，公示期7天。",), "2021年12月20日", ("序号", "软件名称", "研制单位"), [(40, "氟链园区碳管理平台V1.0", US), (41, "协同设计软件V2.0", "杭州新迪数字工程系统有限公司")]),
            o.project("浙江省重点研发计划", "2020C01071", "氟化工智能工厂关键技术研究", "浙江大学", f"{US}、{PARENT}", "2020年1月至2022年12月", "浙江省科学技术厅", "2020年4月"),
            s.award("浙江省科学技术进步奖", 2020, "含氟聚合物智能制造关键技术及应用", "二等奖", f"{PARENT};浙江大学", "浙江省人民政府", "2020-J-2-064-D01", "2021年6月"),
        ),
        "poor",
    ),
    Pile(
        "数字管理.pdf",
        (
            s.notice(JXT, "浙经信云计算〔2020〕119号", "关于公布2020年浙江省行业云应用示范平台名单的通知", "各市经信局", ("现将2020年浙江省行业云应用示范平台名单予以公布。",), "2020年11月2日", "2020年浙江省行业云应用示范平台名单", ("序号", "平台名称", "建设单位"), [(6, "氟硅化工行业云平台", f.NEAR), (7, "童装产业云平台", "湖州米果数字科技有限公司")], "cloud_honour_notice"),
            o.browser(
                "www.miit.gov.cn/zwgk/zcwj/wjfb/tz/art/2021/art_55c0.html", "工业和信息化部", "工业和信息化部办公厅关于公布2021年大数据产业发展试点示范项目名单的通知", "2021-09-18",
                "<p>工信厅信发函〔2021〕232号</p><p>现将2021年大数据产业发展试点示范项目名单予以公布。</p>" + s.table([(88, "基于大数据的轴承寿命预测项目", "浙江天马轴承集团有限公司"), (89, "氟化工生产大数据智能优化项目", US)], ("序号", "项目名称", "申报单位")), "bigdata_honour_notice",
            ),
            o.english(f"Quzhou Lianfu Digital Technology Co., Ltd.<br>{US}", "ISO/IEC 27001:2013", "Development and operation of industrial software for the chemical industry", "ECA-27001-21904", "18 Nov 2020", "17 Nov 2023"),
            s.certification("信息技术服务管理体系认证证书", US, "0422021ITSM0112R0S", ("ISO/IEC 20000-1:2018", "认证范围：工业软件运维服务"), "2021-02-10", "2024-02-09", "北京赛西认证有限责任公司"),
            _withdrawn(),
            s.paper("mgmt_system_certificate", f"<div class='frame center sans'><p class='flat' style='font-size:28px'>CMMI</p><p class='flat big'>This certificate recognizes that<br><b>Quzhou Lianfu Digital Technology Co., Ltd.</b><br>{US}</p><p class='flat'>achieved</p><p class='flat' style='font-size:32px'>CMMI-DEV V2.0 Maturity Level 3</p><p class='flat'>Appraised 12 August 2021, valid until 12 August 2024　Appraisal ID 55920</p></div>"),
            s.security_filing(US, "33080013011-21001", "氟链工业互联网平台", "三", "2021-04-27", "衢州市公安局"),
        ),
        "good",
        90,
    ),
    Pile(
        "数字生态.pdf",
        (
            o.long_notice(JXT, "浙经信软件〔2020〕182号", "关于公布2020年浙江省省级工业互联网平台认定名单的通知", "2020年12月22日", "2020年浙江省省级工业互联网平台名单", ("序号", "平台名称", "认定单位"), [(n, f"{name[2:4]}工业互联网平台", name) for n, (_, name) in enumerate(o.anybody(45, "lfp"), 1)] + [(46, "氟链工业互联网平台", US)], "platform_recognition"),
            o.statistics("氟链工业互联网平台运营数据", US, [("注册开发者", "1,126", "名"), ("其中：活跃开发者", 203, "名"), ("集成组件、APP及解决方案", 156, "个")], "2022年4月30日"),
            s.notice(JXT, "浙经信产链〔2021〕88号", "关于公布2021年浙江省产业链上下游企业共同体名单的通知", "各市经信局", ("现将2021年浙江省产业链上下游企业共同体名单予以公布。",), "2021年9月8日", "2021年浙江省产业链上下游企业共同体名单", ("序号", "共同体名称", "牵头企业", "成员单位"), [(40, "浙江省氟硅新材料产业链上下游企业共同体", PARENT, f"{US}、{f.CUSTOMER}等12家")], "consortium_document"),
            s.paper("open_source_certificate", f"<div class='frame sans center'><p class='flat' style='font-size:28px'>Apache IoTDB</p><p class='flat big'>This letter confirms that Yining Mao of {US} has been elected as a <b>Committer</b> of the Apache IoTDB project.</p><p class='flat'>On behalf of the Apache IoTDB PMC<br>23 September 2021</p></div>"),
        ),
        "good",
    ),
    Workbook("数字赋能/服务案例清单.xlsx", _cases()),
    Pile("数字赋能/社会责任报告.pdf", (o.csr(US, 2020), o.csr(US, 2021))),
    Pile(
        "数字赋能/方案与客户.pdf",
        (
            s.notice("工业和信息化部办公厅", "工信厅信发函〔2020〕256号", "关于公布2020年工业互联网APP优秀解决方案名单的通知", "各省、自治区、直辖市工业和信息化主管部门", ("现将2020年工业互联网APP优秀解决方案名单予以公布。",), "2020年12月4日", "2020年工业互联网APP优秀解决方案名单", ("序号", "解决方案名称", "申报单位"), [(70, "氟化工智能工厂解决方案", US), (71, "注塑工艺优化APP", "海天塑机集团有限公司")], "solution_collection_notice"),
            s.notice(JXT, "浙经信智造〔2021〕208号", "关于公布2021年浙江省智能工厂（数字化车间）名单的通知", "各市经信局", ("现将2021年浙江省智能工厂（数字化车间）名单予以公布。",), "2021年12月28日", "2021年浙江省智能工厂（数字化车间）名单", ("序号", "企业名称", "智能工厂名称"), [(201, f.CUSTOMER, "华硅有机硅单体智能工厂"), (202, "浙江永和制冷股份有限公司", "氟制冷剂数字化车间")], "pilot_demo_notice"),
            o.contract("技术开发（委托）合同", "LF-2020-HG-003", f.CUSTOMER, US, ("甲方委托乙方开发并实施有机硅单体智能工厂MOM系统", "合同总额：人民币叁佰贰拾万元整", "本合同自双方盖章之日起生效"), "2020-06-18"),
        ),
        "good",
    ),
)  # fmt: skip
