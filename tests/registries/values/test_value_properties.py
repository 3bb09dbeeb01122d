"""Properties that must hold for every text, not only for those we thought of."""

import string
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from registries.values.dates import parse_date, parse_years
from registries.values.identifiers import IDENTIFIERS, PatentNumber, Uscc
from registries.values.levels import award_grade, credit_grade, level_of, security_level
from registries.values.money import parse_number, parse_wan
from registries.values.name_parts import split_name
from registries.values.names import normalize_name
from registries.values.patents import patent_check
from registries.values.repair import repair
from registries.values.text import compact, nfkc, squeeze, tidy
from registries.values.uscc import ALPHABET, uscc_check

messy = st.text(max_size=40) | st.text(
    alphabet="0123456789OIlZSBX.·-—一 年月日二〇元万亿ZLCNSRGBT/()（）软著登字第号" + string.ascii_uppercase,
    max_size=30,
)
bodies = st.tuples(
    st.text(ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
).map("".join)


@given(messy)
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_a_number_and_normalising_twice_is_normalising_once(text: str) -> None:
    for identifier in IDENTIFIERS:
        number = identifier.normalize(text)
        identifier.is_valid(text)
        list(identifier.find(text))
        repair(identifier, text)
        if number is not None:
            assert identifier.normalize(number) == number
            assert identifier.normalize(identifier.format(number)) == number


@given(st.lists(messy | bodies.map(lambda body: body + uscc_check(body)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_many_numbers_at_once_are_told_as_each_alone(texts: list[str]) -> None:
    texts += ["2019108765432", "2019108765433", "921034567", "91330201MA2AGX576R", "GR202133001044", ""]
    for identifier in IDENTIFIERS:
        numbers, sound = identifier.checked_all(texts)
        alone = [identifier.checked(text) for text in texts]
        assert numbers == [number or "" for number, _ in alone]
        assert sound == [right or not text for text, (_, right) in zip(texts, alone, strict=True)]


@given(bodies, st.integers(0, 17), st.sampled_from(ALPHABET))
@settings(max_examples=300, deadline=None)
def test_any_single_wrong_character_of_a_credit_code_is_noticed(body: str, place: int, other: str) -> None:
    code = body + uscc_check(body)
    assert Uscc.is_valid(code)
    changed = code[:place] + other + code[place + 1 :]
    assert Uscc.is_valid(changed) == (changed == code)


@given(bodies, st.integers(0, 16))
@settings(max_examples=200, deadline=None)
def test_any_swap_of_neighbours_in_a_credit_code_is_noticed(body: str, place: int) -> None:
    code = body + uscc_check(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert Uscc.is_valid(swapped) == (swapped == code)


@given(st.from_regex(r"\A20[12][0-9][123][0-9]{7}\Z"), st.integers(0, 11), st.sampled_from("0123456789"))
@settings(max_examples=200, deadline=None)
def test_any_single_wrong_digit_of_a_patent_number_is_noticed(body: str, place: int, other: str) -> None:
    number = body + patent_check(body)
    changed = number[:place] + other + number[place + 1 :]
    assert PatentNumber.is_valid(number)
    assert PatentNumber.is_valid(changed) == (changed == number)


@given(messy)
@settings(max_examples=200, deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for clean in (nfkc, tidy, squeeze, normalize_name):
        once = clean(text)
        assert clean(once) == once
    assert len(compact(text).text) == len(compact(text).places)


@given(messy)
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_dates_money_names_or_levels(text: str) -> None:
    parse_date(text)
    parse_years(text)
    parse_number(text)
    parse_wan(text)
    split_name(text)
    for level in (level_of, award_grade, credit_grade, security_level):
        level(text)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_every_day_comes_back_from_each_of_its_forms(day: date) -> None:
    for form in (
        "{0:%Y}年{0.month}月{0.day}日",
        "{0:%Y-%m-%d}",
        "{0:%Y}.{0.month}.{0.day}",
        "{0:%Y/%m/%d}",
        "{0:%Y%m%d}",
    ):
        assert parse_date(form.format(day)) == day
