"""Word lists of the narrative reader as .json files, each with a note of its source."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Reads one list of this folder once.

    Args:
        name: The file's name without `.json`.

    Returns:
        The list as written; callers must not change it.
    """
    content: dict[str, Any] = json.loads(files(__name__).joinpath(f"{name}.json").read_text("utf-8"))
    return content
