"""rushes prices: discounts, price overrides, costs and margins, for whoever may use this machine's database."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from rushes.cli.keys import BY, opened, read_usd
from rushes.database import terms as rows
from rushes.intake import terms as intake
from rushes.model import usd_text
from rushes.terms import Term


@click.group(help="Discounts, margins, and prices other than the list's (see `rushes models`).")
def prices() -> None:
    pass


def _timed(function: Any) -> Any:  # Any: click's decorators
    times = click.DateTime(("%Y-%m-%d", "%Y-%m-%dT%H:%M"))
    function = click.option("--until", type=times, help="In UTC; for good when left out.")(function)
    return click.option("--from", "since", type=times, help="In UTC; now when left out.")(function)


def _scoped(function: Any) -> Any:  # Any: as above
    function = click.option("--key", "root", help="Only for this key, by its id.")(_timed(function))
    return click.option("--project", help="Only for this project.")(function)


def _narrowed(function: Any) -> Any:  # Any: as above
    function = click.option("--sound/--silent", default=None, help="Only with, or only without sound.")(function)
    return click.option("--resolution", help="Only at this resolution.")(function)


@prices.command(help="Take PERCENT off.")
@click.argument("percent")
@click.option("--model", help="Only for this model.")
@_scoped
def discount(percent: str, model: str | None, **where: Any) -> None:  # Any: what _scoped reads
    _agree(model=model, discount=read_percent(percent), **where)


@prices.command(help="Let a second of MODEL cost USD.")
@click.argument("model")
@click.argument("usd")
@_narrowed
@_scoped
def override(model: str, usd: str, resolution: str | None, sound: bool | None, **where: Any) -> None:  # Any: as above
    _agree(model=model, unit_price_microusd=read_usd(usd), resolution=resolution, sound=sound, **where)


@prices.command(help="Say that a second of MODEL costs us USD; else the list price is what it costs.")
@click.argument("model")
@click.argument("usd")
@_narrowed
@_timed
def cost(model: str, usd: str, resolution: str | None, sound: bool | None, **when: Any) -> None:  # Any: as above
    _agree(model=model, unit_cost_microusd=read_usd(usd), resolution=resolution, sound=sound, **when)


@prices.command(help="Let a second cost what it costs us, and PERCENT on top.")
@click.argument("percent")
@click.option("--model", help="Only for this model.")
@_narrowed
@_scoped
def margin(
    percent: str, model: str | None, resolution: str | None, sound: bool | None, **where: Any
) -> None:  # Any: as above
    _agree(model=model, margin=read_percent(percent), resolution=resolution, sound=sound, **where)


@prices.command("list", help="All terms, newest first.")
def list_terms() -> None:
    table = Table("id", "what", "model", "for", "from", "until", box=None)
    with opened() as (database, _), database.reading() as connection:
        for term in rows.page(connection):
            until = f"{term.ends_at:%Y-%m-%d %H:%M}" if term.ends_at else ""
            sound = {True: "sound", False: "silent", None: None}[term.sound]
            narrow = [part for part in (term.model or "all", term.resolution, sound) if part]
            table.add_row(
                term.id,
                _what(term),
                " ".join(narrow),
                term.root or term.project or "everybody",
                f"{term.begins_at:%Y-%m-%d %H:%M}",
                until,
            )
    Console().print(table)


@prices.command(help="Let terms end now; what was quoted under them stays.")
@click.argument("term_id")
def end(term_id: str) -> None:
    with opened() as (database, _):
        intake.end(database, term_id, datetime.now(UTC), by=BY)
    click.echo("ended")


def read_percent(text: str) -> int:
    """A percentage as hundredths of a percent."""
    try:
        share = Decimal(text.removesuffix("%")) * 100
    except InvalidOperation as fault:
        raise click.BadParameter(f"{text!r} is not a percentage, such as 15 or 12.5.") from fault
    if not share.is_finite() or share != int(share):
        raise click.BadParameter(f"{text!r} is not a percentage with at most two decimals.")
    return int(share)


def _what(term: Term) -> str:
    if term.unit_price_microusd is not None:
        return f"{usd_text(term.unit_price_microusd)} USD"
    if term.unit_cost_microusd is not None:
        return f"costs us {usd_text(term.unit_cost_microusd)} USD"
    return f"cost +{term.margin / 100:g} %" if term.margin is not None else f"-{(term.discount or 0) / 100:g} %"


def _agree(since: datetime | None, until: datetime | None, **about: Any) -> None:  # Any: fields of Term
    now = datetime.now(UTC)
    term = Term(
        id="",
        created_at=now,
        begins_at=now if since is None else since.replace(tzinfo=UTC),
        ends_at=None if until is None else until.replace(tzinfo=UTC),
        **about,
    )
    with opened() as (database, _):
        click.echo(intake.agree(database, term, by=BY).id)
