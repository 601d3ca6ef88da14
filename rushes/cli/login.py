"""rushes login, rushes logout: let this machine in at a server, with a key of its own."""

from __future__ import annotations

import os

import click

from rushes.cli import sign_ins
from rushes.cli.sign_ins import SignIns
from rushes.client.client import DEFAULT_URL
from rushes.client.sign_in import begin
from rushes.server.settings import Settings

_server = click.option("--server", envvar="RUSHES_URL", default=DEFAULT_URL, show_default=True, help="The server.")


@click.command(help="Sign in: a person lets this machine in on a page, and its own key is kept here.")
@_server
@click.option("--browser/--no-browser", default=True, help="Open the page here as well.")
def login(server: str, browser: bool) -> None:
    url = server.rstrip("/")
    begun = begin(url)
    click.echo(f"Open {begun.address}\nand let in the program that shows {click.style(begun.user_code, bold=True)}.")
    if browser:
        click.launch(begun.address)
    click.echo("Waiting …", err=True)
    key = begun.wait()
    home = Settings.read(os.environ).home
    known = sign_ins.read(home)
    path = sign_ins.write(home, SignIns(url, {**known.keys, url: key}))
    click.echo(f"Signed in at {url}. The key is kept in {path}.")


@click.command(help="Forget the key of a server. It goes on working until it is revoked there.")
@_server
def logout(server: str) -> None:
    url, home = server.rstrip("/"), Settings.read(os.environ).home
    known = sign_ins.read(home)
    left = {address: key for address, key in known.keys.items() if address != url}
    if len(left) == len(known.keys):
        click.echo(f"There is no key for {url} here.")
        return
    sign_ins.write(home, SignIns(next(reversed(left), None) if known.last == url else known.last, left))
    click.echo(f"Forgotten. Revoke it at {url}/keys, so that nobody uses a copy.")
