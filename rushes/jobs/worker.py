"""Worker: the part of this process that makes takes - its children, its flows and its sign of life."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import cast

from rushes.database import workers
from rushes.database.connect import open_database
from rushes.engine import Paced, RemoteEngine
from rushes.engines import catalog
from rushes.errors import RushesError
from rushes.jobs.bench import Bench, Halted
from rushes.jobs.children import Nursery
from rushes.jobs.clearing import Clearing
from rushes.jobs.flow import LocalFlow
from rushes.jobs.keeper import AsyncFlow, Keeper, SyncFlow
from rushes.jobs.liveness import Liveness
from rushes.jobs.lookout import Lookout
from rushes.jobs.operations import RemoteFlow
from rushes.jobs.patience import patiently
from rushes.jobs.steps import DatasourceSteps
from rushes.jobs.sweep import Sweep
from rushes.jobs.webhooks import Deliverer, Mail

_log = logging.getLogger("rushes.jobs")
#: Threads beyond one for each local take: a flow that lost its task waits in one until its new owner has ended it.
_SPARE_THREADS = 8
_REMOTE_THREADS = 8
#: Films being brought into shape at once; their own, because one takes as long as a thousand writes of a row.
_FILM_THREADS = 4
#: How long a stopping worker waits for its flows; local ones end at once, a submit when it has its reply.
_LAST_SECONDS = 25.0
_HAND_BACK_SECONDS = 5.0


class Worker:
    """One worker; one per process. Opening and closing it takes as long as its engines take to load."""

    def __init__(
        self, bench: Bench, engines: list[str], local_at_once: int, remote_at_once: int, mail: Mail | None = None
    ) -> None:
        self.bench = bench
        self.ready = threading.Event()
        self._engines = engines
        self._local_at_once = local_at_once
        self._remote_at_once = remote_at_once
        self._nurseries: list[Nursery] = []
        self._keeper: Keeper | None = None
        self._steps: DatasourceSteps | None = None
        self._liveness: Liveness | None = None
        self._threads = ThreadPoolExecutor(_REMOTE_THREADS, thread_name_prefix="remote")
        self._film_threads = ThreadPoolExecutor(_FILM_THREADS, thread_name_prefix="film")
        self._lookout = Lookout(bench)
        self._clearing = Clearing(bench)
        self._deliverer = None if mail is None else Deliverer(bench, mail)
        self._closing = threading.Event()
        self._clean = False  #: has everything that was started ended?
        self._opener = threading.Thread(target=self._open, name="worker-start", daemon=True)

    def open(self) -> None:
        """Begin in the background: engines take seconds to load, and the API need not wait for them."""
        self._opener.start()

    def close(self) -> bool:
        """Let go of every take, hand the tasks back to their queues, and end all children.

        False when a thread of the library does not end: the database does not answer (then the tasks are taken over
        later, as from a dead worker), or a flow waits for another worker. Only `os._exit` ends the process then."""
        self._closing.set()
        self._clearing.close()
        if self._deliverer is not None:
            self._deliverer.close()
        self.bench.halt.event.set()
        for nursery in self._nurseries:
            nursery.close()
        letting_go = threading.Thread(target=self._let_go, name="worker-end", daemon=True)
        letting_go.start()
        letting_go.join(_LAST_SECONDS + _HAND_BACK_SECONDS)
        if letting_go.is_alive():
            _log.error("not handed back: the database does not answer", extra={"action": "hand_back_failed"})
        for nursery in self._nurseries:
            nursery.close()
        return self._clean

    def _let_go(self) -> None:
        clean = True
        self._opener.join()
        if self._keeper is not None:
            self._keeper.stop_taking()
            self._drop()
            # A submit on its way must come to an end: the operation that it pays for would be lost.
            self._wait_for_flows(_LAST_SECONDS)
            if self._liveness is not None:
                self._liveness.close()
                self._hand_back(self._keeper)
            clean = self._keeper.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._film_threads.shutdown(wait=False, cancel_futures=True)
        if self._steps is not None:
            self._steps.close()
        self._clean = clean

    def _open(self) -> None:
        try:
            self._load()
        except Halted:
            _log.info("the worker was stopped while it started", extra={"action": "worker_stopped"})
        except RushesError as fault:
            _log.error("the worker did not start: %s", fault.message, extra={"action": "worker_failed"})
        # The outermost loop of this thread.
        except Exception:
            _log.exception("the worker did not start", extra={"action": "worker_failed"})

    def _load(self) -> None:
        bench = self.bench
        bench.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        threads = self._local_at_once * len(self._engines) + _SPARE_THREADS
        self._keeper = keeper = Keeper(bench.database.url, bench.worker, threads)
        self._steps = DatasourceSteps(open_database(bench.database.url))
        served = [engine for engine in self._engines if self._serve(keeper, self._steps, engine)]
        if self._closing.is_set():
            return
        # The row comes before the first claim: whoever claims must be known to those who would take over.
        self._liveness = Liveness(bench, served, keeper.recover, self._drop, self._resume, Sweep(bench, keeper).run)
        patiently(bench, self._liveness.beat)
        keeper.launch()
        self._liveness.open()
        self._clearing.open()
        if self._deliverer is not None:
            self._deliverer.open()
        self.ready.set()
        _log.info("worker %s serves %s", bench.worker, ", ".join(served), extra={"action": "worker_started"})

    def _serve(self, keeper: Keeper, steps: DatasourceSteps, engine: str) -> bool:
        """Load an engine and register its flow; False when it cannot be loaded."""
        nursery = Nursery(engine, self._local_at_once)
        self._nurseries.append(nursery)
        flow: SyncFlow | AsyncFlow
        try:
            hello = nursery.open()
            if hello["remote"]:
                far = cast(RemoteEngine, catalog.load(engine))
                flow = _remote(RemoteFlow(self.bench, far, steps, self._threads, self._film_threads, self._lookout))
                allowed = far.allowance.at_once if isinstance(far, Paced) else None
                at_once = min(self._remote_at_once, allowed or self._remote_at_once)
            else:
                flow, at_once = (
                    _local(LocalFlow(self.bench, nursery, str(hello["version"]), steps)),
                    self._local_at_once,
                )
        except RushesError as fault:
            if self._closing.is_set():
                return False
            _log.error("engine %s: %s", engine, fault.message, extra={"action": "engine_left_out", "engine": engine})
            return False
        keeper.serve(engine, flow, at_once=at_once, poll_seconds=self.bench.timing.poll_seconds)
        return True

    def _drop(self) -> None:
        """End every take in hand; its flow ends without an outcome and can be resumed."""
        self.bench.halt.event.set()
        assert self._keeper is not None, "nothing is in hand before it was loaded"
        self._keeper.hold()
        for nursery in self._nurseries:
            nursery.kill_lent()

    def _resume(self) -> None:
        """Take work again, beginning with what was dropped and nobody has taken over meanwhile."""
        assert self._keeper is not None, "nothing is dropped before it was loaded"
        while not self._wait_for_flows(10.0) and not self._closing.is_set():
            _log.warning("flows are still ending", extra={"action": "flows_ending"})
        if not self._closing.is_set():
            self.bench.halt.event.clear()
            self._keeper.go_on()
            try:
                self._keeper.recover(self.bench.worker)
            except BaseException:
                # What was dropped would lie here while new work is done: let go again, until it can be taken up.
                self._drop()
                raise

    def _hand_back(self, keeper: Keeper) -> None:
        try:
            keeper.recover(self.bench.worker)
            with self.bench.database.transaction() as connection:
                workers.remove(connection, self.bench.worker)
        except RushesError as fault:
            # Then the others take over when the beat is stale, as from any dead worker.
            _log.warning("not handed back: %s", fault.message, extra={"action": "hand_back_failed"})

    def _wait_for_flows(self, seconds: float) -> bool:
        """Wait until no flow runs here; False when some still do. A flow whose task has just ended still runs until
        the library has noted that: handed back before, it would wait for its own end for ever."""
        assert self._keeper is not None, "flows run in it"
        end_at = time.monotonic() + seconds
        while self.bench.hands.held() or self._keeper.running():
            if time.monotonic() > end_at:
                return False
            time.sleep(0.02)
        return True


def _local(flow: LocalFlow) -> SyncFlow:
    def render_local(task_id: str) -> None:
        with flow.bench.hands.holding(task_id):
            flow.bench.halt.check()
            flow.run(task_id)

    return render_local


def _remote(flow: RemoteFlow) -> AsyncFlow:
    async def render_remote(task_id: str) -> None:
        with flow.bench.hands.holding(task_id):
            flow.bench.halt.check()
            await flow.run(task_id)

    return render_remote
