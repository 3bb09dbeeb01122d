"""Workers: what takes too long costs a page, and on a busy machine nothing."""

import subprocess
import sys
import time

import pytest

from extractors.pool import FAILED, ReadingPool, out_of_time


def spin() -> None:
    """Compute for ever, as a hostile page makes an engine do."""
    while True:
        pass


def wait() -> str:
    """Take long on the clock and nothing of a core, as a page does on a busy machine."""
    time.sleep(2.5)
    return "read"


def test_a_page_that_computes_for_ever_is_stopped_and_the_next_one_read() -> None:
    with ReadingPool(1, page_seconds=1) as pool:
        with pytest.raises(FAILED) as stopped:
            pool.ask(spin, (), 1).result()
        assert out_of_time(stopped.value)
        assert pool.ask(str.upper, ("a",), 1).result() == "A"


def test_a_page_that_gets_little_of_a_core_is_read() -> None:
    with ReadingPool(1, page_seconds=1) as pool:
        assert pool.ask(wait, (), 1).result() == "read"


def test_each_task_has_the_whole_bound() -> None:
    with ReadingPool(1, page_seconds=2) as pool:
        for _ in range(3):
            pool.ask(burn, (1.2,), 1).result()


def burn(seconds: float) -> None:
    """Use some seconds of a core."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_a_worker_comes_with_the_models_loaded() -> None:
    asked = """
from extractors.pool import ReadingPool

LOADED = "sorted(__import__('extractors.worker').worker.reader_of('rapidocr').__dict__)"

if __name__ == "__main__":
    with ReadingPool(1) as pool:
        print(pool.ask(eval, (LOADED,), 1).result())
"""
    # In a process of its own: here another test's pool may have started the server before.
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "['_detector', '_engine', '_recogniser', '_seen']\n"
