"""Seals on digital pages whose letters the file has: each stands by itself and tilts.

The recipe: letters of one style that stand beside each other lie on a circle: fit it, go round it from the widest gap
on; what stands inside, in the lower half, is what the seal is for.
"""

from collections.abc import Iterator, Sequence
from math import atan2, tau

import numpy as np

from extractors.geometry import Box
from extractors.page import Line, Seal
from extractors.readers.base import Letter, TextLayer

ACROSS = (40.0, 190.0)
"""Diameter of a seal in points: 14 to 67 mm."""

FEWEST = 4
"""Letters of the shortest name on a seal."""

ROUND = 0.08
"""How far letters may lie off their circle, as a share of its radius."""


def lettered_seals(layer: TextLayer) -> tuple[Seal, ...]:
    """The seals that are letters of the page, boxes in points as displayed."""
    return tuple(_lettered(layer))


def _lettered(layer: TextLayer) -> Iterator[Seal]:
    letters = list(layer.letters)
    while letters:
        group = _chain(letters)
        letters = [letter for letter in letters if letter not in group]
        circle = _circle(group) if len(group) >= FEWEST else None
        if circle is not None:
            x, y, radius = circle
            box = Box(round(x - radius, 1), round(y - radius, 1), round(x + radius, 1), round(y + radius, 1))
            yield Seal(_round(group, x, y), box, _colour(group[0]), 1.0, _purpose(layer.lines, x, y, radius))


def _chain(letters: Sequence[Letter]) -> list[Letter]:
    """The letters that stand beside the first one, or beside one that does, in its style."""
    group, waiting = [letters[0]], [letters[0]]
    while waiting:
        one = waiting.pop()
        reach = 3 * max(one.box.width, one.box.height)
        for other in letters:
            (x0, y0), (x1, y1) = _middle(one), _middle(other)
            near = abs(x0 - x1) < reach and abs(y0 - y1) < reach
            if near and other.style == one.style and other not in group:
                group.append(other)
                waiting.append(other)
    return group


def _middle(letter: Letter) -> tuple[float, float]:
    return (letter.box.x0 + letter.box.x1) / 2, letter.box.middle


def _circle(letters: Sequence[Letter]) -> tuple[float, float, float] | None:
    """Middle and outer radius of the circle on which letters stand (least squares); None where they do not."""
    points = np.array([_middle(letter) for letter in letters])
    table = np.c_[2 * points, np.ones(len(points))]
    (x, y, rest), *_ = np.linalg.lstsq(table, (points**2).sum(axis=1), rcond=None)
    radius = float(np.sqrt(max(rest + x * x + y * y, 0.0)))
    off = np.abs(np.hypot(points[:, 0] - x, points[:, 1] - y) - radius)
    outer = radius * 1.25
    if not ACROSS[0] <= 2 * outer <= ACROSS[1] or float(off.max()) > ROUND * radius:
        return None
    return float(x), float(y), outer


def _round(letters: Sequence[Letter], x: float, y: float) -> str:
    """The letters clockwise, from the widest gap on."""

    def angle(letter: Letter) -> float:
        across, down = _middle(letter)
        return atan2(down - y, across - x)

    ordered = sorted(letters, key=angle)
    angles = [angle(letter) for letter in ordered]
    gaps = [(angles[i] - angles[i - 1]) % tau for i in range(len(angles))]
    first = max(range(len(gaps)), key=lambda i: gaps[i])
    return "".join(letter.char for letter in (*ordered[first:], *ordered[:first]))


def _purpose(lines: Sequence[Line], x: float, y: float, radius: float) -> str:
    """The level words inside a ring, in its lower half."""
    room = Box(x - 0.9 * radius, y, x + 0.9 * radius, y + 0.8 * radius)
    below = [line for line in lines if room.y0 < line.box.middle < room.y1]
    inside = [
        line for line in below if room.x0 < line.box.x0 and line.box.x1 < room.x1 and len(line.text) <= 12
    ]
    return "".join(line.text for line in sorted(inside, key=lambda line: line.box.middle))


def _colour(letter: Letter) -> str:
    shade = int(letter.style.rsplit(" ", 1)[-1], 16)
    return "blue" if shade & 255 > shade >> 16 & 255 else "red"
