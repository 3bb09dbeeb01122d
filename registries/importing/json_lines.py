"""Tables as JSON: a list of objects (.json) or one object a line (.jsonl), read one object at a time."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, TextIO

from registries.errors import UnreadableTable
from registries.importing.base import Progress, Row, Sheet
from registries.importing.encoding import encoding_of

_BLOCK = 1 << 20
_LONGEST = 64 * _BLOCK
_TOLD_EVERY = 20_000
_NO_LIST = "JSON 应为对象的列表，每个对象是一条登记，请检查文件后重新导入"


class JsonReader:
    """Reads .json and .jsonl; the header are all keys in the order of their first mention."""

    SUFFIXES: ClassVar[tuple[str, ...]] = (".json", ".jsonl")

    def sheets(self, path: Path, progress: Progress) -> Iterator[Sheet]:
        """The one table: the header, then a row for each object; it is read twice, for the keys first."""
        encoding = encoding_of(path)
        keys = tuple(dict.fromkeys(str(key) for each in _objects(path, encoding) for key in each))
        yield Sheet("", _rows(path, encoding, keys, progress))


def _rows(path: Path, encoding: str, keys: tuple[str, ...], progress: Progress) -> Iterator[Row]:
    yield 1, keys
    for number, each in enumerate(_objects(path, encoding), 2):
        if not number % _TOLD_EVERY:
            progress("读取", number, 0)
        yield number, tuple(_text(each.get(key)) for key in keys)


def _objects(path: Path, encoding: str) -> Iterator[dict[str, Any]]:
    with path.open(encoding=encoding) as file:
        try:
            yield from map(_object, _lines(file) if path.suffix.lower() == ".jsonl" else _list(file))
        except (json.JSONDecodeError, RecursionError) as error:
            raise UnreadableTable(f"JSON 无法解析（{error}），请检查文件后重新导入") from error


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableTable(_NO_LIST)
    return value


def _lines(file: TextIO) -> Iterator[object]:
    for line in file:
        if line.strip():
            yield json.loads(line)


def _list(file: TextIO) -> Iterator[object]:
    """The members of one long list, without ever holding all of it."""
    window = _Window(file)
    if window.next_mark() != "[":
        window.member()  # JSON that is broken is told as such
        raise UnreadableTable(_NO_LIST)
    window.place += 1
    while window.next_mark() != "]":
        yield window.member()
        mark = window.next_mark()
        if mark not in (",", "]"):
            raise json.JSONDecodeError("Expecting ',' or ']'", window.text, window.place)
        window.place += mark == ","


class _Window:
    """The part of a long text that is being read."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.text, self.place = file, "", 0
        self.decoder = json.JSONDecoder()

    def next_mark(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self.place < len(self.text):
                if not self.text[self.place].isspace():
                    return self.text[self.place]
                self.place += 1
            if not self.more():
                return ""

    def more(self) -> bool:
        """Drops what was read and reads another block."""
        block = self.file.read(_BLOCK)
        self.text, self.place = self.text[self.place :] + block, 0
        return bool(block)

    def member(self) -> object:
        """The value that begins here."""
        while True:
            self.next_mark()
            try:
                value, end = self.decoder.raw_decode(self.text, self.place)
            except json.JSONDecodeError:
                if len(self.text) - self.place > _LONGEST or not self.more():
                    raise
                continue
            # A number that ends with the block may go on in the next one.
            if end == len(self.text) and self.more():
                continue
            self.place = end
            return value


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(_text(each) for each in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
