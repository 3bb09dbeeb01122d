"""Figures of the accounts."""

from dataclasses import replace
from typing import Any

from api.example.application import Paper
from bench.constellations.draft import Draft, Trap


def audit_of(d: Draft, year: int) -> Paper:
    return next(p for p in d.app.of_type("audit_report") if p.says["year"] == year)


def restate(d: Draft, year: int, **says: Any) -> None:
    paper = audit_of(d, year)
    d.app = d.app.swapping(paper, replace(paper, says={**paper.says, **says}))


def revenue_in(factor: float) -> Trap:
    def trap(d: Draft) -> None:
        right = d.app.claims["revenue.2021"]
        d.claim("revenue.2021", round(right * factor, 4), "unsupported", right)

    return trap


def revenue_with_unit(d: Draft) -> None:
    """Honest: the cell says 亿元 though its head says 万元."""
    right = audit_of(d, 2021).says["revenue_wan"]
    d.claim("revenue.2021", f"{right / 10000:.4f}亿元", "supported", round(right, 2))


def revenue_with_commas(d: Draft) -> None:
    right = d.app.claims["revenue.2020"]
    d.claim("revenue.2020", f"{right:,.2f}万元", "supported", right)


def columns_swapped(d: Draft) -> None:
    a, b = d.app.claims["rd_expense.2019"], d.app.claims["rd_expense.2020"]
    d.claim("rd_expense.2019", b, "unsupported", a)
    d.claim("rd_expense.2020", a, "unsupported", b)


def margin_of_the_group(d: Draft) -> None:
    paper = audit_of(d, 2021)
    revenue, profit = paper.says["revenue_wan"] * 2.4, paper.says["profit_wan"] * 4.1
    restate(d, 2021, consolidated_revenue_wan=round(revenue, 2), consolidated_profit_wan=round(profit, 2))
    d.claim(
        "profit_margin.2021",
        round(profit / revenue * 100, 2),
        "unsupported",
        d.app.claims["profit_margin.2021"],
    )


def growth_in_points(d: Draft) -> None:
    wrong = round(d.app.claims["revenue_growth.2021"] - d.app.claims["revenue_growth.2020"], 2)
    d.claim("revenue_growth.2021", wrong, "unsupported", d.app.claims["revenue_growth.2021"])


def ratio_rounded_up(d: Draft) -> None:
    right = d.app.claims["rd_ratio.2021"]
    d.claim("rd_ratio.2021", round(right + 0.6, 1), "unsupported", right)


def ratio_with_one_decimal(d: Draft) -> None:
    says = audit_of(d, 2019).says
    right = says["rd_wan"] / says["revenue_wan"] * 100
    d.claim("rd_ratio.2019", f"{right:.1f}%", "supported", round(right, 2))
