"""Projects and prices over HTTP: who may do what to whose, and what becomes of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from PIL import Image

from rushes.budget import Period
from rushes.intake.keys import Limits
from rushes.key import ALL_SCOPES, Scope
from rushes.testing.server import Server
from tests.promises.conftest import TASKS, ended

PROJECTS, PRICES = "/api/v1/projects", "/api/v1/prices"
SHOT = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
Clients = Mapping[str, httpx.Client]


@pytest.fixture(scope="module")
def clients(server: Server) -> Iterator[Clients]:
    """Keys of the server's own project, of a tenant, and of another tenant."""
    made = {
        name: server.http(server.make_key(live=live, project=project, scopes=scopes)[1])
        for name, project, live, scopes in (
            ("house", "default", True, ALL_SCOPES),
            ("house, test", "default", False, ALL_SCOPES),
            ("house, no admin", "default", True, ALL_SCOPES - {Scope.ADMIN}),
            ("tenant", "tenant", True, ALL_SCOPES),
            ("tenant, test", "tenant", False, ALL_SCOPES),
            ("tenant, no admin", "tenant", True, ALL_SCOPES - {Scope.ADMIN}),
            ("rival", "rival", True, ALL_SCOPES),
        )
    }
    yield made
    for client in made.values():
        client.close()


ONE = f"{PROJECTS}/tenant"
#: For each act upon the tenant: who may (200), may not (403), and to whom the tenant is not there (404).
MATRIX: dict[str, tuple[Callable[[httpx.Client], httpx.Response], dict[str, int]]] = {
    "look": (
        lambda http: http.get(ONE),
        {"house": 200, "house, test": 200, "tenant": 200, "tenant, test": 200, "rival": 404},
    ),
    "budget": (
        lambda http: http.patch(ONE, json={"budget": {"day": None}}),
        {"house": 200, "house, test": 200, "tenant": 200, "tenant, test": 200, "rival": 404},
    ),
    "keep": (
        lambda http: http.patch(ONE, json={"task_days": 9, "file_days": None}),
        {"house": 200, "house, test": 200, "tenant": 200, "tenant, test": 200, "rival": 404},
    ),
    "limit": (
        lambda http: http.patch(ONE, json={"limit": None}),
        {"house": 200, "house, test": 403, "tenant": 403, "tenant, test": 403, "rival": 404},
    ),
    "hold": (
        lambda http: http.patch(ONE, json={"legal_hold": False}),
        {"house": 200, "house, test": 403, "tenant": 403, "tenant, test": 403, "rival": 404},
    ),
    "top up": (
        lambda http: http.post(f"{ONE}/top-ups", json={"amount": "5", "reference": "same"}),
        {"house": 200, "house, test": 403, "tenant": 403, "tenant, test": 403, "rival": 404},
    ),
    "erase": (
        lambda http: http.post(f"{ONE}/erase", json={"confirm": "tenant"}),
        {"house": 200, "house, test": 403, "tenant": 200, "tenant, test": 403, "rival": 404},
    ),
    "price": (
        lambda http: http.post(PRICES, json={"project": "tenant", "discount": "1"}),
        {"house": 200, "house, test": 403, "tenant": 403, "tenant, test": 403, "rival": 403},
    ),
    "reconcile": (
        lambda http: http.post("/api/v1/reconciliations", json={"project": "tenant"}),
        {"house": 200, "house, test": 200, "tenant": 403, "tenant, test": 403, "rival": 403},
    ),
    "make": (
        lambda http: http.post(PROJECTS, json={"id": "tenant"}),
        {"house": 409, "house, test": 403, "tenant": 403, "tenant, test": 403, "rival": 403},
    ),
}


@pytest.mark.parametrize("act", MATRIX)
def test_who_may_do_what_to_a_project(clients: Clients, act: str) -> None:
    do, expected = MATRIX[act]
    for who, status in {**expected, "house, no admin": 403, "tenant, no admin": 403}.items():
        answer = do(clients[who])
        assert answer.status_code == status, (who, answer.text)


def test_the_house_sees_sums_of_others_and_nothing_that_is_in_them(server: Server, clients: Clients) -> None:
    tenant, house = clients["tenant"], clients["house"]
    made = ended(tenant, tenant.post(TASKS, json={**SHOT, "prompt": "a tenant's secret fox"}).json()["id"])
    key_id = tenant.get("/api/v1/keys").json()["data"]["keys"][0]["id"]
    for path in (f"{TASKS}/task/{made['id']}", f"{TASKS}/task/{made['id']}/clip", f"/api/v1/keys/{key_id}"):
        assert house.get(path).status_code == 404
    told = house.get(ONE).text + house.get(PROJECTS).text + house.get("/v1/usage").text
    assert "secret fox" not in told
    assert key_id not in told
    assert house.get(ONE).json()["data"]["spent"] == made["usage"]["cost"]
    assert [one["id"] for one in clients["rival"].get(PROJECTS).json()["data"]["projects"]] == ["rival"]
    assert house.get("/api/v1/people").json()["data"]["people"] != []
    assert tenant.get("/api/v1/people").json()["data"] == {"people": [], "invitations": []}


def test_a_project_is_made_for_somebody_paid_bounded_and_emptied(server: Server, clients: Clients) -> None:
    house = clients["house"]
    made = house.post(PROJECTS, json={"id": "studio", "name": "The studio", "owner": "Maya"}).json()["data"]
    assert made["invitation"]["role"] == "owner"
    assert made["invitation"]["link"].startswith(f"{server.url}/join?link=")
    studio = f"{PROJECTS}/studio"
    assert house.get(studio).json()["data"]["balance"] is None
    for added in (True, False):
        answer = house.post(f"{studio}/top-ups", json={"amount": "0.5", "reference": "r1"}).json()["data"]
        assert (answer["added"], answer["balance"], answer["left"]) == (added, "0.5", "0.5")
    _, secret = server.make_key(project="studio", live=True, scopes=ALL_SCOPES)
    with server.http(secret) as http:
        changed = http.patch(studio, json={"task_days": 1, "file_days": 2, "budget": {"month": "0.8", "day": 3}})
        standing = changed.json()["data"]
        assert (standing["task_days"], standing["file_days"]) == (1, 2)
        assert {one["period"]: one["limit"] for one in standing["budgets"]} == {"day": "3", "month": "0.8"}
        file = http.post("/model/v1/files", content=picture()).json()
        assert file["expires_at"] - file["created_at"] == 2 * 86_400
        made = http.post(TASKS, json=SHOT).json()
        assert made["expires_at"] - made["created_at"] == 86_400
        task = ended(http, made["id"])
        kept = iso_seconds(task["metadata"]["expires_at"]) - iso_seconds(task["metadata"]["created_at"])
        assert kept == 86_400
        refused = http.post(TASKS, json=SHOT).json()
        assert refused["status"]["error_code"] == 40201
        assert "$0.1 of its balance left; top it up" in refused["message"]
        assert http.patch(studio, json={"budget": {"month": None}}).status_code == 200
        assert [one["period"] for one in http.get(studio).json()["data"]["budgets"]] == ["day"]
        assert house.patch(studio, json={"legal_hold": True}).status_code == 200
        assert http.post(f"{studio}/erase", json={"confirm": "studio"}).status_code == 409
        assert http.delete(f"{TASKS}/task/{task['id']}").status_code == 409
        assert house.patch(studio, json={"legal_hold": False}).status_code == 200
        assert http.post(f"{studio}/erase", json={"confirm": "studio"}).json()["data"] == {"tasks": 1}
        assert http.get(f"{TASKS}/task/{task['id']}").status_code == 404
        assert http.get(studio).json()["data"]["spent"] == task["usage"]["cost"], "its accounts stay"
    assert house.patch(studio, json={"limit": "0.4"}).json()["data"]["left"] == "0"


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64)).save(out, "PNG")
    return out.getvalue()


def iso_seconds(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("path", "body", "parameter"),
    [
        (PROJECTS, {}, "id"),
        (PROJECTS, {"id": "No"}, "id"),
        (PROJECTS, {"id": "no", "plan": "gold"}, "plan"),
        (PROJECTS, {"id": "no", "owner": ""}, "name"),
        (f"{ONE}/top-ups", {"amount": "-1"}, "amount"),
        (f"{ONE}/top-ups", {"amount": "0"}, "amount"),
        (f"{ONE}/top-ups", {"amount": True}, "amount"),
        (f"{ONE}/top-ups", {"amount": "1e3"}, "amount"),
        (f"{ONE}/erase", {"confirm": "rival"}, "confirm"),
        (PRICES, {"discount": "101"}, "discount"),
        (PRICES, {"discount": "0"}, "discount"),
        (PRICES, {"discount": "half"}, "discount"),
        (PRICES, {"discount": 12}, "discount"),
        (PRICES, {"margin": "1000.01"}, "margin"),
        (PRICES, {"price": "0.1"}, "model"),
        (PRICES, {"cost": "0.1", "model": "veo_31", "project": "tenant"}, "project"),
        (PRICES, {"discount": "5", "ends_at": "2020-01-01T00:00:00Z"}, "ends_at"),
        (PRICES, {"discount": "5", "begins_at": "soon"}, "begins_at"),
        (PRICES, {"discount": "5", "model": "veo_9"}, "model"),
        (PRICES, {"price": "0.1", "model": "veo_31", "resolution": "8k"}, "resolution"),
        ("/api/v1/reconciliations", {"from": "2026-12-01T00:00:00Z", "to": "2026-11-01T00:00:00Z"}, "from"),
        ("/api/v1/people", {"name": "x", "role": "king"}, "role"),
        ("/api/v1/people", {"name": " ", "role": "viewer"}, "name"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    clients: Clients, path: str, body: dict[str, object], parameter: str
) -> None:
    answer = clients["house"].post(path, json=body)
    assert (answer.status_code, answer.json().get("parameter")) == (400, parameter), answer.text


@pytest.mark.parametrize("body", [{}, {"discount": "5", "margin": "5"}, {"price": "1", "cost": "1", "model": "veo_31"}])
def test_a_price_is_one_thing(clients: Clients, body: dict[str, object]) -> None:
    answer = clients["house"].post(PRICES, json=body)
    assert answer.status_code == 400
    assert "one of: a price per second, a discount" in answer.json()["message"]


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({"task_days": 0}, "task_days"),
        ({"file_days": 4000}, "file_days"),
        ({"budget": {"week": 1}}, "budget"),
        ({"limit": "lots"}, "limit"),
        ({"legal_hold": None}, "legal_hold"),
        ({"id": "other"}, "id"),
    ],
)
def test_a_change_that_cannot_be_is_refused_by_name(clients: Clients, body: dict[str, object], parameter: str) -> None:
    answer = clients["house"].patch(ONE, json=body)
    assert (answer.status_code, answer.json().get("parameter")) == (400, parameter), answer.text


def test_a_margin_is_put_on_what_a_second_costs_us_and_stays_our_secret(server: Server, clients: Clients) -> None:
    house = clients["house"]
    _, secret = server.make_key(project="margins", live=True, scopes=ALL_SCOPES)
    with server.http(secret) as http:

        def price() -> str:
            quoted: dict[str, Any] = http.post(f"{TASKS}/quote", json={**SHOT, "model": "veo_31_lite"}).json()
            return str(quoted["usage"]["unit_price"])

        listed = price()
        margin = house.post(PRICES, json={"project": "margins", "model": "veo_31_lite", "margin": "20"}).json()["data"]
        assert float(price()) == pytest.approx(float(listed) * 1.2), "the list price is what the vendor asks"
        cost = {"model": "veo_31_lite", "cost": "0.0333333", "resolution": "720p"}
        assert house.post(PRICES, json=cost).status_code == 400, "no more than whole micro-dollars"
        costs = house.post(PRICES, json={**cost, "cost": "0.033333"}).json()["data"]
        assert price() == "0.04", "0.0399996, to the last micro-dollar in our favour"
        task = ended(http, http.post(TASKS, json={**SHOT, "model": "veo_31_lite"}).json()["id"])
        assert task["usage"]["cost"] == "0.16"
        assert margin["id"] in task["usage"]["extra_info"]["price_version"]
        seen = http.get(PRICES).json()["data"]["terms"]
        assert margin["id"] not in str(seen)
        assert costs["id"] not in str(seen)
        assert http.delete(f"{PRICES}/{margin['id']}").status_code == 404
        assert house.delete(f"{PRICES}/{margin['id']}").status_code == 200
        assert house.delete(f"{PRICES}/{margin['id']}").status_code == 404
        assert price() == listed
        assert house.delete(f"{PRICES}/{costs['id']}").status_code == 200
        discount = house.post(PRICES, json={"project": "margins", "discount": "12.5"}).json()["data"]
        assert discount["id"] in str(http.get(PRICES).json())
        assert http.delete(f"{PRICES}/{discount['id']}").status_code == 403


def test_a_key_that_expires_makes_none_that_outlives_it(server: Server, http: httpx.Client) -> None:
    soon = datetime.now(UTC) + timedelta(hours=1)
    _, secret = server.make_key(scopes=ALL_SCOPES, live=True, expires_at=soon)
    with server.http(secret) as asking:
        for later in ((soon + timedelta(seconds=1)).isoformat(), (soon + timedelta(days=300)).isoformat()):
            refused = asking.post("/api/v1/keys", json={"name": "longer", "expires_at": later})
            assert (refused.status_code, refused.json()["parameter"]) == (403, "expires_at")
        same = asking.post("/api/v1/keys", json={"name": "as long"}).json()["data"]
        assert datetime.fromisoformat(same["expires_at"]) == soon
        other = http.post("/api/v1/keys", json={"name": "for good"}).json()["data"]
        assert asking.post(f"/api/v1/keys/{other['id']}/rotate").status_code == 403
        assert asking.patch(f"/api/v1/keys/{other['id']}", json={"name": "mine"}).status_code == 403
        assert asking.patch(f"/api/v1/keys/{same['id']}", json={"expires_at": None}).status_code == 403
        assert asking.post("/api/v1/people", json={"name": "x", "role": "viewer"}).status_code == 403
        own = asking.post(f"/api/v1/keys/{same['id']}/rotate").json()["data"]
        assert own["expires_at"] == same["expires_at"]


def test_a_key_for_a_network_gives_no_wider_one(server: Server) -> None:
    _, secret = server.make_key(scopes=ALL_SCOPES, limits=Limits(addresses=("127.0.0.0/24", "10.0.0.0/8")))
    with server.http(secret) as asking:
        for wider in (["0.0.0.0/0"], ["127.0.0.0/23"], ["10.1.0.0/16", "::1"]):
            refused = asking.post("/api/v1/keys", json={"name": "wider", "addresses": wider})
            assert (refused.status_code, refused.json()["parameter"]) == (403, "addresses")
        made = asking.post("/api/v1/keys", json={"name": "narrower", "addresses": ["10.1.0.0/16"]}).json()["data"]
        assert made["addresses"] == ["10.1.0.0/16"]
        same = asking.post("/api/v1/keys", json={"name": "the same"}).json()["data"]
        assert same["addresses"] == ["127.0.0.0/24", "10.0.0.0/8"]


def test_a_key_with_a_budget_makes_no_key_and_invites_nobody(server: Server) -> None:
    _, secret = server.make_key(live=True, scopes=ALL_SCOPES, limits=Limits(budgets=((Period.TOTAL, 10_000_000),)))
    with server.http(secret) as bound:
        assert bound.post("/api/v1/keys", json={"name": "more"}).status_code == 403
        assert bound.post("/api/v1/people", json={"name": "x", "role": "viewer"}).status_code == 403
        assert bound.post(PROJECTS, json={"id": "front", "owner": "x"}).status_code == 403
        assert bound.get(f"{PROJECTS}/front").status_code == 404, "and nothing was made"


def test_requests_are_spread_and_headers_say_so(server: Server) -> None:
    _, secret = server.make_key(limits=Limits(requests_per_minute=6, requests_burst=2))
    with server.http(secret) as http:
        told = [http.post(TASKS, json=SHOT) for _ in range(3)]
    assert [answer.status_code for answer in told] == [200, 200, 429]
    refused = told[2]
    assert refused.headers["ratelimit-policy"] == '"requests";q=2;w=20'
    assert 1 <= int(refused.headers["retry-after"]) <= 10
    assert "6 requests a minute, 2 at once" in refused.json()["message"]
    odd = server.make_key(scopes=ALL_SCOPES)[1]
    with server.http(odd) as http:
        for body in ({"requests_burst": 3}, {"requests_burst": 3, "requests_per_minute": 2}):
            answer = http.post("/api/v1/keys", json={"name": "odd", **body})
            assert (answer.status_code, answer.json()["parameter"]) == (400, "requests_burst")
