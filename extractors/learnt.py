"""What was learnt about a file on the pages read so far: it spares work on the next ones and decides nothing else."""

from dataclasses import dataclass, field

from extractors.restore.printed_seals import Known
from extractors.trust.weighing import Proved


@dataclass(frozen=True)
class Learnt:
    """Characters that were read as the file says, and seals by the pixels of their pictures."""

    glyphs: Proved = field(default_factory=dict)
    seals: Known = field(default_factory=dict)
