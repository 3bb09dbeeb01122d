"""What an applicant can mend before it submits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to mend before submission.

    `code` is UNREADABLE_PAGE, FILE_TROUBLE, NO_EVIDENCE, PAPER_WILL_NOT_DO, PAPER_FLAWED, FORM_INCONSISTENT or ADD.
    """

    code: str
    message: str
    claim: str = ""
    file: str = ""
    page: int = 0
