"""Bounds how often an address may try to sign in: a bucket each, emptied as time goes by.

In memory and by process: what must hold across processes, the waiting of an account after wrong
passwords, stands in the database.
"""

import threading
from collections import OrderedDict
from time import monotonic

MOST_ADDRESSES = 10_000


class Throttle:
    """So many tries at once, and one more every so many seconds."""

    def __init__(self, burst: int, every_seconds: float) -> None:
        self._burst, self._every = burst, every_seconds
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def allows(self, address: str) -> bool:
        """Whether this address may try once more now."""
        with self._lock:
            now = monotonic()
            level, at = self._buckets.pop(address, (0.0, now))
            level = max(0.0, level - (now - at) / self._every)
            allowed = level + 1 <= self._burst
            self._buckets[address] = (level + 1 if allowed else level, now)
            while len(self._buckets) > MOST_ADDRESSES:
                self._buckets.popitem(last=False)
            return allowed

    def forget(self) -> None:
        """Everybody may try anew."""
        with self._lock:
            self._buckets.clear()
