"""The application form as it was filled in."""

import re
from dataclasses import dataclass

_NOTHING = re.compile(r"[/／\\|—–―‐－−-]*|[（(]?(?:暂?无|没有|不适用|(?:暂未|不|未)涉及|[Nn][./]?[Aa])[）)]?")
"""What companies write where they claim nothing."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One cell of the form.

    `key` is that of the form's edition, a year behind a dot where the form has a column a year.
    `text` is what the company wrote, without the hint in brackets that the form prints in the
    cell; `number` its value where the field is a number; `ticked` the options of a tick-box
    field. `place` names the cell (table row and column, or JSON key).
    """

    key: str
    label: str
    text: str
    number: float | None = None
    ticked: tuple[str, ...] = ()
    place: str = ""
    sure: float = 1.0
    """How sure the reader was of the least sure character, where the form was read from a picture."""

    sealed: str = ""
    """Of the company's name: whose seals were read on the form, `;` between."""

    @property
    def blank(self) -> bool:
        """Nothing is claimed: the cell is empty or says 无 or —; ink that nobody could read is a claim."""
        if self.sure == 0.0:
            return False
        bare = self.text.strip(" 　\t\n_.。;；，,")
        return not self.ticked and _NOTHING.fullmatch(bare) is not None


@dataclass(frozen=True, slots=True)
class Form:
    """A filled-in 申报表: every field of its edition in printed order, blank ones included."""

    file: str
    sha256: str
    edition: str
    fields: tuple[FormField, ...]
    date: str = ""
    """The application's own date (ISO 8601) where the form states one."""

    def get(self, key: str) -> FormField | None:
        """The field of that key, if the edition has it."""
        return next((f for f in self.fields if f.key == key), None)
