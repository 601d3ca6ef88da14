"""Children: the processes in which local engines render, seen from the server's side.

A `Nursery` keeps children of one engine, with the engine already loaded, so that a take begins at once. A child makes
some takes and is then replaced: what an engine leaks does not add up.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rushes.errors import EngineFailed, Misconfigured, Unavailable

Line = Mapping[str, Any]  # Any: JSON from a child of ours
#: An engine that has not said hello by then will not: loading a compiler and a model takes seconds, not minutes.
_HELLO_SECONDS = 120.0
#: So many takes, and the child is replaced.
_TAKES_MAX = 50


class Child:
    """One process with one engine in it. Used by one take at a time."""

    def __init__(self, engine: str) -> None:
        self.engine = engine
        self.takes = 0
        self._lines: queue.SimpleQueue[Line | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "rushes.jobs.child", engine, str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # and so a group of its own: whatever it starts is killed with it
        )
        threading.Thread(target=self._listen, name=f"child-{self.pid}", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def next(self, timeout_seconds: float) -> Line | None:
        """The next line it says, or None when it says nothing for so long.

        Raises EngineFailed when it is gone, however it went."""
        try:
            line = self._lines.get(timeout=timeout_seconds)
        except queue.Empty:
            return None
        if line is None:
            raise EngineFailed(f"The engine's process ended in the middle of the take ({self._end()}).")
        return line

    def tell(self, line: Mapping[str, object]) -> None:
        """Say something to it; one that is gone is noticed by `next`."""
        assert self._process.stdin is not None, "opened as a pipe"
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(line).encode() + b"\n")
            self._process.stdin.flush()

    def hello(self) -> Line:
        """What it said first. Raises Misconfigured when its engine cannot be loaded."""
        try:
            line = self.next(_HELLO_SECONDS)
        except EngineFailed as fault:
            raise Misconfigured(f"The engine {self.engine} was not loaded: {self._end()}.") from fault
        if line is None:
            self.kill()
            raise Misconfigured(f"The engine {self.engine} was not loaded within {_HELLO_SECONDS:.0f} s.")
        if "broken" in line:
            raise Misconfigured(str(line["broken"]["message"]))
        hello: Line = line["hello"]
        return hello

    def memory_bytes(self) -> int:
        """What it holds in memory now; 0 where that is not told (only Linux tells)."""
        try:
            pages = Path(f"/proc/{self.pid}/statm").read_text().split()[1]
        except (OSError, IndexError):
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def kill(self) -> None:
        """End it and all it started, now."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def _listen(self) -> None:
        assert self._process.stdout is not None, "opened as a pipe"
        with contextlib.suppress(ValueError):  # half a line: it was killed while speaking
            for text in self._process.stdout:
                self._lines.put(json.loads(text))
        self._lines.put(None)

    def _end(self) -> str:
        code = self._process.wait()
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


class Nursery:
    """The children of one engine: `warm` of them wait, loaded, for takes."""

    def __init__(self, engine: str, warm: int) -> None:
        self.engine = engine
        self._warm = warm
        self._lock = threading.Lock()
        self._waiting: list[Future[Child]] = []
        self._out: set[Child] = set()
        self._closed = False
        # One thread that lives as long as we do: on Linux a child is killed when the *thread* that started it ends.
        self._midwife = ThreadPoolExecutor(1, thread_name_prefix=f"nursery-{engine}")

    def open(self) -> Line:
        """Start the first child and return its hello. Raises Misconfigured when the engine cannot be loaded."""
        child = self._midwife.submit(Child, self.engine).result()
        hello = child.hello()
        ready: Future[Child] = Future()
        ready.set_result(child)
        with self._lock:
            self._waiting.append(ready)
        if hello["remote"]:
            self.close()
        else:
            self._refill()
        return hello

    def lend(self) -> Child:
        """A child that is ready for a take. Raises Misconfigured or EngineFailed when none can be made."""
        while True:
            with self._lock:
                if self._closed:
                    raise Unavailable("This worker is stopping.")
                ready = self._waiting.pop(0) if self._waiting else self._midwife.submit(self._born)
            child = ready.result()
            with self._lock:
                if child.alive and not self._closed:
                    self._out.add(child)
                    return child
            child.kill()

    def give_back(self, child: Child) -> None:
        """Take a child back after a take that ended by itself."""
        child.takes += 1
        with self._lock:
            self._out.discard(child)
            keep = child.takes < _TAKES_MAX and child.alive and not self._closed and len(self._waiting) < self._warm
            if keep:
                again: Future[Child] = Future()
                again.set_result(child)
                self._waiting.insert(0, again)
        if not keep:
            child.kill()
        self._refill()

    def kill(self, child: Child) -> None:
        """End a child that was lent, and prepare another in its place."""
        child.kill()
        with self._lock:
            self._out.discard(child)
        self._refill()

    def kill_lent(self) -> None:
        """End every take in hand; who made it notices at once."""
        with self._lock:
            lent = list(self._out)
        for child in lent:
            child.kill()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            waiting, self._waiting = self._waiting, []
        self.kill_lent()
        for ready in waiting:
            if not ready.cancel():
                with contextlib.suppress(Misconfigured, EngineFailed):
                    ready.result().kill()
        self._midwife.shutdown()

    def _born(self) -> Child:
        child = Child(self.engine)
        child.hello()
        return child

    def _refill(self) -> None:
        with self._lock:
            while not self._closed and len(self._waiting) + len(self._out) < self._warm:
                self._waiting.append(self._midwife.submit(self._born))
