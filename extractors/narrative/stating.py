"""Stating: what a segment says of its name: when, for what, which grade and rank, and at what stage.

What a later name of a list leaves out, it inherits from the name before it (承前省略), as long as
no verb of its own begins a new statement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.pieces import Piece
from extractors.narrative.segments import Segment
from extractors.numerals import NUMERAL, read_numeral
from registries.values.levels import first_set_level, level_of, security_level

_STAGES = ("publicised", "planned", "applied", "cultivation", "ongoing", "lapsed")
_BEFORE_GRANT = ("publicised", "planned", "applied")
_PEOPLE = re.compile(r"^(?:20\d\d)?(?:公司|我司|企业|本公司|集团|我们|其|公司产品|产品|项目|成果|平台|系统|荣誉|团队)?$")
_PROGRAMMES = re.compile(r"^(?:尖兵|领雁|万人计划|双碳|十三五|十四五|专精特新|小巨人|浙江制造|\d+\+?\w{0,3})$")
_RANKED = frozenset({"award", "project", "standard"})
_WITH_ROLE = frozenset({"award", "project", "standard", "consortium", "talent_team", "platform", "open_source"})
_COUNTED = "项个件家次款张种枚套台"


@dataclass(frozen=True, slots=True)
class Found:
    """All pieces of one text, by what they are."""

    text: str
    quotes: tuple[Piece, ...]
    years: tuple[Piece, ...]
    quantities: tuple[Piece, ...]
    signs: tuple[Piece, ...]

    def within(self, pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
        """The pieces of one kind between two offsets."""
        return [p for p in pieces if p.within(start, end)]

    def marks(self, kind: str, start: int, end: int) -> list[Piece]:
        """The signs of one kind between two offsets."""
        return [s for s in self.signs if s.kind == kind and s.within(start, end)]


@dataclass(frozen=True, slots=True)
class Statement:
    """A mention in the making: what is said of one name, and what was said for the list before it."""

    mention: Mention
    projects: tuple[str, ...] = ()
    frame: tuple[int, ...] = ()
    adverbial: bool = False
    """The year stands in front of the verb, so that it holds for what follows, too."""


def state(found: Found, segment: Segment, before: Statement | None, frame: tuple[int, ...]) -> Statement:
    """What a segment says of its name, with what the list before it lends."""
    name = segment.name
    heir = before is not None and _inherits(found, segment)
    earlier = before.mention if before is not None and heir else None
    years, adverbial = _years(found, segment)
    years = years or _lent_years(found, segment, before, heir) or frame
    projects = _projects(found, segment)
    grade = _grade(found, segment)
    rank = _rank(found, segment)
    status, negated = _stage(found, segment, earlier)
    counted = _quantity(found, segment)
    end = _extent(found, segment, counted)
    start = _trimmed(found.text, segment.start, name.start)
    mention = Mention(
        kind=name.kind,
        name=name.value,
        start=start,
        end=end,
        text=found.text[start:end],
        project="；".join(projects) or (earlier.project if earlier and earlier.kind == name.kind else ""),
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
    return Statement(_ranked(mention), projects, frame, adverbial)


def _ranked(mention: Mention) -> Mention:
    """A place in the market counts: 全国第3 is the third, 全球前十 is at most the tenth."""
    place = re.search(rf"([第前])({NUMERAL})", mention.name) if mention.kind == "market_rank" else None
    if place is None:
        return mention
    return replace(mention, quantity=read_numeral(place[2]), unit="位", bound="le" if place[1] == "前" else "eq")


def _inherits(found: Found, segment: Segment) -> bool:
    """A name without a verb of its own goes on with the statement of the name before it."""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(f"{lexicon('words')['grant']}|系|为|完成|建", head)
    return verb is None and not re.search(r"[一-龥]{4,}", head)


def _years(found: Found, segment: Segment) -> tuple[tuple[int, ...], bool]:
    """The segment's own years: those in front of the name, else those behind it."""
    pieces = found.within(found.years, segment.start, segment.end)
    front = [p for p in pieces if p.start < segment.name.end]
    back = [p for p in pieces if p.start >= segment.name.end]
    chosen = _run(found.text, front) if front else _run(found.text, back[::-1][:1] if len(back) < 2 else back)
    years = tuple(dict.fromkeys(year for p in chosen for year in p.years))
    verb = re.search(lexicon("words")["grant"], found.text[segment.start : segment.name.start])
    adverbial = bool(front and verb and front[-1].start < segment.start + verb.start())
    return years, adverbial


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


def _projects(found: Found, segment: Segment) -> tuple[str, ...]:
    """What was honoured: quoted names, else the subject in front of the verb."""
    name = segment.name
    quotes = [
        q for q in found.within(found.quotes, segment.start, segment.end)
        if not q.overlaps(name) and not _PROGRAMMES.match(q.value)
    ]  # fmt: skip
    if name.kind == "security_filing":
        return _systems(found, segment)
    if quotes:
        return tuple(q.value for q in quotes)
    told = re.search(r"(?:获奖)?(?:项目|成果)(?:名称)?[:为]([^,;。()]{4,50})", found.text[name.end : segment.end])
    return (told[1],) if told else _subject(found, segment) or _listed(found, segment) or _quoted_before(found, segment)


def _listed(found: Found, segment: Segment) -> tuple[str, ...]:
    """«首台套：智能卷绕机»: products behind a colon."""
    told = re.match(r"[^:,。;、]{0,6}:(?:(?:19|20)\d\d年度?)?([^,;。(]{3,60})", found.text[segment.name.end : segment.clause.end])
    return tuple(told[1].split("、")) if told and segment.name.kind != "award" else ()


def _quoted_before(found: Found, segment: Segment) -> tuple[str, ...]:
    """A quoted product in the clause in front («“X”榜上有名，为国内首台套»)."""
    if segment.name.kind != "first_set" or not segment.first:
        return ()
    front = max(found.text.rfind(stop, 0, max(0, segment.clause.start - 1)) for stop in ",。;\n") + 1
    return tuple(q.value for q in found.within(found.quotes, front, segment.clause.start))


def _subject(found: Found, segment: Segment) -> tuple[str, ...]:
    """The noun in front of the verb, if it is more than the company itself."""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(rf"(?:被|于|已|曾|成功|先后|均|分别|共)*(?:{lexicon('words')['grant']})", head)
    if verb is None:
        return ()
    subject = bare_subject(head[: verb.start()])
    subject = re.sub(r"(?:等)?(?:科技|研发|创新)?(?:项目|成果|产品|系列产品)$", "", subject)
    strange = re.search(r"[,、]|公司|单位|承担|参与|牵头|" + lexicon("words")["negation"], subject)
    return () if len(subject) < 4 or strange or _PEOPLE.match(subject) else (subject,)


def bare_subject(text: str) -> str:
    """A subject without years, frames (近三年, 公司自主研发的) and adverbs around it."""
    frames = re.compile(rf"^(?:{lexicon('words')['frames']}|自?(?:19|20)\d\d年?(?:度|底|末|初|\d{{1,2}}月)?(?:以来|起)?|[,、;:\s])+")
    text = frames.sub("", text.strip())
    tail = r"(?:于|在|被|已|均|也|分别|先后|成功|顺利|全部|都|现已|已经|目前|正在|[,、\s]|(?:19|20)\d\d年?(?:度|底|末|初|\d{1,2}月)?)+$"
    return re.sub(tail, "", text)


def _systems(found: Found, segment: Segment) -> tuple[str, ...]:
    """The systems that were filed: in front of 通过, or between the verb and the name of the scheme."""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(r"通过|完成|取得|获得|达到|办理|开展|实施|获|经过|符合", head)
    subject = bare_subject(head[: verb.start()] if verb else head)
    inner = bare_subject(re.sub(r"^(?:了|国家|公安部|公安机关|的)+|(?:的|国家)+$", "", head[verb.end() :])) if verb else ""
    text = subject if subject and not _PEOPLE.match(subject) else inner
    if not text:
        text = _system_before(found.text, segment)
    if not text:
        told = re.match(r"[^,;。]{0,4}的?(?:系统|平台)?(?:包括|有|为|:)([^,;。()]{3,40})", found.text[segment.name.end : segment.end])
        text = told[1] if told else ""
    text = re.sub(r"[“”\"「」《》]", "", text).strip("的、, ")
    if re.search(r"等\s*(?:\d+|[一二两三四五六七八九十]+)?[个套项]", text) or not re.search("系统|平台|网站|软件|中心|云", text):
        return (text,) if text else ()
    return tuple(part for part in re.split(r"、|(?<=系统)[和及与]|(?<=平台)[和及与]", text) if part)


def _system_before(text: str, segment: Segment) -> str:
    """The subject of the clause in front («…系统经公安机关审核，取得…»)."""
    clauses = re.split("[,;。]", text[: segment.clause.start].rstrip(", "))
    told = re.match(r"([^,]{2,30}?(?:系统|平台|网站|软件|APP))(?:经|由|已|于|按|通过|顺利|$)", clauses[-1].strip())
    return bare_subject(told[1]) if told else ""


def _grade(found: Found, segment: Segment) -> str:
    marks = found.marks("grade", segment.start, segment.end)
    after = [m for m in marks if m.start >= segment.name.start]
    if segment.name.kind != "award":
        return "提名奖" if segment.name.value.endswith("提名奖") else ""
    return (after or marks)[0].value if marks else ""


def _level(found: Found, segment: Segment) -> str:
    name = segment.name
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
    start = segment.clause.start if segment.first else segment.start
    if found.marks("participate", start, segment.end):
        return "lead_or_participate" if found.marks("lead", start, segment.end) else "participate"
    if found.marks("lead", start, segment.end) or rank == 1:
        return "lead"
    return "participate" if rank else ""


def _stage(found: Found, segment: Segment, earlier: Mention | None) -> tuple[str, bool]:
    """The stage that the segment tells, and whether it denies; a granting verb ends an application."""
    name = segment.name
    stages = {s.value for s in found.marks("status", segment.start, segment.end)}
    status = next((stage for stage in _STAGES if stage in stages), "granted")
    denials = found.marks("negation", segment.start, segment.end)
    before = any(d.end <= name.start for d in denials)
    negated = before or bool(denials and status not in _BEFORE_GRANT)
    if earlier is not None and status == "granted" and not denials:
        return earlier.status if earlier.status != "cultivation" else "granted", earlier.negated
    return status, negated


def _quantity(found: Found, segment: Segment) -> Piece | None:
    """The number behind the name, else the one right in front of it; years and effects are no counts."""
    counts = [q for q in found.within(found.quantities, segment.start, segment.end) if q.unit[:1] in _COUNTED]
    counts = [q for q in counts if found.text[q.end : q.end + 1] not in ("均", "都")]
    after = [q for q in counts if segment.name.end <= q.start <= segment.name.end + 12]
    front = [q for q in counts if q.end <= segment.name.start]
    return (after or front[-1:] or [None])[0]


def _issuer(found: Found, segment: Segment) -> str:
    hits = re.findall(lexicon("words")["issuers"], found.text[segment.start : segment.name.start])
    return str(hits[-1]) if hits else ""


def _is_part(found: Found, segment: Segment) -> bool:
    """Whether 其中 stands before the name, in its own stretch between stops."""
    head = max(found.text.rfind(stop, 0, segment.name.start) for stop in "。;\n")
    colon = re.search(r"\d[项个件次][^,;:]{0,6}:", found.text[head + 1 : segment.name.start])
    return colon is not None or bool(found.marks("part", head + 1, segment.name.start))


def _extent(found: Found, segment: Segment, counted: Piece | None) -> int:
    """The end of the last thing that the segment tells of its name."""
    told = [s for s in found.signs if s.kind in ("grade", "rank", "number", "status", "negation")]
    told += [*found.years, *([counted] if counted else [])]
    ends = [p.end for p in told if segment.name.end <= p.start and p.end <= segment.end]
    return closed(found.text, segment.start, max([segment.name.end, *ends]))


def closed(text: str, start: int, end: int) -> int:
    """The end together with the bracket that closes right behind it."""
    opened = text[start:end].count("(") > text[start:end].count(")")
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _trimmed(text: str, start: int, end: int) -> int:
    lead = re.match(r"[\s,、;的和及与并]*", text[start:end])
    return start + (lead.end() if lead else 0)


def _first(pieces: list[Piece]) -> str:
    return pieces[0].value if pieces else ""


def spread(statement: Statement) -> list[Mention]:
    """One mention for each thing: several quoted products, or a list of years, are several honours."""
    mention = statement.mention
    mentions = [mention]
    several = mention.kind in ("award", "honour", "first_set", "security_filing", "first_version_software")
    if several and len(statement.projects) > 1:
        mentions = [replace(mention, project=project) for project in statement.projects]
    if mention.kind in ("award", "honour") and len(mention.years) > 1 and not re.search("[-—–―~至到]", mention.text):
        mentions = [replace(m, years=(year,)) for m in mentions for year in mention.years]
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
        return replace(mention, name=name[: level.start()], level=str(security_level(level[1]) or ""), project="")
    return replace(mention, name=name, project="")
