"""Filings and certificates of authorities and certifiers: MLPS, 高企, management systems, AAA ratings."""

from extractors.exhibit import Fact
from extractors.kinds.cells import Flow
from extractors.kinds.facts import in_flow, labelled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.parsing import dated, numbered, one_organisation, organisations, text_of, titled
from extractors.kinds.standing import last_date, matched
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
        ("证书编号", "备案编号", "备案证明编号", "编号"),
        flows=(r"(?P<v>\d{11}-\d{5})",),
        required=True,
    ),
    FieldSpec(
        "holder",
        one_organisation,
        ("备案单位", "单位名称"),
        flows=(r"规定,(?P<v>[^,。:]{4,50}?(?:公司|院|所|中心|局|集团|大学|学校|医院))(?:单位)?的",),
    ),
    FieldSpec(
        "level",
        _level,
        ("安全保护等级", "系统级别", "等级"),
        flows=(r"第(?P<v>[一二三四五1-5])级", r"(?P<v>[一二三四五])级"),
    ),
    FieldSpec(
        "system",
        titled,
        ("系统名称", "信息系统名称", "定级对象名称", "备案系统"),
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


MLPS = Kind(
    type="mlps_filing",
    titles=("(?:信息系统安全|网络安全)等级保护备案证明", "等级保护备案证明"),
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
    refuse=("名单", "认定管理办法", "公示", "研究开发中心"),
    fields=(
        FieldSpec("holder", one_organisation, ("企业名称", "单位名称"), wraps=True, required=True),
        FieldSpec("number", numbered(HitechNumber), ("证书编号", "编号"), flows=(r"(?P<v>G[RFS]\d{12})",), required=True),
        FieldSpec("grant_date", dated, ("发证时间", "发证日期", "颁发日期")),
        FieldSpec("term", text_of, ("有效期",)),
    ),
    source="《高新技术企业认定管理办法》 国科发火〔2016〕32号; dossier C.6",
)


def _managed(script: Script) -> Found:
    flow = Flow(script)
    specs = (
        FieldSpec("holder", organisations, flows=(r"(?:兹证明|认证证书?授予|获证组织)[:;]?(?P<v>[^,。:;]{4,60}?公司)",)),
        FieldSpec("uscc", numbered(Uscc), flows=(r"社会信用代码[:;]?(?P<v>[0-9A-Z]{18})",)),
        FieldSpec("valid_to", dated, flows=(r"(?:有效期至|证书有效期至|有效至)[:;]?(?P<v>\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-.]\d\d[-.]\d\d)",)),
    )
    facts: list[Fact | None] = [in_flow(script, flow, spec) for spec in specs]
    facts.append(matched(script, "standard", text_of, r"(?P<v>(?:GB/T\d{5}|ISO(?:/IEC)?\d{4,5})[^\t\n]{0,16})"))
    facts.append(matched(script, "number", text_of, r"(?:注册号|证书编?号)[:;](?P<v>[\dA-Z][\dA-Z/()\-]{4,30})"))
    return Found(tuple(f for f in facts if f is not None))


MANAGED = Kind(
    type="mgmt_system_certificate",
    titles=(".{2,12}管理体系(?:认证|评定)证书", "认证证书", "CertificateofRegistration"),
    marks=("管理体系", "兹证明", "认证", "有效期", "CNAS", "ISO"),
    enough=3,
    refuse=("专利", "著作权", "浙江制造"),
    read=_managed,
    pages=4,
    follows=("附件", "管理体系"),
    source="dossier C.20 mgmt_system_certificate",
)

RATING = Kind(
    type="association_honour",
    titles=(".{0,16}AAA级?.{0,12}(?:企业|单位|证书|信用).{0,12}", "企业信用等级证书", ".{2,20}(?:协会|学会|联合会|商会)荣誉证书"),
    refuse=("公共信用",),
    fields=(
        FieldSpec("holder", one_organisation, ("企业名称", "单位名称", "授予"), wraps=True),
        FieldSpec("number", text_of, ("证书编号", "编号")),
    ),
    source="dossier C.9, C.10: commercial ratings are no public credit",
)

KINDS = (MLPS, HITECH, MANAGED, RATING)
