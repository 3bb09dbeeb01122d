"""What lies in deploy/ fits the program: settings, commands and folders are there, and systemd takes the unit."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from api.cli import app
from api.settings import Settings

DEPLOY = Path(__file__).parent.parent / "deploy"
KNOWN = {f"HEZHENG_{name.upper()}" for name in Settings.model_fields}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    yaml = pytest.importorskip("yaml")
    told: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return told


def of_the_program(compose: dict[str, Any]) -> dict[str, Any]:
    return {name: s for name, s in compose["services"].items() if s.get("image") == "hezheng"}


def test_every_setting_that_is_named_exists(compose: dict[str, Any]) -> None:
    text = "".join(path.read_text("utf-8") for path in DEPLOY.iterdir() if path.is_file())
    named = set(re.findall(r"HEZHENG_[A-Z_]+", text))
    assert named and named <= KNOWN
    for name, service in of_the_program(compose).items():
        assert set(service["environment"]) <= KNOWN, name


def test_every_command_exists(compose: dict[str, Any]) -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]
    started = {service["command"][0] for service in of_the_program(compose).values()}
    started |= set(re.findall(r"ExecStart=\S+ (\w+)", (DEPLOY / "hezheng.service").read_text("utf-8")))
    started |= set(re.findall(r'^CMD \["(\w+)"', (DEPLOY / "Dockerfile").read_text("utf-8"), re.M))
    assert started == {"serve", "worker"} and started <= commands


def test_every_volume_is_declared_and_belongs_to_who_writes_it(compose: dict[str, Any]) -> None:
    """A named volume takes its owner from the image's folder: one that the image lacks is root's."""
    dockerfile = (DEPLOY / "Dockerfile").read_text("utf-8")
    owned = set(re.findall(r"install --directory --owner=hezheng (.+)", dockerfile)[0].split())
    owned |= set(re.findall(r"--home-dir (\S+)", dockerfile))
    for name, service in of_the_program(compose).items():
        mounts = dict(volume.split(":")[:2] for volume in service["volumes"])
        assert set(mounts) <= set(compose["volumes"]), name
        assert set(mounts.values()) <= owned, name
        assert service["read_only"] and service["cap_drop"] == ["ALL"]


def test_what_the_image_is_built_from_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text("utf-8"), re.M)
    assert copied and all((DEPLOY.parent / name).exists() for line in copied for name in line.split())


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = (DEPLOY / "hezheng.service").read_text("utf-8")
    here = re.sub(r"ExecStart=\S+", f"ExecStart={sys.executable}", unit)
    (tmp_path / "hezheng.service").write_text(here, "utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(tmp_path / "hezheng.service")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    about = [line for line in (said.stderr + said.stdout).splitlines() if "hezheng" in line]
    assert said.returncode == 0 and not about, about
