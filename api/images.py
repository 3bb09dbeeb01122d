"""Pages as pictures, as the reader saw them: rendered in a child process, kept, boxes drawn on top.

What a reviewer sees is never the file in a browser's own viewer: two engines may show two different
things for one PDF.
"""

import os
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from secrets import token_hex
from threading import Lock

from pebble import ProcessPool
from PIL import Image, ImageDraw

from api.errors import ApiError
from extractors.errors import FileTrouble
from extractors.pool import FAILED
from extractors.readers.catalog import open_source
from extractors.readers.limits import PAGE_SECONDS
from extractors.worker import settle

QUALITY = 80
NICE = 5
CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns the other way
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
INK, STROKE = (200, 30, 30), 3
TROUBLE = (*FAILED, FileTrouble, RuntimeError, ValueError, IndexError, StopIteration)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One page of a file, so many pixels wide, and boxes in points to be drawn on it; `turn` is clockwise."""

    path: Path
    sha256: str
    page: int
    width: int
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    turn: int = 0

    @property
    def name(self) -> str:
        """Of the file in which it is kept."""
        return f"{self.sha256}-{self.page}-{self.width}{f'-{self.turn}' if self.turn else ''}.webp"


LARGE, SMALL = 1400, 180
"""Pixels across a page that is looked at, and across a thumbnail."""


class PageImages:
    """Renders pages; what was rendered is kept in a folder of this machine."""

    def __init__(self, folder: Path, workers: int = 1) -> None:
        self._folder, self._workers = folder, workers
        self._pool: ProcessPool | None = None
        self._lock = Lock()
        self._coming: dict[Wanted, Future[tuple[list[bytes], float]]] = {}
        """Pages that are being rendered: who asks meanwhile waits for the same picture."""

    def get(self, wanted: Wanted) -> bytes:
        """A page as WebP.

        Raises:
            ApiError: there is no such page, or it cannot be shown.
        """
        kept = self._folder / wanted.sha256[:2] / wanted.name
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            self._render(wanted, kept)
        return _boxed(kept, wanted.boxes) if wanted.boxes else kept.read_bytes()

    def warm(self) -> None:
        """Start the child processes, so that the first page that is looked at need not wait for them."""
        if self._pool is None:
            self._started().schedule(os.getpid)

    def close(self) -> None:
        """Stop the child process."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()

    def _render(self, wanted: Wanted, kept: Path) -> None:
        # A thumbnail costs nothing beside its page: whoever sees one soon wants the other.
        widths = (LARGE, SMALL) if wanted.width in (LARGE, SMALL) else (wanted.width,)
        one = replace(wanted, width=widths[0], boxes=())
        try:
            bodies, points = self._coming_for(one, widths).result()
        except TROUBLE as error:
            raise ApiError("NOT_FOUND", "该页不存在或无法显示：请核对页码，或下载原件查看") from error
        finally:
            self._coming.pop(one, None)
        for width, body in zip(widths, bodies, strict=True):
            place = kept.with_name(replace(wanted, width=width).name)
            place.with_suffix(".points").write_text(str(points))
            part = place.with_suffix(f".{token_hex(4)}.part")
            part.write_bytes(body)
            part.replace(place)

    def _coming_for(self, one: Wanted, widths: Sequence[int]) -> "Future[tuple[list[bytes], float]]":
        pool = self._started()
        with self._lock:
            if one not in self._coming:
                arguments = (str(one.path), one.page, widths, one.turn)
                self._coming[one] = pool.schedule(render, args=arguments, timeout=PAGE_SECONDS)
            return self._coming[one]

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                context = get_context("forkserver")
                context.set_forkserver_preload(["api.images", "pymupdf"])
                self._pool = ProcessPool(self._workers, initializer=step_back, context=context)
            return self._pool


def step_back() -> None:
    """What a child does first: pages fetched ahead must not keep decisions waiting; readers step back further."""
    os.nice(NICE)
    settle()


def render(path: str, page: int, widths: Sequence[int], turn: int = 0) -> tuple[list[bytes], float]:
    """What runs in the child: a page as WebP in each width, and its width in points."""
    with closing(open_source(Path(path))) as source:
        sheet = next(sheet for sheet in source.sheets() if sheet.number == page)
        picture = Image.fromarray(source.picture(page)).convert("RGB")
    if turn in CLOCKWISE:
        picture = picture.transpose(CLOCKWISE[turn])
    bodies = []
    for width in widths:
        if picture.width > width:
            height = max(1, round(picture.height * width / picture.width))
            picture = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        file = BytesIO()
        picture.save(file, "WEBP", quality=QUALITY, method=1)
        bodies.append(file.getvalue())
    return bodies, float(sheet.height if turn in (90, 270) else sheet.width)


def _boxed(kept: Path, boxes: Sequence[tuple[float, float, float, float]]) -> bytes:
    """The picture, which we made ourselves, with the boxes on it."""
    points = float(kept.with_suffix(".points").read_text())
    with Image.open(kept) as opened:
        picture = opened.convert("RGB")
    scale = picture.width / points
    drawing = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in boxes:
        left, right = sorted((x0 * scale, x1 * scale))
        top, bottom = sorted((y0 * scale, y1 * scale))
        drawing.rectangle(
            (left - STROKE, top - STROKE, right + STROKE, bottom + STROKE), outline=INK, width=STROKE
        )
    file = BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=3)
    return file.getvalue()
