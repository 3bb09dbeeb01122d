"""Pages and whole readings as bytes and back: what the cache keeps and what workers send home."""

import json
import zlib
from collections.abc import Sequence
from typing import Any

import msgspec

from extractors.exhibit import FileReading
from extractors.geometry import Box, Warp
from extractors.page import Code, Line, Page, PageState, Problem, Seal

FORMAT = 7
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
        [_encode_seal(seal) for seal in page.seals],
        page.warp,
        [[[round(v * 10) for v in box], name] for box, name in page.cells],
    ]
    return zlib.compress(json.dumps(flat, ensure_ascii=False, separators=(",", ":")).encode(), 3)


def decode(body: bytes) -> Page:
    """The page that `encode` wrote."""
    flat: list[Any] = json.loads(zlib.decompress(body))
    number, width, height, rotation, turn, skew, state, lines, problems, place, codes, seals, warp, cells = flat
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
        tuple(_decode_seal(seal) for seal in seals),
        None if warp is None else Warp(warp[0], warp[1], tuple(warp[2])),
        tuple((Box(*(v / 10 for v in box)), name) for box, name in cells),
    )


def _encode_line(line: Line) -> list[Any]:
    boxes = [round(v * 10) for box in line.boxes for v in box]
    return [line.text, line.origin, boxes, [round(c * 1000) for c in line.confidences]]


def _decode_line(flat: list[Any]) -> Line:
    text, origin, numbers, confidences = flat
    boxes = tuple(_box(numbers[i : i + 4]) for i in range(0, len(numbers), 4))
    return Line(text, boxes, tuple(c / 1000 for c in confidences), origin)


def _encode_seal(seal: Seal) -> list[Any]:
    box = [round(v * 10) for v in seal.box]
    return [seal.text, seal.purpose, seal.colour, round(seal.confidence * 1000), box]


def _decode_seal(flat: list[Any]) -> Seal:
    text, purpose, colour, confidence, numbers = flat
    return Seal(text, _box(numbers), colour, confidence / 1000, purpose)


def _box(tenths: Sequence[int]) -> Box:
    return Box(*(v / 10 for v in tenths))


def encode_reading(reading: FileReading) -> bytes:
    """A file's reading as compressed JSON, every number as it is."""
    return zlib.compress(msgspec.json.encode(reading), 3)


def decode_reading(body: bytes) -> FileReading:
    """The reading that `encode_reading` wrote."""
    return msgspec.json.decode(zlib.decompress(body), type=FileReading)
