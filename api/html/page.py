"""The report as one HTML page that needs nothing beside it: no scripts, no fonts, no network.

The recipe: what each piece of evidence needs shown; cut the crops; turn codes into words; lay out.
Whatever stands on papers is hostile until escaped: the template escapes everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache as once
from importlib.resources import files as resources
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup

from api.html.crops import cut_crops
from api.html.figures import Gallery, Veil, picture_uri
from api.html.ledger import file_views, paper_views
from api.html.sheets import indicator_views, topic_views
from api.html.view import ClaimView, Viewer, in_order
from api.settings import Settings
from extractors.files import EvidenceFile
from extractors.forms.edition import editions
from verifier.report.report import Report
from verifier.rules import load_rules
from verifier.signals.reuse import Reuse
from verifier.verdict import Flag
from verifier.words import words

ELSEWHERE = "其他申报项"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the form with its claims; the blank ones are only named."""

    id: str
    title: str
    claims: tuple[ClaimView, ...]
    blank: tuple[str, ...]


def render_report(
    report: Report,
    evidence: Sequence[EvidenceFile],
    settings: Settings,
    veil: Veil | None = None,
    pairs: Mapping[Reuse, tuple[bytes, bytes]] | None = None,
) -> str:
    """The report as HTML.

    Args:
        report: the report.
        evidence: the files that it is about, for the crops.
        settings: cache, workers, sharpness and size of the crops.
        veil: what of each page must not be seen, where the report is redacted.
        pairs: pictures (WebP) of a paper that was used before, here and there.
    """
    return lay_out(report, hung(report, evidence, settings, veil), "report.html.j2", pairs, settings.cache)


def hung(
    report: Report, evidence: Sequence[EvidenceFile], settings: Settings, veil: Veil | None = None
) -> Gallery:
    """The gallery of a report with its crops."""
    gallery = Gallery(report, veil)
    frames = [need.frame for need in gallery.needs(in_order(report.verdicts))]
    gallery.hang(cut_crops(frames, evidence, settings))
    return gallery


def lay_out(
    report: Report,
    gallery: Gallery,
    template: str,
    pairs: Mapping[Reuse, tuple[bytes, bytes]] | None = None,
    cache: Path | None = None,
) -> str:
    """A report laid out by one of the templates beside this module, compiled once and kept beside the cache."""
    shown = {reuse: tuple(picture_uri(body) for body in both) for reuse, both in (pairs or {}).items()}
    viewer = Viewer(report, gallery, load_rules())
    claims = [viewer.claim(n, verdict) for n, verdict in enumerate(report.verdicts, 1)]
    return _environment(cache).get_template(template).render(
        report=report,
        flags=[(flag.value, words().flags[flag.value], report.counts()[flag.value]) for flag in Flag],
        claims=claims,
        sections=_sections(report, claims),
        files=file_views(report),
        papers=paper_views(report, claims),
        undecidable=_undecidable(report, claims),
        indicators=indicator_views(report),
        topics=topic_views(report, claims, load_rules()),
        registries=words().registries,
        roles=words().roles,
        reuse=[(r, *shown.get(r, ("", ""))) for r in report.reuse],
        fields=words().fields,
        pictures=gallery.pictures(),
        css=Markup(resources(__package__).joinpath("report.css").read_text(encoding="utf-8")),
    )


@once
def _environment(cache: Path | None) -> Environment:
    kept = None
    if cache is not None:
        folder = cache.parent / "templates"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # bytecode: nobody else may write there
        kept = FileSystemBytecodeCache(str(folder))
    return Environment(
        bytecode_cache=kept,
        loader=PackageLoader(__package__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _sections(report: Report, claims: Sequence[ClaimView]) -> list[Section]:
    """The claims under the headings of the form's own edition, in printed order."""
    titles = titles_of(str(report.provenance.settings.get("edition", "")))
    placed = [
        (titles.get(v.key.partition(".")[0], ELSEWHERE), claim)
        for v, claim in zip(report.verdicts, claims, strict=True)
    ]
    order = dict.fromkeys(title for title, _ in placed)
    return [_section(n, title, [c for t, c in placed if t == title]) for n, title in enumerate(order, 1)]


def _section(number: int, title: str, claims: Iterable[ClaimView]) -> Section:
    made = list(claims)
    blank = tuple(c.label for c in made if c.flag == Flag.NOT_CLAIMED)
    return Section(f"s{number}", title, tuple(c for c in made if c.flag != Flag.NOT_CLAIMED), blank)


def titles_of(edition: str) -> dict[str, str]:
    """The heading under which an edition of the form asks for each field, by its key."""
    found = next((e for e in editions() if e.id == edition), None)
    return {entry.key: entry.section for entry in found.entries} if found else {}


def _undecidable(report: Report, claims: Sequence[ClaimView]) -> list[tuple[str, list[ClaimView]]]:
    """Registries that nobody loaded, with the claims that stay open for it."""
    by_key = {v.key: claim for v, claim in zip(report.verdicts, claims, strict=True)}
    return [
        (words().registries.get(kind, kind), [by_key[key] for key in keys if key in by_key])
        for kind, keys in report.undecidable.items()
    ]
