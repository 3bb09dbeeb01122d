"""All kinds of numbers, listed by hand."""

from registries.values.filings import HitechNumber, MlpsNumber
from registries.values.identifier import Identifier
from registries.values.patents import PatentNumber, Publication, PublicationNumber
from registries.values.software import OffsetHint, SoftwareCertificateNumber, SoftwareNumber, offset_hint
from registries.values.standards import StandardNumber
from registries.values.uscc import OrgCode, Uscc

IDENTIFIERS: tuple[type[Identifier], ...] = (
    Uscc,
    OrgCode,
    PatentNumber,
    PublicationNumber,
    SoftwareNumber,
    SoftwareCertificateNumber,
    StandardNumber,
    MlpsNumber,
    HitechNumber,
)

__all__ = [
    "IDENTIFIERS",
    "HitechNumber",
    "Identifier",
    "MlpsNumber",
    "OffsetHint",
    "OrgCode",
    "PatentNumber",
    "Publication",
    "PublicationNumber",
    "SoftwareCertificateNumber",
    "SoftwareNumber",
    "StandardNumber",
    "Uscc",
    "offset_hint",
]
