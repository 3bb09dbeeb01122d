"""Insurance lists: who is insured with the company, and how many the paper counts (dossier C.14).

Persons are rows, what a paper counts is a fact (`count`): whether the two agree is for others to decide.
"""

import re

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.figures import whole
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import one_organisation
from extractors.kinds.fields.vouched import VOUCHED
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.people.persons import lists_persons, month, of_somebody, person_alone
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.known import Heading
from extractors.layout import Script
from registries.values.identifiers import Uscc

USCC = FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码", "社会信用代码"), flows=(r"信用代码(?P<v>[0-9A-Z]{18})(?![0-9A-Z])",))

MOST_DIGITS = 6
"""No company has insured more persons than a number of so many digits counts: longer ones are codes."""


def _headcount(text: str) -> Reading | None:
    reading = whole(text)
    return reading if reading is not None and len(str(reading.value)) <= MOST_DIGITS else None


INSURED = Grid(
    headings=(
        Heading("sequence", r"序号|编号", whole),
        Heading("person", r"(?:职工|参保人|人员)?姓名", person_alone),
        Heading("id_number", r"(?:社会保障|公民身份|身份证|证件)号码?|身份证"),
        Heading("insurance", r"险种(?:类型|名称)?|参保险种|缴费险种"),
        Heading("start", r"(?:本单位)?(?:参保|缴费)(?:起始|开始)?(?:时间|日期|年月)|起始年月", month),
        Heading("end", r"(?:截止|终止)(?:时间|日期|年月)", month),
        Heading("months", r"(?:累计)?缴费月数|本年缴费月数", whole),
        Heading("base", r"缴费(?:基数|工资)(?:\(元\))?"),
        Heading("state", r"(?:参保|缴费)(?:状态|情况|标志)"),
    ),
    anchors=("person", "sequence"),
)

BY_INSURANCE = Grid(
    headings=(
        Heading("insurance", r"险种(?:类型|名称)?|参保险种"),
        Heading("count", r"(?:参保|缴费|在保)人数(?:\(人\))?", _headcount),
        Heading("period", r"费款所属期|缴费月份|所属期", month),
        Heading("state", r"(?:参保|缴费)(?:状态|情况)"),
        Heading("amount", r"(?:缴费|实缴)金额(?:\(元\))?"),
    ),
    anchors=("insurance", "count"),
    least=2,
)

def _code(text: str) -> Reading | None:
    """A code of digits and letters, up to the sentence behind it."""
    match = re.match(r"[0-9A-Za-z-]{6,40}", text.strip())
    return Reading(match[0]) if match else None


INSURANCE_FIELDS = (
    FieldSpec("holder", one_organisation, ("参保单位名称", "单位名称", "缴费单位", "参保单位"), wraps=True, flows=(VOUCHED,)),
    USCC,
    FieldSpec(
        "period",
        month,
        ("费款所属期", "缴费月份", "缴费年月", "参保月份", "查询月份", "查询年月", "所属期"),
        flows=(r"费款所属期[:;]?(?P<v>20\d\d年\d{1,2}月)", r"(?P<v>20\d\d(?:年|-)\d{1,2}(?:月|(?!\d|-)))(?:份)?[^。]{0,30}?(?:参保|缴费)", r"截[至止](?P<v>20\d\d年\d{1,2}月)"),
    ),
    FieldSpec(
        "count",
        whole,
        ("参保人数", "缴费人数", "在保人数", "参保总人数", "参保职工人数"),
        flows=(
            r"(?:参保|缴费|在保)(?:职工)?(?:总)?人数(?:为|共计?|合计)?[:;]?(?P<v>\d{1,6})(?=人|[^\d]|$)",
            r"参加[一-鿿]{0,8}保险的?(?:职工|人员|员工)?(?:总)?人数(?:为|共计?|合计)?[:;]?(?P<v>\d{1,6})人",
            r"(?:参保|缴费)(?:人员|职工|员工)[^。\d]{0,10}(?P<v>\d{1,6})(?:人|名)",
            r"(?:职工|人员|员工)?共?(?:计|有)[零壹贰叁肆伍陆柒捌玖拾佰仟]{1,8}\((?P<v>\d{1,6})\)(?:人|名)",
            r"共(?:计|有)?(?P<v>\d{1,6})(?:人|名)[^。]{0,16}(?:参保|缴费|参加)",
        ),
    ),
    FieldSpec("auth", _code, ("验证码", "授权码", "查询码", "防伪码", "验真码"), flows=(r"(?:验证|授权|查询|验真)码[:;]?(?P<v>[0-9A-Za-z]{6,32})",)),
    FieldSpec("date", dated, ("打印日期", "打印时间", "开具日期", "出具日期", "查询日期")),
)


def _insurance(script: Script) -> Found:
    facts = labelled(script, INSURANCE_FIELDS)
    rows = tuple(row for row in grid_rows(script, INSURED) if of_somebody(row))
    classes = () if rows else tuple(row for row in grid_rows(script, BY_INSURANCE) if row.get("insurance") is not None)
    if "count" not in facts and classes:
        # One person is insured in several branches: the largest branch counts the persons.
        counts = [fact for row in classes if (fact := row.get("count")) is not None]
        if counts:
            facts["count"] = max(counts, key=lambda fact: int(fact.value))
    if "period" not in facts:
        periods = [fact for row in classes if (fact := row.get("period")) is not None]
        if periods and len({fact.value for fact in periods}) == 1:
            facts["period"] = periods[0]
    if "date" not in facts:
        signed = last_date(script, "date")
        facts |= {} if signed is None else {"date": signed}
    return Found(tuple(facts.values()), rows or classes)


def _more_insured(script: Script) -> bool:
    return lists_persons(INSURED, script)


INSURANCE = Kind(
    type="social_insurance_list",
    titles=(
        r"(?:[一-鿿]{2,6}[省市区县])?(?:企业|单位|用人单位)?(?:职工)?(?:基本养老|社会)保险.{0,12}(?:参保|缴费|缴纳).{0,6}(?:证明|清单|名单|花名册|明细表|情况表)(?:\(.{2,8}\))?",
        r"(?:单位|企业|职工)?(?:社保)?参保(?:缴费)?证明(?:\(单位.{0,8}\))?",
        r"单位.{0,6}(?:参保|缴费)人员(?:花名册|名单|明细)",
    ),
    marks=("参保人数", "社会保险", "单位名称", "费款所属期", "缴费基数", "参保状态", "验证码"),
    enough=4,
    read=_insurance,
    pages=400,
    follows=("社会保险", "参保", "缴费基数"),
    goes_on=_more_insured,
    rank=1,
    source="dossier C.14, C.20 social_insurance_list",
)
