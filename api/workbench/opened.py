"""A report opened for review: its claims in the order of the form, each made ready when it is looked at.

Opening a report costs time, showing one of its claims little: opened ones are kept, the last used longest.
"""

import json
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from api.context import Context
from api.html.page import ELSEWHERE, titles_of
from api.html.sheets import IndicatorView, TopicView, indicator_views, topic_views
from api.html.view import ClaimView, Viewer
from api.masking import mask
from api.workbench.page import lay_out
from api.workbench.plates import Plates
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.reviewing.risk import Risk, risks
from verifier.rules import load_rules
from verifier.store import reviews
from verifier.store.tables import StoredReport
from verifier.verdict import Flag, Verdict
from verifier.words import Word, plain, words

MOST = 24
"""Reports kept open in this process."""

SHORT = 42

FIRST_LOOK_SECONDS = 1.5
"""The page that was just opened comes first, with its pictures."""

BREATH_SECONDS = 0.02
"""Between two claims that are laid out ahead, so that what is asked for meanwhile goes before them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in the list beside: its place on the form from 1, its flag, claimed against verified."""

    number: int
    key: str
    label: str
    claimed: str
    verified: str
    flag: str
    word: Word
    evidence: int
    control: bool = False

    @property
    def to_decide(self) -> bool:
        """Whether a person has something to decide."""
        return self.flag != Flag.NOT_CLAIMED


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that must be seen before anything is decided."""

    kind: str
    said: str
    claims: tuple[int, ...] = ()


class Opened:
    """One report, opened."""

    def __init__(self, id_: str, report: Report, application: str, bases: Mapping[str, str]) -> None:
        self.id, self.report, self.application = id_, report, application
        self.bases = bases
        """What reviews of each claim are about, by key."""
        self.plates = Plates(report, application)
        self._claims: dict[int, ClaimView] = {}
        self._evidence: dict[int, Markup] = {}
        self._warmed, self._lock = False, threading.Lock()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every claim, in the order of the form."""
        return tuple(_line(n, verdict) for n, verdict in enumerate(self.report.verdicts, 1))

    @cached_property
    def sections(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The claims under the headings of the form."""
        titles = titles_of(str(self.report.provenance.settings.get("edition", "")))
        placed: dict[str, list[Line]] = {}
        for line in self.lines:
            placed.setdefault(titles.get(line.key.partition(".")[0], ELSEWHERE), []).append(line)
        return tuple((title, tuple(inside)) for title, inside in placed.items())

    @cached_property
    def risks(self) -> dict[str, Risk]:
        """What to look at first, by key."""
        return risks(self.report)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each claim on the form, by key."""
        return {line.key: line.number for line in self.lines}

    @cached_property
    def troubles(self) -> tuple[Trouble, ...]:
        """Everything that must be seen first: it is shown on top, never hidden."""
        return tuple(_troubles(self.report, self.numbers))

    @property
    def indicators(self) -> list[IndicatorView]:
        """The indicator table."""
        return mask(indicator_views(self.report))

    @property
    def topics(self) -> list[tuple[str, list[TopicView]]]:
        """附件2, section by section."""
        return topic_views(self.report, self._all_claims(), load_rules())

    def claim(self, number: int) -> ClaimView | None:
        """One claim ready to be shown; None where there is none of that number."""
        if not 1 <= number <= len(self.report.verdicts):
            return None
        if number not in self._claims:
            verdict = mask(self.report.verdicts[number - 1])
            self._claims[number] = self._viewer(verdict).claim(number, verdict)
        return self._claims[number]

    def evidence(self, number: int) -> Markup:
        """The evidence of a claim laid out: most of what is shown of it, and no review changes it."""
        if number not in self._evidence:
            laid = lay_out("evidence", claim=self.claim(number), line=self.lines[number - 1])
            self._evidence[number] = Markup(laid)
        return self._evidence[number]

    def warm(self) -> None:
        """Lay out the claims that nobody has looked at yet, one by one, while the first is being read."""
        with self._lock:
            if self._warmed:
                return
            self._warmed = True
        threading.Thread(target=self._lay_out_all, name="claims", daemon=True).start()

    def _lay_out_all(self) -> None:
        time.sleep(FIRST_LOOK_SECONDS)
        for line in self.lines:
            self.evidence(line.number)
            time.sleep(BREATH_SECONDS)

    def _viewer(self, verdict: Verdict) -> Viewer:
        """A viewer that knows the exhibits of this verdict, masked; those of others cost nothing."""
        named = {e.exhibit for e in (*verdict.evidence, *(x for i in verdict.items for x in i.evidence))}
        own = tuple(mask(e) for e in self.report.exhibits if e.id in named)
        return Viewer(replace(self.report, exhibits=own), self.plates, load_rules())

    def _all_claims(self) -> list[ClaimView]:
        made = (self.claim(n) for n in range(1, len(self.report.verdicts) + 1))
        return [claim for claim in made if claim is not None]


class Shelf:
    """The opened reports of this process."""

    def __init__(self) -> None:
        self._opened: OrderedDict[str, Opened] = OrderedDict()
        self._lock = threading.Lock()

    def open(self, stored: StoredReport, context: Context) -> Opened:
        """A report, opened now or before.

        Raises:
            FileChanged: its bytes are not those that were kept.
        """
        with self._lock:
            found = self._opened.get(stored.id)
            if found is not None:
                self._opened.move_to_end(stored.id)
                return found
        report = recall(json.loads(context.files.get(stored.sha256)))
        with context.store.reading() as session:
            bases = reviews.bases(session, stored.id)
        opened = Opened(stored.id, report, stored.application_id, bases)
        with self._lock:
            self._opened[stored.id] = opened
            while len(self._opened) > MOST:
                self._opened.popitem(last=False)
        return opened


shelf = Shelf()


def _line(number: int, verdict: Verdict) -> Line:
    text = mask(plain(verdict.claimed) or verdict.text)
    return Line(
        number,
        verdict.key,
        verdict.label,
        _short(text),
        _short(mask(plain(verdict.verified))),
        verdict.flag.value,
        words().flags[verdict.flag.value],
        len(verdict.evidence) + sum(len(item.evidence) for item in verdict.items),
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHORT else flat[: SHORT - 1] + "…"


def _troubles(report: Report, numbers: dict[str, int]) -> list[Trouble]:
    found = []
    if not report.provenance.registries:
        found.append(Trouble("登记库", "没有载入任何登记库：凡须查登记的申报项均无法核验"))
    for kind, keys in report.undecidable.items():
        open_ = tuple(numbers[key] for key in keys if key in numbers)
        found.append(
            Trouble("登记库", f"未载入{words().registries.get(kind, kind)}，相关申报项无法核验", open_)
        )
    for check in report.form_checks:
        claims = tuple(numbers[key] for key in check.keys if key in numbers)
        found.append(Trouble("申报表自身不一致", mask(check.message), claims))
    for file in report.files:
        for problem in file.problems:
            where = f"{file.file} 第{problem.page}页" if problem.page else file.file
            found.append(Trouble("读取", f"{where}：{problem.message}"))
    for reuse in report.reuse:
        if not reuse.innocent:
            found.append(Trouble("重复使用", mask(reuse.message)))
    for corrected in report.corrections:
        if corrected.problem:
            c = corrected.correction
            found.append(Trouble("更正未采用", f"{c.file} 第{c.page}页 {c.field}：{corrected.problem}"))
    return found
