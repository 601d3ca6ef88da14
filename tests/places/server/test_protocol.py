"""A caller who never finishes a request's head holds no connection and fills no memory."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from rushes.server import protocol


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"hi"})


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(protocol, "HEAD_SECONDS_MAX", 0.4)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        hello, http=protocol.Protocol, lifespan="off", log_config=None, ws="none", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join(10)
    listener.close()


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=5.0)


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: a\r\n"])
def test_a_head_that_does_not_end_is_hung_up_on(port: int, begun: bytes) -> None:
    with connected(port) as line:
        line.sendall(begun)
        since = time.monotonic()
        assert line.recv(100) == b""
        assert 0.2 < time.monotonic() - since < 4.9


def test_a_second_head_on_the_same_connection_has_its_time_as_well(port: int) -> None:
    with connected(port) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert line.recv(1000).endswith(b"hi")
        time.sleep(0.6)  # idle between requests is keep-alive's business
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert line.recv(1000).endswith(b"hi")
        line.sendall(b"GET / HTTP/1.1\r\n")
        assert line.recv(1000) == b""


def test_a_head_that_is_too_large_is_told_so(port: int) -> None:
    with connected(port) as line:
        line.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * (protocol.HEAD_BYTES_MAX + 100))
        assert b"too large" in line.recv(4000)


def test_what_is_not_http_is_told_so_in_our_form(port: int) -> None:
    with connected(port) as line:
        line.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        answer = line.recv(4000)
        assert answer.startswith(b"HTTP/1.1 400")
        assert b'"error_code":40001' in answer
