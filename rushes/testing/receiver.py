"""Receiver: a web server that takes webhooks, as their receivers do, and answers as a test wants it to.

with receiving() as receiver:
    receiver.answers = [500]  # then 200 for good
    server.http().post("/api/v1/webhooks", json={"url": receiver.url})
    heard = receiver.wait(1)[0]
    Webhook(secret).verify(heard.body, heard.headers)
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Heard:
    path: str
    headers: Mapping[str, str]  #: names in small letters
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def words(self) -> Any:  # Any: JSON
        return json.loads(self.body)


@dataclass(slots=True)
class Receiver:
    url: str
    heard: list[Heard] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)  #: statuses for the next requests; 200 when there are none
    headers: Mapping[str, str] = field(default_factory=dict)  #: of every answer
    body: bytes = b"thank you"
    #: Cleared, nothing under /slow is answered until it is set again.
    go_on: threading.Event = field(default_factory=threading.Event)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def wait(self, count: int, seconds: float = 30.0, about: str | None = None) -> list[Heard]:
        """What was heard, when it is at least so many; only what has `about` in its body, when given."""
        self.wait_for(lambda: len(self.about(about)) >= count, seconds)
        return self.about(about)

    def about(self, words: str | None) -> list[Heard]:
        return [one for one in list(self.heard) if words is None or words.encode() in one.body]

    def wait_for(self, what: Callable[[], bool], seconds: float = 30.0) -> None:
        with self._changed:
            assert self._changed.wait_for(what, seconds), f"waited in vain; heard {self.heard}"

    def take(self, heard: Heard) -> int:
        with self._changed:
            self.heard.append(heard)
            self._changed.notify_all()
            return self.answers.pop(0) if self.answers else 200


@contextmanager
def receiving() -> Iterator[Receiver]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    receiver = Receiver(f"http://127.0.0.1:{server.server_port}")
    receiver.go_on.set()

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status = receiver.take(
                Heard(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
            )
            if self.path.startswith("/slow"):
                receiver.go_on.wait(60.0)
            self.send_response(status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(receiver.body)))
            self.end_headers()
            self.wfile.write(receiver.body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server.RequestHandlerClass = Taking
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join()
