"""The report on public credit (DB33/T 1331—2023; dossier C.10)."""

import re

from extractors.kinds.company.licence import USCC
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.figures import decimal
from extractors.kinds.fields.texts import one_of, one_organisation, person, text_of
from extractors.kinds.kind import FieldSpec, Kind, Reading
from extractors.plain import plain

CREDIT_GRADES = ("优秀", "良好", "中等", "较差", "差")
"""The five grades of 《浙江省公共信用信息管理条例》's evaluation, best first."""

LETTERS = {"A": "优秀", "B": "良好", "C": "中等", "D": "较差", "E": "差"}
"""The letters under which portals print the five grades."""


def _credit_grade(text: str) -> Reading | None:
    named = one_of(*CREDIT_GRADES)(text)
    letter = re.match(r"\s*([A-E])(?:级|等|类|\(|$)", plain(text))
    return named or (Reading(LETTERS[letter[1]]) if letter else None)


def _tax_grade(text: str) -> Reading | None:
    """The tax office's grade: a letter; what stands beside its head in a table is another head."""
    match = re.search(r"[ABCDM](?=级|$)", plain(re.sub(r"\s", "", text)))
    return Reading(f"{match[0]}级") if match else None


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
            flows=(r"(?:^|[^一-鿿()])(?P<v>[一-鿿()]{4,40}?公司)统一社会信用代码[:;]?[0-9A-Z]{18}",),
        ),
        USCC,
        # What other bodies grade stands on the same report and is none of this one's grades.
        FieldSpec("tax_grade", _tax_grade, ("纳税信用等级", "纳税信用级别", "纳税信用评价等级", "纳税信用", "纳税人信用等级")),
        FieldSpec("other_grade", text_of, ("海关信用等级", "环境信用等级", "环保信用评价等级", "行业信用评价等级", "企业信用评级")),
        FieldSpec(
            "grade",
            _credit_grade,
            (
                "公共信用评价等级", "公共信用等级", "公共信用评级", "公共信用评价结果", "公共信用评价", "信用评价等级", "信用评价结果",
                "评价等级", "信用等级", "信用评级", "评价结果", "评价级别", "信用评价", "等级",
            ),
            flows=(r"(?P<v>优秀|良好|中等|较差)\d{0,4}公共信用评价等级", r"(?:公共信用)?(?:评价|信用)(?:等级|结果)为[“\"]?(?P<v>优秀|良好|中等|较差|差|[A-E]级)",),
        ),
        FieldSpec(
            "score",
            decimal,
            ("公共信用评价得分", "公共信用评价分", "评价得分", "信用得分", "信用分", "得分", "评价分值", "评价分数", "信用评分", "综合得分", "评分"),
            flows=(r"(?:评价|信用|综合)得?分(?:数|值)?为?(?P<v>\d{3,4}(?:\.\d)?)分?",),
        ),
        FieldSpec(
            "date", dated, ("评价日期", "报告日期", "评价时间", "报告生成日期", "报告生成时间", "查询日期", "查询时间", "生成时间", "生成日期", "出具日期", "出具时间", "更新时间"),
            flows=(r"(?:查询|生成|评价|出具)(?:时间|日期)[:;]?(?P<v>20\d\d年\d{1,2}月\d{1,2}日)",)
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
