"""Patent certificates: three kinds, in both layouts (dossier C.2.3)."""

import re

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.texts import organisations, text_of, titled
from extractors.kinds.kind import FieldSpec, Kind, Reading
from extractors.plain import plain
from registries.values.identifiers import PatentNumber, PublicationNumber


def _certificate_number(text: str) -> Reading | None:
    digits = re.sub(r"\D", "", plain(text))
    return Reading(digits) if 4 <= len(digits) <= 10 else None


NUMBER = FieldSpec(
    "number", numbered(PatentNumber), ("专利号",), required=True, flows=(r"(?P<v>ZL(?:19|20)\d{10}\.?[\dXx])(?!\d)",)
)

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
