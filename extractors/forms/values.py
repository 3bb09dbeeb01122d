"""What a cell says, cleaned for its type: numbers and units, hints, the company's name, dates.

Money becomes 万元 whatever unit was written; a foreign currency has no number, for its rate is
nobody's to guess.
"""

import re
import unicodedata

from rapidfuzz import fuzz

from extractors.forms.edition import Entry
from extractors.numerals import NUMERAL, read_numeral
from registries.values.dates import parse_date, precision
from registries.values.money import currency, parse_wan

_LESS = re.compile(r"下降|减少|负增长|降低|^[(（]\s*[\d.]+\s*%?\s*[)）]$|^[-−负]")
_SEAL = re.compile(r"[（(]\s*(?:盖\s*章|公\s*章|加盖公章|盖公章|签\s*章)\s*(?:[）)]|$)")
_HINT_LIKE = 82
_NOTE = re.compile(
    r"\s*[（(]\s*(?:原名?称?|曾用名|前身|更名|简称|以下简称|下称)[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]"
)
_POST = re.compile(r"\s*[（(][^（()）]*(?:董事|经理|总裁|负责人|代表|兼|股东|CEO)[^（()）]*[）)]\s*$")
_POST_AHEAD = re.compile(r"^\s*[^：:（()）]{0,8}(?:董事长?|经理|总裁|负责人|代表人?)\s*[：:]\s*")
_CODE = re.compile(r"(?<![0-9A-Z])(?:[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z])(?![0-9A-Z])")


def read_number(text: str, entry: Entry) -> float | None:
    """The number in a cell of a number, amount or percent field, in the unit that the form prints."""
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    folded = folded.replace("百分之", "")  # 百分之五点二
    if entry.type == "amount":
        return _amount(re.split("/|每|一亩", folded)[0])
    found = re.search(NUMERAL, folded)
    value = read_numeral(found[0]) if found else None
    return -value if value is not None and _LESS.search(folded) else value


def _amount(text: str) -> float | None:
    """An amount in 万元: the whole text, else its first amount; 万 and 亿 may lack their 元."""
    if currency(text):
        return None
    found = re.search(rf"[-−]?{NUMERAL}(?:万|亿|千)?元?", text)
    for part in (re.sub(r"\(.*?\)(?=.)|(?<=.)\(.*?\)", "", text), found[0] if found else ""):
        number = parse_wan(re.sub(r"(?<=[万亿])$", "元", part), "万元")
        if number is not None:
            return float(number)
    return None


def without_hints(text: str, hints: tuple[str, ...]) -> str:
    """The text without the bracketed hint that the form prints in the cell."""
    if "(" not in text and "（" not in text:  # most cells: the patterns below are dear to compile
        return text.strip()
    for hint in hints:
        letters = [c for c in unicodedata.normalize("NFKC", hint) if c.isalnum()]
        spaced = r"[^0-9A-Za-z\u4e00-\u9fff]*".join(_either_width(c) for c in letters)
        text = re.sub(
            rf"[（(][^0-9A-Za-z\u4e00-\u9fff]*{spaced}[^（()）0-9A-Za-z\u4e00-\u9fff]*[）)]?", "", text
        )
    for match in re.finditer(r"^\s*[（(](.{4,}?)[）)]\s*(?=$|\n|[^）)])", text, re.DOTALL):
        if any(fuzz.ratio(_letters(match[1]), _letters(hint)) >= _HINT_LIKE for hint in hints):
            return text[match.end() :].strip()
    return text.strip()


def _either_width(sign: str) -> str:
    circled = "①②③④⑤⑥⑦⑧⑨"
    return f"[{sign}{circled[int(sign) - 1]}]" if sign in "123456789" else re.escape(sign)


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def without_seal(text: str) -> str:
    """A company's name without （盖章）, a note of former names or spaces between its characters."""
    return re.sub(r"\s+", "", _NOTE.sub("", _SEAL.sub("", text)))


def without_post(text: str) -> str:
    """A person's name without the post before it or behind it in brackets, 董事长：金慕白, 金慕白（董事长）."""
    return _POST_AHEAD.sub("", _POST.sub("", text))


def read_code(text: str) -> str:
    """The code in a cell, in narrow characters and without the notes beside it; where no code is found, what stands there."""
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
    codes = _CODE.findall(folded)
    return max(codes, key=len) if codes else text


def read_day(text: str) -> str:
    """The first date of a text as ISO 8601; empty where there is none, or none exact to the day."""
    day = parse_date(text)
    return day.isoformat() if day is not None and precision(text) == "day" else ""
