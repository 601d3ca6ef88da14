"""Child: the process in which a local engine renders; `python -m rushes.jobs.child ENGINE PARENT_PID`.

It loads the engine, says hello, and then makes one take after another. Orders come in on standard input and answers go
out on standard output, a JSON object a line:

    in   {"task", "number", "folder", "shot", "files"}     make a take
         {"stop": true}                                    stop the take in hand
    out  {"hello": {"version", "remote"}} or {"broken": {"message"}}
         {"progress": [fraction, stage]}  {"still": path}  {"note": {…}}
         {"done": path} or {"fault": {"code", "message"}}

Whatever the engine prints goes to standard error. When standard input ends, or the parent dies, so does this process.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, cast

from rushes.database.documents import shot_of
from rushes.engine import LocalEngine
from rushes.engines import catalog
from rushes.errors import EngineError, EngineFailed, RushesError

#: Progress goes out at most this often; an engine may report every frame.
_PROGRESS_SECONDS = 0.1
_PR_SET_PDEATHSIG = 1  # linux/prctl.h

Line = dict[str, Any]  # Any: JSON, checked where it is read


class Voice:
    """The one way out. Lines are whole, also when the engine reports from several threads."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def say(self, line: Mapping[str, object]) -> None:
        with self._lock:
            self._stream.write(json.dumps(line) + "\n")
            self._stream.flush()


class ChildTake:
    """The take as the engine sees it."""

    def __init__(
        self, folder: Path, number: int, files: Mapping[str, str], stop: threading.Event, voice: Voice
    ) -> None:
        self.folder = folder
        self.number = number
        self._files = files
        self._stop = stop
        self._voice = voice
        self._stage = ""
        self._next_at = 0.0

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def file(self, digest: str) -> Path:
        return Path(self._files[digest])

    def report(
        self, fraction: float, stage: str, still: Path | None = None, note: dict[str, object] | None = None
    ) -> None:
        if note is not None:
            self._voice.say({"note": note})
        if still is not None:
            self._voice.say({"still": str(still)})
        now = time.monotonic()
        if now >= self._next_at or stage != self._stage:
            self._stage, self._next_at = stage, now + _PROGRESS_SECONDS
            self._voice.say({"progress": [min(1.0, max(0.0, float(fraction))), stage]})


def main(name: str, parent: int) -> None:
    voice = Voice(os.fdopen(os.dup(1), "w", encoding="utf-8"))
    os.dup2(2, 1)  # An engine's own prints must not look like answers.
    _die_with(parent)
    _yield_to_the_server()
    orders: queue.SimpleQueue[Line] = queue.SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(orders, stop), daemon=True).start()
    try:
        engine = catalog.load(name)
    except RushesError as fault:
        voice.say({"broken": {"message": fault.message}})
        return
    remote = hasattr(engine, "submit")
    voice.say({"hello": {"version": str(getattr(engine, "version", "")), "remote": remote}})
    while not remote:
        order = orders.get()
        voice.say(_answer(cast(LocalEngine, engine), order, stop, voice))


def _answer(engine: LocalEngine, order: Line, stop: threading.Event, voice: Voice) -> Line:
    stop.clear()
    take = ChildTake(Path(order["folder"]), int(order["number"]), order["files"], stop, voice)
    try:
        return {"done": str(engine.render(shot_of(order["shot"]), take))}
    except EngineError as fault:
        return {"fault": {"code": fault.code, "message": fault.message}}
    # The outermost loop of this process: an engine may raise anything, and the caller must learn of it.
    except Exception as fault:
        traceback.print_exc()
        return {"fault": {"code": EngineFailed.code, "message": f"The engine broke: {type(fault).__name__}: {fault}"}}


def _listen(orders: queue.SimpleQueue[Line], stop: threading.Event) -> None:
    for text in sys.stdin:
        line: Line = json.loads(text)
        if line.get("stop"):
            stop.set()
        else:
            orders.put(line)
    # The parent is gone or has let go of us: nobody wants the take. No cleaning up; it may take long.
    os._exit(0)


def _die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent dies; the end of standard input tells it elsewhere."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _yield_to_the_server() -> None:
    """Answering comes before rendering, and if memory ends it is this process that goes."""
    os.nice(5)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
