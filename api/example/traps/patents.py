"""Patents that do not count as valid inventions of the applicant."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from api.example import names, rights
from api.example.application import Application, Company, Paper
from api.example.facts import company_row
from api.example.traps.counting import lose, overstate, with_changed_rows

KEY = "invention_patents_valid"


def utility_as_invention(application: Application, chance: Random) -> Application:
    """Utility models are counted as inventions."""
    for _ in range(2):
        application = _another(application, chance, application.company.name, kind=2)
    return overstate(application, KEY, 2)


def design_as_invention(application: Application, chance: Random) -> Application:
    """A design is counted as an invention."""
    return overstate(_another(application, chance, application.company.name, kind=3), KEY)


def application_as_grant(application: Application, chance: Random) -> Application:
    """A published application (kind code A) is counted as a patent."""
    paper, _ = rights.patent(chance, [application.company.name], application.company.address)
    says = paper.says
    published = says["filing_date"] + timedelta(550)
    says = {**says, "publication_no": says["publication_no"][:-1] + "A", "grant_date": published}
    row = rights.patent_row(replace(paper, says=says), status="审中", certificate_no="", grant_date="")
    sheet = Paper("patent_gazette_page", paper.section, "published", says)
    return overstate(application.with_papers(sheet).with_rows("patents", row), KEY)


def acceptance_as_grant(application: Application, chance: Random) -> Application:
    """A notice that an application was accepted is counted as a patent."""
    paper, _ = rights.patent(chance, [application.company.name], application.company.address)
    row = rights.patent_row(paper, status="审中", certificate_no="", publication_no="", grant_date="")
    says = {**paper.says, "grant_date": paper.says["filing_date"] + timedelta(3)}
    sheet = Paper("patent_notice", paper.section, "accepted", says)
    return overstate(application.with_papers(sheet).with_rows("patents", row), KEY)


def lapsed(application: Application, chance: Random) -> Application:
    """A patent lapsed before the application, because its annual fee was not paid."""
    paper = _some(application, chance)
    changed = {"status": "失效", "status_date": f"{application.as_of.year - 1}-0{chance.randint(2, 9)}-11"}
    return lose(_registered(application, paper, **changed), KEY)


def owned_by_parent(application: Application, chance: Random) -> Application:
    """A patent belongs to the parent company."""
    customers = {paper.says.get("customer") for paper in application.papers}
    parent = next(firm for firm in application.strangers if firm.name not in customers)
    application = replace(application, company=replace(application.company, parent=parent.name))
    application = with_changed_rows(
        application, "companies", lambda row: row["uscc"] == application.company.uscc, parent=parent.name
    )
    return overstate(_another(application, chance, parent.name), KEY)


def transferred(application: Application, chance: Random) -> Application:
    """A patent was sold: the certificate names the applicant, the register another owner."""
    paper = _some(application, chance)
    return lose(_registered(application, paper, owners=chance.choice(application.strangers).name), KEY)


def near_name(application: Application, chance: Random) -> Application:
    """A patent belongs to a company whose name differs by a character."""
    twin = twin_of(chance, application.company)
    application = application.with_rows("companies", company_row(twin))
    return overstate(_another(application, chance, twin.name), KEY)


def duplicate(application: Application, chance: Random) -> Application:
    """One patent is handed in twice: certificate and gazette page."""
    paper = _some(application, chance)
    again = Paper("patent_gazette_page", paper.section, "granted", paper.says)
    return overstate(application.with_papers(again), KEY)


def not_registered(application: Application, chance: Random) -> Application:
    """The number of a certificate is well formed, and nobody ever gave it out."""
    paper, _ = rights.patent(chance, [application.company.name], application.company.address)
    return overstate(application.with_papers(paper), KEY)


def wrong_check_digit(application: Application, chance: Random) -> Application:
    """The check digit of a certificate's number cannot be right."""
    paper, _ = rights.patent(chance, [application.company.name], application.company.address)
    number = paper.says["number"]
    other = chance.choice([digit for digit in "0123456789" if digit != number[12]])
    return overstate(
        application.with_papers(replace(paper, says={**paper.says, "number": number[:12] + other})), KEY
    )


def without_paper(application: Application, chance: Random) -> Application:
    """More patents are claimed than papers are there, though the register knows them."""
    for _ in range(2):
        _, row = rights.patent(chance, [application.company.name], application.company.address)
        application = application.with_rows("patents", row)
    return overstate(application, KEY, 2)


def twin_of(chance: Random, company: Company) -> Company:
    """A company of nearly the same name, with its own code."""
    stranger = names.company(chance, company.city)
    pairs = (("股份有限公司", "有限公司"), ("有限责任公司", "有限公司"), ("有限公司", "股份有限公司"))
    old, new = next(pair for pair in pairs if company.name.endswith(pair[0]))
    return replace(stranger, name=company.name.removesuffix(old) + new)


def _another(application: Application, chance: Random, owner: str, kind: int = 1) -> Application:
    paper, row = rights.patent(chance, [owner], application.company.address, kind)
    return application.with_papers(paper).with_rows("patents", row)


def _some(application: Application, chance: Random) -> Paper:
    """A patent that is in order so far, so that two traps never fall on one patent."""
    valid = {
        row["certificate_no"]
        for row in application.tables["patents"]
        if row["status"] == "有效" and application.company.name in row["owners"]
    }
    return chance.choice(
        [
            paper
            for paper in application.of_type("invention_patent_certificate")
            if paper.says["cert_no"] in valid and application.company.name in paper.says["holder"]
        ]
    )


def _registered(application: Application, paper: Paper, **changes: str) -> Application:
    return with_changed_rows(
        application, "patents", lambda row: row["certificate_no"] == paper.says["cert_no"], **changes
    )
