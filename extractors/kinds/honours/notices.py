"""Official notices: what they announce, and the list of those whom they name (dossier C.19).

Only a notice that publishes a result (公布, 认定, 授予) supports an honour; a call for applications
and a publicity (公示) look much the same and support nothing. The claim is supported by a row of
the list, not by the notice: every row is read, whoever it names.
"""

import re
from dataclasses import replace

from extractors.exhibit import Fact
from extractors.kinds.fields.days import year
from extractors.kinds.fields.facts import fact_of, make_fact
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.fields.texts import text_of
from extractors.kinds.honours.awards import AWARDS
from extractors.kinds.honours.notice_rows import lists_on, notice_rows
from extractors.kinds.honours.topics import PRE_STAGE, TOPICS, award_named, level_named, script_quote, type_of
from extractors.kinds.kind import Found, Kind, Parse, Reading
from extractors.layout import Script

NUMBER = r"(?P<v>[一-鿿]{2,10}(?:便?函|发|办|字)?[〔\[【(（][12]\d{3}[〕\]】)）]第?\d{1,4}号)"


CITED = re.compile(r"[^\n][(（〔\[][一-鿿]*$")
"""What stands before the number of a document that the text refers to: 《…办法》(国科发政."""


def _number(script: Script, name: str, parse: Parse) -> Fact | None:
    """The notice's own number, not that of what it goes by."""
    for match in re.finditer(NUMBER, script.text):
        if CITED.search(script.text[max(0, match.start() - 40) : match.start()]) is None:
            fact = make_fact(script, name, parse, [match.span("v")])
            if fact is not None:
                return fact
    return None


def _title(script: Script) -> tuple[str, list[tuple[int, int]]]:
    """The title «关于…的通知» over its rows, and where it stands."""
    spans: list[tuple[int, int]] = []
    text = ""
    for number in range(min(len(script.rows), 16)):
        start, end = script.row_span(number)
        row = script.text[start:end].replace("\t", "")
        if not spans and ("关于" not in row or re.search(r"[。,]", row)):
            continue
        spans.append((start, end))
        text += row
        if re.search(r"(?:通知|公告|公示|决定|通报|名单|意见|批复|函)(?:\(.*\))?$", text):
            return text, spans
        if len(spans) == 4:
            break
    return "", []


def _notice(script: Script) -> Found:
    title, spans = _title(script)
    topic = title or "".join(script.text[a:b] for a,
        b in map(script.row_span, range(min(6, len(script.rows)))))
    facts: list[Fact | None] = [
        _number(script, "doc", text_of),
        _issuer(script, spans),
        make_fact(script, "subject", text_of, spans) if spans else None,
        award_named(script, title, spans) or _award_listed(script),
        _year(script, title, spans),
        level_named(script, title, spans),
        _batch(script, title, spans),
        matched(script, "period", text_of, PERIOD),
        last_date(script, "date"),
    ]
    flags = ("PRE_STAGE",) if PRE_STAGE.search(topic) else ()
    return Found(tuple(f for f in facts if f is not None), tuple(notice_rows(script)), flags, type_of(topic))


def _award_listed(script: Script) -> Fact | None:
    """The one prize that the headline of the decision's list names: 2020年度浙江省科学技术进步奖获奖项目."""
    found = {m["v"]: m for m in LIST_OF_PRIZE.finditer(script.text.replace("\t", "\0"))}
    if len(found) != 1:
        return None
    (match,) = found.values()
    return make_fact(script, "award", text_of, [match.span("v")])


LIST_OF_PRIZE = re.compile(rf"(?:^|\n)(?:附件\d?[:.]?)?(?:(?:19|20)\d\d年度?)?(?P<v>{AWARDS})(?=(?:获奖|授奖)?(?:项目|成果|名单|目录)+(?:\n|$))")


def _year(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    """The year that the title names, else that of the document number."""
    match = re.search(r"((?:19|20)\d\d)年", title)
    if match:
        return fact_of(script, "year", Reading(int(match[1])), script_quote(script, spans), spans)
    return _number(script, "year", year) or _of_list(script)


def _of_list(script: Script) -> Fact | None:
    """The year with which the title of a list without a notice begins: 2021年度…名单."""
    for number in range(min(4, len(script.rows))):
        start, end = script.row_span(number)
        match = re.match(r"(?:附件\d?:?)?((?:19|20)\d\d)年.*(?:名单|目录|汇总表|清单|汇编|案例集|选编)(?:\([^)]*\))?$", script.text[start:end].replace("\t", ""))
        if match:
            return fact_of(script, "year", Reading(int(match[1])), script.raw[start:end], [(start, end)])
    return None


PERIOD = (
    r"公示(?:时间|期限|期)(?:为|是|:|自)*\t?(?P<v>20\d{2}年\d{1,2}月\d{1,2}日(?:起)?(?:至|-|—|–|~)+(?:20\d{2}年)?\d{1,2}月\d{1,2}日)"
)
"""From when to when a proposed list hangs out."""


def _batch(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    match = re.search(r"第([一二三四五六七八九十\d]+)批", title)
    return fact_of(script, "batch", Reading(match[1]), match[0], spans) if match else None


def _issuer(script: Script, spans: list[tuple[int, int]]) -> Fact | None:
    """The letterhead, else what stands before «关于» in the title."""
    for number in range(min(4, len(script.rows))):
        start, end = script.row_span(number)
        match = re.match(r"(.{3,30}?(?:厅|局|委|委员会|部|办公室|政府|院|会))文件$", script.text[start:end].replace("\t", ""))
        if match:
            return fact_of(script, "issuer", Reading(match[1]), script.raw[start:end], [(start, end)])
    if spans:
        match = re.match(r"(.{3,40}?)关于", script.text[spans[0][0] : spans[0][1]].replace("\t", ""))
        if match:
            return fact_of(script, "issuer", Reading(match[1]), match[1], [spans[0]])
    return None


NOTICE = Kind(
    type="official_notice",
    titles=(
        r"关于.{2,80}(?:通知|公告|公示|决定|通报|名单|批复)(?:\(.*\))?",
        r"^(?!根据|依据|按照|为)[一-鿿]{2,24}?(?:(?:厅|局|委|委员会|部|办公室|政府|小组|总局)[一-鿿]{0,16}?){1,5}关于.{2,80}(?:通知|公告|公示|决定|通报|批复)(?:\(.*\))?$",
        r".{3,24}(?:厅|局|委员会|部|办公室|政府|领导小组)文件",
        r"^[^,。;:《]{4,60}公示(?:\(.*\))?$",
        r"^(?!附件)[^,。;:《]{4,60}(?:名单|结果|目录)的?(?:公告|通报)(?:\(.*\))?$",
    ),
    refuse=("公司文件",),  # a company's own letterhead
    read=_notice,
    pages=600,
    follows=("附件", "名单", "序号", "企业名称"),
    goes_on=lists_on,
    rank=-1,
    title_rows=12,
    source="GB/T 9704—2012; dossier C.19",
)

LIST_ONLY = "LIST_ONLY"
"""A list without the notice that publishes it: no number, no seal, no office."""

ANNEX = Kind(
    type="official_notice",
    titles=(
        r"^(?:附件\d?:?)?(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]+批(?:次)?)?[^,。;]{0,16}?(?:"
        + "|".join(pattern.pattern for _, pattern in TOPICS)
        + r")[^,。;]{0,24}?(?:名单|公布名单|认定结果|汇总表|推荐目录|立项清单|汇编|案例集|选编)(?:\([^)]*\))?$",
    ),
    needs=("公司|大学|研究院",),
    refuse=("专利号", "登记号", "我公司", "本公司"),
    read=lambda script: replace(found := _notice(script), flags=(*found.flags, LIST_ONLY)),
    annexed=True,
    pages=600,
    follows=("序号", "企业名称"),
    goes_on=lists_on,
    rank=-2,
    title_rows=4,
    source="dossier C.20 official_notice: the list alone, without number and seal",
)
