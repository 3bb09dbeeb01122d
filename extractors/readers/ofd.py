"""OFD (GB/T 33190): text objects with a place for each character, pictures, seals, drawn lines.

A small reader of our own: the libraries that there are turn OFD into PDF by unpacking it to the disk
under the names that it says, and keep no boxes. Text is taken by its codes; whether an embedded font
draws something else cannot be seen without that font, so a page is drawn with ours.
"""

import posixpath
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

from extractors.errors import FileTrouble
from extractors.geometry import Box
from extractors.readers.archive import TROUBLES, open_archive
from extractors.readers.composed import ComposedSource, Composition, Placed, Stroke
from extractors.readers.limits import MAX_OFFICE_BYTES, MAX_PAGES
from extractors.readers.ofd_drawing import Drawing, boundary
from extractors.readers.ofd_seals import seals_of
from extractors.readers.text_layer import FEW, SCAN_SHARE, covered

POINTS = 72 / 25.4
"""Points in a millimetre, OFD's unit."""

A4 = (0.0, 0.0, 210.0, 297.0)


def open_ofd(path: Path) -> ComposedSource:
    """Open an OFD; FileTrouble names what is wrong with it."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            raise FileTrouble("not_what_it_says", "扩展名为 .ofd，但内容不是 OFD：请重新导出后上传")
    archive = open_archive(path)
    try:
        if sum(info.file_size for info in archive.infolist()) > MAX_OFFICE_BYTES:
            raise FileTrouble("too_large", "OFD 文件过大：请按章节拆分后上传")
        pages = list(_Package(archive).pages())
    except (*TROUBLES, KeyError, etree.XMLSyntaxError) as error:
        archive.close()
        raise FileTrouble("damaged", "OFD 文件已损坏或缺少部件，无法打开：请重新导出后上传") from error
    except FileTrouble:
        archive.close()
        raise
    if not pages:
        archive.close()
        raise FileTrouble("no_pages", "OFD 中没有页面：请重新导出后上传")
    return ComposedSource(pages, archive.close)


class _Package:
    """The parts of one OFD file, found along the names that its parts say."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        if self.find("/", "Encryptions.xml") is not None:
            raise FileTrouble("encrypted", "OFD 已加密：请解除加密后重新上传")
        if self.find("/", "OFD.xml") is None:
            raise FileTrouble("not_what_it_says", "内容不是 OFD 文件：请重新导出后上传")

    def find(self, folder: str, name: str) -> str | None:
        """The part that `name` means in a folder of the package; names never leave the package."""
        full = posixpath.normpath(posixpath.join("/", folder, name.replace("\\", "/"))).lstrip("/")
        return self._names.get(full.lower())

    def xml(self, part: str) -> Any:
        """A part as XML; nothing is fetched and no entity is followed."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self._archive.read(part), parser)

    def body(self, part: str) -> bytes:
        """A part as bytes."""
        return self._archive.read(part)

    def pages(self) -> Iterator[Composition]:
        """The pages of every document in the file."""
        for root in self.xml(self._names["ofd.xml"]).iter("{*}DocRoot"):
            part = self.find("/", (root.text or "").strip())
            if part is None:
                raise KeyError("DocRoot")
            yield from _Document(self, part).pages()


class _Document:
    """One document: its resources, its templates, its pages with their annotations and seals."""

    def __init__(self, package: _Package, part: str) -> None:
        self._package, self._folder = package, posixpath.dirname(part)
        self._root = package.xml(part)
        self._media: dict[str, str] = {}
        for kind in ("PublicRes", "DocumentRes"):
            for node in self._root.iterfind(f".//{{*}}{kind}"):
                self._add_media(package.find(self._folder, node.text or ""))
        self._templates = {
            node.get("ID", ""): node.get("BaseLoc", "") for node in self._root.iterfind(".//{*}TemplatePage")
        }

    def _add_media(self, part: str | None) -> None:
        if part is None:
            return
        root = self._package.xml(part)
        folder = posixpath.join(posixpath.dirname(part), root.get("BaseLoc", ""))
        for node in root.iter("{*}MultiMedia"):
            file = node.find("{*}MediaFile")
            found = None if file is None else self._package.find(folder, (file.text or "").strip())
            if found is not None:
                self._media[node.get("ID", "")] = found

    def pages(self) -> Iterator[Composition]:
        nodes = list(self._root.iterfind(".//{*}Pages/{*}Page"))
        if len(nodes) > MAX_PAGES:
            raise FileTrouble("too_large", f"OFD 超过 {MAX_PAGES} 页：请按章节拆分后上传")
        usual = self._area(self._root.find(".//{*}CommonData/{*}PageArea"))
        notes = self._annotations()
        seals = seals_of(self._package, self._folder, self._root)
        for node in nodes:
            part = self._package.find(self._folder, node.get("BaseLoc", ""))
            if part is None:
                raise KeyError(node.get("BaseLoc"))
            page = node.get("ID", "")
            yield self._page(part, usual, notes.get(page, []), seals.get(page, []))

    @staticmethod
    def _area(area: Any) -> tuple[float, float, float, float] | None:
        box = None if area is None else area.find("{*}PhysicalBox")
        return None if box is None else boundary(box.text or "")

    def _page(
        self, part: str, usual: tuple[float, float, float, float] | None, notes: list[Any], seals: list[Placed]
    ) -> Composition:
        root = self._package.xml(part)
        x, y, width, height = self._area(root.find("{*}Area")) or usual or A4
        drawing = Drawing((x, y), POINTS)
        for template in root.iterfind("{*}Template"):
            found = self._package.find(self._folder, self._templates.get(template.get("TemplateID", ""), ""))
            if found is not None:
                drawing.add(self._package.xml(found))
        for content in chain([root], notes):
            drawing.add(content)
        pictures = [*self._placed(drawing), *(_moved(seal, x, y) for seal in seals)]
        size = (round(width * POINTS, 1), round(height * POINTS, 1))
        layer = drawing.layer(_doubts(drawing, size[0] * size[1]), bool(pictures))
        return Composition(*size, layer, tuple(pictures), tuple(Stroke(p, w) for p, w in drawing.strokes))

    def _placed(self, drawing: Drawing) -> Iterator[Placed]:
        for box, resource in drawing.pictures:
            part = self._media.get(resource)
            if part is not None:
                yield Placed(box, partial(self._package.body, part))

    def _annotations(self) -> dict[str, list[Any]]:
        """What was written or stamped over the pages afterwards, by page."""
        found: dict[str, list[Any]] = {}
        for node in self._root.iterfind("{*}Annotations"):
            part = self._package.find(self._folder, (node.text or "").strip())
            for page in self._package.xml(part).iter("{*}Page") if part else ():
                file = page.find("{*}FileLoc")
                inner = self._package.find(posixpath.dirname(part or ""), "" if file is None else file.text or "")
                if inner is not None:
                    found.setdefault(page.get("PageID", ""), []).append(self._package.xml(inner))
        return found


def _moved(seal: Placed, x: float, y: float) -> Placed:
    """A seal's box is in millimetres of the page."""
    b = seal.box
    return Placed(Box(*((v - o) * POINTS for v, o in zip(b, (x, y, x, y), strict=True))), seal.body)


def _doubts(drawing: Drawing, area: float) -> tuple[str, ...]:
    """A page that is mostly picture is read as one, and so is one without words."""
    found = []
    if covered([box for box, _ in drawing.pictures], area) > SCAN_SHARE:
        found.append("SCAN")
    if sum(len(line.text) for line in drawing.lines) < FEW:
        found.append("FEW")
    return tuple(found)
