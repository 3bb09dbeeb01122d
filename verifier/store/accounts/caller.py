"""Who asks: a person or a machine, of which tenant, and what it may do."""

from dataclasses import dataclass

from verifier.store.accounts.roles import Role


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a person or a machine, of which tenant, and what it may do."""

    id: str
    tenant_id: str
    name: str
    role: Role
    may: frozenset[str]
    csrf: str = ""
    """What a browser must show with every change; empty for machines."""
    stale: bool = False
    """When it was used last is known too roughly by now."""
