"""The calls of the queue."""

from __future__ import annotations

from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from rushes.api.answers import answer, dump
from rushes.api.dialects.queue import words
from rushes.api.front import Call
from rushes.api.poll import TASK_ID
from rushes.api.tasks import priced
from rushes.database import events, tasks
from rushes.errors import Conflict, NotFound
from rushes.event import Event
from rushes.intake.cancel import cancel as ask_cancel
from rushes.intake.submit import submit as take_in
from rushes.task import Task

_SILENCE_SECONDS = 15.0


def submit(call: Call) -> Response:
    model = words.find_model(call.path["model"])
    request = call.once(words.read_submit(model, call.body, call.request.query_params))
    if request.dry_run:
        return priced(call, request)
    return answer(words.submitted(call.about(take_in(call.front.desk, call.key, request)), _base(call)))


def status(call: Call) -> Response:
    task, seen = _seen(call)
    return answer(words.status(task, seen, _base(call)))


def result(call: Call) -> Response:
    """What was made; 202 and the status until then, 422 when there will be nothing."""
    task, seen = _seen(call)
    if not task.status.ended:
        return answer(words.status(task, seen, _base(call)), 202)
    failure = words.failed(task)
    if failure is not None:
        about = {"detail": failure["error"], "request_id": task.id, "status": "COMPLETED", **failure}
        return answer(about, 422, {"x-fal-error-type": str(failure["error_type"]).lower()})
    return answer(words.result(task, call.addresses))


def cancel(call: Call) -> Response:
    task, _ = _seen(call)
    try:
        if task.status.ended:
            raise Conflict
        ask_cancel(call.front.desk, call.key, task.id)
    except Conflict:
        detail = f"The request has already ended: it is {task.status}."
        return answer({"status": "ALREADY_COMPLETED", "detail": detail, "request_id": task.id}, 400)
    return answer({"status": "CANCELLATION_REQUESTED", "request_id": task.id}, 202)


async def stream(call: Call) -> Response:
    """The status again with every change, as server-sent events, until it is COMPLETED."""
    task, _ = await run_in_threadpool(_seen, call)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_told(call, task.id), headers=headers, media_type="text/event-stream")


async def _told(call: Call, task_id: str) -> AsyncIterator[bytes]:
    before = b""
    with call.front.watch.following(task_id) as follower:
        while True:
            try:
                task, seen = await run_in_threadpool(_seen, call)
            except NotFound:  # deleted meanwhile
                return
            now = dump(words.status(task, seen, _base(call)))
            if now != before:
                yield b"data: %s\n\n" % now
                before = now
            if task.status.ended:
                return
            while not await follower.moved(_SILENCE_SECONDS):
                yield b": still here\n\n"


def _seen(call: Call) -> tuple[Task, list[Event]]:
    """The request that the path names, and what happened to it. Raises NotFound."""
    request_id = call.path["id"]
    words.find_model(call.path["model"])
    with call.front.desk.database.reading() as connection:
        task = tasks.find(connection, call.key.project, request_id) if TASK_ID.fullmatch(request_id) else None
        if task is None:
            raise NotFound(f"Request not found: {request_id[:64]}.")
        return call.about(task), events.after(connection, task.id, 0)


def _base(call: Call) -> str:
    """The address that was submitted to: all others begin with it."""
    owner = call.path.get("owner")
    return f"{call.origin}/model/v1/queue/{f'{owner}/' if owner else ''}{call.path['model']}"
