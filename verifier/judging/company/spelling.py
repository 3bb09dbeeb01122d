"""When two spellings of a code, an amount of capital or an address say the same."""

import re
from collections.abc import Callable
from decimal import Decimal

from registries.values.identifiers import OrgCode, Uscc
from registries.values.money import parse_wan
from registries.values.places import bare_place
from registries.values.text import squeeze

Agrees = Callable[[str, str], bool]
"""Whether what the form says and what a paper or record says are the same."""

CENT = Decimal("0.01")


def code_is_right(text: str) -> bool:
    """A credit code or an organisation code with the right check character."""
    return Uscc.is_valid(text) or OrgCode.is_valid(text)


def same_code(a: str, b: str) -> bool:
    """One code, or an organisation code and the credit code that holds it."""
    left, right = (Uscc.normalize(x) or OrgCode.normalize(x) or "" for x in (a, b))
    if len(left) == len(right):
        return bool(left) and left == right
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return bool(shorter) and Uscc.org_code(longer) == shorter


def in_wan(text: str) -> Decimal | None:
    """An amount of capital in 万元, without a note behind it (实缴…); the form and the registry leave the unit out."""
    return parse_wan(re.sub(r"(?<=\S)\s*[（(][^（()）]*[）)]", "", text), "万元")


def same_capital(a: str, b: str) -> bool:
    """The same amount to 0.01 万元."""
    left, right = in_wan(a), in_wan(b)
    return left is not None and right is not None and abs(left - right) <= CENT


_ASIDE = re.compile(r"\s*[（(][^（()）]*(?:总部|办公|注册|住所|厂区|登记)[^（()）]*[）)]\s*$")
"""A note behind an address: which of the company's places it is."""


def same_address(a: str, b: str) -> bool:
    """The same address, with or without province and city in front."""
    left, right = (squeeze(bare_place(_ASIDE.sub("", text))) for text in (a, b))
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return left == right or (len(shorter) >= 6 and longer.endswith(shorter))
