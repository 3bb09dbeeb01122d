"""What anybody would try first, for comparison: rapidfuzz over all names, and SQLite's trigram search."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from random import Random

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from bench import nation

ERRORS = (0, 1, 2, 3)
MOST = 200


def all_names(names: Sequence[str], questions: int) -> dict[str, float]:
    """`rapidfuzz.process.extractOne` over the whole list."""

    def ask(text: str) -> str:
        return str(extractOne(text, names, scorer=fuzz.ratio)[0])

    return _measure(names, ask, questions)


def trigrams(names: Sequence[str], questions: int) -> dict[str, float]:
    """FTS5 with trigrams, any of which may match, and rapidfuzz over the best of them."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    start = time.perf_counter()
    connection.executemany("INSERT INTO names VALUES (?)", ((name,) for name in names))
    built = time.perf_counter() - start

    def ask(text: str) -> str:
        wanted = " OR ".join(f'"{text[i : i + 3]}"' for i in range(len(text) - 2))
        found = connection.execute(
            f"SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT {MOST}", [wanted]
        )
        best = extractOne(text, [row[0] for row in found], scorer=fuzz.ratio)
        return str(best[0]) if best else ""

    return {"index build rows/s": round(len(names) / built)} | _measure(names, ask, questions)


def _measure(names: Sequence[str], ask: Callable[[str], str], questions: int) -> dict[str, float]:
    chance = Random(11)
    figures: dict[str, float] = {}
    times = []
    for errors in ERRORS:
        right = 0
        for name in (chance.choice(names) for _ in range(questions // len(ERRORS))):
            read = nation.misread(name, errors, chance)
            start = time.perf_counter()
            right += ask(read) == name
            times.append(time.perf_counter() - start)
        figures[f"first % at {errors}"] = round(100 * right / (questions // len(ERRORS)), 1)
    times.sort()
    return {
        "p50 ms": round(1e3 * times[len(times) // 2], 1),
        "p95 ms": round(1e3 * times[int(len(times) * 0.95)], 1),
        "per second": round(len(times) / sum(times), 1),
        **figures,
    }
