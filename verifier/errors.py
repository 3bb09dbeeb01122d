"""Errors of deciding and remembering.

VerifierError
├── StoreError            what is kept cannot be kept or had just now
│   ├── StoreFull         no room is left for files
│   ├── StoreAway         the database or the files cannot be reached
│   ├── FileChanged       the bytes of a kept file are not those of its name
│   └── DigestMismatch    what arrived is not what was announced
├── NotFound              there is no such thing, or it belongs to somebody else
├── Conflict              what is asked for does not go with the state that things are in
├── RunCancelled          somebody cancelled the run
├── NotAReport            the JSON is no report of ours
├── GroundsMissing        what a report rests on (registries, rules) is not at hand
├── CorrectionsUnread     a file of corrections cannot be used
├── LabelsUnread          a folder of labelled papers cannot be used
├── ListUnread            a list to draw from cannot be used
└── SeenUnusable          the register of papers seen cannot be read or written
"""


class VerifierError(Exception):
    """Base of all errors of this package; `code` is stable, the message says what to do next."""

    code: str = "VERIFIER_ERROR"


class StoreError(VerifierError):
    """What is kept cannot be kept or had just now."""

    code: str = "STORE_ERROR"


class StoreFull(StoreError):
    """No room is left for files."""

    code: str = "STORE_FULL"


class StoreAway(StoreError):
    """The database or the files cannot be reached."""

    code: str = "STORE_AWAY"


class FileChanged(StoreError):
    """The bytes of a kept file are not those of its name."""

    code: str = "FILE_CHANGED"


class DigestMismatch(StoreError):
    """What arrived is not what was announced."""

    code: str = "DIGEST_MISMATCH"


class NotFound(VerifierError):
    """There is no such thing, or it belongs to somebody else."""

    code: str = "NOT_FOUND"


class Conflict(VerifierError):
    """What is asked for does not go with the state that things are in; the code says how."""

    code: str = "CONFLICT"

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class RunCancelled(VerifierError):
    """Somebody cancelled the run; what was read stays."""

    code: str = "RUN_CANCELLED"


class NotAReport(VerifierError):
    """The JSON is no report of ours, or is not whole."""

    code: str = "NOT_A_REPORT"


class GroundsMissing(VerifierError):
    """The registries or rules that a report rests on are not at hand."""

    code: str = "GROUNDS_MISSING"


class CorrectionsUnread(VerifierError):
    """A file of corrections cannot be used; nothing was verified."""

    code: str = "CORRECTIONS_UNREAD"


class LabelsUnread(VerifierError):
    """Labelled papers cannot be used; nothing was measured."""

    code: str = "LABELS_UNREAD"


class ListUnread(VerifierError):
    """A list to draw from cannot be used; nothing was drawn."""

    code: str = "LIST_UNREAD"


class SeenUnusable(VerifierError):
    """The register of papers seen cannot be read or written."""

    code: str = "SEEN_UNUSABLE"
