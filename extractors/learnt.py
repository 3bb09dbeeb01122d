"""What was learnt on the pages read so far: it spares work on the next ones and decides nothing else."""

from dataclasses import dataclass, field

from extractors.restore.printed_seals import Known
from extractors.trust.proved import Proved


@dataclass(frozen=True)
class Learnt:
    """Characters that were read as a file says, and seals by the pixels of their pictures, which files share."""

    glyphs: Proved = field(default_factory=dict)
    seals: Known = field(default_factory=dict)

    def copy(self) -> "Learnt":
        """What is known by now: it is sent to a worker while more is learnt."""
        return Learnt(dict(self.glyphs), dict(self.seals))

    def take(self, other: "Learnt") -> None:
        """Learn what another worker has learnt about the same file."""
        for kind, shapes in other.glyphs.items():
            self.glyphs.setdefault(kind, shapes)
        for digest, reading in other.seals.items():
            self.seals.setdefault(digest, reading)

    def beyond(self, other: "Learnt") -> "Learnt":
        """What is known here and not there."""
        return Learnt(
            {kind: shapes for kind, shapes in self.glyphs.items() if kind not in other.glyphs},
            {digest: reading for digest, reading in self.seals.items() if digest not in other.seals},
        )
