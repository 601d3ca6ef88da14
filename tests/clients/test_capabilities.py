"""The capability table is enough to know what the server will take: a program that knows nothing but this data judges every
request as the server does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema_rs
import pytest

from rushes import models
from rushes.testing.server import Server

Words = dict[str, Any]
ID = "0" * 26
REQUESTS = 60


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with server.http() as client:
        yield client


def takes(capabilities: Words, given: Words) -> bool:
    """As a form made from the data would judge."""
    if not jsonschema_rs.is_valid(capabilities["input_schema"], given):
        return False
    for rule in capabilities["input_rules"]:
        first = rule["fields"][0]
        if rule["kind"] == "requires" and first in given and not any(name in given for name in rule["required"]):
            return False
        if rule["kind"] == "mutually_exclusive" and all(name in given for name in rule["fields"]):
            return False
    mode = next(one["mode"] for one in capabilities["modes"] if all(name in given for name in one["given"]))
    for rule in capabilities["value_rules"]:
        when, field = rule["when"], rule["field"]
        holds = (
            any(name in given for name in when["given"])
            or mode in when["modes"]
            or any(given.get(name) in values for name, values in when["values"].items())
        )
        if holds and field in given and given[field] not in rule["allowed"]:
            return False
    return True


def drawn(schema: Words, luck: random.Random) -> Words:
    """A request of some parameters, most with values that could be right."""
    given: Words = {}
    for name, one in schema["properties"].items():
        if name in ("dryRun", "maxCost", "deadlineSeconds", "metadata", "webhookUrl", "webhookSecret", "shotPlan"):
            continue
        if luck.random() < (0.9 if name in schema["required"] else 0.3):
            given[name] = luck.choice(values(name, one))
    return given


def values(name: str, schema: Words) -> list[object]:
    if name == "referenceImages":
        return [[ID], [ID, ID], []]
    if name in ("image", "lastFrame", "video"):
        return [ID]
    if "enum" in schema:
        return [*schema["enum"], *schema["enum"], "no such value"]
    if schema["type"] == "boolean":
        return [True, False]
    if schema["type"] == "integer":
        low, high = schema.get("minimum", 0), schema.get("maximum", 100)
        return [low, high, high + 1, low - 1]
    return ["a fox", "a fox", " "]


@pytest.mark.parametrize("model", models.ALL)
def test_who_reads_the_table_knows_what_will_be_taken(http: httpx.Client, model: str) -> None:
    capabilities = http.get(f"/v1/models/{model}").json()["capabilities"]
    luck = random.Random(model)
    verdicts = set()
    for _ in range(REQUESTS):
        given = drawn(capabilities["input_schema"], luck)
        answer = http.post("/model/v1/generation/quote", json={"model": model, **given})
        assert answer.status_code in (200, 400, 503), answer.text
        if answer.status_code == 503:
            pytest.skip("no engine makes it here")
        assert (answer.status_code == 200) is takes(capabilities, given), (given, answer.text)
        verdicts.add(answer.status_code)
    assert verdicts == {200, 400}, "both kinds were tried"


def test_every_name_of_a_model_tells_the_same(http: httpx.Client) -> None:
    page = http.get("/v1/models").json()
    assert page["object"] == "list"
    for words in page["data"]:
        assert words["capabilities"] == http.get(f"/v1/models/{words['model']}").json()["capabilities"]
    contract = http.get("/api/v1/skill/model-contracts/veo_31_fast").json()["data"]
    capabilities = http.get("/v1/models/veo_31_fast").json()["capabilities"]
    assert {name: contract[name] for name in ("input_schema", "input_rules", "value_rules")} == {
        name: capabilities[name] for name in ("input_schema", "input_rules", "value_rules")
    }
