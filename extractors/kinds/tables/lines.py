"""Lists without columns: numbered lines, which may wrap, and lines that are nothing but names."""

import re
from collections.abc import Sequence

from extractors.exhibit import Row
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.texts import organisations, titled
from extractors.kinds.tables.companies import COMPANY, text_in
from extractors.kinds.tables.pieces import pieces
from extractors.layout import Script

NUMBERED = re.compile(
    rf"(?:[(（]?\d{{1,3}}[)）]?[.、,．:]?|[一二三四五六七八九十]{{1,3}}、)\t*(?P<v>{COMPANY})"
    r"\t*(?:[(（](?P<t>[^\t\n]{2,60})[)）]|[-—–―:](?P<u>[^\t\n]{2,60}?))?[;；。,，、]?(?:\t(?P<w>[^\t\n]{3,60})[;；。]?)?(?:\t.*)?"
)
"""A numbered line: a company and perhaps its product, in brackets, behind a dash or a gap."""

REVERSED = re.compile(
    r"(?:[(（]?\d{1,3}[)）]?[.、,．:]?|[一二三四五六七八九十]{1,3}、)\t*(?P<t>[^\t\n(（:]{3,60}?)\t*[(（—–:-]+"
    rf"(?:(?:牵头|建设|申报|依托|承担|研制|完成|实施|运营)?(?:单位|企业):)?(?P<v>{COMPANY}(?:[、,]{COMPANY})*)[)）]?[;；。,]?"
)
"""A numbered line that names the thing first: 1.某某创新联合体(牵头单位:某某公司)."""

THINGS = re.compile(r"(?:产品|精品|装备|项目|方案|案例|平台|软件|首台\(?套\)?|首版次|首批次|成果|场景)\t?[”\"]?\t?(?:认定)?(?:名单|目录|结果)")
"""Lists of things, not of companies: what stands behind a company there is its thing."""

WHERE = re.compile(r".*(?:[市区县省镇]|街道|开发区|新区)")

ITEM = re.compile(r"[(（]?\d{1,3}[)）]?[.、,．:)]|\d{1,3}\t|[一二三四五六七八九十]{1,3}、")


def lines(script: Script, number: int) -> tuple[list[Row], int]:
    """What a row of no table lists, and how many rows it takes: numbered lines, or nothing but names."""
    beside = [
        row for p in pieces(script, number) if (row := _numbered(script, [(p.start, p.end)])) is not None
    ]
    if len(beside) > 1:
        return beside, 1
    if _begins(script, number):
        for taken in (1, 2, 3):
            spans = [script.row_span(n) for n in range(number, min(number + taken, len(script.rows)))]
            if len(spans) < taken or any(_begins(script, number + n) for n in range(1, taken)):
                break
            row = _numbered(script, spans)
            if row is not None:
                return [row], taken
    return beside or _bare(script, number), 1


def _begins(script: Script, number: int) -> bool:
    start, end = script.row_span(number)
    return ITEM.match(script.text[start:end]) is not None


def _numbered(script: Script, spans: Sequence[tuple[int, int]]) -> Row | None:
    """A numbered line, which may go on below: the company, and the product that stands with it."""
    at = [i for a, b in spans for i in range(a, b)]
    text = "".join(script.text[i] for i in at)
    match = NUMBERED.fullmatch(text) or REVERSED.fullmatch(text)
    if match is None:
        return None
    parts = [("holder", organisations, "v"), ("title", titled, "t")]
    if match.re is NUMBERED and match["u"]:
        parts.append(("title", titled, "u"))
    if match.re is NUMBERED and match["w"] and THINGS.search(script.text) and not WHERE.fullmatch(match["w"]):
        parts.append(("title", titled, "w"))
    facts = [
        make_fact(script, name, parse, stretches(at[slice(*match.span(group))]))
        for name, parse, group in parts
        if match[group]
    ]
    return Row(tuple(fact for fact in facts if fact is not None))


def stretches(at: Sequence[int]) -> list[tuple[int, int]]:
    """Characters of several rows as one stretch for each."""
    found: list[tuple[int, int]] = []
    for i in at:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _bare(script: Script, number: int) -> list[Row]:
    """Names without numbers: lines of nothing else, of which at least two follow each other."""
    beside = (_only_names(script, number + n) for n in (-1, 1))
    if not _only_names(script, number) or not (any(beside) or _heads_names(script, number - 1)):
        return []
    names = [(p.start + m.start(), p.start + m.end()) for p in pieces(script, number) for m in NAME.finditer(text_in(script, [p]))]
    facts = [make_fact(script, "holder", organisations, [span]) for span in names]
    return [Row((fact,)) for fact in facts if fact is not None]


NAME = re.compile(r"[^、;；,，。]+")

PLACED = re.compile(
    r"[(（][一二三四五六七八九十]+[)）][^\t,。;]{2,16}|(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])?(?:[一-鿿]{2,10}[市区县省州]|[一-鿿\d“”\"·]{4,40}名单)(?:[(（]?共?\d+[家个项户名][)）]?)?:?|"
    r"[一二三四五六七八九十]+、[^\t,。;]{2,16}[(（]共?\d+[家个户名][)）]:?"
)
"""A place over the companies that are there, a list's own headline."""


def _heads_names(script: Script, number: int) -> bool:
    return number >= 0 and PLACED.fullmatch(script.text[slice(*script.row_span(number))].replace("\t", "")) is not None


def _only_names(script: Script, number: int) -> bool:
    if not 0 <= number < len(script.rows):
        return False
    row = pieces(script, number)
    return all(re.fullmatch(rf"{COMPANY}(?:[、;；]{COMPANY})*[;；,，、。]?", text_in(script, [p])) for p in row)
