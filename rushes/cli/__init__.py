"""The command line: rushes serve | work | generate | tasks | keys | usage | webhooks | prices | projects | people |
reconcile | models | login | logout | link | verify | doctor."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import click

from rushes import __version__
from rushes.errors import RushesError

if TYPE_CHECKING:
    from click import Command, Context

#: Loaded only when asked for, so that `rushes models` does not wait for a server's imports.
_COMMANDS = {
    "serve": "rushes.cli.serve:serve",
    "work": "rushes.cli.serve:work",
    "generate": "rushes.cli.generate:generate",
    "tasks": "rushes.cli.tasks:tasks",
    "keys": "rushes.cli.key_edit:keys",
    "usage": "rushes.cli.usage:usage",
    "webhooks": "rushes.cli.webhooks:webhooks",
    "prices": "rushes.cli.prices:prices",
    "projects": "rushes.cli.projects:projects",
    "people": "rushes.cli.people:people",
    "reconcile": "rushes.cli.reconcile:reconcile",
    "models": "rushes.cli.models:models",
    "login": "rushes.cli.login:login",
    "logout": "rushes.cli.login:logout",
    "link": "rushes.cli.link:link",
    "verify": "rushes.cli.verify:verify",
    "doctor": "rushes.cli.doctor:doctor",
}


class _Commands(click.Group):
    def list_commands(self, ctx: Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="rushes")
def rushes() -> None:
    """A video-generation cloud that anyone can run: ask for a shot, get your rushes."""


def main() -> None:
    """Run a command; what goes wrong is told in a sentence, and the exit code is 1."""
    try:
        rushes()
    except RushesError as fault:
        _fail(fault.message)
    except Exception as fault:
        # The outermost loop of this process. Only the client's own network errors are told kindly; the rest is a bug.
        if type(fault).__module__.split(".")[0] != "httpx":
            raise
        request = getattr(fault, "_request", None)
        where = f" at {request.url.scheme}://{request.url.netloc.decode()}" if request is not None else ""
        _fail(f"no server answers{where} ({fault}); start one with `rushes serve`.")


def _fail(message: str) -> None:
    click.echo(f"{click.style('rushes:', fg='red')} {message}", err=True)
    sys.exit(1)
