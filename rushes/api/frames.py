"""Frames: server-sent events (WHATWG HTML, "Server-sent events") about tasks, made once for all who are told the same."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress

from starlette.concurrency import run_in_threadpool

from rushes.api.answers import dump
from rushes.api.lines import line
from rushes.api.poll import Poll
from rushes.api.watch import Change
from rushes.database import events
from rushes.database.connect import Database
from rushes.database.marks import Mark
from rushes.errors import NotFound
from rushes.event import Event

#: Sent now and then, so that proxies keep the line open and the dead are noticed.
SIGN_OF_LIFE = b": still here\n\n"
#: How long a client should wait before it connects again.
RETRY = b"retry: 1000\n\n"
_PROGRESS = b'event: task.progress\ndata: {"event":{"kind":"task.progress"},"task":%s}\n\n'
_KEPT_MAX = 2000
#: Frames, and the number of the last event among them.
Told = tuple[bytes, int]


class Frames:
    def __init__(self, poll: Poll, database: Database) -> None:
        self._poll = poll
        self._database = database
        #: By place: the mark that they belong to, and the frames.
        self._made: dict[Hashable, tuple[Mark | None, asyncio.Future[Told]]] = {}
        #: The last event that followers of a task were told of, by origin and task.
        self._told: dict[tuple[str, str], int] = {}

    async def of_task(self, origin: str, project: str, task_id: str, mark: Mark, number: int) -> Told:
        """The task's events after `number`, or that it is not as it was. Raises NotFound when it is not shown any more."""
        place = (origin, task_id, number)
        return await self._once(place, mark, lambda: self._since(origin, project, task_id, mark, number))

    async def of_change(self, origin: str, project: str, change: Change) -> Told:
        """One change in a project's journal."""
        place = (origin, project, change.number)
        return await self._once(place, None, lambda: self._change(origin, project, change.task_id, change.event))

    async def of_event(self, origin: str, event: Event) -> Told:
        """An event of the past, with its task as it is now."""
        return await self._change(origin, event.project, event.task_id, event)

    async def prepare_change(self, project: str, change: Change, origins: set[str]) -> None:
        for origin in origins:
            await self.of_change(origin, project, change)

    async def prepare_task(self, project: str, task_id: str, mark: Mark, origins: set[str]) -> None:
        """Make what most followers of a task will ask for next."""
        for origin in origins:
            told = self._told.get((origin, task_id))
            if told is not None:
                with suppress(NotFound):
                    await self.of_task(origin, project, task_id, mark, told)

    async def _since(self, origin: str, project: str, task_id: str, mark: Mark, number: int) -> Told:
        body = await self._poll.at(origin, project, task_id, mark)
        new = await run_in_threadpool(_events, self._database, task_id, number)
        self._told[origin, task_id] = new[-1].number if new else number
        while len(self._told) > _KEPT_MAX:
            self._told.pop(next(iter(self._told)))
        if not new:
            return _PROGRESS % body, number
        return b"".join(_frame(event, body) for event in new), new[-1].number

    async def _change(self, origin: str, project: str, task_id: str, event: Event | None) -> Told:
        try:
            body = await self._poll.now(origin, project, task_id)
        except NotFound:  # deleted; of that, the event is told
            body = b"null"
        if event is not None:
            return _frame(event, body), event.number
        return (b"" if body == b"null" else _PROGRESS % body), 0

    async def _once(self, place: Hashable, mark: Mark | None, make: Callable[[], Awaitable[Told]]) -> Told:
        """The frames of that place; whoever comes first makes them, and the others wait for those."""
        kept = self._made.get(place)
        if kept is None or kept[0] != mark or _failed(kept[1]):
            kept = self._made[place] = (mark, asyncio.ensure_future(make()))
            while len(self._made) > _KEPT_MAX:
                self._made.pop(next(iter(self._made)))
        made = kept[1]
        # Whoever leaves must not take the others' frames along.
        return made.result() if made.done() else await asyncio.shield(made)


def _failed(made: asyncio.Future[Told]) -> bool:
    return made.done() and (made.cancelled() or made.exception() is not None)


def _events(database: Database, task_id: str, number: int) -> list[Event]:
    with database.reading() as connection:
        return events.after(connection, task_id, number)


def _frame(event: Event, body: bytes) -> bytes:
    """The event's own facts, and the task as it is now."""
    facts = {"number": event.number, "kind": str(event.kind), "at": event.at.isoformat(), "task_id": event.task_id}
    told = dump({**event.body, **facts, "message": line(event)})
    kind = str(event.kind).encode()
    return b'id: %d\nevent: %s\ndata: {"event":%s,"task":%s}\n\n' % (event.number, kind, told, body)
