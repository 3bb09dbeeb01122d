"""What of a text can tell one record from another: cleaned the same way when indexed and when asked.

Every searched column has a number in the snapshot; its texts are cleaned by the role of the column.
"""

import re
from collections.abc import Sequence

from registries.companies import parse_former_names
from registries.compare.honours import canonical_honour
from registries.compare.titles import bare_title
from registries.index.grams import PART
from registries.schema import Column, Role
from registries.values.text import plain_characters, squeeze, squeeze_all

_ONE_BY_ONE = {
    Role.COMPANIES: re.compile("[;；]"),
    Role.TITLE: re.compile("简称|[VvＶｖ]"),
    Role.FORMER_NAMES: re.compile("."),
    Role.HONOUR: re.compile("."),
}
_REMARKED = frozenset("v简")
_REMARK = re.compile("简称|[VvＶｖ]")
_HOLDER = re.compile("[;；]")
LONGEST = 600
"""Nobody asks for more characters than this; what lies beyond is not compared."""


def telling(column: Column, text: str) -> str:
    """The text that is indexed and compared; its parts stand between tabs.

    Args:
        column: the column that holds the text.
        text: as the office or the paper wrote it.
    """
    if column.role is Role.COMPANIES and _HOLDER.search(text):
        return PART.join(filter(None, map(squeeze, _HOLDER.split(text[: 8 * LONGEST]))))
    if column.role is Role.FORMER_NAMES:
        return PART.join(filter(None, (squeeze(former.name) for former in parse_former_names(text))))
    if column.role is Role.HONOUR:
        return canonical_honour(text[:LONGEST])
    if column.role is Role.TITLE and _REMARK.search(text):
        return squeeze(bare_title(text[:LONGEST]))
    return squeeze(text[:LONGEST])


def untouched(column: Column) -> frozenset[str]:
    """Characters that the cleaning of a column leaves alone: a text of no others is told as it is written.

    Args:
        column: the column that holds the texts.
    """
    if column.role in (Role.FORMER_NAMES, Role.HONOUR):
        return frozenset()
    return plain_characters() - _REMARKED if column.role is Role.TITLE else plain_characters()


def telling_all(column: Column, texts: Sequence[str]) -> list[str]:
    """`telling` of very many texts of one column.

    Args:
        column: the column that holds the texts.
        texts: as the office wrote them.
    """
    alone = _ONE_BY_ONE.get(column.role)
    told = squeeze_all([text[:LONGEST] for text in texts])
    if alone is None:
        return told
    return [
        telling(column, text) if alone.search(text) else each for text, each in zip(texts, told, strict=True)
    ]
