"""Finding: years, quantities, quotes, clauses and signs in a folded text, each by its own pattern."""

import re
from collections.abc import Iterator

from extractors.narrative.lexicon import lexicon
from extractors.narrative.pieces import Piece, longest
from extractors.numerals import NUMERAL, read_numeral
from registries.values.dates import parse_years
from registries.values.levels import award_grade

_YEARS = re.compile(
    r"自?(?P<since>(?:19|20)\d\d)年?(?P<open>以来|起连续(?P<run>[一二三四五六七八九十\d]+)年|至今)"
    r"|(?<!\d)(?:19|20)\d\d年?度?(?:[-—–―~至到]{1,2})(?:19|20)\d\d年?度?"
    r"|(?<!\d)(?:19|20)\d\d年?(?:度|底|末|初)?(?=(?:[、,和及](?:19|20)\d\d)*[、,和及](?:19|20)\d\d年)"
    r"|(?<!\d)(?:19|20)\d\d(?=(?:[、,和及](?:19|20)\d\d)*[两二三四五][年期届])"
    r"|(?<!\d)(?:19|20)\d\d年(?:度|底|末|初|\d{1,2}月(?:\d{1,2}日)?)?"
    r"|二[〇○零][〇○零一二三四五六七八九]{2}年(?:度|底|末|初)?"
    r"|(?<=\()(?:19|20)\d\d(?=[,)])"
    r"|[“\"]?(?P<plan>十三五|十四五)[”\"]?(?:期间|时期)"
)
_PLANS = {"十三五": tuple(range(2016, 2021)), "十四五": tuple(range(2021, 2026))}
_QUOTES = re.compile(r"[“\"「『](?P<inner>[^“”\"「」『』]{1,80})[”\"」』]|《[^》]{1,80}》")
_HEAD = (
    r"(?P<head>不少于|不低于|不下于|不下|至少|至多|不超过|不足|超过|超出|超|逾|突破|大于|将近|接近|近|约)?"
)
_ONE_OF = re.compile(r"[^,。;、\d]{0,8}之一")
ONE_OF = "之一"
"""The unit of a number that counts others («全省8家之一»): context, no claim."""
_SPANS = ("分钟", "小时")
_SHORTER = re.compile(r"(?:缩短|压缩|减少|降低|降)了?(?:至|到|为)?$")
_FRACTION = re.compile(
    rf"{_HEAD}(?P<whole>[二三四五六七八九十百])分之(?P<part>[一二三四五六七八九])(?P<more>多|强)?(?P<tail>以上|左右)?(?P<to>(?!))?"
)
_DOUBLED = re.compile(r"翻了?(?:(?P<times>[一两二三])番|番)")
_NUMBER_OF = re.compile(
    rf"(?<=数)(?:已|达到|达|为)*{_HEAD}(?P<number>\d[\d,]*\d)(?P<more>余|多)?(?P<tail>以上)?(?P<to>(?!))?(?=[,。;]|$)"
)
_RANK = re.compile(
    r"(?:排名|位列|位居|名列)第?(?P<a>[一二三四五六七八九十]+|\d+)(?:/\d+)?(?:位|名)?"
    r"|第(?P<b>[一二三四五六七八九十]+|\d+)(?:完成|承担|获奖|参与)?(?:单位|完成人|位|名)"
    r"|(?<=\()第(?P<c>[一二三四五六七八九十]+|\d+)(?=\))"
)
_SHORT_GRADE = re.compile(r"[特一二三](?=[、和及](?:[一二三][、和及])?[一二三]等奖)")
_NUMBER = re.compile(
    r"(?P<b>GR20\d{10}|\d{11}-\d{5})|(?:编号|证书号|备案号|文号)[:为是]?\s*(?P<a>[A-Za-z0-9][A-Za-z0-9-]{5,})"
)


def find_clauses(text: str) -> Iterator[Piece]:
    """Sentences (`kind` sentence) and the clauses within them; commas in brackets or quotes do not part."""
    depth, start, sentence = 0, 0, 0
    for at, sign in enumerate(text):
        depth = max(0, depth + (sign in "(“《「") - (sign in ")”》」"))
        stop = sign in "。;!?\n"
        if stop or (sign == "," and depth == 0):
            yield from _clause(text, start, at)
            start = at + 1
        if stop:
            depth = 0
            yield Piece("sentence", sentence, at)
            sentence = at + 1
    yield from _clause(text, start, len(text))
    if text[sentence:].strip():
        yield Piece("sentence", sentence, len(text))


def _clause(text: str, start: int, end: int) -> Iterator[Piece]:
    inner = text[start:end].strip()
    if inner:
        begin = text.index(inner, start)
        yield Piece("clause", begin, begin + len(inner))


def find_quotes(text: str) -> list[Piece]:
    """What stands in quotation marks or 《》, `value` without the marks."""
    return [Piece("quote", m.start(), m.end(), m["inner"] or m[0][1:-1]) for m in _QUOTES.finditer(text)]


def find_years(text: str) -> list[Piece]:
    """Years, ranges and plan periods; «since» has no years of its own unless it says how many."""
    found = []
    for match in _YEARS.finditer(text):
        years = parse_years(match[0].replace("——", "—"))
        if match["plan"]:
            years = _PLANS[match["plan"]]
        elif match["since"]:
            run = int(read_numeral(match["run"] or "") or 0)
            years = tuple(range(int(match["since"]), int(match["since"]) + run))
        found.append(Piece("since" if match["open"] else "year", match.start(), match.end(), years=years))
    return found


def find_quantities(text: str) -> list[Piece]:
    """Numbers with a unit, and how they bind: 200余项 is more than 200, 近500家 less than 500."""
    units = "|".join(re.escape(u) for u in sorted(lexicon("quantities")["units"], key=len, reverse=True))
    pattern = re.compile(
        rf"{_HEAD}(?P<number>{NUMERAL})(?P<to>[-—~至到]{{1,2}}\d+(?:\.\d+)?(?=%)|%[-—~至到]{{1,2}}\d+(?:\.\d+)?(?=%))?"
        rf"\s*(?P<more>余|多|几)?(?P<unit>{units}|大(?=行业|领域|产业|场景|中台|系统|平台|板块)|[国省](?=[,。;]|$)|期(?![间限末初货望待])|(?<=[万亿])(?=[,。;、]|$))(?P<tail>以上|左右|以内)?"
    )
    found = []
    for match in pattern.finditer(text):
        before, after = text[max(0, match.start("number") - 1) : match.start("number")], text[match.end() :]
        if (
            before
            and (
                before in "第前"
                or (before.isascii() and before.isalnum() and match["number"][0] not in "两俩")
            )
            or after[:2] == "计划"
        ):
            continue
        if match["number"] in ("零", "〇") or (
            match["number"] == "一" and (before in "统唯同单某任" or match["unit"] == "种")
        ):
            continue
        value = read_numeral(match["number"])
        if value is None or (match["unit"] in _SPANS and not _SHORTER.search(text[: match.start()])):
            continue
        if _ONE_OF.match(after):
            found.append(Piece("quantity", match.start(), match.end(), number=value, unit=ONE_OF))
        else:
            found.append(_quantity(match, value))
    return longest([*found, *_without_unit(text)])


def _without_unit(text: str) -> Iterator[Piece]:
    """Numbers that need no unit: 三分之一, 翻两番 (×4), Star数超过4200."""
    for match in _FRACTION.finditer(text):
        whole, part = read_numeral(match["whole"]), read_numeral(match["part"])
        if whole and part:
            share = round(100 * part / whole, 6)
            yield Piece("quantity", match.start(), match.end(), number=share, unit="%", bound=_bound(match))
    for match in _DOUBLED.finditer(text):
        times = 2.0 ** (read_numeral(match["times"] or "一") or 1)
        yield Piece("quantity", match.start(), match.end(), number=times, unit="倍", bound="ge")
    for match in _NUMBER_OF.finditer(text):
        value = read_numeral(match["number"])
        if value is not None:
            yield Piece("quantity", match.start("head"), match.end(), number=value, bound=_bound(match))


def _quantity(match: re.Match[str], value: float) -> Piece:
    unit = match["unit"]
    if unit in ("万元", "亿元"):
        value, unit = value * (10_000 if unit == "亿元" else 1), "万元"
    elif unit == "元" and re.search("[万亿]$", match["number"]):
        value, unit = value / 10_000, "万元"
    elif unit == "成":
        value, unit = value * 10, "%"
    return Piece(
        "quantity", match.start(), match.end(), number=round(value, 6), unit=unit, bound=_bound(match)
    )


def _bound(match: re.Match[str]) -> str:
    head, tail = match["head"] or "", match["tail"] or ""
    if match["more"] or head in ("超过", "超出", "超", "逾", "突破", "大于"):
        return "gt"
    if head in ("不少于", "不低于", "不下于", "不下", "至少") or tail == "以上":
        return "ge"
    if head in ("至多", "不超过") or tail == "以内":
        return "le"
    if head in ("不足", "将近", "接近", "近"):
        return "lt"
    return "approx" if head == "约" or tail == "左右" or match["to"] else "eq"


def find_signs(text: str) -> list[Piece]:
    """Grades, ranks, numbers of papers, roles, stages before a grant, negations and list words."""
    words = lexicon("words")
    found = [Piece("grade", m.start(), m.end(), award_grade(m[0])) for m in _grades().finditer(text)]
    found += [Piece("grade", m.start(), m.end(), m[0] + "等奖") for m in _SHORT_GRADE.finditer(text)]
    for match in _RANK.finditer(text):
        rank = read_numeral(match["a"] or match["b"] or match["c"])
        found.append(Piece("rank", match.start(), match.end(), number=rank))
    for match in _NUMBER.finditer(text):
        found.append(Piece("number", match.start(), match.end(), match["a"] or match["b"]))
    for row in words["status"]:
        found += [Piece("status", m.start(), m.end(), row["status"]) for m in re.finditer(row["say"], text)]
    titles = [q for q in find_quotes(text) if not text[q.end :].startswith(("培育", "创建"))]
    found = [s for s in found if not (s.kind == "status" and any(s.within(q.start + 1, q.end - 1) for q in titles))]
    past = [Piece("past", m.start(), m.end()) for m in re.finditer(words["past_application"], text)]
    found = [s for s in found if not (s.value == "applied" and any(s.overlaps(p) for p in past))]
    for kind in ("negation", "lead", "participate", "together", "grant"):
        found += [Piece(kind, m.start(), m.end()) for m in re.finditer(words[kind], text)]
    for kind, say in (
        ("part", "其中"),
        ("each", "分别|依次"),
        ("all", "均|全部|都(?!市)|上述|以上(?=项目|奖项|荣誉|产品)"),
    ):
        found += [Piece(kind, m.start(), m.end()) for m in re.finditer(say, text)]
    return sorted(found, key=lambda piece: piece.start)


def _grades() -> re.Pattern[str]:
    return re.compile(lexicon("awards")["grades"])
