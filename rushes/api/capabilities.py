"""Capabilities: what a model takes, as data: its parameters as JSON Schema, its cross-field rules, its modes and prices. Enough
to make a form or another SDK from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rushes.api.bodies import parameter_schema
from rushes.api.dialects.native import EXTENSIONS
from rushes.api.rules import rule_line
from rushes.model import Excludes, Kind, Model, Needs, Only, Parameter, Rule, When, usd_text
from rushes.shot import Mode

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


#: What is given in each mode; the first that fits is meant.
_MODES: Mapping[Mode, tuple[str, ...]] = {
    Mode.EXTEND: ("video",),
    Mode.REFERENCES: ("referenceImages",),
    Mode.FRAMES: ("image", "lastFrame"),
    Mode.IMAGE: ("image",),
    Mode.TEXT: (),
}


def capabilities(model: Model) -> dict[str, object]:
    """A request is taken when it fits `input_schema` and keeps all of `input_rules` and `value_rules`."""
    return {
        "modes": [{"mode": str(mode), "given": list(given)} for mode, given in _MODES.items() if mode in model.modes],
        "input_schema": input_schema(model),
        "input_rules": [words for rule in model.rules for words in _rules(model, rule)],
        "value_rules": [_value_rule(rule) for rule in model.rules if isinstance(rule, Only)],
        "prices": {
            "currency": "USD",
            "per_second": [
                {"resolution": resolution, "generateAudio": sound, "price": usd_text(price)}
                for (resolution, sound), price in model.price.per_second.items()
            ],
            "version": model.price.version,
        },
        "released": model.released.isoformat(),
        "deprecated_at": _day(model.deprecated_at),
        "retires_at": _day(model.retires_at),
        "replaced_by": model.replaced_by,
        "aliases": list(model.aliases),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def input_schema(model: Model) -> dict[str, object]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [parameter.name for parameter in model.parameters if parameter.required],
        "properties": {parameter.name: _schema(parameter) for parameter in (*model.parameters, *EXTENSIONS)},
    }


def _schema(parameter: Parameter) -> dict[str, object]:
    medium = _MEDIA.get(parameter.kind)
    if medium is None:
        schema = parameter_schema(parameter)
        schema.pop("examples", None)
        return schema
    bounds = {} if parameter.items_max is None else {"minItems": 1, "maxItems": parameter.items_max}
    return {**medium, **bounds, "description": parameter.meaning}


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
