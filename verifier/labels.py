"""Labels: what an office knows about its own papers, in tables that it can write.

    labels.csv     file, pages, type, field, value     one row a field; rows of one paper share file, pages, type
    verdicts.csv   claim, flag, verified               one row a claim of the form

Types, fields, claims and flags may be written in Chinese as the report shows them. `truth.json` of the
example applications holds the same as JSON.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extractors.forms.edition import editions, plain_label
from verifier.errors import LabelsUnread
from verifier.tables import read_rows
from verifier.words import words

LABELS: Mapping[str, tuple[str, ...]] = {
    "file": ("文件", "文件名"),
    "pages": ("页", "页码", "page"),
    "type": ("材料", "类型", "材料类型"),
    "field": ("字段", "项目"),
    "value": ("值", "正确值"),
}
FLAGS: Mapping[str, tuple[str, ...]] = {
    "claim": ("申报项", "key"),
    "flag": ("结论",),
    "verified": ("核实", "核实值"),
}
SUFFIXES = (".csv", ".xlsx", ".tsv", ".json", ".jsonl")


def read_truth(folder: Path) -> dict[str, Any] | None:
    """What is known about the papers of a folder; None where nothing is.

    Args:
        folder: with truth.json, or labels.* and verdicts.* (.csv, .xlsx, .json).

    Raises:
        LabelsUnread: a file of labels cannot be used; the message names the row.
    """
    if (path := folder / "truth.json").is_file():
        return _truth(path)
    labels, verdicts = _file(folder, "labels"), _file(folder, "verdicts")
    if labels is None and verdicts is None:
        return None
    return {
        "documents": _documents(labels) if labels else [],
        "verdicts": _verdicts(verdicts) if verdicts else {},
    }


def _truth(path: Path) -> dict[str, Any]:
    try:
        truth = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LabelsUnread(f"{path} 不是 JSON：{error}") from error
    if not isinstance(truth, dict) or not {"documents", "verdicts"} & truth.keys():
        raise LabelsUnread(f"{path} 中没有 documents 或 verdicts")
    return truth


def _file(folder: Path, stem: str) -> Path | None:
    return next((p for suffix in SUFFIXES if (p := folder / f"{stem}{suffix}").is_file()), None)


def _documents(path: Path) -> list[dict[str, Any]]:
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for number, row in enumerate(read_rows(path, LABELS, ("file", "pages", "type"), LabelsUnread), 2):
        kind = _code(row["type"], words().types)
        if not kind:
            raise LabelsUnread(
                f"{path.name} 第{number}行：没有“{row['type']}”这种材料，名称见 docs/evaluating.md"
            )
        key = (row["file"], row["pages"], kind)
        paper = found.setdefault(
            key, {"file": row["file"], "pages": _pages(path, number, row["pages"]), "type": kind}
        )
        if name := row.get("field", ""):
            paper[_code(name, words().fields) or name] = row.get("value", "")
    return list(found.values())


def _pages(path: Path, number: int, text: str) -> list[int]:
    """«3», «3-5», «3、4»."""
    parts = re.findall(r"(\d+)(?:\s*[-–—~至]\s*(\d+))?", text)
    if not parts:
        raise LabelsUnread(f"{path.name} 第{number}行：页码“{text}”应写作 3、3-5 或 3、5")
    return [page for low, high in parts for page in range(int(low), int(high or low) + 1)]


def _verdicts(path: Path) -> dict[str, Any]:
    flags = {flag: word.name for flag, word in words().flags.items()}
    found: dict[str, Any] = {}
    for number, row in enumerate(read_rows(path, FLAGS, ("claim", "flag"), LabelsUnread), 2):
        flag = _code(row["flag"], flags)
        if not flag:
            raise LabelsUnread(
                f"{path.name} 第{number}行：结论“{row['flag']}”应为{'、'.join(flags.values())}之一"
            )
        figure = row.get("verified", "").replace(",", "")
        verified = float(figure) if re.fullmatch(r"-?\d+(\.\d+)?", figure) else figure or None
        found[_claim(row["claim"])] = {"flag": flag, "verified": verified}
    return found


def _claim(text: str) -> str:
    """The key of a claim that is named by its key, its label, or its label behind a year."""
    year = re.match(r"(\d{4})\s*年", text)
    label = plain_label(text[year.end() :] if year else text)
    entries = [e for edition in editions() for e in edition.entries]
    key = next((e.key for e in entries if plain_label(e.label) == label), text)
    return f"{key}.{year[1]}" if year and key != text else key


def _code(text: str, table: Mapping[str, str]) -> str:
    """The code that a text is, or whose Chinese word it is; empty where there is none."""
    return text if text in table else next((code for code, word in table.items() if word == text), "")
