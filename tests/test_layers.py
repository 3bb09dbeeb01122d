"""Every import points down: api > verifier > extractors > registries; within a package none goes in a circle."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ("registries", "extractors", "verifier", "api")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))}


def statements(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node


def only_for_types(tree: ast.Module) -> set[ast.AST]:
    """Imports under `if TYPE_CHECKING:` run for nobody."""
    guarded = [n for n in ast.walk(tree) if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.unparse(n.test)]
    return {inner for node in guarded for statement in node.body for inner in ast.walk(statement)}


def imported(path: Path) -> set[str]:
    """The modules of ours that a file imports, wherever in it."""
    tree = ast.parse(path.read_text("utf-8"))
    found: set[str] = set()
    for node in statements(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name in MODULES and MODULES[name] != path}


def imported_at_start(path: Path) -> set[str]:
    """As `imported`, but only what runs when the file is imported, and whole packages only where named."""
    tree = ast.parse(path.read_text("utf-8"))
    late = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
    } | only_for_types(tree)
    found: set[str] = set()
    for node in statements(tree):
        if node in late:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
            continue
        inside = {f"{node.module}.{alias.name}" for alias in node.names} & MODULES.keys()
        found |= inside or {node.module or ""}
    return {name for name in found if name in MODULES and MODULES[name] != path}


def test_all_four_floors_are_looked_at() -> None:
    seen = {name.partition(".")[0] for name in MODULES}
    assert seen == set(FLOORS)
    assert sum(bool(imported(path)) for path in MODULES.values()) > 50


@pytest.mark.parametrize("floor", FLOORS)
def test_imports_point_down(floor: str) -> None:
    above = FLOORS[FLOORS.index(floor) + 1 :]
    up = [
        f"{name} imports {other}"
        for name, path in MODULES.items()
        if name.partition(".")[0] == floor
        for other in imported(path)
        if other.partition(".")[0] in above
    ]
    assert not up


@pytest.mark.parametrize("floor", FLOORS)
def test_no_circle_within_a_package(floor: str) -> None:
    graph = {
        name: sorted(other for other in imported_at_start(path) if other.partition(".")[0] == floor)
        for name, path in MODULES.items()
        if name.partition(".")[0] == floor
    }
    assert find_circle(graph) == []


def find_circle(graph: dict[str, list[str]]) -> list[str]:
    """One circle of imports, as the modules that it goes through; empty where there is none."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return way[way.index(name) :]
        if name in done:
            return []
        for other in graph.get(name, []):
            if circle := walk(other, [*way, name]):
                return circle
        done.add(name)
        return []

    return next((circle for name in graph if (circle := walk(name, []))), [])


def test_a_circle_would_be_found() -> None:
    assert find_circle({"a": ["b"], "b": ["c"], "c": ["b"]}) == ["b", "c"]
    assert find_circle({"a": ["b", "c"], "b": ["c"], "c": []}) == []


def test_an_import_under_a_function_counts_as_pointing_somewhere(tmp_path: Path) -> None:
    file = tmp_path / "late.py"
    file.write_text("def f():\n    from api.settings import Settings\n    return Settings\n")
    assert imported(file) == {"api.settings"}
    assert imported_at_start(file) == set()
