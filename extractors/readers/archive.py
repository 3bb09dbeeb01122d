"""Archives: what is in a .zip, within bounds, each file under a name of our own on the disk.

Names inside an archive are words to show, never paths to write to. A file that must not or cannot
be taken out has a named state of its own; the others are taken out all the same.
"""

import shutil
import stat
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from extractors.errors import FileTrouble
from extractors.readers.limits import (
    MAX_ARCHIVE_BYTES,
    MAX_BYTES,
    MAX_MEMBERS,
    MAX_RATIO,
    RATIO_FROM,
)

BLOCK = 1 << 20

UTF8 = 0x800
"""The flag of a member whose name is UTF-8; without it Chinese systems write GBK."""

TROUBLES = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
"""What damaged members, unknown methods and passwords raise."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its name as shown, and where it lies now, or why it does not."""

    name: str
    path: Path | None
    trouble: FileTrouble | None = None


class Unpacked:
    """The files of one archive in a folder that goes when nobody holds this any more."""

    def __init__(self, archive: Path) -> None:
        """Take everything out; FileTrouble where that is no archive or one that must not be opened."""
        self._folder = Path(tempfile.mkdtemp(prefix="hezheng-"))
        weakref.finalize(self, shutil.rmtree, self._folder, True)
        self.members = tuple(_taken_out(archive, self._folder))


def open_archive(path: Path) -> zipfile.ZipFile:
    """The archive, its table of contents checked against the bounds; FileTrouble names what is wrong."""
    try:
        archive = zipfile.ZipFile(path)
    except TROUBLES as error:
        raise FileTrouble("damaged", "压缩包已损坏或不是 zip 格式：请重新压缩为 .zip 后上传") from error
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise FileTrouble("too_large", f"压缩包内文件超过 {MAX_MEMBERS} 个：请拆分后上传")
    if sum(info.file_size for info in infos) > MAX_ARCHIVE_BYTES:
        raise FileTrouble("too_large", f"压缩包解压后超过 {MAX_ARCHIVE_BYTES // 1024**2} MB：请拆分后上传")
    if any(_inflated(info.file_size, info.compress_size) for info in infos):
        raise FileTrouble("unsafe", "压缩包的压缩比异常（疑似压缩炸弹），未予打开：请直接上传其中的文件")
    return archive


def _inflated(size: int, packed: int) -> bool:
    return size > RATIO_FROM and size > MAX_RATIO * max(packed, 1)


def _taken_out(path: Path, folder: Path) -> Iterator[Member]:
    total = 0
    with open_archive(path) as archive:
        for number, info in enumerate(archive.infolist()):
            name = shown_name(info)
            if info.is_dir() or is_dropping(PurePosixPath(name)):
                continue
            target = folder / f"{number}{PurePosixPath(name).suffix.lower()[:12]}"
            try:
                _check(info, name)
                with archive.open(info) as member:
                    total += _copy(member, target, min(MAX_BYTES, MAX_ARCHIVE_BYTES - total))
                yield Member(name, target)
            except FileTrouble as trouble:
                yield Member(name, None, trouble)
            except TROUBLES as error:
                message = f"压缩包内的文件已损坏，无法取出（{type(error).__name__}）：请重新压缩后上传"
                yield Member(name, None, FileTrouble("damaged", message))


def _check(info: zipfile.ZipInfo, name: str) -> None:
    if info.flag_bits & 0x1:
        raise FileTrouble("encrypted", "压缩包设有密码：请解除密码后重新上传")
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or (parts and parts[0].endswith(":")):
        raise FileTrouble("unsafe", "压缩包内的文件名指向压缩包之外，未予取出：请重新压缩后上传")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise FileTrouble("unsafe", "压缩包内是指向别处的链接而不是文件，未予取出：请重新压缩后上传")


def _copy(member: IO[bytes], target: Path, most: int) -> int:
    """Copy within a bound whatever the table of contents says; the number of bytes."""
    written = 0
    with target.open("wb") as file:
        while block := member.read(BLOCK):
            written += len(block)
            if written > most:
                target.unlink()
                raise FileTrouble("too_large", "压缩包解压后过大：请拆分后上传")
            file.write(block)
    return written


def shown_name(info: zipfile.ZipInfo) -> str:
    """A member's name: UTF-8 where it says so or can be, else GBK as Chinese Windows writes it."""
    name = info.filename
    if not info.flag_bits & UTF8:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return "".join(c for c in name.replace("\\", "/") if c.isprintable())


def is_dropping(path: PurePosixPath) -> bool:
    """Files that a system or an editor leaves behind, which nobody handed in."""
    dropped = path.name.startswith((".", "~$")) or path.name in ("Thumbs.db", "desktop.ini")
    return dropped or "__MACOSX" in path.parts
