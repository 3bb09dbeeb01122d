"""What a second look saw."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glance:
    """What one reader saw on a strip: the text and its certainty of each character."""

    reader: str
    text: str
    confidences: tuple[float, ...]

    @property
    def least(self) -> float:
        """The certainty of its least certain character."""
        return min(self.confidences, default=0.0)
