"""Patents: whose they are, whether they hold, twice the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from api.example import names, rights
from api.example.application import Paper
from bench.constellations.draft import INNOVATION, PATENTS, RENAMED, SCAN, Draft, Trap, fact_paper, noisy


def patent_of(d: Draft, owners: Sequence[str], kind: int = 1, **row: str) -> tuple[Paper, dict[str, str]]:
    paper, known = rights.patent(d.chance, owners, d.app.company.address, kind, "bound")
    return paper, {**known, **row}


def put(d: Draft, paper: Paper, row: Mapping[str, str] | None, **says: Any) -> None:
    d.papers(replace(paper, says={**paper.says, **says}))
    if row is not None:
        d.rows("patents", row)


def um_named_like_an_invention(d: Draft) -> None:
    paper, row = patent_of(d, [d.me], 2)
    put(d, paper, row, title="一种用于发明创造协同的网关装置")
    d.app = d.app.with_rows("patents")
    d.bad[PATENTS] += 1


def design_beside(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], 3))
    d.bad[PATENTS] += 1


def published_only(d: Draft) -> None:
    paper, row = patent_of(d, [d.me], status="实质审查的生效", grant_date="", publication_no="")
    says = {k: paper.says[k] for k in ("number", "title", "holder", "filing_date")}
    publication = "CN11" + str(d.chance.randrange(10**6, 10**7)) + "A"
    d.papers(
        fact_paper(
            "patent_gazette_page",
            INNOVATION,
            **says,
            publication_no=publication,
            document_kind="发明专利申请",
        )
    )
    d.rows("patents", {**row, "publication_no": publication})
    d.bad[PATENTS] += 1


def granted_after_the_day(d: Draft) -> None:
    paper, row = patent_of(d, [d.me], grant_date="2022-05-10", status_date="2022-05-10")
    put(d, paper, row, grant_date=date(2022, 5, 10))
    d.bad[PATENTS] += 1


def ended(status: str, day: str) -> Trap:
    def trap(d: Draft) -> None:
        put(d, *patent_of(d, [d.me], status=status, status_date=day))
        d.bad[PATENTS] += 1

    return trap


def of_the_founder(d: Draft) -> None:
    put(d, *patent_of(d, [d.app.company.legal]))
    d.bad[PATENTS] += 1


def of_the_subsidiary(d: Draft) -> None:
    city = d.me[:2]
    daughter = f"{d.me.removesuffix('有限公司').removesuffix('股份')}（{city}）研究院有限公司"
    put(d, *patent_of(d, [daughter]))
    d.bad[PATENTS] += 1


def of_the_spun_off(d: Draft) -> None:
    """派生分立: granted to the applicant, moved to the new company before the day."""
    new = d.other().name
    paper, row = patent_of(d, [d.me])
    put(d, paper, {**row, "owners": new, "status": "专利权转移"})
    d.bad[PATENTS] += 1


def licensed_only(d: Draft) -> None:
    owner = names.vocabulary()["names"]["universities"][0]
    put(d, *patent_of(d, [owner], licensees=d.me))
    d.bad[PATENTS] += 1


def holder_painted_over(d: Draft) -> None:
    """Another company's certificate with the applicant's name put in."""
    theirs = d.other().name
    paper, row = patent_of(d, [theirs])
    put(d, paper, row, holder=d.me)
    d.bad[PATENTS] += 1


def number_made_up(d: Draft) -> None:
    paper, _ = patent_of(d, [d.me])
    put(d, paper, None)
    d.bad[PATENTS] += 1


def reissued_after_renaming(d: Draft) -> None:
    """One patent, two certificates: in the former name and in the new one."""
    paper, row = patent_of(d, [d.me])
    granted = RENAMED - timedelta(200)
    row = {**row, "grant_date": granted.isoformat()}
    put(d, paper, row, holder=d.former, grant_date=granted)
    put(d, paper, None, grant_date=granted)
    d.good[PATENTS] += 1
    d.bad[PATENTS] += 1


def certificate_and_gazette(d: Draft) -> None:
    paper, row = patent_of(d, [d.me])
    put(d, paper, row)
    says = {k: paper.says[k] for k in ("number", "title", "holder", "filing_date", "publication_no")}
    d.papers(fact_paper("patent_gazette_page", INNOVATION, **says, document_kind="发明专利"))
    d.good[PATENTS] += 1
    d.bad[PATENTS] += 1


def number_typed_wrong(d: Draft) -> None:
    """A digit of the certificate's number is another, so that its check digit fails, on a clean text layer."""
    paper, row = patent_of(d, [d.me])
    number = str(paper.says["number"])
    at = d.chance.randrange(6, 11)
    wrong = number[:at] + str((int(number[at]) + d.chance.randrange(2, 8)) % 10) + number[at + 1 :]
    put(d, paper, None, number=wrong, sure=1.0)
    d.bad[PATENTS] += 1


def in_the_former_name(d: Draft) -> None:
    paper, row = patent_of(d, [d.former])
    granted = RENAMED - timedelta(d.chance.randrange(30, 700))
    put(d, paper, {**row, "grant_date": granted.isoformat()}, grant_date=granted)
    d.good[PATENTS] += 1


def paper_former_registry_new(d: Draft) -> None:
    paper, row = patent_of(d, [d.me])
    granted = RENAMED - timedelta(90)
    put(d, paper, {**row, "grant_date": granted.isoformat()}, holder=d.former, grant_date=granted)
    d.good[PATENTS] += 1


def second_of_two_owners(d: Draft) -> None:
    put(d, *patent_of(d, [names.vocabulary()["names"]["universities"][1], d.me]))
    d.good[PATENTS] += 1


def in_grace(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="等年费滞纳金", status_date="2022-02-01"))
    d.good[PATENTS] += 1


def ended_after_the_day(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="未缴年费专利权终止", status_date="2022-07-01"))
    d.good[PATENTS] += 1


def pledged(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="专利权质押合同登记的生效", status_date="2021-03-01"))
    d.good[PATENTS] += 1


def attacked_and_upheld(d: Draft) -> None:
    put(d, *patent_of(d, [d.me], status="宣告专利权无效请求，维持专利权有效", status_date="2021-08-01"))
    d.good[PATENTS] += 1


def holder_misread(d: Draft) -> None:
    paper, row = patent_of(d, [d.me])
    put(d, paper, row, holder=noisy(d.me, d.chance), sure=SCAN)
    d.good[PATENTS] += 1


def title_misread(d: Draft) -> None:
    paper, row = patent_of(d, [d.me])
    put(d, paper, row, title=noisy(str(paper.says["title"]), d.chance), sure=SCAN)
    d.good[PATENTS] += 1


def of_the_absorbed(d: Draft) -> None:
    """吸收合并: the certificate names a company that the applicant took in; the registry names the applicant."""
    paper, row = patent_of(d, [d.me])
    put(d, paper, row, holder=d.other().name, sure=1.0)
    d.open[PATENTS] += 1
