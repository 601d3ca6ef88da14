"""Gate: the outermost ASGI application. Every request gets an id here, polls are answered here, and bugs end here."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rushes.api import auth, life
from rushes.api.errors import MethodNotAllowed
from rushes.api.front import Front
from rushes.api.poll import TASK_ID, Poll
from rushes.api.refusal import Refusal, told, told_bug
from rushes.api.stream import STREAM_HEADERS, WAIT_SECONDS_MAX, Streams, play
from rushes.errors import RushesError
from rushes.key import Key

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_PLACE = "/model/v1/generation/"
_HOT = re.compile(rf"{_PLACE}(?:task/({TASK_ID.pattern})(/events)?|events)")
_WAIT = re.compile(rb"(?:wait=([0-9]{1,2}))?")
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._:-]{1,128}")
#: Origins remembered; a caller who makes hosts up must not fill our memory.
_ORIGINS_MAX = 1000
_log = logging.getLogger("rushes.api")


@dataclass(frozen=True, slots=True)
class Hot:
    """A request of a kind that there are thousands of at once."""

    task_id: str | None  #: None: about the whole project
    is_stream: bool
    wait_seconds: int

    @classmethod
    def of(cls, scope: Scope) -> Hot | None:
        """None: an ordinary request, or one with a query that must be looked at."""
        path: str = scope["path"]
        if scope["method"] != "GET" or not path.startswith(_PLACE):
            return None
        found, query = _HOT.fullmatch(path), _WAIT.fullmatch(scope["query_string"])
        if found is None or query is None:
            return None
        is_stream, seconds = not found[1] or bool(found[2]), int(query[1] or 0)
        if seconds > WAIT_SECONDS_MAX or (is_stream and query[1]):
            return None
        return cls(found[1], is_stream, seconds)


class Gate:
    def __init__(self, front: Front, poll: Poll, streams: Streams, app: ASGIApp) -> None:
        self._front = front
        self._poll = poll
        self._streams = streams
        self._app = app
        self._origins: dict[tuple[str, bytes], str] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        hot = Hot.of(scope) if scope["type"] == "http" else None
        if hot is not None:
            await self._answer(hot, scope, receive, send)
        elif scope["type"] == "http":
            await self._pass_on(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _answer(self, hot: Hot, scope: Scope, receive: Receive, send: Send) -> None:
        """The hot path: one look into the keyring, one indexed read, ready-made bytes."""
        host = authorization = given_id = last = b""
        for name, value in scope["headers"]:
            if name == b"authorization":
                authorization = value
            elif name == b"host":
                host = value
            elif name == b"x-request-id":
                given_id = value
            elif name == b"last-event-id":
                last = value
            elif name == b"prefer":
                await self._pass_on(scope, receive, send)
                return
        request_id = _request_id(given_id)
        more: list[tuple[bytes, bytes]] = []
        frames: AsyncGenerator[bytes, None] | None = None
        try:
            key = await self._key(scope, authorization)
            origin = self._origin(scope["scheme"], host)
            status, body = 200, b""
            if hot.is_stream:
                frames = await self._stream(hot, key, origin, last.decode("latin-1"))
            elif hot.task_id is not None and hot.wait_seconds:
                body = await self._streams.until_ended(key, hot.task_id, origin, hot.wait_seconds)
            elif hot.task_id is not None:
                body = await self._poll.answer(key, hot.task_id, origin)
            if hot.task_id is not None and (model := self._poll.model(origin, hot.task_id)) is not None:
                more = [*life.raw_headers(model)]
        except RushesError as error:
            body, status, headers = told(error, request_id.decode())
            more = [(name.encode(), value.encode()) for name, value in headers.items() if name != "cache-control"]
        except Exception as bug:
            _log_bug(bug, scope, request_id)
            body, status, _ = told_bug(request_id.decode())
        if frames is not None:
            await play(frames, receive, send, [*STREAM_HEADERS, (b"x-request-id", request_id)])
            return
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

    async def _key(self, scope: Scope, authorization: bytes) -> Key:
        digest = auth.presented(authorization)
        key = self._front.keyring.believed(digest)
        if key is None:
            key = await run_in_threadpool(self._front.keyring.find, digest)
        if key.addresses is not None:
            client = scope.get("client")
            key.ensure_from(client[0] if client else None)
        return key

    async def _stream(self, hot: Hot, key: Key, origin: str, last: str) -> AsyncGenerator[bytes, None]:
        if hot.task_id is None:
            return await self._streams.of_project(key, origin, last)
        return await self._streams.of_task(key, hot.task_id, origin, last)

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
