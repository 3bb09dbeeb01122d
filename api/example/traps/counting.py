"""The counts on the form: claiming more than there is, or losing what was there."""

from collections.abc import Callable
from dataclasses import replace

from api.example.application import Application, Item, Row


def overstate(application: Application, key: str, by: int = 1) -> Application:
    """Claim more of something while no more is proved."""
    claimed, proved = application.claims[key] + by, application.expected[key]["verified"]
    return application.claiming(key, claimed, "unsupported", "count_short", proved)


def lose(application: Application, key: str, by: int = 1) -> Application:
    """Go on claiming what is no longer proved."""
    claimed, proved = application.claims[key], application.expected[key]["verified"] - by
    return application.claiming(key, claimed, "unsupported", "count_short", proved)


def gain(application: Application, key: str, by: int = 1) -> Application:
    """Claim more of something that is proved as well."""
    verdict = application.expected[key]
    claimed, proved = application.claims[key] + by, verdict["verified"] + by
    return application.claiming(key, claimed, verdict["flag"], verdict["reason"], proved)


def with_changed_rows(
    application: Application, kind: str, which: Callable[[Row], bool], **changes: str
) -> Application:
    """The same application with some registry records changed."""
    rows = [{**row, **changes} if which(row) else row for row in application.tables[kind]]
    return _with_table(application, kind, rows)


def without_rows(application: Application, kind: str, which: Callable[[Row], bool]) -> Application:
    """The same application with some registry records taken away."""
    return _with_table(application, kind, [row for row in application.tables[kind] if not which(row)])


def _with_table(application: Application, kind: str, rows: list[Row]) -> Application:
    return replace(application, tables={**application.tables, kind: rows})


def with_changed_item(application: Application, old: Item, new: Item) -> Application:
    """The same application with one item of a narrative box exchanged."""
    return replace(application, items=[new if item is old else item for item in application.items])
