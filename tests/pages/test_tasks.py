"""The wall and a task's page, over HTTP against a real server."""

from __future__ import annotations

import json
import re
import time
from html import unescape

import httpx
import pytest

from rushes.testing.server import Server
from tests.pages.conftest import browserlike, csrf_of


def make(client: httpx.Client, prompt: str, **parameters: object) -> str:
    words = {"model": "veo_31_fast", "parameters": {"prompt": prompt, "durationSeconds": 4, **parameters}}
    answer = client.post("/console/tasks", json=words, headers={"x-csrf": csrf_of(client.get("/").text)})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def ended(client: httpx.Client, task_id: str) -> str:
    ends_at = time.monotonic() + 60
    while time.monotonic() < ends_at:
        status = str(client.get(f"/console/tasks/{task_id}").json()["status"])
        if status not in ("queued", "running"):
            return status
        time.sleep(0.2)
    raise AssertionError(f"task {task_id} did not end")


@pytest.fixture(scope="module")
def finished(server: Server, cookie: str) -> str:
    with browserlike(server, cookie) as client:
        task_id = make(client, "A paper boat on a puddle", negativePrompt="people, <b>")
        assert ended(client, task_id) == "succeeded"
    return task_id


def test_a_finished_shot_hangs_on_the_wall(signed_in: httpx.Client, finished: str) -> None:
    page = signed_in.get("/tasks").text
    assert f'href="/tasks/{finished}"' in page
    assert "A paper boat on a puddle" in page


def test_the_wall_is_searched_and_filtered(signed_in: httpx.Client, finished: str) -> None:
    for found in ("/tasks?q=PAPER+puddle", "/tasks?status=finished", "/tasks?model=veo_31_fast"):
        assert finished in signed_in.get(found).text, found
    for missed in (
        "/tasks?q=paper+dragon",
        "/tasks?q=%25",
        "/tasks?status=failed&q=paper",
        "/tasks?model=veo_31",
        "/tasks?day=2020-01-01",
    ):
        assert finished not in signed_in.get(missed).text, missed


def test_odd_filters_do_no_harm(signed_in: httpx.Client) -> None:
    for odd in ("status=no", "model=no", "after=%00", "day=yesterday", "key=%F0%9F%A6%8A", "q=%00%5C%25_%27"):
        assert signed_in.get(f"/tasks?{odd}").status_code == 200, odd


def test_a_tasks_page_tells_everything(signed_in: httpx.Client, finished: str) -> None:
    page = signed_in.get(f"/tasks/{finished}").text
    for words in (
        "A paper boat on a puddle",
        "people, &lt;b&gt;",
        "Finished and settled",
        "Rendering",
        "Stored",
        "the console",
        "0.40",
    ):
        assert words in page, words
    assert "<b>people" not in page
    raw = unescape(re.findall(r"<pre[^>]*>(\{.*?)</pre>", page, re.S)[0])
    words = json.loads(raw)
    assert (words["id"], words["status"]) == (finished, "completed")


def test_a_task_is_deleted_from_its_page(signed_in: httpx.Client) -> None:
    task_id = make(signed_in, "to be taken down")
    ended(signed_in, task_id)
    answer = signed_in.post(f"/tasks/{task_id}/delete", data={"csrf": csrf_of(signed_in.get("/tasks").text)})
    assert (answer.status_code, answer.headers["location"]) == (303, "/tasks")
    assert signed_in.get(f"/tasks/{task_id}").status_code == 404


def test_a_running_task_is_stopped(signed_in: httpx.Client) -> None:
    task_id = make(signed_in, "fake:slow=30")
    words = {"csrf": csrf_of(signed_in.get("/tasks").text)}
    assert signed_in.post(f"/tasks/{task_id}/cancel", data=words).headers["location"] == f"/tasks/{task_id}"
    assert ended(signed_in, task_id) == "canceled"


def test_another_projects_task_is_not_there(server: Server, signed_in: httpx.Client) -> None:
    _, secret = server.make_key(project="other")
    with server.http(secret) as client:
        other = client.post("/model/v1/generation", json={"model": "animatic", "prompt": "a secret"}).json()["id"]
    assert signed_in.get(f"/tasks/{other}").status_code == 404
    assert signed_in.get(f"/console/tasks/{other}").status_code == 404
    assert other not in signed_in.get("/tasks").text
    assert (
        signed_in.post(f"/tasks/{other}/delete", data={"csrf": csrf_of(signed_in.get("/tasks").text)}).status_code
        == 404
    )
