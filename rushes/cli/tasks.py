"""rushes tasks: list, show, save, cancel, delete."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from rushes.cli import connection


def connected(function: Any) -> Any:  # Any: click's decorators
    for option in reversed(connection.options()):
        function = click.option(*option.opts, envvar=option.envvar, help=option.help)(function)
    return function


@click.group(help="The tasks of the key's project.")
def tasks() -> None:
    pass


#: Ids and names are never cut; the prompt is.
_WIDTHS = {"task": 26, "status": 9, "model": 11, "USD": 4}


@tasks.command("list", help="The newest tasks.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--circled", is_flag=True, help="Only the good takes.")
@connected
def list_tasks(limit: int, circled: bool, server: str | None, key: str | None) -> None:
    table = Table(box=None)
    for heading in ("task", "status", "model", "USD"):
        table.add_column(heading, no_wrap=True, min_width=_WIDTHS[heading])
    table.add_column("prompt", overflow="ellipsis", no_wrap=True, ratio=1)
    with connection.opened(server, key) as client:
        for task in islice(client.tasks(limit=min(limit, 100), circled=circled or None), limit):
            prompt = str(task.metadata.get("parameters", {}).get("prompt", ""))
            table.add_row(
                task.id,
                task.phase,
                str(task.raw.get("model")),
                "" if task.cost_usd is None else str(task.cost_usd),
                prompt,
            )
    Console().print(table)


@tasks.command(help="Everything about one task, as JSON.")
@click.argument("task_id")
@connected
def show(task_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        click.echo(json.dumps(client.get(task_id).raw, indent=2, ensure_ascii=False))


@tasks.command(help="Download a completed task's clip.")
@click.argument("task_id")
@click.argument("path", type=click.Path(path_type=Path))
@connected
def save(task_id: str, path: Path, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        click.echo(client.save(client.get(task_id), path))


@tasks.command(help="Mark a task as one of the good takes.")
@click.argument("task_id")
@click.option("--undo", is_flag=True, help="Wipe the mark off.")
@connected
def circle(task_id: str, undo: bool, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        client.circle(task_id, not undo)


@tasks.command(help="Stop a waiting or running task; nothing is charged.")
@click.argument("task_id")
@connected
def cancel(task_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        click.echo(client.cancel(task_id).phase)


@tasks.command(help="Delete an ended task and its clip.")
@click.argument("task_id")
@connected
def delete(task_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        client.delete(task_id)
    click.echo("deleted")
