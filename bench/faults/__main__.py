"""Faults round a real service: python -m bench.faults disk|database|registries|clock [--only sqlite|postgresql].

* disk: full while files come in, while pages are read, while the report is written (a tmpfs; needs root)
* database: away for 30 s in the middle of a run (PostgreSQL stopped and started, SQLite held by another process)
* registries: a version is published while a run judges
* clock: a day forward and a day back in the middle of a run, messages owed (time-machine)

Prints one line of JSON for each: what was seen meanwhile, and how it ended.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.faults.away import held, stopped
from bench.faults.clock import jumped
from bench.faults.disk import can_mount, full
from bench.faults.swapped import swapped
from bench.postgres import postgres
from bench.service import database, show
from bench.tiny import Tiny, write_tiny


def main(arguments: Sequence[str] | None = None) -> None:
    """Bring about what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("disk", "database", "registries", "clock"))
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args(arguments)
    for kind in [given.only] if given.only else ["sqlite", "postgresql"]:
        with tempfile.TemporaryDirectory(prefix="hezheng-faults-") as place:
            bring_about(given.what, kind, Path(place))


def bring_about(what: str, kind: str, folder: Path) -> None:
    """One kind of fault on one kind of database."""
    tiny = write_tiny(folder / "application")
    if what == "database":
        _away(kind, folder, tiny)
        return
    with database(kind) as settings:
        if what == "disk":
            if not can_mount():
                raise SystemExit("no tmpfs can be mounted here: run as root")
            show(f"disk full, {kind}", full(folder, tiny, settings))
        elif what == "registries":
            show(f"registries swapped, {kind}", swapped(folder, tiny, settings))
        else:
            for days in (1, -1):
                sub = folder / f"clock{days}"
                sub.mkdir()
                with database(kind) as own:
                    show(f"clock jumped, {kind}", jumped(sub, tiny, own, days))


def _away(kind: str, folder: Path, tiny: Tiny) -> None:
    if kind == "sqlite":
        show("database away, sqlite", held(folder, tiny))
        return
    with postgres() as server:
        show("database away, postgresql", stopped(folder, tiny, server))


if __name__ == "__main__":
    main()
