"""Running text: a script without its gaps and line breaks, for patterns over sentences."""

from extractors.layout import GAP_MARK, ROW_MARK, Script


class Flow:
    """A script's text with gaps and line breaks taken out, for patterns over running text.

    With `split`, an x in points, what begins to the right of it is read after all that begins to
    the left: a page of two columns.
    """

    def __init__(self, script: Script, split: float | None = None) -> None:
        at = [i for i, char in enumerate(script.text) if char not in (GAP_MARK, ROW_MARK)]
        if split is not None:
            at.sort(key=lambda i: (script.glyphs(i, i + 1)[0].box.x0 >= split, i))
        self._at = at
        self.text = "".join(script.text[i] for i in self._at)
        self._script = script

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """A stretch of the flow as stretches of the script, one for each row or column cell."""
        found: list[tuple[int, int]] = []
        for i in self._at[start:end]:
            goes_on = found and i == found[-1][1] and self._script.row_at(i) == self._script.row_at(found[-1][0])
            if goes_on or (found and self._only_gaps(found[-1][1], i)):
                found[-1] = (found[-1][0], i + 1)
            else:
                found.append((i, i + 1))
        return found

    def _only_gaps(self, start: int, end: int) -> bool:
        return start < end and set(self._script.text[start:end]) == {GAP_MARK}
