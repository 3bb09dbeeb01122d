"""The registries that verifications ask, and how old what they say is."""

from datetime import date, datetime
from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, Field

from api.context import Context
from api.deps import ContextDep, may
from api.routes.routing import router
from registries.freshness import freshness
from registries.schema import KINDS
from verifier.store.accounts.caller import Caller

routes = router("registries")

Asker = Annotated[Caller, Depends(may("registries:read"))]


class RegistryOut(BaseModel):
    """One kind of registry."""

    kind: str = Field(examples=["patents"])
    title: str = Field(examples=["专利"])
    loaded: bool
    version: str | None = None
    records: int | None = None
    as_of: date | None = Field(None, description="The day on which its table held.")
    imported_at: str | None = None
    days: int | None = Field(None, description="Its age today.")
    stale: bool | None = Field(None, description="Whether it is too old for its kind.")
    text: str = ""


class RegistriesOut(BaseModel):
    """All kinds, and the snapshot that counts now."""

    snapshot: str | None
    kinds: list[RegistryOut]


@routes.get("/registries")
def list_registries(caller: Asker, context: ContextDep) -> RegistriesOut:
    """Every kind of registry: whether it is loaded, how many records, how old."""
    return overview(context)


def overview(context: Context) -> RegistriesOut:
    """The registries as they are now; none where nothing was published."""
    if not context.has_registries:
        return RegistriesOut(snapshot=None, kinds=[_missing(k.name, k.title) for k in KINDS])
    with context.shelf.borrow() as registries:
        ages = {f.kind: f for f in freshness(registries.loaded, datetime.now().date())}
        made = []
        for kind in KINDS:
            version = registries.loaded.get(kind.name)
            if version is None:
                made.append(_missing(kind.name, kind.title))
                continue
            age = ages[kind.name]
            made.append(
                RegistryOut(
                    kind=kind.name,
                    title=kind.title,
                    loaded=True,
                    version=version.version,
                    records=version.records,
                    as_of=version.as_of,
                    imported_at=version.imported_at,
                    days=age.days,
                    stale=age.stale,
                    text=age.text,
                )
            )
        return RegistriesOut(snapshot=registries.version, kinds=made)


def _missing(name: str, title: str) -> RegistryOut:
    return RegistryOut.model_validate(
        {"kind": name, "title": title, "loaded": False, "text": f"{title}登记库未载入"}
    )
