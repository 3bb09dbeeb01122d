"""All names of a company: its present one, and those that it had before, by name or by credit code."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from registries.companies import CompanyNames, FormerName, parse_former_names
from registries.held import Held
from registries.record import Record
from registries.schema import Kind, Role, find_kind
from registries.values.identifiers import Uscc
from registries.values.names import normalize_name
from registries.values.spellings import spellings


class KnownNames:
    """The names that the registry of companies knows; none where it is not loaded."""

    def __init__(self, held: Held) -> None:
        """Takes what the snapshot holds."""
        self._held = held
        self.of: Callable[[str], tuple[CompanyNames, ...]] = lru_cache(maxsize=4096)(self._find)
        """All companies that have or had a name, or have a code; kept, since every holder of every record asks for it."""

    def one(self, uscc_or_name: str) -> CompanyNames | None:
        """All names of the company with this credit code or present name, else of one that had this name.

        Args:
            uscc_or_name: a credit code or a company name.

        Returns:
            The names; None where it is not in the registry, or several companies had the name.
        """
        found = self.of(uscc_or_name)
        key = normalize_name(uscc_or_name)
        current = [
            names for names in found if normalize_name(names.current) == key or names.uscc == key.upper()
        ]
        chosen = current or found
        return chosen[0] if len(chosen) == 1 else None

    def searched(self, kind: Kind, fields: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """What to look up in each searched column of a kind: a former name also finds what has the present one."""
        wanted: dict[str, tuple[str, ...]] = {}
        for name in kind.searched:
            column, text = kind.column(name), fields.get(name, "")
            if column is None or not text.strip():
                continue
            held = column.role in (Role.COMPANY, Role.COMPANIES)
            others = {each for names in self.of(text) for each in _all_names(names)} if held else set()
            wanted[name] = (text, *sorted(others - {text}))
        return wanted

    def beside(self, record: Record) -> Callable[[str], tuple[CompanyNames, ...]]:
        """`of`, which need not look up the company that is compared."""
        itself = (CompanyNames(record.get("name"), (), record.get("uscc"), record.get("parent")),)
        return lambda name: itself if name == itself[0].current else self.of(name)

    def _find(self, uscc_or_name: str) -> tuple[CompanyNames, ...]:
        if "companies" not in self._held.loaded:
            return ()
        uscc = Uscc.normalize(uscc_or_name)
        if uscc is not None:
            query = "SELECT record_id FROM companies WHERE record_id = ?1 AND number_key = ?1"
            rows = self._held.connection.execute(query, [uscc])
        else:
            names = spellings(uscc_or_name)
            # CROSS JOIN: by name first; SQLite would rather walk through all companies.
            query = (
                "SELECT c.record_id FROM company_names n CROSS JOIN companies c USING (row_id)"
                f" WHERE n.name IN ({', '.join('?' * len(names))})"
            )
            rows = self._held.connection.execute(query, names)
        ids = {row[0] for row in rows}
        return tuple(self._company(record_id) for record_id in sorted(ids))

    def _company(self, record_id: str) -> CompanyNames:
        versions = sorted(
            self._held.records(find_kind("companies"), "record_id = ?", [record_id]),
            key=lambda record: record.valid_from or date.min,
        )
        latest = versions[-1]
        former = parse_former_names(latest.get("former_names"))
        known = {normalize_name(latest.get("name")), *(normalize_name(each.name) for each in former)}
        earlier = tuple(
            FormerName(version.get("name"), version.valid_from, version.valid_to)
            for version in versions[:-1]
            if normalize_name(version.get("name")) not in known
        )
        return CompanyNames(latest.get("name"), former + earlier, latest.get("uscc"), latest.get("parent"))


def _all_names(names: CompanyNames) -> tuple[str, ...]:
    return (names.current, *(former.name for former in names.former))
