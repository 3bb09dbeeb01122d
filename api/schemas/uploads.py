"""Uploads in parts on the wire."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.applications import Text
from verifier.store.tables import Upload

MEGABYTE = 1024 * 1024


class NewUpload(BaseModel):
    """A large file that is to arrive in parts; asked for again with the same name and sha256, it goes on."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "name": "证明材料.pdf",
                    "size": 104857600,
                    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    "part_size": 8388608,
                }
            ]
        },
    )

    part: Literal["form", "evidence"] = "evidence"
    name: Text = Field(min_length=1, max_length=500)
    size: int = Field(ge=1, le=1 << 50)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    part_size: int = Field(8 * MEGABYTE, ge=64 * 1024, le=64 * MEGABYTE)


class UploadOut(BaseModel):
    """An upload, and which of its parts are still to come."""

    id: str = Field(examples=["upl_01k3x8"])
    application: str
    name: str
    size: int
    sha256: str
    part_size: int
    parts: int
    missing: list[int] = Field(description="Numbers of the parts that have not arrived; they count from 1.")
    file: str | None = Field(description="The file that it became.")

    @classmethod
    def from_stored(cls, upload: Upload, arrived: set[int]) -> "UploadOut":
        """A stored upload."""
        parts = parts_of(upload)
        return cls(
            id=upload.id,
            application=upload.application_id,
            name=upload.name,
            size=upload.size,
            sha256=upload.sha256,
            part_size=upload.part_size,
            parts=parts,
            missing=[n for n in range(1, parts + 1) if n not in arrived] if upload.file_id is None else [],
            file=upload.file_id,
        )


def parts_of(upload: Upload) -> int:
    """Of how many parts an upload consists."""
    return -(-upload.size // upload.part_size)
