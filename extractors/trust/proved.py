"""Characters that were read as the file says, and which others look like them.

The recipe: of each kind the character that shows it best stands for it; one that looks as its kind did where it was
read need not be read again; one that is unlike the others of its kind is looked at by itself.
"""

from collections.abc import Mapping, MutableMapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from extractors.trust.glyphs import FAINT, Glyphs, Kind, Shape, likeness
from extractors.trust.sampling import readable

ALIKE = 0.90
"""Likeness from which on two pictures show one character: 999 in 1000 of the same have 0.92 and more, a 5
and a 9 of one font at most 0.88 (measured on 45 pages of six fonts)."""

Proved = MutableMapping[Kind, NDArray[np.float32]]
"""Kinds that were read as the file says, and how they look, a row each: large print is hinted otherwise than small.

Which kinds a page is asked for does not hang on it: it spares reading what was read before, and decides nothing else.
"""

LOOKS_LIKE = 4
"""So many ways to look of one kind are kept."""


def keep(proved: Proved, kind: Kind, shape: Shape) -> None:
    """Remember how a kind looks that was read as the file says."""
    known = proved.get(kind)
    proved[kind] = shape[None] if known is None else np.concatenate([known, shape[None]])[-LOOKS_LIKE:]


def alike(glyphs: Glyphs, proved: Proved) -> tuple[dict[Kind, int], set[Kind], list[int]]:
    """Of each kind the character that shows it best; the kinds that look as was proved; the characters unlike their kind."""
    shown: dict[Kind, int] = {}
    members: dict[Kind, NDArray[np.intp]] = {}
    for kind, numbers in glyphs.members():
        visible = numbers[glyphs.contrast[numbers] >= FAINT]
        if readable(kind[1]) and len(visible):
            shapes = glyphs.shapes[visible]
            shown[kind] = int(visible[int((shapes @ shapes.mean(axis=0)).argmax())])
            members[kind] = visible
    as_proved = _as_proved(glyphs, shown, proved)
    models = {kind: _models(glyphs.shapes[shown[kind]], kind, as_proved, proved) for kind in members}
    far = [
        (int(number), kind)
        for kind, visible in members.items()
        for number in visible[(glyphs.shapes[visible] @ models[kind].T).max(axis=1) < ALIKE]
    ]
    moved = _moved(glyphs, [(number, models[kind][0]) for number, kind in far])
    return shown, as_proved, [n for (n, _), like in zip(far, moved, strict=True) if like < ALIKE]


def _models(shape: Shape, kind: Kind, as_proved: Set[Kind], proved: Proved) -> NDArray[np.float32]:
    """How a kind may look: as it was proved (under a seal, say), and as its best character does on this page."""
    if kind in as_proved:
        return proved[kind]
    return np.concatenate([shape[None], proved[kind]]) if kind in proved else shape[None]


def _as_proved(glyphs: Glyphs, shown: Mapping[Kind, int], proved: Proved) -> set[Kind]:
    """The kinds that look as they did where they were read, drawn between other pixels at most."""
    best = {
        kind: int((proved[kind] @ glyphs.shapes[number]).argmax())
        for kind, number in shown.items()
        if kind in proved
    }
    likeness_of = {kind: float(proved[kind][n] @ glyphs.shapes[shown[kind]]) for kind, n in best.items()}
    far = [kind for kind, like in likeness_of.items() if like < ALIKE]
    moved = _moved(glyphs, [(shown[kind], proved[kind][best[kind]]) for kind in far])
    unlike = {kind for kind, like in zip(far, moved, strict=True) if like < ALIKE}
    return set(best) - unlike


def _moved(glyphs: Glyphs, pairs: Sequence[tuple[int, Shape]]) -> list[float]:
    """How alike characters and their models are at best, moved a little."""
    if not pairs:
        return []
    like: list[float] = likeness(glyphs.shapes[[n for n, _ in pairs]], np.array([m for _, m in pairs])).tolist()
    return like
