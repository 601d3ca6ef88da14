"""The OpenAPI 3.1 document, made from the table of routes and the models' declarations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from rushes.api import errors, idempotency
from rushes.api.account_schemas import ACCOUNT_SCHEMAS
from rushes.api.admin_schemas import ADMIN_SCHEMAS
from rushes.api.bodies import body_schemas
from rushes.api.dialects.refusals import status_of
from rushes.api.dialects.schemas import DIALECT_SCHEMAS
from rushes.api.route import Query, Route, Takes
from rushes.api.schemas import SCHEMAS, Schema, named
from rushes.api.tongue import Dress, Tongue
from rushes.api.webhook_schemas import TOLD, WEBHOOK_SCHEMAS
from rushes.errors import (
    IdempotencyMismatch,
    InvalidRequest,
    Refused,
    RushesError,
    TooLarge,
    TooManyRequests,
    Unavailable,
    UnderWay,
    UnknownParameter,
    ValueNotAllowed,
)
from rushes.media.kinds import FOOTAGE_MIMES, PICTURE_MIMES

_NOT_WORD = re.compile(r"\W+")
#: Answers that are not JSON.
_MEDIA: Mapping[str, tuple[str, ...]] = {
    "Film": ("video/mp4",),
    "Picture": ("image/jpeg",),
    "Bytes": tuple(sorted(FOOTAGE_MIMES | PICTURE_MIMES)),
    "Events": ("text/event-stream",),
    "Table": ("text/csv",),
}
#: One of a stream's.
_EVENT: Schema = {
    "type": "object",
    "description": "A server-sent event.",
    "properties": {
        "event": {"type": "string", "description": "Its kind."},
        "id": {"type": "string", "description": "To go on after it, as Last-Event-ID."},
        "data": {"type": "string", "description": "JSON."},
    },
}
#: Those that come in ranges, and not again to who has them.
_STORED = ("Film", "Picture", "Bytes")

#: How a key may come, by the name that a route's `dress` refers to.
_SECURITY: Schema = {
    "key": {"type": "http", "scheme": "bearer", "description": "An API key, rsh_…."},
    "googleKey": {"type": "apiKey", "in": "header", "name": "x-goog-api-key", "description": "The same key."},
    "downloadKey": {"type": "apiKey", "in": "query", "name": "key", "description": "The same key, for downloads."},
}
_DRESSES: Mapping[Dress, tuple[str, ...]] = {
    Dress.BEARER: ("key",),
    Dress.GOOGLE: ("key", "googleKey"),
    Dress.GOOGLE_DOWNLOAD: ("key", "googleKey", "downloadKey"),
}
_PATH_WORDS: Mapping[str, Schema] = {
    "version": {"type": "string", "enum": ["v1beta", "v1", "v1alpha", "v1beta1"]},
    "preview": {"type": "string", "enum": ["v1beta", "v1alpha", "v1beta1"]},
}


_PREFER = "wait=30: answer as soon as the task has ended, at the latest after so many seconds, up to 60 (RFC 7240)."
#: Answers' headers. The first two are there when the key has limits of its own.
_RATE_HEADERS: Schema = {
    "RateLimit-Policy": {"schema": {"type": "string"}, "description": "The key's limits: their quotas and windows."},
    "RateLimit": {"schema": {"type": "string"}, "description": "What is left of them, and when they are renewed."},
}
#: Of answers about a task whose model has an end that is known.
_LIFE_HEADERS: Schema = {
    "Deprecation": {"schema": {"type": "string"}, "description": "Since when the model is advised against (RFC 9745)."},
    "Sunset": {"schema": {"type": "string"}, "description": "From when on the model may be retired (RFC 8594)."},
}
_RETRY_HEADERS: Schema = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}}


def document(table: tuple[Route, ...], origin: str, version: str) -> Schema:
    paths: dict[str, dict[str, Schema]] = {}
    for route in table:
        paths.setdefault(route.shown, {})[route.method.lower()] = _operation(route)
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
        "webhooks": TOLD,
        "components": {
            "schemas": {
                **SCHEMAS,
                **ACCOUNT_SCHEMAS,
                **ADMIN_SCHEMAS,
                **WEBHOOK_SCHEMAS,
                **body_schemas(),
                **DIALECT_SCHEMAS,
            },
            "securitySchemes": _SECURITY,
        },
    }


def _operation(route: Route) -> Schema:
    parameters: list[Schema] = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": _PATH_WORDS.get(name, {"type": "string"}),
            "description": "Its id or name.",
        }
        for name in re.findall(r"{(\w+)}", route.shown)
    ]
    parameters += [_query(query) for query in route.query]
    parameters += [
        {"name": name, "in": "header", "required": False, "schema": _header(name), "description": meaning}
        for name, meaning in _headers(route).items()
    ]
    operation: Schema = {
        "operationId": _operation_id(route),
        "tags": [str(route.group)],
        "summary": route.title,
        "description": route.meaning + (f" Needs a key with the scope {route.scope}." if route.scope else ""),
        "parameters": parameters,
        "responses": _responses(route),
        "security": [{name: []} for name in _DRESSES[route.dress]] if route.scope is not None else [],
    }
    if route.takes in (Takes.JSON, Takes.OPTIONAL_JSON):
        operation["requestBody"] = {
            "required": route.takes is Takes.JSON,
            "content": {"application/json": {"schema": named(route.body)}},
        }
    if route.takes is Takes.FORM:
        both = {kind: {"schema": named(route.body)} for kind in ("application/json", "multipart/form-data")}
        operation["requestBody"] = {"required": True, "content": both}
    if route.takes is Takes.BYTES:
        piece: Schema = {"type": "string", "format": "binary", "description": "The bytes."}
        operation["requestBody"] = {"required": False, "content": {"application/octet-stream": {"schema": piece}}}
    if route.takes is Takes.FILE:
        file: Schema = {"type": "string", "format": "binary", "description": "The file."}
        form: Schema = {"type": "object", "properties": {"file": file}, "required": ["file"]}
        operation["requestBody"] = {
            "required": True,
            "content": {"multipart/form-data": {"schema": form}, "application/octet-stream": {"schema": file}},
        }
    return operation


def _headers(route: Route) -> Mapping[str, str]:
    """The request headers that it reads, and what they mean."""
    once = {idempotency.HEADER: idempotency.MEANING} if route.creates else {}
    return {**once, **({"Prefer": _PREFER} if route.waits else {}), **route.headers}


def _header(name: str) -> Schema:
    return {"type": "string", **({"pattern": idempotency.PATTERN} if name == idempotency.HEADER else {})}


def _operation_id(route: Route) -> str:
    """The handler's name; where several routes share it, the rest of the path as well."""
    module = route.handler.__module__.removeprefix("rushes.api.").removesuffix(".handlers").removeprefix("dialects.")
    name = f"{module.replace('.', '_')}_{route.handler.__name__}"
    return name if route.tongue is Tongue.NATIVE else name + _NOT_WORD.sub("_", route.shown)


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
    usual: Schema = {"description": route.title + ".", "content": _content(route.answer)}
    if route.creates:
        usual["headers"] = {**_RATE_HEADERS, **_LIFE_HEADERS}
    elif route.waits:
        usual["headers"] = _LIFE_HEADERS
    responses: Schema = {str(route.status): usual}
    for status, names in route.also.items():
        others = (names,) if isinstance(names, str) else names
        before = (route.answer,) if status == route.status else ()
        told_before = responses.get(str(status), {"description": route.title + "."})
        responses[str(status)] = {**cast(Schema, told_before), "content": _content(*before, *others)}
    if route.answer in _STORED:
        responses["206"] = {"description": "The range asked for.", "content": _content(route.answer)}
        responses["304"] = {"description": "You have it already."}
    if route.answer == "Readiness":
        responses["503"] = {"description": "Not now.", "content": _content(route.answer)}
    by_status: dict[int, list[type[RushesError]]] = {}
    always: tuple[type[RushesError], ...] = (*_always(route), Unavailable)
    for kind in dict.fromkeys((*route.refusals, *always)):
        by_status.setdefault(status_of(route.tongue, kind), []).append(kind)
    for status, kinds in sorted(by_status.items()):
        lines = [f"{errors.STANDINGS[kind].number} {kind.code}: {first_line(kind)}" for kind in kinds]
        also = route.also.get(status, ())
        told = _content(*((also,) if isinstance(also, str) else also), route.error)
        refusal: Schema = {"description": " · ".join(lines), "content": told}
        if status in (429, 503) or UnderWay in kinds:
            refusal["headers"] = _RETRY_HEADERS
        responses[str(status)] = refusal
    return responses


def _content(*names: str) -> Schema:
    """Bodies by their media types: bytes of some kind, and JSON of one of the schemas."""
    content: Schema = {
        media: {"schema": _EVENT if name == "Events" else {"type": "string"}}
        for name in names
        for media in _MEDIA.get(name, ())
    }
    schemas = [named(name) for name in names if name not in _MEDIA]
    if schemas:
        content["application/json"] = {"schema": schemas[0] if len(schemas) == 1 else {"anyOf": schemas}}
    return content


def _always(route: Route) -> tuple[type[Refused], ...]:
    """What every body may be refused for, and every strict query."""
    bodies: tuple[type[Refused], ...] = (
        () if route.takes is Takes.NOTHING else (InvalidRequest, TooLarge, errors.TooSlow)
    )
    once: tuple[type[Refused], ...] = (
        (InvalidRequest, UnderWay, IdempotencyMismatch, TooManyRequests) if route.creates else ()
    )
    options: tuple[type[Refused], ...] = (ValueNotAllowed,) if any(query.options for query in route.query) else ()
    return (*bodies, *once, *options, *(() if route.tolerant else (UnknownParameter,)))


def first_line(kind: type[RushesError]) -> str:
    return (kind.__doc__ or kind.code).strip().splitlines()[0]
