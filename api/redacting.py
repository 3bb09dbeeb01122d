"""A report that is safe to pass on: its texts masked, and of its pages only what can be veiled."""

from contextlib import closing
from functools import lru_cache

from api.html.figures import Veil
from api.settings import Settings
from extractors.cache import ReadingCache
from extractors.geometry import Box
from extractors.page import Page
from verifier.redaction.masking import persons, redact
from verifier.redaction.veiling import private_boxes
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.report.writing import as_json


def redacted(report: Report, settings: Settings) -> tuple[Report, Veil]:
    """The report without private things, and what of each page must not be seen.

    Pages come from the cache, as the very readers of the report read them: what is not kept is not shown.

    Args:
        report: any report, fresh or recalled.
        settings: where pages are kept.
    """
    flat = as_json(report)
    names = persons(flat)
    readers = {file.sha256: file.readers for file in report.files}

    @lru_cache(maxsize=64)
    def pages(sha256: str) -> dict[int, Page]:
        with closing(ReadingCache(settings.cache)) as cache:
            found = [cache.pages(sha256, reader) for reader in readers.get(sha256, ())]
        return next((each for each in found if each), {})

    def veil(sha256: str, page: int) -> tuple[Box, ...] | None:
        found = pages(sha256).get(page)
        return private_boxes(found, names) if found is not None else None

    return recall(redact(flat)), veil
