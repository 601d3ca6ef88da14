"""Pages: the reference, drawn from the same declarations that requests are judged by, and the way to it. Everything on
them comes from this server; no other origin is asked for anything."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from fastapi import FastAPI
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes import models
from rushes.api import errors
from rushes.api.answers import answer
from rushes.api.dialects.native import EXTENSIONS
from rushes.api.front import Front
from rushes.api.openapi import document, first_line
from rushes.api.route import Group, Route
from rushes.api.rules import about, rule_lines
from rushes.api.samples import answers
from rushes.api.snippets import snippets
from rushes.errors import EngineError, Refused, RushesError
from rushes.model import Kind, Model, usd_text

_HERE = Path(__file__).parent
_HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "referrer-policy": "same-origin",
    "cache-control": "no-cache",
}
_TYPES = {Kind.PICTURE: "object or string", Kind.FOOTAGE: "object or string", Kind.PICTURES: "array"}
_JSON_NAME = re.compile(r"(&#34;[\w ]+&#34;)(?=:)")
_VARIABLE = re.compile(r"\$\w+")


@cache
def _environment(version: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    made.filters |= {"lit": lit, "usd": price_text, "type": lambda kind: _TYPES.get(kind, str(kind))}
    made.globals["version"] = version
    return made


def reference_part(front: Front, table: tuple[Route, ...], model: Model, origin: str) -> str:
    """A model's reference as HTML, for another page to put in."""
    shown = reference(table, model, origin)
    return _environment(front.version).get_template("reference-body.html").render(origin=origin, **shown)


def mount(app: FastAPI, front: Front, table: tuple[Route, ...]) -> None:
    environment = _environment(front.version)

    def page(
        name: str, values: Callable[[Request, str], dict[str, object]]
    ) -> Callable[[Request], Awaitable[Response]]:
        def drawn(request: Request) -> Response:
            origin = front.origin(request.url.scheme, request.headers.get("host", ""))
            html = environment.get_template(name).render(origin=origin, **values(request, origin))
            return Response(html, headers=_HEADERS, media_type="text/html")

        async def draw(request: Request) -> Response:
            return await run_in_threadpool(drawn, request)

        return draw

    def described(request: Request, origin: str) -> dict[str, object]:
        return reference(table, models.find(request.path_params.get("model", next(iter(models.ALL)))), origin)

    async def openapi(request: Request) -> Response:
        return answer(document(table, front.origin(request.url.scheme, request.headers.get("host", "")), front.version))

    app.add_route("/", page("landing.html", lambda _request, origin: landing(origin)), include_in_schema=False)
    app.add_route("/docs", page("reference.html", described), include_in_schema=False)
    app.add_route("/docs/{model}", page("reference.html", described), include_in_schema=False)
    app.add_route("/openapi.json", openapi, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=_HERE / "static"))


class _Static(StaticFiles):
    """Text goes out compressed; fonts and pictures are already."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app: ASGIApp = super().__call__
        await (GZipMiddleware(app) if scope["path"].endswith((".css", ".js")) else app)(scope, receive, send)


def landing(origin: str) -> dict[str, object]:
    first = next(iter(models.ALL.values()))
    return {"models": list(models.ALL.values()), "snippets": snippets(first, origin), "model": first}


def reference(table: tuple[Route, ...], model: Model, origin: str) -> dict[str, object]:
    resolutions = list(dict.fromkeys(resolution for resolution, _ in model.price.per_second))
    return {
        "model": model,
        "models": list(models.ALL.values()),
        "parameters": [(parameter, about(model, parameter.name)) for parameter in model.parameters],
        "extensions": EXTENSIONS,
        "rules": rule_lines(model),
        "prices": [
            (one, model.price.per_second[one, True], model.price.per_second.get((one, False))) for one in resolutions
        ],
        "groups": [(group, [route for route in table if route.group is group]) for group in Group],
        "refusals": [_error_line(kind) for kind in errors.STANDINGS if _is_told(kind)],
        "faults": [_error_line(kind) for kind in errors.STANDINGS if issubclass(kind, EngineError)],
        "snippets": snippets(model, origin),
        "answers": answers(model, origin),
    }


def _is_told(kind: type[RushesError]) -> bool:
    return not issubclass(kind, EngineError) and kind not in (RushesError, Refused)


def _error_line(kind: type[RushesError]) -> tuple[int, int, str, str]:
    standing = errors.STANDINGS[kind]
    return standing.status, standing.number, kind.code, first_line(kind)


def price_text(microusd: int) -> str:
    """USD as prices are written: at least two decimals."""
    whole, _, part = usd_text(microusd).partition(".")
    return f"{whole}.{part:0<2}"


def lit(code: str) -> Markup:
    """Code with its JSON names and its variables marked."""
    marked = _JSON_NAME.sub(r"<b>\1</b>", str(escape(code)))
    return Markup(_VARIABLE.sub(r"<em>\g<0></em>", marked))
