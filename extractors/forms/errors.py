"""What can be wrong with a form's file, each with its own code and what to do next.

* FormError       FORM_UNREADABLE
  + FormMissing   FORM_MISSING    no such file
  + FormBroken    FORM_BROKEN     damaged, or not what its name says
  + FormLocked    FORM_LOCKED     protected by a password, or an old .doc
  + NotAForm      FORM_NOT_A_FORM readable, but none of the form's fields is in it
  + FormUnread    FORM_UNREAD     a scan, or a PDF, whose pages could not be read
  + FormFormat    FORM_FORMAT     a kind of file that is not read as a form
  + EditionBroken EDITION_BROKEN  an edition of an office's own cannot be used
"""

from typing import ClassVar

from extractors.errors import FormError


class FormMissing(FormError):
    """There is no such file."""

    code: ClassVar[str] = "FORM_MISSING"


class FormBroken(FormError):
    """The file is damaged, or it is not what its name says."""

    code: ClassVar[str] = "FORM_BROKEN"


class FormLocked(FormError):
    """The file is protected by a password, or it is of the old .doc kind."""

    code: ClassVar[str] = "FORM_LOCKED"


class NotAForm(FormError):
    """The file can be read, but it holds none of the form's fields."""

    code: ClassVar[str] = "FORM_NOT_A_FORM"


class FormUnread(FormError):
    """The pages of a scan or PDF could not be read."""

    code: ClassVar[str] = "FORM_UNREAD"


class FormFormat(FormError):
    """This kind of file is not read as a form."""

    code: ClassVar[str] = "FORM_FORMAT"


class EditionBroken(FormError):
    """An edition of an office's own cannot be used."""

    code: ClassVar[str] = "EDITION_BROKEN"


def missing_file(name: str) -> FormError:
    """The error for a path where nothing is."""
    return FormMissing(f"找不到申报表文件“{name}”。请检查文件路径后重新提交。")


def broken_file(name: str) -> FormError:
    """The error for a file that cannot be opened."""
    return FormBroken(
        f"申报表“{name}”已损坏或不是有效的文件，无法打开。请用 Word 打开并另存为新的 .docx 后重新提交。"
    )


def encrypted_file(name: str) -> FormError:
    """The error for a file under a password, which looks like an old .doc from outside."""
    return FormLocked(f"申报表“{name}”设有密码或是旧版 .doc 格式。请去除密码，另存为 .docx 后重新提交。")


def unread_form(name: str, why: str) -> FormError:
    """The error for a scan or PDF of which no page could be read; `why` is the reading's own word."""
    return FormUnread(f"申报表“{name}”的页面无法读取：{why}。请重新扫描，或改交 .docx 格式的申报表。")


def not_a_form(name: str) -> FormError:
    """The error for a file without any known field."""
    return NotAForm(
        f"“{name}”中没有找到申报表的任何栏目。请提交附件1《申报表》（.docx、.xlsx、.json、.pdf 或扫描图片）。"
    )


def unknown_format(name: str) -> FormError:
    """The error for a file of another kind."""
    return FormFormat(
        f"暂不能读取“{name}”这种格式的申报表。请提交 .docx、.xlsx、.json、.pdf 格式的申报表，或其扫描图片。"
    )


def broken_edition(name: str, why: str) -> FormError:
    """The error for an edition's file that cannot be used; `why` names what is wrong in it."""
    return EditionBroken(f"申报表版式文件“{name}”无法使用：{why}。请对照 docs/editions.md 修改后重试。")
