"""Makes forms, papers and registry answers in a line each, for tables of cases.

Findings are faked at the seam: whatever records a case gives are what the registries found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extractors.exhibit import Exhibit, Fact, Place, Row, Value
from extractors.forms.form import FormField
from extractors.geometry import Box
from extractors.narrative.mention import Mention
from registries.match import Findings, Match
from registries.query import Query
from registries.record import Record
from registries.values.patents import patent_check
from registries.values.uscc import org_check, uscc_check
from verifier.asking import ask
from verifier.claims import Claim
from verifier.judge import judge
from verifier.rules import load_rules
from verifier.rules.checks import TABLE, load_checks
from verifier.unclassed import UnclassedPage
from verifier.unread import UnreadPage
from verifier.verdict import Verdict

AS_OF = date(2022, 4, 15)
APPLICANT = "宁波甬江数智科技有限公司"
FORMER = "宁波甬江信息技术有限公司"
PARENT = "浙江甬江控股集团有限公司"
NEAR_NAME = "宁波甬江数知科技有限公司"
_BODY = "91330201MA2AGXYN" + org_check("MA2AGXYN")
CODE = _BODY + uscc_check(_BODY)
SCANNED = 0.93
"""How sure a reader is of a scanned character; a text layer is sure (1.0)."""


def patent_no(serial: int, year: int = 2018, kind: int = 1) -> str:
    """A patent number with the right check digit."""
    body = f"{year}{kind}{serial:07d}"
    return body + patent_check(body)


def fact(
    name: str, value: Value, confidence: float = 1.0, flags: tuple[str, ...] = (), page: int = 1
) -> Fact:
    """A fact with a box on its page."""
    return Fact(name, value, str(value), (Place(page, Box(72.0, 100.0, 200.0, 112.0)),), confidence, flags)


def paper(
    kind: str,
    key: str = "p1",
    /,
    *,
    sure: float = 1.0,
    flags: tuple[str, ...] = (),
    rows: tuple[Row, ...] = (),
    **facts: Value,
) -> Exhibit:
    """One exhibit; `flags` are those of its number."""
    made = tuple(fact(k, v, sure, flags if k == "number" else ()) for k, v in facts.items() if v != "")
    return Exhibit(key, "附件2.pdf", "0" * 64, (1,), kind, made, rows)


def row(**facts: Value) -> Row:
    """One row of a list."""
    return Row(tuple(fact(k, v) for k, v in facts.items()))


def record(registry: str, key: str = "r1", /, **values: str) -> Record:
    """One entry of a registry."""
    return Record(registry, key, values)


def company(**values: str) -> Record:
    """The applicant in the companies registry."""
    usual = {
        "uscc": CODE,
        "name": APPLICANT,
        "former_names": FORMER,
        "legal_representative": "张三丰",
        "registered_capital_wan": "2900",
        "address": "浙江省宁波市高新区聚贤路233号",
        "parent": PARENT,
    }
    return record("companies", CODE, **{**usual, **values})


def claim(key: str, text: Value = "", ticked: Sequence[str] = ()) -> Claim:
    """One claim of a form."""
    name, _, year = key.partition(".")
    number = float(text) if isinstance(text, int | float) else None
    shown = str(text) if text != "" else "、".join(ticked)
    return Claim(
        key, name, name, FormField(key, name, shown, number, tuple(ticked)), int(year) if year else None
    )


def _all_told(verdicts: Sequence[Verdict]) -> None:
    """Whatever a test makes the judges say of a cell stands in the table of checks."""
    checks, rules = load_checks(), load_rules()
    for verdict in verdicts:
        cell = verdict.key.partition(".")[0]
        evidence = (*verdict.evidence, *(e for item in verdict.items for e in item.evidence))
        said = {*verdict.reasons, *verdict.flags, *(code for item in verdict.items for code in (*item.reasons, *item.flags))}
        said |= {code for e in evidence for code in (e.reason, *e.flags) if code}
        if cell in checks.cells:
            strange = said - checks.reasons(cell, rules)
            assert not strange, f"{cell}: add {' '.join(sorted(strange))} to {TABLE}"


@dataclass(frozen=True)
class Desk:
    """A case on the desk: what is claimed, which papers lie there, what the registries hold."""

    papers: tuple[Exhibit, ...] = ()
    records: tuple[Record, ...] = ()
    company: Record | None = field(default_factory=company)
    loaded: frozenset[str] | None = None
    """The registries that are loaded; None is all of them."""

    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    unread: int | tuple[UnreadPage, ...] = 0
    unclassed: tuple[UnclassedPage, ...] = ()
    as_of: date = AS_OF

    def judge(self, *claims: Claim) -> tuple[Verdict, ...]:
        """All verdicts, those on the claims that every form has first left out."""
        own = () if any(c.key == "company_name" for c in claims) else (claim("company_name", APPLICANT),)
        verdicts = judge(
            (*own, *claims),
            self.papers,
            {p.id: tuple(self._answer(q.kind, q) for q in ask(p)) for p in self.papers},
            load_rules(),
            self.as_of,
            company=self._company(),
            mentions=self.mentions,
            unread=self.unread,
            unclassed=self.unclassed,
        )
        _all_told(verdicts)
        return verdicts[len(own) :]

    def one(self, key: str, text: Value = "", ticked: Sequence[str] = ()) -> Verdict:
        """The verdict on one claim."""
        return self.judge(claim(key, text, ticked))[0]

    def box(self, key: str, *mentions: Mention) -> Verdict:
        """The verdict on a narrative box that makes these mentions."""
        return replace(self, mentions={key: mentions}).one(
            key, "；".join(m.text for m in mentions) or "一段话"
        )

    def _answer(self, kind: str, query: Query) -> Findings:
        if self.loaded is not None and kind not in self.loaded:
            return Findings(query, asked=False, problem="未载入")
        matches = tuple(Match(r, 1.0) for r in self.records if r.registry == kind)
        return Findings(query, asked=True, matches=matches)

    def _company(self) -> tuple[Findings, ...]:
        query = Query("companies", fields={"name": APPLICANT})
        if self.loaded is not None and "companies" not in self.loaded:
            return (Findings(query, asked=False),)
        return (Findings(query, True, (Match(self.company, 1.0),) if self.company else ()),)


def mention(kind: str, name: str, *years: int, **more: object) -> Mention:
    """One thing that a box claims."""
    return replace(Mention(kind, name, 0, len(name), name, years=years), **more)  # type: ignore[arg-type]
