"""First view, next evidence, decisions: an application of 300 exhibits, both cores busy."""

import time
from pathlib import Path
from typing import Any

from api.ahead import DrawingAhead
from api.context import open_context
from api.settings import load_settings
from bench.desk.grown import both_cores_busy, grown
from bench.desk.people import browsing, keep, people
from bench.desk.telling import show, spread
from bench.served import Served
from verifier.report.report import Report
from verifier.store.database import open_store
from verifier.store.submissions.state import EVIDENCE, FORM

DECISIONS = 30


def large(served: Served, folder: Path) -> None:
    """First view, next evidence, decisions, while both cores are busy with what steps back as readers do."""
    report = grown(folder)
    served.start("--no-worker")
    store = open_store(served.database)
    caller = people(store)[0]
    evidence = sorted((folder / "evidence").iterdir())
    id_ = keep(store, served, caller, {FORM: [folder / "form.docx"], EVIDENCE: evidence}, report)
    store.close()
    _draw(served, id_)
    with browsing(served) as page, both_cores_busy():
        _large(page, f"/applications/{id_}", report)
    served.stop()


def _draw(served: Served, id_: str) -> None:
    """Draw the pages ahead, as a worker does when a report is there."""
    context = open_context(load_settings(folder=served.folder))
    drawing = DrawingAhead(context)
    drawing.ask(id_)
    drawing.finish()
    context.close()


def _large(page: Any, address: str, report: Report) -> None:
    size = {"exhibits": len(report.exhibits), "cores": "both busy at nice 10"}
    first = [_first_view(page, address) for _ in range(8)]
    show("first useful view", unit="ms", cold=first[0], **spread(first[1:]), target=800, **size)
    number = next(n for n, v in enumerate(report.verdicts, 1) if v.key == "invention_patents_valid")
    page.goto(f"{address}?c={number}")
    page.locator("#stage image").wait_for()
    page.wait_for_timeout(1500)
    looked = [_next_evidence(page) for _ in range(40)]
    show("next evidence", unit="ms", **spread(looked), target=150, **size)
    page.goto(address)
    page.locator("#stage").wait_for()
    saved = [_decide(page) for _ in range(DECISIONS)]
    answered = spread([s for _, s in saved])["median"]
    show("decision saved", unit="ms", **spread([t for t, _ in saved]), answered=answered, target=200, **size)


LOADED = """() => { const image = document.querySelector('#stage image');
  return image && performance.getEntriesByName(new URL(image.href.baseVal, location).href).some(e => e.responseEnd) }"""


def _first_view(page: Any, address: str) -> float:
    """Until the claim, its evidence and the page picture are there."""
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(LOADED, polling="raf")
    return (time.perf_counter() - begun) * 1000


NEXT = """async () => {
  const before = document.querySelector('#stage image')?.href.baseVal, begun = performance.now();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
  const image = document.querySelector('#stage image');
  const picture = new Image(); picture.src = image.href.baseVal; await picture.decode();
  await new Promise(requestAnimationFrame);
  const took = performance.now() - begun;
  return [took, before !== image.href.baseVal];
}"""


def _next_evidence(page: Any) -> float:
    """From the key to the next page with its box, drawn; then a second for looking at it."""
    took, _ = page.evaluate(NEXT)
    page.wait_for_timeout(1000)
    return float(took)


DECIDE = """async () => {
  const begun = performance.now();
  const was = document.getElementById('claim').dataset.number;
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  while (document.getElementById('claim').dataset.number === was) await new Promise(requestAnimationFrame);
  const took = performance.now() - begun;
  const sent = performance.getEntriesByType('resource').filter(e => e.name.endsWith('/reviews')).at(-1);
  return [took, sent.responseEnd - sent.startTime];
}"""


def _decide(page: Any) -> tuple[float, float]:
    """From the key to the next claim before the reviewer, and how much of it was waiting for the answer."""
    took, answered = page.evaluate(DECIDE)
    page.wait_for_timeout(300)
    return float(took), float(answered)
