"""Names a version of our own code: what is kept under it is never read by another."""

import hashlib
import shutil
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

SOURCES = (".py", ".json", ".toml")

ENGINES = ("onnxruntime", "opencv-python-headless", "pillow", "pymupdf", "rapidocr", "zxing-cpp")
"""The packages from which pages come otherwise when they are upgraded."""


@cache
def code_digest(*packages: str) -> str:
    """A digest of the sources and tables of some packages, with all that lies in them."""
    digest = hashlib.sha256()
    for package in packages:
        for source in _sources(files(package)):
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


@cache
def reading_version(reader: str) -> str:
    """What the reading of a file depends on beside its bytes: the reader, the engines, the second reader, our code."""
    engines = " ".join(f"{name}-{version(name)}" for name in ENGINES)
    return f"{reader} {engines} {_tesseract()} {code_digest('extractors', 'registries.values')}"


def _tesseract() -> str:
    """The program that is the second reader, without starting it: its path and time of installation."""
    found = shutil.which("tesseract")
    return f"{found}-{Path(found).stat().st_mtime_ns}" if found else ""


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            found += _sources(entry)
        elif entry.name.endswith(SOURCES):
            found.append(entry)
    return found
