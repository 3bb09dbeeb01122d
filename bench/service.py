"""What the service promises, measured: python -m bench.service kills|uploads|backlog|workers [--kills 200].

* kills: random SIGKILLs of API and workers, half of them on SQLite, half on PostgreSQL
* uploads: 50 clients with 5 MB each while both cores read; acknowledgement after the last byte
* backlog: 2,000 submissions, a restart, and the order in which they are taken up
* workers: two on one PostgreSQL, one of them killed for good

All on the loopback, with `hezheng serve` in processes of its own. Prints one line of JSON for each.
"""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.killing import kill_while_working
from bench.postgres import postgres, programs
from bench.served import Served
from bench.tiny import Tiny, write_tiny

SETTINGS = {
    "HEZHENG_WEBHOOK_PRIVATE": "1",
    "HEZHENG_LOG_FORMAT": "json",
    "HEZHENG_SMALL_RUNS": "2",
    "HEZHENG_FIND_REUSE": "false",  # tiny applications are all of one company
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("kills", "uploads", "backlog", "workers"))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="of the kills' moments")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="hezheng-bench-") as place:
        folder = Path(place)
        tiny = write_tiny(folder / "application")
        if given.what == "kills":
            kills(folder, tiny, given.kills, given.only, given.seed)
        else:
            from bench import load

            figures = {"uploads": load.uploads, "backlog": load.backlog, "workers": load.workers}
            show(given.what, figures[given.what](folder, tiny))


def kills(folder: Path, tiny: Tiny, count: int, only: str | None, seed: int) -> None:
    """Half of the kills on each database."""
    wanted = [only] if only else ["sqlite", "postgresql"]
    for name in wanted:
        with database(name) as settings:
            served = Served(folder / name, {**SETTINGS, **settings}).start()
            try:
                loss = kill_while_working(served, tiny, count // len(wanted), seed, say=_say)
            finally:
                served.kill()
            for told in loss.ended_otherwise:
                _say("\n".join(line for line in served.log.splitlines() if told.split()[0] in line))
        show(f"kills {name}", {**asdict(loss), "nothing lost": loss.nothing})


@contextmanager
def database(name: str) -> Iterator[dict[str, str]]:
    """The settings for a new database of that kind."""
    if name == "sqlite":
        yield {}
        return
    if programs() is None:
        raise SystemExit("PostgreSQL is not installed: apt-get install postgresql")
    with postgres() as server:
        yield {"HEZHENG_DATABASE": server.new_database("bench")}


def show(what: str, figures: dict[str, Any]) -> None:
    """One line of JSON."""
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(json.dumps({"figure": what, **figures, "machine": machine}, ensure_ascii=False), flush=True)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
