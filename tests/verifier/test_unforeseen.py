"""What nobody foresaw is done once more; what was foreseen, and what the store says, is not."""

from collections.abc import Callable

import pytest

from extractors.errors import FormError
from verifier.errors import RunCancelled, StoreAway
from verifier.jobs.verifying import _twice


def failing(*errors: Exception) -> tuple[list[int], Callable[[], str]]:
    """Something that fails with one error after the other, and then gives «done»; how often it was done."""
    waiting, times = list(errors), [0]

    def do() -> str:
        times[0] += 1
        if waiting:
            raise waiting.pop(0)
        return "done"

    return times, do


def test_an_error_of_the_moment_costs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    times, do = failing(AttributeError("half a package"))
    assert (_twice(do), times) == ("done", [2])
    assert "half a package" in caplog.text


def test_an_error_that_stays_is_told() -> None:
    times, do = failing(AttributeError("1"), AttributeError("2"), AttributeError("3"))
    with pytest.raises(AttributeError, match="2"):
        _twice(do)
    assert times == [2]


@pytest.mark.parametrize(
    "error",
    [FormError("…"), RunCancelled("…"), StoreAway("…")],
    ids=lambda e: type(e).__name__,
)
def test_what_was_foreseen_is_not_tried_again(error: Exception) -> None:
    times, do = failing(error)
    with pytest.raises(type(error)):
        _twice(do)
    assert times == [1]
