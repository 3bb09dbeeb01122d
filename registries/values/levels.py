"""Levels and grades: who gave an honour, how new a first set is, how good a prize or a credit is."""

import re
from functools import cache

from registries.values.tables import table
from registries.values.text import without_spaces


@cache
def _provinces() -> str:
    return "|".join(table("places")["provinces"])


@cache
def _places(column: str) -> str:
    return "|".join(sorted(table("places")[column], key=len, reverse=True))


# 国家税务总局宁波市税务局 and the like bear the state's name but are offices of a place.
_LOCAL_OFFICE = re.compile(r"^国家(?:税务|统计)总?局")


def level_of(text: str) -> str:
    """The level of an honour, read from its issuer, its name or its level word.

    Args:
        text: an issuer (浙江省经济和信息化厅), a level (省级) or the name of an honour.

    Returns:
        国家, 省, 市, 区县 or 协会; empty where the text says nothing about it.
    """
    cleaned = _LOCAL_OFFICE.sub("", without_spaces(text))
    if not cleaned:
        return ""
    if cleaned in ("省部级", "部省级"):
        return "省"
    by_kind = {row["level"]: row["words"] for row in table("levels")["words"]}
    if any(word in cleaned for word in by_kind["协会"]):
        return "协会"
    return _by_place(cleaned) or next(
        (row["level"] for row in table("levels")["words"] if any(w in cleaned for w in row["words"])),
        _single_word(cleaned),
    )


def _by_place(text: str) -> str:
    """Looks at the places at the front: the narrowest one that is an authority's seat decides."""
    hit = re.match(rf"(?:中共|共青团)?(?:(?:{_provinces()})(省|市|自治区|壮族自治区)?)?", text)
    rest = text[hit.end() :] if hit else text
    if re.match(rf"(?:{_places('zhejiang_cities')}|{_places('cities')})市?", rest):
        behind = re.sub(rf"^(?:{_places('zhejiang_cities')}|{_places('cities')})市?", "", rest)
        return "区县" if _is_county(behind) else "市"
    if _is_county(rest):
        return "区县"
    if hit and hit.end() and (hit[1] or re.match(_provinces(), text)):
        return "省"
    return ""


def _is_county(text: str) -> bool:
    known = rf"(?:{_places('zhejiang_counties')}|{_places('zhejiang_districts')})(?:区|县|市)"
    other = r"[一-鿿]{2,3}(?:区|县)(?!域|块)(?=.*[局委府办室])"
    return bool(re.match(f"{known}|{other}", text))


def _single_word(text: str) -> str:
    return {"省": "省", "市": "市", "区": "区县", "县": "区县", "部": "国家", "国家": "国家"}.get(text, "")


def first_set_level(text: str) -> str:
    """国际, 国内 or 省内 of a first set; empty where the text says none of them."""
    words: dict[str, str] = table("levels")["first_set_words"]
    cleaned = without_spaces(text)
    return next((words[word] for word in sorted(words, key=len, reverse=True) if word in cleaned), "")


def award_grade(text: str) -> str:
    """特等奖, 一等奖, 二等奖, 三等奖 or 优秀奖; 壹等 and 1等 are written as 一等奖."""
    cleaned = without_spaces(text).translate(str.maketrans("壹壶弌1贰貳2叁參3", "一一一一二二二三三三"))
    hit = re.search(r"([特一二三])等|(优秀|金|银|铜|提名)奖", cleaned)
    if hit is None:
        return f"{cleaned}等奖" if f"{cleaned}等奖" in table("levels")["awards"] else ""
    return f"{hit[1]}等奖" if hit[1] else f"{hit[2]}奖"


def credit_grade(text: str) -> str:
    """优秀, 良好, 中等, 较差 or 差; the letters A to E count as well."""
    cleaned = without_spaces(text).removesuffix("级").removesuffix("等")
    letters: dict[str, str] = table("levels")["credit_letters"]
    if cleaned.upper() in letters:
        return letters[cleaned.upper()]
    grades: list[str] = table("levels")["credit"]
    return next((grade for grade in grades if grade.removesuffix("等") in cleaned), "")


def credit_rank(text: str) -> int | None:
    """The place of a credit grade, 0 the best; None where the text holds no grade."""
    grade = credit_grade(text)
    return table("levels")["credit"].index(grade) if grade else None


def security_level(text: str) -> int | None:
    """The level of a police filing, 1 to 5, from 三级, 第三级, S3A3 or 3."""
    cleaned = without_spaces(text).upper()
    hit = re.search(r"第?([一二三四五1-5])级", cleaned) or re.fullmatch(r"([一二三四五1-5])", cleaned)
    if hit is None:
        hit = re.search(r"S([1-5])A[1-5]", cleaned)
    return None if hit is None else "一二三四五".index(hit[1]) + 1 if hit[1] in "一二三四五" else int(hit[1])
