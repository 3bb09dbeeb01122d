"""The pictures of electronic seals on an OFD: taken out of their signed files, put where they stand.

Signatures are shown, not checked: whether one holds is for the portal that issued the paper.
"""

import posixpath
from collections.abc import Iterator
from functools import partial
from typing import Any, Protocol

from extractors.geometry import Box
from extractors.readers.composed import Placed
from extractors.readers.ofd_drawing import boundary

PNG, PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
JPEG, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


class Package(Protocol):
    """The parts of an OFD."""

    def find(self, folder: str, name: str) -> str | None:
        """The part that a name means in a folder."""

    def xml(self, part: str) -> Any:
        """A part as XML."""

    def body(self, part: str) -> bytes:
        """A part as bytes."""


def seals_of(package: Package, folder: str, document: Any) -> dict[str, list[Placed]]:
    """The seals of a document by page, boxes in millimetres."""
    found: dict[str, list[Placed]] = {}
    for listed in _lists(package, folder, document):
        for node in package.xml(listed).iter("{*}Signature"):
            part = package.find(posixpath.dirname(listed), node.get("BaseLoc", ""))
            if part is None:
                continue
            picture = _picture(package, part)
            for stamp in package.xml(part).iter("{*}StampAnnot") if picture else ():
                x, y, width, height = boundary(stamp.get("Boundary", "0 0 0 0"))
                box = Box(x, y, x + width, y + height)
                found.setdefault(stamp.get("PageRef", ""), []).append(Placed(box, partial(bytes, picture or b"")))
    return found


def _lists(package: Package, folder: str, document: Any) -> Iterator[str]:
    main = package.find("/", "OFD.xml")
    named = [n.text or "" for root in (package.xml(main) if main else document, document) for n in root.iter("{*}Signatures")]
    for name in dict.fromkeys([*named, "Signs/Signatures.xml"]):
        part = package.find("/", name) or package.find(folder, name)
        if part is not None:
            yield part
            return


def _picture(package: Package, signature: str) -> bytes | None:
    """The seal's picture, out of Seal.esl or the signed value beside the signature."""
    folder = posixpath.dirname(signature)
    root = package.xml(signature)
    named = [node.text or "" for node in root.iterfind(".//{*}Seal/{*}BaseLoc")]
    named += [node.text or "" for node in root.iter("{*}SignedValue")]
    for name in [*named, "Seal.esl", "SignedValue.dat"]:
        part = package.find(folder, name.strip())
        body = package.body(part) if part else b""
        for head, end in ((PNG, PNG_END), (JPEG, JPEG_END)):
            start = body.find(head)
            stop = body.rfind(end)
            if 0 <= start < stop:
                return body[start : stop + len(end)]
    return None
