"""Tables as JSON: a list of objects (.json) or one object a line (.jsonl)."""

import json
from collections.abc import Iterator
from typing import ClassVar

from registries.errors import UnreadableTable
from registries.importing.base import Cells
from registries.importing.delimited import decode


class JsonReader:
    """Reads .json and .jsonl; the header are all keys in the order of their first mention."""

    SUFFIXES: ClassVar[tuple[str, ...]] = (".json", ".jsonl")

    def rows(self, content: bytes, suffix: str) -> Iterator[Cells]:
        """The header, then a row for each object."""
        text = decode(content)
        try:
            lines = [line for line in text.splitlines() if line.strip()]
            objects = [json.loads(line) for line in lines] if suffix == ".jsonl" else json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise UnreadableTable(f"JSON 无法解析（{error}），请检查文件后重新导入") from error
        if not isinstance(objects, list) or not all(isinstance(each, dict) for each in objects):
            raise UnreadableTable("JSON 应为对象的列表，每个对象是一条登记，请检查文件后重新导入")
        header = tuple(dict.fromkeys(str(key) for each in objects for key in each))
        yield header
        for each in objects:
            yield tuple(_text(each.get(key)) for key in header)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(_text(each) for each in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
