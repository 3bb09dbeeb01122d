"""Accounts on the wire: people, keys, sessions."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.applications import Text
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.roles import ALL, Role
from verifier.store.tables import ApiKey, User


class Credentials(BaseModel):
    """What somebody signs in with."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"login": "zhang.min", "password": "春风又绿江南岸-42"}]},
    )

    login: Text = Field(min_length=1, max_length=100)
    password: Text = Field(min_length=1, max_length=200)
    code: str | None = Field(
        None, pattern=r"^\d{6}$", description="Of an authenticator, where the account has one."
    )


class CallerOut(BaseModel):
    """Who calls, and what it may do."""

    id: str
    tenant: str
    name: str
    role: Role
    may: list[str]
    csrf: str | None = Field(description="To be sent as `X-CSRF-Token` with every change; null for machines.")

    @classmethod
    def from_caller(cls, caller: Caller) -> "CallerOut":
        """A caller."""
        return cls(
            id=caller.id,
            tenant=caller.tenant_id,
            name=caller.name,
            role=caller.role,
            may=sorted(caller.may),
            csrf=caller.csrf or None,
        )


class NewUser(BaseModel):
    """A person who is to have an account."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"login": "zhang.min", "name": "张敏", "role": "reviewer", "password": "春风又绿江南岸-42"}
            ]
        },
    )

    login: Text = Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._@-]+$")
    name: Text = Field(min_length=1, max_length=100)
    role: Role
    password: Text = Field(min_length=1, max_length=200)


class Administrator(BaseModel):
    """The security administrator that a new tenant begins with."""

    model_config = ConfigDict(extra="forbid")

    login: Text = Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._@-]+$")
    name: Text = Field(min_length=1, max_length=100)
    password: Text = Field(min_length=1, max_length=200)


class NewTenant(BaseModel):
    """A city, or whoever else is to have applications of its own."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "name": "宁波市",
                    "administrator": {"login": "li.na", "name": "李娜", "password": "春风又绿江南岸-42"},
                }
            ]
        },
    )

    name: Text = Field(min_length=1, max_length=200)
    administrator: Administrator


class TenantOut(BaseModel):
    """A tenant."""

    id: str = Field(examples=["ten_01k3x8"])
    name: str
    created_at: datetime


class UserOut(BaseModel):
    """A person's account."""

    id: str = Field(examples=["usr_01k3x8"])
    login: str
    name: str
    role: Role
    totp: bool = Field(description="Whether a code is asked for, too.")
    locked_until: datetime | None
    disabled_at: datetime | None
    created_at: datetime

    @classmethod
    def from_stored(cls, user: User) -> "UserOut":
        """A stored account."""
        return cls(
            id=user.id,
            login=user.login,
            name=user.name,
            role=Role(user.role),
            totp=user.totp is not None,
            locked_until=user.locked_until,
            disabled_at=user.disabled_at,
            created_at=user.created_at,
        )


class NewPassword(BaseModel):
    """A password in place of another."""

    model_config = ConfigDict(extra="forbid")

    password: Text = Field(min_length=1, max_length=200, examples=["春风又绿江南岸-43"])


class OwnPassword(NewPassword):
    """One's own new password; the present one shows that it is oneself."""

    present: Text = Field(min_length=1, max_length=200, examples=["春风又绿江南岸-42"])


class TotpSecret(BaseModel):
    """What an authenticator is given; it counts once a code of it was shown."""

    secret: str
    uri: str = Field(description="The same, as a QR code carries it (otpauth://).")


class TotpCode(BaseModel):
    """A code of an authenticator."""

    model_config = ConfigDict(extra="forbid")

    secret: str = Field(pattern="^[A-Z2-7]{32}$", examples=["JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"])
    code: str = Field(pattern=r"^\d{6}$", examples=["492039"])


Scope = Annotated[str, Field(pattern=f"^({'|'.join(sorted(ALL))})$")]


class NewKey(BaseModel):
    """A key that a machine is to have."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"name": "申报门户", "role": "portal", "scopes": ["applications:write"]}]
        },
    )

    name: Text = Field(min_length=1, max_length=100)
    role: Role = Role.PORTAL
    scopes: list[Scope] = Field(
        default_factory=list, max_length=32, description="Empty: all that the role may."
    )
    expires_at: datetime | None = None


class KeyOut(BaseModel):
    """A key, without its secret."""

    id: str = Field(examples=["key_01k3x8"])
    name: str
    role: Role
    scopes: list[str]
    created_at: datetime
    used_at: datetime | None
    expires_at: datetime | None
    revoked_at: datetime | None

    @classmethod
    def from_stored(cls, key: ApiKey) -> "KeyOut":
        """A stored key."""
        return cls.model_validate(key, from_attributes=True)


class KeyMade(KeyOut):
    """A new key with its secret, which is shown this once."""

    secret: str = Field(examples=["hz_…"])
