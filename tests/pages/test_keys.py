"""The keys page, over HTTP against a real server: what it makes works, and is shown once."""

from __future__ import annotations

import re
from collections.abc import Mapping

import httpx

from rushes.testing.server import Server
from tests.pages.conftest import csrf_of

_SECRET = re.compile(r"rsh_(?:live|test)_[A-Za-z0-9]{43}")
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
    words = {"name": "Class", "kind": "live", "budget": "0.50", "requests_per_minute": "30", "concurrent_tasks": "4"}
    page = made(signed_in, words).text
    shot = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
    with server.http(_SECRET.findall(page)[0]) as client:
        assert client.post("/model/v1/generation", json=shot).status_code == 200
        assert client.post("/model/v1/generation", json=shot).status_code == 402
    shown = signed_in.get("/keys").text
    for part in ("0.40 USD", "of 0.50 this month", "30 requests a minute", "4 at once"):
        assert part in shown, part


def test_a_budget_that_is_none_is_refused(signed_in: httpx.Client) -> None:
    for odd in ("-1", "a lot", "1e9", "1,50"):
        answer = made(signed_in, {"name": "Class", "budget": odd})
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
    key_id = next(match for match in re.findall(r"/keys/([a-z0-9]{26})/rotate", page))
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
    key_id = re.findall(r"/keys/([a-z0-9]{26})/revoke", page)[0]
    assert signed_in.post(f"/keys/{key_id}/revoke", data={"csrf": csrf_of(page)}).status_code == 303
    with server.http(secret) as client:
        assert client.get("/model/v1/generation/tasks").status_code == 401
    assert "revoked" in signed_in.get("/keys").text


def test_a_key_that_is_not_there_is_told_on_a_page(signed_in: httpx.Client) -> None:
    csrf = csrf_of(signed_in.get("/keys").text)
    answer = signed_in.post(f"/keys/{'0' * 26}/revoke", data={"csrf": csrf})
    assert answer.status_code == 404
    assert "There is no key" in answer.text
