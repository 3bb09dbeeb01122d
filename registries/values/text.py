"""Cleans Chinese text, so that both sides of a comparison are written alike.

1. `nfkc`     one width for every character; ① and ² keep their meaning; invisible marks go
2. `tidy`     one kind of bracket, dash and quotation mark; runs of space become one space
3. `compact`  `nfkc` without spaces, together with the place that each character came from
4. `squeeze`  only what a comparison may look at: no spaces, marks or brackets, simplified, lower case

Patterns of numbers are written for compact text; `Compact.places` leads a hit back to the page.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC

# NFKC would turn ① into 1 and ² into 2: a footnote would then lengthen the number before it.
PROTECTED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹")
DASHES = "-‐‑‒–—―─━﹣－−⁃﹘"
SPACES = re.compile(r"\s+")

_BRACKETS = str.maketrans("【】﹝﹞［］[]｛｝{}", "〔〕〔〕〔〕〔〕〔〕〔〕")
_DASHES = str.maketrans(dict.fromkeys(DASHES, "-"))
_QUOTES = str.maketrans("「」『』〝〞", "“”“”“”")
_DROPPED = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w+#%.]|_")
_LINE = "\u2028"
_DROPPED_IN_LINES = re.compile(rf"(?<!\d)\.|\.(?!\d)|[^\w+#%.{_LINE}]|_")


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


_IN_PHRASES = frozenset("哩坏沈藉覆著瞭")
"""Characters that OpenCC changes in some words only."""


@cache
def plain_characters() -> frozenset[str]:
    """Characters that every cleaning leaves as they are: nearly all of GB 2312, digits, small letters.

    Most names and titles hold nothing else, and need no cleaning at all.
    """
    codes = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    drawn = [text for code in codes if (text := code.decode("gb2312", "ignore"))]
    told = _simplifier().convert("\n".join(drawn)).split("\n")
    kept = {a for a, b in zip(drawn, told, strict=True) if a == b and unicodedata.normalize("NFKC", a) == a}
    return frozenset(kept - _IN_PHRASES) | frozenset("0123456789abcdefghijklmnopqrstuvwxyz")


def is_plain(text: str) -> bool:
    """Whether a text holds nothing that any cleaning would change: neither marks nor spaces nor capitals."""
    return plain_characters().issuperset(text)


@lru_cache(maxsize=8192)
def _nfkc_character(character: str) -> str:
    if character in PROTECTED:
        return character
    # Cf are zero-width marks and soft hyphens, Cc control characters; private use stays to be seen.
    if unicodedata.category(character) == "Cf":
        return ""
    if unicodedata.category(character) == "Cc":
        return " "
    normalized = unicodedata.normalize("NFKC", character)
    # ´ and ¨ would become a space with an accent, which then falls on the letter before.
    return character if normalized.startswith(" ") and len(normalized) > 1 else normalized


def nfkc(text: str) -> str:
    """Gives every character one width, but keeps circled and raised digits, which are no digits.

    Args:
        text: any text, as read.

    Returns:
        The text in NFKC without invisible marks; control characters become spaces.
    """
    if plain_characters().issuperset(text) or (text.isascii() and text.isprintable()):
        return text
    return unicodedata.normalize("NFC", "".join(map(_nfkc_character, text)))


def tidy(text: str) -> str:
    """Unifies brackets, dashes and quotation marks and leaves one space at most between characters."""
    unified = nfkc(text).translate(_BRACKETS).translate(_DASHES).translate(_QUOTES)
    return SPACES.sub(" ", unified).strip()


@dataclass(frozen=True, slots=True)
class Compact:
    """Text without spaces; `places[i]` is the index in the original of its i-th character."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the original from which the characters `start` to `end` came."""
        if start >= end:
            raise ValueError("a span holds at least one character")
        return self.places[start], self.places[end - 1] + 1


def compact(text: str) -> Compact:
    """Applies NFKC and drops every space, and remembers where each character stood.

    Args:
        text: any text, as read.

    Returns:
        The compact text with the place of each of its characters in `text`.
    """
    kept = [
        (character, place)
        for place, original in enumerate(text)
        for character in _nfkc_character(original)
        if not character.isspace()
    ]
    return Compact("".join(c for c, _ in kept), tuple(p for _, p in kept))


def without_spaces(text: str) -> str:
    """The compact text alone, for those who need no places."""
    return SPACES.sub("", nfkc(text))


@lru_cache(maxsize=8192)
def simplify(text: str) -> str:
    """Writes traditional characters as simplified ones; for names and labels, never for whole pages."""
    return text if plain_characters().issuperset(text) or text.isascii() else _simplifier().convert(text)


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """Keeps only what a comparison may look at.

    Spaces, punctuation, brackets and dashes go; `+`, `#`, `%` and a point between digits stay,
    since C, C++ and C# differ and so do V4.8 and V48.

    Args:
        text: any text, as read.

    Returns:
        Simplified, lower-case text without irrelevant characters.
    """
    if plain_characters().issuperset(text):
        return text
    cleaned = simplify(nfkc(text)).casefold()
    return _DROPPED.sub("", cleaned)


def squeeze_all(texts: Sequence[str]) -> list[str]:
    """`squeeze` of very many texts, several times as quick since what needs cleaning is cleaned as one."""
    plain = plain_characters()
    told = list(texts)
    rest = [place for place, text in enumerate(texts) if not plain.issuperset(text)]
    if not rest:
        return told
    joined = _LINE.join(texts[place].replace(_LINE, " ") for place in rest)
    cleaned = _simplifier().convert("".join(map(_nfkc_character, joined)))
    normal = unicodedata.normalize("NFC", cleaned).casefold()
    parts = _DROPPED_IN_LINES.sub("", normal).split(_LINE)
    for place, part in zip(rest, parts, strict=True):
        told[place] = part
    return told
