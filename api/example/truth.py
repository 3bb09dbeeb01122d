"""The truth about an application: what its papers state, and the verdicts that its claims deserve.

Only what is really printed on a paper is stated of it, by the names that the report's contract gives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.example import narrative
from api.example.application import Application, Paper

_PATENT = ("number", "title", "holder", "filing_date", "grant_date", "publication_no")
_STANDARD = ("number", "title", "drafters")
_LIST = ("award", "holder", "year", "title")
STATED: Mapping[str, tuple[str, ...]] = {
    "business_licence": ("holder", "uscc"),
    "name_change_notice": ("holder", "uscc"),
    "credit_report_public": ("holder", "uscc", "grade"),
    "hitech_certificate": ("holder", "number", "grant_date"),
    "audit_report": ("holder", "year", "revenue_wan", "profit_wan", "rd_wan"),
    "invention_patent_certificate": _PATENT,
    "utility_model_certificate": _PATENT,
    "design_patent_certificate": _PATENT,
    "patent_gazette_page": ("number", "title", "holder", "filing_date", "publication_no"),
    "patent_notice": ("number", "title", "holder", "filing_date"),
    "software_copyright_certificate": ("number", "title", "holder", "grant_date"),
    "works_registration_certificate": ("number", "title", "holder", "grant_date"),
    "national_standard": _STANDARD,
    "industry_standard": _STANDARD,
    "local_or_group_standard": _STANDARD,
    "science_award": ("number", "title", "holder", "award", "grade", "year", "rank"),
    "association_honour": ("holder", "award", "year"),
    "first_set_notice": ("title", "holder", "level", "year"),
    "zj_premium_product": _LIST,
    "cloud_honour_notice": _LIST,
    "bigdata_honour_notice": _LIST,
    "platform_recognition": _LIST,
    "publicity_notice": ("award", "holder"),
    "call_for_application": ("award",),
    "mlps_filing": ("number", "holder", "level"),
    "internal_policy": ("holder",),
}
NAMES: Mapping[str, str] = {
    "business_licence": "营业执照",
    "name_change_notice": "准予变更登记通知书",
    "credit_report_public": "企业公共信用评价报告",
    "hitech_certificate": "高新技术企业证书",
    "audit_report": "审计报告",
    "invention_patent_certificate": "发明专利证书",
    "utility_model_certificate": "专利证书",
    "design_patent_certificate": "专利证书",
    "patent_gazette_page": "专利公告文本",
    "patent_notice": "专利受理通知书",
    "software_copyright_certificate": "软件著作权登记证书",
    "works_registration_certificate": "著作权登记证书",
    "national_standard": "国家标准",
    "industry_standard": "行业标准",
    "local_or_group_standard": "标准",
    "science_award": "科学技术奖证书",
    "association_honour": "荣誉证书",
    "first_set_notice": "首台（套）认定文件",
    "mlps_filing": "等级保护备案证明",
    "internal_policy": "管理制度",
}
"""What an applicant's table of contents calls each type; all others are 文件."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paper and where it lies."""

    paper: Paper
    file: str
    pages: tuple[int, ...]
    scan: str


def truth(application: Application, placed: Sequence[Placed]) -> dict[str, Any]:
    """What is true of an application, in the shape of truth.json."""
    company = application.company
    return {
        "company": {
            "name": company.name,
            "uscc": company.uscc,
            "legal": company.legal,
            "former": company.former,
            "parent": company.parent,
            "address": company.address,
            "capital": company.capital,
        },
        "as_of": application.as_of.isoformat(),
        "traps": list(application.traps),
        "verdicts": narrative.verdicts(application),
        "documents": [document(number, one) for number, one in enumerate(placed)],
    }


def document(number: int, placed: Placed) -> dict[str, Any]:
    """One paper's type, the fields that it states, and where it lies."""
    says = placed.paper.says
    stated = {key: says[key] for key in STATED[placed.paper.type] if says.get(key) not in (None, "")}
    stated = {key: value.isoformat() if isinstance(value, date) else value for key, value in stated.items()}
    where = {"paper": number, "file": placed.file, "pages": list(placed.pages), "scan": placed.scan}
    return {"type": placed.paper.type, **stated, **where}


def called(paper: Paper) -> str:
    """How a table of contents names a paper."""
    title = paper.says.get("title") or paper.says.get("award") or paper.says.get("year") or ""
    return f"{NAMES.get(paper.type, '文件')}　{title}".rstrip("　")
