"""Numbers of standards: `GB/T 36624—2018`, `YD/T 3865.2—2021`, `DB33/T 1331—2023`, `T/ZJBA 13832—2020`.

1. compact, capitals, one dash for all
2. prefix (with /T or /Z) | serial with its parts | year
3. the prefix tells the family: 国际 国家 行业 地方 团体 企业

Plan numbers such as 20212345-T-469 are projects, not standards, and have no such shape.
"""

import re
from functools import cache
from typing import ClassVar

from registries.values.identifier import DASH, Identifier
from registries.values.tables import table

_YEAR = r"(?:19|20)\d\d|[5-9]\d"
_SERIAL = r"\d+(?:\.\d+)*"


def _codes(codes: list[str]) -> str:
    ordered = sorted(codes, key=len, reverse=True)
    return "|".join(re.escape(code.replace(" ", "")) for code in ordered)


_NATIONAL = _codes(table("standards")["national"])
_INDUSTRY = _codes(list(table("standards")["industries"]))
_INTERNATIONAL = _codes(table("standards")["international"])
# A reader often drops the slash before T, never the letters around it.
_CHINESE = rf"(?:(?:{_NATIONAL}|{_INDUSTRY}|DB\d{{0,6}})(?:/?[TZ])?)"
# Codes of bodies and companies end in a letter: without spaces that is where the serial begins.
_GROUP = rf"T/[A-Z0-9]*[A-Z](?:{DASH}[A-Z]+)*"
_COMPANY = r"Q/[0-9A-Z]*[A-Z]"


class StandardNumber(Identifier):
    """标准号: prefix, one space, serial, em dash, year; international ones with a colon before the year."""

    NAME: ClassVar[str] = "standard_number"
    TITLE: ClassVar[str] = "标准号"
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        rf"(?<![A-Za-z0-9/])(?:(?:{_CHINESE}|{_GROUP}|{_COMPANY}){DASH}?{_SERIAL}{DASH}{{1,2}}(?:{_YEAR})"
        rf"|(?:{_INTERNATIONAL})\.?[A-Z]?\.?\d[\d.]*(?:-\d+)*[:-](?:19|20)\d\d)(?![0-9]|{DASH}[TQZ]{DASH})",
        re.I,
    )

    _CHINESE_SHAPE: ClassVar[re.Pattern[str]] = re.compile(
        rf"({_CHINESE}|{_GROUP}|{_COMPANY}){DASH}?({_SERIAL}){DASH}{{1,2}}({_YEAR})"
    )
    _INTERNATIONAL_SHAPE: ClassVar[re.Pattern[str]] = re.compile(
        rf"({_INTERNATIONAL})\.?((?:[A-Z]\.)?\d[\d.]*(?:-\d+)*)[:-]((?:19|20)\d\d)"
    )

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """The canonical number, or None where the text has another shape (plan numbers have)."""
        stripped = cls.strip(text)
        chinese = cls._CHINESE_SHAPE.fullmatch(stripped)
        if chinese is not None:
            return f"{_spelled(chinese[1])} {chinese[2]}—{chinese[3]}"
        other = cls._INTERNATIONAL_SHAPE.fullmatch(re.sub(DASH, "-", stripped))
        return None if other is None else f"{_spaced(other[1])} {other[2]}:{other[3]}"

    @classmethod
    def strip(cls, text: str) -> str:
        """Drops spaces, book-title marks and brackets around the number."""
        return super().strip(text).strip("《》()〔〕,;。、").replace("／", "/")

    @classmethod
    def family(cls, text: str) -> str:
        """国际, 国家, 行业, 地方, 团体 or 企业 as the prefix says; empty where it is no standard."""
        number = cls.normalize(text)
        if number is None:
            return ""
        prefix = number.rpartition(" ")[0]
        head = prefix.partition("/")[0]
        if ":" in number:
            return "国际"
        if head in ("T", "Q"):
            return {"T": "团体", "Q": "企业"}[head]
        if re.fullmatch(r"DB\d+", head):
            return "地方"
        return "国家" if head in table("standards")["national"] else "行业"

    @classmethod
    def industry(cls, text: str) -> str:
        """The industry that an industry standard belongs to, such as 通信; empty for other families."""
        number = cls.normalize(text) or ""
        head = number.rpartition(" ")[0].partition("/")[0]
        return str(table("standards")["industries"].get(head, "地震" if head == "DB" else ""))

    @classmethod
    def undated(cls, text: str) -> str:
        """The number without its year: the standard whatever its edition."""
        return re.split(r"[—:]", cls.normalize(text) or "")[0]


def _spelled(prefix: str) -> str:
    """Puts back the slash before T or Z that a reader dropped, without touching codes that end so."""
    if "/" in prefix:
        return re.sub(DASH, "-", prefix)
    if prefix in table("standards")["national"] or prefix in table("standards")["industries"]:
        return prefix
    return re.sub(r"^(.*)([TZ])$", r"\1/\2", prefix)


@cache
def _international_spellings() -> dict[str, str]:
    return {code.replace(" ", ""): code for code in table("standards")["international"]}


def _spaced(prefix: str) -> str:
    return _international_spellings().get(prefix, prefix)
