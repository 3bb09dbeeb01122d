"""The texts of the form's narrative boxes, put together from the items that they claim."""

from collections.abc import Mapping, Sequence
from typing import Any

from api.example.application import Application, Item

OPENINGS: Mapping[str, str] = {
    "brand_honours": "公司品牌在行业内具有较高知名度，",
    "innovation_performance": "近三年，",
    "full_business_digitalisation": "公司建成数据中台、业务中台和统一业务总线，",
    "security_technology": "公司部署防火墙、入侵检测和数据容灾系统，",
    "open_platforms": "公司自主研发的",
}
TICKED = ("cloud_honours",)


def filled(application: Application) -> dict[str, Any]:
    """All cells of the form: the plain claims, and each box with the sentences of its items."""
    cells = dict(application.claims)
    for box, items in _by_box(application.items).items():
        if box not in TICKED:
            cells[box] = OPENINGS.get(box, "") + "；".join(item.sentence for item in items) + "。"
    return cells


def verdicts(application: Application) -> dict[str, Any]:
    """What must come out for each cell, in the form of truth.json."""
    expected = {key: dict(verdict) for key, verdict in application.expected.items()}
    for box, items in _by_box(application.items).items():
        expected.setdefault(box, {})["items"] = [item.truth() for item in items]
    return expected


def _by_box(items: Sequence[Item]) -> dict[str, list[Item]]:
    boxes: dict[str, list[Item]] = {}
    for item in items:
        boxes.setdefault(item.box, []).append(item)
    return boxes
