"""How a verdict stands after all that people did about it: a fold over acts that are only ever added.

The machine's verdict is never overwritten. An act holds for the verdict that its author saw: when the
verdict changes, the act stays in the history and the claim is open again.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from verifier.verdict import Flag


class Act(StrEnum):
    """What a person does about a verdict."""

    ACCEPT = "accept"
    OVERRULE = "overrule"
    ASK = "ask"
    CONFIRM = "confirm"
    """A second person agrees with an overruling."""

    NOTE = "note"
    UNDO = "undo"


class Stand(StrEnum):
    """How a verdict stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    """Overruled to «supported» by one person; a second one has to agree."""

    OVERRULED = "overruled"
    ASKED = "asked"
    """The company has to add or explain something."""


SETTLED = frozenset({Stand.ACCEPTED, Stand.OVERRULED, Stand.ASKED})
"""Nothing is left to do here for a reviewer."""

REASONED = frozenset({Act.OVERRULE, Act.ASK, Act.NOTE})
"""Acts that say why in words."""


@dataclass(frozen=True, slots=True)
class Review:
    """One act of one person on the verdict of one claim; `version` counts from 1 within the claim."""

    version: int
    act: Act
    flag: Flag | None
    reason: str
    by: str
    basis: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a verdict stands, and the acts that made it so, the newest last."""

    stand: Stand
    flag: Flag | None
    acts: tuple[Review, ...] = ()
    version: int = 0
    """Of the newest act of all, whatever it was about: what the next one must know of."""

    @property
    def settled(self) -> bool:
        """Whether a reviewer is done with it."""
        return self.stand in SETTLED

    @property
    def by(self) -> str:
        """Who decided last; empty where nobody did."""
        return self.acts[-1].by if self.acts else ""

    @property
    def reason(self) -> str:
        """The words of the decision."""
        return next((act.reason for act in reversed(self.acts) if act.reason), "")


def basis_of(
    flag: str, outcome: str, claimed: str | None, verified: str | None, reasons: Sequence[str]
) -> str:
    """What an act is about: changes whenever the verdict does."""
    told = json.dumps([flag, outcome, claimed, verified, list(reasons)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def standing(reviews: Sequence[Review], basis: str) -> Standing:
    """How the verdict of that basis stands.

    Args:
        reviews: every act on the claim, in the order of their versions.
        basis: of the verdict as it is now.
    """
    acts: list[Review] = []
    for review in reviews:
        if review.basis != basis or review.act is Act.NOTE:
            continue
        if review.act is Act.UNDO:
            acts = acts[:-1]
        else:
            acts.append(review)
    version = reviews[-1].version if reviews else 0
    if not acts:
        return Standing(Stand.OPEN, None, (), version)
    return Standing(_stand(acts), acts[-1].flag, tuple(acts), version)


def _stand(acts: Sequence[Review]) -> Stand:
    last = acts[-1]
    if last.act is Act.OVERRULE:
        return Stand.PROPOSED if needs_second(last.flag) else Stand.OVERRULED
    return {Act.ACCEPT: Stand.ACCEPTED, Act.ASK: Stand.ASKED, Act.CONFIRM: Stand.OVERRULED}[last.act]


def needs_second(flag: Flag | None) -> bool:
    """A wrong «supported» is the one mistake that must not happen: two persons answer for it."""
    return flag is Flag.SUPPORTED


def objection(act: Act, flag: Flag | None, reason: str, now: Standing, by: str) -> tuple[str, str] | None:
    """Why an act cannot be, as a code and what to do; None where it can.

    Args:
        act: what somebody wants to do.
        flag: to what the verdict is overruled.
        reason: in words.
        now: how the verdict stands.
        by: who wants to.
    """
    if act in REASONED and not reason.strip():
        return "INVALID", "请写明理由"
    if act is Act.OVERRULE and flag not in (Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW):
        return "INVALID", "请选择改判后的结论"
    if act is Act.CONFIRM and now.stand is not Stand.PROPOSED:
        return "CONFLICT", "该项没有等待复核的改判"
    if act is Act.CONFIRM and now.by == by:
        return "SECOND_PERSON", "改判为“支持”须由另一人复核：请同事打开本项确认"
    if act is Act.UNDO and not now.acts:
        return "CONFLICT", "该项没有可撤销的决定"
    if act is Act.UNDO and now.by != by:
        return "CONFLICT", "只能撤销本人的决定；不同意他人的决定，请改判并写明理由"
    return None
