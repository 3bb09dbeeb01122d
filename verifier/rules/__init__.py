"""The rules by which claims are judged: a versioned file that quotes where each rule comes from.

`load_rules` reads the edition that ships with the program, or a rule file of an office's own;
deciding gets the `Rules` passed in.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

from verifier.rules.loading import read_rules
from verifier.rules.model import (
    BoxRule,
    CountRule,
    IndicatorRule,
    Measure,
    MentionRule,
    Policy,
    Rules,
    SectionRule,
    TopicRule,
    Words,
)

EDITION = "zhejiang-2022"

__all__ = [
    "EDITION",
    "BoxRule",
    "CountRule",
    "IndicatorRule",
    "Measure",
    "MentionRule",
    "Policy",
    "Rules",
    "SectionRule",
    "TopicRule",
    "Words",
    "load_rules",
]


@cache
def load_rules(edition: str = EDITION) -> Rules:
    """Read an edition of the rules.

    Args:
        edition: the name of one that ships with the program, or the path of a .toml file; what that
            file includes and has not beside it is taken from the program's own.
    """
    path = Path(edition)
    own = files(__package__)
    if path.suffix != ".toml":
        return read_rules(f"{edition}.toml", lambda name: own.joinpath(name).read_text(encoding="utf-8"))

    def read(name: str) -> str:
        beside = path.parent / name
        return (beside if beside.is_file() else own.joinpath(name)).read_text(encoding="utf-8")

    return read_rules(path.name, read)
