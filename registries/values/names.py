"""Company names written one way: before any comparison, and wherever a name is looked up.

NFKC, simplified, one kind of bracket, no spaces, no label before it («甲方：»), no remark behind it («(盖章)»). A name
in another script has its words of form written one way.
"""

import re
from functools import cache, lru_cache

from registries.values.tables import table
from registries.values.text import is_plain, nfkc, simplify, squeeze

KEPT = 2048
"""So many names are remembered with their parts: those of a dossier and of what the registries hold beside them."""
_OPEN = str.maketrans("〔【[{<《（﹙", "((((((((")
_CLOSE = str.maketrans("〕】]}>》）﹚", "))))))))")
_EDGES = " \t\n,;:。、.·*'\"“”‘’-—_|"
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


@lru_cache(maxsize=KEPT)
def normalize_name(text: str) -> str:
    """Writes a name one way: one width, simplified, `(` and `)`, no spaces, no remark about a seal.

    Args:
        text: a name as printed.

    Returns:
        The name; empty where nothing but marks was given.
    """
    if is_plain(text):  # as most names are: neither bracket nor mark nor space
        return text
    name = simplify(nfkc(text)).translate(_OPEN).translate(_CLOSE)
    name = re.sub(r"\s+", "", name).strip(_EDGES)
    return _without_remark(name).strip(_EDGES)


@lru_cache(maxsize=KEPT)
def latin_name(text: str) -> str:
    """A name without any Chinese character, its words of form written one way (Company Limited, Co., Ltd.).

    Args:
        text: a name as printed.

    Returns:
        Its letters and digits in lower case; empty where there is a Chinese character or no letter.
    """
    if _HAN.search(text):  # as nearly all names
        return ""
    name = squeeze(text)
    if _HAN.search(name) or not any(map(str.isalpha, name)):
        return ""
    forms: dict[str, str] = table("company_words")["latin_forms"]
    form = next((each for each in forms if name.endswith(each)), "")
    return name.removesuffix(form) + forms.get(form, "")


def _without_remark(name: str) -> str:
    return _remark().sub("", _before().sub("", _label().sub("", name)))


@cache
def _remark() -> re.Pattern[str]:
    rows = table("company_words")
    words = "|".join(sorted([*rows["seals"], *rows["roles"]], key=len, reverse=True))
    return re.compile(rf"\((?:{words}|加盖公章|以下简称.*|简称.*|下称.*)\)?$")


@cache
def _label() -> re.Pattern[str]:
    # No name holds a colon; what stands before one is the label of the field.
    return re.compile(r"^[^:()]{1,12}:(?=[^:]{4,}$)")


@cache
def _before() -> re.Pattern[str]:
    """A remark in brackets or the number in a list before a name."""
    rows = table("company_words")
    words = "|".join(sorted([*rows["seals"], *rows["roles"]], key=len, reverse=True))
    return re.compile(rf"^(?:\((?:{words}|加盖公章|\d{{1,3}})\)|\d{{1,3}}[、.)](?=\D))")
