"""统一社会信用代码 (GB 32100-2015) and the 组织机构代码 (GB 11714-1997) inside it.

Check character 18 = (31 - sum of value * 3**place mod 31) mod 31; the last `mod 31` matters:
without it a sum divisible by 31 has no character.
"""

import re
from collections.abc import Sequence
from operator import mul
from typing import ClassVar

from registries.values.checksums import are_checked, characters
from registries.values.identifier import DASH, Identifier

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_CHECKS = ALPHABET[0] + ALPHABET[:0:-1]
"""The check character of each remainder of the sum."""
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_DIGITS = "0123456789"
_ORG_BODY = _DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def uscc_check(body: str) -> str:
    """The check character that belongs to the first 17 characters of a credit code."""
    values = [_VALUE[character] for character in body]
    if len(values) != len(_WEIGHTS):
        raise ValueError("the body of a credit code has 17 characters")
    return _CHECKS[sum(map(mul, values, _WEIGHTS)) % 31]


def org_check(body: str) -> str:
    """The check character that belongs to the first 8 characters of an organisation code."""
    rest = 11 - sum(_ORG_BODY.index(c) * w for c, w in zip(body, _ORG_WEIGHTS, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


class Uscc(Identifier):
    """统一社会信用代码: 18 characters that name one legal person, the last of them a check character.

    Every error in a single character and every swap of neighbours is detected.
    """

    NAME: ClassVar[str] = "uscc"
    TITLE: ClassVar[str] = "统一社会信用代码"
    CHECKED: ClassVar[bool] = True
    # The office that registers and the kind of body come first (GB 32100-2015, table 1): no letter but three.
    ALPHABETS: ClassVar[tuple[str, ...]] = ("123456789ANY", "1234569", *(_DIGITS,) * 6, *(ALPHABET,) * 10)
    # Letters that the alphabet leaves out are let in, so that misread codes are found and then mended.
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])", re.I)

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(rf"[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """The 18 characters in capitals, or None where the text has another shape."""
        if cls._SHAPE.fullmatch(text):  # as registries write it
            return text
        stripped = cls.strip(text)
        return stripped if cls._SHAPE.fullmatch(stripped) else None

    @classmethod
    def strip(cls, text: str) -> str:
        """Drops a printed label, spaces, dots and dashes."""
        unlabelled = super().strip(text).rpartition(":")[2]
        return re.sub(rf"{DASH}|[.·]", "", unlabelled)

    @classmethod
    def is_sound(cls, number: str) -> bool:
        """Whether a credit code has the right check character."""
        return uscc_check(number[:17]) == number[17]

    @classmethod
    def are_sound(cls, numbers: Sequence[str]) -> list[bool]:
        """The same of very many codes."""
        read = characters(numbers, len(_WEIGHTS) + 1)
        return super().are_sound(numbers) if read is None else are_checked(read, ALPHABET, _WEIGHTS, _CHECKS)

    @classmethod
    def org_code(cls, value: str) -> str:
        """The organisation code inside a canonical credit code (characters 9 to 17)."""
        return value[8:17]

    @classmethod
    def region(cls, value: str) -> str:
        """The administrative code of the office that registered a canonical credit code."""
        return value[2:8]


class OrgCode(Identifier):
    """组织机构代码: 8 characters and a check character; weaker than the credit code that replaced it.

    Since letters count 10 to 35 modulo 11, pairs like 2/Z or 0/B are not told apart.
    """

    NAME: ClassVar[str] = "org_code"
    TITLE: ClassVar[str] = "组织机构代码"
    CHECKED: ClassVar[bool] = True
    ALPHABETS: ClassVar[tuple[str, ...]] = (_ORG_BODY,) * 8 + (_DIGITS + "X",)
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        rf"(?<![0-9A-Za-z])[0-9A-Z]{{8}}{DASH}[0-9X](?![0-9A-Za-z])", re.I
    )

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(r"[0-9A-Z]{8}[0-9X]")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """The 9 characters without the hyphen, or None where the text has another shape."""
        stripped = cls.strip(text)
        return stripped if cls._SHAPE.fullmatch(stripped) else None

    @classmethod
    def strip(cls, text: str) -> str:
        """Drops a printed label, spaces and the hyphen."""
        return re.sub(DASH, "", super().strip(text).rpartition(":")[2])

    @classmethod
    def is_sound(cls, number: str) -> bool:
        """Whether an organisation code has the right check character."""
        return org_check(number[:8]) == number[8]

    @classmethod
    def format(cls, value: str) -> str:
        """The code as people print it, with a hyphen before the check character."""
        number = cls.normalize(value)
        return value if number is None else f"{number[:8]}-{number[8]}"
