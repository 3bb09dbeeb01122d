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


LEVEL = re.compile("|".join(r"[\t\n]*".join(word) for word in LEVELS))

COMPARED = re.compile(r"(?:优于|高于|超过|超越|接近|相比|相对于)[^,。;]*$")
"""With what something is compared, is not what it is."""

WHOLE = re.compile(r"(?:总体|整体|综合)[^。;]*$")


def _cell_top(script: Script, opinion: re.Match[str]) -> int:
    """Where the opinion begins: beside its label, or above it where the label stands in the middle of a tall cell."""
    row = script.row_at(opinion.start())
    label = script.glyphs(opinion.start(), opinion.end())[-1].box
    while row > 0 and script.rows[row - 1].page == script.rows[row].page and script.rows[row - 1].box.x0 > label.x1:
        row -= 1
    return min(opinion.end(), script.row_span(row)[0])


def _appraisal(script: Script) -> Found:
    """How advanced it is, in the committee's words only: what the company says of itself is no opinion."""
    opinion = re.search(OPINION, script.text)
    start = _cell_top(script, opinion) if opinion else len(script.text)
    found = [m for m in LEVEL.finditer(script.text, start) if not COMPARED.search(script.text, max(start, m.start() - 8), m.start())]
    # «整体技术达到国内领先水平,其中…达到国际先进»: of the whole before that of a part.
    whole = [m for m in found if WHOLE.search(script.text, max(start, m.start() - 30), m.start())]
    level = next((make_fact(script, "level", one_of(*LEVELS), [m.span()]) for m in whole or found), None)
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
                "评价编号",
                "评价证书编号",
                "批准登记号",
                "编号",
            ),
            flows=(r"(?:证书|报告|意见书?|^)?(?P<v>(?!证书|报告)[一-鿿]{1,4}\([一-鿿]{1,4}\)[一-鿿]{0,4}[鉴评]字?[〔\[(]20\d\d[〕\])]第?[A-Z]?\d{1,5}号)", r"(?:^|报告|证书|意见书?)?(?P<v>(?![^〔\[(]{0,7}(?:报告|证书))[一-鿿]{2,8}鉴?字?[〔\[(]20\d\d[〕\])]第?\d{1,5}号)",),
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
                "成果权利人",
                "成果完成单位",
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
