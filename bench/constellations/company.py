"""Credit, people, and the company itself."""

from bench.constellations.draft import BASE, Draft, fact_paper


def credit_downgraded_since(d: Draft) -> None:
    d.rows(
        "credit_ratings",
        {"uscc": d.app.company.uscc, "company": d.me, "grade": "中等", "score": "760", "date": "2022-04-02"},
    )
    d.claim("public_credit_grade", d.app.claims["public_credit_grade"], "unsupported")


def credit_changed_after_the_day(d: Draft) -> None:
    d.rows(
        "credit_ratings",
        {"uscc": d.app.company.uscc, "company": d.me, "grade": "较差", "score": "710", "date": "2022-05-20"},
    )


def tax_grade_for_credit(d: Draft) -> None:
    d.app = d.app.without_papers("credit_report_public").with_papers(
        fact_paper(
            "association_honour",
            BASE,
            award="纳税信用A级纳税人",
            holder=d.me,
            year=2021,
            issuer="国家税务总局宁波市税务局",
        )
    )
    d.claim("public_credit_grade", "A级", "unsupported")


def people_of_the_group(d: Draft) -> None:
    d.claim(
        "employees_total",
        d.app.claims["employees_total"] * 3,
        "needs_review",
        d.app.claims["employees_total"],
    )


def some_people_more(d: Draft) -> None:
    total = d.app.claims["employees_total"]
    d.claim("employees_total", round(total * 1.04), "supported")


def code_with_letter_o(d: Draft) -> None:
    code = d.app.company.uscc
    at = code.find("0")
    d.claim("org_code", code[:at] + "O" + code[at + 1 :], "unsupported", code)


def brackets_of_the_other_width(d: Draft) -> None:
    d.claim("company_name", d.me.replace("（", "(").replace("）", ")"), "supported", d.me)


def capital_in_yuan(d: Draft) -> None:
    d.claim(
        "registered_capital", f"人民币{d.app.company.capital * 10000:,}元", "supported", d.app.company.capital
    )


def capital_in_dollars(d: Draft) -> None:
    d.claim("registered_capital", f"{d.app.company.capital}万美元", "needs_review")
