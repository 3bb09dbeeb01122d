"""Who the company is: business licence, name change, public credit report (dossier C.1, C.10)."""

import re
from dataclasses import replace

from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.parsing import (
    dated,
    decimal,
    numbered,
    one_of,
    one_organisation,
    person,
    text_of,
    wan,
)
from extractors.kinds.fields.standing import last_date
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.headings import Heading
from extractors.layout import Script, plain
from registries.values.identifiers import Uscc

CREDIT_GRADES = ("优秀", "良好", "中等", "较差", "差")
"""The five grades of 《浙江省公共信用信息管理条例》's evaluation, best first."""

USCC = FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码", "社会信用代码", "注册号/统一社会信用代码"))

LICENCE = Kind(
    type="business_licence",
    titles=("(?:电子)?营业执照(?:\\([正副]本\\))?(?:\\(\\d-\\d\\))?",),
    marks=("统一社会信用代码", "法定代表人", "注册资本", "经营范围", "成立日期", "登记机关"),
    enough=5,
    refuse=("公共信用", "信用报告", "变更前", "变更登记", "高新技术企业证书"),
    fields=(
        USCC,
        FieldSpec("holder", one_organisation, ("名称", "企业名称", "公司名称"), wraps=True, required=True),
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

CHANGES = Grid(
    headings=(
        Heading("item", r"(?:变更)?(?:事项|项目|登记事项)"),
        Heading("before", r"(?:变更前|原)(?:内容|名称|登记内容|登记事项)?", one_organisation),
        Heading("after", r"(?:变更后|现)(?:内容|名称|登记内容|登记事项)?", one_organisation),
        Heading("date", r"(?:核准|变更|登记)(?:变更)?(?:日期|时间)", dated),
    ),
    anchors=("item", "date"),
)

NAME = r"[“\"]?(?P<v>[^“”\",。:;]{4,40}?(?:公司|厂|院|所|中心|合伙\)))[”\"]?"

CHANGE_FIELDS = (
    USCC,
    FieldSpec(
        "former_name",
        one_organisation,
        ("变更前名称", "变更前企业名称", "原企业名称", "原名称"),
        wraps=True,
        flows=(
            rf"(?:企业名称|名称)由{NAME}(?:变更|更名|更改)为",
            rf"(?:由|原){NAME},?(?:现?已?)(?:变更|更名|更改)(?:登记)?为",
            rf"变更前(?:的?(?:企业)?名称|内容)?[:;]{NAME}",
        ),
    ),
    FieldSpec(
        "holder",
        one_organisation,
        ("变更后名称", "变更后企业名称", "现企业名称", "现名称"),
        wraps=True,
        flows=(rf"(?:变更|更名|更改)(?:登记)?为[:;]?{NAME}", rf"变更后(?:的?(?:企业)?名称|内容)?[:;]{NAME}"),
    ),
    FieldSpec(
        "date",
        dated,
        ("核准变更日期", "核准日期", "变更日期", "登记日期", "核准变更时间"),
        flows=(r"(?:于|经)(?P<v>20\d\d年\d{1,2}月\d{1,2}日)[^。]{0,30}?(?:核准|变更|登记|更名)",),
    ),
    FieldSpec(
        "number",
        text_of,
        flows=(r"(?P<v>\([一-鿿]{2,8}\)[一-鿿]{0,8}(?:变|登|准|名)[一-鿿]{0,6}[〔\[【(]\d{4}[〕\]】)]第?\d{1,10}号)",),
    ),
)


def _change(script: Script) -> Found:
    """Who was called what before: a row of the table, a sentence, or two labels say so."""
    facts = labelled(script, CHANGE_FIELDS)
    for row in grid_rows(script, CHANGES):
        item, before, after = (row.get(name) for name in ("item", "before", "after"))
        if before is not None and after is not None and (item is None or "名称" in str(item.value)):
            facts["former_name"] = replace(before, name="former_name")
            facts["holder"] = replace(after, name="holder")
            if (day := row.get("date")) is not None:
                facts["date"] = day
            break
    # Where the text tells the day and it could not be read, the day of the signature is another one.
    told = re.search(r"(?:于|经)20\d\d年", re.sub(r"[\t\n]", "", script.text)) is not None
    if "date" not in facts and not told and (signed := last_date(script, "date")) is not None:
        facts["date"] = signed
    return Found(tuple(facts.values()))


NAME_CHANGE = Kind(
    type="name_change_notice",
    titles=(
        r"(?:企业)?名称变更(?:核准|登记)?(?:通知书|证明)(?:书)?",
        r"(?:公司|企业)?(?:工商)?变更登记(?:情况|证明|通知书|核准通知书)(?:表)?(?:\(.{2,8}\))?",
        r"(?:准予)?变更(?:登记)?(?:\(备案\))?(?:登记)?通知书",
        r"(?:企业)?名称变更(?:的)?(?:预先)?(?:核准|情况)(?:通知书|证明|说明)?",
        r"(?:公司|企业)?(?:工商)?(?:登记)?(?:信息)?变更(?:登记)?(?:情况|信息|记录)(?:证明|表)",
        r"登记通知书",
    ),
    needs=("变更", "更名"),
    refuse=("著作权", "专利", "高新技术企业名称变更"),
    read=_change,
    rank=1,
    source="dossier C.20 name_change_notice",
)

LETTERS = {"A": "优秀", "B": "良好", "C": "中等", "D": "较差", "E": "差"}
"""The letters under which portals print the five grades."""


def _credit_grade(text: str) -> Reading | None:
    named = one_of(*CREDIT_GRADES)(text)
    letter = re.match(r"\s*([A-E])(?:级|等|类|\(|$)", plain(text))
    return named or (Reading(LETTERS[letter[1]]) if letter else None)


CREDIT_REPORT = Kind(
    type="credit_report_public",
    titles=(
        r"(?:浙江省|[一-鿿]{2,3}市)?(?:企业|法人)?公共信用(?:信息)?(?:综合)?(?:评价|信息)?(?:结果)?报告(?:\(.{2,14}\))?",
        r"(?:浙江省)?(?:企业)?公共信用(?:综合)?评价(?:结果|信息|证明)?(?:查询(?:结果)?)?",
        r"(?:企业)?(?:专项)?信用报告\(?(?:代|替代)?.{0,6}无违法违规证明.{0,4}\)?",
    ),
    marks=("公共信用评价", "评价等级", "评价得分", "统一社会信用代码"),
    enough=3,
    needs=("公共信用", "无违法违规证明"),
    fields=(
        FieldSpec(
            "holder",
            one_organisation,
            (
                "企业名称", "主体名称", "单位名称", "机构名称", "被查询主体名称", "被查询主体", "查询主体", "查询对象", "查询企业",
                "被评价主体", "被评价企业", "信用主体名称", "信用主体", "市场主体名称", "名称",
            ),
            wraps=True,
            required=True,
        ),
        USCC,
        # What other bodies grade stands on the same report and is none of this one's grades.
        FieldSpec("tax_grade", text_of, ("纳税信用等级", "纳税信用级别", "纳税信用评价等级", "纳税信用", "纳税人信用等级")),
        FieldSpec("other_grade", text_of, ("海关信用等级", "环境信用等级", "环保信用评价等级", "行业信用评价等级", "企业信用评级")),
        FieldSpec(
            "grade",
            _credit_grade,
            (
                "公共信用评价等级", "公共信用等级", "公共信用评级", "公共信用评价结果", "公共信用评价", "信用评价等级", "信用评价结果",
                "评价等级", "信用等级", "信用评级", "评价结果", "评价级别", "信用评价", "等级",
            ),
            flows=(r"(?:公共信用)?(?:评价|信用)(?:等级|结果)为[“\"]?(?P<v>优秀|良好|中等|较差|差|[A-E]级)",),
        ),
        FieldSpec(
            "score",
            decimal,
            ("公共信用评价得分", "公共信用评价分", "评价得分", "信用得分", "信用分", "得分", "评价分值", "评价分数", "信用评分", "综合得分", "评分"),
            flows=(r"(?:评价|信用|综合)得?分(?:数|值)?为?(?P<v>\d{3,4}(?:\.\d)?)分?",),
        ),
        FieldSpec(
            "date", dated, ("评价日期", "报告日期", "评价时间", "报告生成日期", "报告生成时间", "查询日期", "查询时间", "生成时间", "生成日期", "出具日期", "出具时间", "更新时间")
        ),
        FieldSpec("number", text_of, ("报告编号", "编号", "查询编号")),
        FieldSpec("legal_representative", person, ("法定代表人",)),
    ),
    rank=1,
    reprints=True,
    pages=12,
    follows=("信用", "行政许可", "行政处罚", "严重失信"),
    source="DB33/T 1331—2023; dossier C.10",
)

KINDS = (LICENCE, NAME_CHANGE, CREDIT_REPORT)
