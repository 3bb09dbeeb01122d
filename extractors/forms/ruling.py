"""Ruled tables of a page's picture: where the rules are, and which cells they make.

1. Long horizontal strokes are rules; a vertical stroke is one where it runs from rule to rule, so that
   no character's own strokes are taken for one.
2. Rules at nearly one place make one; they cut the table into elementary cells.
3. Elementary cells between which no rule runs are one cell, merged or not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Box
from extractors.ocr.base import Picture

Mask = NDArray[np.uint8]

STROKE = 14.0
"""Points; the longest stroke within a character of a form's usual size is shorter."""

ACROSS = 24.0
"""Points; a shorter horizontal rule is an underline."""

DOWN = 8.0
"""Points; the shortest row of a table."""

LOW = 18.0
"""Points; in rows up to this height a character can touch the rules above and below."""

NEAR = 3.5
"""Points; rules nearer to each other are one rule, drawn double or scanned askew."""

SHORT = 0.7
"""Points; an upright rule reaches the middle of the rules that it meets, or lacks less than this."""

CLOSE = 2.5
"""Points; characters nearer to each other stand in one cell."""

COVERED = 0.7
"""The share of a cell's side along which a rule must run to part it from its neighbour."""


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell with its place, its spans and its box in points of the reading frame."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class RuledTable:
    """One table: the heights and sides at which its rules run, and its cells from top to bottom."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[RuledCell, ...]

    @property
    def box(self) -> Box:
        """The box around the table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


@dataclass(frozen=True, slots=True)
class _Rule:
    """A stroke: where it runs (its height or side) and from where to where."""

    at: float
    start: float
    end: float


def ruled_tables(picture: Picture, scale: float, letters: Sequence[Box] = ()) -> tuple[RuledTable, ...]:
    """The tables on a picture that stands upright.

    Args:
        picture: RGB; straightened, so that rules run along rows and columns of pixels.
        scale: points for a pixel.
        letters: boxes of the characters on the page, in points: no rule runs through one.
    """
    ink = _ink(picture)
    across = _strokes(ink, (max(3, round(STROKE / scale)), 1))
    down = _strokes(ink, (1, max(3, round(DOWN / scale))))
    level = [_Rule(y * scale, x0 * scale, x1 * scale) for x0, y, x1 in _runs(across)]
    level = [rule for rule in level if rule.end - rule.start >= ACROSS]
    upright = [_Rule(x * scale, y0 * scale, y1 * scale) for y0, x, y1 in _runs(down.T)]
    posts = [post for rule in upright if (post := _from_rule_to_rule(rule, level)) is not None]
    posts = [post for post in posts if not _is_letter(post, posts, letters)]
    posts += _broken(upright, posts, level, letters)
    tables = (_table(*group) for group in _groups(level, posts))
    found = [table for table in tables if table is not None and len(table.cells) > 1]
    return tuple(sorted(found, key=lambda table: table.ys[0]))


def _ink(picture: Picture) -> Mask:
    """Whatever is darker than the paper around it, so that shades and shadows are none."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return np.asarray(
        cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12), np.uint8
    )


def _strokes(ink: Mask, size: tuple[int, int]) -> Mask:
    """Strokes of at least that size; a rule that leans by a pixel is none the shorter for it."""
    thicker = np.ones((2, 1) if size[0] > 1 else (1, 2), np.uint8)
    return np.asarray(
        cv2.morphologyEx(cv2.dilate(ink, thicker), cv2.MORPH_OPEN, np.ones(size[::-1], np.uint8)), np.uint8
    )


def _runs(mask: Mask) -> Iterator[tuple[float, float, float]]:
    """Of each stroke its start, its height and its end, in pixels."""
    joined = cv2.morphologyEx(np.ascontiguousarray(mask), cv2.MORPH_CLOSE, np.ones((1, 9), np.uint8))
    _, _, stats, centres = cv2.connectedComponentsWithStats(joined)
    for (x, _, width, height, _), (_, y) in zip(stats[1:], centres[1:], strict=True):
        if width >= 3 * height:
            yield float(x), float(y), float(x + width)


def _from_rule_to_rule(rule: _Rule, level: Sequence[_Rule]) -> _Rule | None:
    """The part of an upright stroke from rule to rule; what hangs on below is a character that touches."""
    crossing = [r.at for r in level if r.start - NEAR <= rule.at <= r.end + NEAR]
    met = [at for at in crossing if rule.start - SHORT <= at <= rule.end + SHORT]
    return _Rule(rule.at, min(met), max(met)) if met and max(met) - min(met) > DOWN else None


def _broken(
    strokes: Sequence[_Rule], posts: Sequence[_Rule], level: Sequence[_Rule], letters: Sequence[Box]
) -> Iterator[_Rule]:
    """Rules of which only pieces are left, at a side where others run: a seal or a crease took the rest."""
    for side in _places(posts):
        heights = sorted({r.at for r in level if r.start - NEAR <= side <= r.end + NEAR})
        pieces = [s for s in strokes if abs(s.at - side) <= NEAR / 2]
        for top, bottom in zip(heights, heights[1:], strict=False):
            if bottom - top < DOWN or _runs_along(posts, side, top, bottom):
                continue
            post = _Rule(side, top, bottom)
            if _runs_along(pieces, side, top, bottom, 0.5) and not _within_letter(post, letters):
                yield post


def _is_letter(post: _Rule, upright: Sequence[_Rule], letters: Sequence[Box]) -> bool:
    """Whether an upright rule is a character's stroke in a low row: alone at its side, within a letter."""
    if post.end - post.start > LOW:
        return False
    if any(other is not post and abs(other.at - post.at) <= NEAR for other in upright):
        return False
    return _within_letter(post, letters)


def _within_letter(post: _Rule, letters: Sequence[Box]) -> bool:
    """Whether a rule would run through a character, or between two that stand close together."""
    beside = [box for box in letters if post.start < box.middle < post.end]
    if any(box.x0 + 0.2 * box.width < post.at < box.x1 - 0.2 * box.width for box in beside):
        return True
    before = [box for box in beside if abs(box.x1 - post.at) < CLOSE]
    after = [box for box in beside if abs(box.x0 - post.at) < CLOSE]
    return any(abs(a.middle - b.middle) < 0.5 * a.height for a in before for b in after)


def _groups(level: Sequence[_Rule], upright: Sequence[_Rule]) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """Rules that touch each other, one table after the other."""
    left = list(level)
    rest = list(upright)
    while left:
        lines, posts, grown = [left.pop()], list[_Rule](), True
        while grown:
            new_posts = [p for p in rest if any(_touch(line, p) for line in lines)]
            rest = [p for p in rest if p not in new_posts]
            posts += new_posts
            new_lines = [line for line in left if any(_touch(line, p) for p in posts)]
            left = [line for line in left if line not in new_lines]
            lines += new_lines
            grown = bool(new_posts or new_lines)
        if len(lines) > 1 and len(posts) > 1:
            yield lines, posts


def _touch(level: _Rule, upright: _Rule) -> bool:
    return (
        level.start - NEAR <= upright.at <= level.end + NEAR
        and upright.start - NEAR <= level.at <= upright.end + NEAR
    )


def _table(level: Sequence[_Rule], upright: Sequence[_Rule]) -> RuledTable | None:
    ys, xs = _places(level), _places(upright)
    if len(ys) < 2 or len(xs) < 2:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while owner[cell] != cell:
            cell = owner[cell]
        return cell

    for r, c in owner:
        if c + 1 < columns and not _runs_along(upright, xs[c + 1], ys[r], ys[r + 1]):
            owner[root((r, c + 1))] = root((r, c))
        if r + 1 < rows and not _runs_along(level, ys[r + 1], xs[c], xs[c + 1]):
            owner[root((r + 1, c))] = root((r, c))
    regions: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cell in owner:
        regions.setdefault(root(cell), []).append(cell)
    cells = tuple(_cell(region, xs, ys) for region in regions.values())
    return RuledTable(tuple(xs), tuple(ys), tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _places(rules: Sequence[_Rule]) -> list[float]:
    """Where rules run, those at nearly one place taken together, the longer ones weighing more."""
    groups: list[list[_Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if groups and rule.at - groups[-1][-1].at <= NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [float(np.average([r.at for r in g], weights=[r.end - r.start for r in g])) for g in groups]


def _runs_along(rules: Sequence[_Rule], at: float, start: float, end: float, least: float = COVERED) -> bool:
    """Whether rules run along the side of a cell, for that share of it."""
    covered = 0.0
    reached = start
    near = (r for r in rules if abs(r.at - at) <= 1.5 * NEAR)
    for rule in sorted(near, key=lambda r: r.start):
        begin, stop = max(rule.start, reached), min(rule.end, end)
        covered += max(0.0, stop - begin)
        reached = max(reached, stop)
    return covered >= least * (end - start)


def _cell(region: Sequence[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> RuledCell:
    top, left = min(r for r, _ in region), min(c for _, c in region)
    bottom, right = max(r for r, _ in region) + 1, max(c for _, c in region) + 1
    return RuledCell(top, left, bottom - top, right - left, Box(xs[left], ys[top], xs[right], ys[bottom]))
