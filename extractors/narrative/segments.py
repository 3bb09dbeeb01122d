"""Segments: which part of a sentence speaks of which name.

1. Within a clause the separator behind a name parts it from the next one.
2. A clause without a name goes to the name before it when it tells a rank, a number, a stage or a
   negation («，排名第五», «，尚未正式授奖»), and to the one behind it when it tells only when.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.narrative.pieces import Piece
from extractors.numerals import NUMERAL

_THING = re.compile(r"[^,;。:、的为是于获通过建立拥有]{2,24}(?:平台|系统|研究院|实验室|研究中心|技术中心|装备|软件)")
"""A clause that is nothing but the name of a thing («织云纺织产业互联网平台，2020年认定为…»)."""
_TRAILING = re.compile(
    r"^(?:\(|(?:(?:19|20)\d\d年\d{0,2}月?)?(?:因[^,;。]{1,16}?)?(?:后|已|现已)?被?(?:取消|撤销|摘牌|移出|除名)|(?:[两二三四五六]|以上|上述)[项者个]?[均都]|并?(?:排名|位列|名列|位居)|第[一二三四五六七八九十\d]+(?:完成|承担)|证书|编号|备案|文号|均|都|全部|现已|已(?!.*(?:获|入选|列入))"
    r"|分别为|尚|暂未|最终|但|目前(?:已|处于|正|尚)|且|项目名称|等级|我司|公司(?:为|系|排名|位列|列|居|名列)|为第|系第|现处于|正在|处于|有效期|该)"
)
_RENAMED = re.compile("更名|改名|变更为|改制")
_COUNTING = re.compile(rf"(?:尚|另|仍|还)?有{NUMERAL}[项个家款件套名](?![均都])")
_TELLING = frozenset({"rank", "number", "status", "negation", "all"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A name with the part of its sentence that speaks of it."""

    name: Piece
    start: int
    end: int
    clause: Piece
    first: bool
    """Whether it is the first name of its clause."""


def cut(
    text: str, sentence: Piece, names: Sequence[Piece], clauses: Sequence[Piece], signs: Sequence[Piece]
) -> list[Segment]:
    """The segments of one sentence, in order."""
    inside = [c for c in clauses if c.within(sentence.start, sentence.end)]
    home = {n: next((c for c in inside if c.start <= n.start < c.end), sentence) for n in names}
    segments = []
    taken = [c for c in inside if c not in home.values()]
    for at, name in enumerate(names):
        clause = home[name]
        before = names[at - 1] if at and home[names[at - 1]] == clause else None
        after = names[at + 1] if at + 1 < len(names) and home[names[at + 1]] == clause else None
        start = (
            _separator(text, before.end, name.start, _opened(text, clause, before))
            if before
            else _first(inside, clause, taken, text)
        )
        end = (
            _separator(text, name.end, after.start, _opened(text, clause, name))
            if after
            else _last(inside, clause, home, signs, text)
        )
        taken = [c for c in taken if c.start >= end]
        segments.append(Segment(name, start, end, clause, before is None))
    return segments


def _opened(text: str, clause: Piece, name: Piece) -> int:
    head = text[clause.start : name.end]
    return max(0, head.count("(") - head.count(")")) if name.kind == "name_change" else 0


def _first(clauses: Sequence[Piece], clause: Piece, free: Sequence[Piece], text: str) -> int:
    """The clause's start, or that of the one in front where it names the thing («完成“X”项目，获…»)."""
    at = clauses.index(clause) if clause in clauses else 0
    front = clauses[at - 1] if at else clause
    told = text[front.start : front.end]
    return front.start if front in free and ("“" in told or _THING.fullmatch(told)) else clause.start


def _last(
    clauses: Sequence[Piece], clause: Piece, home: dict[Piece, Piece], signs: Sequence[Piece], text: str
) -> int:
    """The end of a clause together with the clauses behind it that only tell more of its last name."""
    end = clause.end
    taken = set(home.values())
    for later in (c for c in clauses if c.start >= clause.end):
        telling = any(s.kind in _TELLING and s.within(later.start, later.end) for s in signs)
        telling = telling or text.startswith(("分别为", "项目名称"), later.start)
        last = max((n for n, c in home.items() if c == clause), key=lambda n: n.start)
        if last.kind == "name_change" and _RENAMED.search(text, later.start, later.end):
            end = later.end
            continue
        if _COUNTING.match(text[later.start : later.end]):
            break  # a number of its own: another statement
        if later in taken or not telling or not _TRAILING.match(text[later.start : later.end]):
            break
        end = later.end
    return end


def _separator(text: str, start: int, end: int, opened: int) -> int:
    """Behind the first separator between two names, those in brackets and quotes left out.

    `opened`: the brackets that stand open in front of it; the one that closes them parts, too.
    """
    depth = opened
    for at in range(start, end):
        depth += (text[at] in "(“《") - (text[at] in ")”》")
        if (text[at] in "、,;/:" or (text[at] == ")" and opened)) and depth <= 0:
            return at + 1
    joint = re.search(r"(?:以及|并且|和|及|与|并|且|暨)(?!其)", text[start:end])
    return start + joint.end() if joint else end
