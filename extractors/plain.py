"""Text for looking things up: half width, simplified, one character for each character."""

import unicodedata
from functools import lru_cache
from typing import Any


def plain(text: str) -> str:
    """The text for looking things up: half width, simplified, one character for each character."""
    return "".join(_folded(char) for char in text)


def simplified(text: str) -> str:
    """The text in simplified characters, widths and signs as they are: readers see 證 in bold 证.

    What has no other form is left alone: as words, OpenCC would turn the name 沈思齐 into 沉思齐.
    """
    if all(_simple(char) == char for char in text):
        return text
    simple = _simplifier().convert(text)
    return simple if len(simple) == len(text) else text


@lru_cache(maxsize=8192)
def _folded(char: str) -> str:
    if char in "\t\n":
        return char
    if char in "﹕∶︰":
        return ":"
    if char == "―":  # fonts draw it like the dash in numbers, PDFs give it back for that
        return "—"
    if char == "曰":  # nobody writes it on a certificate: a reader's 日
        return "日"
    narrow = unicodedata.normalize("NFKC", char) if not "①" <= char <= "⓿" else char
    narrow = narrow if len(narrow) == 1 else char
    return _simple(narrow)


@lru_cache(maxsize=8192)
def _simple(char: str) -> str:
    simple: str = _simplifier().convert(char)
    return simple if len(simple) == 1 else char


@lru_cache(maxsize=1)
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
