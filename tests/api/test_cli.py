"""The command from outside: a real application on disk, a real program, its exit status and what it prints."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from api.example.facts import Size
from api.example.write import write_application

RUN = [sys.executable, "-c", "from api.cli import main; main()"]
FLAGS = {"supported", "unsupported", "needs_review", "not_claimed"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small digital application with two traps, its registries, and a cache of its own."""
    folder = tmp_path_factory.mktemp("cli")
    size = Size(patents=2, software=1, standards=("GB",), strangers=15)
    write_application(folder / "app", seed=11, traps=("pat_lapsed",), scans=("digital",), size=size)
    ran = run(folder, "registries", "import", "app/registries", "--registries", "registries.db")
    assert ran.returncode == 0, ran.stderr
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "HEZHENG_WORKERS": "2"}
    return subprocess.run(
        [*RUN, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def verify(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "verify", "app/form.json", "app/evidence", "--as-of", "2022-04-15", *more)


@pytest.fixture(scope="module")
def verified(place: Path) -> dict[str, Any]:
    """The report of the application, written where nobody says otherwise."""
    ran = verify(place, "--registries", "registries.db")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == ""
    assert "页" in ran.stderr or "报告" in ran.stderr
    report: dict[str, Any] = json.loads((place / "report.json").read_text("utf-8"))
    return report


def test_report_has_a_verdict_for_every_claim_and_finds_the_trap(
    place: Path, verified: dict[str, Any]
) -> None:
    truth = json.loads((place / "app" / "truth.json").read_text("utf-8"))["verdicts"]
    found = {claim["key"]: claim for claim in verified["claims"]}
    assert {claim["flag"] for claim in found.values()} <= FLAGS
    assert (
        found["invention_patents_valid"]["flag"] == truth["invention_patents_valid"]["flag"] == "unsupported"
    )
    flags = {key: verdict["flag"] for key, verdict in truth.items() if "flag" in verdict}  # boxes have items
    assert len(flags) > 10
    assert not [key for key, flag in flags.items() if flag != "supported" == found[key]["flag"]]
    assert found["company_name"]["flag"] == "supported"
    assert all(e["box"] and e["page"] for e in found["company_name"]["evidence"] if e["counted"])


def test_page_stands_alone_and_shows_the_evidence(place: Path, verified: dict[str, Any]) -> None:
    page = (place / "report.html").read_text("utf-8")
    assert verified["company"]["name"] in page
    assert page.count("data:image/webp;base64,") > 5
    assert "<script" not in page and "http" not in page.replace("http-equiv", "")
    assert len(page.encode()) < 15_000_000


def test_second_run_writes_the_same(place: Path, verified: dict[str, Any]) -> None:
    first = (place / "report.html").read_text("utf-8"), (place / "report.json").read_text("utf-8")
    assert verify(place, "--registries", "registries.db").returncode == 0
    assert first == ((place / "report.html").read_text("utf-8"), (place / "report.json").read_text("utf-8"))


def test_without_registries_nothing_that_needs_one_is_supported(place: Path) -> None:
    ran = verify(place, "--json", "-")
    assert ran.returncode == 0
    report = json.loads(ran.stdout)
    assert "patents" in report["undecidable"]
    flags = {claim["key"]: claim["flag"] for claim in report["claims"]}
    assert flags["invention_patents_valid"] == "needs_review"
    assert not (place / "-").exists()


@pytest.mark.parametrize(
    "name, content", [("form.docx", b"PK\x03\x04 cut off"), ("form.json", b"{]"), ("gone.docx", None)]
)
def test_unreadable_form_ends_with_3_and_one_line(place: Path, name: str, content: bytes | None) -> None:
    folder = place / "bad"
    folder.mkdir(exist_ok=True)
    if content is not None:
        (folder / name).write_bytes(content)
    ran = run(
        place, "verify", f"bad/{name}", "app/evidence", "--registries", "registries.db", "--json", "bad.json"
    )
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    assert ran.stderr.strip().splitlines()[-1].startswith("FORM_")
    assert not (place / "bad.json").exists()


def test_evidence_that_nobody_can_read_ends_with_4_and_a_report(place: Path) -> None:
    (place / "broken.pdf").write_bytes(b"%PDF-1.7\nnot any more")
    ran = run(
        place, "verify", "app/form.json", "broken.pdf", "--registries", "registries.db", "--json", "four.json",
        "--html", "four.html",
    )  # fmt: skip
    assert ran.returncode == 4
    report = json.loads((place / "four.json").read_text("utf-8"))
    assert report["files"][0]["state"] != "read" and report["files"][0]["problems"]
    assert all(claim["flag"] != "supported" or not claim["claimed"] for claim in report["claims"])
    assert "broken.pdf" in (place / "four.html").read_text("utf-8")


def test_usage_errors_end_with_2(place: Path) -> None:
    assert run(place, "verify", "app/form.json", "nowhere").returncode == 2
    assert run(place, "verify", "app/form.json").returncode == 2
    assert run(place, "no-such-command").returncode == 2
    missing = verify(place, "--registries", "nowhere.db", "--json", "x.json")
    assert missing.returncode == 2 and missing.stderr.strip().splitlines()[-1].startswith("SNAPSHOT_MISSING")
    assert not (place / "x.json").exists()


def test_report_is_never_written_over_the_application(place: Path) -> None:
    before = (place / "app" / "form.json").read_bytes()
    ran = verify(place, "--json", "app/form.json")
    assert ran.returncode == 2
    assert (place / "app" / "form.json").read_bytes() == before


def test_read_prints_documents_and_nothing_else(place: Path) -> None:
    file = next((place / "app" / "evidence").glob("*.pdf"))
    ran = run(place, "read", str(file.relative_to(place)))
    assert ran.returncode == 0
    reading = json.loads(ran.stdout)
    assert reading["files"][0]["file"] == file.name
    assert any(document["fields"] for document in reading["documents"])


def test_registries_are_searched_by_number_and_by_name(place: Path) -> None:
    patents = (place / "app" / "registries" / "patents.csv").read_text("utf-8-sig").splitlines()
    number = patents[1].split(",")[patents[0].split(",").index("application_no")]
    ran = run(place, "registries", "search", "patents", number, "--registries", "registries.db")
    best = json.loads(ran.stdout.splitlines()[0])
    assert best["values"]["application_no"] == number and best["score"] >= 0.9 and best["reasons"]
    unknown = run(place, "registries", "search", "planets", number, "--registries", "registries.db")
    assert unknown.returncode == 2 and "UNKNOWN_KIND" in unknown.stderr
    marks = run(place, "registries", "search", "patents", "((", "--registries", "registries.db")
    assert marks.returncode == 2 and "没有可查的文字" in marks.stderr
    alone = run(place, "registries", "search", "patents", "龘", "--registries", "registries.db")
    assert (alone.returncode, alone.stdout) == (0, "") and "没有找到" in alone.stderr


def test_templates_can_be_imported_again(place: Path) -> None:
    assert run(place, "registries", "template", "empty").returncode == 0
    ran = run(place, "registries", "import", "empty", "--registries", "empty.db")
    assert ran.returncode == 0, ran.stderr
    assert len(list((place / "empty").glob("*.xlsx"))) == 9


def test_help_loads_no_engine() -> None:
    script = (
        "import sys, api.cli; print([m for m in ('pymupdf', 'cv2', 'spacy', 'jinja2') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
