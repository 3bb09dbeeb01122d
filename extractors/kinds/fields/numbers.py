"""Numbers of certificates, with the number guard: what fails its check never passes silently.

A number is normalised by the class that registries use, so both sides of a comparison are
cleaned by one function. A failed check digit is repaired only where exactly one single confusion
of the known table makes it right, and then says so; otherwise the number stays as read.
"""

import re
from dataclasses import dataclass

from extractors.kinds.kind import Parse, Reading
from extractors.plain import plain
from registries.values.identifiers import Identifier
from registries.values.repair import repair

CHECK_FAIL = "NUMBER_CHECK_FAIL"

REPAIRED = "OCR_REPAIRED"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A parser for one kind of number, check digit and all."""

    identifier: type[Identifier]

    def __call__(self, text: str) -> Reading | None:
        """The number as read where it is right, mended where one confusion explains it, else flagged."""
        text = COPY.sub("", text)
        value = self.identifier.normalize(plain(text))
        if value is not None and self.identifier.is_valid(value):
            return Reading(value)
        repairs = repair(self.identifier, plain(text)) if self.identifier.CHECKED else _grammatical(self.identifier, text)
        if len(repairs) == 1:
            return Reading(repairs[0], (REPAIRED,))
        return None if value is None else Reading(value, (CHECK_FAIL,))


COPY = re.compile(r"\s*[(（]\s*\d{1,2}\s*[/／-]\s*\d{1,2}\s*[)）]\s*$")
"""Which copy of how many a licence is, printed behind its code: (1/1)."""

LONGEST_NUMBER = 30
"""More characters than this are no number with a misread one."""


def _grammatical(identifier: type[Identifier], text: str) -> tuple[str, ...]:
    """A number without a check digit whose grammar names the one confusion: a letter among its digits."""
    bare = re.sub(r"\s", "", plain(text)).upper()
    if len(bare) > LONGEST_NUMBER or not re.search(r"\d{2}", bare):
        return ()
    tried = {
        variant
        for i, read in enumerate(bare)
        for other in SAME_SHAPE.get(read, "")
        for variant in (bare[:i] + other + bare[i + 1 :], bare.replace(read, other))
    }
    found = {value for one in tried if (value := identifier.normalize(one)) and identifier.is_valid(value)}
    return tuple(sorted(found))


SAME_SHAPE = {
    **dict.fromkeys("ODQ", "0"), "I": "1/", "L": "1", "|": "1/", "Z": "2", "S": "5", "B": "8", "G": "6",
    "0": "O", "1": "I/", "2": "Z", "5": "S", "6": "G", "8": "B",
}  # fmt: skip
"""Letters and digits of one shape, both ways; the stroke of GB/T is read as I or 1."""


def numbered(identifier: type[Identifier]) -> Parse:
    """The parser for one kind of number."""
    return Numbered(identifier)
