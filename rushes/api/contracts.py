"""Model contracts: a model as programs read it, with its cross-field rules as data (schema model-contract.v1)."""

from __future__ import annotations

import hashlib

from starlette.responses import Response

from rushes import models
from rushes.api.answers import dump, enveloped
from rushes.api.capabilities import capabilities
from rushes.api.front import Call
from rushes.model import Model


def read(call: Call) -> Response:
    return enveloped(contract(models.find(call.path["id"])))


def contract(model: Model) -> dict[str, object]:
    place = f"/model/v1/queue/{model.id}"
    request = f"{place}/requests/{{request_id}}"
    told = capabilities(model)
    words: dict[str, object] = {
        "schema_version": "model-contract.v1",
        "model_id": model.id,
        "display_name": model.name,
        "family": model.vendor,
        "kind": "video",
        "protocol": "queue",
        "body_mode": "raw_json",
        "endpoints": {
            "submit": {"method": "POST", "path": place},
            "status": {"method": "GET", "path": f"{request}/status"},
            "result": {"method": "GET", "path": f"{request}/response"},
            "cancel": {"method": "PUT", "path": f"{request}/cancel"},
        },
        "input_schema": told["input_schema"],
        "examples": [{"name": "text to video", "input": {"prompt": _example(model), "durationSeconds": 8}}],
        "prerequisites": [],
        "context_inputs": [],
        "field_aliases": [],
        "input_rules": told["input_rules"],
        "value_rules": told["value_rules"],
    }
    return {**words, "revision": hashlib.sha256(dump(words)).hexdigest()[:16]}


def _example(model: Model) -> object:
    prompt = model.parameter("prompt")
    return prompt.example if prompt else ""
