"""Statistical returns and special audits: figures that stand beside an indicator's name (dossier A.2, C.20).

Survey tables count in 千元; they name the indicator, its unit, its code, then this year and last year.
Special audits list research projects (RD01 …) and say what all of them cost in each year.
"""

import re
from decimal import Decimal

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.facts import fact_of, labelled
from extractors.kinds.fields.parsing import month_or_day, numbered, one_organisation, text_of, titled, year
from extractors.kinds.fields.standing import last_date, matched, signed_by
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.money.finance import FIRM, NUMBER, SIGNING
from extractors.kinds.money.tax import signed_wan
from extractors.kinds.tables.amounts import UNITS, amount_fact, row_pieces, row_text, unit_in, unit_near
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.headings import Heading
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


# --- special audit ----------------------------------------------------------------------------

MONEY = r"(?P<v>-?\d[\d,]*(?:\.\d+)?(?:万?元)?)"

PROJECTS = Grid(
    headings=(
        Heading("number", r"(?:项目|RD)?(?:编号|代码)|序号"),
        Heading("title", r"(?:研发|研究开发|科技)?(?:项目|活动)名称", titled),
        Heading("start", r"(?:开始|起始)(?:时间|日期)|研发起止(?:时间|日期)|起止(?:时间|日期|年月)"),
        Heading("labour", r"(?:人员)?人工(?:费用?|费)"),
        Heading("direct", r"直接投入(?:费用)?"),
        Heading("depreciation", r"折旧(?:费用?|与长期.{2,8})"),
        Heading("other", r"其他费用"),
        Heading("commissioned", r"委托(?:外部)?(?:研究开发|研发)(?:费用)?"),
        Heading("rd_wan", r"(?:研究开发|研发)?费用(?:合计|总额|小计)(?:\((?:元|万元)\))?|合计|小计|金额(?:\((?:元|万元)\))?", signed_wan),
    ),
    anchors=("number", "rd_wan"),
)

BY_YEAR = Grid(
    headings=(
        Heading("year", r"年度|会计年度|期间|项目", year),
        Heading("rd_wan", r"(?:研究开发|研发)费用(?:总额|合计|金额)?(?:\((?:元|万元)\))?", signed_wan),
        Heading("revenue_wan", r"(?:销售|营业)收入(?:总额)?(?:\((?:元|万元)\))?", signed_wan),
        Heading("ratio", r"(?:研发费用|研究开发费用)?占.{0,14}(?:比例|比重)(?:\(%\))?|(?:研发)?(?:比例|比重)(?:\(%\))?"),
    ),
    anchors=("year",),
    least=2,
)

SPECIAL_FIELDS = (
    FieldSpec("number", text_of, flows=(rf"(?:^|报告|书|文号[:;]|编号[:;]|公司)(?P<v>{NUMBER}|[一-鿿]{{2,8}}(?:专审|鉴|税鉴|专)字?[〔\[(【]20\d\d[〕\])】]第?[\dA-Z\-]{{1,14}}号)",)),
    FieldSpec(
        "holder",
        one_organisation,
        ("企业名称", "申报企业", "被审计单位", "编制单位"),
        flows=(
            r"(?:审计|审核|鉴证)了(?:后附的)?(?P<v>[^,。:]{4,40}?公司)(?=\(以下|20\d\d|编制|的)",
            r"(?:^|号)(?P<v>[^,。:;号]{4,50}?公司)(?:全体股东|董事会)?[:;]",
        ),
    ),
    FieldSpec("issuer", text_of, flows=(rf"(?P<v>[一-鿿]{{2,12}}税务师事务所(?:\([^)]{{2,6}}\)|有限(?:责任)?公司)?|{FIRM})",)),
    FieldSpec("year", year, flows=(r"(?P<v>20\d\d)年度?(?:的)?(?:研究开发费用|研发费用)", r"(?:研究开发费用|研发费用)[^。]{0,40}?(?P<v>20\d\d)年度(?!、|和|及)")),
    FieldSpec(
        "rd_wan",
        signed_wan,
        flows=(
            rf"(?:研究开发费用|研发费用)(?:实际发生)?(?:合计|总额|总计|共计)(?:为)?(?:人民币)?[:;]?{MONEY}",
            rf"(?:研究开发费用|研发费用)(?:为|共)(?:人民币)?[:;]?{MONEY}",
        ),
    ),
)


def _special(script: Script) -> Found:
    facts = labelled(script, SPECIAL_FIELDS)
    issuer = signed_by(script, SIGNING)
    facts |= {} if issuer is None else {"issuer": issuer}
    unit = _table_unit(script)
    rows = [_scaled(row, unit) for row in grid_rows(script, PROJECTS) if _project(row)]
    years = [_scaled(row, unit) for row in grid_rows(script, BY_YEAR) if row.get("year") and len(row.facts) > 1]
    if "date" not in facts:
        signed = last_date(script, "date")
        facts |= {} if signed is None else {"date": signed}
    return Found(tuple(facts.values()), (*years, *rows))


def _project(row: Row) -> bool:
    number = row.get("number")
    return number is not None and re.fullmatch(r"RD-?\d{1,3}|\d{1,3}", str(number.value)) is not None and bool(row.get("title"))


def _table_unit(script: Script) -> Decimal:
    """The unit of the tables: that which a line above them names, 元 where none does."""
    units = (unit_in(row_text(script, n)) for n in range(len(script.rows)))
    return next((unit for unit in units if unit is not None), UNITS["元"])


def _scaled(row: Row, unit: Decimal) -> Row:
    """Amounts without a unit of their own were read as 元."""
    factor = float(unit / UNITS["元"])
    facts = []
    for fact in row.facts:
        if fact.name.endswith("_wan") and "元" not in fact.quote:
            value = round(float(str(fact.value)) * factor, 6)
            fact = Fact(fact.name, value, fact.quote, fact.places, fact.confidence, fact.flags, fact.traits)
        facts.append(fact)
    return Row(tuple(facts))


SPECIAL = Kind(
    type="rd_special_audit",
    titles=(
        r"(?:.{4,40}公司)?(?:20\d\d(?:[-—–至]20\d\d)?年度?)?(?:企业)?(?:研究开发费用|研发费用|研究开发活动费用).{0,20}(?:专项审计|鉴证|审核)(?:报告)?",
        r"(?:.{4,40}公司)?(?:高新技术企业认定)?专项审计报告",
    ),
    needs=("研究开发", "研发费用"),
    read=_special,
    fields=SPECIAL_FIELDS[:1],
    reprints=True,
    pages=40,
    follows=("研究开发费用", "研发费用", "结构明细", "注册会计师", "执业证书"),
    rank=2,
    source="国科发火〔2016〕195号 高新技术企业认定管理工作指引; dossier C.13",
)

KINDS = (SURVEY, SPECIAL)
