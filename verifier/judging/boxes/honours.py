"""When two names mean one honour, and what sets two honours of one name apart."""

import re

from registries.values.text import squeeze
from verifier.rules import Words

LEAST = 3
"""A shorter name ends too many others to mean one of them."""

_GRADE = re.compile("[特一二三壹贰叁123]等奖?|[金银铜]奖")
_TAIL = re.compile(r"(?<=[^（(]{4})[（(][^（()）]{3,}[)）]$")
"""Another name in brackets behind a list's own: 智能工厂（数字化车间）, but not 首台（套）."""
_LETTERS = re.compile("[A-Za-z0-9]{2}")
_PROVINCIAL = re.compile("^(?:新认定的?)?(?:浙江省)?省级")
"""The notice's province: 省级重点企业研究院 is 浙江省重点企业研究院 (浙经信数经〔2022〕57号)."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?|第[一二三四五六七八九十\d]+批")


def same_honour(a: str, b: str, words: Words) -> bool:
    """One name is the other or its end: 上云标杆 and 浙江省上云标杆企业.

    浙江制造 and 浙江制造精品 are never one. Grade and stage (一等奖, 提名, 培育) are left out; they are
    compared by themselves.
    """
    lefts = [form for name in _members(_core(a, words), words) for form in _forms(name, words)]
    rights = _forms(_core(b, words), words)
    return any(_one_ends_the_other(left, right, words) for left in lefts for right in rights)


def _one_ends_the_other(claimed: str, known: str, words: Words) -> bool:
    shorter, longer = sorted((claimed, known), key=len)
    if len(shorter) < LEAST or not longer.endswith(shorter):
        return False
    rest = longer.removesuffix(shorter)
    if _LETTERS.fullmatch(f"{rest[-1:]}{shorter[0]}"):
        return False  # AA级 is no end of AAA级
    return not rest.endswith(words.raising if longer == claimed else words.lowering)


def _members(name: str, words: Words) -> tuple[str, ...]:
    """The name, and the prizes that it covers where it is the name of a family (省科学技术奖)."""
    family = next((f for f in words.families if name.endswith(f)), "")
    return (name, *(name.removesuffix(family) + prize for prize in words.families.get(family, ())))


def stages(text: str, words: Words) -> frozenset[str]:
    """The words in a name by which it is less than the honour itself, such as 提名, 培育 or 创建."""
    return frozenset(word for word in words.stages if word in squeeze(text))


def _core(text: str, words: Words) -> str:
    name = re.sub(r"[（(][）)]", "", _YEAR.sub("", _GRADE.sub("", squeeze(_TAIL.sub("", text)))))
    name = _PROVINCIAL.sub("浙江省", name)
    for word in words.stages:
        name = re.sub(f"{word}(?:奖|库|名单)?", "", name)
    for short, full in words.aliases.items():
        name = name.replace(short, full) if full not in name else name
    return name


def _forms(name: str, words: Words) -> tuple[str, ...]:
    """The name, and what is left when words like 名单 and 企业 are taken off its end one by one."""
    forms = [name]
    while ending := next((e for e in words.endings if forms[-1].endswith(e)), ""):
        forms.append(forms[-1].removesuffix(ending))
    return tuple(forms)
