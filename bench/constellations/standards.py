"""Standards, led and joined."""

from api.example import rights
from bench.constellations.draft import JOINED, LED, Draft


def standard_of(d: Draft, series: str, place: int, **row: str) -> None:
    firms = d.chance.sample(list(d.app.strangers), 5)
    if place:
        firms.insert(place - 1, d.app.company)
    paper, known = rights.standard(d.chance, series, firms)
    d.papers(paper)
    d.rows("standards", {**known, **row})


def third_claimed_as_led(d: Draft) -> None:
    standard_of(d, "GB", 3)
    d.bad[LED] += 1
    d.good[JOINED] += 1


def led_but_withdrawn(d: Draft) -> None:
    standard_of(d, "YD", 1, status="废止")
    d.bad[LED] += 1


def still_a_draft(d: Draft) -> None:
    standard_of(d, "GB", 1, status="征求意见", publish_date="")
    d.bad[LED] += 1


def drafter_without_company(d: Draft) -> None:
    standard_of(d, "SJ", 0)
    d.bad[JOINED] += 1


def standard_to_come(d: Draft) -> None:
    standard_of(d, "YD", 2, publish_date="2022-06-30")
    d.bad[JOINED] += 1


def local_standard_led(d: Draft) -> None:
    standard_of(d, "DB", 1)
    d.good[LED] += 1


def group_standard_joined(d: Draft) -> None:
    standard_of(d, "T", 4)
    d.good[JOINED] += 1
