"""What Word files and workbooks have in common: packages within bounds, pictures, locked files."""

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from extractors.errors import FileTrouble
from extractors.readers.archive import open_archive
from extractors.readers.limits import MAX_OFFICE_BYTES

OLE_HEAD = b"\xd0\xcf\x11\xe0"
"""A package with a password is an OLE file, and so are .doc and .xls under a new name."""


def check_package(path: Path, main: str, kind: str) -> None:
    """FileTrouble unless the file is a package with its main part, small enough to be opened."""
    with path.open("rb") as file:
        head = file.read(4)
    if head == OLE_HEAD:
        message = f"{kind} 文件设有打开密码，或是旧格式改了扩展名：请解除密码并另存后上传"
        raise FileTrouble("encrypted", message)
    if head[:2] != b"PK":
        raise FileTrouble("not_what_it_says", f"内容不是 {kind} 文件：请重新导出后上传")
    with open_archive(path) as archive:
        if sum(info.file_size for info in archive.infolist()) > MAX_OFFICE_BYTES:
            raise FileTrouble("too_large", f"{kind} 文件过大：请转为 PDF 后上传")
        if main not in archive.namelist():
            raise FileTrouble("not_what_it_says", f"内容不是 {kind} 文件：请重新导出后上传")


def pixels_of(body: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels; those of a sheet of paper where nothing can open it."""
    try:
        with Image.open(io.BytesIO(body)) as image:
            return image.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return (794, 1123)
