"""A dossier while it is bent, and what every trap uses."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any

from api.example.application import Application, Company, Item, Paper, Row
from registries.values.name_parts import split_name

PATENTS, SOFTWARE, LED, JOINED = (
    "invention_patents_valid",
    "software_copyrights",
    "standards_led",
    "standards_participated",
)
COUNTS = (PATENTS, SOFTWARE, LED, JOINED)
RENAMED = date(2018, 6, 20)
MISREAD = {
    "科": "料",
    "术": "木",
    "技": "枝",
    "限": "限",
    "数": "敏",
    "智": "晢",
    "网": "冈",
    "云": "去",
    "信": "倍",
    "息": "恩",
    "软": "轮",
    "工": "土",
    "电": "甩",
}
SCAN = 0.93
INNOVATION, BASE, MANAGEMENT, ECOLOGY, EMPOWERING = (
    "二、数字创新",
    "一、基础能力",
    "三、数字管理",
    "四、数字生态",
    "五、数字赋能",
)


OF_BASE: Mapping[str, tuple[str, ...]] = {
    "full_business_digitalisation": ("bigdata_honour_notice",),
    "brand_honours": ("zj_premium_product",),
}
"""Lists that the base application is on: a box that tells of others must not be proved by them."""


@dataclass
class Draft:
    """A dossier while it is bent: what counts, what does not, what nobody can say yet."""

    app: Application
    chance: Random
    good: Counter[str] = field(default_factory=Counter)
    bad: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    bent: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    boxes: set[str] = field(default_factory=set)

    @property
    def me(self) -> str:
        """The applicant's name."""
        return self.app.company.name

    @property
    def former(self) -> str:
        """Its former name."""
        return self.app.company.former.partition("@")[0]

    def other(self) -> Company:
        """Some other company."""
        return self.chance.choice([firm for firm in self.others() if firm.name[:4] != self.me[:4]])

    def others(self) -> list[Company]:
        """Every other company that is not of the applicant's own group by its name."""
        mine = split_name(self.me).brand
        return [firm for firm in self.app.strangers if split_name(firm.name).brand != mine]

    def papers(self, *papers: Paper) -> None:
        """More papers."""
        self.app = self.app.with_papers(*papers)

    def rows(self, kind: str, *rows: Row) -> None:
        """More records."""
        self.app = self.app.with_rows(kind, *rows)

    def claim(self, key: str, value: Any, flag: str, right: Any = None) -> None:
        """Another cell, with the flag that it deserves."""
        self.app = self.app.claiming(key, value, flag, "", right)

    def say(self, box: str, kind: str, name: str, sentence: str, flag: str, **more: Any) -> None:
        """One more sentence in a box."""
        self.app = self.app.with_items(Item(box, kind, name, sentence, flag, **more))

    def without(self, box: str) -> None:
        """What the base says in a box is left out, once."""
        if box not in self.boxes:
            self.boxes.add(box)
            self.app = replace(self.app, items=[i for i in self.app.items if i.box != box])
        types = OF_BASE.get(box, ())
        lists = {paper.says["award"] for paper in self.app.of_type(*types)}
        self.app = self.app.without_papers(*types)
        honors = [r for r in self.app.tables.get("honors", ()) if r["list"] not in lists]
        self.app = replace(self.app, tables={**self.app.tables, "honors": honors})


Trap = Callable[[Draft], None]


def fact_paper(type_: str, section: str, **says: Any) -> Paper:
    return Paper(type_, section, "facts", {k: v for k, v in says.items() if v not in ("", None)})


def noisy(text: str, chance: Random) -> str:
    """One character of a name misread; as it stands where none of it is easily misread."""
    places = [i for i, c in enumerate(text) if MISREAD.get(c, c) != c]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + MISREAD[text[at]] + text[at + 1 :]
