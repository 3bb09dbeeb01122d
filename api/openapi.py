"""The OpenAPI document: what FastAPI writes, with the problem that every operation may answer."""

from typing import Any

from fastapi import FastAPI

from api.errors import Problem

REF = "#/components/schemas/{model}"


class Described(FastAPI):
    """An application whose document tells its problems, too."""

    def openapi(self) -> dict[str, Any]:
        """The document, written once."""
        if self.openapi_schema is None:
            _complete(super().openapi())
        return super().openapi()


def _complete(document: dict[str, Any]) -> None:
    schema = Problem.model_json_schema(ref_template=REF)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas |= schema.pop("$defs", {}) | {"Problem": schema}
    for path in document["paths"].values():
        for operation in path.values():
            # FastAPI's own form of errors, which ours takes the place of.
            operation["responses"].pop("422", None)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
