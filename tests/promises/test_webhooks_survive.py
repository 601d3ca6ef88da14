"""Goal: what happened is told, whoever dies when. Method: kill -9 at a named step, another server on the same rows, and a
receiver that counts. And two servers at once tell everything once."""

from __future__ import annotations

import secrets
import signal
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from rushes.testing.receiver import receiving
from rushes.testing.server import running, start
from tests.databases import Postgres
from tests.promises.conftest import TASKS
from tests.promises.test_webhooks import CREATE, HOOKS, NEAR, OWN, rows, verified

pytestmark = pytest.mark.slow


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Mapping[str, str]:
    """Of a server that others may share the work with."""
    shared = {
        **NEAR,
        "RUSHES_STORAGE_URL": (tmp_path / "storage").as_uri(),
        "RUSHES_LINKS_SECRET": "l" * 40,
        "RUSHES_SEALING_KEY": "s" * 40,
    }
    if request.param == "postgres":
        postgres: Postgres = request.getfixturevalue("postgres")
        return {**shared, "RUSHES_DATABASE_URL": postgres.create(f"survive_{secrets.token_hex(4)}")}
    return {**shared, "RUSHES_DATABASE_URL": f"sqlite:///{tmp_path}/shared.db"}


#: The two that take longest to think about; the others are much the same, and run by hand.
_POINTS = ("settled", "posted", *(pytest.param(point, marks=pytest.mark.long) for point in ("settling", "delivering")))


@pytest.mark.parametrize("point", _POINTS)
def test_a_task_is_told_of_although_the_server_dies(settings: Mapping[str, str], tmp_path: Path, point: str) -> None:
    with receiving() as receiver:
        dying = start(tmp_path / "first", settings={**settings, "RUSHES_TESTING": "1", "RUSHES_DIE_AT": point})
        with dying.http() as http:
            body = {**CREATE, "webhookUrl": receiver.url, "webhookSecret": OWN}
            task_id = http.post(TASKS, json=body).json()["id"]
        assert dying.process.wait(60) == -signal.SIGKILL
        assert len(receiver.heard) == (1 if point == "posted" else 0)
        rows(dying, "UPDATE deliveries SET claimed_until = NULL")  # as if the lease had passed
        with running(tmp_path / "first", settings=settings) as next_one:
            heard = receiver.wait(2 if point == "posted" else 1)
            assert {verified(one, OWN)["data"]["id"] for one in heard} == {task_id}
            assert len({one.id for one in heard}) == 1, "a repeat has the same id"
            with next_one.http() as http:
                assert http.get(f"{TASKS}/task/{task_id}").json()["status"] == "completed"


def test_two_servers_tell_everything_once(settings: Mapping[str, str], tmp_path: Path) -> None:
    with (
        receiving() as receiver,
        running(tmp_path / "first", settings=settings) as first,
        running(tmp_path / "second", settings=settings) as second,
    ):
        asked: list[str] = []
        with first.http() as http:
            made = [http.post(HOOKS, json={"url": f"{receiver.url}/{n}"}).json()["data"] for n in range(8)]
            ends_at = time.monotonic() + 60
            while not all("webhook.ping to" in server.log for server in (first, second)):
                assert time.monotonic() < ends_at, "one of them does all the work"
                asked += [http.post(f"{HOOKS}/{one['id']}/ping").json()["data"]["id"] for one in made for _ in range(5)]
        receiver.wait(len(asked), 60)
        assert Counter(one.id for one in receiver.heard) == Counter(asked)
        secret = {one["id"]: one["secret"] for one in made}
        for one in receiver.heard:
            verified(one, secret[one.words["data"]["webhook"]])
