"""The commands of the service: serve, worker, config, accounts; each opens what it needs and no more."""

import sys
from typing import Annotated

import typer

from verifier.store.accounts.roles import Role

app = typer.Typer(no_args_is_help=True, help="Tenants, people and keys.")


def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Port to listen on.")] = None,
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Start a worker beside the API.")
    ] = True,
) -> None:
    """Run the service: the API, and a worker beside it."""
    from api.serving import serve as run
    from api.settings import load_settings

    run(load_settings(host=host, port=port), with_worker=worker)


def work() -> None:
    """Run one more worker, on this machine or another one."""
    from api.settings import load_settings
    from api.working import work as run

    run(load_settings())


@app.command("add-tenant")
def add_tenant(name: Annotated[str, typer.Argument(help="A city, as 杭州市.")]) -> None:
    """Add a tenant, and print its id."""
    from api.context import open_context
    from api.settings import load_settings
    from verifier.store.accounts import people

    context = open_context(load_settings())
    with context.store.writing() as session:
        typer.echo(people.add_tenant(session, name, context.now).id)
    context.close()


@app.command("add-user")
def add_user(
    tenant: Annotated[str, typer.Argument(help="Id or name of the tenant.")],
    login: str,
    role: Role,
    name: Annotated[str, typer.Option("--name", help="As others see it; default: the login.")] = "",
) -> None:
    """Add a person; the password is asked for, or read from standard input."""
    from api.context import open_context
    from api.settings import load_settings
    from verifier.store.accounts import people

    password = (
        typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        if sys.stdin.isatty()
        else sys.stdin.readline().rstrip("\n")
    )
    context = open_context(load_settings())
    with context.store.writing() as session:
        owner = people.tenant_named(session, tenant)
        user = people.add_user(session, owner.id, login, name or login, role, password, context.now)
        typer.echo(user.id)
    context.close()


@app.command("add-key")
def add_key(
    tenant: Annotated[str, typer.Argument(help="Id or name of the tenant.")],
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    role: Annotated[Role, typer.Option("--role")] = Role.PORTAL,
    scope: Annotated[list[str] | None, typer.Option("--scope", help="Only these permissions.")] = None,
) -> None:
    """Add a machine's key, and print its secret, which cannot be shown again."""
    from api.context import open_context
    from api.settings import load_settings
    from verifier.store.accounts import keys, people

    context = open_context(load_settings())
    with context.store.writing() as session:
        owner = people.tenant_named(session, tenant)
        _, secret = keys.add_key(session, owner.id, name, role, scope or (), context.now)
    typer.echo(secret)
    context.close()
