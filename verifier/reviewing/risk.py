"""What to look at first: how doubtful a verdict is and how much hangs on it, with the reasons in words.

Doubt: the machine says so, paper and registry contradict each other, a reading is weak or was repaired.
Weight: an indicator turns on it. A random share of the clear ones is drawn beside them, by ticket.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from extractors.exhibit import Exhibit
from verifier.indicators.indicators import Indicator
from verifier.report.report import Report
from verifier.verdict import Evidence, Flag, Outcome, Verdict

CONTROL_SHARE = 0.05
"""Of the clear verdicts, so many are looked at all the same."""

CLEAR = 20
"""Below this risk a verdict is clear."""

WEAK = 0.8
"""A field below this confidence may be misread."""

NEAR = 0.1
"""A verified figure this near to the claimed one is where one misread digit decides."""

DOUBTS: Mapping[str, str] = {
    "OCR_REPAIRED": "号码经修复",
    "READ_AGAIN": "放大后重新识别",
    "DOUBTFUL": "两次识别不一致",
    "CODE_DIFFERS": "与二维码不一致",
    "NAME_NEAR": "名称不完全一致",
    "NUMBER_CHECK_FAIL": "号码校验不通过",
}


@dataclass(frozen=True, slots=True)
class Risk:
    """Points, and what they are for."""

    points: int
    why: tuple[str, ...]

    @property
    def clear(self) -> bool:
        """Nothing speaks for looking at it, except chance."""
        return self.points < CLEAR


def risks(report: Report) -> dict[str, Risk]:
    """The risk of every claim that has something to decide, by key."""
    exhibits = {exhibit.id: exhibit for exhibit in report.exhibits}
    turning = _turning(report.indicators)
    return {
        v.key: risk(v, exhibits, v.key.partition(".")[0] in turning or v.key in turning)
        for v in report.verdicts
        if v.flag is not Flag.NOT_CLAIMED
    }


def risk(verdict: Verdict, exhibits: Mapping[str, Exhibit], turns: bool) -> Risk:
    """The risk of one verdict.

    Args:
        verdict: of a claim that is claimed.
        exhibits: by id.
        turns: whether an indicator comes out otherwise with the claimed figure.
    """
    found = [*_judged(verdict), *_read(verdict, exhibits)]
    if turns:
        found.append((25, "指标结果取决于此项"))
    if _near(verdict):
        found.append((10, "申报与核实仅差一点"))
    return Risk(sum(points for points, _ in found), tuple(dict.fromkeys(why for _, why in found)))


def control(report_id: str, key: str, share: float = CONTROL_SHARE) -> bool:
    """Whether chance draws this clear verdict: by its ticket, the same for everybody who repeats it."""
    ticket = int(sha256(f"{report_id}\n{key}".encode()).hexdigest()[:13], 16)
    return ticket < share * 16**13


def _judged(verdict: Verdict) -> Iterable[tuple[int, str]]:
    if verdict.flag is Flag.NEEDS_REVIEW:
        yield 40, "须人工判断"
    if verdict.flag is Flag.UNSUPPORTED:
        contradicted = verdict.outcome is Outcome.CONTRADICTED
        yield (35, "与证据矛盾") if contradicted else (30, "不支持")


def _read(verdict: Verdict, exhibits: Mapping[str, Exhibit]) -> Iterable[tuple[int, str]]:
    evidence = tuple(_all_evidence(verdict))
    flags = {f for e in evidence for f in e.flags} | set(verdict.flags) | set(verdict.reasons)
    yield from ((20, word) for code, word in DOUBTS.items() if code in flags)
    behind = [exhibits[e.exhibit] for e in evidence if e.exhibit in exhibits]
    weakest = min((f.confidence for x in behind for f in x.facts), default=1.0)
    if weakest < WEAK:
        yield 15, f"有字段识读把握较低（{weakest:.0%}）"
    if verdict.flag is Flag.SUPPORTED and "DOCUMENT_ONLY" in verdict.flags:
        yield 5, "仅文件核对"


def _all_evidence(verdict: Verdict) -> Iterable[Evidence]:
    yield from verdict.evidence
    for item in verdict.items:
        yield from item.evidence


def _near(verdict: Verdict) -> bool:
    claimed, verified = verdict.claimed, verdict.verified
    if not isinstance(claimed, int | float) or not isinstance(verified, int | float) or claimed == verified:
        return False
    return abs(claimed - verified) <= NEAR * max(abs(claimed), abs(verified))


def _turning(indicators: Sequence[Indicator]) -> frozenset[str]:
    """Claims of indicators that come out otherwise by what was verified."""
    return frozenset(key for i in indicators if i.met_as_claimed is not i.met for key in i.claims)
