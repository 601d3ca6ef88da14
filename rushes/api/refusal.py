"""Refusal: an error on its way out."""

from __future__ import annotations

import asyncio
import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from rushes.api import errors, tongue
from rushes.api.dialects.refusals import tell
from rushes.errors import RushesError

#: After refusing a body that is still coming we go on reading for a while, so that the sender sees the answer
#: instead of a broken connection; then we hang up.
_LINGER_SECONDS = 2.0
_LINGER_BYTES_MAX = 64 << 20
_CUT = (408, 413)
_log = logging.getLogger("rushes.api")


def told(error: RushesError, request_id: str, path: str = "") -> tuple[bytes, int, dict[str, str]]:
    """Body, status and headers, in the tongue of the path. What the owner must act on is logged."""
    if errors.standing(error).status >= 500:
        _log.error("%s: %s", error.code, error.message, extra={"request_id": request_id})
    body, status, more = tell(tongue.of(path), error, request_id)
    return body, status, {"cache-control": "no-store", **errors.headers(error), **more}


def told_bug(request_id: str, path: str = "") -> tuple[bytes, int, dict[str, str]]:
    body, status, _ = tell(tongue.of(path), None, request_id)
    return body, status, {"cache-control": "no-store"}


class Refusal(Response):
    media_type = "application/json"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        cut = self.status_code in _CUT
        if cut:
            self.headers["connection"] = "close"
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": cut})
        if cut:
            await _linger(receive)
            await send({"type": "http.response.body", "body": b""})


async def refuse(request: Request, error: Exception) -> Response:
    """For FastAPI's table of exception handlers."""
    assert isinstance(error, RushesError), "registered for nothing else"
    return Refusal(*told(error, request.state.request_id, request.url.path))


async def excuse(request: Request, bug: Exception) -> Response:
    """For bugs of ours; the gate logs them."""
    return Refusal(*told_bug(request.state.request_id, request.url.path))


async def _linger(receive: Receive) -> None:
    discarded, more = 0, True
    try:
        async with asyncio.timeout(_LINGER_SECONDS):
            while more and discarded < _LINGER_BYTES_MAX:
                message = await receive()
                discarded += len(message.get("body", b""))
                more = message.get("more_body", False)
    except TimeoutError:
        pass
