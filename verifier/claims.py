"""Claims: what a form claims, field by field, in the form's own order."""

from dataclasses import dataclass

from extractors.forms.form import Form, FormField


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the form claims; `year` where the form has a column a year, else None."""

    key: str
    name: str
    label: str
    field: FormField
    year: int | None = None

    @property
    def blank(self) -> bool:
        """The form claims nothing here."""
        return self.field.blank

    @property
    def number(self) -> float | None:
        """The claimed number, where the field is one and it could be read."""
        return self.field.number

    @property
    def text(self) -> str:
        """What the company wrote."""
        return self.field.text


def find_claims(form: Form) -> tuple[Claim, ...]:
    """Every claim of the form, blank ones included: what is not claimed is said, too."""
    return tuple(_claim(field) for field in form.fields)


def _claim(field: FormField) -> Claim:
    name, _, year = field.key.partition(".")
    return Claim(field.key, name, field.label, field, int(year) if year.isdigit() else None)
