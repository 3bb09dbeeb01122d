"""Many records with one title: each title has its place among the first, and nobody takes one record for the only one."""

from collections.abc import Callable, Sequence

import pytest

from registries.catalog import Registries
from registries.index.nearest import Candidate
from registries.index.twins import READ, spread
from registries.match import Findings, Match, Reason
from registries.mixing import COMPARED, MOST_COMPARED, compared, mixed
from registries.query import Query
from registries.record import Record
from registries.values.patents import patent_check

Opener = Callable[..., Registries]
LIKELIEST, RIGHT = "一种变压器旋转方法及装置", "一种变压器翻转方法及装置"
READ_AS = "一种变压器庆转精法及装金"
TITLES = (
    [LIKELIEST] * 30
    + [RIGHT] * 3
    + ["一种变压器焊接方法及装置", "一种变压器固定方法及装置", "一种变压器定位方法及装置"]
)


def patents(titles: Sequence[str]) -> dict[str, str]:
    bodies = [f"20181{at:07d}" for at in range(len(titles))]
    lines = [
        f"{body}.{patent_check(body)},发明,{title},宁波第{at}有限公司"
        for at, (body, title) in enumerate(zip(bodies, titles, strict=True))
    ]
    return {"patents": "\n".join(["application_no,kind,title,owners", *lines]) + "\n"}


def titles_of(findings: Findings) -> list[str]:
    return [match.record.get("title") for match in findings.matches]


def test_the_right_title_has_a_place_beside_a_likelier_one_of_many_records(opened: Opener) -> None:
    registries = opened(patents(TITLES))
    told = titles_of(registries.search(Query("patents", "", {"title": READ_AS})))
    assert told[:2] == [LIKELIEST, LIKELIEST]  # two: everybody sees that it has namesakes
    assert RIGHT in told
    assert len(set(told)) == 4
    more = titles_of(registries.search(Query("patents", "", {"title": READ_AS}, limit=40)))
    assert sorted(more) == sorted(TITLES)  # the others come behind, none is lost
    assert len(set(more[:6])) == 5


def test_what_is_asked_for_beside_the_title_tells_its_records_apart(opened: Opener) -> None:
    registries = opened(patents(TITLES))
    for title in (LIKELIEST, READ_AS):
        findings = registries.search(Query("patents", "", {"title": title, "owners": "宁波第17有限公司"}))
        assert findings.matches[0].record.get("owners") == "宁波第17有限公司"


@pytest.mark.parametrize("title", [LIKELIEST, LIKELIEST.replace("旋", "族")])
def test_a_person_is_told_that_several_records_have_the_title(opened: Opener, title: str) -> None:
    matches = opened(patents(TITLES)).search(Query("patents", "", {"title": title})).matches
    assert [match.record.get("title") for match in matches[:2]] == [LIKELIEST, LIKELIEST]
    assert [match.reasons[-1].code for match in matches[:2]] == ["AMBIGUOUS", "AMBIGUOUS"]
    assert all(
        match.reasons[-1].code != "AMBIGUOUS" for match in matches if match.record.get("title") != LIKELIEST
    )


def test_a_title_of_one_record_is_not_ambiguous(opened: Opener) -> None:
    matches = (
        opened(patents(TITLES)).search(Query("patents", "", {"title": "一种变压器焊接方法及装置"})).matches
    )
    assert all(reason.code != "AMBIGUOUS" for match in matches for reason in match.reasons)


def test_all_records_of_what_was_asked_to_the_letter_are_told_first(opened: Opener) -> None:
    found = titles_of(opened(patents(TITLES)).search(Query("patents", "", {"title": LIKELIEST})))
    assert found == [LIKELIEST] * 5


def match(number: int, found: str, code: str) -> Match:
    return Match(Record("patents", str(number)), 0.5, (Reason(code, "title", "甲", found, 0.5, ""),))


def test_values_are_mixed_and_agreement_stays_in_front() -> None:
    given = [match(at, found, "NEAR") for at, found in enumerate("乙乙乙丙丙丁")]
    assert [each.record.id for each in mixed(given)] == ["0", "1", "3", "5", "2", "4"]
    same = [match(at, "甲", "SAME") for at in range(4)]
    assert mixed(same) == tuple(same)
    assert mixed(()) == ()


def candidates(texts: str) -> list[Candidate]:
    likely = {text: 0.9 - at / 10 for at, text in enumerate(dict.fromkeys(texts))}
    return [Candidate(row, likely[text], text) for row, text in enumerate(texts)]


def test_no_more_are_compared_than_can_be_told_apart() -> None:
    found = candidates("甲" * 100 + "乙" * 3 + "丙丁戊己")
    assert [each.text for each in compared(found, 5, told_apart=False)] == list("甲甲乙丙丁")
    apart = [each.text for each in compared(found, 5, told_apart=True)]
    assert apart[:MOST_COMPARED] == ["甲"] * MOST_COMPARED
    assert apart[MOST_COMPARED:] == list("乙丙丁戊")
    assert len(compared(candidates("甲" * 9), 3, told_apart=False)) == COMPARED


def test_of_twins_a_few_are_read_and_the_others_known() -> None:
    told = spread([2.0] * 7 + [1.0], [5] * 6 + [6, 5], 6)
    assert told.read == [0, 1, 2, 3, 6, 7]
    assert told.left_out == {4: [0, 1, 2, 3], 5: [0, 1, 2, 3]}
    assert (
        len(spread([1.0] * 9, [(1 << 64) - 1] * 9, 9).read) == 9 > READ
    )  # of these no signature tells anything
