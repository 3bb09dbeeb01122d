"""Company names: written one way, and split into 行政区划, 字号, 行业, 组织形式 and branch.

1. `normalize_name`: NFKC, simplified, one kind of bracket, no spaces, no label before it («甲方：»), no
   remark behind it («(盖章)»)
2. branch off the end (宁波分公司), form off the end, place off the front or out of brackets
3. words of trades off the end of what is left; at least two characters stay the brand

Two split names may be compared part by part: another brand, trade or place is another company.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from registries.values.tables import table
from registries.values.text import is_plain, nfkc, simplify, squeeze

KEPT = 2048
"""So many names are remembered with their parts: those of a dossier and of what the registries hold beside them."""
_OPEN = str.maketrans("〔【[{<《（﹙", "((((((((")
_CLOSE = str.maketrans("〕】]}>》）﹚", "))))))))")
_EDGES = " \t\n,;:。、.·*'\"“”‘’-—_|"


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a company name.

    `place` is without 省, 市, 区, 县; `bracket` what stood in brackets inside the name (a place, mostly):
    宁波甬江数智科技 and 甬江数智科技(宁波) are different companies.
    """

    place: str = ""
    brand: str = ""
    trade: str = ""
    form: str = ""
    branch: str = ""
    bracket: str = ""

    @property
    def form_class(self) -> str:
        """What must agree: 有限公司 and 有限责任公司 are one class, 股份有限公司 another."""
        return str(table("company_words")["forms"].get(self.form, self.form))


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


def _without_remark(name: str) -> str:
    return _remark().sub("", _before().sub("", _label().sub("", name)))


_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


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


@cache
def _spelled() -> dict[str, str]:
    """Every spelling of a place -> what is left of it without 省/市/区/县."""
    rows = table("places")
    spellings: dict[str, str] = {}
    for names, endings in (
        (rows["country"], []),
        (rows["provinces"], rows["province_endings"]),
        (rows["zhejiang_cities"] + rows["cities"], rows["city_endings"]),
        (rows["zhejiang_counties"], rows["county_endings"]),
    ):
        for name in names:
            spellings[name] = name
            spellings.update({name + ending: name for ending in endings})
    for name in rows["zhejiang_districts"]:
        spellings.update({f"{name}区": name, f"{name}新区": name})
    return spellings


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """The first character of a place -> its spellings, longest first."""
    by_first: dict[str, list[str]] = {}
    for spelling in sorted(_spelled(), key=len, reverse=True):
        by_first.setdefault(spelling[0], []).append(spelling)
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _bare_places() -> frozenset[str]:
    rows = table("places")
    columns = ("country", "provinces", "zhejiang_cities", "cities", "zhejiang_counties", "zhejiang_districts")
    return frozenset(name for column in columns for name in rows[column])


def bare_place(text: str) -> str:
    """A place without 省, 市, 区, 县 (`浙江省宁波市` -> `浙江宁波`)."""
    places, rest = _take_places(text, least=0)
    return "".join(map(_bare, places)) + rest


def is_place(text: str) -> bool:
    """Whether a text is nothing but places that the table knows (宁波, 浙江宁波, 北仑区)."""
    places, rest = _take_places(text, least=0)
    return bool(places) and not rest or text in _bare_places()


def _bare(spelling: str) -> str:
    told = _spelled().get(spelling)
    if told is not None:
        return told
    bare = _bare_places()
    return next(spelling[:end] for end in range(len(spelling), 0, -1) if spelling[:end] in bare)


def _take_places(name: str, least: int) -> tuple[tuple[str, ...], str]:
    """Takes places off the front, as written, as long as `least` characters are left for a brand."""
    taken: list[str] = []
    while name:
        known = _places().get(name[0], ())
        hit = next(s for s in known if name.startswith(s)) if name.startswith(known) else ""
        hit = hit or _district(taken, name)
        if not hit or len(name) - len(hit) < least:
            break
        taken.append(hit)
        name = name[len(hit) :]
    # 海曙数字科技, 杭州淮安软件: a brand may be called like a place; a trade word alone is no brand.
    if taken and least and _only_trades(name):
        name = taken.pop() + name
    return tuple(taken), name


def _district(taken: Sequence[str], name: str) -> str:
    """A district without 区 behind its city (宁波北仑…), where a brand is left behind it."""
    if not taken or _bare(taken[-1]) not in table("places")["zhejiang_cities"]:
        return ""
    if not name.startswith(_districts()):
        return ""
    hit = next(each for each in _districts() if name.startswith(each))
    return hit if hit and len(_take_trade(name[len(hit) :], least=1)[0]) >= 2 else ""


@cache
def _districts() -> tuple[str, ...]:
    return tuple(table("places")["zhejiang_districts"])


def _only_trades(core: str) -> bool:
    return core in _words("trades")[0]


@cache
def _endings(column: str) -> tuple[str, ...]:
    return tuple(sorted(table("company_words")[column], key=len, reverse=True))


@cache
def _words(column: str) -> tuple[frozenset[str], tuple[int, ...]]:
    """The words of a column, and their lengths, longest first: one look a length instead of one a word."""
    words = frozenset(table("company_words")[column])
    return words, tuple(sorted({len(word) for word in words}, reverse=True))


def _take_ending(name: str, column: str, least: int) -> tuple[str, str]:
    words, lengths = _words(column)
    for length in lengths:
        at = len(name) - length
        if at >= least and name[at:] in words:
            return name[:at], name[at:]
    return name, ""


def _take_branch(name: str) -> tuple[str, str]:
    """Splits 宁波甬江有限公司杭州分公司 behind the first form that is followed by a branch."""
    if not name.endswith(_endings("branches")):
        return name, ""
    forms = [f for f in _endings("forms") if f.endswith(("公司", "集团", "厂", "院", "所"))]
    ends = [at + len(form) for form in forms if 0 < (at := name.find(form)) < len(name) - len(form)]
    if not ends:
        return name, ""
    return name[: max(ends)], name[max(ends) :]


def _take_trade(core: str, least: int = 2) -> tuple[str, str]:
    """Takes words of trades off the end while so many characters are left for the brand."""
    trade = ""
    while True:
        core, word = _take_ending(core, "trades", least=least)
        if not word:
            return core, trade
        trade = word + trade


def _take_bracket(name: str) -> tuple[str, str]:
    hit = re.search(r"\(([^()]+)\)", name)
    return (name, "") if hit is None else (name[: hit.start()] + name[hit.end() :], hit[1])


@dataclass(frozen=True, slots=True)
class _Written:
    """The parts of a normalised name as they are written there."""

    places: tuple[str, ...]
    brand: str
    trade: str
    form: str
    branch: str
    bracket: str
    bracket_at: int


@lru_cache(maxsize=KEPT)
def _written(name: str) -> _Written:
    whole, branch = _take_branch(name)
    plain, form = _take_ending(whole, "forms", least=2)
    at = plain.find("(")
    plain, bracket = _take_bracket(plain) if at >= 0 else (plain, "")
    places, core = _take_places(plain, least=2)
    brand, trade = _take_trade(core)
    return _Written(places, brand, trade, form, branch, bracket, at)


@lru_cache(maxsize=KEPT)
def split_name(text: str) -> NameParts:
    """Splits a company name into its parts; what is no company name comes back as a brand alone.

    Args:
        text: a name as printed.

    Returns:
        The parts, each empty where the name has none.
    """
    name = _written(normalize_name(text))
    return NameParts(
        "".join(map(_bare, name.places)),
        name.brand,
        name.trade,
        name.form,
        bare_place(name.branch) if name.branch else "",
        bare_place(name.bracket) if name.bracket else "",
    )


PLACE, BRAND, TRADE, FORM, BRANCH, BRACKET = "p", "b", "t", "f", "x", "m"


@lru_cache(maxsize=KEPT)
def map_name(text: str) -> str:
    """Which part of a name each character of the normalised name belongs to, one letter each.

    Args:
        text: a name as printed.

    Returns:
        As many letters as the normalised name has characters: PLACE, BRAND, TRADE, FORM, BRANCH, BRACKET.
    """
    name = _written(normalize_name(text))
    letters = PLACE * sum(map(len, name.places)) + BRAND * len(name.brand) + TRADE * len(name.trade)
    if name.bracket:
        at = name.bracket_at
        inner = (PLACE if bare_place(name.bracket) in _bare_places() else BRAND) * len(name.bracket)
        letters = letters[:at] + BRACKET + inner + BRACKET + letters[at:]
    return letters + FORM * len(name.form) + BRANCH * len(name.branch)


def same_spelling(a: str, b: str) -> bool:
    """Whether two names differ at most in how they are written: widths, brackets, 省 and 市."""
    return normalize_name(a) == normalize_name(b) or split_name(a) == split_name(b)


def same_but_for_form(a: str, b: str) -> bool:
    """Whether two names differ in words for one form of organisation alone (有限公司, 有限责任公司)."""
    left, right = split_name(a), split_name(b)
    return left.form_class == right.form_class and replace(left, form="") == replace(right, form="")


def spellings(text: str) -> tuple[str, ...]:
    """The normalised name, and the same with 省, 市, 区, 县 written behind its places or left out."""
    name = normalize_name(text)
    places, rest = _take_places(name, least=2)
    ways = [""]
    for place in places[:2]:
        bare = _bare(place)
        ways = [way + each for way in ways for each in (bare, *_endings_of(bare))]
    ways = [way + "".join(places[2:]) + rest for way in ways]
    return tuple(dict.fromkeys((name, *ways)))


@cache
def _endings_of(bare: str) -> tuple[str, ...]:
    """A place in every other spelling."""
    known = _places().get(bare[0], ())
    return tuple(each for each in known if each != bare and each.startswith(bare) and _bare(each) == bare)
