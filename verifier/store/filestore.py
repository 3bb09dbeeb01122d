"""The file store: bytes by their sha256 under an fsspec URL, a folder by default.

What is kept never changes and is kept once. On a folder a file is complete and on the disk before it
has its name; whoever dies in between leaves only a nameless one in `incoming`, which is swept.
"""

import errno
import hashlib
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from verifier.errors import DigestMismatch, FileChanged, StoreAway, StoreFull

BLOCK = 1 << 20

ABANDONED_SECONDS = 24 * 3600
"""A nameless file that old belongs to nobody."""


@dataclass
class Incoming:
    """Bytes that arrive; they have no name until they are kept."""

    store: "FileStore"
    path: Path
    file: IO[bytes]
    digest: Any = field(default_factory=hashlib.sha256)
    size: int = 0

    def write(self, chunk: bytes) -> None:
        """More bytes.

        Raises:
            StoreFull: no room is left.
        """
        with _named():
            self.file.write(chunk)
        self.digest.update(chunk)
        self.size += len(chunk)

    @property
    def sha256(self) -> str:
        """Of the bytes so far."""
        return str(self.digest.hexdigest())

    def keep(self, announced: str | None = None) -> str:
        """Give the bytes their name; afterwards they outlive a loss of power.

        Raises:
            DigestMismatch: another sha256 was announced.
            StoreFull: no room is left.
        """
        if announced is not None and announced.lower() != self.sha256:
            raise DigestMismatch("收到的内容与所报 SHA-256 不一致，未予保存：请重新上传")
        with _named():
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            self.store.take(self.path, self.sha256)
        return self.sha256


class FileStore:
    """Files by sha256."""

    def __init__(self, url: str, scratch: Path) -> None:
        """Takes where files lie, and a folder on this machine for what arrives and for copies."""
        self.url = url
        self._fs, self._root = fsspec.core.url_to_fs(url)
        self.local_folder = Path(self._root) if isinstance(self._fs, LocalFileSystem) else None
        # What arrives lies on the disk of the files, so that naming it is one step.
        self._incoming = (self.local_folder or scratch) / "incoming"
        self._copies = scratch / "copies"

    @contextmanager
    def incoming(self) -> Iterator[Incoming]:
        """Take bytes in; what is not kept in the end is gone."""
        with _named():
            self._incoming.mkdir(parents=True, exist_ok=True)
            path = self._incoming / secrets.token_hex(16)
            file = path.open("wb")
        try:
            yield Incoming(self, path, file)
        finally:
            file.close()
            path.unlink(missing_ok=True)

    def put(self, body: bytes) -> str:
        """Keep some bytes; their sha256."""
        with self.incoming() as incoming:
            incoming.write(body)
            return incoming.keep()

    def take(self, path: Path, sha256: str) -> None:
        """Give a complete file on this machine its name."""
        if self.local_folder is None:
            if not self._fs.exists(self._place(sha256)):
                self._fs.put_file(str(path), self._place(sha256))
            return
        place = Path(self._place(sha256))
        if not place.exists():
            _make_folder(place.parent)
            path.rename(place)
            _sync_folder(place.parent)

    def path(self, sha256: str) -> Path:
        """The file on this machine; one that lies elsewhere is copied here first.

        Raises:
            StoreAway: it cannot be had now.
        """
        if self.local_folder is not None:
            place = Path(self._place(sha256))
            if not place.exists() and not self._take_back(sha256):
                raise StoreAway(f"文件 {sha256[:12]}… 不在文件库中：请管理员用 hezheng restore 恢复")
            return place
        copy = self._copies / sha256[:2] / sha256
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            with (
                _named(),
                tempfile.NamedTemporaryFile(dir=copy.parent, delete=False) as part,
                self._fs.open(self._place(sha256), "rb") as source,
            ):
                shutil.copyfileobj(source, part, BLOCK)
            Path(part.name).rename(copy)
        return copy

    def get(self, sha256: str) -> bytes:
        """All bytes of a file that is not large.

        Raises:
            FileChanged: they are not those that were kept.
        """
        body = self.path(sha256).read_bytes()
        if hashlib.sha256(body).hexdigest() != sha256:
            raise FileChanged(f"文件 {sha256[:12]}… 已被改动或损坏：请管理员用备份恢复")
        return body

    def exists(self, sha256: str) -> bool:
        """Whether the store has it."""
        return bool(self._fs.exists(self._place(sha256)))

    def put_aside(self, sha256: str) -> None:
        """Take a file out of the store; on a folder it can be had back for a day, should somebody need it after all."""
        if self.local_folder is None:
            with suppress(FileNotFoundError):
                self._fs.rm_file(self._place(sha256))
            return
        aside = self.local_folder / "aside" / sha256
        aside.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            place = Path(self._place(sha256))
            place.touch()  # the day begins now
            place.rename(aside)

    def _take_back(self, sha256: str) -> bool:
        """Whether a file that was put aside is in its place again."""
        assert self.local_folder is not None
        try:
            (self.local_folder / "aside" / sha256).rename(self._place(sha256))
        except FileNotFoundError:
            return False
        return True

    def room(self) -> int | None:
        """Free bytes, where that can be known."""
        folder = self.local_folder
        if folder is None:
            return None
        folder.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(folder).free

    def intact(self, sha256: str) -> bool:
        """Whether a file is there and its bytes are those of its name."""
        try:
            with self.path(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except (OSError, StoreAway):
            return False

    def sweep(self, older_than: float = ABANDONED_SECONDS) -> int:
        """Remove what arrived and was never kept, or was put aside; how many files that was."""
        folders = [self._incoming, *([self.local_folder / "aside"] if self.local_folder else [])]
        there = [path for folder in folders if folder.is_dir() for path in folder.iterdir()]
        old = [p for p in there if time.time() - p.stat().st_mtime > older_than]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _place(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256}"


@contextmanager
def _named() -> Iterator[None]:
    """What the system calls trouble, as one of our named states."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise StoreFull("存储空间已满，文件未能保存：请管理员清理磁盘后重试") from error
        raise StoreAway("文件库暂时无法访问：请稍后重试") from error


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """A name is on the disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
