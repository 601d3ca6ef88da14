"""Which server a command speaks to, and with which key."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from socket import socket
from urllib.parse import urlsplit

import click
import httpx

from rushes.cli import sign_ins
from rushes.client import Client
from rushes.client.client import DEFAULT_URL
from rushes.errors import Misconfigured
from rushes.server.home import FIRST_KEY
from rushes.server.settings import Settings

#: A server's first key is never sent to another machine.
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_START_SECONDS_MAX = 60.0
_STOP_SECONDS_MAX = 15.0


def options() -> list[click.Option]:
    return [
        click.Option(
            ["--server"],
            envvar="RUSHES_URL",
            help=f"The server's address; default: the one that `rushes login` was for, else {DEFAULT_URL}.",
        ),
        click.Option(
            ["--key"],
            envvar="RUSHES_API_KEY",
            help="The API key; default: that of `rushes login`, or the first key of the server on this machine.",
        ),
    ]


@contextmanager
def opened(server: str | None, key: str | None, *, own_server: bool = False) -> Iterator[Client]:
    """A client for the given server, or for one started for as long as this lasts.

    Raises Misconfigured when no key is known.
    """
    signed = sign_ins.read(Settings.read(os.environ).home)
    wanted = (server or signed.last or DEFAULT_URL).rstrip("/")
    known = None if own_server else signed.keys.get(wanted)
    place = _started() if own_server else nullcontext(wanted)
    with place as address, Client(address, key or known or first_key(address)) as client:
        yield client


def first_key(address: str = DEFAULT_URL) -> str:
    """The key that the server on this machine made at its first start. Raises Misconfigured when there is none."""
    if urlsplit(address).hostname not in _HERE:
        raise Misconfigured(f"No API key for {address}: run `rushes login`, or give --key or RUSHES_API_KEY.")
    path = Settings.read(os.environ).home / FIRST_KEY
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError as fault:
        raise Misconfigured(
            f"No API key: give --key or RUSHES_API_KEY. (The server on this machine would keep its first key in {path}.)"
        ) from fault


@contextmanager
def _started() -> Iterator[str]:
    """Start a server of our own on a free port; yields its address. Stopped, whatever happens."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    home = Settings.read(os.environ).home
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    log_path = home / "own-server.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "rushes", "serve", "--host", "127.0.0.1", "--port", str(port)],
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "RUSHES_HOME": str(home)},
        )
        try:
            _await_ready(process, address, log_path)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS_MAX)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _await_ready(process: subprocess.Popen[bytes], address: str, log_path: Path) -> None:
    ends = time.monotonic() + _START_SECONDS_MAX
    while time.monotonic() < ends:
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"{address}/readyz", timeout=2.0, trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    tail = log_path.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise Misconfigured(f"The server did not start; its last words ({log_path}):\n{tail}")
