"""The endpoints of both versions; each request keeps to one version of the registries.

0.2         /  (manifest, `queries=`, `extend=`)   /suggest/…  /flyout/…  /preview  /view  /extend/propose
1.0-draft   /1.0  /1.0/match  /1.0/extend  /1.0/suggest/…  /1.0/preview  /1.0/view  /1.0/extend/propose
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Annotated, Any, TypeVar
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ValidationError

from api.routes.reconciliation import extending, showing, suggesting
from api.routes.reconciliation.manifest import BATCH, manifest_02, manifest_10
from api.routes.reconciliation.matching import candidates, find_record, types_of
from api.routes.reconciliation.wire import BatchOf02, BatchOf10, Extension
from registries.catalog import Registries
from registries.schema import find_kind

Lend = Callable[[], AbstractContextManager[Registries]]
Model = TypeVar("Model", bound=BaseModel)
MOST_BYTES = 4_000_000

routes = APIRouter()


def _borrowed(request: Request) -> Iterator[Registries]:
    lend: Lend = request.app.state.lend
    with lend() as registries:
        yield registries


RegistriesDep = Annotated[Registries, Depends(_borrowed)]


async def _form(request: Request) -> dict[str, str]:
    """The fields of a request: of its address, and of its form where it has one."""
    fields = dict(request.query_params)
    if request.method == "POST":
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > MOST_BYTES:
                raise HTTPException(413, "请求过大，请减少一次提交的查询数")
        sent = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        fields |= {name: values[-1] for name, values in sent.items()}
    return fields


FormDep = Annotated[dict[str, str], Depends(_form)]


@routes.api_route("/", methods=["GET", "POST"])
def reconcile(request: Request, fields: FormDep, registries: RegistriesDep) -> Any:
    """The manifest of 0.2, the candidates of a batch (`queries`), or values of records (`extend`)."""
    if "queries" in fields:
        batch = _read(BatchOf02, fields["queries"]).root
        _check_size(len(batch))
        return {key: {"result": candidates(registries, each.question())} for key, each in batch.items()}
    if "extend" in fields:
        wanted = _read(Extension, fields["extend"])
        rows = {
            entity: {each.id: extending.values_of(registries, entity, each) for each in wanted.properties}
            for entity in wanted.ids
        }
        return {"meta": extending.meta_of(wanted), "rows": rows}
    if request.method == "POST":
        raise HTTPException(400, "缺少 queries 或 extend 参数")
    return manifest_02(_base(request), types_of(registries))


@routes.get("/1.0")
@routes.get("/1.0/", include_in_schema=False)
def manifest(request: Request, registries: RegistriesDep) -> Any:
    """The manifest of 1.0-draft."""
    return manifest_10(_base(request), types_of(registries))


@routes.post("/1.0/match")
def match(batch: BatchOf10, registries: RegistriesDep) -> Any:
    """The candidates of a batch of 1.0-draft, in its order."""
    _check_size(len(batch.queries))
    return {"results": [{"candidates": candidates(registries, each.question())} for each in batch.queries]}


@routes.post("/1.0/extend")
def extend(wanted: Extension, registries: RegistriesDep) -> Any:
    """Values of records in 1.0-draft."""
    rows = [
        {
            "id": entity,
            "properties": [
                {"id": each.id, "values": extending.values_of(registries, entity, each)}
                for each in wanted.properties
            ],
        }
        for entity in wanted.ids
    ]
    return {"meta": extending.meta_of(wanted), "rows": rows}


@routes.get("/extend/propose")
@routes.get("/1.0/extend/propose")
def propose(type: str = "", limit: int = 100) -> Any:
    """The columns of a kind."""
    return {"type": type, "limit": limit, "properties": extending.properties_of(type)[: max(0, limit)]}


@routes.get("/suggest/entity")
@routes.get("/1.0/suggest/entity")
def suggest_entity(registries: RegistriesDep, prefix: str = "", type: str = "", cursor: int = 0) -> Any:
    """Records by the beginning of their number or name."""
    return {"result": suggesting.suggest_entities(registries, prefix, type, max(0, cursor))}


@routes.get("/suggest/property")
@routes.get("/1.0/suggest/property")
def suggest_property(prefix: str = "", cursor: int = 0) -> Any:
    """Columns by their name."""
    return {"result": suggesting.suggest_properties(prefix)[max(0, cursor) :]}


@routes.get("/suggest/type")
@routes.get("/1.0/suggest/type")
def suggest_type(registries: RegistriesDep, prefix: str = "", cursor: int = 0) -> Any:
    """Kinds by their name."""
    return {"result": suggesting.suggest_types(registries, prefix)[max(0, cursor) :]}


@routes.get("/flyout/entity")
def flyout_entity(registries: RegistriesDep, id: str) -> Any:
    """A record in a few lines."""
    record = find_record(registries, id)
    if record is None:
        raise HTTPException(404, "没有这条登记")
    return {"id": id, "html": showing.summary_of(record)}


@routes.get("/flyout/type")
def flyout_type(id: str) -> Any:
    """A kind: its title and the office that keeps it."""
    kind = find_kind(id)
    return {"id": id, "html": f"<b>{kind.title}</b><p>{kind.office}</p>"}


@routes.get("/flyout/property")
def flyout_property(id: str) -> Any:
    """A column by its Chinese name."""
    name = next((each["name"] for each in extending.properties_of("") if each["id"] == id), "")
    if not name:
        raise HTTPException(404, "没有这个列")
    return {"id": id, "html": f"<b>{name}</b>"}


@routes.get("/preview")
@routes.get("/view")
@routes.get("/1.0/preview")
@routes.get("/1.0/view")
def preview(registries: RegistriesDep, id: str) -> HTMLResponse:
    """A record as a page."""
    record = find_record(registries, id)
    if record is None:
        return HTMLResponse("<!DOCTYPE html><meta charset=utf-8><p>没有这条登记</p>", 404)
    return HTMLResponse(showing.page_of(record), headers={"Content-Security-Policy": _NO_SCRIPTS})


_NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'"


def _base(request: Request) -> str:
    return str(request.url.replace(query="", fragment="")).rstrip("/")


def _read(model: type[Model], text: str) -> Model:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise HTTPException(400, f"查询格式不符合 Reconciliation API（{where}：{first['msg']}）") from error


def _check_size(queries: int) -> None:
    if queries > BATCH:
        raise HTTPException(413, f"一次最多 {BATCH} 个查询")
