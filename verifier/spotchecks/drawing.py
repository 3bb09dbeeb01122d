"""Drawing for a spot audit (抽查): seeded, stratified, the same for everybody who repeats it.

Each unit gets a ticket, the SHA-256 of the seed and its name; within a stratum the lowest tickets are drawn.
Who has the list and the seed can check every ticket with any program; the order of the list does not matter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from verifier.errors import ListUnread
from verifier.spotchecks.sampling import SampleSize, bad_units, sample_size, shares

ALL = "全部"
"""The stratum where nothing divides the list."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the list: its name, which must be unique, and whatever else stands there."""

    name: str
    traits: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to draw."""

    seed: str
    by: tuple[str, ...] = ()
    """Traits that divide the list into strata."""

    rate: float = 0.1
    """The share of bad units that must not stay unmet."""

    confidence: float = 0.95
    size: int | None = None
    """A size that was laid down; None is the one that rate and confidence ask for."""

    whole: tuple[tuple[str, str], ...] = ()
    """Traits (name, value) whose units are all drawn: 风险 高."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One unit that was drawn, with its stratum and ticket."""

    unit: Unit
    stratum: str
    ticket: str
    why: str


@dataclass(frozen=True, slots=True)
class Draw:
    """What was drawn, and everything needed to draw it again."""

    plan: Plan
    population: int
    size: SampleSize | None
    strata: tuple[tuple[str, int, int], ...]
    """Name, units, drawn."""

    drawn: tuple[Drawn, ...]


def draw(units: Sequence[Unit], plan: Plan) -> Draw:
    """Draw from a list.

    Args:
        units: the list; names are unique.
        plan: seed, strata, size.

    Raises:
        ListUnread: the list is empty, names repeat, or a trait is not there.
    """
    _check(units, plan)
    whole = [u for u in units if any(u.traits.get(name) == value for name, value in plan.whole)]
    rest = [u for u in units if u not in whole]
    reckoned = _size(len(rest), plan) if rest else None
    wanted = min(plan.size, len(rest)) if plan.size is not None else reckoned.size if reckoned else 0
    strata: dict[str, list[Unit]] = {}
    for unit in rest:
        strata.setdefault(_stratum(unit, plan), []).append(unit)
    counts = shares({name: len(inside) for name, inside in strata.items()}, wanted)
    drawn = [Drawn(u, _stratum(u, plan), ticket(plan.seed, u.name), "全数抽取") for u in whole]
    for name, inside in sorted(strata.items()):
        order = sorted(inside, key=lambda u: ticket(plan.seed, u.name))
        drawn += [Drawn(u, name, ticket(plan.seed, u.name), "随机抽取") for u in order[: counts[name]]]
    told = tuple((name, len(inside), counts[name]) for name, inside in sorted(strata.items()))
    if whole:
        told = (("全数抽取", len(whole), len(whole)), *told)
    return Draw(plan, len(units), reckoned if plan.size is None else None, told, tuple(drawn))


def ticket(seed: str, name: str) -> str:
    """A unit's ticket: sha256 of «seed, line break, name» as UTF-8, in hexadecimal."""
    return sha256(f"{seed}\n{name}".encode()).hexdigest()


def _check(units: Sequence[Unit], plan: Plan) -> None:
    if not units:
        raise ListUnread("名单为空：没有可抽取的对象")
    names = [u.name for u in units]
    if repeated := sorted({n for n in names if names.count(n) > 1}):
        raise ListUnread(
            f"名单中有重名：{'、'.join(repeated[:5])}；请用统一社会信用代码等唯一的列作名称（--name）"
        )
    known = {name for u in units for name in u.traits}
    if unknown := [n for n in (*plan.by, *(name for name, _ in plan.whole)) if n not in known]:
        raise ListUnread(f"名单中没有列“{'、'.join(unknown)}”，现有列：{'、'.join(sorted(known))}")


def _size(population: int, plan: Plan) -> SampleSize:
    return sample_size(population, bad_units(population, plan.rate), plan.confidence)


def _stratum(unit: Unit, plan: Plan) -> str:
    return " / ".join(unit.traits.get(name, "") or "（空）" for name in plan.by) or ALL
