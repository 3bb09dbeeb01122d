"""What the appliance makers handed in: scans and photographs under the names that machines gave them, a packed folder, a Word file of pictures."""

from bench.dossiers import offices as o
from bench.dossiers import sheets as s
from bench.dossiers.application import Pile, Workbook
from bench.dossiers.applications.appliances import facts as f
from bench.dossiers.numbers import software_certificate

US, FORMER, CODE = f.US, f.FORMER, f.CODE
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
        3520000 + n * 210101,
        "岑国栋;戚小曼;方一辰",
        "浙江省慈溪市观海卫镇",
    )


def _design() -> s.Exhibit:
    number, publication, title, owner, filed, granted = f.DESIGN
    page = s.invention(number, title, owner, filed, granted, publication, 5980112).pages[0]
    for a, b in (
        ("发 明 专 利 证 书", "外 观 设 计 专 利 证 书"),
        ("发 明 名 称", "外观设计名称"),
        ("发 明 人", "设 计 人"),
        ("颁发发明专利证书", "颁发外观设计专利证书"),
        ("二十年", "十年"),
    ):
        page = page.replace(a, b)
    return s.Exhibit("design_patent_certificate", (page,), {"title": title, "holder": owner})


def _premium(year: int, number: str, row: tuple[str, str]) -> s.Exhibit:
    rows = [(n, town, name, "智能产品") for n, (town, name) in enumerate(o.anybody(60, f"np{year}"), 1)]
    rows[44] = (45, "宁波", *row)
    return o.long_notice(
        JXT, number, f"关于公布{year}年度“浙江制造精品”名单的通知", f"{year}年11月12日", f"{year}年度“浙江制造精品”名单",
        ("序号", "地区", "企业名称", "产品名称"), rows, "zj_premium_product", sheet=20,
    )  # fmt: skip


def _workshops() -> s.Exhibit:
    rows = [(n, town, name, "数字化车间") for n, (town, name) in enumerate(o.anybody(44, "nbws"), 1)]
    rows[12], rows[38] = (
        (13, "宁波", f.CUSTOMER, "电熨斗数字化车间"),
        (39, "宁波", f.OTHER_CUSTOMER, "厨具智能工厂"),
    )
    return o.long_notice(
        JXT, "浙经信智造〔2021〕208号", "关于公布2021年浙江省数字化车间/智能工厂名单的通知", "2021年12月28日", "2021年浙江省数字化车间/智能工厂名单",
        ("序号", "地区", "企业名称", "项目名称"), rows, "pilot_demo_notice",
    )  # fmt: skip


def _cases() -> tuple[tuple[object, ...], ...]:
    names = o.anybody(108, "cases")
    return (
        ("项目编号", "服务单位", "服务内容", "合同签订时间", "金额(元)"),
        *(
            (
                f"NX-{n:03}",
                f"{name[:-4]}{n}厂",
                "产线数字化改造",
                f"20{19 + n % 3}/{1 + n % 12}/{1 + n % 27}",
                30000 + 100 * n,
            )
            for n, (_, name) in enumerate(names, 1)
        ),
    )


PAPERS = (
    Pile(
        "扫描件0001.pdf",
        (
            s.licence(US, CODE, "有限责任公司（自然人投资或控股）", "叁仟万元整", "2011-08-30", f.PERSON, f.ADDRESS, "家用电器制造；软件开发；工业互联网数据服务。", "慈溪市市场监督管理局"),
            s.renaming(FORMER, US, "2020-12-15", "慈溪市市场监督管理局"),
            s.insurance(US, CODE, "2021年12月", 607, "慈溪市社会保险服务中心"),
        ),
        "good",
    ),
    Pile("扫描件0002.pdf", tuple(s.audit(FORMER if y == 2019 else US, y, a, b, firm="慈溪永敬会计师事务所有限公司", number="慈永会审字[{}]第221号") for y, a, b in ((2019, f.Y19, f.Y18), (2020, f.Y20, f.Y19), (2021, f.Y21, f.Y20))), "good"),
    Pile("IMG_3301.jpg", (s.public_credit(US, CODE, "优秀", 863, "2022-04-02"),), "poor"),
    Pile(
        "扫描件0003.pdf",
        (
            o.mu_list(
                "慈溪市亩均论英雄改革工作领导小组办公室", "慈亩均办〔2022〕2号", "关于公布2021年度规上工业企业亩均效益综合评价结果的通知", "2022年3月10日",
                [(1, "宁波公牛电器有限公司", 210.5, 58.1, 302.2, "A"), (2, US, 54.2, 24.7, 120.8, "B"), (3, f.NEAR, 12.0, 42.7, 160.0, "A")],
            ),
        ),
        "good",
    ),
    Pile("微信图片_20220401.jpg", (_patent(f.PATENTS[0], 0),), "good"),
    Pile("微信图片_20220401(1).jpg", (_patent(f.PATENTS[1], 1),), "good"),
    Pile("微信图片_20220401(2).jpg", (_patent(f.PATENTS[0], 0),), "good"),
    Pile("扫描件0012.pdf", (_patent(f.PATENTS[2], 2), _patent(f.PATENTS[3], 3), _patent(f.PATENTS[4], 4), _design(), o.receipt([p[0] for p in f.PATENTS], US)), "good"),
    Pile("软著 - 副本.docx", tuple(s.software(n, software_certificate(n), name, owner, made, day) for n, name, owner, made, day in f.PROGRAMS), "good"),
    Pile("扫描件0013.pdf", (_premium(2019, "浙经信技术〔2019〕155号", (FORMER, "NX-20智能取暖器")), _premium(2020, "浙经信技术〔2020〕139号", ("宁波凯波智能电器有限公司", "NX-P8空气炸锅"))), "good"),
    Pile(
        "IMG_3322.jpg",
        (s.paper("association_honour", f"<div class='wide center'><h1 class='red'>荣誉证书</h1><p class='big flat'>{US}：</p><p class='big'>你单位生产的NX-20智能取暖器被评为2021年度</p><p class='flat' style='font-size:34px'>浙江省优秀工业产品</p><p class='right flat'>浙江省工业经济联合会<br>二〇二一年十二月</p></div>{s.seal('浙江省工业经济联合会', '', 95)}"),),
        "good",
    ),
    Pile(
        "扫描件0014.pdf",
        (
            s.notice(
                "宁波市经济和信息化局", "甬经信装备〔2021〕133号", "关于公布2021年度宁波市首台（套）产品名单的通知", "各区县（市）经信局", ("现将2021年度宁波市首台（套）产品名单予以公布。",), "2021年11月3日",
                "2021年度宁波市首台（套）产品名单", ("序号", "产品名称", "企业名称"), [(11, "NX智能取暖器柔性装配线", US), (12, "五轴加工中心", "宁波海天精工股份有限公司")], "first_set_notice",
            ),
            s.notice(
                JXT, "浙经信软件〔2020〕181号", "关于公布2020年度浙江省首版次软件产品应用推广指导目录的通知", "各市经信局", ("现将2020年度浙江省首版次软件产品应用推广指导目录予以公布。",), "2020年12月18日",
                "2020年度浙江省首版次软件产品应用推广指导目录", ("序号", "软件名称", "研制单位"), [(20, "中控优化控制软件V2.0", "浙江中控技术股份有限公司"), (21, "暖芯家电柔性产线MES软件V1.0", US)], "first_set_notice",
            ),
        ),
        "good",
    ),
    Pile(
        "标准/新建文件夹/标准1.pdf",
        (
            s.standard(*f.HEATER[:3], "国家市场监督管理总局　国家标准化管理委员会", f.HEATER[3], "国家"),
            s.standard(*f.FRYER[:3], "中华人民共和国工业和信息化部", f.FRYER[3], "行业", heading="中华人民共和国轻工行业标准"),
        ),
    ),
    Pile(
        "扫描件0020.pdf",
        (
            s.notice(
                "宁波市经济和信息化局", "甬经信数经〔2021〕77号", "关于公布2021年宁波市制造业“云上企业”培育库名单的通知", "各区县（市）经信局", ("现将2021年宁波市制造业“云上企业”培育库入库企业名单予以公布。",), "2021年9月14日",
                "2021年宁波市制造业“云上企业”培育库名单", ("序号", "企业名称", "区县"), [(30, US, "慈溪"), (31, "宁波德昌电机股份有限公司", "余姚")], "cloud_honour_notice",
            ),
            s.certification("信息安全管理体系认证证书", FORMER, "02219I10087R0S", ("信息安全管理体系符合：ISO/IEC 27001:2013", "认证范围：智能家电云平台的开发与运维"), "2019-04-01", "2022-03-31", "华夏认证中心有限公司"),
        ),
        "good",
    ),
    Pile(
        "IMG_3340.jpg",
        (s.certification("数据管理能力成熟度等级证书", US, "DCMM-2021-II-0311", ("符合GB/T 36073-2018《数据管理能力成熟度评估模型》", "等级：受管理级（二级）"), "2021-12-10", "2024-12-09", "中国电子信息行业联合会"),),
        "poor",
    ),
    Pile("IMG_3341.jpg", (o.new_filing(f.NEAR, "33028218055-21001", "暖芯设备云平台", "二", "2021-08-19", "慈溪市公安局"),), "good"),
    Pile(
        "扫描件0023.pdf",
        (
            o.long_notice(
                "浙江省科学技术厅", "浙科发高〔2020〕55号", "浙江省科学技术厅关于公布2020年度省级企业研究院名单的通知", "2020年12月31日", "2020年度省级企业研究院名单", ("序号", "企业研究院名称", "建设主体"),
                [(n, f"浙江省{name[2:4]}省级企业研究院", name) for n, (_, name) in enumerate(o.anybody(30, "nbinst"), 1)] + [(31, "浙江省暖芯智能家电省级企业研究院", US)], "platform_recognition",
            ),
            o.statistics("暖芯设备云平台运营统计", US, [("集聚开发者", 128, "名"), ("集成应用组件、APP", 126, "个"), ("接入设备", 48210, "台")], "2022年3月31日"),
        ),
        "good",
    ),
    Workbook("案例108.xlsx", _cases()),
    Pile(
        "微信文章.png",
        (o.article("暖芯家电", "喜报！暖芯入选2021年浙江省数字经济优秀解决方案集", "2021年12月30日", (f"近日，{US}“家电行业柔性制造解决方案”成功入选2021年浙江省数字经济优秀解决方案集！", "暖芯将再接再厉，助力行业数字化转型。")),),
    ),
    Pile(
        "扫描件0031.pdf",
        (
            _workshops(),
            o.contract("数字化车间建设合同", "NX-2020-061", f.CUSTOMER, FORMER, ("乙方为甲方建设电熨斗数字化车间，包括MES、设备联网及看板系统", "合同总价：人民币壹佰捌拾陆万元整（¥1,860,000.00）", "交付期限：2021年6月30日前完成验收"), "2020-09-21"),
            o.contract("采购合同", "GL-2021-118", US, f.OTHER_CUSTOMER, ("甲方向乙方采购不锈钢内胆5000只", "合同总价：人民币肆拾万元整"), "2021-04-16"),
        ),
        "good",
    ),
    Pile("扫描件0032.pdf", (s.letter("无重大违法违规承诺书", ("我公司郑重承诺，近三年无重大安全、环保、质量事故。",), US, "2022年4月6日"), s.hitech(f.NEAR, "GR202133100417", "2021-12-10")), "good"),
)  # fmt: skip
