"""Waiting for a task: long polls, and its life as server-sent events (WHATWG HTML, "Server-sent events")."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from rushes.api.answers import answer_bytes, dump
from rushes.api.front import Call
from rushes.api.poll import Poll, ensure_id
from rushes.api.queries import whole
from rushes.database import events
from rushes.database.connect import Database
from rushes.database.marks import STATUS, Mark
from rushes.errors import NotFound
from rushes.event import Event
from rushes.task import Status

WAIT_SECONDS_MAX = 60
#: Proxies close what is silent for long; a comment keeps the line open.
_SILENCE_SECONDS = 15.0
#: Where a mark's columns tell that an event was written: status, takes, cancel_asked_at.
_EVENTFUL = (1, 6, 8)
_PROGRESS = b'event: task.progress\ndata: {"event":{"kind":"task.progress"},"task":%s}\n\n'


class Waiting:
    """The handlers that wait; they are async, because a thousand of them may."""

    def __init__(self, poll: Poll) -> None:
        self._poll = poll

    async def read(self, call: Call) -> Response:
        """The task now; with `?wait=N`, as soon as it ends within N seconds."""
        task_id = ensure_id(call.path["id"])
        seconds = whole(call.query, "wait", 0, 0, WAIT_SECONDS_MAX)
        if not seconds:
            return answer_bytes(await self._poll.answer(call.key, task_id, call.origin))
        ends_at = asyncio.get_running_loop().time() + seconds
        with call.front.watch.follow(task_id) as follower:
            while True:
                mark, body = await self._poll.marked(call.key, task_id, call.origin)
                left = ends_at - asyncio.get_running_loop().time()
                if Status(mark[STATUS]).ended or left <= 0:
                    return answer_bytes(body)
                await follower.moved(left)

    async def events(self, call: Call) -> Response:
        """Every event of the task, from the first or from after `Last-Event-ID`, then each change as it comes, until
        the task has ended."""
        task_id = ensure_id(call.path["id"])
        last = call.request.headers.get("last-event-id", "")
        number = int(last) if last.isascii() and last.isdigit() and len(last) < 19 else 0
        await self._poll.marked(call.key, task_id, call.origin)  # a refusal is an error, not an empty stream
        return StreamingResponse(
            self._told(call, task_id, number),
            headers={"cache-control": "no-store", "x-accel-buffering": "no"},
            media_type="text/event-stream",
        )

    async def _told(self, call: Call, task_id: str, number: int) -> AsyncIterator[bytes]:
        seen: Mark | None = None
        with call.front.watch.follow(task_id) as follower:
            while True:
                try:
                    mark, body = await self._poll.marked(call.key, task_id, call.origin)
                except NotFound:  # deleted meanwhile
                    return
                if seen is None or any(mark[column] != seen[column] for column in _EVENTFUL):
                    for event in await run_in_threadpool(_events, call.front.desk.database, task_id, number):
                        number = event.number
                        yield _event_frame(event, body)
                elif mark != seen:
                    yield _PROGRESS % body
                if Status(mark[STATUS]).ended:
                    return
                seen = mark
                while not await follower.moved(_SILENCE_SECONDS):
                    yield b": still here\n\n"


def _events(database: Database, task_id: str, number: int) -> list[Event]:
    with database.reading() as connection:
        return events.after(connection, task_id, number)


def _event_frame(event: Event, body: bytes) -> bytes:
    """The event's own facts, and the task as it is now."""
    facts = dump({"number": event.number, "kind": str(event.kind), "at": event.at.isoformat(), **dict(event.body)})
    return b'id: %d\nevent: %s\ndata: {"event":%s,"task":%s}\n\n' % (
        event.number,
        str(event.kind).encode(),
        facts,
        body,
    )
