"""Every kind of evidence, listed by hand: the order in which a page is asked what it is."""

from extractors.kinds import (
    awards,
    filings,
    finance,
    identity,
    notices,
    patents,
    software,
    standards,
)
from extractors.kinds.kind import Kind

KINDS: tuple[Kind, ...] = tuple(
    sorted(
        (
            *patents.KINDS,
            *software.KINDS,
            *standards.KINDS,
            *identity.KINDS,
            *finance.KINDS,
            *awards.KINDS,
            *filings.KINDS,
            *notices.KINDS,
        ),
        key=lambda kind: -kind.rank,
    )
)
