"""How verdicts stand after what people did; the bound of the random share; what is looked at first."""

import pytest

from verifier.reviewing.bound import Observed, upper_bound
from verifier.reviewing.risk import control, risk
from verifier.reviewing.standing import Act, Review, Stand, basis_of, objection, standing
from verifier.verdict import Flag, Outcome, Verdict

NOW, BEFORE = "basis-now", "basis-before"


def did(*acts: tuple[str, Act, Flag | None], basis: str = NOW) -> list[Review]:
    return [Review(n, act, flag, "理由", by, basis) for n, (by, act, flag) in enumerate(acts, 1)]


def test_a_claim_that_nobody_touched_is_open() -> None:
    assert standing([], NOW).stand is Stand.OPEN
    assert not standing([], NOW).settled


def test_accepting_settles_and_undoing_opens_again() -> None:
    acts = did(("a", Act.ACCEPT, Flag.UNSUPPORTED), ("a", Act.UNDO, None))
    assert standing(acts[:1], NOW).settled
    now = standing(acts, NOW)
    assert (now.stand, now.version) == (Stand.OPEN, 2)


def test_undoing_goes_back_to_the_decision_before() -> None:
    acts = did(
        ("a", Act.ACCEPT, Flag.SUPPORTED), ("b", Act.OVERRULE, Flag.UNSUPPORTED), ("b", Act.UNDO, None)
    )
    assert (standing(acts, NOW).stand, standing(acts, NOW).by) == (Stand.ACCEPTED, "a")


def test_overruling_to_supported_needs_two_persons() -> None:
    acts = did(("a", Act.OVERRULE, Flag.SUPPORTED))
    proposed = standing(acts, NOW)
    assert (proposed.stand, proposed.settled) == (Stand.PROPOSED, False)
    assert objection(Act.CONFIRM, None, "", proposed, "a") is not None
    assert objection(Act.CONFIRM, None, "", proposed, "b") is None
    confirmed = standing([*acts, Review(2, Act.CONFIRM, Flag.SUPPORTED, "", "b", NOW)], NOW)
    assert (confirmed.stand, confirmed.flag) == (Stand.OVERRULED, Flag.SUPPORTED)


def test_overruling_to_unsupported_needs_one() -> None:
    assert standing(did(("a", Act.OVERRULE, Flag.UNSUPPORTED)), NOW).stand is Stand.OVERRULED


def test_a_note_changes_nothing_but_the_version() -> None:
    now = standing(did(("a", Act.ACCEPT, Flag.SUPPORTED), ("b", Act.NOTE, None)), NOW)
    assert (now.stand, now.version) == (Stand.ACCEPTED, 2)


def test_a_decision_about_another_verdict_does_not_hold() -> None:
    old = did(("a", Act.ACCEPT, Flag.SUPPORTED), basis=BEFORE)
    assert (standing(old, NOW).stand, standing(old, NOW).version) == (Stand.OPEN, 1)
    assert standing(old, BEFORE).settled


@pytest.mark.parametrize(
    "act, flag, reason, code",
    [
        (Act.OVERRULE, Flag.UNSUPPORTED, " ", "INVALID"),
        (Act.OVERRULE, None, "看过原件", "INVALID"),
        (Act.OVERRULE, Flag.NOT_CLAIMED, "看过原件", "INVALID"),
        (Act.ASK, None, "", "INVALID"),
        (Act.NOTE, None, "", "INVALID"),
        (Act.UNDO, None, "", "CONFLICT"),
        (Act.CONFIRM, None, "", "CONFLICT"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(
    act: Act, flag: Flag | None, reason: str, code: str
) -> None:
    against = objection(act, flag, reason, standing([], NOW), "a")
    assert against is not None and against[0] == code and against[1]


def test_nobody_undoes_what_another_decided() -> None:
    now = standing(did(("a", Act.ACCEPT, Flag.SUPPORTED)), NOW)
    assert objection(Act.UNDO, None, "", now, "b") is not None


def test_the_basis_changes_with_everything_that_a_reviewer_sees() -> None:
    told = ("supported", "supported", "26", "26", ())
    changed = [("unsupported", *told[1:]), (*told[:3], "25", ()), (*told[:4], ("LAPSED",))]
    assert len({basis_of(*told), *(basis_of(*c) for c in changed)}) == 4  # type: ignore[arg-type]


def test_none_of_59_is_at_most_five_per_cent_and_none_of_58_is_not() -> None:
    assert upper_bound(0, 59) < 0.05 < upper_bound(0, 58)
    assert "59 项中 0 项有误" in Observed(0, 59).sentence()


@pytest.mark.parametrize("wrong, looked_at", [(0, 1), (1, 59), (3, 10), (9, 300)])
def test_at_the_bound_so_few_would_turn_up_once_in_twenty(wrong: int, looked_at: int) -> None:
    from math import comb

    rate = upper_bound(wrong, looked_at)
    at_most = sum(comb(looked_at, k) * rate**k * (1 - rate) ** (looked_at - k) for k in range(wrong + 1))
    assert at_most == pytest.approx(0.05, abs=1e-6)


def test_a_bound_of_nothing_is_not_a_number() -> None:
    assert Observed(0, 0).bound is None
    assert upper_bound(4, 4) == 1.0
    with pytest.raises(ValueError):
        upper_bound(2, 1)


def verdict(flag: Flag, outcome: Outcome, **more: object) -> Verdict:
    return Verdict("software_copyrights", "软件著作权", 112, 112, flag, outcome, **more)  # type: ignore[arg-type]


def test_what_is_doubtful_and_matters_comes_before_what_is_clear() -> None:
    clear = risk(verdict(Flag.SUPPORTED, Outcome.SUPPORTED), {}, turns=False)
    repaired = risk(verdict(Flag.SUPPORTED, Outcome.SUPPORTED, flags=("OCR_REPAIRED",)), {}, turns=False)
    apart = risk(verdict(Flag.UNSUPPORTED, Outcome.CONTRADICTED), {}, turns=False)
    turning = risk(verdict(Flag.UNSUPPORTED, Outcome.CONTRADICTED), {}, turns=True)
    assert clear.points < repaired.points < apart.points < turning.points
    assert clear.clear and not repaired.clear
    assert "指标结果取决于此项" in turning.why


def test_chance_draws_its_share_and_the_same_ones_each_time() -> None:
    drawn = [control("rep_1", f"claim.{n}") for n in range(4000)]
    assert 0.035 < sum(drawn) / len(drawn) < 0.065
    assert drawn == [control("rep_1", f"claim.{n}") for n in range(4000)]
