"""rushes serve, rushes work: the server, and workers beside it."""

from __future__ import annotations

import os

import click

from rushes.server import processes
from rushes.server.settings import Settings


@click.command(help="Run the server: API and pages, and a worker unless told otherwise. Settings: docs/settings.md.")
@click.option("--host", help="Address to listen at; default 127.0.0.1.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen at; default 8700.")
@click.option("--no-worker", is_flag=True, help="Only answer requests; `rushes work` does the rendering elsewhere.")
@click.option("--dev", is_flag=True, help="Sign in whoever opens the console on this machine; loopback only.")
def serve(host: str | None, port: int | None, no_worker: bool, dev: bool) -> None:
    processes.serve(Settings.read(os.environ, host=host, port=port, dev=dev or None), worker=not no_worker)


@click.command(help="Run a worker only: it renders what servers on the same database have accepted.")
def work() -> None:
    processes.work(Settings.read(os.environ))
