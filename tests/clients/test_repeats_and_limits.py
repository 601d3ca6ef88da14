"""Idempotency-Key and the key's limits, the same in every tongue; and rehearsals that become the real thing."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from rushes.intake.keys import Limits
from rushes.testing.server import Server
from tests.clients.tongues import MODEL

Words = dict[str, Any]
TASKS = "/model/v1/generation"
_PICTURE = Path(__file__).parents[1] / "promises/fox.png"
FOX = {"bytesBase64Encoded": base64.b64encode(_PICTURE.read_bytes()).decode(), "mimeType": "image/png"}
#: By tongue: the path of a create, and its body for a prompt.
CREATES: dict[str, tuple[str, Callable[[str], Words]]] = {
    "native": (TASKS, lambda prompt: {"model": MODEL, "prompt": prompt, "durationSeconds": 4}),
    "gemini": (f"/v1beta/models/{MODEL}:predictLongRunning", lambda prompt: {"instances": [{"prompt": prompt}]}),
    "vertex": (
        f"/v1beta1/publishers/google/models/{MODEL}:predictLongRunning",
        lambda prompt: {"instances": [{"prompt": prompt}]},
    ),
    "openai": ("/v1/videos", lambda prompt: {"model": MODEL, "prompt": prompt}),
    "queue": (f"/model/v1/queue/{MODEL}", lambda prompt: {"prompt": prompt}),
}


#: One of them among the quick tests.
TONGUES = ["native", *(pytest.param(name, marks=pytest.mark.slow) for name in CREATES if name != "native")]


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with server.http() as client:
        yield client


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_repeat_gets_the_first_answer_and_another_request_is_refused(http: httpx.Client, tongue: str) -> None:
    path, body = CREATES[tongue]
    first = http.post(path, json=body("a fox"), headers={"Idempotency-Key": f'"once in {tongue}"'})
    assert first.status_code == 200, first.text
    task_id = http.get(f"{TASKS}/tasks?limit=1").json()["data"][0]["id"]
    assert http.get(f"{TASKS}/task/{task_id}?wait=30").json()["status"] == "completed"
    again = http.post(path, json=body("a fox"), headers={"Idempotency-Key": f"once in {tongue}"})
    assert again.json() == first.json(), "unquoted, and after the task has ended"
    other = http.post(path, json=body("a cat"), headers={"Idempotency-Key": f"once in {tongue}"})
    assert other.status_code == 422
    assert "Idempotency-Key" in other.text
    unsendable = http.post(path, json=body("a fox"), headers={"Idempotency-Key": "x" * 256})
    assert unsendable.status_code == 400
    assert "Idempotency-Key" in unsendable.text


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_repeat_that_comes_too_early_is_told_to_wait(server: Server, tongue: str) -> None:
    """Goal: 409 while the first is being answered. Method: the first one's body stops before its last byte, behind which
    another one with the same key is sent."""
    path, body = CREATES[tongue]
    data = json.dumps(body("a slow fox")).encode()

    def tried(number: int) -> tuple[httpx.Response, httpx.Response]:
        headers = {"Idempotency-Key": f"slowly in {tongue}, {number}", "Content-Type": "application/json"}
        begun, go_on = threading.Event(), threading.Event()

        def slowly() -> Iterator[bytes]:
            yield data[:-1]
            begun.set()
            assert go_on.wait(20.0)
            yield data[-1:]

        with server.http() as http, ThreadPoolExecutor() as pool:
            first = pool.submit(http.post, path, content=slowly(), headers=headers)
            assert begun.wait(20.0)
            early = http.post(path, content=data, headers=headers)
            go_on.set()
            return first.result(), early

    # The early one may overtake the slow one's head on its way: then both get the same answer.
    tries = (tried(number) for number in range(50))
    first, early = next(both for both in tries if both[1].status_code != 200)
    assert first.status_code == 200, first.text
    assert early.status_code == 409
    assert early.headers["retry-after"] == "1"
    assert "Idempotency-Key" in early.text


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_create_tells_how_the_keys_limits_stand(server: Server, tongue: str) -> None:
    _, secret = server.make_key(limits=Limits(requests_per_minute=2, concurrent_tasks=5))
    path, body = CREATES[tongue]
    with server.http(secret) as http:
        while time.time() % 60 > 55:  # both requests are to be counted in one minute
            time.sleep(0.2)
        answer = http.post(path, json=body("a fox"))
        assert answer.headers["ratelimit-policy"] == '"requests";q=2;w=60, "tasks";q=5;qu="concurrent-requests"'
        assert answer.headers["ratelimit"].startswith('"requests";r=1;t=')
        http.post(path, json=body("a fox"))
        refused = http.post(path, json=body("a fox"))
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= 60
        assert refused.headers["ratelimit"].startswith('"requests";r=0;t=')


@pytest.fixture(scope="module")
def live(server: Server) -> Iterator[httpx.Client]:
    _, secret = server.make_key(live=True)
    with server.http(secret) as client:
        yield client


def ended(http: httpx.Client, task_id: str) -> Words:
    task: Words = http.get(f"{TASKS}/task/{task_id}?wait=30").json()
    assert task["status"] == "completed", task
    return task


def test_a_preview_is_promoted_with_its_pictures_and_seed(live: httpx.Client) -> None:
    body = {
        "model": MODEL,
        "prompt": "a fox",
        "image": FOX,
        "lastFrame": FOX,
        "negativePrompt": "rain",
        "metadata": {"scene": 3},
    }
    preview = ended(live, live.post(TASKS, json={**body, "preview": True}).json()["id"])
    assert preview["usage"]["cost"] == "0"
    place = f"{TASKS}/task/{preview['id']}/promote"
    quote = live.post(place, json={"dryRun": True}).json()
    assert quote["usage"]["cost"] == "0.8"
    made = live.post(place, headers={"Idempotency-Key": "promote it"}).json()
    assert set(made) >= {"id", "status", "model", "created_at"}
    assert live.post(place, headers={"Idempotency-Key": '"promote it"'}).json() == made
    real = ended(live, made["id"])
    assert real["usage"]["cost"] == "0.8"
    assert real["metadata"]["promoted_from"] == preview["id"]
    assert real["metadata"]["parameters"] == preview["metadata"]["parameters"]
    assert real["metadata"]["caller"] == {"scene": 3}
    assert real["metadata"]["mode"] == "frames"
    again = live.post(f"{TASKS}/task/{real['id']}/promote")
    assert again.status_code == 409, "that was the real thing"
    refused = live.post(place, json={"prompt": "a cat"})
    assert (refused.status_code, refused.json()["parameter"]) == (400, "prompt")
    assert live.post(place, json={"maxCost": "0.79"}).json()["parameter"] == "maxCost"


@pytest.mark.slow
def test_a_test_is_promoted_by_a_live_key_only(http: httpx.Client, live: httpx.Client) -> None:
    film = ended(http, http.post(TASKS, json={"model": MODEL, "prompt": "a fox", "durationSeconds": 4}).json()["id"])
    body = {"model": MODEL, "prompt": "on", "video": {"taskId": film["id"]}}
    test = ended(http, http.post(TASKS, json=body).json()["id"])
    assert http.post(f"{TASKS}/task/{test['id']}/promote").status_code == 403
    real = ended(live, live.post(f"{TASKS}/task/{test['id']}/promote").json()["id"])
    assert real["metadata"]["mode"] == "extend"
    assert real["metadata"]["clip"]["frames"] == test["metadata"]["clip"]["frames"]
    other = ended(live, live.post(f"{TASKS}/task/{film['id']}/promote", json={"model": "veo_31"}).json()["id"])
    assert other["model"] == "veo_31"
    assert other["metadata"]["parameters"]["seed"] == film["metadata"]["parameters"]["seed"]


def test_an_animatic_is_promoted_to_a_model_that_makes_it_real(live: httpx.Client) -> None:
    drawn = ended(
        live, live.post(TASKS, json={"model": "animatic", "prompt": "a fox", "durationSeconds": 4}).json()["id"]
    )
    place = f"{TASKS}/task/{drawn['id']}/promote"
    assert live.post(place).status_code == 409
    real = ended(live, live.post(place, json={"model": MODEL}).json()["id"])
    assert real["model"] == MODEL
    assert real["metadata"]["parameters"]["durationSeconds"] == 4
    assert live.post(f"{TASKS}/task/{'0' * 26}/promote").status_code == 404
