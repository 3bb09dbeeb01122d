"""Which claims stay open because a registry was not loaded."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from registries.catalog import Registries
from registries.schema import KINDS
from verifier.claims import Claim

NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "company_name": ("companies",),
        "org_code": ("companies",),
        "legal_representative": ("companies",),
        "registered_capital": ("companies",),
        "public_credit_grade": ("credit_ratings",),
        "invention_patents_valid": ("patents",),
        "software_copyrights": ("software_copyrights",),
        "standards_led": ("standards",),
        "standards_participated": ("standards",),
        "brand_honours": ("honors",),
        "innovation_performance": ("awards", "first_sets"),
        "cloud_honours": ("honors",),
        "full_business_digitalisation": ("honors",),
        "security_technology": ("security_filings",),
    }
)
"""Claim -> the registries without which its papers can be read but not checked."""


def undecidable(claims: Sequence[Claim], registries: Registries | None) -> Mapping[str, tuple[str, ...]]:
    """For each registry kind that is not loaded, the claims of the form that it leaves open."""
    loaded = registries.loaded if registries is not None else {}
    missing = [kind.name for kind in KINDS if kind.name not in loaded]
    made = [claim for claim in claims if not claim.blank]
    found = {kind: tuple(c.key for c in made if kind in NEEDED.get(c.name, ())) for kind in missing}
    return MappingProxyType({kind: keys for kind, keys in found.items() if keys})
