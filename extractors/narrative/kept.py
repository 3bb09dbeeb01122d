"""Narrative boxes that were read before: the same sentences are not parsed twice.

The key holds the box, its field and a digest of this package's own code and word lists, so a change
of either reads anew. Loading spaCy and compiling the patterns takes most of a second; a second run of
the same application is spared it.
"""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from extractors.cache import ReadingCache
from extractors.digest import code_digest
from extractors.narrative.mention import Mention
from extractors.narrative.reading import read_narrative


def read_or_recall(text: str, field: str, cache: ReadingCache) -> tuple[Mention, ...]:
    """What a narrative box claims, from the cache where it was read before."""
    key = hashlib.sha256(f"{code_digest(__package__)}\n{field}\n{text}".encode()).hexdigest()
    known = cache.text(key)
    if known is not None:
        return tuple(_mention(flat) for flat in json.loads(known))
    mentions = read_narrative(text, field)
    cache.keep_text(key, json.dumps([asdict(m) for m in mentions], ensure_ascii=False))
    return mentions


def _mention(flat: dict[str, Any]) -> Mention:
    return Mention(**{name: tuple(v) if isinstance(v, list) else v for name, v in flat.items()})
