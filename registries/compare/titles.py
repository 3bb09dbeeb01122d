"""Are two titles (inventions, software, projects, products, lists) the same, allowing for misread characters?

1. equal but for marks, spaces, widths                              SAME
2. other digits or other telling words (方法/装置, 第5部分/第6部分)    DIFFERENT
3. a few characters, all of them look-alikes, or very few of many    NEAR
4. one is the beginning of the other: a line was lost                PARTIAL (a paper with more than is registered
                                                                    has lost none, and comes behind what is nearer)
5. else                                                             DIFFERENT
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from registries.match import Reason
from registries.values.repair import look_alike
from registries.values.text import nfkc, squeeze

# One misread character in twelve is what a fair scan yields; shorter titles allow look-alikes only.
OTHER_CHARACTERS = 1 / 12
LOOK_ALIKES = 1 / 5
LEAST_BEGINNING = 0.5
_TELLING = re.compile(
    "方法|装置|系统|设备|芯片|介质|终端|电路|结构|机构|工艺|平台|软件|中台|小程序|客户端|服务端|插件|模块"
    "|生产线|机器人|传感器|控制器|[上下内外前后左右正反单双多主从大小高低粗精立卧动静冷热新旧]|非|不|无"
)
# Characters that turn a title into another one, although each is only one character.
_DIGITS = re.compile(r"\d+(?:\.\d+)*|[一二三四五六七八九十甲乙丙丁ⅠⅡⅢⅣⅤ](?=部分|期|类|代|级|型|号)")
_SHORT_NAME = re.compile(r"[\[【〔(（]?\s*(?:软件)?简称\s*[:：].*?(?:[\]】〕)）]|$)")
_REMARK = re.compile("简称|[Vv]")
_VERSION = re.compile(r"\s*[\[【〔(（]?[Vv](?:er(?:sion)?)?\.?\s*\d+(?:\.\d+)*[\]】〕)）]?\s*$")


def bare_title(text: str) -> str:
    """A title without short name, version, quotation marks and 《》."""
    title = nfkc(text)
    if _REMARK.search(title):
        title = _VERSION.sub("", _SHORT_NAME.sub("", title))
    return title.strip(" \t\n《》“”\"'")


def compare_titles(asked: str, found: str, column: str = "title") -> Reason:
    """Compares two titles, allowing for misread characters but not for other numbers or kinds of things.

    Args:
        asked: the title as the paper states it.
        found: the title as the registry states it.
        column: the column that the reason is about.

    Returns:
        SAME, NEAR, PARTIAL, DIFFERENT or MISSING, with how alike they are as weight.
    """
    a, b = squeeze(bare_title(asked)), squeeze(bare_title(found))
    code, weight, text = _judge(a, b) if a and b else ("MISSING", 0.0, "没有可比的名称")
    return Reason(code, column, asked, found, weight, text)


def _judge(a: str, b: str) -> tuple[str, float, str]:
    if a == b:
        return "SAME", 1.0, "名称一致"
    alike = float(Levenshtein.normalized_similarity(a, b))
    if _is_beginning(a, b):
        return "PARTIAL", alike if len(a) < len(b) else alike / 2, "名称是另一方的一部分，可能漏读一行"
    if _digits(a) != _digits(b):
        return "DIFFERENT", alike / 2, "名称中的数字不同"
    changed = _changed(a, b)
    if all(x and y and look_alike(x, y) for x, y in changed) and len(changed) <= max(1, len(b) * LOOK_ALIKES):
        return "NEAR", alike, "名称仅形近字不同，可能是误读"
    if _telling(a) != _telling(b):
        return "DIFFERENT", alike / 2, "名称中的关键词不同"
    if len(changed) <= max(len(a), len(b)) * OTHER_CHARACTERS:
        return "NEAR", alike, f"名称有{len(changed)}字不同，可能是误读"
    return "DIFFERENT", alike / 2, "名称不同"


def _is_beginning(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and len(short) >= max(4, len(long) * LEAST_BEGINNING)


@lru_cache(maxsize=1024)
def _digits(title: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(title))


@lru_cache(maxsize=1024)
def _telling(title: str) -> tuple[str, ...]:
    return tuple(sorted(_TELLING.findall(title)))


def _changed(a: str, b: str) -> list[tuple[str, str]]:
    """The characters that differ, in pairs; an added or lost one stands alone."""
    pairs: list[tuple[str, str]] = []
    for step in Levenshtein.editops(a, b):
        left = a[step.src_pos] if step.tag != "insert" else ""
        right = b[step.dest_pos] if step.tag != "delete" else ""
        pairs.append((left, right))
    return pairs
