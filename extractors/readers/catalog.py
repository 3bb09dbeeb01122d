"""Which reader opens which file: by its ending, and by whether its bytes agree."""

from collections.abc import Callable, Mapping
from pathlib import Path

from extractors.errors import FileTrouble
from extractors.readers.base import PageSource
from extractors.readers.limits import MAX_BYTES


def _pdf(path: Path) -> PageSource:
    from extractors.readers.pdf import open_pdf  # MuPDF takes 0.7 s to import

    return open_pdf(path)


def _image(path: Path) -> PageSource:
    from extractors.readers.image import open_image

    return open_image(path)


def _docx(path: Path) -> PageSource:
    from extractors.readers.docx import open_docx

    return open_docx(path)


def _xlsx(path: Path) -> PageSource:
    from extractors.readers.xlsx import open_xlsx

    return open_xlsx(path)


def _ofd(path: Path) -> PageSource:
    from extractors.readers.ofd import open_ofd

    return open_ofd(path)


OPENERS: Mapping[str, Callable[[Path], PageSource]] = {
    ".pdf": _pdf,
    ".jpg": _image,
    ".jpeg": _image,
    ".png": _image,
    ".tif": _image,
    ".tiff": _image,
    ".webp": _image,
    ".bmp": _image,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".ofd": _ofd,
}

OTHERWISE: Mapping[str, str] = {
    **dict.fromkeys((".rar", ".7z", ".tar", ".gz"), "请解压后上传其中的文件，或改用 .zip 打包"),
    **dict.fromkeys((".doc", ".wps"), "请另存为 .docx 或 PDF 后上传"),
    **dict.fromkeys((".xls", ".et", ".csv"), "请另存为 .xlsx 或 PDF 后上传"),
    **dict.fromkeys((".heic", ".heif", ".gif"), "请转为 .jpg 或 .png 图片后上传"),
}
"""What helps where a kind of file is not read; for all others a PDF does."""


def check(path: Path) -> Callable[[Path], PageSource]:
    """What will open the file, judged by its name and size alone; FileTrouble where nothing will."""
    size = path.stat().st_size
    if size == 0:
        raise FileTrouble("empty", "文件为空（0 字节）：请重新上传")
    if size > MAX_BYTES:
        raise FileTrouble("too_large", f"文件超过 {MAX_BYTES // 1024**2} MB：请按章节拆分后上传")
    opener = OPENERS.get(path.suffix.lower())
    if opener is None:
        kind = path.suffix or "（无扩展名）"
        raise FileTrouble("unsupported", f"不支持的文件类型 {kind}：{OTHERWISE.get(kind.lower(), '请转为 PDF 后上传')}")
    return opener


def open_source(path: Path) -> PageSource:
    """Open an evidence file; FileTrouble with a named state where that cannot be."""
    return check(path)(path)
