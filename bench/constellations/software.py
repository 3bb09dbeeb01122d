"""Software copyrights."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from api.example import names, rights
from api.example.application import Paper, Row
from bench.constellations.draft import INNOVATION, RENAMED, SCAN, SOFTWARE, Draft, fact_paper, noisy


def software_of(d: Draft, owner: str, **says: Any) -> tuple[Paper, Row]:
    paper, row = rights.software(d.chance, owner)
    paper = replace(paper, layout="facts", says={**paper.says, **says})
    d.papers(paper)
    return paper, row


def works_registration(d: Draft) -> None:
    d.papers(
        fact_paper(
            "works_registration_certificate",
            INNOVATION,
            number=f"国作登字-2020-L-0{d.chance.randrange(10**7, 10**8)}",
            title="甬云软件界面美术作品",
            holder=d.me,
        )
    )
    d.bad[SOFTWARE] += 1


def software_of_the_parent(d: Draft) -> None:
    _, row = software_of(d, d.other().name)
    d.rows("software_copyrights", row)
    d.bad[SOFTWARE] += 1


def software_registered_later(d: Draft) -> None:
    _, row = software_of(d, d.me, grant_date=date(2022, 4, 28))
    d.rows("software_copyrights", {**row, "registered_on": "2022-04-28"})
    d.bad[SOFTWARE] += 1


def software_sold(d: Draft) -> None:
    _, row = software_of(d, d.me)
    d.rows("software_copyrights", {**row, "owners": d.other().name})
    d.bad[SOFTWARE] += 1


def original_and_duplicate(d: Draft) -> None:
    paper, row = software_of(d, d.me)
    d.papers(paper, paper)
    d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 1
    d.bad[SOFTWARE] += 2


def software_unregistered(d: Draft) -> None:
    software_of(d, d.me)
    d.bad[SOFTWARE] += 1


def registration_withdrawn(d: Draft) -> None:
    _, row = software_of(d, d.me)
    d.rows("software_copyrights", {**row, "status": "撤销登记", "status_date": "2021-10-08"})
    d.bad[SOFTWARE] += 1


def two_versions(d: Draft) -> None:
    name = names.software(d.chance)
    for _ in range(2):
        paper, row = rights.software(d.chance, d.me, name=name)
        d.papers(paper)
        d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 2


def software_in_the_former_name(d: Draft) -> None:
    _, row = software_of(d, d.former, grant_date=RENAMED - timedelta(100))
    d.rows("software_copyrights", {**row, "registered_on": (RENAMED - timedelta(100)).isoformat()})
    d.good[SOFTWARE] += 1


def software_misread(d: Draft) -> None:
    paper, row = rights.software(d.chance, d.me)
    d.papers(
        replace(
            paper,
            says={
                **paper.says,
                "holder": noisy(d.me, d.chance),
                "title": noisy(str(paper.says["title"]), d.chance),
                "sure": SCAN,
            },
        )
    )
    d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 1
