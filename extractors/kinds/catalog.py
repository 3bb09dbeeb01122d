"""Every kind of evidence, listed by hand: the order in which a page is asked what it is."""

from extractors.kinds import (
    awards,
    contracts,
    filings,
    finance,
    hearsay,
    identity,
    market,
    notices,
    partners,
    patents,
    platforms,
    policies,
    projects,
    quality,
    software,
    staff,
    standards,
    surveys,
    tax,
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
            *tax.KINDS,
            *staff.KINDS,
            *surveys.KINDS,
            *market.KINDS,
            *quality.KINDS,
            *awards.KINDS,
            *filings.KINDS,
            *notices.KINDS,
            *projects.KINDS,
            *partners.KINDS,
            *contracts.KINDS,
            *platforms.KINDS,
            *policies.KINDS,
            *hearsay.KINDS,
        ),
        key=lambda kind: -kind.rank,
    )
)
