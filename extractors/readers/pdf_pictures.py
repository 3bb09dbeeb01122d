"""A picture of a PDF page by itself, on white paper: nothing under it, nothing over it.

The same seal stands on many pages, over a date here and a name there; by itself it is always the same.
Only what is plainly drawn is given: upright, in its own proportions, opaque or with a soft mask.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import pymupdf

from extractors.geometry import Box
from extractors.ocr.base import Picture

MOST_PIXELS = 4_000_000
"""A picture of more pixels is no seal's."""

KEPT = 8
"""Pictures of a file that are kept: an application bears the same few seals over and over."""

SAME = 0.01
"""Places that differ by less, in points, are one."""

STRETCHED = 0.03
"""A picture may be wider or higher on the page than in the file by this share."""


Pictures = Callable[[int], Picture | None]
"""A file's pictures on white paper, by their number in the file (xref); None for what has no pixels of its own."""


def pictures_of(document: Any) -> Pictures:
    """The pictures of a file; the latest ones are taken out of it once."""
    return lru_cache(KEPT)(lambda xref: _on_paper(document, xref))


def alone(
    document: Any, page: Any, images: Sequence[dict[str, Any]], pictures: Pictures, box: Box, scale: float
) -> Picture | None:
    """The picture that fills a box of an unturned page, at `scale` pixels a point; None where it is not plainly drawn."""
    if page.rotation:
        return None
    there = [image for image in images if _is_at(image["bbox"], box)]
    if len(there) != 1 or not _is_plain(there[0]):
        return None
    drawn = pictures(_xref(document, page, there[0], box))
    if drawn is None:
        return None
    size = (max(round(box.width * scale), 1), max(round(box.height * scale), 1))
    way = cv2.INTER_AREA if size[0] < drawn.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(drawn, size, interpolation=way), np.uint8)


def _xref(document: Any, page: Any, image: dict[str, Any], box: Box) -> int:
    """Where the file has a picture; 0 where it stands in the page itself."""
    size = (image["width"], image["height"])
    sized = {xref for xref, _, wide, high, *_ in document.get_page_images(page.number) if (wide, high) == size}
    if len(sized) == 1:
        return int(sized.pop())
    # Only by their pixels are several of one size told apart, which takes several times as long.
    there = [one for one in page.get_image_info(xrefs=True) if _is_at(one["bbox"], box)]
    return int(there[0]["xref"]) if len(there) == 1 else 0


def _is_at(place: tuple[float, ...], box: Box) -> bool:
    return all(abs(one - other) < SAME for one, other in zip(place, box, strict=True))


def _is_plain(image: dict[str, Any]) -> bool:
    across, slant, lean, down, _, _ = image["transform"]
    if slant or lean or across <= 0 or down <= 0 or image["width"] * image["height"] > MOST_PIXELS:
        return False
    return bool(abs(across / down * image["height"] / image["width"] - 1) <= STRETCHED)


def _on_paper(document: Any, xref: int) -> Picture | None:
    if not xref:
        return None
    try:
        if document.xref_get_key(xref, "Mask")[0] != "null":
            return None
        colours = _pixels(pymupdf.Pixmap(document, xref), 3)
        kind, mask = document.xref_get_key(xref, "SMask")
        if colours is None or kind == "null":
            return colours
        cover = _pixels(pymupdf.Pixmap(document, int(mask.split()[0])), 1) if kind == "xref" else None
    except (RuntimeError, ValueError, IndexError):
        return None
    if cover is None:
        return None
    share = cv2.resize(cover, colours.shape[1::-1]).reshape(*colours.shape[:2], 1) / np.float32(255)
    return np.asarray(colours * share + 255 * (1 - share), np.uint8)


def _pixels(pixmap: Any, channels: int) -> Picture | None:
    """The samples of a pixmap in grey or RGB, without its mask; None where it has no colours of its own."""
    if pixmap.colorspace is None:
        return None if channels == 3 else _samples(pixmap)
    if pixmap.colorspace.n != channels:
        pixmap = pymupdf.Pixmap(pymupdf.csRGB if channels == 3 else pymupdf.csGRAY, pixmap)
    return _samples(pixmap)[:, :, :channels]


def _samples(pixmap: Any) -> Picture:
    rows = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)
    return rows[:, : pixmap.width * pixmap.n].reshape(pixmap.height, pixmap.width, pixmap.n)
