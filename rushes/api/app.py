"""The application: the table of routes as an ASGI app, with the gate in front of it."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.convertors import register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.routing import Route as StarletteRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes.api import auth, idempotency, life, pages
from rushes.api.dialects.table import CONVERTORS, dialect_routes
from rushes.api.errors import MethodNotAllowed, rate_headers
from rushes.api.frames import Frames
from rushes.api.front import MODEL, Call, Front
from rushes.api.gate import Gate
from rushes.api.poll import Poll
from rushes.api.refusal import excuse, refuse
from rushes.api.route import Route, Takes
from rushes.api.routes import routes
from rushes.api.stream import Streams, Waiting
from rushes.api.tongue import worn
from rushes.errors import NotFound, RushesError, UnknownParameter, ValueNotAllowed
from rushes.intake import limits
from rushes.key import Key
from rushes.model import describe, listed


def build_app(front: Front, before: Callable[[tuple[Route, ...]], Sequence[BaseRoute]] = lambda _table: ()) -> ASGIApp:
    """The whole API. Errors are raised through it, and told in one place each. `before` gives others' routes, which are asked
    first, and is given the table of ours."""
    app = FastAPI(
        title="Rushes", version=front.version, openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.add_exception_handler(RushesError, refuse)
    app.add_exception_handler(HTTPException, _translate)
    app.add_exception_handler(Exception, excuse)
    answering = idempotency.Answering()
    poll = Poll(front.desk.database, front.marks, front.links)
    frames = Frames(poll, front.desk.database)
    front.watch.maker = frames
    streams = Streams(poll, frames, front.watch, front.keyring, front.desk.database)
    waiting = Waiting(streams)
    table = (*routes(waiting), *dialect_routes())
    app.router.routes.extend(before(table))
    for name, convertor in CONVERTORS.items():
        register_url_convertor(name, convertor)
    for path, methods in _by_path(table).items():
        app.router.routes.append(
            StarletteRoute(path, _Endpoint(front, waiting, methods, answering), include_in_schema=False)
        )
    pages.mount(app, front, table)
    return Gate(front, poll, streams, app)


def _by_path(table: tuple[Route, ...]) -> dict[str, dict[str, Route]]:
    paths: dict[str, dict[str, Route]] = {}
    for route in table:
        paths.setdefault(route.path, {})[route.method] = route
    return paths


class _Endpoint:
    """All methods of one path, as an ASGI application."""

    def __init__(
        self, front: Front, waiting: Waiting, methods: Mapping[str, Route], answering: idempotency.Answering
    ) -> None:
        self._waiting = waiting
        self._answering = answering
        self._front = front
        self._methods = methods
        self._allowed = tuple(sorted({*methods, *(["HEAD"] if "GET" in methods else [])}))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        if method not in self._methods:
            raise MethodNotAllowed(
                f"{scope['path'][:200]} does not take {scope['method']}; it takes {listed(self._allowed)}.",
                allowed=self._allowed,
            )
        response = await self._answer(self._methods[method], Request(scope, receive))
        if MODEL in scope:
            response.headers.update(life.headers(scope[MODEL]))
        await response(scope, receive, send)

    async def _answer(self, route: Route, request: Request) -> Response:
        """The five beats of every request: key, query, body, handler, answer."""
        front = self._front
        key = await _key(front, route, request) if route.scope is not None else None
        if key is not None and route.scope is not None:
            key.ensure_from(request.client.host if request.client else None)
            key.ensure_may(route.scope)
        call = Call(front, request, key, request.path_params, _query(route, request))
        if route.creates:
            return await self._create(route, call)
        preferred = await self._waiting.prefer(call) if route.waits else None
        response = await _handled(route, call)
        if preferred is not None:
            response.headers["preference-applied"] = f"wait={preferred}"
        return response

    async def _create(self, route: Route, call: Call) -> Response:
        """At most one task for each Idempotency-Key; and how the key's limits stand then."""
        given = idempotency.read(call.request.headers.get(idempotency.HEADER))
        with self._answering.one(call.key.project, given):
            response = await _handled(route, replace(call, idempotency_key=given))
        if limits.any_of(call.key):
            rates = await run_in_threadpool(limits.rates, self._front.desk, call.key)
            response.headers.update(rate_headers(*rates))
        return response


async def _handled(route: Route, call: Call) -> Response:
    if route.takes is Takes.JSON or (route.takes is Takes.OPTIONAL_JSON and _has_body(call.request)):
        body = await call.front.bodies.read_json(call.request)
        call = replace(call, body=body.value, body_digest=body.digest)
    if inspect.iscoroutinefunction(route.handler):
        return await cast(Callable[[Call], Awaitable[Response]], route.handler)(call)
    return await run_in_threadpool(cast(Callable[[Call], Response], route.handler), call)


async def _key(front: Front, route: Route, request: Request) -> Key:
    digest = auth.presented(worn(route.dress, request.headers, request.query_params))
    believed = front.keyring.believed(digest)
    return believed if believed is not None else await run_in_threadpool(front.keyring.find, digest)


def _query(route: Route, request: Request) -> dict[str, str]:
    declared = [query.name for query in route.query]
    given = dict(request.query_params)
    if not route.tolerant:
        for name in given:
            if name not in declared:
                known = f"it takes {listed(declared)}" if declared else "it takes none"
                raise UnknownParameter(
                    f"This address has no query parameter {describe(name)}; {known}.", parameter=name[:100]
                )
    for query in route.query:
        if query.options and given.get(query.name, query.options[0]) not in query.options:
            raise ValueNotAllowed(
                f"{query.name} is {describe(given[query.name])}; it may be {listed(query.options)}.",
                parameter=query.name,
            )
    return {name: given[name] for name in declared if name in given}


def _has_body(request: Request) -> bool:
    headers = request.headers
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


async def _translate(request: Request, error: Exception) -> Response:
    """Only the router raises these, for a path that is none of ours."""
    return await refuse(
        request, NotFound(f"There is nothing at {request.url.path[:200]}; the API is described at /docs.")
    )
