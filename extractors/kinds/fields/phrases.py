"""Turns what contracts, task books and certificates say in their own phrases into values."""

import re
from decimal import Decimal

from extractors.kinds.kind import Parse, Reading
from extractors.plain import plain, simplified
from registries.values.money import parse_wan
from registries.values.standards import StandardNumber

LEAD = r"[^,。;:、《]{0,30}?"
"""What may stand before the telling words of a title: no sentence."""

ORGANISED = (
    "有限责任公司|股份有限公司|有限公司|公司|集团(?![)）有股])|大学|学院|研究院|研究所|设计院|医院|银行|委员会|管委会|政府|"
    r"局|厅|中心|协会|学会|联盟|基金会|事务所|合作社|厂|院|所|学校|(?:普通合伙|有限合伙)[)）]"
)
FOREIGN = re.compile(r"[A-Z][A-Za-z0-9.,&()'-]{3,80}?(?:Co\.?,?Ltd|Ltd|Inc|Corporation|GmbH|LLC)\.?")
"""One company's name in English: the comma before its legal form parts nothing."""

PARTY = re.compile(rf"[一-鿿A-Za-z0-9()（）·]{{3,50}}?(?:{ORGANISED})(?![)）一-鿿])")

AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(亿元|万元|千元|元|亿|万)?")
CAPITALS = re.compile(r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}(?:元|圆)[零壹贰叁肆伍陆柒捌玖拾角分整正]*")

YEAR_OR_DAY = r"\d{4}(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)"
PERIOD = re.compile(
    rf"{YEAR_OR_DAY}(?:起)?(?:至|到|-|—|–|~|--)+{YEAR_OR_DAY}|\d{{4}}年?(?:至|-|—|–|~)\d{{4}}年"
)

INTERNATIONAL = (
    r"(?:ISO/IEC/IEEE|ISO/IEC|ISO/TS|ISO/TR|ISO|IEC|IEEE)\t?(?:Std|/?(?:DIS|FDIS|CD|CDV|NP|WD|AWI|PWI|P))?\t?"
    r"\d{2,6}(?:[-.]\d{1,4})*(?::(?:19|20)\d\d)?|ITU-[TR]\t?[A-Z]\.\d{1,5}(?:\.\d{1,3})?"
)
STAGE = re.compile(r"^(ISO/IEC/IEEE|ISO/IEC|ISO|IEC|IEEE)(Std|/?(?:DIS|FDIS|CDV|CD|NP|WD|AWI|PWI|P))?(\d.*)$")


def party(text: str) -> Reading | None:
    """The organisation that is a party to a paper, without what it is called there («（委托方）：»)."""
    bare = re.sub(r"\s+", "", simplified(text))
    bare = re.sub(r"^[(（][^)）]{1,10}[)）]", "", bare.lstrip(":：")).lstrip(":：")
    match = PARTY.match(bare)
    return Reading(match[0]) if match else None


def parties(text: str) -> Reading | None:
    """Organisations in their order, a semicolon between them; none where a word is none."""
    bare = re.sub(r"\s+", "", simplified(text)).strip(":：;；,，.。、")
    if FOREIGN.fullmatch(bare):
        return Reading(bare)
    names = [name for name in re.split(r"[;；,，、]", bare) if name]
    good = [name for name in names if re.search(rf"(?:{ORGANISED})$", name) and len(name) >= 3]
    return Reading(";".join(good)) if good and len(good) == len(names) else None


def period(text: str) -> Reading | None:
    """From when to when, as printed and without spaces."""
    match = PERIOD.search(plain(re.sub(r"\s+", "", text)))
    return Reading(match[0]) if match else None


def amount(text: str) -> Reading | None:
    """A sum in 万元 from figures with their unit, else from capital numerals; 元 where there is no unit."""
    cleaned = plain(re.sub(r"\s+", "", text))
    for match in AMOUNT.finditer(cleaned):
        value = parse_wan(match[0])
        if value is not None and (match[2] or "," in match[1] or "." in match[1] or len(match[1]) >= 3):
            return _wan(value)
    spelled = CAPITALS.search(cleaned)
    value = parse_wan(spelled[0]) if spelled else None
    return _wan(value) if value is not None else None


def amount_in_wan(text: str) -> Reading | None:
    """A bare figure under a label that says 万元."""
    match = AMOUNT.search(plain(re.sub(r"\s+", "", text)))
    return _wan(Decimal(match[1].replace(",", ""))) if match else None


def _wan(value: Decimal) -> Reading:
    return Reading(float(value))


def counted(text: str) -> Reading | None:
    """A number of things; 万 is ten thousand of them."""
    match = re.search(r"(\d[\d,]*(?:\.\d+)?)(万)?", plain(text))
    if match is None:
        return None
    value = Decimal(match[1].replace(",", "")) * (10_000 if match[2] else 1)
    return Reading(int(value)) if value == int(value) else Reading(float(value))


def words(*every: str) -> Parse:
    """All of some words that a text holds, in their order there, a semicolon between them."""
    pattern = re.compile("|".join(re.escape(word) for word in sorted(every, key=len, reverse=True)))

    def parse(text: str) -> Reading | None:
        cleaned = plain(text)
        found: dict[str, None] = {match[0]: None for match in pattern.finditer(cleaned)}
        return Reading(";".join(found)) if found else None

    return parse


def international_number(text: str) -> Reading | None:
    """The number of an international standard or project: ISO/IEC DIS 30178, ITU-T Y.4472."""
    bare = re.sub(r"\s+", "", plain(text))
    value = StandardNumber.normalize(bare)
    if value is not None:
        return Reading(value)
    match = STAGE.match(bare)
    if match:
        return Reading(" ".join(part.lstrip("/") for part in match.groups() if part))
    match = re.match(r"^(ITU-[TR])([A-Z]\..+)$", bare)
    return Reading(f"{match[1]} {match[2]}") if match else None
