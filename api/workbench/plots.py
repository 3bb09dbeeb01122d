"""Plots as shapes: what a template needs to draw bars and a line, reckoned here so that it can be tested.

Lengths are in units of the drawing; the origin is at its top left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 720, 180
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 10, 26


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, its label below (empty where there is no room) and what it says."""

    x: float
    y: float
    width: float
    height: float
    label: str
    says: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on the axis at the left."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars or a line over a grid."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    line: str = ""
    """The points of a line: `x,y x,y`."""


def bars(values: Sequence[tuple[str, float]], unit: str = "", every: int = 5) -> Plot:
    """A bar for each value; each fifth one has its label."""
    top = nice(max((v for _, v in values), default=1) or 1)
    step = (WIDTH - LEFT - RIGHT) / max(len(values), 1)
    made = tuple(
        Bar(
            round(LEFT + n * step + step * 0.15, 1),
            _y(v, 0, top),
            round(step * 0.7, 1),
            round(HEIGHT - BOTTOM - _y(v, 0, top), 1),
            label if n % every == 0 else "",
            f"{label}：{v:g}{unit}",
        )
        for n, (label, v) in enumerate(values)
    )
    return Plot(made, tuple(Tick(_y(t, 0, top), f"{t:g}") for t in (0, top / 2, top)))


def line(values: Sequence[tuple[str, float]]) -> Plot:
    """A line through shares between nothing and all; its axis begins where there is something to see."""
    low = min((floor(v * 20) / 20 for _, v in values), default=0.0)
    low = min(low, 0.95)
    step = (WIDTH - LEFT - RIGHT) / max(len(values) - 1, 1)
    points = [(round(LEFT + n * step, 1), _y(v, low, 1.0)) for n, (_, v) in enumerate(values)]
    every = max(1, ceil(len(values) / 8))
    made = tuple(
        Bar(x, y, 0, 0, label if n % every == 0 else "", f"{label}：{v:.1%}")
        for n, ((x, y), (label, v)) in enumerate(zip(points, values, strict=True))
    )
    ticks = tuple(Tick(_y(t, low, 1.0), f"{t:.0%}") for t in (low, (low + 1) / 2, 1.0))
    return Plot(made, ticks, " ".join(f"{x},{y}" for x, y in points))


def nice(most: float) -> float:
    """The next round number: 1, 2, 5 times a power of ten."""
    power = 10 ** floor(log10(most))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= most))


def _y(value: float, low: float, high: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low)), 1)
