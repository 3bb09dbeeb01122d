"""What an OFD page draws: characters along their deltas, pictures in their boundaries, lines."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from extractors.geometry import Box, around
from extractors.page import TEXT, Line
from extractors.readers.base import TextLayer

Matrix = tuple[float, float, float, float, float, float]
Area = tuple[float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

ASCENT = 0.86
"""Share of a character's height that stands above its base line."""

NARROW = 0.5
"""Width of a letter or digit as a share of its height, where nothing says it."""

TILT = 0.02

FAINTEST = 40
"""Alpha below which nobody sees a character."""

Pair = tuple[float, float]


def numbers(text: str) -> list[float]:
    """The numbers of a space-separated list."""
    return [float(n) for n in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", text)]


def boundary(text: str) -> Area:
    """x, y, width and height; ValueError where there are not four."""
    x, y, width, height = numbers(text)[:4]
    return x, y, width, height


def deltas(text: str) -> list[float]:
    """DeltaX and DeltaY: numbers, and «g n d» for n times d."""
    parts, found, i = text.split(), [], 0
    while i < len(parts):
        if parts[i] == "g" and i + 2 < len(parts):
            found += [float(parts[i + 2])] * min(int(parts[i + 1]), 100_000)
            i += 3
        else:
            found.append(float(parts[i]))
            i += 1
    return found


class Drawing:
    """Gathers the objects of a page in points from the page's own upper left corner."""

    def __init__(self, origin: Pair, points: float) -> None:
        """`origin` is the page's corner in millimetres, `points` how many points a millimetre has."""
        self._origin, self._points = origin, points
        self.lines: list[Line] = []
        self.styles: list[tuple[str, ...]] = []
        self.pictures: list[tuple[Box, str]] = []
        self.strokes: list[tuple[tuple[Pair, ...], float]] = []
        self.apart: list[Box] = []
        self.hidden = ""

    def add(self, root: Any) -> None:
        """Everything that a page, a template or an annotation draws."""
        for node in root.iter("{*}TextObject", "{*}ImageObject", "{*}PathObject"):
            if not _visible(node):
                self.hidden += "".join(t.text or "" for t in node.iter("{*}TextCode")).strip()
                continue
            area = boundary(node.get("Boundary", "0 0 0 0"))
            corner = _corner(node)
            frame = (area[0] + corner[0], area[1] + corner[1], area[2], area[3])
            kind = etree.QName(node).localname
            if kind == "TextObject":
                self._text(node, frame)
            elif kind == "ImageObject":
                self._picture(node, frame)
            else:
                self._path(node, frame)

    def layer(self, doubts: tuple[str, ...], pictured: bool) -> TextLayer:
        """The text of the page."""
        boxes = tuple(box for box, _ in self.pictures)
        return TextLayer(
            tuple(self.lines), doubts, pictured, tuple(self.styles), tuple(self.apart), boxes, self.hidden
        )

    def _point(self, x: float, y: float) -> Pair:
        return ((x - self._origin[0]) * self._points, (y - self._origin[1]) * self._points)

    def _text(self, node: Any, frame: Area) -> None:
        matrix = _matrix(node)
        size = float(node.get("Size", "3.5"))
        narrow = float(node.get("HScale", "1")) * size
        level = matrix[0] > 0 and abs(matrix[1]) < TILT * abs(matrix[0])
        chars: list[tuple[str, Box]] = []
        for code in node.iterfind("{*}TextCode"):
            for char, x, y, wide in _codes(code, narrow):
                corners = [_apply(matrix, *p) for p in ((x, y - ASCENT * size), (x + wide, y + (1 - ASCENT) * size))]
                (x0, y0), (x1, y1) = (self._point(cx + frame[0], cy + frame[1]) for cx, cy in corners)
                box = Box(*(round(v, 1) for v in (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))
                chars.append((char, box))
        shown = [(char, box) for char, box in chars if char.strip()]
        if not shown:
            return
        if not level or shown[0][1].height < 3.0:
            self.apart.append(around(box for _, box in shown))
            return
        for part in _rows(shown):
            text = "".join(char for char, _ in part)
            self.lines.append(Line(text, tuple(box for _, box in part), (1.0,) * len(text), TEXT))
            self.styles.append(("",) * len(text))

    def _picture(self, node: Any, frame: Area) -> None:
        x, y, width, height = frame
        self.pictures.append((Box(*self._point(x, y), *self._point(x + width, y + height)), node.get("ResourceID", "")))

    def _path(self, node: Any, frame: Area) -> None:
        data = node.find("{*}AbbreviatedData")
        if data is None or not data.text:
            return
        width = max(float(node.get("LineWidth", "0.353")) * self._points, 0.2)
        matrix = _matrix(node)
        for points in _polylines(data.text):
            moved = (_apply(matrix, *p) for p in points)
            self.strokes.append((tuple(self._point(x + frame[0], y + frame[1]) for x, y in moved), width))


def _visible(node: Any) -> bool:
    if node.get("Visible", "true").lower() == "false" or int(float(node.get("Alpha", "255"))) < FAINTEST:
        return False
    fill = node.find("{*}FillColor")
    alpha = 255.0 if fill is None else float(fill.get("Alpha", "255"))
    value = "" if fill is None else fill.get("Value", "")
    white = bool(value) and len(numbers(value)) == 3 and min(numbers(value)) >= 250
    return alpha >= FAINTEST and not (white and etree.QName(node).localname == "TextObject")


def _corner(node: Any) -> Pair:
    """Where the appearance of an annotation stands; the page's own corner for what is drawn on the page."""
    appearance = next(node.iterancestors("{*}Appearance"), None)
    if appearance is None or not appearance.get("Boundary"):
        return 0.0, 0.0
    x, y, *_ = boundary(appearance.get("Boundary"))
    return x, y


def _matrix(node: Any) -> Matrix:
    found = numbers(node.get("CTM", ""))
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else IDENTITY


def _apply(m: Matrix, x: float, y: float) -> Pair:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _codes(code: Any, size: float) -> Iterator[tuple[str, float, float, float]]:
    """Each character of a TextCode with the place of its base point and its width."""
    text = code.text or ""
    across, down = deltas(code.get("DeltaX", "")), deltas(code.get("DeltaY", ""))
    x, y = float(code.get("X", "0")), float(code.get("Y", "0"))
    for i, char in enumerate(text):
        usual = size if ord(char) > 0x2E80 else size * NARROW
        step = across[i] if i < len(across) else (0.0 if down else usual)
        yield char, x, y, min(step, usual * 1.1) if step > 0 else usual
        x += step
        y += down[i] if i < len(down) else 0.0


def _rows(chars: list[tuple[str, Box]]) -> Iterator[list[tuple[str, Box]]]:
    """A text object may run over several lines, or from top to bottom."""
    row: list[tuple[str, Box]] = []
    for char in chars:
        if row and abs(char[1].middle - row[-1][1].middle) > 0.5 * char[1].height:
            yield row
            row = []
        row.append(char)
    yield row


def _polylines(data: str) -> Iterator[list[Pair]]:
    """The strokes of AbbreviatedData; curves by their end points, which is enough for rules."""
    points: list[Pair] = []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        values = numbers(rest)
        pairs = list(zip(values[::2], values[1::2], strict=False))
        if command in "SM":
            if len(points) > 1:
                yield points
            points = pairs[-1:]
        elif command == "C" and points:
            yield [*points, points[0]]
            points = points[:1]
        elif pairs:
            points.append(pairs[-1] if command != "A" else (values[-2], values[-1]))
    if len(points) > 1:
        yield points
