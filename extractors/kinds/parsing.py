"""Turns printed text into values, with the number guard: what fails its check never passes silently.

A number is normalised by the class that registries use, so both sides of a comparison are
cleaned by one function. A failed check digit is repaired only where exactly one single confusion
of the known table makes it right, and then says so; otherwise the number stays as read.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractors.kinds.kind import Parse, Reading
from extractors.layout import plain, simplified
from registries.values.dates import parse_date, precision
from registries.values.identifiers import Identifier
from registries.values.money import parse_wan
from registries.values.repair import repair

CHECK_FAIL = "NUMBER_CHECK_FAIL"
REPAIRED = "OCR_REPAIRED"

ORGANISATION = (
    "公司|集团|厂|大学|学院|研究院|研究所|设计院|中心|研究会|协会|学会|联合会|联盟|委员会|医院|银行|社|局|厅|部|"
    "院|所|站|会|室|校|店|合伙"
)

_NAMES = re.compile(rf"(?<=[)一-鿿])(?:\s*[;:,、，；：]\s*|(?<=公司)(?=[^)）;,、的]{{4,}}?(?:{ORGANISATION})))")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A parser for one kind of number, check digit and all."""

    identifier: type[Identifier]

    def __call__(self, text: str) -> Reading | None:
        """The number as read where it is right, mended where one confusion explains it, else flagged."""
        value = self.identifier.normalize(plain(text))
        if value is not None and self.identifier.is_valid(value):
            return Reading(value)
        repairs = repair(self.identifier, plain(text))
        if len(repairs) == 1:
            return Reading(repairs[0], (REPAIRED,))
        return None if value is None else Reading(value, (CHECK_FAIL,))


def numbered(identifier: type[Identifier]) -> Parse:
    """The parser for one kind of number."""
    return Numbered(identifier)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", simplified(text))


def text_of(text: str) -> Reading | None:
    """The text itself, rid of white space and of punctuation at its ends."""
    bare = _bare(text).strip(":：;；,，.。、")
    return Reading(bare) if bare else None


def titled(text: str) -> Reading | None:
    """A title of at least two characters, its quotation marks taken off."""
    bare = _bare(text).strip(":：;；,，。、")
    bare = re.sub(r"^[“\"《](.*)[”\"》]$", r"\1", bare)
    return Reading(bare) if len(bare) >= 2 else None


def organisations(text: str) -> Reading | None:
    """Names of organisations as printed, a semicolon between them."""
    bare = _bare(text).strip(":：;；,，.。、")
    bare = re.sub(r"[（(]盖章[)）]$", "", bare)
    names = [n.strip(":：;；,，.。、") for n in re.split(r"[;；,，、]", bare)]
    names = [n for n in names if len(n) >= 2]
    return Reading(";".join(names)) if names else None


def one_organisation(text: str) -> Reading | None:
    """The first name of an organisation in the text, up to its legal form."""
    bare = _bare(text).strip(":：;；,，.。、")
    match = re.match(r"^.{2,60}?(?:公司|集团|厂|大学|学院|研究院|研究所|中心|合作社|合伙\)|合伙）)(?![)）])", bare)
    return Reading(match[0]) if match else (Reading(bare) if 2 <= len(bare) <= 40 else None)


def person(text: str) -> Reading | None:
    """A person's name: two to fifteen Chinese characters, or letters for a foreigner."""
    bare = re.sub(r"[:：]+", "", _bare(text))
    match = re.match(r"[一-鿿·]{2,15}|[A-Za-z .]{3,40}", bare)
    return Reading(match[0]) if match else None


def dated(text: str) -> Reading | None:
    """A full date in any Chinese or ISO form, as ISO 8601; a day that cannot be read is not made up."""
    found = parse_date(plain(text))
    return Reading(found.isoformat()) if found and precision(plain(text)) == "day" else None


def month_or_day(text: str) -> Reading | None:
    """A date to the month or the day: 2020-11 or 2020-11-05."""
    found = parse_date(plain(text))
    if found is None or precision(plain(text)) == "year":
        return None
    return dated(text) or Reading(found.isoformat()[:7])


def year(text: str) -> Reading | None:
    """A four-digit year between 1950 and 2099."""
    match = re.search(r"(?:19[5-9]|20\d)\d", plain(text))
    return Reading(int(match[0])) if match else None


def wan(text: str) -> Reading | None:
    """An amount in 万元; 元 where the text names no unit; flagged where words and figures disagree."""
    amount = parse_wan(plain(text))
    return Reading(float(amount)) if amount is not None else _twice_written(plain(text))


_WORDS = re.compile(r"[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{2,}[元圆](?:零?.角)?(?:零?.分)?[整正]?")
_FIGURES = re.compile(r"\d[\d,]*(?:\.\d+)?(?:[百千]?万|亿)?元?")


def _twice_written(text: str) -> Reading | None:
    """An amount in capital numerals and in figures, 伍仟万元整(¥50,000,000.00): the two must agree."""
    words, figures = _WORDS.search(text), _FIGURES.search(text)
    if words is None or figures is None:
        return None
    spelled, counted = parse_wan(words[0]), parse_wan(figures[0])
    if spelled is None or counted is None:
        return None
    return Reading(float(counted), () if spelled == counted else (CHECK_FAIL,))


def whole(text: str) -> Reading | None:
    """A whole number."""
    match = re.search(r"\d+", plain(text).replace(",", ""))
    return Reading(int(match[0])) if match else None


def decimal(text: str) -> Reading | None:
    """A number with or without decimals."""
    match = re.search(r"\d+(?:\.\d+)?", plain(text).replace(",", ""))
    return Reading(float(match[0])) if match else None


def one_of(*words: str) -> Parse:
    """The first of some words that the text holds, the longest where two begin together."""

    def parse(text: str) -> Reading | None:
        found = [(plain(text).find(word), -len(word), word) for word in words if word in plain(text)]
        return Reading(min(found)[2]) if found else None

    return parse


def mapped(values: dict[str, str | int], parse: Callable[[str], Reading | None]) -> Parse:
    """A parser whose value is looked up in a table."""

    def through(text: str) -> Reading | None:
        reading = parse(text)
        if reading is None or str(reading.value) not in values:
            return None
        return Reading(values[str(reading.value)], reading.flags)

    return through
