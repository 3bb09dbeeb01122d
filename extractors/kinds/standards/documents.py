"""Standards: cover and foreword; who drafted, in which order (GB/T 1.1—2020; dossier C.4)."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import in_flow, make_fact
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import matched
from extractors.kinds.fields.texts import organisations, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.holders import together
from extractors.layout import Script
from registries.values.identifiers import StandardNumber

NUMBER = r"(?P<v>(?:GB|[A-Z]{2}|DB\d{2,4}|T/[A-Z]{2,10}|Q/[A-Z0-9]{2,10}|ISO|IEC)(?:/[TZ])?\t?\d{1,6}(?:\.\d{1,3})?\t?[—–\-一―─]{1,2}\t?(?:19|20)\d\d)"

def _drafting(text: str) -> Reading | None:
    """Organisations without the remark that their order says nothing."""
    return organisations(re.sub(r"[(（](?:以下|以上)?排名不分先后[^)）]*[)）]", "", re.sub(r"\s", "", text)))


DRAFTERS = FieldSpec(
    "drafters",
    _drafting,
    flows=(
        r"(?:本(?:标准|文件|部分|规范|指导性技术文件))?(?:主要|参加|负责|牵头)?起草单位(?:\(排名不分先后\))?[:;](?P<v>.+?)(?:。|(?=本(?:标准|文件|部分|规范|指导性技术文件)(?:的)?(?:主要)?起草人)|(?=主要起草人))",
        r"由(?P<v>[^。]{4,400}?)(?:负责|共同|联合)?起草。",
    ),
)

FOREWORD = ("前言", "起草单位", "归口", "起草人", "GB/T1.1")

COVER_WORDS = re.compile(
    r"^(?:ICS.*|CCS.*|[A-Z]\d{2}|备案号.*|.*国家标准|.*行业标准|.*团体标准|.*地方标准|.*企业标准|(?:GB|DB|YD|SJ|[A-Z]{1,4}|T)(?:/T)?|代替.*|.*发布|.*实施|\d{4}-\d\d-\d\d.*|\((?:征求意见|送审|报批)稿\)|\(点击此处.*|在提交反馈.*|.*。.*|\(本(?:草案|稿).*|.*管理委员会|.*总局|部分代替.*)$"
)
SEPARATE = re.compile(r"[—–―\-]+$")


def _cover_and_foreword(script: Script) -> Found:
    flow = Flow(script)
    number = None if DRAFT.search(_cover(script)) else matched(script, "number", numbered(StandardNumber), NUMBER)
    facts: list[Fact | None] = [
        number,
        _title(script),
        _drafters(script, flow),
        matched(script, "publish_date", dated, r"(?P<v>\d{4}-\d\d-\d\d)\t?发布"),
        matched(script, "implement_date", dated, r"(?P<v>\d{4}-\d\d-\d\d)\t?实施"),
    ]
    return Found(tuple(f for f in facts if f is not None), type=_type(str(number.value) if number else ""))


PLACEHOLDER = re.compile(r"(?:GB|[A-Z]{2}|DB\d{2,4}|T/[A-Z]{2,10})(?:/[TZ])?[X×*]{2,}[—–―\-]{0,2}[X×*\d]{2,}")

DRAFT = re.compile(r"(?:GB|[A-Z]{2}|DB\d{2,4}|T/[A-Z]{2,10})(?:/[TZ])?\t?[X×*]{2,}|征求意见稿|报批稿|送审稿")
"""A draft has no number of its own yet: those that its foreword names are other standards'."""


def _cover(script: Script) -> str:
    """The text of the first page."""
    last = next((n for n, row in enumerate(script.rows) if row.page != script.rows[0].page), len(script.rows))
    return script.text[: script.row_span(last - 1)[1]] if script.rows else ""


NEAR = 400
"""Those who took part are named within so many characters of those who led."""


def _drafters(script: Script, flow: Flow) -> Fact | None:
    """All who drafted, in their order: a foreword may name those who led and those who took part apart."""
    first = in_flow(script, flow, DRAFTERS)
    named = [m.span("v") for m in re.finditer(DRAFTERS.flows[0], flow.text)]
    near = [span for span in named if span[0] < named[0][1] + NEAR]
    if first is None or len(near) < 2:
        return first
    facts = [make_fact(script, "drafters", _drafting, flow.stretches(*span)) for span in near]
    return together([fact for fact in facts if fact is not None])


def _type(number: str) -> str:
    """The number's prefix tells the kind of standard, whatever the cover's headline says."""
    if number.startswith("GB"):
        return "national_standard"
    if re.match(r"DB\d|T/|Q/", number):
        return "local_or_group_standard"
    return "industry_standard" if number else ""


def _title(script: Script) -> Fact | None:
    """The Chinese rows between the number and the English title or the dates, largest print."""
    first_page = script.rows[0].page if script.rows else 0
    seen_number, spans, tallest = False, [], 0.0
    for i, row in enumerate(script.rows):
        start, end = script.row_span(i)
        text = script.text[start:end].replace("\t", "")
        if row.page != first_page:
            break
        if re.search(NUMBER.replace(r"\t?", "").replace("?P<v>", "?:"), text) or PLACEHOLDER.fullmatch(text):
            seen_number = True
        elif seen_number and re.search(r"发布|实施", text):
            break
        elif seen_number and _headline(text):
            tallest = max(tallest, row.height)
            spans.append((start, end, row.height))
    kept = [(a, b) for a, b, height in spans if height > 0.6 * tallest]
    return _joined(script, kept[:4])


def _headline(text: str) -> bool:
    chinese = len(re.findall(r"[一-鿿]", text))
    return chinese >= 2 and chinese > 0.4 * len(text) and not COVER_WORDS.match(text)


def _joined(script: Script, spans: list[tuple[int, int]]) -> Fact | None:
    return make_fact(script, "title", titled, spans) if spans else None


def _standard(type_: str, headline: str) -> Kind:
    return Kind(
        type=type_,
        titles=(headline,),
        refuse=("目次",),
        read=_cover_and_foreword,
        pages=400,
        follows=(*FOREWORD, "目次", "引言", "本标准", "本文件", "规范性引用文件", "术语和定义", "附录"),
        header=NUMBER,
        title_rows=10,
        source="GB/T 1.1—2009, 2020; dossier C.4",
    )


NATIONAL = _standard("national_standard", "中华人民共和国国家标准(?:化指导性技术文件)?")
INDUSTRY = _standard("industry_standard", "中华人民共和国.{1,8}行业标准")
LOCAL = _standard(
    "local_or_group_standard",
    "团体标准|(?:浙江省|.{2,6}省|.{2,8}市|.{2,10}自治区)?地方标准(?:规范)?|企业标准|.{2,20}(?:协会|学会|联合会|联盟)(?:团体)?标准",
)
