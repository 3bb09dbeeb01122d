"""Which characters are read to prove a layer, and what reading them says.

One picture of each kind of character is enough: the other characters of its kind look the same.
Kinds are read side by side on one strip, squeezed; what is not read as the layer says is read
again where it stands, with its neighbours, before anybody is called a liar.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from extractors.geometry import Box, around
from extractors.ocr.base import Picture, Reader
from extractors.page import Line
from extractors.plain import plain
from extractors.trust.glyphs import Glyphs, Kind, in_colour, without_colour

SQUEEZED, SQUEEZED_CHINESE = 0.55, 0.45
"""Width of a character on a strip as a share of its own: read as surely, and for less (measured: 900
characters of ten fonts without an error; digits err from 0.42 on, Chinese not even at 0.35)."""

REACHES = (4, 1)
"""Neighbours with which a character is read again; fewer where a reader left it out among many."""

TOGETHER = 12
"""Characters on one strip."""

ALIKE = "0Oo〇○ 1lIi|丨 一-—― 二= 口囗□ 日曰 己已巳 人入 、, ×xX ·."
"""Characters that are drawn alike, or so nearly that a reader's word for the other proves nothing."""

_SAME = {char: group[0] for group in ALIKE.split() for char in group}

NUMBERED = re.compile(r"\d{4,}|\d[\d,]*\.\d|[A-Za-z]{2}\d|%|元")
"""Lines that hold an identifier, a date or an amount."""

NAMED = re.compile(r"公司|集团|研究院|大学|厂|人[:：]|名称|证书|报告|通知|认定|标准|授予")
"""Lines that hold the name of a company or say what the paper is."""


@dataclass(frozen=True, slots=True)
class Denial:
    """The pixels say something else: the stretch of the layer, what was read there, how surely."""

    said: str
    read: str
    confidence: float
    number: bool


def readable(char: str) -> bool:
    """Whether a reader can be asked for this character: letters, digits and Chinese characters."""
    return char.isalnum() and (char.isascii() or "一" <= char <= "鿿")


def folded(text: str) -> str:
    """The text as far as pixels tell: widths, case and characters drawn alike put together."""
    return "".join(_SAME.get(c, c) for c in plain(text)).lower()


def in_order(glyphs: Glyphs, lines: Sequence[Line], wanted: Mapping[Kind, int]) -> list[Kind]:
    """The kinds that are to be read, those of numbers first, then of names and titles."""
    rank: dict[Kind, tuple[int, float, int]] = {}
    weights = [_weight(line) for line in lines]
    for number, kind in enumerate(glyphs.kinds):
        if kind in wanted:
            weight = weights[int(glyphs.lines[number])]
            digit = kind[1].isascii()
            place = (0 if digit else 2 if weight < 0 else 1, weight, number)
            rank[kind] = min(rank.get(kind, place), place)
    return sorted(rank, key=lambda kind: rank[kind])


def _weight(line: Line) -> float:
    """Below 0 for lines that matter less; large print and names come first."""
    named = bool(NAMED.search(plain(line.text)))
    return -(line.box.height) if named else -0.001 * line.box.height


def strips(
    glimpse: Picture, glyphs: Glyphs, kinds: Sequence[Kind], shown: Mapping[Kind, int]
) -> Iterator[tuple[tuple[Kind, ...], Picture]]:
    """The kinds in portions, each with one picture of their characters side by side."""
    for i in range(0, len(kinds), TOGETHER):
        portion = tuple(kinds[i : i + TOGETHER])
        yield portion, np.hstack([_tile(glimpse, glyphs.boxes[shown[kind]], kind) for kind in portion])


def _tile(glimpse: Picture, frame: NDArray[np.float32], kind: Kind) -> Picture:
    style, char = kind
    x0, y0, x1, y1 = (int(round(float(v))) for v in frame)
    part = glimpse[max(y0, 0) : max(y1, y0 + 2), max(x0, 0) : max(x1, x0 + 2)]
    squeezed = SQUEEZED if char.isascii() else SQUEEZED_CHINESE
    width = max(8, round(48 * part.shape[1] / max(part.shape[0], 1) * squeezed))
    if not part.size:  # drawn outside of the page
        return np.full((48, width, 3), 255, np.uint8)
    tile = cv2.resize(seen_as(part, style), (width, 48), interpolation=cv2.INTER_CUBIC)
    return np.asarray(tile if np.median(tile) > 110 else 255 - tile, np.uint8)


def seen_as(part: Picture, style: str) -> Picture:
    """A part of a page as text of a style shows on it: no seal lies across black text."""
    return part if in_colour(style) else np.repeat(without_colour(part)[..., None], 3, axis=2)


def borne_out(kinds: Sequence[Kind], read: str) -> set[Kind]:
    """The kinds that were read as the layer says."""
    said = folded("".join(char for _, char in kinds))
    blocks = Levenshtein.opcodes(said, folded(read))
    return {kinds[i] for op in blocks if op.tag == "equal" for i in range(op.src_start, op.src_end)}


def second_look(
    line: Line, place: int, part: Callable[[Box], Picture], reader: Reader
) -> Denial | None:
    """What stands round one character, read in its context; None where that bears the layer out."""
    denial = None
    for reach in REACHES:
        denial = _read_again(line, place, reach, part, reader)
        if denial is None or denial.confidence > 0:
            break
    return denial


def _read_again(
    line: Line, place: int, reach: int, part: Callable[[Box], Picture], reader: Reader
) -> Denial | None:
    around_it = slice(max(0, place - reach), place + reach + 1)
    said = line.text[around_it]
    read, confidences = reader.line(part(_padded(around(line.boxes[around_it]))))
    target = place - (around_it.start or 0)
    for op in Levenshtein.opcodes(folded(said), folded(read)):
        if op.src_start <= target < op.src_end:
            if op.tag == "equal":
                return None
            surely = confidences[op.dest_start : op.dest_end] or (0.0,)
            sure = float(min(surely)) if op.tag == "replace" else 0.0
            return Denial(said, read, sure, line.text[place].isdigit())
    return None


def _padded(box: Box) -> Box:
    return Box(box.x0 - 1.5, box.y0 - 1.0, box.x1 + 1.5, box.y1 + 1.0)


def numbered(line: Line) -> bool:
    """Whether the line holds an identifier, a date or an amount."""
    return bool(NUMBERED.search(plain(line.text)))
