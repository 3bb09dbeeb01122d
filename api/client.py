"""A small typed client of the API, for portals and scripts; whatever goes wrong is an `ApiProblem`.

    with Client("https://hezheng.example", key="hz_…") as client:
        made = client.create("某某公司 2022年度申报", external_id="SZGC-1")
        client.put_form(made.id, Path("申报表.docx"))
        client.put_evidence(made.id, Path("证明材料.pdf"))
        client.submit(made.id)
        run = client.wait(made.id)
        report = client.report(made.id)

Requests that were cut off are sent again: every POST carries an Idempotency-Key, so nothing happens twice.
"""

import hashlib
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from api.errors import Problem
from api.schemas.applications import ApplicationOut, ApplicationWithFiles, FileOut, RunOut
from api.schemas.uploads import UploadOut

PART_BYTES = 8 * 1024 * 1024
LARGE_BYTES = 64 * 1024 * 1024
"""From here on a file is sent in parts, so that a lost connection costs one of them."""

TRIES = 6
LONGEST_SECONDS = 8.0
RETRIED = (429, 502, 503, 504, 507)
BLOCK = 1 << 20


class ApiProblem(Exception):
    """The service said no; `problem.code` tells why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code}: {problem.detail or problem.title}")
        self.problem = problem

    @property
    def code(self) -> str:
        """The stable code of the problem."""
        return self.problem.code


class Client:
    """One connection to the service, with a key."""

    def __init__(
        self,
        url: str,
        key: str,
        *,
        timeout: float = 60,
        tries: int = TRIES,
        http: httpx.Client | None = None,
    ) -> None:
        self._tries = tries
        # On the loopback and within an office no proxy of the environment is asked.
        self._http = http or httpx.Client(base_url=url, timeout=timeout, trust_env=False)
        self._http.headers["Authorization"] = f"Bearer {key}"

    def create(self, title: str, **more: Any) -> ApplicationWithFiles:
        """Make an application; more: city, external_id, as_of, form."""
        return ApplicationWithFiles.model_validate(self._post("/applications", {"title": title, **more}))

    def get(self, application: str) -> ApplicationWithFiles:
        """An application and its files."""
        return ApplicationWithFiles.model_validate(self._get(f"/applications/{application}"))

    def applications(self, **wanted: str) -> Iterator[ApplicationOut]:
        """All applications, the newest first; wanted: state, city, external_id, q."""
        cursor: str | None = None
        while True:
            page = self._get("/applications", params={**wanted, **({"cursor": cursor} if cursor else {})})
            yield from (ApplicationOut.model_validate(item) for item in page["items"])
            cursor = page["next"]
            if cursor is None:
                return

    def put_form(self, application: str, path: Path) -> FileOut:
        """Hand the 申报表 in."""
        return self._put_whole(f"/applications/{application}/form", path, path.name)

    def put_evidence(self, application: str, path: Path, name: str | None = None) -> FileOut:
        """Hand one file of evidence in; a large one goes in parts."""
        if path.stat().st_size >= LARGE_BYTES:
            return self.upload(application, path, name)
        return self._put_whole(f"/applications/{application}/evidence", path, name or path.name)

    def upload(
        self, application: str, path: Path, name: str | None = None, part_bytes: int = PART_BYTES
    ) -> FileOut:
        """Send a file in parts; what arrived before is not sent again."""
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        told = {
            "name": name or path.name,
            "size": path.stat().st_size,
            "sha256": sha256,
            "part_size": part_bytes,
        }
        upload = UploadOut.model_validate(self._post(f"/applications/{application}/uploads", told))
        for number in upload.missing:
            with path.open("rb") as file:
                file.seek((number - 1) * upload.part_size)
                self._send("PUT", f"/uploads/{upload.id}/parts/{number}", content=file.read(upload.part_size))
        return FileOut.model_validate(self._post(f"/uploads/{upload.id}/complete"))

    def submit(self, application: str) -> RunOut:
        """Hand the application in for verification."""
        return RunOut.model_validate(self._post(f"/applications/{application}/submit"))

    def precheck(self, application: str) -> RunOut:
        """Ask for the pre-check."""
        return RunOut.model_validate(self._post(f"/applications/{application}/precheck"))

    def cancel(self, application: str) -> RunOut:
        """Stop the run that waits or goes on."""
        return RunOut.model_validate(self._post(f"/applications/{application}/cancel"))

    def progress(self, application: str) -> RunOut | None:
        """How far the latest run is."""
        told = self._get(f"/applications/{application}/progress")
        return RunOut.model_validate(told) if told is not None else None

    def wait(self, application: str, *, seconds: float = 600, every: float = 1.0) -> RunOut:
        """The latest run when it is over.

        Raises:
            TimeoutError: it is not over by then.
        """
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            run = self.progress(application)
            if run is not None and run.state not in ("queued", "running"):
                return run
            time.sleep(every)
        raise TimeoutError(f"{application} is still being verified")

    def report(self, application: str, *, kind: str = "verify") -> dict[str, Any]:
        """The report as JSON, as the contract writes it."""
        found: dict[str, Any] = self._get(f"/applications/{application}/report", params={"kind": kind})
        return found

    def report_as(self, application: str, format: str, *, kind: str = "verify") -> bytes:
        """The report as a file: html, xlsx, docx or pdf."""
        asked = {"format": format, "kind": kind}
        return self._send("GET", f"/applications/{application}/report", params=asked).content

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _put_whole(self, place: str, path: Path, name: str) -> FileOut:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return FileOut.model_validate(
            self._send("PUT", place, params={"name": name}, headers={"X-SHA256": sha256}, path=path).json()
        )

    def _get(self, place: str, **more: Any) -> Any:
        return self._send("GET", place, **more).json()

    def _post(self, place: str, told: dict[str, Any] | None = None) -> Any:
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        return self._send("POST", place, json=told if told is not None else {}, headers=headers).json()

    def _send(self, method: str, place: str, *, path: Path | None = None, **more: Any) -> httpx.Response:
        """Send, and send again where that is right."""
        for again in range(self._tries):
            try:
                if path is not None:
                    more["content"] = _chunks(path)
                answer = self._http.request(method, f"/api/v1{place}", **more)
            except httpx.TransportError:
                if again + 1 == self._tries:
                    raise
            else:
                if answer.is_success:
                    return answer
                problem = _problem(answer)
                running = problem.code == "REQUEST_RUNNING"
                if again + 1 == self._tries or not (running or answer.status_code in RETRIED):
                    raise ApiProblem(problem)
            time.sleep(min(0.25 * 2**again, LONGEST_SECONDS))
        raise AssertionError("unreachable")


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def _problem(answer: httpx.Response) -> Problem:
    try:
        return Problem.model_validate(answer.json())
    except ValueError:
        return Problem(
            type="about:blank",
            code="INTERNAL",
            title=answer.reason_phrase,
            status=answer.status_code,
            detail="",
            instance="",
        )
