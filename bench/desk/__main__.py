"""The workbench, measured in a real browser: python -m bench.desk large|inbox|keys DOSSIER… [--json].

* large: an application of 300 exhibits: first useful view, next evidence, a decision saved, both cores busy
* inbox: 100,000 applications, 30 reviewers at once, p95 by what they ask for
* keys: every claim of a dossier with its truth reviewed by keyboard alone; keystrokes a claim

On the loopback, with `hezheng serve` in a process of its own. Prints one line of JSON for each figure.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.desk.inbox import inbox
from bench.desk.keys import keys
from bench.desk.large import large
from bench.served import Served


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("large", "inbox", "keys"))
    parser.add_argument("dossiers", nargs="*", type=Path, help="folders with form, evidence and truth.json")
    parser.add_argument("--folder", type=Path, help="where the large application is kept for the next time")
    parser.add_argument("--registries", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="hezheng-desk-") as place:
        served = Served(Path(place), {"HEZHENG_SECURE_COOKIES": "false"})
        if given.what == "inbox":
            inbox(served, given.count)
        elif given.what == "large":
            large(served, given.folder or Path(place) / "application")
        else:
            for dossier in given.dossiers:
                keys(served, dossier, given.registries)


if __name__ == "__main__":
    main()
