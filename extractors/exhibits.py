"""Puts the pages of a file together into exhibits, and accounts for every page.

The recipe: a page of several papers is split; each says whether it begins an exhibit; the pages
behind it belong to it as long as they look like its continuation; then each exhibit's kind reads its facts from all its pages.
What is no exhibit is named for what it is: blank, divider, boilerplate, unrecognised, unreadable.
"""

import re
from collections.abc import Sequence

from extractors.continuing import Draft, amid, continues, numbered_on, repeats
from extractors.exhibit import Exhibit, Fact, LedgerEntry, PageRole
from extractors.kinds.fields.facts import labelled
from extractors.kinds.kind import Found as Stated
from extractors.kinds.recognise import recognise
from extractors.kinds.sealing import sealed_by
from extractors.layout import Script, script_of
from extractors.page import Page, PageState
from extractors.regions import regions

DIVIDER = re.compile(r"^(?:[一二三四五六]、|第[一二三四五]部分|附件\d?|\d[.、])?.{0,30}(?:证明材料|基础能力|数字创新|数字管理|数字生态|数字赋能|附件\d?|佐证材料|知识产权|材料目录)(?:\(.*\))?$")
BOILERPLATE = re.compile(r"^(?:目录|(?:申报|证明|佐证)?材料(?:目录|清单)|附件材料目录|承诺书|声明|真实性承诺书?|申报材料目录|封面|说明|填表说明)$")

OF_EXHIBITS = (PageRole.EXHIBIT, PageRole.CONTINUATION)

LEAST = 24
"""A page of no more characters than this is a heading, not a certificate."""

TOLD = 2000
"""Characters that are told of a page of which nobody knows what it is."""

Found = tuple[tuple[Exhibit, ...], tuple[LedgerEntry, ...]]
"""The exhibits of one file in page order, and the account of all its pages."""


class Gathering:
    """The exhibits of one file as its pages come, in their order: what is complete is read while others are awaited."""

    def __init__(self, file: str, sha256: str) -> None:
        """No page yet."""
        self._file, self._sha256 = file, sha256
        self._drafts: list[Draft] = []
        self._exhibits: list[Exhibit] = []
        self._roles: list[tuple[Page, list[str], list[int]]] = []

    @property
    def pages(self) -> int:
        """How many pages were taken."""
        return len(self._roles)

    def take(self, page: Page) -> None:
        """The next page: it goes on with the last exhibit, or that one is complete."""
        on_it: list[tuple[str, int]] = []
        for part in regions(page):
            role = _role(part, script_of([part]), self._drafts)
            on_it.append((role, len(self._drafts) - 1 if role in OF_EXHIBITS else -1))
        self._roles.append((page, [role for role, _ in on_it], sorted({n for _, n in on_it if n >= 0})))
        self._read(len(self._drafts) - 1)

    def found(self) -> Found:
        """All of it, after the last page."""
        self._read(len(self._drafts))
        ids = [exhibit.id for exhibit in self._exhibits]
        ledger = tuple(_entry(page, named, [ids[n] for n in own]) for page, named, own in self._roles)
        return tuple(self._exhibits), ledger

    def _read(self, complete: int) -> None:
        for n in range(len(self._exhibits), complete):
            self._exhibits.append(_exhibit(self._file, self._sha256, n, self._drafts[n]))


def find_exhibits(file: str, sha256: str, pages: Sequence[Page]) -> Found:
    """The exhibits of one file in page order, and the account of all its pages."""
    gathering = Gathering(file, sha256)
    for page in pages:
        gathering.take(page)
    return gathering.found()


def _entry(page: Page, roles: Sequence[str], exhibits: Sequence[str]) -> LedgerEntry:
    """The account of a page: what its first paper is."""
    role = next((role for role in roles if role in OF_EXHIBITS), roles[0])
    return LedgerEntry(
        page.number,
        role,
        page.width,
        page.height,
        page.rotation,
        exhibits[0] if exhibits else "",
        page.turn,
        tuple(exhibits),
        script_of([page]).compact[:TOLD] if role == PageRole.UNRECOGNISED else "",
    )


def _role(page: Page, script: Script, drafts: list[Draft]) -> str:
    if page.state is PageState.BLANK:
        return PageRole.BLANK
    if page.state in (PageState.UNREADABLE, PageState.FAILED):
        return PageRole.UNREADABLE
    current = drafts[-1] if drafts else None
    if current is not None and numbered_on(script):
        current.pages.append(page)
        return PageRole.CONTINUATION
    if _is_boilerplate(script):
        return PageRole.BOILERPLATE
    known = recognise(script)
    if known is not None and current is not None and amid(current, known, script):
        current.pages.append(page)
        return PageRole.CONTINUATION
    if known is not None and _bare(script):
        return PageRole.DIVIDER  # «1、营业执照» and nothing else announces a licence, it is none
    if known is not None and not (current is not None and repeats(current, known.kind, script)):
        drafts.append(Draft(known.kind, [page]))
        return PageRole.EXHIBIT
    if current is not None and (known is not None or continues(current, script)):
        current.pages.append(page)
        return PageRole.CONTINUATION
    return _leftover(script)


def _is_boilerplate(script: Script) -> bool:
    """A table of contents names every kind of evidence and is none."""
    top = [script.text[slice(*script.row_span(n))].replace("\t", "") for n in range(min(3, len(script.rows)))]
    return any(BOILERPLATE.match(row) for row in top)


def _bare(script: Script) -> bool:
    return len(script.compact) <= LEAST


def _leftover(script: Script) -> str:
    rows = [script.text[slice(*script.row_span(n))].replace("\t", "") for n in range(len(script.rows))]
    length = sum(map(len, rows))
    if length <= 60 and any(DIVIDER.match(row) for row in rows):
        return PageRole.DIVIDER
    return PageRole.UNRECOGNISED


def _exhibit(file: str, sha256: str, counter: int, draft: Draft) -> Exhibit:
    script = script_of(draft.pages)
    found = draft.kind.read(script) if draft.kind.read is not None else Stated()
    facts: dict[str, Fact] = {f.name: f for f in found.facts}
    for name, fact in labelled(script, draft.kind.fields).items():
        facts.setdefault(name, fact)
    if (sealed := sealed_by(draft.pages)) is not None:
        facts[sealed.name] = sealed
    first = draft.pages[0].number
    return Exhibit(
        id=f"{sha256[:12]}-{first}-{counter}",
        file=file,
        sha256=sha256,
        pages=tuple(dict.fromkeys(p.number for p in draft.pages)),
        type=found.type or draft.kind.type,
        facts=tuple(facts.values()),
        rows=found.rows,
        flags=found.flags,
    )
