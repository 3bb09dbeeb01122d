"""Subjects: what was honoured, of first sets the product, of filings the systems.

Quoted names come first, then what stands behind «项目名称» or a colon, then the noun in front of the
verb, freed from years, frames (近三年, 公司自主研发的) and adverbs.
"""

import re

from extractors.narrative.found import Found
from extractors.narrative.lexicon import lexicon
from extractors.narrative.mention import Mention
from extractors.narrative.segments import Segment

_PEOPLE = re.compile(
    r"^(?:20\d\d)?(?:公司|我司|企业|本公司|集团|我们|其|公司产品|产品|项目|成果|平台|系统|荣誉|团队)?$"
)
_PROGRAMMES = re.compile(
    r"^(?:尖兵|领雁|万人计划|双碳|十三五|十四五|专精特新|小巨人|浙江制造|\d+\+?\w{0,3})$"
)


def find_things(found: Found, segment: Segment) -> tuple[str, ...]:
    """What was honoured: quoted names, else the subject in front of the verb."""
    name = segment.name
    quotes = [
        q for q in found.within(found.quotes, segment.start, segment.end)
        if not q.overlaps(name) and not _PROGRAMMES.match(q.value)
    ]  # fmt: skip
    if name.kind == "security_filing":
        return _systems(found, segment)
    if quotes:
        return tuple(q.value for q in quotes)
    told = re.search(
        r"(?:获奖)?(?:项目|成果)(?:名称)?[:为]([^,;。()]{4,50})", found.text[name.end : segment.end]
    )
    return (told[1],) if told else _subject(found, segment) or _listed(found, segment)


def lent_thing(found: Found, segment: Segment, before: Mention | None) -> str:
    """A later verb without a subject speaks of the thing before («…，2020年获国际首台套»)."""
    if before is None or before.kind != segment.name.kind:
        return ""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(lexicon("words")["grant"], head)
    subject = head[: verb.start()] if verb else head
    return "" if re.search("公司|我司|企业|集团", subject) or bare_subject(subject) else before.project


def _listed(found: Found, segment: Segment) -> tuple[str, ...]:
    """«首台套：智能卷绕机»: products behind a colon."""
    told = re.match(
        r"[^:,。;、]{0,6}:(?:(?:19|20)\d\d年度?)?([^,;。(]{3,60})",
        found.text[segment.name.end : segment.clause.end],
    )
    return tuple(told[1].split("、")) if told and segment.name.kind != "award" else ()


def _subject(found: Found, segment: Segment) -> tuple[str, ...]:
    """The noun in front of the verb, if it is more than the company itself."""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(rf"(?:被|于|已|曾|成功|先后|均|分别|共)*(?:{lexicon('words')['grant']})", head)
    if verb is None:
        return ()
    subject = bare_subject(re.sub(rf"[被经由](?:{lexicon('words')['issuers']}).*$", "", head[: verb.start()]))
    subject = re.sub(r"(?:等)?(?:科技|研发|创新)?(?:项目|成果|产品|系列产品)$", "", subject)
    strange = re.search(r"[,、]|公司|单位|承担|参与|牵头|" + lexicon("words")["negation"], subject)
    return () if len(subject) < 4 or strange or _PEOPLE.match(subject) else (subject,)


def bare_subject(text: str) -> str:
    """A subject without years, frames (近三年, 公司自主研发的) and adverbs around it."""
    frames = re.compile(
        rf"^(?:{lexicon('words')['frames']}|自?(?:19|20)\d\d年?(?:度|底|末|初|\d{{1,2}}月)?(?:以来|起)?|[,、;:\s])+"
    )
    text = frames.sub("", text.strip())
    tail = rf"(?:{lexicon('words')['adverbs']}|[,、\s]|(?:19|20)\d\d年?(?:度|底|末|初|\d{{1,2}}月)?)+$"
    return re.sub(tail, "", text)


def _systems(found: Found, segment: Segment) -> tuple[str, ...]:
    """The systems that were filed: in front of 通过, or between the verb and the name of the scheme."""
    head = found.text[segment.start : segment.name.start]
    verb = re.search(r"通过|完成|取得|获得|达到|办理|开展|实施|获|经过|符合", head)
    subject = bare_subject(head[: verb.start()] if verb else head)
    inner = (
        bare_subject(re.sub(r"^(?:了|国家|公安部|公安机关|的)+|(?:的|国家)+$", "", head[verb.end() :]))
        if verb
        else ""
    )
    text = subject if subject and not _PEOPLE.match(subject) else inner
    if not text:
        text = _system_before(found.text, segment)
    if not text:
        told = re.match(
            r"[^,;。]{0,4}的?(?:系统|平台)?(?:包括|有|为|:)([^,;。()]{3,40})",
            found.text[segment.name.end : segment.end],
        )
        text = told[1] if told else ""
    text = re.sub(r"[“”\"「」《》]", "", text).strip("的、, ")
    if re.search(r"等\s*(?:\d+|[一二两三四五六七八九十]+)?[个套项]", text) or not re.search(
        "系统|平台|网站|软件|中心|云", text
    ):
        return (text,) if text else ()
    return tuple(part for part in re.split(r"、|(?<=系统)[和及与]|(?<=平台)[和及与]", text) if part)


def _system_before(text: str, segment: Segment) -> str:
    """The subject of the clause in front («…系统经公安机关审核，取得…»)."""
    clauses = re.split("[,;。]", text[: segment.clause.start].rstrip(", "))
    told = re.match(
        r"([^,]{2,30}?(?:系统|平台|网站|软件|APP))(?:经|由|已|于|按|通过|顺利|$)", clauses[-1].strip()
    )
    return bare_subject(told[1]) if told else ""
