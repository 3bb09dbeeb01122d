"""Reports that lie on disk as JSON: read back with a clear word where one is none."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from verifier.errors import NotAReport
from verifier.report.recalling import recall
from verifier.report.report import Report


def read_json(path: Path) -> Mapping[str, Any]:
    """The JSON of a stored report.

    Args:
        path: its file.

    Raises:
        NotAReport: it cannot be read, or is no JSON object.
    """
    try:
        flat = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise NotAReport(f"{path} 无法读取（{error.strerror}）：请核对路径") from error
    except ValueError as error:
        raise NotAReport(f"{path} 不是 JSON：请选择 hezheng verify 写出的报告") from error
    if not isinstance(flat, dict):
        raise NotAReport(f"{path} 不是核验报告：请选择 hezheng verify 写出的 JSON")
    return flat


def read_report(path: Path) -> Report:
    """A stored report as it was told.

    Args:
        path: its file.

    Raises:
        NotAReport: it is none, or not whole.
    """
    try:
        return recall(read_json(path))
    except NotAReport as error:
        raise NotAReport(str(error) if str(path) in str(error) else f"{path}：{error}") from error
