"""What second looks make of a doubtful fact: confirmed, read anew, in doubt, or left as it was read."""

import pytest

from extractors.exhibit import Fact, Place, Traits
from extractors.geometry import Box
from extractors.guard.doubting import Doubt
from extractors.guard.glance import Glance
from extractors.guard.grammar import grammar_of
from extractors.guard.settling import found_again, settle
from extractors.kinds.fields.numbers import CHECK_FAIL, REPAIRED
from extractors.page import Page

FRAME = Box(100.0, 100.0, 220.0, 112.0)
RIGHT, TYPO = "2018102889827", "2018102889823"


def fact(name, value, quote, least=0.7, flags=()):
    place = Place(1, FRAME, FRAME)
    return Fact(name, value, quote, (place,), 0.9, flags, Traits(least, 0.95, len(quote), False))


def doubt(of, read=None):
    grammar = grammar_of(of)
    first = str(of.value) if read is None else read
    return Doubt("d1", of.name, 1, FRAME, ((100.0, 100.0), (220.0, 100.0), (220.0, 112.0), (100.0, 112.0)), grammar.name, first)


def saw(text, certain=0.97, reader="rapidocr"):
    return Glance(reader, text, (certain,) * len(text))


def test_a_number_that_failed_its_check_is_taken_from_the_look_that_passes_it():
    read = fact("number", TYPO, "ZL201810288982.3", flags=(CHECK_FAIL,))
    settled = settle(read, doubt(read), [saw(":ZL 2018 1 0288982.7")])
    assert settled.value == RIGHT
    assert settled.flags == ("READ_AGAIN",)
    assert settled.quote == ":ZL 2018 1 0288982.7"


def test_a_mended_number_that_a_second_look_reads_the_same_way_is_no_longer_called_mended():
    read = fact("number", RIGHT, "ZL2O1810288982.7", flags=(REPAIRED,))
    assert settle(read, doubt(read), [saw("ZL201810288982.7")]).flags == ("READ_AGAIN",)


def test_a_mended_number_that_reads_otherwise_on_a_second_look_is_doubtful():
    other = "2018102889831"
    read = fact("number", RIGHT, "ZL2018102889S2.7", flags=(REPAIRED,))
    settled = settle(read, doubt(read), [saw("ZL" + other)])
    assert settled.value == other
    assert set(settled.flags) == {"READ_AGAIN", "DOUBTFUL"}


def test_a_number_that_no_look_can_save_stays_as_it_was_read_quote_and_all():
    read = fact("number", TYPO, "ZL201810288982.3", flags=(CHECK_FAIL,))
    settled = settle(read, doubt(read), [saw("ZL201810288982.3"), saw("ZL2018", reader="tesseract")])
    assert (settled.value, settled.quote, settled.flags) == (TYPO, "ZL201810288982.3", (CHECK_FAIL,))
    assert settle(read, doubt(read), []) == read


def test_a_wrong_number_that_was_clear_twice_was_printed_so_and_is_not_mended():
    read = fact("number", "2013102889824", "ZL201810288982.4", least=0.99, flags=(REPAIRED,))
    settled = settle(read, doubt(read), [saw("ZL201810288982.4", 0.98)])
    assert (settled.value, settled.flags) == ("2018102889824", (CHECK_FAIL,))
    unclear = settle(read, doubt(read), [saw("ZL201810288982.4", 0.8)])
    assert (unclear.value, unclear.flags) == ("2013102889824", (REPAIRED,))


def test_a_look_that_is_one_confusion_from_a_right_number_mends_it_and_says_so():
    read = fact("number", TYPO, "ZL201810288982.3", flags=(CHECK_FAIL,))
    settled = settle(read, doubt(read), [saw("ZL2O1810288982.7")])
    assert (settled.value, settled.quote) == (RIGHT, "ZL201810288982.3")
    assert settled.flags == (REPAIRED,)


def test_a_date_that_is_read_alike_is_confirmed_without_a_flag():
    read = fact("grant_date", "2020-03-24", "2020年03月24日")
    settled = settle(read, doubt(read), [saw("2020年3月24日")])
    assert (settled.value, settled.flags, settled.traits.agreed) == ("2020-03-24", (), 1)


@pytest.mark.parametrize(
    ("looks", "value"),
    [
        ((("2020年08月24日", 0.6),), "2020-03-24"),
        ((("2020年08月24日", 0.99),), "2020-08-24"),
        ((("2020年08月24日", 0.99), ("2020年03月24日", 0.5)), "2020-03-24"),
        ((("2020年08月24日", 0.6), ("2020年08月24日", 0.6)), "2020-08-24"),
    ],
)
def test_two_dates_that_may_both_be_right_are_never_settled_silently(looks, value):
    read = fact("grant_date", "2020-03-24", "2020年03月24日", least=0.7)
    settled = settle(read, doubt(read), [saw(text, certain) for text, certain in looks])
    assert settled.value == value
    assert "DOUBTFUL" in settled.flags
    assert ("READ_AGAIN" in settled.flags) == (value != "2020-03-24")


def test_an_amount_that_is_read_anew_keeps_the_unit_of_its_statement():
    read = fact("revenue_wan", 12345.6789, "123,456,789.00")
    looks = [saw("128,456,789.00", 0.99), saw("128,456,789.00", 0.9, "tesseract")]
    settled = settle(read, doubt(read, "123456789"), looks)
    assert settled.value == pytest.approx(12845.6789)
    assert settled.flags == ("DOUBTFUL", "READ_AGAIN")


def test_a_number_that_only_the_second_look_could_read_gets_its_place():
    page = Page(1, 595.0, 842.0)
    asked = Doubt("d1", "number", 1, FRAME, page.corners(FRAME), "patent_number")
    found = found_again(asked, [saw("号：ZL201810288982.7")], page)
    assert (found.value, found.flags, found.places[0].box) == (RIGHT, ("READ_AGAIN",), FRAME)
    assert found_again(asked, [saw("其他")], page) is None
