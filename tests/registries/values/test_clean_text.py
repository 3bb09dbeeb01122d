"""Text cleaned for comparison, with the way back to the page."""

from registries.values.text import compact, nfkc, squeeze, tidy


def test_circled_and_raised_digits_are_not_numbers() -> None:
    assert nfkc("营业收入①１２") == "营业收入①12"
    assert nfkc("100m²") == "100m²"


def test_every_character_of_compact_text_knows_its_place() -> None:
    text = "专 利 号：ZL ２０１９"
    found = compact(text)
    start = found.text.index("ZL")
    assert text[slice(*found.span(start, start + 6))] == "ZL ２０１９"


def test_a_character_that_becomes_two_keeps_one_place() -> None:
    found = compact("面积㎡大")
    assert found.text == "面积m2大"
    assert found.span(3, 4) == (2, 3)


def test_brackets_dashes_and_quotes_are_unified() -> None:
    assert tidy("浙经信【2021】226号　–　「甲」") == "浙经信〔2021〕226号 - “甲”"


def test_squeeze_keeps_what_tells_things_apart() -> None:
    assert squeeze("数据中台（V4.8）") == "数据中台v4.8"
    assert squeeze("V4.8") != squeeze("V48")
    assert squeeze("C++") != squeeze("C#")
    assert squeeze("工业互联网　数据质量　第5部分：技术要求") == squeeze(
        "工业互联网 数据质量 第5部分:技术要求"
    )
