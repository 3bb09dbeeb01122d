"""hOCR 1.2: pages, lines, words and characters with boxes and confidences, as other OCR tools read it.

Boxes are pixels at 200 dpi of the page as displayed, whatever way it was turned to be read.
"""

from collections.abc import Sequence

from lxml import etree
from lxml.builder import ElementMaker

from extractors.export.words import Word, in_order, words_of
from extractors.geometry import Box
from extractors.page import Line, Page

DPI = 200

NAMESPACE = "http://www.w3.org/1999/xhtml"

_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})

CAPABILITIES = "ocr_page ocr_line ocrx_word ocrx_cinfo"


def hocr(name: str, pages: Sequence[Page], system: str) -> bytes:
    """The pages of one file; `system` names who read them."""
    head = _E.head(
        _E.title(name),
        _E.meta(**{"http-equiv": "Content-Type", "content": "text/html; charset=utf-8"}),
        _E.meta(name="ocr-system", content=system),
        _E.meta(name="ocr-capabilities", content=CAPABILITIES),
    )
    body = _E.body(*(_page(name, page) for page in pages))
    document = _E.html(head, body, {"lang": "zh-Hans"})
    text: bytes = etree.tostring(
        document, encoding="utf-8", xml_declaration=True, pretty_print=False, doctype="<!DOCTYPE html>"
    )
    return text


def _page(name: str, page: Page) -> etree._Element:
    size = f"bbox 0 0 {_pixels(page.width)} {_pixels(page.height)}"
    quoted = name.replace('"', "'")
    title = f'image "{quoted}"; {size}; ppageno {page.number - 1}; scan_res {DPI} {DPI}'
    lines = (_line(page, line, n) for n, line in enumerate(in_order(page), 1))
    return _E.div(*lines, {"class": "ocr_page", "id": f"page_{page.number}", "title": title})


def _line(page: Page, line: Line, number: int) -> etree._Element:
    id_ = f"line_{page.number}_{number}"
    leans = page.turn + page.skew  # counterclockwise from upright, as hOCR counts
    angle = f"; textangle {leans:g}" if leans else ""
    title = f"{_bbox(page, line.box)}{angle}; x_source {line.origin}"
    words = (_word(page, word, f"{id_}_{n}") for n, word in enumerate(words_of(line), 1))
    return _E.span(*words, {"class": "ocr_line", "id": id_, "title": title})


def _word(page: Page, word: Word, number: str) -> etree._Element:
    sure = round(100 * min(word.confidences))
    chars = (
        _E.span(char, {"class": "ocrx_cinfo", "title": f"x_bboxes {_corners(page, box)}; x_conf {100 * c:.1f}"})
        for char, box, c in zip(word.text, word.boxes, word.confidences, strict=True)
    )
    title = f"{_bbox(page, word.box)}; x_wconf {sure}"
    return _E.span(*chars, {"class": "ocrx_word", "id": f"word_{number}", "title": title})


def _bbox(page: Page, box: Box) -> str:
    return f"bbox {_corners(page, box)}"


def _corners(page: Page, box: Box) -> str:
    return " ".join(str(_pixels(v)) for v in page.displayed(box))


def _pixels(points: float) -> int:
    return round(points * DPI / 72)
