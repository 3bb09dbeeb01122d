"""A made-up nation: companies and patents in any number, and what a poor reader makes of their names.

Names are put together from parts (place, brand, trade, form; kind of thing, what it does, what for). They are
denser than life: one family of companies in eight has a sister whose brand differs in one character, half of
these in a look-alike one; titles draw on a few hundred words. Errors are drawn from another typeface, another
size and another blur than the program's own table of look-alikes was made from. The same seed gives the same
nation. None of these companies exists.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from registries.values.patents import patent_check
from registries.values.tables import table
from registries.values.uscc import ALPHABET, uscc_check

_WORDS = tomllib.loads((Path(__file__).parent / "nation.toml").read_text("utf-8"))
BRAND = "".join(_WORDS["brand"].split())
SURNAMES: str = _WORDS["surnames"]
ROADS, THINGS, DEEDS, MEANS, ENDS = (
    _WORDS[name].split() for name in ("roads", "things", "deeds", "means", "ends")
)
FORMS = ("有限公司",) * 17 + ("有限责任公司", "股份有限公司", "集团有限公司")
COMMON_TRADES = ["科技", "信息技术", "贸易"] * 6


@dataclass(frozen=True, slots=True)
class Firm:
    """A company of the made-up nation."""

    uscc: str
    name: str
    legal_representative: str
    address: str


@cache
def confusable() -> dict[str, str]:
    """What a poor reader may take a character for: another typeface than the program's own table.

    Drawn in a process of its own: it takes 900 MB, of which some 50 would stay with the one that is measured.
    """
    told = subprocess.run([sys.executable, "-m", "bench.nation"], check=True, capture_output=True).stdout
    return dict(json.loads(told))


def misread(text: str, errors: int, chance: Random) -> str:
    """The text with so many characters wrong, anywhere; three in four by a look-alike, else by any."""
    read = list(text)
    for place in chance.sample(range(len(read)), min(errors, len(read))):
        others = confusable().get(read[place], "")
        stranger = chance.choice(BRAND.replace(read[place], ""))
        read[place] = chance.choice(others) if others and chance.random() < 0.75 else stranger
    return "".join(read)


def companies(number: int, seed: int = 1) -> Iterator[Firm]:
    """So many companies, all of different names."""
    chance, known = Random(seed), set[str]()
    serial = 0
    while len(known) < number:
        for name in _family(chance):
            if name not in known and len(known) < number:
                known.add(name)
                serial += 1
                yield _firm(name, serial, chance)


def stranger(chance: Random, known: frozenset[str] | set[str]) -> str:
    """A company that is not registered, one brand character away from the ones that are."""
    while True:
        name = next(iter(_family(chance)))
        if name not in known:
            return name


def sister(name: str, chance: Random) -> str:
    """Another company whose brand differs in one character."""
    place = chance.choice([i for i, c in enumerate(name[:8]) if c in BRAND] or [2])
    others = [c for c in confusable().get(name[place], "") if _common(c)]
    other = chance.choice(others) if others and chance.random() < 0.5 else chance.choice(BRAND)
    return name[:place] + other + name[place + 1 :]


def _common(character: str) -> bool:
    """Whether a character is one of the 3755 of the first level: no company is named with rarer ones."""
    return character.encode("gb2312", "ignore") < b"\xd8"


@cache
def _places() -> list[str]:
    rows = table("places")
    return [*rows["zhejiang_cities"] * 4, *rows["cities"], *rows["provinces"], *rows["zhejiang_counties"]]


@cache
def _trades() -> list[str]:
    return [word for word in table("company_words")["trades"] if len(word) > 2] + COMMON_TRADES


def _family(chance: Random) -> Iterator[str]:
    place, trade, form = chance.choice(_places()), chance.choice(_trades()), chance.choice(FORMS)
    brand = "".join(chance.choice(BRAND) for _ in range(2 if chance.random() < 0.7 else 3))
    bracketed = chance.random() < 0.08
    brands = [brand]
    if chance.random() < 0.12:
        brands.append(sister(brand, chance))
    for each in brands:
        yield f"{each}（{place}）{trade}{form}" if bracketed else f"{place}{each}{trade}{form}"


def _firm(name: str, serial: int, chance: Random) -> Firm:
    organisation = "".join(ALPHABET[serial // 31**i % 31] for i in range(8))
    body = f"91330{200 + serial % 99:03d}{organisation}{ALPHABET[serial * 7 % 31]}"
    person = chance.choice(SURNAMES) + "".join(chance.choice(BRAND) for _ in range(chance.randint(1, 2)))
    street, room = f"{chance.choice(ROADS)}{chance.randint(1, 1999)}号", chance.randint(101, 2999)
    address = f"{street}{chance.randint(1, 30)}幢{room}室"
    return Firm(body + uscc_check(body), name, person, address)


def title(chance: Random) -> str:
    """The title of a patent."""
    deed = chance.choice(DEEDS) + (f"与{chance.choice(DEEDS)}" if chance.random() < 0.25 else "")
    means = chance.choice(MEANS) if chance.random() < 0.6 else ""
    thing = chance.choice(THINGS) + (chance.choice(THINGS) if chance.random() < 0.3 else "")
    return f"一种{means}{thing}{'用' if chance.random() < 0.2 else ''}{deed}{chance.choice(ENDS)}"


def patents(number: int, holders: list[str], seed: int = 2) -> Iterator[tuple[str, ...]]:
    """So many patents: number, kind, title, owner, filing and grant date, status."""
    chance = Random(seed)
    for serial in range(number):
        year, kind = 2004 + serial % 18, "123"[serial % 7 // 3]
        body = f"{year}{kind}{serial // 18 % 10_000_000:07d}"
        filed = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        granted = f"{year + 1 + chance.randint(0, 2)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        state = "有效" if chance.random() < 0.7 else "失效"
        word = {"1": "发明", "2": "实用新型", "3": "外观设计"}[kind]
        publication = f"CN{chance.randint(100_000_000, 299_999_999)}{'B' if kind == '1' else 'U'}"
        yield (
            f"{body}.{patent_check(body)}", publication, word, title(chance), chance.choice(holders),
            filed, granted, state,
        )  # fmt: skip


if __name__ == "__main__":
    from bench.glyphs import alike

    print(json.dumps(alike("NotoSerifSC-Regular.otf", 40, 1.3, 5, 0.70)))
