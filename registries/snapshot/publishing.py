"""Published versions: each a file of its own, named by a hash of its content, never changed again.

    shelf/3f2a9c….db          one version, read-only
    shelf/CURRENT             the name of the one that counts

Imports go into a working file; publishing copies it whole, compact and checked, and then turns the sign.
Who reads a version goes on reading it, whatever is published meanwhile; who opens the shelf next reads the
new one.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from registries.errors import SnapshotBroken, SnapshotMissing
from registries.snapshot.layout import check_file, connect

CURRENT = "CURRENT"
_NAME_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Published:
    """One version on the shelf."""

    version: str
    path: Path
    records: int
    imported_at: str
    current: bool


@dataclass(frozen=True, slots=True)
class KindVersion:
    """Which state of one registry is loaded; `version` is a hash of its content."""

    version: str
    records: int
    as_of: date | None
    imported_at: str


def versions_in(connection: sqlite3.Connection) -> dict[str, KindVersion]:
    """The kinds that hold records, each with its version."""
    rows = connection.execute(
        "SELECT kind, version, records, as_of, imported_at FROM kinds"
        " WHERE version IS NOT NULL AND records > 0 ORDER BY kind"
    )
    return {
        kind: KindVersion(version, records, date.fromisoformat(day) if day else None, at)
        for kind, version, records, day, at in rows
    }


def unversioned_in(connection: sqlite3.Connection) -> frozenset[str]:
    """The kinds of which every record has one version alone: its row is all that is known of it."""
    rows = connection.execute("SELECT kind FROM kinds WHERE records = versions")
    return frozenset(kind for (kind,) in rows)


def content_version(kinds: dict[str, KindVersion]) -> str:
    """One hash over all kinds: the same content has the same name, whenever and wherever it was imported."""
    told = "\n".join(f"{kind} {state.version}" for kind, state in sorted(kinds.items()))
    return sha256(told.encode()).hexdigest()[:_NAME_LENGTH]


def publish(registries: Path | str, shelf: Path | str) -> Published:
    """Puts the content of a working file on the shelf as a version, and lets it count.

    Args:
        registries: the working file, into which tables were imported.
        shelf: the folder of the versions; it is made where there is none.

    Returns:
        The version; the same content again is the same version.

    Raises:
        SnapshotMissing: there is no working file, or nothing in it.
        SnapshotBroken: it is damaged.
    """
    source, folder = Path(registries), Path(shelf)
    check_file(source)
    folder.mkdir(parents=True, exist_ok=True)
    making = folder / f".{os.getpid()}.new"
    making.unlink(missing_ok=True)
    try:
        version = _copy(source, making)
        target = folder / f"{version}.db"
        if not target.exists():
            making.chmod(0o444)
            _rest(making)
            making.replace(target)
    finally:
        making.unlink(missing_ok=True)
    choose(folder, version)
    return next(each for each in published(folder) if each.version == version)


def choose(shelf: Path | str, version: str) -> None:
    """Lets a published version count, an older one too.

    Args:
        shelf: the folder of the versions.
        version: its name.

    Raises:
        SnapshotMissing: there is no such version.
    """
    folder = Path(shelf)
    if not (folder / f"{version}.db").is_file():
        raise SnapshotMissing(f"“{folder}”中没有版本 {version}，请用 hezheng registries list 查看")
    making = folder / f".{CURRENT}.{os.getpid()}"
    making.write_text(version + "\n", encoding="ascii")
    _rest(making)
    making.replace(folder / CURRENT)


def current(shelf: Path | str) -> Path:
    """The file of the version that counts.

    Args:
        shelf: the folder of the versions.

    Raises:
        SnapshotMissing: nothing was published there.
    """
    folder = Path(shelf)
    try:
        version = (folder / CURRENT).read_text(encoding="ascii").strip()
    except OSError as error:
        raise SnapshotMissing(
            f"“{folder}”中还没有已发布的登记库，请先用 hezheng registries publish 发布"
        ) from error
    return folder / f"{version}.db"


def published(shelf: Path | str) -> tuple[Published, ...]:
    """All versions on the shelf, the latest import first.

    Args:
        shelf: the folder of the versions.
    """
    folder = Path(shelf)
    counts = current(folder) if (folder / CURRENT).exists() else None
    found = [_describe(path, path == counts) for path in sorted(folder.glob("[!.]*.db"))]
    return tuple(sorted(found, key=lambda each: each.imported_at, reverse=True))


def _describe(path: Path, counts: bool) -> Published:
    check_file(path)
    with closing(connect(path)) as connection:
        kinds = versions_in(connection)
    records = sum(state.records for state in kinds.values())
    return Published(path.stem, path, records, max(s.imported_at for s in kinds.values()), counts)


def _copy(source: Path, target: Path) -> str:
    """A compact copy that was read through once; gives its version."""
    with closing(connect(source)) as connection:
        try:
            connection.execute("VACUUM INTO ?", [str(target)])
        except sqlite3.DatabaseError as error:
            raise SnapshotBroken(f"“{source.name}”无法发布（{error}），请检查磁盘空间或重新导入") from error
    with closing(connect(target)) as connection:
        broken = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        kinds = versions_in(connection)
    if broken != "ok":
        raise SnapshotBroken(f"“{source.name}”已损坏（{broken}），请重新导入")
    if not kinds:
        raise SnapshotMissing(f"“{source.name}”中没有任何登记，请先导入")
    return content_version(kinds)


def _rest(path: Path) -> None:
    """Waits until the file is on the disk: a sign must not point to what a power cut would take."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
