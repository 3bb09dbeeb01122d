"""What is remembered, as tables; the migrations beside them make these in a database.

Tenants own everything. An application has files and runs; a finished run has a report; a report has
verdicts; a verdict has reviews. Times are UTC. The bytes of files and reports lie in the file store under their sha256.
"""

from verifier.store.tables.applications import Application, Blob, StoredFile, Upload, UploadPart
from verifier.store.tables.base import Base
from verifier.store.tables.messages import Delivery, Endpoint, Message
from verifier.store.tables.pages import PageText, SharedPage
from verifier.store.tables.people import ApiKey, SignIn, Tenant, User
from verifier.store.tables.records import Answer, AuditRecord
from verifier.store.tables.reports import Run, StoredReport, StoredVerdict
from verifier.store.tables.reviews import StoredCorrection, StoredReview, StoredStanding

__all__ = [
    "Answer",
    "ApiKey",
    "Application",
    "AuditRecord",
    "Base",
    "Blob",
    "Delivery",
    "Endpoint",
    "Message",
    "PageText",
    "Run",
    "SharedPage",
    "SignIn",
    "StoredCorrection",
    "StoredFile",
    "StoredReport",
    "StoredReview",
    "StoredStanding",
    "StoredVerdict",
    "Tenant",
    "Upload",
    "UploadPart",
    "User",
]
