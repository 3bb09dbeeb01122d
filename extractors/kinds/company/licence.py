"""The business licence (GB 32100—2015; dossier C.1)."""

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.figures import wan
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.texts import one_organisation, person, text_of
from extractors.kinds.kind import FieldSpec, Kind
from registries.values.identifiers import Uscc

USCC = FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码", "社会信用代码", "注册号/统一社会信用代码"),
    flows=(r"统一社会信用代码[:;]?(?P<v>[0-9A-Z]{18})(?![0-9A-Z])",))

LICENCE = Kind(
    type="business_licence",
    titles=("(?:电子)?营业执照(?:\\([正副]本\\))?(?:\\(\\d-\\d\\))?",),
    marks=("统一社会信用代码", "法定代表人", "注册资本", "经营范围", "成立日期", "登记机关"),
    enough=5,
    refuse=("公共信用", "信用报告", "变更前", "变更登记", "高新技术企业证书"),
    fields=(
        USCC,
        FieldSpec("holder", one_organisation, ("名称", "企业名称", "公司名称", "称"), wraps=True, required=True),
        FieldSpec("company_type", text_of, ("类型", "公司类型", "主体类型"), wraps=True),
        FieldSpec("legal_representative", person, ("法定代表人", "法定代表人姓名", "法人代表", "负责人", "执行事务合伙人", "经营者")),
        FieldSpec("capital", wan, ("注册资本", "注册资金")),
        FieldSpec("founded", dated, ("成立日期", "成立时间", "注册日期")),
        FieldSpec("term", text_of, ("营业期限",)),
        FieldSpec("address", text_of, ("住所", "经营场所", "营业场所", "主要经营场所", "注册地址"), wraps=True),
        FieldSpec("scope", text_of, ("经营范围",), wraps=True),
        FieldSpec("issuer", text_of, ("登记机关",)),
    ),
    source="GB 32100—2015; 《营业执照》样式 (市场监管总局)",
)
