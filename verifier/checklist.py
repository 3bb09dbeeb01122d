"""附件2, section by section and topic by topic: required, claimed, found, acceptable, missing, what would do.

A paper is acceptable for a topic where a verdict counts it, or is of the topic's types and the
applicant's as far as the papers tell; a 公示 and a call for applications never are.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from extractors.exhibit import Exhibit
from verifier.rules import Rules, SectionRule, TopicRule
from verifier.verdict import Evidence, Flag, Outcome, Verdict

NEVER = frozenset({"publicity_notice", "call_for_application", "news_or_screenshot", "unrecognised"})
STRANGE = frozenset({"HOLDER_MISMATCH", "KIND_MISMATCH", "NOT_GRANTED", "EVIDENCE_EXPIRED", "EVIDENCE_STALE"})


@dataclass(frozen=True, slots=True)
class Document:
    """One paper of a topic; `reason` says why it would not do."""

    exhibit: str
    type: str
    file: str
    pages: tuple[int, ...]
    acceptable: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A claim of the topic that no paper proves, and what would do."""

    claim: str
    label: str
    reason: str
    do: str


@dataclass(frozen=True, slots=True)
class Topic:
    """The account of one topic."""

    topic: str
    required: bool
    claimed: bool
    found: tuple[Document, ...]
    missing: tuple[Missing, ...]
    do: str

    @property
    def acceptable(self) -> bool:
        """Something of the right kind lies there, or nothing is claimed."""
        return not self.claimed or any(document.acceptable for document in self.found)

    @property
    def empty(self) -> bool:
        """Claimed, required, and nothing at all was handed in."""
        return self.required and self.claimed and not self.found


@dataclass(frozen=True, slots=True)
class Section:
    """The account of one section of 附件2."""

    number: int
    title: str
    topics: tuple[Topic, ...]


def check(verdicts: Sequence[Verdict], exhibits: Sequence[Exhibit], rules: Rules) -> tuple[Section, ...]:
    """The account of all sections.

    Args:
        verdicts: all verdicts of the form.
        exhibits: all papers.
        rules: the edition of the rules.
    """
    use = _uses(verdicts)
    return tuple(_section(section, verdicts, exhibits, use, rules) for section in rules.sections)


def with_emptiness(
    verdicts: Sequence[Verdict], exhibits: Sequence[Exhibit], rules: Rules
) -> tuple[Verdict, ...]:
    """The verdicts, those without evidence with a word on whether 附件2 asks for it (dossier 0.2, trap 2).

    «Nothing at all of what 附件2 requires» is another thing than «附件2 does not ask for it».
    """
    sections = check(verdicts, exhibits, rules)
    empty = {(s.number, t.topic) for s in sections for t in s.topics if t.empty}
    return tuple(_told_empty(v, empty, rules) for v in verdicts)


def _told_empty(verdict: Verdict, empty: Set[tuple[int, str]], rules: Rules) -> Verdict:
    found = rules.topic(verdict.key.partition(".")[0])
    if verdict.outcome is not Outcome.NO_EVIDENCE or found is None:
        return verdict
    section, topic = found
    if not topic.required:
        return replace(verdict, flags=(*verdict.flags, "NOT_LISTED_IN_ANNEX2"))
    if (section.number, topic.topic) not in empty:
        return verdict
    return replace(verdict, reasons=(*verdict.reasons, "REQUIRED_CATEGORY_EMPTY"))


Uses = Mapping[tuple[str, str], Evidence]
"""Claim's name and exhibit → the evidence that counts it, else one that does not."""


def _uses(verdicts: Sequence[Verdict]) -> Uses:
    found: dict[tuple[str, str], Evidence] = {}
    for verdict in verdicts:
        name = verdict.key.partition(".")[0]
        for evidence in (*verdict.evidence, *(e for item in verdict.items for e in item.evidence)):
            key = (name, evidence.exhibit)
            if key not in found or evidence.counted:
                found[key] = evidence
    return MappingProxyType(found)


def _section(
    section: SectionRule, verdicts: Sequence[Verdict], exhibits: Sequence[Exhibit], use: Uses, rules: Rules
) -> Section:
    topics = tuple(_topic(topic, verdicts, exhibits, use, rules) for topic in section.topics)
    return Section(section.number, section.title, topics)


def _topic(
    topic: TopicRule, verdicts: Sequence[Verdict], exhibits: Sequence[Exhibit], use: Uses, rules: Rules
) -> Topic:
    mine = [v for v in verdicts if v.key.partition(".")[0] in topic.claims]
    claimed = [v for v in mine if v.flag is not Flag.NOT_CLAIMED]
    papers = [e for e in exhibits if _belongs(topic, e, use, rules)]
    missing = tuple(_missing(topic, v, rules) for v in claimed if _lacks(v))
    found = tuple(_document(topic, e, use) for e in papers)
    return Topic(topic.topic, topic.required, bool(claimed), found, missing, topic.do)


def _belongs(topic: TopicRule, exhibit: Exhibit, use: Uses, rules: Rules) -> bool:
    """It is evidence for one of the topic's claims, or of a type that only this topic asks for."""
    if any((claim, exhibit.id) in use for claim in topic.claims):
        return True
    used = any(key[1] == exhibit.id for key in use)
    return not used and exhibit.type in (*topic.types, *_lookalikes(topic, rules))


def _lookalikes(topic: TopicRule, rules: Rules) -> tuple[str, ...]:
    return tuple(t for claim in topic.claims if claim in rules.counts for t in rules.counts[claim].lookalikes)


def _document(topic: TopicRule, exhibit: Exhibit, use: Uses) -> Document:
    uses = [e for claim in topic.claims if (e := use.get((claim, exhibit.id))) is not None]
    counted = any(e.counted for e in uses)
    reason = "" if counted else next((e.reason for e in uses if e.reason), "")
    if exhibit.type in NEVER:
        reason = {"publicity_notice": "PUBLICITY_ONLY", "call_for_application": "CALL_ONLY"}.get(
            exhibit.type, "SELF_MADE_ONLY"
        )
    right = exhibit.type in topic.types and exhibit.type not in NEVER and reason not in STRANGE
    return Document(exhibit.id, exhibit.type, exhibit.file, exhibit.pages, counted or right, reason)


def _lacks(verdict: Verdict) -> bool:
    """Something claimed has no proof: the whole, a part of a count, or an item."""
    if "NO_EVIDENCE" in verdict.reasons or "UNREADABLE_PAGE" in verdict.reasons:
        return True
    short = isinstance(verdict.claimed, int) and isinstance(verdict.verified, int)
    fewer = (
        short and int(str(verdict.claimed)) > int(str(verdict.verified)) and verdict.flag is Flag.UNSUPPORTED
    )
    return fewer or any("NO_EVIDENCE" in item.reasons for item in verdict.items)


def _missing(topic: TopicRule, verdict: Verdict, rules: Rules) -> Missing:
    unproved = [i.name for i in verdict.items if "NO_EVIDENCE" in i.reasons]
    label = f"{verdict.label}：{'、'.join(unproved)}" if unproved else verdict.label
    reason = next((r for r in verdict.reasons if r in ("NO_EVIDENCE", "UNREADABLE_PAGE")), "COUNT_MISMATCH")
    return Missing(verdict.key, label, reason, topic.do)
