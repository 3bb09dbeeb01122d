"""Figures as lines of JSON."""

import json
import platform
import statistics
from collections.abc import Sequence
from typing import Any


def show(figure: str, **told: Any) -> None:
    """One line of JSON."""
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(json.dumps({"figure": figure, **told, "machine": machine}, ensure_ascii=False), flush=True)


def spread(values: Sequence[float]) -> dict[str, float]:
    """The middle and the 95th of a hundred."""
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
        "of": len(ordered),
    }
