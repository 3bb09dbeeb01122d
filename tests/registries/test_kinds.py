"""The table of kinds is sound: everything it names exists, and headers are not ambiguous."""

import pytest

from registries.schema import KINDS, Kind, Role, find_kind
from registries.values.text import squeeze

BY_NAME = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def test_there_are_nine() -> None:
    assert len({kind.name for kind in KINDS}) == 9
    assert find_kind("patents").number == "application_no"


@BY_NAME
def test_every_column_that_is_named_exists(kind: Kind) -> None:
    named = {
        *kind.key,
        *kind.searched,
        *kind.blockers,
        *kind.confirming,
        *(c for s in kind.certain_by for c in s),
    }
    named |= {name for name in (kind.number, kind.dated, kind.paper_date) if name}
    assert named <= {column.name for column in kind.columns}


@BY_NAME
def test_no_header_means_two_columns(kind: Kind) -> None:
    labels = [squeeze(label) for column in kind.columns for label in {column.name, *column.labels}]
    seen = {
        label: [c.name for c in kind.columns if label in {squeeze(x) for x in (c.name, *c.labels)}]
        for label in labels
    }
    assert {label: names for label, names in seen.items() if len(names) > 1} == {}


@BY_NAME
def test_numbers_have_a_class_and_examples_pass_it(kind: Kind) -> None:
    for column in kind.by_role(Role.NUMBER):
        assert column.identifier is not None
        assert column.identifier.is_valid(column.example)
