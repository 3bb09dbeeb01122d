"""Chinese patent numbers (ZC 0006-2003) and publication numbers, and what they say about a patent.

Since 2003-10 the application number is year, kind, seven digits, check digit; a grant writes ZL before it.
Before, it had a year of two digits and a serial of five. Weights 2..9, 2..5; sum mod 11, 10 is X.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import ClassVar

from registries.values.checksums import are_checked, characters
from registries.values.identifier import DASH, Identifier

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_DIGITS = "0123456789"
_CHECKS = _DIGITS + "X"
# The two letters carry no information, so their misreadings may go without a trace.
_PREFIX = r"(?:(?:Z[L1IJ|]|[2乙][L1I|]|CN)[.·:]?)"
_BODY = r"(?:20\d\d[12389]\d{7}|(?:8[5-9]|9\d|0[0-3])[12389]\d{5})"
_KINDS = {"1": "发明", "2": "实用新型", "3": "外观设计", "8": "发明", "9": "实用新型"}


def patent_check(body: str) -> str:
    """The check digit that belongs to the 12 (or, before 2003, 8) digits of a patent number."""
    return _CHECKS[sum(map(mul, map(int, body), _WEIGHTS)) % 11]


class PatentNumber(Identifier):
    """专利号/申请号: 13 characters since October 2003, 9 before; the last is a check digit.

    Canonical without ZL, CN, spaces and dot: `2018102889827`.
    """

    NAME: ClassVar[str] = "patent_number"
    TITLE: ClassVar[str] = "专利号"
    CHECKED: ClassVar[bool] = True
    ALPHABETS: ClassVar[tuple[str, ...]] = (
        ("2",) + ("0",) + (_DIGITS,) * 2 + ("12389",) + (_DIGITS,) * 7 + (_DIGITS + "X",)
    )
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        rf"{_PREFIX}?(?<!\d){_BODY}[.·,。]?[\dXx](?![\dA-Za-z])|{_PREFIX}[0-9OoIl|ZSBDQGqX×.·,-]{{9,16}}"
        rf"(?![\dA-Za-z])"
    )

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(rf"{_BODY}[\dX]")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """The digits and the check digit alone, or None where the text has another shape."""
        plain = text.replace(".", "", 1)  # as registries write it
        if cls._SHAPE.fullmatch(plain) and plain.isascii():
            return plain
        stripped = cls.strip(text)
        return stripped if cls._SHAPE.fullmatch(stripped) else None

    @classmethod
    def strip(cls, text: str) -> str:
        """Drops ZL or CN, spaces, dots and dashes; × for the check digit X is put right."""
        bare = re.sub(rf"{DASH}|[.·,。、:()]", "", super().strip(text)).replace("×", "X").replace("✗", "X")
        return re.sub(rf"^{_PREFIX}(?=.{{9}}$|.{{13}}$)|^21(?=.{{13}}$)", "", bare)

    @classmethod
    def is_sound(cls, number: str) -> bool:
        """Whether the check digit of a number in its canonical form is right."""
        return patent_check(number[:-1]) == number[-1]

    @classmethod
    def are_sound(cls, numbers: Sequence[str]) -> list[bool]:
        """The same of very many numbers."""
        read = characters(numbers, len(_WEIGHTS) + 1)  # the old ones are shorter
        return super().are_sound(numbers) if read is None else are_checked(read, _DIGITS, _WEIGHTS, _CHECKS)

    @classmethod
    def format(cls, value: str) -> str:
        """The number as printed on a certificate: `ZL 2018 1 0288982.7`."""
        number = cls.normalize(value)
        if number is None:
            return value
        if len(number) == 9:
            return f"ZL {number[:2]} {number[2]} {number[3:8]}.{number[8]}"
        return f"ZL {number[:4]} {number[4]} {number[5:12]}.{number[12]}"

    @classmethod
    def kind(cls, text: str) -> str:
        """发明, 实用新型 or 外观设计 as the number itself says; empty where it is no patent number."""
        number = cls.normalize(text)
        return "" if number is None else _KINDS[number[2 if len(number) == 9 else 4]]

    @classmethod
    def year(cls, text: str) -> int | None:
        """The year of filing as the number itself says."""
        number = cls.normalize(text)
        if number is None:
            return None
        if len(number) == 13:
            return int(number[:4])
        return int(number[:2]) + (1900 if number[0] in "89" else 2000)


@dataclass(frozen=True, slots=True)
class Publication:
    """What the kind code of a publication number says."""

    kind: str
    granted: bool
    text: str


# (letter, has a digit) -> meaning; documents since 2004-07, and the plain C, Y, D of older ones.
_MEANINGS: dict[tuple[str, bool], Publication] = {
    ("A", False): Publication("发明", False, "发明专利申请公布，尚未授权"),
    ("A", True): Publication("发明", False, "发明专利申请公布的更正，尚未授权"),
    ("B", False): Publication("发明", True, "发明专利授权公告"),
    ("B", True): Publication("发明", True, "发明专利授权公告的更正"),
    ("C", False): Publication("发明", True, "发明专利授权公告（2010年以前）"),
    ("C", True): Publication("发明", True, "发明专利权部分无效"),
    ("U", False): Publication("实用新型", True, "实用新型专利授权公告"),
    ("U", True): Publication("实用新型", True, "实用新型专利授权公告的更正"),
    ("Y", False): Publication("实用新型", True, "实用新型专利授权公告（2010年以前）"),
    ("Y", True): Publication("实用新型", True, "实用新型专利权部分无效"),
    ("S", False): Publication("外观设计", True, "外观设计专利授权公告"),
    ("S", True): Publication("外观设计", True, "外观设计专利授权公告的更正或部分无效"),
    ("D", False): Publication("外观设计", True, "外观设计专利授权公告（2010年以前）"),
}


class PublicationNumber(Identifier):
    """授权公告号: CN, seven to nine digits and the kind code that tells a grant from an application."""

    NAME: ClassVar[str] = "publication_number"
    TITLE: ClassVar[str] = "授权公告号"
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"(?<![A-Za-z])CN[1-3]\d{6,8}[ABCUYSD]\d?(?![0-9A-Za-z])", re.I
    )

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(r"CN[1-3]\d{6,8}(?:[ABCUYS]\d?|D)")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """`CN108752199B`, or None where the text has another shape."""
        if cls._SHAPE.fullmatch(text) and text.isascii():  # as registries write it
            return text
        stripped = re.sub(rf"{DASH}|[.·]", "", cls.strip(text).rpartition(":")[2])
        return stripped if cls._SHAPE.fullmatch(stripped) else None

    @classmethod
    def format(cls, value: str) -> str:
        """The number as printed: `CN 108752199 B`."""
        number = cls.normalize(value)
        return value if number is None else re.sub(r"^CN(\d+)(.+)$", r"CN \1 \2", number)

    @classmethod
    def meaning(cls, text: str) -> Publication | None:
        """What the kind code says: of which kind of patent, and whether it is granted at all."""
        number = cls.normalize(text)
        if number is None:
            return None
        code = number.lstrip("CN").lstrip(_DIGITS)
        return _MEANINGS.get((code[0], len(code) > 1))
