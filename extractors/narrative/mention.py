"""Mentions: what one sentence of a narrative box claims, with its characters in the box."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that a narrative box claims.

    `kind`: award, first_set, honour, security_filing, platform, … or «slogan» for a part that no
    paper can prove. `name` is the honour or prize (浙江省科学技术进步奖, 上云标杆), or for 首台套,
    platforms and systems the product, platform or system itself; `project` what it was given for.
    `level` is 国际/国内/省内 for 首台套, 国家/省/市 for honours, the number 1-5 for MLPS.
    `status`: granted, ongoing, applied, publicised, planned, cultivation, lapsed; `negated` for 未获得….
    `start` and `end` are character offsets into the box.
    """

    kind: str
    name: str
    start: int
    end: int
    text: str
    project: str = ""
    grade: str = ""
    level: str = ""
    years: tuple[int, ...] = ()
    role: str = ""
    rank: int | None = None
    number: str = ""
    quantity: float | None = None
    unit: str = ""
    issuer: str = ""
    status: str = "granted"
    negated: bool = False
    bound: str = "eq"
    """How the quantity binds: eq, ge, gt, le, lt or approx (余 and 超 are gt, 近 is lt)."""
    accepted: bool = False
    """A project is said to have been accepted or concluded (已通过验收、结题)."""
    part: bool = False
    """The sentence says that this is a part of a total named before (其中): it never adds to it."""
