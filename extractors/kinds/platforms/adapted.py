"""Products adapted to domestic bases (信创): directories, test results, mutual certificates.

A directory entry, a test result and a mutual compatibility certificate are three different things: `class`
says which one a paper is.
"""

import re
from collections.abc import Iterator

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.phrases import LEAD, ORGANISED, party, words
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.fields.texts import one_of, text_of, titled
from extractors.kinds.fields.vouched import VOUCHED
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.table import list_rows
from extractors.layout import Script

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


def _unversioned(text: str) -> Reading | None:
    """A product's name without the version behind it."""
    return titled(re.sub(r"\s*[Vv]\d[\d.]*\s*(?=[”\"》]?$)", "", text))


def _xinchuang(script: Script) -> Found:
    kind = matched(
        script,
        "class",
        _class,
        r"(?P<v>安全可靠测评结果|信创[一-鿿]{0,4}(?:目录|名录)|(?:产品)?(?:兼容|适配|互认)[一-鿿]{0,6}(?:证书|证明|报告|认证))",
    )
    date = last_date(script, "date")
    return Found(tuple(f for f in (kind, date, *_of_two(script)) if f is not None), tuple(list_rows(script)))


OURS = (
    ("holder", r"(?:厂商|企业|单位|公司)名称|厂商"),
    ("title", r"(?:产品|软件|系统)名称"),
    ("version", r"(?:产品)?版本号?|软件版本"),
)

BASE = re.compile(r"操作系统|数据库(?:管理系统|软件|系统)?$|数据库|中间件|处理器|CPU|芯片|服务器|云操作|浏览器|固件")


def _of_two(script: Script) -> Iterator[Fact | None]:
    """Where two makers stand beside each other, the side that is adapted: the one whose product is no base."""
    sides: dict[str, list[tuple[int, int]]] = {}
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        for name, label in OURS:
            two = re.fullmatch(rf"(?P<l>{label})[:\t]*(?P<a>[^\t]{{2,}}?)\t*(?P=l)[:\t]*(?P<b>[^\t\n]{{2,}})\n?", script.text[start:end])
            if two is not None:
                sides.setdefault(name, [(start + two.start(side), start + two.end(side)) for side in "ab"])
    bases = [bool(BASE.search(script.text[a:b])) or _bases(script.text[a:b]) is not None for a, b in sides.get("title", [])]
    if bases.count(False) == 1:
        ours = bases.index(False)
        for name, parse in (("holder", party), ("title", _unversioned), ("version", text_of)):
            if name in sides:
                yield make_fact(script, name, parse, [sides[name][ours]])


def _class(text: str) -> Reading | None:
    """What an entry is worth: a directory more than a test result, that more than a mutual certificate."""
    if "目录" in text or "名录" in text:
        return Reading("目录")
    return Reading("测评结果" if "测评结果" in text else "兼容性认证")


XINCHUANG = Kind(
    type="xinchuang_entry",
    titles=(
        rf"{LEAD}(?:兼容性|互认证|互认|相互兼容|适配|产品兼容|技术认证|兼容)[^,。;:]{{0,10}}?(?:认证)?(?:证书|证明|报告|证明函|认证书)",
        rf"{LEAD}信创{LEAD}(?:目录|名录)(?:\([^)]{{1,12}}\))?",
        r"安全可靠测评结果(?:公告)?[^,。]{0,16}",
        r"NeoCertify(?:认证)?(?:证书)?|(?i:certificateof(?:mutual)?compatibility)",
    ),
    fields=(
        FieldSpec(
            "title",
            _unversioned,
            ("产品名称", "软件名称", "适配产品", "适配产品名称", "产品名称及版本", "认证产品"),
            wraps=True,
            flows=(r"公司(?:的)?(?:软件|硬件)?(?:产品)?[:]?[“\"《]?(?P<v>[^,。:;“”\"》]{2,40}?)[”\"》]?(?:与|和|已|在|通过)",),
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
                rf"(?:证书|证明|证明函|报告|[\dA-Z]{{4,}})(?P<v>[一-鿿()]{{4,30}}?(?:{ORGANISED}))的",
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
        FieldSpec("number", text_of, ("证书编号", "报告编号", "认证编号", "公告编号", "编号"), flows=(r"No\.?:?(?P<v>[A-Z]{2,10}(?:-[\dA-Z]{1,10}){0,3}-\d{2,8})",)),
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
