"""Patent certificates in their two layouts, the gazette's front page and the notice of acceptance.

The bound certificate has two pages and names the inventor first; the electronic one has one page, names
the patentee first and repeats applicant and inventors as they were on the day of filing.
"""

from collections.abc import Mapping
from typing import Any

import pymupdf

from api.example.application import Paper
from api.example.numbers import chinese_day
from api.example.seals import bars, seal, square_code
from api.example.sheet import GREY, TITLE, Colour, Sheet, Style

FRAMES: dict[str, Colour] = {
    "发明": (0.72, 0.16, 0.16),
    "实用新型": (0.16, 0.42, 0.28),
    "外观设计": (0.2, 0.35, 0.6),
}
PAPER: Colour = (0.995, 0.985, 0.96)
TITLE_LABEL = {"发明": "发明名称", "实用新型": "实用新型名称", "外观设计": "外观设计名称"}
TERM = {"发明": "二十年", "实用新型": "十年", "外观设计": "十年"}
TEXT = Style(size=10.5)
SMALL = Style(size=8.5)


def certificate(document: pymupdf.Document, paper: Paper) -> None:
    """A certificate of a granted patent, bound or electronic."""
    sheet = Sheet(document)
    _ground(sheet, paper)
    if paper.layout == "electronic":
        _electronic(sheet, paper)
    else:
        _bound(sheet, paper)
        _second_page(document, paper)


def _ground(sheet: Sheet, paper: Paper) -> None:
    kind, frame = paper.says["kind"], FRAMES[paper.says["kind"]]
    sheet.box(0, PAPER, 0, fill=PAPER)
    sheet.box(50, frame, 2.2)
    sheet.box(55, frame, 0.6)
    sheet.write(78, 112, f"证书号第{paper.says['cert_no']}号", Style(size=10))
    sheet.picture(452, 92, 52, square_code(f"https://epub.example.invalid/cred/{paper.says['publication_no']}"))
    sheet.centre(186, f"{kind}专利证书", TITLE)


def _bound(sheet: Sheet, paper: Paper) -> None:
    says, kind = paper.says, paper.says["kind"]
    y = 248.0
    designer = "设计人" if kind == "外观设计" else "发明人"
    for label, value in (
        (TITLE_LABEL[kind], says["title"]),
        (designer, ";".join(says["inventors"])),
        ("专利号", _number(says)),
        ("专利申请日", chinese_day(says["filing_date"])),
        ("专利权人", says["holder"]),
        ("地址", says["address"]),
    ):
        y = sheet.field(80, y, label, value, label_width=72, style=TEXT, width=345) + 12
    sheet.spread(80, y, "授权公告日", 72, TEXT)
    sheet.write(153, y, f"：{chinese_day(says['grant_date'])}", TEXT)
    sheet.write(318, y, f"授权公告号：{_publication(says)}", TEXT)
    y = sheet.wrap(80, y + 30, 435, _statement(kind), SMALL, 1.8, indent=17)
    sheet.wrap(80, y + 2, 435, REGISTER, SMALL, 1.8, indent=17)
    _signed(sheet, paper, "第 1 页 (共 2 页)")
    sheet.centre(812, "其他事项参见续页", Style(size=9))


def _electronic(sheet: Sheet, paper: Paper) -> None:
    says, kind = paper.says, paper.says["kind"]
    who = "设计人" if kind == "外观设计" else "发明人"
    y = sheet.field(80, 248, TITLE_LABEL[kind], says["title"], label_width=72, style=TEXT, width=345) + 16
    y = sheet.field(80, y, "专利权人", says["holder"], label_width=72, style=TEXT, width=345) + 14
    y = sheet.field(80, y, "地址", says["address"], label_width=72, style=TEXT, width=300) + 3
    y = sheet.field(80, y, who, ";".join(says["inventors"]), label_width=72, style=TEXT, width=345) + 14
    for left, left_value, right, right_value in (
        ("专利号", _number(says), "授权公告号", _publication(says)),
        ("专利申请日", chinese_day(says["filing_date"]), "授权公告日", chinese_day(says["grant_date"])),
    ):
        sheet.field(80, y, left, left_value, label_width=72, style=TEXT)
        y = sheet.field(320, y, right, right_value, label_width=62, style=TEXT) + 14
    then = says.get("holder_at_filing", says["holder"])
    y = sheet.field(80, y, "申请日时申请人", then, label_width=72, style=Style(size=10), width=345) + 14
    sheet.field(
        80, y, f"申请日时{who}", ";".join(says["inventors"]), label_width=72, style=Style(size=10), width=345
    )
    sheet.wrap(
        80,
        580,
        435,
        "国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，并予以公告。",
        SMALL,
        indent=17,
    )
    sheet.wrap(
        72,
        597,
        450,
        "专利权自授权公告之日起生效。专利权有效性及专利权人变更等法律信息以专利登记簿记载为准。",
        SMALL,
    )
    _signed(sheet, paper, "第 1 页 (共 1 页)")
    bars(sheet.page, 52, 800, 170, 12, says["number"])


def _signed(sheet: Sheet, paper: Paper, folio: str) -> None:
    sheet.write(82, 690, "局长", Style(size=11))
    sheet.write(82, 712, "沈书衡", Style(size=11))
    sheet.picture(388, 618, 130, seal("国家知识产权局"))
    sheet.write(388, 730, chinese_day(paper.says["grant_date"]), Style(size=10.5), "centre", 130)
    sheet.centre(772, folio, Style(size=8))


def _second_page(document: pymupdf.Document, paper: Paper) -> None:
    sheet = Sheet(document)
    sheet.box(0, PAPER, 0, fill=PAPER)
    sheet.box(50, FRAMES[paper.says["kind"]], 1)
    sheet.wrap(
        80,
        130,
        435,
        f"专利权人应当依照专利法及其实施细则规定缴纳年费。本专利的年费应当在每年"
        f"{paper.says['filing_date'].month:02d}月{paper.says['filing_date'].day:02d}日前缴纳。",
        TEXT,
        1.9,
        indent=21,
    )
    sheet.wrap(
        80, 200, 435, "未按照规定缴纳年费的，专利权自应当缴纳年费期满之日起终止。", TEXT, 1.9, indent=21
    )
    sheet.write(80, 260, "申请日时本专利记载的申请人、发明人信息如下：", TEXT)
    y = sheet.field(
        80,
        290,
        "申请人",
        paper.says.get("holder_at_filing", paper.says["holder"]),
        label_width=50,
        style=TEXT,
    )
    sheet.field(80, y + 6, "发明人", ";".join(paper.says["inventors"]), label_width=50, style=TEXT)
    sheet.centre(772, "第 2 页 (共 2 页)", Style(size=8))


def gazette(document: pymupdf.Document, paper: Paper) -> None:
    """The front page of the gazette; published applications and granted patents look alike."""
    says, sheet = paper.says, Sheet(document)
    granted = paper.layout == "granted"
    sheet.write(60, 72, "(19)国家知识产权局", Style(size=13, bold=True))
    sheet.write(
        60, 108, f"(12){'发明专利' if granted else '发明专利申请'}", Style(size=15, bold=True, face="hei")
    )
    word = "授权公告" if granted else "申请公布"
    sheet.write(330, 92, f"(10){word}号 {_publication(says)}", Style(size=10.5, face="hei"))
    sheet.write(
        330,
        110,
        f"({45 if granted else 43}){word}日 {_dotted(says['grant_date'])}",
        Style(size=10.5, face="hei"),
    )
    sheet.line(60, 122, 535, 122, 1.2)
    number = says["number"]
    y = 150.0
    for text in (
        f"(21)申请号 {number[:12]}.{number[12]}",
        f"(22)申请日 {_dotted(says['filing_date'])}",
        f"({73 if granted else 71}){'专利权人' if granted else '申请人'} {says['holder'].replace(';', '　')}",
        f"地址 {says['address']}",
        f"(72)发明人 {'　'.join(says['inventors'])}",
        "(51)Int.Cl.",
        "G06F 16/2458(2019.01)",
    ):
        y = sheet.wrap(60, y, 225, text, TEXT, 1.5) + 4
    sheet.write(315, 150, "(54)发明名称", Style(size=10.5, face="hei"))
    y = sheet.wrap(330, 170, 205, says["title"], TEXT, 1.5)
    sheet.write(315, y + 14, "(57)摘要", Style(size=10.5, face="hei"))
    sheet.wrap(
        330,
        y + 34,
        205,
        f"本发明公开了{says['title']}，属于工业互联网技术领域，用于提高数据的可信程度和处理效率。",
        TEXT,
        1.5,
    )
    bars(sheet.page, 400, 60, 130, 14, says["publication_no"])


def acceptance(document: pymupdf.Document, paper: Paper) -> None:
    """The notice that an application was accepted: no patent yet."""
    says, sheet, number = paper.says, Sheet(document), paper.says["number"]
    sheet.centre(84, "国 家 知 识 产 权 局", Style(size=20, bold=True))
    sheet.wrap(70, 130, 240, f"{says['address']} {says['holder']}", TEXT)
    sheet.write(380, 130, f"发文日：{chinese_day(says['grant_date'])}", TEXT)
    sheet.box(58, GREY, 0.5)
    sheet.centre(250, "专利申请受理通知书", Style(size=17, bold=True))
    sheet.wrap(
        80,
        285,
        435,
        "根据专利法第28条及其实施细则第38条、第39条的规定，申请人提出的专利申请已由国家知识产权局受理。现将确定的"
        "申请号、申请日等信息通知如下：",
        TEXT,
        indent=21,
    )
    y = 350.0
    for label, value in (
        ("申请号", f"{number[:12]}.{number[12]}"),
        ("申请日", chinese_day(says["filing_date"])),
        ("申请人", says["holder"]),
        ("发明创造名称", says["title"]),
    ):
        y = sheet.wrap(100, y, 400, f"{label}：{value}", TEXT) + 4
    sheet.picture(390, 620, 115, seal("国家知识产权局", "专利审查业务章"))


def _number(says: Mapping[str, Any]) -> str:
    number, style = says["number"], says["code_style"]
    if style == "dense":
        return f"ZL{number[:12]}.{number[12]}"
    return f"ZL {number[:4]} {number[4]} {number[5:12]}.{number[12]}"


def _publication(says: Mapping[str, Any]) -> str:
    number: str = says["publication_no"]
    return f"{number[:2]} {number[2:-1]} {number[-1]}"


def _dotted(day: object) -> str:
    return str(day).replace("-", ".")


def _statement(kind: str) -> str:
    reviewed = "进行审查" if kind == "发明" else "经过初步审查"
    return (
        f"国家知识产权局依照中华人民共和国专利法{reviewed}，决定授予专利权，颁发{kind}专利证书并在专利登记簿上予以登记。"
        f"专利权自授权公告之日起生效。专利权期限为{TERM[kind]}，自申请日起算。"
    )


REGISTER = (
    "专利证书记载专利权登记时的法律状况。专利权的转移、质押、无效、终止、恢复和专利权人的姓名或名称、国籍、"
    "地址变更等事项记载在专利登记簿上。"
)
