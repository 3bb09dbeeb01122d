"""Front pages of published patents, by their INID codes (WIPO ST.9; dossier C.2.4)."""

import re

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import in_flow
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.texts import one_of, organisations, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.layout import Script
from registries.values.identifiers import PatentNumber, PublicationNumber

INID = r"[(\[]{}[)\]]"


def _front_page(script: Script) -> Found:
    """The INID codes of WIPO ST.9 tell each field apart from its neighbours."""
    right = _second_column(script, "54|57")
    flow = Flow(script, right or _second_column(script, "51"))
    whole = flow if right else Flow(script)
    straight = Flow(script)  # a code and its words in one row need no columns
    specs = (
        FieldSpec("number", numbered(PatentNumber), flows=(INID.format(21) + r"申请号(?P<v>[\dXx.]{9,16})",)),
        FieldSpec(
            "publication_no",
            numbered(PublicationNumber),
            flows=(INID.format(10) + r"(?:申请公布号|授权公告号)(?P<v>CN\d{7,9}[A-Z]\d?)",),
        ),
        FieldSpec("filing_date", dated, flows=(INID.format(22) + r"申请日(?P<v>[\d.年月日-]{8,11})",)),
        FieldSpec("publication_date", dated, flows=(INID.format(43) + r"申请公布日(?P<v>[\d.年月日-]{8,11})",)),
        FieldSpec("grant_date", dated, flows=(INID.format(45) + r"授权公告日(?P<v>[\d.年月日-]{8,11})",)),
        FieldSpec(
            "holder", organisations, flows=(rf"{INID.format('7[13]')}(?:申请人|专利权人)(?P<v>.+?)(?={INID.format('?7[1-5]')}|地址|[(\[]\d\d[)\]])",)
        ),
        FieldSpec("title", titled, flows=(INID.format(54) + r"(?:发明|实用新型|外观设计|使用外观设计的产品)?名称(?P<v>.+?)(?=[(\[]\d\d[)\]]|$)",)),
        FieldSpec(
            "document_kind",
            one_of("发明专利申请", "发明专利", "实用新型专利", "外观设计专利"),
            flows=(INID.format(12) + r"(?P<v>发明专利申请|发明专利|实用新型专利|外观设计专利)",),
        ),
        FieldSpec("ipc", text_of, flows=(INID.format(51) + r"Int\.?C[lI1]\.?(?P<v>[A-H]\d\d[A-Z]\d+/\d+)",)),
    )
    read = (in_flow(script, whole if spec.name == "title" else flow, spec) for spec in specs)
    facts = (fact or (in_flow(script, straight, spec) if spec.name in CODED else None) for fact, spec in zip(read, specs, strict=True))
    return Found(tuple(f for f in facts if f is not None))


CODED = ("publication_no", "grant_date", "publication_date")
"""Fields of so few characters that a code, its words and they stand together wherever they are printed."""


def _second_column(script: Script, codes: str) -> float | None:
    """Where the right column begins: front pages put (54) and (57) beside (21) to (73), or (51) alone and those below."""
    lefts = []
    for match in re.finditer(rf"(?<=\t)[(\[](?:{codes})[)\]]|^[(\[]57[)\]]", script.text, re.MULTILINE):
        x = script.glyphs(match.start(), match.end())[0].box.x0
        lefts.append(x)
    left = script.rows[0].box.x0 if script.rows else 0.0
    right = [x for x in lefts if x > left + 120]
    return min(right) - 6 if right else None


FRONT_PAGE = Kind(
    type="patent_gazette_page",
    titles=(r"[(\[]12[)\]](?:发明专利申请|发明专利|实用新型专利|外观设计专利)",),
    marks=("(21)申请号", "(22)申请日", "(54)发明名称", "(71)申请人", "(73)专利权人", "申请公布号"),
    enough=3,
    read=_front_page,
    rank=3,
    title_rows=8,
    pages=60,
    follows=("权利要求书", "说明书", "说明书附图", "说明书摘要"),
    source="WIPO ST.9 codes; ZC 0006—2003; dossier C.2.4",
)
