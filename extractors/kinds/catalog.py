"""Every kind of evidence, listed by hand: the order in which a page is asked what it is."""

from extractors.kinds.business import contracts, market
from extractors.kinds.company import filings, identity
from extractors.kinds.honours import awards, notices, quality
from extractors.kinds.kind import Kind
from extractors.kinds.money import finance, surveys, tax
from extractors.kinds.own_words import hearsay, policies
from extractors.kinds.people import staff
from extractors.kinds.platforms import platforms
from extractors.kinds.projects import tasks as projects
from extractors.kinds.rights import patents, software
from extractors.kinds.standards import drafted as standards
from extractors.kinds.standards import partners

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
