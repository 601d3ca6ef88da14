"""Goal: whoever asks for a model, on any wire, hears from when on it may be gone.
Method: the day that the declaration names, held against headers, lists and pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime

import httpx
import pytest

from rushes import models
from rushes.api import life
from rushes.models import animatic, veo
from tests.promises.conftest import TASKS

Ask = Callable[[httpx.Client, str], httpx.Response]
VEO = "veo_31_fast"
_SHOT = {"instances": [{"prompt": "a fox"}], "parameters": {"durationSeconds": 4}}


def made(http: httpx.Client, model: str) -> str:
    task_id: str = http.post(TASKS, json={"model": model, "prompt": "a fox", "durationSeconds": 4}).json()["id"]
    return task_id


ASKS: dict[str, Ask] = {
    "created": lambda http, model: http.post(TASKS, json={"model": model, "prompt": "a fox", "durationSeconds": 4}),
    "polled": lambda http, model: http.get(f"{TASKS}/task/{made(http, model)}"),
    "waited for": lambda http, model: http.get(f"{TASKS}/task/{made(http, model)}?wait=1"),
    "preferred": lambda http, model: http.get(f"{TASKS}/task/{made(http, model)}", headers={"prefer": "wait=1"}),
    "canceled": lambda http, model: http.post(f"{TASKS}/task/{made(http, model)}/cancel"),
    "openai created": lambda http, model: http.post("/v1/videos", json={"model": model, "prompt": "a fox"}),
    "openai polled": lambda http, model: http.get(f"/v1/videos/{made(http, model)}"),
    "google created": lambda http, model: http.post(f"/v1beta/models/{model}:predictLongRunning", json=_SHOT),
    "google polled": lambda http, model: http.get(f"/v1beta/models/{model}/operations/{made(http, model)}"),
    "queued": lambda http, model: http.post(f"/model/v1/queue/{model}", json={"prompt": "a fox"}),
    "queue polled": lambda http, model: http.get(f"/model/v1/queue/{model}/requests/{made(http, model)}/status"),
}


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)
def test_an_answer_about_a_task_says_from_when_on_its_model_may_be_gone(http: httpx.Client, ask: Ask) -> None:
    answer = ask(http, VEO)
    assert answer.is_success, answer.text
    assert veo.FAST.retires_at is not None
    assert parsedate_to_datetime(answer.headers["sunset"]).date() == veo.FAST.retires_at
    assert "deprecation" not in answer.headers, "Google does not advise against it"
    assert "sunset" not in ask(http, animatic.MODELS[0].id).headers, "nobody's but ours"


def test_a_list_of_models_says_the_same(http: httpx.Client) -> None:
    told = {model["id"]: model["capabilities"] for model in http.get("/v1/models").json()["data"]}
    assert told[VEO]["retires_at"] == str(veo.FAST.retires_at)
    assert told["animatic"]["retires_at"] is None


def test_a_model_that_is_advised_against_says_since_when(monkeypatch: pytest.MonkeyPatch) -> None:
    old = replace(veo.FAST, id="veo_old", deprecated_at=date(2023, 6, 30), retires_at=date(2026, 11, 17))
    monkeypatch.setattr(models, "ALL", {old.id: old})
    # The example of RFC 9745, 2.1.
    assert life.headers(old.id) == {"deprecation": "@1688083200", "sunset": "Tue, 17 Nov 2026 00:00:00 GMT"}
    assert life.headers("veo_gone") == {}
