"""Rows, gaps and places."""

import math

from hypothesis import given
from hypothesis import strategies as st

from extractors.geometry import Box
from extractors.layout import script_of
from extractors.page import Line, Page
from extractors.plain import plain, simplified


def test_letter_spaced_label_and_value_make_one_row(script):
    found = script([(60, "专"), (100, "利"), (140, "号:ZL2018")])
    assert found.text == "专\t利\t号:ZL2018\n"


def test_columns_are_parted_by_a_gap_and_rows_by_a_break(script):
    found = script([(60, "序号"), (200, "企业名称")], [(60, "1"), (200, "甲公司")])
    assert found.text == "序号\t企业名称\n1\t甲公司\n"


def test_a_quote_stands_in_its_box(script):
    found = script("第一行", [(60, "标签:"), (200, "值在这里")])
    start = found.text.index("值在这里")
    (place,) = found.places(start, start + 4)
    assert place.page == 1
    assert place.box == Box(200, 80, 248, 92)


def test_a_value_over_two_rows_has_two_places(script):
    found = script("很长的值的开头", "和结尾")
    assert len(found.places(0, len(found.text))) == 2


def test_lookup_text_is_half_width_and_simplified_but_raw_is_as_printed(script):
    found = script("專利號：ＺＬ（１）")
    assert found.text == "专利号:ZL(1)\n"
    assert found.raw == "專利號：ＺＬ（１）\n"


@given(st.text(max_size=40))
def test_plain_text_keeps_every_character_in_its_place(text):
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="發明專利證書甲乙丙浙江", max_size=20))
def test_simplifying_twice_is_simplifying_once(text):
    assert simplified(simplified(text)) == simplified(text)


def test_overlapping_lines_at_one_height_do_not_share_a_row(page):
    upper = page([(60, "上面的一行文字")])
    lower = page([(62, "印章里的字")])
    shifted = tuple(
        type(line)(line.text, tuple(Box(b.x0, b.y0 + 3, b.x1, b.y1 + 3) for b in line.boxes), line.confidences, "text")
        for line in lower.lines
    )
    both = Page(1, 595, 842, lines=upper.lines + shifted)
    assert script_of([both]).text.count("\n") == 2


@given(
    st.sampled_from([0, 90, 180, 270]),
    st.floats(-5, 5),
    st.floats(100, 400),
    st.floats(100, 400),
)
def test_a_box_carried_back_stays_on_the_page_and_keeps_its_area(turn, skew, x, y):
    page = Page(1, 600, 800, turn=turn, skew=skew)
    box = page.displayed(Box(x, y, x + 40, y + 20))
    assert 0 <= box.x0 <= box.x1 <= 600 and 0 <= box.y0 <= box.y1 <= 800
    assert box.width * box.height >= 40 * 20 * 0.99
    assert math.isclose(min(box.width, box.height), 20, abs_tol=4.5)


def test_a_page_lying_on_its_side_shows_its_top_line_at_its_right_or_left_edge():
    # Turned 90° clockwise to be read: what is read at the top stands at the left as displayed.
    assert Page(1, 800, 600, turn=90).displayed(Box(0, 0, 600, 10)).rounded() == [0, 0, 10, 600]
    assert Page(1, 800, 600, turn=270).displayed(Box(0, 0, 600, 10)).rounded() == [790, 0, 800, 600]
    assert Page(1, 800, 600, turn=180).displayed(Box(0, 0, 800, 10)).rounded() == [0, 590, 800, 600]


def test_a_name_in_simplified_characters_is_left_alone():
    assert simplified("沈思齐") == "沈思齐"  # as words, 沉思 is a word
    assert simplified("虞靜姝") == "虞静姝"


def test_a_name_down_the_margin_belongs_to_no_row(page):
    across = page("兹证明", [(120, "宁波甬江数智科技股份有限公司")])
    boxes = tuple(Box(40, 40 + 20 * n, 56, 58 + 20 * n) for n in range(4))
    down = Line("中安认证", boxes, (0.9,) * 4, "text")
    found = script_of([Page(1, 595, 842, lines=(*across.lines, down))])
    assert sorted(found.text.split()) == ["中安认证", "兹证明", "宁波甬江数智科技股份有限公司"]
    assert "\t" not in found.text
