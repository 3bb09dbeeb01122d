"""Stating: what a segment says of its name: when, for what, which grade and rank, and at what stage.

What a later name of a list leaves out, it inherits from the name before it (承前省略), as long as
no verb of its own begins a new statement.
"""

import re

from extractors.narrative.found import Found
from extractors.narrative.levels import grade_told, issuer_told, level_told, rank_told
from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.pieces import Piece
from extractors.narrative.segments import Segment
from extractors.narrative.statement import Statement, with_place
from extractors.narrative.subjects import find_things, lent_thing
from extractors.narrative.when import lent_years, run_of_years, years_in_front, years_told

_STAGES = ("publicised", "planned", "applied", "cultivation", "ongoing", "lapsed")
_BEFORE_GRANT = ("publicised", "planned", "applied")
_WITH_ROLE = frozenset(
    {"award", "project", "standard", "consortium", "talent_team", "platform", "open_source"}
)
_OWN_ACTS = frozenset({"open_source", "csr"})
_COUNTED = "项个件家次款张种枚套台期份"


def state(found: Found, segment: Segment, before: Statement | None, frame: tuple[int, ...]) -> Statement:
    """What a segment says of its name, with what the list before it lends."""
    name = segment.name
    heir = before is not None and _inherits(found, segment)
    earlier = before.mention if before is not None and heir else None
    years, adverbial = years_told(found, segment)
    years = years or lent_years(found, segment, before, heir) or frame
    projects = find_things(found, segment)
    grade = grade_told(found, segment)
    rank = rank_told(found, segment)
    status, negated = _stage(found, segment, earlier)
    counted = _quantity(found, segment) or run_of_years(found, segment)
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
        level=level_told(found, segment),
        years=years,
        role=_role(found, segment, rank) or (earlier.role if earlier else ""),
        rank=rank,
        number=_first(found.marks("number", segment.start, segment.end)),
        quantity=counted.number if counted else None,
        unit=counted.unit if counted else "",
        issuer=issuer_told(found, segment),
        status=status,
        negated=negated,
        bound=counted.bound if counted else "eq",
        part=_is_part(found, segment),
    )
    numbers = tuple(n.value for n in found.marks("number", segment.start, segment.end))
    in_turn = bool(found.marks("each", segment.start, segment.end))
    return Statement(with_place(mention), projects, numbers, in_turn, adverbial, years_in_front(found, segment, projects))


def _inherits(found: Found, segment: Segment) -> bool:
    """A name without a verb of its own goes on with the statement of the name before it."""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(f"{lexicon('words')['grant']}|系|为|完成|建", head)
    return verb is None and not re.search(r"[一-龥]{4,}", head)


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

