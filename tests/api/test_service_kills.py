"""Ten random SIGKILLs, five on SQLite and five on PostgreSQL, while applications come in: nothing is lost, nothing doubled."""

from pathlib import Path

import pytest

from bench.killing import kill_while_working
from bench.postgres import postgres, programs
from bench.served import Served
from bench.service import SETTINGS
from bench.tiny import write_tiny

KILLS = 5


def test_kills_on_sqlite_lose_nothing(tmp_path: Path) -> None:
    tiny = write_tiny(tmp_path / "application")
    served = Served(tmp_path / "served", SETTINGS).start()
    try:
        loss = kill_while_working(served, tiny, KILLS, most_seconds=5)
    finally:
        served.kill()
    assert loss.nothing, loss


@pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed: apt-get install postgresql")
def test_kills_on_postgresql_lose_nothing(tmp_path: Path) -> None:
    tiny = write_tiny(tmp_path / "application")
    with postgres() as server:
        settings = {**SETTINGS, "HEZHENG_DATABASE": server.new_database("kills")}
        served = Served(tmp_path / "served", settings).start()
        try:
            loss = kill_while_working(served, tiny, KILLS, most_seconds=5)
        finally:
            served.kill()
    assert loss.nothing, loss
