"""Measure what a waiting client costs: streams of events and long waits, against the least that this stack could do.

The limit is a bare ASGI route on the same uvicorn that holds every connection with one future and writes the same bytes to
each when told to. All clients wait at once; then tasks progress one after another, and the time from the commit of the
progress to its arrival at each of their followers counts. Both sides and the clients share this machine's cores.

    .venv/bin/python benchmarks/streams.py [--clients 5000,10000] [--tasks 100] [--beats 40]
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import uvloop

from rushes.database import events, settlement, tasks
from rushes.database.connect import Database, open_database
from rushes.event import Event, EventKind
from rushes.testing.server import Server, start

LIMIT = """
import asyncio, socket
import uvicorn
from rushes.server.protocol import Protocol

waiting = []
FRAME = b"event: task.progress\\ndata: " + b"x" * 1800 + b"\\n\\n"

async def app(scope, receive, send):
    if scope["method"] == "POST":
        some, waiting[:] = waiting[:], []
        for future in some:
            future.set_result(None)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
    await send({"type": "http.response.body", "body": FRAME, "more_body": True})
    while True:
        future = asyncio.get_running_loop().create_future()
        waiting.append(future)
        await future
        await send({"type": "http.response.body", "body": FRAME, "more_body": True})

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(4096)
print(listener.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, loop="uvloop", http=Protocol, ws="none", lifespan="off", log_config=None,
    access_log=False, server_header=False, timeout_keep_alive=75)).run(sockets=[listener])
"""
#: Opened at once: more would overflow the listener's queue.
_OPENING = 200
_SETTLE_SECONDS = 1.0
_PATIENCE_SECONDS = 60.0


class Client(asyncio.Protocol):
    """One who waits; knows when something came last."""

    __slots__ = ("_request", "came_at", "opened", "pieces", "transport")

    def __init__(self, request: bytes, opened: asyncio.Future[None] | None) -> None:
        self._request = request
        self.opened = opened
        self.pieces = 0
        self.came_at = 0.0
        self.transport: asyncio.BaseTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        transport.write(self._request)  # type: ignore[attr-defined]  # a stream's transport

    def data_received(self, data: bytes) -> None:
        self.came_at = time.perf_counter()
        self.pieces += 1
        if self.opened is not None and not self.opened.done():
            assert data.startswith(b"HTTP/1.1 200"), data[:300]
            self.opened.set_result(None)


#: Something that happens, giving when it did; and whom it concerns.
Beat = tuple[Callable[[], Awaitable[float]], slice]


@dataclass(frozen=True, slots=True)
class Figure:
    what: str
    clients: int
    kilobytes_each: float
    latencies_ms: tuple[float, float, float]  #: median, 99th percentile, worst

    def line(self) -> str:
        p50, p99, worst = self.latencies_ms
        return (
            f"{self.what:28} {self.clients:6} clients  {self.kilobytes_each:5.1f} kB each  "
            f"p50 {p50:6.1f} ms  p99 {p99:6.1f} ms  worst {worst:6.1f} ms"
        )


def memory_kilobytes(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise AssertionError("the kernel tells no memory")


async def opened(port: int, requests: list[bytes], *, answered: bool) -> list[Client]:
    """Clients for these requests, all connected; `answered`: each has its first bytes as well."""
    loop, made = asyncio.get_running_loop(), list[Client]()
    for begin in range(0, len(requests), _OPENING):
        some = requests[begin : begin + _OPENING]
        clients = [Client(request, loop.create_future() if answered else None) for request in some]
        await asyncio.gather(*(loop.create_connection(lambda c=client: c, "127.0.0.1", port) for client in clients))
        if answered:
            await asyncio.wait_for(asyncio.gather(*(c.opened for c in clients if c.opened)), _PATIENCE_SECONDS)
        made += clients
    return made


async def arrival(clients: list[Client], before: list[int], since: float) -> list[float]:
    """Milliseconds from `since` until each client has had something more than `before`."""
    ends_at = time.perf_counter() + _PATIENCE_SECONDS
    while any(client.pieces == count for client, count in zip(clients, before, strict=True)):
        assert time.perf_counter() < ends_at, "not everybody was told"
        await asyncio.sleep(0.005)
    return [(client.came_at - since) * 1000 for client in clients]


async def measured(
    what: str, pid: int, port: int, requests: list[bytes], beats: list[Beat], *, answered: bool = True
) -> Figure:
    """Open everything, weigh it, then let each beat happen and time its arrival at the clients that it concerns."""
    for client in await opened(port, requests[:_OPENING], answered=answered):  # what is needed once is not counted
        assert client.transport is not None
        client.transport.close()
    await asyncio.sleep(_SETTLE_SECONDS)
    gc.collect()
    before = memory_kilobytes(pid)
    clients = await opened(port, requests, answered=answered)
    await asyncio.sleep(_SETTLE_SECONDS)
    each = (memory_kilobytes(pid) - before) / len(clients)
    latencies: list[float] = []
    for happen, whom in beats:
        concerned = clients[whom]
        counts = [client.pieces for client in concerned]
        latencies += await arrival(concerned, counts, await happen())
        await asyncio.sleep(0.05)
    for client in clients:
        assert client.transport is not None
        client.transport.close()
    await asyncio.sleep(_SETTLE_SECONDS)
    latencies = sorted(latencies) or [0.0]
    shares = (latencies[len(latencies) // 2], latencies[int(len(latencies) * 0.99)], latencies[-1])
    return Figure(what, len(clients), each, shares)


class House:
    """A server without a worker, whose tasks go on when this benchmark says so; started anew for each measurement."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder = folder
        self.server: Server = start(folder, worker=False)
        self.database: Database = open_database(self.server.database_url)
        self.key = self.server.first_key
        self.task_ids: list[str] = []
        with self.server.http() as http:
            for _ in range(count):
                body = {"model": "veo_31_fast", "prompt": "a red fox trots through falling snow"}
                self.task_ids.append(http.post("/model/v1/generation", json=body).json()["id"])
        for task_id in self.task_ids:
            with self.database.transaction() as connection:
                tasks.start(connection, task_id, _now())
                events.insert(connection, Event(task_id, "default", EventKind.STARTED, _now(), {}))

    def measure(self, what: str, requests: list[bytes], beats: list[Beat], *, answered: bool = True) -> Figure:
        self.server.kill()
        self.server = start(self._folder, worker=False)
        port, pid = int(self.server.url.rpartition(":")[2]), self.server.process.pid
        return run(measured(what, pid, port, requests, beats, answered=answered))

    def request(self, path: str) -> bytes:
        return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.key}\r\n\r\n".encode()

    def progress(self, number: int, fraction: float) -> Callable[[], Awaitable[float]]:
        async def happen() -> float:
            return await asyncio.to_thread(self._report, self.task_ids[number], fraction)

        return happen

    def end(self, number: int) -> Callable[[], Awaitable[float]]:
        async def happen() -> float:
            return await asyncio.to_thread(self._cancel, self.task_ids[number])

        return happen

    def _report(self, task_id: str, fraction: float) -> float:
        with self.database.transaction() as connection:
            tasks.report(connection, task_id, progress=fraction, stage="rendering", now=_now())
        return time.perf_counter()

    def _cancel(self, task_id: str) -> float:
        with self.database.transaction() as connection:
            assert settlement.cancel(connection, task_id, 0, _now())
        return time.perf_counter()

    def close(self) -> None:
        self.database.close()
        self.server.stop()


def _now() -> datetime:
    return datetime.now(UTC)


def bare(clients: int, beats: int) -> Figure:
    limit = subprocess.Popen([sys.executable, "-c", LIMIT], stdout=subprocess.PIPE, text=True)
    try:
        assert limit.stdout is not None, "asked for above"
        port = int(limit.stdout.readline())

        async def happen() -> float:
            since = time.perf_counter()
            async with httpx.AsyncClient() as http:
                await http.post(f"http://127.0.0.1:{port}/")
            return since

        requests = [b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"] * clients
        return run(measured("limit: bare streams", limit.pid, port, requests, [(happen, slice(None))] * beats))
    finally:
        limit.kill()
        limit.wait()


def ours(clients: int, count: int, beats: int) -> list[Figure]:
    """Streams of many tasks, of one task, of a project; and long waits."""
    with tempfile.TemporaryDirectory(prefix="rushes-benchmark-") as folder:
        house = House(Path(folder) / "home", count)
        place = "/model/v1/generation"
        try:
            spread = [house.request(f"{place}/task/{house.task_ids[n % count]}/events") for n in range(clients)]
            one = [house.request(f"{place}/task/{house.task_ids[0]}/events")] * clients
            whole = [house.request(f"{place}/events")] * clients
            waits = [house.request(f"{place}/task/{house.task_ids[n % count]}?wait=60") for n in range(clients)]
            of = [slice(n, None, count) for n in range(count)]
            some = [(house.progress(n % count, 0.1 + n / 1000), of[n % count]) for n in range(beats)]
            few = [(house.progress(0, 0.5 + n / 1000), slice(None)) for n in range(max(3, beats // 8))]
            all_ = [(house.progress(0, 0.7 + n / 1000), slice(None)) for n in range(max(3, beats // 8))]
            last = [(house.end(n), of[n]) for n in range(min(beats, count))]
            return [
                house.measure(f"streams of {count} tasks", spread, some),
                house.measure("streams of one task", one, few),
                house.measure("streams of a project", whole, all_),
                house.measure(f"waits for {count} tasks", waits, last, answered=False),
            ]
        finally:
            house.close()


def run(figure: Awaitable[Figure]) -> Figure:
    async def awaited() -> Figure:
        return await figure

    made = uvloop.run(awaited())
    print(made.line(), flush=True)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", default="5000,10000")
    parser.add_argument("--tasks", type=int, default=100)
    parser.add_argument("--beats", type=int, default=40)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    # One file for each connection, in the servers as well: they inherit this.
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    figures: list[Figure] = []
    for clients in (int(number) for number in options.clients.split(",")):
        if clients + 500 > hard:
            sys.exit(f"{clients} clients need more than {hard} open files; raise the hard limit (ulimit -Hn)")
        figures += [bare(clients, max(3, options.beats // 8)), *ours(clients, options.tasks, options.beats)]
    if options.json:
        options.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=2))


if __name__ == "__main__":
    main()
