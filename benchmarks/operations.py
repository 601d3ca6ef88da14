"""How much one worker needs to wait for many films at once: `python benchmarks/operations.py [--operations 2000]
[--seconds 60] [--engine vertex|videos_api|upstream]`.

A worker as in earnest (its intervals, SQLite, real HTTP, the engine's real client) is given that many tasks, whose films
never get ready; the far side runs in a process of its own. Once all are in flight, its memory, processor time and polls
are counted for a while. Linux only: it reads /proc."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from rushes.database.connect import open_database
from rushes.database.migrate import migrate
from rushes.jobs.timing import Timing
from rushes.testing.fake_google import FakeGoogle
from rushes.testing.fake_upstream import FakeUpstream
from rushes.testing.fake_videos_api import FakeVideosApi
from rushes.testing.far_side import FarSide
from rushes.testing.faults import Site

_MIB = 1 << 20


def far_side(engine: str, folder: Path, talk: Connection) -> None:
    """Be the far side: tell the environment, then the number of submits and polls whenever asked."""
    far: FarSide
    match engine:
        case "vertex":
            far = google = FakeGoogle()
            environment = google.environment(folder)
        case "videos_api":
            far = videos = FakeVideosApi(poll_after_ms=10_000)
            environment = videos.environment()
        case _:
            far = upstream = FakeUpstream()
            environment = upstream.environment()
    far.keep_calls = False
    with far:
        talk.send(environment)
        while talk.recv():
            polls = sum(operation.calls["poll"] for operation in list(far.operations.values()))
            talk.send((far.accepted, polls))


def processes_of(pid: int) -> list[int]:
    """A process and all its descendants."""
    found, parents = [pid], {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def memory_bytes(pid: int) -> int:
    """What it does not share with others (Pss), and its part of what it does."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(engine: str, operations: int, seconds: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talk, theirs = multiprocessing.Pipe()
        far = multiprocessing.get_context("spawn").Process(target=far_side, args=(engine, folder, theirs))
        far.start()
        os.environ.update(talk.recv())
        os.environ.update({"RUSHES_VERTEX_AT_ONCE": str(operations), "RUSHES_VERTEX_PER_MINUTE": "1000000"})

        def asked() -> tuple[int, int]:
            talk.send(True)
            counts: tuple[int, int] = talk.recv()
            return counts

        url = f"sqlite:///{folder / 'rushes.db'}"
        database = open_database(url)
        migrate(database)
        database.close()
        with Site(url, folder, Timing()) as site:
            for _ in range(operations):
                site.submit("far:slow=1000000", engine=engine, deadline_seconds=86_400)
            began = time.monotonic()
            worker = site.start_worker(engines=(engine,))
            while asked()[0] < operations:
                assert worker.process.poll() is None, site.logs()
                assert time.monotonic() - began < 900, f"only {asked()[0]} in flight"
                time.sleep(0.5)
            print(
                f"{operations} operations of {engine} in flight {time.monotonic() - began:.0f} s after the worker's start"
            )
            time.sleep(min(20.0, seconds))
            pid = worker.process.pid
            before, polls_before, at = cpu_seconds(pid), asked()[1], time.monotonic()
            time.sleep(seconds)
            took = time.monotonic() - at
            spent, polls = cpu_seconds(pid) - before, asked()[1] - polls_before
            everyone = [memory_bytes(one) for one in processes_of(pid)]
            print(f"memory      {everyone[0] / _MIB:.0f} MiB, with its children {sum(everyone) / _MIB:.0f} MiB")
            print(f"processor   {spent / took:.2f} of one core, {1000 * spent / max(1, polls):.1f} ms a poll")
            print(
                f"polls       {polls / took:.0f} a second: each operation every {operations * took / max(1, polls):.0f} s"
            )
            worker.kill()
        talk.send(False)
        far.join()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--operations", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--engine", choices=["vertex", "videos_api", "upstream"], default="vertex")
    given = parser.parse_args()
    measure(given.engine, given.operations, given.seconds)
