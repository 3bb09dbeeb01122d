"""The names that a company has and had.

`former_names` is `name@2001-05-01..2019-03-02;name`: without dates a former name holds at any time.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from registries.values.dates import parse_date
from registries.values.spellings import same_but_for_form, same_spelling


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a company once had, and when; None is open."""

    name: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Whether the company had this name on a day; an unknown day or period speaks for it."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def period(self) -> str:
        """The period in words, empty where it is not known."""
        if self.since is None and self.until is None:
            return ""
        return f"{self.since or '不详'}至{self.until or '不详'}"


@dataclass(frozen=True, slots=True)
class CompanyNames:
    """All names of one company."""

    current: str
    former: tuple[FormerName, ...] = ()
    uscc: str = ""
    parent: str = ""

    def former_name(self, name: str) -> FormerName | None:
        """The former name that is written like `name`, if there is one."""
        return next((former for former in self.former if same_spelling(former.name, name)), None)

    def near_former_name(self, name: str) -> FormerName | None:
        """The former name that differs in 有限公司 / 有限责任公司 alone, if there is one."""
        return next((former for former in self.former if same_but_for_form(former.name, name)), None)


NamesOf = Callable[[str], tuple[CompanyNames, ...]]
"""Finds the companies that have or had a name; several may have had the same."""


def parse_former_names(text: str) -> tuple[FormerName, ...]:
    """Reads the column `former_names`.

    Args:
        text: names between semicolons, each with its period behind `@` or without.

    Returns:
        The names in their order.
    """
    parts = [part.strip() for part in text.replace("；", ";").split(";")]
    return tuple(_former(part) for part in parts if part)


def _former(part: str) -> FormerName:
    name, _, period = part.partition("@")
    since, _, until = re.sub(r"\s*(?:至|~|～)\s*", "..", period).partition("..")
    return FormerName(name.strip(), parse_date(since), parse_date(until))
