"""Traces go to the address that is set, with patterns and no ids; without one there are none."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from api.tracing import tracing, untraced
from tests.api.conftest import opened


def test_nothing_is_traced_unless_an_address_is_set() -> None:
    assert tracing(None) is untraced


def test_spans_of_requests_arrive_with_their_pattern(template: Any, tmp_path: Path) -> None:
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http")
    bodies: list[bytes] = []
    came = threading.Event()

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(200)
            self.end_headers()
            came.set()

        def log_message(self, *_: Any) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with opened(
        template, tmp_path / "service", traces=f"http://127.0.0.1:{server.server_port}/v1/traces"
    ) as api:
        id_ = api.application()
        assert api.call("GET", f"/applications/{id_}").status_code == 200
        assert came.wait(20)
    server.shutdown()
    told = b"".join(bodies)
    assert b"GET /api/v1/applications/{id}" in told and id_.encode() not in told
