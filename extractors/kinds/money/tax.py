"""Tax and land: annual returns, payment certificates, per-mu results, titles to land (dossier C.13, C.20).

Amounts come out in 万元. An area is given as printed (㎡ on a title, 亩 on a per-mu result), and once
more as `area_mu`, always in 亩: floor space is no land and has a name of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.parsing import (
    CHECK_FAIL,
    dated,
    decimal,
    numbered,
    one_organisation,
    organisations,
    text_of,
    whole,
    year,
)
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.honours.notices import NUMBER as DOC
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.amounts import amount_fact, row_amounts, row_text, unit_near, with_commas
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.headings import Heading
from extractors.layout import Script, plain
from registries.values.identifiers import Uscc
from registries.values.money import parse_wan

MU = Decimal(10_000) / 15
"""Square metres of a 亩 (666.67)."""

PAYER = FieldSpec("holder", one_organisation, ("纳税人名称", "企业名称", "单位名称", "纳税人"), wraps=True)
TAX_USCC = FieldSpec(
    "uscc",
    numbered(Uscc),
    ("纳税人识别号(统一社会信用代码)", "统一社会信用代码(纳税人识别号)", "纳税人识别号", "统一社会信用代码"),
)


def signed_wan(text: str) -> Reading | None:
    """An amount in 万元 that may be below zero; 元 where it names no unit."""
    printed = plain(text).lstrip("¥￥")
    amount = parse_wan(with_commas(printed))
    return Reading(float(amount)) if amount is not None else None


def line_amount(script: Script, name: str, pattern: str, usual: str = "元") -> Fact | None:
    """The last amount of the first line that a pattern names, in 万元."""
    for number in range(len(script.rows)):
        if re.search(pattern, row_text(script, number)):
            found = row_amounts(script, number)
            if found:
                page_first = next(n for n in range(number, -1, -1) if n == 0 or script.rows[n - 1].page != script.rows[number].page)
                return amount_fact(script, name, found[-1], unit_near(script, page_first, number, usual))
    return None


# --- annual return ----------------------------------------------------------------------------

RETURN_YEAR = FieldSpec(
    "year",
    year,
    flows=(
        r"税款?所属(?:期间?|时期|年度)[:;]?(?:自)?(?P<v>20\d\d)",
        r"\((?P<v>20\d\d)年度\)",
        r"(?P<v>20\d\d)年度(?=企业所得税)",
    ),
)

RETURN_LINES = (
    ("revenue_wan", r"一、营业收入|^1?\D?营业收入(?=\(填写)"),
    ("profit_wan", r"三、利润总额|^(?:13)?\D?利润总额(?=\(10)"),
    ("rd_wan", r"(?:年度|允许扣除的?|可加计扣除的?)研发费用(?:小计|合计)"),
    ("deduction_wan", r"研发费用加计扣除总额"),
)


def _return(script: Script) -> Found:
    facts = labelled(script, (PAYER, TAX_USCC, RETURN_YEAR))
    lines = [line_amount(script, name, pattern) for name, pattern in RETURN_LINES]
    number = matched(script, "table", text_of, r"(?P<v>A10(?:0000|7012))")
    return Found(tuple(f for f in (*facts.values(), *lines, number) if f is not None))


RETURN = Kind(
    type="tax_return_a107012",
    titles=(
        r"(?:A107012)?研发费用加计扣除优惠明细表",
        r"A107012",
        r"(?:A100000)?(?:中华人民共和国)?企业所得税年度纳税申报表(?:\(A类.{0,12}\))?(?:主表|封面|附表|填报表单|基础信息表)?",
    ),
    fields=(RETURN_YEAR,),
    refuse=("完税证明",),
    read=_return,
    reprints=True,
    pages=60,
    follows=("行次", "纳税申报表", "申报表填报表单", "明细表"),
    rank=1,
    source="国家税务总局公告2021年第34号 (A类, 2017年版, 2021年修订); dossier C.13",
)


# --- payment ----------------------------------------------------------------------------------

PAYMENTS = Grid(
    headings=(
        Heading("voucher", r"原?凭证号码?|税票号码|电子税票号码"),
        Heading("tax", r"税种|征收项目|税\(费\)种|税费种类"),
        Heading("item", r"品目名称|征收品目|品目"),
        Heading("period", r"税款所属时?期|所属时?期起?止?|税款所属期间"),
        Heading("date", r"入\(退\)库日期|入库日期|缴款日期", dated),
        Heading("amount", r"实缴\(退\)金额|实缴金额|入库金额|金额(?:\(元\))?|税额", signed_wan),
    ),
    anchors=("amount", "tax"),
)

YEARLY_TAX = Grid(
    headings=(
        Heading("year", r"年度|税款所属年度|纳税年度", year),
        Heading("amount", r"(?:实缴|入库|纳税|缴纳)?(?:税收|税款)?(?:金额|总额|合计|税额)(?:\((?:元|万元)\))?", signed_wan),
        Heading("tax", r"税种|征收项目"),
    ),
    anchors=("year",),
    least=2,
)

PAYMENT_FIELDS = (
    PAYER,
    TAX_USCC,
    FieldSpec(
        "number",
        text_of,
        ("证明编号", "文书编号", "编号"),
        flows=(r"N[o0°]\.?:?(?P<v>\d{12,20})", r"№\.?:?(?P<v>\d{12,20})"),
    ),
    FieldSpec("issue_date", dated, ("填发日期", "开具日期", "打印日期", "出具日期")),
    FieldSpec(
        "amount",
        signed_wan,
        flows=(
            r"金额合计[^\d¥￥]{0,60}[¥￥]?(?P<v>-?[\d,]+\.\d\d)",
            r"(?:合计|共计|总计)(?:已)?(?:实际)?(?:缴纳|入库|上缴|纳税)[^\d。]{0,30}(?P<v>[\d,]+\.\d+(?:万?元)?)",
            r"(?:缴纳|入库|上缴)[^\d。]{0,30}?(?:合计|共计|总额)[^\d。]{0,12}(?P<v>[\d,]+\.\d+(?:万?元)?)",
        ),
    ),
    FieldSpec(
        "amount_words", text_of, flows=(r"\(?大写\)?[:;]?(?:人民币)?(?P<v>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{4,40})",)
    ),
    FieldSpec(
        "year",
        year,
        flows=(r"税款所属(?:时期|期间?|年度)[:;]?(?P<v>20\d\d)", r"(?P<v>20\d\d)年度?(?:实际|共计?|合计|已)?(?:缴纳|入库|上缴|纳税)"),
    ),
)


def _payment(script: Script) -> Found:
    facts = labelled(script, PAYMENT_FIELDS)
    rows = tuple(grid_rows(script, PAYMENTS)) or tuple(grid_rows(script, YEARLY_TAX))
    words, amount = facts.pop("amount_words", None), facts.get("amount")
    if words is not None and amount is not None and _differ(str(words.value), amount):
        facts["amount"] = replace(amount, flags=(*amount.flags, CHECK_FAIL))
    span = facts.get("year") or _one_year(rows)
    if span is not None:
        facts["year"] = span
    return Found(tuple(facts.values()), rows)


def _differ(words: str, amount: Fact) -> bool:
    """Whether the total in capital numerals says something else than the total in digits."""
    spelled = parse_wan(words)
    return spelled is not None and abs(float(spelled) - float(str(amount.value))) > 1e-6


def _one_year(rows: Sequence[Row]) -> Fact | None:
    """The year to which all payments belong, if it is one; the day of payment says nothing about it."""
    periods = [fact for row in rows if (fact := row.get("period") or row.get("year")) is not None]
    years = {reading.value for fact in periods for part in re.findall(r"20\d\d", str(fact.value)) if (reading := year(part))}
    return replace(periods[0], name="year", value=years.pop()) if len(years) == 1 else None


def _more_payments(script: Script) -> bool:
    """A page that lists payments, under heads of its own or without: voucher, day, amount."""
    rows = [row_text(script, n) for n in range(len(script.rows))]
    listed = sum(bool(re.match(r"\d{12,20}.*20\d\d-\d\d-\d\d.*\d\.\d\d$", row)) for row in rows)
    return listed > 1 or any(True for _ in grid_rows(script, PAYMENTS))


PAYMENT = Kind(
    type="tax_payment_certificate",
    titles=(
        r"(?:中华人民共和国)?税收完税证明(?:\(.{2,6}\))?",
        r"(?:企业)?(?:纳税|完税)(?:情况)?证明",
        r"(?:纳税人?)?涉税信息查询结果告知书",
    ),
    marks=("完税证明", "纳税人识别号", "纳税人名称", "税种", "品目名称", "金额合计", "入(退)库日期"),
    enough=4,
    refuse=("纳税信用",),
    read=_payment,
    pages=12,
    follows=("金额合计",),
    goes_on=_more_payments,
    source="国家税务总局公告2013年第34号附件; dossier C.13",
)


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
    FieldSpec("holder", one_organisation, ("企业名称", "单位名称"), wraps=True),
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
        flows=(r"(?:评为|列为|确定为|认定为|结果为)[“\"]?(?P<v>[ABCD][+-]?[类级档])",),
    ),
)


MU_YEAR = FieldSpec(
    "year",
    year,
    ("评价年度",),
    flows=(r"(?P<v>20\d\d)年度?(?!\d)[^。〕\]]{0,24}亩均", r"亩均.{0,30}?(?P<v>20\d\d)年度"),
)


SOME = 2
"""A row of which the company could not be read is one where it has more cells than this."""


def _mu(script: Script) -> Found:
    title = "".join(row_text(script, n) for n in range(min(len(script.rows), 10)))
    rows = tuple(_in_mu(row) for row in grid_rows(script, RESULTS) if row.get("holder") is not None or len(row.facts) > SOME)
    facts: dict[str, Fact] = {} if rows else labelled(script, MU_FIELDS)
    if "area" in facts:
        facts["area_mu"] = replace(facts["area"], name="area_mu")
    about = labelled(script, (MU_YEAR,)).get("year")
    rest = [about, matched(script, "doc", text_of, DOC), last_date(script, "date")]
    type_ = "publicity_notice" if re.search(r"亩均.{0,40}(?:公示|征求意见)", title) else ""
    return Found((*facts.values(), *(f for f in rest if f is not None)), rows, type=type_)


def _in_mu(row: Row) -> Row:
    area = row.get("area")
    return Row((*row.facts, replace(area, name="area_mu"))) if area is not None else row


def _more_results(script: Script) -> bool:
    """A page that goes on with the list: companies, each with a class behind it."""
    rows = [row_text(script, n) for n in range(len(script.rows))]
    return sum(bool(re.search(r"公司.*[ABCD]类?$", row)) for row in rows) > 2


MU_RESULT = Kind(
    type="mu_benefit_result",
    titles=(r".{0,50}亩均(?:论英雄|效益|产效益).{0,30}(?:评价|结果|公布|通报|公告|公示)(?:.{0,14}(?:通知|通报|公告|公示|名单|告知书|通知单|表))?(?:\(.{2,14}\))?",),
    refuse=("组织申报", "评价办法", "实施意见"),
    fields=(MU_YEAR,),
    read=_mu,
    reprints=True,
    pages=60,
    follows=("亩均税收", "用地面积", "附件"),
    goes_on=_more_results,
    rank=1,
    source="浙江省“亩均论英雄”改革; dossier C.20 mu_benefit_result",
)


# --- land -------------------------------------------------------------------------------------

METRES = r"(?P<v>\d[\d,]*(?:\.\d+)?)"

LAND_FIELDS = (
    FieldSpec("number", text_of, flows=(r"(?:合同编号|租赁合同号)[:;](?P<v>[A-Z\d\-]{4,24})",)),
    FieldSpec("holder", organisations, ("土地使用权人", "权利人", "承租方(乙方)", "乙方(承租方)", "承租方", "承租人"), wraps=True),
    FieldSpec("lessor", organisations, ("出租方(甲方)", "甲方(出租方)", "出租方", "出租人"), wraps=True),
    FieldSpec("address", text_of, ("坐落", "座落", "土地座落", "租赁物地址", "房屋坐落"), wraps=True),
    FieldSpec("use", text_of, ("用途", "地类(用途)", "地类")),
    FieldSpec(
        "area",
        decimal,
        ("使用权面积", "土地面积", "宗地面积"),
        flows=(rf"(?:宗地|土地)(?:使用权)?(?:总)?面积(?:为|约)?[:;]?{METRES}", rf"使用权面积[:;]?{METRES}"),
    ),
    FieldSpec(
        "built_area",
        decimal,
        ("房屋建筑面积", "建筑面积", "租赁面积"),
        flows=(rf"建筑面积(?:为|共计?|约|合计)?[:;]?{METRES}", rf"(?:租赁|承租)(?:房屋|厂房)?面积(?:为|共计?|约)?[:;]?{METRES}"),
    ),
    FieldSpec("term", text_of, ("使用期限", "终止日期", "租赁期限"), wraps=True, flows=(r"租赁期限?[^。]{0,12}自(?P<v>20\d\d年\d+月\d+日起?至20\d\d年\d+月\d+日)",)),
)


LAND_NUMBER = (
    r"(?:^|[\t\n:])(?P<v>[一-鿿]\t?\((?:19|20)\d\d\)[一-鿿]{2,12}不动产权第\d{4,9}号|"
    r"[一-鿿]{1,4}国用\t?\((?:19|20)\d\d\)(?:字)?第?[\d\-]{3,14}号)"
)


def _land(script: Script) -> Found:
    facts = labelled(script, LAND_FIELDS)
    number = matched(script, "number", text_of, LAND_NUMBER)
    if number is not None:
        facts["number"] = number
    area, built = facts.get("area"), facts.get("built_area")
    if area is not None and built is not None and area.places == built.places and area.quote == built.quote:
        facts.pop("area")
    if "area" in facts:
        wide = Decimal(str(facts["area"].value)) / MU
        facts["area_mu"] = replace(facts["area"], name="area_mu", value=float(round(wide, 4)))
    return Found(tuple(facts.values()))


LAND = Kind(
    type="land_certificate",
    titles=(
        r"(?:中华人民共和国)?不动产权证书?",
        r"(?:国有)?土地使用证",
        r"(?:房屋|厂房|办公(?:楼|用房|场地)?|土地|场地).{0,6}租赁(?:合同|协议)(?:书)?",
        r"[一-鿿]\((?:19|20)\d\d\)[一-鿿]{2,12}不动产权第\d{4,9}号",
    ),
    marks=("不动产单元号", "权利人", "共有情况", "坐落", "宗地面积", "权利性质", "使用期限", "土地使用权人", "地类(用途)", "使用权面积"),
    enough=4,
    read=_land,
    pages=6,
    follows=("宗地图", "不动产单元", "附记", "登记机构", "租赁期", "租金", "承租方"),
    source="《不动产登记暂行条例》样式; dossier C.20 land_certificate",
)

KINDS = (RETURN, PAYMENT, MU_RESULT, LAND)
