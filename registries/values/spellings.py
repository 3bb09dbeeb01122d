"""The ways in which one company name may be written: 省, 市, 区, 县 written or left out, one form in other words."""

from dataclasses import replace

from registries.values.name_parts import split_name
from registries.values.names import normalize_name
from registries.values.places import bare_spelling, endings_of, take_places


def same_spelling(a: str, b: str) -> bool:
    """Whether two names differ at most in how they are written: widths, brackets, 省 and 市."""
    return normalize_name(a) == normalize_name(b) or split_name(a) == split_name(b)


def same_but_for_form(a: str, b: str) -> bool:
    """Whether two names differ in words for one form of organisation alone (有限公司, 有限责任公司)."""
    left, right = split_name(a), split_name(b)
    return left.form_class == right.form_class and replace(left, form="") == replace(right, form="")


def spellings(text: str) -> tuple[str, ...]:
    """The normalised name, and the same with 省, 市, 区, 县 written behind its places or left out."""
    name = normalize_name(text)
    places, rest = take_places(name, least=2)
    ways = [""]
    for place in places[:2]:
        bare = bare_spelling(place)
        ways = [way + each for way in ways for each in (bare, *endings_of(bare))]
    ways = [way + "".join(places[2:]) + rest for way in ways]
    return tuple(dict.fromkeys((name, *ways)))
