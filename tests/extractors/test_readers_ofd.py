"""OFD (GB/T 33190): text along its deltas, templates, pictures, seals, annotations; broken packages."""

import zipfile
from pathlib import Path

import pymupdf
import pytest

from extractors.errors import FileTrouble
from extractors.files import gather
from extractors.layout import script_of
from extractors.looking import look
from extractors.ocr.rapidocr import RapidReader
from extractors.readers.catalog import open_source
from extractors.readers.ofd_drawing import deltas
from extractors.recall import read_files
from extractors.settings import ReadingSettings

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'

OFD = f'<ofd:OFD {NS} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>' \
    "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>"

DOCUMENT = f"""<ofd:Document {NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>
</ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>
<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>
<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>
<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>"""

RESOURCES = f"""<ofd:Res {NS} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image" Format="PNG">
<ofd:MediaFile>scan.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"""


def text(x: float, y: float, content: str, extra: str = "", attributes: str = "") -> str:
    deltas = f"g {len(content) - 1} 5" if len(content) > 1 else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y} 150 8" Font="3" Size="5" {attributes}>{extra}'
        f'<ofd:TextCode X="0" Y="5" DeltaX="{deltas}">{content}</ofd:TextCode></ofd:TextObject>'
    )


def content(*objects: str) -> str:
    return f'<ofd:Page {NS}><ofd:Template TemplateID="2" ZOrder="Background"/><ofd:Content><ofd:Layer ID="4">' \
        + "".join(objects) + "</ofd:Layer></ofd:Content></ofd:Page>"


def drawn(*texts: str, size: float = 18) -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for n, line in enumerate(texts):
        page.insert_text((80, 150 + 60 * n), line, fontname="china-s", fontsize=size)
    return page.get_pixmap(dpi=150).tobytes("png")


def pack(path: Path, page: str, more: dict[str, bytes | str] | None = None) -> Path:
    parts: dict[str, bytes | str] = {
        "OFD.xml": OFD,
        "Doc_0/Document.xml": DOCUMENT,
        "Doc_0/DocumentRes.xml": RESOURCES,
        "Doc_0/Tpls/Tpl_0/Content.xml": f'<ofd:Page {NS}><ofd:Content><ofd:Layer ID="5">{text(60, 20, "发明专利证书")}'
        "</ofd:Layer></ofd:Content></ofd:Page>",
        "Doc_0/Pages/Page_0/Content.xml": page,
    } | (more or {})
    with zipfile.ZipFile(path, "w") as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    return path


CERTIFICATE = content(
    text(30, 50, "专利号：ZL201810288982.7"),
    text(30, 65, "专利权人：宁波甬江数智科技股份有限公司"),
    '<ofd:PathObject ID="8" Boundary="20 90 170 10" LineWidth="0.5"><ofd:AbbreviatedData>M 0 0 L 170 0</ofd:AbbreviatedData></ofd:PathObject>',
)


@pytest.fixture(scope="module")
def reader() -> RapidReader:
    return RapidReader()


def page_of(path: Path, reader):
    source = open_source(path)
    return look(source, source.sheets()[0], reader)


def test_deltas_repeat():
    assert deltas("g 3 2.5 4 g 2 1") == [2.5, 2.5, 2.5, 4.0, 1.0, 1.0]


def test_a_certificate_is_read_with_boxes_in_points(tmp_path):
    (reading,) = read_files(gather([pack(tmp_path / "a.ofd", CERTIFICATE)]), ReadingSettings(workers=1))
    (exhibit,) = reading.exhibits
    assert exhibit.type == "invention_patent_certificate"
    fact = exhibit.fact("number")
    assert fact.value == "2018102889827" and not fact.flags
    points = 72 / 25.4
    assert fact.box.x0 == pytest.approx((30 + 4 * 5) * points, abs=2)
    assert fact.box.y0 == pytest.approx(51 * points, abs=3)
    assert reading.ledger[0].width == pytest.approx(595.3, abs=0.2)


def test_the_page_can_be_shown_with_its_text_where_the_boxes_are(tmp_path, reader):
    source = open_source(pack(tmp_path / "a.ofd", CERTIFICATE))
    picture = source.picture(1)
    box = source.text_layer(1).lines[1].box
    scale = picture.shape[1] / source.sheets()[0].width
    x0, y0, x1, y1 = (round(v * scale) for v in box)
    strip = picture[y0 - 4 : y1 + 4, x0 - 6 : x1 + 6]
    assert "201810288982.7" in reader.line(strip)[0].replace(" ", "")


def test_invisible_white_and_transparent_words_are_not_read_and_said_so(tmp_path, reader):
    page = content(
        text(30, 50, "专利号：ZL201810288982.7"),
        text(30, 100, "国家科技进步奖", attributes='Visible="false"'),
        text(30, 110, "特等奖获得者", extra='<ofd:FillColor Value="255 255 255"/>'),
        text(30, 120, "第一完成单位", attributes='Alpha="0"'),
    )
    found = page_of(pack(tmp_path / "a.ofd", page), reader)
    said = script_of([found]).text
    assert "ZL201810288982.7" in said
    assert not any(word in said for word in ("进步奖", "特等奖", "完成单位"))
    assert [p.code for p in found.problems] == ["TEXT_LAYER_MISMATCH"]


def test_a_scan_in_an_ofd_is_read_by_its_pixels(tmp_path, reader):
    page = content('<ofd:ImageObject ID="6" Boundary="0 0 210 297" ResourceID="7"/>').replace(
        '<ofd:Template TemplateID="2" ZOrder="Background"/>', ""
    )
    scan = drawn("发明专利证书", "专利号：ZL 2018 1 0288982.7", "专利权人：宁波甬江数智科技股份有限公司")
    found = page_of(pack(tmp_path / "a.ofd", page, {"Doc_0/Res/scan.png": scan}), reader)
    assert found.lines[0].origin == "rapidocr"
    assert "ZL201810288982.7" in script_of([found]).text


def test_annotations_stand_where_they_were_put(tmp_path, reader):
    more: dict[str, bytes | str] = {
        "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {NS}><ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
        "Doc_0/Annots/Page_0/Annotation.xml": f'<ofd:PageAnnot {NS}><ofd:Annot ID="20" Type="Stamp"><ofd:Appearance Boundary="30 200 100 20">{text(0, 0, "授权公告日：2020年02月24日")}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>',
    }
    found = page_of(pack(tmp_path / "a.ofd", CERTIFICATE, more), reader)
    line = next(line for line in found.lines if line.text.startswith("授权公告日"))
    assert line.box.y0 == pytest.approx(200 * 72 / 25.4, abs=4)


def test_a_seal_is_shown_where_it_was_stamped(tmp_path):
    seal = pymupdf.open()
    sheet = seal.new_page(width=120, height=120)
    sheet.draw_circle((60, 60), 50, color=(0.85, 0.1, 0.1), width=6)
    body = b"\x30\x82 signed" + sheet.get_pixmap(dpi=100).tobytes("png") + b"\x04\x00 rest"
    more = {
        "Doc_0/Signs/Signatures.xml": f'<ofd:Signatures {NS}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>',
        "Doc_0/Signs/Sign_0/Signature.xml": f'<ofd:Signature {NS}><ofd:SignedInfo><ofd:Seal><ofd:BaseLoc>Seal.esl</ofd:BaseLoc></ofd:Seal><ofd:StampAnnot ID="1" PageRef="1" Boundary="120 200 40 40"/></ofd:SignedInfo></ofd:Signature>',
        "Doc_0/Signs/Sign_0/Seal.esl": body,
    }
    picture = open_source(pack(tmp_path / "a.ofd", CERTIFICATE, more)).picture(1)
    scale = picture.shape[1] / 210
    part = picture[round(200 * scale) : round(240 * scale), round(120 * scale) : round(160 * scale)].astype(int)
    assert ((part[:, :, 0] - part[:, :, 1]) > 80).mean() > 0.05
    outside = picture[: round(190 * scale)].astype(int)
    assert ((outside[:, :, 0] - outside[:, :, 1]) > 80).sum() == 0


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ({"x.txt": "x"}, "not_what_it_says"),
        ({"OFD.xml": "<broken"}, "damaged"),
        ({"OFD.xml": OFD}, "damaged"),
        ({"OFD.xml": OFD, "Doc_0/Document.xml": f"<ofd:Document {NS}/>"}, "no_pages"),
        ({"OFD.xml": OFD, "Encryptions.xml": "<x/>"}, "encrypted"),
        ({"OFD.xml": OFD.replace("Doc_0/", "../../etc/")}, "damaged"),
    ],
)
def test_broken_packages_have_named_states(tmp_path, parts, state):
    with zipfile.ZipFile(tmp_path / "a.ofd", "w") as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    with pytest.raises(FileTrouble) as caught:
        open_source(tmp_path / "a.ofd")
    assert caught.value.state == state


def test_what_is_no_package_is_told(tmp_path):
    (tmp_path / "a.ofd").write_bytes(b"%PDF-1.4")
    with pytest.raises(FileTrouble) as caught:
        open_source(tmp_path / "a.ofd")
    assert caught.value.state == "not_what_it_says"


def test_a_picture_that_nothing_opens_costs_its_page_only(tmp_path):
    page = content('<ofd:ImageObject ID="6" Boundary="0 0 210 297" ResourceID="7"/>')
    path = pack(tmp_path / "a.ofd", page, {"Doc_0/Res/scan.png": b"\x97JB2\r\n\x1a\n nothing reads this"})
    (reading,) = read_files(gather([path]), ReadingSettings(workers=1))
    assert reading.ledger[0].role == "unreadable"
    assert "UNREADABLE_PAGE" in {p.code for p in reading.problems}


def test_entities_are_not_followed(tmp_path, reader):
    page = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + content(text(30, 50, "专利权人&e;宁波甬江数智"))
    found = page_of(pack(tmp_path / "a.ofd", page), reader)
    said = script_of([found]).text
    assert Path("/etc/hostname").read_text().strip() not in said
