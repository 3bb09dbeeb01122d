"""Personal numbers are shown in part: the first three and the last four characters, as is common practice.

ID numbers are known by their check character (GB 11643-1999), mobile numbers by their eleven digits.
Unmasking is an act of its own, and recorded.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from extractors.geometry import Box

T = TypeVar("T")

ID_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![0-9A-Za-z])"
)
MOBILE = re.compile(
    r"(?<![0-9A-Za-z.])((?:\+?86[- ]?)?)(1[3-9]\d)([- ]?)(\d{4})([- ]?)(\d{4})(?![0-9A-Za-z])"
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def mask_text(text: str) -> str:
    """Text with its personal numbers in part."""
    text = ID_NUMBER.sub(_id_number, text)
    return MOBILE.sub(r"\1\2\3****\5\6", text)


def _id_number(found: re.Match[str]) -> str:
    number = found[1].upper()
    check = "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, number, strict=False)) % 11]
    return f"{found[1][:3]}{'*' * 11}{found[1][-4:]}" if check == number[-1] else found[0]


def mask(value: T) -> T:
    """The same thing with every text in it masked: JSON, or frozen dataclasses as reports are made of."""
    masked: T = _mask(value)
    return masked


def _mask(value: Any) -> Any:
    if isinstance(value, Enum | Box):
        return value  # a code is no text, though it is made of letters, and a box holds none
    if isinstance(value, str):
        return mask_text(value)
    if isinstance(value, Mapping):
        return {key: _mask(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_mask(inner) for inner in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _mask(getattr(value, f.name)) for f in fields(value) if f.init}
        return replace(value, **changed)
    return value
