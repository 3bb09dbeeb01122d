"""The crops of a report: from the cache where they were cut before, else cut, a page at a time.

The recipe: ask the cache for every frame; group what is missing by page; cut each page in a child
process with a bound on time and memory; keep what was cut; leave out the last ones where all of them
together would be more than the page may carry.
"""

from collections.abc import Iterable, Sequence
from contextlib import closing

from api.html.framing import Frame
from api.settings import Settings
from extractors.cache import ReadingCache
from extractors.files import EvidenceFile


def cut_crops(
    frames: Sequence[Frame], files: Sequence[EvidenceFile], settings: Settings
) -> dict[Frame, bytes]:
    """A picture for each frame, as the bytes of a WebP file; those that cannot be had are left out.

    Args:
        frames: what to show, the most important first.
        files: the evidence as it was given.
        settings: where crops are kept, how sharp they are, and how many bytes they may take.
    """
    with closing(ReadingCache(settings.cache)) as cache:
        found = {f: body for f in frames if (body := cache.crop(f.sha256, f.page, _key(f, settings)))}
        missing = [frame for frame in dict.fromkeys(frames) if frame not in found]
        if missing:
            from api.html.scissors import cut  # loads the engines that open files

            fresh = cut(missing, files, settings)
            cache.keep_crops((f.sha256, f.page, _key(f, settings), body) for f, body in fresh.items())
            found |= fresh
    return _bounded(((f, found[f]) for f in dict.fromkeys(frames) if f in found), settings.crop_bytes)


def _key(frame: Frame, settings: Settings) -> str:
    return f"{frame.key}@{settings.crop_dpi}"


def _bounded(crops: Iterable[tuple[Frame, bytes]], most: int) -> dict[Frame, bytes]:
    kept: dict[Frame, bytes] = {}
    for frame, body in crops:
        most -= len(body)
        if most < 0:
            break
        kept[frame] = body
    return kept
