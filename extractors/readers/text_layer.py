"""A PDF page's own text as its drawing says it, and what in it already speaks against trusting it.

A text layer says what some program wanted it to say, not what a person sees. Lines hold what is
painted, level and large enough to be read, whatever its colour: whether it can be seen the pixels
say (extractors.trust). Doubted is a layer over a scan (somebody else's OCR), one of broken
encodings, one that is only a footer, and a page that lies on its side.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from extractors.geometry import Box
from extractors.page import TEXT, Line
from extractors.readers.base import Letter, TextLayer

LIGATURE = "fs"
"""With what the ligatures of Latin fonts begin: ﬁ, ﬂ, ﬀ, ﬆ."""

SMALLEST = 3.0
"""Characters below this size, in points, are not meant to be read."""

SCAN_SHARE = 0.5
"""A page of which pictures cover more than this share is a scan."""

FEW = 8
"""Fewer characters than this are a page number or a footer, not a page's text."""

BROKEN_SHARE = 0.02
"""A layer in which more than this share of the characters mean nothing is mojibake."""

TILT = 0.02
"""Sine of the angle from which on a line counts as tilted."""

PAINTED = 16 | 32
"""MuPDF's marks for characters that are filled or stroked; without them they are not painted."""

Span = dict[str, Any]

RADICALS = str.maketrans(
    "⺁⺇⺌⺍⺗⺝⺞⺟⺠⺡⺣⺩⺫⺬⺮⺯⺲⺶⺷⺹⺻⺼⺽⻁⻃⻄⻅⻆⻇⻈⻉⻊⻋⻍⻐⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂几小小心月歹母民氵灬王目示竹糸罒羊羊耂聿肉臼虎西西见角角讠贝足车辶钅镸长门阝青韦页风飞食食饣马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟",
)
"""Fonts draw some ideographs with the shape of a radical, and printing programs then name the radical
(Unicode's EquivalentUnifiedIdeograph); those of the Kangxi block are folded by NFKC."""

KANGXI = {"⼾": "户", "⿈": "黄", "⿐": "鼻"}
"""Kangxi radicals whose simplified ideograph NFKC does not give."""

FEWEST = 3
"""So many single tilted characters of one style are the ring of a seal."""


def layer_of(
    blocks: Sequence[dict[str, Any]], pictures: Sequence[Box], width: float, height: float
) -> TextLayer:
    """The layer of a page: MuPDF's text blocks and the boxes of its pictures, both as displayed."""
    lines: list[Line] = []
    styles: list[tuple[str, ...]] = []
    apart: list[Box] = []
    hidden: list[str] = []
    tilted = 0
    ring = _ring_styles(blocks)
    for line in _lines(blocks):
        shown = [span for span in line["spans"] if _painted(span)]
        hidden += [_text(span) for span in line["spans"] if not _painted(span)]
        own = _level(line) and not (len(_text_of(shown)) == 1 and _style(shown[0]) in ring)
        read = [span for span in shown if own and span["size"] >= SMALLEST]
        apart += [_box(span["bbox"]) for span in shown if span not in read]
        tilted += 0 if _level(line) else sum(len(_text(span)) for span in shown)
        chars = [(c, _style(span)) for span in read for c in span["chars"] if c["c"].strip()]
        if chars:
            lines.append(_line([c for c, _ in chars]))
            styles.append(tuple(style for _, style in chars))
    return TextLayer(
        tuple(lines),
        _doubts(lines, pictures, width * height, tilted),
        bool(pictures),
        tuple(styles),
        tuple(apart),
        tuple(pictures),
        "".join(hidden),
        letters=tuple(_letters(blocks, ring)),
    )


def _lines(blocks: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (line for block in blocks for line in block.get("lines", ()))


def _painted(span: Span) -> bool:
    """Whether the span leaves ink: OCR layers and forgers write in the mode that paints nothing."""
    return bool(span["char_flags"] & PAINTED) and span.get("alpha", 255) >= 40


def _level(line: dict[str, Any]) -> bool:
    """Whether a line runs from left to right: what tilts stands on a seal or is a watermark."""
    along, down = line["dir"]
    return bool(along > 0 and abs(down) < TILT)


def _letters(blocks: Sequence[dict[str, Any]], ring: frozenset[str]) -> Iterator[Letter]:
    """The characters that stand round a seal, level ones among them."""
    for line in _lines(blocks):
        shown = [span for span in line["spans"] if _painted(span) and _text(span)]
        if len(_text_of(shown)) == 1 and _style(shown[0]) in ring:
            char = next(c for c in shown[0]["chars"] if c["c"].strip())
            yield Letter(ideograph(char["c"]), _box(char["bbox"]), _style(shown[0]))


def _text(span: Span) -> str:
    return "".join(c["c"] for c in span["chars"] if c["c"].strip())


def _text_of(spans: Sequence[Span]) -> str:
    return "".join(_text(span) for span in spans)


def _ring_styles(blocks: Sequence[dict[str, Any]]) -> frozenset[str]:
    """The styles in which seals are lettered: one of their characters may happen to stand level."""
    single = Counter(
        _style(line["spans"][0])
        for line in _lines(blocks)
        if not _level(line) and len(_text_of(line["spans"])) == 1
    )
    return frozenset(style for style, count in single.items() if count >= FEWEST)


def ideograph(char: str) -> str:
    """The character that is meant where a font names the radical of the same shape."""
    if "\u2f00" <= char <= "\u2fd5":
        return KANGXI.get(char) or unicodedata.normalize("NFKC", char)
    return char.translate(RADICALS)


def _style(span: Span) -> str:
    return f"{span['font']} {span['color']:06x}"


def _line(chars: Sequence[dict[str, Any]]) -> Line:
    text = "".join(ideograph(c["c"]) for c in chars)
    return Line(text, tuple(_boxes(chars)), (1.0,) * len(text), TEXT)


def _boxes(chars: Sequence[dict[str, Any]]) -> list[Box]:
    """The characters' boxes. Of a ligature (fi) MuPDF gives all the width to the first: each takes its share."""
    boxes = [_box(c["bbox"]) for c in chars]
    for first, box in enumerate(boxes):
        last = first + 1
        while chars[first]["c"] in LIGATURE and last < len(boxes) and boxes[last].x0 == boxes[last].x1 == box.x1:
            last += 1
        share = box.width / (last - first)
        for n in range(first, last):
            left = box.x0 + (n - first) * share
            boxes[n] = Box(round(left, 1), box.y0, round(left + share, 1), box.y1) if last > first + 1 else boxes[n]
    return boxes


def _box(numbers: Sequence[float]) -> Box:
    x0, y0, x1, y1 = numbers
    return Box(round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))


def _doubts(lines: Sequence[Line], pictures: Sequence[Box], area: float, tilted: int) -> tuple[str, ...]:
    """Why the layer is not to be trusted: SCAN, MOJIBAKE, FEW, TILTED; nothing where it may be."""
    text = "".join(line.text for line in lines)
    found = []
    if covered(pictures, area) > SCAN_SHARE:
        found.append("SCAN")
    if text and sum(map(_broken, text)) > BROKEN_SHARE * len(text):
        found.append("MOJIBAKE")
    if len(text) < FEW:
        found.append("FEW")
    if tilted > len(text):
        found.append("TILTED")
    return tuple(found)


def covered(pictures: Sequence[Box], area: float) -> float:
    """The share of the page that its pictures cover, at most 1 (overlaps counted once at most)."""
    return min(1.0, sum(max(b.width, 0) * max(b.height, 0) for b in pictures) / (area or 1.0))


def _broken(char: str) -> bool:
    code = ord(char)
    return code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code < 0x20 or 0x80 <= code < 0xA0
