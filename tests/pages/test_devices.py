"""Device sign-in and the audit trail on the console's pages, over HTTP against a real server."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import httpx

from rushes.client.sign_in import SignIn, begin
from rushes.console import acts
from rushes.key import ALL_SCOPES
from rushes.testing.server import Server
from tests.pages.conftest import NAME, browserlike, csrf_of


def decide(client: httpx.Client, begun: SignIn, verdict: str, **words: str) -> httpx.Response:
    csrf = csrf_of(client.get("/keys").text)
    return client.post("/device", data={"csrf": csrf, "code": begun.user_code, "verdict": verdict, **words})


def test_strangers_sign_in_first_and_come_back_to_the_code(server: Server) -> None:
    with browserlike(server) as client:
        answer = client.get("/device", params={"code": "BCDF-GHJK"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fdevice%3Fcode%3DBCDF-GHJK")


def test_the_page_says_who_asks_and_gives_what_was_chosen(server: Server, signed_in: httpx.Client) -> None:
    begun = begin(server.url, "night-cut/1.0")
    page = signed_in.get("/device", params={"code": begun.user_code.replace("-", "").lower()})
    assert page.status_code == 200
    for part in ("night-cut/1.0", begun.user_code, "127.0.0.1", "poll, list and download"):
        assert part in page.text, part
    refused = decide(signed_in, begun, "approve", kind="live", budget_month="much", days="30")
    assert refused.status_code == 400
    assert "amount in USD" in refused.text
    done = decide(signed_in, begun, "approve", kind="live", budget_month="5", days="30")
    assert (done.status_code, done.headers["location"]) == (303, "/device?done=in")
    secret = begun.wait()
    with server.http() as http:
        told = next(key for key in http.get("/api/v1/keys").json()["data"]["keys"] if secret.startswith(key["prefix"]))
    assert (told["live"], told["scopes"]) == (True, ["create", "files", "read"])
    assert [(one["period"], one["limit"], one["hard"]) for one in told["budgets"]] == [("month", "5", True)]
    assert abs(datetime.fromisoformat(told["expires_at"]) - datetime.now(UTC) - timedelta(days=30)) < timedelta(hours=1)
    assert decide(signed_in, begun, "approve").status_code == 404, "a code is good once"
    trail = unescape(signed_in.get("/audit?noun=device").text)
    assert f"<b>{NAME}</b> let in the program <b>night-cut/1.0</b>" in trail


def test_a_form_for_a_device_needs_its_token(server: Server, signed_in: httpx.Client) -> None:
    begun = begin(server.url)
    forged = signed_in.post("/device", data={"code": begun.user_code, "verdict": "approve"})
    assert forged.status_code == 403
    assert signed_in.get("/device", params={"code": begun.user_code}).status_code == 200, "it still waits"


def test_the_trail_is_filtered_and_paged(server: Server, signed_in: httpx.Client) -> None:
    with server.http() as http:
        made = [http.post("/api/v1/keys", json={"name": f"bulk {number}"}).json()["data"]["id"] for number in range(55)]
        http.delete(f"/api/v1/keys/{made[0]}")
        me = http.get("/api/v1/auth/me").json()["data"]["user"]["id"]
        first = http.get("/api/v1/audit", params={"limit": "2", "by": f"key {me}"}).json()["data"]
        assert [act["action"] for act in first["acts"]] == ["key.revoked", "key.created"]
        assert first["acts"][0]["subject"] == made[0]
        assert first["acts"][0]["address"] == "127.0.0.1"
        later = {"limit": "1", "before": first["next"], "action": "key.created"}
        assert [act["about"]["name"] for act in http.get("/api/v1/audit", params=later).json()["data"]["acts"]] == [
            "bulk 53"
        ]
        tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
        assert http.get("/api/v1/audit", params={"since": tomorrow}).json()["data"]["acts"] == []
        for name in ("since", "limit", "before"):
            refused = http.get("/api/v1/audit", params={name: "yesterday"})
            assert (refused.status_code, refused.json()["parameter"]) == (400, name)
    page = signed_in.get("/audit", params={"by": f"key {me}", "noun": "key"}).text
    assert page.count("made the key") == 49
    older = unescape(page.partition('<a class="button" href="')[2].partition('"')[0])
    assert ">bulk 1</a>" not in page
    assert ">bulk 1</a>" in signed_in.get(older).text
    assert (
        "bulk"
        not in signed_in.get("/audit", params={"to": "2020-01-01"})
        .text.partition("<main")[2]
        .partition("Nothing like that")[2]
    )
    assert signed_in.get("/audit", params={"from": "no day", "before": "x", "noun": "%"}).status_code == 200


def test_another_projects_acts_are_not_told(server: Server) -> None:
    _, stranger = server.make_key(project="strangers", scopes=ALL_SCOPES)
    with server.http(stranger) as http:
        acts = http.get("/api/v1/audit").json()["data"]["acts"]
    assert {act["about"]["name"] for act in acts} == {"made for a test"}
    _, usual = server.make_key()
    with server.http(usual) as http:
        assert http.get("/api/v1/audit").status_code == 403


def test_every_act_has_words() -> None:
    source = Path(acts.__file__).parents[1]
    noted = {
        action
        for path in source.rglob("*.py")
        if "note(" in (text := path.read_text())
        for action in re.findall(r'note\([^()]*?"([a-z]+\.[a-z_]+)"', text)
    }
    assert len(noted) > 20
    assert noted <= set(acts.VERBS)
    assert {action.partition(".")[0] for action in acts.VERBS} - {"invitation"} == set(acts.NOUNS)
