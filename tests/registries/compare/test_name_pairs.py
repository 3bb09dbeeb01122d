"""The bench of name pairs: enough of them, judged as in the frozen run, and nearly all of them rightly."""

from collections import Counter

import pytest

from bench.pairs import SETS, Answer, ask, frozen, lines, measure, read_pairs


@pytest.fixture(scope="module", params=SETS)
def answers(request: pytest.FixtureRequest) -> tuple[str, tuple[Answer, ...]]:
    return request.param, ask(request.param)


def test_there_are_enough_pairs_of_every_sort_and_none_twice() -> None:
    pairs = [pair for name in SETS for pair in read_pairs(name)]
    told = Counter(pair.truth for pair in pairs)
    assert told["same"] + told["different"] >= 300
    assert min(told["same"], told["different"]) >= 100
    assert len({(pair.asked, pair.found) for pair in pairs}) == len(pairs)


def test_the_answers_are_those_of_the_frozen_run(answers: tuple[str, tuple[Answer, ...]]) -> None:
    name, given = answers
    assert lines(given) == frozen(name).read_text("utf-8").splitlines()


def test_precision_and_recall(answers: tuple[str, tuple[Answer, ...]]) -> None:
    figures = measure(answers[1])
    assert figures.precision >= 0.99
    assert figures.recall >= 0.99
    assert figures.certain_wrong == 0  # SAME and FORMER_NAME are never said of two companies
