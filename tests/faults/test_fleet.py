"""Goal: a fleet of whole servers on one database loses nothing when one of them is killed.
Method: two servers and a worker, tasks through HTTP, kill -9 of a server in the middle of its takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import httpx
import pytest

from rushes.testing.server import FAKE_ENGINES, running

_QUICK = {"RUSHES_BEAT_SECONDS": "0.5", "RUSHES_FENCE_SECONDS": "2", "RUSHES_STALE_SECONDS": "3"}


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_servers_on_one_database_finish_what_a_killed_one_began(database_url: str, tmp_path: Path) -> None:
    settings = {
        **FAKE_ENGINES,
        **_QUICK,
        "RUSHES_DATABASE_URL": database_url,
        "RUSHES_STORAGE_URL": f"file://{tmp_path / 'storage'}",
    }
    with ExitStack() as stack:
        fleet = []
        for number in range(3):
            home = tmp_path / f"home-{number}"
            home.mkdir(mode=0o700)
            fleet.append(stack.enter_context(running(home, settings=settings)))
        victim, *others = fleet
        _, secret = victim.make_key()
        http = stack.enter_context(others[0].http(secret))
        task_ids = []
        for number in range(9):
            with fleet[number % 3].http(secret) as client:
                task_ids.append(_submit(client, f"fake:slow=0.8 {number}"))
        _wait(lambda: any(_phase(http, task_id) == "running" for task_id in task_ids))
        victim.process.kill()
        victim.process.wait()
        for task_id in task_ids:
            _wait(partial(_ended, http, task_id))
            assert _phase(http, task_id) == "succeeded"
            film = http.get(f"/model/v1/generation/task/{task_id}/clip")
            assert film.status_code == 200
            assert film.content[4:8] == b"ftyp"


def _submit(client: httpx.Client, prompt: str) -> str:
    body = {"model": "veo_31_fast", "prompt": prompt, "durationSeconds": 4}
    answer = client.post("/model/v1/generation", json=body).raise_for_status()
    return str(answer.json()["id"])


def _ended(client: httpx.Client, task_id: str) -> bool:
    return _phase(client, task_id) in ("succeeded", "failed", "canceled")


def _phase(client: httpx.Client, task_id: str) -> str:
    return str(client.get(f"/model/v1/generation/task/{task_id}").raise_for_status().json()["metadata"]["phase"])


def _wait(what: Callable[[], bool], seconds: float = 60.0) -> None:
    end_at = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end_at, f"waited {seconds} s in vain"
        time.sleep(0.1)
