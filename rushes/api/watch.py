"""Watch: one reader for everybody who waits on a task.

Streams and long waits do not each ask the database. They follow a task here; a single loop reads the marks of all
followed tasks together, a few times a second, and wakes those whose task has changed. Without followers it sleeps.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.concurrency import run_in_threadpool

from rushes.database.marks import Mark, Marks
from rushes.errors import RushesError

#: Half of it is the mean delay between a change and its followers.
_LOOK_EVERY_SECONDS = 0.15
_log = logging.getLogger("rushes.api.watch")


class Follower:
    """One who waits for one task."""

    def __init__(self) -> None:
        self._moved = asyncio.Event()

    def wake(self) -> None:
        self._moved.set()

    async def moved(self, seconds: float) -> bool:
        """Wait until the task has changed since the last call, `seconds` at most. False when it has not."""
        try:
            await asyncio.wait_for(self._moved.wait(), seconds)
        except TimeoutError:
            return False
        self._moved.clear()
        return True


class Watch:
    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._followers: defaultdict[str, set[Follower]] = defaultdict(set)
        self._seen: dict[str, Mark] = {}
        self._loop: asyncio.Task[None] | None = None

    @contextmanager
    def follow(self, task_id: str) -> Iterator[Follower]:
        """Follow a task while the context lasts. Read the task after entering: a change in between still wakes."""
        follower = Follower()
        self._followers[task_id].add(follower)
        if self._loop is None or self._loop.done():
            self._loop = asyncio.get_running_loop().create_task(self._look())
        try:
            yield follower
        finally:
            followers = self._followers[task_id]
            followers.discard(follower)
            if not followers:
                del self._followers[task_id]
                self._seen.pop(task_id, None)

    async def _look(self) -> None:
        while self._followers:
            try:
                marks = await run_in_threadpool(self._marks.read_many, list(self._followers))
            except RushesError as fault:
                # The database is away for a moment; followers go on waiting and their own reads tell them.
                _log.warning("cannot read marks: %s", fault)
                await asyncio.sleep(1.0)
                continue
            for task_id, mark in marks.items():
                if task_id in self._followers and self._seen.get(task_id) != mark:
                    self._seen[task_id] = mark
                    for follower in self._followers[task_id]:
                        follower.wake()
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    def close(self) -> None:
        if self._loop is not None:
            self._loop.cancel()
