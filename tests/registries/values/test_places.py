"""Places are known with and without 省, 市, 区, 县, and taken off the front of a name where a brand is left."""

import pytest

from registries.values.places import bare_place, is_place, take_places


def test_places_lose_their_endings() -> None:
    assert bare_place("浙江省宁波市") == "浙江宁波"
    assert bare_place("广西壮族自治区") == "广西"


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("浙江省宁波市甬江数智科技", ("浙江省", "宁波市")),
        ("宁波北仑甬江数智科技", ("宁波", "北仑")),
        ("海曙数字科技", ()),  # a word of a trade alone is no brand
        ("甬江数智科技", ()),
    ],
)
def test_places_are_taken_off_the_front(name: str, places: tuple[str, ...]) -> None:
    taken, rest = take_places(name, least=2)
    assert taken == places
    assert "".join(taken) + rest == name


def test_a_brand_is_no_place() -> None:
    assert is_place("浙江宁波")
    assert is_place("北仑区")
    assert not is_place("宁波启衡诺")
