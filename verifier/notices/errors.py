"""What keeps a notice out of the registries: nothing of it is taken in then.

* NoticeError          base, itself a TableError; `code` is stable, the message says what to do next
  + NoticeUnread       the file could not be read
  + NoticeWithoutList  no list of companies was found in it
  + NoticeNotFinal     it only calls for applications, or proposes (公示): nobody has the honour yet
  + NoticeOfOther      its list belongs to another kind of registry
"""

from typing import ClassVar

from registries.errors import TableError


class NoticeError(TableError):
    """A notice whose list cannot become records, with a stable code."""

    code: ClassVar[str] = "NOTICE_ERROR"


class NoticeUnread(NoticeError):
    """The file could not be read at all."""

    code: ClassVar[str] = "NOTICE_UNREAD"


class NoticeWithoutList(NoticeError):
    """No list was found in the file."""

    code: ClassVar[str] = "NOTICE_WITHOUT_LIST"


class NoticeNotFinal(NoticeError):
    """A call for applications or a publicity: what it names is no result."""

    code: ClassVar[str] = "NOTICE_NOT_FINAL"


class NoticeOfOther(NoticeError):
    """The list is one of another kind of registry."""

    code: ClassVar[str] = "NOTICE_OF_OTHER_KIND"
