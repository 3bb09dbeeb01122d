"""Government quality awards and the certificate 品字标浙江制造 (dossier C.9).

A nomination is an award of its own name, so a name is read to its end: 提名奖, 创新奖. A declaration of
conformity (自我声明) looks like the certificate and is none.
"""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated, year
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import last_date, matched, signed_by
from extractors.kinds.fields.texts import one_organisation, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script
from extractors.plain import plain
from registries.values.identifiers import Uscc

QUALITY = (
    r"中国质量奖(?:提名奖)?|"
    r"(?:(?:(?![年度届])[一-鿿]){2,3}(?:省|市|区|县|自治区))?(?:人民)?(?:政府|市长|省长|区长|县长)质量(?:管理)?(?:创新)?奖(?:提名奖|创新奖|入围奖|鼓励奖)?(?:\((?:提名|创新)奖?\))?"
)

LEVELS = (("国家", r"^中国质量奖"), ("省", r"省(?:人民)?政府|省长"), ("市", r"市(?:人民)?政府|市长"), ("县", r"[区县](?:人民)?政府|[区县]长"))

AWARD_FIELDS = (
    # What is conferred says more than the headline: a nomination's certificate may bear the award's own name.
    FieldSpec("award", titled, flows=(rf"(?:授予|荣获|获得|荣膺)[^。]{{0,40}}?(?P<v>{QUALITY})", rf"(?P<v>{QUALITY})")),
    FieldSpec(
        "holder",
        one_organisation,
        ("获奖单位", "获奖组织", "获奖企业"),
        flows=(
            r"(?:授予|表彰)(?P<v>[^,。:;]{4,40}?公司)",
            r"(?:证书|奖牌|奖|号|^)(?P<v>(?:(?!证书|奖牌)[一-鿿()]){4,40}?公司)[:;](?:你|贵|在|荣获|经|被)",
            r"(?P<v>(?:(?!证书|奖牌|奖)[一-鿿()]){4,40}?公司)(?:荣获|获得|荣膺|获)",
        ),
        wraps=True,
    ),
    FieldSpec("number", text_of, ("证书编号", "证书号", "编号")),
    FieldSpec(
        "year",
        year,
        flows=(rf"(?P<v>20\d\d)年?度?(?:第[一二三四五六七八九十]+届)?(?:{QUALITY})", r"(?P<v>20\d\d)年度"),
    ),
    FieldSpec("edition", text_of, flows=(r"(?P<v>第[一二三四五六七八九十]+届)",)),
)


def _quality(script: Script) -> Found:
    facts = labelled(script, AWARD_FIELDS)
    signed = last_date(script, "date")
    if signed is not None:
        facts["date"] = signed
        # An award of last year's round is conferred this year: the day alone does not tell the round.
    award = facts.get("award")
    if award is not None:
        level = next((name for name, pattern in LEVELS if re.search(pattern, str(award.value))), "")
        if level:
            facts["level"] = Fact("level", level, award.quote, award.places, award.confidence, (), award.traits)
    issuer = signed_by(script, r"[一-鿿]{2,8}(?:省|市|区|县)(?:人民政府|市场监督管理局)|国家市场监督管理总局")
    if issuer is not None:
        facts["issuer"] = issuer
    return Found(tuple(facts.values()))


QUALITY_AWARD = Kind(
    type="quality_award",
    titles=(rf"(?:{QUALITY})(?:获奖)?(?:证书|奖牌|荣誉证书|奖状)?", "荣誉证书", "获奖证书", "奖状", "证书"),
    needs=(QUALITY,),
    refuse=("公示", "申报", "名单的通知", "奖名单", "关于授予", "的决定", "关于公布", "质量管理小组", "协会"),
    read=_quality,
    rank=1,
    title_rows=8,
    source="浙江省人民政府质量奖管理办法; 中国质量奖评审规则; dossier C.9",
)


# --- 品字标 ------------------------------------------------------------------------------------


def _standard(text: str) -> Reading | None:
    """T/ZZB 1234—2019, whatever dash and spaces are printed."""
    match = re.search(r"T/?ZZB(\d{3,5})[-—–](20\d\d)", re.sub(r"\s", "", plain(text)))
    return Reading(f"T/ZZB {match[1]}—{match[2]}") if match else None


MADE_FIELDS = (
    FieldSpec(
        "number", text_of, ("证书编号", "认证证书编号", "CertificateNo", "注册号"), flows=(r"证书编号[:;]?(?P<v>[0-9A-Z][0-9A-Z\-/]{5,28})",)
    ),
    FieldSpec(
        "holder",
        one_organisation,
        ("获证组织名称", "获证组织", "认证委托人", "委托人名称", "企业名称", "申请人名称及地址", "委托人名称及地址", "委托人名称、地址", "申请人名称、地址", "认证委托人名称、地址", "获证组织名称、地址", "委托人名称/地址", "获证组织名称及地址", "申请人名称", "制造商名称", "组织名称"),
        wraps=True,
        flows=(r"兹?证明[:;]?(?P<v>[^,。:;]{4,40}?公司)",),
    ),
    FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码",)),
    FieldSpec("title", titled, ("产品名称", "认证产品", "产品名称及型号规格", "产品名称和系列、规格、型号", "获证产品"), wraps=True),
    FieldSpec(
        "valid_to",
        dated,
        ("有效期至", "证书有效期至", "有效期截止"),
        flows=(r"有效期(?:至|限?至|为?[^。]{0,24}?至)[:;]?(?P<v>20\d\d(?:年\d{1,2}月\d{1,2}日|[-.]\d\d[-.]\d\d))",),
    ),
    FieldSpec("grant_date", dated, ("发证日期", "颁证日期", "首次发证日期", "发证时间", "初次获证日期")),
    FieldSpec("issuer", text_of, ("发证机构", "认证机构", "发证单位")),
)


def _made(script: Script) -> Found:
    facts = labelled(script, MADE_FIELDS)
    standard = matched(script, "standard", _standard, r"(?P<v>T/?\t?ZZB\t?\s?\d{3,5}\t?[-—–]\t?20\d\d)")
    if standard is not None:
        facts["standard"] = standard
    if "issuer" not in facts:
        issuer = signed_by(script, r"[一-鿿()]{4,30}(?:认证|检测|检验|质量|评价)[一-鿿()]{0,16}(?:公司|中心|集团)")
        facts |= {} if issuer is None else {"issuer": issuer}
    return Found(tuple(facts.values()))


MADE = Kind(
    type="pinzibiao_certificate",
    titles=(r"[“\"]?(?:品字标)?[”\"]?(?:浙江制造|品字标)[”\"]?.{0,6}(?:产品)?认证证书", r"[“\"]?品字标[”\"]?[“\"]?浙江制造[”\"]?(?:认证)?证书"),
    marks=("浙江制造", "品字标", "认证证书", "T/ZZB", "有效期"),
    enough=4,
    refuse=("自我声明", "名单", "公示", "申报"),
    read=_made,
    rank=2,
    source="“品字标浙江制造”认证实施规则; dossier C.9",
)
