"""Which encoding a text file is in; told strictly, for a wrong guess fills a registry with rubbish.

Nearly any bytes can be read as GB18030. A file that is UTF-8 but for a broken place stays UTF-8 and is refused, and
so is Big5, which read as GB18030 gives kana and Greek letters among Chinese characters.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from registries.errors import UnreadableTable

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BLOCK = 1 << 20
_WRITTEN = re.compile("(?:[^\u0800-\U0010ffff]*[\u0800-\U0010ffff]){4}")
"""Four characters that take three bytes in UTF-8: in another encoding they do not come about by chance."""
_HAN = re.compile("[\u3400-\u9fff]")
_STRANGE = re.compile("[\u0370-\u052f\u3041-\u312f\ue000-\uf8ff]")
_ENOUGH, _MOST_STRANGE = 4, 0.1
"""Of so many characters so large a share may be Greek, Cyrillic, kana or nobody's: in misread Big5 it is a quarter."""


@dataclass(frozen=True, slots=True)
class _Broken:
    """Where a file cannot be read in an encoding, and whether what stands before is certainly written in it."""

    line: int
    certain: bool


def encoding_of(path: Path) -> str:
    """The encoding of a whole file: by its mark, else UTF-8, else GB18030.

    Args:
        path: the file, which is read block by block.

    Raises:
        UnreadableTable: it is in none of them; the message names the line of the first broken character.
    """
    with path.open("rb") as file:
        head = file.read(4)
    marked = next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None)
    lines = []
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        broken = _first_broken(path, encoding)
        if broken is None:
            return encoding
        lines.append(broken.line)
        if broken.certain:
            break
    raise UnreadableTable(
        f"文件编码无法识别（第{max(lines)}行附近有无法解码的字符），"
        "请另存为 UTF-8 或 GB18030 编码的 .csv，或另存为 .xlsx 后重新导入"
    )


def _first_broken(path: Path, encoding: str) -> _Broken | None:
    """Where the first broken character stands; None where all is sound."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    line, certain = 1, False
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                before = error.object[: error.start]
                certain = certain or encoding == "utf-8" and _is_written(before.decode("utf-8", "ignore"))
                return _Broken(line + before.count(b"\n"), certain)
            if "\x00" in text:
                return _Broken(line + text[: text.index("\x00")].count("\n"), certain)
            if encoding == "gb18030" and line == 1 and not _is_usual(text):
                return _Broken(1, certain=True)
            certain = certain or encoding == "utf-8" and _is_written(text)
            line += text.count("\n")
            if not block:
                return None


def _is_written(text: str) -> bool:
    return _WRITTEN.match(text) is not None


def _is_usual(text: str) -> bool:
    """Whether the characters are those of Chinese texts; with too few of them nobody can tell."""
    strange = len(_STRANGE.findall(text))
    return strange < _ENOUGH or strange <= _MOST_STRANGE * (strange + len(_HAN.findall(text)))
