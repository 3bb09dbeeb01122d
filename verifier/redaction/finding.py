"""Private things in a text: where they stand, character by character.

Phones (mobile, landline), identity numbers (GB 11643, with its check digit, so that an 18-digit company code
is none), e-mail addresses, names of persons that are known from facts and form, and whatever follows a label
that announces one (联系人：…).
"""

import re
from collections.abc import Collection, Iterator
from datetime import date

MASK = "*"

_PHONES = re.compile(
    r"(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)|(?<!\d)[(（]?0\d{2,3}[)）]?[-－— ]\d{7,8}(?:[-转]\d{1,5})?(?!\d)"
)
_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{6}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx](?![\dA-Za-z])")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LABELLED = re.compile(
    r"(?:姓\s*名|联\s*系\s*人|联系人员|申报负责人|项目负责人|负\s*责\s*人|经\s*办\s*人|法定代表人|法人代表|发\s*明\s*人|设\s*计\s*人"
    r"|注册会计师|审\s*批\s*人|签\s*发\s*人)\s*[:：]\s*(?P<names>[\u4e00-\u9fff·]{2,4}(?:\s*[;；、]\s*[\u4e00-\u9fff·]{2,4})*)"
)
_MASKED_IDENTITY = re.compile(r"(?<!\d)\d{3,10}[*＊xX]{4,}[\dXx]{1,4}(?!\d)")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def private_spans(text: str, names: Collection[str] = ()) -> list[tuple[int, int]]:
    """Where private things stand in a text, from–to, in order and without overlap.

    Args:
        text: any text.
        names: of persons, as they are known.
    """
    found = sorted({*_by_shape(text), *_by_name(text, names)})
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def masked(text: str, names: Collection[str] = ()) -> str:
    """The text with stars in place of private characters; its length stays, so that offsets hold."""
    for start, end in private_spans(text, names):
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def is_identity_number(text: str) -> bool:
    """Whether 18 characters are a resident's identity number: a date of birth and the check of GB 11643."""
    match = _IDENTITY.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == text[-1].upper()


def _by_shape(text: str) -> Iterator[tuple[int, int]]:
    yield from (m.span() for pattern in (_PHONES, _MAIL, _MASKED_IDENTITY) for m in pattern.finditer(text))
    yield from (m.span() for m in _IDENTITY.finditer(text) if is_identity_number(m[0]))
    yield from (m.span("names") for m in _LABELLED.finditer(text))


def _by_name(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    for name in names:
        # A name within a company's (李宁 in 李宁体育公司) is masked, too: rather too much than too little.
        yield from (m.span() for m in re.finditer(re.escape(name), text))
