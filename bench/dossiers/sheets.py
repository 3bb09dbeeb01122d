"""The papers that companies hand in, drawn by hand after what offices, banks and certifiers print; no look at the readers.

Every function gives an `Exhibit`: its type (an id of the evidence types, or None for what proves nothing), its pages as HTML, and what
it states.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from zlib import crc32

from bench.dossiers.numbers import chinese_date

STAR = "M60,36 66,54 85,54 69.5,65 75.5,83 60,72 44.5,83 50.5,65 35,54 54,54Z"
Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Exhibit:
    """One paper of an application."""

    type: str | None
    pages: tuple[str, ...]
    states: dict[str, object] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    """Types of further papers on the same sheet."""


def seal(name: str, line: str = "", bottom: int = 42) -> str:
    """A round red seal whose name runs along its edge."""
    size = min(13.0, 230 / len(name))
    key = f"edge{crc32(repr((name, line, bottom)).encode())}"
    return (
        f'<svg class="seal" style="bottom:{bottom}mm" viewBox="0 0 120 120"><g fill="none" stroke="#d0161b" stroke-width="2.6"><circle cx="60" cy="60" r="56"/>'
        f'<path id="{key}" stroke="none" d="M19,84 A47,47 0 1,1 101,84"/></g><g fill="#d0161b" font-size="{size:.1f}">'
        f'<text text-anchor="middle"><textPath href="#{key}" startOffset="50%" textLength="180">{escape(name)}</textPath></text>'
        f'<path d="{STAR}"/><text x="60" y="101" text-anchor="middle" font-size="9">{escape(line)}</text></g></svg>'
    )


def _cell(value: object) -> str:
    return (
        f'<td class="n">{value}</td>' if re.fullmatch(r"-?[\d,]+\.\d\d", str(value)) else f"<td>{value}</td>"
    )


def table(rows: Rows, head: Sequence[str] = (), bare: bool = False) -> str:
    """Rows of cells; numbers to the right."""
    top = "<tr>" + "".join(f"<th>{h}</th>" for h in head) + "</tr>" if head else ""
    return (
        f"<table{' class=bare' if bare else ''}>{top}"
        + "".join(f"<tr>{''.join(map(_cell, r))}</tr>" for r in rows)
        + "</table>"
    )


def cover(title: str, lines: Iterable[str] = ()) -> Exhibit:
    """A cover sheet between the exhibits."""
    return Exhibit(
        None,
        (
            f'<div style="margin-top:75mm"><h1>{title}</h1>'
            + "".join(f'<p class="center big flat">{x}</p>' for x in lines)
            + "</div>",
        ),
    )


def contents(title: str, rows: Rows) -> Exhibit:
    """A table of contents, which proves nothing."""
    return Exhibit(None, (f"<h1>目　录</h1><h3>{title}</h3>" + table(rows, ("序号", "材料名称", "页码")),))


def letter(title: str, paragraphs: Iterable[str], signed: str, day: str) -> Exhibit:
    """A letter by the applicant itself."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return Exhibit(
        None,
        (
            f'<h1>{title}</h1>{body}<p class="right flat" style="margin-top:18mm">{signed}（盖章）</p><p class="right flat">{day}</p>'
            + seal(signed, "", 150),
        ),
    )


def licence(
    name: str,
    code: str,
    kind: str,
    capital: str,
    founded: str,
    person: str,
    address: str,
    scope: str,
    office: str,
) -> Exhibit:
    """营业执照, portrait, with two columns."""
    left = table(
        [("名　　称", name), ("类　　型", kind), ("法定代表人", person), ("经营范围", scope)], bare=True
    )
    right = table(
        [
            ("注册资本", capital),
            ("成立日期", chinese_date(founded)),
            ("营业期限", chinese_date(founded) + "至长期"),
            ("住　　所", address),
        ],
        bare=True,
    )
    page = (
        f'<div class="frame"><p class="flat">统一社会信用代码<br><span class="sans">{code}</span>　（1/1）</p><h1 style="font-size:40px;letter-spacing:16px">营业执照</h1><h3>（副　本）</h3>'
        f'<table class="bare"><tr><td style="width:54%">{left}</td><td>{right}</td></tr></table>'
        f'<p class="right flat" style="margin-top:22mm">登记机关　　　　　　<br>2021 年 11 月 08 日</p></div>{seal(office, "", 60)}<div class="foot">国家企业信用信息公示系统网址：http://www.gsxt.gov.cn　市场主体应当于每年1月1日至6月30日报送公示年度报告</div>'
    )
    return Exhibit("business_licence", (page,), {"holder": name, "uscc": code})


def renaming(old: str, new: str, day: str, office: str) -> Exhibit:
    """变更登记情况."""
    rows = [("名称变更", old, new, day)]
    page = f"<h1>公司变更登记证明</h1><p>经核查，下列企业在我局办理的变更登记情况如下：</p>{table(rows, ('变更事项', '变更前内容', '变更后内容', '核准日期'))}<p style='margin-top:8mm'>特此证明。</p><p class='right flat'>{office}</p>{seal(office, '企业登记专用章', 120)}"
    return Exhibit("name_change_notice", (page,))


def public_credit(name: str, code: str, grade: str, score: int, day: str) -> Exhibit:
    """浙江省企业公共信用评价 as 信用浙江 prints it."""
    rows = [
        ("企业名称", name),
        ("统一社会信用代码", code),
        ("公共信用评价得分", f"{score} 分"),
        ("公共信用评价等级", grade),
        ("评价日期", chinese_date(day)),
    ]
    page = f'<div class="sans"><h2>浙江省企业公共信用信息报告</h2><h3>（信用浙江网 www.zjcredit.gov.cn 查询）</h3>{table(rows)}<p class="small" style="margin-top:5mm">说明：评价结果依据《浙江省五类主体公共信用评价指引（2020版）》由系统自动生成，分优秀、良好、中等、较差、差五个等级。</p></div>{seal("浙江省信用中心", "查询专用章", 130)}'
    return Exhibit("credit_report_public", (page,), {"holder": name, "uscc": code, "grade": grade})


def commercial_credit(name: str, grade: str, agency: str, until: str) -> Exhibit:
    """An agency's AAA, which is no public credit."""
    page = f'<div class="wide center"><h1 class="red">企业信用等级证书</h1><p class="big flat">{name}</p><p class="big flat">经综合评定，信用等级为</p><p class="flat" style="font-size:56px">{grade}</p><p class="flat">证书编号：ZX-CR-2021-33{abs(len(name)) * 317}　有效期至：{chinese_date(until)}</p><p class="flat">{agency}</p></div>{seal(agency, "", 95)}'
    return Exhibit("association_honour", (page,))


def audit(
    name: str,
    year: int,
    this: dict[str, str],
    last: dict[str, str],
    unit: str = "元",
    scope: str = "",
    firm: str = "浙江之江会计师事务所（普通合伙）",
    number: str = "浙之会审〔{}〕第0417号",
) -> Exhibit:
    """Cover, report, income statement; `this` and `last` give 营业收入, 研发费用, 利润总额 as printed."""
    rows: list[tuple[str, str, str]] = []
    for line in (
        "营业收入",
        "减：营业成本",
        "税金及附加",
        "销售费用",
        "管理费用",
        "研发费用",
        "财务费用",
        "营业利润",
        "加：营业外收入",
        "利润总额",
        "减：所得税费用",
        "净利润",
    ):
        shown = {
            "营业收入": "一、营业收入",
            "营业利润": "二、营业利润（亏损以“-”号填列）",
            "利润总额": "三、利润总额（亏损总额以“-”号填列）",
            "净利润": "四、净利润（净亏损以“-”号填列）",
        }.get(line, line)
        rows.append((shown, this.get(line, ""), last.get(line, "")))
    statement = f"{scope}利润表"
    pages = (
        f'<div style="margin-top:50mm" class="center"><h1>{name}</h1><h1>审 计 报 告</h1><p class="flat">{number.format(year + 1)}</p><p class="flat" style="margin-top:90mm">{firm}</p><p class="flat">中国·浙江</p></div>',
        f"<h1>审 计 报 告</h1><p class='right flat'>{number.format(year + 1)}</p><p class='flat'>{name}全体股东：</p><p><b>一、审计意见</b></p><p>我们审计了{name}（以下简称贵公司）财务报表，包括{year}年12月31日的{scope}资产负债表，{year}年度的{scope}利润表、现金流量表、所有者权益变动表，以及财务报表附注。</p><p>我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵公司{year}年12月31日的财务状况以及{year}年度的经营成果和现金流量。</p><p><b>二、形成审计意见的基础</b></p><p>我们按照中国注册会计师审计准则的规定执行了审计工作。我们相信，我们获取的审计证据是充分、适当的，为发表审计意见提供了基础。</p><p class='right flat' style='margin-top:20mm'>{firm}　　中国注册会计师：周　砚<br>中国·杭州　　　中国注册会计师：何一帆<br>{year + 1}年3月18日</p>{seal(firm.split('（')[0], '', 95)}",
        f'<h2>{statement}</h2><p class="center flat">{year} 年度</p><table class="bare"><tr><td>编制单位：{name}</td><td class="right">单位：人民币{unit}</td></tr></table>'
        + table(rows, ("项　　目", "本年金额", "上年金额"))
        + '<p class="flat small" style="margin-top:5mm">法定代表人：　　　　　　主管会计工作负责人：　　　　　　会计机构负责人：</p>',
    )
    return Exhibit("audit_report", pages, {"holder": name, "year": year})


def invention(
    number: str,
    title: str,
    owner: str,
    filed: str,
    granted: str,
    publication: str,
    certificate: int,
    people: str = "沈亦舟;陆鸣",
    address: str = "浙江省",
    kind: str = "发明",
) -> Exhibit:
    """发明专利证书 or 实用新型专利证书 as printed till 2022."""
    body = number.replace(".", "")
    spaced = f"ZL {body[:4]} {body[4]} {body[5:12]}.{body[12]}"
    label = {"发明": "发 明 名 称", "实用新型": "实用新型名称"}[kind]
    years = {"发明": "二十年", "实用新型": "十年"}[kind]
    page = (
        f'<div class="frame"><p class="right flat">证书号第{certificate}号</p><h1 style="margin-top:14mm">{" ".join(kind)} 专 利 证 书</h1><div class="flat" style="line-height:2.3"><p>{label}：{title}</p><p>发 明 人：{people}</p><p>专 利 号：{spaced}</p>'
        f"<p>专利申请日：{chinese_date(filed)}</p><p>专 利 权 人：{owner}</p><p>地　　址：315000 {address}</p><p>授权公告日：{chinese_date(granted)}　　　授权公告号：{publication}</p></div>"
        f"<p style='margin-top:6mm'>国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发{kind}专利证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。专利权期限为{years}，自申请日起算。</p><p>专利证书记载专利权登记时的法律状况。专利权的转移、质押、无效、终止、恢复和专利权人的姓名或名称、国籍、地址变更等事项记载在专利登记簿上。</p>"
        f'<p class="flat" style="margin-top:8mm">局长<br>申长雨</p><p class="right flat">{chinese_date(granted)}</p></div>{seal("中华人民共和国国家知识产权局", "", 48)}<div class="foot">第 1 页（共 2 页）</div>'
    )
    return Exhibit(
        "invention_patent_certificate" if kind == "发明" else "utility_model_certificate",
        (page,),
        {"number": number.replace(".", ""), "title": title, "holder": owner.replace("<br>", ";")},
    )


def gazette(
    number: str, title: str, owner: str, filed: str, granted: str, publication: str, ipc: str = "G06Q 10/08"
) -> Exhibit:
    """The front page of the grant."""
    page = f'<div class="sans small" style="line-height:2"><p class="flat"><b>(19)国家知识产权局</b></p><h2>(12)发明专利</h2><table class="bare"><tr><td>(21)申请号 {number}<br>(22)申请日 {filed.replace("-", ".")}<br>(65)同一申请的已公布的文献号<br>　　申请公布号 {publication[:-1]}A<br>(73)专利权人 {owner}<br>　　地址 315000 浙江省<br>(72)发明人 沈亦舟　陆鸣<br>(74)专利代理机构 杭州求是专利事务所有限公司 33200</td><td>(10)授权公告号 {publication}<br>(45)授权公告日 {granted.replace("-", ".")}<br>(51)Int.Cl.<br>　　{ipc}(2012.01)<br>(56)对比文件<br>　　CN 107688877 A,2018.02.13<br>审查员 白雪</td></tr></table><p class="flat">权利要求书2页　说明书6页　附图3页</p><p class="flat"><b>(54)发明名称</b><br>{title}</p><p class="flat"><b>(57)摘要</b><br>本发明公开了{title}，涉及数据处理技术领域，能够降低人工干预，提高处理效率。</p></div>'
    return Exhibit("patent_gazette_page", (page,))


def acceptance(number: str, title: str, applicant: str, filed: str) -> Exhibit:
    """专利申请受理通知书: an application is no patent."""
    page = f"<p class='flat'>国家知识产权局</p><h1>专利申请受理通知书</h1><p>根据专利法第28条及其实施细则第38条、第39条的规定，申请人提出的专利申请已由国家知识产权局受理。现将确定的申请号、申请日等信息通知如下：</p><div class='flat big'><p>申请号：{number}</p><p>申请日：{chinese_date(filed)}</p><p>申请人：{applicant}</p><p>发明创造名称：{title}</p></div><p>经核实，国家知识产权局确认收到文件如下：发明专利请求书、权利要求书、说明书、说明书附图、说明书摘要。</p>{seal('国家知识产权局', '专利审查业务章', 70)}"
    return Exhibit("patent_notice", (page,))


def patent_transfer(number: str, title: str, before: str, after: str, day: str) -> Exhibit:
    """手续合格通知书 for a change of the owner."""
    page = f"<p class='flat'>国家知识产权局</p><h1>手续合格通知书</h1><div class='flat'><p>申请号或专利号：{number}</p><p>发明创造名称：{title}</p></div><p>上述专利，根据专利权人提出的著录项目变更申报书，经审查，符合专利法及其实施细则和审查指南的规定，准予变更。变更事项如下：</p>{table([('专利权人', before, after)], ('变更项目', '变更前', '变更后'))}<p style='margin-top:5mm'>变更生效日：{chinese_date(day)}</p>{seal('国家知识产权局', '专利审查业务章', 110)}"
    return Exhibit("patent_register_copy", (page,))


def software(
    registration: str, certificate: str, name: str, owner: str, made: str, registered: str, copy: bool = False
) -> Exhibit:
    """计算机软件著作权登记证书."""
    rows = [
        ("软 件 名 称：", name),
        ("著 作 权 人：", owner),
        ("开发完成日期：", chinese_date(made)),
        ("首次发表日期：", "未发表"),
        ("权利取得方式：", "原始取得"),
        ("权 利 范 围：", "全部权利"),
        ("登　记　号：", registration),
    ]
    page = f'<div class="frame"><h2 class="red">中华人民共和国国家版权局</h2><h1>计算机软件著作权登记证书</h1><p class="flat">证书号：　{certificate}{"　　　　<b>副本</b>" if copy else ""}</p><div class="big">{table(rows, bare=True)}</div><p style="margin-top:5mm">根据《计算机软件保护条例》和《计算机软件著作权登记办法》的规定，经中国版权保护中心审核，对以上事项予以登记。</p><p class="right flat" style="margin-top:14mm">{chinese_date(registered)}</p><p class="flat">No. 0{int(registration[-5:]) * 97 % 9999999:07d}</p></div>{seal("中华人民共和国国家版权局", "登记专用章", 50)}'
    return Exhibit("software_copyright_certificate", (page,), {"number": registration, "holder": owner.replace("<br>", ";")})


def works(registration: str, name: str, owner: str, day: str) -> Exhibit:
    """作品登记证书: no software."""
    rows = [
        ("登 记 号：", registration),
        ("作品/制品名称：", name),
        ("作品类别：", "F 美术"),
        ("作　者：", owner),
        ("著作权人：", owner),
        ("创作完成时间：", chinese_date(day)),
        ("登记日期：", chinese_date(day)),
    ]
    page = f'<div class="frame"><h1>作品登记证书</h1><div class="big">{table(rows, bare=True)}</div><p>以上事项，由作者申请，经浙江省版权局审核，根据《作品自愿登记试行办法》规定，予以登记。</p></div>{seal("浙江省版权局", "作品登记专用章", 60)}'
    return Exhibit("works_registration_certificate", (page,))


def standard(
    number: str,
    title: str,
    drafters: Sequence[str],
    issuer: str,
    published: str,
    kind: str,
    people: str = "周砚、沈亦舟、陆鸣、何一帆",
    stage: str = "",
    heading: str = "",
) -> Exhibit:
    """Cover and foreword of a national, an industry or a group's standard."""
    heading = (
        heading
        or {
            "国家": "中华人民共和国国家标准",
            "行业": "中华人民共和国通信行业标准",
            "团体": "团　体　标　准",
        }[kind]
    )
    note = f'<p class="center flat">（{stage}）</p>' if stage else ""
    implemented = f"{int(published[:4]) + 1}-03-01"
    first = f'<div class="sans std"><p class="flat small">ICS 35.240.50<br>CCS L 67</p><h1>{heading}</h1><p class="right flat big">{number}</p><hr><div style="margin-top:38mm"><h1>{title}</h1><p class="center flat">Technical requirements and evaluation methods</p>{note}</div><div style="position:absolute;bottom:30mm;left:25mm;right:25mm"><hr><table class="bare"><tr><td>{"XXXX-XX-XX" if stage else published} 发布</td><td class="right">{"XXXX-XX-XX" if stage else implemented} 实施</td></tr></table><p class="center flat"><b>{issuer}</b>　发布</p></div></div>'
    second = f"<h2>前　　言</h2><p>本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。</p><p>请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。</p><p>本文件由全国信息技术标准化技术委员会（SAC/TC 28）提出并归口。</p><p>本文件起草单位：{'、'.join(drafters)}。</p><p>本文件主要起草人：{people}。</p><div class='foot'>Ⅰ</div>"
    kinds = {"国家": "national_standard", "行业": "industry_standard", "团体": "local_or_group_standard"}
    return Exhibit(
        kinds[kind],
        (first, second),
        {"number": number, "drafters": ";".join(drafters)},
    )


def award(
    name: str, year: int, project: str, grade: str, winners: str, issuer: str, number: str, day: str
) -> Exhibit:
    """浙江省科学技术奖 证书."""
    page = f'<div class="wide"><h1 class="red">{name}证书</h1><p class="big">为表彰在推动科学技术进步、促进经济社会发展中做出突出贡献者，特颁发此证书，以资鼓励。</p><div class="flat big"><p>项目名称：{project}</p><p>奖励等级：{grade}</p><p>奖励年度：{year}</p><p>获 奖 者：{winners}</p><p>证 书 号：{number}</p></div><p class="right flat">{issuer}<br>{day}</p></div>{seal(issuer, "", 100)}'
    return Exhibit("science_award", (page,), {"award": name, "grade": grade, "year": year})


def notice(
    office: str,
    number: str,
    title: str,
    to: str,
    paragraphs: Sequence[str],
    day: str,
    annex: str,
    head: Sequence[str],
    rows: Rows,
    type_: str | None,
    more: Rows = (),
) -> Exhibit:
    """A red-headed notice whose annex is a list; `more` stands on a third page."""
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    pages = [
        f'<h1 class="red" style="font-size:34px">{office}文件</h1><p class="center flat">{number}</p><div class="rule"></div><h2>{title}</h2><p class="flat">{to}：</p>{text}<p style="margin-top:6mm">附件：{annex}</p><p class="right flat" style="margin-top:16mm">{office}　　<br>{day}　　</p>{seal(office, "", 60)}',
        f'<p class="flat">附件</p><h2>{annex}</h2>' + table(rows, head),
    ]
    if more:
        pages.append(table(more, head))
    return Exhibit(type_, tuple(pages))


def publicity(
    office: str, title: str, paragraphs: Sequence[str], day: str, head: Sequence[str], rows: Rows
) -> Exhibit:
    """公示 of a proposed list, printed from a web page."""
    page = (
        f'<div class="sans"><p class="small flat">首页 &gt; 政务公开 &gt; 公示公告</p><h2>{title}</h2><p class="center flat small">发布日期：{day}　信息来源：{office}　浏览次数：1526</p><hr>'
        + "".join(f"<p>{p}</p>" for p in paragraphs)
        + table(rows, head)
        + f'<p class="right flat">{office}<br>{day}</p></div>'
    )
    return Exhibit("publicity_notice", (page,))


def plaque(title: str, lines: Sequence[str], type_: str) -> Exhibit:
    """A photo of a plaque on a wall."""
    return Exhibit(
        type_,
        (
            f'<div style="position:absolute;inset:0;background:#d9d4cb"></div><div style="position:relative" class="plaque"><div style="font-size:40px;letter-spacing:5px;line-height:1.5">{title}</div>'
            + "".join(f'<div style="font-size:20px;margin-top:4mm">{x}</div>' for x in lines)
            + "</div>",
        ),
    )


def hitech(name: str, number: str, day: str) -> Exhibit:
    """高新技术企业证书."""
    page = f'<div class="wide center"><h1 class="red">高新技术企业证书</h1><div class="big flat" style="text-align:left"><p>企业名称：{name}</p><p>证书编号：{number}</p><p>发证时间：{chinese_date(day)}</p><p>有 效 期：三年</p></div><p class="flat">批准机关：浙江省科学技术厅　　浙江省财政厅　　国家税务总局浙江省税务局</p></div>{seal("浙江省高新技术企业认定管理", "", 100)}'
    return Exhibit("hitech_certificate", (page,), {"holder": name, "number": number})


def certification(
    title: str,
    name: str,
    number: str,
    says: Sequence[str],
    first: str,
    until: str,
    body: str,
    type_: str = "mgmt_system_certificate",
) -> Exhibit:
    """A management system's certificate."""
    page = (
        f'<div class="frame center"><h1>{title}</h1><p class="flat">证书编号：{number}</p><p class="flat">兹证明</p><p class="flat big"><b>{name}</b></p>'
        + "".join(f'<p class="flat">{s}</p>' for s in says)
        + f'<p class="flat" style="margin-top:8mm">初次发证日期：{chinese_date(first)}　　有效期至：{chinese_date(until)}</p><p class="flat">本证书信息可在国家认证认可监督管理委员会官方网站（www.cnca.gov.cn）上查询</p><p class="flat" style="margin-top:10mm">{body}</p></div>{seal(body, "认证专用章", 60)}'
    )
    return Exhibit(type_, (page,), {"holder": name.split("<br>")[0]})


def security_filing(name: str, number: str, system: str, level: str, day: str, police: str) -> Exhibit:
    """备案证明."""
    page = f'<div class="wide"><h1>信息系统安全等级保护<br>备案证明</h1><p class="right flat">证书编号：{number}</p><p class="big">依据《信息安全等级保护管理办法》的有关规定，<u>　{name}　</u>单位的第 <u>　{level}　</u> 级 <u>　{system}　</u> 系统予以备案。</p><p class="big">特此证明。</p><p class="right flat" style="margin-top:12mm">发证机关：{police}<br>{chinese_date(day)}</p></div>{seal(police, "网络安全保卫支队", 95)}'
    return Exhibit(
        "mlps_filing", (page,), {"holder": name, "number": number, "level": {"二": 2, "三": 3}[level]}
    )


def insurance(name: str, code: str, month: str, persons: int, office: str) -> Exhibit:
    """单位参保证明."""
    rows = [(k, persons, "正常缴费") for k in ("企业职工基本养老保险", "工伤保险", "失业保险")]
    page = f'<h1>浙江省社会保险参保证明（单位专用）</h1><div class="flat"><p>单位名称：{name}</p><p>统一社会信用代码：{code}</p><p>所属期：{month}</p></div>{table(rows, ("险种", "参保人数", "缴费状态"))}<p style="margin-top:6mm">截至{month}，该单位在我市参加社会保险人数共计 {persons} 人。</p><p class="right flat">{office}</p>{seal(office, "社保证明专用章", 120)}'
    return Exhibit("social_insurance_list", (page,))


def paper(type_: str | None, html: str, **states: object) -> Exhibit:
    """Any other one-page paper."""
    return Exhibit(type_, (html,), dict(states))
