"""The same paper in two applications or years: found, both shown, with the innocent reasons.

A paper may stand in two applications for good reasons: co-owners both hold it, a group shares it, a
notice names both, the company applied before. The signal says which of these the papers and registries
tell; where they tell none it asks to look, and never calls anything false.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.exhibit import Exhibit
from registries.catalog import Registries
from registries.query import Query
from registries.values.names import normalize_name

SHARED = frozenset(
    {"national_standard", "industry_standard", "local_or_group_standard", "international_standard_evidence",
     "official_notice", "publicity_notice", "call_for_application", "consortium_document", "news_or_screenshot"}
)  # fmt: skip
"""Papers that belong to many."""

FILE, NUMBER, IMAGE, PART = "file", "number", "image", "part"
"""How two papers were found to be one: the same bytes, the same number, the same sheet, a part of it."""

SAID = {
    FILE: "文件相同",
    NUMBER: "编号相同",
    IMAGE: "页面图像相同（重新扫描仍可识别）",
    PART: "页面图像为另一页的一部分",
}
REASONS = {
    "SAME_COMPANY": "同一企业以往申报中已使用",
    "CO_OWNERS": "材料载明双方为共有人",
    "GROUP": "双方有母子公司或同一母公司关系",
    "SHARED_PAPER": "名单、标准等材料本可由多家使用",
}
UNKNOWN = "未见共有、集团等关系的记载，请核对"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A paper as it appears in one application."""

    company: str
    uscc: str
    as_of: str
    file: str
    page: int
    document: str = ""
    type: str = ""
    number: str = ""
    title: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Reuse:
    """One paper in two applications; `innocent` are the reasons that papers and registries tell."""

    how: str
    here: Appearance
    there: Appearance
    innocent: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The signal in a sentence."""
        told = "；".join(REASONS[code] for code in self.innocent) or UNKNOWN
        what = f"“{self.here.title or self.here.number}”" if self.here.title or self.here.number else "材料"
        return (
            f"{what}（{self.here.file}第{self.here.page}页）与{self.there.company}{self.there.as_of[:4]}年申报材料"
            f"（{self.there.file}第{self.there.page}页）{SAID[self.how]}。{told}。"
        )


def innocent_reasons(here: Appearance, there: Appearance, parents: dict[str, str]) -> tuple[str, ...]:
    """Why the same paper may well stand in both.

    Args:
        here: in this application.
        there: in the other.
        parents: of companies, by normalised name, as the companies registry tells.
    """
    a, b = normalize_name(here.company), normalize_name(there.company)
    if a == b or (here.uscc and here.uscc == there.uscc):
        return ("SAME_COMPANY",)
    found = []
    if any({a, b} <= _holders(each.holder) for each in (here, there)):
        found.append("CO_OWNERS")
    up, down = parents.get(a, ""), parents.get(b, "")
    if (up and up in (b, down)) or (down and down == a):
        found.append("GROUP")
    if here.type in SHARED or here.type.endswith("_notice"):
        found.append("SHARED_PAPER")
    return tuple(found)


def _holders(text: str) -> set[str]:
    return {
        normalize_name(part) for part in text.replace("；", ";").replace("、", ";").split(";") if part.strip()
    }


def parents_of(names: Iterable[str], registries: Registries | None) -> dict[str, str]:
    """The parent company of each, both as names are compared; nothing where no registry tells."""
    found: dict[str, str] = {}
    if registries is None:
        return found
    for name in {*names}:
        best = registries.search(Query("companies", fields={"name": name})).best
        if best is not None and best.record.get("parent"):
            found[normalize_name(name)] = normalize_name(best.record.get("parent"))
    return found


def appearance(exhibit: Exhibit, company: str, uscc: str, as_of: str, page: int = 0) -> Appearance:
    """A paper as it appears in one application, on a page of it or on its first."""
    return Appearance(
        company,
        uscc,
        as_of,
        exhibit.file,
        page or (exhibit.pages[0] if exhibit.pages else 0),
        exhibit.id,
        exhibit.type,
        exhibit.text("number"),
        exhibit.text("title") or exhibit.text("award"),
        exhibit.text("holder"),
    )


def once(found: Sequence[Reuse]) -> tuple[Reuse, ...]:
    """Each pair of papers once, by the plainest way in which it was found, in the order of pages."""
    order = {FILE: 0, NUMBER: 1, IMAGE: 2, PART: 3}
    best: dict[tuple[str, ...], Reuse] = {}
    for one in sorted(found, key=lambda r: (order[r.how], r.here.file, r.here.page)):
        here, there = (e.document or f"{e.file}#{e.page}" for e in (one.here, one.there))
        best.setdefault((here, one.there.uscc or one.there.company, one.there.as_of, there), one)
    return tuple(sorted(best.values(), key=lambda r: (r.here.file, r.here.page, r.there.company)))
