"""Annual income tax returns: revenue, profit and what is deducted for research (dossier C.13)."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.days import year
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.standing import matched
from extractors.kinds.fields.texts import text_of
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.money.taxpayer import PAYER, TAX_USCC
from extractors.kinds.tables.amounts import amount_fact, row_amounts, row_text, unit_near
from extractors.layout import Script


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
        r"(?:税款?)?所属(?:期间?|时期|年度|期起)[:;]?(?:自)?(?P<v>20\d\d)",
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
