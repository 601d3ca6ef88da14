"""Gate: the outermost ASGI application. Every request gets an id here, polls are answered here, and bugs end here."""

from __future__ import annotations

import logging
import os
import re

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rushes.api import auth
from rushes.api.errors import MethodNotAllowed
from rushes.api.front import Front
from rushes.api.poll import TASK_ID, Poll
from rushes.api.refusal import Refusal, told, told_bug
from rushes.errors import RushesError

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_TASK = "/model/v1/generation/task/"
_POLL_LENGTH = len(_TASK) + 26
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._:-]{1,128}")
#: Origins remembered; a caller who makes hosts up must not fill our memory.
_ORIGINS_MAX = 1000
_log = logging.getLogger("rushes.api")


class Gate:
    def __init__(self, front: Front, poll: Poll, app: ASGIApp) -> None:
        self._front = front
        self._poll = poll
        self._app = app
        self._origins: dict[tuple[str, bytes], str] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        if (
            len(path) == _POLL_LENGTH
            and scope["method"] == "GET"
            and not scope["query_string"]
            and path.startswith(_TASK)
            and TASK_ID.fullmatch(path, len(_TASK))
        ):
            await self._answer_poll(scope, path[len(_TASK) :], send)
        else:
            await self._pass_on(scope, receive, send)

    async def _answer_poll(self, scope: Scope, task_id: str, send: Send) -> None:
        """The hot path: one look into the keyring, one indexed read, ready-made bytes."""
        host = authorization = given_id = b""
        for name, value in scope["headers"]:
            if name == b"authorization":
                authorization = value
            elif name == b"host":
                host = value
            elif name == b"x-request-id":
                given_id = value
        request_id = _request_id(given_id)
        more: list[tuple[bytes, bytes]] = []
        try:
            digest = auth.presented(authorization)
            key = self._front.keyring.believed(digest)
            if key is None:
                key = await run_in_threadpool(self._front.keyring.find, digest)
            if key.addresses is not None:
                client = scope.get("client")
                key.ensure_from(client[0] if client else None)
            status, body = 200, await self._poll.answer(key, task_id, self._origin(scope["scheme"], host))
        except RushesError as error:
            body, status, headers = told(error, request_id.decode())
            more = [(name.encode(), value.encode()) for name, value in headers.items() if name != "cache-control"]
        except Exception as bug:
            _log_bug(bug, scope, request_id)
            body, status, _ = told_bug(request_id.decode())
        await send(
            {
                "type": "http.response.start",
                "status": status,
                "headers": [
                    (b"content-type", b"application/json"),
                    (b"content-length", b"%d" % len(body)),
                    (b"cache-control", b"no-store"),
                    (b"x-request-id", request_id),
                    *more,
                ],
            }
        )
        await send({"type": "http.response.body", "body": body})

    def _origin(self, scheme: str, host: bytes) -> str:
        origin = self._origins.get((scheme, host))
        if origin is None:
            origin = self._front.origin(scheme, host.decode("latin-1"))
            if len(self._origins) >= _ORIGINS_MAX:
                self._origins.clear()
            self._origins[scheme, host] = origin
        return origin

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = _request_id(next((value for name, value in scope["headers"] if name == b"x-request-id"), b""))
        scope.setdefault("state", {})["request_id"] = request_id.decode()

        async def signed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.get("headers", ())
                message["headers"] = [*headers, (b"x-request-id", request_id), (b"x-content-type-options", b"nosniff")]
            await send(message)

        try:
            if scope["method"] in _METHODS:
                await self._app(scope, receive, signed)
            else:
                error = MethodNotAllowed(f"{scope['method'][:20]} is not taken here.", allowed=_METHODS)
                await Refusal(*told(error, request_id.decode(), path=scope["path"]))(scope, receive, signed)
        except Exception as bug:
            # The application has told the caller already, as far as it still could.
            _log_bug(bug, scope, request_id)


def _request_id(given: bytes) -> bytes:
    """The caller's own id for the request when it is a plain one, else a new one."""
    if given and _REQUEST_ID.fullmatch(given):
        return given
    return os.urandom(10).hex().encode()


def _log_bug(bug: Exception, scope: Scope, request_id: bytes) -> None:
    about = {"request_id": request_id.decode()}
    _log.error("bug in %s %s", scope["method"], scope["path"], exc_info=bug, extra=about)
