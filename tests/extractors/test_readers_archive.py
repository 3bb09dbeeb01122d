"""Archives: what is in them is read, what must not be opened is not, nothing goes missing."""

import struct
import zipfile
from pathlib import Path

import pymupdf
import pytest

from extractors.errors import FileTrouble
from extractors.files import gather
from extractors.readers import archive, limits
from extractors.recall import read_files
from extractors.settings import ReadingSettings


@pytest.fixture
def paper(tmp_path) -> Path:
    document = pymupdf.open()
    page = document.new_page()
    for n, text in enumerate(("发明专利证书", "专利号：ZL 2018 1 0288982.7", "专利权人：宁波甬江数智科技股份有限公司")):
        page.insert_text((80, 150 + 50 * n), text, fontname="china-s", fontsize=16)
    document.save(tmp_path / "paper.pdf")
    return tmp_path / "paper.pdf"


def pack(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in files.items():
            packed.writestr(name, body)
    return path


def states(path: Path) -> dict[str, str]:
    return {file.name: file.trouble.state if file.trouble else "" for file in gather([path])}


def test_a_paper_in_an_archive_in_an_archive_is_read(tmp_path, paper):
    inner = pack(tmp_path / "inner.zip", {"证书/一.pdf": paper.read_bytes()}).read_bytes()
    outer = pack(tmp_path / "附件2.zip", {"b.zip": inner, "__MACOSX/._x": b"x", "a.pdf": paper.read_bytes()})
    readings = read_files(gather([outer]), ReadingSettings(workers=1))
    assert [r.file for r in readings] == ["附件2.zip!a.pdf", "附件2.zip!b.zip!证书/一.pdf"]
    assert [r.state for r in readings] == ["read", "read"]
    assert {e.type for r in readings for e in r.exhibits} == {"invention_patent_certificate"}


def test_a_third_archive_is_not_opened_and_said_so(tmp_path, paper):
    body = paper.read_bytes()
    for name in ("c.zip", "b.zip", "a.zip"):
        body = pack(tmp_path / name, {("paper.pdf" if name == "c.zip" else f"in-{name}"): body}).read_bytes()
    assert states(tmp_path / "a.zip") == {"a.zip!in-a.zip!in-b.zip": "too_deep"}


def test_names_written_by_chinese_windows_are_legible(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(zipfile.ZipInfo("PLACEHOLDER"), b"%PDF-1.4 x")
    name = "专利证书".encode("gbk")
    body = path.read_bytes().replace(b"PLACEHOLDER", (name + b"abc")[:11])
    path.write_bytes(body)
    assert list(states(path)) == ["a.zip!专利证书abc"]


@pytest.mark.parametrize("name", ["../../etc/cron.d/x.pdf", "/etc/x.pdf", "C:\\x.pdf", "a/../../x.pdf", "..\\x.pdf"])
def test_a_name_that_points_out_of_the_archive_is_not_followed(tmp_path, name):
    info = zipfile.ZipInfo("x")
    info.filename = name
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(info, b"%PDF-1.4")
        packed.writestr("good.pdf", b"%PDF-1.4")
    found = states(tmp_path / "a.zip")
    assert sorted(found.values()) == ["", "unsafe"]
    files = gather([tmp_path / "a.zip"])
    assert all(file.path.resolve().is_relative_to(file.path.parent.resolve()) for file in files)
    assert not any(p.name == "x.pdf" for p in tmp_path.rglob("*"))


def test_a_link_in_an_archive_is_not_followed(tmp_path):
    info = zipfile.ZipInfo("link.pdf")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(info, "/etc/passwd")
    assert states(tmp_path / "a.zip") == {"a.zip!link.pdf": "unsafe"}


def test_a_bomb_is_not_opened(tmp_path):
    path = pack(tmp_path / "a.zip", {"zeros.pdf": bytes(60 * 1024 * 1024)})
    assert states(path) == {"a.zip": "unsafe"}


def test_a_table_of_contents_that_lies_about_sizes_is_not_believed(tmp_path, monkeypatch):
    path = pack(tmp_path / "a.zip", {"zeros.pdf": bytes(3 * 1024 * 1024)})
    body = path.read_bytes()
    lied = body.replace(struct.pack("<L", 3 * 1024 * 1024), struct.pack("<L", 100))
    path.write_bytes(lied)
    monkeypatch.setattr(archive, "MAX_ARCHIVE_BYTES", 1024 * 1024)
    assert set(states(path).values()) <= {"too_large", "damaged"}


def test_too_many_files_are_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    path = pack(tmp_path / "a.zip", {f"{n}.pdf": b"%PDF" for n in range(5)})
    assert states(path) == {"a.zip": "too_large"}
    assert limits.MAX_MEMBERS > 100


def test_a_locked_member_is_named_and_the_rest_goes_on(tmp_path):
    path = pack(tmp_path / "a.zip", {"locked.pdf": b"%PDF-1.4 secret", "open.pdf": b"%PDF-1.4"})
    body = bytearray(path.read_bytes())
    local, central = body.index(b"PK\x03\x04"), body.index(b"PK\x01\x02")
    body[local + 6] |= 1
    body[central + 8] |= 1
    path.write_bytes(bytes(body))
    assert states(path) == {"a.zip!locked.pdf": "encrypted", "a.zip!open.pdf": ""}


def test_what_is_no_archive_has_a_named_state(tmp_path, paper):
    (tmp_path / "a.zip").write_bytes(b"Rar!\x1a\x07 no zip")
    (tmp_path / "b.zip").touch()
    pack(tmp_path / "c.zip", {})
    body = pack(tmp_path / "d.zip", {"a.pdf": paper.read_bytes()}).read_bytes()
    (tmp_path / "d.zip").write_bytes(body[: len(body) // 2])
    readings = read_files(gather([tmp_path / f"{n}.zip" for n in "abcd"]), ReadingSettings(workers=1))
    assert [r.state for r in readings] == ["damaged", "empty", "empty", "damaged"]
    assert all(r.problems for r in readings)


def test_a_member_whose_bytes_are_broken_is_named(tmp_path):
    path = pack(tmp_path / "a.zip", {"a.pdf": b"%PDF-1.4" + bytes(range(256)) * 40})
    body = bytearray(path.read_bytes())
    body[60:90] = b"\xff" * 30
    path.write_bytes(bytes(body))
    assert states(path) == {"a.zip!a.pdf": "damaged"}


def test_the_unpacked_files_go_when_nobody_holds_them(tmp_path, paper):
    files = gather([pack(tmp_path / "a.zip", {"a.pdf": paper.read_bytes()})])
    path = files[0].path
    assert path.exists()
    del files
    assert not path.exists()


def test_trouble_travels_with_its_message():
    with pytest.raises(FileTrouble, match="zip"):
        archive.open_archive(Path(__file__))
