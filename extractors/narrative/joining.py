"""Joining: mentions with what their neighbours in the sentence tell of them: a year, a community, a thing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.narrative.found import Found
from extractors.narrative.mention import Mention
from extractors.narrative.pieces import Piece

_TOTAL = re.compile(r"(?:共计?|累计|合计|总计)")
_MARKET = ("market_share", "market_rank")


def without_members(found: Found, mention: Mention) -> Mention:
    """«联合高校12家共建创新联合体»: what is counted in front of a consortium are its members."""
    if mention.kind != "consortium":
        return mention
    at = mention.start + max(mention.text.rfind(w) for w in ("联合体", "联盟", "共同体"))
    counts = [q for q in found.quantities if mention.start <= q.start and q.end < at]
    if not counts:
        return mention
    members = re.match(
        r"[^,;。、]{0,10}?(?=共建|合建|共同|组建|联合)", found.text[counts[-1].end : mention.end]
    )
    start = counts[-1].end + (members.end() if members else 0)
    text = found.text[start : mention.end]
    return replace(mention, start=start, text=text, quantity=None, unit="", bound="eq")


def told_together(found: Found, clauses: Sequence[Piece], mentions: list[Mention]) -> list[Mention]:
    """Mentions with what a neighbour of the same sentence tells of them: the year, the community, the thing."""
    done: list[Mention] = []
    for mention in mentions:
        last = done[-1] if done else None
        same = last is not None and not re.search("[。;!?\n]", found.text[last.end : mention.start])
        clause = next((c for c in clauses if c.start <= mention.start < c.end), None)
        if (
            last is not None
            and same
            and mention.kind in _MARKET
            and last.kind in _MARKET
            and not mention.years
        ):
            mention = replace(mention, years=last.years)
        if last is not None and same and not mention.years and re.match("新增", mention.text):
            mention = replace(mention, years=last.years)
        if last is not None and clause and last.start >= clause.start and _same_community(last, mention):
            done.pop()
            mention = replace(mention, start=last.start)
        if last is not None and same and _same_report(last, mention):
            done.pop()
            mention = replace(
                last, quantity=mention.quantity, unit=mention.unit, bound=mention.bound, end=mention.end
            )
        before = next((c for c in clauses if clause and c.end + 1 == clause.start), None)
        bare = before and not any(m.start < before.end and before.start < m.end for m in mentions)
        if (
            before
            and bare
            and mention.start == (clause.start if clause else -1)
            and _TOTAL.match(mention.text)
        ):
            mention = replace(mention, start=before.start)
        done.append(mention)
    return done


def _same_report(told: Mention, counted: Mention) -> bool:
    """«每年发布社会责任报告，已连续发布三期»: how many there are of what was just named."""
    numbered = counted.quantity is not None and counted.unit in ("期", "份")
    return told.kind == "csr" and numbered and told.quantity is None and counted.kind in ("csr", "metric")


def _same_community(name: Mention, counted: Mention) -> bool:
    """«向OpenHarmony社区贡献代码2.3万行»: the community and what is counted in it are one claim."""
    return (
        name.kind == counted.kind == "open_source"
        and name.quantity is None
        and counted.quantity is not None
        and counted.end > name.end
    )
