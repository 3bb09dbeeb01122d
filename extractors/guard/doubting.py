"""Which facts deserve a second look, and where: pure, and empty for a clean file.

Doubtful is a number that failed its check or was mended, a number, date or amount of which some
character was hard to read, two facts that do not fit together, and a required number that could
not be read behind its label. What comes from a text layer was not seen but said: nothing to look at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.exhibit import Exhibit, Fact
from extractors.geometry import Box, around
from extractors.guard.fitting import misfits
from extractors.guard.grammar import DAY, GRAMMARS, MONTH, Grammar, canonical, grammar_of, uneven
from extractors.kinds.catalog import KINDS
from extractors.kinds.fields.cells import cell
from extractors.kinds.fields.labels import hits
from extractors.kinds.fields.numbers import CHECK_FAIL, REPAIRED
from extractors.kinds.fields.standing import broken_date
from extractors.kinds.kind import FieldSpec, Kind
from extractors.layout import script_of
from extractors.page import TEXT, Page

CLEAR = 0.90
"""A character of which the reader was less certain than this is looked at again."""

REACH = 22.0
"""How many times its height a number may run on behind a label with nothing read beside it."""

Quad = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at again: where, how it is written, and what was read at first."""

    exhibit: str
    name: str
    page: int
    frame: Box
    """Its box in the reading frame."""

    quad: Quad
    """The corners of the strip on the page as displayed, with a margin, in points."""

    grammar: str
    read: str = ""
    """What was read at first, in canonical form; empty where nothing could be parsed."""

    @property
    def key(self) -> str:
        """What a second look depends on, as text for the cache."""
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in self.quad)
        return f"{self.grammar} {self.read} {corners}"


def doubts(exhibits: Sequence[Exhibit], pages: Mapping[int, Page]) -> tuple[Doubt, ...]:
    """Everything in some exhibits of one file that deserves a second look."""
    return tuple(doubt for exhibit in exhibits for doubt in _of(exhibit, pages))


def _of(exhibit: Exhibit, pages: Mapping[int, Page]) -> list[Doubt]:
    unfit = misfits(exhibit)
    found = [_doubt(exhibit, fact, pages, bool(unfit.get(fact.name))) for fact in exhibit.facts]
    missing = [_missing(exhibit, spec, pages) for spec in _required(exhibit)]
    undated = _undated(exhibit, pages)
    if undated is not None:  # of a day that was lost only the month is known: it is looked at for the day
        found = [doubt for doubt in found if doubt is None or doubt.name != undated.name]
    return [doubt for doubt in (*found, *missing, undated) if doubt is not None]


def _doubt(exhibit: Exhibit, fact: Fact, pages: Mapping[int, Page], unfit: bool) -> Doubt | None:
    grammar = grammar_of(fact)
    traits = fact.traits
    if grammar is None or traits is None or traits.printed or len(fact.places) != 1:
        return None
    failed = CHECK_FAIL in fact.flags or REPAIRED in fact.flags
    place = fact.places[0]
    odd = grammar is DAY and uneven(fact.quote)
    if place.frame is None or not (failed or unfit or odd or traits.least < CLEAR):
        return None
    quad = pages[place.page].corners(_with_margin(place.frame))
    read = canonical(fact, grammar) or ""
    return Doubt(exhibit.id, fact.name, place.page, place.frame, quad, grammar.name, read)


def _undated(exhibit: Exhibit, pages: Mapping[int, Page]) -> Doubt | None:
    """The strip of the day on which a paper was signed, where a seal or the scan spoiled it."""
    known = [fact for fact in exhibit.facts if fact.name.endswith("date")]
    if any(grammar_of(fact) is not MONTH for fact in known):
        return None
    script = script_of([pages[number] for number in exhibit.pages])
    span = broken_date(script)
    glyphs = script.glyphs(*span) if span is not None else []
    if not glyphs or all(glyph.origin == TEXT for glyph in glyphs):
        return None
    page, frame = pages[glyphs[0].page], around(g.box for g in glyphs)
    return Doubt(exhibit.id, "date", page.number, frame, page.corners(_with_margin(frame)), DAY.name)


def _with_margin(box: Box) -> Box:
    side, above = 0.5 * box.height, 0.2 * box.height
    return Box(box.x0 - side, box.y0 - above, box.x1 + side, box.y1 + above)


def _required(exhibit: Exhibit) -> list[FieldSpec]:
    specs = _kind(exhibit).fields
    return [s for s in specs if s.required and s.labels and exhibit.fact(s.name) is None]


def _kind(exhibit: Exhibit) -> Kind:
    return next((k for k in KINDS if k.type == exhibit.type), Kind(exhibit.type, ()))


def _missing(exhibit: Exhibit, spec: FieldSpec, pages: Mapping[int, Page]) -> Doubt | None:
    """The strip behind the label of a required number that could not be parsed."""
    grammar = _written_by(spec)
    own = [pages[number] for number in exhibit.pages]
    if grammar is None or all(line.origin == TEXT for page in own for line in page.lines):
        return None
    script = script_of(own)
    every = hits(script, [s.labels for s in _kind(exhibit).fields if s.labels])
    for hit in (h for h in every if h.label in spec.labels):
        label = script.glyphs(hit.start, hit.end)
        if not label:
            continue
        spans = cell(script, hit, every, wraps=False)
        glyphs = [g for a, b in spans[:1] for g in script.glyphs(a, b)]
        page = pages[label[0].page]
        frame = around(g.box for g in glyphs) if glyphs else _beside(around(g.box for g in label), page)
        return Doubt(
            exhibit.id, spec.name, page.number, frame, page.corners(_with_margin(frame)), grammar.name
        )
    return None


def _beside(label: Box, page: Page) -> Box:
    right = min(label.x1 + REACH * label.height, page.reading_size[0])
    return Box(label.x1, label.y0, max(right, label.x1 + label.height), label.y1)


def _written_by(spec: FieldSpec) -> Grammar | None:
    identifier = getattr(spec.parse, "identifier", None)
    return next((g for g in GRAMMARS if identifier is not None and g.identifier is identifier), None)
