"""The face: a layer is weighed against its page, and either speaks for it or the pixels do.

The recipe: drop what nobody sees; hold every character against the others of its kind; read one of
each kind until the budget is spent, numbers first; look for ink that no line accounts for. One
number that reads otherwise, or lines that are missing, and the page is read by its pixels.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from extractors.geometry import Box
from extractors.ocr.base import Picture, Reader
from extractors.page import Line, Page
from extractors.readers.base import TextLayer
from extractors.trust.glyphs import FAINT, Glyphs, Grey, Inks, Kind, glyphs_of
from extractors.trust.proved import Proved, alike, keep
from extractors.trust.sampling import (
    Denial,
    borne_out,
    folded,
    in_order,
    numbered,
    readable,
    second_look,
    seen_as,
    strips,
)
from extractors.trust.stray import is_bare, stray_lines

CHINESE_READ, CHINESE_READ_LONG = (12, 4), (4, 2)
"""Chinese characters that are read on a page of few lines, and on a long one: the first ones, and some of the rest."""

LONG = 600
"""Characters from which on a page is a long one."""

LATIN_READ = 48
"""Digits and letters that are read on a page: in effect all that are new."""

LOOKS = 6
"""Second looks at most: the first ones tell."""

SURE = 0.9
"""One character that reads otherwise this surely is enough."""

PROBES = 3
"""Stray lines that are read to tell text from drawing."""

BEGINNING = 160.0
"""Points of a stray line that are read."""

SAID = 4
"""Characters from which on stray or hidden text says something."""

HALF_SAID = 0.6
"""A layer of whose characters fewer than this share stand on the page is about something else."""

@dataclass(frozen=True, slots=True)
class Weighed:
    """The lines that the pixels bear out, none where the pixels must be read; and what differs."""

    lines: tuple[Line, ...]
    differs: tuple[str, ...] = ()


def weigh(
    layer: TextLayer, look: Callable[[], Picture | None], width: float, reader: Reader, proved: Proved
) -> Weighed:
    """Hold a layer against its page, `width` points wide; `look` renders the page where that is needed."""
    if "MOJIBAKE" in layer.doubts:
        return Weighed((), ("文字层为乱码",))
    few = layer.doubts == ("FEW",)
    if not layer.lines or layer.doubts and (not few or layer.pictured or layer.hidden):
        return Weighed(())
    glimpse = look()
    if glimpse is None:
        return Weighed(()) if few else Weighed(layer.lines, _told(layer.hidden))
    scale = glimpse.shape[1] / width
    ink = Inks(glimpse)
    glyphs = glyphs_of(layer, ink, scale)
    lines, hidden = _seen(layer, glyphs)
    differs = _told(hidden)
    if 2 * sum(len(line.text) for line in lines) < len(glyphs.kinds):
        return Weighed((), differs)
    if few and not is_bare(layer, ink.full, scale):
        return Weighed((), differs)
    denial = _denied(layer, glyphs, glimpse, scale, reader, proved)
    if denial is not None:
        return Weighed((), (*differs, f"文字层为「{denial.said}」，页面所见为「{denial.read}」"))
    stray = _stray(layer, glimpse, ink.black, scale, reader)
    if stray:
        return Weighed((), (*differs, f"页面上有文字层没有的文字「{stray}」"))
    return Weighed(lines, differs)


def _told(hidden: str) -> tuple[str, ...]:
    said = "".join(char for char in hidden if readable(char))
    return (f"文字层含页面上看不见的文字「{said[:40]}」，未予采用",) if len(said) >= SAID else ()


def differs_from(layer: TextLayer, page: Page) -> tuple[str, ...]:
    """What a layer that was not believed says otherwise than the page as it was read."""
    said = Counter(
        c for c in folded("".join(line.text for line in layer.lines) + layer.hidden) if readable(c)
    )
    read = Counter(c for c in folded("".join(line.text for line in page.lines)) if readable(c))
    total = sum(said.values())
    if total < 3 * SAID or sum((said & read).values()) >= HALF_SAID * total:
        return ()
    text = layer.hidden or "".join(line.text for line in layer.lines)
    return (f"文字层「{text[:40]}」与页面图像不是同一内容",)


def _seen(layer: TextLayer, glyphs: Glyphs) -> tuple[tuple[Line, ...], str]:
    """The lines without the characters that nobody sees, and what those say."""
    unseen: dict[int, set[int]] = {}
    for number in np.flatnonzero(glyphs.contrast < FAINT):
        unseen.setdefault(int(glyphs.lines[number]), set()).add(int(glyphs.places[number]))
    kept, hidden = [], [layer.hidden]
    for n, line in enumerate(layer.lines):
        gone = unseen.get(n, set())
        if gone:
            hidden.append("".join(c for i, c in enumerate(line.text) if i in gone and readable(c)))
            stay = [i for i in range(len(line.text)) if i not in gone]
            line = Line(
                "".join(line.text[i] for i in stay),
                tuple(line.boxes[i] for i in stay),
                tuple(line.confidences[i] for i in stay),
                line.origin,
            )
        if line.text:
            kept.append(line)
    return tuple(kept), "".join(hidden)


def _denied(
    layer: TextLayer, glyphs: Glyphs, glimpse: Picture, scale: float, reader: Reader, proved: Proved
) -> Denial | None:
    """What reads otherwise than the layer says, as soon as that is certain."""
    shown, known, odd = alike(glyphs, proved)
    doubtful = sorted(odd, key=lambda number: not numbered(layer.lines[int(glyphs.lines[number])]))[:LOOKS]
    chosen = _chosen(in_order(glyphs, layer.lines, shown), len(glyphs.kinds))
    unread = [kind for kind in chosen if kind not in known]
    for portion, strip in strips(glimpse, glyphs, unread, shown):
        right = borne_out(portion, reader.line(strip)[0])
        for kind in right:
            keep(proved, kind, glyphs.shapes[shown[kind]])
        doubtful += [shown[kind] for kind in portion if kind not in right]
    denials: list[Denial] = []
    for number in doubtful[: 2 * LOOKS]:
        line = layer.lines[int(glyphs.lines[number])]
        part = _seen_by(glimpse, scale, glyphs.kinds[number][0])
        denial = second_look(line, int(glyphs.places[number]), part, reader)
        if denial is None:
            keep(proved, glyphs.kinds[number], glyphs.shapes[number])
        else:
            denials.append(denial)
            if denial.confidence >= SURE or len(denials) > 1:
                return max(denials, key=lambda d: d.confidence)
    return None


def _seen_by(glimpse: Picture, scale: float, style: str) -> Callable[[Box], Picture]:
    return lambda box: seen_as(_part(glimpse, box, scale), style)


def _chosen(kinds: list[Kind], characters: int) -> list[Kind]:
    """The kinds within the budget: digits and letters apart from Chinese, for readers' sake.

    Behind the first Chinese ones stand some of the rest, from a place that is another on every page.
    """
    first, more = CHINESE_READ if characters <= LONG else CHINESE_READ_LONG
    latin = [kind for kind in kinds if kind[1].isascii()][:LATIN_READ]
    chinese = [kind for kind in kinds if not kind[1].isascii()]
    rest = chinese[first:]
    start = characters * more % len(rest) if rest else 0
    return latin + chinese[:first] + (rest[start:] + rest[:start])[:more]


def _part(glimpse: Picture, box: Box, scale: float) -> Picture:
    x0, y0, x1, y1 = (max(0, round(v * scale)) for v in box)
    return np.ascontiguousarray(glimpse[y0 : max(y1, y0 + 4), x0 : max(x1, x0 + 4)])


def _stray(layer: TextLayer, glimpse: Picture, ink: Grey, scale: float, reader: Reader) -> str:
    """What a line says that the layer does not have; empty where all ink is accounted for."""
    for box in stray_lines(layer, ink, scale)[:PROBES]:
        begin = Box(box.x0 - 2, box.y0 - 2, min(box.x1 + 2, box.x0 + BEGINNING), box.y1 + 2)
        text, confidences = reader.line(_part(glimpse, begin, scale))
        if sum(sure >= SURE and readable(c) for c, sure in zip(text, confidences, strict=True)) >= SAID:
            return text[:40]
    return ""
