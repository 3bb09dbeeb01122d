"""Amounts of money and plain numbers, in digits and in Chinese numerals; the unit of account is 万元.

Foreign currency is no amount in 万元: `parse_wan` gives None and `currency` says which one it is.
"""

import re
from decimal import Decimal, InvalidOperation

from registries.values.text import without_spaces

# Longest first: 百万元 must not be read as 万元.
_UNITS: tuple[tuple[str, Decimal], ...] = (
    ("百亿", Decimal(1_000_000)),
    ("十亿", Decimal(100_000)),
    ("千万", Decimal(1_000)),
    ("百万", Decimal(100)),
    ("十万", Decimal(10)),
    ("万亿", Decimal(100_000_000)),
    ("亿", Decimal(10_000)),
    ("万", Decimal(1)),
    ("千", Decimal("0.1")),
    ("百", Decimal("0.01")),
    ("", Decimal("0.0001")),
)
_FOREIGN = (
    *("美元", "欧元", "日元", "英镑", "港元", "港币", "澳元", "加元", "瑞士法郎", "韩元", "新台币", "卢布"),
    *("USD", "EUR", "HKD", "JPY", "GBP", "US$", "HK$", "€", "$", "£"),
)
_OWN = re.compile(r"人民币|RMB|CNY|[¥￥]|大写|小写|整$|正$", re.I)
_CAPITAL = "零〇○一二三四五六七八九十百千万亿两廿壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸貮弍弌点"
# What readers make of capital numerals that seals and thin strokes spoil.
_MISREAD = str.maketrans(
    "壶贷贳赁参參貳貮陸伯任什萬億園圆圓○〇扒弌弍",
    "壹贰贰贰叁叁贰贰陆佰仟十万亿元元元零零捌一二",
)
_NUMERAL = re.compile(r"[-+−]?\d[\d,，]*(?:\.\d+)?|[-+−]?\.\d+")
# Two cells of a table run together; several groups of three are one number with thin separators.
_BROKEN = re.compile(r"\d\s+\d")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:\s\d{3}){2,}(?!\d)")
_TAIL = re.compile(r"[余多左右近约以上]+")


def currency(text: str) -> str:
    """The foreign currency that an amount is given in; empty for 人民币."""
    cleaned = without_spaces(text).upper()
    return next((name for name in _FOREIGN if name in cleaned), "")


def _two_numbers(text: str) -> bool:
    return _BROKEN.search(text) is not None and _GROUPED.search(text) is None


def parse_number(text: str) -> Decimal | None:
    """Reads one number: digits with thousand separators, or Chinese numerals, plain or capital.

    Args:
        text: the number; brackets or a minus make it negative; `%` and 余, 多 behind it are left out.

    Returns:
        The number, or None where the text holds none or more than one.
    """
    if _two_numbers(text):
        return None
    cleaned = without_spaces(text).replace("−", "-").replace("，", ",")
    negative = bool(re.fullmatch(r"\(.*\)", cleaned)) or cleaned.startswith(("-", "负", "△"))
    bare = _TAIL.sub("", cleaned.strip("()-+负△").rstrip("%"))
    number = _digits(bare) if _NUMERAL.fullmatch(bare) else _spelled(bare)
    return None if number is None else -number if negative else number


def _digits(text: str) -> Decimal | None:
    """Digits; a point before each group of three is a misread comma when there are several of them."""
    bare = text.replace(",", "")
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def _spelled(text: str) -> Decimal | None:
    cleaned = text.translate(_MISREAD)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:\.\d{1,2})?", cleaned):
        head, _, last = cleaned.rpartition(".")
        point = "" if len(last) == 3 else "."
        return Decimal(head.replace(".", "") + point + last)
    if not cleaned or any(c not in _CAPITAL for c in cleaned):
        return None
    try:
        from cn2an import cn2an  # takes a tenth of a second to import; most amounts are digits

        return Decimal(str(cn2an(cleaned, "smart")))
    except (ValueError, TypeError, KeyError):
        return None


def _unit(text: str) -> tuple[str, Decimal | None]:
    """Splits the unit off the end: the rest, and how many 万元 one of it is; None where there is no unit."""
    if not text.endswith("元"):
        hit = re.fullmatch(r"(.*\d)(百万|千万|十亿|亿|万)", text)
        return (text, None) if hit is None else (hit[1], dict(_UNITS)[hit[2]])
    head = text[:-1]
    name, factor = next((name, factor) for name, factor in _UNITS if head.endswith(name))
    return head[: len(head) - len(name)], factor


def _cents(text: str) -> tuple[str, Decimal]:
    """Splits 角 and 分 off an amount in capital numerals (…元叁角伍分)."""
    hit = re.fullmatch(r"(.*元)零?(?:(.)角)?零?(?:(.)分)?", text)
    if hit is None or not (hit[2] or hit[3]):
        return text, Decimal(0)
    tenths, hundredths = (parse_number(part) if part else Decimal(0) for part in (hit[2], hit[3]))
    return hit[1], ((tenths or Decimal(0)) / 10 + (hundredths or Decimal(0)) / 100) / 10_000


def parse_wan(text: str, default_unit: str = "元") -> Decimal | None:
    """Reads an amount of money in 万元.

    Args:
        text: `2,900.00万元`, `3.2亿元`, `(1,234.56)`, `贰仟玖佰万元整` …
        default_unit: the unit where the text has none, as the head of a table gives it.

    Returns:
        The amount in 万元, or None where there is none or it is in a foreign currency.
    """
    cleaned = without_spaces(text).replace("−", "-").replace("，", ",").rstrip("。;；")
    if not cleaned or currency(cleaned) or _two_numbers(text):
        return None
    negative = bool(re.fullmatch(r"\(.*\)(?:[百千十]?[万亿]?元)?", cleaned))
    bare = _OWN.sub("", cleaned if not negative else cleaned.replace("(", "").replace(")", ""))
    bare = _TAIL.sub("", bare.strip("():：").translate(_MISREAD))
    amount = _amount(bare, default_unit)
    return -amount if amount is not None and negative else amount


def _amount(bare: str, default_unit: str) -> Decimal | None:
    whole, cents = _cents(bare)
    # In capital numerals 仟, 万 and 亿 belong to the number, the unit is 元: 贰仟玖佰万元.
    if whole and all(c in _CAPITAL or c == "元" for c in whole.lstrip("-负")):
        number = parse_number(whole.removesuffix("元"))
        factor: Decimal | None = Decimal("0.0001") if whole.endswith("元") or _has_big(whole) else None
    else:
        rest, factor = _unit(whole)
        number = parse_number(rest)
    if number is None:
        return None
    if factor is None:
        factor = _unit(default_unit if default_unit.endswith("元") else default_unit + "元")[1]
    return number * (factor or Decimal("0.0001")) + cents


def _has_big(text: str) -> bool:
    return any(unit in text for unit in "万亿")
