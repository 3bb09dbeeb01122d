"""What people decided, as letters tell it: beside the machine's verdicts, never in their place."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.reviewing.standing import Stand
from verifier.verdict import Flag


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The decision in force about one claim."""

    key: str
    stand: Stand
    flag: Flag | None
    reason: str
    name: str
    """Of whoever decided last."""


Decisions = Mapping[str, Reviewed]
"""By the claim's key; claims that nobody decided about are not in it."""


def proved(decisions: Decisions, key: str) -> bool:
    """Two persons hold that the claim is supported: nothing more is asked of the company."""
    found = decisions.get(key)
    return found is not None and found.stand is Stand.OVERRULED and found.flag is Flag.SUPPORTED
