"""Measure create and poll over HTTP against the least that any server on this stack could do.

The limit is a bare ASGI route on the same uvicorn that finds the key in a dictionary, reads one SQLite row by primary key
and writes the same bytes. Machines differ and are noisy, so only ratios of one run count: limit and server take turns,
and the figure is the median of the ratios of CPU seconds per request.

    .venv/bin/python benchmarks/api.py [--seconds 3] [--rounds 5] [--connections 1,16,64] [--json out.json]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from rushes.testing.server import FAKE_ENGINES, start

LIMIT = """
import hashlib, os, socket, sqlite3, sys
import uvicorn
from rushes.server.protocol import Protocol

KEYS = {os.environ["LIMIT_KEY"].encode(): "default"}
database = sqlite3.connect(os.environ["LIMIT_DATABASE"], isolation_level=None)
PREFIX = "/model/v1/generation/task/"

async def app(scope, receive, send):
    for name, value in scope["headers"]:
        if name == b"authorization":
            assert KEYS[value[7:]]
    row = database.execute("SELECT body FROM answers WHERE id = ?", (scope["path"][len(PREFIX):],)).fetchone()
    body = row[0]
    await send({"type": "http.response.start", "status": 200, "headers": [
        (b"content-type", b"application/json"), (b"content-length", b"%d" % len(body)), (b"cache-control", b"no-store")]})
    await send({"type": "http.response.body", "body": body})

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(4096)
print(listener.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, loop="uvloop", http=Protocol, ws="none", lifespan="off", log_config=None,
    access_log=False, server_header=False, timeout_keep_alive=75)).run(sockets=[listener])
"""


@dataclass(frozen=True, slots=True)
class Run:
    what: str
    connections: int
    requests: int
    seconds: float
    cpu_seconds: float  #: of the server's process, user and system
    latencies_ms: tuple[float, float]  #: median and 99th percentile
    failures: int

    @property
    def cpu_us(self) -> float:
        return self.cpu_seconds / max(1, self.requests) * 1e6

    def line(self) -> str:
        median, worst = self.latencies_ms
        return (
            f"{self.what:7} c={self.connections:<3} {self.requests / self.seconds:8.0f}/s  {self.cpu_us:7.1f} us CPU each  "
            f"p50 {median:6.2f} ms  p99 {worst:6.2f} ms  {self.failures} failed"
        )


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _one(port: int, request: bytes, ends_at: float, latencies: list[float], failures: list[int]) -> None:
    """A closed loop over one connection: the next request goes out when the last one is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while (begun := time.perf_counter()) < ends_at:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ", 1)[1].split(b"\r\n", 1)[0])
        await reader.readexactly(length)
        latencies.append((time.perf_counter() - begun) * 1000)
        if not head.startswith(b"HTTP/1.1 200"):
            failures.append(1)
    writer.close()


def load(what: str, pid: int, port: int, request: bytes, connections: int, seconds: float) -> Run:
    latencies: list[float] = []
    failures: list[int] = []

    async def all_of_them() -> None:
        ends_at = time.perf_counter() + seconds
        await asyncio.gather(*(_one(port, request, ends_at, latencies, failures) for _ in range(connections)))

    used, begun = cpu_seconds(pid), time.perf_counter()
    asyncio.run(all_of_them())
    took, used = time.perf_counter() - begun, cpu_seconds(pid) - used
    latencies.sort()
    percentiles = (statistics.median(latencies), latencies[int(len(latencies) * 0.99)])
    return Run(what, connections, len(latencies), took, used, percentiles, len(failures))


def get(path: str, key: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n\r\n".encode()


def post(path: str, key: str, body: bytes) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n"
    )
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--connections", default="1,16,64")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    connections = [int(number) for number in options.connections.split(",")]
    with tempfile.TemporaryDirectory(prefix="rushes-benchmark-") as folder:
        results = measure(Path(folder), connections, options.rounds, options.seconds)
    if options.json:
        options.json.write_text(json.dumps(results, indent=2))
    else:
        print(json.dumps(results["ratios"]))


def measure(folder: Path, connections: list[int], rounds: int, seconds: float) -> dict[str, object]:
    server = start(folder / "home", worker=False, settings=FAKE_ENGINES)
    limit: subprocess.Popen[str] | None = None
    runs: list[Run] = []
    ratios: dict[str, float] = {}
    try:
        http, key = server.http(), server.first_key
        body = json.dumps({"model": "veo_31_fast", "prompt": "a red fox trots through falling snow"}).encode()
        task_id = http.post("/model/v1/generation", content=body).json()["id"]
        path = f"/model/v1/generation/task/{task_id}"
        limit, limit_port = _limit(folder, key, task_id, http.get(path).content)
        port = int(server.url.rpartition(":")[2])
        for count in connections:
            shares = []
            for _ in range(rounds):
                bare = load("limit", limit.pid, limit_port, get(path, key), count, seconds)
                ours = load("poll", server.process.pid, port, get(path, key), count, seconds)
                runs += [bare, ours]
                print(bare.line(), ours.line(), sep="\n", flush=True)
                shares.append(bare.cpu_us / ours.cpu_us)
            ratios[f"poll/limit c={count}"] = round(statistics.median(shares), 3)
        for count in connections:
            made = load("create", server.process.pid, port, post("/model/v1/generation", key, body), count, seconds)
            runs.append(made)
            print(made.line(), flush=True)
            ratios[f"creates per second c={count}"] = round(made.requests / made.seconds, 1)
    finally:
        server.stop()
        if limit is not None:
            limit.terminate()
            limit.wait()
    return {"ratios": ratios, "runs": [asdict(run) for run in runs]}


def _limit(folder: Path, key: str, task_id: str, body: bytes) -> tuple[subprocess.Popen[str], int]:
    path = folder / "limit.db"
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, body BLOB)")
    database.execute("INSERT INTO answers VALUES (?, ?)", (task_id, body))
    database.commit()
    database.close()
    environment = {**os.environ, "LIMIT_KEY": key, "LIMIT_DATABASE": str(path)}
    process = subprocess.Popen([sys.executable, "-c", LIMIT], env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None, "asked for above"
    return process, int(process.stdout.readline())


if __name__ == "__main__":
    main()
