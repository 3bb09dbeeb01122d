"""From rows of text to entries of a registry: values cleaned, checked, and their identities made.

A `RowReader` is made once for a table and reads its rows a batch at a time, column by column: what is asked of a
whole column at once costs a fraction of what it costs cell by cell. It says what each row is, or why it is none.
Whether a row repeats or contradicts another one is found out by the snapshot, which sees all of them.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import zip_longest

from registries.importing.base import Cells, Rejected, Row
from registries.importing.cleaning import clean, without_values
from registries.importing.days import days_of
from registries.importing.entries import Entries, Texts, Told
from registries.importing.header import Header
from registries.importing.identities import checked, ids_of
from registries.schema import Column, Kind, Role

_as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


class RowReader:
    """Reads the rows of one table of a kind."""

    def __init__(self, kind: Kind, header: Header) -> None:
        """Works out where each column stands; see `read`."""
        self.kind, self.header = kind, header
        self._index = {column.name: at for at, column in enumerate(kind.columns)}
        # By name, as JSON has them.
        self._dates = sorted(kind.by_role(Role.DATE), key=lambda column: column.name)
        self._others = tuple(c for c in kind.by_role(Role.NUMBER) if c.name != kind.number)

    def repeats_header(self, cells: Cells) -> bool:
        """Whether a row is the header once more, as at the top of each page of a long list."""
        return cells == self.header.cells

    def read(self, batch: Sequence[Row]) -> Entries:
        """Reads some rows.

        Args:
            batch: the rows, each with its number in the file.

        Returns:
            The rows that are entries, and of the others why they are none.
        """
        told = Told()
        columns = self._columns([cells for _, cells in batch], told)
        self._require(columns, told)
        number_keys = self._numbers(columns, told)
        if told.refused:
            kept = [row for place, row in enumerate(batch) if place not in told.refused]
            rejected = (Rejected(batch[place][0], why) for place, why in sorted(told.refused.items()))
            return replace(self.read(kept), rejected=tuple(rejected))
        by_name = dict(zip(self._index, columns, strict=True))
        days = days_of([(column, by_name[column.name]) for column in self._dates], len(batch), told)
        extras = [_as_json(told.extras[at]) if at in told.extras else "{}" for at in range(len(batch))]
        contents = [
            blake2b(text.encode(), digest_size=16).hexdigest()
            for text in map("\x1f".join, zip(*columns, extras, strict=True))
        ]
        return Entries(
            [number for number, _ in batch],
            columns,
            ids_of(self.kind, by_name, number_keys, contents),
            number_keys,
            contents,
            days,
            extras,
            tuple(self._other_numbers(column, columns, told) for column in self._others),
            told.doubts,
        )

    def _columns(self, rows: Sequence[Cells], told: Told) -> tuple[Texts, ...]:
        """The kind's columns, cleaned; what stands in others, and beyond the header, is noted as extra."""
        width = len(self.header.cells)
        found: dict[str, Texts] = {}
        within = (cells if len(cells) <= width else cells[:width] for cells in rows)
        for place, cells in enumerate(zip_longest(*within, fillvalue="")):
            column, doubts = without_values(clean(cells), place)
            told.doubt(doubts)
            name = self.header.columns.get(place)
            if name is not None:
                found[name] = column
                continue
            for at in (at for at, text in enumerate(column) if text):
                told.extra(at, self._head(place), column[at])
        for at, cells in enumerate(rows):
            if len(cells) > width:
                self._beyond(at, cells, width, told)
        nothing = ("",) * len(rows)
        return tuple(found.get(column.name, nothing) for column in self.kind.columns)

    def _beyond(self, at: int, cells: Cells, width: int, told: Told) -> None:
        for place, text in enumerate(clean(cells[width:]), width):
            (kept,), doubts = without_values([text], place)
            for doubt in doubts.values():
                told.doubt({at: doubt})
            if kept:
                told.extra(at, self._head(place), kept)

    def _head(self, place: int) -> str:
        """The head of a column that is none of ours; cells beyond the header are numbered."""
        heads = self.header.cells
        return (heads[place].strip() if place < len(heads) else "") or f"列{place + 1}"

    def _require(self, columns: Sequence[Texts], told: Told) -> None:
        """Refuses rows that lack what every record of the kind must have."""
        required = [(c.labels[0], columns[self._index[c.name]]) for c in self.kind.columns if c.required]
        blank = {at for _, texts in required if "" in texts for at, text in enumerate(texts) if not text}
        for at in blank:
            lacking = "、".join(label for label, texts in required if not texts[at])
            doubts = told.doubts.get(at)
            told.refused[at] = f"缺少{lacking}" + (f"（{doubts[0]}）" if doubts else "")

    def _numbers(self, columns: Sequence[Texts], told: Told) -> Texts:
        """What each record is looked up by; a number whose check can tell must have the right shape."""
        column = self.kind.column(self.kind.number)
        if column is None:
            return ("",) * len(columns[0])
        texts = columns[self._index[column.name]]
        keys, wrong, shapeless = checked(column, texts)
        for at in shapeless:
            title = column.identifier.TITLE if column.identifier is not None else ""
            reason = f"{column.labels[0]}“{texts[at]}”不合{title}的格式，请更正后重新导入"
            told.refused.setdefault(at, reason)
        told.doubt(wrong)
        return keys

    def _other_numbers(self, column: Column, columns: Sequence[Texts], told: Told) -> Texts:
        keys, wrong, _ = checked(column, columns[self._index[column.name]])
        told.doubt(wrong)
        return keys
