"""One comparison for each role of a column; all of them return a reason."""

import re
from collections.abc import Callable
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from registries.compare.honours import compare_honours
from registries.compare.names import compare_names
from registries.compare.titles import compare_titles
from registries.match import Reason
from registries.schema import Column, Role
from registries.values.dates import parse_date, parse_years, precision
from registries.values.identifiers import Identifier
from registries.values.levels import award_grade, credit_grade, first_set_level, level_of, security_level
from registries.values.money import parse_number
from registries.values.text import squeeze

_PEOPLE = re.compile(r"[;；,，、/\s]+")
MISREAD_CHARACTERS = 2
_PRECISION = {"day": 10, "month": 7, "year": 4, "": 0}


def _cleaned(
    clean: Callable[[str], str], word: str, fallback: Callable[[str], str] = squeeze
) -> Callable[[str, str, str], Reason]:
    """A comparison that cleans both sides with one function and then asks whether they are equal."""

    def compare(column: str, asked: str, found: str) -> Reason:
        a, b = clean(asked) or fallback(asked), clean(found) or fallback(found)
        same = a == b
        text = f"{word}一致" if same else f"{word}不同（{asked}／{found}）"
        return Reason("SAME" if same else "DIFFERENT", column, asked, found, float(same), text)

    return compare


def number_key(identifier: type[Identifier] | None, text: str) -> str:
    """What a number is looked up by: its canonical form, else the text without irrelevant characters."""
    canonical = identifier.normalize(text) if identifier is not None else None
    return canonical if canonical is not None else squeeze(text).upper()


def compare_numbers(column: Column, asked: str, found: str) -> Reason:
    """Compares the number on a paper with that of a record that was found without it.

    A number that passes its check is the number of something else, be title and holder ever so alike;
    one that does not was misread, and is near where it is at most two characters away.
    """
    a, b = number_key(column.identifier, asked), number_key(column.identifier, found)
    if a == b:
        return Reason("SAME", column.name, asked, found, 1.0, "编号一致")
    sound = column.identifier is not None and column.identifier.is_valid(asked)
    if sound or Levenshtein.distance(a, b) > MISREAD_CHARACTERS:
        return Reason("DIFFERENT", column.name, asked, found, 0.0, f"编号不同（{asked}／{found}）")
    return Reason("NEAR", column.name, asked, found, 0.5, f"编号可能误读（{asked}／{found}）")


def compare_dates(column: str, asked: str, found: str) -> Reason:
    """Compares two dates as exactly as the less exact of them allows."""
    a, b = parse_date(asked), parse_date(found)
    if a is None or b is None:
        return Reason("MISSING", column, asked, found, 0.0, "日期无法识别")
    length = min(_PRECISION[precision(asked)], _PRECISION[precision(found)])
    same = a.isoformat()[:length] == b.isoformat()[:length]
    text = "日期一致" if same else f"日期不同（{a.isoformat()}／{b.isoformat()}）"
    return Reason("SAME" if same else "DIFFERENT", column, asked, found, float(same), text)


def compare_years(column: str, asked: str, found: str) -> Reason:
    """Compares years; every year asked for must be among those found."""
    a, b = set(parse_years(asked)), set(parse_years(found))
    if not a or not b:
        return Reason("MISSING", column, asked, found, 0.0, "年度无法识别")
    same = a <= b
    text = "年度一致" if same else f"年度不同（{asked}／{found}）"
    return Reason("SAME" if same else "DIFFERENT", column, asked, found, float(same), text)


def compare_amounts(column: str, asked: str, found: str) -> Reason:
    """Compares numbers at the precision of the less exact of them."""
    a, b = parse_number(_unitless(asked)), parse_number(_unitless(found))
    if a is None or b is None:
        return Reason("MISSING", column, asked, found, 0.0, "数值无法识别")
    places = min(max(0, -_exponent(a)), max(0, -_exponent(b)))
    same = abs(a - b) < Decimal(1).scaleb(-places)
    text = "数值一致" if same else f"数值不同（{asked}／{found}）"
    return Reason("SAME" if same else "DIFFERENT", column, asked, found, float(same), text)


def _unitless(text: str) -> str:
    return re.sub(r"(?:人民币|万元|元|分)", "", text)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def compare_people(column: str, asked: str, found: str) -> Reason:
    """Compares names of people; the order does not matter, a name left out is partial."""
    a, b = ({squeeze(name) for name in _PEOPLE.split(text) if name} - {""} for text in (asked, found))
    if not a or not b:
        return Reason("MISSING", column, asked, found, 0.0, "没有可比的姓名")
    if a == b:
        return Reason("SAME", column, asked, found, 1.0, "人员一致")
    shared = len(a & b) / max(len(a), len(b))
    if shared:
        return Reason("PARTIAL", column, asked, found, shared, f"人员部分一致（{len(a & b)}人相同）")
    return Reason("DIFFERENT", column, asked, found, 0.0, "人员不同")


def _version(text: str) -> str:
    numbers: list[str] = re.findall(r"\d+", text)
    while len(numbers) > 1 and int(numbers[-1]) == 0:
        numbers.pop()
    return ".".join(str(int(number)) for number in numbers)


_BY_ROLE: dict[Role, Callable[[str, str, str], Reason]] = {
    Role.TITLE: lambda column, asked, found: compare_titles(asked, found, column),
    Role.HONOUR: lambda column, asked, found: compare_honours(asked, found, column),
    Role.COMPANY: lambda column, asked, found: compare_names(asked, found, column),
    Role.PEOPLE: compare_people,
    Role.DATE: compare_dates,
    Role.YEAR: compare_years,
    Role.AMOUNT: compare_amounts,
    Role.LEVEL: _cleaned(level_of, "级别"),
    Role.FIRST_SET_LEVEL: _cleaned(first_set_level, "级别"),
    Role.SECURITY_LEVEL: _cleaned(lambda text: str(security_level(text) or ""), "等级"),
    Role.AWARD_GRADE: _cleaned(award_grade, "等级"),
    Role.CREDIT_GRADE: _cleaned(credit_grade, "等级"),
    Role.VERSION: _cleaned(_version, "版本"),
    Role.WORD: _cleaned(squeeze, "内容"),
    Role.TEXT: _cleaned(squeeze, "内容"),
    Role.FORMER_NAMES: _cleaned(squeeze, "内容"),
}


def compare_column(column: Column, asked: str, found: str) -> Reason:
    """Compares one column of a query with the same column of a record.

    Args:
        column: the column, whose role says how.
        asked: the text as the paper states it.
        found: the text as the registry states it.

    Returns:
        The reason; MISSING where the registry left the column blank.
    """
    if not found.strip():
        return Reason("MISSING", column.name, asked, found, 0.0, "登记信息中此项为空")
    if column.role is Role.NUMBER:
        return compare_numbers(column, asked, found)
    return _BY_ROLE[column.role](column.name, asked, found)
