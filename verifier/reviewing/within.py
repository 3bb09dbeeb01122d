"""What stands in a box that a person drew on a page: the characters as they were read, line by line."""

from extractors.geometry import Box
from extractors.page import Line, Page


def words_within(page: Page, box: Box) -> str:
    """The characters whose middle lies in a box.

    Args:
        page: as it was read.
        box: in points of the page as displayed.
    """
    found = (_inside(page, line, box) for line in page.lines)
    return "".join(text for text in found if text)


def _inside(page: Page, line: Line, box: Box) -> str:
    return "".join(
        character
        for character, place in zip(line.text, line.boxes, strict=True)
        if _middle_in(page.displayed(place), box)
    ).strip()


def _middle_in(place: Box, box: Box) -> bool:
    x, y = (place.x0 + place.x1) / 2, place.middle
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
