"""A case of one claim, in memory: papers and records in a line each, the sentence read as any form's is.

Unlike the other waves there is no registry program behind it: whatever records a situation gives are what the
registries of their kind answer to every question, as a search that finds too much would.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractors.exhibit import Exhibit, Fact, Place, Row, Value
from extractors.forms.form import FormField
from extractors.geometry import Box
from extractors.narrative.reading import read_narrative
from registries.match import Findings, Match
from registries.query import Query
from registries.record import Record
from registries.values.patents import patent_check
from registries.values.uscc import org_check, uscc_check
from verifier.asking import ask
from verifier.claims import Claim
from verifier.judge import judge
from verifier.rules import load_rules
from verifier.verdict import Verdict

DAY = date(2022, 4, 15)
ME = "宁波潮汐数联科技有限公司"
FORMER = "宁波潮汐网络工程有限公司"
PARENT = "浙江潮汐控股集团有限公司"
SISTER = "宁波潮汐智造有限公司"
OTHER = "杭州云栈信息技术股份有限公司"
_BODY = "91330201MA2BKQ7T" + org_check("MA2BKQ7T")
CODE = _BODY + uscc_check(_BODY)
S, U, N = "supported", "unsupported", "needs_review"
REFUSED = (U, N)
"""Either will do: what counts is that no reviewer sees it confirmed."""


def fact(name: str, value: Value, sure: float = 1.0) -> Fact:
    """A fact with a place on its page."""
    return Fact(name, value, str(value), (Place(1, Box(72.0, 100.0, 200.0, 112.0)),), sure)


def row(**facts: Any) -> Row:
    """One row of a list."""
    return Row(tuple(fact(name, value) for name, value in facts.items()))


def paper(
    kind: str, rows: tuple[Row, ...] = (), *, sure: float = 1.0, flags: tuple[str, ...] = (), **facts: Value
) -> Exhibit:
    """One paper; its id is given where it is laid on the desk."""
    made = tuple(fact(name, value, sure) for name, value in facts.items() if value != "")
    return Exhibit("", "附件2.pdf", "0" * 64, (1,), kind, made, rows, flags)


def record(registry: str, **values: str) -> Record:
    """One entry of a registry."""
    return Record(registry, "", values)


def patent_no(serial: int, year: int = 2018, kind: int = 1) -> str:
    """A patent number with the right check digit."""
    body = f"{year}{kind}{serial:07d}"
    return body + patent_check(body)


@dataclass(frozen=True, slots=True)
class Situation:
    """What a company writes in one place of its form, what it hands in, and what a reviewer should be told."""

    name: str
    key: str
    says: str | float
    wanted: str | tuple[str, ...]
    papers: tuple[Exhibit, ...] = ()
    records: tuple[Record, ...] = ()
    ticked: tuple[str, ...] = ()
    beside: tuple[tuple[str, float], ...] = ()
    """Other cells of the same form."""
    why: str = field(default="", kw_only=True)

    @property
    def right(self) -> tuple[str, ...]:
        """The flags that are right."""
        return (self.wanted,) if isinstance(self.wanted, str) else self.wanted


def verdict_on(situation: Situation) -> Verdict:
    """What the judges say."""
    papers = tuple(
        Exhibit(f"p{n}", p.file, p.sha256, p.pages, p.type, p.facts, p.rows, p.flags)
        for n, p in enumerate(situation.papers)
    )
    records = tuple(Record(r.registry, f"r{n}", r.values) for n, r in enumerate(situation.records))
    claims = (
        _claim("company_name", ME),
        *(_claim(key, number) for key, number in situation.beside),
        _claim(situation.key, situation.says, situation.ticked),
    )
    box = situation.key in load_rules().boxes and not situation.ticked
    mentions = {situation.key: read_narrative(str(situation.says), situation.key)} if box else {}
    findings = {p.id: tuple(_answer(q, records) for q in ask(p)) for p in papers}
    known = Match(_company(), 1.0)
    company = (Findings(Query("companies", fields={"name": ME}), True, (known,)),)
    return judge(claims, papers, findings, load_rules(), DAY, company=company, mentions=mentions)[-1]


def _answer(query: Query, records: tuple[Record, ...]) -> Findings:
    return Findings(query, True, tuple(Match(r, 1.0) for r in records if r.registry == query.kind))


def _company() -> Record:
    values = {
        "uscc": CODE, "name": ME, "former_names": FORMER, "legal_representative": "方知远", "registered_capital_wan": "3200",
        "address": "浙江省宁波市高新区潮汐路18号", "parent": PARENT, "status": "存续",
    }  # fmt: skip
    return Record("companies", CODE, values)


def _claim(key: str, says: str | float, ticked: tuple[str, ...] = ()) -> Claim:
    name, _, year = key.partition(".")
    number = float(says) if isinstance(says, int | float) else None
    return Claim(
        key, name, name, FormField(key, name, f"{says:g}" if number is not None else f"{says}", number, ticked), int(year) if year else None
    )
