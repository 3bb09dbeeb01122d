"""Backup, restore and retention: all of it comes back and is checked, and nothing young or needed goes."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, select

from verifier.errors import StoreError
from verifier.store.accounts import people
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.roles import Role, permissions
from verifier.store.backup import back_up, restore
from verifier.store.database import Store, migrate, now, open_store
from verifier.store.filestore import FileStore
from verifier.store.retention import Periods, tidy
from verifier.store.submissions import applications, uploads
from verifier.store.submissions.applications import Draft
from verifier.store.submissions.files import Kept, add_file
from verifier.store.tables import Application, Upload

LONG = Periods(timedelta(days=180), timedelta(days=1095))


def filled(folder: Path) -> tuple[Store, FileStore, str]:
    store = open_store(f"sqlite:///{folder / 'hezheng.db'}")
    migrate(store)
    files = FileStore(str(folder / "files"), folder)
    sha256 = files.put(b"evidence")
    with store.writing() as session:
        tenant = people.add_tenant(session, "杭州市", now())
        session.flush()
        caller = Caller("key_1", tenant.id, "门户", Role.PORTAL, permissions(Role.PORTAL))
        application = applications.create(session, caller, Draft("申报"), now())
        session.flush()
        add_file(session, caller, application, Kept("evidence", "a.pdf", sha256, 8), now())
    return store, files, sha256


def test_a_backup_brings_everything_back(tmp_path: Path) -> None:
    store, files, sha256 = filled(tmp_path / "one")
    made = back_up(store, files, tmp_path / "backup")
    assert (made.applications, made.files) == (1, 1)
    back_up(store, files, tmp_path / "backup")
    store.close()
    again = FileStore(str(tmp_path / "two" / "files"), tmp_path / "two")
    url = make_url(f"sqlite:///{tmp_path / 'two' / 'hezheng.db'}")
    assert restore(tmp_path / "backup", url, again).audit_hash == made.audit_hash
    assert again.get(sha256) == b"evidence"
    with pytest.raises(StoreError, match="已存在"):
        restore(tmp_path / "backup", url, again)


def test_a_damaged_backup_is_refused(tmp_path: Path) -> None:
    store, files, sha256 = filled(tmp_path / "one")
    back_up(store, files, tmp_path / "backup")
    store.close()
    (tmp_path / "backup" / "files" / sha256[:2] / sha256).write_bytes(b"another")
    again = FileStore(str(tmp_path / "two" / "files"), tmp_path / "two")
    with pytest.raises(StoreError, match="不一致"):
        restore(tmp_path / "backup", make_url(f"sqlite:///{tmp_path / 'two' / 'h.db'}"), again)


def test_what_is_needed_or_young_stays(tmp_path: Path) -> None:
    store, files, sha256 = filled(tmp_path)
    with store.writing() as session:
        removed = tidy(session, files, LONG, now())
    assert (removed.drafts, removed.applications, removed.files) == (0, 0, 0)
    assert files.get(sha256) == b"evidence"


def test_what_is_past_its_time_goes_and_can_be_had_back_for_a_day(tmp_path: Path) -> None:
    store, files, sha256 = filled(tmp_path)
    with store.writing() as session:
        later = now() + timedelta(days=200)
        assert tidy(session, files, LONG, later).drafts == 1
    with store.writing() as session:
        much_later = now() + timedelta(days=2000)
        removed = tidy(session, files, LONG, much_later)
        assert (removed.applications, removed.files) == (1, 1)
    with store.reading() as session:
        assert session.scalar(select(Application.id)) is None
    assert not files.exists(sha256)
    assert files.path(sha256).read_bytes() == b"evidence"  # an upload that needs it takes it back


def test_an_upload_that_is_never_finished_is_given_up_with_its_parts(tmp_path: Path) -> None:
    store, files, _ = filled(tmp_path)
    part = files.put(b"first part")
    with store.writing() as session:
        application = session.scalars(select(Application)).one()
        asked = Upload(part="evidence", name="b.pdf", size=20, sha256="0" * 64, part_size=10)
        upload = uploads.begin_upload(session, application, asked, now())
        uploads.keep_part(session, upload, 1, part, 10, now())
    with store.writing() as session:
        assert tidy(session, files, LONG, now() + timedelta(days=3)).uploads == 0
        assert files.exists(part)
    with store.writing() as session:
        removed = tidy(session, files, LONG, now() + timedelta(days=8))
        assert (removed.uploads, removed.files) == (1, 1)
    assert not files.exists(part)
