"""Pages as bytes and back: what the cache keeps and what workers send home."""

import json
import zlib
from collections.abc import Sequence
from typing import Any

from extractors.geometry import Box
from extractors.page import Code, Line, Page, PageState, Problem

FORMAT = 3
"""Part of every cache key: a change of this layout makes old entries unknown, not misread."""


def encode(page: Page) -> bytes:
    """A page as compressed JSON; boxes in tenths of a point."""
    flat = [
        page.number,
        page.width,
        page.height,
        page.rotation,
        page.turn,
        page.skew,
        page.state.value,
        [_encode_line(line) for line in page.lines],
        [[p.code, p.message, p.page] for p in page.problems],
        page.place,
        [[c.text, c.format, [round(v * 10) for v in c.box]] for c in page.codes],
    ]
    return zlib.compress(json.dumps(flat, ensure_ascii=False, separators=(",", ":")).encode(), 3)


def decode(body: bytes) -> Page:
    """The page that `encode` wrote."""
    flat: list[Any] = json.loads(zlib.decompress(body))
    number, width, height, rotation, turn, skew, state, lines, problems, place, codes = flat
    return Page(
        number,
        width,
        height,
        rotation,
        turn,
        skew,
        PageState(state),
        tuple(_decode_line(line) for line in lines),
        tuple(Problem(*p) for p in problems),
        place,
        tuple(Code(text, format_, _box(box)) for text, format_, box in codes),
    )


def _encode_line(line: Line) -> list[Any]:
    boxes = [round(v * 10) for box in line.boxes for v in box]
    return [line.text, line.origin, boxes, [round(c * 1000) for c in line.confidences]]


def _decode_line(flat: list[Any]) -> Line:
    text, origin, numbers, confidences = flat
    boxes = tuple(_box(numbers[i : i + 4]) for i in range(0, len(numbers), 4))
    return Line(text, boxes, tuple(c / 1000 for c in confidences), origin)


def _box(tenths: Sequence[int]) -> Box:
    return Box(*(v / 10 for v in tenths))
