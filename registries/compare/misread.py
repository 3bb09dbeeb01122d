"""Was a word of a company name misread? Only where what was read is no word, and the brand is untouched.

有限公可 is no form, 科枝 no trade: whoever reads them has read 有限公司, 科技 badly. But 电气 and 电器 are both
trades, and any character of a brand makes another company. 宁渡 is no place, either; yet a place decides which
of two namesakes it is, so that a misreading of one is told and never tolerated.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from registries.values.name_parts import BRACKET, FORM, PLACE, TRADE, map_name
from registries.values.names import normalize_name
from registries.values.repair import look_alike_in_words
from registries.values.shapes import drawn_alike

MOST_EDITS = 2
MOST_CUT = 3
"""Characters of the form that may be cut off at the edge of a cell."""
_BRACKETS = 2


@dataclass(frozen=True, slots=True)
class _Edit:
    """One edit from what was read to what is registered; places are those in either name."""

    tag: str
    at: int
    to: int
    part: str


def misread_words(asked: str, found: str) -> str:
    """What was misread, if nothing but words of trade or form was.

    Args:
        asked: the name as it was read.
        found: the name as it is registered.

    Returns:
        Said in Chinese («“公可”疑为“公司”的误读»); empty where something else differs.
    """
    told, in_place = _misread(asked, found)
    return "" if in_place else told


def misread_place(asked: str, found: str) -> str:
    """What was misread, if nothing but a place or such words was: a hint for the reader, no agreement.

    Args:
        asked: the name as it was read.
        found: the name as it is registered.

    Returns:
        As `misread_words`; empty where brand, trade or form differ otherwise, or it is another place.
    """
    return _misread(asked, found)[0]


@lru_cache(maxsize=1024)
def _misread(asked: str, found: str) -> tuple[str, bool]:
    """What was misread, and whether a place was."""
    a, b = normalize_name(asked), normalize_name(found)
    if not a or not b or abs(len(a) - len(b)) > MOST_CUT:
        return "", False
    most = MOST_EDITS + MOST_CUT + _BRACKETS
    if a == b or Levenshtein.distance(a, b, score_cutoff=most) > most:
        return "", False  # nearly all candidates of a search end here
    edits: list[_Edit] = []
    for edit in _edits(a, b):
        if not _is_misreading(edit, a, b):
            return "", False
        edits.append(edit)
    cut = [edit for edit in edits if edit.tag == "insert" and edit.part == FORM]
    others = [edit for edit in edits if edit not in cut and edit.part != BRACKET]
    parts = [edit.part for edit in others]
    if len(others) > MOST_EDITS or len(cut) > MOST_CUT or len(set(parts)) < len(parts):
        return "", False
    in_place = any(edit.part == PLACE and edit.tag == "replace" for edit in edits)
    return "、".join(dict.fromkeys(_told(edit, a, b) for edit in edits)), in_place


def _edits(a: str, b: str) -> Iterator[_Edit]:
    parts = map_name(b)
    for step in Levenshtein.editops(a, b):
        at, to = step.src_pos, step.dest_pos
        part = parts[to] if to < len(b) else parts[-1]
        if step.tag == "delete" and 0 < to < len(b) and parts[to - 1] != part:
            part = "border"
        yield _Edit(step.tag, at, to, part)


def _is_misreading(edit: _Edit, a: str, b: str) -> bool:
    if edit.part == BRACKET:
        return True
    if edit.tag == "delete":
        stray = edit.at == 0 and not _is_letter(a[0])
        return stray or (edit.part == FORM and edit.to == len(b))
    if edit.tag == "insert":  # lost at the edge of the cell, so that nothing of a form is left
        return edit.part == FORM and edit.to >= len(b) - MOST_CUT and a == b[: len(a)]
    if edit.part not in (PLACE, TRADE, FORM):
        return False
    read = map_name(a)
    if read[edit.at] == edit.part:  # it is another word, and no misreading
        return False
    pair = a[edit.at], b[edit.to]
    if look_alike_in_words(*pair):
        return True
    # Of trades no list is complete (软体 is one): there a picture that looks alike is not enough.
    return edit.part != TRADE and (drawn_alike(*pair) or (edit.part == FORM and FORM not in read))


def _is_letter(character: str) -> bool:
    """Whether a Chinese name may begin with it: a Chinese character, a capital, a digit other than a stray 1."""
    return unicodedata.category(character) == "Lo" or (character.isupper() and character != "I")


def _told(edit: _Edit, a: str, b: str) -> str:
    if edit.tag == "insert":
        return "末尾缺字"
    if edit.tag == "delete":
        return f"多出“{a[edit.at]}”"
    return f"“{_word(a, edit.at)}”疑为“{_word(b, edit.to)}”的误读"


def _word(name: str, at: int) -> str:
    """A character with its neighbour, which is how one reads it."""
    return name[at - 1 : at + 1] if at else name[:2]
