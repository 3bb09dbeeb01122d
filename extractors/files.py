"""Evidence files: what was handed in, by name, path and the sha256 of its bytes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """One file; `name` is its path relative to the argument that it came from."""

    name: str
    path: Path

    def sha256(self) -> str:
        """The file's identity: the sha256 of its bytes."""
        digest = hashlib.sha256()
        with self.path.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
        return digest.hexdigest()


def gather(arguments: Iterable[Path]) -> tuple[EvidenceFile, ...]:
    """Every file of some files and folders, in a stable order; system droppings are left out."""
    found: list[EvidenceFile] = []
    for argument in arguments:
        if argument.is_dir():
            inside = sorted(p for p in argument.rglob("*") if p.is_file() and not _dropping(p))
            found += [EvidenceFile(p.relative_to(argument).as_posix(), p) for p in inside]
        else:
            found.append(EvidenceFile(argument.name, argument))
    return tuple(found)


def _dropping(path: Path) -> bool:
    """Files that a system or an editor leaves behind, which nobody handed in."""
    return path.name.startswith((".", "~$")) or path.name in ("Thumbs.db", "desktop.ini", "__MACOSX")
