"""The picture of a page in the frame in which its text was read: laid flat, turned, straightened."""

import cv2
import numpy as np

from extractors.ocr.base import Picture
from extractors.ocr.rapidocr import turned
from extractors.page import Page
from extractors.readers.base import Sheet
from extractors.restore.restoring import restored

PAPER = 255


def straight(picture: Picture, page: Page) -> Picture:
    """The picture as the page was read; a text layer was read as it is displayed."""
    if page.lines and all(line.origin == "text" for line in page.lines):
        return picture
    sheet = Sheet(page.number, page.width, page.height, page.rotation)
    clean = restored(picture, sheet).clean
    upright = turned(clean, page.turn) if page.turn else clean
    if not page.skew:
        return np.asarray(upright, np.uint8)
    height, width = upright.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), page.skew, 1.0)
    level = cv2.warpAffine(upright, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(PAPER,) * 3)
    return np.asarray(level, np.uint8)
