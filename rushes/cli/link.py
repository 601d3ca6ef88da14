"""rushes link: a one-time link that sets the console's password."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click

from rushes.console.door import open_link
from rushes.database import projects
from rushes.database.connect import open_database
from rushes.database.migrate import migrate
from rushes.server.home import Home
from rushes.server.settings import Settings


@click.command(help="Make a one-time link that sets the console's password, when the old one was forgotten.")
def link() -> None:
    settings = Settings.read(os.environ)
    home = Home(settings.home)
    database = open_database(settings.database_url.reveal() if settings.database_url else home.database_url)
    try:
        migrate(database)
        now = datetime.now(UTC)
        with database.transaction() as connection:
            project = projects.ensure_default(connection, now)
        token = open_link(database, project, now)
    finally:
        database.close()
    address = f"{settings.public_url or f'http://localhost:{settings.port}'}/first-run?link={token}"
    home.keep_first_link(address)
    click.echo(address)
    click.echo("It works once; the present password works until then.", err=True)
