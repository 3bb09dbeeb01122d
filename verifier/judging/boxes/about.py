"""Whether a paper is about what the words name."""

import re

from extractors.narrative.mention import Mention
from registries.values.tables import table
from registries.values.text import squeeze
from verifier.judging.boxes.levels import is_ahead
from verifier.judging.boxes.papers import Statement, everything, text_of
from verifier.likeness import alike, within
from verifier.rules import MentionRule

GENERIC = re.compile(
    r"^(?:项目|课题|通过验收|制度|规章|管理规范|管理办法|案例|客户|用户|服务.*企业|关键技术|核心技术|组件|.{2}组件"
    r"|信创.*|兼容性|适配|互认证|创新联合体|产业联盟|共同体|联盟|企业社会责任报告|社会责任报告|科研项目|科技项目)$"
)
"""Names that name nothing of their own: every paper of the type is about it."""

SAME = 0.85

_BRACKETS = re.compile(r"[(（].*?[)）]")


def is_about(mention: Mention, rule: MentionRule, statement: Statement) -> bool:
    """Whether a paper is about what a mention names."""
    name = _BRACKETS.sub("", mention.name)
    said = _with_twins(text_of(statement, rule.say))
    if mention.kind == "certification" and "品字标" in name and statement[0].type == "pinzibiao_certificate":
        return True  # it bears the product, and the standard of the series; the kind of paper is the name
    if mention.number:
        number = text_of(statement, ("number",))
        return not number or squeeze(mention.number) == squeeze(number)
    if mention.kind == "project" and _other_programme(mention.text, everything(statement)):
        return False
    if mention.kind in ("project", "xinchuang") and (quoted := _quoted(mention.text)):
        return not said or any(_alike(title, said) for title in quoted)
    if mention.kind == "technology" and is_ahead(mention.name) and not mention.project:
        return True
    if mention.project and said and not GENERIC.match(mention.project):
        return _alike(mention.project, said) or _alike(name, said)
    if not rule.say or GENERIC.match(squeeze(name)) or (mention.quantity or 1) > 1:
        return True
    return not said or _alike(name, said) or _alike(mention.name, said)


_TWINS: dict[str, str] = table("standards")["adoptions"]


def _with_twins(said: str) -> str:
    bare = squeeze(said)
    return "；".join((said, *(twin for number, twin in _TWINS.items() if squeeze(number) in bare)))


_PROGRAMMES = re.compile(
    "重点研发计划|科技重大专项|重大科技专项|自然科学基金|863计划|科技支撑计划|火炬计划|星火计划|尖兵|领雁|重大专项"
)


_QUOTED = re.compile("[“《「\"]([^”》」\"]{5,60})[”》」\"]")


def _quoted(text: str) -> list[str]:
    """The titles of projects or products that a sentence quotes, programmes and directories left out."""
    return [title for title in _QUOTED.findall(text) if not _PROGRAMMES.search(title) and not title.endswith(("目录", "名录"))]


def _other_programme(claimed: str, printed: str) -> bool:
    """The words name a programme, and the paper names others only."""
    asked, told = set(_PROGRAMMES.findall(claimed)), set(_PROGRAMMES.findall(printed))
    return bool(asked and told) and not asked & told and "专项" not in claimed


def _alike(a: str, b: str) -> bool:
    if within(a, b) or alike(a, b) >= SAME:
        return True
    codes = set(re.findall(r"[A-Za-z]{3,}|\d{4,}", a.upper()))  # ISO/IEC 27001, DCMM, OpenHarmony
    codes -= {"ISO", "IEC"}
    return bool(codes) and any(code in b.upper() for code in codes)
