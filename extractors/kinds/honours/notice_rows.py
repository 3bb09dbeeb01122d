"""Whom a notice lists: every row is read, whoever it names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.exhibit import Row
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.texts import organisations, text_of, titled
from extractors.kinds.tables.companies import COMPANY
from extractors.kinds.tables.table import list_rows
from extractors.layout import Script

LEVELS = (("国际", r"国际"), ("国内", r"国内"), ("省内", r"省内"))


NAMED = re.compile(
    rf"(?:确定|认定|授予|命名|同意|批准|评定|表彰|公布)(?:以下)?(?P<v>{COMPANY}(?:[、,]{COMPANY}){{0,40}})等?(?:\d+|[一二三四五六七八九十]+)?[家个户]?(?:企业|单位|组织|公司)?"
    r"(?:(?:建设|申报)?[^。,]{0,8}(?:为|列入|入选)|(?:19|20)\d\d年|[^。,、]{2,30}称号)"
)
"""A notice that names the few whom it honours in its own sentence: 确定甲公司、乙公司等2家企业为…"""


CONFERRED = re.compile(
    rf"授予(?P<v>{COMPANY}(?:[、,]{COMPANY}){{0,40}})等?(?:\d+|[一二三四五六七八九十]+)?[家个户]?(?:企业|单位|组织|公司)?(?P<award>(?![家个户])[^,。;、]{{2,24}}?奖)(?=[,。;])"
)
"""授予甲公司、乙公司等2家组织浙江省人民政府质量奖: each prize with those who have it."""


def notice_rows(script: Script) -> list[Row]:
    """Every row of the notice's lists, else those whom its text names; the levels of first sets in one spelling."""
    return [_levelled(row) for row in list_rows(script)] or list(_in_words(script)) or list(_in_points(script))


def _in_words(script: Script) -> Iterator[Row]:
    flow = Flow(script)
    for match in list(CONFERRED.finditer(flow.text)) or NAMED.finditer(flow.text):
        prize = make_fact(script, "award", text_of, flow.stretches(*match.span("award"))) if match.re is CONFERRED else None
        for name in re.finditer(r"[^、,]+", match["v"]):
            at = (match.start("v") + name.start(), match.start("v") + name.end())
            fact = make_fact(script, "holder", organisations, flow.stretches(*at))
            if fact is not None:
                yield Row((fact,) if prize is None else (fact, prize))


POINT = re.compile(rf"(?:(?<=[。:;])|^)\d{{1,3}}[.、](?P<holder>{COMPANY})的[“\"]?(?P<title>[^。;,“”]{{2,60}}?)[”\"]?(?=[。;])")
"""«1.某某公司的某某产品;»: a list in sentences."""


def _in_points(script: Script) -> Iterator[Row]:
    flow = Flow(script)
    for match in POINT.finditer(flow.text):
        facts = [make_fact(script, name, parse, flow.stretches(*match.span(name))) for name, parse in (("holder", organisations), ("title", titled))]
        yield Row(tuple(fact for fact in facts if fact is not None))


def _levelled(row: Row) -> Row:
    """First sets: the list's own word for the level becomes 国际, 国内 or 省内."""
    facts = []
    for fact in row.facts:
        if fact.name == "level":
            level = next((name for name, p in LEVELS if re.search(p, str(fact.value))), str(fact.value))
            fact = replace(fact, value=level)
        facts.append(fact)
    return Row(tuple(facts))


def lists_on(script: Script) -> bool:
    """A page of a list that prints no heads again: several rows, each with a company or a number of its own."""
    rows = list(list_rows(script))
    if len(rows) >= 2:
        return True
    numbers = [int(m[0]) for n in range(len(script.rows))
        if (m := re.match(r"\d{1,4}(?=\t|[.、]|[一-鿿])", _row(script, n)))]
    named = sum(bool(re.search(rf"{COMPANY}(?:\t|$)", _row(script, n))) for n in range(len(script.rows)))
    counted = len(numbers) >= 2 and all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False))
    return named >= 1 and (counted or bool(numbers and numbers[0] > 1))


def _row(script: Script, number: int) -> str:
    return script.text[slice(*script.row_span(number))]
