"""Projects of programmes: task books, approvals, acceptances (dossier C.8)."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import fact_of
from extractors.kinds.fields.phrases import LEAD, ORGANISED, parties, period
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import one_of, person, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script
from registries.values.levels import level_of

PROGRAMME = (
    r"(?:国家|浙江省|[一-鿿]{2,3}市)?[一-鿿“”\"0-9]{0,12}?(?:重点研发(?:计划)?|科技重大专项|重大科技专项|科技创新2030|"
    r"科技创新2025重大专项|重大专项|尖兵|领雁|科技计划|产业基础再造|高质量发展专项|重大科技攻关)"
)


def _programme_number(text: str) -> Reading | None:
    """A project's number without the label of the next cell (密级, 项目名称) that a reader joined to it."""
    return text_of(re.sub(r"(?<=[\dA-Za-z])(?:密级|保密|项目|课题|所属|专项).*$", "", text))


PROJECT_FIELDS = (
    FieldSpec(
        "number",
        _programme_number,
        (
            "项目编号",
            "课题编号",
            "项目(课题)编号",
            "立项编号",
            "计划编号",
            "项目合同编号",
            "项目立项编号",
            "专项编号",
        ),
        flows=(r"(?P<v>20\d\dYF[A-Z]\d{7}|20\d\dZD\d{7}|20\d\dC\d{5})(?!\d)",),
    ),
    FieldSpec("title", titled, ("项目名称", "课题名称", "项目(课题)名称", "立项项目名称"), wraps=True),
    FieldSpec(
        "holder",
        parties,
        (
            "项目牵头承担单位",
            "项目牵头单位",
            "牵头承担单位",
            "项目承担单位",
            "课题承担单位",
            "牵头单位",
            "承担单位",
            "项目申报单位",
            "项目单位",
            "完成单位",
            "第一承担单位",
            "承担单位(乙方)",
            "乙方(承担单位)",
            "乙方(项目承担单位)",
            "承担方(乙方)",
            "项目实施单位",
        ),
        wraps=True,
        flows=(rf"由(?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))(?:牵头)?承担的?",),
    ),
    FieldSpec(
        "coop",
        parties,
        (
            "项目参与单位",
            "项目合作单位",
            "参与单位",
            "合作单位",
            "参加单位",
            "联合承担单位",
            "课题参与单位",
            "协作单位",
        ),
        wraps=True,
    ),
    FieldSpec(
        "period",
        period,
        (
            "项目起止时间",
            "起止时间",
            "起止年限",
            "起止年月",
            "项目起止年限",
            "执行期限",
            "项目执行期",
            "实施期限",
            "研究期限",
            "实施周期",
        ),
        flows=(
            r"(?:执行期|实施期|起止时间)(?:为|:)?(?P<v>20\d\d年\d{1,2}月(?:\d{1,2}日)?(?:至|-|—|~)+20\d\d年\d{1,2}月)",
        ),
    ),
    FieldSpec(
        "conclusion",
        one_of("通过验收", "同意结题", "不通过验收", "结题", "暂缓通过"),
        ("验收结论", "绩效评价结论", "验收意见"),
        flows=(r"(?P<v>(?:不予|同意|予以)?通过验收)",),
    ),
    FieldSpec("principal", person, ("项目负责人", "课题负责人", "项目组长")),
)


def _project(script: Script) -> Found:
    facts: list[Fact | None] = [_programme(script), last_date(script, "date")]
    programme = facts[0]
    level = level_of(str(programme.value)) if programme else ""
    if programme is not None and level:
        facts.append(Fact("level", level, programme.quote, programme.places, programme.confidence))
    return Found(tuple(f for f in facts if f is not None))


def _programme(script: Script) -> Fact | None:
    """The programme, from the rows of the title; a programme named in the text may be another's."""
    for number in range(min(10, len(script.rows))):
        start, end = script.row_span(number)
        row = script.text[start:end].replace("\t", "")
        match = re.search(PROGRAMME, row)
        if match and not re.search(r"[。,]", row):
            return fact_of(
                script, "programme", Reading(_named(match[0])), script.raw[start:end], [(start, end)]
            )
    return None


def _named(programme: str) -> str:
    bare = re.sub(r"[“”\"]", "", programme)
    return bare if bare.endswith(("计划", "专项", "2030", "尖兵", "领雁", "攻关")) else bare + "计划"


PROJECT = Kind(
    type="major_project",
    titles=(
        rf"{LEAD}(?:项目|课题|专项|计划)?(?:任务(?:合同)?书|合同书|计划任务书|立项(?:通知书?|批复|证明)书?)",
        rf"{LEAD}(?:项目|课题|计划)(?:综合绩效评价|综合绩效|验收|结题|财务验收)(?:结论书?|意见书?|证书|通知书|报告)",
    ),
    fields=PROJECT_FIELDS,
    needs=(rf"{PROGRAMME}",),
    refuse=("申报书", "申请书", "可行性研究报告", "申报通知", "劳动合同", "的公示", "公示期"),
    read=_project,
    rank=1,
    pages=60,
    reprints=True,
    follows=(
        "项目编号",
        "课题编号",
        "任务书",
        "考核指标",
        "经费预算",
        "项目负责人",
        "研究内容",
        "签订各方",
        "甲方",
        "验收意见",
        "专家组",
    ),
    title_rows=10,
    source="国家科技计划项目任务书; 浙江省科技计划项目管理办法; dossier C.8, C.20 major_project",
)
