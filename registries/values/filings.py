"""Numbers of police filings (等保备案) and high-tech certificates (高新技术企业): shape and region only."""

import re
from typing import ClassVar

from registries.values.identifier import DASH, Identifier
from registries.values.tables import table


def _is_province(code: str) -> bool:
    return code in table("places")["province_codes"]


class MlpsNumber(Identifier):
    """等保备案证明编号: 11 digits (police office, filing unit), a dash, 5 digits of the system.

    There is no check digit; the first two digits must be those of a province.
    """

    NAME: ClassVar[str] = "mlps_number"
    TITLE: ClassVar[str] = "网络安全等级保护备案证明编号"
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(rf"(?<!\d)\d{{11}}{DASH}{{1,2}}\d{{5}}(?!\d|{DASH}\d)")

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(rf"(\d{{11}}){DASH}{{0,2}}(\d{{5}})")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """`33020012345-21001`, or None where the text has another shape."""
        hit = cls._SHAPE.fullmatch(cls.strip(text).rpartition(":")[2])
        return None if hit is None else f"{hit[1]}-{hit[2]}"

    @classmethod
    def is_sound(cls, number: str) -> bool:
        """Whether it begins with the code of a province."""
        return _is_province(number[:2])

    @classmethod
    def unit(cls, text: str) -> str:
        """The filing unit: all systems of one company at one police office share these 11 digits."""
        return (cls.normalize(text) or "")[:11]


class HitechNumber(Identifier):
    """高新技术企业证书编号: GR (GF, GS before), year, province, six digits."""

    NAME: ClassVar[str] = "hitech_number"
    TITLE: ClassVar[str] = "高新技术企业证书编号"
    PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"(?<![0-9A-Za-z])G[RFS]2[0O][0-9OIl]{10}(?![0-9A-Za-z])", re.I
    )

    _SHAPE: ClassVar[re.Pattern[str]] = re.compile(r"G[RFS]20\d{10}")

    @classmethod
    def normalize(cls, text: str) -> str | None:
        """`GR202133001044`, or None where the text has another shape."""
        stripped = re.sub(rf"{DASH}|[.·]", "", cls.strip(text).rpartition(":")[2])
        return stripped if cls._SHAPE.fullmatch(stripped) else None

    @classmethod
    def is_sound(cls, number: str) -> bool:
        """Whether it has a year since 2008 and the code of a province."""
        return int(number[2:6]) >= 2008 and _is_province(number[6:8])

    @classmethod
    def year(cls, text: str) -> int | None:
        """The year of recognition; the certificate holds for three years."""
        number = cls.normalize(text)
        return None if number is None else int(number[2:6])
