"""What a task made, as bytes: the clip with ranges, its poster, the newest still; by key, or by signed link."""

from __future__ import annotations

from starlette.responses import Response, StreamingResponse

from rushes.api import tasks as task_routes
from rushes.api.errors import LinkRefused
from rushes.api.front import Call
from rushes.api.poll import ensure_id, no_task
from rushes.api.ranges import read_range
from rushes.database import tasks
from rushes.errors import Conflict, NotFound
from rushes.task import Status, Task


def by_key(call: Call) -> Response:
    """The clip, for a key of its project."""
    return of_task(call, task_routes.find(call))


def linked_clip(call: Call) -> Response:
    return of_task(call, _linked(call, "clips", ".mp4"))


def linked_poster(call: Call) -> Response:
    task = _linked(call, "posters", ".jpg")
    if task.poster is None:
        raise NotFound("This task has no poster.")
    return bytes_of(call, task.poster.digest, task.poster.mime, f"{task.id}.jpg")


def linked_still(call: Call) -> Response:
    task = _linked(call, "stills", ".jpg")
    if task.still is None:
        raise NotFound("This task has no preview still just now.")
    return bytes_of(call, task.still, "image/jpeg", f"{task.id}.jpg")


def of_task(call: Call, task: Task) -> Response:
    if task.clip is None:
        if task.status in (Status.QUEUED, Status.RUNNING):
            raise Conflict(f"The clip is not there yet: the task is {task.status}. Poll it until it is completed.")
        raise NotFound(
            f"There is no clip: the task has {task.status}."
            if task.status is Status.FAILED
            else "There is no clip: the task was canceled."
        )
    return bytes_of(call, task.clip.digest, task.clip.mime, f"{task.id}.mp4")


def _linked(call: Call, folder: str, ending: str) -> Task:
    """The task whose link was followed. The signature is judged before the database is asked anything."""
    name = call.path["name"]
    task_id = ensure_id(name.removesuffix(ending) if name.endswith(ending) else "")
    desk = call.front.desk
    expires, signature = call.query.get("expires", ""), call.query.get("signature", "")
    if not call.front.links.verify(f"/{folder}/{task_id}{ending}", expires, signature, desk.clock()):
        raise LinkRefused()
    with desk.database.reading() as connection:
        task = tasks.get(connection, task_id)
        shown = task and tasks.find(connection, task.project, task_id)
    if shown is None:
        raise no_task(task_id)
    return shown


def bytes_of(call: Call, digest: str, mime: str, name: str) -> Response:
    storage = call.front.desk.storage
    size = storage.size(digest)
    if size is None:
        raise NotFound("The bytes are no longer kept here.")
    headers = call.request.headers
    tag = f'"{digest}"'
    answer_headers = {
        "etag": tag,
        "accept-ranges": "bytes",
        # Bytes under a digest never change; but who may see them does, so only the asker's own cache may keep them.
        "cache-control": "private, max-age=86400",
        "content-disposition": f'{"attachment" if call.query.get("download") else "inline"}; filename="{name}"',
        "cross-origin-resource-policy": "cross-origin",
    }
    if tag in headers.get("if-none-match", "") or headers.get("if-none-match") == "*":
        return Response(status_code=304, headers=answer_headers)
    # If-Range with another tag means: the whole, if it has changed (RFC 9110 §13.1.5).
    wanted = read_range(headers.get("range"), size) if headers.get("if-range", tag) == tag else None
    start, length = wanted or (0, size)
    answer_headers["content-length"] = str(length)
    if wanted:
        answer_headers["content-range"] = f"bytes {start}-{start + length - 1}/{size}"
    status = 206 if wanted else 200
    if call.request.method == "HEAD":
        return Response(status_code=status, headers=answer_headers, media_type=mime)
    return StreamingResponse(storage.stream(digest, start, length), status, answer_headers, media_type=mime)
