"""A receiver of webhooks on the loopback that checks signatures and remembers what came."""

import threading
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook


class Receiver:
    """Takes messages; `ids` are those that came for each run, `status` is what it answers."""

    def __init__(self) -> None:
        self.ids: dict[str, set[str]] = defaultdict(set)
        self.times: dict[str, int] = defaultdict(int)
        self.types: dict[str, str] = {}
        self.secrets: list[str] = []
        self.forged = 0
        self.status = 204
        self._lock = threading.Lock()
        receiver = self

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                receiver.take(dict(self.headers.items()), body)
                self.send_response(receiver.status)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                return None

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/hook"

    def take(self, headers: dict[str, str], body: bytes) -> None:
        """A message came."""
        for secret in self.secrets:
            try:
                told = Webhook(secret).verify(body, headers)
                break
            except Exception:
                continue
        else:
            self.forged += 1
            return
        id_ = {k.lower(): v for k, v in headers.items()}["webhook-id"]
        with self._lock:
            about = told["data"].get("run", "")
            self.ids[about].add(id_)
            self.times[id_] += 1
            self.types[id_] = told["type"]

    def close(self) -> None:
        """Hang up."""
        self._server.shutdown()
        self._server.server_close()
