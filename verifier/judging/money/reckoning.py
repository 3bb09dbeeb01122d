"""Figures computed from audited amounts: amounts, shares of revenue, growth; never from the form."""

from collections.abc import Callable
from dataclasses import dataclass

from verifier.judging.money.accounts import Accounts, Figure, distinct

NAMES = {
    "revenue": "营业收入",
    "rd": "研发费用",
    "profit": "利润总额",
    "net_profit": "净利润",
    "operating_profit": "营业利润",
}
BASES = {
    "audit_report": "审计",
    "employment_statistics": "统计口径",
    "rd_special_audit": "高企专项审计口径",
    "tax_return_a107012": "加计扣除口径",
}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A figure computed from audited amounts, in words, and the amounts that it rests on."""

    value: float
    words: str
    figures: tuple[Figure, ...]

    @property
    def own(self) -> bool:
        """It rests on the reports of its own years only, not on a column of last year's figures."""
        return all(figure.own for figure in self.figures)

    @property
    def basis(self) -> str:
        """The definition that its first amount follows."""
        return self.figures[0].basis


Reckon = Callable[[Accounts, int], tuple[Reckoning, ...]]


def amount(accounts: Accounts, name: str, year: int) -> tuple[Reckoning, ...]:
    """The audited amounts of a year."""
    return tuple(_amount(f, name, year) for f in distinct(accounts.figures(name, year)))


def returned(accounts: Accounts, name: str, year: int) -> tuple[Reckoning, ...]:
    """The amounts of a year by other definitions, or from returns."""
    return tuple(_amount(f, name, year) for f in distinct(accounts.returned(name, year)))


def grouped(accounts: Accounts, name: str, year: int) -> tuple[Reckoning, ...]:
    """The consolidated amounts of a year."""
    return tuple(_amount(f, name, year) for f in distinct(accounts.group(name, year)))


def _amount(figure: Figure, name: str, year: int) -> Reckoning:
    words = f"{year}年度{BASES[figure.basis]}{NAMES[name]}{figure.value:.2f}万元"
    return Reckoning(figure.value, words, (figure,))


def share(accounts: Accounts, part: str, year: int) -> tuple[Reckoning, ...]:
    """A part of revenue, in percent."""
    return tuple(
        _share(p, r, part)
        for p in distinct(accounts.figures(part, year))
        for r in distinct(accounts.figures("revenue", year))
        if r.value and p.own == r.own
    )


def returned_share(accounts: Accounts, part: str, year: int) -> tuple[Reckoning, ...]:
    """A part by another definition over the audited revenue, in percent."""
    return tuple(
        _share(p, r, part)
        for p in distinct(accounts.returned(part, year))
        for r in distinct(accounts.figures("revenue", year))
        if r.value
    )


def _share(part: Figure, whole: Figure, name: str) -> Reckoning:
    words = f"{BASES[part.basis]}{NAMES[name]}{part.value:.2f}万元÷营业收入{whole.value:.2f}万元"
    return Reckoning(part.value / whole.value * 100, words, (part, whole))


def grouped_share(accounts: Accounts, part: str, year: int) -> tuple[Reckoning, ...]:
    """A consolidated part of consolidated revenue, in percent."""
    return tuple(
        _share(p, r, part)
        for p in distinct(accounts.group(part, year))
        for r in distinct(accounts.group("revenue", year))
        if r.value
    )


def growth(accounts: Accounts, year: int) -> tuple[Reckoning, ...]:
    """Growth of revenue over the year before, in percent."""
    return tuple(
        Reckoning(
            (r.value / b.value - 1) * 100,
            f"审计营业收入{b.value:.2f}万元→{r.value:.2f}万元",
            (r, b),
        )
        for r in distinct(accounts.figures("revenue", year))
        for b in distinct(accounts.figures("revenue", year - 1))
        if b.value
    )
