"""What one paper, or one row of a list on it, states about the applicant."""

from collections.abc import Sequence

from extractors.exhibit import Exhibit, Fact, Row
from verifier.applicant import Standing
from verifier.judging.case import Case, standing_of
from verifier.rules import MentionRule

Statement = tuple[Exhibit, Row | None]


def papers_state(case: Case, paper: Exhibit, rule: MentionRule) -> list[Statement]:
    """The applicant's rows of a list, all rows where they name nobody, else the paper."""
    rows = [row for row in paper.rows if any(row.get(name) for name in (*rule.once, *rule.say))]
    named = [row for row in rows if any(row.get(name) for name in rule.own)]
    own = [row for row in named if any(stands(case, row.get(name)).own for name in rule.own)]
    chosen = own or ([] if named else rows)
    return [(paper, row) for row in chosen] or [(paper, None)]


def fact_of(statement: Statement, name: str) -> Fact | None:
    """A fact of the row, else of the paper."""
    paper, row = statement
    return (row.get(name) if row is not None else None) or paper.fact(name)


def text_of(statement: Statement, names: Sequence[str]) -> str:
    """The values of some facts, as one text."""
    return "；".join(str(f.value) for name in names if (f := fact_of(statement, name)) is not None)


def stands(case: Case, fact: Fact | None) -> Standing:
    """What the names in a fact are to the applicant."""
    return standing_of(case, fact) if fact is not None else Standing.BLANK


def everything(statement: Statement) -> str:
    """Everything that the row states, else the paper, values and quotes."""
    paper, row = statement
    facts = row.facts if row is not None else paper.facts
    return "；".join(f"{f.value}{f.quote}" for f in facts)
