"""Settings: one frozen class, built once at the edge and passed in.

Each is read from the environment (`HEZHENG_CACHE`, `HEZHENG_WORKERS` …); the command line's options come
before it. No other module reads the environment.
"""

import os
from pathlib import Path
from typing import Any, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

MEGABYTE = 1024 * 1024


def default_cache() -> Path:
    """Where pages that were read are kept, so that none is read twice."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    # The specification of XDG: a relative path is to be ignored.
    root = Path(base) if Path(base).is_absolute() else Path.home() / ".cache"
    return root / "hezheng" / "reading.db"


def default_folder() -> Path:
    """Where the embedded service keeps its database and files."""
    base = os.environ.get("XDG_DATA_HOME", "")
    root = Path(base) if Path(base).is_absolute() else Path.home() / ".local" / "share"
    return root / "hezheng"


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

    folder: Path = Field(
        default_factory=default_folder, description="Database, files and scratch of a service on one machine."
    )
    database: str | None = Field(
        None, description="sqlite:///… or postgresql://…; default: hezheng.db in the folder."
    )
    files: str | None = Field(None, description="fsspec URL of the file store; default: files in the folder.")
    registries: Path | None = Field(
        None, description="Registry file, or folder of published versions; default: registries in the folder."
    )
    find_reuse: bool = Field(
        True, description="Look for papers that other applications of the tenant used, and remember these."
    )
    seen: Path | None = Field(
        None,
        description="Folder of the registers of papers seen, one a tenant; workers share it. Default: seen in the folder.",
    )
    open_reconciliation: bool = Field(
        False, description="Serve the registries as a Reconciliation API at /reconcile, to anybody, without a key."
    )
    host: str = Field("127.0.0.1", description="Address that the service listens on.")
    port: int = Field(8720, ge=0, le=65535, description="Port that the service listens on.")
    public_url: str = Field("", description="How the service is reached from outside, for links in messages.")
    secure_cookies: bool = Field(True, description="Send session cookies over HTTPS and to localhost only.")
    trusted_proxies: str = Field("127.0.0.1", description="Addresses whose X-Forwarded headers are believed.")
    small_runs: int = Field(1, ge=1, le=64, description="Small applications that a worker verifies at once.")
    large_runs: int = Field(1, ge=1, le=64, description="Large applications that a worker verifies at once.")
    tenant_runs: int = Field(4, ge=1, le=1024, description="Applications of one tenant verified at once.")
    nice: int = Field(10, ge=0, le=19, description="How far readers step back for the API on this machine.")
    grace_seconds: int = Field(20, ge=0, le=3600, description="How long a worker that is stopped may finish.")
    max_file_bytes: int = Field(1024 * MEGABYTE, ge=1, description="Largest file that is taken.")
    room_bytes: int = Field(
        256 * MEGABYTE, ge=0, description="Free room on the disk below which no more files are taken."
    )
    webhook_private: bool = Field(
        False, description="Allow webhooks to private addresses, as where the portal is on the same network."
    )
    anchor: Path | None = Field(
        None,
        description="File outside the database to which the audit log is anchored; default: in the folder.",
    )
    anchor_syslog: bool = Field(False, description="Anchor the audit log to syslog, too.")
    keep_drafts_days: int = Field(
        180, ge=1, description="Days after which drafts nobody touched are removed."
    )
    keep_files_days: int = Field(1095, ge=1, description="Days after which files of closed applications go.")
    traces: str | None = Field(
        None, description="OTLP address (HTTP) for traces of requests and runs; needs the extra otel."
    )
    log_format: Literal["json", "text"] = Field("text", description="How the log is written.")

    @property
    def database_url(self) -> str:
        """Where the database is."""
        return self.database or f"sqlite:///{self.folder.absolute() / 'hezheng.db'}"

    @property
    def files_url(self) -> str:
        """Where files are."""
        return self.files or str(self.folder.absolute() / "files")

    @property
    def scratch(self) -> Path:
        """A folder of this machine for what may be lost."""
        return self.folder.absolute() / "scratch"

    @property
    def anchor_path(self) -> Path:
        """The file to which the audit log is anchored."""
        return self.anchor or self.folder.absolute() / "audit-anchors.jsonl"

    @property
    def seen_folder(self) -> Path:
        """Where the registers of papers seen are."""
        return self.seen or self.folder.absolute() / "seen"

    @property
    def registries_path(self) -> Path:
        """Where the service looks for registries."""
        return self.registries or self.folder.absolute() / "registries"


def load_settings(**given: Any) -> Settings:
    """The settings of this machine; what is given, and is not None, comes before the environment."""
    return Settings(**{name: value for name, value in given.items() if value is not None})


def sources(settings: Settings) -> dict[str, str]:
    """Where each setting comes from: the environment, or the default."""
    given = {name.lower() for name in os.environ}
    return {
        name: "environment" if f"hezheng_{name}" in given else "default" for name in type(settings).model_fields
    }
