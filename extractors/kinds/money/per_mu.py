"""Results per 亩 (亩均论英雄): tax and class of companies by the land that they use.

The area is given as printed and once more as `area_mu`, always in 亩.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.days import year
from extractors.kinds.fields.facts import labelled, make_fact
from extractors.kinds.fields.figures import decimal, whole
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.fields.texts import one_organisation, organisations, text_of
from extractors.kinds.fields.vouched import ADDRESSED
from extractors.kinds.honours.notices import NUMBER as DOC
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.amounts import row_text
from extractors.kinds.tables.companies import COMPANY
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.known import Heading
from extractors.kinds.tables.lines import stretches
from extractors.layout import Script
from extractors.plain import plain
from registries.values.identifiers import Uscc

# --- per-mu results ---------------------------------------------------------------------------


def _class(text: str) -> Reading | None:
    match = re.search(r"(?<![A-Z])[ABCD](?=[+-]?(?:类|级|档|等|$))", plain(text).strip())
    return Reading(match[0]) if match else None

RESULTS = Grid(
    headings=(
        Heading("sequence", r"序号|排名|名次", whole),
        Heading("holder", r"(?:企业|单位|公司)(?:名称|全称)?", organisations),
        Heading("area", r"(?:实际|总)?用地面积(?:\(亩\))?", decimal),
        Heading("tax", r"(?:评价)?(?:实缴|入库)?税[收金](?:实际贡献)?(?:\(万元\))?|实缴税金\(万元\)", decimal),
        Heading("tax_per_mu", r"亩均税[收金](?:实际贡献)?(?:\(万元/?亩?\))?", decimal),
        Heading("class", r"(?:综合)?评价(?:等级|结果|类别|等次)|等级|类别|档次|分类", _class),
        Heading("region", r"所属(?:镇街|乡镇|区域)|镇\(?街道\)?|属地|地区"),
        Heading("score", r"(?:综合)?(?:得分|评分)", decimal),
    ),
    anchors=("holder", "sequence"),
)

MU_FIELDS = (
    FieldSpec("holder", one_organisation, ("企业名称", "单位名称"), wraps=True, flows=(ADDRESSED,)),
    FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码",)),
    FieldSpec(
        "tax_per_mu",
        decimal,
        ("亩均税收(万元/亩)", "亩均税收"),
        flows=(r"亩均税[收金](?:实际贡献)?(?:为|达)?[^\d]{0,12}(?P<v>\d+(?:\.\d+)?)",),
    ),
    FieldSpec("area", decimal, ("用地面积(亩)", "用地面积"), flows=(r"用地面积[^\d]{0,8}(?P<v>\d+(?:\.\d+)?)亩",)),
    FieldSpec("tax", decimal, ("评价税收(万元)", "实缴税金(万元)", "实缴税金", "评价税收")),
    FieldSpec(
        "class",
        _class,
        ("综合评价等级", "评价等级", "评价结果", "评价类别"),
        flows=(r"评价(?:等级|结果|类别)为?[:;]?(?P<v>[ABCD][+-]?[类级档])", r"(?:评为|列为|确定为|认定为|结果为)[“\"]?(?P<v>[ABCD][+-]?[类级档])",),
    ),
)

MU_YEAR = FieldSpec(
    "year",
    year,
    ("评价年度", "数据年度"),
    flows=(r"(?P<v>20\d\d)年度?(?!\d)[^。〕\]]{0,24}亩均", r"亩均.{0,30}?(?P<v>20\d\d)年度"),
)

SOME = 2
"""A row of which the company could not be read is one where it has more cells than this."""


def _mu(script: Script) -> Found:
    heads = [row_text(script, n) for n in range(min(len(script.rows), 10))]
    # Only the title: the text of a result tells that its list was publicised before.
    title = "".join(takewhile(lambda row: not re.search(r"[,。:]$", row), heads))
    rows = tuple(_in_mu(row) for row in grid_rows(script, RESULTS) if row.get("holder") is not None or len(row.facts) > SOME)
    rows = rows or tuple(_under_classes(script))
    facts: dict[str, Fact] = {} if rows else labelled(script, MU_FIELDS)
    if "area" in facts:
        facts["area_mu"] = replace(facts["area"], name="area_mu")
    about = labelled(script, (MU_YEAR,)).get("year")
    rest = [about, matched(script, "doc", text_of, DOC), last_date(script, "date")]
    type_ = "publicity_notice" if re.search(r"亩均.{0,40}(?:公示|征求意见)", title) else ""
    return Found((*facts.values(), *(f for f in rest if f is not None)), rows, type=type_)


CLASS_HEAD = re.compile(
    r"(?:[一二三四五六]、|[(（][一二三四五六][)）]|\d{1,2}[.、])?(?:评价(?:结果|等级)为)?[ABCD][+-]?[类档级等](?:企业)?(?:名单)?(?:[(（]?共?\d+[家户个][)）]?)?[:]?"
)
"""A head over the companies of one class: «一、A类企业(3家)»."""


def _under_classes(script: Script) -> Iterator[Row]:
    """Companies whose names stand one behind the other under the head of their class."""
    heads = [n for n in range(len(script.rows)) if CLASS_HEAD.fullmatch(row_text(script, n))]
    for number, end in pairwise([*heads, len(script.rows)]):
        grade = make_fact(script, "class", _class, [script.row_span(number)])
        for name in _names(script, range(number + 1, end)):
            holder = make_fact(script, "holder", organisations, name)
            yield Row(tuple(fact for fact in (holder, grade) if fact is not None))


NAME = re.compile(rf"(?:\d{{1,3}}[.、\t])?(?P<v>{COMPANY}(?:\((?:普通|有限)合伙\))?)[、,;。.\t]*")

SPECK = 2
"""A row of so few characters between names is what a seal left."""


def _names(script: Script, rows: Iterable[int]) -> Iterator[list[tuple[int, int]]]:
    """The stretches of each company's name in some rows, of a name that wraps one for each row; up to what is no name."""
    at: list[int] = []
    for start, end in map(script.row_span, rows):
        whole = NAME.sub("", "".join(script.text[i] for i in at)) == ""
        if end - start > SPECK or not whole:
            at += range(start, end)
    text, begin = "".join(script.text[i] for i in at), 0
    while (match := NAME.match(text, begin)) is not None:
        yield stretches(at[slice(*match.span("v"))])
        begin = match.end()


def _in_mu(row: Row) -> Row:
    area = row.get("area")
    return Row((*row.facts, replace(area, name="area_mu"))) if area is not None else row


def _more_results(script: Script) -> bool:
    """A page that goes on with the list: companies, each with a class behind it."""
    rows = [row_text(script, n) for n in range(len(script.rows))]
    return sum(bool(re.search(r"公司.*[ABCD]类?$", row)) for row in rows) > 2


MU_RESULT = Kind(
    type="mu_benefit_result",
    titles=(r"^(?!.*(?:组织申报|评价办法|实施意见)).{0,50}亩均(?:论英雄|效益|产效益).{0,30}(?:评价|结果|公布|通报|公告|公示)(?:.{0,14}(?:通知|通报|公告|公示|名单|告知书|通知单|表))?(?:\(.{2,14}\))?",
        r"[^,。;]{0,12}亩均(?:论英雄|效益)[”\"]?(?:综合)?(?:评价)?(?:体检单|体检报告|评价单|成绩单|诊断报告|诊断单)(?:\(.{2,14}\))?",
    ),
    fields=(MU_YEAR,),
    read=_mu,
    reprints=True,
    pages=60,
    follows=("亩均税收", "用地面积", "附件"),
    goes_on=_more_results,
    rank=1,
    source="浙江省“亩均论英雄”改革; dossier C.20 mu_benefit_result",
)
