"""Which level, grade and place a segment tells of its name, and who conferred it."""

import re

from extractors.narrative.found import Found
from extractors.narrative.lexicon import lexicon
from extractors.narrative.naming import run_back
from extractors.narrative.segments import Segment
from registries.values.levels import first_set_level, level_of, security_level
from registries.values.tables import table

_RANKED = frozenset({"award", "project", "standard"})
_BETWEEN = r"[)\s-]*(?:达到|评估|认证|评定|贯标|通过|取得|等级|成熟度|运维服务|能力|模型|为|的|:|\(%s)*"
_NAMED: dict[str, str] = table("levels")["rungs"]
_NAMES = "|".join(sorted(_NAMED, key=len, reverse=True))
_RUNG = re.compile(
    _BETWEEN % rf"|(?:{_NAMES})级?" + r"(?:第?(?P<a>[一二三四五1-5])级|(?:Level|ML|L) ?(?P<b>[1-5])(?!\d))",
    re.IGNORECASE,
)
_OTHER_RUNG = re.compile(_BETWEEN % "" + rf"(?P<a>{_NAMES}|A{{1,5}})级")
"""Behind a certificate of several levels (DCMM, CMMI, 两化融合): the level that is claimed, as a figure, a word or letters."""


def grade_told(found: Found, segment: Segment) -> str:
    """The grade of a prize, behind its name first."""
    marks = found.marks("grade", segment.start, segment.end)
    after = [m for m in marks if m.start >= segment.name.start]
    if segment.name.kind != "award":
        return "提名奖" if segment.name.value.endswith("提名奖") else ""
    return (after or marks)[0].value if marks else ""


def level_told(found: Found, segment: Segment) -> str:
    """The level that the words behind a name tell, else the one that goes with its name."""
    name = segment.name
    if name.kind == "certification" and (rung := _RUNG.match(found.text, name.end, segment.end)):
        return str(security_level((rung["a"] or rung["b"]) + "级") or "")
    if name.kind == "certification" and (rung := _OTHER_RUNG.match(found.text, name.end, segment.end)):
        return _NAMED.get(rung["a"], rung["a"])
    if name.level == "协会" and (
        told := re.search(
            r"([国省市])(?:家)?级(?:荣誉|称号|奖项|认定|奖励)", found.text[segment.start : segment.end]
        )
    ):
        return level_of(told[1] + "级") or name.level
    if name.kind == "platform" and not name.level:  # its own name tells it: 浙江省…工程研究中心
        return level_of(found.text[run_back(found.text, name.end) : name.end])
    if name.kind != "first_set" or name.level:
        return name.level or ("" if name.kind == "first_set" else level_of(issuer_told(found, segment)))
    around = found.text[name.end : segment.end]
    told = re.search(r"(国际|世界|全球|国内|全国|国家|省内|省级)", around)
    return first_set_level(told[1]) if told else ""


def rank_told(found: Found, segment: Segment) -> int | None:
    """The place among the winners; None where none is told."""
    marks = found.marks("rank", segment.start, segment.end) if segment.name.kind in _RANKED else []
    return int(marks[0].number) if marks and marks[0].number else None


def issuer_told(found: Found, segment: Segment) -> str:
    """The last office that is named in front of the name."""
    hits = re.findall(lexicon("words")["issuers"], found.text[segment.start : segment.name.start])
    return str(hits[-1]) if hits else ""
