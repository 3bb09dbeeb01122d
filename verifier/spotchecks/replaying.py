"""Replay: a stored report made once more from what it holds, and held against itself.

A report holds everything that was judged (form, papers, day) and names everything it was judged by (rules,
registries by a hash of their content, readers, program). With the same grounds it must come out the same,
byte for byte apart from times; with other grounds the replay is the rehearsal of an upgrade.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from extractors.exhibit import FileReading
from registries.catalog import Registries
from registries.snapshot.publishing import CURRENT, KindVersion, content_version
from verifier.corrections import correct
from verifier.errors import GroundsMissing
from verifier.pipeline import Toolbox, conclude
from verifier.precheck import as_precheck
from verifier.report.provenance import program
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.report.restoring import restore_form
from verifier.report.writing import as_json
from verifier.spotchecks.changes import Change, changes

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that a report rests on: as it was, and as it is now."""

    name: str
    before: str
    after: str

    @property
    def same(self) -> bool:
        """Nothing changed here."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Replay:
    """A report made once more, and what became of it."""

    report: Report
    grounds: tuple[Ground, ...]
    identical: bool
    """Byte for byte the same, apart from times."""

    changes: tuple[Change, ...]


def replay(
    flat: Json, toolbox: Toolbox, *, as_of: date | None = None, read: Sequence[FileReading] | None = None
) -> Replay:
    """Make a stored report once more.

    Args:
        flat: the report as JSON.
        toolbox: the rules and registries to judge by; those of the report for a true replay.
        as_of: another day; None is the report's own.
        read: the evidence as it was read anew; None takes the papers as the report holds them.

    Raises:
        NotAReport: it is none.
        GroundsMissing: it is redacted, so that what was judged is not in it.
    """
    stored = recall(flat)
    if stored.redacted:
        raise GroundsMissing("脱敏的报告不能重算：请用原报告")
    readings, told = stored.files, stored.corrections
    if read is not None:
        readings, told = correct(read, [c.correction for c in stored.corrections])
    again = conclude(restore_form(flat), readings, as_of or stored.as_of, toolbox)
    again = replace(again, corrections=told, reuse=stored.reuse)
    if stored.precheck:
        again = as_precheck(again, toolbox.rules)
    after = as_json(again)
    return Replay(again, _grounds(stored, again), timeless(flat) == timeless(after), changes(flat, after))


def timeless(flat: Json) -> str:
    """A report's JSON without the times at which registries were imported."""
    registries = flat["provenance"]["registries"]
    bare = {kind: {**version, "imported_at": None} for kind, version in registries.items()}
    return json.dumps({**flat, "provenance": {**flat["provenance"], "registries": bare}}, ensure_ascii=False)


def snapshot_of(flat: Json, given: Path | None) -> Path | None:
    """The registry file for a report: on a shelf the very version that it names, else the one that counts.

    Args:
        flat: the report as JSON.
        given: a registry file, or the folder of published versions.

    Raises:
        GroundsMissing: the report rests on registries and none is at hand.
    """
    if not flat["provenance"]["registries"]:
        return given
    if given is None or not given.exists():
        name = content_of(flat)
        raise GroundsMissing(
            f"报告依据的登记库（版本 {name}）不在手边：请用 --registries 指定登记库文件或发布文件夹"
        )
    if given.is_dir():
        exact = given / f"{content_of(flat)}.db"
        if exact.is_file():
            return exact
        if not (given / CURRENT).is_file():
            raise GroundsMissing(f"“{given}”中没有版本 {content_of(flat)}，也没有现行版本：请核对发布文件夹")
    return given


def content_of(flat: Json) -> str:
    """The name of the registries' content among published versions, from the versions that a report names."""
    told = flat["provenance"]["registries"]
    return content_version(
        {k: KindVersion(v["version"], v.get("records", 0), None, "") for k, v in told.items()}
    )


def edition_of(flat: Json) -> str:
    """The edition of the rules that a report names: zhejiang-2022/2 is the second of zhejiang-2022."""
    return str(flat["provenance"]["rules"]).partition("/")[0]


def _grounds(before: Report, after: Report) -> tuple[Ground, ...]:
    was, now = before.provenance, after.provenance
    return (
        Ground("程序", was.program, program()),
        Ground("规则", _rules(before), _rules(after)),
        Ground("登记库", _registries(before), _registries(after)),
        Ground("识读", "、".join(was.readers), "、".join(now.readers)),
        Ground("核验日期", before.as_of.isoformat(), after.as_of.isoformat()),
    )


def _rules(report: Report) -> str:
    return f"{report.provenance.rules} {report.provenance.rules_digest}".strip()


def _registries(report: Report) -> str:
    told = report.provenance.registries
    return "、".join(f"{kind} {str(v['version'])[:12]}" for kind, v in sorted(told.items())) or "无"


def registries_match(flat: Json, registries: Registries | None) -> bool:
    """Whether these are the very registries of a report."""
    return (registries.content if registries else "") == (
        content_of(flat) if flat["provenance"]["registries"] else ""
    )
