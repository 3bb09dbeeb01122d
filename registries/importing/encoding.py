"""Which encoding a text file is in; told strictly, for a wrong guess fills a registry with rubbish."""

import codecs
from pathlib import Path

from registries.errors import UnreadableTable

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BLOCK = 1 << 20


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
    broken = []
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        line = _first_broken_line(path, encoding)
        if not line:
            return encoding
        broken.append(line)
    raise UnreadableTable(
        f"文件编码无法识别（第{max(broken)}行附近有无法解码的字符），"
        "请另存为 UTF-8 或 GB18030 编码的 .csv，或另存为 .xlsx 后重新导入"
    )


def _first_broken_line(path: Path, encoding: str) -> int:
    """The line in which the first broken character stands; 0 where all is sound."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    line = 1
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].count(b"\n")
            if "\x00" in text:
                return line + text[: text.index("\x00")].count("\n")
            line += text.count("\n")
            if not block:
                return 0
