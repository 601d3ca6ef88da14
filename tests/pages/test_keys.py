"""The keys page, over HTTP against a real server: what it makes works, and is shown once."""

from __future__ import annotations

import re
from collections.abc import Mapping

import httpx

from rushes.console.key_form import SCOPE_WORDS
from rushes.key import Scope
from rushes.testing.server import Server
from tests.pages.conftest import csrf_of

_SECRET = re.compile(r"rsh_(?:live|test)_[A-Za-z0-9]{43}")
#: The list has the newest key first.
_NEWEST = re.compile(r"/keys/([a-z0-9]{26})\"")
_USUAL = {"kind": "test", "scopes": ["create", "read"], "days": "0"}


def made(client: httpx.Client, words: Mapping[str, str | list[str]]) -> httpx.Response:
    return client.post("/keys", data={"csrf": csrf_of(client.get("/keys").text), **_USUAL, **words})


def test_a_new_key_is_shown_once_and_works(server: Server, signed_in: httpx.Client) -> None:
    page = made(signed_in, {"name": "Night cut"}).text
    found = _SECRET.findall(page)
    assert len(found) == 1, "the whole key is on the page exactly once"
    with server.http(found[0]) as client:
        assert client.get("/model/v1/generation/tasks").status_code == 200
    later = signed_in.get("/keys").text
    assert "Night cut" in later
    assert not _SECRET.search(later)


def test_limits_chosen_on_the_page_hold(server: Server, signed_in: httpx.Client) -> None:
    page = made(signed_in, {"name": "Reader", "scopes": ["read"], "models": ["veo_31_fast"], "days": "7"}).text
    with server.http(_SECRET.findall(page)[0]) as client:
        answer = client.post("/model/v1/generation", json={"model": "veo_31_fast", "prompt": "a fox"})
        assert answer.status_code == 403
    assert "until" in signed_in.get("/keys").text


def test_a_monthly_budget_is_set_and_shown(server: Server, signed_in: httpx.Client) -> None:
    words = {
        "name": "Class",
        "kind": "live",
        "budget_month": "0.50",
        "requests_per_minute": "30",
        "concurrent_tasks": "4",
    }
    page = made(signed_in, words).text
    shot = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
    with server.http(_SECRET.findall(page)[0]) as client:
        assert client.post("/model/v1/generation", json=shot).status_code == 200
        assert client.post("/model/v1/generation", json=shot).status_code == 402
    shown = signed_in.get("/keys").text
    for part in ("0.40 USD", "of 0.50 this month", "30 a minute", "4 at once"):
        assert part in shown, part


def test_a_budget_that_is_none_is_refused(signed_in: httpx.Client) -> None:
    for odd in ("-1", "a lot", "1e9", "1,50"):
        answer = made(signed_in, {"name": "Class", "budget_month": odd})
        assert answer.status_code == 400
        assert "amount in USD" in answer.text


def test_refusals_bring_the_form_back_as_it_was(signed_in: httpx.Client) -> None:
    answer = made(signed_in, {"name": "   ", "kind": "live", "models": ["animatic"]})
    assert answer.status_code == 400
    assert "name must have 1 to 100 characters" in answer.text
    assert 'value="live" checked' in answer.text
    assert 'value="animatic" checked' in answer.text


def test_a_rotated_key_works_beside_its_successor(server: Server, signed_in: httpx.Client) -> None:
    page = made(signed_in, {"name": "Rotated"}).text
    old = _SECRET.findall(page)[0]
    key_id = _NEWEST.findall(page)[0]
    words = {"csrf": csrf_of(page), "overlap_seconds": "3600"}
    new = _SECRET.findall(signed_in.post(f"/keys/{key_id}/rotate", data=words).text)[0]
    for secret in (old, new):
        with server.http(secret) as client:
            assert client.get("/model/v1/generation/tasks").status_code == 200
    again = signed_in.post(f"/keys/{key_id}/revoke", data={"csrf": csrf_of(page)})
    assert again.status_code == 303


def test_a_revoked_key_stops_working(server: Server, signed_in: httpx.Client) -> None:
    page = made(signed_in, {"name": "Old laptop"}).text
    secret = _SECRET.findall(page)[0]
    key_id = _NEWEST.findall(page)[0]
    assert signed_in.post(f"/keys/{key_id}/revoke", data={"csrf": csrf_of(page)}).status_code == 303
    with server.http(secret) as client:
        assert client.get("/model/v1/generation/tasks").status_code == 401
    assert "Revoked" in signed_in.get("/keys").text
    assert "Revoked" in signed_in.get(f"/keys/{key_id}").text
    changed = signed_in.post(f"/keys/{key_id}", data={"csrf": csrf_of(page), "name": "New laptop", "scopes": "read"})
    assert changed.status_code == 409


def test_a_key_is_edited_and_nothing_else_changes(server: Server, signed_in: httpx.Client) -> None:
    words: dict[str, str | list[str]] = {
        "name": "Night cut",
        "models": ["animatic", "veo_31"],
        "days": "30",
        "budget_day": "1",
        "addresses": "127.0.0.1",
    }
    page = made(signed_in, words).text
    key_id, secret = _NEWEST.findall(page)[0], _SECRET.findall(page)[0]
    form = signed_in.get(f"/keys/{key_id}").text
    for part in ('value="Night cut"', 'value="1.00"', 'value="127.0.0.1"', 'value="veo_31" checked', "as it is:"):
        assert part in form, part
    assert secret not in form
    changed: dict[str, str | list[str]] = {
        "name": "Late cut",
        "scopes": ["read"],
        "models": ["animatic"],
        "days": "as it is",
        "budget_month": "2.5",
        "requests_per_minute": "7",
        "concurrent_tasks": "",
        "addresses": "127.0.0.1, 192.0.2.0/24",
    }
    assert signed_in.post(f"/keys/{key_id}", data={"csrf": csrf_of(form), **changed}).status_code == 303
    with server.http() as http:
        told = http.get(f"/api/v1/keys/{key_id}").json()["data"]
    assert (told["name"], told["scopes"], told["models"]) == ("Late cut", ["read"], ["animatic"])
    assert [(one["period"], one["limit"]) for one in told["budgets"]] == [("month", "2.5")]
    assert (told["requests_per_minute"], told["concurrent_tasks"]) == (7, None)
    assert told["addresses"] == ["127.0.0.1/32", "192.0.2.0/24"]
    assert told["expires_at"], "it ends when it did"
    assert "budget a day from 1 USD to none" in signed_in.get(f"/keys/{key_id}").text, "the trail says who changed what"


def test_an_edit_that_cannot_be_brings_the_form_back(signed_in: httpx.Client) -> None:
    key_id = _NEWEST.findall(made(signed_in, {"name": "Class"}).text)[0]
    words = {"csrf": csrf_of(signed_in.get("/keys").text), "name": "Class B", "scopes": "read", "days": "as it is"}
    for name, value, told in (
        ("addresses", "home", "must be an address or a network"),
        ("requests_per_minute", "0", "must be between 1 and"),
        ("budget_total", "-1", "amount in USD"),
        ("days", "-7", "must be a whole number"),
        ("scopes", "fly", "no such scope"),
    ):
        answer = signed_in.post(f"/keys/{key_id}", data={**words, name: value})
        assert answer.status_code == 400
        assert told in answer.text
        assert 'value="Class B"' in answer.text
    assert "Class B" not in signed_in.get("/keys").text


def test_every_right_has_words() -> None:
    assert set(SCOPE_WORDS) == set(Scope)


def test_a_key_that_is_not_there_is_told_on_a_page(signed_in: httpx.Client) -> None:
    csrf = csrf_of(signed_in.get("/keys").text)
    answer = signed_in.post(f"/keys/{'0' * 26}/revoke", data={"csrf": csrf})
    assert answer.status_code == 404
    assert "There is no key" in answer.text
