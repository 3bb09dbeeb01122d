"""The bench of name pairs: enough of them, judged as in the frozen run, and nearly all of them rightly."""

from collections import Counter

import pytest

from bench.pairs import FROZEN, Answer, ask, lines, measure, read_pairs


@pytest.fixture(scope="module")
def answers() -> tuple[Answer, ...]:
    return ask()


def test_there_are_enough_pairs_of_every_sort_and_none_twice() -> None:
    pairs = read_pairs()
    told = Counter(pair.truth for pair in pairs)
    assert told["same"] + told["different"] >= 300
    assert min(told["same"], told["different"]) >= 100
    assert len({(pair.asked, pair.found) for pair in pairs}) == len(pairs)


def test_the_answers_are_those_of_the_frozen_run(answers: tuple[Answer, ...]) -> None:
    assert lines(answers) == FROZEN.read_text("utf-8").splitlines()


def test_precision_and_recall(answers: tuple[Answer, ...]) -> None:
    figures = measure(answers)
    assert figures.precision >= 0.99
    assert figures.recall >= 0.99
    assert figures.certain_wrong == 0  # SAME and FORMER_NAME are never said of two companies
