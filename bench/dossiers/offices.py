"""Further papers, as offices, banks, portals and customers print them: web pages, articles, long lists, tax papers, contracts.

Like `sheets`: every function gives an `Exhibit`, drawn with no look at the readers.
"""

from collections.abc import Sequence
from random import Random

from bench.dossiers.numbers import chinese_date
from bench.dossiers.sheets import Exhibit, Rows, seal, table

TOWNS = [
    "杭州",
    "宁波",
    "温州",
    "嘉兴",
    "湖州",
    "绍兴",
    "金华",
    "衢州",
    "舟山",
    "台州",
    "丽水",
    "慈溪",
    "余姚",
    "义乌",
    "诸暨",
    "海宁",
    "桐乡",
    "乐清",
    "瑞安",
    "玉环",
]
WORDS = [
    "恒远",
    "金鼎",
    "华腾",
    "天工",
    "众泰达",
    "新凯",
    "力诺",
    "宏昌",
    "东晟",
    "三叶",
    "佳宇",
    "凯得",
    "中捷",
    "正裕",
    "利欣",
    "百川",
    "同力",
    "永固",
    "海利",
    "双友",
]
TRADES = [
    "机械",
    "电器",
    "科技",
    "汽配",
    "阀门",
    "轴承",
    "化工",
    "药业",
    "纺织",
    "仪表",
    "机电",
    "智能装备",
    "新材料",
    "模具",
    "电子",
]


def anybody(many: int, seed: str) -> list[tuple[str, str]]:
    """Names of companies that nobody here is, each with its town."""
    chance = Random(seed)
    towns = [chance.choice(TOWNS) for _ in range(many)]
    return [(t, f"{t}{chance.choice(WORDS)}{chance.choice(TRADES)}有限公司") for t in towns]


def long_notice(
    office: str,
    number: str,
    title: str,
    day: str,
    annex: str,
    head: Sequence[str],
    rows: Rows,
    type_: str | None,
    says: str = "",
    sheet: int = 24,
    sign: str = "",
) -> Exhibit:
    """A notice whose annex runs over many sheets, the head on the first only."""
    first = (
        f'<h1 class="red" style="font-size:34px">{office}文件</h1><p class="center flat">{number}</p><div class="rule"></div><h2>{title}</h2>'
        f"<p class='flat'>各市、县（市、区）有关单位：</p><p>{says or '经企业申报、地方推荐、专家评审和公示，现将名单予以公布，请认真做好后续工作。'}</p><p style='margin-top:6mm'>附件：{annex}</p>"
        f'<p class="right flat" style="margin-top:16mm">{sign or office}　　<br>{day}　　</p>{seal(sign or office, "", 60)}<div class="foot">— 1 —</div>'
    )
    pages = [first]
    for n, start in enumerate(range(0, len(rows), sheet)):
        top = f'<p class="flat">附件</p><h2>{annex}</h2>' if not n else ""
        pages.append(
            top
            + table(rows[start : start + sheet], head if not n else ())
            + f'<div class="foot">— {n + 2} —</div>'
        )
    return Exhibit(type_, tuple(pages))


def browser(url: str, site: str, title: str, day: str, body: str, type_: str | None) -> Exhibit:
    """A screenshot of an office's web page, with the address line."""
    page = (
        f'<div class="sans"><div style="background:#dfe3e8;padding:2mm 3mm;border-radius:3px"><span class="small">←　→　⟳　</span><span style="background:#fff;padding:1mm 6mm;border-radius:8px;font-size:12px">🔒 {url}</span></div>'
        f'<div style="background:#1d5aa6;color:#fff;padding:4mm 6mm;font-size:24px">{site}</div><p class="small flat">当前位置：首页 &gt; 信息公开 &gt; 通知公告</p><h2>{title}</h2><p class="center flat small">发布时间：{day} 10:21　浏览量：3084　字体：[大 中 小]　打印</p><hr>{body}</div>'
    )
    return Exhibit(type_, (page,))


def article(account: str, title: str, day: str, body: Sequence[str]) -> Exhibit:
    """A WeChat article: news, never a proof by itself."""
    page = (
        f'<div class="sans" style="width:105mm;margin:0 auto;font-size:17px"><p class="small flat" style="color:#666">10:32　　　　　　　　　　　　5G 87%</p><h2 style="text-align:left">{title}</h2><p class="flat small"><span style="color:#576b95">{account}</span>　{day} 18:06</p>'
        + "".join(f"<p class='flat'>{p}</p>" for p in body)
        + '<p class="flat small" style="color:#888">阅读 2317　　分享　收藏　赞 64</p></div>'
    )
    return Exhibit("news_or_screenshot", (page,))


def tax_credit(name: str, code: str, year: int, grade: str, bureau: str) -> Exhibit:
    """纳税信用, which is no public credit."""
    rows = [
        ("纳税人名称", name),
        ("纳税人识别号", code),
        ("评价年度", f"{year}年度"),
        ("纳税信用级别", grade),
    ]
    page = f'<h1>纳税信用评价信息</h1>{table(rows)}<p style="margin-top:6mm">上述信息由税务机关依据《纳税信用管理办法（试行）》评价产生，仅供纳税人自行查询使用。</p><p class="right flat">{bureau}</p>{seal(bureau, "业务专用章", 140)}'
    return Exhibit("association_honour", (page,))


def mu_list(office: str, number: str, title: str, day: str, rows: Rows) -> Exhibit:
    """亩均效益综合评价结果 of a county."""
    return long_notice(
        office,
        number,
        title,
        day,
        "规上工业企业亩均效益综合评价结果",
        (
            "序号",
            "企业名称",
            "用地面积（亩）",
            "亩均税收（万元/亩）",
            "亩均增加值（万元/亩）",
            "综合评价档次",
        ),
        rows,
        "mu_benefit_result",
        "现将规上工业企业“亩均论英雄”综合评价结果予以公布。",
    )


def english(
    name: str, standard: str, scope: str, number: str, issued: str, until: str, sites: Rows = ()
) -> Exhibit:
    """A certifier's certificate in English, its sites on a second sheet."""
    page = (
        f'<div class="frame center sans"><p class="flat" style="font-size:30px;letter-spacing:2px">CERTIFICATE</p><p class="flat">This is to certify that the management system of</p><p class="flat big"><b>{name}</b></p><p class="flat">has been assessed and found to conform with</p><p class="flat big"><b>{standard}</b></p>'
        f'<p class="flat">for the following scope:</p><p class="flat">{scope}</p><p class="flat" style="margin-top:10mm">Certificate No.: {number}<br>Date of issue: {issued}<br>Valid until: {until}</p><p class="flat" style="margin-top:14mm">On behalf of EuroCert Assurance Ltd.<br>M. Hartley, Certification Manager</p><p class="flat small">The validity of this certificate can be checked at www.eurocert-assurance.example</p></div>'
    )
    pages = [page]
    if sites:
        pages.append(
            f'<div class="sans"><p class="flat">Annex to Certificate No.: {number}　证书附件</p><h2>Locations covered / 认证覆盖场所</h2>{table(sites, ("No.", "Name / 名称", "Address / 地址"))}</div>'
        )
    return Exhibit("mgmt_system_certificate", tuple(pages))


def contract(
    title: str,
    number: str,
    party_a: str,
    party_b: str,
    terms: Sequence[str],
    day: str,
    type_: str = "application_contract",
) -> Exhibit:
    """A contract's first and last sheets in one."""
    page = (
        f"<h1>{title}</h1><p class='right flat'>合同编号：{number}</p><div class='flat'><p>甲方：{party_a}</p><p>乙方：{party_b}</p></div><p>甲乙双方经友好协商，依据《中华人民共和国民法典》订立本合同。</p>"
        + "".join(f"<p>{n}、{t}</p>" for n, t in zip("一二三四五六七八", terms, strict=False))
        + f"<table class='bare' style='margin-top:14mm'><tr><td>甲方（盖章）：{party_a}<br>授权代表：<br>日期：{chinese_date(day)}</td><td>乙方（盖章）：{party_b}<br>授权代表：<br>日期：{chinese_date(day)}</td></tr></table>{seal(party_b, '合同专用章', 70)}"
    )
    return Exhibit(type_, (page,))


def register_copy(
    number: str, title: str, owner: str, filed: str, granted: str, status: str, note: str
) -> Exhibit:
    """专利登记簿副本."""
    rows = [
        ("专利号", f"ZL{number}"),
        ("发明名称", title),
        ("申请日", chinese_date(filed)),
        ("授权公告日", chinese_date(granted)),
        ("专利权人", owner),
        ("法律状态", status),
        ("年费缴纳", note),
    ]
    page = f"<h2>国家知识产权局</h2><h1>专利登记簿副本</h1>{table(rows)}<p style='margin-top:6mm'>本副本依据《中华人民共和国专利法实施细则》第八十九条出具，记载事项以出具日登记簿记载为准。</p><p class='right flat'>出具日：2022年3月21日</p>{seal('国家知识产权局', '专利登记簿副本专用章', 110)}"
    return Exhibit("patent_register_copy", (page,))


def receipt(numbers: Sequence[str], payer: str) -> Exhibit:
    """The office's receipt for annual fees: no certificate."""
    rows = [(n, number, "年费", "600.00", payer) for n, number in enumerate(numbers, 1)]
    page = f"<h2>国家知识产权局专利收费收据</h2>{table(rows, ('序号', '申请号', '费用种类', '金额（元）', '缴费人'))}<p>合计（人民币）：{len(rows) * 600}.00 元　开票日期：2022年1月12日</p>{seal('国家知识产权局', '收费专用章', 130)}"
    return Exhibit("patent_register_copy", (page,))


def software_change(registration: str, name: str, before: str, after: str, day: str) -> Exhibit:
    """变更或补充证明."""
    page = f"<h2 class='red'>中国版权保护中心</h2><h1>计算机软件著作权登记事项变更或补充证明</h1><p class='flat'>软著变补字第{registration[6:]}号</p><p>经审核，对登记号为{registration}、软件名称为{name}的软件著作权登记事项作如下变更：</p>{table([('著作权人名称', before, after)], ('变更事项', '变更前', '变更后'))}<p class='right flat'>{chinese_date(day)}</p>{seal('中国版权保护中心', '登记专用章', 130)}"
    return Exhibit("software_copyright_change", (page,))


def share(body: str, says: Sequence[str], day: str) -> Exhibit:
    """An association's or an institute's letter on the market."""
    page = f"<h1>证　　明</h1>{''.join(f'<p>{p}</p>' for p in says)}<p>特此证明。</p><p class='right flat' style='margin-top:20mm'>{body}<br>{day}</p>{seal(body, '', 130)}"
    return Exhibit("market_share_report", (page,))


def project(
    programme: str, number: str, title: str, leads: str, takes_part: str, period: str, office: str, day: str
) -> Exhibit:
    """任务书: cover with its units."""
    rows = [
        ("项目（课题）编号：", number),
        ("项目（课题）名称：", title),
        ("承担单位：", leads),
        ("参与单位：", takes_part),
        ("起止年限：", period),
        ("组织单位：", office),
    ]
    page = f'<p class="right flat">密级：公开</p><h1 style="margin-top:25mm">{programme}</h1><h1>项目任务书</h1><div class="big">{table(rows, bare=True)}</div><p class="center flat" style="margin-top:35mm">{office}<br>{day}</p>{seal(office, "", 35)}'
    return Exhibit("major_project", (page,))


def new_filing(name: str, number: str, system: str, level: str, day: str, police: str) -> Exhibit:
    """网络安全等级保护备案证明, the newer sheet, with labels."""
    rows = [
        ("备案单位", name),
        ("系统名称", system),
        ("安全保护等级", f"第{level}级"),
        ("备案证明编号", number),
        ("发证日期", chinese_date(day)),
    ]
    page = f'<div class="wide"><h1>网络安全等级保护备案证明</h1><p>根据《中华人民共和国网络安全法》《信息安全等级保护管理办法》等规定，经审核，予以备案。</p><div class="big">{table(rows, bare=True)}</div><p class="right flat">{police}</p><p class="center small flat">中华人民共和国公安部监制</p></div>{seal(police, "网络安全保卫支队", 88)}'
    return Exhibit("mlps_filing", (page,), {"holder": name, "number": number})


def statistics(title: str, name: str, rows: Rows, day: str) -> Exhibit:
    """Figures of a platform, by its back office."""
    page = f'<div class="sans"><h2>{title}</h2><p class="flat small">运营单位：{name}　统计时间：{day}</p>{table(rows, ("指标", "数量", "单位"))}</div>{seal(name, "", 120)}'
    return Exhibit("platform_statistics", (page,))


def csr(name: str, year: int) -> Exhibit:
    """A report's cover and its first sheet."""
    return Exhibit(
        "csr_report",
        (
            f'<div style="background:#0f6b4f;color:#fff;position:absolute;inset:0;padding:60mm 25mm"><p class="flat" style="font-size:26px">{name}</p><p class="flat" style="font-size:42px">{year}年度<br>企业社会责任报告</p><p class="flat">Corporate Social Responsibility Report {year}</p></div>',
            f"<h2>关于本报告</h2><p>本报告为{name}发布的年度社会责任报告，报告时间范围为{year}年1月1日至{year}年12月31日。</p><p>本报告参照国家标准《社会责任报告编写指南》（GB/T 36001-2015）编制。</p>",
        ),
    )


def appraisal(body: str, number: str, title: str, owner: str, verdict: str, day: str) -> Exhibit:
    """科技成果鉴定证书."""
    page = f"<p class='right flat'>{number}</p><h1>科学技术成果鉴定证书</h1><div class='flat big'><p>成果名称：{title}</p><p>完成单位：{owner}</p><p>鉴定形式：会议鉴定</p><p>组织鉴定单位：{body}</p><p>鉴定日期：{chinese_date(day)}</p></div><p><b>鉴定意见</b></p><p>鉴定委员会听取了项目组的汇报，审阅了资料，经质询和讨论，一致认为：该成果{verdict}。</p><p class='right flat'>鉴定委员会主任：郑守廉</p>{seal(body, '科技成果鉴定专用章', 60)}"
    return Exhibit("tech_appraisal", (page,))


def months(name: str, code: str, rows: Rows, office: str) -> Exhibit:
    """社保: the numbers insured, month by month."""
    page = f'<div class="sans"><h2>社会保险参保缴费证明（单位）</h2><p class="flat">单位名称：{name}<br>统一社会信用代码：{code}<br>授权码：7d31f0a9c2　打印时间：2022-03-29 09:14</p>{table(rows, ("费款所属期", "养老保险人数", "失业保险人数", "工伤保险人数", "应缴金额（元）", "到账情况"))}<p class="small flat">备注：本证明可登录浙江政务服务网核验。</p></div>{seal(office, "业务专用章", 110)}'
    return Exhibit("social_insurance_list", (page,))


def self_made(title: str, head: Sequence[str], rows: Rows) -> Exhibit:
    """A table that the applicant made itself, which proves nothing."""
    return Exhibit(None, (f"<h2>{title}</h2>" + table(rows, head),))


def two_up(first: Exhibit, second: Exhibit) -> Exhibit:
    """Two papers side by side on one turned sheet."""
    half = '<div style="position:absolute;top:12mm;left:{}mm;width:210mm;height:297mm;transform:scale(.47);transform-origin:0 0;padding:24mm 25mm">{}</div>'
    return Exhibit(
        first.type,
        (half.format(4, first.pages[0]) + half.format(106, second.pages[0]),),
        {},
        (second.type,) if second.type else (),
    )
