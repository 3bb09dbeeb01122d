"""What a layout is: one way in which one type of paper is laid out, and the truth about what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pymupdf

Fields = dict[str, object]
Drawing = Callable[[pymupdf.Document, Random], Fields]


@dataclass(frozen=True)
class Layout:
    """One way in which one type of paper is laid out; `draw` says what stands on what it drew."""

    type: str
    name: str
    draw: Drawing
