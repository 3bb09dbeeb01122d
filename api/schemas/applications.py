"""Applications, their files and runs on the wire."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from verifier.store.submissions.state import State
from verifier.store.tables import Application, Run, StoredFile


def _speakable(text: str) -> str:
    """Text that every database keeps: no NUL, no half of a surrogate pair."""
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("text with a NUL or a lone surrogate")
    return text


Text = Annotated[str, AfterValidator(_speakable)]


class NewApplication(BaseModel):
    """An application that is to be made."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "title": "浙江云栖智能制造有限公司 2022年度数字工厂申报",
                    "city": "杭州市",
                    "external_id": "SZGC-2022-0001",
                    "form": {"company_name": "浙江云栖智能制造有限公司", "invention_patents_valid": 26},
                }
            ]
        },
    )

    title: Text = Field(min_length=1, max_length=300, description="What people call it.")
    city: Text = Field("", max_length=100, description="Where the company is.")
    external_id: Text | None = Field(
        None, min_length=1, max_length=200, description="The portal's own number; one application has it."
    )
    as_of: date | None = Field(
        None, description="Day on which things must hold; default: the form's own date."
    )
    form: dict[str, Any] | None = Field(
        None, description="The 申报表 by its keys; or upload it as a file with `PUT …/form`."
    )


class FileOut(BaseModel):
    """A file of an application."""

    id: str = Field(examples=["fil_01k3x8"])
    part: Literal["form", "evidence"]
    name: str = Field(examples=["发明专利证书.pdf"])
    sha256: str = Field(examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])
    size: int
    created_at: datetime

    @classmethod
    def from_stored(cls, file: StoredFile) -> "FileOut":
        """A stored file."""
        return cls.model_validate(file, from_attributes=True)


class Trouble(BaseModel):
    """Why a run waits or failed."""

    code: str = Field(examples=["FORM_UNREADABLE"])
    message: str


class RunOut(BaseModel):
    """One verification or pre-check, and how far it is."""

    id: str = Field(examples=["run_01k3x8"])
    application: str
    number: int = Field(description="Counts from 1 within the application.")
    kind: Literal["verify", "precheck"]
    state: Literal["queued", "running", "done", "failed", "cancelled"]
    stage: Literal["queued", "reading", "judging", "writing", "finished", "failed", "cancelled"]
    pages_done: int
    pages_total: int | None = Field(description="Null until the files were opened.")
    pages_left: int | None
    seconds_left: int | None = Field(
        description="An estimate from the speed so far; null where nobody can say."
    )
    waiting: int | None = Field(None, description="Runs before this one in its queue, while it is queued.")
    trouble: Trouble | None = None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @classmethod
    def from_stored(cls, run: Run, now: datetime, waiting: int | None = None) -> "RunOut":
        """A stored run as it is now."""
        left = run.pages_total - run.pages_done if run.pages_total is not None else None
        return cls.model_validate(
            {
                "id": run.id,
                "application": run.application_id,
                "number": run.number,
                "kind": run.kind,
                "state": run.state,
                "stage": run.stage,
                "pages_done": run.pages_done,
                "pages_total": run.pages_total,
                "pages_left": left,
                "seconds_left": seconds_left(run, now),
                "waiting": waiting,
                "trouble": Trouble(**run.trouble) if run.trouble else None,
                "created_at": run.created_at,
                "started_at": run.started_at,
                "finished_at": run.finished_at,
            }
        )


def seconds_left(run: Run, now: datetime) -> int | None:
    """How long the pages left will take at the speed of those that this run has read."""
    read = run.pages_done - run.pages_at_start
    if (
        run.state != State.RUNNING
        or run.stage != "reading"
        or run.reading_at is None
        or run.pages_total is None
    ):
        return None
    if read <= 0 or now < run.reading_at:
        return None
    each = (run.updated_at - run.reading_at) / read
    return max(0, round((run.pages_total - run.pages_done) * each / timedelta(seconds=1)))


class ApplicationOut(BaseModel):
    """An application."""

    id: str = Field(examples=["app_01k3x8"])
    external_id: str | None
    title: str
    city: str
    as_of: date | None
    state: Literal["draft", "queued", "running", "done", "failed", "cancelled"]
    company: str = Field(description="As the latest report names it; empty before.")
    uscc: str
    revision: int = Field(description="Raised whenever its files change.")
    run: str | None = Field(description="The latest run.")
    report: str | None = Field(description="The report that counts.")
    created_at: datetime
    updated_at: datetime

    @classmethod
    def from_stored(cls, application: Application) -> "ApplicationOut":
        """A stored application."""
        return cls.model_validate(
            {
                "id": application.id,
                "external_id": application.external_id,
                "title": application.title,
                "city": application.city,
                "as_of": application.as_of,
                "state": application.state,
                "company": application.company,
                "uscc": application.uscc,
                "revision": application.revision,
                "run": application.run_id,
                "report": application.report_id,
                "created_at": application.created_at,
                "updated_at": application.updated_at,
            }
        )


class ApplicationWithFiles(ApplicationOut):
    """An application with its files."""

    files: list[FileOut]

    @classmethod
    def from_parts(cls, application: Application, files: Sequence[StoredFile]) -> "ApplicationWithFiles":
        """A stored application and its files."""
        plain = ApplicationOut.from_stored(application).model_dump()
        return cls(**plain, files=[FileOut.from_stored(f) for f in files])
