"""Places at the front of company names, with and without 省, 市, 区, 县.

1. places are taken off the front as long as enough is left for a brand
2. a district of Zhejiang may stand without 区 behind its city (宁波北仑…)
3. a word of a trade alone is no brand: then the place before it belongs to the brand (海曙数字科技)
"""

from collections.abc import Sequence
from functools import cache

from registries.values.name_words import only_trades, take_trade
from registries.values.tables import table


def bare_place(text: str) -> str:
    """A place without 省, 市, 区, 县 (`浙江省宁波市` -> `浙江宁波`)."""
    places, rest = take_places(text, least=0)
    return "".join(map(bare_spelling, places)) + rest


def is_place(text: str) -> bool:
    """Whether a text is nothing but places that the table knows (宁波, 浙江宁波, 北仑区)."""
    places, rest = take_places(text, least=0)
    return bool(places) and not rest or text in bare_places()


def take_places(name: str, least: int) -> tuple[tuple[str, ...], str]:
    """Takes places off the front, as written, as long as `least` characters are left for a brand."""
    taken: list[str] = []
    while name:
        known = _places().get(name[0], ())
        hit = next(s for s in known if name.startswith(s)) if name.startswith(known) else ""
        hit = hit or _district(taken, name)
        if not hit or len(name) - len(hit) < least:
            break
        taken.append(hit)
        name = name[len(hit) :]
    # 海曙数字科技, 杭州淮安软件: a brand may be called like a place; a trade word alone is no brand.
    if taken and least and only_trades(name):
        name = taken.pop() + name
    return tuple(taken), name


def _district(taken: Sequence[str], name: str) -> str:
    """A district without 区 behind its city (宁波北仑…), where a brand is left behind it."""
    if not taken or bare_spelling(taken[-1]) not in table("places")["zhejiang_cities"]:
        return ""
    if not name.startswith(_districts()):
        return ""
    hit = next(each for each in _districts() if name.startswith(each))
    return hit if hit and len(take_trade(name[len(hit) :], least=1)[0]) >= 2 else ""


def bare_spelling(spelling: str) -> str:
    """One place, as it is written, without 省, 市, 区, 县."""
    told = _spelled().get(spelling)
    if told is not None:
        return told
    bare = bare_places()
    return next(spelling[:end] for end in range(len(spelling), 0, -1) if spelling[:end] in bare)


@cache
def endings_of(bare: str) -> tuple[str, ...]:
    """A place in every other spelling."""
    known = _places().get(bare[0], ())
    return tuple(
        each for each in known if each != bare and each.startswith(bare) and bare_spelling(each) == bare
    )


@cache
def _spelled() -> dict[str, str]:
    """Every spelling of a place -> what is left of it without 省/市/区/县."""
    rows = table("places")
    spellings: dict[str, str] = {}
    for names, endings in (
        (rows["country"], []),
        (rows["provinces"], rows["province_endings"]),
        (rows["zhejiang_cities"] + rows["cities"], rows["city_endings"]),
        (rows["zhejiang_counties"], rows["county_endings"]),
    ):
        for name in names:
            spellings[name] = name
            spellings.update({name + ending: name for ending in endings})
    for name in rows["zhejiang_districts"]:
        spellings.update({f"{name}区": name, f"{name}新区": name})
    return spellings


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """The first character of a place -> its spellings, longest first."""
    by_first: dict[str, list[str]] = {}
    for spelling in sorted(_spelled(), key=len, reverse=True):
        by_first.setdefault(spelling[0], []).append(spelling)
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def bare_places() -> frozenset[str]:
    """All places that the table knows, without 省, 市, 区, 县."""
    rows = table("places")
    columns = ("country", "provinces", "zhejiang_cities", "cities", "zhejiang_counties", "zhejiang_districts")
    return frozenset(name for column in columns for name in rows[column])


@cache
def _districts() -> tuple[str, ...]:
    return tuple(table("places")["zhejiang_districts"])
