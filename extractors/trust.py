"""Whether a page's own text may speak for the page."""

from extractors.readers.base import TextLayer


def trusted(layer: TextLayer) -> bool:
    """A layer is trusted only where nothing speaks against it; otherwise the pixels win."""
    return bool(layer.lines) and not layer.doubts
