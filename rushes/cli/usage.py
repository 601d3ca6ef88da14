"""rushes usage: what was made and spent, with a small chart."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from rushes.cli import connection
from rushes.cli.tasks import connected

_BLOCKS = " ▁▂▃▄▅▆▇█"
_CHART_ROWS = 6


@click.command(help="What the key's project has made and spent.")
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True, help="Up to today, in UTC.")
@click.option(
    "--by",
    default="model",
    show_default=True,
    help="Lines of the table: day, model, key, engine, status; joined by commas.",
)
@click.option("--model", help="Only tasks of one model.")
@click.option("--json", "as_json", is_flag=True, help="The server's answer as it is.")
@click.option("--receipt", "task_id", metavar="TASK", help="One task's receipt instead.")
@connected
def usage(
    days: int,
    by: str,
    model: str | None,
    as_json: bool,
    task_id: str | None,
    server: str | None,
    key: str | None,
) -> None:
    last = datetime.now(UTC).date()
    asked = {"first": (last - timedelta(days=days - 1)).isoformat(), "last": last.isoformat()}
    asked |= {"model": model} if model else {}
    with connection.opened(server, key) as client:
        if task_id is not None:
            click.echo(json.dumps(client.receipt(task_id), indent=2))
            return
        found = client.usage(by=by, **asked)
        if as_json:
            click.echo(json.dumps(found, indent=2))
            return
        daily = client.usage(by="day", **asked)
    console = Console(highlight=False)
    spent = any(Decimal(line["spend"]) for line in daily["lines"])
    values = {line["day"]: float(line["spend"] if spent else line["seconds"]) for line in daily["lines"]}
    first = last - timedelta(days=days - 1)
    for row in chart([values.get((first + timedelta(days=day)).isoformat(), 0.0) for day in range(days)]):
        console.print(row)
    console.print(f"{_axis(first, last, days)}  {'USD' if spent else 'seconds'} a day")
    console.print()
    console.print(_table(found))
    _money(console, found)


def chart(values: Sequence[float]) -> list[str]:
    """Columns of blocks, the highest as high as the chart; rows from the top down, with the scale at their left."""
    top = max(values, default=0.0) or 1.0
    heights = [round(value / top * _CHART_ROWS * 8) or (1 if value else 0) for value in values]
    rows = []
    for row in range(_CHART_ROWS, 0, -1):
        scale = f"{top * row / _CHART_ROWS:8.4g}" if row in (_CHART_ROWS, _CHART_ROWS // 2) else " " * 8
        blocks = "".join(_BLOCKS[max(0, min(8, height - (row - 1) * 8))] * 2 for height in heights)
        rows.append(f"{scale} │{blocks}".rstrip())
    return rows


def _axis(first: date, last: date, days: int) -> str:
    gap = max(1, days * 2 - 10)
    return f"{'':8} └{first:%m-%d}{'':{gap}}{last:%m-%d}" if days > 5 else f"{'':8} └{first:%m-%d}"


def _table(found: Mapping[str, Any]) -> Table:  # Any: JSON
    table = Table(box=None)
    for dimension in found["by"]:
        table.add_column(dimension, no_wrap=True)
    for heading in ("tasks", "seconds", "USD", "discount", "waiting p50/p90", "rendering p50/p90"):
        table.add_column(heading, justify="right", no_wrap=True)
    for line in found["lines"]:
        of = [str(line.get("key_name") or line[name]) if name == "key" else str(line[name]) for name in found["by"]]
        table.add_row(*of, *_cells(line))
    if found["by"] and len(found["lines"]) > 1:
        table.add_row("total", *[""] * (len(found["by"]) - 1), *_cells(found["total"]), style="bold")
    return table


def _cells(line: Mapping[str, Any]) -> list[str]:  # Any: JSON
    sums = [str(line["tasks"]), str(line["seconds"]), line["spend"], line["discount"]]
    return [*sums, *(_times(line[f"{kind}_seconds"]) for kind in ("waiting", "rendering"))]


def _times(times: Mapping[str, float | None]) -> str:
    return "–" if times["p50"] is None else f"{times['p50']:.3g} s / {times['p90']:.3g} s"


def _money(console: Console, found: Mapping[str, Any]) -> None:  # Any: JSON
    money = found["money"]
    balance = f"balance {money['balance']} USD, " if money["balance"] is not None else ""
    console.print(f"\n{balance}held {money['held']} USD, spent {money['spent']} USD in all")
    for budget in found["budgets"]:
        kind = "" if budget["hard"] else ", only warns"
        console.print(
            f"{budget['of']} budget, {budget['period']}: {budget['used']} of {budget['limit']} USD used, "
            f"{budget['left']} left{kind}"
        )
