"""RapidOCR: PP-OCRv6 models from the rapidocr wheel, run by ONNX Runtime on one thread.

The recipe: detect quads on a picture of bounded size; cut each from the full picture; recognise
one at a time, so that no line depends on its neighbours; decode the CTC columns ourselves,
because they say where each character stands.
"""

from functools import cached_property
from importlib.metadata import version
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import InkLine, Picture, Quad

DETECT_SIDE = 960
"""Longest side of the picture that the detector sees, in pixels (measured in bench/reading.py)."""

GRID = 32
"""The detector's network wants sides that are multiples of this, in pixels."""

LINE_HEIGHT = 48
"""Height at which PP-OCR recognises a line, in pixels."""

LONGEST = 3200
"""A line is not stretched beyond this width, in pixels, so that a rule across the page costs little."""

ENOUGH_VOTES = 8
"""Lines that are asked which way is up."""


class RapidReader:
    """The default reader."""

    name = "rapidocr"

    def __init__(self) -> None:
        """Nothing is loaded before the first page."""
        self._seen: tuple[Picture, list[Quad]] | None = None

    @cached_property
    def version(self) -> str:
        """Wheel version and our own settings."""
        return f"rapidocr-{version('rapidocr')}-{DETECT_SIDE}-6"

    @cached_property
    def _engine(self) -> Any:
        from rapidocr import RapidOCR

        return RapidOCR(
            params={
                "Global.log_level": "error",
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.limit_side_len": DETECT_SIDE,
                "Det.limit_type": "max",
            }
        )

    @cached_property
    def _detector(self) -> Any:
        return self._engine._load_det_model()

    @cached_property
    def _recogniser(self) -> Any:
        return self._engine._load_rec_model()

    @cached_property
    def _classifier(self) -> Any:
        return self._engine._load_cls_model()

    def load(self) -> None:
        """Load the detector and the recogniser; the classifier waits for a page that may be upside down."""
        _ = self._detector, self._recogniser

    def turn(self, picture: Picture) -> int:
        """Lines that stand upright on their side ask for a quarter turn; a vote finds the top."""
        quads = self._detect(picture)
        if not quads:
            return 0
        tall = sum(_tall(q) for q in quads) > sum(not _tall(q) for q in quads)
        sideways = 90 if tall else 0
        upright = turned(picture, sideways)
        if tall:
            quads = self._detect(upright)
        return (sideways + (180 if self._upside_down(upright, quads) else 0)) % 360

    def _upside_down(self, picture: Picture, quads: list[Quad]) -> bool:
        longest = sorted(quads, key=_length, reverse=True)[:ENOUGH_VOTES]
        strips = [_cut(picture, q) for q in longest if _length(q) > 3 * _thickness(q)]
        if not strips:
            return False
        votes = [label == "180" for label, _ in self._classifier(strips).cls_res]
        if sum(votes) <= len(votes) * 0.2:
            return False
        # The classifier was trained on photographs and errs on spaced-out titles: let reading decide.
        as_is = sum(self._certainty(s) for s in strips[:4])
        flipped = sum(self._certainty(np.rot90(s, 2)) for s in strips[:4])
        return flipped > as_is

    def _certainty(self, strip: Picture) -> float:
        _, _, confidences = self._recognise(strip)
        return float(np.mean(confidences)) if confidences else 0.0

    def read(self, picture: Picture) -> tuple[InkLine, ...]:
        """Every detected line, recognised one by one."""
        lines = (self._line(picture, quad) for quad in self._detect(picture))
        return tuple(line for line in lines if line is not None)

    def line(self, strip: Picture, alphabet: str = "") -> tuple[str, tuple[float, ...]]:
        """A strip goes to the recogniser as it is; it knows no alphabet."""
        text, _, confidences = self._recognise(strip)
        return text, tuple(confidences)

    def _detect(self, picture: Picture) -> list[Quad]:
        """The quads of a picture; the same picture is not looked at twice (`turn`, then `read`)."""
        if self._seen is not None and self._seen[0] is picture:
            return self._seen[1]
        detector = self._detector
        boxes, _ = detector.postprocess_op(detector.session(self._reduced(picture)), picture.shape[:2])
        ordered = detector.sorted_boxes(boxes) if len(boxes) else ()
        self._seen = (picture, [np.asarray(quad, np.float32) for quad in ordered])
        return self._seen[1]

    def _reduced(self, picture: Picture) -> NDArray[np.float32]:
        """What the detector sees: made small before colours are swapped and scaled, which costs a tenth of it else."""
        height, width = picture.shape[:2]
        ratio = min(DETECT_SIDE / max(height, width), 1.0)
        size = tuple(max(round(int(side * ratio) / GRID), 1) * GRID for side in (width, height))
        small = cv2.resize(picture, size)[:, :, ::-1].astype(np.float32)
        mean, deviation = (np.asarray(v, np.float32) for v in (self._detector.mean, self._detector.std))
        scaled = (small / 255 - mean) / deviation
        return np.ascontiguousarray(scaled.transpose(2, 0, 1)[None])

    def _line(self, picture: Picture, quad: Quad) -> InkLine | None:
        text, spans, confidences = self._recognise(_cut(picture, quad))
        if not text:
            return None
        return InkLine(text, tuple(_part(quad, a, b) for a, b in spans), tuple(confidences))

    def _recognise(self, strip: Picture) -> tuple[str, list[tuple[float, float]], list[float]]:
        height, width = strip.shape[:2]
        wide = int(np.clip(round(LINE_HEIGHT * width / max(height, 1)), LINE_HEIGHT // 2, LONGEST))
        small = cv2.resize(np.ascontiguousarray(strip[:, :, ::-1]), (wide, LINE_HEIGHT))
        tensor = small.astype(np.float32).transpose(2, 0, 1)[None] / 127.5 - 1.0
        columns = self._recogniser.session(tensor)[0]
        return _decode(columns, self._recogniser.postprocess_op.character)


def turned(picture: Picture, clockwise: int) -> Picture:
    """The picture after a clockwise quarter turn."""
    return np.ascontiguousarray(np.rot90(picture, -clockwise // 90))


def _decode(
    columns: NDArray[np.float32], alphabet: list[str]
) -> tuple[str, list[tuple[float, float]], list[float]]:
    """Greedy CTC: characters, the share of the line's width that each takes, and its certainty."""
    best = columns.argmax(axis=1)
    certain = columns.max(axis=1)
    count = len(best)
    runs: list[tuple[str, int, int, float]] = []
    for i, index in enumerate(best):
        if index == 0:
            continue
        if i and best[i - 1] == index:
            char, start, _, c = runs[-1]
            runs[-1] = (char, start, i, max(c, float(certain[i])))
        else:
            runs.append((alphabet[index], i, i, float(certain[i])))
    centres = [(start + end + 1) / 2 for _, start, end, _ in runs]
    spans = []
    for k, centre in enumerate(centres):
        # A glyph is about as wide as the line is high: six columns of eight pixels for Chinese.
        reach = 3.2 if ord(runs[k][0]) > 0x2E80 else 1.8
        left = max(centre - reach, (centres[k - 1] + centre) / 2 if k else 0.0)
        right = min(centre + reach, (centres[k + 1] + centre) / 2 if k + 1 < len(centres) else count)
        spans.append((left / count, right / count))
    text = "".join(char for char, *_ in runs)
    return text, spans, [round(c, 4) for *_, c in runs]


def _cut(picture: Picture, quad: Quad) -> Picture:
    """The quad's part of the picture, straightened; a tall one is laid on its side."""
    width, height = max(int(_length(quad)), 1), max(int(_thickness(quad)), 1)
    if _tall(quad):
        width, height = height, width
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    warp = cv2.getPerspectiveTransform(quad, target)
    strip = cv2.warpPerspective(
        picture, warp, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    return np.asarray(np.rot90(strip) if height > width * 1.5 else strip, np.uint8, order="C")


def _part(quad: Quad, start: float, end: float) -> Quad:
    """The stretch of a line's quad from one share of its length to another."""
    tl, tr, br, bl = quad
    if _tall(quad):  # read from top to bottom
        return np.array(
            [tl + (bl - tl) * start, tr + (br - tr) * start, tr + (br - tr) * end, tl + (bl - tl) * end]
        )
    return np.array(
        [tl + (tr - tl) * start, tl + (tr - tl) * end, bl + (br - bl) * end, bl + (br - bl) * start]
    )


def _sides(quad: Quad) -> tuple[float, float]:
    across = (np.linalg.norm(quad[1] - quad[0]) + np.linalg.norm(quad[2] - quad[3])) / 2
    down = (np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
    return float(across), float(down)


def _tall(quad: Quad) -> bool:
    across, down = _sides(quad)
    return down > across * 1.5


def _length(quad: Quad) -> float:
    return max(_sides(quad))


def _thickness(quad: Quad) -> float:
    return min(_sides(quad))
