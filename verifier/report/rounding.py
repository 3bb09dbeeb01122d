"""What was read, in the figures that a report writes: a verdict never rests on digits that it does not show.

So a stored report holds all that was judged, and judging it again gives the same verdicts.
"""

from dataclasses import replace

from extractors.exhibit import Exhibit, Fact, FileReading, Place
from extractors.geometry import Box

CONFIDENCE = 3
"""Decimals of a confidence."""


def as_told(reading: FileReading) -> FileReading:
    """The reading with confidences and boxes as the report writes them."""
    return replace(reading, exhibits=tuple(_exhibit(e) for e in reading.exhibits))


def _exhibit(exhibit: Exhibit) -> Exhibit:
    facts = tuple(_fact(f) for f in exhibit.facts)
    rows = tuple(replace(row, facts=tuple(_fact(f) for f in row.facts)) for row in exhibit.rows)
    return replace(exhibit, facts=facts, rows=rows)


def _fact(fact: Fact) -> Fact:
    places = tuple(_place(place) for place in fact.places)
    return replace(fact, confidence=round(fact.confidence, CONFIDENCE), places=places)


def _place(place: Place) -> Place:
    return replace(place, box=Box(*place.box.rounded()))
