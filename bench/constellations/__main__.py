"""The command: run, print, and compare with the frozen table."""

from pathlib import Path

import bench.constellations as package
from bench.constellations.judging import run
from bench.frauds import run_and_compare

FROZEN = Path(__file__).parent.with_suffix(".json")

if __name__ == "__main__":
    raise SystemExit(run_and_compare(run, 160, FROZEN, package.__doc__))
