"""Of which level or grade a paper is: a province's is no state's, advanced is not leading, level 2 not level 3.

What was not read agrees with nothing: a person looks.
"""

import re

from extractors.narrative.mention import Mention
from registries.values.levels import level_of
from registries.values.tables import table
from verifier.judging.boxes.papers import Statement, text_of
from verifier.judging.boxes.rungs import claimed_rung, printed_rung
from verifier.rules import BoxRule

_AHEAD: tuple[str, ...] = tuple(table("levels")["ahead"])
"""How advanced a technology is, the most first."""
_NUMBERS: dict[str, str] = table("levels")["project_numbers"]
_ALLIANCE = re.compile("(?:产业|技术|创新|战略)*(?:联盟|联合体|共同体)")
"""What an alliance is called says nothing of who stands behind it."""
_NAMED = frozenset({"project", "consortium"})
"""Kinds whose papers say in their own words of which level they are."""


def grade(mention: Mention, statement: Statement) -> str:
    """国际领先 is more than 国际先进; a certificate of level 3 is not one of level 4."""
    printed = text_of(statement, ("level", "grade", "conclusion"))
    if mention.kind == "technology":
        return _ahead(mention.name, printed)
    claimed = claimed_rung(mention) if mention.kind == "certification" else ""
    known = printed_rung(printed, text_of(statement, ("level",)))
    if claimed and not known:
        return "UNREADABLE_FIELD"
    return "" if claimed in ("", known) else "GRADE_MISMATCH"


def is_ahead(name: str) -> bool:
    """The name of a mention says how advanced something is, and nothing of what it is."""
    return any(word in name for word in _AHEAD)


def _ahead(claimed: str, printed: str) -> str:
    wanted = next((n for n, word in enumerate(_AHEAD) if word in claimed), None)
    if wanted is None:
        return ""
    if not printed:
        return "UNREADABLE_FIELD"
    known = [n for n, word in enumerate(_AHEAD) if word in printed]
    return "" if known and min(known) <= wanted else "GRADE_MISMATCH"


def level(mention: Mention, box: BoxRule, statement: Statement) -> str:
    """The level that is claimed, and those that the box asks for."""
    printed = _printed(mention, statement)
    claimed = level_of(mention.level) or (level_of(_ALLIANCE.sub("", mention.name)) if mention.kind in _NAMED else "")
    if not printed and mention.kind in _NAMED and (claimed or box.levels):
        return "LEVEL_UNSTATED"
    higher = printed == "国家" and claimed == "省" and "以上" in mention.text
    if claimed and printed and claimed != printed and not higher:
        return "LEVEL_MISMATCH"
    return "LEVEL_MISMATCH" if box.levels and printed in ("市", "区县") else ""


def _printed(mention: Mention, statement: Statement) -> str:
    columns: list[tuple[str, ...]] = [("level",)]
    columns += [("award", "programme")] if mention.kind == "project" else []
    columns += [("title",), ("award",), ("name",)] if mention.kind == "consortium" else []
    told = (level_of(_ALLIANCE.sub("", text_of(statement, names))) for names in (*columns, ("issuer", "authority")))
    numbered = _by_number(text_of(statement, ("number",))) if mention.kind == "project" else ""
    return next((level for level in told if level), numbered)


def _by_number(number: str) -> str:
    return next((level for pattern, level in _NUMBERS.items() if re.fullmatch(pattern, number.strip())), "")
