"""rushes projects: for whoever may use this machine's database."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click
from rich.console import Console
from rich.table import Table

from rushes.budget import Period
from rushes.cli.keys import BY, opened, read_usd
from rushes.database import audit
from rushes.database import projects as rows
from rushes.intake import projects as intake
from rushes.model import usd_text


@click.group(help="Projects: their money, how long their data is kept, and who did what to them.")
def projects() -> None:
    pass


@projects.command(help="Make a project with the id PROJECT.")
@click.argument("project")
@click.option("--name", help="What people call it; the id when left out.")
def create(project: str, name: str | None) -> None:
    with opened() as (database, _):
        intake.create(database, project, name or project, by=BY, now=datetime.now(UTC))
    click.echo(project)


@projects.command("list", help="All projects and how their money stands.")
def list_projects() -> None:
    table = Table("id", "name", "balance", "held", "spent", "kept for", box=None)
    with opened() as (database, _), database.reading() as connection:
        for project in rows.page(connection):
            days = "the server's days" if project.task_days is None else f"{project.task_days} days"
            table.add_row(
                project.id,
                project.name,
                "pays later" if project.balance_microusd is None else usd_text(project.balance_microusd),
                usd_text(project.held_microusd),
                usd_text(project.spent_microusd),
                f"{days}{', under legal hold' if project.kept_since else ''}",
            )
    Console().print(table)


@projects.command("top-up", help="Add USD to the balance of PROJECT, which is prepaid from the first time on.")
@click.argument("project")
@click.argument("usd")
@click.option("--reference", help="The payment's own number; the same one never counts twice.")
def top_up(project: str, usd: str, reference: str | None) -> None:
    with opened() as (database, _):
        added = intake.top_up(database, project, read_usd(usd), reference=reference, by=BY, now=datetime.now(UTC))
    click.echo("added" if added else "counted before: nothing was added")


@projects.command(help="Let PROJECT spend at most USD in a PERIOD; `none` lifts it.")
@click.argument("project")
@click.argument("period", type=click.Choice([str(period) for period in Period]))
@click.argument("usd")
@click.option("--warn-only", is_flag=True, help="Warn and refuse nothing.")
def budget(project: str, period: str, usd: str, warn_only: bool) -> None:
    limit = None if usd == "none" else read_usd(usd)
    with opened() as (database, _):
        intake.set_budget(database, project, Period(period), limit, hard=not warn_only, by=BY, now=datetime.now(UTC))


@projects.command(help="Keep tasks of PROJECT that are made from now on for DAYS; `none` is as the server does.")
@click.argument("project")
@click.argument("days")
@click.option("--files", is_flag=True, help="Uploads instead of tasks.")
def retain(project: str, days: str, files: bool) -> None:
    if days != "none" and not days.isdecimal():
        raise click.BadParameter(f"{days!r} is neither a number of days nor none.")
    kept = {"file_days" if files else "task_days": None if days == "none" else int(days)}
    with opened() as (database, _):
        intake.retain(database, project, kept, by=BY, now=datetime.now(UTC))


@projects.command(help="Let PROJECT hold and spend at most USD in all; `none` lifts it.")
@click.argument("project")
@click.argument("usd")
def limit(project: str, usd: str) -> None:
    with opened() as (database, _):
        intake.limit(database, project, None if usd == "none" else read_usd(usd), by=BY, now=datetime.now(UTC))


@projects.command(help="Put PROJECT under legal hold: nothing of it expires or can be deleted.")
@click.argument("project")
@click.option("--lift", is_flag=True, help="End the hold.")
def hold(project: str, lift: bool) -> None:
    with opened() as (database, _):
        intake.keep(database, project, not lift, by=BY, now=datetime.now(UTC))


@projects.command(help="Delete the data of PROJECT for good: prompts, pictures, clips. Its accounts stay.")
@click.argument("project")
@click.confirmation_option(prompt="Delete every prompt, picture and clip of this project?")
def erase(project: str) -> None:
    with opened() as (database, _):
        emptied = intake.erase(database, project, by=BY, now=datetime.now(UTC))
    click.echo(f"{emptied} tasks emptied; their clips go with the next sweep")


@projects.command("audit", help="Who did what, the newest first.")
@click.argument("project", required=False)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
def audit_log(project: str | None, limit: int) -> None:
    with opened() as (database, _), database.reading() as connection:
        for act in audit.page(connection, project, limit=limit):
            about = json.dumps(act.body) if act.body else ""
            click.echo(f"{act.at:%Y-%m-%d %H:%M:%S}  {act.by}  {act.action}  {act.subject}  {about}".rstrip())
