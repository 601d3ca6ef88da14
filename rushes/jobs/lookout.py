"""Lookout: looks for cancels, and for this worker's halt, on behalf of every operation in flight, and writes down when each
is asked next: one read and one write for all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rushes.database import takes, tasks
from rushes.database.takes import PlannedPoll
from rushes.jobs.bench import Bench

T = TypeVar("T")
_SECONDS = 0.5
_log = logging.getLogger("rushes.jobs")


class Lookout:
    """Used from the one event loop of this worker's operations."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._watched: dict[str, asyncio.Event] = {}
        self._plans: dict[str, PlannedPoll] = {}
        self._looking: asyncio.Task[None] | None = None

    @contextmanager
    def over(self, task_id: str) -> Iterator[asyncio.Event]:
        """An event that is set when the task is to be canceled, or this worker must let go of it."""
        wake = asyncio.Event()
        self._watched[task_id] = wake
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look(), name="lookout")
        try:
            yield wake
        finally:
            # Unless the flow of the next engine, to which the task was handed over, looks out for it by now.
            if self._watched.get(task_id) is wake:
                del self._watched[task_id]

    def plan(self, plan: PlannedPoll) -> None:
        """Let it be known when an operation is asked next. Written within a second; a plan that a crash loses is only
        an older one."""
        self._plans[plan.task] = plan

    async def _look(self) -> None:
        """Ends by itself when nobody is left to look out for."""
        while self._watched:
            await asyncio.sleep(_SECONDS)
            # The outermost loop of this task: without it, no cancel would be seen any more.
            try:
                everyone = self._bench.halt.event.is_set()
                woken = set(self._watched) if everyone else await asyncio.to_thread(self._asked)
                plans, self._plans = list(self._plans.values()), {}
                if plans:
                    await asyncio.to_thread(self._write, plans)
            except Exception as fault:
                _log.warning("cannot look for cancels: %s", fault, extra={"action": "lookout_failed"})
                continue
            for task_id in woken & self._watched.keys():
                self._watched[task_id].set()

    def _asked(self) -> set[str]:
        with self._bench.database.reading() as connection:
            return tasks.cancels_asked(connection)

    def _write(self, plans: list[PlannedPoll]) -> None:
        with self._bench.database.transaction() as connection:
            takes.plan_polls(connection, plans)


async def sleep(wake: asyncio.Event, seconds: float) -> None:
    """Let time go by, or less when woken."""
    try:
        async with asyncio.timeout(max(0.0, seconds)):
            await wake.wait()
    except TimeoutError:
        return


async def unless_woken(wake: asyncio.Event, call: Callable[[], Awaitable[T]]) -> T | None:
    """Wait for a call that may hang, but give it up when woken: then None."""
    asked, woken = asyncio.ensure_future(call()), asyncio.ensure_future(wake.wait())
    try:
        await asyncio.wait({asked, woken}, return_when=asyncio.FIRST_COMPLETED)
        return asked.result() if asked.done() else None
    finally:
        asked.cancel()
        woken.cancel()
