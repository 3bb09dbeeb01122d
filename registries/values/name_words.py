"""The words that company names end in: forms, trades, branches; the longest that fits counts."""

from functools import cache

from registries.values.tables import table


@cache
def endings(column: str) -> tuple[str, ...]:
    """The words of a column (`forms`, `branches`), the longest first."""
    return tuple(sorted(table("company_words")[column], key=len, reverse=True))


@cache
def _words(column: str) -> tuple[frozenset[str], tuple[int, ...]]:
    """The words of a column, and their lengths, longest first: one look a length instead of one a word."""
    words = frozenset(table("company_words")[column])
    return words, tuple(sorted({len(word) for word in words}, reverse=True))


def take_ending(name: str, column: str, least: int) -> tuple[str, str]:
    """Takes the longest word of a column off the end, where at least so many characters are left."""
    words, lengths = _words(column)
    for length in lengths:
        at = len(name) - length
        if at >= least and name[at:] in words:
            return name[:at], name[at:]
    return name, ""


def take_trade(core: str, least: int = 2) -> tuple[str, str]:
    """Takes words of trades off the end while so many characters are left for the brand."""
    trade = ""
    while True:
        core, word = take_ending(core, "trades", least=least)
        if not word:
            return core, trade
        trade = word + trade


def only_trades(core: str) -> bool:
    """Whether a text is nothing but a word of a trade."""
    return core in _words("trades")[0]
