"""Who the company is: business licence, name change, public credit report (dossier C.1, C.10)."""

from extractors.kinds.kind import FieldSpec, Kind
from extractors.kinds.parsing import (
    dated,
    decimal,
    numbered,
    one_of,
    one_organisation,
    person,
    text_of,
    wan,
)
from registries.values.identifiers import Uscc

CREDIT_GRADES = ("优秀", "良好", "中等", "较差", "差")
"""The five grades of 《浙江省公共信用信息管理条例》's evaluation, best first."""

USCC = FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码", "社会信用代码", "注册号/统一社会信用代码"))

LICENCE = Kind(
    type="business_licence",
    titles=("营业执照",),
    marks=("统一社会信用代码", "法定代表人", "注册资本", "经营范围", "成立日期", "登记机关"),
    enough=5,
    refuse=("公共信用", "信用报告", "变更前"),
    fields=(
        USCC,
        FieldSpec("holder", one_organisation, ("名称", "企业名称", "公司名称"), wraps=True, required=True),
        FieldSpec("company_type", text_of, ("类型", "公司类型", "主体类型"), wraps=True),
        FieldSpec("legal_representative", person, ("法定代表人", "负责人", "执行事务合伙人", "经营者")),
        FieldSpec("capital", wan, ("注册资本", "注册资金")),
        FieldSpec("founded", dated, ("成立日期",)),
        FieldSpec("term", text_of, ("营业期限",)),
        FieldSpec("address", text_of, ("住所", "经营场所", "营业场所"), wraps=True),
        FieldSpec("scope", text_of, ("经营范围",), wraps=True),
        FieldSpec("issuer", text_of, ("登记机关",)),
    ),
    source="GB 32100—2015; 《营业执照》样式 (市场监管总局)",
)

NAME_CHANGE = Kind(
    type="name_change_notice",
    titles=("(?:企业)?名称变更(?:核准|登记)?(?:通知书|证明)", "变更登记(?:情况|证明|通知书)", "准予变更登记通知书"),
    fields=(
        USCC,
        FieldSpec("former_name", one_organisation, ("变更前名称", "原名称", "变更前", "原企业名称"), wraps=True),
        FieldSpec("holder", one_organisation, ("变更后名称", "现名称", "变更后", "现企业名称"), wraps=True),
        FieldSpec("date", dated, ("核准日期", "变更日期", "核准变更日期")),
    ),
    rank=1,
    source="dossier C.20 name_change_notice",
)

CREDIT_REPORT = Kind(
    type="credit_report_public",
    titles=("(?:浙江省)?(?:企业)?公共信用(?:综合)?(?:评价|信息)?报告", "企业公共信用评价(?:结果)?"),
    marks=("公共信用评价", "评价等级", "评价得分", "统一社会信用代码"),
    enough=3,
    refuse=("纳税信用",),
    fields=(
        FieldSpec("holder", one_organisation, ("企业名称", "主体名称", "单位名称", "名称"), wraps=True, required=True),
        USCC,
        FieldSpec(
            "grade",
            one_of(*CREDIT_GRADES),
            ("公共信用评价等级", "公共信用等级", "信用评价等级", "评价等级", "信用等级", "等级"),
        ),
        FieldSpec(
            "score", decimal, ("公共信用评价得分", "评价得分", "信用得分", "信用分", "得分", "评价分值")
        ),
        FieldSpec("date", dated, ("评价日期", "报告日期", "评价时间", "报告生成日期", "查询日期", "生成时间")),
        FieldSpec("number", text_of, ("报告编号", "编号")),
        FieldSpec("legal_representative", person, ("法定代表人",)),
    ),
    rank=1,
    pages=12,
    follows=("信用", "行政许可", "行政处罚", "严重失信"),
    source="DB33/T 1331—2023; dossier C.10",
)

KINDS = (LICENCE, NAME_CHANGE, CREDIT_REPORT)
