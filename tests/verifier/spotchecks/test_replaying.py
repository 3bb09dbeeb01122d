"""The same grounds give the same report, byte for byte; newer ones list what would change and why."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from tests.conftest import Verified
from verifier.errors import GroundsMissing
from verifier.pipeline import Toolbox
from verifier.report.writing import as_json
from verifier.rules import load_rules
from verifier.spotchecks.replaying import replay, snapshot_of, timeless


def stored(verified: Verified) -> dict[str, Any]:
    flat: dict[str, Any] = json.loads(json.dumps(as_json(verified.report)))
    return flat


def toolbox(path: Path, rules: str = "zhejiang-2022") -> Toolbox:
    return Toolbox(ReadingSettings(workers=1), open_registries(path), load_rules(rules))


def test_with_its_own_grounds_a_report_comes_out_byte_for_byte(verified_application: Verified) -> None:
    flat = stored(verified_application)
    path = snapshot_of(flat, verified_application.registries.parent)
    assert path == verified_application.registries
    found = replay(flat, toolbox(path))
    assert json.dumps(as_json(found.report)) == json.dumps(flat)
    assert found.identical and found.changes == () and all(g.same for g in found.grounds)


def test_times_alone_make_no_difference(verified_application: Verified) -> None:
    flat = stored(verified_application)
    other = json.loads(json.dumps(flat))
    for version in other["provenance"]["registries"].values():
        version["imported_at"] = "2030-01-01T00:00:00"
    assert timeless(flat) == timeless(other)
    other["claims"][0]["explanation"] += "。"
    assert timeless(flat) != timeless(other)


def test_a_newer_registry_says_what_changed_and_which_indicators_it_touches(
    verified_application: Verified, tmp_path: Path
) -> None:
    from registries.intake import import_folder

    tables = tmp_path / "tables"
    shutil.copytree(verified_application.folder / "registries", tables)
    flat = stored(verified_application)
    claim = next(c for c in flat["claims"] if c["key"] == "invention_patents_valid")
    counted = next(e for e in claim["evidence"] if e["counted"])
    number = counted["record"]["values"]["application_no"]
    patents = next(tables.glob("patents.*"))
    lines = patents.read_text("utf-8-sig").splitlines()
    head = lines[0].split(",")
    changed = [line.replace(",有效,", ",失效,") if number in line else line for line in lines]
    assert changed != lines, head
    patents.write_text("\n".join(changed) + "\n", "utf-8")
    newer = tmp_path / "newer.db"
    import_folder(tables, newer)
    found = replay(flat, toolbox(newer), as_of=date(2022, 4, 16))
    assert not found.identical
    change = next(c for c in found.changes if c.key == "invention_patents_valid")
    assert change.verified[1] == change.verified[0] - 1  # type: ignore[operator]
    moved = next(m for m in change.moved if m.document == counted["document"])
    assert (moved.before, moved.after) == ("counted", "LAPSED")
    assert ("status", "有效", "失效") in moved.columns
    grounds = {g.name: g.same for g in found.grounds}
    assert not grounds["登记库"] and not grounds["核验日期"] and grounds["规则"]


def test_an_upgrade_of_the_rules_is_rehearsed(verified_application: Verified, tmp_path: Path) -> None:
    folder = Path(str(__import__("verifier.rules").rules.__file__)).parent
    text = (folder / "zhejiang-2022.toml").read_text("utf-8")
    strict = text.replace("credit_max_age_days = { value = 180", "credit_max_age_days = { value = 1")
    assert strict != text
    (tmp_path / "strict.toml").write_text(strict, "utf-8")
    found = replay(
        stored(verified_application), toolbox(verified_application.registries, str(tmp_path / "strict.toml"))
    )
    assert [c.key for c in found.changes] == ["public_credit_grade"]
    assert [t.id for t in found.changes[0].indicators] == ["I-04.1"]
    rules = next(g for g in found.grounds if g.name == "规则")
    assert not rules.same  # the edition's name is the same: the hash tells


def test_registries_that_are_not_at_hand_are_named(verified_application: Verified, tmp_path: Path) -> None:
    flat = stored(verified_application)
    for given in (None, tmp_path / "nowhere.db", tmp_path):
        with pytest.raises(GroundsMissing, match=verified_application.registries.stem):
            snapshot_of(flat, given)
