"""The nine registries as CSV files: the applicant's records among those of many strangers.

Recipe: the application brings its own rows; each stranger gets a company, some patents, software and
honours; one namesake owns patents of the applicant's own titles. Rows are shuffled, so that nothing is
found by its place.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from api.example import distinctions, names, rights
from api.example.application import Application, Company, Row
from api.example.facts import company_row
from api.example.figures import YEARS
from api.example.traps.patents import twin_of

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "companies": (
        "uscc",
        "name",
        "former_names",
        "legal_representative",
        "registered_capital_wan",
        "address",
        "status",
        "parent",
    ),
    "patents": (
        "application_no",
        "publication_no",
        "kind",
        "title",
        "owners",
        "inventors",
        "filing_date",
        "grant_date",
        "status",
        "status_date",
        "certificate_no",
        "ipc",
    ),
    "software_copyrights": (
        "registration_no",
        "certificate_no",
        "name",
        "version",
        "owners",
        "completed_on",
        "published_on",
        "registered_on",
        "acquisition",
    ),
    "standards": ("standard_no", "title", "level", "drafters", "publish_date", "status"),
    "awards": ("name", "level", "grade", "year", "project", "winners", "certificate_no"),
    "first_sets": ("product", "company", "level", "year", "doc_no"),
    "honors": ("list", "level", "year", "company", "project", "issuer", "doc_no"),
    "credit_ratings": ("uscc", "company", "grade", "score", "date"),
    "security_filings": ("number", "company", "system", "level", "date"),
}


def write_tables(folder: Path, application: Application, chance: Random) -> None:
    """Write the nine CSV files that an application can be verified against."""
    folder.mkdir(parents=True, exist_ok=True)
    known = {kind: list(application.tables.get(kind, ())) for kind in COLUMNS}
    for stranger in application.strangers:
        for kind, rows in _records_of(chance, stranger, application.strangers).items():
            known[kind] += rows
    for kind, rows in _namesake(chance, application).items():
        known[kind] += rows
    for kind, rows in known.items():
        _write(folder / f"{kind}.csv", COLUMNS[kind], chance.sample(rows, len(rows)))


def _records_of(chance: Random, firm: Company, others: Sequence[Company]) -> dict[str, list[Row]]:
    score = chance.randint(640, 905)
    grade = next(word for floor, word in GRADES if score >= floor)
    records: dict[str, list[Row]] = {
        "companies": [company_row(firm)],
        "patents": [
            rights.patent(chance, [firm.name], firm.address, chance.choice((1, 1, 2, 3)))[1] for _ in range(4)
        ],
        "software_copyrights": [rights.software(chance, firm.name)[1] for _ in range(4)],
        "credit_ratings": [
            {
                "uscc": firm.uscc,
                "company": firm.name,
                "grade": grade,
                "score": str(score),
                "date": "2022-03-01",
            }
        ],
    }
    if chance.random() < 0.4:
        level = chance.choice(("国内", "省内", "省内"))
        records["first_sets"] = [
            distinctions.first_set(chance, firm.name, (), level, chance.choice(YEARS))[1]
        ]
        records["security_filings"] = [distinctions.filing(chance, firm.name, chance.choice((2, 3)))[1]]
    if chance.random() < 0.3:
        firms = [*chance.sample(list(others), 4), firm]
        records["standards"] = [
            rights.standard(chance, chance.choice(("GB", "YD", "SJ", "DB", "T")), firms)[1]
        ]
        records["awards"] = [
            distinctions.award(chance, firms[-2:], firm.name, chance.choice((2018, 2019, 2020)))[1]
        ]
    return records


def _namesake(chance: Random, application: Application) -> dict[str, list[Row]]:
    """A company of nearly the applicant's name that owns patents of the same titles."""
    twin = twin_of(chance, application.company)
    patents: list[Row] = []
    for paper in application.of_type("invention_patent_certificate")[:2]:
        _, row = rights.patent(chance, [twin.name], twin.address)
        patents.append({**row, "title": paper.says["title"]})
    return {
        "companies": [company_row(names.company(chance, application.company.city)), company_row(twin)],
        "patents": patents,
    }


GRADES = ((850, "优秀"), (800, "良好"), (750, "中等"), (700, "较差"), (0, "差"))


def _write(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    # With a byte order mark, as spreadsheets of offices write it.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        extra = dict.fromkeys(name for row in rows for name in row if name not in columns)
        writer = csv.DictWriter(file, [*columns, *extra])
        writer.writeheader()
        writer.writerows(rows)
