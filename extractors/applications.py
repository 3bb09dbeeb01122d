"""Applications in a folder: one sub-folder each, with its form and its evidence, however offices lay them out.

The form is the file called form.* or 申报表, else the only file of a form's kind beside folders; the
evidence is the folder evidence, 附件2 or 证明材料, else everything that is left.
"""

from dataclasses import dataclass
from pathlib import Path

FORMS = (".docx", ".docm", ".xlsx", ".xlsm", ".json", ".pdf")
EVIDENCE = ("evidence", "附件2", "证明材料")
OWN = ("truth.json", "labels", "verdicts", "corrections", "更正", "report", "registries", "summary", "汇总")
"""Names that begin so are no part of the evidence: they are about the application."""


@dataclass(frozen=True, slots=True)
class ApplicationFolder:
    """One application on disk; `form` is None where none was found."""

    name: str
    folder: Path
    form: Path | None
    evidence: tuple[Path, ...]
    corrections: Path | None = None


def find_applications(folder: Path) -> tuple[ApplicationFolder, ...]:
    """Every sub-folder that holds something, in the order of names.

    Args:
        folder: the folder of the applications.
    """
    inside = sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith((".", "__MACOSX")))
    return tuple(find_application(p) for p in inside if p.name != "registries" and any(p.iterdir()))


def find_application(folder: Path) -> ApplicationFolder:
    """The form and the evidence of one application.

    Args:
        folder: its folder.
    """
    entries = sorted(p for p in folder.iterdir() if not p.name.startswith((".", "~$")))
    files = [p for p in entries if p.is_file() and not p.name.lower().startswith(OWN)]
    form = _form(files, bool([p for p in entries if p.is_dir()]))
    kept = [p for p in entries if p.is_dir() and p.name.lower().startswith(EVIDENCE)]
    dirs = [p for p in entries if p.is_dir() and not p.name.lower().startswith(OWN)]
    rest = [p for p in (*dirs, *files) if p != form and not _twin(p, form)]
    corrections = next(
        (p for p in entries if p.is_file() and p.name.lower().startswith(("corrections", "更正"))), None
    )
    return ApplicationFolder(folder.name, folder, form, tuple(kept or rest), corrections)


def _form(files: list[Path], folders: bool) -> Path | None:
    forms = [p for p in files if p.suffix.lower() in FORMS]
    named = [p for p in forms if p.stem.lower() == "form" or "申报表" in p.stem or "附件1" in p.stem]
    named.sort(key=lambda p: FORMS.index(p.suffix.lower()))
    return named[0] if named else forms[0] if len(forms) == 1 and folders else None


def _twin(path: Path, form: Path | None) -> bool:
    """The same form once more, in another format."""
    return form is not None and path.stem == form.stem and path.suffix.lower() in FORMS
