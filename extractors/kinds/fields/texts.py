"""Texts, titles and names as values: rid of what is printed around them."""

import re
from collections.abc import Callable

from extractors.kinds.kind import Parse, Reading
from extractors.plain import plain, simplified

ORGANISATION = (
    "公司|集团|厂|大学|学院|研究院|研究所|设计院|中心|研究会|协会|学会|联合会|联盟|委员会|医院|银行|社|局|厅|部|"
    "院|所|站|会|室|校|店|合伙"
)

OTHERS = re.compile(r"(?:(?<=公司)|(?<=[大中]学)|(?<=[院所厂会]))等(?:\d{0,3}[家个]?(?:单位|企业))?$")
"""«等» behind the last of several organisations."""

_NAMES = re.compile(rf"(?<=[)一-鿿])(?:\s*[;:,、，；：]\s*|(?<=公司)(?=[^)）;,、的]{{4,}}?(?:{ORGANISATION})))")


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", simplified(text))


def text_of(text: str) -> Reading | None:
    """The text itself, rid of white space and of punctuation at its ends."""
    bare = _bare(text).strip(":：;；,，.。、")
    return Reading(bare) if bare else None


def titled(text: str) -> Reading | None:
    """A title of at least two characters, its quotation marks taken off."""
    bare = _bare(text).strip(":：;；,，。、")
    bare = re.sub(r"^[“\"《](.*)[”\"》]$", r"\1", re.sub(r"(?:…+|[·.]{3,})[…·.]*\d{0,4}$", "", bare))  # dots lead to a page in a table of contents
    return Reading(bare) if len(bare) >= 2 else None


def organisations(text: str) -> Reading | None:
    """Names of organisations as printed, a semicolon between them."""
    bare = _bare(text).strip(":：;；,，.。、")
    bare = re.sub(r"[（(]盖章[)）]$", "", bare)
    names = [n.strip(":：;；,，.。、") for n in re.split(r"[;；,，、]", bare)]
    names = [OTHERS.sub("", n) for n in names if len(n) >= 2]
    return Reading(";".join(names)) if names else None


def one_organisation(text: str) -> Reading | None:
    """The first name of an organisation in the text, up to its legal form."""
    bare = _bare(text).strip(":：;；,，.。、")
    match = re.match(r"^.{2,60}?(?:公司|集团|厂|大学|学院|研究院|研究所|中心|合作社|合伙\)|合伙）)(?!有限|有$|股份|集团|[（(][^)）]{2,8}[)）](?:有限|股份))(?![)）])(?:[一-鿿()（）]{2,14}(?:分公司|分院|分厂))?", bare)
    cut = re.search(r"有限?公?$|股份?$", bare)  # the rest of its legal form stands elsewhere
    return Reading(match[0]) if match else (Reading(bare) if 2 <= len(bare) <= 40 and not cut else None)


def person(text: str) -> Reading | None:
    """A person's name: two to fifteen Chinese characters, or letters for a foreigner."""
    bare = re.sub(r"[:：]+", "", _bare(text))
    match = re.match(r"[一-鿿·]{2,15}|[A-Za-z .]{3,40}", bare)
    return Reading(match[0]) if match else None


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
