"""Electronic signatures of a PDF: whether each still holds for the file as it lies there.

A signature tells three things apart: the signed bytes are as they were, nothing was changed behind them, and who
signed. Whom an office trusts is its own business; a certificate that its holder made for himself is nobody's word.
Nothing is fetched. Signatures by algorithms that the library does not know (SM2) are told nothing about.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from extractors.page import Problem

MARK = b"/ByteRange"
"""Stands in every signed PDF, whatever else is compressed."""

MOST = 20
"""Signatures that are looked at in one file."""


def is_signed(path: Path) -> bool:
    """Whether the file is a PDF that may bear a signature; costs no more than reading its bytes."""
    return path.suffix.lower() == ".pdf" and MARK in path.read_bytes()


def signature_problems(path: Path) -> tuple[Problem, ...]:
    """What speaks against the signatures of a PDF, each with the page on which it is shown (0: on none)."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    with path.open("rb") as file:
        # Whatever stands in a file that is signed oddly, its pages are read all the same.
        try:
            reader = PdfFileReader(file, strict=False)
            pages = _pages(reader)
            signed = reader.embedded_regular_signatures[:MOST]
            found = [(_fault(one), pages.get(one.sig_field.container_ref.idnum, 0)) for one in signed]
        except Exception:
            return ()
    return tuple(Problem(code, _SAID[code], page) for code, page in dict.fromkeys(found) if code)


_SAID = {
    "SIGNATURE_BROKEN": "电子签名与文件内容不符（签署后被改动，或合并时失效）：请提供签发原件",
    "SIGNATURE_UNTRUSTED": "电子签名所用证书为自签证书，不能证明签署单位：请核对签发渠道",
}


def _fault(signature: Any) -> str:
    """The code of what is wrong; empty where nothing is, or nobody can say."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    trust = ValidationContext(trust_roots=[], allow_fetching=False)
    try:
        # The library starts a loop: it needs a thread in which none runs yet.
        with ThreadPoolExecutor(1) as thread:
            status = thread.submit(validate_pdf_signature, signature, trust).result()
    except Exception:  # an algorithm that is not known, a certificate that is not there: nothing is told
        return ""
    if not (status.intact and status.valid) or status.modification_level is ModificationLevel.OTHER:
        return "SIGNATURE_BROKEN"
    maker = status.signing_cert
    return "SIGNATURE_UNTRUSTED" if maker.subject == maker.issuer else ""


def _pages(reader: Any) -> dict[int, int]:
    """On which page each signature field is shown: the number of its object → the page."""
    return dict(_annotations(reader))


def _annotations(reader: Any) -> Iterator[tuple[int, int]]:
    for number in range(int(reader.root["/Pages"]["/Count"])):
        listed = reader.find_page_for_modification(number)[0].get_object().get("/Annots", ())
        for at in range(len(listed)):
            yield getattr(listed.raw_get(at), "idnum", 0), number + 1
