"""Remaining: clauses that bear no name and no number: what their words claim all the same, else slogans."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.narrative.found import Found
from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.pieces import Piece
from extractors.narrative.subjects import bare_subject
from registries.values.levels import level_of

_JOINT = re.compile(r"\)(?:和|及|以及|与)(?=国家|全国|[一-龥]{2,3}[省市]|[省市]级)")
"""«A(2021年)和浙江省B(2020年)»: two items."""


def items(text: str, clause: Piece) -> list[tuple[int, int]]:
    """The clause parted at 、 and between quotes, outside of brackets and quotes."""
    cuts, depth = [clause.start], 0
    for at in range(clause.start, clause.end):
        depth += (text[at] in "(“《") - (text[at] in ")”》")
        joint = _JOINT.match(text, at) if text[at] == ")" and depth <= 0 else None
        if depth <= 0 and (joint or text[at] == "、" or text[at : at + 2] in ("”“", "》《")):
            cuts.append(joint.end() if joint else at + 1)
    return list(zip(cuts, [*(c - 1 for c in cuts[1:]), clause.end], strict=True))


def slogans(found: Found, clauses: Sequence[Piece], mentions: Sequence[Mention]) -> list[Mention]:
    """Clauses that no mention touches and that say something; neighbours of a sentence make one."""
    joined: list[list[int]] = []
    for start, end in _untouched(found.text, clauses, mentions):
        claims = _bare(found.text[start:end]) or (joined and _bare(found.text[slice(*joined[-1])]))
        if joined and not claims and found.text[joined[-1][1] : start].strip() == ",":
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return [mention for start, end in joined for mention in _each_rule(_slogan(found, start, end))]


_RULE = re.compile("《[^》]{2,40}》")


def _each_rule(mention: Mention) -> list[Mention]:
    """«制定《A办法》《B预案》»: each rule that a clause names is claimed."""
    named = list(_RULE.finditer(mention.text)) if mention.kind == "internal_rule" else []
    if len(named) < 2:
        return [mention]
    at = mention.start
    return [
        replace(mention, name=m[0], text=m[0], start=at + m.start(), end=at + m.end()) for m in named
    ]


def _untouched(text: str, clauses: Sequence[Piece], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Clauses without a mention, and items of a list beside mentions, so that nothing said gets lost."""
    for clause in clauses:
        near = [m for m in mentions if m.start < clause.end and clause.start < m.end]
        parts = items(text, clause) if near else [(clause.start, clause.end)]
        for start, end in parts:
            bare = re.sub(r"[^一-龥A-Za-z]", "", bare_subject(text[start:end]))
            if len(bare) >= (6 if near else 4) and not any(m.start < end and start < m.end for m in near):
                yield start, end


_TITLE = re.compile(
    "(?:取得|获得|荣获|获评|获批|通过|具有|拥有|持有)[^,;。]{0,24}?(?:资质|认证|资格证书|许可证|牌照|称号)(?!能力|体系建设|机制|管理)"
    "|(?:取得|获得|荣获|获评|获批|入选|建有|拥有)[^,;。]{0,6}(?:国家|省)级"
    "|[A-Z]{3,}[^,;。]{0,12}(?:认证|资质)"
    "|(?:专利|著作权|软著|标准|案例|客户|用户|项目|证书|荣誉|奖项)(?:分别为|有|达|共|为|约|超|近|:)*[0-9]{1,5}(?!年|月|日|%)"
)
"""What is no praise: a title, a licence, a number that some paper would have to prove, though in no known words."""


def _slogan(found: Found, start: int, end: int) -> Mention:
    """A clause without a name or number: what it nevertheless claims, else a slogan."""
    text = found.text[start:end]
    bare = _bare(text)
    if bare is None:
        denied = bool(found.marks("negation", start, end))
        kind = "unlisted" if _TITLE.search(text) and not found.marks("status", start, end) else "slogan"
        return Mention(kind=kind, name=text, start=start, end=end, text=text, negated=denied)
    kind, match = bare
    stages = [s.value for s in found.marks("status", start, end)]
    roles = [r for r in ("participate", "lead") if found.marks(r, start, end)]
    return Mention(
        kind=kind,
        name=re.sub(r"[“”\"]", "", match[0]),
        start=start,
        end=end,
        text=text,
        level=level_of(match[0]),
        years=_years(found, start, end) if kind in _YEARLY else (),
        role=roles[0] if roles else "",
        quantity=float(listed) if kind == "component" and (listed := len(_all(kind, text))) > 1 else None,
        status=stages[0] if stages else "granted",
        negated=_denied(found, start, start + match.end(), end),
    )


_YEARLY = frozenset({"project", "talent_person", "talent_team"})


def _years(found: Found, start: int, end: int) -> tuple[int, ...]:
    """The one year that a clause names."""
    years = {piece.years for piece in found.within(found.years, start, end) if piece.kind == "year"}
    return years.pop() if len(years) == 1 else ()


def _all(kind: str, text: str) -> list[str]:
    """Everything of a kind that a clause lists: each of «数据中台、业务中台和业务总线» is one."""
    return [
        m[0] for row in lexicon("words")["bare"] if row["kind"] == kind for m in re.finditer(row["say"], text)
    ]


def _denied(found: Found, start: int, named: int, end: int) -> bool:
    """A negation in front of what is named, or closing the clause behind it («省级奖项暂无»)."""
    closing = found.marks("negation", named, end)
    return bool(found.marks("negation", start, named)) or any(sign.end == end for sign in closing)


def _bare(text: str) -> tuple[str, re.Match[str]] | None:
    """What a clause without a number claims, by the words that say it."""
    denied = re.search(lexicon("words")["negation"], text) is not None
    rows = (row for row in lexicon("words")["bare"] if denied or not row.get("denied"))
    found = ((row["kind"], re.search(row["say"], text)) for row in rows)
    return next(((kind, match) for kind, match in found if match is not None), None)
