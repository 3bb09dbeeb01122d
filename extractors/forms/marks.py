"""Tick boxes: which options of a cell are ticked, whatever sign the company's Word made of the box.

1. Signs are folded to two: ticked and empty. Adjoining signs («□√») make one mark.
2. Options are found in the text, the longest first, with their brackets written either way.
3. Each mark is given to the option behind it, or in front of it where the cell's boxes come last.
4. A last option 其他/其它 is also ticked when something is written behind it.
"""

import re
import unicodedata
from dataclasses import dataclass

_TICKED = "☑☒√✓✔✅🗹🗸■▣●◉⊙◼⬛▪◾◆★☛"
_CROSSES = "×✗✘✕✖"
_EMPTY = "□☐○◯◻⬜▢▫◽❏❐❑❒◇☆£"
_WHEN = re.compile(r"(?:(?:19|20)\d\d年?度?[、,和及]?)+")
_OTHER = ("其他", "其它")
# Symbol fonts keep their signs in the private area; the low byte tells the sign.
SYMBOLS = {
    **dict.fromkeys((0xFE, 0x52, 0x50, 0xFC, 0xFD, 0x53, 0x54, 0x51, 0x6E, 0xA4, 0x6C, 0xA7), "☑"),
    **dict.fromkeys((0xA8, 0xA3, 0x6F, 0x71, 0x72, 0x70, 0xA1, 0x2A, 0xA6), "□"),
    0xFB: "✗",
    0x4F: "✗",
}
"""Low byte of a character of Wingdings or Wingdings 2, and the plain sign for it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    option: str = ""
    ticked: bool = False


def ticked_options(text: str, options: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The ticked options of a cell in printed order, and what was written behind 其他.

    Without any mark, options are taken as chosen where some but not all of them are written:
    some companies delete what does not apply.
    """
    folded = fold_marks(text)
    found = _options(folded, options)
    marks = _marks(folded, found)
    written = _written(folded, found, marks)
    if marks:
        chosen = _pair(marks, found)
    else:
        names = {piece.option for piece in found}
        whole = names >= {option for option in options if option not in _OTHER}
        chosen = set() if whole else {name for name in names if name not in _OTHER}
    if written:
        chosen |= {option for option in options if option in _OTHER}
    return tuple(option for option in options if option in chosen), written


def fold_marks(text: str) -> str:
    """The text with each private-area sign of a symbol font as the plain sign that it shows."""
    return "".join(SYMBOLS.get(ord(c) & 0xFF, c) if 0xF000 <= ord(c) <= 0xF0FF else c for c in text)


def has_marks(text: str) -> bool:
    """Whether any sign of a tick box stands in the text."""
    return any(sign in fold_marks(text) for sign in _TICKED + _EMPTY)


def _options(text: str, options: tuple[str, ...]) -> list[_Piece]:
    taken: list[_Piece] = []
    for option in sorted(options, key=len, reverse=True):
        for pattern in _spellings(option):
            for match in re.finditer(pattern, text):
                if not any(p.start < match.end() and match.start() < p.end for p in taken):
                    taken.append(_Piece(match.start(), match.end(), option))
    return sorted(taken, key=lambda piece: piece.start)


def _spellings(option: str) -> tuple[str, ...]:
    full = r"\s*".join("[（(]" if c in "（(" else "[）)]" if c in "）)" else re.escape(c) for c in option)
    short = re.sub(r"[（(].*?[）)]", "", option)
    spread = r"\s*".join(map(re.escape, "其他" if short in _OTHER else short))
    if short in _OTHER:
        return (r"其\s*[他它]",)
    return (full, spread) if short != option else (full,)


def _marks(text: str, options: list[_Piece]) -> list[_Piece]:
    """Marks in the text; crosses mean «ticked» only where no real tick stands beside them."""
    checked = any(sign in text for sign in "☑√✓✔✅")
    ticked = _TICKED if checked else _TICKED + _CROSSES
    signs = rf"(?:[\[(（【]\s*[{ticked}VvRxX]?\s*[\])）】]|[{_TICKED}{_CROSSES}{_EMPTY}])+"
    pieces = []
    for match in re.finditer(signs, text):
        if not any(p.start < match.end() and match.start() < p.end for p in options):
            chosen = any(sign in ticked + "VvRxX" for sign in match[0])
            pieces.append(_Piece(match.start(), match.end(), ticked=chosen))
    return sorted(pieces + _letters(text, options, pieces), key=lambda piece: piece.start)


def _letters(text: str, options: list[_Piece], marks: list[_Piece]) -> list[_Piece]:
    """Marks that a conversion turned to letters: R and V for a tick, a lone bracket for an empty box."""
    pieces = []
    for option in options:
        head = text[: option.start].rstrip(" 　")
        if not head or any(mark.end == len(head) for mark in marks):
            continue
        if head[-1] in "(（":
            pieces.append(_Piece(len(head) - 1, len(head)))
        elif re.search(r"(?<![A-Za-z])[RVvＶ]$", head):
            pieces.append(_Piece(len(head) - 1, len(head), ticked=True))
    return pieces


def _pair(marks: list[_Piece], options: list[_Piece]) -> set[str]:
    behind = _boxes_come_last(marks, options)
    chosen: set[str] = set()
    for mark in marks:
        if not mark.ticked:
            continue
        front = [p for p in options if p.end <= mark.start][-1:]
        back = [p for p in options if p.start >= mark.end][:1]
        touches = [p for p in front if p.end == mark.start], [p for p in back if p.start == mark.end]
        near = touches[0] or touches[1] if bool(touches[0]) != bool(touches[1]) else front if behind else back
        chosen |= {p.option for p in near}
    return chosen


def _boxes_come_last(marks: list[_Piece], options: list[_Piece]) -> bool:
    """Whether a mark belongs to the option in front of it: as many as can then stand close to one."""
    if not options:
        return False
    before = sum(mark.end == p.start for mark in marks for p in options)
    after = sum(mark.start == p.end for mark in marks for p in options)
    if before != after:
        return after > before
    return options[0].start < marks[0].start and marks[-1].start > options[-1].start


def _written(text: str, options: list[_Piece], marks: list[_Piece]) -> str:
    """What stands behind 其他, up to the next mark, option or line."""
    for piece in options:
        if piece.option in _OTHER:
            ends = [p.start for p in (*options, *marks) if p.start >= piece.end]
            tail = text[piece.end : min(ends, default=len(text))].split("\n")[0]
            tail = re.sub(r"请?注明", "", unicodedata.normalize("NFKC", tail))
            tail = tail.strip(" _:;,.、。()—-＿")
            return "" if _WHEN.fullmatch(tail) else tail  # it tells when, not what
    return ""
