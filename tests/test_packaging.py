"""What is installed is what is imported, and the lock file can be installed anywhere."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ("registries", "extractors", "verifier", "api")
# Loaded by others by name: rapidocr runs its models on one, SQLAlchemy and uvicorn take the rest.
NOT_IMPORTED = {"httptools", "onnxruntime", "psycopg", "uvloop"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def declared(extra: str = "") -> set[str]:
    requirements = project()["dependencies"]
    if extra:
        extras = project()["optional-dependencies"]
        assert isinstance(extras, dict)
        requirements = extras[extra]
    assert isinstance(requirements, list)
    return {plain(re.split(r"[\s<>=!~;\[]", requirement)[0]) for requirement in requirements}


def imported() -> dict[str, str]:
    """Each module of others that our packages import, with a file that does so."""
    found = {}
    for path in (path for floor in FLOORS for path in (ROOT / floor).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found |= {name.partition(".")[0]: str(path.relative_to(ROOT)) for name in names}
    return {
        name: path
        for name, path in found.items()
        if name not in sys.stdlib_module_names and name not in FLOORS
    }


def test_every_import_is_declared() -> None:
    owners = packages_distributions()
    for module, path in imported().items():
        distributions = {plain(name) for name in owners.get(module, [])}
        assert distributions & (declared() | declared("otel") | {"pydantic", "markupsafe"}), (
            f"{module} ({path}) is in no dependency"
        )


def test_nothing_is_declared_that_nobody_needs() -> None:
    owners = packages_distributions()
    used = {plain(name) for module in imported() for name in owners.get(module, [])}
    assert declared() - used <= NOT_IMPORTED


def test_lock_names_every_dependency_with_hashes_and_no_place() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = {plain(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}
    assert declared() <= pinned
    for block in re.split(r"\n(?=[A-Za-z])", lock.strip()):
        assert "--hash=sha256:" in block, block.splitlines()[0]
    assert not re.search(r"https?:|index-url|find-links|file:|^\s*#.*/", lock, re.MULTILINE)
    assert "opencv-python==" not in lock  # only the headless build: servers have no libGL
