"""Model contracts: a model as programs read it, with its cross-field rules as data (schema model-contract.v1)."""

from __future__ import annotations

import hashlib

from starlette.responses import Response

from rushes import models
from rushes.api.answers import dump, enveloped
from rushes.api.bodies import parameter_schema
from rushes.api.dialects.native import EXTENSIONS
from rushes.api.front import Call
from rushes.api.rules import rule_line
from rushes.model import Excludes, Kind, Model, Needs, Only, Parameter, Rule, When

_MEDIUM: dict[str, object] = {
    "type": "string",
    "description": "An https address, a data URI, or the id of a file or task.",
}
#: Clients know a part of JSON Schema and follow no references, so media are told in their shortest form.
_MEDIA: dict[Kind, dict[str, object]] = {
    Kind.PICTURE: _MEDIUM,
    Kind.FOOTAGE: _MEDIUM,
    Kind.PICTURES: {"type": "array", "items": _MEDIUM},
}


def read(call: Call) -> Response:
    return enveloped(contract(models.find(call.path["id"])))


def contract(model: Model) -> dict[str, object]:
    place = f"/model/v1/queue/{model.id}"
    request = f"{place}/requests/{{request_id}}"
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
        "input_schema": {
            "type": "object",
            "additionalProperties": False,
            "required": [parameter.name for parameter in model.parameters if parameter.required],
            "properties": {parameter.name: _schema(parameter) for parameter in (*model.parameters, *EXTENSIONS)},
        },
        "examples": [{"name": "text to video", "input": {"prompt": _example(model), "durationSeconds": 8}}],
        "prerequisites": [],
        "context_inputs": [],
        "field_aliases": [],
        "input_rules": [words for rule in model.rules for words in _rules(model, rule)],
        "value_rules": [_value_rule(rule) for rule in model.rules if isinstance(rule, Only)],
    }
    return {**words, "revision": hashlib.sha256(dump(words)).hexdigest()[:16]}


def _schema(parameter: Parameter) -> dict[str, object]:
    medium = _MEDIA.get(parameter.kind)
    if medium is None:
        schema = parameter_schema(parameter)
        schema.pop("examples", None)
        return schema
    bounds = {} if parameter.items_max is None else {"minItems": 1, "maxItems": parameter.items_max}
    return {**medium, **bounds, "description": parameter.meaning}


def _example(model: Model) -> object:
    prompt = model.parameter("prompt")
    return prompt.example if prompt else ""


def _rules(model: Model, rule: Rule) -> list[dict[str, object]]:
    """A rule in the kinds that clients of this contract know; `value_rules` has what they have no kind for."""
    match rule:
        case Needs(parameter, others):
            kind, fields, required = "requires", [parameter], list(others)
            return [_input_rule(kind, fields, parameter, required, rule)]
        case Excludes(parameter, others):
            return [
                _input_rule("mutually_exclusive", [parameter, other], "", [], rule)
                for other in others
                if model.parameter(parameter) and model.parameter(other)  # rules are shared by models with fewer
            ]
        case Only():
            return []


def _input_rule(kind: str, fields: list[str], when: str, required: list[str], rule: Rule) -> dict[str, object]:
    return {"kind": kind, "fields": fields, "when": when, "required": required, "notes": rule_line(rule)}


def _value_rule(rule: Only) -> dict[str, object]:
    return {"field": rule.parameter, "allowed": list(rule.values), "when": _when(rule.when), "notes": rule_line(rule)}


def _when(when: When) -> dict[str, object]:
    """Any of these is enough."""
    return {
        "given": list(when.given),
        "modes": [str(mode) for mode in when.modes],
        "values": {name: list(values) for name, values in when.values},
    }
