"""The commands of whoever keeps a service: config, backup, restore, tidy, audit-log."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

audit_log = typer.Typer(no_args_is_help=True, help="The audit log of the service.")

FLAWED = 1


def config() -> None:
    """Print every setting with its value and where that comes from; passwords are left out."""
    from api.settings import load_settings, sources

    settings = load_settings()
    for name, source in sources(settings).items():
        typer.echo(f"HEZHENG_{name.upper()}={_shown(name, getattr(settings, name))}  # {source}")
    for name in ("database_url", "files_url", "registries_path", "anchor_path", "scratch"):
        typer.echo(f"# {name}: {_shown(name, getattr(settings, name))}")


def _shown(name: str, value: object) -> str:
    if value is None:
        return ""
    if name.startswith("database"):
        from sqlalchemy import make_url

        return make_url(str(value)).render_as_string(hide_password=True)
    return str(value)


def backup(
    folder: Annotated[Path, typer.Argument(help="Where to; an earlier backup is brought up to date.")],
) -> None:
    """Back database and files up while the service runs, and check every file."""
    from api.context import open_context
    from api.settings import load_settings
    from verifier.store.backup import back_up

    context = open_context(load_settings())
    typer.echo(json.dumps(asdict(back_up(context.store, context.files, folder)), ensure_ascii=False))
    context.close()


def restore(
    folder: Annotated[Path, typer.Argument(help="The backup.", exists=True, file_okay=False)],
) -> None:
    """Bring a backup back into the empty place that the settings name, and check all of it."""
    from sqlalchemy import make_url

    from api.settings import load_settings
    from verifier.store.backup import restore as bring_back
    from verifier.store.filestore import FileStore

    settings = load_settings()
    files = FileStore(settings.files_url, settings.scratch)
    told = bring_back(folder, make_url(settings.database_url), files)
    typer.echo(json.dumps(asdict(told), ensure_ascii=False))


def tidy() -> None:
    """Remove what is past the time that the settings say; the audit log stays."""
    from datetime import timedelta

    from api.context import open_context
    from api.settings import load_settings
    from verifier.store.retention import Periods
    from verifier.store.retention import tidy as remove

    settings = load_settings()
    context = open_context(settings)
    periods = Periods(timedelta(days=settings.keep_drafts_days), timedelta(days=settings.keep_files_days))
    with context.store.writing() as session:
        removed = remove(session, context.files, periods, context.now)
    typer.echo(json.dumps(asdict(removed)))
    context.close()


@audit_log.command("verify")
def verify_audit_log(
    anchors: Annotated[
        list[Path] | None,
        typer.Option("--anchors", help="Files of anchors; default: that of the settings.", exists=True),
    ] = None,
) -> None:
    """Go through the log, its chain and its anchors; exit status 1 where it is not as it was written."""
    from api.context import open_context
    from api.settings import load_settings
    from verifier.audit.anchoring import read_anchors
    from verifier.audit.verifying import verify_log

    settings = load_settings()
    context = open_context(settings)
    with context.store.reading() as session:
        found = verify_log(session, read_anchors(anchors or [settings.anchor_path]))
    context.close()
    for flaw in found.flaws:
        typer.echo(f"{flaw.code} {flaw.seq}：{flaw.text}", err=True)
    last = f"，末条 {found.last.seq} {found.last.hash}" if found.last else ""
    typer.echo(f"共 {found.records} 条记录{last}：{'有问题' if found.flaws else '完整'}")
    if found.flaws:
        raise typer.Exit(FLAWED)
