"""By what a report was made: named in it, so that it can be made again."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from extractors.exhibit import FileReading
from extractors.forms.form import Form
from registries.catalog import Registries
from verifier.report.report import Provenance
from verifier.rules import Rules


def provenance(
    registries: Registries | None, rules: Rules, form: Form, readings: Sequence[FileReading], reader: str
) -> Provenance:
    """By what a report was made: the program, the rules, the registries, the readers, the form."""
    loaded = registries.loaded if registries is not None else {}
    return Provenance(
        program=program(),
        rules=rules.version,
        rules_digest=rules.digest,
        registries={
            kind: {
                "version": v.version,
                "records": v.records,
                "as_of": v.as_of.isoformat() if v.as_of else None,
                "imported_at": v.imported_at,
            }
            for kind, v in loaded.items()
        },
        readers=tuple(sorted({r for reading in readings for r in reading.readers})) or (reader,),
        settings={"form": form.file, "form_sha256": form.sha256, "edition": form.edition},
    )


def program() -> str:
    """The program and its version, as reports name it."""
    try:
        return f"hezheng {version('hezheng')}"
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "hezheng 0"
