"""What can go wrong while reading, from the widest to the narrowest.

* ReadingError        base; `code` is stable, the message says what to do next
  + FormError         the 申报表 could not be read: the run ends with exit status 3
  + FileTrouble       one evidence file could not be read: a named state in the report, the rest goes on
  + PageTrouble       one page of a file cannot be read, and the message says why; the pages beside it are read
  + EngineMissing     an OCR engine that was asked for is not installed
"""

from typing import ClassVar


class ReadingError(Exception):
    """Something about reading that the caller must know, with a stable code."""

    code: ClassVar[str] = "READING_ERROR"


class FormError(ReadingError):
    """The application form could not be read."""

    code: ClassVar[str] = "FORM_UNREADABLE"


class FileTrouble(ReadingError):
    """One file could not be read; `state` is the name of its state in the report."""

    code: ClassVar[str] = "FILE_UNREADABLE"

    def __init__(self, state: str, message: str) -> None:
        super().__init__(state, message)  # both, or it could not come home from a worker
        self.state = state
        self.message = message

    def __str__(self) -> str:
        return self.message


class PageTrouble(ReadingError):
    """One page could not be read; the message is what the report says of it."""

    code: ClassVar[str] = "UNREADABLE_PAGE"


class EngineMissing(ReadingError):
    """The OCR engine that was asked for cannot be used on this machine."""

    code: ClassVar[str] = "ENGINE_MISSING"
