"""Each kind has its page in the documentation, and the page says what `kinds.toml` says."""

from pathlib import Path

import pytest

from registries.schema import KINDS, Column, Kind

PAGES = Path(__file__).parents[2] / "docs" / "registries"


def row(column: Column) -> str:
    holds = column.role.value + (f" ({column.identifier.NAME})" if column.identifier else "")
    needed = "yes" if column.required else ""
    return f"| `{column.name}` | {'、'.join(column.labels)} | {needed} | {holds} | {column.example} |"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_page_of_a_kind(kind: Kind) -> None:
    page = (PAGES / f"{kind.name}.md").read_text("utf-8")
    assert f"# `{kind.name}`: {kind.title}\n" in page
    assert kind.office in page
    assert f"Stale after {kind.fresh_days} days" in page
    certain = "; or ".join(" + ".join(f"`{c}`" for c in sorted(columns)) for columns in kind.certain_by)
    assert f"certain by** {certain}." in page
    told = [line for line in page.splitlines() if line.startswith("| `")]
    assert told == [row(column) for column in kind.columns]
    assert len(page.split("## How the record is used\n")[1].split("## Columns")[0].strip()) > 80


def test_the_overview_links_to_every_page() -> None:
    overview = (PAGES / "README.md").read_text("utf-8")
    assert all(f"({kind.name}.md)" in overview for kind in KINDS)
