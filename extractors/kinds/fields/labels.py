"""Finds labels on a page, however they are spaced and whatever a reader missed of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from extractors.layout import Script

CHINESE = "一-鿿"

SPECKED = 4
"""Labels of so many characters are known with a mark before the last: 发证日-期."""

SPACED_OUT = 4
"""Labels of so many characters are spaced out to the width of longer ones."""

BREAKS = re.compile(r"[\t\n]+")

ENGLISH = (
    r"(?:\t*[/(]?\t*(?:(?:Certi\w{4,8}|Registration|Enterprise|Company|Organi[sz]ation|Number|No|Name|Date|Valid|Until|Expiry|Expiration|Issue|Issued|"
    r"Standard|Scope|Address|Product|Applicant|Manufacturer|Holder|Grade|Level|of|the|to|and|by)[.\t]*){1,6}\)?)?"
)
"""What a certificate in two languages prints between a label and its colon: 证书编号/Certificate No.:"""

MARKED = re.compile(r"(.)(?=\t*[:;.])")
"""A character behind which a colon stands, or a point that was one."""

NO_MONEY = r"(?!(?:人民币)?[百千万亿]{0,2}元)"
"""«单位:万元» says in what a table counts; it is no end of «编制单位»."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A label on the page: its start, and the start of what follows it."""

    label: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def spaced(pattern: str) -> str:
    """A pattern of plain characters with gaps allowed between them; before a long one's last also a speck read as a mark."""
    if len(pattern) < SPECKED:
        return r"\t*".join(re.escape(char) for char in pattern)
    return r"\t*".join(re.escape(char) for char in pattern[:-1]) + r"\t*-?、?\t*" + re.escape(pattern[-1])


def _apart(label: str) -> str:
    """A short label in another column whose characters stand apart («住  所  浙江省»), whatever a reader joined to its left."""
    if not 2 <= len(label) <= SPACED_OUT:
        return ""
    return r"|(?P<c>" + r"\t+".join(map(re.escape, label)) + r")\t+(?=[^\t:;.\n])"


@lru_cache(maxsize=4096)
def _label(label: str) -> re.Pattern[str]:
    # With a colon a label may stand anywhere; without one (in a grid) only at the start of a cell.
    name = spaced(label)
    return re.compile(
        rf"(?P<a>{name}){ENGLISH}\t*[:;.]\t*|(?:(?<=\n)|(?<=\t)|^)(?P<b>{name})\t*(?=[^\t:;.]|\n){_apart(label)}", re.MULTILINE
    )


def _shortened(label: str, known: frozenset[str]) -> tuple[str, ...]:
    """A label with one of its spaced-out characters missed by the reader.

    The last one must stand: it tells 授权公告日 from 授权公告号. What is another label as it stands
    (测评单位 in 被测评单位) is that label.
    """
    short = [label[:i] + label[i + 1 :] for i in range(len(label) - 1)] if len(label) >= 4 else []
    return tuple(variant for variant in short if variant not in known)


@lru_cache(maxsize=4096)
def _gapped(variants: tuple[str, ...]) -> re.Pattern[str]:
    spelled = "|".join(map(spaced, variants))
    return re.compile(rf"(?:(?<=\n)|(?<=\t)|^)(?P<a>{spelled})\t*[:;.]\t*", re.MULTILINE)


@lru_cache(maxsize=4096)
def _tail(tails: tuple[str, ...]) -> re.Pattern[str]:
    at_start = rf"(?:(?<=[^{CHINESE}])|^)"  # readers see ☑ where a label is spaced out
    return re.compile(rf"{at_start}(?P<a>{'|'.join(map(spaced, tails))})\t*[:;]\t*{NO_MONEY}")


def hits(script: Script, fields: Sequence[Sequence[str]]) -> tuple[Hit, ...]:
    """Every label on the page, longest first where they overlap.

    Args:
        script: the text.
        fields: the labels of each field; a tail that only one field's labels end in («称:» of
            发明名称) is that label with its first characters missed by the reader.
    """
    found: list[Hit] = []
    there, marked = frozenset(script.text), frozenset(MARKED.findall(script.text))
    for label, lacking, compiled in _sought(tuple(tuple(labels) for labels in fields)):
        if len(set(label) - there) > lacking or lacking and label[-1] not in marked:
            continue  # before its pattern is made, which costs more than most searches
        for match in compiled().finditer(script.text):
            start = match.start(match.lastgroup or 0)
            if not any(h.start < match.end() and start < h.end for h in found):
                found.append(Hit(label, start, match.end()))
    return tuple(sorted(found, key=lambda h: h.start))


class _Sought(NamedTuple):
    """A label, how many of its characters may be missing where a colon stands behind it, and the pattern by which it is found."""

    label: str
    lacking: int
    compiled: Callable[[], re.Pattern[str]]


@lru_cache(maxsize=256)
def _sought(fields: tuple[tuple[str, ...], ...]) -> tuple[_Sought, ...]:
    """Whole labels first, longest first; then those that lack a character; then their telling tails."""
    # A set would keep labels of one length in another order on every run.
    whole = sorted(dict.fromkeys(label for labels in fields for label in labels), key=len, reverse=True)
    known = frozenset(whole)
    tails = [(label, telling) for label in whole if (telling := _telling_tails(label, fields))]
    return (
        *(_Sought(label, 0, partial(_label, label)) for label in whole),
        *(_Sought(label, 1, partial(_gapped, short)) for label in whole if (short := _shortened(label, known))),
        *(_Sought(label, len(label), partial(_tail, telling)) for label, telling in tails),
    )


def _telling_tails(label: str, fields: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The ends of a label, longest first, in which only one field's labels end."""
    tails = [label[k:] for k in range(1, len(label))]
    return tuple(
        tail for tail in tails if sum(any(other.endswith(tail) for other in others) for others in fields) == 1
    )
