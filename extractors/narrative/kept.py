"""Narrative boxes that were read before: the same sentences are not parsed twice.

The key holds the box, its field and a digest of this package's own code and word lists, so a change
of either reads anew. Loading spaCy and compiling the patterns takes most of a second; a second run of
the same application is spared it.
"""

import hashlib

import msgspec

from extractors.cache import ReadingCache
from extractors.digest import code_digest
from extractors.narrative.mention import Mention
from extractors.narrative.reading import read_narrative


def read_or_recall(text: str, field: str, cache: ReadingCache) -> tuple[Mention, ...]:
    """What a narrative box claims, from the cache where it was read before."""
    key = hashlib.sha256(f"{code_digest(__package__)}\n{field}\n{text}".encode()).hexdigest()
    known = cache.text(key)
    if known is not None:
        return msgspec.json.decode(known, type=tuple[Mention, ...])
    mentions = read_narrative(text, field)
    cache.keep_text(key, msgspec.json.encode(mentions).decode())
    return mentions
