"""A mention in the making, and the mentions that it becomes: one for each thing."""

import re
from dataclasses import dataclass, replace

from extractors.narrative.mention import Mention
from extractors.numerals import NUMERAL, read_numeral
from registries.values.levels import security_level

_SEVERAL = frozenset({"award", "honour", "first_set", "security_filing", "first_version_software"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A mention in the making: what is said of one name, and what was said for the list before it."""

    mention: Mention
    projects: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    in_turn: bool = False
    """分别: the first year or number belongs to the first thing, the second to the second."""
    adverbial: bool = False
    """The year stands in front of the verb, so that it holds for what follows, too."""
    dated: tuple[int, ...] = ()
    """«2020年“A”、2021年“B”»: the year right in front of each thing, where all have one."""


def with_place(mention: Mention) -> Mention:
    """A place in the market counts: 全国第3 is the third, 全球前十 is at most the tenth."""
    if mention.kind == "market_rank" and re.search("首位|榜首", mention.name):
        return replace(mention, quantity=1.0, unit="位", rank=1)
    place = re.search(rf"([第前])({NUMERAL})", mention.name) if mention.kind == "market_rank" else None
    if place is None:
        return mention
    at = read_numeral(place[2])
    return replace(
        mention,
        quantity=at,
        unit="位",
        bound="le" if place[1] == "前" else "eq",
        rank=int(at) if at and place[1] == "第" else mention.rank,
    )


def spread(statement: Statement) -> list[Mention]:
    """One mention for each thing: several quoted products, or a list of years, are several honours."""
    mention, things = statement.mention, statement.projects
    mentions = [mention]
    if mention.kind in _SEVERAL and len(things) > 1:
        mentions = [replace(mention, project=thing) for thing in things]
    if statement.in_turn and len(mentions) == len(mention.years):
        mentions = [replace(m, years=(year,)) for m, year in zip(mentions, mention.years, strict=True)]
    if len(mentions) > 1 and len(mentions) == len(statement.dated):
        mentions = [replace(m, years=(year,)) for m, year in zip(mentions, statement.dated, strict=True)]
    if len(mentions) == len(statement.numbers):
        mentions = [replace(m, number=n) for m, n in zip(mentions, statement.numbers, strict=True)]
    if len(mentions) > 1:  # each is one
        mentions = [replace(m, quantity=None, unit="", bound="eq") for m in mentions]
    return [_named(m) for m in mentions]


def _named(mention: Mention) -> Mention:
    """First sets and filings bear the name of the product or system itself."""
    if mention.kind not in ("first_set", "first_version_software", "security_filing") or not mention.project:
        return mention
    name = re.sub(r".*\(名称[:为]?(.+?)\)$", r"\1", mention.project)
    level = re.search(r"\((第?[一二三四五1-5]级)\)$", name)
    if level and mention.kind == "security_filing":
        return replace(
            mention, name=name[: level.start()], level=str(security_level(level[1]) or ""), project=""
        )
    return replace(mention, name=name, project="")
