"""What the verdicts amount to: the indicator table, and 附件2 topic by topic."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.html.view import ClaimView
from verifier.checklist import Document, Topic
from verifier.indicators.indicators import Indicator
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.verdict import Flag
from verifier.words import words


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One item of the table; `flag` and `sign` say what it came to, the explanation from which figures."""

    id: str
    group: str
    text: str
    flag: Flag
    sign: str
    word: str
    claimed: str
    """What the claimed figures would give, where that differs."""

    explanation: str
    question: str


@dataclass(frozen=True, slots=True)
class PaperLink:
    """The papers of one type in a topic: the first of them, how many there are, and why they would not do."""

    id: str
    type: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class TopicView:
    """One topic of 附件2: whether it is asked for and claimed, its papers, what is missing, what would do."""

    topic: str
    flag: Flag
    word: str
    papers: tuple[PaperLink, ...]
    missing: tuple[tuple[str, str], ...]
    """The claim's place on the page and its name."""

    do: str


RESULTS = {
    True: (Flag.SUPPORTED, "✓", "达到"),
    False: (Flag.UNSUPPORTED, "✗", "未达到"),
    None: (Flag.NEEDS_REVIEW, "?", "待判断"),
}


def indicator_views(report: Report) -> list[IndicatorView]:
    """Every item of the indicator table."""
    return [_indicator(item) for item in report.indicators]


def _indicator(item: Indicator) -> IndicatorView:
    flag, sign, word = RESULTS[item.met]
    told = "" if item.met_as_claimed is item.met else RESULTS[item.met_as_claimed][2]
    return IndicatorView(
        item.id, f"{item.level1} · {item.level2}", item.text, flag, sign, word, told, item.explanation, item.question
    )


def topic_views(
    report: Report, claims: Sequence[ClaimView], rules: Rules
) -> list[tuple[str, list[TopicView]]]:
    """The sections of 附件2 with those of their topics that are claimed or have papers."""
    places = {v.key: c.id for v, c in zip(report.verdicts, claims, strict=True)}
    sections = [(s.title, [t for t in s.topics if t.claimed or t.found]) for s in report.checklist]
    return [(title, [_topic(t, places, rules) for t in topics]) for title, topics in sections if topics]


def _topic(topic: Topic, places: dict[str, str], rules: Rules) -> TopicView:
    missing = tuple((places.get(m.claim, ""), f"{m.label}（{rules.say(m.reason)}）") for m in topic.missing)
    lacks = bool(missing) or (topic.required and not topic.acceptable)
    flag = Flag.UNSUPPORTED if lacks else Flag.SUPPORTED if topic.claimed else Flag.NOT_CLAIMED
    word = "缺材料" if lacks else "齐备" if topic.claimed else "未申报"
    return TopicView(topic.topic, flag, word, _papers(topic.found, rules), missing, topic.do if lacks else "")


def _papers(documents: Sequence[Document], rules: Rules) -> tuple[PaperLink, ...]:
    found: dict[tuple[str, str], list[str]] = {}
    for document in documents:
        reason = rules.say(document.reason) if document.reason and not document.acceptable else ""
        found.setdefault((words().types.get(document.type, document.type), reason), []).append(document.exhibit)
    return tuple(PaperLink(ids[0], type_, reason, len(ids)) for (type_, reason), ids in found.items())
