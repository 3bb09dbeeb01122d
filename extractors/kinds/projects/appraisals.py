"""Appraisals of what was developed: how advanced it is, in the committee's words (dossier C.20)."""

import re

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.phrases import LEAD, parties, party
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import one_of, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.layout import Script

LEVELS = ("国际领先", "国际先进", "国内领先", "国内先进", "省内领先", "填补国内空白")

OPINION = r"(?:成果水平|技术水平(?=\t|:)|鉴定意见|鉴定结论|评价意见|评价结论|评审意见|验收意见|鉴定委员会(?:一致)?认为|专家组(?:一致)?认为|查新结论|结论)"


def _appraisal(script: Script) -> Found:
    """How advanced it is, in the committee's words only: what the company says of itself is no opinion."""
    opinion = re.search(OPINION, script.text)
    start = opinion.end() if opinion else len(script.text)
    level = next(
        (
            make_fact(script, "level", one_of(*LEVELS), [(start + m.start(), start + m.end())])
            for m in re.finditer("|".join(r"[\t\n]*".join(word) for word in LEVELS), script.text[start:])
        ),
        None,
    )
    return Found(tuple(f for f in (level, last_date(script, "date")) if f is not None))


APPRAISAL = Kind(
    type="tech_appraisal",
    titles=(
        rf"{LEAD}(?:科技成果|科学技术成果|新产品|新技术|工业新产品|技术成果|成果)(?:\(新技术\))?[^,。]{{0,8}}?(?:鉴定|评价|评审|登记|验收)(?:\(?验收\)?)?(?:证书|报告|意见书?)",
        r"科技查新(?:咨询)?报告(?:书)?",
    ),
    fields=(
        FieldSpec(
            "number",
            text_of,
            (
                "鉴定证书编号",
                "评价报告编号",
                "证书编号",
                "报告编号",
                "登记号",
                "登记编号",
                "鉴定编号",
                "批准登记号",
                "编号",
            ),
            flows=(r"(?:^|报告|证书|意见书?)?(?P<v>(?![^〔\[(]{0,7}(?:报告|证书))[一-鿿]{2,8}鉴?字?[〔\[(]20\d\d[〕\])]第?\d{1,5}号)",),
        ),
        FieldSpec(
            "title",
            titled,
            ("成果名称", "新产品名称", "产品名称", "项目名称", "查新项目名称", "技术名称"),
            wraps=True,
        ),
        FieldSpec(
            "holder",
            parties,
            (
                "第一完成单位",
                "主要完成单位",
                "完成单位",
                "研制单位",
                "委托单位",
                "委托人",
                "申请单位",
                "申请评价单位",
                "研发单位",
            ),
            wraps=True,
        ),
        FieldSpec(
            "committee",
            party,
            (
                "组织鉴定单位",
                "主持鉴定单位",
                "鉴定单位",
                "组织评价单位",
                "评价单位",
                "评价机构",
                "鉴定机构",
                "鉴定组织单位",
                "查新机构",
                "登记机构",
                "组织验收单位",
            ),
            wraps=True,
        ),
        FieldSpec(
            "date", dated, ("鉴定日期", "评价日期", "查新完成日期", "登记日期", "批准日期", "鉴定批准日期")
        ),
    ),
    refuse=("申报书", "的公示", "公示期"),
    read=_appraisal,
    rank=1,
    pages=20,
    reprints=True,
    follows=(
        "鉴定意见",
        "评价意见",
        "评价结论",
        "查新结论",
        "鉴定委员会",
        "专家组",
        "主要技术文件",
        "查新点",
    ),
    title_rows=10,
    source="《科学技术成果鉴定办法》; 《科技查新规范》; dossier C.20 tech_appraisal",
)
