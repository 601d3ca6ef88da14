"""The console's pages as routes of the server: who asks is found out here, and errors become pages here."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Mount
from starlette.routing import Route as StarletteRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes import key
from rushes.console import bodies, guard
from rushes.console.guard import NEVER_KEPT
from rushes.console.house import House, Visit
from rushes.console.pages import error_page, go
from rushes.console.route import Route, Takes
from rushes.console.routes import ROUTES
from rushes.database.people import Person
from rushes.errors import RushesError, TooManyRequests

#: Above this an upload waits on disk, not in memory.
_SPOOL_BYTES = 1 << 18
_STATIC = Path(__file__).parent / "static"


def routes(house: House) -> list[BaseRoute]:
    """All pages, to be put before the API's own. `/` is only ours for somebody who is, or was, signed in."""
    paths: dict[str, dict[str, Route]] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method] = route
    made: list[BaseRoute] = [
        (_Front if path == "/" else StarletteRoute)(path, _Endpoint(house, methods), include_in_schema=False)
        for path, methods in paths.items()
    ]
    return [*made, Mount("/console/static", _Static(directory=_STATIC))]


class _Static(StaticFiles):
    """Asked for again each time, answered with 304: so that a page never runs with an older version's script."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_text = scope["path"].endswith((".css", ".js"))
        app: ASGIApp = super().__call__
        await (GZipMiddleware(app) if is_text else app)(scope, receive, send)

    def file_response(self, *args: Any, **kwargs: Any) -> Response:  # Any: handed through
        response = super().file_response(*args, **kwargs)
        response.headers["cache-control"] = "no-cache"
        return response


class _Front(StarletteRoute):
    """Leaves `/` to the next route for those who are strangers."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        match, child = super().matches(scope)
        if match is not Match.NONE:
            request, house = Request(scope), cast(_Endpoint, self.endpoint).house
            if not guard.cookie(request, house) and not guard.may_enter_by_itself(request, house):
                return Match.NONE, {}
        return match, child


class _Endpoint:
    """All methods of one path, as an ASGI application."""

    def __init__(self, house: House, methods: Mapping[str, Route]) -> None:
        self.house = house
        self._methods = methods

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        route = self._methods.get(method)
        if route is None:
            response = Response(status_code=405, headers={"allow": ", ".join(self._methods)})
        else:
            response = await self._answer(route, request)
        for name, value in guard.HEADERS.items():
            response.headers.setdefault(name, value)
        await GZipMiddleware(response)(scope, receive, send)

    async def _answer(self, route: Route, request: Request) -> Response:
        house = self.house
        visit = Visit(house, request, None, "", request.path_params, dict(request.query_params))
        enters = False
        try:
            if route.method != "GET":
                guard.ensure_from_here(request, house)
            person, secret = await run_in_threadpool(self._visitor, request)
            if person is None and guard.may_enter_by_itself(request, house):
                person, secret = await run_in_threadpool(self._let_in)
                enters = True
            if person is None and not route.is_open:
                return _to_the_door(route, request)
            visit = replace(visit, visitor=person, secret=secret if person is not None else "")
            if isinstance(route.who, key.Scope):
                visit.ensure_may(route.who)
            response = await self._handled(route, visit)
        except RushesError as error:
            response = await run_in_threadpool(_told, route, visit, error)
        response.headers.setdefault("cache-control", NEVER_KEPT)
        if enters and visit.secret:
            guard.set_cookie(response, request, house, visit.secret)
        return response

    async def _handled(self, route: Route, visit: Visit) -> Response:
        if route.method != "GET" and not route.is_open and route.takes is not Takes.FORM:
            visit.ensure_own(visit.request.headers.get("x-csrf", ""))
        match route.takes:
            case Takes.FORM:
                visit = replace(visit, form=await bodies.read_form(visit.request))
                if not route.is_open:
                    visit.ensure_own(visit.one("csrf"))
            case Takes.JSON:
                visit = replace(visit, body=await bodies.read_json(visit.request))
            case Takes.FILE:
                with tempfile.SpooledTemporaryFile(_SPOOL_BYTES, dir=str(self.house.desk.work_folder)) as file:
                    await bodies.read_file(visit.request, file, self.house.upload_bytes_max)
                    return await run_in_threadpool(route.handler, replace(visit, upload=file))
            case Takes.NOTHING:
                pass
        return await run_in_threadpool(route.handler, visit)

    def _visitor(self, request: Request) -> tuple[Person | None, str]:
        secret = guard.cookie(request, self.house)
        return (self.house.door.who(secret) if secret else None), secret

    def _let_in(self) -> tuple[Person | None, str]:
        person = self.house.door.administrator()
        secret = self.house.door.enter(person) if person is not None else ""
        return (self.house.door.who(secret), secret) if secret else (None, "")


def _to_the_door(route: Route, request: Request) -> Response:
    if route.is_fetched:
        return JSONResponse({"message": "You are signed out; reload the page to sign in."}, 401)
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return go(f"/sign-in?next={quote(wanted, safe='')}" if route.method == "GET" else "/sign-in")


def _told(route: Route, visit: Visit, error: RushesError) -> Response:
    status = guard.status_of(error)
    headers = {"retry-after": str(error.retry_after_seconds)} if isinstance(error, TooManyRequests) else {}
    if route.is_fetched:
        words = {"message": error.message, "error": error.code, "parameter": error.parameter}
        return JSONResponse(words, status, headers)
    return error_page(visit, error.message, status)
