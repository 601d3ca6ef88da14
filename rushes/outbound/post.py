"""Poster: one POST to an address that a caller gave, and what came of it.

Whatever goes wrong before there is an answer is told in one of two sentences: a closed port, a private address and a bad
certificate must look alike, or we would be a scanner of our own network for anyone with a key.
"""

from __future__ import annotations

import contextlib
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore

from rushes.errors import ValueNotAllowed
from rushes.outbound.guard import Border, GuardedNetwork
from rushes.outbound.place import Place

_ANSWER_BYTES_MAX = 1000
_LOOK_UP_SECONDS = 5.0
_HEADERS = [
    (b"Accept", b"*/*"),
    (b"Accept-Encoding", b"identity"),
    (b"Connection", b"close"),
    (b"User-Agent", b"Rushes"),
]
_UNREACHABLE = "no connection: the address must be public, its port open and its certificate valid"


@dataclass(frozen=True, slots=True)
class Reply:
    status: int | None  #: None: there was no answer
    fault: str | None  #: None: any 2xx
    answer: str = ""  #: the beginning of the body
    retry_seconds: float | None = None  #: how long the other side asks to be left alone


class Poster:
    """Posts for many tenants at once; safe to use from many threads."""

    def __init__(
        self,
        allow_private: bool = False,
        https_only: bool = True,
        *,
        deadline_seconds: float = 15.0,
        border: Border | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """`allow_private` lets URLs lead into this machine's own networks: for development only. `border` and `tls`
        replace the network for tests."""
        self._border = border or Border(allow_private=allow_private)
        self._https_only = https_only
        self._deadline_seconds = deadline_seconds
        self._tls = tls or httpcore.default_ssl_context()

    def ensure(self, url: str, parameter: str) -> None:
        """Would `url` be posted to, as it is and as its name resolves now? Raises ValueNotAllowed, naming `parameter`."""
        try:
            place = Place.read(url, https_only=self._https_only)
        except ValueError as fault:
            raise ValueNotAllowed(f"{parameter} {fault}", parameter=parameter) from None
        try:
            self._border.addresses(place.host, place.port, _LOOK_UP_SECONDS)
        except httpcore.ConnectError as fault:
            raise ValueNotAllowed(
                f"{parameter} cannot be posted to: it must lead to a public address, at port 443 or 80.",
                parameter=parameter,
            ) from fault

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        """Post once, judging the address again; redirects are not followed. Never raises for what the other side does."""
        try:
            place = Place.read(url, https_only=self._https_only)
        except ValueError as fault:
            return Reply(None, f"the URL {fault}")
        network = GuardedNetwork(self._border, time.monotonic() + self._deadline_seconds)
        sent = [
            (b"Host", place.host_header),
            *_HEADERS,
            (b"Content-Length", str(len(body)).encode()),
            *((name.encode(), value.encode()) for name, value in headers.items()),
        ]
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._deadline_seconds)
        try:
            with (
                httpcore.ConnectionPool(
                    ssl_context=self._tls, network_backend=network, max_keepalive_connections=0
                ) as pool,
                pool.stream("POST", place.url, headers=sent, content=body, extensions={"timeout": timeouts}) as answer,
            ):
                return _reply(answer)
        except httpcore.ConnectTimeout:
            return Reply(None, _UNREACHABLE)
        except httpcore.TimeoutException:
            return Reply(None, f"no answer within {self._deadline_seconds:g} s")
        except httpcore.RemoteProtocolError:
            return Reply(None, "the answer is no HTTP")
        except (httpcore.NetworkError, httpcore.ProtocolError):
            return Reply(None, _UNREACHABLE)


def _reply(answer: httpcore.Response) -> Reply:
    text = _beginning(answer).decode("utf-8", "replace")
    if 200 <= answer.status < 300:
        return Reply(answer.status, None, text)
    hint = "; redirects are not followed" if 300 <= answer.status < 400 else ""
    return Reply(answer.status, f"answered {answer.status}{hint}", text, _retry_seconds(answer))


def _beginning(answer: httpcore.Response) -> bytes:
    """What comes of the body: the status has been said already, so that nothing that happens here matters."""
    found = b""
    with contextlib.suppress(httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError):
        for piece in answer.iter_stream():
            found += piece
            if len(found) >= _ANSWER_BYTES_MAX:
                break
    return found[:_ANSWER_BYTES_MAX]


def _retry_seconds(answer: httpcore.Response) -> float | None:
    """RFC 9110 §10.2.3: seconds, or a date."""
    text = next((value for name, value in answer.headers if name.lower() == b"retry-after"), b"").decode("latin-1")
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
