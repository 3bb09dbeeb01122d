"""Certificates of paid taxes: what was paid for which year (dossier C.13). Amounts come out in 万元."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.days import dated, year
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.numbers import CHECK_FAIL
from extractors.kinds.fields.texts import text_of
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.money.taxpayer import PAYER, TAX_USCC, signed_wan
from extractors.kinds.tables.amounts import row_text
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.known import Heading
from extractors.layout import Script
from registries.values.money import parse_wan

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
        flows=(r"税款所属(?:时期|期间?|年度)[:;]?(?P<v>20\d\d)", r"(?P<v>20\d\d)年1月1日(?:起)?至(?=(20\d\d)年12月31日)(?:(?!20\d\d年).|20\d\d年12月31日){0,24}(?:入库|缴纳|纳税|税款)", r"(?P<v>20\d\d)年度?(?:实际|共计?|合计|已)?(?:缴纳|入库|上缴|纳税)"),
    ),
)


def _payment(script: Script) -> Found:
    facts = labelled(script, PAYMENT_FIELDS)
    rows = tuple(grid_rows(script, PAYMENTS)) or tuple(grid_rows(script, YEARLY_TAX))
    words, amount = facts.pop("amount_words", None), facts.get("amount")
    if amount is None and words is not None and (spelled := parse_wan(str(words.value))) is not None:
        facts["amount"] = amount = replace(words, name="amount", value=float(spelled))
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
