"""Streams of events, of one task or of all of a project, and long waits. There may be thousands of them, so a stream is
a bare ASGI application that holds a coroutine and a place, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from rushes.api.answers import answer_bytes
from rushes.api.auth import Keyring
from rushes.api.frames import RETRY, SIGN_OF_LIFE, Frames
from rushes.api.front import MODEL, Call
from rushes.api.poll import TASK_ID, Poll, ensure_id
from rushes.api.queries import preferred_wait, whole
from rushes.api.watch import Watch
from rushes.database import tail
from rushes.database.connect import Database
from rushes.database.marks import DELETED_AT, STATUS, Mark
from rushes.errors import NotFound, Unauthenticated
from rushes.event import Event
from rushes.key import Key
from rushes.key import Scope as KeyScope
from rushes.task import Status

WAIT_SECONDS_MAX = 60
#: Events of the past that are told in one go.
_BATCH = 100
STREAM_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class Stream(Response):
    """Frames, sent as they come until there are no more or the client has gone."""

    media_type = "text/event-stream"

    def __init__(self, frames: AsyncGenerator[bytes, None]) -> None:
        self._frames = frames
        self.status_code = 200
        self.raw_headers = list(STREAM_HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "HEAD":  # which would have no end
            await self._frames.aclose()
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": b""})
            return
        await play(self._frames, receive, send, self.raw_headers)


async def play(
    frames: AsyncGenerator[bytes, None], receive: Receive, send: Send, headers: list[tuple[bytes, bytes]]
) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": RETRY, "more_body": True})
    async with aclosing(frames):
        async for frame in frames:
            if frame is SIGN_OF_LIFE and await _is_gone(receive):
                return
            await send({"type": "http.response.body", "body": frame, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _is_gone(receive: Receive) -> bool:
    """Has the client hung up? Asked now and then: to listen all the time would take a second coroutine for each."""
    try:
        async with asyncio.timeout(0):
            while True:
                if (await receive())["type"] == "http.disconnect":
                    return True
    except TimeoutError:
        return False


class Streams:
    def __init__(self, poll: Poll, frames: Frames, watch: Watch, keyring: Keyring, database: Database) -> None:
        self._poll = poll
        self._frames = frames
        self._watch = watch
        self._keyring = keyring
        self._database = database

    async def of_task(self, key: Key, task_id: str, origin: str, last: str) -> AsyncGenerator[bytes, None]:
        """Every event of the task, from the first or from after `last`, then each change as it comes, until the task has
        ended. Raises NotFound, Forbidden: a refusal is an error, not an empty stream."""
        await self._poll.mark(key, task_id)
        return self._task(key, task_id, origin, event_number(last) or 0)

    async def of_project(self, key: Key, origin: str, last: str) -> AsyncGenerator[bytes, None]:
        """Every change of every task of the key's project, from now on or from after `last`, without an end.
        Raises Forbidden."""
        key.ensure_may(KeyScope.READ)
        return self._project(key, origin, event_number(last))

    async def until_ended(self, key: Key, task_id: str, origin: str, seconds: float) -> bytes:
        """The task as JSON as soon as it has ended, `seconds` from now at the latest. Raises NotFound, Forbidden."""
        return await self._poll.at(origin, key.project, task_id, await self.ended(key, task_id, seconds))

    def model(self, origin: str, task_id: str) -> str | None:
        """The model of a task that was just answered for."""
        return self._poll.model(origin, task_id)

    async def ended(self, key: Key, task_id: str, seconds: float) -> Mark:
        """Wait until the task has ended, or so long; its mark then. Raises NotFound, Forbidden."""
        loop = asyncio.get_running_loop()
        ends_at = loop.time() + seconds
        follower = self._watch.follow(task_id)
        try:
            while True:
                mark = await self._poll.mark(key, task_id)
                left = ends_at - loop.time()
                if Status(mark[STATUS]).ended or left <= 0:
                    return mark
                await follower.moved(left)
        finally:
            self._watch.leave(task_id, follower)

    async def _task(self, key: Key, task_id: str, origin: str, number: int) -> AsyncGenerator[bytes, None]:
        seen: Mark | None = None
        follower = self._watch.follow(task_id, origin)
        try:
            mark = await self._poll.mark(key, task_id)
            while True:
                if mark != seen:
                    frames, number = await self._frames.of_task(origin, key.project, task_id, mark, number)
                    yield frames
                    if Status(mark[STATUS]).ended:
                        return
                    seen = mark
                if not await follower.moved():
                    yield SIGN_OF_LIFE
                    await self._ensure_valid(key)
                mark = self._watch.mark(task_id) or mark
                if mark[DELETED_AT] is not None:
                    return
        except (NotFound, Unauthenticated):  # deleted, or the key revoked, meanwhile
            return
        finally:
            self._watch.leave(task_id, follower)

    async def _project(self, key: Key, origin: str, number: int | None) -> AsyncGenerator[bytes, None]:
        project = key.project
        follower = self._watch.follow_project(project, origin)
        try:
            place, upto = await self._watch.place(project)
            number = upto if number is None else number
            yield b"id: %d\n\n" % number  # who is cut off before the first event comes back to here
            while True:
                async for event in self._past(project, number, upto):
                    yield (await self._frames.of_event(origin, event))[0]
                number = upto
                while (changes := self._watch.since(project, place)) is not None:
                    for change in changes:
                        yield (await self._frames.of_change(origin, project, change))[0]
                        place, number = change.number, change.event.number if change.event else number
                    if not await follower.moved():
                        yield SIGN_OF_LIFE
                        await self._ensure_valid(key)
                place, upto = await self._watch.place(project)  # too far behind: from the database again
        except Unauthenticated:
            return
        finally:
            self._watch.leave_project(project, follower)

    async def _past(self, project: str, number: int, upto: int) -> AsyncGenerator[Event, None]:
        while number < upto:
            some = await run_in_threadpool(tail.of_project, self._database, project, number, upto, _BATCH)
            for event in some:
                yield event
            number = some[-1].number if some else upto

    async def _ensure_valid(self, key: Key) -> None:
        """Raises Unauthenticated when the key was revoked or has expired."""
        if self._keyring.believed(key.digest) is None:
            await run_in_threadpool(self._keyring.find, key.digest)


def event_number(text: str) -> int | None:
    """A Last-Event-ID as one of our numbers; None when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


class Waiting:
    """The handlers that wait, and the streams."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams

    async def read(self, call: Call) -> Response:
        """The task now; with `?wait=N` or `Prefer: wait=N`, as soon as it ends within N seconds."""
        task_id = ensure_id(call.path["id"])
        seconds = whole(call.query, "wait", 0, 0, WAIT_SECONDS_MAX)
        body = await self._streams.until_ended(call.key, task_id, call.origin, seconds)
        if (model := self._streams.model(call.origin, task_id)) is not None:
            call.request.scope[MODEL] = model
        return answer_bytes(body)

    async def prefer(self, call: Call) -> int | None:
        """Wait as `Prefer: wait=N` wishes, for the end of the task that the path names; how long that may have taken.
        None when there is no such wish. Whether there is such a task, the handler tells."""
        seconds = preferred_wait(call.request.headers.get("prefer", ""), WAIT_SECONDS_MAX)
        if seconds and TASK_ID.fullmatch(call.path["id"]):
            with suppress(NotFound):
                await self._streams.ended(call.key, call.path["id"], seconds)
        return seconds

    async def task_events(self, call: Call) -> Response:
        last = call.request.headers.get("last-event-id", "")
        return Stream(await self._streams.of_task(call.key, ensure_id(call.path["id"]), call.origin, last))

    async def project_events(self, call: Call) -> Response:
        last = call.request.headers.get("last-event-id", "")
        return Stream(await self._streams.of_project(call.key, call.origin, last))
