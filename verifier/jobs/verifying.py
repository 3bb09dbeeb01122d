"""One run as a durable workflow: read the pages a batch at a time, judge, keep the report, tell.

Every page that was read is kept before the next is begun, every batch is a step. A run whose worker
died goes on in another one from its last page; a step that was finished is not done again.
"""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from dbos import DBOS

from extractors.ahead import ReadingAhead
from extractors.errors import FormError, ReadingError
from extractors.files import EvidenceFile, gather
from extractors.marks.marking import lines_of
from extractors.page import Page, PageState
from extractors.settings import ReadingSettings, Step
from registries.catalog import Registries
from registries.errors import RegistryError
from verifier.audit.log import record
from verifier.errors import RunCancelled, SeenUnusable, StoreError
from verifier.jobs.patience import patiently
from verifier.jobs.queueing import VERIFY, Queueing
from verifier.pipeline import Toolbox, verify
from verifier.precheck import as_precheck
from verifier.report.report import Report
from verifier.report.writing import as_json
from verifier.reviewing.risk import risks
from verifier.rules import load_rules
from verifier.store import telling
from verifier.store.database import Store, now
from verifier.store.filestore import FileStore
from verifier.store.pages import SharedPages
from verifier.store.submissions import reports, runs, texts
from verifier.store.submissions.corrections import corrections_of
from verifier.store.submissions.state import FORM, State
from verifier.store.tables import Application, Run

BATCH = 24
"""Pages a step: what was read is kept page by page, a step only says how far it is."""

FORESEEN = (FormError, ReadingError, RegistryError, SeenUnusable)
"""What a run can end with for what was handed in or loaded; another try would end so, too."""

log = logging.getLogger("hezheng.jobs")

T = TypeVar("T")


@dataclass(frozen=True)
class Equipment:
    """What a worker works with."""

    store: Store
    files: FileStore
    queueing: Queueing
    reading: ReadingSettings
    registries: Callable[[], AbstractContextManager[Registries | None]] | None
    """Lends the version that counts, the same from the beginning to the end of a run."""

    scratch: Path
    reuse: Callable[[Report, Sequence[EvidenceFile], str, Registries | None], Report] = lambda report, *_: (
        report
    )
    """Looks the papers of a report up among those that its tenant has seen, and writes them there."""
    afterwards: Callable[[str], None] = lambda _: None
    """Told of an application whose report is there; it must not take long."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The files of one run as they were handed in, under their own names."""

    form: Path
    evidence: Path
    kind: str
    run: Run
    application: Application


def register(equipment: Equipment) -> None:
    """Tell DBOS the workflow; call it once, before DBOS is launched."""

    @DBOS.workflow(name=VERIFY, max_recovery_attempts=None)
    def verify_run(run_id: str) -> str:
        return carry_out(run_id, equipment)


def carry_out(run_id: str, equipment: Equipment) -> str:
    """One run from its queue to its end; what it ended as."""
    try:
        with desk_of(run_id, equipment) as desk:
            _read_all(desk, equipment)
            _step("judge", run_id, equipment, lambda: conclude(desk, equipment))
            equipment.afterwards(desk.application.id)
            return State.DONE
    except RunCancelled:
        return State.CANCELLED
    except FORESEEN as error:
        return _fail(run_id, equipment, error.code, str(error))
    except Exception:
        # Whatever it is, the run must end in a state that somebody sees.
        log.exception("run %s failed", run_id)
        return _fail(
            run_id, equipment, "RUN_FAILED", "核验程序内部出错：请重新核验；如再次出错，请联系管理员"
        )


def _step(name: str, run_id: str, equipment: Equipment, do: Callable[[], T]) -> T:
    return DBOS.run_step({"name": name}, lambda: patiently(run_id, equipment.store, lambda: _twice(do)))


def _twice(do: Callable[[], T]) -> T:
    """What `do` gives; an error that nobody foresaw may have been one of the moment, so it is done once more."""
    try:
        return do()
    except (*FORESEEN, RunCancelled, StoreError):
        raise
    except Exception:
        log.warning("something nobody foresaw, done once more", exc_info=True)
        return do()


@contextmanager
def desk_of(run_id: str, equipment: Equipment) -> Iterator[Desk]:
    """Lay the files of a run out under their names; it is begun, or goes on."""
    equipment.scratch.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=equipment.scratch, prefix="run-") as folder:
        yield patiently(run_id, equipment.store, lambda: _lay_out(run_id, Path(folder), equipment))


def _lay_out(run_id: str, folder: Path, equipment: Equipment) -> Desk:
    with equipment.store.writing() as session:
        run = runs.begin(session, run_id, now())
        application = session.get_one(Application, run.application_id)
    form, evidence = folder / FORM, folder / "evidence"
    for file in runs.inputs_of(run):
        place = (form if file.part == FORM else evidence) / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(equipment.files.path(file.sha256).resolve())
        if file.part == FORM:
            form_file = place
    return Desk(form_file, evidence, run.kind, run, application)


def _read_all(desk: Desk, equipment: Equipment) -> None:
    """Read what was not read before, into the cache."""
    shared = SharedPages(equipment.store)

    def kept(sha256: str, version: str, pages: Sequence[Page]) -> None:
        log.info("pages read", extra={"run": desk.run.id, "file": sha256, "pages": [p.number for p in pages]})
        shared.push(sha256, version, [p for p in pages if p.state is not PageState.UNREADABLE])

    files = gather([desk.evidence])
    with _twice(lambda: ReadingAhead(files, equipment.reading, shared.fetch, kept)) as ahead:

        def tell(step: Step) -> None:
            with equipment.store.writing() as session:
                runs.advance(session, desk.run.id, step.done, step.total, now())

        def start() -> None:
            with equipment.store.writing() as session:
                runs.start_reading(session, desk.run.id, ahead.done, ahead.total, now())

        patiently(desk.run.id, equipment.store, start)
        while _step("read", desk.run.id, equipment, lambda: ahead.read(BATCH, tell)):
            pass


def conclude(desk: Desk, equipment: Equipment) -> None:
    """Judge, keep the report, and say that it is there; all of it, or nothing of it, and only once."""
    _enter(desk, equipment, runs.JUDGING)
    report = judge(desk, equipment)
    flat = as_json(report)
    body = json.dumps(flat, ensure_ascii=False, separators=(",", ":")).encode()
    _enter(desk, equipment, runs.WRITING)
    sha256 = equipment.files.put(body)
    lines = lines_of(report.files, equipment.reading.cache)
    with equipment.store.writing() as session:
        run = session.get_one(Run, desk.run.id)
        if not runs.end(session, run, State.DONE, now()):
            return  # a worker that was taken for dead got there first
        kept = reports.keep_report(session, run, flat, sha256, len(body), now(), risks(report))
        if run.kind == "verify":
            application = session.get_one(Application, run.application_id)
            application.state = State.DONE
            texts.keep_texts(session, application, report.files, lines)
        detail = {"run": run.id, "sha256": sha256}
        recorded = record(session, now(), "system", run.tenant_id, "report.keep", kept.id, detail)
        kept.audit_seq, kept.audit_hash = recorded.seq, recorded.hash
        deliveries = telling.tell_end(session, run, now())
        equipment.queueing.deliver(session, deliveries)


def judge(desk: Desk, equipment: Equipment) -> Report:
    """The report of a run; its pages were read before."""
    lend = equipment.registries if equipment.registries and desk.kind == "verify" else nullcontext
    with lend() as registries:
        toolbox = Toolbox(equipment.reading, registries, load_rules())
        with equipment.store.reading() as session:
            told = corrections_of(session, desk.application.id)
        report = verify(
            desk.form, [desk.evidence], toolbox=toolbox, as_of=desk.application.as_of, corrections=told
        )
        if desk.kind == "precheck":
            return as_precheck(report, load_rules())
        return equipment.reuse(report, gather([desk.evidence]), desk.run.tenant_id, registries)


def _enter(desk: Desk, equipment: Equipment, stage: str) -> None:
    with equipment.store.writing() as session:
        runs.enter(session, desk.run.id, stage, now())


def _fail(run_id: str, equipment: Equipment, code: str, message: str) -> str:
    trouble: dict[str, Any] = {"code": code, "message": message}

    def end() -> None:
        with equipment.store.writing() as session:
            run = session.get_one(Run, run_id)
            if runs.end(session, run, State.FAILED, now(), trouble):
                record(session, now(), "system", run.tenant_id, "run.fail", run.id, {"code": code})
                equipment.queueing.deliver(session, telling.tell_end(session, run, now()))

    _step("fail", run_id, equipment, end)
    return State.FAILED
