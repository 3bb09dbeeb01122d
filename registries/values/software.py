"""计算机软件著作权: registration number, certificate number, and how the two counters hang together.

Within one year certificate number minus serial is constant, because both counters advance together.
The offsets are learned from published pairs; a failure is a hint to look closer (misread first), no proof.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from registries.values.identifier import Identifier
from registries.values.tables import table
from registries.values.text import without_spaces


class SoftwareNumber(Identifier):
    """软件著作权登记号: year, SR and the serial of that year (`2021SR0970846`).

    Serials have six digits to 2018 and seven from the first million on; a dropped or added zero is mended.
    """

    NAME: ClassVar[str] = "software_number"
    TITLE: ClassVar[str] = "软件著作权登记号"
    # 5R, SK and S尺 are how readers see SR; digits are looked for with their look-alikes.
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"(?<![0-9A-Za-z])(?:19|2[0OoQD])[0-9OoIlQ]{2}(?:[S5$][RK尺]E?|SRBJ)[0-9OoIlQBSZ]{4,8}(?![0-9A-Za-z])",
        re.I,
    )

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(r"((?:19|20)\d\d)(?:[S5$][RK尺])(E|BJ)?(\d{4,7})")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """The number without spaces, serial in the width of its year, or None."""
        stripped = re.sub(r"[.·,]", "", cls.strip(text).rpartition(":")[2])
        hit = cls._SHAPE.fullmatch(stripped)
        if hit is None:
            return None
        year, series, serial = hit[1], hit[2] or "", hit[3]
        if series:
            return f"{year}SR{series}{serial}"
        return f"{year}SR{int(serial):0{7 if int(year) >= 2019 else 6}d}"

    @classmethod
    def year(cls, text: str) -> int | None:
        """The year of registration as the number itself says."""
        number = cls.normalize(text)
        return None if number is None else int(number[:4])

    @classmethod
    def serial(cls, text: str) -> int | None:
        """The serial within the year; None for the SRE and SRBJ series, which count otherwise."""
        number = cls.normalize(text)
        rest = "" if number is None else number[6:]
        return int(rest) if rest.isdigit() else None


class SoftwareCertificateNumber(Identifier):
    """软著登字第…号: the running number of the certificate over all years."""

    NAME: ClassVar[str] = "software_certificate_number"
    TITLE: ClassVar[str] = "软件著作权证书号"
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"软[著者]登[字宇]第(?:BJ)?[0-9OoIlQBSZ]{4,8}[号亏]?|软[著者]变补[字宇]第[0-9OoIl]{4,12}[号亏]?", re.I
    )

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(r"软[著者](登|变补)[字宇]第(BJ)?(\d{4,12})[号亏]?")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """`软著登字第6846082号` with at least seven digits, or None where the text has another shape."""
        hit = cls._SHAPE.fullmatch(cls.strip(text).rpartition(":")[2])
        if hit is None:
            return None
        return f"软著{hit[1]}字第{hit[2] or ''}{int(hit[3]):07d}号"

    @classmethod
    def strip(cls, text: str) -> str:
        """Drops spaces and the points that some offices put between the digits."""
        return re.sub(r"[.·,()]", "", without_spaces(text)).upper()

    @classmethod
    def serial(cls, text: str) -> int | None:
        """The running number of an original registration."""
        hit = re.fullmatch(r"软著登字第(\d+)号", cls.normalize(text) or "")
        return int(hit[1]) if hit else None


@dataclass(frozen=True, slots=True)
class OffsetHint:
    """Whether certificate and registration number fit each other; `consistent` is None where unknown."""

    consistent: bool | None
    expected: str
    text: str


def offset_hint(certificate: str, registration: str) -> OffsetHint:
    """Compares the distance of the two numbers with the one known for the year.

    Args:
        certificate: 软著登字第…号 as printed.
        registration: the registration number as printed.

    Returns:
        A hint with the certificate number that would fit; unknown for years without a learned offset.
    """
    year, serial = SoftwareNumber.year(registration), SoftwareNumber.serial(registration)
    running = SoftwareCertificateNumber.serial(certificate)
    offset = table("software_offsets")["offsets"].get(str(year))
    if serial is None or running is None or offset is None:
        return OffsetHint(None, "", "该年度或该编号无法按证书号与登记号之差核对")
    expected = f"软著登字第{serial + offset:07d}号"
    if serial + offset == running:
        return OffsetHint(True, expected, f"证书号与登记号之差符合{year}年度规律")
    return OffsetHint(
        False, expected, f"证书号与登记号之差不符合{year}年度规律，按登记号应为{expected}，请核对是否误读"
    )
