"""Whole texts as hashes with their rows: whoever asks for a text as it is registered finds it at once.

A hash takes 32 bits, its row the next 32; they lie sorted in buckets of the hash's first bits. Two texts may share
a hash, so that whoever finds a row looks at its text.
"""

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np

from registries.index.grams import PART, Keys

BUCKET_BITS = 13
_SHIFT = 32 - BUCKET_BITS


def bucket_of(text: str) -> tuple[int, int]:
    """The bucket in which a text's hash lies, and the hash."""
    told = crc32(text.encode("utf-8", "surrogatepass"))
    return told >> _SHIFT, told


def hashes_of(texts: Sequence[str], rows: "np.ndarray[tuple[int], np.dtype[np.uint32]]") -> Keys:
    """The hashes of texts and of each part of them, with their rows, unsorted.

    Args:
        texts: cleaned texts.
        rows: the number of each text's row.
    """
    told = [crc32(text.encode("utf-8", "surrogatepass")) for text in texts]
    whole = (np.array(told, np.uint64) << np.uint64(32)) | rows
    parts = [
        crc32(part.encode("utf-8", "surrogatepass")) << 32 | row
        for text, row in zip(texts, rows.tolist(), strict=True)
        if PART in text
        for part in text.split(PART)
    ]
    return np.concatenate([whole[np.array(list(map(bool, texts)), np.bool_)], np.array(parts, np.uint64)])


def bucketed(portions: Iterable[Keys]) -> Iterator[tuple[int, bytes]]:
    """The buckets that hold something, each with its hashes in order.

    Args:
        portions: what `hashes_of` gave, of all rows, in order; a hash stands in one portion.
    """
    bucket, pieces = 0, list[bytes]()
    for keys in portions:
        buckets = (keys >> np.uint64(32 + _SHIFT)).astype(np.int64)
        starts = np.flatnonzero(np.diff(buckets, prepend=-1))
        ends = np.append(starts[1:], len(keys))[: len(starts)]
        for each, start, end in zip(buckets[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
            if each != bucket and pieces:  # the last bucket of a portion may go on in the next one
                yield bucket, b"".join(pieces)
                pieces = []
            bucket = each
            pieces.append(keys[start:end].astype("<u8").tobytes())
    if pieces:
        yield bucket, b"".join(pieces)


def rows_in(bucket: bytes, told: int) -> list[int]:
    """The rows of a bucket whose hash it is."""
    keys = np.frombuffer(bucket, "<u8")
    first, last = np.searchsorted(keys, np.array([told << 32, (told + 1) << 32], np.uint64))
    found: list[int] = (keys[first:last] & np.uint64(0xFFFFFFFF)).tolist()
    return found
