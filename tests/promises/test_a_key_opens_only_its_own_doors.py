"""The authorization matrix, made from the table of routes; and how keys begin and end."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import httpx
import pytest

from rushes.api.route import Route, Takes
from rushes.api.routes import routes
from rushes.api.stream import Streams, Waiting
from rushes.key import ALL_SCOPES, Scope
from rushes.testing.server import Server
from tests.promises.conftest import TASKS

#: The table as the server has it; nothing here calls a handler.
TABLE = routes(Waiting(cast(Streams, None)))
NOBODY = "0" * 26


def ask(server: Server, route: Route, secret: str | None, things: dict[str, str]) -> httpx.Response:
    thing = things.get(str(route.group), NOBODY)
    path = route.path.replace("{id}", thing).replace("{name}", f"{thing}.mp4")
    body: dict[str, object] | None = {} if route.takes in (Takes.JSON, Takes.OPTIONAL_JSON) else None
    with server.http(secret) as http, http.stream(route.method, path, json=body) as answer:
        if not answer.headers["content-type"].startswith("text/event-stream"):  # which may have no end
            answer.read()
        return answer


@pytest.mark.parametrize("route", TABLE, ids=lambda route: f"{route.method} {route.path}")
def test_a_route_opens_for_its_scope_and_no_other(server: Server, route: Route) -> None:
    if route.scope is None:
        assert ask(server, route, None, {}).status_code not in (401,)
        return
    assert ask(server, route, None, {}).status_code == 401
    assert ask(server, route, "rsh_test_" + "a" * 43, {}).status_code == 401
    _, lacking = server.make_key(scopes=ALL_SCOPES - {route.scope})
    refused = ask(server, route, lacking, {})
    assert refused.status_code == 403
    assert str(route.scope) in refused.json()["message"]
    _, enough = server.make_key(scopes={route.scope})
    assert ask(server, route, enough, {}).status_code not in (401, 403)


@pytest.mark.parametrize(
    "route", [route for route in TABLE if "{id}" in route.path and route.scope], ids=lambda r: f"{r.method} {r.path}"
)
def test_another_projects_things_are_not_there(server: Server, finished: dict[str, Any], route: Route) -> None:
    _, stranger = server.make_key(project="strangers", scopes=ALL_SCOPES)
    with server.http() as http:
        key_id = http.get("/api/v1/keys").json()["data"]["keys"][0]["id"]
    answer = ask(server, route, stranger, {"Tasks": finished["id"], "Clips": finished["id"], "Keys": key_id})
    assert answer.status_code == 404
    assert finished["metadata"]["clip"]["sha256"] not in answer.text


def test_another_projects_tasks_are_not_listed(server: Server, finished: dict[str, Any]) -> None:
    _, stranger = server.make_key(project="strangers-too", scopes=ALL_SCOPES)
    with server.http(stranger) as http:
        assert http.get(f"{TASKS}/tasks").json() == {"data": [], "has_more": False, "next": None}
        assert http.get("/model/v1/files").json()["data"] == []
        assert len(http.get("/api/v1/keys").json()["data"]["keys"]) == 1


def test_a_revoked_key_stops_within_two_seconds_also_on_the_hot_path(server: Server, finished: dict[str, Any]) -> None:
    key, secret = server.make_key()
    with server.http(secret) as http, server.http() as owner:
        assert http.get(f"{TASKS}/task/{finished['id']}").status_code == 200
        assert owner.delete(f"/api/v1/keys/{key.id}").status_code == 200
        ends_at = time.monotonic() + 2.0
        while http.get(f"{TASKS}/task/{finished['id']}").status_code == 200:
            assert time.monotonic() < ends_at, "still open"
        assert http.get(f"{TASKS}/tasks").status_code == 401
        assert "revoked" in http.get(f"{TASKS}/tasks").json()["message"]


def test_a_key_expires_to_the_second(server: Server) -> None:
    _, secret = server.make_key(expires_at=datetime.now(UTC) + timedelta(seconds=1.5))
    with server.http(secret) as http:
        assert http.get(f"{TASKS}/tasks").status_code == 200
        time.sleep(1.6)
        refused = http.get(f"{TASKS}/tasks")
    assert refused.status_code == 401
    assert "expired" in refused.json()["message"]


def test_a_key_is_made_shown_once_rotated_and_revoked(server: Server) -> None:
    with server.http() as http:
        body = {"name": "render farm", "scopes": ["read", "create"], "models": ["veo_31_fast"]}
        made = http.post("/api/v1/keys", json=body).json()["data"]
        assert made["secret"].startswith("rsh_test_")
        assert made["scopes"] == ["create", "read"]
        shown = http.get(f"/api/v1/keys/{made['id']}")
        assert made["secret"] not in shown.text + http.get("/api/v1/keys").text
        assert shown.json()["data"]["prefix"] == made["secret"][: len(made["prefix"])]
        rotated = http.post(f"/api/v1/keys/{made['id']}/rotate", json={"overlap_seconds": 60}).json()["data"]
        for secret in (made["secret"], rotated["secret"]):
            with server.http(secret) as farm:
                assert farm.get(f"{TASKS}/tasks").status_code == 200
        assert http.get(f"/api/v1/keys/{made['id']}").json()["data"]["replaced_by"] == rotated["id"]
        assert http.post(f"/api/v1/keys/{made['id']}/rotate").status_code == 409
        at_once = http.post(f"/api/v1/keys/{rotated['id']}/rotate").json()["data"]
        assert at_once["secret"] != rotated["secret"]
        assert http.delete(f"/api/v1/keys/{at_once['id']}").json()["data"]["revoked_at"]
    assert made["secret"] not in server.log


def test_a_key_for_one_model_makes_no_other(server: Server) -> None:
    _, secret = server.make_key(models=["veo_31_lite"])
    with server.http(secret) as http:
        assert http.post(TASKS, json={"model": "veo_31_lite", "prompt": "a"}).status_code == 200
        refused = http.post(TASKS, json={"model": "veo_31", "prompt": "a"})
    assert refused.status_code == 403
    assert refused.json()["parameter"] == "model"


def test_a_key_makes_no_stronger_key(server: Server) -> None:
    _, secret = server.make_key(scopes={Scope.KEYS, Scope.READ}, models=["veo_31_fast"])
    with server.http(secret) as http:
        for more, parameter in (
            ({"scopes": ["create"]}, "scopes"),
            ({"scopes": ["read"], "live": True}, "live"),
            ({"scopes": ["read"], "models": ["veo_31"]}, "models"),
        ):
            refused = http.post("/api/v1/keys", json={"name": "stronger", **more})
            assert (refused.status_code, refused.json()["parameter"]) == (403, parameter)
        same = http.post("/api/v1/keys", json={"name": "as strong", "scopes": ["read"]}).json()["data"]
        assert same["models"] == ["veo_31_fast"]


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({}, "name"),
        ({"name": ""}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"name": 7}, "name"),
        ({"name": None}, "name"),
        ({"name": "a", "live": None}, "live"),
        ({"name": "a", "live": "yes"}, "live"),
        ({"name": "a", "scopes": "read"}, "scopes"),
        ({"name": "a", "scopes": []}, "scopes"),
        ({"name": "a", "scopes": ["fly"]}, "scopes"),
        ({"name": "a", "scopes": [{}]}, "scopes"),
        ({"name": "a", "models": ["veo_4"]}, "model"),
        ({"name": "a", "models": "veo_31"}, "models"),
        ({"name": "a", "expires_at": "tomorrow"}, "expires_at"),
        ({"name": "a", "expires_at": "2027-01-31T00:00:00"}, "expires_at"),
        ({"name": "a", "expires_at": "2020-01-31T00:00:00Z"}, "expires_at"),
        ({"name": "a", "expires_at": 7}, "expires_at"),
        ({"name": "a", "secret": "mine"}, "secret"),
    ],
)
def test_a_key_asked_for_wrongly_is_refused_by_name(
    http: httpx.Client, body: dict[str, object], parameter: str
) -> None:
    refused = http.post("/api/v1/keys", json=body)
    assert 400 <= refused.status_code < 500
    assert refused.json()["parameter"].startswith(parameter)
