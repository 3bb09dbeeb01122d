"""What one edition of the rules holds: plain frozen types, filled from its files by `loading`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Policy:
    """Every decision that the official text leaves open, in one place."""

    window_years: tuple[int, ...]
    credit_max_age_days: int
    lead_rank: int
    invention_term_years: int
    utility_model_term_years: int
    design_term_years: int
    design_term_years_since_2021: int
    hitech_term_years: int
    certificate_term_years: int
    sure_reading: float
    weak_reading: float
    same_title: float
    other_title: float
    misread_characters: int
    headcount_tolerance: float
    tax_tolerance: float
    report_stale_years: int
    csr_min_reports: int
    avg_growth_method: str
    grace_period_patents_count: bool
    co_owned_patents_count: bool
    group_local_standards_count: bool
    participation_is_undertaking: bool
    first_set_includes_software: bool
    municipal_honours_count: bool
    mlps_report_days: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CountRule:
    """A claim that is a number of things: its unit, the papers that prove one, and their look-alikes."""

    unit: str
    types: tuple[str, ...]
    lookalikes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BoxRule:
    """A box that claims several things: whether 近三年 binds it, and the levels that it asks for."""

    windowed: bool
    levels: tuple[str, ...]
    options: tuple[str, ...]
    topics: tuple[str, ...] = ()
    """Words of which the title of a counted rule must have one, else a person says whether it belongs there."""


@dataclass(frozen=True, slots=True)
class MentionRule:
    """Where the proof of one kind of mention is looked for: types of papers, kinds of registries.

    Where no registry is kept: `say` are fields that may hold the thing's name, `own` those that may
    name the applicant, `leads` and `joins` those that tell its role, `once` what makes two papers
    one thing, `sum` a field whose number is claimed, `measured` the same for one unit only, `dated` the fields of its year, `but` words
    that make it another thing, with the reason, `ask` a person's question where no paper can decide.
    """

    name: str
    kinds: tuple[str, ...]
    types: tuple[str, ...]
    registries: tuple[str, ...]
    names: tuple[str, ...]
    say: tuple[str, ...] = ()
    own: tuple[str, ...] = ("holder",)
    once: tuple[str, ...] = ()
    sum: tuple[str, ...] = ()
    measured: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    leads: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    dated: tuple[str, ...] = ("year", "date", "grant_date")
    but: tuple[tuple[str, ...], str] = ((), "")
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists by which states, grades and stages are known."""

    lapsed: tuple[str, ...]
    pending: tuple[str, ...]
    in_force: tuple[str, ...]
    contested: tuple[str, ...]
    partly: tuple[str, ...]
    grace: tuple[str, ...]
    withdrawn: tuple[str, ...]
    draft: tuple[str, ...]
    stages: tuple[str, ...]
    aliases: Mapping[str, str]
    endings: tuple[str, ...]
    raising: tuple[str, ...]
    """Words in front of an honour's name that make more of it: who has the honour has not yet that."""
    lowering: tuple[str, ...]
    """Words in front of it that make less of it."""
    families: Mapping[str, tuple[str, ...]]
    natures: Mapping[str, tuple[str, ...]]
    self_made: tuple[str, ...]
    authorities: tuple[str, ...]
    ticks: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, str]
    licensees: tuple[str, ...]
    revoked: tuple[str, ...]
    struck_off: tuple[str, ...]
    issued: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure that indicators speak of, and where it is read in the verdicts."""

    name: str
    label: str
    unit: str = ""
    claim: str = ""
    year: str = ""
    count: str = ""
    boxes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    """What its values 0, 1, 2 … are called, where they are steps and no amounts."""

    windowed: bool = False
    total: bool = False
    special: str = ""
    open: bool = False
    """The article's list ends in 等: an honour of its levels that it does not name may be meant, a person says."""


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """One item of the reference table: the article's words, the test, and a person's question."""

    id: str
    level1: str
    level2: str
    text: str
    met: str
    ask: str
    note: str
    claims: tuple[str, ...]
    listed: bool

    @property
    def mode(self) -> str:
        """Who answers: auto, mixed or judgement."""
        return "judgement" if not self.met else "mixed" if self.ask else "auto"


@dataclass(frozen=True, slots=True)
class TopicRule:
    """One topic of 附件2: whether it is required there, whose claims it proves, and by which papers."""

    topic: str
    required: bool
    claims: tuple[str, ...]
    types: tuple[str, ...]
    do: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One section of 附件2 with its topics."""

    number: int
    title: str
    words: tuple[str, ...]
    topics: tuple[TopicRule, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """One edition of the rules."""

    version: str
    policy: Policy
    registries: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, CountRule]
    boxes: Mapping[str, BoxRule]
    mentions: tuple[MentionRule, ...]
    words: Words
    reasons: Mapping[str, str]
    facts: Mapping[str, tuple[str, ...]]
    ticks_in: Mapping[str, tuple[str, ...]]
    mentioned: Mapping[str, str]
    questions: Mapping[str, str]
    measures: Mapping[str, Measure]
    indicators: tuple[IndicatorRule, ...]
    digital_ipc: tuple[str, ...]
    sections: tuple[SectionRule, ...]
    settings: Mapping[str, tuple[Any, str]]
    """Each policy choice with the source of its default."""

    source: str
    sealed: tuple[str, ...] = ()
    """Types of papers on which a seal is looked for."""

    restricted: tuple[str, ...] = ()
    """Types of papers on lists that are never published whole."""

    outside: tuple[str, ...] = ()
    """Provinces and cities outside of the one whose companies may apply."""

    digital_words: tuple[str, ...] = ()
    """Words by which a business is known as one of the digital economy's core industries."""

    coverage: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """For a box the topics that its papers should cover, and the words by which each is known."""

    digest: str = ""
    """A hash of the files' text: an office may change a rule and forget to name the edition anew."""

    def say(self, code: str) -> str:
        """The Chinese words for a reason; an unknown code stands for itself."""
        return self.reasons.get(code, code)

    def question(self, key: str) -> str:
        """What a person is asked about a claim; empty where nothing is laid down."""
        return self.questions.get(key, "")

    def mention(self, kind: str, name: str = "") -> MentionRule | None:
        """The rule for a mention: one for its very name, else one for its kind, if there is any."""
        named = (rule for rule in self.mentions if any(word in name for word in rule.names))
        return next(named, None) or next((rule for rule in self.mentions if kind in rule.kinds), None)

    def topic(self, claim: str) -> tuple[SectionRule, TopicRule] | None:
        """The section and topic of 附件2 where the proof of a claim is expected."""
        return next(
            ((s, t) for s in self.sections for t in s.topics if claim in t.claims),
            None,
        )
