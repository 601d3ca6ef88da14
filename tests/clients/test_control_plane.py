"""Model contracts, balance and device sign-in, as the reference platform's command-line clients use them."""

from __future__ import annotations

import base64
import hashlib
import time
import uuid
from typing import Any

import httpx
import jsonschema_rs
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rushes import models
from rushes.intake.devices import CODES_MAX, SKEW_SECONDS
from rushes.key import ALL_SCOPES
from rushes.testing.server import Server

Words = dict[str, Any]


class Program:
    """A command-line program at its sign-in."""

    def __init__(self, http: httpx.Client) -> None:
        self.http = http
        self.key = Ed25519PrivateKey.generate()
        public = base64.urlsafe_b64encode(self.key.public_key().public_bytes_raw()).decode().rstrip("=")
        headers = {"X-App-Id": "@vtrix/cli", "X-Plat": "cli", "X-Source": "cli"}
        body = {"client_id": "vtrix-cli", "client_public_key": public}
        answer = http.post("/api/v1/cli/device/code", json=body, headers=headers).json()
        assert answer["status"]["code"] == 200, answer
        self.begun: Words = answer["data"]

    def look(self, **wrong: str) -> httpx.Response:
        code = self.begun["device_code"]
        stamp = wrong.get("timestamp", str(int(time.time())))
        nonce = wrong.get("nonce", str(uuid.uuid4()))
        digest = hashlib.sha256(f"{code}:{stamp}:{nonce}".encode()).digest()
        proof = wrong.get("proof") or base64.urlsafe_b64encode(self.key.sign(digest)).decode().rstrip("=")
        return self.http.post(
            "/api/v1/cli/token", json={"device_code": code, "timestamp": stamp, "nonce": nonce, "proof": proof}
        )

    def state(self) -> Words:
        words = self.look().json()
        assert words["status"]["code"] == 200
        data: Words = words["data"]
        return data


@pytest.fixture
def admin(server: Server) -> str:
    return server.make_key(scopes=ALL_SCOPES, models=["veo_31_fast"])[1]


def test_a_program_is_let_in_once_and_proves_that_it_is_the_one(server: Server, admin: str) -> None:
    with server.http(None) as http, server.http(admin) as person:
        program = Program(http)
        assert set(program.begun) == {"device_code", "user_code", "verification_uri", "expires_in", "interval"}
        page = http.get(program.begun["verification_uri"], params={"code": program.begun["user_code"]})
        assert page.headers["location"].startswith("/sign-in?next=%2Fdevice%3Fcode%3D"), "people sign in first"
        assert program.state() == {"status": "pending"}
        nonce = str(uuid.uuid4())
        assert program.look(nonce=nonce).status_code == 200
        assert program.look(nonce=nonce).status_code == 403, "a nonce is good once"
        late = str(int(time.time()) - SKEW_SECONDS - 5)
        assert program.look(timestamp=late).status_code == 403
        forged = base64.urlsafe_b64encode(Ed25519PrivateKey.generate().sign(b"x")).decode().rstrip("=")
        assert program.look(proof=forged).json()["status"]["code"] == 403
        typed = program.begun["user_code"].lower().replace("-", " ")
        assert person.post("/api/v1/cli/device/approve", json={"user_code": typed}).status_code == 200
        again = person.post("/api/v1/cli/device/approve", json={"user_code": typed})
        assert again.status_code == 404, "approved once"
        authorized = program.state()
        assert authorized["status"] == "authorized"
        assert program.state() == {"status": "expired"}, "the key is handed over once"
    with server.http(authorized["access_token"]) as http:
        user = http.get("/api/v1/auth/me").json()["data"]["user"]
        assert {type(value) for value in user.values()} == {str}
        assert user["role"] == "member"
        refused = http.post("/model/v1/generation", json={"model": "veo_31", "prompt": "a"})
        assert refused.status_code == 403, "no stronger than the key that let it in"
        assert http.get("/api/v1/keys").status_code == 403
    assert authorized["api_key"] not in server.log


def test_only_a_key_that_makes_keys_lets_in_and_guesses_are_counted(server: Server, admin: str) -> None:
    with server.http() as usual:
        assert usual.post("/api/v1/cli/device/approve", json={"user_code": "BCDF-GHJK"}).status_code in (403, 404)
    with server.http(server.make_key()[1]) as usual:
        assert usual.post("/api/v1/cli/device/approve", json={"user_code": "BCDF-GHJK"}).status_code == 403
    with server.http(admin) as person:
        wrong = [
            person.post("/api/v1/cli/device/approve", json={"user_code": "BCDF-GHJK"}).status_code for _ in range(12)
        ]
    assert wrong == [404] * 10 + [429] * 2


def test_codes_are_rate_limited(server: Server) -> None:
    with server.http(None) as http:
        body = {"client_id": "x", "client_public_key": base64.urlsafe_b64encode(b"k" * 32).decode().rstrip("=")}
        answers = [http.post("/api/v1/cli/device/code", json=body) for _ in range(CODES_MAX + 1)]
    assert answers[-1].status_code == 429
    assert answers[-1].json()["status"]["code"] == 429
    assert answers[-1].headers["retry-after"]


def test_an_unknown_code_is_expired_and_a_wrong_body_is_refused_by_name(server: Server) -> None:
    with server.http(None) as http:
        body = {"device_code": "x", "timestamp": str(int(time.time())), "nonce": "n" * 8, "proof": "p"}
        assert http.post("/api/v1/cli/token", json=body).json()["data"] == {"status": "expired"}
        missing = http.post("/api/v1/cli/token", json={"device_code": "x"}).json()
        assert missing["parameter"] == "timestamp"
        short = http.post("/api/v1/cli/device/code", json={"client_id": "x", "client_public_key": "AAAA"}).json()
        assert short["parameter"] == "client_public_key"


@pytest.mark.parametrize("model", models.ALL)
def test_a_contract_lets_a_program_check_a_request(server: Server, model: str) -> None:
    with server.http() as http:
        contract = http.get(f"/api/v1/skill/model-contracts/{model}").json()["data"]
        assert http.get("/api/v1/skill/model-contracts/nothing").json()["status"]["code"] == 404
    assert contract["schema_version"] == "model-contract.v1"
    assert contract["protocol"] == "queue"
    jsonschema_rs.validate(contract["input_schema"], contract["examples"][0]["input"])
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(contract["input_schema"], {"prompt": "a", "durationSeconds": 7})
    kinds = {rule["kind"] for rule in contract["input_rules"]}
    assert kinds == {"requires", "mutually_exclusive"}
    fields = set(contract["input_schema"]["properties"])
    assert {name for rule in contract["input_rules"] for name in rule["fields"]} <= fields
    assert {rule["field"] for rule in contract["value_rules"]} <= fields


def test_a_contract_is_spoken_by_its_own_endpoints(server: Server) -> None:
    with server.http() as http:
        contract = http.get("/api/v1/skill/model-contracts/veo_31_fast").json()["data"]
        ends = contract["endpoints"]
        made = http.request(
            ends["submit"]["method"], ends["submit"]["path"], json=contract["examples"][0]["input"]
        ).json()
        for name in ("status", "result", "cancel"):
            path = ends[name]["path"].replace("{request_id}", made["request_id"])
            assert http.request(ends[name]["method"], path).status_code in (200, 202), name


def test_a_balance_is_all_text(server: Server) -> None:
    with server.http() as http:
        balance = http.get("/api/v1/user/balance").json()["data"]
    assert {type(value) for value in balance.values()} == {str}
    assert balance["currency"] == "USD"
    assert float(balance["available_balance"]) > 0
