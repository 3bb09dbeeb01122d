"""Filing certificates of multi-level protection under their older and newer title."""

import pymupdf

from api.example.application import Paper
from api.example.numbers import chinese_day
from api.example.seals import seal
from api.example.sheet import Sheet, Style

TEXT = Style(size=15)


def filing(document: pymupdf.Document, paper: Paper) -> None:
    """The proof that a system was filed with the police."""
    says, sheet = paper.says, Sheet(document, 842, 595)
    sheet.box(22, (0.2, 0.3, 0.55), 6)
    sheet.box(32, (0.2, 0.3, 0.55), 1)
    old = paper.layout == "system"
    title = "信息系统安全等级保护" if old else "网络安全等级保护"
    sheet.centre(130, title, Style(size=30, bold=True, spacing=5))
    sheet.centre(176, "备 案 证 明", Style(size=30, bold=True, spacing=5))
    sheet.write(100, 222, f"证书编号：{says['number']}", Style(size=12), "right", 640)
    law = (
        "《信息安全等级保护管理办法》"
        if old
        else "《中华人民共和国网络安全法》和《信息安全等级保护管理办法》"
    )
    text = (
        f"依据{law}的有关规定，{says['holder']}单位的第{says['level_word']}级{says['title']}"
        f"{'信息系统' if old else '网络'}予以备案。"
    )
    y = sheet.wrap(110, 275, 620, text, TEXT, 2.1, indent=30)
    sheet.write(110, y + 14, "特此证明。", TEXT)
    sheet.picture(560, 396, 120, seal(says["authority"], "网络安全保卫支队"))
    sheet.write(560, 480, says["authority"], TEXT, "centre", 120)
    sheet.write(560, 506, chinese_day(says["grant_date"]), TEXT, "centre", 120)
    sheet.centre(556, "中华人民共和国公安部监制", Style(size=10))
