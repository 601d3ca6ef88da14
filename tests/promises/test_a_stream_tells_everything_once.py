"""Streams of events over HTTP: of a task and of a project, cut in the middle and gone on with; and waits."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from rushes.api.watch import SILENCE_SECONDS
from rushes.database import keys
from rushes.database.connect import open_database
from rushes.testing.server import Server
from tests.promises.conftest import TASKS, ended

Words = dict[str, Any]
#: What a project's stream begins with: an id without data.
HERE = "here"


@dataclass(frozen=True)
class Told:
    kind: str
    number: int | None
    event: Words
    task: Words | None


class Ear:
    """Listens to a stream as browsers do: it remembers the last id, also of frames without data."""

    def __init__(self, http: httpx.Client, path: str) -> None:
        self._http = http
        self._path = path
        self.last_id = ""

    @contextmanager
    def listening(self) -> Iterator[Iterator[Told]]:
        headers = {"Last-Event-ID": self.last_id} if self.last_id else {}
        with self._http.stream("GET", self._path, headers=headers, timeout=30.0) as stream:
            assert stream.status_code == 200
            assert stream.headers["content-type"] == "text/event-stream"
            assert stream.headers["cache-control"] == "no-store"
            yield self._frames(stream)

    def _frames(self, stream: httpx.Response) -> Iterator[Told]:
        fields: dict[str, str] = {}
        for line in stream.iter_lines():
            if line and not line.startswith(":"):
                name, _, value = line.partition(": ")
                fields[name] = value
                continue
            self.last_id = fields.get("id", self.last_id)
            if "id" in fields and "data" not in fields:
                yield Told(HERE, None, {}, None)
            if "data" in fields:
                data = json.loads(fields["data"])
                number = int(fields["id"]) if "id" in fields else None
                yield Told(fields["event"], number, data["event"], data["task"])
            fields = {}


def create(http: httpx.Client, prompt: str = "a fox") -> str:
    body = {"model": "veo_31_fast", "prompt": prompt, "durationSeconds": 4}
    made: str = http.post(TASKS, json=body).json()["id"]
    return made


@pytest.fixture
def http(server: Server) -> Iterator[httpx.Client]:
    """A project of its own, so that nobody else's tasks are heard."""
    _, secret = server.make_key(project=f"p{time.monotonic_ns()}")
    with server.http(secret) as client:
        yield client


def test_a_stream_that_is_cut_goes_on_where_it_was(http: httpx.Client) -> None:
    """Goal: no event lost or told twice, wherever the line breaks. Method: hang up after every frame."""
    task_id = create(http, "a fox fake:slow=1.5")
    ear, told = Ear(http, f"{TASKS}/task/{task_id}/events"), list[Told]()
    while not told or told[-1].kind != "task.succeeded":
        with ear.listening() as frames:
            told.append(next(frames))
    numbers = [one.number for one in told if one.number is not None]
    assert numbers == sorted(set(numbers))
    with Ear(http, f"{TASKS}/task/{task_id}/events").listening() as frames:
        whole = list(frames)
    assert [one.number for one in whole] == numbers, "all that was ever told, and nothing else"
    assert [one.kind for one in whole if one.kind != "task.stage"] == [
        "task.queued",
        "task.started",
        "task.take",
        "task.succeeded",
    ]
    stages = [one for one in whole if one.kind == "task.stage"]
    assert [one.event["stage"] for one in stages if one.event["stage"] == "rendering"] == ["rendering"]
    assert all(one.event["message"] for one in whole), "each is a line of a log as well"
    assert all(one.task and one.task["id"] == task_id for one in whole)


@pytest.mark.slow
def test_a_stream_tells_progress_stage_and_stills(http: httpx.Client) -> None:
    task_id = create(http, "a fox fake:slow=2.5")
    with Ear(http, f"{TASKS}/task/{task_id}/events").listening() as frames:
        told = list(frames)
    running = [one.task for one in told if one.task and one.task["metadata"]["phase"] == "running"]
    assert {"rendering"} <= {task["metadata"]["stage"] for task in running}
    assert any(0 < task["progress"] < 1 for task in running)
    stills = [task["metadata"]["still_url"] for task in running if "still_url" in task["metadata"]]
    assert stills
    assert stills[0].startswith("http://127.0.0.1:"), "a link"
    assert told[-1].task
    assert told[-1].task["output"]


def test_a_project_is_followed_through_a_cut(http: httpx.Client) -> None:
    """Goal: all tasks of the project and nobody else's, each event once. Method: cut the line, let things happen
    meanwhile, and go on."""
    ear, told = Ear(http, f"{TASKS}/events"), list[Told]()

    def hear(frames: Iterator[Told], kind: str, task_id: str) -> None:
        """Listen until that is told of that task."""
        while not told or (told[-1].kind, told[-1].event.get("task_id")) != (kind, task_id):
            told.append(next(frames))

    with ear.listening() as frames:
        assert next(frames).kind == HERE
        first = create(http, "a fox fake:slow=1")
        hear(frames, "task.stage", first)
    second = create(http)
    ended(http, first)
    ended(http, second)
    assert http.delete(f"{TASKS}/task/{second}").status_code == 200
    with ear.listening() as frames:
        hear(frames, "task.deleted", second)
        third = create(http, "a fox fake:slow=1")
        hear(frames, "task.succeeded", third)
    numbers = [one.number for one in told if one.number is not None]
    assert numbers == sorted(set(numbers)), "in order, none twice"
    for task_id in (first, second, third):
        kinds = [one.kind for one in told if one.number and one.event["task_id"] == task_id]
        ends = [kind for kind in kinds if kind != "task.stage"]
        assert ends[:4] == ["task.queued", "task.started", "task.take", "task.succeeded"], task_id
    assert next(one for one in told if one.kind == "task.deleted").task is None
    assert any(one.kind == "task.progress" and one.task and one.task["id"] == third for one in told)


@pytest.mark.slow
def test_who_comes_back_after_a_lull_is_told_what_is_new(http: httpx.Client) -> None:
    """Goal: nothing that was told before stands in for news. Method: be away until the server has forgotten the project,
    which it does when it has found out that nobody listens."""
    ear, told = Ear(http, f"{TASKS}/events"), list[Told]()
    for _ in range(2):
        with ear.listening() as frames:
            assert next(frames).kind == HERE
            task_id = create(http)
            while not told or told[-1].kind != "task.succeeded":
                told.append(next(frames))
        assert {one.event["task_id"] for one in told if one.number is not None} == {task_id}
        told.clear()
        time.sleep(SILENCE_SECONDS + 2)


@pytest.mark.slow
def test_a_project_tells_its_whole_past_to_who_asks_for_it(http: httpx.Client) -> None:
    made = [create(http) for _ in range(3)]
    for task_id in made:
        ended(http, task_id)
    ear = Ear(http, f"{TASKS}/events")
    ear.last_id = "0"
    with ear.listening() as frames:
        told = list[str]()
        while len(told) < 3:
            one = next(frames)
            if one.kind == "task.succeeded":
                told.append(one.event["task_id"])
    assert sorted(told) == sorted(made)


def test_a_stream_has_a_head(http: httpx.Client) -> None:
    for path in (f"{TASKS}/events", f"{TASKS}/task/{create(http)}/events"):
        head = http.head(path, timeout=10.0)
        assert (head.status_code, head.headers["content-type"]) == (200, "text/event-stream")


def test_nobody_hears_anothers_project(server: Server, http: httpx.Client) -> None:
    task_id = create(http)
    _, stranger = server.make_key(project=f"stranger{time.monotonic_ns()}")
    with server.http(stranger) as other:
        assert other.get(f"{TASKS}/task/{task_id}/events").status_code == 404
        mine = create(other)
        ear = Ear(other, f"{TASKS}/events")
        ear.last_id = "0"
        with ear.listening() as frames:
            assert next(frames).kind == HERE
            assert next(frames).event["task_id"] == mine
    assert server.http(None).get(f"{TASKS}/events").status_code == 401


@pytest.mark.slow
def test_a_stream_ends_when_its_key_is_revoked(server: Server) -> None:
    key, secret = server.make_key(project="revoked")
    with server.http(secret) as http, Ear(http, f"{TASKS}/events").listening() as frames:
        database = open_database(server.database_url)
        with database.transaction() as connection:
            keys.revoke(connection, key.project, key.id, datetime.now(UTC))
        database.close()
        assert [one.kind for one in frames] == [HERE]


def test_a_wait_ends_with_the_task_however_it_is_asked_for(http: httpx.Client) -> None:
    for headers, query in (
        ({"Prefer": "respond-async, wait=30"}, ""),
        ({}, "?wait=30"),
    ):
        task_id = create(http, "a fox fake:slow=0.5")
        answer = http.get(f"{TASKS}/task/{task_id}{query}", headers=headers)
        assert answer.json()["status"] == "completed"
        applied = None if not headers else "wait=30"
        assert answer.headers.get("preference-applied") == applied
    task_id = create(http, "a fox fake:slow=30")
    assert http.get(f"{TASKS}/task/{task_id}", headers={"Prefer": "wait=1"}).json()["status"] == "in_progress"
    assert http.get(f"{TASKS}/task/{task_id}", headers={"Prefer": "wait=soon"}).json()["status"] == "in_progress"
    assert http.get(f"{TASKS}/task/{task_id}?wait=61").json()["parameter"] == "wait"
    http.post(f"{TASKS}/task/{task_id}/cancel")


@pytest.mark.parametrize(
    ("place", "ended"),
    [
        ("/v1/videos/{}", '"status":"completed"'),
        *(
            pytest.param(place, ended, marks=pytest.mark.slow)
            for place, ended in (
                ("/v1beta/models/veo_31_fast/operations/{}", '"done":true'),
                ("/model/v1/queue/veo_31_fast/requests/{}/status", '"status":"COMPLETED"'),
                ("/model/v1/queue/veo_31_fast/requests/{}", '"outputs"'),
            )
        ),
    ],
)
def test_a_look_in_any_tongue_may_wait(http: httpx.Client, place: str, ended: str) -> None:
    task_id = create(http, "a fox fake:slow=0.3")
    answer = http.get(place.format(task_id), headers={"Prefer": "wait=30"})
    assert answer.status_code == 200
    assert ended in answer.text
    assert answer.headers["preference-applied"] == "wait=30"
    assert http.get(place.format("0" * 26), headers={"Prefer": "wait=30"}).status_code == 404
