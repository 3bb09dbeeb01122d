"""How many different things papers prove: one thing shown twice, by a contract and its acceptance, is one."""

import re
from collections.abc import Sequence

from registries.values.names import normalize_name
from registries.values.text import squeeze
from verifier.judging.boxes.papers import Statement, text_of
from verifier.rules import MentionRule

_FORM = re.compile("有限责任公司$")

Key = tuple[str, ...]


def different(rule: MentionRule, statements: Sequence[Statement]) -> int:
    """Things that surely differ: where a paper lacks a number, or has an invoice's, it may be about the thing of another."""
    kept: list[tuple[Key, str]] = []
    for statement in statements:
        key, amount = _key(rule, statement), text_of(statement, ("amount",)) if rule.name == "case_count" else ""
        if not any(_may_be_one(key, other, amount, sum_) for other, sum_ in kept):
            kept.append((key, amount))
    return len(kept)


def perhaps(rule: MentionRule, statements: Sequence[Statement]) -> int:
    """Things that may differ: everything that is not written in the very same way."""
    return len({_key(rule, s) if any(_key(rule, s)) else s[0].id for s in statements})


def _key(rule: MentionRule, statement: Statement) -> Key:
    return tuple(_plain(name, text_of(statement, (name,))) for name in rule.once)


def _plain(name: str, text: str) -> str:
    return _FORM.sub("有限公司", normalize_name(text)) if name == "customer" else squeeze(text)


def _may_be_one(a: Key, b: Key, amount: str, other: str) -> bool:
    if not any(a) or not any(b):
        return False  # nothing is read that would make them one
    if all(x == y or not x or not y for x, y in zip(a, b, strict=True)):
        return any(x and x == y for x, y in zip(a, b, strict=True))
    return bool(a[0]) and a[0] == b[0] and amount not in ("", "0", "0.0") and amount == other
