"""One question to one registry: by number, else by names; every candidate compared column by column.

1. by number: exactly; a record found so is certain unless title or holder contradict it
2. by names as they stand; where none of these agrees in all else, or none is there, those that look like them
3. each is compared, scored by its reasons, and told as it was on the day that counts
"""

from collections.abc import Mapping, Sequence
from datetime import date

from registries.compare.columns import compare_column
from registries.compare.companies import compare_companies
from registries.compare.holders import compare_holders
from registries.held import Held
from registries.history import as_held, in_series
from registries.known_names import KnownNames
from registries.match import CERTAIN, Match, Reason
from registries.mixing import MOST_COMPARED, compared, equals
from registries.query import Query
from registries.record import Record
from registries.schema import Column, Kind, Role
from registries.scoring import contradicted, doubt, judge
from registries.values.dates import parse_date


class Searching:
    """Finds and compares; one for a snapshot."""

    def __init__(self, held: Held, names: KnownNames) -> None:
        """Takes what the snapshot holds, and the names that it knows."""
        self._held, self._names = held, names

    def matches(self, kind: Kind, query: Query, as_of: date | None) -> list[Match]:
        """The matches of a query, as they were on a day, in no order."""
        found = self._held.by_number(kind, query.number) if query.number.strip() else []
        by_number = {record.id for record in found}
        asked = _asked(kind, query, by_number=True)
        matches = [self._compare(kind, asked, record, by_number=True) for record in as_held(found, as_of)]
        if not any(match.score >= CERTAIN for match in matches):
            # A misread number: the thing may be there under its names.
            matches += [m for m in self._named(kind, query, as_of) if m.record.id not in by_number]
        return in_series(kind, matches, as_of) if kind.dated else matches

    def alike(self, kind: Kind, query: Query) -> list[Record]:
        """The records that look most like a query."""
        return self._similar(kind, query, self._names.searched(kind, query.fields))[0]

    def _named(self, kind: Kind, query: Query, as_of: date | None) -> list[Match]:
        """The records whose names are those asked for; where none agrees in all else, those that look like it."""
        wanted = self._names.searched(kind, query.fields)
        others = self._held.by_other_numbers(kind, query.fields)
        exact = self._held.lookup.exact(kind, wanted) if wanted else ()
        if 0 < len(exact) <= MOST_COMPARED:
            chosen = compared(exact, query.limit, self._told_apart(kind, query, wanted))
            matches = self._compared(kind, query, as_of, others + self._held.in_order(kind, chosen))
            # What stands beside a name that was misread as a sister's is found with the sister alone.
            if any(not contradicted(match.reasons) for match in matches):
                return matches
        alike, crowded = self._similar(kind, query, wanted)
        matches = self._compared(kind, query, as_of, others + alike)
        return [doubt(match) for match in matches] if crowded else matches

    def _compared(
        self, kind: Kind, query: Query, as_of: date | None, records: Sequence[Record]
    ) -> list[Match]:
        asked = _asked(kind, query, by_number=False)
        return [self._compare(kind, asked, record, by_number=False) for record in as_held(records, as_of)]

    def _similar(
        self, kind: Kind, query: Query, wanted: Mapping[str, Sequence[str]]
    ) -> tuple[list[Record], bool]:
        """The records that look most like it, and whether so many look alike that none can be told."""
        found = self._held.lookup.similar(kind, wanted, query.limit) if wanted else ()
        if not found:
            return [], False
        chosen = compared(found, query.limit, self._told_apart(kind, query, wanted))
        return self._held.in_order(kind, chosen), equals(found) > MOST_COMPARED

    def _told_apart(self, kind: Kind, query: Query, wanted: Mapping[str, Sequence[str]]) -> bool:
        """Whether records that hold one text may be told apart: by something else that was asked for, or by their time."""
        others = any(text.strip() for column, text in query.fields.items() if column not in wanted)
        return bool(others or query.number.strip()) or kind.name not in self._held.unversioned

    def _compare(
        self, kind: Kind, asked: Sequence[tuple[Column, str]], record: Record, by_number: bool
    ) -> Match:
        day = parse_date(record.get(kind.paper_date)) if kind.paper_date else None
        reasons = [self._compare_column(column, text, record, day) for column, text in asked]
        points, weighed = judge(kind, reasons, by_number=by_number)
        return Match(record, points, weighed, by_number)

    def _compare_column(self, column: Column, asked: str, record: Record, day: date | None) -> Reason:
        found = record.get(column.name)
        if found and column.role is Role.COMPANIES:
            return compare_holders(asked, found, column.name, self._names.of, day)
        if found and column.role is Role.COMPANY:
            names_of = self._names.beside(record) if record.registry == "companies" else self._names.of
            return compare_companies(asked, found, column.name, names_of, day)
        return compare_column(column, asked, found)


def _asked(kind: Kind, query: Query, *, by_number: bool) -> list[tuple[Column, str]]:
    """What is compared with each record: the columns that were asked for, in order."""
    fields = dict(query.fields)
    if not by_number and kind.number and query.number.strip():
        # Found by its names although the paper has a number: the number must not contradict.
        fields[kind.number] = query.number
    return [(column, text) for column in kind.columns if (text := fields.get(column.name, "")).strip()]
