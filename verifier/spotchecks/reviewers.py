"""Who checks what was drawn (双随机一公开): drawn from a pool by the same seed, those with ties left out (回避).

A reviewer has ties with companies that the pool's list names for him, and with the one that employs him. Of
those who may go, the least burdened are taken, the lowest tickets among them: sha256 of «seed, line break,
company, line break, reviewer». The order of the pool does not matter.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from registries.values.names import normalize_name
from verifier.errors import ListUnread
from verifier.spotchecks.drawing import Draw, Unit
from verifier.spotchecks.lists import units_of_table

TIES = ("回避", "回避单位", "回避企业", "利害关系单位", "ties")
EMPLOYER = ("单位", "工作单位", "employer")
NAME = ("姓名", "检查人员", "评审人员", "name")
CODES = ("统一社会信用代码", "uscc")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """One who may be sent: his name, and the names or codes of the companies with which he has ties."""

    name: str
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who goes to one company, and who was left out for his ties."""

    unit: str
    reviewers: tuple[str, ...]
    excluded: tuple[str, ...] = ()


def read_reviewers(path: Path) -> tuple[Reviewer, ...]:
    """The pool from a table with the columns 姓名, 单位 and 回避 (companies parted by ；).

    Raises:
        ListUnread: it cannot be read, or names nobody twice or not at all.
    """
    units = units_of_table(path, _column(path, NAME))
    names = [unit.name for unit in units]
    if repeated := sorted({n for n in names if names.count(n) > 1}):
        raise ListUnread(f"{path.name} 中检查人员重名：{'、'.join(repeated[:5])}；请加工号等以示区别")
    return tuple(Reviewer(unit.name, _ties(unit.traits)) for unit in units)


def _column(path: Path, names: Sequence[str]) -> str:
    head = next(iter(units_of_table(path)), Unit("", {})).traits
    return next((name for name in names if name in head), "")


def _ties(traits: Mapping[str, str]) -> tuple[str, ...]:
    told = [traits[name] for name in (*TIES, *EMPLOYER) if traits.get(name)]
    return tuple(part.strip() for text in told for part in re.split(r"[;；、,，\n]", text) if part.strip())


def assign(found: Draw, pool: Sequence[Reviewer], each: int = 2) -> tuple[Assignment, ...]:
    """Send reviewers to every company that was drawn.

    Args:
        found: the draw.
        pool: who may be sent.
        each: how many go to one company.

    Raises:
        ListUnread: fewer than that may go to one of them.
    """
    burden: Counter[str] = Counter()
    done = []
    for unit in sorted((d.unit for d in found.drawn), key=lambda u: ticket(found.plan.seed, u.name, "")):
        tied = [r.name for r in pool if _is_tied(r, unit)]
        free = [r.name for r in pool if r.name not in tied]
        if len(free) < each:
            raise ListUnread(
                f"“{unit.name}”回避后只有{len(free)}名检查人员可派，需要{each}名：请扩充检查人员名单，或减少每家人数（--each）"
            )
        order = sorted(free, key=lambda name: (burden[name], ticket(found.plan.seed, unit.name, name)))
        burden.update(order[:each])
        done.append(Assignment(unit.name, tuple(order[:each]), tuple(sorted(tied))))
    by_name = {one.unit: one for one in done}
    return tuple(by_name[d.unit.name] for d in found.drawn)


def ticket(seed: str, unit: str, reviewer: str) -> str:
    """A reviewer's ticket for one company."""
    return sha256(f"{seed}\n{unit}\n{reviewer}".encode()).hexdigest()


def _is_tied(reviewer: Reviewer, unit: Unit) -> bool:
    """By the company's name however it is written, a former or parent's name beside it, or its code."""
    named = {normalize_name(unit.name), *(unit.traits.get(code, "").upper() for code in CODES)}
    for column in ("企业名称", "曾用名", "former_names", "母公司", "parent"):
        named |= {normalize_name(part) for part in re.split("[;；、]", unit.traits.get(column, ""))}
    named -= {""}
    return any(normalize_name(tie) in named or tie.upper() in named for tie in reviewer.ties)
