"""The OpenAPI document: what FastAPI writes, with the problem that every operation may answer."""

from typing import Any

from fastapi import FastAPI

from api.errors import Problem

REF = "#/components/schemas/{model}"


def describe(app: FastAPI) -> None:
    """Complete the application's document."""
    write = app.openapi

    def complete() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = write()
            schema = Problem.model_json_schema(ref_template=REF)
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            schemas |= schema.pop("$defs", {}) | {"Problem": schema}
            for path in document["paths"].values():
                for operation in path.values():
                    # FastAPI's own form of errors, which ours takes the place of.
                    operation["responses"].pop("422", None)
            for unused in ("HTTPValidationError", "ValidationError"):
                schemas.pop(unused, None)
        return app.openapi_schema or document

    app.openapi = complete  # type: ignore[method-assign]
