"""How a guarded fact is written: numbers, dates and amounts, told by the value itself.

A grammar reads one canonical text out of whatever a reader saw on a strip (a piece of the label
may stand before it), and says whether that text can be right. Kinds need not announce which of
their facts are guarded: a patent number is one wherever it stands.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from extractors.exhibit import Fact, Value
from extractors.kinds.fields.days import MONTHLESS
from extractors.kinds.fields.figures import wan
from extractors.plain import plain
from registries.values.dates import parse_date, precision
from registries.values.identifiers import (
    HitechNumber,
    Identifier,
    MlpsNumber,
    PatentNumber,
    PublicationNumber,
    SoftwareCertificateNumber,
    SoftwareNumber,
    StandardNumber,
    Uscc,
)

LATIN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-/:— "
"""What numbers are written with; a second reader is told to look for nothing else."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """One way of writing; `checked` where a check digit tells right from wrong."""

    name: str
    read: Callable[[str], str | None]
    right: Callable[[str], bool]
    alphabet: str = ""
    checked: bool = False
    identifier: type[Identifier] | None = None


def _reading(identifier: type[Identifier]) -> Callable[[str], str | None]:
    def read(text: str) -> str | None:
        bare = plain(text)
        unlabelled = re.sub(r"^[^0-9A-Za-z]+", "", bare)
        for candidate in (bare, bare.rpartition(":")[2], unlabelled):
            number = identifier.normalize(candidate)
            if number is not None:
                return number
        return next(identifier.find(bare), None)

    return read


def _number(identifier: type[Identifier]) -> Grammar:
    chinese = identifier is SoftwareCertificateNumber
    return Grammar(
        identifier.NAME,
        _reading(identifier),
        identifier.is_valid,
        "" if chinese else LATIN,
        identifier.CHECKED,
        identifier,
    )


def uneven(text: str) -> bool:
    """Whether a month has a zero before it and the day has none, or the other way: 2020年02月2日 has lost a figure."""
    return re.search(r"年(?:0\d月\d|[1-9]月0\d)日", re.sub(r"\s", "", plain(text))) is not None


def _day(text: str) -> str | None:
    found = parse_date(plain(text)) if not MONTHLESS.search(re.sub(r"\s", "", plain(text))) else None
    return found.isoformat() if found is not None and precision(plain(text)) == "day" else None


def _month(text: str) -> str | None:
    found = parse_date(plain(text))
    return None if found is None or precision(plain(text)) == "year" else found.isoformat()[:7]


def _statement_amount(text: str) -> str | None:
    """An amount as statements print it; the last separator with two digits behind it is the point."""
    pieces: list[str] = re.findall(r"[-(]?\d[\d.,]*", plain(text))
    if len(pieces) != 1:
        return None
    match = re.fullmatch(r"([\d.,]*?)[.,](\d{1,2})", pieces[0].strip("-("))
    whole, cents = (match[1], match[2]) if match else (pieces[0].strip("-("), "0")
    digits = re.sub(r"[.,]", "", whole)
    sign = "-" if pieces[0][0] in "-(" else ""
    return str(Decimal(f"{sign}{digits}.{cents}").normalize()) if digits else None


def _named_amount(text: str) -> str | None:
    reading = wan(text.replace("：", ":").rpartition(":")[2])
    return None if reading is None or reading.flags else str(reading.value)


def _always(_: str) -> bool:
    return True


NUMBERS: tuple[Grammar, ...] = tuple(
    _number(identifier)
    for identifier in (
        Uscc,
        PatentNumber,
        PublicationNumber,
        SoftwareNumber,
        SoftwareCertificateNumber,
        MlpsNumber,
        HitechNumber,
        StandardNumber,
    )
)
DAY = Grammar("day", _day, _always)
MONTH = Grammar("month", _month, _always)
STATED = Grammar("stated_amount", _statement_amount, _always, "0123456789.,-()")
NAMED = Grammar("named_amount", _named_amount, _always)
GRAMMARS: tuple[Grammar, ...] = (*NUMBERS, DAY, MONTH, STATED, NAMED)

AMOUNTS = ("capital", "registered_capital")
"""Facts that are amounts though their name has no unit."""


def grammar_named(name: str) -> Grammar:
    """The grammar of that name."""
    return next(grammar for grammar in GRAMMARS if grammar.name == name)


def grammar_of(fact: Fact) -> Grammar | None:
    """How a fact is written; None where it is no number, date or amount."""
    if isinstance(fact.value, float) and (fact.name.endswith("_wan") or fact.name in AMOUNTS):
        return STATED if STATED.read(fact.quote) is not None and "元" not in fact.quote else NAMED
    text = str(fact.value)
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        return DAY if len(text) == 10 else MONTH
    # A bare run of nine digits may be anything: old patent numbers are guarded as numbers only.
    if text.isdigit() and (len(text) < 13 or fact.name != "number"):
        return None
    return next((g for g in NUMBERS if g.identifier and g.identifier.normalize(text) == text), None)


def canonical(fact: Fact, grammar: Grammar) -> str | None:
    """The fact in its grammar's canonical form: amounts as printed, all else as cleaned."""
    return grammar.read(fact.quote) if grammar in (STATED, NAMED) else str(fact.value)


def valued(fact: Fact, grammar: Grammar, reading: str) -> Value:
    """The value that another reading gives to a fact: an amount keeps the unit of its statement."""
    before = canonical(fact, grammar)
    if grammar not in (STATED, NAMED) or not isinstance(fact.value, float) or before is None:
        return reading
    if grammar is NAMED:
        return float(Decimal(reading))
    if Decimal(before) == 0:
        return fact.value
    return round(fact.value * float(Decimal(reading) / Decimal(before)), 6)
