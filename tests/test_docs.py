"""What the documents say is so: commands exist, links lead somewhere, every code has its line."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from verifier.rules import load_rules

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*.md")])
COMMAND = re.compile(r"^(?:\$ )?(hezheng [^#\n|]+?)(?:\s+#.*)?$", re.MULTILINE)


GROUPS = ("registries", "rules", "accounts", "audit", "audit-log")
"""Commands that have commands of their own."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def help_of(*command: str) -> str:
    script = "import sys; from api.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", script, *command, "--help"],
        capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
    )  # fmt: skip
    return ran.stdout if ran.returncode == 0 else ""


def commands() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            found += [(name(page), line.strip()) for line in COMMAND.findall(block)]
    return found


def test_there_are_commands_to_look_at() -> None:
    assert len({command for _, command in commands()}) >= 6


@pytest.mark.parametrize("page, command", commands())
def test_every_command_and_option_exists(page: str, command: str) -> None:
    words = command.split()[1:]
    path = words[:2] if words[0] in GROUPS else words[:1]
    text = help_of(*path)
    assert text, f"{page}: {command}"
    for option in (word for word in words if word.startswith("--")):
        assert option in text, f"{page}: {option} in «{command}»"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), f"{name(page)}: {target}"


def test_make_targets_in_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    said = {
        target
        for page in PAGES
        for target in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text("utf-8"), re.M)
    }
    assert said and said <= targets


def sources() -> list[Path]:
    floors = ("registries", "extractors", "verifier", "api")
    return [
        path
        for floor in floors
        for path in sorted((ROOT / floor).rglob("*.py"))
        if "example" not in path.parts
    ]


def error_codes() -> set[str]:
    """Every `code: ClassVar[str] = "…"` in the four packages."""
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                (
                    isinstance(node, ast.AnnAssign)
                    and isinstance(node.target, ast.Name)
                    and node.target.id == "code"
                )
                and isinstance(node.value, ast.Constant)
                and node.value.value
            ):
                found.add(str(node.value.value))
    return found


def file_states() -> set[str]:
    """The first argument of every `FileTrouble("…", …)`."""
    calls = [
        node
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "FileTrouble"
    ]
    return {str(call.args[0].value) for call in calls if call.args and isinstance(call.args[0], ast.Constant)}


def documented() -> set[str]:
    return set(re.findall(r"`([A-Za-z_0-9]+)`", (ROOT / "docs" / "errors.md").read_text("utf-8")))


def test_every_error_code_is_documented() -> None:
    assert len(error_codes()) > 10
    assert error_codes() <= documented()


def test_every_problem_of_the_api_is_documented() -> None:
    from api.errors import CODES

    assert CODES.keys() <= documented()


def test_every_state_of_a_file_is_documented_and_has_a_word() -> None:
    words = tomllib.loads((ROOT / "verifier" / "words.toml").read_text("utf-8"))
    assert len(file_states()) > 4
    assert file_states() <= documented()
    assert file_states() <= words["states"].keys()
    assert {f"FILE_{state.upper()}" for state in file_states()} <= documented()


def test_every_reason_of_the_rules_is_documented() -> None:
    missing = load_rules().reasons.keys() - documented()
    assert not missing, f"add to docs/errors.md: {', '.join(sorted(missing))}"


def settings_said(page: str) -> set[str]:
    return set(re.findall(r"`HEZHENG_([A-Z_]+)`", (ROOT / page).read_text("utf-8")))


def test_every_setting_is_documented_and_exists() -> None:
    from api.settings import Settings

    known = {field.upper() for field in Settings.model_fields}
    assert settings_said("docs/operations.md") >= known
    for readme in ("README.md", "README.zh-CN.md"):
        assert settings_said(readme) <= known


def test_both_readmes_show_the_same_commands() -> None:
    english = [command for page, command in commands() if page == "README.md"]
    chinese = [command for page, command in commands() if page == "README.zh-CN.md"]
    assert english == chinese
