"""Sorts more numbers than should lie in memory: bucket by bucket, through files beside them."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from typing import IO

import numpy as np

from registries.index.grams import Keys

BUCKET = 1_500_000
"""Numbers that are sorted at once: 12 MB, and some times that while lists are made of them."""
MOST_BUCKETS = 256
"""Files that are open at once; beyond that, buckets grow."""
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def in_order(chunks: Iterator[Keys], last: int) -> Iterator[Keys]:
    """All numbers in order, each once, in portions of about as many.

    Args:
        chunks: the numbers as they come; their lower halves are rows, which grow from chunk to chunk.
        last: the last row of all.
    """
    beginning = next((keys for keys in chunks if len(keys)), np.empty(0, np.uint64))
    share = _share(beginning, last) if len(beginning) else 1.0
    buckets = min(MOST_BUCKETS, int(len(beginning) / share / BUCKET))
    if buckets <= 1:
        yield _sorted(np.concatenate([beginning, *chunks]))
        return
    borders = _borders(beginning, buckets, share)
    with ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(buckets)]
        for keys in chain([beginning], chunks):
            _spread(files, borders, keys)
        del beginning
        for file in files:
            file.seek(0)
            yield _sorted(np.fromfile(file, np.uint64))


def _share(beginning: Keys, last: int) -> float:
    """How much of all rows the first chunk holds; rows that are missing before it do not count."""
    rows = beginning & _LOW
    first = int(rows.min())
    return min(1.0, (int(rows.max()) - first + 1) / max(1, last - first + 1))


def _borders(beginning: Keys, buckets: int, share: float) -> Keys:
    """Where each bucket but the first begins: the rows of the beginning stand for all that follow them.

    So a pair of characters that stands in every other row has several buckets, and none is large.
    """
    sample = beginning[:: max(1, len(beginning) // 100_000)]
    rows = sample & _LOW
    first = rows.min()
    spread = first + ((rows - first) / share).astype(np.uint64)
    sample = np.sort(sample >> _HALF << _HALF | np.minimum(spread, _LOW))
    return sample[np.arange(1, buckets) * len(sample) // buckets]


def _sorted(keys: Keys) -> Keys:
    keys.sort()
    if not len(keys):
        return keys
    once: Keys = keys[np.append(True, keys[1:] != keys[:-1])]
    return once


def _spread(files: Sequence[IO[bytes]], borders: Keys, keys: Keys) -> None:
    """Each number into the file of its bucket; sorted first, so that every bucket is one slice."""
    keys.sort()
    ends = np.searchsorted(keys, borders)
    for file, part in zip(files, np.split(keys, ends), strict=True):
        part.tofile(file)
