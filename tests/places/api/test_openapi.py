from __future__ import annotations

import json
import re
from typing import Any, cast

import jsonschema_rs
import pytest

from rushes import models
from rushes.api.openapi import document
from rushes.api.routes import routes
from rushes.api.samples import answers
from rushes.api.stream import Streams, Waiting
from rushes.model import Model

TABLE = routes(Waiting(cast(Streams, None)))
DOCUMENT = document(TABLE, "http://localhost:8700", "1")


def walk(value: Any) -> list[dict[str, Any]]:  # Any: JSON
    if isinstance(value, dict):
        return [value, *(one for inner in value.values() for one in walk(inner))]
    return [one for inner in value for one in walk(inner)] if isinstance(value, list) else []


def test_every_reference_leads_somewhere() -> None:
    schemas = cast(dict[str, Any], DOCUMENT["components"])["schemas"]
    wanted = {str(one["$ref"]).rpartition("/")[2] for one in walk(DOCUMENT) if "$ref" in one}
    assert wanted <= set(schemas)


def test_every_field_and_parameter_is_described() -> None:
    for one in walk(DOCUMENT):
        for name, schema in cast(dict[str, Any], one.get("properties", {})).items():
            if isinstance(schema, dict) and "type" in schema and isinstance(schema["type"], str | list):
                assert schema.get("description"), name
        if "in" in one and "schema" in one:
            assert one["description"], one["name"]


def test_every_route_is_told_once_with_its_errors() -> None:
    names = [
        operation["operationId"]
        for path in cast(dict[str, Any], DOCUMENT["paths"]).values()
        for operation in path.values()
    ]
    assert len(names) == len(set(names)) == len(TABLE)
    for route in TABLE:
        operation = cast(dict[str, Any], DOCUMENT["paths"])[route.path][route.method.lower()]
        assert ("401" in operation["responses"]) == (route.scope is not None), route.path
        declared = {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "path"}
        assert declared == set(re.findall(r"{(\w+)}", route.path))


@pytest.mark.parametrize("model", models.ALL.values(), ids=lambda model: model.id)
def test_the_samples_are_what_the_document_says(model: Model) -> None:
    samples = answers(model, "http://localhost:8700")
    for name, schema in (
        ("Created", "Created"),
        ("Running", "Task"),
        ("Finished", "Task"),
        ("Failed", "Task"),
        ("Refused", "Error"),
    ):
        jsonschema_rs.validate(
            {"$ref": f"#/components/schemas/{schema}", "components": DOCUMENT["components"]},
            json.loads(samples[name]),
        )
