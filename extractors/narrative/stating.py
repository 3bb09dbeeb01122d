"""Stating: what a segment says of its name: when, for what, which grade and rank, and at what stage.

What a later name of a list leaves out, it inherits from the name before it (承前省略), as long as
no verb of its own begins a new statement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.narrative.found import Found
from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.naming import run_back
from extractors.narrative.pieces import Piece
from extractors.narrative.segments import Segment
from extractors.narrative.subjects import find_things, lent_thing
from extractors.numerals import NUMERAL, read_numeral
from registries.values.levels import first_set_level, level_of, security_level
from registries.values.tables import table

_STAGES = ("publicised", "planned", "applied", "cultivation", "ongoing", "lapsed")
_BEFORE_GRANT = ("publicised", "planned", "applied")
_RANKED = frozenset({"award", "project", "standard"})
_WITH_ROLE = frozenset(
    {"award", "project", "standard", "consortium", "talent_team", "platform", "open_source"}
)
_SEVERAL = frozenset({"award", "honour", "first_set", "security_filing", "first_version_software"})
_OWN_ACTS = frozenset({"open_source", "csr"})
_BETWEEN = r"[)\s-]*(?:达到|评估|认证|评定|贯标|通过|取得|等级|成熟度|运维服务|能力|模型|为|的|:|\(%s)*"
_NAMED: dict[str, str] = table("levels")["rungs"]
_NAMES = "|".join(sorted(_NAMED, key=len, reverse=True))
_RUNG = re.compile(
    _BETWEEN % rf"|(?:{_NAMES})级?" + r"(?:第?(?P<a>[一二三四五1-5])级|(?:Level|ML|L) ?(?P<b>[1-5])(?!\d))", re.IGNORECASE
)
_OTHER_RUNG = re.compile(_BETWEEN % "" + rf"(?P<a>{_NAMES}|A{{1,5}})级")
"""Behind a certificate of several levels (DCMM, CMMI, 两化融合): the level that is claimed, as a figure, a word or letters."""
_COUNTED = "项个件家次款张种枚套台期份"


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


def state(found: Found, segment: Segment, before: Statement | None, frame: tuple[int, ...]) -> Statement:
    """What a segment says of its name, with what the list before it lends."""
    name = segment.name
    heir = before is not None and _inherits(found, segment)
    earlier = before.mention if before is not None and heir else None
    years, adverbial = _years(found, segment)
    years = years or _lent_years(found, segment, before, heir) or frame
    projects = find_things(found, segment)
    grade = _grade(found, segment)
    rank = _rank(found, segment)
    status, negated = _stage(found, segment, earlier)
    counted = _quantity(found, segment) or _run_of_years(found, segment)
    end = _extent(found, segment, counted, projects)
    start = _trimmed(found.text, _behind_another(found, segment, counted), name.start)
    mention = Mention(
        kind=name.kind,
        name=name.value,
        start=start,
        end=end,
        text=found.text[start:end],
        project="；".join(projects) or lent_thing(found, segment, before.mention if before else None),
        grade=grade,
        level=_level(found, segment),
        years=years,
        role=_role(found, segment, rank) or (earlier.role if earlier else ""),
        rank=rank,
        number=_first(found.marks("number", segment.start, segment.end)),
        quantity=counted.number if counted else None,
        unit=counted.unit if counted else "",
        issuer=_issuer(found, segment),
        status=status,
        negated=negated,
        bound=counted.bound if counted else "eq",
        part=_is_part(found, segment),
    )
    numbers = tuple(n.value for n in found.marks("number", segment.start, segment.end))
    in_turn = bool(found.marks("each", segment.start, segment.end))
    return Statement(_ranked(mention), projects, numbers, in_turn, adverbial, _dated(found, segment, projects))


def _dated(found: Found, segment: Segment, projects: Sequence[str]) -> tuple[int, ...]:
    """The years that stand right in front of each of several quoted things."""
    quotes = [q for q in found.within(found.quotes, segment.start, segment.end) if q.value in projects]
    years = [next((y.years[0] for y in found.years if y.end == q.start and len(y.years) == 1), 0) for q in quotes]
    return tuple(years) if len(years) > 1 and all(years) else ()


def _ranked(mention: Mention) -> Mention:
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


def _inherits(found: Found, segment: Segment) -> bool:
    """A name without a verb of its own goes on with the statement of the name before it."""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(f"{lexicon('words')['grant']}|系|为|完成|建", head)
    return verb is None and not re.search(r"[一-龥]{4,}", head)


def _years(found: Found, segment: Segment) -> tuple[tuple[int, ...], bool]:
    """The segment's own years: those in front of the name, else those behind it."""
    pieces = found.within(found.years, segment.start, segment.end)
    own = _bracketed(found.text, segment)
    if inside := [p for p in pieces if own and p.within(*own)]:  # «A(2021年)和B(2020年)»
        return tuple(dict.fromkeys(year for p in inside for year in p.years)), False
    front = [p for p in pieces if p.start < segment.name.end]
    back = [p for p in pieces if p.start >= segment.name.end]
    chosen = _run(found.text, front) if front else _run(found.text, back[::-1][:1] if len(back) < 2 else back)
    years = tuple(dict.fromkeys(year for p in chosen for year in p.years))
    verb = re.search(lexicon("words")["grant"], found.text[segment.start : segment.name.start])
    adverbial = bool(front and verb and front[-1].start < segment.start + verb.start())
    return years, adverbial


def _bracketed(text: str, segment: Segment) -> tuple[int, int] | None:
    """The bracket that opens right behind a name, where another name without a segment of its own may follow."""
    behind = re.compile(r"[”\"」]?(?:称号)?\(([^()]*)\)(?=[和及与、])").match(text, segment.name.end, segment.end)
    return behind.span(1) if behind else None


def _run(text: str, years: list[Piece]) -> list[Piece]:
    """The last year, with those listed right in front of it."""
    run = years[-1:]
    for piece in reversed(years[:-1]):
        if not re.fullmatch(r"[、,和及与]{0,2}", text[piece.end : run[0].start]):
            break
        run.insert(0, piece)
    return run


def _lent_years(found: Found, segment: Segment, before: Statement | None, heir: bool) -> tuple[int, ...]:
    if before is None:
        return ()
    head = found.text[segment.start : segment.name.start]
    if heir and before.mention.status == "granted":
        return before.mention.years
    follows = re.match(r"\s*(?:公司|我司)?(?:又|并|还|同年|同时|当年|同期)", head)
    return before.mention.years if before.adverbial and follows or re.search("同年|当年|同期", head) else ()


def _grade(found: Found, segment: Segment) -> str:
    marks = found.marks("grade", segment.start, segment.end)
    after = [m for m in marks if m.start >= segment.name.start]
    if segment.name.kind != "award":
        return "提名奖" if segment.name.value.endswith("提名奖") else ""
    return (after or marks)[0].value if marks else ""


def _level(found: Found, segment: Segment) -> str:
    name = segment.name
    if name.kind == "certification" and (rung := _RUNG.match(found.text, name.end, segment.end)):
        return str(security_level((rung["a"] or rung["b"]) + "级") or "")
    if name.kind == "certification" and (rung := _OTHER_RUNG.match(found.text, name.end, segment.end)):
        return _NAMED.get(rung["a"], rung["a"])
    if name.level == "协会" and (told := re.search(r"([国省市])(?:家)?级(?:荣誉|称号|奖项|认定|奖励)", found.text[segment.start : segment.end])):
        return level_of(told[1] + "级") or name.level
    if name.kind == "platform" and not name.level:  # its own name tells it: 浙江省…工程研究中心
        return level_of(found.text[run_back(found.text, name.end) : name.end])
    if name.kind != "first_set" or name.level:
        return name.level or ("" if name.kind == "first_set" else level_of(_issuer(found, segment)))
    around = found.text[name.end : segment.end]
    told = re.search(r"(国际|世界|全球|国内|全国|国家|省内|省级)", around)
    return first_set_level(told[1]) if told else ""


def _rank(found: Found, segment: Segment) -> int | None:
    marks = found.marks("rank", segment.start, segment.end) if segment.name.kind in _RANKED else []
    return int(marks[0].number) if marks and marks[0].number else None


def _role(found: Found, segment: Segment, rank: int | None) -> str:
    if segment.name.kind not in _WITH_ROLE:
        return ""
    start = min(segment.start, segment.clause.start) if segment.first else segment.start
    if found.marks("participate", start, segment.end):
        return "lead_or_participate" if found.marks("lead", start, segment.end) else "participate"
    if found.marks("lead", start, segment.end) or rank == 1:
        return "lead"
    together = found.marks("together", start, segment.end) and "与" in found.text[start : segment.end]
    return "participate" if rank or together else ""


def _stage(found: Found, segment: Segment, earlier: Mention | None) -> tuple[str, bool]:
    """The stage that the segment tells, and whether it denies; a granting verb ends an application."""
    name = segment.name
    stages = {s.value for s in found.marks("status", segment.start, segment.end)}
    status = next((stage for stage in _STAGES if stage in stages), "granted")
    denials = found.marks("negation", segment.start, segment.end)
    before = any(d.end <= name.start for d in denials)
    own = name.kind in _OWN_ACTS  # what others confer is only late; an act of one's own is denied
    late = status in (*_BEFORE_GRANT, "cultivation", "lapsed") and not own
    negated = before or bool(denials and not late)
    if earlier is not None and not segment.first and status == "granted" and not denials:
        return earlier.status if earlier.status != "cultivation" else "granted", earlier.negated
    return status, negated


def _quantity(found: Found, segment: Segment) -> Piece | None:
    """The number behind the name, else the one right in front of it; years and effects are no counts."""
    counts = [q for q in found.within(found.quantities, segment.start, segment.end) if q.unit[:1] in _COUNTED]
    counts = [q for q in counts if found.text[q.end : q.end + 1] not in ("均", "都")]
    after = [q for q in counts if segment.name.end <= q.start <= segment.name.end + 12]
    front = [q for q in counts if q.end <= segment.name.start]
    chosen = after or front[-1:]
    return chosen[0] if chosen else None


_RUN = re.compile(rf"(?:连续|蝉联)(?P<n>{NUMERAL})(?P<unit>[年期届])")
_YEARLY = frozenset({"csr", "honour"})


def _run_of_years(found: Found, segment: Segment) -> Piece | None:
    """«连续三年发布报告», «连续六年被评为…»: one for each year, so that two of three are not enough."""
    kind = segment.name.kind
    match = _RUN.search(found.text, segment.start, segment.end) if kind in _YEARLY else None
    number = read_numeral(match["n"]) if match else None
    if match is None or not number:
        return None
    unit = "份" if kind == "csr" else match["unit"]
    return Piece("quantity", match.start(), match.end(), number=number, unit=unit)


def _issuer(found: Found, segment: Segment) -> str:
    hits = re.findall(lexicon("words")["issuers"], found.text[segment.start : segment.name.start])
    return str(hits[-1]) if hits else ""


def _is_part(found: Found, segment: Segment) -> bool:
    """Whether 其中 stands before the name, in its own stretch between stops."""
    head = max(found.text.rfind(stop, 0, segment.name.start) for stop in "。;\n")
    colon = re.search(r"\d[项个件次][^,;:]{0,6}:", found.text[head + 1 : segment.name.start])
    return colon is not None or bool(found.marks("part", head + 1, segment.name.start))


_EVALUATED = re.compile("[^,;。、]{0,12}?测评")
_ROLES = re.compile(
    "[^,;。、]{0,6}?(?:(?:白金|黄金|白银|钻石|战略|特级)(?:捐赠人|会员)(?:单位)?|捐赠人|(?:副?理事长|理事|会员)单位|PMC|Committer|Maintainer)", re.IGNORECASE
)
"""What the applicant is in a community: a silver donor is no golden one."""


def _extent(found: Found, segment: Segment, counted: Piece | None, projects: tuple[str, ...]) -> int:
    """The end of the last thing that the segment tells of its name."""
    told = [s for s in found.signs if s.kind in ("grade", "rank", "number", "status", "negation")]
    told += [*found.years, *([counted] if counted else [])]
    ends = [p.end for p in told if segment.name.end <= p.start and p.end <= segment.end]
    ends += [at.end() for at in (_EVALUATED.match(found.text, segment.name.end, segment.end),) if at and segment.name.kind == "security_filing"]
    ends += [at.end() for at in (_ROLES.match(found.text, segment.name.end, segment.end),) if at and segment.name.kind in ("open_source", "consortium")]
    ends += [at + len(p) for p in projects if (at := found.text.find(p, segment.name.end, segment.end)) >= 0]
    return closed(found.text, segment.start, max([segment.name.end, *ends]))


def closed(text: str, start: int, end: int) -> int:
    """The end together with the quotation mark or bracket that closes right behind it."""
    for left, right in ("“”", "《》", "()"):
        opened = text[start:end].count(left) > text[start:end].count(right)
        end += opened and text[end : end + 1] == right
    return end


def _behind_another(found: Found, segment: Segment, counted: Piece | None) -> int:
    """«打造国家级试点示范2个、省级未来工厂3家»: what is counted in front of 、 is another thing."""
    front = [q for q in found.within(found.quantities, segment.start, segment.name.start) if counted is None or q.end <= counted.start]
    parted = [q.end for q in front if q.unit[:1] in _COUNTED and found.text[q.end : q.end + 1] == "、"]
    return max(parted, default=segment.start)


def _trimmed(text: str, start: int, end: int) -> int:
    lead = re.match(r"[\s,、;的和及与并]*", text[start:end])
    return start + (lead.end() if lead else 0)


def _first(pieces: list[Piece]) -> str:
    return pieces[0].value if pieces else ""


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
