"""What speaks against a paper as a whole: pages that are missing, seals, text layers, signatures."""

import asyncio
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pymupdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigFieldSpec

from extractors.exhibit import Exhibit
from extractors.files import gather
from extractors.flaws import with_flaws
from extractors.geometry import Box
from extractors.page import TEXT, Line, Page, Problem, Seal
from extractors.readers.pdf_signatures import is_signed, signature_problems
from extractors.reading import read_with_pages
from extractors.settings import ReadingSettings

SEAL = Seal("宁波甬江数智科技有限公司", Box(300, 600, 400, 700), "red", 0.95)


def line(text: str, y: float, sure: float = 1.0, origin: str = TEXT) -> Line:
    boxes = tuple(Box(72 + 12 * i, y, 84 + 12 * i, y + 12) for i in range(len(text)))
    return Line(text, boxes, (sure,) * len(text), origin)


def page(number: int, *texts: str, sure: float = 1.0, origin: str = TEXT, **more: object) -> Page:
    lines = tuple(line(text, 60 + 20 * i, sure, origin) for i, text in enumerate(("产品开发合同", *texts)))
    return replace(Page(number, 595, 842, lines=lines), **more)  # type: ignore[arg-type]


def exhibit(*pages: int) -> Exhibit:
    return Exhibit("e1", "合同.pdf", "0" * 64, pages, "application_contract")


def flags(pages: Sequence[Page], *own: int, problems: Sequence[Problem] = ()) -> tuple[str, ...]:
    (found,) = with_flaws((exhibit(*(own or [p.number for p in pages])),), pages, problems)
    return found.flags


RUNS = {
    "all there": (["第1页 共3页", "第2页 共3页", "第3页 共3页"], 0),
    "the last one is missing": (["第1页 共3页", "第2页 共3页"], 1),
    "the first one is missing": (["第2页 共3页", "第3页 共3页"], 1),
    "one between is missing": (["第1页,共4页", "第2页,共4页", "第4页,共4页"], 1),
    "total first": (["共6页 第1页", "共6页 第2页"], 4),
    "in English": (["Page 1 of 4", "Page 2 of 4"], 2),
    "one bears no number": (["第1页 共3页", "", "第3页 共3页"], 0),
    "a total misread amid others": (["第1页 共3页", "第2页 共8页", "第3页 共3页"], 0),
    "two papers, one after the other": (["第1页 共2页", "第2页 共2页", "第1页 共2页", "第2页 共2页"], 0),
    "more pages than the total": (["第1页 共1页", "附图"], 0),
    "a number alone tells no total": (["第2页", "第3页"], 0),
    "told in a sentence": (["本合同共3页，一式两份"], 0),
}


@pytest.mark.parametrize("texts, missing", RUNS.values(), ids=RUNS.keys())
def test_printed_page_numbers_tell_what_is_missing(texts: list[str], missing: int) -> None:
    pages = [page(n, text, seals=(SEAL,)) for n, text in enumerate(texts, 1)]
    (found,) = with_flaws((exhibit(*range(1, len(pages) + 1)),), pages, ())
    assert (found.flags == ("PAGE_MISSING",)) is bool(missing)
    fact = found.fact("pages_missing")
    assert (fact.value if fact else 0) == missing
    assert fact is None or (fact.quote in [text.replace(" ", "") for text in texts] and fact.box.width > 0)


def test_a_number_that_was_hardly_read_tells_nothing() -> None:
    assert flags([page(1, "第1页 共8页", sure=0.6, origin="ocr", seals=(SEAL,))]) == ()


def test_sheets_of_two_pages_are_not_counted() -> None:
    assert flags([page(1, "第1页 共4页", width=842, height=595, seals=(SEAL,))]) == ()


def test_a_seal_is_missed_where_one_would_have_been_seen() -> None:
    scan, sealed = page(1, origin="ocr"), page(2, origin="ocr", seals=(SEAL,))
    assert flags([scan, sealed], 1) == ("UNSEALED",), "others were seen in the scan"
    assert flags([scan, sealed], 2) == () == flags([scan, sealed])
    assert flags([scan]) == (), "a scan in grey shows no red"
    assert flags([scan, page(2, seals=(SEAL,))], 1) == (), "what a digital page shows says nothing of a scan"
    assert flags([page(1), sealed], 1) == (), "seals are drawn on digital pages in too many ways"


def test_a_page_that_was_hardly_read_may_hold_the_seal() -> None:
    sealed = page(3, origin="ocr", seals=(SEAL,))
    hazy = page(1, origin="ocr", problems=(Problem("UNREADABLE_PAGE", "模糊", 1),))
    assert flags([hazy, sealed], 1) == ()
    assert flags([page(1, "第1页 共8页", origin="ocr"), sealed], 1) == ("PAGE_MISSING",), "it may be on a page that is missing"


def test_what_is_wrong_with_a_page_is_told_of_its_paper_only() -> None:
    wrong = Problem("TEXT_LAYER_MISMATCH", "文字层为「3」，页面所见为「8」", 2)
    pages = [page(1, seals=(SEAL,)), page(2, seals=(SEAL,), problems=(wrong,))]
    assert (flags(pages, 1), flags(pages, 2)) == ((), ("TEXT_LAYER_MISMATCH",))
    broken = Problem("SIGNATURE_BROKEN", "电子签名与文件内容不符", 1)
    assert flags(pages, 1, problems=(broken,)) == ("SIGNATURE_BROKEN",)


# --- electronic signatures ---------------------------------------------------------------------------


def signer(folder: Path, issued_by: str) -> SimpleSigner:
    key, issuer = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "宁波市某局")])
    by = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issued_by)])
    now = datetime.now(UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(by).public_key(key.public_key())
        .serial_number(7).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=9))
        .add_extension(usage, critical=True).sign(key if by == name else issuer, hashes.SHA256())
    )  # fmt: skip
    path = folder / "signer.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption()))
    made = SimpleSigner.load_pkcs12(path)  # type: ignore[no-untyped-call]
    assert isinstance(made, SimpleSigner)
    return made


def signed(folder: Path, issued_by: str) -> Path:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "证明：本单位参保人数386人。", fontname="china-s")
    document.new_page()
    writer = IncrementalPdfFileWriter(io.BytesIO(document.tobytes()))
    field = SigFieldSpec("S", on_page=0, box=(300, 100, 400, 200))
    path = folder / "证明.pdf"
    path.write_bytes(PdfSigner(PdfSignatureMetadata("S"), signer(folder, issued_by), new_field_spec=field).sign_pdf(writer).getvalue())
    return path


def told(path: Path) -> list[tuple[str, int]]:
    return [(problem.code, problem.page) for problem in signature_problems(path)]


def test_a_signature_that_holds_is_no_trouble(tmp_path: Path) -> None:
    path = signed(tmp_path, "某认证中心")
    assert is_signed(path) and told(path) == []


def test_a_certificate_that_its_holder_made_is_nobodys_word(tmp_path: Path) -> None:
    assert told(signed(tmp_path, "宁波市某局")) == [("SIGNATURE_UNTRUSTED", 1)]


def test_what_was_changed_after_signing_is_told(tmp_path: Path) -> None:
    path = signed(tmp_path, "某认证中心")
    document = pymupdf.open(path)
    document[0].insert_text((300, 72), "9999")
    document.saveIncr()
    assert told(path) == [("SIGNATURE_BROKEN", 1)]


def test_a_signature_is_looked_at_inside_a_running_loop_too(tmp_path: Path) -> None:
    path = signed(tmp_path, "宁波市某局")

    async def looked() -> list[tuple[str, int]]:
        return told(path)

    assert asyncio.run(looked()) == [("SIGNATURE_UNTRUSTED", 1)]


def test_signed_bytes_that_differ_are_told(tmp_path: Path) -> None:
    path = signed(tmp_path, "某认证中心")
    body = path.read_bytes()
    assert body.count(b"[0 0 595 842]") >= 1
    path.write_bytes(body.replace(b"[0 0 595 842]", b"[0 0 595 843]", 1))
    assert told(path) == [("SIGNATURE_BROKEN", 1)]


def test_a_file_without_signatures_or_with_a_false_one_costs_nothing(tmp_path: Path) -> None:
    plain = tmp_path / "a.pdf"
    document = pymupdf.open()
    document.new_page()
    document.save(plain)
    assert not is_signed(plain) and told(plain) == []
    false = tmp_path / "b.pdf"
    false.write_bytes(b"%PDF-1.7\n/ByteRange [0 1 2 3]\n")
    assert is_signed(false) and told(false) == []


def test_reading_tells_of_the_signature_and_flags_the_paper(tmp_path: Path) -> None:
    path = signed(tmp_path, "宁波市某局")
    ((reading, _),) = read_with_pages(gather([path]), ReadingSettings(workers=1))
    assert "SIGNATURE_UNTRUSTED" in [problem.code for problem in reading.problems]
    assert all("SIGNATURE_UNTRUSTED" in e.flags for e in reading.exhibits if 1 in e.pages)
