"""Software copyright certificates: without code (to 2019), with code, and the electronic one."""

from collections.abc import Mapping
from typing import Any

import pymupdf

from api.example.application import Paper
from api.example.numbers import chinese_day
from api.example.seals import bars, seal, square_code
from api.example.sheet import Colour, Sheet, Style

FRAME: Colour = (0.25, 0.45, 0.68)
GROUND: Colour = (0.93, 0.965, 0.985)
HEAD = Style(size=21, bold=True, spacing=3)
TEXT = Style(size=12, bold=True)
STATEMENT = (
    "根据《计算机软件保护条例》和《计算机软件著作权登记办法》的规定，"
    "经中国版权保护中心审核，对以上事项予以登记。"
)


def certificate(document: pymupdf.Document, paper: Paper) -> None:
    """A certificate of registration of software."""
    says, sheet = paper.says, Sheet(document)
    sheet.box(0, GROUND, 0, fill=GROUND if paper.layout != "plain" else (1, 1, 0.985))
    for inset, thick in ((20, 7), (30, 1), (36, 0.5)):
        sheet.box(inset, FRAME, thick)
    sheet.centre(112, "中华人民共和国国家版权局", HEAD)
    sheet.centre(152, "计算机软件著作权登记证书", HEAD)
    sheet.write(60, 198, f"证书号：　{says['cert_no']}", Style(size=9.5, bold=True), "right", 460)
    y = _title(sheet, says, 240)
    for label, value in (
        ("著作权人", says["holder"]),
        ("开发完成日期", chinese_day(says["completed"])),
        ("首次发表日期", chinese_day(says["published"]) if says["published"] else "未发表"),
        ("权利取得方式", says["acquisition"]),
        ("权利范围", "全部权利"),
        ("登记号", says["number"]),
    ):
        y = sheet.field(78, y, label, value, label_width=84, style=TEXT, width=330) + 14
    sheet.wrap(78, y + 12, 440, STATEMENT, TEXT, 2.4, indent=26)
    _foot(sheet, paper)


def _title(sheet: Sheet, says: Mapping[str, Any], y: float) -> float:
    title, version, short = says["title"], says["version"], says["short"]
    y = sheet.field(78, y, "软件名称", title, label_width=84, style=TEXT, width=330)
    if short:
        y = sheet.wrap(178, y, 330, f"[简称：{short}]", TEXT, 1.45)
    return sheet.wrap(178, y, 330, version, TEXT, 1.45) + 14


def _foot(sheet: Sheet, paper: Paper) -> None:
    says = paper.says
    if paper.layout != "plain":
        bars(sheet.page, 80, 640, 150, 26, says["number"])
        sheet.picture(90, 680, 62, square_code(f"https://copyright.example.invalid/softNotice?registerNumber={says['number']}"))
    if paper.layout == "electronic":
        sheet.write(78, 772, "电子证书 · 请扫描二维码核验", Style(size=8.5, face="hei"))
    else:
        sheet.write(78, 776, f"No. {int(says['number'][-6:]) * 7 % 100000000:08d}", Style(size=11))
    sheet.picture(368, 640, 130, seal("中华人民共和国国家版权局", "登记专用章"))
    sheet.write(368, 762, chinese_day(says["grant_date"]), Style(size=12, bold=True), "centre", 130)
