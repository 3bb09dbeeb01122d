"""Statistical returns: figures that stand beside an indicator's name (dossier A.2, C.20).

The tables count in 千元; they name the indicator, its unit, its code, then this year and last year.
"""

import re
from decimal import Decimal

from extractors.exhibit import Fact
from extractors.kinds.fields.days import month_or_day, year
from extractors.kinds.fields.facts import fact_of, labelled
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import matched
from extractors.kinds.fields.texts import one_organisation, text_of
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.amounts import UNITS, amount_fact, row_pieces, row_text, unit_near
from extractors.layout import Script
from registries.values.identifiers import Uscc

FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?")

THIS_YEAR = re.compile(r"本年(?:累计|实际)?|本期|1[-—–至]+本月|数量|期末|合计")

OTHER_COLUMN = re.compile(r"上年同?期?|去年|代码|计量单位|序号|指标名称|单位|编码")

LINES = (
    ("revenue_wan", r"(?:^|[一二三四五六七八]、|其中:)\d{0,2}营业收入"),
    ("profit_wan", r"利润总额"),
    ("rd_wan", r"研究开发费用合计|研发费用合计|(?:^|其中:)研[发究](?:开发)?费用(?!加计)"),
    ("employees", r"从业人员(?:期末|平均)?人?数|平均用工人数|期末用工人数"),
    ("rd_staff", r"(?:从事)?(?:研究开发|研发|R&D)(?:活动)?人员(?:合计|数)"),
)
"""Fields and the indicators that state them; those that end in `_wan` are money."""

SURVEY_FIELDS = (
    FieldSpec("table", text_of, ("表号",), flows=(r"表号[:;]?(?P<v>[A-Z]?\d{3}(?:-\d)?表)",)),
    FieldSpec("holder", one_organisation, ("单位详细名称", "单位名称", "填报单位", "企业名称"), wraps=True),
    FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码", "社会信用代码")),
    FieldSpec("date", month_or_day, ("填报日期", "报出日期", "报出时间")),
    FieldSpec("year", year, flows=(r"(?:^|表|\))(?P<v>20\d\d)年?度?(?:1-12月)?(?=有效期|单位|统一|计量|组织|制定|表号|综合)", r"(?P<v>20\d\d)年(?!\d{1,2}月\d{1,2}日)")),
)


def _survey(script: Script) -> Found:
    facts = labelled(script, SURVEY_FIELDS)
    headed = matched(script, "year", year, r"(?:^|[\t\n])(?P<v>20\d\d)\t*年(?:度|1-12月)?(?=[\t\n])")
    if headed is not None:
        facts["year"] = headed  # the form says until which year it is valid, too
    figures = [_figure(script, name, pattern) for name, pattern in LINES]
    return Found((*facts.values(), *(f for f in figures if f is not None)))


def _figure(script: Script, name: str, pattern: str) -> Fact | None:
    """This year's figure of the first line that names an indicator."""
    middle: float | None = None
    others: list[float] = []
    for number in range(len(script.rows)):
        text = row_text(script, number)
        if "代码" in text or (THIS_YEAR.search(text) and OTHER_COLUMN.search(text)):
            middle, others = _columns(script, number)
        if middle is not None and re.search(pattern, text):
            span = _under(script, number, middle, others)
            if span is not None:
                return _stated(script, name, number, span)
    return None


def _columns(script: Script, number: int) -> tuple[float | None, list[float]]:
    """The middle of this year's column, and the middles of all others."""
    this: float | None = None
    others: list[float] = []
    start, end = script.row_span(number)
    for match in re.finditer(r"[^\t]+", script.text[start:end]):
        glyphs = script.glyphs(start + match.start(), start + match.end())
        middle = (glyphs[0].box.x0 + glyphs[-1].box.x1) / 2
        if this is None and THIS_YEAR.search(match[0]) and not OTHER_COLUMN.match(match[0]):
            this = middle
        else:
            others.append(middle)
    return this, others


def _under(script: Script, number: int, middle: float, others: list[float]) -> tuple[int, int] | None:
    for at, piece in row_pieces(script, number):
        match = FIGURE.fullmatch(piece)
        if match is None:
            continue
        glyphs = script.glyphs(at, at + len(piece))
        here = (glyphs[0].box.x0 + glyphs[-1].box.x1) / 2
        if all(abs(here - middle) < abs(here - other) for other in others):
            return at, at + len(piece)
    return None


def _stated(script: Script, name: str, number: int, span: tuple[int, int]) -> Fact | None:
    if not name.endswith("_wan"):
        printed = script.text[slice(*span)].replace(",", "")
        return fact_of(script, name, Reading(int(Decimal(printed))), script.raw[slice(*span)], [span])
    unit = next((UNITS[u] for u in ("百万元", "千元", "万元", "亿元") if u in row_text(script, number)), None)
    return amount_fact(script, name, span, unit or unit_near(script, 0, number, "千元"))


SURVEY = Kind(
    type="employment_statistics",
    titles=(
        r"(?:规模以上)?(?:工业|服务业|信息传输、软件和信息技术服务业)?(?:企业|单位|法人单位)?(?:财务状况|从业人员及工资总额|研究开发(?:项目|活动)(?:及相关)?情况|生产经营情况)(?:表)?(?:.{0,6}表)?",
        r"(?:联网直报)?统计报表",
    ),
    needs=("表号", "制定机关", "指标名称"),
    marks=("表号", "制定机关", "批准文号", "有效期至", "指标名称", "计量单位", "综合机关名称"),
    enough=4,
    refuse=("审计报告",),
    read=_survey,
    pages=6,
    follows=("指标名称", "计量单位"),
    source="国家统计局《一套表统计调查制度》; dossier C.20 employment_statistics",
)
