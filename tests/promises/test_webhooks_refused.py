"""What a webhook may not be: refused by name, in the tongue of the asker, with nothing stored. On a server as it is by
default: public https addresses alone."""

from __future__ import annotations

import httpx
import pytest

from rushes.key import Scope
from rushes.testing.server import Server
from tests.places.outbound.test_fetch import FORBIDDEN
from tests.promises.conftest import TASKS

HOOKS = "/api/v1/webhooks"
#: Addresses as they are; names would be looked up in a network that a test does not have.
LITERAL = [url for url in FORBIDDEN if ".example" not in url]
SHORT = "whsec_c2hvcnQ="


def refused(answer: httpx.Response, parameter: str) -> str:
    assert answer.status_code == 400, answer.text
    assert answer.json()["parameter"] == parameter
    return str(answer.json()["message"])


def test_an_address_that_is_not_public_is_no_webhook(http: httpx.Client) -> None:
    assert len(LITERAL) > 20
    told = set()
    for url in (*LITERAL, "http://93.184.216.34/", "ftp://93.184.216.34/", "https://93.184.216.34:22/", "hook", ""):
        told.add(refused(http.post(HOOKS, json={"url": url}), "url"))
    assert all(message.startswith("url ") for message in told)
    assert http.get(HOOKS).json()["data"]["total"] == 0


@pytest.mark.parametrize("url", ["https://127.0.0.1/", "https://[::ffff:10.0.0.1]/", "https://169.254.169.254/latest"])
def test_nor_is_it_one_of_a_task_in_any_tongue(http: httpx.Client, url: str) -> None:
    before = http.get(f"{TASKS}/tasks").json()["data"]
    flat = {"model": "veo_31_fast", "prompt": "a fox"}
    refused(http.post(TASKS, json={**flat, "webhookUrl": url}), "webhookUrl")
    refused(http.post(TASKS, json={**flat, "webhookUrl": url, "dryRun": True}), "webhookUrl")
    queued = http.post("/model/v1/queue/veo_31_fast", params={"fal_webhook": url}, json={"prompt": "a fox"})
    assert queued.status_code == 400
    assert "fal_webhook" in queued.json()["detail"]
    video = http.post("/v1/videos", json={"prompt": "a fox", "webhookUrl": url})
    assert (video.status_code, video.json()["error"]["param"]) == (400, "webhookUrl")
    body = {"instances": [{"prompt": "a fox"}], "webhookConfig": {"uris": [url]}}
    google = http.post("/v1beta/models/veo-3.1-fast-generate-001:predictLongRunning", json=body)
    assert google.status_code == 400
    assert "webhookConfig.uris" in google.json()["error"]["message"]
    assert http.get(f"{TASKS}/tasks").json()["data"] == before


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({}, "url"),
        ({"url": 7}, "url"),
        ({"url": "https://93.184.216.34/", "event": []}, "event"),
        ({"url": "https://93.184.216.34/", "events": "task.failed"}, "events"),
        ({"url": "https://93.184.216.34/", "events": []}, "events"),
        ({"url": "https://93.184.216.34/", "events": ["task.take"]}, "events"),
        ({"url": "https://93.184.216.34/", "events": [None]}, "events"),
        ({"url": "https://93.184.216.34/", "name": "n" * 101}, "name"),
        ({"url": "https://93.184.216.34/", "secret": SHORT}, "secret"),
        ({"url": "https://93.184.216.34/", "enabled": True}, "enabled"),
        ({"url": "https://user:word@93.184.216.34/"}, "url"),
        ({"url": "https://93.184.216.34/" + "a" * 5000}, "url"),
    ],
)
def test_a_mistake_in_a_webhook_is_told_by_name(http: httpx.Client, body: dict[str, object], parameter: str) -> None:
    assert SHORT not in refused(http.post(HOOKS, json=body), parameter)


@pytest.mark.parametrize(
    ("more", "parameter"),
    [
        ({"webhookSecret": SHORT}, "webhookSecret"),
        ({"webhookSecret": SHORT, "webhookUrl": "https://93.184.216.34/"}, "webhookSecret"),
        ({"webhookUrl": ["https://93.184.216.34/"]}, "webhookUrl"),
        ({"webhook_url": "https://93.184.216.34/"}, "webhook_url"),
    ],
)
def test_a_mistake_in_a_tasks_webhook_is_told_by_name(
    http: httpx.Client, more: dict[str, object], parameter: str
) -> None:
    answer = http.post(TASKS, json={"model": "veo_31_fast", "prompt": "a fox", **more})
    assert SHORT not in refused(answer, parameter)


@pytest.mark.parametrize(
    "config",
    [
        None,
        {},
        {"uris": []},
        {"uris": "https://93.184.216.34/"},
        {"uris": ["https://93.184.216.34/"] * 6},
        {"uris": [7]},
        {"uris": ["https://93.184.216.34/"], "user_metadata": 7},
        {"uris": ["https://93.184.216.34/"], "user_metadata": {"a": "b" * 5000}},
        {"uris": ["https://93.184.216.34/"], "url": 7},
    ],
)
def test_a_mistake_in_geminis_webhook_config_is_told_in_googles_form(http: httpx.Client, config: object) -> None:
    body = {"instances": [{"prompt": "a fox"}], "webhookConfig": config}
    answer = http.post("/v1beta/models/veo-3.1-fast-generate-001:predictLongRunning", json=body)
    assert answer.status_code == 400, answer.text
    assert "webhookConfig" in answer.json()["error"]["message"]


def test_vertex_ai_has_no_webhooks(http: httpx.Client) -> None:
    model = "/v1/projects/p/locations/l/publishers/google/models/veo-3.1-fast-generate-001"
    body = {"instances": [{"prompt": "a fox"}], "webhookConfig": {"uris": ["https://93.184.216.34/"]}}
    answer = http.post(f"{model}:predictLongRunning", json=body)
    assert (answer.status_code, "webhookConfig" in answer.json()["error"]["message"]) == (400, True)


@pytest.mark.parametrize("name", ["webhook", "webhook_url", "webhookUrl", "fal_webhook"])
def test_the_queue_names_where_a_webhook_goes(http: httpx.Client, name: str) -> None:
    body = {"prompt": "a fox", name: "https://93.184.216.34/"}
    answer = http.post("/model/v1/queue/veo_31_fast", json=body)
    assert answer.status_code == 400
    assert "?fal_webhook=" in answer.json()["detail"]


def test_what_is_not_there_is_not_found_and_overlaps_have_bounds(server: Server, http: httpx.Client) -> None:
    nobody = "0" * 26
    for path in (f"{HOOKS}/{nobody}", f"{HOOKS}/x", f"{HOOKS}/{nobody}/deliveries", f"/api/v1/deliveries/{nobody}"):
        assert http.get(path).status_code == 404
    for path in (f"{HOOKS}/{nobody}/ping", f"{HOOKS}/{nobody}/rotate", f"/api/v1/deliveries/{nobody}/replay"):
        assert http.post(path).status_code == 404
    refused(http.post(f"{HOOKS}/secret", json={"overlap_seconds": 8 * 24 * 3600}), "overlap_seconds")
    _, usual = server.make_key()
    with server.http(usual) as other:
        assert other.get(HOOKS).status_code == 403
    _, enough = server.make_key(scopes={Scope.WEBHOOKS})
    with server.http(enough) as other:
        assert other.get(HOOKS).status_code == 200
