"""Building: from the pieces of a box to its mentions.

1. Names of a sentence are cut into segments and stated one after the other.
2. Grades alone and renewed recognitions carry the name before them over.
3. Numbers left over are counts; clauses left over that no paper can prove are slogans.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from extractors.narrative.counting import count
from extractors.narrative.found import Found
from extractors.narrative.joining import accepted, told_together, without_members
from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.naming import region
from extractors.narrative.pieces import Piece
from extractors.narrative.remaining import items, slogans
from extractors.narrative.segments import Segment, cut
from extractors.narrative.statement import Statement, spread
from extractors.narrative.stating import closed, state
from registries.values.levels import level_of

_SUBJECTS = frozenset({"platform", "pilot_demo", "consortium"})
_NO_HONOUR = re.compile(
    r"信创|第.{1,3}(?:完成|承担|参与)?单位|(?:完成|承担|参与|起草|合作|成员|理事|理事长|依托)单位|[多各]项|一系列|若干|数据中台|市场|产业链|^(?:公司|企业|我司)|^.{0,4}(?:平台|项目|中心|系统|产品)$|验收"
)
_RENEWED = re.compile(r"重新认定|(?:通过|完成)复[审核评]")


def build(
    found: Found, sentences: Sequence[Piece], clauses: Sequence[Piece], names: Sequence[Piece]
) -> list[Mention]:
    """Every mention of a box in order of the text."""
    mentions: list[Mention] = []
    context: Statement | None = None
    for sentence in sentences:
        inside = [n for n in names if n.within(sentence.start, sentence.end)]
        inside = _without_subjects(found, clauses, inside)
        inside = _with_carried(found, sentence, inside, context)
        inside = _with_unlisted(found, sentence, clauses, inside)
        stated, context = _stated(found, sentence, inside, clauses, context)
        mentions += stated
    mentions = [without_members(found, m) for m in mentions]
    free = [q for q in found.quantities if not any(m.start < q.end and q.start < m.end for m in mentions)]
    mentions += count(found, clauses, free, tuple(mentions))
    mentions = told_together(found, clauses, sorted(mentions, key=lambda m: (m.start, m.end)))
    mentions += slogans(found, clauses, mentions)
    return accepted(found, sorted(mentions, key=lambda m: (m.start, m.end)))


def _stated(
    found: Found, sentence: Piece, names: list[Piece], clauses: Sequence[Piece], context: Statement | None
) -> tuple[list[Mention], Statement | None]:
    statements: list[tuple[Segment, Statement]] = []
    before: Statement | None = None
    for segment in cut(found.text, sentence, names, clauses, found.signs):
        statement = state(found, segment, before, _frame(found, sentence, segment, context))
        if _same_thing(found.text, segment, statement, statements):
            statements[-1] = (segment, _merged(found.text, statements[-1][1], statement))
        else:
            statements.append((segment, statement))
        before = statements[-1][1]
    done = _aligned(found, _told_at_the_end(found, statements))
    return [m for s in done for m in spread(s)], done[-1] if done else context


def _same_thing(
    text: str, segment: Segment, new: Statement, rows: Sequence[tuple[Segment, Statement]]
) -> bool:
    """A second 首台套 or filing without a product, year or level of its own tells more of the first."""
    if not rows or segment.name.kind not in ("first_set", "security_filing"):
        return False
    if "分别" in text[segment.clause.start : segment.name.start]:
        return False  # two things, each with a name of its own
    last, told = rows[-1]
    if last.name.kind != segment.name.kind:
        return False
    if segment.name.kind == "first_set" and not told.projects and re.search("公布|发布", told.mention.text):
        return True  # the notice first, then the product that stands in it
    between = text[last.name.end : segment.name.start]
    differ = len({told.mention.level, new.mention.level} - {""}) > 1
    own = re.search(r"\d{4}年", between) or (new.projects and new.projects != told.projects)
    return not own and not differ and (last.clause == segment.clause or not new.projects)


def _merged(text: str, first: Statement, second: Statement) -> Statement:
    a, b = first.mention, second.mention
    end = closed(text, a.start, max(a.end, b.end))
    joined = replace(
        a,
        end=end,
        level=b.level or a.level,
        number=a.number or b.number,
        years=a.years or b.years,
        status=a.status if a.status != "granted" else b.status,
    )
    projects = first.projects or second.projects
    return replace(first, mention=replace(joined, project="；".join(projects)), projects=projects)


def _frame(found: Found, sentence: Piece, segment: Segment, context: Statement | None) -> tuple[int, ...]:
    """A year set off by a comma at the head of the sentence («2020年，公司…») holds for all of it.

    «同年，…» is the year of the sentence before.
    """
    if context is not None and re.match(r"\s*(?:同年|当年|同期)", found.text[sentence.start :]):
        return context.mention.years
    framed = [
        y for y in found.years
        if y.kind == "year" and sentence.start <= y.start < segment.start
        and re.match(r"(?:期间|度|内|以来)?,", found.text[y.end :])
        and re.fullmatch(r"[\s在于]*|.*[,;]\s*", found.text[sentence.start : y.start])
    ]  # fmt: skip
    led = re.search(
        r"(?:^|[,;。])([^,;。]*(?:验收|评审|评选|遴选|考核|评定)[^,;。]*),$",
        found.text[sentence.start : segment.start],
    )
    if led and segment.first:
        framed += found.within(found.years, sentence.start + led.start(1), segment.start)
    return framed[-1].years if framed else ()


def _told_at_the_end(
    found: Found, rows: Sequence[tuple[Segment, Statement]]
) -> list[tuple[Segment, Statement]]:
    """«A、B均于2020年获得», «A、B各1项», «A、B已公示»: what the last name says for those before it, too."""
    done = list(rows)
    for at in range(len(done) - 1, 0, -1):
        (segment, last), (other, first) = done[at], done[at - 1]
        if other.clause != segment.clause:
            continue
        tail = found.text[segment.name.end : segment.end]
        a, b = first.mention, last.mention
        shared = re.search("均|都|全部|各", tail)
        late = b.years if not a.years and shared else a.years
        status = b.status if shared and a.status == "granted" else a.status
        each = "各" in tail and a.quantity is None
        ranked = shared and a.rank is None and a.kind == b.kind == "award"
        changed = replace(a, years=late, status=status, quantity=b.quantity if each else a.quantity)
        changed = replace(changed, rank=b.rank, role=b.role) if ranked else changed
        done[at - 1] = (other, replace(first, mention=replace(changed, unit=b.unit if each else a.unit)))
    return done


def _aligned(found: Found, rows: Sequence[tuple[Segment, Statement]]) -> list[Statement]:
    """«“A”“B”分别获一等奖、二等奖»: the first thing gets the first name, the second the second."""
    done = [statement for _, statement in rows]
    for at, (segment, statement) in enumerate(rows):
        row = [i for i, (other, _) in enumerate(rows) if other.clause == segment.clause]
        shared = statement.projects
        if row[0] == at and len(row) > 1 and len(shared) < 2:
            years = _in_turn(found, segment)
            for i, year in zip(row, years if len(years) == len(row) else (), strict=False):
                done[i] = replace(done[i], mention=replace(done[i].mention, years=(year,)))
        if row[0] != at or len(shared) < 2 or len(row) != len(shared):
            continue
        if found.marks("each", segment.clause.start, segment.clause.end):
            years = statement.mention.years
            row_years = [(year,) for year in years] if len(years) == len(row) else []
            for i, project in zip(row, shared, strict=True):
                years = row_years[row.index(i)] if row_years else done[i].mention.years
                told = replace(done[i].mention, project=project, years=years)
                done[i] = replace(done[i], projects=(project,), mention=told)
    return done


def _in_turn(found: Found, segment: Segment) -> tuple[int, ...]:
    """«2019、2021两年分别入选A和B»: the years in front of 分别, where no name has one of its own."""
    each = found.marks("each", segment.start, segment.name.start)
    if not each or found.within(found.years, segment.name.start, segment.clause.end):
        return ()
    before = found.within(found.years, segment.clause.start, each[0].start)
    return tuple(year for piece in before for year in piece.years)


def _without_subjects(found: Found, clauses: Sequence[Piece], names: list[Piece]) -> list[Piece]:
    """«“海创云”工业互联网平台入选…»: a platform in front of a granting verb is what was honoured."""
    kept = []
    for name, after in zip_longest(names, names[1:]):
        clause = next((c for c in clauses if c.start <= name.start < c.end), None)
        if after and clause and after.start < clause.end and name.kind in _SUBJECTS and not name.level:
            verb = re.search(lexicon("words")["grant"] + "|达到|完成", found.text[name.end : after.start])
            if verb and not re.search("、", found.text[name.end : after.start]):
                continue
        kept.append(name)
    return kept


def _with_carried(
    found: Found, sentence: Piece, names: list[Piece], context: Statement | None
) -> list[Piece]:
    """Names for grades that stand alone and for renewed recognitions, taken from the name before."""
    carried: list[Piece] = []
    for grade in found.marks("grade", sentence.start, sentence.end):
        before = [n for n in (*names, *carried) if n.kind == "award" and n.start < grade.start]
        last = max(before, key=lambda n: n.end, default=None)
        if any(n.overlaps(grade) for n in names) or (
            last and not _parted(found.text[last.end : grade.start])
        ):
            continue
        first = next((n for n in names if n.kind == "award" and n.start > grade.end), None)
        if last is not None:
            carried.append(replace(last, start=grade.start, end=grade.end))
        elif first is None and context is not None and context.mention.kind == "award":
            told = context.mention
            carried.append(Piece("award", grade.start, grade.end, told.name, told.level))
    for match in _RENEWED.finditer(found.text, sentence.start, sentence.end):
        last = max(
            (n for n in names if n.kind == "honour" and n.end < match.start()),
            key=lambda n: n.end,
            default=None,
        )
        clause_end = min(
            (at for s in ",。;" if (at := found.text.find(s, match.end())) >= 0), default=len(found.text)
        )
        again = any(match.end() <= n.start < clause_end for n in names)  # «通过复评列入…» names it itself
        if last is not None and not again and "," in found.text[last.end : match.start()]:
            carried.append(replace(last, start=match.start(), end=match.end()))
    return sorted([*names, *carried], key=lambda n: n.start)


def _parted(text: str) -> bool:
    """Whether a separator parts a grade from the prize before; within its brackets it belongs to it."""
    return text.count("(") <= text.count(")") and re.search("[、,和及:]", text) is not None


def _with_unlisted(
    found: Found, sentence: Piece, clauses: Sequence[Piece], names: list[Piece]
) -> list[Piece]:
    """Honours of no list, item by item: what ends like one, behind a granting verb or a place."""
    extra = []
    for clause in (c for c in clauses if c.within(sentence.start, sentence.end)):
        granting = False
        for start, end in items(found.text, clause):
            granting = granting or re.search(_granting(), found.text[start:end]) is not None
            if any(n.start < end and start < n.end for n in names):
                continue
            match = _unlisted(granting).match(found.text, start, end)
            if match and not any(
                match.start("name") < q.end and q.start < match.end("name") for q in found.quantities
            ):
                name = re.sub(r"[“”\"「」]", "", match["name"])
                if not _NO_HONOUR.search(name):
                    extra.append(
                        Piece("honour", match.start("name"), match.end("name"), name, level_of(name))
                    )
    return sorted([*names, *extra], key=lambda n: n.start)


def _granting() -> str:
    return rf"(?:{lexicon('words')['grant']}|系|(?<![因作])为|是)(?:为|了|得|到)?"


@cache
def _unlisted(granting: bool) -> re.Pattern[str]:
    """One item of a list; without a granting verb in front, the honour must begin with a place."""
    heads = lexicon("honours")["heads"]
    year = r"(?:\s*(?:19|20)\d\d年?度?)?"
    verb = rf"(?:.*?{_granting()})?{year}"
    place = region() if not granting else f"(?:{region()})?"
    sign = r"[一-龥A-Za-z0-9·/“”\"]"
    return re.compile(
        rf"{verb}(?P<name>{place}{sign}{{2,40}}?(?:{heads}))[”\"」]?(?:称号|名单|\(.*\)|等荣誉|各?[一二两三\d][项个])*$"
    )
