"""Filings and certificates of authorities and certifiers: MLPS, 高企, management systems, AAA ratings."""

import re

from extractors.kinds.fields.cells import Flow
from extractors.kinds.fields.facts import in_flow, labelled
from extractors.kinds.fields.parsing import (
    dated,
    decimal,
    numbered,
    one_organisation,
    organisations,
    text_of,
    titled,
    year,
)
from extractors.kinds.fields.standing import last_date, signed_by
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script, plain
from registries.values.identifiers import HitechNumber, MlpsNumber, Uscc

LEVELS = {c: n for n, c in enumerate("一二三四五", 1)}


def _level(text: str) -> Reading | None:
    found = next((LEVELS[c] for c in plain(text) if c in LEVELS), None)
    found = found or next((int(c) for c in plain(text) if c in "12345"), None)
    return Reading(found) if found else None


MLPS_FIELDS = (
    FieldSpec(
        "number",
        numbered(MlpsNumber),
        ("证书编号", "备案编号", "备案证明编号", "备案号", "编号"),
        flows=(r"(?<!\d)(?P<v>\d{11}-\d{5})(?![\d-])",),
        required=True,
    ),
    FieldSpec(
        "holder",
        one_organisation,
        ("备案单位", "备案单位名称", "单位名称", "运营使用单位", "使用单位", "运营单位", "网络运营者", "运营者名称", "备案主体"),
        flows=(r"规定,(?P<v>[^,。:]{4,50}?(?:公司|院|所|中心|局|集团|大学|学校|医院))(?:单位)?的",),
    ),
    FieldSpec(
        "level",
        _level,
        ("安全保护等级", "网络安全保护等级", "信息系统安全保护等级", "备案等级", "系统级别", "系统等级", "等级"),
        flows=(r"第(?P<v>[一二三四五1-5])级", r"(?P<v>[一二三四五])级"),
    ),
    FieldSpec(
        "system",
        titled,
        ("系统名称", "信息系统名称", "网络名称", "定级系统名称", "定级对象名称", "定级对象", "备案系统", "备案系统名称", "备案对象名称", "业务系统名称"),
        flows=(
            r"第[一二三四五1-5]级[“\"]?(?P<v>[^”\",。]{2,40}?)[”\"]?(?:信息系统)?(?:\([^)]*\))?(?:予以|准予|已)备案",
            r"[“\"](?P<v>[^”\",。]{2,40}?)[”\"](?:系统)?(?:已|予以|准予)",
        ),
    ),
)


def _mlps(script: Script) -> Found:
    facts = labelled(script, MLPS_FIELDS)
    date = last_date(script, "date")
    return Found((*facts.values(), *((date,) if date else ())))


REPORT_NUMBER = r"(?P<v>\d{11}-\d{5}-\d{2}-\d{4}-\d{2})"
CONCLUSIONS = ("基本符合", "不符合", "符合", "优", "良", "中", "差")


def _filed(text: str) -> Reading | None:
    """The filing number inside a report number: its first sixteen digits."""
    match = re.match(r"\d{11}-\d{5}", plain(text))
    return Reading(match[0]) if match else None


def _conclusion(text: str) -> Reading | None:
    match = re.match(rf"[“\":]*(?:{'|'.join(CONCLUSIONS)})", plain(re.sub(r"\s", "", text)))
    return Reading(match[0].strip("“\":")) if match else None


def _tested(script: Script) -> Found:
    date = last_date(script, "date")
    return Found((date,) if date is not None else ())


TESTED = Kind(
    type="mlps_report",
    titles=(
        "[^,。:;]{0,40}(?:信息系统|网络)?(?:安全)?等级(?:保护)?测评报告(?:\\(.{1,12}\\))?",
        "[^,。:;]{0,24}等级测评(?:结论|报告)(?:扩展表|摘要|基本信息表)?",
    ),
    fields=(
        FieldSpec("number", text_of, ("报告编号", "测评报告编号"), flows=(REPORT_NUMBER,)),
        FieldSpec("filing_no", _filed, ("备案证明编号", "备案编号", "备案号"), flows=(REPORT_NUMBER,)),
        FieldSpec("holder", one_organisation, ("被测单位", "委托单位", "被测评单位", "被测单位名称", "委托单位名称", "单位名称"), wraps=True),
        FieldSpec("issuer", one_organisation, ("测评单位", "测评机构", "测评机构名称", "测评单位名称"), wraps=True),
        FieldSpec("system", titled, ("被测对象名称", "被测对象", "系统名称", "被测系统名称", "定级对象名称", "被测信息系统", "被测系统"), wraps=True,
                  flows=(r"(?:^|\d)(?P<v>[一-鿿A-Za-z0-9]{3,30}?)(?:信息系统|网络)?(?:安全)?等级保护?测评报告",)),
        FieldSpec("level", _level, ("安全保护等级", "系统级别", "安全等级", "系统等级", "被测对象等级"), flows=(r"第(?P<v>[一二三四五])级", r"\((?P<v>[一二三四五])级\)")),
        FieldSpec("score", decimal, ("综合得分", "测评得分", "等级测评得分", "得分", "安全评分"),
                  flows=(r"综合得分(?:为|是|:)?(?P<v>\d{1,3}(?:\.\d{1,2})?)",)),
        FieldSpec("conclusion", _conclusion, ("测评结论", "等级测评结论", "结论"),
                  flows=(rf"结论(?:为|是|:)?[“\"]?(?P<v>{'|'.join(CONCLUSIONS)})[”\"]?",)),
        FieldSpec("date", dated, ("报告时间", "报告日期", "测评时间", "出具日期", "报告出具日期")),
    ),
    refuse=("予以备案",),
    read=_tested,
    rank=2,
    pages=200,
    reprints=True,
    follows=("测评", "被测对象", "安全控制点", "等级保护", "报告编号"),
    header=REPORT_NUMBER,
    source="《网络安全等级保护测评报告模版》 2019, 2021; dossier C.5",
)  # fmt: skip

MLPS = Kind(
    type="mlps_filing",
    titles=("(?:信息系统安全|网络安全)等级保护(?:定级)?备案证明", "等级保护备案证明", "信息系统安全保护等级备案证明"),
    marks=("等级保护管理办法", "予以备案", "证书编号", "公安部监制"),
    enough=3,
    refuse=("测评报告",),
    read=_mlps,
    rank=1,
    source="《信息安全等级保护管理办法》; GA/T 1389; dossier C.5",
)

HITECH = Kind(
    type="hitech_certificate",
    titles=("高新技术企业(?:证书)?",),
    marks=("高新技术企业", "发证时间", "有效期", "批准机关", "证书编号"),
    enough=3,
    needs=("高新技术企业",),
    refuse=("名单", "认定管理办法", "公示", "研究开发中心", "财务报表", "审计报告"),
    fields=(
        FieldSpec("holder", one_organisation, ("企业名称", "单位名称"), wraps=True, required=True),
        FieldSpec("number", numbered(HitechNumber), ("证书编号", "编号"), flows=(r"(?P<v>G[RFS]\d{12})",), required=True),
        FieldSpec("grant_date", dated, ("发证时间", "发证日期", "颁发日期", "颁发时间")),
        FieldSpec("term", text_of, ("有效期限", "有效期")),
        FieldSpec("issuer", text_of, ("批准机关", "认定机构", "发证机关"), wraps=True),
    ),
    source="《高新技术企业认定管理办法》 国科发火〔2016〕32号; dossier C.6",
)


STANDARDS = (
    r"ISO/?IEC\d{4,5}(?:-\d)?(?:[:：](?:19|20)\d\d)?|ISO\d{4,5}(?:[:：](?:19|20)\d\d)?|"
    r"GB/T\d{4,5}(?:\.\d)?[-—–](?:19|20)\d\d|GB/T\d{4,5}|CMMI(?:-DEV)?V?\d\.\d|CMMI"
)

MATURITY = {"初始": 1, "受管理": 2, "稳健": 3, "量化管理": 4, "优化": 5, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5}


def _maturity(text: str) -> Reading | None:
    """A level as a number, 稳健级 and «Maturity Level 3» too; AA and AAA stay what they are."""
    cleaned = plain(text)
    named = next((Reading(n) for word, n in MATURITY.items() if word in cleaned), None)
    letters = re.search(r"(?<![A-Z])A{1,3}(?![A-Z])", cleaned)
    return named or _level(cleaned) or (Reading(letters[0]) if letters else None)


def _iso(text: str) -> Reading | None:
    """A standard's number with one space and, where a year follows, the sign that its body uses."""
    bare = re.sub(r"\s", "", plain(text))
    bare = re.sub(r"^(GB/T|ISO/IEC|ISO)", r"\1 ", bare)
    return Reading(re.sub(r"[-–—](?=(?:19|20)\d\d$)", "—", bare) if bare.startswith("GB") else bare)




def organisation_only(text: str) -> Reading | None:
    """A name that ends as names of organisations do: a sentence behind «获证组织» is none."""
    bare = re.sub(r"\s", "", plain(text))
    return organisations(text) if re.search(r"(?:公司|集团|厂|院|所|中心|大学|合伙\))$", bare) else None


ANY_DAY = r"(?P<v>\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})"

MANAGED_FIELDS = (
    FieldSpec(
        "number",
        text_of,
        ("证书注册号", "认证证书编号", "证书编号", "证书号码", "证书号", "注册号", "CertificateNo", "RegistrationNo", "编号"),
    ),
    FieldSpec(
        "holder",
        organisation_only,
        ("获证组织名称", "获证组织", "受审核组织", "被评估组织", "组织名称", "企业名称", "单位名称", "公司名称"),
        wraps=True,
        flows=(
            r"(?:兹证明|兹此证明|特此证明|认证证书?授予)[:;]?(?P<v>[^,。:;]{4,60}?公司)",
            r"证明(?P<v>[^,。:;]{4,60}?公司)(?:的|已|在|建立|通过|符合|统一|注册)",
        ),
    ),
    FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码", "社会信用代码"), flows=(r"社会信用代码[:;]?(?P<v>[0-9A-Z]{18})",)),
    FieldSpec("standard", _iso, flows=(rf"(?P<v>{STANDARDS})",)),
    FieldSpec(
        "level",
        _maturity,
        ("评估等级", "认证等级", "服务级别", "资质等级", "评定等级", "等级", "级别"),
        flows=(
            r"(?:达到|符合|评估为|评为|具备|取得)[^,。]{0,30}?(?P<v>[一二三四五壹贰叁肆伍1-5]级|(?:初始|受管理|稳健|量化管理|优化)级)",
            r"(?:MaturityLevel|成熟度等级|成熟度)[:;]?(?P<v>[1-5]|[一二三四五]级)",
        ),
    ),
    FieldSpec("first_date", dated, ("初次发证日期", "首次发证日期", "初次获证日期", "首次获证日期", "初次颁证日期", "首次颁证日期")),
    FieldSpec(
        "grant_date",
        dated,
        ("本次发证日期", "发证日期", "颁证日期", "颁发日期", "发证时间", "本次颁证日期", "评估日期", "IssueDate"),
    ),
    FieldSpec(
        "valid_to",
        dated,
        ("证书有效期至", "有效期截止", "有效日期至", "有效期至", "有效期止", "有效至", "ExpiryDate", "ValidUntil"),
        flows=(
            rf"(?:有效期|有效期限|证书有效期)[:;]?(?:自)?(?:20\d\d年\d+月\d+日|20\d\d[-./]\d\d?[-./]\d\d?)(?:至|[-—–~]+){ANY_DAY}",
            rf"(?:有效期至|证书有效期至|有效至)[:;]?{ANY_DAY}",
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
        r"(?:ITSS)?信息技术服务(?:运行维护)?(?:标准)?(?:符合性)?(?:评估)?证书",
        r"CMMI.{0,40}|.{0,16}软件能力成熟度.{0,16}证书",
    ),
    needs=("管理体系", "认证", "成熟度", "CMMI", "ITSS", "资质", "CNAS", "评定"),
    marks=("管理体系", "兹证明", "认证", "有效期", "CNAS", "ISO"),
    enough=3,
    refuse=("专利", "著作权", "浙江制造", "等级保护备案", "质量管理体系要求的公司制度"),
    fields=MANAGED_FIELDS[:1],
    read=_managed,
    reprints=True,
    pages=4,
    follows=("附件", "管理体系"),
    source="dossier C.20 mgmt_system_certificate",
)

AGENCY = (
    r"[一-鿿()]{2,28}(?:信用|征信|评级|资信|商业联合会|协会|联合会|学会|商会|促进会|联盟|杂志社|传媒|报社|网|中心)"
    r"[一-鿿()]{0,12}(?:公司|中心|院|会|社)?"
)
RATES = "评价机构|发证机构|评估机构|颁发机构|评级机构"


def _rating(script: Script) -> Found:
    issuer = signed_by(script, AGENCY, RATES)
    return Found((issuer,) if issuer is not None else ())


RATING = Kind(
    type="association_honour",
    titles=(
        r".{0,16}AAA级?.{0,12}(?:企业|单位|证书|信用|示范).{0,12}",
        r"企业信用等级证书",
        r"(?:企业)?(?:资信|信用)等级(?:评定|评估|评价)?证书",
        r".{2,20}(?:协会|学会|联合会|商会)(?:荣誉|获奖)?证书",
    ),
    refuse=("公共信用", "公示", "申报", "管理体系"),
    read=_rating,
    fields=(
        FieldSpec(
            "holder",
            one_organisation,
            ("企业名称", "单位名称", "获奖单位", "受评企业", "授予"),
            wraps=True,
            flows=(r"(?:证书|企业|^)(?P<v>[一-鿿()]{4,40}?公司)[:;]", r"(?:授予|认定)(?P<v>[一-鿿()]{4,40}?公司)"),
        ),
        FieldSpec(
            "award",
            titled,
            ("荣誉称号", "获奖名称", "信用等级"),
            flows=(r"(?:评为|授予|荣获|认定为|评定为)[^,。“”\"]{0,16}?[“\"](?P<v>[^”\"]{3,30})[”\"]", r"(?P<v>A{3}级?(?:信用|资信|重合同守信用|守合同重信用|质量服务诚信)?[一-鿿]{0,10}(?:企业|单位))"),
        ),
        FieldSpec("number", text_of, ("证书编号", "证书号", "编号")),
        FieldSpec("grant_date", dated, ("发证日期", "颁发日期", "颁证日期", "发证时间", "评定日期")),
        FieldSpec("valid_to", dated, ("有效期至", "有效期止"), flows=(rf"有效期[:;]?(?:自)?20\d\d[^至]{{3,8}}至{ANY_DAY}",)),
        FieldSpec("year", year, flows=(r"(?P<v>20\d\d)年度", r"(?P<v>20\d\d)年(?=\d{1,2}月)")),
    ),
    title_rows=10,
    source="dossier C.9, C.10: commercial ratings are no public credit",
)

KINDS = (TESTED, MLPS, HITECH, MANAGED, RATING)
