"""One real server for all promises that do not break it; its clips come from the fake engine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from rushes.testing.server import Server, running
from tests.databases import Postgres

TASKS = "/model/v1/generation"


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {"RUSHES_JSON_BYTES_MAX": str(8 << 20)}
    if request.param == "postgres":
        postgres: Postgres = request.getfixturevalue("postgres")
        settings["RUSHES_DATABASE_URL"] = postgres.create("promises")
    with running(tmp_path_factory.mktemp("server") / "home", settings=settings) as made:
        yield made


@pytest.fixture(scope="session")
def http(server: Server) -> Iterator[httpx.Client]:
    with server.http() as client:
        yield client


@pytest.fixture(scope="session")
def finished(http: httpx.Client) -> dict[str, Any]:
    """A task that has succeeded, as it is polled."""
    made = http.post(TASKS, json={"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}).json()
    return ended(http, made["id"])


def ended(http: httpx.Client, task_id: str) -> dict[str, Any]:
    """The task when it has ended."""
    ends_at = time.monotonic() + 60
    while time.monotonic() < ends_at:
        task: dict[str, Any] = http.get(f"{TASKS}/task/{task_id}", params={"wait": "20"}).json()
        if task["status"] != "in_progress":
            return task
    raise AssertionError(f"still in progress: {task}")
