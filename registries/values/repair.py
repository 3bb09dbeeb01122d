"""Mends a misread number with the table of confusions, where a check digit can confirm it.

1. letters that cannot stand at their place are put right (no guess: O among digits was printed 0)
2. if the number is then right, it is the only candidate
3. else, if nothing was put right, all numbers one confusion away that pass the check

A candidate is a hypothesis: whoever takes it up must find title and holder agree with one record.
"""

from collections.abc import Iterator
from functools import cache

from registries.values.identifier import Identifier
from registries.values.tables import table
from registries.values.uscc import ALPHABET

MOST_FORCED = 3
"""More letters among the digits than this, and the line is no misread number but another text."""


@cache
def _confused() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for group in table("confusions")["codes"]:
        for character in group:
            pairs.setdefault(character, set()).update(set(group) - {character})
    return {character: frozenset(others) for character, others in pairs.items()}


def _forced(character: str, alphabet: str) -> str | None:
    """The character that was printed, where the one read cannot stand there; None if nobody knows."""
    if character in alphabet:
        return character
    name = "credit" if alphabet == ALPHABET else "digits"
    printed: str | None = table("confusions")[name].get(character)
    return printed if printed is not None and printed in alphabet else None


def _put_right(cls: type[Identifier], read: str) -> tuple[str, int] | None:
    """The number with impossible letters put right, and how many they were."""
    if len(read) != len(cls.ALPHABETS):
        return None
    printed = [_forced(character, alphabet) for character, alphabet in zip(read, cls.ALPHABETS, strict=True)]
    if None in printed:
        return None
    number = "".join(character or "" for character in printed)
    changes = sum(a != b for a, b in zip(number, read, strict=True))
    return (number, changes) if changes <= MOST_FORCED else None


def _one_confusion(cls: type[Identifier], read: str) -> Iterator[str]:
    for place, (character, alphabet) in enumerate(zip(read, cls.ALPHABETS, strict=True)):
        for other in sorted(_confused().get(character, ())):
            if other in alphabet:
                yield read[:place] + other + read[place + 1 :]


def repair(cls: type[Identifier], text: str) -> tuple[str, ...]:
    """Finds the numbers that may have been printed where a misread one was read.

    Args:
        cls: a kind of number with a check digit; for others nothing can be confirmed.
        text: the number as read.

    Returns:
        Candidates in canonical form that pass the check, sorted; empty where the number is right already.
    """
    if not cls.CHECKED or cls.is_valid(text):
        return ()
    read = cls.strip(text)
    righted = _put_right(cls, read)
    if righted is None:
        return _with_one_unknown(cls, read)
    number, changes = righted
    if cls.is_valid(number):
        return (number,)
    if changes:
        return ()
    return tuple(sorted({c for c in _one_confusion(cls, number) if cls.is_valid(c)}))


def _with_one_unknown(cls: type[Identifier], read: str) -> tuple[str, ...]:
    """One impossible character without a sure reading (V in a credit code): each of its look-alikes."""
    if len(read) != len(cls.ALPHABETS):
        return ()
    wrong = [i for i, (c, a) in enumerate(zip(read, cls.ALPHABETS, strict=True)) if c not in a]
    if len(wrong) != 1:
        return ()
    return tuple(sorted({c for c in _one_confusion(cls, read) if cls.is_valid(c)}))


def misread_digits(text: str) -> str:
    """Puts digits for the letters that readers see in their place (O, I, Z, S, B); for typed fields only."""
    digits: dict[str, str] = table("confusions")["digits"]
    return "".join(digits.get(character.upper(), character) for character in text)


@cache
def _shapes(name: str = "shapes") -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for group in table("confusions")[name]["pairs"]:
        for character in group:
            pairs.setdefault(character, set()).update(set(group) - {character})
    return {character: frozenset(others) for character, others in pairs.items()}


def look_alike(a: str, b: str) -> bool:
    """Whether two characters have the same shape to a reader (未/末, 件/件), as the table has it."""
    return a == b or b in _shapes().get(a, ()) or b in _confused().get(a, ())


def look_alike_in_words(a: str, b: str) -> bool:
    """Whether one of two characters is taken for the other within a word of a place, a trade or a form."""
    return look_alike(a, b) or b in _shapes("words").get(a, ())
