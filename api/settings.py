"""Settings: one frozen class, built once at the edge and passed in.

Each is read from the environment (`HEZHENG_CACHE`, `HEZHENG_WORKERS` …); the command line's options come
before it. No other module reads the environment.
"""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

MEGABYTE = 1024 * 1024


def default_cache() -> Path:
    """Where pages that were read are kept, so that none is read twice."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    # The specification of XDG: a relative path is to be ignored.
    root = Path(base) if Path(base).is_absolute() else Path.home() / ".cache"
    return root / "hezheng" / "reading.db"


class Settings(BaseSettings):
    """How the program runs on this machine."""

    model_config = SettingsConfigDict(env_prefix="HEZHENG_", frozen=True, extra="ignore")

    reader: Literal["rapidocr", "tesseract"] = Field("rapidocr", description="Which OCR engine reads scans.")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, le=256, description="Pages read side by side."
    )
    cache: Path | None = Field(default_factory=default_cache, description="SQLite file of what was read.")
    crop_dpi: int = Field(110, ge=50, le=300, description="Sharpness of the page crops in the HTML report.")
    crop_bytes: int = Field(
        10 * MEGABYTE, ge=0, description="All crops of one HTML report together take no more than this."
    )
