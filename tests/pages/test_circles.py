"""Circling a take on the console's pages, over HTTP against a real server."""

from __future__ import annotations

import httpx
import pytest

from rushes.testing.server import Server
from tests.pages.conftest import browserlike, csrf_of
from tests.pages.test_tasks import ended, make


@pytest.fixture(scope="module")
def take(server: Server, cookie: str) -> str:
    with browserlike(server, cookie) as client:
        made = make(client, "A glass whale")
        assert ended(client, made) == "succeeded"
    return made


def test_a_circled_take_hangs_among_the_circled(signed_in: httpx.Client, take: str) -> None:
    csrf = csrf_of(signed_in.get("/tasks").text)
    for words, circled in (("yes", True), ("no", False), ("yes", True)):
        answer = signed_in.post(f"/tasks/{take}/circle", data={"csrf": csrf, "circled": words})
        assert (answer.status_code, answer.headers["location"]) == (303, f"/tasks/{take}")
        pressed = f'data-circle="{take}" aria-pressed="{"true" if circled else "false"}"'
        for place in ("/tasks", f"/tasks/{take}"):
            assert pressed in signed_in.get(place).text
        assert (take in signed_in.get("/tasks?status=circled").text) is circled
        assert signed_in.get(f"/console/tasks/{take}").json()["circled"] is circled


def test_odd_words_circle_nothing(signed_in: httpx.Client, take: str) -> None:
    headers = {"x-csrf": csrf_of(signed_in.get("/tasks").text)}
    for body in ({}, {"circled": "yes"}, {"circled": None}):
        assert signed_in.post(f"/console/tasks/{take}/circle", json=body, headers=headers).status_code == 400
    assert signed_in.post(f"/console/tasks/{take}/circle", json={"circled": True}).status_code == 403
    for missing in ("0" * 26, "no-id"):
        answer = signed_in.post(f"/console/tasks/{missing}/circle", json={"circled": True}, headers=headers)
        assert answer.status_code == 404
