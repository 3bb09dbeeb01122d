"""Tables of the domain as .toml files, each with a note of its source."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Reads one table of this folder once.

    Args:
        name: the file's name without `.toml`.

    Returns:
        The table as written; callers must not change it.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
