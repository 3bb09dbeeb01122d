"""自查: what an applicant is told before it submits; nothing of any registry can be in it.

The same engine judges without registries, so that no record is known that could be told. What is left
is what papers and form say by themselves: unreadable pages, claims without evidence, papers that will
not do, figures that contradict each other, what to add.
"""

from collections.abc import Iterator
from dataclasses import replace

from extractors.exhibit import PageRole
from verifier.advice import Advice
from verifier.checklist import Section
from verifier.judging.soundness import notes_on
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.verdict import Evidence, Flag, Verdict

WAITING = frozenset({"REGISTRY_NOT_ASKED"})


def as_precheck(report: Report, rules: Rules) -> Report:
    """The report as an applicant gets it before submission.

    Args:
        report: a report that was made without registries.
        rules: the edition of the rules.

    Raises:
        ValueError: registries were asked: the report may tell what they hold.
    """
    if report.provenance.registries:
        raise ValueError("a pre-check is made without registries")
    verdicts = tuple(_for_applicant(v) for v in report.verdicts)
    return replace(report, verdicts=verdicts, advice=advise(report, rules), precheck=True, undecidable={})


def _for_applicant(verdict: Verdict) -> Verdict:
    """What waits for a registry is the office's business, no trouble of the applicant's."""
    if not set(verdict.reasons) & WAITING:
        return verdict
    return replace(verdict, explanation="已见佐证，登记信息由审核机关核对。", question="")


def advise(report: Report, rules: Rules) -> tuple[Advice, ...]:
    """Everything that the applicant can mend, in the order in which it should.

    Args:
        report: a report that was made without registries.
        rules: the edition of the rules.
    """
    return (
        *_pages(report),
        *(Advice("FORM_INCONSISTENT", c.message, c.keys[0]) for c in report.form_checks),
        *_claims(report, rules),
        *_papers(report, rules),
        *_flaws(report, rules),
        *_additions(report.checklist),
    )


def _pages(report: Report) -> Iterator[Advice]:
    for reading in report.files:
        if reading.state not in ("read", "unsupported"):
            text = next((p.message for p in reading.problems), "文件无法打开，请重新提供")
            yield Advice("FILE_TROUBLE", f"{reading.file}：{text}", file=reading.file)
        for entry in reading.ledger:
            if entry.role == PageRole.UNREADABLE:
                text = f"{reading.file}第{entry.page}页无法识读，请重新扫描"
                yield Advice("UNREADABLE_PAGE", text, file=reading.file, page=entry.page)


def _claims(report: Report, rules: Rules) -> Iterator[Advice]:
    for verdict in report.verdicts:
        if verdict.flag is Flag.NOT_CLAIMED:
            continue
        names = [i.name for i in verdict.items if "NO_EVIDENCE" in i.reasons]
        bare = not verdict.evidence and "NO_EVIDENCE" in verdict.reasons
        if names or bare or _short(verdict):
            yield Advice("NO_EVIDENCE", _lacking(verdict, names, rules), verdict.key)


def _short(verdict: Verdict) -> bool:
    """Fewer papers than things are claimed, even if all of them should count."""
    if not isinstance(verdict.claimed, int) or verdict.items or not verdict.evidence:
        return False
    usable = {e.exhibit for e in verdict.evidence if e.counted or e.reason in WAITING}
    counting = verdict.key.startswith(("invention", "software", "standards"))
    return counting and len(usable) < verdict.claimed


def _lacking(verdict: Verdict, names: list[str], rules: Rules) -> str:
    found = rules.topic(verdict.key.partition(".")[0])
    do = f"可提供：{found[1].do}" if found else ""
    if names:
        return f"{verdict.label}中“{'、'.join(names)}”未见佐证。{do}"
    if verdict.evidence:
        usable = len({e.exhibit for e in verdict.evidence if e.counted or e.reason in WAITING})
        return f"{verdict.label}申报{verdict.claimed}，可用佐证仅{usable}份。{do}"
    return f"{verdict.label}未见佐证。{do}"


def _papers(report: Report, rules: Rules) -> Iterator[Advice]:
    """Papers that say against themselves that they will not do."""
    said: set[tuple[str, str]] = set()
    useful = {e.exhibit for v in report.verdicts for e in v.evidence if e.counted or e.reason in WAITING}
    for verdict in report.verdicts:
        if verdict.flag in (Flag.SUPPORTED, Flag.NOT_CLAIMED):
            continue  # what is left over proves no less for that
        for evidence in (*verdict.evidence, *(e for i in verdict.items for e in i.evidence)):
            if evidence.counted or not evidence.reason or evidence.reason in WAITING or not evidence.exhibit:
                continue
            if evidence.reason == "ROLE_MISMATCH" and evidence.exhibit in useful:
                continue  # a standard that was led counts on its own line
            if (evidence.exhibit, evidence.reason) not in said:
                said.add((evidence.exhibit, evidence.reason))
                yield _will_not_do(report, rules, verdict, evidence)


def _will_not_do(report: Report, rules: Rules, verdict: Verdict, evidence: Evidence) -> Advice:
    exhibit = report.exhibit(evidence.exhibit)
    file, page = (exhibit.file, exhibit.pages[0]) if exhibit else ("", 0)
    text = f"{file}第{page}页（{evidence.quote or '证明材料'}）：{rules.say(evidence.reason)}，不能证明“{verdict.label}”"
    return Advice("PAPER_WILL_NOT_DO", text, verdict.key, file, page)


def _flaws(report: Report, rules: Rules) -> Iterator[Advice]:
    """What is wrong with a paper as a whole, whatever it proves."""
    for exhibit in report.exhibits:
        for note in notes_on(rules, exhibit):
            page = exhibit.pages[0] if exhibit.pages else 0
            yield Advice("PAPER_FLAWED", f"{exhibit.file}第{page}页起：{rules.say(note)}，{_MEND[note]}", "", exhibit.file, page)


_MEND = {
    "PAGE_MISSING": "请补齐",
    "SEAL_MISSING": "请提供盖章件的彩色扫描件",
    "TEXT_LAYER_MISMATCH": "请用原件重新扫描或导出",
    "SIGNATURE_BROKEN": "请提供签发的原文件，不要合并或另存",
    "SIGNATURE_UNTRUSTED": "请提供签发单位出具的原文件",
}


def _additions(sections: tuple[Section, ...]) -> Iterator[Advice]:
    for section in sections:
        for topic in section.topics:
            if topic.empty:
                text = f"{section.title}“{topic.topic}”已申报但没有任何证明材料，请提供：{topic.do}"
                yield Advice("ADD", text)
