"""The files and papers of a stored report, as they were read."""

from collections.abc import Sequence

from extractors.exhibit import Exhibit, Fact, FileReading, LedgerEntry, Place, Row
from extractors.geometry import Box
from extractors.page import Problem
from verifier.report.writing import Json


def restore_exhibits(report: Json) -> tuple[Exhibit, ...]:
    """Every exhibit of a stored report."""
    identity = {f["file"]: f["sha256"] for f in report["files"]}
    return tuple(_exhibit(d, identity.get(d["file"], "")) for d in report["documents"])


def restore_files(report: Json) -> tuple[FileReading, ...]:
    """Everything that was read, file by file, with the exhibits of each."""
    exhibits = restore_exhibits(report)
    return tuple(_file(f, exhibits) for f in report["files"])


def _exhibit(flat: Json, sha256: str) -> Exhibit:
    facts = tuple(_fact(name, f) for name, f in flat["fields"].items())
    rows = tuple(Row(tuple(_fact(n, f) for n, f in row.items())) for row in flat.get("rows", ()))
    return Exhibit(
        flat["id"],
        flat["file"],
        sha256,
        tuple(flat["pages"]),
        flat["type"],
        facts,
        rows,
        tuple(flat["flags"]),
    )


def _fact(name: str, flat: Json) -> Fact:
    listed = flat.get("boxes") or ([flat] if flat["page"] else [])
    places = tuple(restore_place(b) for b in listed)
    return Fact(name, flat["value"], flat["quote"], places, flat["confidence"], tuple(flat.get("flags", ())))


def restore_place(flat: Json) -> Place:
    """Page and box, or page and the name of the place where the file has no pages in points."""
    box = Box(*flat["box"]) if flat["box"] else Box(0.0, 0.0, 0.0, 0.0)
    return Place(flat["page"], box, where=flat.get("place", ""))


def _file(flat: Json, exhibits: Sequence[Exhibit]) -> FileReading:
    ledger = tuple(
        LedgerEntry(
            e["page"],
            e["is"],
            e["width"],
            e["height"],
            e["rotation"],
            e["document"] or "",
            e.get("turn", 0),
            tuple(e.get("documents", ())),
            e.get("text", ""),
        )
        for e in flat["ledger"]
    )
    problems = tuple(Problem(p["code"], p["message"], p["page"] or 0) for p in flat["problems"])
    own = tuple(e for e in exhibits if e.file == flat["file"])
    readers = tuple(flat.get("readers", ()))
    return FileReading(flat["file"], flat["sha256"], flat["state"], ledger, own, problems, readers)
