"""The face of the package: files in, exhibits and an account of every page out.

What was read before by the same code comes whole from the cache; engines, which take a second to
load, are loaded only for the rest.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from extractors.cache import ReadingCache
from extractors.digest import reading_version
from extractors.exhibit import FileReading
from extractors.files import EvidenceFile
from extractors.settings import Progress, ReadingSettings, Step, quiet


def read_files(
    files: Sequence[EvidenceFile], settings: ReadingSettings, progress: Progress = quiet
) -> tuple[FileReading, ...]:
    """Read every file; each is accounted for, whatever became of it."""
    version = reading_version(settings.reader)
    with closing(ReadingCache(settings.cache)) as cache:
        known = {file: found for file in files if (found := _recalled(file, cache, version)) is not None}
    new = [file for file in files if file not in known]
    before = sum(len(reading.ledger) for reading in known.values())
    progress(Step(before, before))
    if new:
        from extractors.reading import read_with_pages

        def on(step: Step) -> None:
            progress(Step(before + step.done, before + step.total, step.file))

        read = read_with_pages(new, settings, on)
        known |= {file: reading for file, (reading, _) in zip(new, read, strict=True)}
    return tuple(known[file] for file in files)


def _recalled(file: EvidenceFile, cache: ReadingCache, version: str) -> FileReading | None:
    """What became of the file before, under the name that it has today."""
    if file.trouble is not None:
        return None
    known = cache.reading(file.sha256(), file.path.suffix.lower(), version)
    if known is None:
        return None
    exhibits = tuple(replace(exhibit, file=file.name) for exhibit in known.exhibits)
    return replace(known, file=file.name, exhibits=exhibits)
