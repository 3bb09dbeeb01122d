"""What runs in a child process: opens one file, renders one page, cuts its crops out.

A file can hang or kill the program that renders it; here that costs its crops, never the report.
"""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from math import ceil, floor
from pathlib import Path

from PIL import Image, ImageDraw

from api.html.framing import Frame
from extractors.readers.catalog import open_source

LARGEST = 1100
"""No side of a crop has more pixels: a whole page is shown small, a line is shown sharp."""

QUALITY = 68

CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns the other way
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def cut_page(path: str, page: int, frames: Sequence[Frame], dpi: int) -> list[bytes]:
    """The crops of one page as WebP files, in the order of the frames."""
    with closing(open_source(Path(path))) as source:
        sheet = next(sheet for sheet in source.sheets() if sheet.number == page)
        picture = Image.fromarray(source.picture(page))
    scale = picture.width / sheet.width
    return [_cut(_veiled(_turned(picture, frame.turn), frame, scale), frame, scale, dpi) for frame in frames]


def _veiled(picture: Image.Image, frame: Frame, scale: float) -> Image.Image:
    """The page with its veils drawn into the pixels: nothing stays under them."""
    if not frame.veils:
        return picture
    covered = picture.copy()
    pen = ImageDraw.Draw(covered)
    for veil in frame.veils:
        pen.rectangle(
            [floor(veil.x0 * scale), floor(veil.y0 * scale), ceil(veil.x1 * scale), ceil(veil.y1 * scale)],
            fill="black",
        )
    return covered


def _turned(picture: Image.Image, turn: int) -> Image.Image:
    """The page turned clockwise; all frames of a page share one turn, so this is done for few pages."""
    return picture.transpose(CLOCKWISE[turn]) if turn else picture


def _cut(picture: Image.Image, frame: Frame, scale: float, dpi: int) -> bytes:
    box = frame.box
    left, top, right, bottom = (round(edge * scale) for edge in (box.x0, box.y0, box.x1, box.y1))
    crop = picture.crop((left, top, right, bottom))
    shrink = min(
        dpi / 72 / frame.unit / scale, LARGEST / max(crop.width, 1), LARGEST / max(crop.height, 1), 1.0
    )
    if shrink < 1:
        size = (max(1, round(crop.width * shrink)), max(1, round(crop.height * shrink)))
        crop = crop.resize(size, Image.Resampling.LANCZOS)
    file = BytesIO()
    crop.save(file, "WEBP", quality=QUALITY, method=4)
    return file.getvalue()
