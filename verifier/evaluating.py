"""How well the program reads and judges papers whose truth an office knows.

A truth names documents (file, pages, type, fields) and verdicts (claim, flag, verified value); whatever it
does not name is not counted. The number that must be nought is *false supported*: said «supported» where
the truth says otherwise.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

Json = Mapping[str, Any]

NOT_FIELDS = frozenset({"paper", "type", "file", "pages", "scan"})
"""What a document's truth says beside its fields."""

DOCUMENTS, FIELDS, VERDICTS, ITEMS, VERIFIED = "documents", "fields", "verdicts", "items", "verified"
SORTS = (DOCUMENTS, FIELDS, VERDICTS, ITEMS, VERIFIED)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that came out otherwise than the truth."""

    folder: str
    sort: str
    what: str
    truth: str
    said: str

    @property
    def false_supported(self) -> bool:
        """The mistake that must not happen."""
        return self.sort in (VERDICTS, ITEMS) and self.said == "supported"

    @property
    def deferred(self) -> bool:
        """Left to a person although the truth is known."""
        return self.sort in (VERDICTS, ITEMS) and self.said == "needs_review"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Counts by sort, and every mistake."""

    total: Mapping[str, int] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()

    def right(self, sort: str) -> int:
        """How many of a sort came out right."""
        return self.total.get(sort, 0) - sum(m.sort == sort for m in self.mistakes)

    def __add__(self, other: "Evaluation") -> "Evaluation":
        """Both together."""
        total = Counter(self.total) + Counter(other.total)
        return Evaluation(dict(total), (*self.mistakes, *other.mistakes))


def evaluate(name: str, truth: Json, report: Json) -> Evaluation:
    """One application or folder of papers against its truth.

    Args:
        name: how it is called in its mistakes.
        truth: `documents` and `verdicts`, either may be missing.
        report: a report or a reading as JSON.
    """
    total: Counter[str] = Counter()
    mistakes = []
    for sort, what, wanted, said, right in (*_documents(truth, report), *_verdicts(truth, report)):
        total[sort] += 1
        if not right:
            mistakes.append(Mistake(name, sort, what, wanted, said))
    return Evaluation(dict(total), tuple(mistakes))


Compared = tuple[str, str, str, str, bool]
"""Sort, what, the truth, what was said, whether that is right."""


def _documents(truth: Json, report: Json) -> Iterator[Compared]:
    used: set[str] = set()
    for paper in truth.get("documents", ()):
        there = [d for d in report["documents"] if d["id"] not in used and _same_place(paper, d)]
        found = max(
            (d for d in there if d["type"] == paper["type"]), key=lambda d: _agreeing(paper, d), default=None
        )
        where = f"{paper['file']} 第{'、'.join(map(str, paper['pages']))}页"
        said = found["type"] if found else "、".join(d["type"] for d in there) or "未识别"
        yield DOCUMENTS, where, paper["type"], said, found is not None
        used |= {found["id"]} if found else set()
        for name, value in _fields(paper):
            read = found["fields"].get(name, {}).get("value") if found else None
            yield (
                FIELDS,
                f"{where} {name}",
                str(value),
                "" if read is None else str(read),
                same(name, value, read),
            )


def _fields(paper: Json) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in paper.items() if name not in NOT_FIELDS)


def _agreeing(paper: Json, document: Json) -> int:
    fields = document["fields"]
    return sum(same(n, v, fields.get(n, {}).get("value")) for n, v in _fields(paper))


def _same_place(paper: Json, document: Json) -> bool:
    names = (PurePosixPath(str(each["file"])).name for each in (paper, document))
    return len({*names}) == 1 and bool({*paper["pages"]} & {*document["pages"]})


def _verdicts(truth: Json, report: Json) -> Iterator[Compared]:
    claims = {c["key"]: c for c in report.get("claims", ())}
    for key, wanted in truth.get("verdicts", {}).items():
        claim = claims.get(key, {})
        if "flag" in wanted:
            said = str(claim.get("flag", "无此申报项"))
            yield VERDICTS, key, wanted["flag"], said, wanted.get("any_flag", False) or said == wanted["flag"]
        figure = wanted.get("verified")
        if isinstance(figure, int | float) and not isinstance(figure, bool):
            told = claim.get("verified")
            yield VERIFIED, key, str(figure), "" if told is None else str(told), _near(figure, told)
        yield from _items(key, wanted.get("items", ()), claim.get("items", ()))


def _items(key: str, wanted: Sequence[Json], found: Sequence[Json]) -> Iterator[Compared]:
    rest = list(found)
    for item in wanted:
        match = next((i for i in rest if _is(item, i)), None)
        rest = [i for i in rest if i is not match]
        said = match["flag"] if match else "无此事项"
        yield ITEMS, f"{key} · {item['name']}", item["flag"], said, said == item["flag"]


def _is(item: Json, found: Json) -> bool:
    a, b = plain(item["name"]), plain(found["name"])
    year = item.get("year") is None or item["year"] == found.get("year")
    return (
        bool(b)
        and (a in b or b in a)
        and year
        and (not item.get("grade") or item["grade"] in str(found.get("grade")))
    )


def _near(truth: float, said: object) -> bool:
    try:
        return abs(float(str(said)) - truth) <= max(0.02, abs(truth) * 1e-3)
    except ValueError:
        return False


def plain(value: object) -> str:
    """What two values are compared by: width, case, spaces, brackets and signs do not matter."""
    text = unicodedata.normalize("NFKC", str(value)).upper()
    return re.sub(r"[\s.,，。;；:：、·\-—–_/|\[\]()（）〔〕【】《》“”\"']", "", text)


def same(name: str, truth: object, read: object) -> bool:
    """Whether a field was read exactly; amounts to the last printed digit, dates by their numbers."""
    if read is None:
        return False
    if name.endswith("_wan"):
        try:
            return abs(float(str(read)) - float(str(truth))) <= max(0.01, abs(float(str(truth))) * 1e-4)
        except ValueError:
            return False
    if name.endswith("date"):
        return _numbers(truth) == _numbers(read)
    if name == "number":
        return plain(truth).removeprefix("ZL") == plain(read).removeprefix("ZL")
    return str(truth) in str(read) if name == "year" else plain(truth) == plain(read)


def _numbers(value: object) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", str(value))[:3]]
