"""What every number has in common: a name, a shape, perhaps a check digit, and a way to write it.

A number is a class that is never instantiated. `normalize` looks at the shape only and never raises;
`is_valid` adds what can be checked without a registry; `PATTERN` finds candidates in compact text.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from registries.values.text import DASHES, without_spaces

DASH = f"[{DASHES}一ー~～_]"
"""Whatever a printer or a reader puts where a dash belongs; 一 is the Chinese digit one."""


class Identifier(ABC):
    """One kind of number; subclasses say how it is written and checked."""

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    PATTERN: ClassVar[re.Pattern[str]]
    CHECKED: ClassVar[bool] = False
    """Whether a check digit tells a misread number from a right one."""
    ALPHABETS: ClassVar[tuple[str, ...]] = ()
    """For checked numbers: the characters that may stand at each place of the canonical form."""

    @classmethod
    @abstractmethod
    def normalize(cls, text: str) -> str | None:
        """The canonical form, or None where the text has not the shape; never raises."""

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Whether the text has the shape and, where there is one, the right check digit."""
        return cls.checked(text)[1]

    @classmethod
    def checked(cls, text: str) -> tuple[str | None, bool]:
        """The canonical form, and whether the number is valid: both at the price of one."""
        number = cls.normalize(text)
        return number, number is not None and cls.is_sound(number)

    @classmethod
    def checked_all(cls, texts: Sequence[str]) -> tuple[list[str], list[bool]]:
        """`checked` of very many texts; where there is no canonical form, it is empty, and no text is no fault."""
        numbers = [cls.normalize(text) or "" if text else "" for text in texts]
        sound = iter(cls.are_sound(list(filter(None, numbers))))
        return numbers, [
            next(sound) if number else not text for text, number in zip(texts, numbers, strict=True)
        ]

    @classmethod
    def are_sound(cls, numbers: Sequence[str]) -> list[bool]:
        """`is_sound` of very many numbers, which those with a check digit can tell at once."""
        return list(map(cls.is_sound, numbers))

    @classmethod
    def is_sound(cls, number: str) -> bool:
        """Whether a number in its canonical form passes what can be checked of it; most have nothing to check."""
        return True

    @classmethod
    def format(cls, value: str) -> str:
        """The canonical form as people print it; what has not the shape comes back as it is."""
        return cls.normalize(value) or value

    @classmethod
    def strip(cls, text: str) -> str:
        """Takes away what carries no meaning (prefix, spaces, dashes), before the shape is looked at."""
        return without_spaces(text).upper()

    @classmethod
    def find(cls, text: str) -> Iterator[str]:
        """The canonical forms of all candidates in a text, in order; check digits are not looked at."""
        for hit in cls.PATTERN.finditer(without_spaces(text)):
            number = cls.normalize(hit[0])
            if number is not None:
                yield number
