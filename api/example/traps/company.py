"""Who the applicant is, what it earns, how it is rated: wrong on the form, or only looking wrong."""

from dataclasses import replace
from datetime import date
from random import Random

from api.example import figures, names
from api.example.application import Application, Paper
from api.example.traps.counting import with_changed_rows
from registries.values.uscc import ALPHABET

RENAMED = date(2020, 6, 18)


def unit_error(application: Application, chance: Random) -> Application:
    """Last year's revenue is ten times too high, or written in 元."""
    right = application.claims["revenue.2021"]
    wrong = round(right * chance.choice((10, 10_000)), 2)
    return application.claiming("revenue.2021", wrong, "unsupported", "contradicted", right)


def growth_wrong(application: Application, chance: Random) -> Application:
    """The growth of one year does not follow from the revenues."""
    key = f"revenue_growth.{chance.choice(figures.YEARS[1:])}"
    right = application.claims[key]
    return application.claiming(
        key, round(right + chance.choice((6, 9, 12)), 2), "unsupported", "contradicted", right
    )


def margin_wrong(application: Application, chance: Random) -> Application:
    """The margin of one year is higher than profit and revenue make it."""
    key = f"profit_margin.{chance.choice(figures.YEARS)}"
    right = application.claims[key]
    return application.claiming(key, round(right + 4.5, 2), "unsupported", "contradicted", right)


def legal_wrong(application: Application, chance: Random) -> Application:
    """The form names someone else as legal representative."""
    right = application.company.legal
    wrong = next(name for name in names.people(chance, 3) if name != right)
    return application.claiming("legal_representative", wrong, "unsupported", "contradicted", right)


def capital_wrong(application: Application, chance: Random) -> Application:
    """The form states twice the registered capital."""
    right = application.company.capital
    return application.claiming(
        "registered_capital", f"{2 * right}万元", "unsupported", "contradicted", right
    )


def code_mistyped(application: Application, chance: Random) -> Application:
    """One character of the credit code is wrong."""
    right = application.company.uscc
    place = chance.randrange(9, 18)
    other = chance.choice([character for character in ALPHABET if character != right[place]])
    wrong = right[:place] + other + right[place + 1 :]
    return application.claiming("org_code", wrong, "unsupported", "contradicted", right)


def credit_lower(application: Application, chance: Random) -> Application:
    """The credit grade was lowered: report and registry say less than the form."""
    paper = application.of_type("credit_report_public")[0]
    lower = {**paper.says, "grade": "中等", "score": 771}
    application = application.swapping(paper, replace(paper, says=lower))
    application = with_changed_rows(
        application, "credit_ratings", lambda row: True, grade="中等", score="771"
    )
    claimed = application.claims["public_credit_grade"]
    return application.claiming("public_credit_grade", claimed, "unsupported", "contradicted", "中等")


def commercial_rating(application: Application, chance: Random) -> Application:
    """A rating agency's AAA is handed in for the public credit grade."""
    paper = application.of_type("credit_report_public")[0]
    says = {
        "award": "AAA级信用企业",
        "holder": application.company.name,
        "year": 2021,
        "date": date(2021, 8, 20),
        "issuer": "浙江诚信评级有限公司",
        "text": "经综合评审，你单位被评为2021年度企业信用等级AAA级信用企业。特发此证。",
    }
    application = application.swapping(paper, Paper("association_honour", paper.section, "certificate", says))
    claimed = application.claims["public_credit_grade"]
    return application.claiming("public_credit_grade", claimed, "unsupported", "no_evidence", None)


def former_name(application: Application, chance: Random) -> Application:
    """The company was renamed: older patents bear its former name, and they count."""
    company = application.company
    former = f"{company.city}{chance.choice(names.vocabulary()['names']['brands'])}软件技术有限公司"
    application = replace(application, company=replace(company, former=former))
    dated = f"{former}@{company.founded}..{RENAMED}"
    application = with_changed_rows(
        application, "companies", lambda row: row["uscc"] == company.uscc, former_names=dated
    )
    says = {
        "holder": company.name,
        "former": former,
        "uscc": company.uscc,
        "date": RENAMED,
        "number": chance.randrange(1000, 9999),
    }
    application = application.with_papers(Paper("name_change_notice", "一、基础能力", "notice", says))
    older = [
        paper
        for paper in application.of_type("invention_patent_certificate")
        if paper.says["grant_date"] < RENAMED
    ]
    for paper in older[::2]:
        held = paper.says["holder"].replace(company.name, former)
        application = application.swapping(paper, replace(paper, says={**paper.says, "holder": held}))
        certificate = paper.says["cert_no"]
        rows = [
            {**row, "owners": row["owners"].replace(company.name, former)}
            if row["certificate_no"] == certificate
            else row
            for row in application.tables["patents"]
        ]
        application = replace(application, tables={**application.tables, "patents": rows})
    return application
