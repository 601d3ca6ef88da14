"""Request bodies as JSON Schema, read from the declarations of models, extensions and keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rushes import models
from rushes.api import devices, keys, limits, people, projects, promote, reconciliation, tasks, terms
from rushes.api.dialects.native import EXTENSIONS
from rushes.api.rules import rule_lines
from rushes.api.schemas import Schema, maybe, named
from rushes.budget import Period
from rushes.key import Scope
from rushes.model import Kind, Model, Parameter

_BYTES = {"type": "string", "description": "The bytes in base64."}
_MIME = {"type": "string", "description": "What the bytes are; found out when left out."}
_URI = {"type": "string", "description": "An https address, a data URI, or an uploaded file's id."}
_MEDIUM_FIELDS: Schema = {"bytesBase64Encoded": _BYTES, "mimeType": _MIME, "uri": _URI}
PICTURE: Schema = {
    "description": "A picture: bytes, an address or an uploaded file's id, as an object or as a bare string.",
    "anyOf": [{"type": "object", "properties": _MEDIUM_FIELDS}, {"type": "string"}],
}
FOOTAGE: Schema = {
    "description": "A clip: an earlier task's id, an address, bytes or an uploaded file's id.",
    "anyOf": [
        {
            "type": "object",
            "properties": {"taskId": {"type": "string", "description": "An earlier task's id."}, **_MEDIUM_FIELDS},
        },
        {"type": "string"},
    ],
}
REFERENCE: Schema = {
    "type": "object",
    "description": "A picture of a thing to show, or of a look to take over.",
    "properties": {
        "image": named("Picture"),
        "referenceType": {"type": "string", "enum": ["asset", "style"], "description": "asset when left out."},
    },
}
_KINDS: Mapping[Kind, Schema] = {
    Kind.STRING: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.OBJECT: {"type": "object"},
    Kind.PICTURE: named("Picture"),
    Kind.FOOTAGE: named("Footage"),
    Kind.PICTURES: {"type": "array", "items": named("Reference")},
}


def body_schemas() -> dict[str, Schema]:
    flat = {f"Create_{model.id}": _flat(model) for model in models.ALL.values()}
    params = {f"Params_{model.id}": _params(model) for model in models.ALL.values()}
    wrapped = {f"Wrapped_{model.id}": _wrapped(model) for model in models.ALL.values()}
    return {
        "Create": {
            "description": "Flat, or in the wrapper of the reference wire; both mean the same.",
            "anyOf": [named(name) for name in (*flat, *wrapped)],
        },
        **flat,
        **wrapped,
        **params,
        "Picture": PICTURE,
        "Footage": FOOTAGE,
        "Reference": REFERENCE,
        "MarkTask": _closed("What to change of a task.", (tasks.CIRCLED,)),
        "Promote": _closed("What to say of the new task; the shot stays as it was.", promote.PARAMETERS),
        "CreateKey": _closed("A key to be made.", keys.CREATE) | {"properties": _key_properties(keys.CREATE)},
        "ChangeKey": _closed("What is to be other; null lifts a limit.", keys.CHANGE)
        | {"properties": _key_properties(keys.CHANGE)},
        "RotateKey": _closed("How to rotate.", keys.ROTATE),
        "CreateProject": _closed("A project to be made.", projects.CREATE),
        "ChangeProject": _closed("What is to be other; null lifts.", projects.CHANGE)
        | {"properties": _nullable(projects.CHANGE) | {limits.BUDGET.name: _budget_schema()}},
        "TopUp": _closed("Money that came in.", projects.TOP_UP) | {"properties": _nullable(projects.TOP_UP)},
        "Erase": _closed("What is to be erased.", projects.ERASE),
        "Invite": _closed("Who is to be let in.", people.INVITE),
        "ChangePerson": _closed("What they are to be.", people.CHANGE),
        "Agree": _closed("What is to hold: one of price, discount, cost and margin.", terms.AGREE)
        | {"properties": _nullable(terms.AGREE)},
        "Reconcile": _closed("Which takes.", reconciliation.RECONCILE)
        | {"properties": _nullable(reconciliation.RECONCILE)},
        "DeviceCode": _closed("A program that asks to be let in.", devices.CODE),
        "DeviceToken": _closed("A program that asks how its sign-in stands.", devices.TOKEN),
        "DeviceVerdict": _closed("Which program.", devices.VERDICT),
    }


def parameter_schema(parameter: Parameter) -> Schema:
    schema: Schema = dict(_KINDS[parameter.kind])
    schema["description"] = parameter.meaning
    if parameter.required and parameter.kind is Kind.STRING:
        schema["pattern"] = r"\S"  # what is needed may not be blank
    if parameter.options:
        schema["enum"] = list(parameter.options)
    for name, value in (
        ("default", parameter.default),
        ("minimum", parameter.minimum),
        ("maximum", parameter.maximum),
        ("maxLength", parameter.length_max),
        ("maxItems", parameter.items_max),
    ):
        if value is not None:
            schema[name] = value
    if parameter.example is not None:
        schema["examples"] = [parameter.example]
    return schema


def _model_name(model: Model) -> Schema:
    return {
        "type": "string",
        "enum": [model.id, *model.aliases],
        "description": f"{model.name}, or one of its aliases.",
    }


def _flat(model: Model) -> Schema:
    body = _closed(_about(model), (*model.parameters, *EXTENSIONS))
    properties = body["properties"]
    assert isinstance(properties, dict), "just made"
    body["properties"] = {"model": _model_name(model), **properties}
    body["required"] = ["model", *(parameter.name for parameter in model.parameters if parameter.required)]
    return body


def _params(model: Model) -> Schema:
    return _closed(_about(model), (*model.parameters, *EXTENSIONS))


def _wrapped(model: Model) -> Schema:
    block: Schema = {
        "type": "object",
        "description": "The one block.",
        "properties": {"params": named(f"Params_{model.id}")},
        "required": ["params"],
        "additionalProperties": False,
    }
    body = _closed("The wrapper of the reference wire.", EXTENSIONS)
    properties = body["properties"]
    assert isinstance(properties, dict), "just made"
    body["properties"] = {
        "model": _model_name(model),
        "input": {"type": "array", "items": block, "minItems": 1, "maxItems": 1, "description": "One block."},
        **properties,
    }
    body["required"] = ["model", "input"]
    return body


def _about(model: Model) -> str:
    return " ".join([model.description, *rule_lines(model)])


def _closed(meaning: str, parameters: Iterable[Parameter]) -> Schema:
    listed = list(parameters)
    body: Schema = {
        "type": "object",
        "description": meaning,
        "properties": {parameter.name: parameter_schema(parameter) for parameter in listed},
        "additionalProperties": False,
    }
    required = [parameter.name for parameter in listed if parameter.required]
    if required:
        body["required"] = required
    return body


def _nullable(parameters: Iterable[Parameter]) -> Schema:
    """Properties of which those that may be left out may also be null."""
    return {
        parameter.name: parameter_schema(parameter) if parameter.required else maybe(parameter_schema(parameter))
        for parameter in parameters
    }


def _budget_schema() -> Schema:
    return {
        **maybe(parameter_schema(limits.BUDGET)),
        "properties": {
            period: {"type": ["string", "number", "null"], "description": f"USD, {period}."} for period in Period
        }
        | {"warn_only": {"type": "boolean", "description": "Warn instead of refusing."}},
        "additionalProperties": False,
    }


def _key_properties(parameters: Iterable[Parameter]) -> Schema:
    """A key's scopes and models are arrays, which no model's parameter is."""
    properties: Schema = {parameter.name: parameter_schema(parameter) for parameter in parameters}
    properties[keys.EXPIRES_AT.name] = maybe(parameter_schema(keys.EXPIRES_AT)) | {"format": "date-time"}
    properties |= _nullable(limits.PARAMETERS)
    properties[limits.BUDGET.name] = _budget_schema()
    properties[limits.ADDRESSES.name] = {
        **parameter_schema(limits.ADDRESSES),
        "type": ["array", "null"],
        "items": {"type": "string"},
    }
    for name, options in (("scopes", sorted(Scope)), ("models", sorted(models.ALL))):
        given = properties[name]
        assert isinstance(given, dict), "just made"
        properties[name] = {
            "type": ["array", "null"],
            "items": {"type": "string", "enum": [str(option) for option in options]},
            "description": given["description"],
            "examples": given["examples"],
        }
    return properties
