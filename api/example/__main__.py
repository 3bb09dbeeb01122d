"""Write an example application: `python -m api.example FOLDER [--seed N] [--trap NAME …] [--demo]`."""

import argparse
from pathlib import Path

from api.example import TRAPS, write_application, write_demo
from api.example.scan import SCANS


def main() -> None:
    """Write one application into a folder."""
    parser = argparse.ArgumentParser(prog="python -m api.example", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--trap", action="append", default=[], choices=sorted(TRAPS), help="may be repeated")
    parser.add_argument(
        "--scan", action="append", choices=SCANS, help="may be repeated; all kinds where none is given"
    )
    parser.add_argument("--bundle", choices=("one", "sections", "mixed"), default="sections")
    parser.add_argument("--demo", action="store_true", help="the demo application; its traps are chosen")
    given = parser.parse_args()
    if given.demo:
        write_demo(given.folder, seed=given.seed)
    else:
        write_application(
            given.folder, seed=given.seed, traps=given.trap, scans=given.scan or SCANS, bundle=given.bundle
        )


if __name__ == "__main__":
    main()
