"""Three years of accounts: revenue, profit and research, and the percentages that follow from them."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from api.example import names, numbers
from api.example.application import Paper
from api.example.names import vocabulary

YEARS = (2019, 2020, 2021)


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year's accounts in 万元, exact to the 分 (six decimals); the form rounds them to two."""

    year: int
    revenue: float
    before: float
    """Revenue of the year before."""
    profit: float
    research: float

    @property
    def growth(self) -> float:
        """How much revenue rose, in percent."""
        return round((self.revenue / self.before - 1) * 100, 2)

    def claims(self) -> dict[str, float]:
        """The five cells of the form's column for this year."""
        return {
            f"revenue.{self.year}": round(self.revenue, 2),
            f"revenue_growth.{self.year}": self.growth,
            f"profit_margin.{self.year}": round(self.profit / self.revenue * 100, 2),
            f"rd_expense.{self.year}": round(self.research, 2),
            f"rd_ratio.{self.year}": round(self.research / self.revenue * 100, 2),
        }


def three_years(chance: Random) -> list[YearFigures]:
    """Figures of a company that grows and spends on research."""
    before = round(chance.uniform(18_000, 120_000), 6)
    years = []
    for year in YEARS:
        revenue = round(before * chance.uniform(1.09, 1.36), 6)
        profit, research = (
            round(revenue * chance.uniform(0.07, 0.16), 6),
            round(revenue * chance.uniform(0.055, 0.12), 6),
        )
        years.append(YearFigures(year, revenue, before, profit, research))
        before = revenue
    return years


def audit(chance: Random, company: str, now: YearFigures, last: YearFigures | None) -> Paper:
    """The audit report of one year, whose statement has this year's and last year's column."""
    firm = chance.choice(vocabulary()["accounts"]["firms"])
    last = last or YearFigures(
        now.year - 1, now.before, now.before, round(now.before * 0.08, 6), round(now.before * 0.06, 6)
    )
    says: dict[str, Any] = {
        "holder": company,
        "year": now.year,
        "revenue_wan": now.revenue,
        "rd_wan": now.research,
        "profit_wan": now.profit,
        "statement": statement(now, last),
        "number": f"{firm[2:]}审〔{now.year + 1}〕{chance.randrange(100, 2999)}号",
        "issuer": f"{firm}会计师事务所（普通合伙）",
        "date": numbers.some_day(chance, date(now.year + 1, 2, 20), date(now.year + 1, 4, 10)),
        "accountants": names.people(chance, 2),
    }
    return Paper("audit_report", "一、基础能力", chance.choice(("opinion", "opinion", "joined")), says)


def statement(now: YearFigures, last: YearFigures) -> list[tuple[str, float, float]]:
    """The lines of an income statement in 元; every sum is right."""
    columns = [_lines(figures) for figures in (now, last)]
    return [(label, amount, columns[1][label]) for label, amount in columns[0].items()]


def _lines(figures: YearFigures) -> dict[str, float]:
    revenue, research, profit = (
        round(x * 10_000, 2) for x in (figures.revenue, figures.research, figures.profit)
    )
    tax, selling, office = round(revenue * 0.006, 2), round(revenue * 0.05, 2), round(revenue * 0.065, 2)
    interest, other, penalty = round(revenue * 0.004, 2), round(revenue * 0.002, 2), round(revenue * 0.001, 2)
    operating = round(profit - other + penalty, 2)
    cost = round(revenue - tax - selling - office - research - interest - operating, 2)
    income_tax = round(profit * 0.15, 2)
    return {
        "一、营业收入": revenue,
        "减：营业成本": cost,
        "税金及附加": tax,
        "销售费用": selling,
        "管理费用": office,
        "研发费用": research,
        "财务费用": interest,
        "二、营业利润（亏损以“-”号填列）": operating,
        "加：营业外收入": other,
        "减：营业外支出": penalty,
        "三、利润总额（亏损总额以“-”号填列）": profit,
        "减：所得税费用": income_tax,
        "四、净利润（净亏损以“-”号填列）": round(profit - income_tax, 2),
    }
