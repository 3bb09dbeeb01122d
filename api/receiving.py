"""Takes the bytes of a file as they arrive, to the disk and nowhere else, and checks what was announced."""

import base64
import binascii
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from anyio import CancelScope
from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from api.context import Context
from api.errors import ApiError
from verifier.store.filestore import Incoming

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes that are kept."""

    sha256: str
    size: int


async def receive(request: Request, context: Context, most: int) -> Received:
    """Keep the body of a request.

    Raises:
        ApiError: it is larger than `most`, or the request broke off.
        DigestMismatch: a sha256 was announced that it has not.
        StoreFull: no room is left.
    """
    announced = announced_sha256(request)
    length = request.headers.get("content-length", "")
    expected = int(length) if length.isdigit() else 0
    if expected > most:
        raise ApiError("TOO_LARGE", f"文件超过 {most // (1024 * 1024)} MB 的上限：请拆分后上传")
    await run_in_threadpool(_check_room, context, expected)
    async with _incoming(context) as incoming:
        waiting = bytearray()
        try:
            async for chunk in request.stream():
                waiting += chunk
                if incoming.size + len(waiting) > most:
                    raise ApiError("TOO_LARGE", f"文件超过 {most // (1024 * 1024)} MB 的上限：请拆分后上传")
                if len(waiting) >= CHUNK:
                    await _write(incoming, waiting, context, expected or most)
        except ClientDisconnect as error:
            raise ApiError("BAD_REQUEST", "上传中断，未予保存：请重新上传") from error
        await _write(incoming, waiting, context, 0)
        if not incoming.size:
            raise ApiError("INVALID", "文件是空的：请核对后重新上传")
        sha256 = await run_in_threadpool(incoming.keep, announced)
        return Received(sha256, incoming.size)


@asynccontextmanager
async def _incoming(context: Context) -> AsyncIterator[Incoming]:
    """A nameless file, made and cleared away beside the loop: a busy disk takes its time for either."""
    held = context.files.incoming()
    incoming = await run_in_threadpool(held.__enter__)
    try:
        yield incoming
    finally:
        with CancelScope(shield=True):
            await run_in_threadpool(held.__exit__, None, None, None)


async def _write(incoming: Incoming, waiting: bytearray, context: Context, whole: int) -> None:
    async with context.turns.turn(max(0, whole - incoming.size - len(waiting))):
        await run_in_threadpool(incoming.write, bytes(waiting))
    waiting.clear()


def announced_sha256(request: Request) -> str | None:
    """What the request says that its bytes are: Repr-Digest or Content-Digest (RFC 9530), or X-SHA256 in hex."""
    plain = request.headers.get("x-sha256")
    if plain is not None:
        if not re.fullmatch("[0-9a-fA-F]{64}", plain):
            raise ApiError("INVALID", "X-SHA256 须为 64 位十六进制数")
        return plain.lower()
    field = request.headers.get("repr-digest") or request.headers.get("content-digest")
    if field is None:
        return None
    found = re.search(r"sha-256=:([A-Za-z0-9+/=]+):", field)
    try:
        raw = base64.b64decode(found[1], validate=True) if found else b""
    except binascii.Error:
        raw = b""
    if len(raw) != 32:
        raise ApiError("INVALID", "Repr-Digest 须含 sha-256=:…:（RFC 9530）")
    return raw.hex()


def _check_room(context: Context, expected: int) -> None:
    room = context.files.room()
    if room is not None and room - expected < context.settings.room_bytes:
        from verifier.errors import StoreFull

        raise StoreFull("存储空间不足，暂不接收文件：请管理员清理磁盘后重试")


def safe_name(name: str) -> str:
    """The name of a file as it was handed in, with its folders, if it stays within them.

    Raises:
        ApiError: it is empty, too long, points elsewhere, or holds what no name holds.
    """
    parts = name.replace("\\", "/").split("/")
    bad = any(part in ("", ".", "..") or len(part.encode("utf-8", "replace")) > 255 for part in parts)
    if bad or len(name) > 500 or any(c < " " or c == "\x7f" or "\ud800" <= c <= "\udfff" for c in name):
        raise ApiError("INVALID", "文件名不符合要求：不得为空、过长，或含有 ..、控制字符")
    return "/".join(parts)
