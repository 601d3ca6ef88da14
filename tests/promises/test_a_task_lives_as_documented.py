"""From create to clip over HTTP, with the types that the strictest client of this wire wants."""

from __future__ import annotations

import base64
import json
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest

from rushes.testing.server import Server
from tests.promises.conftest import TASKS, ended

FLAT = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
FOX = Path(__file__).parent / "fox.png"
WRAPPED = {"model": "veo_31_fast", "input": [{"params": {"prompt": "a fox", "durationSeconds": 4}}]}


def is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@pytest.mark.parametrize("body", [FLAT, WRAPPED], ids=["flat", "wrapped"])
def test_both_bodies_make_the_same_task(http: httpx.Client, body: dict[str, object]) -> None:
    answer = http.post(TASKS, json=body)
    assert answer.status_code == 200
    created = answer.json()
    assert set(created) == {"id", "status", "model", "created_at", "expires_at"}
    assert created["status"] == "in_progress"
    assert is_whole(created["created_at"])
    assert created["created_at"] < 10_000_000_000, "seconds, not milliseconds"
    assert created["expires_at"] - created["created_at"] == 30 * 86_400
    assert created["id"].isalnum()
    assert created["id"].islower()
    parameters = http.get(f"{TASKS}/task/{created['id']}").json()["metadata"]["parameters"]
    assert {name: parameters[name] for name in ("prompt", "durationSeconds", "aspectRatio", "resolution")} == {
        "prompt": "a fox",
        "durationSeconds": 4,
        "aspectRatio": "16:9",
        "resolution": "720p",
    }


def test_a_finished_task_has_the_reference_types(finished: dict[str, Any]) -> None:
    assert finished["status"] == "completed"
    assert "error" not in finished
    (group,) = finished["output"]
    (content,) = group["content"]
    assert content["type"] == "video"
    assert content["url"].startswith("http://127.0.0.1:")
    assert content["jobId"] == group["jobId"] == finished["id"]
    assert content["duration"] == "4"
    usage = finished["usage"]
    assert usage["cost"] == "0", "a test key is never charged"
    assert isinstance(usage["discount"], float | int)
    assert usage["discount"] == pytest.approx(0.4)
    assert usage["quantity"] == 4
    assert is_whole(usage["quantity"])
    assert usage["unit_price"] == "0.1"
    assert [usage[name] for name in ("input_tokens", "output_tokens", "total_tokens")] == [0, 0, 0]
    assert finished["metadata"]["phase"] == "succeeded"
    assert finished["metadata"]["clip"]["frames"] == 96


def test_progress_is_a_fraction_while_it_is_made(http: httpx.Client) -> None:
    made = http.post(TASKS, json={**FLAT, "prompt": "a fox fake:slow=1"}).json()
    task = http.get(f"{TASKS}/task/{made['id']}").json()
    assert task["status"] == "in_progress"
    assert task["metadata"]["phase"] in ("queued", "running")
    assert 0 <= task["progress"] < 1
    assert not {"output", "usage", "error"} & set(task)


@pytest.mark.parametrize(
    ("word", "code"), [("[test:fail]", 60002), ("[test:filtered]", 60001), ("[test:timeout]", 60005)]
)
def test_a_rehearsed_failure_ends_as_asked(http: httpx.Client, word: str, code: int) -> None:
    task = ended(http, http.post(TASKS, json={**FLAT, "prompt": f"a fox {word}"}).json()["id"])
    assert task["status"] == "failed"
    assert task["error"]["code"] == code
    assert "charged" in task["error"]["error_message"]
    assert task["error"]["message"] == task["error"]["error_message"]
    assert "output" not in task


def test_a_wait_ends_with_the_task_and_not_before(http: httpx.Client) -> None:
    made = http.post(TASKS, json={**FLAT, "prompt": "a fox fake:slow=1"}).json()
    assert http.get(f"{TASKS}/task/{made['id']}?wait=1").status_code == 200
    assert http.get(f"{TASKS}/task/{made['id']}?wait=30").json()["status"] == "completed"
    refused = http.get(f"{TASKS}/task/{made['id']}?wait=61")
    assert refused.status_code == 400
    assert refused.json()["parameter"] == "wait"


def test_a_cancelled_task_ends_soon_and_costs_nothing(http: httpx.Client) -> None:
    made = http.post(TASKS, json={**FLAT, "prompt": "a fox fake:slow=30"}).json()
    assert http.post(f"{TASKS}/task/{made['id']}/cancel").status_code == 200
    task = ended(http, made["id"])
    assert task["status"] == "failed"
    assert task["metadata"]["phase"] == "canceled"
    assert "canceled" in task["error"]["error_message"]
    again = http.post(f"{TASKS}/task/{made['id']}/cancel")
    assert again.status_code == 200, "cancelling twice changes nothing"


def test_a_finished_task_cannot_be_cancelled(http: httpx.Client, finished: dict[str, Any]) -> None:
    refused = http.post(f"{TASKS}/task/{finished['id']}/cancel")
    assert refused.status_code == 409
    assert refused.json()["status"]["error_code"] == 40901


def test_a_deleted_task_is_gone_with_its_links(http: httpx.Client) -> None:
    task = ended(http, http.post(TASKS, json=FLAT).json()["id"])
    url = task["output"][0]["content"][0]["url"]
    assert httpx.get(url).status_code == 200
    assert http.delete(f"{TASKS}/task/{task['id']}").json() == {"id": task["id"], "deleted": True}
    assert http.get(f"{TASKS}/task/{task['id']}").status_code == 404
    assert http.delete(f"{TASKS}/task/{task['id']}").status_code == 404
    assert httpx.get(url).status_code == 404


def test_a_list_goes_page_by_page_without_gaps(http: httpx.Client) -> None:
    made = [http.post(TASKS, json=FLAT).json()["id"] for _ in range(5)]
    seen: list[str] = []
    after: dict[str, str] = {}
    while len(seen) < 5:
        page = http.get(f"{TASKS}/tasks", params={"limit": "2", **after}).json()
        seen += [task["id"] for task in page["data"]]
        assert page["has_more"]
        after = {"after": page["next"]}
    assert seen[:5] == sorted(made, reverse=True)
    assert all(task["status"] == "completed" for task in http.get(f"{TASKS}/tasks?status=completed").json()["data"])
    for query, parameter in (("limit=0", "limit"), ("limit=x", "limit"), ("after=..", "after"), ("limt=5", "limt")):
        refused = http.get(f"{TASKS}/tasks?{query}")
        assert (refused.status_code, refused.json()["parameter"]) == (400, parameter)


def test_a_stream_tells_everything_once_and_ends(http: httpx.Client) -> None:
    made = http.post(TASKS, json={**FLAT, "prompt": "a fox fake:slow=1"}).json()
    events = followed(http, made["id"])
    names = [name for name, _, _ in events]
    assert names[0] == "task.queued"
    assert names[-1] == "task.succeeded"
    assert "task.progress" in names
    assert events[-1][2]["task"]["status"] == "completed"
    numbers = [int(number) for _, number, _ in events if number]
    assert numbers == sorted(set(numbers))
    again = followed(http, made["id"], {"Last-Event-ID": str(numbers[0])})
    assert [number for _, number, _ in again] == [str(number) for number in numbers[1:]]


def followed(
    http: httpx.Client, task_id: str, headers: dict[str, str] | None = None
) -> list[tuple[str, str, dict[str, Any]]]:
    events = []
    with http.stream("GET", f"{TASKS}/task/{task_id}/events", headers=headers or {}) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        for frame in stream.read().decode().split("\n\n"):
            fields = dict(line.split(": ", 1) for line in frame.splitlines() if not line.startswith(":"))
            if "event" in fields:
                events.append((fields["event"], fields.get("id", ""), json.loads(fields["data"])))
    return events


def test_the_same_idempotency_key_makes_one_task_even_at_once(http: httpx.Client) -> None:
    headers = {"Idempotency-Key": '"the-same-for-all"'}
    body = {**FLAT, "image": base64.b64encode(FOX.read_bytes()).decode()}
    made: list[dict[str, Any]] = []

    def create() -> None:
        while True:
            answer = http.post(TASKS, json=body, headers=headers)
            if answer.status_code != 409:
                break
            assert answer.json()["error"] == "under_way"
            assert answer.headers["retry-after"] == "1"
            time.sleep(0.02)
        made.append(answer.json())

    threads = [threading.Thread(target=create) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert len({json.dumps(answer) for answer in made}) == 1
    ended(http, made[0]["id"])
    unquoted = http.post(TASKS, json=body, headers={"Idempotency-Key": "the-same-for-all"})
    assert unquoted.json() == made[0], "the first answer, also when the task has gone on"
    other = http.post(TASKS, json={**FLAT, "prompt": "another"}, headers=headers)
    assert other.status_code == 422
    assert other.json()["status"]["error_code"] == 42201


def test_a_dry_run_prices_and_makes_nothing(http: httpx.Client) -> None:
    before = http.get(f"{TASKS}/tasks?limit=1").json()["data"]
    for answer in (
        http.post(TASKS, json={**FLAT, "dryRun": True}),
        http.post(f"{TASKS}/quote", json=FLAT),
    ):
        quote = answer.json()
        assert quote["dry_run"] is True
        assert quote["usage"]["quantity"] == 4
        assert "id" not in quote
    after = http.get(f"{TASKS}/tasks?limit=1").json()["data"]
    assert [task["id"] for task in after] == [task["id"] for task in before]


def test_a_live_key_is_charged_what_was_delivered(server: Server) -> None:
    _, live = server.make_key(live=True)
    with server.http(live) as http:
        refused = http.post(TASKS, json={**FLAT, "maxCost": "0.39"})
        assert refused.status_code == 400
        assert refused.json()["parameter"] == "maxCost"
        task = ended(http, http.post(TASKS, json={**FLAT, "maxCost": "0.40"}).json()["id"])
    assert task["usage"]["cost"] == "0.4"
    assert task["usage"]["discount"] == 0
    assert task["metadata"]["live"] is True


def test_metadata_comes_back_as_it_was_sent(http: httpx.Client) -> None:
    mine = {"scene": "12b", "наш": ["é", {"deep": None}], "n": 1.5}
    made = http.post(TASKS, json={**FLAT, "metadata": mine}).json()
    assert http.get(f"{TASKS}/task/{made['id']}").json()["metadata"]["caller"] == mine


def test_addresses_follow_the_host_that_the_caller_used(server: Server, finished: dict[str, Any]) -> None:
    with server.http() as http:
        for host, origin in (("video.example:8080", "http://video.example:8080"), ("evil/..@x", "http://localhost")):
            task = http.get(f"{TASKS}/task/{finished['id']}", headers={"Host": host}).json()
            assert task["output"][0]["content"][0]["url"].startswith(f"{origin}/clips/")
        proxied = http.get(
            f"{TASKS}/task/{finished['id']}", headers={"X-Forwarded-Proto": "https", "Host": "a.example"}
        )
        assert proxied.json()["output"][0]["content"][0]["url"].startswith("https://a.example/clips/")


def test_every_answer_is_as_the_openapi_document_says(http: httpx.Client, finished: dict[str, Any]) -> None:
    document = http.get("/openapi.json").json()
    for name, answer in (
        ("Task", finished),
        ("Created", http.post(TASKS, json=FLAT).json()),
        ("TaskPage", http.get(f"{TASKS}/tasks").json()),
        ("Quote", http.post(f"{TASKS}/quote", json=FLAT).json()),
        ("Error", http.post(TASKS, json={}).json()),
        ("Error", http.get("/nowhere").json()),
        ("KeyPage", http.get("/api/v1/keys").json()),
        ("ModelPage", http.get("/api/v1/skill/models").json()),
        ("Spec", http.get("/api/v1/skill/models/veo_31_fast/spec").json()),
        ("Health", http.get("/healthz").json()),
        ("Readiness", http.get("/readyz").json()),
        ("FilePage", http.get("/model/v1/files").json()),
    ):
        schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        jsonschema_rs.validate(schema, answer)
    for body in (FLAT, WRAPPED):
        jsonschema_rs.validate({"$ref": "#/components/schemas/Create", "components": document["components"]}, body)
