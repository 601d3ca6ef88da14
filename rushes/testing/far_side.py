"""A far side: an HTTP server of our own that stands for somebody else's, and misbehaves when it is told to.

It is told by words in the prompt, so that a test needs nothing but the prompt; `=N` means the first N times, else always:

    far:slow=3       is ready after 3 seconds            far:lost       takes the submit, then drops the connection
    far:429=2        out of quota at submit              far:mute       takes the submit, answers nothing for a minute
    far:500=1        breaks at submit, takes nothing     far:503=1      is away at submit, takes nothing
    far:poll429=2    out of quota at polls               far:poll500=3  breaks at polls
    far:pollhang=1   hangs at polls                      far:pollcut=2  resets polls in the middle of the body
    far:filter       ends with its safety filter         far:error=13   ends with an error of that code
    far:neither      ends without film or error          far:expired    has forgotten the operation
    far:gone         has lost the film's file            far:filecut=1  resets the film in the middle
    far:truncated=1  gives the film without its end      far:mime       gives a web page instead of the film
    far:drip         gives the film drop by drop         far:skew       believes that it is another year

With `@name` at its end (`far:429@vertex`, `far:lost@upstream`) a word about the submit is for that far side alone.

What was accepted is what would be paid: `accepted` counts it.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from rushes.shot import Footage, Mode, Shot
from rushes.testing.fake_engine import write_clip

_WORD = re.compile(r"far:([a-z0-9]+)(?:=([\d.]+))?(?:@(\w+))?")
#: How long a far side that hangs does so: longer than any client of ours waits.
_HANG_SECONDS = 60.0
_DRIP_SECONDS = 1.5


def told(prompt: str, who: str = "") -> dict[str, float]:
    """What a prompt tells the far side to do, with its number; without one it is for always."""
    found = _WORD.findall(prompt)
    return {word: float(number) if number else float("inf") for word, number, whom in found if whom in ("", who)}


@dataclass(frozen=True, slots=True)
class Call:
    """A request as a route sees it."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]  #: names in lower case
    body: bytes

    def json(self) -> dict[str, object]:
        """The body as an object. Raises ValueError."""
        words = json.loads(self.body)
        if not isinstance(words, dict):
            raise ValueError("the body is not an object")
        return words


@dataclass(frozen=True, slots=True)
class Answer:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut_at: int | None = None  #: reset the connection after so many bytes of the body
    drop: bool = False  #: say nothing and close
    hang_seconds: float = 0.0  #: wait before saying anything
    drip_seconds: float = 0.0  #: spread the body over this time

    @classmethod
    def of(cls, words: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
        kind = {"Content-Type": "application/json; charset=UTF-8"}
        return cls(status, json.dumps(words).encode(), {**kind, **(headers or {})})


@dataclass(slots=True)
class Operation:
    """What a far side has accepted, and would be paid for when it succeeds."""

    id: str
    model: str
    prompt: str
    request: Mapping[str, object]
    shot: Shot
    at: float = field(default_factory=time.monotonic)
    created_at: int = field(default_factory=lambda: int(time.time()))
    canceled: bool = False
    calls: Counter[str] = field(default_factory=Counter)

    @property
    def told(self) -> dict[str, float]:
        return told(self.prompt)

    @property
    def fraction(self) -> float:
        wanted = self.told.get("slow", 0.0)
        return 1.0 if wanted == 0.0 else min(1.0, (time.monotonic() - self.at) / wanted)

    @property
    def ready(self) -> bool:
        return self.fraction >= 1.0

    def due(self, word: str) -> bool:
        """Is it told to do so this time? Counts the times."""
        if word not in self.told:
            return False
        self.calls[word] += 1
        return self.calls[word] <= self.told[word]

    def film(self) -> bytes:
        return film(replace(self.shot, prompt="", negative_prompt=""))


@lru_cache(maxsize=16)
def film(shot: Shot) -> bytes:
    """A real film of the shot's shape; its colour follows the seed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        write_clip(path, shot)
        return path.read_bytes()


def footage_of(data: bytes, size: tuple[int, int]) -> Footage:
    """The clip that came along to be extended, measured as far as `write_clip` needs it."""
    import av  # only extensions need it here

    with TemporaryDirectory() as folder:
        path = Path(folder) / "old.mp4"
        path.write_bytes(data)
        with av.open(str(path)) as container:
            frames = sum(1 for packet in container.demux(video=0) if packet.size)
    return Footage("0" * 64, "video/mp4", size, frames / 24)


def shape(model: str, seconds: int, size: tuple[int, int], seed: int, sound: bool, footage: Footage | None) -> Shot:
    """The shot whose film the far side makes."""
    upright = size[1] > size[0]
    resolution = {720: "720p", 1080: "1080p", 2160: "4k"}[min(size)]
    mode = Mode.EXTEND if footage else Mode.TEXT
    return Shot(
        model,
        mode,
        "",
        footage=footage,
        aspect_ratio="9:16" if upright else "16:9",
        resolution=resolution,
        seconds=seconds,
        seed=seed,
        sound=sound,
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024  # The usual 5 would turn a crowd away.

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away in the middle are what this server is for; anything else is told as usual."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as it was handed to us


class FarSide:
    """The server: routes are tried in order; state is shared by its threads under one lock."""

    #: As the engine that speaks to it is called.
    name = ""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.operations: dict[str, Operation] = {}
        self.seen: Counter[str] = Counter()  #: times that each prompt's submit was refused as told
        self.calls: list[Call] = []  #: every request, for tests; without the bodies of more than 64 kB
        self.keep_calls = True
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def accepted(self) -> int:
        """How many submits were accepted: each would be paid for."""
        return len(self.operations)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()

    def answer(self, call: Call) -> Answer:
        """The answer to a request; what each far side is."""
        raise NotImplementedError

    def fault_at_submit(self, prompt: str) -> int | None:
        """The status of the refusal that the prompt tells of, while it still does."""
        for word, number in told(prompt, self.name).items():
            if word.isdigit():
                self.seen[f"{word} {prompt}"] += 1
                if self.seen[f"{word} {prompt}"] <= number:
                    return int(word)
        return None

    def accept(self, operation: Operation) -> None:
        self.operations[operation.id] = operation

    def after_submit(self, operation: Operation, usual: Answer) -> Answer:
        """The reply to an accepted submit, which may get lost."""
        words = told(operation.prompt, self.name)
        if "lost" in words:
            return replace(usual, drop=True)
        if "mute" in words:
            return replace(usual, hang_seconds=_HANG_SECONDS)
        return usual

    def at_poll(self, operation: Operation, usual: Callable[[], Answer], fault: Callable[[int], Answer]) -> Answer:
        """The reply to a poll, with the faults that are told."""
        operation.calls["poll"] += 1
        if operation.due("poll429"):
            return fault(429)
        if operation.due("poll500"):
            return fault(500)
        if operation.due("expired"):
            return fault(404)
        if operation.due("pollhang"):
            return Answer(hang_seconds=_HANG_SECONDS)
        if operation.due("pollcut"):
            made = usual()
            return replace(made, cut_at=len(made.body) // 2)
        return usual()

    def file(self, operation: Operation, fault: Callable[[int], Answer]) -> Answer:
        """The film as a file of its own, with the faults that are told."""
        if operation.due("gone"):
            return fault(404)
        if operation.due("mime"):
            return Answer(200, b"<html>Please sign in.</html>", {"Content-Type": "text/html"})
        data = self.film_of(operation)
        made = Answer(200, data, {"Content-Type": "video/mp4"})
        if operation.due("filecut"):
            return replace(made, cut_at=len(data) // 2)
        return replace(made, drip_seconds=_DRIP_SECONDS) if operation.due("drip") else made

    def film_of(self, operation: Operation) -> bytes:
        data = operation.film()
        return data[: len(data) * 2 // 3] if operation.due("truncated") else data

    @staticmethod
    def new_id() -> str:
        return uuid.uuid4().hex

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        far_side = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def _serve(self) -> None:
                parts = urlsplit(self.path)
                length = int(self.headers.get("Content-Length", "0"))
                body = (
                    self._chunked() if self.headers.get("Transfer-Encoding") == "chunked" else self.rfile.read(length)
                )
                call = Call(
                    self.command,
                    unquote(parts.path),
                    parse_qs(parts.query),
                    {name.lower(): value for name, value in self.headers.items()},
                    body,
                )
                if far_side.keep_calls:
                    far_side.calls.append(call if len(body) <= 65_536 else replace(call, body=b""))
                with far_side.lock:
                    answer = far_side.answer(call)
                self._send(answer)

            do_GET = do_POST = do_DELETE = do_PUT = _serve

            def _chunked(self) -> bytes:
                whole = b""
                while size := int(self.rfile.readline(), 16):
                    whole += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return whole

            def _send(self, answer: Answer) -> None:
                if answer.hang_seconds and far_side._stopping.wait(answer.hang_seconds):
                    answer = replace(answer, drop=True)
                if answer.drop:
                    return self._reset()
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                if answer.cut_at is not None:
                    self.wfile.write(answer.body[: answer.cut_at])
                    self.wfile.flush()
                    return self._reset()
                if not answer.drip_seconds:
                    self.wfile.write(answer.body)
                    return None
                step = len(answer.body) // 20 + 1
                for at in range(0, len(answer.body), step):
                    self.wfile.write(answer.body[at : at + step])
                    self.wfile.flush()
                    far_side._stopping.wait(answer.drip_seconds / 20)
                return None

            def _reset(self) -> None:
                # Closed with this option, TCP says RST instead of a polite goodbye.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
                self.connection.close()

            def date_time_string(self, timestamp: float | None = None) -> str:
                skewed = any("skew" in operation.told for operation in list(far_side.operations.values())[-1:])
                return super().date_time_string(time.time() + 400 * 86_400 if skewed else timestamp)

            def finish(self) -> None:
                if not self.close_connection or self.connection.fileno() != -1:
                    super().finish()

            def log_message(self, format: str, *args: object) -> None:
                """Quiet: tests read `calls`."""

        return Handler
