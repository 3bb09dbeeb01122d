"""What happens to paper and its copies: photographed, shaded, shown through, marked, two on a sheet.

Recipe: every function takes pixels (BGR) and gives pixels; chance comes in as a `Random`, so the same
seed damages a page the same way. `DAMAGES` lists those that befall one page.
"""

from collections.abc import Callable, Mapping, Sequence
from random import Random

import cv2
import numpy as np
import pymupdf

from api.example.fonts import hei
from api.example.scan import Pixels
from api.example.seals import seal

DESKS = ((96, 124, 158), (58, 62, 66), (140, 150, 120), (72, 90, 130))
"""Colours of what a paper lies on, BGR."""

BLUE = (0.12, 0.2, 0.72)


def photographed(pixels: Pixels, chance: Random, lean: float = 0.07) -> Pixels:
    """A sheet on a desk, taken by hand: a quad that is no rectangle, light from one side."""
    height, width = pixels.shape[:2]
    room = 0.12
    frame = (int(width * (1 + 2 * room)), int(height * (1 + 2 * room)))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + np.array([width * room, height * room], np.float32)
    for corner in moved:
        corner += [chance.uniform(-lean, lean) * width, chance.uniform(-lean, lean) * height]
    warp = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    desk = _desk(frame, chance)
    sheet = cv2.warpPerspective(pixels, warp, frame, flags=cv2.INTER_AREA)
    whole = cv2.warpPerspective(np.full((height, width), 255, np.uint8), warp, frame)
    shot = np.where(whole[..., None] > 127, sheet, desk).astype(np.uint8)
    return dimmed(np.asarray(cv2.GaussianBlur(shot, (0, 0), 0.6), np.uint8), chance, 0.35)


def _desk(frame: tuple[int, int], chance: Random) -> Pixels:
    """A desk with grain: noise drawn out along the wood."""
    noise = np.random.default_rng(chance.randrange(2**31)).normal(0, 40, (frame[1] // 4, frame[0] // 4))
    grain = np.asarray(cv2.resize(cv2.GaussianBlur(noise, (0, 0), sigmaX=12, sigmaY=0.6), frame), np.float64)
    plain = np.array(chance.choice(DESKS), np.float32)
    return np.asarray(np.clip(plain + grain[..., None], 0, 255), np.uint8)


def dimmed(pixels: Pixels, chance: Random, depth: float = 0.55) -> Pixels:
    """Uneven light: a shadow that falls softly over a side or a corner."""
    height, width = pixels.shape[:2]
    yy, xx = np.mgrid[0:1:64j, 0:1:64j]
    angle = chance.uniform(0, 2 * np.pi)
    along = (xx - 0.5) * np.cos(angle) + (yy - 0.5) * np.sin(angle)
    light = 1 - depth / (1 + np.exp(-(along - chance.uniform(-0.1, 0.2)) * chance.uniform(6, 14)))
    light = cv2.resize(light.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(pixels * light[..., None], np.uint8)


def shown_through(pixels: Pixels, back: Pixels, strength: float = 0.22) -> Pixels:
    """Thin paper: the back's print, mirrored and soft, under the front's."""
    height, width = pixels.shape[:2]
    ghost = cv2.flip(cv2.resize(back, (width, height), interpolation=cv2.INTER_AREA), 1)
    ghost = cv2.GaussianBlur(ghost, (0, 0), 1.2).astype(np.float32)
    shade = 1 - (255 - ghost) / 255 * strength
    return np.asarray(pixels * shade, np.uint8)


def watermarked(pixels: Pixels, text: str, grey: float = 0.78, across: int = 3) -> Pixels:
    """Light grey words that run across the page from lower left to upper right, several times."""
    height, width = pixels.shape[:2]
    document = pymupdf.open()
    page = document.new_page(width=width / 2, height=height / 2)
    size, down = page.rect.width / max(8, len(text)) * 1.1, page.rect.height / across
    for row in range(across):
        for column in range(2):
            at = pymupdf.Point(page.rect.width * (0.02 + 0.5 * column), (row + 0.8) * down)
            writer = pymupdf.TextWriter(page.rect, color=(grey,) * 3)
            writer.append(at, text, font=hei().font, fontsize=size * 0.75)
            writer.write_text(page, morph=(at, pymupdf.Matrix(30)))
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(width / page.rect.width, height / page.rect.height))
    mark = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)
    return np.asarray(np.minimum(pixels, cv2.resize(mark, (width, height))), np.uint8)


def stamped(pixels: Pixels, holder: str, chance: Random, foot: str = "财务专用章") -> Pixels:
    """A blue round seal over the text of the page."""
    return _inked(pixels, _stamp(seal(holder, foot, colour=BLUE), 0.2 * max(pixels.shape[:2])), chance)


def stamped_square(pixels: Pixels, rows: Sequence[str], chance: Random) -> Pixels:
    """A blue rectangular stamp with rows of text, as counters and accounts use them."""
    document = pymupdf.open()
    page = document.new_page(width=200, height=30 + 34 * len(rows))
    page.draw_rect(page.rect + (4, 4, -4, -4), color=BLUE, width=4)
    for number, row in enumerate(rows):
        writer = pymupdf.TextWriter(page.rect, color=BLUE)
        size = min(26.0, 170 / len(row))
        at = (100 - hei().width(row, size) / 2, 45 + 34 * number)
        writer.append(at, row, font=hei().font, fontsize=size)
        writer.write_text(page)
    png = page.get_pixmap(dpi=144, alpha=True).tobytes("png")
    return _inked(pixels, _stamp(png, 0.22 * max(pixels.shape[:2])), chance)


def _stamp(png: bytes, across: float) -> Pixels:
    """A picture with its transparency, so many pixels wide."""
    stamp = np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED), np.uint8)
    share = across / stamp.shape[1]
    return np.asarray(cv2.resize(stamp, None, fx=share, fy=share, interpolation=cv2.INTER_AREA), np.uint8)


def _inked(pixels: Pixels, stamp: Pixels, chance: Random) -> Pixels:
    """Ink on ink darkens: what is black stays black."""
    height, width = stamp.shape[:2]
    x = int(chance.uniform(0.2, 0.8) * (pixels.shape[1] - width))
    y = int(chance.uniform(0.25, 0.75) * (pixels.shape[0] - height))
    out = pixels.copy()
    part = out[y : y + height, x : x + width].astype(np.float32)
    cover = stamp[..., 3:].astype(np.float32) / 255 * 0.85
    tint = stamp[..., :3].astype(np.float32) / np.maximum(stamp[..., 3:].astype(np.float32) / 255, 0.01)
    out[y : y + height, x : x + width] = part * (1 - cover + cover * np.clip(tint, 0, 255) / 255)
    return out


def together(sheets: Sequence[Pixels], columns: int, *, gap: float = 0.03, shrink: float = 1.0) -> Pixels:
    """Several papers copied on one sheet, in rows of `columns`."""
    height = int(max(s.shape[0] for s in sheets) * shrink)
    width = int(max(s.shape[1] for s in sheets) * shrink)
    rows, room = -(-len(sheets) // columns), int(gap * width)
    page = np.full((rows * (height + room) + room, columns * (width + room) + room, 3), 252, np.uint8)
    for place, sheet in enumerate(sheets):
        scale = min(width / sheet.shape[1], height / sheet.shape[0])
        small = cv2.resize(sheet, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        x = room + place % columns * (width + room) + (width - small.shape[1]) // 2
        y = room + place // columns * (height + room) + (height - small.shape[0]) // 2
        page[y : y + small.shape[0], x : x + small.shape[1]] = small
    return page


def shrunk(pixels: Pixels, long_side: int = 764) -> Pixels:
    """A small picture from a web page."""
    scale = long_side / max(pixels.shape[:2])
    return np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


DAMAGES: Mapping[str, Callable[[Pixels, Random], Pixels]] = {
    "clean": lambda pixels, _: pixels,
    "photo": photographed,
    "shade": dimmed,
    "bleed": lambda pixels, _: shown_through(pixels, pixels),
    "watermark": lambda pixels, _: watermarked(pixels, "仅供数字工厂申报使用"),
    "blue seal": lambda pixels, chance: stamped(pixels, "宁波甬江数智科技股份有限公司", chance),
    "blue box": lambda pixels, chance: stamped_square(pixels, ("与原件核对一致", "复印无效"), chance),
    "small": lambda pixels, _: shrunk(pixels),
    "tiny": lambda pixels, _: shrunk(pixels, 440),
}
"""What befalls one page; `bench/restoration.py` reads each with and without the step against it."""
