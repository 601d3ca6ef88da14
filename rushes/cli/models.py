"""rushes models: what can be asked for, from the declarations."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from rushes import models as catalog
from rushes.model import Only, usd_text


@click.command(help="List the models, or describe MODEL.")
@click.argument("model", required=False)
def models(model: str | None) -> None:
    if model is None:
        _list()
    else:
        _describe(model)


def _list() -> None:
    table = Table("model", "name", "USD per second", "what it does", box=None)
    for declared in catalog.ALL.values():
        prices = sorted(set(declared.price.per_second.values()))
        price = usd_text(prices[0]) if len(prices) == 1 else f"{usd_text(prices[0])} to {usd_text(prices[-1])}"
        table.add_row(declared.id, declared.name, price, declared.description)
    Console().print(table)


def _describe(name: str) -> None:
    model = catalog.find(name)
    console = Console()
    console.print(f"[bold]{model.id}[/]  {model.name}, {model.vendor}. {model.description}", highlight=False)
    table = Table("parameter", "type", "options", "default", "meaning", box=None)
    for parameter in model.parameters:
        options = ", ".join(str(option) for option in parameter.options)
        default = "required" if parameter.required else "" if parameter.default is None else str(parameter.default)
        table.add_row(parameter.name, str(parameter.kind), options, default, parameter.meaning)
    console.print(table)
    for rule in model.rules:
        if isinstance(rule, Only):
            allowed = " or ".join(str(value) for value in rule.values)
            console.print(f"When {rule.when}: {rule.parameter} is {allowed}.", highlight=False)
    for (resolution, sound), price in model.price.per_second.items():
        console.print(
            f"{resolution} {'with' if sound else 'without'} sound: {usd_text(price)} USD per second", highlight=False
        )
