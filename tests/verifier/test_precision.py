"""How exact a printed number is, and when two numbers agree at that precision."""

import pytest

from verifier.precision import agrees


@pytest.mark.parametrize(
    ("text", "claimed", "known", "agree"),
    [
        ("3,200余名", 3200, 3215, True),
        ("3,200余名", 3200, 3300, False),
        ("3,200余名", 3200, 3199, False),
        ("3,200多名", 3200, 9800, False),
        ("10余项", 10, 19, True),
        ("3000以上", 3000, 3215, True),
        ("3000以上", 3000, 2999, False),
        ("不少于100个", 100, 100, True),
        ("2.65亿元", 26500, 26512.3, True),
        ("15.64", 15.64, 15.6434, True),
        ("3200", 3200, 3215, False),
    ],
)
def test_a_number_binds_as_its_words_say(text: str, claimed: float, known: float, agree: bool) -> None:
    assert agrees(text, claimed, known) is agree
