"""Narrative boxes that were read before: the same sentences are not parsed twice.

The key holds the box, its field and a digest of this package's own code and word lists, so a change
of either reads anew. Loading spaCy and compiling the patterns takes most of a second; a second run of
the same application is spared it.
"""

import hashlib
import json
from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from extractors.cache import ReadingCache
from extractors.narrative.mention import Mention
from extractors.narrative.reading import read_narrative


def read_or_recall(text: str, field: str, cache: ReadingCache) -> tuple[Mention, ...]:
    """What a narrative box claims, from the cache where it was read before."""
    key = hashlib.sha256(f"{_edition()}\n{field}\n{text}".encode()).hexdigest()
    known = cache.text(key)
    if known is not None:
        return tuple(_mention(flat) for flat in json.loads(known))
    mentions = read_narrative(text, field)
    cache.keep_text(key, json.dumps([asdict(m) for m in mentions], ensure_ascii=False))
    return mentions


def _mention(flat: dict[str, Any]) -> Mention:
    return Mention(**{name: tuple(v) if isinstance(v, list) else v for name, v in flat.items()})


@lru_cache(maxsize=1)
def _edition() -> str:
    digest = hashlib.sha256()
    for file in sorted(_sources(files(__package__)), key=lambda f: f.name):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _sources(entry) if entry.name != "__pycache__" else []
        elif entry.name.endswith((".py", ".json")):
            found.append(entry)
    return found
