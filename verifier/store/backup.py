"""Backs a store up into a folder while it is used, and restores it from there; everything is checked by sha256.

The database first, the files after: whatever a row of the copy refers to was kept before its row, so it is
there to be copied. A folder that holds an earlier backup is brought up to date; files are copied once.
"""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from verifier.audit.anchoring import last_record
from verifier.audit.verifying import verify_log
from verifier.errors import StoreError
from verifier.store.database import Store, now, open_store
from verifier.store.filestore import FileStore
from verifier.store.tables import Application, Blob

MANIFEST, SQLITE, DUMP, FILES = "manifest.json", "hezheng.db", "hezheng.dump", "files"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds."""

    at: str
    database: str
    applications: int
    files: int
    bytes: int
    audit_seq: int
    audit_hash: str


def back_up(store: Store, files: FileStore, folder: Path) -> Manifest:
    """Copy database and files into a folder, and check every file of it.

    Raises:
        StoreError: something could not be copied, or is not what it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)  # a folder without one holds no whole backup
    name = _copy_sqlite(store, folder) if store.embedded else _dump(store.engine.url, folder)
    # What the copy refers to; for a dump the database itself, which only knows more.
    source = open_store(f"sqlite:///{folder / SQLITE}") if store.embedded else store
    kept = FileStore(str(folder / FILES), folder)
    with source.reading() as session:
        blobs = session.execute(select(Blob.sha256, Blob.size)).all()
        last = last_record(session)
        applications = session.scalar(select(func.count()).select_from(Application)) or 0
    for sha256, _ in blobs:
        _copy_file(sha256, files, kept)
    made = Manifest(
        now().isoformat(),
        name,
        applications,
        len(blobs),
        sum(size for _, size in blobs),
        last.seq if last else 0,
        last.hash if last else "",
    )
    (folder / MANIFEST).write_text(json.dumps(asdict(made), indent=1))
    if source is not store:
        source.close()
    return made


def restore(folder: Path, url: URL, files: FileStore) -> Manifest:
    """Bring a backup back into an empty place, and check all of it.

    Raises:
        StoreError: the folder holds no whole backup, the place is not empty, or something is damaged.
    """
    if not (folder / MANIFEST).exists():
        raise StoreError(f"{folder} 中没有完整的备份：请核对路径")
    told = Manifest(**json.loads((folder / MANIFEST).read_text()))
    if url.get_backend_name() == "sqlite":
        _restore_sqlite(folder, Path(url.database or ""))
    else:
        _run(["pg_restore", "--no-owner", "--exit-on-error", "-d", _libpq(url), str(folder / DUMP)])
    store = open_store(url.render_as_string(hide_password=False))
    kept = FileStore(str(folder / FILES), folder)
    with store.reading() as session:
        for sha256 in session.scalars(select(Blob.sha256)):
            _copy_file(sha256, kept, files)
        _check_log(session, told)
    store.close()
    return told


def _copy_sqlite(store: Store, folder: Path) -> str:
    part = folder / f"{SQLITE}.part"
    part.unlink(missing_ok=True)
    database = store.engine.url.database or ""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        if copy.execute("pragma integrity_check").fetchone()[0] != "ok":
            raise StoreError("数据库副本未通过完整性检查：请检查磁盘")
    for old in folder.glob(f"{SQLITE}-*"):
        old.unlink()
    part.replace(folder / SQLITE)
    return SQLITE


def _dump(url: URL, folder: Path) -> str:
    part = folder / f"{DUMP}.part"
    _run(["pg_dump", "-Fc", "-f", str(part), _libpq(url)])
    part.replace(folder / DUMP)
    return DUMP


def _restore_sqlite(folder: Path, place: Path) -> None:
    if place.exists():
        raise StoreError(f"{place} 已存在：请恢复到空目录，或先移走原数据库")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / SQLITE, place)


def _libpq(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError as error:
        raise StoreError(f"没有安装 {command[0]}：请安装 postgresql-client 后重试") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()[-300:]
        raise StoreError(f"{command[0]} 失败：{said}") from error


def _copy_file(sha256: str, source: FileStore, target: FileStore) -> None:
    if not target.exists(sha256):
        with source.path(sha256).open("rb") as file, target.incoming() as incoming:
            while block := file.read(1 << 20):
                incoming.write(block)
            incoming.keep(sha256)
    elif not target.intact(sha256):
        raise StoreError(f"备份中的文件 {sha256[:12]}… 已损坏：请删除该文件后重新备份")


def _check_log(session: Session, told: Manifest) -> None:
    found = verify_log(session, ())
    if found.flaws:
        raise StoreError(f"审计日志未通过校验：{found.flaws[0].text}")
    last = (found.last.seq, found.last.hash) if found.last else (0, "")
    if told.database == SQLITE and last != (told.audit_seq, told.audit_hash):
        raise StoreError("审计日志的末条记录与备份清单不符")
