"""rushes keys edit: change a key that is in use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import click

from rushes.budget import Period
from rushes.cli.keys import BY, keys, opened, read_budget
from rushes.intake.key_change import Change, change
from rushes.key import Scope

#: What lifts a limit.
NONE = "none"


class _OrNone(click.ParamType[int]):
    """A whole number of at least 1, or `none`, which is 0."""

    name = "N|none"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # Any: click's
        if value == NONE:
            return 0
        if not (value.isdecimal() and int(value) > 0):
            self.fail(f"{value!r} is neither a whole number above 0 nor none.", param, ctx)
        return int(value)


@keys.command(help="Change the key KEY_ID. What is not named stays as it is; `none` lifts a limit.")
@click.argument("key_id")
@click.option("--name", help="What it is called.")
@click.option(
    "--scope", "scopes", multiple=True, type=click.Choice([str(scope) for scope in Scope]), help="May be repeated."
)
@click.option("--model", "allowed", multiple=True, help="Allow only this model; may be repeated; none: all of them.")
@click.option("--expires-days", type=_OrNone(), help="Stop working in so many days.")
@click.option(
    "--budget", "amounts", multiple=True, metavar="PERIOD=USD", help="day=5, month=100 or total=none; may be repeated."
)
@click.option("--hard/--warn-only", "hard", default=None, help="Do its budgets refuse, or only warn?")
@click.option("--requests-per-minute", type=_OrNone(), help="How often it may ask for work.")
@click.option("--burst", type=_OrNone(), help="How many of them at once.")
@click.option("--concurrent-tasks", type=_OrNone(), help="How many open tasks it may have.")
@click.option("--address", "addresses", multiple=True, help="Allow only this address or network; none: all of them.")
@click.option("--project", help="Another project than the first.")
def edit(
    key_id: str,
    name: str | None,
    scopes: tuple[str, ...],
    allowed: tuple[str, ...],
    expires_days: int | None,
    amounts: tuple[str, ...],
    hard: bool | None,
    requests_per_minute: int | None,
    burst: int | None,
    concurrent_tasks: int | None,
    addresses: tuple[str, ...],
    project: str | None,
) -> None:
    now = datetime.now(UTC)
    fields: dict[str, Any] = {}  # Any: what each field of a key is
    if name is not None:
        fields["name"] = name
    if scopes:
        fields["scopes"] = frozenset(map(Scope, scopes))
    if allowed:
        fields["models"] = _unless_none(frozenset(allowed))
    if addresses:
        fields["addresses"] = _unless_none(addresses)
    if expires_days is not None:
        fields["expires_at"] = now + timedelta(days=expires_days) if expires_days else None
    for field, value in (
        ("requests_per_minute", requests_per_minute),
        ("requests_burst", burst),
        ("concurrent_tasks", concurrent_tasks),
    ):
        if value is not None:
            fields[field] = value or None
    wanted = Change(fields, dict(map(_budget, amounts)), hard)
    with opened() as (database, first):
        key = change(database, project=project or first, key_id=key_id, change=wanted, now=now, by=BY)
    click.echo(f"{key.name} ({key.prefix}…) is changed.")


def _budget(text: str) -> tuple[Period, int | None]:
    period, _, amount = text.partition("=")
    return (Period(period), None) if amount == NONE and period in list(Period) else read_budget(text)


def _unless_none(values: Sequence[str] | frozenset[str]) -> Any:  # Any: as it came
    return None if NONE in values else values
