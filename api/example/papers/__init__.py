"""Every kind of paper and the function that draws it, listed by hand.

Recipe: `draw(document, paper)` adds the pages of one exhibit to a PDF. A drawing prints what
`paper.says` and nothing else; which of several layouts it takes is `paper.layout`.
"""

from collections.abc import Callable, Mapping

import pymupdf

from api.example.application import Paper
from api.example.papers import (
    awards,
    distractors,
    finance,
    identity,
    mlps,
    notices,
    patents,
    software,
    standards,
)

Drawing = Callable[[pymupdf.Document, Paper], None]

DRAWINGS: Mapping[str, Drawing] = {
    "business_licence": identity.licence,
    "name_change_notice": identity.name_change,
    "credit_report_public": identity.credit_report,
    "hitech_certificate": identity.hitech,
    "audit_report": finance.audit,
    "invention_patent_certificate": patents.certificate,
    "utility_model_certificate": patents.certificate,
    "design_patent_certificate": patents.certificate,
    "patent_gazette_page": patents.gazette,
    "patent_notice": patents.acceptance,
    "software_copyright_certificate": software.certificate,
    "works_registration_certificate": distractors.works_registration,
    "national_standard": standards.standard,
    "industry_standard": standards.standard,
    "local_or_group_standard": standards.standard,
    "science_award": awards.award,
    "association_honour": distractors.association,
    "first_set_notice": notices.notice,
    "zj_premium_product": notices.notice,
    "cloud_honour_notice": notices.notice,
    "bigdata_honour_notice": notices.notice,
    "platform_recognition": notices.notice,
    "official_notice": notices.notice,
    "publicity_notice": distractors.publicity,
    "call_for_application": distractors.call,
    "mlps_filing": mlps.filing,
    "internal_policy": distractors.policy,
}


def draw(document: pymupdf.Document, paper: Paper) -> None:
    """Add the pages of one paper to a document."""
    DRAWINGS[paper.type](document, paper)
