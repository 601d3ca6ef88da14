"""The dialects' part of the table and of the document."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest

from rushes import errors as ideas
from rushes.api import errors, tongue
from rushes.api.dialects.refusals import status_of, tell
from rushes.api.dialects.table import dialect_routes
from rushes.api.openapi import document
from rushes.api.tongue import Tongue
from tests.places.api.test_openapi import walk

TABLE = dialect_routes()
DOCUMENT = document(TABLE, "http://localhost:8700", "0")


def test_every_dialects_route_is_told_once_with_its_errors() -> None:
    names = [
        operation["operationId"]
        for path in cast(dict[str, Any], DOCUMENT["paths"]).values()
        for operation in path.values()
    ]
    assert len(names) == len(set(names)) == len(TABLE)
    for route in TABLE:
        operation = cast(dict[str, Any], DOCUMENT["paths"])[route.shown][route.method.lower()]
        declared = {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "path"}
        assert declared == set(re.findall(r"{(\w+)}", route.shown))
        wanted = status_of(route.tongue, ideas.Unauthenticated)
        assert str(wanted) in operation["responses"], route.path


def test_every_reference_and_field_of_the_dialects_is_described() -> None:
    schemas = cast(dict[str, Any], DOCUMENT["components"])["schemas"]
    wanted = {str(one["$ref"]).rpartition("/")[2] for one in walk(DOCUMENT) if "$ref" in one}
    assert wanted <= set(schemas)
    for one in walk(DOCUMENT):
        for name, schema in cast(dict[str, Any], one.get("properties", {})).items():
            if isinstance(schema, dict) and "$ref" not in schema:
                assert schema.get("description"), name


@pytest.mark.parametrize("route", TABLE, ids=lambda route: f"{route.method} {route.shown}")
def test_a_routes_tongue_is_its_paths(route: Any) -> None:
    for version in ("v1beta", "v1", "v1alpha", "v1beta1"):
        if "{preview}" in route.shown and version == "v1":
            continue  # there, the list of models is OpenAI's
        path = re.sub(r"{\w+}", "x", route.shown.replace("{version}", version).replace("{preview}", version))
        assert tongue.of(path) is route.tongue, path


@pytest.mark.parametrize(
    "path", ["/console/models", "/console/projects/a/files/b", "/api/v1/keys", "/v1/usage", "/docs/x"]
)
def test_our_own_paths_are_told_in_our_own_words(path: str) -> None:
    assert tongue.of(path) is Tongue.NATIVE


@pytest.mark.parametrize("kind", errors.STANDINGS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("spoken", Tongue)
def test_every_error_can_be_told_in_every_tongue(spoken: Tongue, kind: type[ideas.RushesError]) -> None:
    body, status, _ = tell(spoken, kind(), "r")
    assert body.startswith(b"{")
    assert 400 <= status < 600
    if spoken is Tongue.QUEUE:
        assert (status == 409) is (kind is ideas.UnderWay), "its clients repeat such requests ten times"


def test_a_bug_tells_no_details() -> None:
    for spoken in Tongue:
        body, status, _ = tell(spoken, None, "r")
        assert status == 500
        assert errors.BUG.encode() in body
