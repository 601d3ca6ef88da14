"""rushes doctor: does everything work here, and if not, what to do."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator

import click

from rushes.database.connect import open_database
from rushes.database.migrate import migrate
from rushes.engine import Health
from rushes.engines import catalog
from rushes.engines.probe import probe
from rushes.errors import RushesError
from rushes.server.home import Home
from rushes.server.settings import Settings
from rushes.storage.bytes import open_storage

_FREE_BYTES_MIN = 1 << 30


@click.command(help="Check this installation, line by line.")
@click.option(
    "--warm",
    is_flag=True,
    help="Only load the engines and let them render a second, so that the first clip need not wait.",
)
def doctor(warm: bool) -> None:
    checks = _engines(warm=True) if warm else _everything()
    well = True
    for name, check in checks:
        try:
            health = check()
        except RushesError as fault:
            health = Health(well=False, line=fault.message)
        mark = click.style("ok  ", fg="green") if health.well else click.style("FAIL", fg="red")
        click.echo(f"{mark} {name}: {health.line}")
        if health.warning:
            click.echo(f"{click.style('warn', fg='yellow')} {name}: {health.warning}")
        well = well and health.well
    sys.exit(0 if well else 1)


def _everything() -> Iterator[tuple[str, Callable[[], Health]]]:
    settings = Settings.read(os.environ)
    home = Home(settings.home)

    def folder() -> Health:
        free = shutil.disk_usage(home.folder).free
        return Health(free > _FREE_BYTES_MIN, f"{home.folder}, {free / 2**30:.1f} GiB free")

    def database() -> Health:
        opened = open_database(settings.database_url.reveal() if settings.database_url else home.database_url)
        try:
            migrate(opened)
            return Health(True, f"{'SQLite' if opened.is_sqlite else 'PostgreSQL'} answers, its tables are up to date")
        finally:
            opened.close()

    def storage() -> Health:
        open_storage(settings.storage_url or home.storage_url).size("0" * 64)
        return Health(True, f"{settings.storage_url or home.storage_url} answers")

    yield "home", folder
    yield "database", database
    yield "storage", storage
    yield from _engines()


def _engines(warm: bool = False) -> Iterator[tuple[str, Callable[[], Health]]]:
    """Every engine that may serve here; those on somebody's account are not warmed, for that needs a network."""
    named = Settings.read(os.environ).engines
    for name in sorted(named or catalog.names()):

        def check(name: str = name) -> Health:
            if (lack := catalog.lacking(name)) and name not in named:
                return Health(True, f"left out. {lack}")
            if warm and not hasattr(catalog.load(name), "render"):
                return Health(True, "configured")
            return probe(name)

        yield f"engine {name}", check
