"""Management systems, service capabilities and degrees of maturity: ISO, ITSS, DCMM, CMMI (dossier C.20)."""

import re

from extractors.kinds.company.grades import ANY_DAY, grade_in
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import in_flow, labelled
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.numbers import CHECK_FAIL, REPAIRED, numbered
from extractors.kinds.fields.standing import signed_by
from extractors.kinds.fields.texts import one_of, organisations, text_of
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script
from extractors.plain import plain
from registries.values.identifiers import Uscc

STANDARDS = (
    r"IATF16949(?:[:：]20\d\d)?|ISO/?IEC\d{4,5}(?:-\d)?(?:[:：](?:19|20)\d\d)?|ISO\d{4,5}(?:[:：](?:19|20)\d\d)?|"
    r"GB/T\d{4,5}(?:\.\d)?[-—–](?:19|20)\d\d|GB/T\d{4,5}|CMMI(?:-DEV)?V?\d\.\d|CMMI"
)

MATURITY = {"初始": 1, "受管理": 2, "稳健": 3, "量化管理": 4, "优化": 5, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5}


def _maturity(text: str) -> Reading | None:
    """A level as a number, 稳健级 and «Maturity Level 3» too; AA and AAA stay what they are."""
    cleaned = plain(text)
    named = next((Reading(n) for word, n in MATURITY.items() if word in cleaned), None)
    letters = re.search(r"(?<![A-Z])A{1,3}(?![A-Z])", cleaned)
    return named or grade_in(cleaned) or (Reading(letters[0]) if letters else None)


def _iso(text: str) -> Reading | None:
    """A standard's number with one space and, where a year follows, the sign that its body uses."""
    bare = re.sub(r"\s", "", plain(text))
    bare = re.sub(r"^(GB/T|ISO/IEC|ISO|IATF)", r"\1 ", bare)
    return Reading(re.sub(r"[-–—](?=(?:19|20)\d\d$)", "—", bare) if bare.startswith("GB") else bare)


def organisation_only(text: str) -> Reading | None:
    """A name that ends as names of organisations do: a sentence behind «获证组织» is none."""
    bare = re.sub(r"\s", "", plain(text))
    return organisations(text) if re.search(r"(?:公司|集团|厂|院|所|中心|大学|合伙\)|Ltd\.?|Inc\.?|GmbH)$", bare) else None


WITHOUT_SCHEME = re.compile(r"(\d{5})([0-9])(\d{4,5}R\d[SML].*)")
"""A certification body (three digits), the year (two), then a letter for the scheme: here a digit was read for it."""

SCHEMES = {"0": "Q", "5": "S"}
"""Letters of schemes (quality, occupational safety) by the digits of their shape."""


def certified(text: str) -> Reading | None:
    """A certificate's number; 00124Q30001R0M without its letter is mended where one letter has the digit's shape."""
    read = text_of(re.sub(r"(?<=\d)[A-Z][a-z]{3,}.*$", "", re.sub(r"\s", "", text)))  # «LeadAppraiser:…» is another cell's
    spoiled = WITHOUT_SCHEME.fullmatch(str(read.value)) if read is not None else None
    if read is None or spoiled is None:
        return read
    body, digit, serial = spoiled.groups()
    return Reading(f"{body}{SCHEMES[digit]}{serial}", (REPAIRED,)) if digit in SCHEMES else Reading(read.value, (CHECK_FAIL,))


MANAGED_FIELDS = (
    FieldSpec(
        "number",
        certified,
        ("证书注册号", "认证证书编号", "证书编号", "证书号码", "证书号", "注册号", "CertificateRegistr.No", "CertificateRegistrationNo", "CertificateNo", "RegistrationNo", "AppraisalID", "编号"),
        flows=(r"(?:^|[a-z。])Certificate(?P<v>[A-Z]{2}\d\d/\d{4,8}(?:\.\d{1,2})?)",),
    ),
    FieldSpec(
        "holder",
        organisation_only,
        ("获证组织名称", "获证组织", "受审核组织", "被评估组织", "认证委托人", "委托人名称", "组织名称", "企业名称", "单位名称", "公司名称"),
        wraps=True,
        flows=(
            r"(?:兹证明|兹此证明|特此证明|认证证书?授予)[:;]?(?P<v>[^,。:;]{4,60}?公司)",
            r"经(?:评估|评定|认证|审核),(?P<v>[^,。:;]{4,60}?公司)(?:\([甲乙丙]方\))?(?:的|数据|信息|软件|在|达到|符合)",
            r"[A-Z\d](?P<v>[一-鿿][一-鿿()]{3,40}?公司)(?=统一社会信用代码|注册|地址|建立)",
            r"(?i)managementsystemof.{0,80}?(?P<v>[一-鿿][一-鿿()]{3,40}?公司)",
            r"(?i)organi[sz]ationalunit.{0,80}?(?P<v>[一-鿿][一-鿿()]{3,40}?公司)",
            r"(?:CertificateHolder|Holder):(?P<v>[A-Z][A-Za-z.,&()'-]{4,80}?(?:Co\.?,?Ltd\.?|Ltd\.?|Inc\.?|GmbH))",
            r"(?:^|书|[a-z])(?P<v>[一-鿿][一-鿿()]{3,40}?公司)的(?:信息系统建设和)?服务能力",
            r"(?:^|书|[a-z])(?P<v>[一-鿿][一-鿿()]{3,40}?公司)的信息系统建设",
            r"(?i)(?:certify|certifies|recogni[sz]es)that.{0,90}?(?P<v>[一-鿿][一-鿿()]{3,40}?公司)",
            r"证明(?P<v>[^,。:;]{4,60}?公司)(?:的|已|在|建立|通过|符合|统一|注册)",
        ),
    ),
    FieldSpec(
        "uscc",
        numbered(Uscc),
        ("统一社会信用代码", "社会信用代码", "统一信用代码证号", "统一信用代码", "信用代码"),
        flows=(r"信用代码(?:证号)?[:;]?(?P<v>[0-9A-Z]{18})",),
    ),
    FieldSpec("standard", _iso, flows=(rf"(?P<v>{STANDARDS})",)),
    FieldSpec(
        "level",
        _maturity,
        ("评估等级", "认证等级", "服务级别", "资质等级", "评定等级", "等级", "级别"),
        flows=(
            r"(?:达到|符合|评估为|评为|具备|取得)[^,。]{0,30}?(?P<v>[一二三四五壹贰叁肆伍1-5]级|(?:初始|受管理|稳健|量化管理|优化)级)",
            r"评定证书(?P<v>A{1,3})级",
            r"(?:MaturityLevel|成熟度等级|成熟度)[:;]?(?P<v>[1-5]|[一二三四五壹贰叁肆伍]级)",
            r"(?:基本|良好|优秀|杰出|卓越)级\(CS(?P<v>[1-5])\)",
        ),
    ),
    FieldSpec(
        "first_date",
        dated,
        tuple(f"{first}{act}{day}" for first in ("初次", "首次") for act in ("发证", "获证", "颁证", "注册", "认证") for day in ("日期", "")),
    ),
    FieldSpec(
        "grant_date",
        dated,
        ("本次发证日期", "此次发证日期", "发证日期", "颁证日期", "颁发日期", "发证时间", "本次颁证日期", "评估日期", "IssueDate")
        + ("本次注册日期", "注册日期", "换证日期", "本次发证", "此次发证", "本次颁证"),
    ),
    FieldSpec(
        "valid_to",
        dated,
        ("证书有效期至", "有效期截止", "有效日期至", "有效期至", "有效期止", "有效至", "ExpiryDate", "ExpirationDate", "ValidUntil")
        + ("注册有效日期", "注册有效期至", "有效期截止日期"),
        flows=(
            r"(?i)validfrom.{6,24}?(?:until|to)(?P<v>\d{1,2}[A-Z][a-z]{2,8}20\d\d|20\d\d-\d\d-\d\d)",
            rf"(?:有效期|有效期限|证书有效期)[:;]?(?:自)?(?:20\d\d年\d+月\d+日|20\d\d[-./]\d\d?[-./]\d\d?|二[〇○零][^,。:;]{{5,11}}日)(?:起)?(?:至|[-—–~]+){ANY_DAY}",
            rf"(?:有效期至|证书有效期至|有效至|有效期[:;]至)[:;]?{ANY_DAY}",
            rf"有效期[:;]{ANY_DAY}(?!起?至|[-—–~])",
        ),
    ),
)

SCOPE = FieldSpec(
    "scope",
    text_of,
    ("认证范围", "覆盖范围", "证书覆盖范围", "评估范围", "评定范围", "认证覆盖范围", "业务范围"),
    wraps=True,
    flows=(
        r"(?:认证|覆盖|评定)范围(?:为|如下)?[:;]?(?P<v>[^。]{4,120}?)(?=。|(?:本|该)?证书|首次|初次|本次|发证|颁证|有效期|统一社会|已经|评定|注册地址|$)",
        r"(?:该管理体系|本证书)?适用于[:;]?(?P<v>[^。]{4,120}?)(?=。|本证书|首次|初次|发证|颁证|有效期|已经|[A-Z][a-z]{3})",
    ),
)


def _managed(script: Script) -> Found:
    facts = labelled(script, MANAGED_FIELDS)
    # A scope goes on at the left margin, under its own label: running text says where it ends.
    scope = in_flow(script, Flow(script), SCOPE) or labelled(script, (SCOPE,)).get("scope")
    if scope is not None:
        facts["scope"] = scope
    level = facts.get("level")
    if level is not None and isinstance(level.value, int) and MANAGEMENT.search(script.text.replace("\t", "")):
        facts.pop("level")  # ISO systems have no grades: a digit near the word is something else
    issuer = signed_by(script, CERTIFIER, CERTIFIES)
    return Found((*facts.values(), *((issuer,) if issuer else ())))


MANAGEMENT = re.compile(r"(?:质量|信息安全|信息技术服务|环境|职业健康安全|隐私信息|业务连续性|能源|知识产权|服务)管理体系")

CERTIFIER = (
    r"[一-鿿()]{2,30}(?:认证|检测|检验|评估|评价|质量|标准|赛宝|软件)[一-鿿()]{0,18}(?:公司|中心|集团|研究院|联合会|协会)"
    r"|中国电子信息行业联合会|中国网络安全审查技术与认证中心|中国电子工业标准化技术协会.{0,8}"
)

CERTIFIES = "认证机构|发证机构|颁证机构|评估机构|发证单位"

MANAGED = Kind(
    type="mgmt_system_certificate",
    titles=(
        r".{2,16}管理体系(?:认证|评定|符合性)?证书",
        r"(?:管理体系|服务|信息安全)?认证证书",
        r"CertificateofRegistration|MANAGEMENTSYSTEMCERTIFICATE",
        r"(?:数据管理能力成熟度|DCMM)(?:评估)?(?:等级)?(?:评估)?(?:\(DCMM\))?(?:等级)?证书",
        r"两化融合管理体系(?:评定|AA?A?级评定)?证书",
        r"(?:信息系统)?(?:信息安全|安全集成|安全运维|软件安全开发|应急处理|风险评估)?服务(?:资质)?(?:认证)?证书",
        r"信息系统建设和服务能力(?:评估)?(?:等级)?(?:评估)?证书",
        r"(?:ITSS)?信息技术服务(?:运行维护)?(?:标准)?(?:符合性)?(?:评估)?证书",
        r"CMMI.{0,40}|.{0,16}软件能力成熟度.{0,16}证书",
    ),
    needs=("管理体系", "(?i)managementsystem", "IATF", "服务能力", "认证", "成熟度", "CMMI", "ITSS", "资质", "CNAS", "评定"),
    marks=("管理体系", "兹证明", "认证", "有效期", "CNAS", "ISO", "IATF", "validfrom", "CertificateHolder", "anagementsystemof", "certifythat", "Validuntil", "ValidUntil", "certifiedasmeeting", "requirementsaccordingto"),
    enough=3,
    refuse=("专利", "著作权", "浙江制造", "等级保护备案", "质量管理体系要求的公司制度"),
    fields=MANAGED_FIELDS[:1],
    read=_managed,
    reprints=True,
    pages=4,
    follows=("附件", "管理体系"),
    source="dossier C.20 mgmt_system_certificate",
)

STATE = FieldSpec("state", one_of("有效", "撤销", "注销", "暂停", "失效", "过期"), ("证书状态", "证书现状态", "状态"))


def _queried(script: Script) -> Found:
    return Found((*_managed(script).facts, *labelled(script, (STATE,)).values()))


QUERIED = Kind(
    type="mgmt_system_certificate",
    titles=(r"全国认证认可信息公共服务平台", r"(?:认证)?证书(?:信息)?查询(?:结果)?|认证结果(?:信息)?查询"),
    needs=("证书状态|证书现状态",),
    refuse=("专利", "著作权", "高新技术企业"),
    fields=(*MANAGED_FIELDS[:1], STATE),
    read=_queried,
    rank=1,
    title_rows=8,
    source="cx.cnca.cn: what the register of certificates says of one; it proves none, but tells of those withdrawn",
)
