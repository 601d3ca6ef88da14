"""The OpenAPI 3.1 document, made from the table of routes and the models' declarations."""

from __future__ import annotations

import re

from rushes.api import errors
from rushes.api.bodies import body_schemas
from rushes.api.route import Query, Route, Takes
from rushes.api.schemas import SCHEMAS, Schema, named
from rushes.errors import InvalidRequest, Refused, RushesError, TooLarge, Unavailable, UnknownParameter

#: Answers that are not JSON.
_MEDIA = {"Film": "video/mp4", "Picture": "image/jpeg", "Events": "text/event-stream"}


def document(table: tuple[Route, ...], origin: str, version: str) -> Schema:
    paths: dict[str, dict[str, Schema]] = {}
    for route in table:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rushes",
            "version": version,
            "description": "A video-generation cloud: create a task, poll it, download the clip.",
        },
        "servers": [{"url": origin}],
        "tags": [{"name": name} for name in dict.fromkeys(str(route.group) for route in table)],
        "paths": paths,
        "components": {
            "schemas": {**SCHEMAS, **body_schemas()},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": "An API key, rsh_…."}},
        },
    }


def _operation(route: Route) -> Schema:
    parameters: list[Schema] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, "description": "Its id or name."}
        for name in re.findall(r"{(\w+)}", route.path)
    ]
    parameters += [_query(query) for query in route.query]
    parameters += [
        {"name": name, "in": "header", "required": False, "schema": {"type": "string"}, "description": meaning}
        for name, meaning in route.headers.items()
    ]
    operation: Schema = {
        "operationId": f"{route.handler.__module__.rpartition('.')[2]}_{route.handler.__name__}",
        "tags": [str(route.group)],
        "summary": route.title,
        "description": route.meaning + (f" Needs a key with the scope {route.scope}." if route.scope else ""),
        "parameters": parameters,
        "responses": _responses(route),
        "security": [{"key": []}] if route.scope is not None else [],
    }
    if route.takes in (Takes.JSON, Takes.OPTIONAL_JSON):
        operation["requestBody"] = {
            "required": route.takes is Takes.JSON,
            "content": {"application/json": {"schema": named(route.body)}},
        }
    if route.takes is Takes.FILE:
        file: Schema = {"type": "string", "format": "binary", "description": "The file."}
        form: Schema = {"type": "object", "properties": {"file": file}, "required": ["file"]}
        operation["requestBody"] = {
            "required": True,
            "content": {"multipart/form-data": {"schema": form}, "application/octet-stream": {"schema": file}},
        }
    return operation


def _query(query: Query) -> Schema:
    schema: Schema = {"type": "string"}
    if query.between is not None:
        schema = {"type": "integer", "minimum": query.between[0], "maximum": query.between[1]}
    if query.options:
        schema["enum"] = list(query.options)
    if query.pattern is not None:
        schema["pattern"] = query.pattern
    if query.default is not None:
        schema["default"] = int(query.default) if query.between else query.default
    return {"name": query.name, "in": "query", "required": False, "schema": schema, "description": query.meaning}


def _responses(route: Route) -> Schema:
    media = _MEDIA.get(route.answer)
    content: Schema = (
        {media: {"schema": {"type": "string"}}} if media else {"application/json": {"schema": named(route.answer)}}
    )
    responses: Schema = {"200": {"description": route.title + ".", "content": content}}
    if media == "video/mp4":
        responses["206"] = {"description": "The range asked for.", "content": content}
        responses["304"] = {"description": "You have it already."}
    if route.answer == "Readiness":
        responses["503"] = {"description": "Not now.", "content": content}
    by_status: dict[int, list[type[RushesError]]] = {}
    always: tuple[type[RushesError], ...] = (*_always(route), Unavailable)
    for kind in dict.fromkeys((*route.refusals, *always)):
        by_status.setdefault(errors.STANDINGS[kind].status, []).append(kind)
    for status, kinds in sorted(by_status.items()):
        lines = [f"{errors.STANDINGS[kind].number} {kind.code}: {first_line(kind)}" for kind in kinds]
        told = {"application/json": {"schema": named("Error")}}
        responses.setdefault(str(status), {"description": " · ".join(lines), "content": told})
    return responses


def _always(route: Route) -> tuple[type[Refused], ...]:
    """What every body may be refused for, and every strict query."""
    bodies: tuple[type[Refused], ...] = (
        () if route.takes is Takes.NOTHING else (InvalidRequest, TooLarge, errors.TooSlow)
    )
    return (*bodies, *(() if route.tolerant else (UnknownParameter,)))


def first_line(kind: type[RushesError]) -> str:
    return (kind.__doc__ or kind.code).strip().splitlines()[0]
