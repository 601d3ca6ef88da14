"""rushes keys: for whoever may use this machine's database. Over the network, the same is at /api/v1/keys."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import click
from rich.console import Console
from rich.table import Table

from rushes.budget import Period
from rushes.database import keys as rows
from rushes.database import projects
from rushes.database.connect import Database, open_database
from rushes.database.migrate import migrate
from rushes.intake import keys as intake
from rushes.intake import spending
from rushes.key import ALL_SCOPES, USUAL_SCOPES, Key, Scope, Secret
from rushes.ledger import MICROUSD_PER_USD
from rushes.model import usd_text
from rushes.server.home import Home
from rushes.server.settings import Settings

#: How the audit log names whoever may use this machine's database.
BY = "command line"


@contextmanager
def opened() -> Iterator[tuple[Database, str]]:
    """The database that the server here would use, and its first project."""
    settings = Settings.read(os.environ)
    home = Home(settings.home)
    database = open_database(settings.database_url.reveal() if settings.database_url else home.database_url)
    try:
        migrate(database)
        with database.transaction() as connection:
            project = projects.ensure_default(connection, datetime.now(UTC))
        yield database, project
    finally:
        database.close()


_project = click.option("--project", help="Another project than the first.")


@click.group(help="Make, list, rotate and revoke API keys.")
def keys() -> None:
    pass


@keys.command(help="Make a key called NAME. Its secret is shown once.")
@click.argument("name")
@click.option(
    "--live/--test", default=False, help="A test key (the default) is never charged and always drawn by the animatic."
)
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([str(scope) for scope in Scope]),
    help="May be repeated; default: create, read, files.",
)
@click.option("--all-scopes", is_flag=True, help="Also the right to make other keys.")
@click.option("--model", "allowed", multiple=True, help="Allow only this model; may be repeated.")
@click.option("--expires-days", type=click.IntRange(1, 3650), help="Stop working after so many days.")
@click.option(
    "--budget",
    "amounts",
    multiple=True,
    metavar="PERIOD=USD",
    help="What it may spend: day=5, month=100 or total=500; may be repeated.",
)
@_project
@click.option("--warn-only", is_flag=True, help="Budgets warn and refuse nothing.")
@click.option("--requests-per-minute", type=click.IntRange(1, intake.LIMIT_MAX), help="How often it may ask for work.")
@click.option("--burst", type=click.IntRange(1, intake.LIMIT_MAX), help="How many of them at once; else all.")
@click.option("--concurrent-tasks", type=click.IntRange(1, intake.LIMIT_MAX), help="How many open tasks it may have.")
@click.option("--address", "addresses", multiple=True, help="Allow only this address or network; may be repeated.")
def create(
    name: str,
    live: bool,
    scopes: tuple[str, ...],
    all_scopes: bool,
    allowed: tuple[str, ...],
    expires_days: int | None,
    amounts: tuple[str, ...],
    project: str | None,
    warn_only: bool,
    requests_per_minute: int | None,
    burst: int | None,
    concurrent_tasks: int | None,
    addresses: tuple[str, ...],
) -> None:
    now = datetime.now(UTC)
    granted = ALL_SCOPES if all_scopes else frozenset(Scope(scope) for scope in scopes) or USUAL_SCOPES
    with opened() as (database, first):
        key, secret = intake.create(
            database,
            project=project or first,
            name=name,
            live=live,
            now=now,
            scopes=granted,
            allowed_models=allowed or None,
            expires_at=now + timedelta(days=expires_days) if expires_days else None,
            limits=intake.Limits(
                tuple(read_budget(text) for text in amounts),
                not warn_only,
                requests_per_minute,
                burst,
                concurrent_tasks,
                addresses or None,
            ),
            by=BY,
        )
    _show(key, secret)


@keys.command("list", help="List the keys.")
@_project
def list_keys(project: str | None) -> None:
    table = Table("id", "name", "key", "kind", "scopes", "USD this month", "last used", "state", box=None)
    now = datetime.now(UTC)
    with opened() as (database, first), database.reading() as connection:
        found = rows.page(connection, project or first)
        spent = spending.of_keys(connection, project or first, found, now)
        for key in found:
            used = f"{key.last_used_at:%Y-%m-%d %H:%M}" if key.last_used_at else "never"
            table.add_row(
                key.id,
                key.name,
                f"{key.prefix}…",
                "live" if key.live else "test",
                " ".join(sorted(key.scopes)),
                usd_text(spent[key.root].month_microusd),
                used,
                _state(key, now),
            )
    Console().print(table)


@keys.command(help="Replace a key by a new one with the same rights.")
@click.argument("key_id")
@click.option(
    "--overlap-minutes",
    type=click.IntRange(0, 43200),
    default=0,
    show_default=True,
    help="How long the old one still works.",
)
@_project
def rotate(key_id: str, overlap_minutes: int, project: str | None) -> None:
    with opened() as (database, first):
        key, secret = intake.rotate(
            database,
            project=project or first,
            key_id=key_id,
            overlap_seconds=overlap_minutes * 60,
            now=datetime.now(UTC),
            by=BY,
        )
    _show(key, secret)


@keys.command(help="End a key now.")
@click.argument("key_id")
@_project
def revoke(key_id: str, project: str | None) -> None:
    with opened() as (database, first):
        key = intake.revoke(database, project=project or first, key_id=key_id, now=datetime.now(UTC), by=BY)
    click.echo(f"{key.prefix}… is revoked.")


def read_budget(text: str) -> tuple[Period, int]:
    """`day=5` as a period and micro-dollars."""
    period, _, amount = text.partition("=")
    if period not in list(Period):
        raise click.BadParameter(f"{text!r} is not of the form day=5, month=100 or total=500.")
    return Period(period), read_usd(amount)


def read_usd(text: str) -> int:
    """Dollars as micro-dollars."""
    if not re.fullmatch(r"\d{1,9}(\.\d{1,6})?", text):
        raise click.BadParameter(f"{text!r} is not an amount of US dollars, such as 5 or 0.80.")
    return int(Decimal(text) * MICROUSD_PER_USD)


def _show(key: Key, secret: Secret) -> None:
    click.echo(secret.reveal())
    click.echo(f"id {key.id}; shown this once: keep it now.", err=True)


def _state(key: Key, now: datetime) -> str:
    if key.revoked_at is not None:
        return "revoked" if key.revoked_at <= now else f"works until {key.revoked_at:%Y-%m-%d %H:%M}"
    if key.expires_at is not None:
        return "expired" if key.expires_at <= now else f"expires {key.expires_at:%Y-%m-%d}"
    return "works"
