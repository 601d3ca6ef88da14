"""Watch: one reader for everybody who waits, on a task or on a whole project.

Streams and long waits do not each ask the database. They follow here; a single loop reads, a few times a second, the events
that have come since (`database.tail`) and the marks of what is being made just now, and wakes those whom it concerns. A task
that is not running changes only with an event, so a thousand waiting tasks cost one short read. Without followers it sleeps.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections import deque
from collections.abc import Coroutine, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from starlette.concurrency import run_in_threadpool

from rushes.database.connect import Database
from rushes.database.marks import DELETED_AT, PROJECT, STATUS, Mark, Marks
from rushes.database.tail import Tail, running
from rushes.errors import RushesError
from rushes.event import Event
from rushes.task import Status

#: Half of it is the mean delay between a change and its followers.
_LOOK_EVERY_SECONDS = 0.1
#: Until the database is asked again, when it was away.
_AWAY_SECONDS = 1.0
#: Proxies close what is silent for long, and who has gone is noticed when he is written to.
SILENCE_SECONDS = 15
#: What a follower of a project may be behind before he is told from the database again.
_JOURNAL_MAX = 1000
#: So many followers that it pays to make first what they are told.
_CROWD = 50
_log = logging.getLogger("rushes.api.watch")


class Follower:
    """One who waits."""

    __slots__ = ("_future", "_moved", "origin", "slot")

    def __init__(self, slot: int, origin: str) -> None:
        self.slot = slot  #: in which second of a silence he is woken
        self.origin = origin  #: of the addresses that he is told; empty for who is told none
        self._moved = False
        self._future: asyncio.Future[None] | None = None

    def wake(self, moved: bool) -> None:
        self._moved |= moved
        if self._future is not None and not self._future.done():
            self._future.set_result(None)

    async def moved(self, seconds: float | None = None) -> bool:
        """Wait until there has been a change since the last call. False when there was none for `seconds`, or for a while:
        time to show a sign of life."""
        if not self._moved:
            loop = asyncio.get_running_loop()
            self._future = loop.create_future()
            timer = None if seconds is None else loop.call_later(seconds, self.wake, False)
            try:
                await self._future
            finally:
                self._future = None
                if timer is not None:
                    timer.cancel()
        moved, self._moved = self._moved, False
        return moved


@dataclass(frozen=True, slots=True)
class Change:
    """What a project's followers are told: an event, or only that a task is not as it was."""

    number: int  #: grows with every change of the project, also over times when nobody follows it
    task_id: str
    event: Event | None = None


class Maker(Protocol):
    """Makes what followers will be told, before a crowd of them is woken and each would wait for it."""

    async def prepare_task(self, project: str, task_id: str, mark: Mark, origins: set[str]) -> None: ...
    async def prepare_change(self, project: str, change: Change, origins: set[str]) -> None: ...


@dataclass(slots=True)
class _Task:
    followers: set[Follower] = field(default_factory=set)
    mark: Mark | None = None
    stale: bool = True  #: is its mark to be read at the next look?


@dataclass(slots=True)
class _Project:
    told: int  #: the number of the last change, in the journal or before it
    followers: set[Follower] = field(default_factory=set)
    marks: dict[str, Mark | None] = field(default_factory=dict)  #: of what is running
    journal: deque[Change] = field(default_factory=lambda: deque(maxlen=_JOURNAL_MAX))
    known: bool = False  #: has it been found out what is running?

    def note(self, task_id: str, event: Event | None = None) -> None:
        self.told += 1
        self.journal.append(Change(self.told, task_id, event))


class Watch:
    def __init__(self, marks: Marks, database: Database) -> None:
        self._marks = marks
        self._database = database
        self._tasks: dict[str, _Task] = {}
        self._projects: dict[str, _Project] = {}
        self._told = 0  #: no project that nobody follows any more was told of a change with a higher number
        self._slots = itertools.cycle(range(SILENCE_SECONDS))
        self.maker: Maker | None = None
        self._tail: Tail | None = None
        self._loop: asyncio.Task[None] | None = None

    def follow(self, task_id: str, origin: str = "") -> Follower:
        """Follow a task until `leave`. Read the task after entering: a change in between still wakes."""
        follower = Follower(next(self._slots), origin)
        watched = self._tasks.setdefault(task_id, _Task())
        watched.followers.add(follower)
        watched.stale = True
        self._awake()
        return follower

    @contextmanager
    def following(self, task_id: str) -> Iterator[Follower]:
        follower = self.follow(task_id)
        try:
            yield follower
        finally:
            self.leave(task_id, follower)

    def leave(self, task_id: str, follower: Follower) -> None:
        watched = self._tasks[task_id]
        watched.followers.discard(follower)
        if not watched.followers:
            del self._tasks[task_id]

    def mark(self, task_id: str) -> Mark | None:
        """The mark of a followed task that its followers were woken for last; None before that."""
        return self._tasks[task_id].mark

    def follow_project(self, project: str, origin: str) -> Follower:
        """Follow all tasks of a project until `leave_project`; read `place` before anything else."""
        follower = Follower(next(self._slots), origin)
        self._projects.setdefault(project, _Project(self._told)).followers.add(follower)
        self._awake()
        return follower

    def leave_project(self, project: str, follower: Follower) -> None:
        watched = self._projects[project]
        watched.followers.discard(follower)
        if not watched.followers:
            # What was made of a change is kept under its number: the next journal must not count from one again.
            self._told = max(self._told, watched.told)
            del self._projects[project]

    async def place(self, project: str) -> tuple[int, int]:
        """Where a follower of the project is who has been told all: in its journal, and among all events."""
        tail = await self._tailing()
        return self._projects[project].told, tail.settled

    def since(self, project: str, told: int) -> list[Change] | None:
        """The changes after that place in the journal; None when the follower is too far behind."""
        watched = self._projects[project]
        behind = watched.told - told
        if behind > len(watched.journal):
            return None
        return list(itertools.islice(watched.journal, len(watched.journal) - behind, None))

    def close(self) -> None:
        if self._loop is not None:
            self._loop.cancel()

    async def _tailing(self) -> Tail:
        if self._tail is None:
            tail = await run_in_threadpool(Tail.at_end, self._database)
            self._tail = self._tail or tail
        return self._tail

    def _awake(self) -> None:
        if self._loop is None or self._loop.done():
            self._loop = asyncio.get_running_loop().create_task(self._look_on())

    async def _look_on(self) -> None:
        loop = asyncio.get_running_loop()
        second = int(loop.time())
        while self._tasks or self._projects:
            try:
                await self._look()
            except RushesError as fault:
                # The database is away for a moment; followers go on waiting and their own reads tell them.
                _log.warning("cannot look at tasks: %s", fault)
                await asyncio.sleep(_AWAY_SECONDS)
            # The outermost loop of all streams and waits, without which none of them would hear anything any more.
            except Exception:
                _log.exception("cannot look at tasks")
                await asyncio.sleep(_AWAY_SECONDS)
            while second < int(loop.time()):
                second += 1
                self._break_silence(second % SILENCE_SECONDS)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        self._tail = None  # Whoever comes next begins where the events then end.

    async def _look(self) -> None:
        tail = await self._tailing()
        for project, watched in list(self._projects.items()):
            if not watched.known:
                watched.marks |= dict.fromkeys(await run_in_threadpool(running, self._database, project))
                watched.known = True
        # Noted before the marks are read: when that fails, the next look does it.
        for event in await run_in_threadpool(tail.read):
            if event.task_id in self._tasks:
                self._tasks[event.task_id].stale = True
            if event.project in self._projects:
                self._projects[event.project].marks.setdefault(event.task_id, None)
        wanted = {task_id for task_id, task in self._tasks.items() if task.stale}
        for watched in self._projects.values():
            wanted.update(watched.marks)
        marks = await run_in_threadpool(self._marks.read_many, list(wanted)) if wanted else {}
        await self._tell_tasks(wanted, marks)
        await self._tell_projects(marks, await run_in_threadpool(tail.settle))

    async def _tell_tasks(self, looked_at: Iterable[str], marks: Mapping[str, Mark]) -> None:
        waking: list[Coroutine[None, None, None]] = []
        for task_id in looked_at:
            task = self._tasks.get(task_id)
            if task is None:
                continue
            mark = marks.get(task_id)
            task.stale = mark is not None and mark[STATUS] == Status.RUNNING
            if mark != task.mark:
                task.mark = mark
                waking.append(self._wake_task(task_id, task, mark))
        await asyncio.gather(*waking)

    async def _wake_task(self, task_id: str, task: _Task, mark: Mark | None) -> None:
        try:
            if self.maker is not None and mark is not None and len(task.followers) >= _CROWD:
                await self.maker.prepare_task(mark[PROJECT], task_id, mark, {one.origin for one in task.followers})
        finally:
            for follower in task.followers:
                follower.wake(True)

    async def _tell_projects(self, marks: Mapping[str, Mark], settled: Iterable[Event]) -> None:
        told: dict[str, int] = {}  #: where the journals ended before
        for event in settled:
            watched = self._projects.get(event.project)
            if watched is not None:
                told.setdefault(event.project, watched.told)
                watched.note(event.task_id, event)
                if event.task_id in marks:
                    watched.marks[event.task_id] = marks[event.task_id]
        for task_id, mark in marks.items():
            watched = self._projects.get(mark[PROJECT])
            if watched is None:
                continue
            if watched.marks.get(task_id, mark) != mark:
                told.setdefault(mark[PROJECT], watched.told)
                watched.note(task_id)
            if mark[STATUS] == Status.RUNNING and mark[DELETED_AT] is None:
                watched.marks[task_id] = mark
            else:
                watched.marks.pop(task_id, None)
        await asyncio.gather(*(self._wake_project(project, self._projects[project], told[project]) for project in told))

    async def _wake_project(self, project: str, watched: _Project, before: int) -> None:
        try:
            if self.maker is not None and len(watched.followers) >= _CROWD:
                origins = {one.origin for one in watched.followers}
                for change in list(watched.journal)[before - watched.told :]:
                    await self.maker.prepare_change(project, change, origins)
        finally:
            for follower in watched.followers:
                follower.wake(True)

    def _break_silence(self, slot: int) -> None:
        """Wake some of those who have heard nothing for a while, and look at their tasks again, events or not."""
        for task in self._tasks.values():
            for follower in task.followers:
                if follower.slot == slot:
                    follower.wake(False)
                    task.stale = True
        for watched in self._projects.values():
            for follower in watched.followers:
                if follower.slot == slot:
                    follower.wake(False)
