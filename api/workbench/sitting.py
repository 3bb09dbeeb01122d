"""A sitting: one application before one reviewer, its report opened, how every claim stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from api.context import Context
from api.errors import ApiError
from api.workbench.opened import Line, Opened, shelf
from verifier.reviewing.standing import Stand, Standing
from verifier.store import reviews
from verifier.store.accounts.caller import Caller
from verifier.store.reviews import Told
from verifier.store.submissions import applications, reports
from verifier.store.tables import Application

OPEN = Standing(Stand.OPEN, None)

QUICK = (
    "原件核对无误，识读有误",
    "另有材料可以证明",
    "材料与申报事项不符",
    "材料已过有效期",
    "权利人不是本企业",
    "重复计算",
)
"""Reasons that reviewers give again and again: a key each."""


@dataclass(frozen=True)
class Sitting:
    """One application before one reviewer."""

    caller: Caller
    application: Application
    opened: Opened
    standings: Mapping[str, Standing]
    history: Sequence[Told]

    def standing(self, line: Line) -> Standing:
        """How a claim stands."""
        return self.standings.get(line.key, OPEN)

    def line(self, number: int) -> Line:
        """The claim of that number.

        Raises:
            ApiError: there is none.
        """
        return line_of(self.opened, number)

    def told(self, line: Line) -> list[Told]:
        """What was done about a claim, the newest first."""
        return [told for told in reversed(self.history) if told.key == line.key]

    @property
    def unsettled(self) -> list[Line]:
        """Claims that wait for this reviewer, the most doubtful first."""
        waiting = [line for line in self.opened.lines if line.to_decide and self._waits(line)]
        return sorted(waiting, key=lambda line: (-self.opened.risks[line.key].points, line.number))

    def next_after(self, line: Line | None) -> Line | None:
        """The claim to look at next: the next one down the form that waits, else the first that does."""
        waiting = sorted(self.unsettled, key=lambda other: other.number)
        if line is None:
            return self.unsettled[0] if waiting else None
        further = [other for other in waiting if other.number > line.number]
        return next(iter(further or [other for other in waiting if other.number != line.number]), None)

    @property
    def progress(self) -> tuple[int, int]:
        """How many claims are settled, of how many."""
        to_decide = [line for line in self.opened.lines if line.to_decide]
        return sum(self.standing(line).settled for line in to_decide), len(to_decide)

    def _waits(self, line: Line) -> bool:
        """Open, or proposed by somebody else."""
        now = self.standing(line)
        return now.stand is Stand.OPEN or (now.stand is Stand.PROPOSED and now.by != self.caller.id)

    def shown(self, line: Line) -> dict[str, Any]:
        """What the template of one claim needs."""
        claim = self.opened.claim(line.number)
        following = self.next_after(line)
        return {
            "sitting": self,
            "caller": self.caller,
            "application": self.application,
            "line": line,
            "claim": claim,
            "evidence": self.opened.evidence(line.number),
            "now": self.standing(line),
            "told": self.told(line),
            "risk": self.opened.risks.get(line.key),
            "question": self.opened.report.verdicts[line.number - 1].question,
            "following": following,
            "quick": QUICK,
        }


def line_of(opened: Opened, number: int) -> Line:
    """The claim of that number.

    Raises:
        ApiError: there is none.
    """
    if not 1 <= number <= len(opened.lines):
        raise ApiError("NOT_FOUND", "报告中没有这一申报项：请从左侧列表选择")
    return opened.lines[number - 1]


def sit(session: Session, caller: Caller, id_: str, context: Context) -> Sitting:
    """Open an application for a reviewer.

    Raises:
        NotFound: there is none.
        Conflict: it was not verified yet (`REPORT_NOT_READY`).
    """
    application = applications.find(session, caller, id_)
    report = reports.report_of(session, application, "verify", None)
    return sit_at(session, caller, application, shelf.open(report, context))


def sit_at(session: Session, caller: Caller, application: Application, opened: Opened) -> Sitting:
    """A reviewer before an application whose report is open, as it stands now."""
    told = reviews.history(session, application.id)
    return Sitting(caller, application, opened, reviews.stand(told, opened.bases), told)
