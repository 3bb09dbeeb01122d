"""From an empty service to a report, as the portal goes: a real server, a real worker, the typed client."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.client import ApiProblem
from bench.served import Served
from tests.conftest import Verified


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, verified_application: Verified) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    settings = {
        "HEZHENG_CACHE": str(verified_application.cache),
        "HEZHENG_REGISTRIES": str(verified_application.registries.parent),
    }
    service = Served(folder, settings).start()
    yield service
    service.stop()


def hand_in(served: Served, application: Verified, key: str) -> str:
    client = served.client(key)
    made = client.create("测试申报", city="杭州市", as_of="2022-04-15")
    client.put_form(made.id, application.form)
    for path in sorted(application.evidence.iterdir()):
        client.put_evidence(made.id, path)
    client.submit(made.id)
    return made.id


def test_an_application_is_verified_as_on_the_command_line(
    served: Served, verified_application: Verified
) -> None:
    key = served.key()
    id_ = hand_in(served, verified_application, key)
    client = served.client(key)
    run = client.wait(id_)
    assert (run.state, run.stage, run.trouble) == ("done", "finished", None)
    assert run.pages_total and run.pages_done == run.pages_total
    report = client.report(id_)
    expected = {v.key: v.flag.value for v in verified_application.report.verdicts}
    assert {c["key"]: c["flag"] for c in report["claims"]} == expected
    assert client.get(id_).company == verified_application.report.company
    assert b"<html" in client.report_as(id_, "html")


def test_a_report_that_did_not_change_is_not_sent_again(
    served: Served, verified_application: Verified
) -> None:
    key = served.key()
    id_ = hand_in(served, verified_application, key)
    served.client(key).wait(id_)
    headers = {"Authorization": f"Bearer {key}"}
    first = httpx.get(f"{served.url}/api/v1/applications/{id_}/report", headers=headers)
    again = httpx.get(
        f"{served.url}/api/v1/applications/{id_}/report",
        headers={**headers, "If-None-Match": first.headers["etag"]},
    )
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_progress_is_told_as_it_goes_until_the_end(served: Served, verified_application: Verified) -> None:
    key = served.key()
    id_ = hand_in(served, verified_application, key)
    headers = {"Authorization": f"Bearer {key}"}
    with httpx.stream(
        "GET", f"{served.url}/api/v1/applications/{id_}/events", headers=headers, timeout=120
    ) as stream:
        told = [line for line in stream.iter_lines() if line.startswith("data: ")]
    assert '"state":"done"' in told[-1]
    assert all("id" in line for line in told)


def test_another_tenant_sees_nothing(served: Served, verified_application: Verified, tmp_path: Path) -> None:
    id_ = hand_in(served, verified_application, served.key())
    stranger = served.client(served.key("宁波市"))
    with pytest.raises(ApiProblem) as refused:
        stranger.get(id_)
    assert (refused.value.code, refused.value.problem.status) == ("NOT_FOUND", 404)


def test_a_large_file_goes_in_parts_and_on_from_where_it_stopped(served: Served, tmp_path: Path) -> None:
    key = served.key()
    client = served.client(key)
    made = client.create("大文件")
    path = tmp_path / "大.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 1024)
    client.upload(made.id, path, part_bytes=64 * 1024)
    file = client.upload(made.id, path, part_bytes=64 * 1024)
    assert file.size == path.stat().st_size
    assert [f.name for f in client.get(made.id).files] == ["大.pdf"]
