"""What bounds a key holds, over HTTP: budgets, rates, concurrency and addresses, each refused with what to do."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from rushes.budget import Period
from rushes.intake.keys import Limits
from rushes.key import ALL_SCOPES
from rushes.testing.server import Server
from tests.places.database.examples import at_once
from tests.promises.conftest import TASKS, ended

SHOT = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
KEYS = "/api/v1/keys"


def bounded(server: Server, limits: Limits) -> httpx.Client:
    _, secret = server.make_key(live=True, project="bounded", limits=limits)
    return server.http(secret)


def test_a_budget_refuses_with_402_and_says_what_is_left(server: Server) -> None:
    with bounded(server, Limits(budgets=((Period.DAY, 1_000_000),))) as http:
        quote = http.post(f"{TASKS}/quote", json=SHOT).json()
        assert quote["remaining"] == "1"
        price = float(quote["usage"]["cost"])
        answers = [http.post(TASKS, json=SHOT) for _ in range(int(1 / price) + 1)]
        assert [answer.status_code for answer in answers] == [200] * int(1 / price) + [402]
        refused: dict[str, Any] = answers[-1].json()
        assert refused["status"]["error_code"] == 40202
        assert "this key's budget for the day of $1 has $" in refused["message"]
        assert "it resets on " in refused["message"]
        task = ended(http, answers[0].json()["id"])
        assert task["usage"]["cost"] == quote["usage"]["cost"]


@pytest.mark.slow
def test_of_two_hundred_requests_at_once_exactly_fifty_are_accepted(server: Server) -> None:
    with bounded(server, Limits(budgets=((Period.TOTAL, 51 * 400_000 - 1),))) as http:
        assert http.post(f"{TASKS}/quote", json=SHOT).json()["usage"]["cost"] == "0.4"
        secret = http.headers["authorization"]

    def create(_: int) -> int:
        with httpx.Client(base_url=server.url, headers={"authorization": secret}, timeout=60) as client:
            return client.post(TASKS, json={**SHOT, "preview": False}).status_code

    told = Counter(at_once(200, create))
    assert told == {200: 50, 402: 150}


def test_a_rate_refuses_with_429_and_headers_that_say_when_to_go_on(server: Server) -> None:
    with bounded(server, Limits(requests_per_minute=2)) as http:
        mistaken = {**SHOT, "durationSeconds": 5}
        told = [http.post(TASKS, json=body) for body in (mistaken, SHOT, SHOT, SHOT)]
        if told[2].status_code == 200:  # the minute turned in between
            told = [*told[2:], http.post(TASKS, json=SHOT)]
        refused = next(answer for answer in told if answer.status_code == 429)
        assert refused.headers["ratelimit-policy"] == '"requests";q=2;w=60'
        wait = int(refused.headers["retry-after"])
        assert 1 <= wait <= 60
        assert refused.headers["ratelimit"] == f'"requests";r=0;t={wait}'
        accepted = next(answer for answer in told if answer.status_code == 200)
        assert accepted.headers["ratelimit"].startswith('"requests";r=')
        assert http.get(f"{TASKS}/task/{accepted.json()['id']}").status_code == 200  # polls are not counted


def test_concurrent_tasks_are_bounded_until_one_ends(server: Server) -> None:
    with bounded(server, Limits(concurrent_tasks=1)) as http:
        slow = {**SHOT, "durationSeconds": 8}
        first = http.post(TASKS, json=slow).json()
        refused = http.post(TASKS, json=SHOT)
        if refused.status_code == 429:
            assert refused.headers["ratelimit-policy"] == '"tasks";q=1;qu="concurrent-requests"'
            assert refused.headers["retry-after"]
        else:  # the first had ended already
            ended(http, refused.json()["id"])
        ended(http, first["id"])
        assert http.post(TASKS, json=SHOT).status_code == 200


def test_a_key_tells_when_it_was_used_last(http: httpx.Client, server: Server) -> None:
    key, secret = server.make_key()
    assert http.get(f"{KEYS}/{key.id}").json()["data"]["last_used_at"] is None
    with server.http(secret) as used:
        assert used.get(f"{TASKS}/tasks").status_code == 200
    told = http.get(f"{KEYS}/{key.id}").json()["data"]["last_used_at"]
    assert abs((datetime.fromisoformat(told) - datetime.now(UTC)).total_seconds()) < 60


def test_a_key_with_an_address_list_opens_from_there_only(server: Server) -> None:
    _, near = server.make_key(limits=Limits(addresses=("127.0.0.0/8",)))
    _, far = server.make_key(limits=Limits(addresses=("192.0.2.7",)))
    with server.http(near) as http:
        made = http.post(TASKS, json=SHOT)
        assert made.status_code == 200
    with server.http(far) as http:
        for path in (f"{TASKS}/tasks", f"{TASKS}/task/{made.json()['id']}"):
            refused = http.get(path)
            assert refused.status_code == 403
            assert "may not be used from 127.0.0.1" in refused.json()["message"]


def test_limits_are_made_shown_and_kept_by_a_rotation(http: httpx.Client, server: Server) -> None:
    body = {"name": "bound", "budget": {"total": "2.5"}, "requests_per_minute": 60, "concurrent_tasks": 3}
    made = http.post(KEYS, json={**body, "addresses": ["127.0.0.1", "::1"]}).json()["data"]
    assert (made["requests_per_minute"], made["concurrent_tasks"]) == (60, 3)
    assert made["addresses"] == ["127.0.0.1/32", "::1/128"]
    new = http.post(f"{KEYS}/{made['id']}/rotate").json()["data"]
    assert (new["requests_per_minute"], new["addresses"]) == (60, made["addresses"])
    with server.http(new["secret"]) as bound:
        assert bound.post(f"{TASKS}/quote", json=SHOT).json()["remaining"] == "2.5"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("budget", {"week": "5"}, 40002),
        ("budget", {"day": "five"}, 40005),
        ("budget", {"day": True}, 40004),
        ("budget", {"day": "-1"}, 40005),
        ("budget", {"warn_only": 1}, 40004),
        ("budget", [], 40004),
        ("requests_per_minute", 0, 40005),
        ("concurrent_tasks", "3", 40004),
        ("addresses", [], 40005),
        ("addresses", ["somewhere"], 40005),
        ("addresses", "127.0.0.1", 40004),
    ],
)
def test_a_limit_that_is_none_is_refused_by_name(http: httpx.Client, field: str, value: object, code: int) -> None:
    refused = http.post(KEYS, json={"name": "wrong", field: value}).json()
    assert (refused["status"]["error_code"], refused["parameter"]) == (code, field)


def test_a_bounded_key_cannot_make_an_unbounded_one(server: Server) -> None:
    _, secret = server.make_key(scopes=ALL_SCOPES, limits=Limits(budgets=((Period.MONTH, 1),)))
    free, _ = server.make_key()
    with server.http(secret) as http:
        assert http.post(KEYS, json={"name": "free"}).status_code == 403
        assert http.post(f"{KEYS}/{free.id}/rotate").status_code == 403
