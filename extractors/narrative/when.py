"""When: the years that a segment tells of its name, and those that the list before it lends."""

import re
from collections.abc import Sequence

from extractors.narrative.found import Found
from extractors.narrative.lexicon import lexicon
from extractors.narrative.pieces import Piece
from extractors.narrative.segments import Segment
from extractors.narrative.statement import Statement
from extractors.numerals import NUMERAL, read_numeral


def years_in_front(found: Found, segment: Segment, projects: Sequence[str]) -> tuple[int, ...]:
    """The years that stand right in front of each of several quoted things."""
    quotes = [q for q in found.within(found.quotes, segment.start, segment.end) if q.value in projects]
    years = [
        next((y.years[0] for y in found.years if y.end == q.start and len(y.years) == 1), 0) for q in quotes
    ]
    return tuple(years) if len(years) > 1 and all(years) else ()


def years_told(found: Found, segment: Segment) -> tuple[tuple[int, ...], bool]:
    """The segment's own years: those in front of the name, else those behind it."""
    pieces = found.within(found.years, segment.start, segment.end)
    own = _bracketed(found.text, segment)
    if inside := [p for p in pieces if own and p.within(*own)]:  # «A(2021年)和B(2020年)»
        return tuple(dict.fromkeys(year for p in inside for year in p.years)), False
    front = [p for p in pieces if p.start < segment.name.end]
    back = [p for p in pieces if p.start >= segment.name.end]
    chosen = _run(found.text, front) if front else _run(found.text, back[::-1][:1] if len(back) < 2 else back)
    years = tuple(dict.fromkeys(year for p in chosen for year in p.years))
    verb = re.search(lexicon("words")["grant"], found.text[segment.start : segment.name.start])
    adverbial = bool(front and verb and front[-1].start < segment.start + verb.start())
    return years, adverbial


def _bracketed(text: str, segment: Segment) -> tuple[int, int] | None:
    """The bracket that opens right behind a name, where another name without a segment of its own may follow."""
    behind = re.compile(r"[”\"」]?(?:称号)?\(([^()]*)\)(?=[和及与、])").match(
        text, segment.name.end, segment.end
    )
    return behind.span(1) if behind else None


def _run(text: str, years: list[Piece]) -> list[Piece]:
    """The last year, with those listed right in front of it."""
    run = years[-1:]
    for piece in reversed(years[:-1]):
        if not re.fullmatch(r"[、,和及与]{0,2}", text[piece.end : run[0].start]):
            break
        run.insert(0, piece)
    return run


def lent_years(found: Found, segment: Segment, before: Statement | None, heir: bool) -> tuple[int, ...]:
    """The years of the name before, where this one inherits them or says 同年."""
    if before is None:
        return ()
    head = found.text[segment.start : segment.name.start]
    if heir and before.mention.status == "granted":
        return before.mention.years
    follows = re.match(r"\s*(?:公司|我司)?(?:又|并|还|同年|同时|当年|同期)", head)
    return before.mention.years if before.adverbial and follows or re.search("同年|当年|同期", head) else ()


_RUN = re.compile(rf"(?:连续|蝉联)(?P<n>{NUMERAL})(?P<unit>[年期届])")
_YEARLY = frozenset({"csr", "honour"})


def run_of_years(found: Found, segment: Segment) -> Piece | None:
    """«连续三年发布报告», «连续六年被评为…»: one for each year, so that two of three are not enough."""
    kind = segment.name.kind
    match = _RUN.search(found.text, segment.start, segment.end) if kind in _YEARLY else None
    number = read_numeral(match["n"]) if match else None
    if match is None or not number:
        return None
    unit = "份" if kind == "csr" else match["unit"]
    return Piece("quantity", match.start(), match.end(), number=number, unit=unit)
