"""`hezheng serve`: the API in this process, a worker in a child that is started anew when it dies.

Two processes, because judging keeps a processor busy and uploads must be acknowledged meanwhile.
"""

import logging
import signal
import socket
import subprocess
import sys
import threading
import time
from types import FrameType

import uvicorn

from api.app import create_app
from api.logs import set_up
from api.settings import Settings

AGAIN_SECONDS = 0.5
LONGEST_SECONDS = 10.0
WELL_SECONDS = 10.0
"""A worker that lived so long was well: the next one is started at once."""

WINDOW_BYTES = 256 * 1024
"""Of each connection that the system may take in before we have it: a sender goes as fast as the disk does, so
that what it has sent is nearly kept, and fifty large files at once do not lie in the kernel's memory."""

log = logging.getLogger("hezheng.serve")


class WorkerChild:
    """A worker in a process of its own, kept alive."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep_alive, name="worker", daemon=True)

    def start(self) -> None:
        """Start it, and start it anew whenever it dies."""
        self._thread.start()

    def stop(self, grace_seconds: int) -> None:
        """Ask it to stop, and wait so long."""
        self._stopping.set()
        if self._child is not None and self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
            try:
                self._child.wait(grace_seconds + 5)
            except subprocess.TimeoutExpired:
                self._child.kill()
        self._thread.join(1)

    def _keep_alive(self) -> None:
        seconds = AGAIN_SECONDS
        while not self._stopping.is_set():
            # The settings go to the child as they came to us: by the environment.
            begun = time.monotonic()
            self._child = subprocess.Popen([sys.executable, "-m", "api.cli", "worker"])
            status = self._child.wait()
            seconds = AGAIN_SECONDS if time.monotonic() - begun > WELL_SECONDS else seconds
            if self._stopping.is_set():
                return
            log.error("the worker died with status %s; started anew in %.0f s", status, seconds)
            self._stopping.wait(seconds)
            seconds = min(seconds * 2, LONGEST_SECONDS)


class Server(uvicorn.Server):
    """Uvicorn that first stops taking work when it is told to stop."""

    def __init__(self, config: uvicorn.Config, worker: WorkerChild | None, grace_seconds: int) -> None:
        super().__init__(config)
        self._worker, self._grace = worker, grace_seconds

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop: the worker is told at once."""
        if self._worker is not None and not self.should_exit:
            threading.Thread(target=self._worker.stop, args=(self._grace,), daemon=False).start()
        super().handle_exit(sig, frame)


def serve(settings: Settings, *, with_worker: bool = True) -> None:
    """Serve until told to stop."""
    set_up(settings.log_format)
    worker = WorkerChild() if with_worker else None
    config = uvicorn.Config(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        server_header=False,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=settings.grace_seconds,
        timeout_keep_alive=30,
    )
    server = Server(config, worker, settings.grace_seconds)
    if worker is not None:
        worker.start()
    listening = config.bind_socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, WINDOW_BYTES)
    server.run(sockets=[listening])
    if worker is not None:
        worker.stop(settings.grace_seconds)
