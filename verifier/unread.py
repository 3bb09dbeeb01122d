"""Pages that nobody could read, and whose proof may stand on them.

A page stands where its neighbours and its file put it: between two patents lies a patent, in
«三、数字管理.pdf» no standard. Only claims whose proof may be there wait for a person; where nothing
tells what a page is, it may be anything.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.exhibit import FileReading, PageRole
from registries.values.text import squeeze
from verifier.rules import Rules, SectionRule


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page that could not be read; page 0 is a whole file that could not be opened.

    `section` is that of 附件2 (0: unknown), `topics` those that the file's name tells, `type` that of
    the exhibits on both sides.
    """

    file: str = ""
    page: int = 0
    section: int = 0
    topics: tuple[str, ...] = ()
    type: str = ""


def unread_pages(readings: Sequence[FileReading], rules: Rules) -> tuple[UnreadPage, ...]:
    """Every page of the evidence that nobody could read, with what tells its contents."""
    return tuple(page for reading in readings for page in _of_file(reading, rules))


def may_prove(page: UnreadPage, claim: str, rules: Rules) -> bool:
    """The proof of a claim may stand on that page."""
    found = rules.topic(claim)
    if found is None:
        return True
    section, topic = found
    if page.type:
        return page.type in (_of_claim(claim, rules) or topic.types)
    if page.topics:
        return topic.topic in page.topics
    # Who applies and what it earns is proved by papers that companies put anywhere.
    return not page.section or not topic.required or page.section == section.number


def _of_claim(claim: str, rules: Rules) -> tuple[str, ...]:
    count = rules.counts.get(claim)
    return (*count.types, *count.lookalikes) if count else ()


def _of_file(reading: FileReading, rules: Rules) -> list[UnreadPage]:
    section, topics = _place(reading.file, rules)
    if reading.state not in ("read", "unsupported"):
        return [UnreadPage(reading.file, 0, section, topics)]
    types = {exhibit.id: exhibit.type for exhibit in reading.exhibits}
    pages = []
    for at, entry in enumerate(reading.ledger):
        if entry.role != PageRole.UNREADABLE:
            continue
        before = next((e for e in reversed(reading.ledger[:at]) if e.exhibit in types), None)
        after = next((e for e in reading.ledger[at + 1 :] if e.exhibit in types), None)
        same = before and after and types[before.exhibit] == types[after.exhibit]
        kind = types[before.exhibit] if before and same else ""
        known = bool(kind) and kind != "unrecognised"
        pages.append(UnreadPage(reading.file, entry.page, section, topics, kind if known else ""))
    return pages


def _place(file: str, rules: Rules) -> tuple[int, tuple[str, ...]]:
    """The section and topics that a file's path names; the name before the folders around it."""
    section = 0
    for part in reversed(re.split(r"[/!]", file)):
        name = squeeze(part)
        topics = tuple(t.topic for s in rules.sections for t in s.topics if _names(name, t.words))
        section = section or next((s.number for s in rules.sections if _is_section(name, s)), 0)
        if topics:
            return section, topics
    return section, ()


def _names(name: str, words: Sequence[str]) -> bool:
    return any(squeeze(word) in name for word in words)


def _is_section(name: str, section: SectionRule) -> bool:
    return _names(name, (section.title, *section.words))
