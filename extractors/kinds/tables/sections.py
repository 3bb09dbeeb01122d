"""Headings over parts of a list: what stands below them is of that level or kind."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.texts import text_of
from extractors.kinds.tables.amounts import row_text
from extractors.kinds.tables.companies import COMPANY
from extractors.layout import Script

SECTION = re.compile(
    r"^(?:附件\d?[:.]?|[一二三四五六]、|[(（][一二三四五六][)）]|\d{1,2}[.、])?"
    r"(?P<v>国际|国内|省内|国家级|省级|市级|区县级|县级)?(?P<w>(?:重点)?首批次(?:新材料)?|首版次(?:软件)?|首台\(套\)(?:装备|产品)?|装备|产品|企业|名单|软件|平台)"
    r"[^\t。,;]{0,16}$|^(?:[一二三四五六]、|[(（][一二三四五六][)）])?[^\t。,;]{0,16}?(?P<g>[特一二三]等奖)[:(（共]{0,2}\d{0,4}[项名个]?[)）]?$|^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])[^\t。,;]{2,30}[(（]共?\d+[家项个名户][)）]$"
)
"""A heading over a part of a list: what stands below it is of that level or kind."""

LOST = re.compile(
    r"(?:附件\d?[:.]?|[一二三四五六七八九十]、|[(（][一二三四五六七八九十][)）]|\d{1,2}[.、])?[^。,;:、及和与]{0,24}?"
    r"(?:撤销|取消|未通过|不予通过|不通过|不合格|不再|终止|摘牌|退出|移出|除名)[^。,;:、及和与]{0,20}?(?:名单|企业|单位|产品|项目|平台|车间|工厂)(?:名单|清单|汇总表)?"
    r"(?:[(（]共?\d+[家项个户名][)）])?"
)
"""A heading over those whom an honour was taken from, or who did not get it."""

LOST_CELL = re.compile(
    r"(?:(?:予以|建议)?(?:撤销|取消|注销|摘牌|终止|移出|退出|除名)(?:其?[^,。;()]{0,12}?(?:资格|称号|认定|备案|命名|名单))?|"
    r"(?:复核|复评|复审|评价|评估|考核|验收|评审|审核)?(?:结果|结论)?(?:为|:)?(?:不予|未|不)(?:通过|合格|认定|推荐|达标)(?:复核|复评|复审|评价|评估|考核|验收|评审|审核)?)"
    r"(?:\([^()]{1,20}\))?"
)
"""A cell that says so of its own row."""

GAINED = re.compile(r"^附件\d?[:.]?|(?:名单|清单|目录|汇总表)(?:[(（]共?\d+[家项个户名][)）])?$")
"""A heading over another list."""


def lost_at(script: Script, number: int, before: bool) -> bool:
    """Whether what stands below a row is listed for having lost an honour; as before where the row is no heading."""
    text = row_text(script, number)
    # A long heading goes on in a second line.
    if LOST.fullmatch(text) or (number and LOST.fullmatch(row_text(script, number - 1) + text)):
        return True
    return before and GAINED.search(text) is None and section_at(script, number) is None


def section_at(script: Script, number: int) -> tuple[Fact, ...] | None:
    """What a heading over a part of the list says of its rows: their level, their kind."""
    start, end = script.row_span(number)
    match = SECTION.match(script.text[start:end])
    if match is None or re.search(COMPANY + r"$", match[0]):
        return None
    found = [
        make_fact(script, name, text_of, [(start + match.start(group), start + match.end(group))])
        for name, group in (("level", "v"), ("category", "w"), ("grade", "g"))
        if match[group] and not (name == "category" and "首" not in match[group])
    ]
    return tuple(fact for fact in found if fact is not None)
