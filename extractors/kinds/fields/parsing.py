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
        repairs = repair(self.identifier, plain(text)) if self.identifier.CHECKED else _grammatical(self.identifier, text)
        if len(repairs) == 1:
            return Reading(repairs[0], (REPAIRED,))
        return None if value is None else Reading(value, (CHECK_FAIL,))


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


LETTERS = "ODQILZSBodqilzsb|"
DIGIT = rf"[\d{re.escape(LETTERS)}]"
DAY = re.compile(rf"(?<![0-9A-Za-z])[12]{DIGIT}{{3}}(?:年|[-./]){DIGIT}{{1,2}}(?:月|[-./]){DIGIT}{{1,2}}(?![0-9A-Za-z])")
LOST = re.compile(r"月[\d一二三四五六七八九十廿卅]{0,2}[^\d日号一二三四五六七八九十廿卅]{1,2}日")
"""A day of which a character could not be read: what is left of it is another day."""


MONTHLESS = re.compile(r"\d{4}年(?:\d{3}|\d{1,2}[^\d月底末])")
"""A month whose 月 was read as something else: 2022年06120日 is no twelfth of June, 2021年05六20日 no sixth of May."""


def _mended_day(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The text with a letter among a date's digits put right, and the flag that says so; None if it is lost."""
    bare = re.sub(r"\s", "", plain(text))
    day = DAY.search(bare)
    letters = {c.upper() for c in day[0] if c in LETTERS} if day else set()
    if len(letters) > 1 or (not letters and (LOST.search(bare) or MONTHLESS.search(bare))):
        return None
    if not letters or day is None:
        return plain(text), ()
    return "".join(SAME_SHAPE[c.upper()][0] if c in LETTERS else c for c in day[0]), (REPAIRED,)


def dated(text: str) -> Reading | None:
    """A full date in any Chinese or ISO form, as ISO 8601; a day that cannot be read is not made up."""
    mended = _mended_day(text)
    if mended is None:
        return None
    found = parse_date(mended[0])
    return Reading(found.isoformat(), mended[1]) if found and precision(mended[0]) == "day" else None


def month_or_day(text: str) -> Reading | None:
    """A date to the month or the day: 2020-11 or 2020-11-05."""
    day = dated(text)
    if day is not None:
        return day
    bare = re.sub(r"\s", "", plain(text))
    found = parse_date(plain(text))
    # A day that was lost leaves its month; a month that was lost leaves nothing.
    if found is None or precision(plain(text)) == "year" or re.search(rf"年[^月]*[{re.escape(LETTERS)}][^月]*月", bare):
        return None
    return Reading(found.isoformat()[:7])


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
    """A number with or without decimals; a comma before its last two digits is a point that was misread."""
    printed = re.sub(r"(?<=\d),(?=\d\d?(?!\d))", ".", plain(text))
    match = re.search(r"\d+(?:\.\d+)?", printed.replace(",", ""))
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
