"""Naming: the honours, prizes, first sets and filings that a text names, region and level included.

1. Names of the lists in `lexicon/` with the place or level in front of them.
2. Prizes that no list knows: what ends in 奖, back to the verb or separator in front of it.
3. Names carried over: a grade alone (二等奖两项), a renewed recognition (重新认定).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extractors.narrative.lexicon import lexicon
from extractors.narrative.pieces import Piece, longest
from registries.values.levels import first_set_level, level_of, security_level
from registries.values.tables import table

_BATCH = r"(?:第[一二三四五六七八九十\d]+批次?|首批|新一批)"
_FIRST_SET = re.compile(r"(?:首台\s*(?:\(套\)|/套|套)?|首套)(?:重大技术)?(?:装备|产品)?(?:名单)?")
_FIRST_LEVEL = r"(国际|世界|全球|国内|全国|国家级?|省内|省级)(?:的)?(?:首创)?\s*$"
_MLPS = re.compile(
    r"(?P<before>第?[一二三四五1-5]级)?(?:的)?(?:国家)?(?:网络|信息)?(?:信息系统|系统|安全)*(?:安全)?(?:等级保护|等保)(?:\s*2\.0)?"
    r"(?:标准|制度)?(?:定级|测评|认证|备案)?(?:[(\s]*(?P<after>第?[一二三四五1-5]级|S[1-5]A[1-5]))?\)?"
    r"(?:[^,。;、级]{0,6}?(?P<late>第?[一二三四五1-5]级))?(?:等?保护?)?(?:测评|备案|认证|证明|要求|评审)*"
)
_MLPS_BARE = re.compile(r"第?(?P<level>[一二三四五1-5]级)(?:等级?保护?)?(?:系统)?(?:备案|测评)(?:证明|证书)?")
_MLPS_SAME = re.compile(
    r"(?<=[统台站网P])(?:均|都)?(?:为|达到|属于?)第?(?P<level>[一二三四1-4]级)(?=[,。;、]|$)"
)
_TITLE = re.compile(
    r"[“\"][^“”\"]{4,60}[”\"](?=(?:重点|重大)?(?:专项|项目|课题|系统|装备|软件))|(?<=项目)[“\"][^“”\"]{4,60}[”\"]"
)
"""A title in quotes: what it is about is no honour (“网络协同制造和智能工厂”重点专项)."""
_CLASS = re.compile(r"(?:科技|科学技术)奖[项励]?:")
"""The class of what follows («科技奖:国家科学技术进步奖二等奖»), no prize."""
_RANKING = re.compile(r"(?:综合|竞争力|创新能力)*(?:\d{1,4}|[百十])强")
"""Behind a name: a ranking of many, not the thing itself."""
_SOCIETY = re.compile(r"(?:加入|参加|参与|发起|组建|成立|任职于|担任)(?:了|的)?(?P<list>[^,。;()]{4,80})")
_SOCIETY_END = re.compile(r"(?:协会|学会|联合会|促进会|商会|联盟)$")
_ACCORDING = re.compile(r"(?:按照?|依据|根据|符合|遵循|满足|参照|对标|基于|落实)[^,。;]{0,10}$")
_AWARD_END = re.compile(r"奖")


def find_names(text: str) -> list[Piece]:
    """Every name in the text, the longest reading of each, in order."""
    listed = longest(
        [*_honours(text), *_awards(text), *_first_sets(text), *_filings(text), *_societies(text)]
    )
    titles = [m.span() for m in _TITLE.finditer(text)]
    listed = [
        p
        for p in listed
        if not any(a <= p.start and p.end < b and p.end - p.start < b - a - 2 for a, b in titles)
    ]
    listed = [p for p in listed if p.kind != "award" or not _CLASS.match(text, p.start)]
    listed = [p for p in listed if p.kind == "market_rank" or not _RANKING.match(text, p.end)]
    others = [
        p for p in _unlisted_awards(text) if not any(p.overlaps(k) and not _headless(k, p) for k in listed)
    ]
    return _either(text, longest([*listed, *others]))


def _either(text: str, names: list[Piece]) -> list[Piece]:
    """«未来工厂或智能工厂»: two names for each of some things are one name."""
    done: list[Piece] = []
    for name in sorted(names, key=lambda piece: piece.start):
        last = done[-1] if done else None
        if last is not None and last.kind == name.kind and text[last.end : name.start] in ("或", "或者"):
            done[-1] = replace(last, end=name.end, value=f"{last.value}或{name.value}")
        else:
            done.append(name)
    return done


def _headless(listed: Piece, longer: Piece) -> bool:
    """A listed prize that names no authority, and what stands in front of it makes it another prize."""
    return listed.kind == "award" and not listed.level and longer.start < listed.start


@cache
def region() -> str:
    """A regular expression of a place or level in front of a name: 浙江省, 省级, 宁波市, 国家级 …."""
    places = table("places")
    provinces = "|".join(places["provinces"])
    cities = "|".join(sorted({*places["zhejiang_cities"], *places["cities"]}, key=len, reverse=True))
    counties = "|".join(places["zhejiang_counties"])
    return (
        rf"(?:国家级?|全国|(?:{provinces})(?:省|市)?(?:级)?|(?<!节)省部?级?(?:以上)?|(?:{cities})市?(?:级)?"
        rf"|(?<!城)市级?|(?:{counties})[区县市]|[区县]级)"
    )


def _placed(core: str) -> re.Pattern[str]:
    """A core name with the place, batch or year that may stand in front of it, quoted or not."""
    middle = rf"(?:级|重点|优秀|制造业|工业|(?:19|20)\d\d年度?|{_BATCH}|[(“\"「]|[”\"」)])"
    return re.compile(
        rf"(?:(?P<region>{region()}){middle}{{0,3}})?{_BATCH}?(?P<quote>[“\"「]?)(?P<core>{core})[”\"」]?"
    )


@cache
def _honour_patterns() -> tuple[tuple[re.Pattern[str], str, str, str], ...]:
    rows = lexicon("honours")["honours"]
    return tuple((_placed(r["say"]), r["name"], r["level"], r.get("kind", "honour")) for r in rows)


@cache
def _award_patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((_placed(r["say"]), r["name"], r.get("level", "")) for r in lexicon("awards")["awards"])


def _honours(text: str) -> Iterator[Piece]:
    for pattern, name, level, kind in _honour_patterns():
        for match in pattern.finditer(text):
            if kind == "market_rank" and _granted_list(text, match):
                continue
            place = match["region"] or ""
            plain = re.sub(r"[“”\"「」]", "", match["core"])
            full = _prefix(place) + (name or plain) if kind != "market_rank" else plain
            rung = level if level == "协会" else level_of(place) or level
            start = match.start()
            if kind == "consortium":  # every alliance is one; which one its own name tells
                start = min(start, run_back(text, match.end()))
                full = re.sub(r"[“”\"「」]", "", text[start : match.end()])
            yield Piece(kind, start, _end(text, match), _once(full), rung)


def _granted_list(text: str, match: re.Match[str]) -> bool:
    """«入选…500强，排名第238位»: a list that one is taken into is an honour, and the rank belongs to it."""
    clause = re.split("[,。;]", text[: match.start()])[-1]
    return "强" in match[0] and re.search(lexicon("words")["grant"], clause) is not None


def _awards(text: str) -> Iterator[Piece]:
    for pattern, name, own in _award_patterns():
        for match in pattern.finditer(text):
            place = match["region"] or ""
            prefix = "国家" if place.startswith("国家") else _prefix(place)
            level = "省" if place.startswith("省部") else level_of(place) or own
            yield Piece("award", match.start(), match.end(), prefix + name, level)


def _first_sets(text: str) -> Iterator[Piece]:
    for match in _FIRST_SET.finditer(text):
        head = re.search(rf"{_FIRST_LEVEL}|(?:{region()})(?:级)?{_BATCH}?$", text[: match.start()])
        level = first_set_level(head[1]) if head and head[1] else ""
        yield Piece("first_set", head.start() if head else match.start(), match.end(), "首台（套）", level)


def _filings(text: str) -> Iterator[Piece]:
    """Filings; a system built «according to» a level was not filed."""
    for match in _MLPS.finditer(text):
        around = text[match.start() : match.end() + 16]
        if _ACCORDING.search(text[: match.start()]) and not re.search("备案|测评|认证|证明|评审", around):
            continue
        level = security_level(match["before"] or match["after"] or match["late"] or "")
        yield Piece("security_filing", match.start(), match.end(), "网络安全等级保护", str(level or ""))
    for match in _MLPS_BARE.finditer(text):
        yield Piece(
            "security_filing",
            match.start(),
            match.end(),
            "网络安全等级保护",
            str(security_level(match["level"])),
        )

    filed = min((m.start() for m in (*_MLPS.finditer(text), *_MLPS_BARE.finditer(text))), default=len(text))
    for match in _MLPS_SAME.finditer(
        text, filed
    ):  # «…通过等保三级备案，门户网站为二级»: the scheme is left out
        rung = str(security_level(match["level"]))
        yield Piece("security_filing", match.start(), match.end(), "网络安全等级保护", rung)


def _societies(text: str) -> Iterator[Piece]:
    """Societies that a company joins or founds, each of a list; as issuers of honours they are none."""
    for match in _SOCIETY.finditer(text):
        start = match.start("list")
        for part in re.split(r"([、和及])", match["list"]):
            name = re.sub(r"等(?:\d+|[两三四五六七八九十]+)?[家个]?.{0,6}$", "", part)
            if _SOCIETY_END.search(name):
                yield Piece("consortium", start, start + len(name), name, level_of(name))
            start += len(part)


def _unlisted_awards(text: str) -> Iterator[Piece]:
    """Prizes of no list: back from 奖 to the verb or separator in front of the name."""
    grade = re.compile(rf"(?:{lexicon('awards')['grades']})$")
    for match in _AWARD_END.finditer(text):
        if re.match(lexicon("awards")["not_awards"], text[match.start() :]):
            continue
        start = run_back(text, match.end())
        name = text[start : match.end()]
        if graded := grade.search(name):
            name = name[: graded.start()]
            name, kept = (name, name) if name.endswith("奖") else (name + "奖", name)
        else:
            kept = name
        if len(name) >= 4 and not re.search(r"各?类.*奖$|科技奖$|[授获颁评得报领]奖$|省级|国家级", name):
            yield Piece("award", start, start + len(kept), name, "协会" if _civil(name) else level_of(name))


def run_back(text: str, end: int) -> int:
    """Where a name that ends at an offset begins: behind the verb, year or separator in front of it."""
    run = re.search(r"[一-龥A-Za-z·]*$", text[:end])
    begin = run.start() if run else end
    for word in lexicon("awards")["before_names"]:
        at = text.rfind(word, begin, end)
        if at >= 0 and at + len(word) < end:
            begin = at + len(word)
    return begin + 1 if text[begin] in "和与及并" else begin


def _civil(name: str) -> bool:
    """A prize that names no authority is given by an association, whatever place it names."""
    return not re.search(r"政府|^[一-龥]{2,3}[省市]|国家|^省|^市", name) or bool(
        re.search("协会|学会|联合会|工业", name)
    )


def _prefix(place: str) -> str:
    """The place as it stands in a canonical name; 省 alone is the applicant's own province."""
    bare = place.removesuffix("级")
    if bare in ("省", "浙江"):
        return "浙江省"
    return bare if bare.endswith(("省", "市", "区", "县")) and len(bare) > 1 else ""


def _once(name: str) -> str:
    return name.replace("浙江省浙江", "浙江")


def _end(text: str, match: re.Match[str]) -> int:
    """Without a quotation mark that was opened before the name began."""
    closed = text[match.start() : match.end()]
    return match.end() - (closed.count("”") > closed.count("“"))
