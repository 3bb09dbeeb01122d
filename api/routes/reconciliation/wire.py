"""What clients send, in both versions of the Reconciliation API, and the one question that both become.

0.2: {"q0": {"query": …, "type": …, "properties": [{"pid": …, "v": …}]}}, in a form field or the address.
1.0-draft: {"queries": [{"type": …, "conditions": [{"matchType": "name", "propertyValue": …}]}]}, as JSON.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

MOST_CANDIDATES = 50
DEFAULT_CANDIDATES = 10


class Reference(BaseModel):
    """A value that was reconciled before: its id, perhaps its name."""

    id: str
    name: str = ""


Value = str | bool | int | float | Reference
Values = Value | list[Value]


def texts(values: Values) -> tuple[str, ...]:
    """Values as text; of what was reconciled before, the name, else the id."""
    listed = values if isinstance(values, list) else [values]
    told = (each.name or each.id if isinstance(each, Reference) else str(each) for each in listed)
    return tuple(text.strip() for text in told if text.strip())


@dataclass(frozen=True, slots=True)
class Condition:
    """What a property of the candidates must be; `none` of the texts, or one of them (`all`: every one)."""

    column: str
    texts: tuple[str, ...]
    required: bool = False
    quantifier: str = "any"
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One query of either version: the name or number asked for, in which kinds, and further conditions."""

    text: str
    kinds: tuple[str, ...]
    limit: int
    conditions: tuple[Condition, ...] = ()
    id: str = ""


class PropertyOf02(BaseModel):
    """A property of a query in 0.2."""

    pid: str
    v: Values


class QueryOf02(BaseModel):
    """A query of 0.2; what clients add beyond the specification is left alone."""

    model_config = ConfigDict(extra="ignore")

    query: str = ""
    type: str | list[str] = []
    limit: float = DEFAULT_CANDIDATES
    properties: list[PropertyOf02] = []

    def question(self) -> Question:
        """The question that it asks."""
        kinds = tuple([self.type] if isinstance(self.type, str) else self.type)
        conditions = tuple(Condition(each.pid, texts(each.v)) for each in self.properties)
        return Question(self.query.strip(), tuple(filter(None, kinds)), _limit(self.limit), conditions)


class BatchOf02(RootModel[dict[str, QueryOf02]]):
    """A batch of 0.2: queries by keys that the client chose."""


class ConditionOf10(BaseModel):
    """A condition of a query in 1.0-draft."""

    matchType: Literal["name", "id", "property"]
    propertyId: str = ""
    propertyValue: Values
    required: bool = False
    matchQuantifier: Literal["any", "all", "none"] = "any"
    matchQualifier: str = ""


class QueryOf10(BaseModel):
    """A query of 1.0-draft."""

    model_config = ConfigDict(extra="ignore")

    type: str = ""
    limit: float = DEFAULT_CANDIDATES
    conditions: Annotated[list[ConditionOf10], Field(min_length=1)]

    def question(self) -> Question:
        """The question that it asks; of several names or ids the first counts."""
        return Question(
            _first(self.conditions, "name"),
            (self.type,) if self.type else (),
            _limit(self.limit),
            tuple(
                Condition(
                    each.propertyId,
                    texts(each.propertyValue),
                    each.required,
                    each.matchQuantifier,
                    each.matchQualifier.casefold().endswith("exactmatch"),
                )
                for each in self.conditions
                if each.matchType == "property"
            ),
            _first(self.conditions, "id"),
        )


class BatchOf10(BaseModel):
    """A batch of 1.0-draft: queries in order."""

    queries: list[QueryOf10]


class WantedProperty(BaseModel):
    """A property to fetch, with its settings (`as_of`: a day)."""

    id: str
    settings: dict[str, str | float | bool] = {}


class Extension(BaseModel):
    """A data extension query, the same in both versions."""

    ids: list[str]
    properties: list[WantedProperty]


def _first(conditions: Iterable[ConditionOf10], match: str) -> str:
    found = (texts(each.propertyValue) for each in conditions if each.matchType == match)
    return next((told[0] for told in found if told), "")


def _limit(limit: float) -> int:
    return max(1, min(int(limit), MOST_CANDIDATES))
