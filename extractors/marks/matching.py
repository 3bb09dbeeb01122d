"""Whether two sketches show the same sheet of paper: scanned anew, skewed, stamped, or a crop of the other.

Certificates of one kind look alike; what tells them apart is a few lines. So likeness as a whole proves
nothing: the two are laid over each other (SIFT, Lowe 2004; a similarity by RANSAC) and compared tile by
tile. The same sheet agrees everywhere; another of its kind agrees in what is printed on all of them and
differs where its own words stand. Thresholds are those of `bench/reuse.py`.
"""

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from extractors.marks.sketching import Picture

FEATURES = 1200
CONTRAST = 0.03
UNLIKE = 0.8
"""Lowe's ratio: the second best match must be worse by so much."""

FEWEST = 12
"""So many corners must agree on one similarity."""

TILE = (26, 60)
"""Height and width in pixels of a sketch: a line of text, four or five characters."""

SLACK = 3
"""Pixels by which a tile may lie elsewhere than the similarity says: paper is not flat."""

INKED = 0.06
AGREES = 0.84
"""Correlation from which a tile agrees: in one sheet scanned twice 98 of 100 tiles have 0.87 and more, in
two papers of one kind some have less than 0.81."""

MOST_DIFFERING = 0.02
"""Share of inked tiles that may differ: a fold, a blot."""

FEWEST_TILES = 12
COVERED = 0.75
"""A crop must lie in the page, not only touch it."""

WHOLE = 0.93
"""From this share of its ink, either way, it is the whole page."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two sketches agree: corners, inked tiles compared, the share that differs, the share compared."""

    corners: int = 0
    tiles: int = 0
    differing: float = 1.0
    covered: float = 0.0
    whole: bool = False
    """Each shows all of the other: a scan anew, not a crop."""

    @property
    def same(self) -> bool:
        """They show the same sheet, or one shows a part of the other."""
        enough = self.corners >= FEWEST and self.tiles >= FEWEST_TILES and self.covered >= COVERED
        return enough and self.differing <= MOST_DIFFERING


@dataclass(frozen=True, slots=True)
class Landmarks:
    """A sketch with its corners, found once however often it is compared."""

    grey: Picture
    points: npt.NDArray[np.float32]
    told: npt.NDArray[np.float32]


def landmarks(grey: Picture) -> Landmarks:
    """The corners of a sketch."""
    points, told = cv2.SIFT.create(nfeatures=FEATURES, contrastThreshold=CONTRAST).detectAndCompute(
        grey, None
    )
    if told is None or not len(points):
        return Landmarks(grey, np.zeros((0, 2), np.float32), np.zeros((0, 128), np.float32))
    return Landmarks(grey, np.array([p.pt for p in points], np.float32), np.asarray(told, np.float32))


def alike(a: Landmarks, b: Landmarks) -> Likeness:
    """How two sketches agree, each taken as a part of the other in turn; the better of the two."""
    one, other = _laid_over(a, b), _laid_over(b, a)
    if one.same and other.same:
        return replace(one, whole=min(one.covered, other.covered) >= WHOLE)
    return other if other.same or (not one.same and other.tiles > one.tiles) else one


def _laid_over(a: Landmarks, b: Landmarks) -> Likeness:
    """How the whole of a agrees with what of b lies under it."""
    if min(len(a.told), len(b.told)) < FEWEST:
        return Likeness()
    pairs = cv2.BFMatcher(cv2.NORM_L2).knnMatch(b.told, a.told, k=2)
    good = [p[0] for p in pairs if len(p) == 2 and p[0].distance < UNLIKE * p[1].distance]
    if len(good) < FEWEST:
        return Likeness()
    source, target = b.points[[m.queryIdx for m in good]], a.points[[m.trainIdx for m in good]]
    cv2.setRNGSeed(7)  # the same two pages are alike or not, whoever asks
    found: tuple[Any, Any] = cv2.estimateAffinePartial2D(
        source, target, ransacReprojThreshold=4.0, maxIters=4000
    )
    matrix, inside = found
    if matrix is None or int(inside.sum()) < FEWEST:
        return Likeness()
    size = (a.grey.shape[1], a.grey.shape[0])
    other = cv2.warpAffine(b.grey, matrix, size, flags=cv2.INTER_LINEAR, borderValue=255)
    seen = cv2.warpAffine(np.full(b.grey.shape, 255, np.uint8), matrix, size, borderValue=0)
    return _tiled(a.grey, np.asarray(other, np.uint8), np.asarray(seen, np.uint8), int(inside.sum()))


def _tiled(a: Picture, b: Picture, seen: Picture, corners: int) -> Likeness:
    soft_a, soft_b = (cv2.GaussianBlur(each, (0, 0), 0.8).astype(np.float32) for each in (a, b))
    height, width = TILE
    inked, agreeing = 0, []
    for y in range(SLACK, a.shape[0] - height - SLACK, height):
        for x in range(SLACK, a.shape[1] - width - SLACK, width):
            tile = soft_a[y : y + height, x : x + width]
            if (tile < 190).mean() < INKED:
                continue
            inked += 1
            if seen[y : y + height, x : x + width].min() == 0:
                continue
            around = soft_b[y - SLACK : y + height + SLACK, x - SLACK : x + width + SLACK]
            agreeing.append(float(cv2.matchTemplate(around, tile, cv2.TM_CCOEFF_NORMED).max()) >= AGREES)
    if not agreeing:
        return Likeness(corners)
    return Likeness(corners, len(agreeing), 1 - sum(agreeing) / len(agreeing), len(agreeing) / inked)
