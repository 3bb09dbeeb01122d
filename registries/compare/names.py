"""Are two company names the name of one company? Decided by the parts of the name, never by distance.

1. equal but for widths, brackets, 省/市            SAME
2. only 有限公司 against 有限责任公司                NEAR
3. one character that readers mix up, not in a place NEAR
4. a misread trade or form that is none (公可, 科枝)  NEAR
5. a place more or less before the same name        NEAR, too weak to make certain
6. a branch of the same company                     BRANCH
7. one in Chinese, one in another script            MISSING: only a number can link them
8. anything else (brand, trade, place, form)        DIFFERENT, however alike the strings are

NEAR is a hint: a company one character away is another company until something else says otherwise.
"""

from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from registries.compare.misread import misread_place, misread_words
from registries.match import Reason
from registries.values.name_parts import NameParts, split_name
from registries.values.names import latin_name, normalize_name
from registries.values.places import is_place
from registries.values.repair import look_alike
from registries.values.text import squeeze

NEAR_FORM, NEAR_SHAPE, NEAR_PLACE, NO_PLACE, BRANCH_WEIGHT = 0.9, 0.8, 0.7, 0.6, 0.3
_PARTS = (
    ("brand", "字号"),
    ("trade", "行业"),
    ("place", "行政区划"),
    ("bracket", "括号内容"),
    ("branch", "分支机构"),
)


def compare_names(asked: str, found: str, column: str = "name") -> Reason:
    """Compares two company names part by part.

    Args:
        asked: the name as the paper states it.
        found: the name as the registry states it.
        column: the column that the reason is about.

    Returns:
        SAME, NEAR, BRANCH, DIFFERENT or MISSING, with how alike they are as weight.
    """
    a, b = normalize_name(asked), normalize_name(found)
    code, weight, text = _judge(a, b) if a and b else ("MISSING", 0.0, "没有可比的名称")
    return Reason(code, column, asked, found, weight, text)


def _judge(a: str, b: str) -> tuple[str, float, str]:
    latin = latin_name(a), latin_name(b)
    if any(latin):
        return _judge_latin(*latin)
    left, right = split_name(a), split_name(b)
    if a == b or squeeze(a) == squeeze(b) or left == right:
        return "SAME", 1.0, "名称一致"
    if left.branch != right.branch and replace(left, branch="") == replace(right, branch=""):
        return "BRANCH", BRANCH_WEIGHT, "一方是另一方的分支机构，分支机构不是独立法人"
    return _near(a, b, left, right) or ("DIFFERENT", 0.0, _difference(left, right) + _doubt(a, b))


def _judge_latin(a: str, b: str) -> tuple[str, float, str]:
    """A Chinese name and a foreign one say nothing about each other: translations are free."""
    if not a or not b:
        return "MISSING", 0.0, "一方为外文名称，无法与中文名称比对，须凭统一社会信用代码等核对"
    return ("SAME", 1.0, "外文名称一致") if a == b else ("DIFFERENT", 0.0, "外文名称不同")


def _doubt(a: str, b: str) -> str:
    told = misread_place(a, b)
    return f"；{told}，但地名不容误读，请对照原件" if told else ""


def _near(a: str, b: str, left: NameParts, right: NameParts) -> tuple[str, float, str] | None:
    if _one_look_alike(a, b) and (left.place, left.bracket) == (right.place, right.bracket):
        return "NEAR", NEAR_SHAPE, "名称仅一个形近字不同，可能是误读，须另有佐证"
    told = misread_words(a, b)
    if told:
        return "NEAR", NEAR_SHAPE, f"名称中{told}，字号一致，须另有佐证"
    if left.form_class != right.form_class or (left.bracket, left.branch) != (right.bracket, right.branch):
        return None
    if _core(left) == _core(right) and left.place == right.place:
        return "NEAR", NEAR_FORM, f"名称仅组织形式写法不同（{left.form}／{right.form}）"
    return _more_or_less_place(left, right)


def _more_or_less_place(left: NameParts, right: NameParts) -> tuple[str, float, str] | None:
    """One name has a place more before the same brand and trade, or a longer one; another place is none."""
    if _core(left) == _core(right) and _one_holds_the_other(left.place, right.place):
        return "NEAR", NEAR_PLACE, f"名称仅行政区划详略不同（{left.place}／{right.place}），可能是另一企业"
    longer, shorter = sorted((_unformed(left), _unformed(right)), key=len, reverse=True)
    more = longer.removesuffix(shorter)
    if more == longer or not is_place(more):
        return None
    return "NEAR", NO_PLACE, f"仅一方名称写有行政区划“{more}”，可能是另一企业，须另有佐证"


def _one_holds_the_other(a: str, b: str) -> bool:
    longer, shorter = sorted((a, b), key=len, reverse=True)
    return bool(shorter) and (longer.endswith(shorter) or longer.startswith(shorter))


def _unformed(parts: NameParts) -> str:
    return parts.place + parts.brand + parts.trade


def _core(parts: NameParts) -> tuple[str, str, str]:
    """Brand and trade together (their border is a guess), brackets and branch."""
    return parts.brand + parts.trade, parts.bracket, parts.branch


def _one_look_alike(a: str, b: str) -> bool:
    if len(a) != len(b):
        return False
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(pairs) == 1 and look_alike(*pairs[0])


def _difference(left: NameParts, right: NameParts) -> str:
    """Says which part differs; what the two have in common is not what matters."""
    if _core(left)[0] == _core(right)[0] and left.place + left.bracket == right.place + right.bracket:
        if left.place != right.place:
            return "行政区划在名称中的位置不同，是不同的企业名称"
        if left.form_class != right.form_class:
            return f"组织形式不同（{left.form or '无'}／{right.form or '无'}），须有名称变更证明"
    told = [
        f"{word}不同（{getattr(left, part) or '无'}／{getattr(right, part) or '无'}）"
        for part, word in _PARTS
        if getattr(left, part) != getattr(right, part)
    ]
    return "不是同一企业名称：" + "，".join(told) if told else "不是同一企业名称"


def likeness(asked: str, found: str) -> float:
    """How alike two names look, 0 to 1: to rank candidates, never to decide."""
    return float(Levenshtein.normalized_similarity(squeeze(asked), squeeze(found)))
