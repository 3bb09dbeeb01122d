"""Which rung of a ladder a certificate claims or states: 1 to 5 of DCMM, CMMI and ITSS, A to AAAAA of 两化融合.

A certificate of a lower rung proves no higher one, however it is written: 三级, CMMI5, Level 3, ML3, 稳健级, AAA级.
"""

import re

from extractors.narrative.mention import Mention
from registries.values.tables import table

_NAMED: dict[str, str] = table("levels")["rungs"]
_NAME = "|".join(sorted(_NAMED, key=len, reverse=True))
_LEVEL = re.compile(r"([一二三四五1-5])\s*级")
_CMMI = re.compile(r"CMMI ?([1-5])$")
"""A level that is written as part of the model's name: CMMI5."""
_LATIN_LEVEL = re.compile(r"(?:Level|ML|等级|L) ?([1-5])(?!\d)", re.IGNORECASE)
_BARE_LEVEL = re.compile(r"^([1-5])(?:\.0)?$")
_WORD = re.compile(rf"({_NAME})级?")
_LETTERS = re.compile(r"(?<![A-Za-z])(A{1,5})(?![A-Za-z])")


def claimed_rung(mention: Mention) -> str:
    """The rung that a sentence claims for a certificate; empty where it claims none."""
    if mention.level.isdigit() or _LETTERS.fullmatch(mention.level):
        return mention.level
    told = _LEVEL.search(mention.text) or _CMMI.search(mention.name)
    return _rung(told[1]) if told else ""


def printed_rung(printed: str, level: str) -> str:
    """The rung that a certificate states.

    Args:
        printed: its level, grade and conclusion as one text.
        level: its level alone, which may be a bare figure.
    """
    told = _LEVEL.search(printed) or _LATIN_LEVEL.search(printed) or _BARE_LEVEL.search(level) or _WORD.search(printed)
    told = told or _LETTERS.search(level)
    return _rung(told[1]) if told else ""


def _rung(text: str) -> str:
    if text in _NAMED:
        return _NAMED[text]
    return str("一二三四五".index(text) + 1) if text in "一二三四五" else text
