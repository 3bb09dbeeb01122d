"""Evidence files: what was handed in, by name, path and the sha256 of its bytes.

Archives are taken apart: `archive.zip!inner.pdf` is a file like any other. What cannot be taken out
is a file with its trouble, so that nothing that was handed in goes missing.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from extractors.errors import FileTrouble
from extractors.readers.archive import Unpacked, is_dropping
from extractors.readers.limits import MAX_DEPTH

BLOCK = 1 << 20

INSIDE = "!"
"""Stands between the name of an archive and the name of a file in it."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """One file; `name` is its path relative to the argument that it came from."""

    name: str
    path: Path
    trouble: FileTrouble | None = field(default=None, compare=False)
    """Why it cannot be read, where that is known before it is opened."""
    keepers: tuple[Unpacked, ...] = field(default=(), compare=False, repr=False)
    """The unpacked archives in which the file lies: they stay as long as somebody holds the file."""

    def sha256(self) -> str:
        """The file's identity: the sha256 of its bytes."""
        digest = hashlib.sha256()
        with self.path.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
        return digest.hexdigest()


def gather(arguments: Iterable[Path]) -> tuple[EvidenceFile, ...]:
    """Every file of some files, folders and archives, in a stable order; system droppings are left out."""
    found: list[EvidenceFile] = []
    for argument in arguments:
        if argument.is_dir():
            inside = sorted(p for p in argument.rglob("*") if p.is_file())
            names = [(PurePosixPath(p.relative_to(argument).as_posix()), p) for p in inside]
            found += [EvidenceFile(str(name), p) for name, p in names if not is_dropping(name)]
        else:
            found.append(EvidenceFile(argument.name, argument))
    return tuple(part for file in found for part in _parts(file, 0))


def _parts(file: EvidenceFile, depth: int) -> Iterator[EvidenceFile]:
    """The file itself, or what is in it."""
    if file.path.suffix.lower() != ".zip" or file.trouble is not None or not file.path.stat().st_size:
        yield file
        return
    if depth >= MAX_DEPTH:
        trouble = FileTrouble("too_deep", "压缩包里套了多层压缩包，未再打开：请解压后直接上传其中的文件")
        yield EvidenceFile(file.name, file.path, trouble, file.keepers)
        return
    try:
        unpacked = Unpacked(file.path)
    except FileTrouble as caught:
        yield EvidenceFile(file.name, file.path, caught, file.keepers)
        return
    if not unpacked.members:
        trouble = FileTrouble("empty", "压缩包中没有文件：请核对后重新上传")
        yield EvidenceFile(file.name, file.path, trouble, file.keepers)
    for member in sorted(unpacked.members, key=lambda m: m.name):
        name = f"{file.name}{INSIDE}{member.name}"
        keepers = (*file.keepers, unpacked)
        yield from _parts(EvidenceFile(name, member.path or file.path, member.trouble, keepers), depth + 1)
