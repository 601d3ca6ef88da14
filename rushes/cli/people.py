"""rushes people: who may sign in to which project; for whoever may use this machine's database."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click
from rich.console import Console
from rich.table import Table

from rushes.cli.keys import BY, opened
from rushes.console.door import open_link
from rushes.database import members
from rushes.errors import NotFound
from rushes.intake import people as intake
from rushes.role import Role
from rushes.server.settings import Settings

_project = click.option("--project", help="Another project than the first.")
_roles = click.Choice([str(role) for role in Role])


@click.group(help="People: invited into a project by a one-time link, with a role: owner, member or viewer.")
def people() -> None:
    pass


@people.command("list", help="Who is in the project, and which invitations are open.")
@_project
def list_people(project: str | None) -> None:
    table = Table("name", "role", "since", "signs in by", box=None)
    with opened() as (database, first), database.reading() as connection:
        for member in members.of_project(connection, project or first):
            table.add_row(member.name, member.role, f"{member.created_at:%Y-%m-%d}", member.issuer or "password")
        for one in members.invitations(connection, project or first, datetime.now(UTC)):
            table.add_row(one.name, one.role, f"invited until {one.expires_at:%Y-%m-%d %H:%M}", "")
    Console().print(table)


@people.command(help="Print a link that lets NAME in, once, within seven days.")
@click.argument("name")
@click.option("--role", type=_roles, default=str(Role.MEMBER), show_default=True)
@_project
def invite(name: str, role: str, project: str | None) -> None:
    with opened() as (database, first):
        _, token = intake.invite(
            database, project=project or first, name=name, role=Role(role), by=BY, now=datetime.now(UTC)
        )
    click.echo(f"{_origin()}/join?link={token.reveal()}")


@people.command(help="Make NAME an owner, a member or a viewer.")
@click.argument("name")
@click.argument("role", type=_roles)
@_project
def role(name: str, role: str, project: str | None) -> None:
    with opened() as (database, first):
        where = project or first
        with database.reading() as connection:
            person = _named(members.of_project(connection, where), name)
        intake.change_role(database, project=where, person=person, role=Role(role), by=BY, now=datetime.now(UTC))


@people.command(help="Take NAME out of the project; what they made stays.")
@click.argument("name")
@_project
def remove(name: str, project: str | None) -> None:
    with opened() as (database, first):
        where = project or first
        with database.reading() as connection:
            person = _named(members.of_project(connection, where), name)
        intake.remove(database, project=where, person=person, by=BY, now=datetime.now(UTC))


@people.command(help="Print a one-time link that sets NAME's password, when the old one was forgotten.")
@click.argument("name")
def link(name: str) -> None:
    with opened() as (database, project):
        token = open_link(database, project, datetime.now(UTC), name)
    click.echo(f"{_origin()}/first-run?link={token}")


def _named(found: list[members.Member], name: str) -> str:
    for member in found:
        if member.name == name:
            return member.person
    raise NotFound(f"There is nobody called {name!r} in this project.")


def _origin() -> str:
    settings = Settings.read(os.environ)
    return (settings.public_url or f"http://localhost:{settings.port}").rstrip("/")
