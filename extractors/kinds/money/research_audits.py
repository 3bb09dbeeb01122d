"""Special audits of what research cost: projects (RD01 …), and what all of them cost in each year (dossier C.13)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.exhibit import Fact, Row
from extractors.geometry import Box
from extractors.kinds.fields.days import year
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.standing import last_date, signed_by
from extractors.kinds.fields.texts import one_organisation, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.money.finance import FIRM, NUMBER, SIGNING
from extractors.kinds.money.taxpayer import signed_wan
from extractors.kinds.tables.amounts import UNITS, amount_fact, row_amounts, row_text, unit_in
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.known import Heading
from extractors.kinds.tables.pieces import pieces
from extractors.layout import Script

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
            r"(?:审计|审核|鉴证)了(?:后附的)?(?!后附|贵公司|本公司)(?P<v>[^,。:]{4,40}?(?<![贵本])公司)(?=\(以下|20\d\d|编制|的)",
            r"接受委托,对(?P<v>[^,。:;]{4,40}?公司)(?=20\d\d)",
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
            rf"(?:研究开发费用|研发费用)(?:合计|总额|总计|共计)?(?:为)?(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整]{{4,}}\((?:小写:?)?[¥￥]?{MONEY}",
            rf"(?:研究开发费用|研发费用)(?:为|共)(?:人民币)?[:;]?{MONEY}",
            rf"(?:实际)?发生的?(?:研究开发费用|研发费用)(?:人民币)?[:;]?{MONEY}",
        ),
    ),
)


def _special(script: Script) -> Found:
    facts = labelled(script, SPECIAL_FIELDS)
    issuer = signed_by(script, SIGNING)
    facts |= {} if issuer is None else {"issuer": issuer}
    unit = _table_unit(script)
    total = _total(script, unit) or _of_year(script, unit)
    facts |= {} if total is None else {"rd_wan": total}
    rows = [_scaled(row, unit) for row in grid_rows(script, PROJECTS) if _project(row)]
    years = [_scaled(row, unit) for row in grid_rows(script, BY_YEAR) if row.get("year") and len(row.facts) > 1]
    if "date" not in facts:
        signed = last_date(script, "date")
        facts |= {} if signed is None else {"date": signed}
    return Found(tuple(facts.values()), (*years, *rows))


TOTAL = re.compile(r"(?:[一二三四五六七八九十]+、)?(?:企业)?(?:研究开发|研发)费用(?:内部|实际)?(?:支出)?(?:合计|总额|总计|小计)|研究开发投入额\(内、外部\)小计")


def _total(script: Script, unit: Decimal) -> Fact | None:
    """The total of a table whose columns are the projects: what stands under 合计, the last of its figures."""
    for number in range(len(script.rows)):
        spans = row_amounts(script, number) if TOTAL.match(row_text(script, number)) else []
        heads = [row_text(script, n) for n in range(max(0, number - ABOVE), number)]
        if len(spans) > 1 and any(re.search(r"RD-?\d.*(?:合计|总计)$", head) for head in heads):
            return amount_fact(script, "rd_wan", spans[-1], unit)
    return None


YEARLY = re.compile(r"(20\d\d)年?度?")
SUM = re.compile(r"(?:费用)?(?:合计|总计)")


def _of_year(script: Script, unit: Decimal) -> Fact | None:
    """The total of the latest year, in a table whose columns are years: what stands under that year beside 合计."""
    for number in range(len(script.rows) - 1, -1, -1):
        text = row_text(script, number)
        if (label := SUM.match(text)) is None or (len(text) > label.end() and re.match(r"[\d¥—-]", text[label.end() :]) is None):
            continue
        for head in range(number - 1, max(0, number - ABOVE) - 1, -1):
            if len(_years(script, head)) < 2:
                continue
            # A scan that leans puts the heads of one row into two.
            years = [pair for n in (head - 1, head, head + 1) if 0 <= n < number for pair in _years(script, n)]
            newest, box = max(years, key=lambda pair: pair[0])
            if any(int(stated) > newest for stated in re.findall(r"(20\d\d)年度", script.text)):
                return None  # the head of the latest year could not be read
            under = [span for span in row_amounts(script, number) if _nearest(script, span, [b for _, b in years]) is box]
            # A column of sums beside the years has an amount of its own, further to the right.
            return amount_fact(script, "rd_wan", under[0], unit) if under else None
    return None


def _years(script: Script, number: int) -> list[tuple[int, Box]]:
    """The cells of a row that are nothing but a year."""
    every = ((YEARLY.fullmatch(script.text[one.start : one.end]), one.box) for one in pieces(script, number))
    return [(int(match[1]), box) for match, box in every if match]


def _nearest(script: Script, span: tuple[int, int], boxes: Sequence[Box]) -> Box:
    glyphs = script.glyphs(*span)
    middle = (glyphs[0].box.x0 + glyphs[-1].box.x1) / 2
    return min(boxes, key=lambda box: abs((box.x0 + box.x1) / 2 - middle))


ABOVE = 40
"""The head of a table stands no more rows than this above its total."""


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
