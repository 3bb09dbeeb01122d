"""The whole flow: a form and its evidence go in, a report comes out.

Read the form, read the evidence, ask the registries about every exhibit, judge every claim. What
is read lies in `extractors`, what is registered in `registries`; here they meet.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from extractors.cache import ReadingCache
from extractors.exhibit import Exhibit, FileReading
from extractors.files import gather
from extractors.forms.edition import Edition
from extractors.forms.form import Form
from extractors.forms.reading import read_form
from extractors.narrative.kept import read_or_recall
from extractors.narrative.mention import Mention
from extractors.recall import read_files
from extractors.settings import Progress, ReadingSettings, Step
from registries.catalog import Registries
from registries.match import Findings
from verifier.answers import names_of, owned_of, search_all
from verifier.applicant import find_applicant
from verifier.asking import ask, ask_company, partners_of
from verifier.asof import day_of
from verifier.checklist import check
from verifier.claims import Claim, find_claims
from verifier.corrections import Correction, correct
from verifier.indicators.indicators import indicate
from verifier.indicators.sheet import sheet_of
from verifier.judge import judge
from verifier.listing import with_own_row
from verifier.report.provenance import provenance
from verifier.report.report import Report
from verifier.report.rounding import as_told
from verifier.rules import Rules, load_rules
from verifier.selfcheck import check_form
from verifier.unclassed import unclassed_pages
from verifier.undecidable import undecidable
from verifier.unread import unread_pages
from verifier.verdict import Verdict


def _quiet(_: Step) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Toolbox:
    """What the flow works with: how to read, the registries if any are loaded, and the rules."""

    reading: ReadingSettings
    registries: Registries | None
    rules: Rules
    editions: tuple[Edition, ...] = ()
    """Editions of the form of an office's own, beside those that are shipped."""

    @classmethod
    def usual(cls, reading: ReadingSettings, registries: Registries | None) -> "Toolbox":
        """The toolbox with the rules that ship with the program."""
        return cls(reading, registries, load_rules())


def verify(
    form: Path,
    evidence: Sequence[Path],
    *,
    toolbox: Toolbox,
    as_of: date | None = None,
    corrections: Sequence[Correction] = (),
    progress: Progress = _quiet,
) -> Report:
    """Verify one application.

    Args:
        form: the 申报表.
        evidence: files and folders.
        toolbox: readers, registries, rules.
        as_of: the day on which things must hold; default: the form's own date, else today.
        corrections: what people read on pages, to be taken instead of what the program read.
        progress: told after every portion of pages.

    Returns:
        The report: a verdict for every claim of the form, and an account of every page.

    Raises:
        FormError: the form could not be read.
    """
    filled = read_form(form, toolbox.reading, toolbox.editions)
    day = day_of(filled, as_of, date.today())
    read, corrected = correct(read_files(gather(evidence), toolbox.reading, progress), corrections)
    return replace(conclude(filled, read, day, toolbox), corrections=corrected)


def conclude(form: Form, read: Sequence[FileReading], day: date, toolbox: Toolbox) -> Report:
    """The report on what was read: ask, judge, tell; no page is looked at, so a stored reading will do.

    Args:
        form: the form as it was filled in.
        read: what was read of the evidence.
        day: the day on which things must hold.
        toolbox: registries, rules, and the cache of what sentences say.
    """
    readings = tuple(as_told(reading) for reading in read)
    claims = find_claims(form)
    company = search_all(ask_company(claims), toolbox.registries, day)
    exhibits = _exhibits(readings, claims, company)
    partners = partners_of(exhibits, toolbox.rules)
    findings = {e.id: search_all(ask(e, toolbox.rules, partners), toolbox.registries, day) for e in exhibits}
    mentions = _mentions(claims, toolbox)
    verdicts = judge(
        claims,
        exhibits,
        findings,
        toolbox.rules,
        day,
        company=company,
        names=names_of(claims, toolbox.registries),
        mentions=mentions,
        unread=unread_pages(readings, toolbox.rules),
        unclassed=unclassed_pages(readings),
        owned=owned_of(claims, toolbox.registries, day),
    )
    report = _report(form, day, toolbox, readings, exhibits, verdicts, claims, company)
    return _completed(report, claims, mentions, toolbox.rules)


def _exhibits(
    readings: Sequence[FileReading], claims: Sequence[Claim], company: Sequence[Findings]
) -> tuple[Exhibit, ...]:
    """All exhibits, with the applicant's own row where one is a list."""
    every = tuple(exhibit for reading in readings for exhibit in reading.exhibits)
    names = find_applicant(claims, every, company).names
    return tuple(with_own_row(exhibit, names) for exhibit in every)


def _mentions(claims: Sequence[Claim], toolbox: Toolbox) -> Mapping[str, tuple[Mention, ...]]:
    """What the narrative boxes claim; the language pipeline is loaded only where a box is new."""
    boxes = [c for c in claims if c.name in toolbox.rules.boxes and _told(c)]
    cache = ReadingCache(toolbox.reading.cache)
    found = {claim.key: read_or_recall(_told(claim), claim.name, cache) for claim in boxes}
    cache.close()
    return MappingProxyType(found)


def _told(claim: Claim) -> str:
    """What a box tells in sentences; of a tick box, what is written behind 其他."""
    if claim.blank or not claim.field.ticked:
        return "" if claim.blank else claim.text
    return (
        re.split("其他|其它", claim.text)[-1].strip("：:（）() 、_") if _OTHER & {*claim.field.ticked} else ""
    )


_OTHER = {"其他", "其它"}


def _report(
    form: Form,
    day: date,
    toolbox: Toolbox,
    readings: Sequence[FileReading],
    exhibits: tuple[Exhibit, ...],
    verdicts: tuple[Verdict, ...],
    claims: Sequence[Claim],
    company: Sequence[Findings],
) -> Report:
    applicant = find_applicant(claims, exhibits, company)
    return Report(
        as_of=day,
        company=applicant.name,
        uscc=applicant.uscc,
        provenance=provenance(toolbox.registries, toolbox.rules, form, readings, toolbox.reading.reader),
        form=form,
        files=tuple(readings),
        exhibits=exhibits,
        verdicts=verdicts,
        undecidable=undecidable(claims, toolbox.registries),
    )


def _completed(
    report: Report, claims: Sequence[Claim], mentions: Mapping[str, tuple[Mention, ...]], rules: Rules
) -> Report:
    """The report with what follows from its verdicts: indicators, completeness, the form against itself."""
    sheet = sheet_of(report.verdicts, report.exhibits, claims, rules, report.as_of)
    return replace(
        report,
        indicators=indicate(sheet),
        checklist=check(report.verdicts, report.exhibits, rules),
        form_checks=check_form(claims, rules, mentions),
    )
