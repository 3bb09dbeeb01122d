"""The broken files are broken, each in its own way."""

import zipfile

import docx
import pymupdf
import pytest
from docx.opc.exceptions import PackageNotFoundError

from api.example import write_broken_files


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    return write_broken_files(tmp_path_factory.mktemp("broken"))


def test_the_encrypted_file_asks_for_its_password(broken):
    with pymupdf.open(broken["encrypted"]) as file:
        assert file.needs_pass
        assert file.authenticate("user")


def test_the_empty_file_cannot_be_opened(broken):
    assert broken["empty"].stat().st_size == 0
    with pytest.raises(pymupdf.EmptyFileError):
        pymupdf.open(broken["empty"])


def test_the_pdf_without_pages_has_none(broken):
    with pymupdf.open(broken["no_pages"], filetype="pdf") as file:
        assert file.page_count == 0


def test_the_truncated_files_end_before_their_end(broken):
    assert b"%%EOF" not in broken["truncated"].read_bytes()
    assert not broken["truncated_picture"].read_bytes().endswith(b"\xff\xd9")


def test_names_and_contents_disagree(broken):
    assert broken["picture_as_pdf"].read_bytes().startswith(b"\xff\xd8\xff")
    assert not broken["text_as_pdf"].read_bytes().startswith(b"%PDF")
    with zipfile.ZipFile(broken["zip_as_docx"]) as file:
        assert "word/document.xml" not in file.namelist()
    with pytest.raises((PackageNotFoundError, KeyError, ValueError)):
        docx.Document(str(broken["zip_as_docx"]))


def test_the_minutes_are_a_word_file_without_a_table(broken):
    assert docx.Document(str(broken["no_form"])).tables == []


def test_the_climbing_archive_points_out_of_its_folder(broken):
    with zipfile.ZipFile(broken["climbing_zip"]) as file:
        assert any(name.startswith("..") for name in file.namelist())
