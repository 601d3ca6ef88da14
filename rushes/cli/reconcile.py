"""rushes reconcile: compare the ledger with what engines report; for whoever may use this machine's database."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta

import click
from rich.console import Console
from rich.table import Table

from rushes.api.reconciliation import words
from rushes.cli.keys import BY, opened
from rushes.intake import reconcile as intake
from rushes.model import usd_text


@click.command(
    help="Compare what was charged with what engines say they made and charge. Exits with 1 when it differs."
)
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="Up to now.")
@click.option("--project", help="Only this project.")
@click.option("--json", "as_json", is_flag=True, help="The differences as JSON, one a line.")
def reconcile(days: int, project: str | None, as_json: bool) -> None:
    now = datetime.now(UTC)
    with opened() as (database, _):
        found = intake.reconcile(database, now - timedelta(days=days), now, project=project, by=BY, now=now)
    if as_json:
        for one in found.found:
            click.echo(json.dumps(words(one)))
    else:
        table = Table("task", "take", "engine", "what", "seconds", "reported", "USD", "charged", box=None)
        for one in found.found:
            told = words(one)
            shown = [told[name] for name in ("delivered_seconds", "reported_seconds", "captured", "charged")]
            cells = ["–" if cell is None else str(cell) for cell in shown]
            table.add_row(one.task, str(one.take), one.engine, ", ".join(one.differences), *cells)
        if found.found:
            Console().print(table)
        click.echo(
            f"{found.takes} takes of engines elsewhere, {found.reported} reported; captured "
            f"{usd_text(found.captured_microusd)} USD, charged to us {usd_text(found.reported_microusd)} USD as far as "
            f"reported; {len(found.found)} differences."
        )
    sys.exit(1 if found.found else 0)
