"""How large the drawing commands of a PDF page are, unpacked, before anything unpacks them.

A page of a few kilobytes can unpack to gigabytes; MuPDF then computes for minutes and shows a page
that is blank or cut off. Streams are unpacked here only as far as the bound, piece by piece.
"""

import zlib
from collections.abc import Iterator
from typing import Any

from extractors.errors import PageTrouble
from extractors.readers.limits import MAX_CONTENT_BYTES

DEFLATE_RATIO = 1032
"""Deflate packs at most so many bytes into one (zlib's technical details); a shorter stream needs no look."""

PIECE = 1 << 20


def check_content(document: Any, page: Any) -> None:
    """Refuse a page whose drawing commands are larger than any page's.

    Raises:
        PageTrouble: its streams unpack to more than MAX_CONTENT_BYTES together.
    """
    streams = [_stream(document, xref) for xref in page.get_contents()]
    if all(len(filters) < 2 for _, filters in streams) and _most(streams) <= MAX_CONTENT_BYTES:
        return
    left = MAX_CONTENT_BYTES
    for packed, filters in streams:
        left -= _size(packed, filters, left)
        if left <= 0:
            raise PageTrouble("页面绘制指令解压后过大（疑似异常文件）：请将该页打印为新的 PDF 或扫描后上传")


def _most(streams: list[tuple[bytes, list[str]]]) -> int:
    return DEFLATE_RATIO * sum(len(packed) for packed, _ in streams)


def _stream(document: Any, xref: int) -> tuple[bytes, list[str]]:
    """A stream as it is packed, and its filters; nothing where a broken file names one that it does not have."""
    try:
        return document.xref_stream_raw(xref) or b"", _filters(document.xref_get_key(xref, "Filter")[1])
    except (ValueError, RuntimeError):
        return b"", []


def _filters(named: str) -> list[str]:
    return [] if named == "null" else named.strip("[] ").replace("/", " ").split()


def _size(packed: bytes, filters: list[str], bound: int) -> int:
    """Bytes after all filters, as far as `bound`; what another filter packed is taken as it is."""
    pieces: Iterator[bytes] = iter([packed])
    for name in filters:
        unpack = UNPACKED.get(name)
        if unpack is None:
            break
        pieces = unpack(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size >= bound:
            break
    return size


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    for piece in pieces:
        while piece:
            try:
                yield inflater.decompress(piece, PIECE)
            except zlib.error:
                return  # MuPDF, too, draws what came before
            piece = inflater.unconsumed_tail


def _unrolled(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """RunLength (ISO 32000-1, 7.4.5): a length below 128 copies so many bytes and one, above it repeats one byte."""
    rest = b""
    for piece in pieces:
        rest += piece
        at, made = 0, bytearray()
        while at + 1 < len(rest) and rest[at] != 128:
            length = rest[at]
            if length < 128 and at + 2 + length > len(rest):
                break
            made += rest[at + 1 : at + 2 + length] if length < 128 else rest[at + 1 : at + 2] * (257 - length)
            at += 2 + length if length < 128 else 2
            if len(made) >= PIECE:
                yield bytes(made)
                made.clear()
        rest = rest[at:]
        yield bytes(made)


UNPACKED = {"FlateDecode": _inflated, "Fl": _inflated, "RunLengthDecode": _unrolled, "RL": _unrolled}
