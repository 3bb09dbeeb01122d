"""The certificate of a high and new technology enterprise (dossier C.6)."""

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.texts import one_organisation, text_of
from extractors.kinds.kind import FieldSpec, Kind
from registries.values.identifiers import HitechNumber

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
