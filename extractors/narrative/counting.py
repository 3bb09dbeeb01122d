"""Counting: numbers of a box that belong to no name («有效发明专利二十六件»), and what they count."""

import re
from collections.abc import Sequence

from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.pieces import Piece
from extractors.narrative.stating import Found

_CUTS = "、,;()和"
_STAGE_KINDS = frozenset({"status"})


def count(found: Found, clauses: Sequence[Piece], free: Sequence[Piece], named: Sequence[Mention]) -> list[Mention]:
    """A mention for each quantity that no named mention covers."""
    mentions: list[Mention] = []
    for at, quantity in enumerate(free):
        clause = next((c for c in clauses if c.start <= quantity.start < c.end), None)
        if clause is None:
            continue
        sentence = max(found.text.rfind(stop, 0, quantity.start) for stop in "。;!?\n") + 1
        earlier = [m for m in (*named, *mentions) if sentence <= m.start < quantity.start]
        last = max(earlier, key=lambda m: m.start, default=None)
        start, end = _reach(found.text, clause, quantity, free)
        kind, noun = _kind(found.text, clause, start, end, quantity)
        if not kind:
            kind, noun = (last.kind, last.name) if last and last.unit in ("", quantity.unit) else ("metric", "")
        mentions.append(_mention(found, quantity, start, end, kind, noun, _years(found, clause, quantity, free), last))
    return mentions


def _reach(text: str, clause: Piece, quantity: Piece, others: Sequence[Piece]) -> tuple[int, int]:
    """The stretch around a quantity between separators, without its neighbours."""
    left = max((o.end for o in others if clause.start <= o.start and o.end <= quantity.start), default=clause.start)
    cuts = [at + 1 for at in range(left, quantity.start) if text[at] in _CUTS]
    start = cuts[-1] if cuts else left
    right = min((o.start for o in others if quantity.end <= o.start < clause.end), default=clause.end)
    ends = [at for at in range(quantity.end, right) if text[at] in _CUTS]
    return start, ends[0] if ends else right


def _kind(text: str, clause: Piece, start: int, end: int, quantity: Piece) -> tuple[str, str]:
    """What is counted: the noun nearest before the number, else behind it, else earlier in the clause."""
    near = _nouns(text[start : quantity.start])
    behind = _nouns(text[quantity.end : end])
    far = _nouns(text[clause.start : start])
    best = max(near, key=lambda n: n[0]) if near else min(behind, key=lambda n: n[0]) if behind else None
    best = best or (max(far, key=lambda n: n[0]) if far else None)
    return (best[1], best[2]) if best else ("", "")


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
    before = [y for y in found.years if clause.start <= y.start < quantity.start]
    years = tuple(dict.fromkeys(year for piece in before for year in piece.years))
    if found.marks("each", clause.start, quantity.start):
        row = [q for q in free if q.within(clause.start, clause.end) and q.unit == quantity.unit]
        if len(row) == len(years) and quantity in row:
            return (years[row.index(quantity)],)
    return before[-1].years if before else ()


def _mention(
    found: Found, quantity: Piece, start: int, end: int, kind: str, noun: str, years: tuple[int, ...], last: Mention | None
) -> Mention:
    stages = [s.value for s in found.marks("status", start, end)]
    grades = [s.value for s in found.marks("grade", start, end)]
    total = re.search(r"共计|累计|合计|共", found.text[start : quantity.start])
    begin = start + len(found.text[start : quantity.start]) - len(found.text[start : quantity.start].lstrip())
    sentence = max(found.text.rfind(stop, 0, quantity.start) for stop in "。;\n") + 1
    role = "lead" if found.marks("lead", start, end) else "participate" if found.marks("participate", start, end) else ""
    return Mention(
        kind=kind,
        name=noun or found.text[begin:end],
        start=begin,
        end=quantity.end,
        text=found.text[begin : quantity.end],
        grade=grades[0] if grades else "",
        years=years,
        role=role or (last.role if last and last.kind == kind else ""),
        quantity=quantity.number,
        unit=quantity.unit,
        status=stages[0] if stages else "granted",
        negated=bool(found.marks("negation", start, quantity.start)),
        bound=quantity.bound,
        part=not total and bool(found.marks("part", sentence, quantity.start)),
    )
