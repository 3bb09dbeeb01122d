"""Counting: numbers of a box that belong to no name («有效发明专利二十六件»), and what they count."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.narrative.finding import ONE_OF
from extractors.narrative.found import Found
from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.pieces import Piece
from registries.values.levels import level_of

_LISTED = re.compile("award|honour|project|standard|patent|consortium$")
_GRADED = frozenset({"award", "project", "talent_person", "talent_team", "pilot_demo", "solution_collection"})
_MONEY = frozenset({"finance", "effect", "metric", "carbon"})
_PLACES = ("国", "省")
"""Countries and provinces are counted without a measure word: 10余国, 8省."""
_PERSONS = frozenset({"talent_person", "staff"})
"""Person-times (人次) are at least as many as the persons whom they count."""
_LEVEL = re.compile(
    r"国家级|国家(?=重点|科技|自然|重大|863|高技术|[“\"])|省部?级|浙江省|省(?=重点|重大|科技|自然|[“\"])|市级|[一-龥]{2}市(?=重点|重大|科技)"
)
_FROM_TO = re.compile(
    r"[^,;。]{0,6}?(?:提高|提升|增长|增加|增|降低|下降|降|减少|缩短|扩大|上升)(?:到|至|为)了?(?P<year>(?:19|20)\d\d年?[度底末]?的?)?$"
)
_GROWTH = re.compile("增长|增速")
_MONEYED = re.compile("收入|营收|利润|税|研发(?:投入|费用|经费)|产值|销售额")
_PENDING = re.compile("在审|受理|实审|实质审查|审查阶段|待授权")
_SHARED = frozenset({"market_share", "ratio"})
_OF_WHAT = re.compile(r"(?:以上|以下|以内)?的[一-龥]{2,10}\d")


def count(
    found: Found, clauses: Sequence[Piece], free: Sequence[Piece], named: Sequence[Mention]
) -> list[Mention]:
    """A mention for each quantity that no named mention covers."""
    mentions: list[Mention] = []
    for quantity in free:
        clause = next((c for c in clauses if c.start <= quantity.start < c.end), None)
        if clause is None or found.text[quantity.end : quantity.end + 1] in ("均", "都"):
            continue
        if _is_beginning(found.text, quantity, free) or _OF_WHAT.match(found.text, quantity.end):
            continue
        sentence = max(found.text.rfind(stop, 0, quantity.start) for stop in "。;!?\n") + 1
        earlier = [m for m in (*named, *mentions) if sentence <= m.start < quantity.start]
        last = max(earlier, key=lambda m: m.start, default=None)
        told = last.end if last in named and last and last.unit == quantity.unit else sentence
        taken = [(f.start, f.end) for f in free if not _is_beginning(found.text, f, free)]
        taken += [(m.start, m.end) for m in named]
        start, end = _reach(found.text, clause, quantity, taken)
        kind, noun, behind = _kind(found.text, told, start, end, quantity)
        if not kind and last is not None and (last.unit == quantity.unit or _LISTED.match(last.kind)):
            kind, noun = last.kind, last.name
        if kind == "finance" and _GROWTH.search(noun) and not _MONEYED.search(found.text[sentence:end]):
            kind = "ratio"  # what grew is no money
        if kind.startswith("patent_") and _PENDING.search(found.text[start:end]):
            kind = "patent_application"
        if quantity.unit == ONE_OF:
            kind, noun, quantity = "context_number", "", replace(quantity, unit="家")
        if quantity.unit == "万元" and kind and kind not in _MONEY:
            kind, noun = "finance", found.text[start : quantity.start]
        years = _years(found, clause, quantity, free) or (last.years if last and last.kind == kind else ())
        reach = (quantity.start if behind else start, end if behind else quantity.end)
        mentions.append(_mention(found, quantity, start, end, reach, kind or "metric", noun, years, last))
    return mentions


def _is_beginning(text: str, quantity: Piece, free: Sequence[Piece]) -> bool:
    """«由912万元增至1852万元»: where a change begins is told with where it ends."""
    after = next((f for f in free if f.start >= quantity.end), None)
    if after is None or after.unit != quantity.unit:
        return False
    between = _FROM_TO.fullmatch(text[quantity.end : after.start])
    dated = between is not None and between["year"] is not None
    # «由2019年的912万元增至2021年的1852万元» tells the figures of two years.
    return between is not None and not (dated and quantity.unit == "万元")


def _reach(text: str, clause: Piece, quantity: Piece, taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch around a quantity between separators and neighbours; closed brackets are jumped over."""
    start = max((e for b, e in taken if clause.start <= b and e <= quantity.start), default=clause.start)
    depth = 0
    if text[quantity.start - 1 : quantity.start] == "、":
        start = quantity.start
    for at in range(quantity.start - 1, start - 1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth < 0 or (depth == 0 and text[at] in ",;"):
            start = at + 1
            break
    right = min((b for b, _ in taken if quantity.end <= b < clause.end), default=clause.end)
    ends = [at for at in range(quantity.end, right) if text[at] in ",;()"]
    return start, (ends[0] if ends else right)


def _kind(text: str, sentence: int, start: int, end: int, quantity: Piece) -> tuple[str, str, bool]:
    """What is counted: the noun nearest before the number, else behind it, else earlier in the sentence."""
    if quantity.unit in _PLACES:
        return "metric", "", False
    near = _fitting(_nouns(text[start : quantity.start]), quantity)
    behind = _fitting(_nouns(text[quantity.end : end]), quantity)
    direct = min(behind, default=None)
    if direct and (not near or direct[0] == len(direct[2])):  # 7个行业: the noun follows at once
        return (*direct[1:], not near)
    if near:
        return (*max(near)[1:], False)
    far = _fitting(_nouns(text[sentence:start]), quantity)
    return (*max(far)[1:], False) if far else ("", "", False)


def _fitting(nouns: list[tuple[int, str, str]], quantity: Piece) -> list[tuple[int, str, str]]:
    """The nouns that a number of this unit can belong to: no income is counted in pieces, no share in persons."""
    share = quantity.unit in ("%", "倍", "百分点", "个百分点")
    money = share or quantity.unit in ("万元", "元")
    nouns = [noun for noun in nouns if share or noun[1] not in _SHARED]
    fitting = [noun for noun in nouns if money or noun[1] != "finance"]
    people = quantity.unit == "%"
    return [(end, "ratio" if people and kind == "staff" else kind, word) for end, kind, word in fitting]


def _nouns(text: str) -> list[tuple[int, str, str]]:
    """Known nouns in a stretch: their end, kind and wording; of overlapping ones the first line's."""
    found: list[tuple[int, int, str, str]] = []
    for row in lexicon("quantities")["nouns"]:
        for match in re.finditer(row["say"], text):
            if not any(s < match.end() and match.start() < e for s, e, _, _ in found):
                found.append((match.start(), match.end(), row["kind"], match[0]))
    return [(end, kind, word) for _, end, kind, word in found]


def _years(found: Found, clause: Piece, quantity: Piece, free: Sequence[Piece]) -> tuple[int, ...]:
    """The clause's years; with 分别 each number of the list has its own."""
    if re.search(r"(?:共计|累计|合计|总计)[^,;。]{0,6}$", found.text[clause.start : quantity.start]) and (told := _shared_out(found, clause)):
        return told
    before = [y for y in found.years if clause.start <= y.start < quantity.start]
    years = tuple(dict.fromkeys(year for piece in before for year in piece.years))
    if found.marks("each", clause.start, quantity.start):
        row = [q for q in free if q.within(clause.start, clause.end) and q.unit == quantity.unit]
        years = years or _told_before(found, clause)
        if len(years) == 2 and years[1] - years[0] + 1 == len(row):
            years = tuple(range(years[0], years[1] + 1))
        if len(row) == len(years) and quantity in row:
            return (years[row.index(quantity)],)
    return before[-1].years if before else ()


def _shared_out(found: Found, clause: Piece) -> tuple[int, ...]:
    """Behind «2019年、2020年、2021年分别为12、35、68个» a total is that of all these years."""
    sentence = max(found.text.rfind(stop, 0, clause.start) for stop in "。;\n") + 1
    within = found.within(found.years, clause.start, clause.end)
    return _told_before(found, clause) if not within and found.marks("each", sentence, clause.start) else ()


def _told_before(found: Found, clause: Piece) -> tuple[int, ...]:
    """The years of the sentence in front of a clause that names none («由2019年…增至2021年…，占比分别为…»)."""
    sentence = max(found.text.rfind(stop, 0, clause.start) for stop in "。;\n") + 1
    pieces = found.within(found.years, sentence, clause.start)
    return tuple(dict.fromkeys(year for piece in pieces for year in piece.years))


def _level(text: str) -> str:
    """The one level that the words in front of a number name; several levels are none."""
    told = {level_of(match[0]) for match in _LEVEL.finditer(text)}
    return told.pop() if len(told) == 1 else ""


def _mention(
    found: Found,
    quantity: Piece,
    start: int,
    end: int,
    reach: tuple[int, int],
    kind: str,
    noun: str,
    years: tuple[int, ...],
    last: Mention | None,
) -> Mention:
    stages = [s.value for s in found.marks("status", start, end)]
    grades = [s.value for s in found.marks("grade", start, end)]
    total = re.search(r"共计|累计|合计|共", found.text[start : quantity.start])
    lead = re.match(r"[\s、,;()的和及与并]*", found.text[reach[0] : quantity.start])
    begin = reach[0] + (lead.end() if lead else 0)
    sentence = max(found.text.rfind(stop, 0, quantity.start) for stop in "。;\n") + 1
    roles = [role for role in ("lead", "participate") if found.marks(role, start, end)]
    role = "_or_".join(roles)
    return Mention(
        kind=kind,
        name=noun or found.text[begin:end],
        start=begin,
        end=reach[1],
        text=found.text[begin : reach[1]],
        grade=grades[0] if grades else "",
        level=_level(found.text[begin : reach[1]]) if kind in _GRADED else "",
        years=years,
        role=role or (last.role if last and last.kind == kind else ""),
        quantity=quantity.number,
        unit=quantity.unit,
        status=stages[0] if stages else "granted",
        negated=bool(found.marks("negation", start, quantity.start)),
        bound="le" if quantity.unit == "人次" and kind in _PERSONS else quantity.bound,
        part=not total and bool(found.marks("part", sentence, quantity.start)),
    )
