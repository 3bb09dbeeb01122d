"""The day on which things must hold."""

from datetime import date

from extractors.forms.form import Form
from registries.values.dates import parse_date


def day_of(form: Form, given: date | None, today: date) -> date:
    """The day that was asked for, else the application's own date, else today (the contract)."""
    return given or (parse_date(form.date) if form.date else None) or today
