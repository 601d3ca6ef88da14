"""Usage and receipts over HTTP: the same sum as the movement of the balance, by whatever it is asked."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from secrets import token_hex
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from rushes.cli.usage import usage
from rushes.testing.server import Server
from tests.promises.conftest import TASKS, ended

SHOT = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}


@pytest.fixture(scope="module")
def paying(server: Server) -> Iterator[tuple[httpx.Client, list[str], dict[str, Any]]]:
    """A client of a project of its own that has made two clips and failed once; the tasks' ids, and a key's id."""
    key, secret = server.make_key(live=True, project=f"accounted-{token_hex(4)}")
    with server.http(secret) as http:
        bodies = [SHOT, {**SHOT, "durationSeconds": 8}, {**SHOT, "prompt": "a fox fake:refuse"}]
        made = [http.post(TASKS, json=body).json()["id"] for body in bodies]
        for task_id in made:
            ended(http, task_id)
        yield http, made, {"key": key.id}


Paying = tuple[httpx.Client, list[str], dict[str, Any]]


def test_receipts_usage_and_spend_are_one_sum(paying: Paying) -> None:
    http, made, _ = paying
    receipts = [http.get(f"{TASKS}/task/{task_id}/receipt").json() for task_id in made]
    found = http.get("/v1/usage").json()
    charged = sum(Decimal(receipt["total"]) for receipt in receipts)
    assert charged > 0
    assert Decimal(found["total"]["spend"]) == Decimal(found["money"]["spent"]) == charged
    assert found["total"]["tasks"] == 3
    assert found["total"]["seconds"] == sum(receipt["quantity"] for receipt in receipts) >= 4
    assert found["money"]["held"] == "0"
    for receipt in receipts:
        amounts = {entry["kind"]: Decimal(entry["amount"]) for entry in receipt["entries"]}
        assert amounts["hold"] == amounts.get("capture", 0) + amounts["release"]
        list_price = Decimal(receipt["unit_price"]) * receipt["quantity"]
        assert Decimal(receipt["total"]) == list_price - Decimal(receipt["discount"])


@pytest.mark.parametrize("by", ["", "day", "model", "key", "engine", "status", "day,key,status"])
def test_every_cut_has_the_same_total(paying: Paying, by: str) -> None:
    http, _, known = paying
    found = http.get("/v1/usage", params={"by": by}).json()
    assert sum(line["tasks"] for line in found["lines"]) == 3
    assert sum(Decimal(line["spend"]) for line in found["lines"]) == Decimal(found["total"]["spend"])
    if "key" in by:
        assert {(line["key"], line["key_name"]) for line in found["lines"]} == {(known["key"], "made for a test")}
    times = found["total"]["rendering_seconds"]
    assert times["p50"] <= times["p90"] <= times["p99"]


def test_usage_is_a_table_as_well_and_can_be_narrowed(paying: Paying) -> None:
    http, _, known = paying
    query = {"by": "model,status", "format": "csv", "status": "succeeded", "key": known["key"]}
    answer = http.get("/v1/usage", params=query)
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["model"], row["status"]) for row in rows] == [("veo_31_fast", "succeeded")]
    assert http.get("/v1/usage", params={"to": "2026-01-02"}).json()["lines"] == []


def test_usage_is_the_projects_own(paying: Paying, server: Server) -> None:
    _, stranger = server.make_key(project="accounted-for-nobody")
    with server.http(stranger) as http:
        assert http.get("/v1/usage").json()["total"]["tasks"] == 0


def test_the_command_line_draws_usage_and_shows_receipts(paying: Paying, server: Server) -> None:
    http, made, _ = paying
    options = ["--server", server.url, "--key", http.headers["authorization"].removeprefix("Bearer ")]
    shown = CliRunner().invoke(usage, [*options, "--by", "model,status", "--days", "7"], env={"COLUMNS": "140"})
    assert shown.exit_code == 0, shown.output
    assert "█" in shown.output
    assert "USD a day" in shown.output
    spent = http.get("/v1/usage").json()["money"]["spent"]
    assert f"spent {spent} USD in all" in shown.output
    receipt = CliRunner().invoke(usage, [*options, "--receipt", made[0]])
    assert json.loads(receipt.output) == http.get(f"{TASKS}/task/{made[0]}/receipt").json()


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"by": "week"}, "by"),
        ({"from": "yesterday"}, "from"),
        ({"to": "20261122"}, "to"),
        ({"from": "2026-11-22", "to": "2026-11-21"}, "from"),
        ({"format": "pdf"}, "format"),
        ({"shape": "round"}, "shape"),
    ],
)
def test_a_question_that_is_none_is_refused_by_name(http: httpx.Client, query: dict[str, str], parameter: str) -> None:
    refused = http.get("/v1/usage", params=query)
    assert refused.status_code == 400
    assert refused.json()["parameter"] == parameter
