"""A registry that is published while runs go on: each keeps the version that it began with, and its report says so."""

import time
from pathlib import Path
from typing import Any

from api.example.facts import Size
from api.example.write import write_application
from bench.served import Served
from bench.tiny import Tiny
from registries.intake import import_folder
from registries.snapshot.publishing import publish


def swapped(folder: Path, tiny: Tiny, database: dict[str, str]) -> dict[str, Any]:
    """Two versions, the second published while the first run judges, and a run after it."""
    shelf = folder / "shelf"
    versions = [_publish(folder, shelf, seed=3)]
    served = Served(folder / "served", {"HEZHENG_REGISTRIES": str(shelf), **database}).start()
    try:
        client = served.client()
        first = _submit(client, tiny, folder, 1)
        while (run := client.progress(first)) is None or run.stage != "judging":
            if run is not None and run.state == "done":
                break
            time.sleep(0.01)
        at = run.stage if run else ""
        versions.append(_publish(folder, shelf, seed=4))
        states = [client.wait(first, seconds=300, every=0.2).state]
        second = _submit(client, tiny, folder, 2)
        states.append(client.wait(second, seconds=300, every=0.2).state)
        named = [_version(client.report(one)) for one in (first, second)]
    finally:
        served.kill()
    return {"published_while": at, "states": states, "versions": versions, "reports_name": named}


def _publish(folder: Path, shelf: Path, seed: int) -> str:
    source = folder / f"registries-{seed}"
    size = Size(patents=1, software=1, standards=("GB",), strangers=40)
    write_application(source, seed=seed, scans=("digital",), size=size)
    import_folder(source / "registries", folder / f"{seed}.db")
    return publish(folder / f"{seed}.db", shelf).path.name


def _submit(client: Any, tiny: Tiny, folder: Path, number: int) -> str:
    made = client.create(f"换库 {number}")
    client.put_form(made.id, tiny.form)
    client.put_evidence(made.id, tiny.pages(folder / f"{number}.pdf", number, pages=4))
    client.submit(made.id)
    return str(made.id)


def _version(report: dict[str, Any]) -> str:
    """What the report says that it was judged by."""
    return ",".join(sorted({str(v["version"])[:12] for v in report["provenance"]["registries"].values()}))
