"""What the car parts makers handed in: digital prints, web pages, accounts of the group and of the company in one report."""

from bench.dossiers import offices as o
from bench.dossiers import sheets as s
from bench.dossiers.application import Pile, Workbook
from bench.dossiers.applications.car_parts import facts as f
from bench.dossiers.numbers import software_certificate

US, FORMER, CHILD, CODE = f.US, f.FORMER, f.CHILD, f.CODE
JXT, STATE = "浙江省经济和信息化厅", "国家市场监督管理总局　国家标准化管理委员会"


def _patent(row: tuple[str, str, str, str, str, str], n: int) -> s.Exhibit:
    number, publication, title, owner, filed, granted = row
    return s.invention(
        number,
        title,
        owner,
        filed,
        granted,
        publication,
        3044000 + n * 240017,
        "章鸣远;顾长风",
        "浙江省嘉兴市秀洲区",
    )


def _both() -> s.Exhibit:
    """The group's report of 2021: the group's income statement, then the company's own."""
    group = s.audit(
        US,
        2021,
        f.G21,
        f.G20,
        scope="合并",
        firm="天健会计师事务所（特殊普通合伙）",
        number="天健审〔{}〕1109号",
    )
    own = s.audit(US, 2021, f.Y21, f.Y20, scope="母公司")
    said = (
        group.pages[1]
        .replace("合并资产负债表", "合并及母公司资产负债表")
        .replace("合并利润表", "合并及母公司利润表")
    )
    return s.Exhibit(
        "audit_report", (group.pages[0], said, group.pages[2], own.pages[2]), {"holder": US, "year": 2021}
    )


def _listed(
    url: str, site: str, title: str, day: str, head: tuple[str, ...], rows: s.Rows, type_: str
) -> s.Exhibit:
    return o.browser(url, site, title, day, "<p>现将名单予以公布。</p>" + s.table(rows, head), type_)


def _filler(many: int, seed: str, last: str) -> list[tuple[object, ...]]:
    return [(n, town, name, last) for n, (town, name) in enumerate(o.anybody(many, seed), 1)]


def _big_data() -> s.Exhibit:
    rows = _filler(140, "bigdata", "大数据应用")
    rows[131] = (132, "嘉兴", US, "多工厂质量大数据应用")
    return o.long_notice(
        JXT, "浙经信云计算〔2020〕133号", "关于公布浙江省第六批大数据应用示范企业名单的通知", "2020年11月18日", "浙江省第六批大数据应用示范企业名单",
        ("序号", "地区", "企业名称", "应用方向"), rows, "bigdata_honour_notice",
    )  # fmt: skip


PAPERS = (
    Pile(
        "01基本信息.pdf",
        (
            s.contents("嘉兴恒驰数字工厂申报佐证材料", [(1, "营业执照", 2), (2, "更名证明", 3), (3, "公共信用", 4), (4, "社保", 5)]),
            s.licence(US, CODE, "股份有限公司（非上市、自然人投资或控股）", "贰亿壹仟陆佰万元整", "2016-01-19", f.PERSON, f.ADDRESS, "汽车零部件及配件制造；工业互联网数据服务；软件开发。", "嘉兴市市场监督管理局"),
            s.renaming(FORMER, US, "2019-11-28", "嘉兴市市场监督管理局"),
            s.public_credit(CHILD, f.CHILD_CODE, "良好", 822, "2022-03-15"),
            s.insurance(US, CODE, "2021年12月", 1690, "嘉兴市秀洲区社会保险事务中心"),
            s.insurance(CHILD, f.CHILD_CODE, "2021年12月", 744, "嘉兴市南湖区社会保险事务中心"),
        ),
    ),
    Pile("02审计报告2019.pdf", (s.audit(US, 2019, f.Y19, f.Y18, firm="天健会计师事务所（特殊普通合伙）", number="天健审〔{}〕887号"),)),
    Pile("02审计报告2020.pdf", (s.audit(US, 2020, f.Y20, f.Y19, firm="天健会计师事务所（特殊普通合伙）", number="天健审〔{}〕960号"),)),
    Pile("02审计报告2021（合并及母公司）.pdf", (_both(),)),
    Pile(
        "03荣誉截图-小巨人.png",
        (_listed("www.miit.gov.cn/zwgk/zcwj/wjfb/tz/art/2021/art_8a21.html", "工业和信息化部", "工业和信息化部关于第三批专精特新“小巨人”企业名单的公告", "2021-07-19", ("序号", "推荐部门", "企业名称"), [(1201, JXT, "浙江华远汽车科技股份有限公司"), (1202, JXT, US), (1203, JXT, "嘉兴斯达半导体股份有限公司")], "official_notice"),),
    ),
    Pile(
        "03荣誉-单项冠军.pdf",
        (
            o.long_notice(
                "工业和信息化部", "工信部产业函〔2019〕352号", "工业和信息化部 中国工业经济联合会关于印发第四批制造业单项冠军培育企业名单的通知", "2019年11月20日", "第四批制造业单项冠军培育企业名单",
                ("序号", "企业名称", "主营产品"), [(n, name, "精密部件") for n, (_, name) in enumerate(o.anybody(18, "single"), 1)] + [(19, FORMER, "汽车电子驻车制动系统")], "official_notice",
            ),
            o.long_notice(
                JXT, "浙经信技术〔2021〕177号", "关于公布2021年度“浙江制造精品”名单的通知", "2021年11月22日", "2021年度“浙江制造精品”名单", ("序号", "地区", "企业名称", "产品名称"),
                [*_filler(66, "jx", "智能部件"), (67, "嘉兴", US, "恒驰EPB电子驻车制动总成")], "zj_premium_product",
            ),
        ),
    ),
    Pile(
        "04科技奖.pdf",
        (
            s.award("国家科学技术进步奖", 2019, "汽车线控制动关键技术及产业化", "二等奖", f"清华大学;中国第一汽车股份有限公司;吉林大学;浙江亚太机电股份有限公司;芜湖伯特利汽车安全系统股份有限公司;{US}", "中华人民共和国国务院", "2019-J-252-2-04-D06", "2019年12月18日"),
            s.award("浙江省科学技术进步奖", 2020, "多工厂协同制造关键技术", "一等奖", f"浙江大学;{US};浙江万里扬股份有限公司", "浙江省人民政府", "2020-J-1-030-D02", "2021年6月"),
        ),
        "good",
    ),
    Pile(
        "04首台套.pdf",
        (
            o.long_notice(JXT, "浙经信装备〔2021〕226号", "浙江省经济和信息化厅关于公布2021年度浙江省首台（套）产品名单的通知", "2021年12月31日", "2021年度浙江省首台（套）产品名单", ("序号", "地区", "企业名称", "产品名称"), [*_filler(70, "fs21", "加工中心"), (71, "嘉兴", US, "智能压装测试一体化产线")], "first_set_notice", "现将2021年度浙江省省内首台（套）产品名单予以公布。"),
            o.long_notice(JXT, "浙经信装备〔2020〕190号", "浙江省经济和信息化厅关于公布2020年度浙江省首台（套）产品名单的通知", "2020年12月30日", "2020年度浙江省首台（套）产品名单", ("序号", "地区", "企业名称", "产品名称"), [*_filler(30, "fs20", "加工中心"), (31, "嘉兴", CHILD, "铝合金控制臂精密锻造生产线")], "first_set_notice", "现将2020年度浙江省省内首台（套）产品名单予以公布。"),
        ),
    ),
    Pile("05专利（恒驰股份8件+精密2件）.pdf", (*(_patent(p, n) for n, p in enumerate(f.PATENTS)), *(_patent(p, n + 9) for n, p in enumerate(f.OF_CHILD))), "good"),
    Pile(
        "05国外专利.pdf",
        (
            s.paper(
                None,
                "<div class='sans'><p class='flat' style='font-size:26px'>Deutsches Patent- und Markenamt</p><h1>Urkunde</h1><p class='flat big'>über die Erteilung des Patents Nr. 10 2018 114 563 B4</p><p class='flat'>Bezeichnung: Verfahren zur Schätzung der Spannkraft einer elektrischen Parkbremse</p><p class='flat'>Patentinhaber: Jiaxing Hengchi Automotive Components Co., Ltd., Jiaxing, CN</p><p class='flat'>Tag der Anmeldung: 18.06.2018　Veröffentlichungstag: 12.11.2020</p></div>",
            ),
            s.acceptance("202111580332.8", "一种制动系统的故障预测方法", US, "2021-12-22"),
        ),
    ),
    Pile("06软著.pdf", tuple(s.software(n, software_certificate(n), name, owner.replace(";", "<br>"), made, day) for n, name, owner, made, day in f.PROGRAMS)),
    Pile(
        "06标准.pdf",
        (
            s.standard(*f.LED[:3], "中华人民共和国工业和信息化部", f.LED[3], "行业", heading="中华人民共和国汽车行业标准"),
            s.standard(*f.TOOK_PART[:3], STATE, f.TOOK_PART[3], "国家"),
            s.standard(*f.CHILD_DRAFTS[:3], STATE, f.CHILD_DRAFTS[3], "国家"),
        ),
    ),
    Pile(
        "07云与大数据.pdf",
        (
            o.long_notice(JXT, "浙经信云计算〔2019〕122号", "关于公布2019年浙江省上云标杆企业名单的通知", "2019年12月5日", "2019年浙江省上云标杆企业名单", ("序号", "地区", "企业名称", "方向"), [*_filler(52, "bench", "生产管控"), (53, "嘉兴", US, "供应链协同")], "cloud_honour_notice"),
            o.long_notice(JXT, "浙经信云计算〔2018〕96号", "关于公布2018年浙江省行业云应用示范平台名单的通知", "2018年12月10日", "2018年浙江省行业云应用示范平台名单", ("序号", "地区", "企业名称", "平台名称"), [*_filler(9, "plat18", "行业云平台"), (10, "嘉兴", US, "恒驰汽配云")], "cloud_honour_notice"),
            _big_data(),
        ),
    ),
    Pile(
        "07两融试点（网页）.pdf",
        (_listed("www.miit.gov.cn/jgsj/xxjsfzs/wjfb/art/2021/art_91ff.html", "工业和信息化部", "关于公布2021年制造业与互联网融合发展试点示范项目名单的通知", "2021-12-24", ("序号", "项目名称", "申报单位", "推荐单位"), [(61, "多工厂协同制造试点示范", US, JXT), (62, "数字化供应链", "浙江春风动力股份有限公司", JXT)], "pilot_demo_notice"),),
    ),
    Pile(
        "08体系证书.pdf",
        (
            s.certification("信息安全管理体系认证证书<br>Certificate of Information Security Management System", f"{US}<br>Jiaxing Hengchi Automotive Components Co., Ltd.", "016ZB20I30117R1M", ("ISO/IEC 27001:2013", "制动系统产品研发、制造及工业互联网平台服务相关的信息安全管理活动"), "2020-07-01", "2023-06-30", "新世纪检验认证有限责任公司"),
            s.certification("数据管理能力成熟度等级证书", US, "DCMM-2021-III-0044", ("符合GB/T 36073-2018《数据管理能力成熟度评估模型》", "等级：稳健级（三级）"), "2021-09-30", "2024-09-29", "中国电子信息行业联合会"),
            s.paper("mgmt_system_certificate", f"<div class='frame center sans'><p class='flat' style='font-size:28px'>CMMI Institute Partner</p><p class='flat big'>This is to certify that</p><p class='flat big'><b>Jiaxing Hengchi Automotive Components Co., Ltd.</b><br>{US}</p><p class='flat'>has been appraised at</p><p class='flat' style='font-size:34px'>CMMI Development V2.0 Maturity Level 3</p><p class='flat'>Appraisal End Date: 2021-05-28　　Expiration Date: 2024-05-28<br>Appraisal ID: 54471</p></div>"),
            s.certification("质量管理体系认证证书", US, "T178332/0437761", ("IATF 16949:2016", "汽车制动系统的设计和制造"), "2021-02-11", "2024-02-10", "莱茵检测认证服务（中国）有限公司"),
        ),
        "good",
    ),
    Pile(
        "08等保.pdf",
        (
            o.new_filing(US, "33041113009-21001", "恒驰工业互联网平台", "三", "2021-06-03", "嘉兴市公安局"),
            s.security_filing(US, "33041113009-20002", "恒驰ERP系统", "二", "2020-05-20", "嘉兴市公安局秀洲区分局"),
        ),
        "good",
    ),
    Pile(
        "09平台.pdf",
        (
            o.long_notice(JXT, "浙经信软件〔2021〕140号", "关于公布2021年浙江省省级工业互联网平台认定名单的通知", "2021年12月15日", "2021年浙江省省级工业互联网平台名单", ("序号", "地区", "企业名称", "平台名称"), [*_filler(40, "iip", "工业互联网平台"), (41, "嘉兴", US, "恒驰汽车零部件行业工业互联网平台")], "platform_recognition"),
            o.long_notice(JXT, "浙经信服务〔2021〕91号", "关于公布2021年浙江省省级工业设计中心名单的通知", "2021年10月29日", "2021年浙江省省级工业设计中心名单", ("序号", "地区", "企业名称", "中心名称"), [*_filler(20, "idc", "工业设计中心"), (21, "嘉兴", US, "恒驰工业设计中心")], "platform_recognition"),
        ),
    ),
    Pile(
        "09共同体.pdf",
        (
            s.notice(JXT, "浙经信产链〔2021〕88号", "关于公布2021年浙江省产业链上下游企业共同体名单的通知", "各市经信局", ("现将2021年浙江省产业链上下游企业共同体名单予以公布。",), "2021年9月8日", "2021年浙江省产业链上下游企业共同体名单", ("序号", "共同体名称", "牵头企业", "成员单位"), [(24, "浙江省汽车制动产业链上下游企业共同体", US, f"{CHILD}、宁波拓普集团股份有限公司等9家"), (25, "浙江省汽车轻量化产业链上下游企业共同体", "宁波旭升汽车技术股份有限公司", f"{US}等7家")], "consortium_document"),
        ),
    ),
    Pile(
        "09开源.jpg",
        (s.paper("open_source_certificate", f"<div class='wide center'><h1>捐赠人证书</h1><p class='big flat'>兹证明</p><p class='big flat'><b>{US}</b></p><p class='flat big'>为开放原子开源基金会 白银捐赠人</p><p class='flat'>有效期：2021年7月1日至2022年6月30日</p><p class='right flat'>开放原子开源基金会</p></div>{s.seal('开放原子开源基金会', '', 95)}"),),
        "good",
    ),
    Pile(
        "10解决方案.pdf",
        (
            o.long_notice(JXT, "浙经信数经〔2020〕173号", "关于公布2020年浙江省数字经济优秀解决方案集入选名单的通知", "2020年12月21日", "2020年浙江省数字经济优秀解决方案集入选名单", ("序号", "地区", "申报单位", "解决方案名称"), [*_filler(26, "sol", "行业解决方案"), (27, "嘉兴", US, "汽车零部件多工厂协同解决方案")], "solution_collection_notice"),
            o.long_notice("工业和信息化部办公厅", "工信厅信发函〔2021〕300号", "关于公布2021年制造业与互联网融合优秀解决方案集的通知", "2021年12月9日", "2021年制造业与互联网融合优秀解决方案集", ("序号", "地区", "申报单位", "解决方案名称"), [*_filler(14, "nsol", "行业解决方案"), (15, "上海", f.SECOND_CHILD, "制动系统远程运维解决方案")], "solution_collection_notice"),
        ),
    ),
    Workbook("材料清单.xlsx", (("序号", "材料"), (1, "基本信息"), (2, "审计报告"), (3, "荣誉"), (4, "科技奖"))),
)  # fmt: skip
