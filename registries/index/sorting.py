"""Sorts more numbers than should lie in memory: bucket by bucket, through files beside them."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from typing import IO

import numpy as np

from registries.index.grams import Keys

BUCKET = 2_500_000
"""Numbers that are sorted at once: 20 MB, and some times that while lists are made of them."""
_HIGH = np.uint64(32)


def in_order(chunks: Iterator[Keys], share: float) -> Iterator[Keys]:
    """All numbers in order, each once, in portions; numbers with the same upper 32 bits are in one portion.

    Args:
        chunks: the numbers as they come.
        share: how much of all of them the first chunk is, about.
    """
    beginning = next(chunks, np.empty(0, np.uint64))
    buckets = max(1, int(len(beginning) / share / BUCKET))
    if buckets == 1:
        yield _sorted(np.concatenate([beginning, *chunks]))
        return
    sample = np.sort(beginning[:: max(1, len(beginning) // 100_000)] >> _HIGH)
    borders = sample[np.arange(1, buckets) * len(sample) // buckets]
    with ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(buckets)]
        for keys in chain([beginning], chunks):
            _spread(files, borders, keys)
        for file in files:
            file.seek(0)
            yield _sorted(np.fromfile(file, np.uint64))


def _sorted(keys: Keys) -> Keys:
    keys.sort()
    if not len(keys):
        return keys
    once: Keys = keys[np.append(True, keys[1:] != keys[:-1])]
    return once


def _spread(files: Sequence[IO[bytes]], borders: Keys, keys: Keys) -> None:
    """Each number into the file of its bucket; sorted first, so that every bucket is one slice."""
    keys.sort()
    ends = np.searchsorted(keys, (borders << _HIGH))
    for file, part in zip(files, np.split(keys, ends), strict=True):
        part.tofile(file)
