"""Processes: serve, work, or both in one."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
from types import FrameType

import uvicorn

from rushes.console.door import open_first_link
from rushes.database.projects import DEFAULT
from rushes.errors import Misconfigured
from rushes.server import logs
from rushes.server.assembly import Assembly, assemble, now
from rushes.server.protocol import Protocol
from rushes.server.settings import Settings, unknown

#: Clients of this wire poll every five seconds and keep their connection; the usual 5 s would race with them.
KEEP_ALIVE_SECONDS = 75
_GRACE_SECONDS = 5
_BACKLOG = 4096
_log = logging.getLogger("rushes.server")


def serve(settings: Settings, *, worker: bool = True) -> None:
    """Answer requests, and work on tasks as well unless told otherwise, until SIGINT or SIGTERM. Raises Misconfigured."""
    assembly = _started(settings)
    try:
        with _listening(settings) as listener:
            server = uvicorn.Server(
                uvicorn.Config(
                    assembly.app(),
                    loop="uvloop",
                    http=Protocol,
                    ws="none",
                    lifespan="off",
                    log_config=None,
                    access_log=False,
                    server_header=False,
                    timeout_keep_alive=KEEP_ALIVE_SECONDS,
                    timeout_graceful_shutdown=_GRACE_SECONDS,
                    forwarded_allow_ips=settings.trusted_proxies,
                    backlog=_BACKLOG,
                )
            )
            if worker:
                assembly.jobs.start_worker(assembly.engines)
            _announce(assembly, listener.getsockname()[1], worker)
            server.run(sockets=[listener])
    finally:
        assembly.close()


def work(settings: Settings) -> None:
    """Work on tasks until SIGINT or SIGTERM; several such processes may share a database. Raises Misconfigured."""
    assembly = _started(settings)
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)
    try:
        assembly.jobs.start_worker(assembly.engines)
        _log.info("working", extra={"worker": str(assembly.jobs.worker_id)})
        stop.wait()
    finally:
        assembly.close()


def _started(settings: Settings) -> Assembly:
    os.umask(0o077)
    logs.set_up(settings.log_format, settings.log_level)
    for variable in unknown(os.environ):
        _log.warning("%s is set, but there is no such setting; is it misspelled?", variable)
    return assemble(settings)


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(_BACKLOG)
    except OSError as fault:
        listener.close()
        raise Misconfigured(f"Cannot listen at {settings.host} port {settings.port}: {fault.strerror}.") from fault
    return listener


def _announce(assembly: Assembly, port: int, worker: bool) -> None:
    host = assembly.settings.host
    reachable = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else f"[{host}]" if ":" in host else host
    url = assembly.settings.public_url or f"http://{reachable}:{port}"
    link = _console_link(assembly, url)
    _log.info("serving%s at %s; the API is described at %s/docs", " and working" if worker else "", url, url)
    if assembly.home.first_key.exists():
        _log.info("the first key, a test key, is in %s", assembly.home.first_key)
    if assembly.settings.dev:
        _log.info("development: whoever opens %s on this machine is signed in to the console", url)
    elif link is not None:
        # A log may be read by many, so only a terminal shows the link itself.
        _log.info("set the console's password with the one-time link in %s", assembly.home.first_link)
        if sys.stderr.isatty():
            print(f"\n  {link}\n", file=sys.stderr)


def _console_link(assembly: Assembly, url: str) -> str | None:
    """Keep the link that sets the console's password in the home folder, as long as none is set."""
    token = open_first_link(assembly.database, DEFAULT, now())
    link = None if token is None else f"{url}/first-run?link={token}"
    assembly.home.keep_first_link(link)
    return link
