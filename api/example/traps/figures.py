"""Figures that another year, company, group, unit or count of people would be needed for; facts only."""

from dataclasses import replace
from random import Random
from typing import Any

from api.example import figures
from api.example.application import Application, Item, Paper

WRONG = ("unsupported", "contradicted")
YEARS = figures.YEARS


def _claim(application: Application, key: str, wrong: Any, right: Any) -> Application:
    return application.claiming(key, wrong, *WRONG, right)


def _changed(application: Application, paper: Paper, **says: Any) -> Application:
    return application.swapping(paper, replace(paper, says={**paper.says, **says}))


def _audit(application: Application, year: int) -> Paper:
    return next(p for p in application.of_type("audit_report") if p.says["year"] == year)


def year_shifted(application: Application, chance: Random) -> Application:
    """R&D of the year before is claimed for the last year."""
    wrong, right = application.claims["rd_expense.2020"], application.claims["rd_expense.2021"]
    return _claim(application, "rd_expense.2021", wrong, right)


def consolidated(application: Application, chance: Random) -> Application:
    """The group's consolidated revenue is claimed for the company."""
    paper = _audit(application, 2020)
    group = round(paper.says["revenue_wan"] * chance.uniform(1.3, 2.2), 2)
    # The statement of the group stands in the same report beside the company's own.
    bent = replace(paper, layout="facts", says={**paper.says, "consolidated_revenue_wan": group})
    application = application.swapping(paper, bent)
    return _claim(application, "revenue.2020", group, application.claims["revenue.2020"])


def fraction(application: Application, chance: Random) -> Application:
    """A percentage is written as a fraction."""
    right = application.claims["rd_ratio.2020"]
    return _claim(application, "rd_ratio.2020", round(right / 100, 4), right)


def wrong_base(application: Application, chance: Random) -> Application:
    """Growth is reckoned over the later year instead of the earlier one."""
    now, before = (_audit(application, y).says["revenue_wan"] for y in (2021, 2020))
    right = application.claims["revenue_growth.2021"]
    return _claim(application, "revenue_growth.2021", round((now - before) / now * 100, 2), right)


def net_margin(application: Application, chance: Random) -> Application:
    """The margin is that of net profit."""
    right = application.claims["profit_margin.2019"]
    return _claim(application, "profit_margin.2019", round(right * 0.85, 2), right)


def other_companys_report(application: Application, chance: Random) -> Application:
    """The audit report of one year is another company's."""
    paper = _audit(application, 2019)
    other = application.strangers[0].name
    application = _changed(application, paper, holder=other)
    for name in ("revenue", "rd_expense", "revenue_growth", "profit_margin", "rd_ratio"):
        key = f"{name}.2019"
        # What the next report repeats of the year before still proves the amounts and their ratios.
        if name == "revenue_growth":
            application = application.claiming(key, application.claims[key], "unsupported", "holder", None)
    return application


def restated(application: Application, chance: Random) -> Application:
    """The next report restates last year's revenue; the company claims what was audited first: it holds."""
    paper = _audit(application, 2021)
    lines = [
        (label, now, before * (1.02 if label == "一、营业收入" else 1))
        for label, now, before in paper.says["statement"]
    ]
    application = _changed(application, paper, statement=lines)
    for key in ("revenue.2020", "revenue_growth.2021"):
        value = application.claims[key]
        application = application.claiming(key, value, "supported", "restated", value)
    return application


def other_definition(application: Application, chance: Random) -> Application:
    """R&D follows the definition for 高企 in every year: it holds, and is named."""
    for year in YEARS:
        wider = round(application.claims[f"rd_expense.{year}"] * 1.21, 2)
        says = {"holder": application.company.name, "year": year, "rd_wan": wider}
        application = application.with_papers(Paper("rd_special_audit", "二、数字创新", "facts", says))
        application = application.claiming(f"rd_expense.{year}", wider, "supported", "proved", wider)
        share = round(wider / _audit(application, year).says["revenue_wan"] * 100, 2)
        application = application.claiming(f"rd_ratio.{year}", share, "supported", "proved", share)
    return application


def mixed_definitions(application: Application, chance: Random) -> Application:
    """R&D of one year follows a wider definition than that of the others."""
    wider = round(application.claims["rd_expense.2021"] * 1.3, 2)
    says = {"holder": application.company.name, "year": 2021, "rd_wan": wider}
    application = application.with_papers(Paper("rd_special_audit", "二、数字创新", "facts", says))
    return application.claiming("rd_expense.2021", wider, "unsupported", "definition", None)


def people_overstated(application: Application, chance: Random) -> Application:
    """More people do R&D on the form than in the returns."""
    right = application.claims["rd_staff_ratio"]
    return _claim(application, "rd_staff_ratio", round(right + 15, 2), right)


def people_counted_twice(application: Application, chance: Random) -> Application:
    """Degrees and titles are added up: who has both is counted twice."""
    paper = application.of_type("employment_statistics")[0]
    total = application.claims["employees_total"]
    doubled = round((paper.says["degree_count"] + paper.says["title_count"]) / total * 100, 2)
    return _claim(application, "edu_title_staff_ratio", doubled, application.claims["edu_title_staff_ratio"])


def headcount_unit(application: Application, chance: Random) -> Application:
    """Ten times as many people as are insured."""
    right = application.claims["employees_total"]
    return _claim(application, "employees_total", right * 10, right)


def roster_only(application: Application, chance: Random) -> Application:
    """Nothing but a roster of the company's own is handed in for its people: a person decides."""
    application = application.without_papers("social_insurance_list", "employment_statistics")
    total = application.claims["employees_total"]
    says = {"holder": application.company.name, "n": total, "title": "在职员工花名册"}
    application = application.with_papers(Paper("staff_roster", "二、数字创新", "facts", says))
    application = application.claiming("employees_total", total, "needs_review", "self_made", None)
    for key in ("rd_staff_ratio", "edu_title_staff_ratio"):
        verdict = {**application.expected}
        verdict.pop(key, None)
        claims = {k: v for k, v in application.claims.items() if k != key}
        application = replace(application, expected=verdict, claims=claims)
    return application


def tax_inflated(application: Application, chance: Random) -> Application:
    """More tax per 亩 than the list says."""
    right = application.claims["tax_per_mu.2021"]
    return _claim(application, "tax_per_mu.2021", round(right * chance.uniform(1.2, 2), 2), right)


def tax_of_next_year(application: Application, chance: Random) -> Application:
    """Tax per 亩 of another year."""
    wrong, right = application.claims["tax_per_mu.2021"], application.claims["tax_per_mu.2020"]
    return _claim(application, "tax_per_mu.2020", wrong, right)


def developers_inflated(application: Application, chance: Random) -> Application:
    """Three times as many developers as the platform counts."""
    right = application.claims["developers_count"]
    return _claim(application, "developers_count", right * 3 + 7, right)


def applications_inflated(application: Application, chance: Random) -> Application:
    """More applications than the platform holds."""
    right = application.claims["integrated_apps_count"]
    return _claim(application, "integrated_apps_count", right + chance.randint(5, 90), right)


def told_otherwise(application: Application, chance: Random) -> Application:
    """A narrative names more patents than the form's own cell, and than are proved."""
    claimed = application.claims["invention_patents_valid"] + 30
    sentence = f"公司拥有有效发明专利{claimed}件"
    item = Item("controllable_technology", "patent_invention", "发明专利", sentence, "unsupported")
    return application.with_items(item)
