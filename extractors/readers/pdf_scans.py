"""A page that is one scanned picture and nothing else, decoded straight: a fifth of the time of drawing it.

Only what is plain beyond doubt: one JPEG of eight bits in grey or three colours, upright, over the whole
page, and nothing else drawn on it. Everything else is drawn by MuPDF.
"""

import io
from typing import Any

import cv2
import numpy as np
from PIL import Image

from extractors.ocr.base import Picture
from extractors.readers.limits import MAX_SOURCE_PIXELS

AS_IT_IS = 0.05
"""A scan whose sides are within this share of what is asked for is not resampled."""

COVERS = 1.5
"""The picture's edges lie so near to the page's, in points: half a millimetre, which no box of a line needs."""

DRAWN = frozenset({"fill-image", "ignore-text"})
"""What a scan may consist of, in MuPDF's words; ignored text is the invisible layer of an OCR program."""


def decoded(document: Any, page: Any, width: int, height: int) -> Picture | None:
    """The scan that a page consists of, about `width` × `height` pixels; None where it is not so plain."""
    if page.rotation or {kind for kind, *_ in page.get_bboxlog()} - DRAWN:
        return None
    shown, named = page.get_image_info(), page.get_images()
    if len(shown) != 1 or len(named) != 1 or not _covers(shown[0], page):
        return None
    xref, mask = named[0][:2]
    if mask or not _plain(document, xref, shown[0]):
        return None
    body = document.xref_stream_raw(xref)
    if not _as_declared(body, shown[0]):
        return None
    scan = cv2.imdecode(np.frombuffer(body, np.uint8), cv2.IMREAD_COLOR_RGB | cv2.IMREAD_IGNORE_ORIENTATION)
    return None if scan is None else _sized(np.asarray(scan, np.uint8), width, height)


def _plain(document: Any, xref: int, shown: dict[str, Any]) -> bool:
    if shown["has-mask"] or shown["bpc"] != 8 or shown["colorspace"] not in (1, 3):
        return False
    wanted = {"Filter": "/DCTDecode", "Decode": "null", "ColorTransform": "null", "DecodeParms": "null"}
    return all(document.xref_get_key(xref, key)[1] == value for key, value in wanted.items())


def _covers(shown: dict[str, Any], page: Any) -> bool:
    across, lean, slant, down, *_ = shown["transform"]
    upright = across > 0 and down > 0 and lean == slant == 0
    return upright and all(abs(a - b) < COVERS for a, b in zip(shown["bbox"], page.rect, strict=True))


def _as_declared(body: bytes, shown: dict[str, Any]) -> bool:
    """Whether the JPEG has the size and the colours that the PDF says: what is not so is not decoded here."""
    try:
        with Image.open(io.BytesIO(body), formats=["JPEG"]) as scan:
            size, mode = scan.size, scan.mode
    except (OSError, ValueError, Image.DecompressionBombError):
        return False
    colours = {"L": 1, "RGB": 3}.get(mode)
    pixels = size[0] * size[1]
    return (
        size == (shown["width"], shown["height"])
        and colours == shown["colorspace"]
        and pixels <= MAX_SOURCE_PIXELS
    )


def _sized(scan: Picture, width: int, height: int) -> Picture:
    own = scan.shape[1] / max(width, 1), scan.shape[0] / max(height, 1)
    if all(abs(share - 1) <= AS_IT_IS for share in own):
        return scan
    how = cv2.INTER_AREA if max(own) > 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(scan, (width, height), interpolation=how), np.uint8)
