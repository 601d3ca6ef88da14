"""A key is changed without a new secret: what is named becomes other, the rest stays, and the change holds within seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from rushes.budget import Period
from rushes.intake.keys import Limits
from rushes.key import ALL_SCOPES, Scope
from rushes.testing.server import Server
from tests.promises.conftest import TASKS

SHOT = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}


def made(http: httpx.Client, **words: object) -> dict[str, Any]:
    body: dict[str, Any] = http.post("/api/v1/keys", json={"name": "render farm", **words}).json()["data"]
    return body


def changed(http: httpx.Client, key_id: str, **words: object) -> dict[str, Any]:
    answer = http.patch(f"/api/v1/keys/{key_id}", json=words)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()["data"]
    return body


def soon(question: Callable[[], bool]) -> None:
    """Keys are believed for a second."""
    ends_at = time.monotonic() + 10.0
    while not question():
        assert time.monotonic() < ends_at, "the change does not hold"
        time.sleep(0.05)


def test_what_is_named_changes_and_the_rest_stays(http: httpx.Client) -> None:
    key = made(http, models=["veo_31_fast"], budget={"day": "1", "month": "5"}, requests_per_minute=60)
    now = changed(http, key["id"], name=" night cut ", budget={"month": "6.5"}, concurrent_tasks=4)
    assert now["name"] == "night cut"
    assert {(one["period"], one["limit"]) for one in now["budgets"]} == {("day", "1"), ("month", "6.5")}
    assert (now["models"], now["requests_per_minute"], now["concurrent_tasks"]) == (["veo_31_fast"], 60, 4)
    assert {name: now[name] for name in ("id", "prefix", "live", "created_at")} == {
        name: key[name] for name in ("id", "prefix", "live", "created_at")
    }
    assert http.get(f"/api/v1/keys/{key['id']}").json()["data"] == now
    lifted = changed(http, key["id"], models=None, budget={"day": None}, requests_per_minute=None)
    assert (lifted["models"], lifted["requests_per_minute"], lifted["concurrent_tasks"]) == (None, None, 4)
    assert [one["period"] for one in lifted["budgets"]] == ["month"]
    assert changed(http, key["id"], budget={"warn_only": True})["budgets"][0]["hard"] is False
    assert changed(http, key["id"], budget=None)["budgets"] == []


def test_a_change_holds_at_once_and_its_spend_goes_on(server: Server) -> None:
    key, secret = server.make_key(live=True, limits=Limits(budgets=((Period.MONTH, 400_000),)))
    _, admin = server.make_key(live=True, scopes=ALL_SCOPES)
    with server.http(secret) as mine, server.http(admin) as http:
        assert mine.post(TASKS, json=SHOT).status_code == 200
        assert mine.post(TASKS, json=SHOT).status_code == 402
        raised = changed(http, key.id, budget={"month": "0.80"})
        assert raised["budgets"][0]["used"] == "0.4"
        assert mine.post(TASKS, json=SHOT).status_code == 200
        assert mine.post(TASKS, json=SHOT).status_code == 402
        changed(http, key.id, scopes=["read"])
        soon(lambda: mine.post(TASKS, json=SHOT).status_code == 403)
        changed(http, key.id, addresses=["203.0.113.7"])
        soon(lambda: mine.get(f"{TASKS}/tasks").status_code == 403)
        changed(http, key.id, addresses=None)
        soon(lambda: mine.get(f"{TASKS}/tasks").status_code == 200)


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({"name": ""}, "name"),
        ({"name": None}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["fly"]}, "scopes"),
        ({"models": ["veo_4"]}, "model"),
        ({"expires_at": "2020-01-31T00:00:00Z"}, "expires_at"),
        ({"requests_per_minute": 0}, "requests_per_minute"),
        ({"concurrent_tasks": "4"}, "concurrent_tasks"),
        ({"addresses": []}, "addresses"),
        ({"addresses": ["here"]}, "addresses"),
        ({"budget": {"month": "much"}}, "budget"),
        ({"budget": {"year": "1"}}, "budget"),
        ({"budget": 5}, "budget"),
        ({"live": True}, "live"),
        ({"secret": "mine"}, "secret"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_nothing_changes(
    http: httpx.Client, body: dict[str, object], parameter: str
) -> None:
    key = made(http)
    refused = http.patch(f"/api/v1/keys/{key['id']}", json={"requests_per_minute": 7, **body})
    assert 400 <= refused.status_code < 500
    assert refused.json()["parameter"].startswith(parameter)
    key.pop("secret")
    assert http.get(f"/api/v1/keys/{key['id']}").json()["data"] == key


def test_a_key_that_is_over_stays_as_it_was(http: httpx.Client) -> None:
    key = made(http)
    http.delete(f"/api/v1/keys/{key['id']}")
    assert http.patch(f"/api/v1/keys/{key['id']}", json={"name": "again"}).status_code == 409


def test_no_key_makes_itself_or_another_stronger(server: Server, http: httpx.Client) -> None:
    strong = made(http, scopes=["create", "read"])
    weak, secret = server.make_key(scopes=ALL_SCOPES - {Scope.FILES}, models=["veo_31_fast"])
    bound, bound_secret = server.make_key(scopes=ALL_SCOPES, limits=Limits(requests_per_minute=5))
    with server.http(secret) as mine, server.http(bound_secret) as other:
        for body in ({"scopes": ["files"]}, {"models": ["veo_31"]}, {"models": None}):
            assert mine.patch(f"/api/v1/keys/{weak.id}", json=body).status_code == 403
        assert mine.patch(f"/api/v1/keys/{strong['id']}", json={"name": "mine"}).status_code == 403, "it may do more"
        assert changed(mine, weak.id, name="mine")["models"] == ["veo_31_fast"]
        assert other.patch(f"/api/v1/keys/{bound.id}", json={"requests_per_minute": None}).status_code == 403
