"""Builds the worker of this machine from its settings, and runs it until it is told to stop."""

import os
import signal
import threading
from contextlib import nullcontext
from datetime import timedelta

from api.ahead import DrawingAhead
from api.context import Context, open_context
from api.logs import set_up
from api.seeing import seen_by_tenant
from api.settings import Settings
from api.verifying import reading_settings
from api.webhooks.delivering import Deliveries
from api.webhooks.hastening import Hastening
from verifier.audit.anchoring import Anchoring
from verifier.jobs.lives import lives_of
from verifier.jobs.queueing import Limits
from verifier.jobs.tidying import Tidying
from verifier.jobs.verifying import Equipment
from verifier.jobs.working import Worker
from verifier.store.retention import Periods


def build_worker(context: Context) -> Worker:
    """The worker that these settings ask for."""
    settings = context.settings
    periods = Periods(timedelta(days=settings.keep_drafts_days), timedelta(days=settings.keep_files_days))
    limits = Limits(settings.small_runs, settings.large_runs, settings.tenant_runs)
    lives = lives_of(context.store, settings.folder.absolute() / "lives")
    anchoring = Anchoring(settings.anchor_path, settings.anchor_syslog)
    return Worker(
        equipment_of(context),
        settings.database_url,
        lives,
        limits,
        further=[Deliveries(settings.webhook_private), Tidying(periods)],
        chores=[lambda: anchor(context, anchoring), Hastening(context.store)],
        traces=settings.traces,
    )


def anchor(context: Context, anchoring: Anchoring) -> None:
    """Anchor the audit log as it is now."""
    with context.store.reading() as session:
        anchoring.anchor(session)


def equipment_of(context: Context) -> Equipment:
    """What runs are carried out with here."""
    settings = context.settings
    return Equipment(
        store=context.store,
        files=context.files,
        queueing=context.queueing,
        reading=reading_settings(settings),
        # Asked anew for each run: the first registries may be published while the worker works.
        registries=lambda: context.shelf.borrow() if context.has_registries else nullcontext(),
        scratch=settings.scratch,
        **({"reuse": seen_by_tenant(settings)} if settings.find_reuse else {}),
        afterwards=DrawingAhead(context).ask,
    )


def work(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; where a parent started it, until the parent is gone, too."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    set_up(settings.log_format)
    os.nice(settings.nice)  # readers inherit it: the API goes before them
    context = open_context(settings)
    worker = build_worker(context)
    worker.start()
    parent = os.getppid()
    while not stop.wait(0.5):
        if os.getppid() != parent:
            break
    worker.stop(settings.grace_seconds)
    context.close()
    # What still reads is not waited for: its run goes on in the next worker, from its last page.
    os._exit(0)
