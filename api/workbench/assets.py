"""The few files of the pages: styles and scripts, kept by browsers until they change."""

from importlib.resources import files as resources
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(str(resources(__package__) / "static"))


class Assets(StaticFiles):
    """Static files whose addresses change with them."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file; for a year where its address names its version."""
        response = await super().get_response(path, scope)
        versioned = b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = (
            "public, max-age=31536000, immutable" if versioned else "public, max-age=60"
        )
        return response
