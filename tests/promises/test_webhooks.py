"""Webhooks, as their receivers see them: a real server, a real receiver, and the library that receivers verify with."""

from __future__ import annotations

import base64
import secrets
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import jsonschema_rs
import pytest
from sqlalchemy import inspect, text
from standardwebhooks import Webhook, WebhookVerificationError

from rushes.database.connect import open_database
from rushes.key import Scope
from rushes.testing.receiver import Heard, Receiver, receiving
from rushes.testing.server import Server, running
from tests.databases import Postgres
from tests.promises.conftest import TASKS

HOOKS = "/api/v1/webhooks"
CREATE = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
OWN = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
NEAR = {"RUSHES_ALLOW_PRIVATE_URLS": "yes", "RUSHES_ALLOW_HTTP_URLS": "yes"}


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def near(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that may call receivers on this machine."""
    settings = dict(NEAR)
    if request.param == "postgres":
        postgres: Postgres = request.getfixturevalue("postgres")
        settings["RUSHES_DATABASE_URL"] = postgres.create("webhooks")
    with running(tmp_path_factory.mktemp("webhooks") / "home", settings=settings) as made:
        yield made


@pytest.fixture
def http(near: Server) -> Iterator[httpx.Client]:
    """A caller with a project of its own, so that no test hears of another's tasks."""
    _, secret = near.make_key(project=f"p{secrets.token_hex(6)}", scopes=frozenset(Scope))
    with near.http(secret) as client:
        yield client


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def register(http: httpx.Client, url: str, **more: object) -> dict[str, Any]:
    answer = http.post(HOOKS, json={"url": url, **more})
    assert answer.status_code == 200, answer.text
    made: dict[str, Any] = answer.json()["data"]
    return made


def create(http: httpx.Client, **more: object) -> str:
    answer = http.post(TASKS, json={**CREATE, **more})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["id"])


def verified(heard: Heard, secret: str) -> Any:  # Any: JSON
    return Webhook(secret).verify(heard.body, dict(heard.headers))


def test_a_registered_webhook_hears_a_tasks_whole_life(http: httpx.Client, receiver: Receiver) -> None:
    events = ["task.queued", "task.started", "task.succeeded", "task.failed", "task.canceled"]
    made = register(http, f"{receiver.url}/hook?a=b", events=events)
    task_id = create(http)
    heard = [verified(one, made["secret"]) for one in receiver.wait(3)]
    assert {one["type"] for one in heard} == {"task.queued", "task.started", "task.succeeded"}
    assert {one["data"]["id"] for one in heard} == {task_id}
    told = next(one["data"] for one in heard if one["type"] == "task.succeeded")
    assert told == http.get(f"{TASKS}/task/{task_id}").json()
    film = httpx.get(told["output"][0]["content"][0]["url"])
    assert (film.status_code, film.content[4:8]) == (200, b"ftyp")
    assert receiver.heard[0].path == "/hook?a=b"
    assert all(len(one.body) < 20_000 for one in receiver.heard)


@pytest.mark.slow
def test_only_what_it_asked_for_and_by_default_how_tasks_end(http: httpx.Client, receiver: Receiver) -> None:
    register(http, f"{receiver.url}/failures", events=["task.failed"])
    usual = register(http, f"{receiver.url}/ends")
    assert usual["events"] == ["task.succeeded", "task.failed", "task.canceled"]
    good, bad = create(http), create(http, prompt="fake:refuse")
    receiver.wait(3)
    assert {(one.path, one.words["data"]["id"]) for one in receiver.heard} == {
        ("/ends", good),
        ("/ends", bad),
        ("/failures", bad),
    }
    failed = next(one.words["data"] for one in receiver.heard if one.path == "/failures")
    assert failed["error"]["type"] == "shot_refused"


def test_a_task_may_bring_its_own_webhook_and_secret(http: httpx.Client, receiver: Receiver) -> None:
    task_id = create(http, webhookUrl=f"{receiver.url}/mine", webhookSecret=OWN)
    create(http)
    heard = receiver.wait(1)[0]
    assert verified(heard, OWN)["data"]["id"] == task_id
    with pytest.raises(WebhookVerificationError):
        verified(heard, "whsec_" + base64.b64encode(b"another" * 5).decode())
    assert http.get(HOOKS).json()["data"]["webhooks"] == [], "it is the task's, not the project's"
    (told,) = http.get(f"{TASKS}/task/{task_id}/deliveries").json()["data"]
    assert (told["event"], told["task"], told["id"]) == ("task.succeeded", task_id, heard.id)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["json", "form"])
def test_openais_clients_bring_one_along_as_an_extra(http: httpx.Client, receiver: Receiver, how: str) -> None:
    fields = {"prompt": "fake:refuse", "webhookUrl": receiver.url, "webhookSecret": OWN}
    whole: dict[str, Any] = {"json": fields} if how == "json" else {"files": {k: (None, v) for k, v in fields.items()}}
    made = http.post("/v1/videos", **whole)
    assert made.status_code == 200, made.text
    assert verified(receiver.wait(1)[0], OWN)["data"]["id"] == made.json()["id"]


@pytest.mark.slow
def test_a_canceled_task_is_told_too(http: httpx.Client, receiver: Receiver) -> None:
    task_id = create(http, prompt="fake:slow=30", webhookUrl=receiver.url)
    assert http.post(f"{TASKS}/task/{task_id}/cancel").status_code == 200
    assert receiver.wait(1)[0].words["type"] == "task.canceled"


def test_fals_clients_are_told_in_fals_words(http: httpx.Client, receiver: Receiver) -> None:
    secret = http.post(f"{HOOKS}/secret").json()["data"]["secret"]
    submit = f"/model/v1/queue/veo_31_fast?fal_webhook={receiver.url}/fal"
    good = http.post(submit, json={"prompt": "a fox", "durationSeconds": 4}).json()
    bad = http.post(submit, json={"prompt": "fake:refuse"}).json()
    assert good["gateway_request_id"] == good["request_id"]
    told = {one.words["request_id"]: verified(one, secret) for one in receiver.wait(2)}
    happy, sad = told[good["request_id"]], told[bad["request_id"]]
    assert set(happy) == {"request_id", "gateway_request_id", "status", "error", "payload"}
    assert (happy["status"], happy["error"]) == ("OK", None)
    assert httpx.get(happy["payload"]["outputs"][0]["url"]).content[4:8] == b"ftyp"
    assert (sad["status"], sad["payload"]["error_type"]) == ("ERROR", "CONTENT_BLOCKED")
    assert sad["error"] == sad["payload"]["detail"]


@pytest.mark.slow
def test_geminis_clients_are_told_in_geminis_words(http: httpx.Client, receiver: Receiver) -> None:
    path = "/v1beta/models/veo-3.1-fast-generate-001:predictLongRunning"
    config = {"uris": [f"{receiver.url}/one", f"{receiver.url}/two"], "user_metadata": {"scene": 7}}
    body = {"instances": [{"prompt": "a fox"}], "parameters": {"durationSeconds": 4}, "webhookConfig": config}
    name = http.post(path, json=body).json()["name"]
    first, second = receiver.wait(2)
    assert {first.path, second.path} == {"/one", "/two"}
    told = first.words
    assert (told["type"], told["version"], told["data"]["user_metadata"]) == ("video.generated", "v1", {"scene": 7})
    assert told["data"]["id"].split("/")[-1] == name.split("/")[-1]
    assert http.get(f"/v1beta/{told['data']['id']}").json()["done"] is True
    assert http.get(told["data"]["output_file_uri"]).content[4:8] == b"ftyp"
    assert http.get(f"/v1beta/{told['data']['file_name']}").status_code == 200
    http.post(path, json={"instances": [{"prompt": "fake:refuse"}], "webhookConfig": {"uris": [f"{receiver.url}/3"]}})
    assert receiver.wait(3)[2].words["type"] == "video.failed"


def test_a_failed_post_is_tried_again_with_the_same_id(near: Server, http: httpx.Client, receiver: Receiver) -> None:
    receiver.answers, receiver.body = [500], b"out of order\x00"
    made = register(http, receiver.url)
    http.post(f"{HOOKS}/{made['id']}/ping")
    first = receiver.wait(1)[0]
    waits = until(http, made["id"], "waiting", attempts=1)
    (tried,) = waits["tries"]
    assert (tried["status"], tried["fault"], tried["answer"]) == (500, "answered 500", "out of order\ufffd")
    later(near, waits["id"])
    second = receiver.wait(2)[1]
    assert first.id == second.id == waits["id"]
    assert first.body == second.body
    verified(second, made["secret"])
    assert until(http, made["id"], "delivered", attempts=2)["next_at"] is None


def test_it_is_left_alone_for_as_long_as_it_asks_and_given_up_after_a_day(
    near: Server, http: httpx.Client, receiver: Receiver
) -> None:
    receiver.answers, receiver.headers = [429, 500], {"retry-after": "600"}
    made = register(http, receiver.url)
    told = http.post(f"{HOOKS}/{made['id']}/ping").json()["data"]
    waits = noted(http, told["id"], "waiting", attempts=1)
    left = datetime.fromisoformat(waits["next_at"]) - datetime.fromisoformat(waits["tries"][0]["at"])
    assert left >= timedelta(seconds=600)
    rows(near, "UPDATE deliveries SET due_at = at, gives_up_at = at WHERE id = :id", id=told["id"])
    given_up = noted(http, told["id"], "failed", attempts=2)
    assert given_up["next_at"] is None
    assert given_up["ended_at"] is not None


def test_after_410_it_is_told_nothing_until_it_is_enabled(http: httpx.Client, receiver: Receiver) -> None:
    receiver.answers = [410]
    made = register(http, receiver.url, events=["task.queued"])
    http.post(f"{HOOKS}/{made['id']}/ping")
    until(http, made["id"], "failed")
    shown = http.get(f"{HOOKS}/{made['id']}").json()["data"]
    assert (shown["enabled"], "410" in shown["disabled_why"]) == (False, True)
    assert http.post(f"{HOOKS}/{made['id']}/ping").status_code == 409
    create(http, prompt="fake:refuse")
    assert len(http.get(f"{HOOKS}/{made['id']}/deliveries").json()["data"]["deliveries"]) == 1
    assert http.patch(f"{HOOKS}/{made['id']}", json={"enabled": True}).json()["data"]["enabled"] is True
    create(http, prompt="fake:refuse")
    assert [one.words["type"] for one in receiver.wait(2)] == ["webhook.ping", "task.queued"]


def test_a_slow_receiver_holds_up_nobody_else(http: httpx.Client, receiver: Receiver) -> None:
    receiver.go_on.clear()
    slow, quick = (register(http, f"{receiver.url}/{how}")["id"] for how in ("slow", "quick"))
    for _ in range(6):
        for webhook in (slow, quick):
            http.post(f"{HOOKS}/{webhook}/ping")
    receiver.wait_for(lambda: sum(one.path == "/quick" for one in receiver.heard) == 6)
    receiver.wait_for(lambda: sum(one.path == "/slow" for one in receiver.heard) == 3)
    assert sum(one.path == "/slow" for one in receiver.heard) == 3, "so many at once, and no more"
    receiver.go_on.set()


def test_a_delivery_can_be_asked_for_again(http: httpx.Client, receiver: Receiver) -> None:
    made = register(http, receiver.url)
    http.post(f"{HOOKS}/{made['id']}/ping")
    told = until(http, made["id"], "delivered")
    assert http.post(f"/api/v1/deliveries/{told['id']}/replay").json()["data"]["state"] == "waiting"
    first, second = receiver.wait(2)
    assert first.id == second.id


@pytest.mark.slow
def test_a_tasks_own_webhook_that_wanted_no_more_is_told_on_demand(http: httpx.Client, receiver: Receiver) -> None:
    receiver.answers = [410]
    task_id = create(http, prompt="fake:refuse", webhookUrl=receiver.url)
    receiver.wait(1)
    told = http.get(f"{TASKS}/task/{task_id}/deliveries").json()["data"][0]
    noted(http, told["id"], "failed")
    assert http.post(f"/api/v1/deliveries/{told['id']}/replay").status_code == 200
    assert [one.id for one in receiver.wait(2)] == [told["id"]] * 2


def test_a_webhook_is_tried_out_by_a_ping(http: httpx.Client, receiver: Receiver) -> None:
    made = register(http, receiver.url, events=["task.failed"])
    told = http.post(f"{HOOKS}/{made['id']}/ping").json()["data"]
    heard = receiver.wait(1)[0]
    assert (heard.id, told["task"]) == (told["id"], None)
    assert verified(heard, made["secret"])["type"] == "webhook.ping"


def test_while_a_secret_is_rotated_both_sign(http: httpx.Client, receiver: Receiver) -> None:
    made = register(http, receiver.url)
    new = http.post(f"{HOOKS}/{made['id']}/rotate", json={"overlap_seconds": 3600}).json()["data"]["secret"]
    http.post(f"{HOOKS}/{made['id']}/ping")
    heard = receiver.wait(1)[0]
    assert len(heard.headers["webhook-signature"].split(" ")) == 2
    for secret in (made["secret"], new):
        verified(heard, secret)
    newest = http.post(f"{HOOKS}/{made['id']}/rotate", json={"overlap_seconds": 0}).json()["data"]["secret"]
    http.post(f"{HOOKS}/{made['id']}/ping")
    heard = receiver.wait(2)[1]
    verified(heard, newest)
    for secret in (made["secret"], new):
        with pytest.raises(WebhookVerificationError):
            verified(heard, secret)


def test_what_was_told_about_a_task_is_deleted_with_it(near: Server, http: httpx.Client, receiver: Receiver) -> None:
    made = register(http, receiver.url)
    task_id = create(http, prompt="fake:refuse", webhookUrl=f"{receiver.url}/mine")
    receiver.wait(2)
    until(http, made["id"], "delivered")
    assert http.delete(f"{TASKS}/task/{task_id}").status_code == 200
    assert http.get(f"{HOOKS}/{made['id']}/deliveries").json()["data"]["deliveries"] == []
    assert rows(near, "SELECT count(*) FROM webhooks WHERE task_id = :id", id=task_id) == [(0,)]
    assert rows(near, "SELECT count(*) FROM deliveries WHERE task_id = :id", id=task_id) == [(0,)]


def test_no_secret_is_in_the_database_or_the_log(near: Server, http: httpx.Client, receiver: Receiver) -> None:
    made = register(http, receiver.url, secret=OWN)
    assert made["secret"] == OWN
    new = http.post(f"{HOOKS}/{made['id']}/rotate").json()["data"]["secret"]
    create(http, prompt="fake:refuse", webhookUrl=receiver.url, webhookSecret=OWN)
    receiver.wait(2)
    shown = "".join(http.get(path).text for path in (HOOKS, f"{HOOKS}/{made['id']}", "/model/v1/generation/tasks"))
    kept = "".join(str(row) for table in everything(near) for row in rows(near, f"SELECT * FROM {table}"))
    for secret in (OWN, new):
        assert secret not in shown + kept + near.log
        assert secret.removeprefix("whsec_") not in shown + kept + near.log
    assert (near.home / "sealing-key").stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_webhook_is_changed_and_removed(http: httpx.Client, receiver: Receiver) -> None:
    made = register(http, f"{receiver.url}/one", name="first")
    change = {"url": f"{receiver.url}/two", "events": ["task.queued"], "name": "second"}
    changed = http.patch(f"{HOOKS}/{made['id']}", json=change).json()["data"]
    assert {name: changed[name] for name in change} == change
    create(http, prompt="fake:refuse")
    assert receiver.wait(1)[0].path == "/two"
    assert http.delete(f"{HOOKS}/{made['id']}").json()["data"] == {"id": made["id"], "deleted": True}
    assert http.get(f"{HOOKS}/{made['id']}").status_code == 404
    assert http.get(HOOKS).json()["data"] == {"webhooks": [], "total": 0}


def test_answers_and_events_are_as_the_document_describes_them(http: httpx.Client, receiver: Receiver) -> None:
    document = http.get("/openapi.json").json()

    def ensure(schema: str, words: object) -> None:
        described = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
        jsonschema_rs.validate(described, words)

    made = http.post(HOOKS, json={"url": receiver.url, "events": ["task.queued", "task.failed"]}).json()
    ensure("NewWebhook", made)
    path = f"{HOOKS}/{made['data']['id']}"
    receiver.answers = [500]
    told = http.post(f"{path}/ping").json()
    ensure("Delivery", told)
    noted(http, told["data"]["id"], "waiting", attempts=1)
    ensure("TriedDelivery", http.get(f"/api/v1/deliveries/{told['data']['id']}").json())
    ensure("DeliveryPage", http.get(f"{path}/deliveries?limit=1&state=waiting").json())
    ensure("Webhook", http.patch(path, json={"enabled": False}).json())
    ensure("WebhookPage", http.get(HOOKS).json())
    ensure("WebhookSecret", http.post(f"{path}/rotate").json())
    ensure("Webhook", http.patch(path, json={"enabled": True}).json())
    task_id = create(http, prompt="fake:refuse")
    for heard in receiver.wait(2, about=task_id):
        ensure("WebhookEvent", heard.words)
    ensure("TaskDeliveries", http.get(f"{TASKS}/task/{task_id}/deliveries").json())
    ensure("WebhookRemoved", http.delete(path).json())


@pytest.mark.slow
def test_a_project_has_twenty_webhooks_at_most(http: httpx.Client, receiver: Receiver) -> None:
    for _ in range(20):
        register(http, receiver.url)
    refused = http.post(HOOKS, json={"url": receiver.url})
    assert (refused.status_code, "20" in refused.json()["message"]) == (409, True)


def until(http: httpx.Client, webhook_id: str, state: str, attempts: int | None = None) -> dict[str, Any]:
    """The only delivery to a webhook, as soon as it is so."""
    (told,) = http.get(f"{HOOKS}/{webhook_id}/deliveries").json()["data"]["deliveries"]
    return noted(http, told["id"], state, attempts)


def noted(http: httpx.Client, delivery_id: str, state: str, attempts: int | None = None) -> dict[str, Any]:
    """The delivery as soon as it is so, and all its attempts are written down."""
    ends_at = time.monotonic() + 30
    while True:
        told: dict[str, Any] = http.get(f"/api/v1/deliveries/{delivery_id}").json()["data"]
        if told["state"] == state and attempts in (None, len(told["tries"])):
            return told
        assert time.monotonic() < ends_at, f"not {state}: {told}"
        time.sleep(0.05)


def later(server: Server, delivery_id: str) -> None:
    """Let the time pass until the next attempt is due."""
    rows(server, "UPDATE deliveries SET due_at = at WHERE id = :id", id=delivery_id)


def rows(server: Server, sql: str, **values: str) -> list[tuple[Any, ...]]:  # Any: what is in the database
    database = open_database(server.database_url)
    try:
        with database.transaction() as connection:
            found = connection.execute(text(sql), values)
            return [tuple(row) for row in found] if found.returns_rows else []
    finally:
        database.close()


def everything(server: Server) -> list[str]:
    database = open_database(server.database_url)
    try:
        return inspect(database.engine).get_table_names()
    finally:
        database.close()
