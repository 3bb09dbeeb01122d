"""Platforms and what they show for themselves: figures, components, open source, adapted products.

A directory entry, a test result and a mutual compatibility certificate are three different things:
`class` says which one a paper of 信创 is. Registered developers are no active ones: `devs` is the figure
that the paper gives for developers, `active` whether it calls them active.
"""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.parsing import dated, one_of, text_of, titled, year
from extractors.kinds.fields.phrases import LEAD, ORGANISED, counted, party, words
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.columns import pieces
from extractors.kinds.tables.table import list_rows
from extractors.layout import Script

VOUCHED = (
    rf"(?:兹证明|特此证明|证明|授予|兹授予|感谢|确认)[:,]?(?P<v>(?!兹)[^,。:;“]{{4,40}}?(?:{ORGANISED}))"
)
"""Whom a certificate vouches for."""


def _dated(script: Script) -> Found:
    date = last_date(script, "date")
    return Found((date,) if date is not None else ())


MISSED = 3
"""Serial numbers may skip to the third: a reader misses single figures."""


def _figures(script: Script) -> Found:
    """How long the list is, by its own serial numbers: the figure above it can be compared."""
    serial: list[tuple[int, int]] = []
    for number in range(len(script.rows)):
        first = pieces(script, number)[:1]
        match = (
            re.match(r"\d{1,4}(?![\d,.年%])", script.text[first[0].start : first[0].end]) if first else None
        )
        before = int(script.text[slice(*serial[-1])]) if serial else None
        if match and int(match[0]) in (range(before + 1, before + MISSED + 1) if before is not None else (1, 2)):
            serial.append((first[0].start, first[0].start + match.end()))
    facts: list[Fact | None] = []
    if len(serial) >= 2:
        facts.append(make_fact(script, "listed", counted, [serial[-1]]))
    return Found(tuple(f for f in facts if f is not None))


STATISTICS = Kind(
    type="platform_statistics",
    titles=(
        rf"^{LEAD}(?:平台)(?:运营|运行|使用|统计|应用)(?:数据|情况|统计)?(?:统计)?(?:表|报告|说明|证明|截图|概览|数据)$",
        rf"^{LEAD}(?:开发者|注册用户|用户|组件|(?:工业)?APP|应用|解决方案|微服务|模型)(?:数量)?(?:统计|清单|明细|列表|台账|数据|概览)(?:表|报告|说明)?$",
        rf"^{LEAD}平台[^,。]{{0,10}}(?:测试|检测|测评)报告$",
    ),
    fields=(
        FieldSpec("title", titled, ("平台名称", "被测平台", "系统名称", "样品名称", "产品名称")),
        FieldSpec(
            "holder",
            party,
            (
                "运营单位",
                "建设单位",
                "运营主体",
                "单位名称",
                "企业名称",
                "委托单位",
                "平台运营单位",
                "填报单位",
            ),
            wraps=True,
        ),
        FieldSpec(
            "devs",
            counted,
            (
                "活跃开发者数量",
                "活跃开发者",
                "开发者数量",
                "开发者总数",
                "开发者人数",
                "注册开发者",
                "开发者",
            ),
            flows=(
                r"(?:活跃|注册|入驻)?开发者(?:数量?|总数|人数)?(?:达到?|共|为|已达|累计|超过|:|\(人\)|\(个\))*(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:人|个|名|家)?",
                r"(?P<v>\d[\d,]*)(?:名|个|位)(?:活跃|注册)?开发者",
            ),
        ),
        FieldSpec(
            "apps",
            counted,
            (
                "组件、APP及解决方案数量",
                "工业APP数量",
                "APP数量",
                "应用数量",
                "组件数量",
                "解决方案数量",
                "集成应用数量",
                "组件总数",
                "工业APP总数",
                "应用总数",
                "集成组件、APP、解决方案数量",
            ),
            flows=(
                r"(?:工业APP|APP|组件|应用|解决方案)(?:数量?|总数|合计)?(?:达到?|共|为|已达|累计|超过|:|\(个\))+(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:个|款|套|项)?",
                r"(?P<v>\d[\d,]*)(?:个|款|套)(?:工业)?(?:组件|APP|解决方案)",
            ),
        ),
        FieldSpec("active", one_of("活跃"), flows=(r"(?P<v>活跃)开发者",)),
        FieldSpec(
            "asof",
            dated,
            (
                "统计截止日期",
                "统计时间",
                "统计日期",
                "截止时间",
                "截止日期",
                "数据截止",
                "数据时间",
                "导出时间",
            ),
            flows=(
                r"截[至止](?:到)?(?P<v>20\d\d年\d{1,2}月\d{1,2}日)",
                r"(?:统计时间|统计周期)[:;]?[^。]{0,14}(?:至|-)(?P<v>20\d\d(?:年|-)\d{1,2}(?:月|-)\d{1,2})",
            ),
        ),
        FieldSpec("number", text_of, ("报告编号", "编号")),
    ),
    needs=("开发者", "组件", "APP", "解决方案", "微服务"),
    refuse=("名单的通知", "的公示", "软件著作权登记"),
    read=_figures,
    pages=30,
    reprints=True,
    follows=("开发者", "组件名称", "APP名称", "应用名称", "测试结果", "序号"),
    title_rows=8,
    source="dossier C.20 platform_statistics",
)

BRAIN = Kind(
    type="industry_brain_certificate",
    titles=(
        rf"{LEAD}产业大脑{LEAD}(?:证明|证书|说明|确认单|确认函|清单|贡献)",
        rf"{LEAD}(?:知识|技术|应用|能力|数字化)组件[^,。;:]{{0,12}}?(?:证明|证书|清单|确认单)",
        r"组件(?:上架|贡献|调用)(?:证明|证书|情况(?:说明|证明)|确认单)",
    ),
    fields=(
        FieldSpec(
            "n",
            counted,
            ("组件数量", "上架组件数量", "上架组件数", "贡献组件数", "组件数"),
            flows=(
                r"(?:上架|贡献|发布|提交|共建)[^\d。]{0,24}(?P<v>\d+)个?[^\d。]{0,8}组件",
                r"(?P<v>\d+)个[^\d。]{0,8}组件",
                r"组件(?:共|合计|总计)?(?P<v>\d+)个",
            ),
        ),
        FieldSpec(
            "calls",
            counted,
            ("累计调用次数", "调用次数", "组件调用次数", "累计调用量", "调用量"),
            flows=(r"调用[^\d。]{0,8}(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:余)?次",),
        ),
        FieldSpec(
            "holder",
            party,
            ("贡献单位", "单位名称", "企业名称", "提供单位", "组件提供方", "组件提供单位", "入驻企业"),
            wraps=True,
            flows=(VOUCHED, r"(?:^|。|:)(?P<v>[^,。:;]{4,40}?公司)(?:自|于|截至|在|向|已|累计)"),
        ),
        FieldSpec("issuer", party, ("出具单位", "证明单位", "确认单位", "运营单位")),
        FieldSpec(
            "asof",
            dated,
            ("统计截止日期", "统计截止时间", "截止日期", "统计时间"),
            flows=(r"截[至止](?P<v>20\d\d年\d{1,2}月\d{1,2}日)",),
        ),
        FieldSpec("number", text_of, ("证书编号", "编号")),
    ),
    needs=("产业大脑", "能力中心"),
    refuse=("的公示", "名单的通知", "申报书"),
    read=_dated,
    rank=1,
    pages=6,
    follows=("组件名称", "调用次数"),
    title_rows=10,
    source="《行业产业大脑建设指南》; dossier C.17",
)

COMMUNITIES = {
    "开放原子": "开放原子开源基金会",
    "OpenAtom": "开放原子开源基金会",
    "Apache": "Apache",
    "Linux": "Linux基金会",
    "OIF": "OIF",
    "RISC-V": "RISC-V",
    "OpenHarmony": "OpenHarmony",
    "openEuler": "openEuler",
    "木兰": "木兰社区",
    "CNCF": "CNCF",
    "openGauss": "openGauss",
}


def _community(text: str) -> Reading | None:
    found = sorted((text.find(word), name) for word, name in COMMUNITIES.items() if word in text)
    return Reading(found[0][1]) if found else None


OPEN_ROLES = (
    "白金捐赠人",
    "黄金捐赠人",
    "白银捐赠人",
    "白金会员",
    "黄金会员",
    "白银会员",
    "理事单位",
    "会员单位",
    "捐赠人",
    "理事",
    "会员",
    "PMCMember",
    "PMC",
    "Committer",
    "Maintainer",
    "TSC",
    "Contributor",
    "PlatinumMember",
    "GoldMember",
    "SilverMember",
    "核心贡献单位",
    "贡献单位",
)

PLAIN_ROLES = ("会员", "捐赠人", "理事", "会员单位", "理事单位")
"""Roles that a headline names: the text below may say more."""

OPEN_SOURCE = Kind(
    type="open_source_certificate",
    titles=(
        rf"{LEAD}(?:开放原子|OpenAtom|Apache|Linux|OIF|RISC-V|OpenHarmony|openEuler|openGauss|木兰|开源)[^,。;:]{{0,24}}?(?:证书|证明|证明函|感谢信|贡献统计|贡献报告)",
        r"(?i)certificateof(?:membership|contribution|appreciation)",
        r"^(?:会员|捐赠|贡献)(?:单位)?证书$",
        r"开源(?:社区)?贡献(?:情况)?(?:证明|证书|统计)",
    ),
    fields=(
        FieldSpec(
            "org",
            _community,
            ("社区名称", "基金会", "开源社区", "开源项目", "所属社区", "Foundation", "项目名称"),
            flows=(
                r"(?P<v>开放原子[一-鿿]{0,6}|OpenAtom|Apache|Linux|OIF|RISC-V|OpenHarmony|openEuler|openGauss|木兰|CNCF)",
            ),
        ),
        FieldSpec(
            "role",
            one_of(*OPEN_ROLES),
            ("会员级别", "会员类别", "角色", "身份", "贡献角色"),
            flows=(rf"(?P<v>{'|'.join(r for r in OPEN_ROLES if r not in PLAIN_ROLES)})", rf"(?P<v>{'|'.join(PLAIN_ROLES)})"),
        ),
        FieldSpec(
            "contrib",
            counted,
            ("贡献代码行数", "代码行数", "累计贡献代码", "代码贡献量"),
            flows=(
                r"(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:余)?行代码",
                r"代码(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:余)?行",
            ),
        ),
        FieldSpec(
            "holder",
            party,
            ("会员单位", "单位名称", "企业名称", "贡献单位", "捐赠人", "会员名称", "Member"),
            wraps=True,
            flows=(VOUCHED, r"(?P<v>[^,。:;“”证书]{4,40}?公司)(?:为|成为|作为|向|在|累计|:)"),
        ),
        FieldSpec("number", text_of, ("证书编号", "会员编号", "编号")),
        FieldSpec("year", year, ("会员年度", "年度"), flows=(r"(?P<v>20\d\d)年度",)),
        FieldSpec(
            "valid_to",
            dated,
            ("有效期至",),
            flows=(
                r"有效期[:至]?[^。]{0,20}?至(?P<v>20\d\d年\d{1,2}月\d{1,2}日)",
                r"有效期至(?P<v>20\d\d年\d{1,2}月\d{1,2}日)",
            ),
        ),
    ),
    needs=("开放原子|OpenAtom|Apache|Linux|OIF|RISC-V|OpenHarmony|openEuler|openGauss|木兰|CNCF|开源社区",),
    refuse=("适配", "兼容性", "管理体系", "测评报告"),
    read=_dated,
    pages=4,
    follows=("代码行数", "提交次数", "Commit"),
    title_rows=10,
    source="dossier C.17, C.20 open_source_certificate",
)

BASES = (
    "银河麒麟",
    "中标麒麟",
    "麒麟",
    "统信",
    "UOS",
    "鲲鹏",
    "海光",
    "飞腾",
    "龙芯",
    "兆芯",
    "申威",
    "达梦",
    "人大金仓",
    "金仓",
    "欧拉",
    "openEuler",
    "openGauss",
    "昇腾",
    "东方通",
    "南大通用",
)


def _bases(text: str) -> Reading | None:
    """The platforms that a text names; 麒麟 within 银河麒麟 or 麒麟软件有限公司 is none of its own."""
    reading = words(*BASES)(re.sub(r"[一-鿿]{2,4}软件(?:股份)?有限公司", "", text))
    if reading is None:
        return None
    names = str(reading.value).split(";")
    return Reading(";".join(n for n in names if not any(n != other and n in other for other in names)))


def _xinchuang(script: Script) -> Found:
    kind = matched(
        script,
        "class",
        _class,
        r"(?P<v>安全可靠测评结果|信创[一-鿿]{0,4}(?:目录|名录)|(?:产品)?(?:兼容|适配|互认)[一-鿿]{0,6}(?:证书|证明|报告|认证))",
    )
    date = last_date(script, "date")
    return Found(tuple(f for f in (kind, date) if f is not None), tuple(list_rows(script)))


def _class(text: str) -> Reading | None:
    """What an entry is worth: a directory more than a test result, that more than a mutual certificate."""
    if "目录" in text or "名录" in text:
        return Reading("目录")
    return Reading("测评结果" if "测评结果" in text else "兼容性认证")


XINCHUANG = Kind(
    type="xinchuang_entry",
    titles=(
        rf"{LEAD}(?:兼容性|互认证|相互兼容|适配|产品兼容|技术认证|兼容)[^,。;:]{{0,10}}?(?:认证)?(?:证书|证明|报告|证明函|认证书)",
        rf"{LEAD}信创{LEAD}(?:目录|名录)(?:\([^)]{{1,12}}\))?",
        r"安全可靠测评结果(?:公告)?[^,。]{0,16}",
    ),
    fields=(
        FieldSpec(
            "title",
            titled,
            ("产品名称", "软件名称", "适配产品", "适配产品名称", "产品名称及版本", "认证产品"),
            wraps=True,
            flows=(r"公司(?:的)?[“\"《]?(?P<v>[^,。:;“”\"》]{2,40}?)[”\"》]?(?:与|和|已|在|通过)",),
        ),
        FieldSpec(
            "holder",
            party,
            (
                "企业名称",
                "厂商名称",
                "厂商",
                "单位名称",
                "送测单位",
                "申请单位",
                "产品厂商",
                "研制单位",
                "开发单位",
            ),
            wraps=True,
            flows=(
                VOUCHED,
                rf"(?:证书|证明|证明函|报告)(?P<v>[一-鿿()]{{4,30}}?(?:{ORGANISED}))的",
                rf"^.{{0,40}}?(?P<v>[一-鿿()]{{4,30}}?(?:{ORGANISED}))的",
            ),
        ),
        FieldSpec(
            "base",
            _bases,
            ("适配平台", "适配环境", "兼容平台", "运行环境", "操作系统", "基础平台", "平台名称"),
            wraps=True,
            flows=(
                r"与(?P<v>[^。]{4,80}?)(?:完成|进行|通过|相互兼容|互相兼容|兼容)",
                r"(?P<v>银河麒麟|统信|鲲鹏|海光|飞腾|龙芯|达梦|人大金仓|欧拉|麒麟)",
            ),
        ),
        FieldSpec("version", text_of, ("产品版本", "版本号", "版本"), flows=(r"(?P<v>V\d[\d.]*)(?=[^\d.])",)),
        FieldSpec("number", text_of, ("证书编号", "报告编号", "认证编号", "公告编号", "编号")),
        FieldSpec("valid_to", dated, ("有效期至", "有效期")),
        FieldSpec("grade", one_of("I级", "II级", "III级", "Ⅰ级", "Ⅱ级", "Ⅲ级"), ("安全可靠等级", "测评等级")),
    ),
    refuse=("的公示", "公示期"),
    needs=("产品", "软件", "系统", "平台"),
    read=_xinchuang,
    rank=1,
    pages=6,
    follows=("测试结果", "适配环境", "产品名称"),
    title_rows=8,
    source="dossier C.15, C.20 xinchuang_entry",
)

KINDS = (BRAIN, XINCHUANG, OPEN_SOURCE, STATISTICS)
