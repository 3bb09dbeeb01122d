"""Who sealed a paper: the names on its seals, beside the issuer that the paper itself names."""

import re
from collections.abc import Sequence

from extractors.exhibit import Fact, Place, Traits
from extractors.page import Page, Seal
from extractors.plain import simplified

NAME = re.compile(r"^[一-鿿（）()·]{3,}(?:公司|集团|厂|大学|院|所|中心|会|银行|局|厅|部|办公室|政府|合作社)")
"""An organisation's name from the start of a seal's text; what is behind it was misread."""

SURE = 0.9
"""Least confidence in a name on a seal that is told."""


def sealed_by(pages: Sequence[Page]) -> Fact | None:
    """The fact «sealed by …»: every organisation whose seal could be read, in reading order; None without one."""
    named = [(name, page, seal) for page in pages for seal in _in_order(page) if (name := _name(seal))]
    if not named:
        return None
    names = dict.fromkeys(name for name, _, _ in named)
    least = min(seal.confidence for _, _, seal in named)
    return Fact(
        name="sealed_by",
        value=";".join(names),
        quote=";".join(seal.text for _, _, seal in named),
        places=tuple(Place(page.number, page.displayed(seal.box), seal.box) for _, page, seal in named),
        confidence=least,
        traits=Traits(least=least, mean=least, length=max(map(len, names)), printed=False),
    )


def _in_order(page: Page) -> list[Seal]:
    return sorted(page.seals, key=lambda seal: (round(seal.box.y0 / 40), seal.box.x0))


def _name(seal: Seal) -> str:
    match = NAME.match(simplified(seal.text.replace(" ", "")))
    return match[0] if match and seal.confidence >= SURE else ""
