"""The control plane, with the types that the reference's own command line decodes strictly; open to all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from rushes import models
from rushes.model import Model
from rushes.testing.server import Server
from tests.promises.conftest import TASKS

MODELS = "/api/v1/skill/models"
#: What the command line sends with a list, some of which means nothing here.
LIST_QUERY = {"page": "1", "page_size": "20", "type": "video", "keywords": "", "include_curl": "true", "provider": "x"}


def control(server: Server, path: str, **query: str) -> Any:
    """The payload of a control-plane answer; asked without any key."""
    answer = httpx.get(f"{server.url}{path}", params=query)
    body = answer.json()
    assert body["status"]["code"] == 200
    return body["data"]


def test_models_are_listed_without_a_key(server: Server) -> None:
    page = control(server, MODELS, **LIST_QUERY)
    assert [page[name] for name in ("total", "page", "page_size", "total_pages")] == [len(models.ALL), 1, 20, 1]
    for model in page["models"]:
        assert all(isinstance(model[name], str) for name in ("id", "name", "type", "description"))
        assert all(isinstance(one, str) for one in model["input_modalities"] + model["output_modalities"])
    assert [model["id"] for model in control(server, MODELS, keywords="lite")["models"]] == ["veo_31_lite"]
    assert control(server, MODELS, type="audio")["models"] == []
    second = control(server, MODELS, page="2", page_size="2")
    assert [model["id"] for model in second["models"]] == list(models.ALL)[2:4]
    assert httpx.get(f"{server.url}{MODELS}?page=0").json()["status"]["code"] == 400


@pytest.mark.parametrize("model", models.ALL.values(), ids=lambda model: model.id)
def test_a_spec_is_what_a_strict_client_can_decode(server: Server, model: Model) -> None:
    spec = control(server, f"{MODELS}/{model.id}/spec")
    assert spec["model_id"] == model.id
    assert spec["api"]["endpoint"] == f"{server.url}{TASKS}"
    assert spec["api"]["method"] == "POST"
    assert spec["api"]["headers"] == {"Authorization": "Bearer {{API_KEY}}"}
    assert model.id in spec["agent_prompt"]
    names = [parameter["name"] for parameter in spec["parameters"]]
    assert set(names) >= {parameter.name for parameter in model.parameters}, "what is missing is dropped by clients"
    for parameter in spec["parameters"]:
        judge(parameter)


def judge(parameter: dict[str, Any]) -> None:
    assert parameter["type"] in ("string", "integer", "boolean", "object", "array")
    assert isinstance(parameter["required"], bool)
    assert isinstance(parameter["description"], str)
    limits = parameter.get("constraints", {})
    assert all(isinstance(option, str) for option in limits.get("enum", [])), "compared as text, also for integers"
    assert all(isinstance(limits[name], int) for name in ("min", "max", "max_items") if name in limits)
    if parameter["type"] == "object" and parameter["name"] not in ("metadata", "shotPlan"):
        assert parameter["children"], "an object without children would be sent as a string"
        for child in parameter["children"]:
            judge(child)


def test_the_spec_is_enough_to_create_a_task(server: Server) -> None:
    """As the command line does it: coerce by type, wrap, post to the endpoint."""
    spec = control(server, f"{MODELS}/veo_31_fast/spec")
    words = {"prompt": "a fox", "durationSeconds": "4", "aspectRatio": "9:16", "generateAudio": "true", "seed": "7"}
    coerce: dict[str, Callable[[str], object]] = {"integer": int, "boolean": lambda word: word == "true", "string": str}
    types = {parameter["name"]: parameter["type"] for parameter in spec["parameters"]}
    params = {name: coerce[types[name]](word) for name, word in words.items()}
    with server.http() as http:
        answer = http.post(spec["api"]["endpoint"], json={"model": spec["model_id"], "input": [{"params": params}]})
    assert answer.status_code == 200
    assert answer.json()["id"]


def test_an_alias_finds_its_model_and_nonsense_is_404_in_the_body(server: Server) -> None:
    assert control(server, f"{MODELS}/veo-3.1-fast-generate-001/spec")["model_id"] == "veo_31_fast"
    missing = httpx.get(f"{server.url}{MODELS}/veo_4/spec").json()
    assert missing["status"]["code"] == 404
    assert missing["data"] is None
    assert isinstance(missing["error"], str)
