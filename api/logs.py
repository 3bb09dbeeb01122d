"""The log: one line for each event, as JSON for machines or as text for people, to standard error.

Names of files and companies are values of a line, never lines of their own; personal numbers are masked.
"""

import logging
import logging.config
from typing import Any

import structlog

from api.masking import mask_text

QUIET = ("dbos", "alembic", "httpx", "httpcore", "uvicorn.access")


def set_up(format_: str) -> None:
    """Write the log from now on; `format_` is json or text."""
    last = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if format_ == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    before: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.contextvars.merge_contextvars,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _masked,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )
    writing = logging.StreamHandler()
    writing.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [writing]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "dbos"):
        logging.getLogger(name).handlers[:] = []
        logging.getLogger(name).propagate = True


def _masked(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    return {key: _masked_value(value) for key, value in event.items()}


def _masked_value(value: Any) -> Any:
    return mask_text(value) if isinstance(value, str) else value
