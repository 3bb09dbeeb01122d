"""Turn a drawn page into a scan: pixels that are skewed, noisy, shaded, blurred, sometimes turned.

Recipe: take the pixels, put a stray seal over the text, skew, shade, blur, add noise, compress as JPEG;
how much of each is the level's affair. A turned page is turned in its pixels, as scanners leave it.
"""

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
import numpy.typing as npt
import pymupdf

from api.example.seals import faded, seal

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Level:
    """How badly a page is scanned."""

    dpi: tuple[int, int]
    skew: float
    """Degrees to either side."""
    noise: float
    shade: float
    """How much darker the darkest edge is, 0 to 1."""
    blur: float
    quality: int
    turned: float
    """How often a page lies on its side or stands on its head."""
    sealed: float
    """How often a seal lies over the text."""


LEVELS = {
    "good": Level((180, 200), 0.4, 3, 0.04, 0.0, 88, 0.04, 0.1),
    "fair": Level((140, 170), 1.2, 6, 0.12, 0.6, 74, 0.12, 0.2),
    "poor": Level((110, 130), 2.0, 9, 0.22, 0.8, 58, 0.2, 0.3),
}
DIGITAL = "digital"
SCANS = (DIGITAL, *LEVELS)
TURNS = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)


def scanned(page: pymupdf.Page, level: str, chance: Random, holder: str) -> bytes:
    """A page as the JPEG that a scanner of this level makes of it."""
    how = LEVELS[level]
    if chance.random() < how.sealed:
        _overlay_seal(page, chance, holder)
    pixels = pixels_of(page, chance.randint(*how.dpi))
    pixels = _skewed(pixels, chance.uniform(-how.skew, how.skew))
    pixels = _shaded(pixels, how.shade, chance)
    if how.blur:
        pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), how.blur), np.uint8)
    pixels = _noisy(pixels, how.noise, chance.randrange(2**31))
    if chance.random() < how.turned:
        pixels = np.asarray(cv2.rotate(pixels, chance.choice(TURNS)), np.uint8)
    return jpeg(pixels, how.quality)


def jpeg(pixels: Pixels, quality: int = 88) -> bytes:
    """Pixels as a JPEG file."""
    return bytes(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes())


def place(document: pymupdf.Document, picture: bytes, long_side: float) -> None:
    """Add a page that is nothing but the picture."""
    pixels = pymupdf.Pixmap(picture)
    scale = long_side / max(pixels.width, pixels.height)
    page = document.new_page(width=pixels.width * scale, height=pixels.height * scale)
    page.insert_image(page.rect, stream=picture)


def pixels_of(page: pymupdf.Page, dpi: int) -> Pixels:
    """A page as it would be printed at a resolution."""
    pixmap = page.get_pixmap(dpi=dpi)
    rgb = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, pixmap.n)
    return np.ascontiguousarray(rgb[..., 2::-1])


def _overlay_seal(page: pymupdf.Page, chance: Random, holder: str) -> None:
    """The applicant's own stamp: «copy agrees with the original»."""
    x = chance.uniform(0.15, 0.6) * page.rect.width
    y = chance.uniform(0.2, 0.6) * page.rect.height
    stamp = faded(seal(holder), chance.uniform(0.35, 0.7))
    page.insert_image(pymupdf.Rect(x, y, x + 108, y + 108), stream=stamp)


def _skewed(pixels: Pixels, degrees: float) -> Pixels:
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    paper = (248, 249, 249)
    return np.asarray(cv2.warpAffine(pixels, turn, (width, height), borderValue=paper), np.uint8)


def _shaded(pixels: Pixels, shade: float, chance: Random) -> Pixels:
    """Darker towards one edge, as where a book's back lifts the paper."""
    height, width = pixels.shape[:2]
    across = np.linspace(0, 1, width) ** chance.uniform(1.5, 4)
    down = np.linspace(0, 1, height) ** chance.uniform(2, 5)
    dark = np.maximum(across[None, :] if chance.random() < 0.5 else across[None, ::-1], 0.6 * down[:, None])
    light = (1 - shade * dark).astype(np.float32)[..., None]
    return np.asarray(cv2.multiply(pixels, np.repeat(light, 3, 2), dtype=cv2.CV_8U), np.uint8)


def _noisy(pixels: Pixels, strength: float, seed: int) -> Pixels:
    # One small field of noise, repeated: a full one for every page would cost a second each.
    field = np.random.default_rng(seed).normal(0, strength, (256, 256, 1)).astype(np.int16)
    height, width = pixels.shape[:2]
    tiled = np.tile(field, (height // 256 + 1, width // 256 + 1, 1))[:height, :width]
    return np.asarray(np.clip(pixels.astype(np.int16) + tiled, 0, 255), np.uint8)
