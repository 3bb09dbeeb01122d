"""Roles and what each may do; data, so that it can be read and tested as a table.

The three administrators are separated (GB/T 22239-2019, 8.1.4.2): one runs the machines, one keeps
the accounts, one reads the audit log; none can do another's work, and none sees an application.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """Who somebody is."""

    PORTAL = "portal"
    """申报单位 or the portal on its behalf."""
    REVIEWER = "reviewer"
    """评审员."""
    LEAD = "lead"
    """组长."""
    AUDITOR = "auditor"
    """审计管理员."""
    SYSTEM = "system"
    """系统管理员."""
    SECURITY = "security"
    """安全管理员."""


SUBMIT = frozenset({"applications:read", "applications:write", "reports:read", "registries:read"})
REVIEW = frozenset({"applications:read", "reports:read", "pages:read", "reviews:write", "registries:read"})

PERMISSIONS: Mapping[Role, frozenset[str]] = MappingProxyType(
    {
        Role.PORTAL: SUBMIT | {"webhooks:write"},
        Role.REVIEWER: REVIEW | {"personal:read"},
        Role.LEAD: REVIEW | {"personal:read", "applications:write", "applications:assign", "webhooks:write"},
        Role.AUDITOR: frozenset({"audit:read", "registries:read"}),
        Role.SYSTEM: frozenset({"system:read", "registries:read", "registries:write", "tenants:write"}),
        Role.SECURITY: frozenset({"accounts:write"}),
    }
)

ALL = frozenset(permission for granted in PERMISSIONS.values() for permission in granted)


def permissions(role: Role, scopes: frozenset[str] | None = None) -> frozenset[str]:
    """What a role may do, narrowed to the scopes of a key where it has some."""
    granted = PERMISSIONS[role]
    return granted & scopes if scopes else granted
