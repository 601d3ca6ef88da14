"""Circling a take: one flag, seen at once in every answer, and lists are filtered by it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from rushes.key import Scope
from rushes.testing.server import Server
from tests.promises.conftest import TASKS


def listed(http: httpx.Client, **query: str) -> set[str]:
    return {task["id"] for task in http.get(f"{TASKS}/tasks", params={"limit": "100", **query}).json()["data"]}


def test_a_take_is_circled_and_the_mark_wiped_off(http: httpx.Client, finished: dict[str, Any]) -> None:
    task = f"{TASKS}/task/{finished['id']}"
    assert http.get(task).json()["metadata"]["circled"] is False
    for circled in (True, True, False, True):
        answer = http.patch(task, json={"circled": circled}).json()
        assert answer["metadata"]["circled"] is circled
        assert http.get(task).json() == answer, "a poll tells it at once"
        assert (finished["id"] in listed(http, circled="true")) is circled
        assert (finished["id"] in listed(http, circled="false")) is not circled
    assert finished["id"] in listed(http, circled="true", status="completed", model="veo_31_fast")
    assert finished["id"] in listed(http)


@pytest.mark.parametrize(
    ("body", "parameter"),
    [({}, "circled"), ({"circled": None}, "circled"), ({"circled": "yes"}, "circled"), ({"prompt": "b"}, "prompt")],
)
def test_nothing_else_of_a_task_changes(
    http: httpx.Client, finished: dict[str, Any], body: dict[str, object], parameter: str
) -> None:
    refused = http.patch(f"{TASKS}/task/{finished['id']}", json=body)
    assert (refused.status_code, refused.json()["parameter"]) == (400, parameter)
    assert http.get(f"{TASKS}/tasks", params={"circled": "maybe"}).json()["parameter"] == "circled"


def test_who_may_only_look_marks_nothing(server: Server, finished: dict[str, Any]) -> None:
    _, secret = server.make_key(scopes={Scope.READ})
    with server.http(secret) as http:
        assert http.patch(f"{TASKS}/task/{finished['id']}", json={"circled": True}).status_code == 403
