"""The case before the judges: papers, what the registries answered, who applies, and the day that counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from extractors.exhibit import Exhibit, Fact, Row
from extractors.narrative.mention import Mention
from registries.match import Findings, Match
from registries.record import Record
from registries.values.dates import parse_date
from verifier.applicant import Applicant, Standing, names_in
from verifier.claims import Claim
from verifier.likeness import alike
from verifier.rules import Rules
from verifier.unclassed import UnclassedPage
from verifier.verdict import Evidence, Outcome, Verdict, flag_of


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a judge may look at; nothing else exists for him."""

    claims: tuple[Claim, ...]
    exhibits: tuple[Exhibit, ...]
    findings: Mapping[str, tuple[Findings, ...]]
    applicant: Applicant
    rules: Rules
    as_of: date
    mentions: Mapping[str, tuple[Mention, ...]]
    unread: int = 0
    """How many pages nobody could read."""

    unclassed: tuple[UnclassedPage, ...] = ()
    """Papers of the applicant that were read and that no kind knows."""

    owned: Mapping[str, tuple[Match, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """For each kind of registry, the records that it keeps of the applicant, where it was asked."""

    def papers(self, types: Iterable[str]) -> tuple[Exhibit, ...]:
        """The exhibits of some types, in the order of the evidence."""
        wanted = frozenset(types)
        return tuple(exhibit for exhibit in self.exhibits if exhibit.type in wanted)

    def answers(self, exhibit: Exhibit, kinds: Iterable[str]) -> tuple[Findings, ...]:
        """What the registries of some kinds answered about an exhibit."""
        wanted = frozenset(kinds)
        return tuple(f for f in self.findings.get(exhibit.id, ()) if f.query.kind in wanted)

    def asked(self, exhibit: Exhibit, kinds: Iterable[str]) -> bool:
        """At least one registry of those kinds answered."""
        return any(f.asked for f in self.answers(exhibit, kinds))

    def matches(self, exhibit: Exhibit, kinds: Iterable[str]) -> tuple[Match, ...]:
        """Every record found for an exhibit, once, those found by number first."""
        found: dict[tuple[str, str], Match] = {}
        for match in (m for f in self.answers(exhibit, kinds) if f.asked for m in f.matches):
            key = (match.record.registry, match.record.id)
            if key not in found or (match.by_number, match.score) > (found[key].by_number, found[key].score):
                found[key] = match
        return tuple(sorted(found.values(), key=lambda m: (not m.by_number, -m.score)))

    @property
    def window(self) -> tuple[int, ...]:
        """近三年: the years printed on the form, else those of the policy."""
        printed = sorted({claim.year for claim in self.claims if claim.year is not None})
        return tuple(printed) or self.rules.policy.window_years

    def stated(self, paper: Exhibit | Row, meaning: str) -> Fact | None:
        """What a paper or row states of that meaning, whatever it calls it."""
        named = self.rules.facts.get(meaning, (meaning,))
        find = paper.fact if isinstance(paper, Exhibit) else paper.get
        return next((fact for name in named if (fact := find(name)) is not None), None)

    def claim(self, key: str) -> Claim | None:
        """The claim of that key, if the form has it."""
        return next((c for c in self.claims if c.key == key), None)


def standing_of(case: Case, fact: Fact | None, on: date | None = None) -> Standing:
    """What the names in a fact are to the applicant, as far as the reading can be trusted.

    A name that differs is another company's where it was surely read; where it was not, it may be
    the applicant's with some characters misread, and the registry decides.
    """
    names = names_in(str(fact.value)) if fact is not None else ()
    standing = case.applicant.among(names, on)
    if fact is None or standing in (Standing.BLANK, Standing.VARIANT) or standing.own:
        return standing
    policy = case.rules.policy
    alike_name = any(
        alike(name, mine) >= policy.same_title for name in names for mine in case.applicant.names
    )
    doubtful = fact.confidence < policy.sure_reading
    return Standing.NEAR if doubtful and (standing is Standing.NEAR or alike_name) else Standing.OTHER


def withdrawn(case: Case, record: Record) -> bool:
    """It was taken back by the day that counts: an honour, a filing, a registration."""
    since = parse_date(record.get("status_date") or record.get("revoked_on"))
    said = any(word in record.get("status") for word in case.rules.words.revoked)
    return said and (since is None or since <= case.as_of)


def point(
    exhibit: Exhibit,
    names: Sequence[str],
    *,
    counted: bool,
    reason: str = "",
    match: Match | None = None,
    flags: tuple[str, ...] = (),
    row: Row | None = None,
) -> Evidence:
    """Make evidence of an exhibit, at the first of the named facts that has a place on the page.

    Where the proof is one `row` of a list, the row's own cells come first.
    """
    fact = _placed(exhibit, names, row)
    place = fact.places[0] if fact is not None else None
    return Evidence(exhibit.id, place, fact.quote if fact else "", counted, reason, match, flags)


def _placed(exhibit: Exhibit, names: Sequence[str], row: Row | None) -> Fact | None:
    cells = [cell for name in (*names, "holder") if row and (cell := row.get(name)) is not None]
    wanted = [fact for name in names if (fact := exhibit.fact(name)) is not None]
    return next((f for f in (*cells, *wanted, *exhibit.facts) if f.box.width > 0 and f.box.height > 0), None)


def decide(
    claim: Claim,
    outcome: Outcome,
    reasons: tuple[str, ...] = (),
    *,
    explanation: str = "",
    verified: str | int | float | None = None,
    evidence: tuple[Evidence, ...] = (),
    flags: tuple[str, ...] = (),
    asked: bool = True,
    question: str = "",
) -> Verdict:
    """A verdict on a claim that is one thing.

    «Supported» needs a paper that counts and lies on a page: without one it is a person's matter.
    """
    if outcome is Outcome.SUPPORTED and not any(e.counted and e.exhibit and e.place for e in evidence):
        outcome, reasons = Outcome.NEEDS_HUMAN_REVIEW, (*reasons, "UNREADABLE_FIELD")
    return Verdict(
        key=claim.key,
        label=claim.label,
        claimed=claimed(claim),
        verified=verified,
        flag=flag_of(outcome, asked=asked),
        outcome=outcome,
        reasons=tuple(dict.fromkeys(reasons)),
        explanation=explanation,
        evidence=evidence,
        flags=tuple(dict.fromkeys(flags)),
        question=question,
    )


def claimed(claim: Claim) -> str | int | float | tuple[str, ...] | None:
    """What the form claims: ticked options, the number where the field is one, else the text."""
    if claim.field.ticked:
        return claim.field.ticked
    if claim.number is not None:
        return int(claim.number) if claim.number == int(claim.number) else claim.number
    return claim.text.strip() or None


def unasked(case: Case, claim: Claim, evidence: tuple[Evidence, ...]) -> Verdict:
    """A paper is there, but its registry could not be asked."""
    text = f"有佐证，但{case.rules.say('REGISTRY_NOT_ASKED')}，无法核验"
    return decide(
        claim, Outcome.UNVERIFIABLE, ("REGISTRY_NOT_ASKED",), explanation=text, evidence=evidence, asked=False
    )


def without_paper(case: Case, claim: Claim, wanted: str) -> Verdict:
    """Nothing relevant was uploaded; a page that nobody could read may be the proof."""
    if case.unread:
        text = f"未识读到{wanted}，且有{case.unread}页无法识读，请人工核对"
        return decide(claim, Outcome.UNVERIFIABLE, ("UNREADABLE_PAGE",), explanation=text, asked=False)
    return decide(claim, Outcome.NO_EVIDENCE, ("NO_EVIDENCE",), explanation=f"未见{wanted}")
