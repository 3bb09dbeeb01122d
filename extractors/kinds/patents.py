"""Patents: three certificates in both layouts, front pages, office notices (dossier C.2)."""

import re

from extractors.kinds.cells import Flow
from extractors.kinds.facts import in_flow
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.parsing import dated, numbered, one_of, organisations, text_of, titled
from extractors.layout import Script, plain
from registries.values.identifiers import PatentNumber, PublicationNumber


def _certificate_number(text: str) -> Reading | None:
    digits = re.sub(r"\D", "", plain(text))
    return Reading(digits) if 4 <= len(digits) <= 10 else None


NUMBER = FieldSpec("number", numbered(PatentNumber), ("专利号",), required=True)
PUBLICATION = FieldSpec("publication_no", numbered(PublicationNumber), ("授权公告号", "公告号"))
FILED = FieldSpec("filing_date", dated, ("专利申请日", "申请日"))
GRANTED = FieldSpec("grant_date", dated, ("授权公告日", "公告日"))
HOLDER = FieldSpec("holder", organisations, ("专利权人",), wraps=True, required=True)
AT_FILING = FieldSpec("applicant_at_filing", organisations, ("申请日时申请人",), wraps=True)
INVENTORS = FieldSpec(
    "inventors", organisations, ("发明人", "设计人", "申请日时发明人", "申请日时设计人"), wraps=True
)
ADDRESS = FieldSpec("address", text_of, ("地址",), wraps=True)
CERTIFICATE = FieldSpec(
    "certificate_no", _certificate_number, ("证书号",), flows=(r"证书号第?(?P<v>\d{4,10})号?",)
)


def _fields(*labels: str) -> tuple[FieldSpec, ...]:
    title = FieldSpec("title", titled, labels, wraps=True, required=True)
    return (title, NUMBER, HOLDER, AT_FILING, PUBLICATION, FILED, GRANTED, INVENTORS, ADDRESS, CERTIFICATE)


def _certificate(type_: str, word: str, labels: tuple[str, ...]) -> Kind:
    return Kind(
        type=type_,
        titles=(f"{word}专利证书",),
        marks=(*labels, "专利号", "专利权人", "授权公告", "专利申请日", "专利登记簿"),
        enough=4,
        refuse=("受理通知书", "申请公布号", "缴费通知"),
        fields=_fields(*labels),
        pages=3,
        follows=("其他事项", "第2页", "第3页", "专利登记簿"),
        source="dossier C.2.3: layouts to 2023 (two pages) and from 2024 (one page)",
    )


INVENTION = _certificate("invention_patent_certificate", "发明", ("发明名称",))
UTILITY = _certificate("utility_model_certificate", "实用新型", ("实用新型名称",))
DESIGN = _certificate("design_patent_certificate", "外观设计", ("外观设计名称",))

INID = r"[(\[]{}[)\]]"


def _front_page(script: Script) -> Found:
    """The INID codes of WIPO ST.9 tell each field apart from its neighbours."""
    flow = Flow(script, _second_column(script))
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
    facts = (in_flow(script, flow, spec) for spec in specs)
    return Found(tuple(f for f in facts if f is not None))


def _second_column(script: Script) -> float | None:
    """Where the right column begins: front pages put (54) and (57) beside (21) to (73)."""
    lefts = []
    for match in re.finditer(r"(?<=\t)[(\[](?:54|57)[)\]]|^[(\[]57[)\]]", script.text, re.MULTILINE):
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

NOTICE = Kind(
    type="patent_notice",
    titles=(
        "(?:专利申请)?受理通知书",
        "(?:发明专利申请)?(?:公布及)?进入实质审查(?:阶段)?通知书",
        "发明专利申请(?:初步审查合格|公布)通知书",
        "(?:办理登记手续|授予(?:发明)?专利权)通知书",
        "(?:第[一二三]次)?审查意见通知书",
    ),
    refuse=("软件著作权",),
    fields=(
        FieldSpec("number", numbered(PatentNumber), ("申请号", "申请号或专利号"), required=True),
        FieldSpec("filing_date", dated, ("申请日",)),
        FieldSpec("holder", organisations, ("申请人", "申请人或专利权人", "专利权人"), wraps=True),
        FieldSpec("title", titled, ("发明创造名称", "发明名称", "实用新型名称"), wraps=True),
    ),
    rank=2,
    pages=3,
    follows=("国家知识产权局",),
    source="dossier C.20 patent_notice",
)

KINDS = (FRONT_PAGE, NOTICE, INVENTION, UTILITY, DESIGN)
