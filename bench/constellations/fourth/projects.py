"""Projects, appraisals, domestic bases: what was led, accepted, judged, listed."""

from typing import Any

from bench.constellations.fourth.desk import (
    FORMER,
    ME,
    OTHER,
    PARENT,
    REFUSED,
    SISTER,
    N,
    S,
    Situation,
    paper,
)
from extractors.exhibit import Exhibit

INNOVATION, TECHNOLOGY = "innovation_performance", "controllable_technology"


def task(**facts: Any) -> Exhibit:
    """A project's task book."""
    usual = {"holder": ME, "title": "潮间带装备智能运维关键技术研究", "number": "2020C01032", "programme": "浙江省重点研发计划",
             "level": "省", "period": "2020-01至2021-12", "date": "2020-03-01"}  # fmt: skip
    return paper("major_project", **{**usual, **facts})


def accepted(**facts: Any) -> Exhibit:
    """The paper on its acceptance."""
    return task(**{"conclusion": "通过验收", "date": "2021-12-20", "period": "", **facts})


def appraisal(level: str = "国际先进", **facts: Any) -> Exhibit:
    """An appraisal of results."""
    usual = {"holder": ME, "title": "潮汐边缘智能网关", "level": level, "number": "浙科鉴字〔2021〕第33号", "date": "2021-06-02"}
    return paper("tech_appraisal", **{**usual, **facts})


def entry(**facts: Any) -> Exhibit:
    """An entry about a product on domestic bases."""
    usual = {"holder": ME, "title": "潮汐工业互联网平台软件", "class": "目录", "number": "XC-2021-1"}
    return paper("xinchuang_entry", **{**usual, **facts})


SITUATIONS = (
    Situation("led and accepted, only the task book", INNOVATION, "牵头承担浙江省重点研发计划项目1项，已通过验收", REFUSED, (task(),)),
    Situation("led and accepted, both papers", INNOVATION, "牵头承担浙江省重点研发计划项目1项，已通过验收", S, (task(), accepted())),
    Situation("led and accepted, the acceptance alone", INNOVATION, "牵头承担浙江省重点研发计划项目1项，已通过验收", S, (accepted(),)),
    Situation("led and accepted, refused by the committee", INNOVATION, "牵头承担浙江省重点研发计划项目1项，已通过验收", REFUSED, (task(), accepted(conclusion="不予通过验收"))),
    Situation("led and accepted, told before the noun", INNOVATION, "已完成验收的浙江省重点研发计划项目1项，由公司牵头承担", (S, N), (task(), accepted())),
    Situation("led and accepted, told before the noun, no acceptance", INNOVATION, "已通过验收的浙江省重点研发计划项目1项，由公司牵头承担", REFUSED, (task(),)),
    Situation("concluded without acceptance", INNOVATION, "牵头承担浙江省重点研发计划项目1项，已顺利结题", REFUSED, (task(),)),
    Situation("concluded", INNOVATION, "牵头承担浙江省重点研发计划项目1项，已顺利结题", S, (task(), accepted(conclusion="结题"))),
    Situation("two led, both accepted, one acceptance", INNOVATION, "牵头承担浙江省重点研发计划项目2项，均已通过验收", REFUSED, (task(), task(number="2020C01099", title="港口数字孪生平台"), accepted())),
    Situation("two led, both accepted", INNOVATION, "牵头承担浙江省重点研发计划项目2项，均已通过验收", S, (accepted(), accepted(number="2020C01099", title="港口数字孪生平台"))),
    Situation("two led, one accepted", INNOVATION, "牵头承担浙江省重点研发计划项目2项，其中1项已通过验收", S, (task(), task(number="2020C01099", title="港口数字孪生平台"), accepted())),
    Situation("two led, one accepted, none shown", INNOVATION, "牵头承担浙江省重点研发计划项目2项，其中1项已通过验收", REFUSED, (task(), task(number="2020C01099", title="港口数字孪生平台"))),
    Situation("led, no word of acceptance", INNOVATION, "牵头承担浙江省重点研发计划项目1项", S, (task(),)),
    Situation("still running, told so", INNOVATION, "牵头承担浙江省重点研发计划项目1项，目前正在实施", S, (task(),)),
    Situation("stopped by the office", INNOVATION, "牵头承担浙江省重点研发计划项目1项", REFUSED, (task(conclusion="不通过验收"),)),
    Situation("partner told as leader", INNOVATION, "牵头承担浙江省重点研发计划项目1项", REFUSED, (task(holder="宁波大学", coop=ME),)),
    Situation("partner told as partner", INNOVATION, "参与浙江省重点研发计划项目1项", S, (task(holder="宁波大学", coop=ME),)),
    Situation("partner told as taking on", INNOVATION, "承担浙江省重点研发计划项目1项", (S, N), (task(holder="宁波大学", coop=ME),), why="policy participation_is_undertaking"),
    Situation("province's told as the state's", INNOVATION, "牵头承担国家重点研发计划项目1项", REFUSED, (task(),)),
    Situation("city's programme told as the province's", INNOVATION, "牵头承担省重点研发计划项目1项", REFUSED, (task(programme="宁波市科技创新2025重大专项", level="市"),)),
    Situation("programme unread told as the state's", INNOVATION, "牵头承担国家重点研发计划项目1项", REFUSED, (paper("major_project", holder=ME, title="潮间带装备智能运维关键技术研究", number="2020C01032", date="2020-03-01"),), why="2020C… is the province's number"),
    Situation("state's by its number, programme unread", INNOVATION, "牵头承担国家重点研发计划项目1项", (S, N), (paper("major_project", holder=ME, title="潮间带装备智能运维关键技术研究", number="2020YFB1712345", date="2020-03-01"),)),
    Situation("project of after the day", INNOVATION, "牵头承担浙江省重点研发计划项目1项", REFUSED, (task(number="2023C01032", date="2023-02-01", period="2023-01至2025-12"),)),
    Situation("project before the window", INNOVATION, "牵头承担浙江省重点研发计划项目1项", REFUSED, (task(number="2015C01032", date="2015-02-01", period="2015-01至2017-12"),)),
    Situation("begun before the window, running in it", INNOVATION, "牵头承担浙江省重点研发计划项目1项", S, (task(number="2018C01032", date="2018-02-01", period="2018-01至2020-12"),), why="period overlaps the window (I-08.1)"),
    Situation("sister's project", INNOVATION, "牵头承担浙江省重点研发计划项目1项", REFUSED, (task(holder=SISTER),)),
    Situation("project in the former name", INNOVATION, "牵头承担浙江省重点研发计划项目1项", S, (task(holder=FORMER),)),
    Situation("one project by task book and acceptance told as two", INNOVATION, "牵头承担浙江省重点研发计划项目2项", REFUSED, (task(), accepted())),
    Situation("one project, its acceptance without number, told as two", INNOVATION, "牵头承担浙江省重点研发计划项目2项", REFUSED, (task(), accepted(number=""))),
    Situation("named project, another one shown", INNOVATION, "牵头承担浙江省重点研发计划项目“港口数字孪生平台”", REFUSED, (task(),)),
    Situation("named project", INNOVATION, "牵头承担浙江省重点研发计划项目“潮间带装备智能运维关键技术研究”", S, (task(),)),
    # --- appraisals
    Situation("leading at home told as leading abroad", TECHNOLOGY, "核心技术达到国际领先水平", REFUSED, (appraisal("国内领先"),)),
    Situation("leading abroad", TECHNOLOGY, "核心技术达到国际领先水平", S, (appraisal("国际领先"),)),
    Situation("leading at home told for an item", TECHNOLOGY, "1项技术经鉴定国际领先", REFUSED, (appraisal("国内领先"),)),
    Situation("advanced told as leading, for an item", TECHNOLOGY, "1项技术经鉴定国际领先", REFUSED, (appraisal("国际先进"),)),
    Situation("leading, for an item", TECHNOLOGY, "1项技术经鉴定国际领先", S, (appraisal("国际领先"),)),
    Situation("appraisal's words unread", TECHNOLOGY, "核心技术达到国际领先水平", REFUSED, (appraisal(""),)),
    Situation("appraised modestly: more than is said", TECHNOLOGY, "核心技术达到国内领先水平", (S, N), (appraisal("国际先进"),)),
    Situation("appraisal of the sister's product", TECHNOLOGY, "核心技术达到国际领先水平", REFUSED, (appraisal("国际领先", holder=SISTER),)),
    Situation("one appraisal for three technologies", TECHNOLOGY, "3项技术达到国际领先水平", REFUSED, (appraisal("国际领先"),)),
    Situation("appraisal after the day", TECHNOLOGY, "核心技术达到国际领先水平", REFUSED, (appraisal("国际领先", date="2022-09-01"),)),
    Situation("filling a gap at home told as leading abroad", TECHNOLOGY, "核心技术达到国际领先水平", REFUSED, (appraisal("填补国内空白"),)),
    Situation("key technologies without any paper", TECHNOLOGY, "突破关键核心技术5项", REFUSED),
    # --- domestic bases
    Situation("adapted told as on the directory", TECHNOLOGY, "产品入选信创产品目录", REFUSED, (entry(**{"class": "兼容性认证", "title": "潮汐工业互联网平台软件"}),)),
    Situation("on the directory", TECHNOLOGY, "产品入选信创产品目录", S, (entry(),)),
    Situation("three on the directory, one shown", TECHNOLOGY, "3款产品入选信创产品目录", REFUSED, (entry(),)),
    Situation("another company's directory entry", TECHNOLOGY, "产品入选信创产品目录", REFUSED, (entry(holder=OTHER),)),
    Situation("compatible told as compatible", TECHNOLOGY, "产品完成与银河麒麟的兼容性认证1项", S, (entry(**{"class": "兼容性认证"}),)),
    Situation("compatible with one told of twenty", TECHNOLOGY, "产品完成国产化兼容性适配认证20项", REFUSED, (entry(**{"class": "兼容性认证"}),)),
    Situation("compatibility run out", TECHNOLOGY, "产品完成与银河麒麟的兼容性认证1项", REFUSED, (entry(**{"class": "兼容性认证", "valid_to": "2021-03-01"}),)),
    Situation("parent's project told as the group's", INNOVATION, "集团牵头承担浙江省重点研发计划项目1项", REFUSED, (task(holder=PARENT),)),
)  # fmt: skip
