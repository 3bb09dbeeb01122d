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


_ACCEPTED = re.compile(
    r"(?<!未)(?<!待)(?:通过|完成)(?:了|项目|课题|国家|省级?|市级?|组织|主持|[省市][一-龥]{1,6}[厅局委]|主管部门|专家组?|综合|财务|技术|绩效|评价|的|[一-龥]{2,6}[厅局部委])*(?:验收|结题)"
    r"|(?:顺利|如期|按期|圆满|高质量|高分|一次性|已经?|均|全部)结题|(?:通过|予以|准予|同意)结题|验收(?:合格|通过|结题)|验收(?:结论|结果|等级)?(?:为|:)?优[秀良]"
)
_BARE = re.compile(r"[\s,]*(?:[一二两三四五\d]+[项个])?(?:上述|该|以上|项目|课题|现|目前|已经?|均|全部|都|并|且|于|在|高质量|圆满|高分|一次性|顺利|如期|按期|(?:19|20)\d\d年(?:\d{1,2}月)?[初底末中]?)*")


def accepted(found: Found, mentions: list[Mention]) -> list[Mention]:
    """Projects that are said to have been accepted, in their own clause or in the next one (…，均已通过验收)."""
    done: list[Mention] = []
    for mention in mentions:
        denied = mention.negated or mention.status in ("planned", "applied", "ongoing")
        said = _ACCEPTED.search(mention.text)
        tells = said is not None and not denied
        if mention.kind == "project":
            done.append(replace(mention, accepted=True) if tells else mention)
            continue
        lead = _BARE.match(mention.text)
        alone = mention.kind == "slogan" and tells and lead and said and said.start() <= lead.end()
        of = _of_what(found, done, mention) if alone else []
        for at in of:
            done[at] = replace(done[at], accepted=True)
        if of:
            last = done[of[-1]]
            done[of[-1]] = replace(last, end=mention.end, text=found.text[last.start : mention.end])
        else:
            done.append(mention)
    return done


def _of_what(found: Found, done: Sequence[Mention], told: Mention) -> list[int]:
    """Which of the mentions before a clause it speaks of: the last one, all of its sentence where it says 均 or 全部."""
    last = done[-1] if done else None
    parted = last is not None and re.search("[。;!?\\n]", found.text[last.end : told.start])
    if last is None or last.kind != "project" or (parted and not re.match("(?:该|上述|以上)?(?:项目|课题)", told.text)):
        return []
    every = re.search("均|全部|都|上述", told.text) is not None
    run = [len(done) - 1]
    while every and run[0] and done[run[0] - 1].kind == "project":
        run.insert(0, run[0] - 1)
    return run


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
