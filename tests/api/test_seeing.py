"""Papers that one application of a tenant used are found in the next one: by real marks of real pages."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from api.seeing import seen_by_tenant
from api.settings import load_settings
from extractors.files import gather
from tests.conftest import Verified
from verifier.errors import SeenUnusable, StoreAway


def test_a_paper_of_another_application_of_the_tenant_is_found(
    verified_application: Verified, tmp_path: Path
) -> None:
    look = seen_by_tenant(load_settings(folder=tmp_path, cache=verified_application.cache))
    files, mine = gather([verified_application.evidence]), verified_application.report
    assert look(mine, files, "ten_1", None).reuse == ()
    assert look(mine, files, "ten_1", None).reuse == (), "the same application again is no reuse"
    other = replace(mine, company="浙江别家智能装备有限公司", uscc="91330100MA2ABCDE0X")
    found = look(other, files, "ten_1", None).reuse
    assert found and {r.there.company for r in found} == {mine.company}
    assert look(other, files, "ten_2", None).reuse == (), "no tenant learns of another's papers"


def test_a_register_that_is_held_is_waited_for_and_a_damaged_one_is_named(
    verified_application: Verified, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load_settings(folder=tmp_path, cache=verified_application.cache)
    look, files = seen_by_tenant(settings), gather([verified_application.evidence])
    settings.seen_folder.mkdir()
    (settings.seen_folder / "ten_1.db").write_bytes(b"no database at all " * 100)
    with pytest.raises(SeenUnusable):
        look(verified_application.report, files, "ten_1", None)

    def locked(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("api.seeing.keep_seen", locked)
    with pytest.raises(StoreAway):
        look(verified_application.report, files, "ten_2", None)
