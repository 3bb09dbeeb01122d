"""Names of companies, people, places and products that do not exist, drawn from vocabulary.toml."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from api.example.application import Company
from api.example.numbers import some_day, uscc


@cache
def vocabulary() -> dict[str, Any]:
    """The word lists, read once."""
    return tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text("utf-8"))


def company(chance: Random, city: str = "") -> Company:
    """A company with a name in the style of Zhejiang and a valid code."""
    words = vocabulary()["names"]
    city = city or chance.choice(words["cities"])
    brand, trade, form = (chance.choice(words[key]) for key in ("brands", "trades", "forms"))
    name = chance.choice(
        (f"{city}{brand}{trade}{form}", f"浙江{brand}{trade}{form}", f"{brand}（{city}）{trade}{form}")
    )
    district, road = chance.choice(words["districts"]), chance.choice(words["roads"])
    address = f"浙江省{city}市{district}{road}{chance.randint(8, 998)}号"
    founded = some_day(chance, date(2001, 3, 1), date(2013, 11, 30))
    capital = chance.randrange(1100, 9900, 100)
    return Company(name, uscc(chance, city), person(chance), address, capital, city, founded)


def companies(chance: Random, number: int, taken: str = "") -> list[Company]:
    """Distinct companies, none of the name already taken."""
    found: dict[str, Company] = {}
    while len(found) < number:
        stranger = company(chance)
        if stranger.name != taken:
            found.setdefault(stranger.name, stranger)
    return list(found.values())


def person(chance: Random) -> str:
    """A person's name."""
    words = vocabulary()["names"]
    return str(chance.choice(words["surnames"]) + chance.choice(words["given"]))


def people(chance: Random, number: int) -> list[str]:
    """Distinct persons' names."""
    found: dict[str, None] = {}
    while len(found) < number:
        found.setdefault(person(chance))
    return list(found)


def invention(chance: Random) -> str:
    """The title of an invention; some are long enough to wrap."""
    words = vocabulary()["products"]
    return "".join(chance.choice(words[key]) for key in ("openings", "subjects", "endings"))


def device(chance: Random) -> str:
    """The title of a utility model."""
    words = vocabulary()["products"]
    return f"一种{chance.choice(words['subjects'])}用{chance.choice(words['devices'])}"


def software(chance: Random) -> str:
    """The name of a piece of software, without its version."""
    words = vocabulary()["products"]
    brand = chance.choice(vocabulary()["names"]["brands"])
    return f"{brand}{chance.choice(words['software'])}{chance.choice(words['software_kinds'])}"


def machine(chance: Random) -> str:
    """The name of a machine that could be a first set."""
    words = vocabulary()["products"]
    return str(chance.choice(words["machines"]) + chance.choice(words["machine_kinds"]))


def project(chance: Random) -> str:
    """The title of a project that could win an award."""
    words = vocabulary()["products"]
    return f"{chance.choice(words['fields'])}{chance.choice(words['actions'])}关键技术及应用"
