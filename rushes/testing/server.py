"""A real server for tests: a process of its own on a free port, with a home of its own, as users would run it.

with running(folder) as server:
    answer = server.http().post("/model/v1/generation", json={"model": "veo_31_fast", "prompt": "a fox"})
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx

from rushes.database import projects
from rushes.database.connect import open_database
from rushes.intake import keys
from rushes.key import USUAL_SCOPES, Key, Scope

#: Everything is rendered by the fake engine: real clips, quickly.
FAKE_ENGINES: Mapping[str, str] = {
    "RUSHES_EXTRA_ENGINES": "fake=rushes.testing.fake_engine:FakeEngine",
    "RUSHES_ENGINES": "fake",
    "RUSHES_ROUTES": "veo_31_fast=fake;veo_31=fake;veo_31_lite=fake;animatic=fake",
}
_START_SECONDS = 30.0
_ADDRESS = re.compile(r"serving.* at (http://localhost:\d+);")


@dataclass(slots=True)
class Server:
    url: str
    home: Path
    process: subprocess.Popen[bytes]
    database_url: str

    @property
    def first_key(self) -> str:
        return (self.home / "first-key").read_text().strip()

    @property
    def log(self) -> str:
        return (self.home / "log").read_text()

    def http(self, key: str | None = "") -> httpx.Client:
        """A client with the first key, with another, or with none (None)."""
        secret = self.first_key if key == "" else key
        headers = {} if secret is None else {"Authorization": f"Bearer {secret}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=30.0)

    def make_key(
        self,
        *,
        live: bool = False,
        project: str = "default",
        scopes: Collection[Scope] = USUAL_SCOPES,
        models: Collection[str] | None = None,
        expires_at: datetime | None = None,
        limits: keys.Limits = keys.NO_LIMITS,
    ) -> tuple[Key, str]:
        """A key past the API: of any project, which is made when missing."""
        database = open_database(self.database_url)
        now = datetime.now(UTC)
        try:
            with database.transaction() as connection:
                if projects.get(connection, project) is None:
                    projects.insert(connection, project, project, None, now)
            key, secret = keys.create(
                database,
                project=project,
                name="made for a test",
                live=live,
                now=now,
                scopes=scopes,
                allowed_models=models,
                expires_at=expires_at,
                limits=limits,
            )
        finally:
            database.close()
        return key, secret.reveal()

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """As its owner would; killed when it does not listen."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15.0)
        except subprocess.TimeoutExpired:
            self.kill()


def start(home: Path, *, worker: bool = True, settings: Mapping[str, str] | None = None) -> Server:
    """Start a server and return when it answers. Raises AssertionError with its log when it does not."""
    home.mkdir(parents=True, exist_ok=True)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RUSHES_")}
    environment = {**inherited, "RUSHES_HOME": str(home), "RUSHES_PORT": "0", **FAKE_ENGINES, **(settings or {})}
    command = [sys.executable, "-m", "rushes.server", "serve", *([] if worker else ["--no-worker"])]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=home)
    database_url = environment.get("RUSHES_DATABASE_URL") or f"sqlite:///{home / 'rushes.db'}"
    return Server(_address(home / "log", process), home, process, database_url)


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    ends_at = time.monotonic() + _START_SECONDS
    while time.monotonic() < ends_at and process.poll() is None:
        found = _ADDRESS.search(log.read_text())
        if found:
            return found.group(1).replace("localhost", "127.0.0.1")
        time.sleep(0.02)
    process.kill()
    raise AssertionError(f"the server did not start:\n{log.read_text()}")


@contextmanager
def running(home: Path, *, worker: bool = True, settings: Mapping[str, str] | None = None) -> Iterator[Server]:
    server = start(home, worker=worker, settings=settings)
    try:
        yield server
    finally:
        server.stop()
