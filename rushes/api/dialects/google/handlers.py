"""Google's calls: start an operation, look at it, cancel it; models."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from starlette.responses import Response, StreamingResponse

from rushes import models
from rushes.api.answers import NO_STORE, answer, dump
from rushes.api.dialects.google import words
from rushes.api.dialects.google.files import address, known_task
from rushes.api.front import Call
from rushes.api.poll import ensure_id, no_task
from rushes.errors import MissingParameter, NotFound, WrongType
from rushes.intake.cancel import cancel as ask_cancel
from rushes.intake.cancel import delete as take_away
from rushes.intake.submit import submit
from rushes.model import Model, describe
from rushes.storage.bytes import Storage
from rushes.task import Status, Task

_OPERATION = re.compile(r".*/operations/([0-9a-z]{26})")
#: Stands for the clip while the rest of an operation is written down.
_HOLE = "0" * 26 + "clip"


def generate(call: Call) -> Response:
    model = call.path["model"]
    return answer(words.started(f"models/{model}/operations/{_submit(call, vertex=False).id}"))


def generate_vertex(call: Call) -> Response:
    """The name repeats the path that was called: clients poll what stands before its /operations/."""
    return answer(words.started(f"{_called(call)}/operations/{_submit(call, vertex=True).id}"))


def _submit(call: Call, *, vertex: bool) -> Task:
    model = models.find(call.path["model"])
    request = call.once(words.read_create(model.id, call.body, vertex=vertex))
    return call.about(submit(call.front.desk, call.key, request))


def _called(call: Call) -> str:
    """The resource that the path names, without version and verb."""
    path: str = call.request.url.path
    return path.split("/", 2)[2].rpartition(":")[0]


def operation(call: Call) -> Response:
    task = _find(call, call.path["id"])
    name = f"models/{call.path['model']}/operations/{task.id}"
    return answer(words.operation(task, name, uri=address(call, task.id)))


def operation_vertex(call: Call) -> Response:
    """The clip stands in the answer in base64; it is sent piece by piece, and never whole in memory."""
    name = call.body.get("operationName")
    if name is None:
        raise MissingParameter("operationName is missing.", parameter="operationName")
    if not isinstance(name, str):
        raise WrongType(f"operationName is {describe(name)}; it must be a string.", parameter="operationName")
    match = _OPERATION.fullmatch(name)
    if match is None:
        raise NotFound(f"There is no operation {describe(name)}.", parameter="operationName")
    task = _find(call, match[1])
    if task.status is not Status.SUCCEEDED:
        return answer(words.vertex_operation(task, name, ""))
    assert task.clip is not None, "a task that succeeded has a clip"
    storage = call.front.desk.storage
    size = storage.size(task.clip.digest)
    if size is None:
        raise NotFound("The clip is no longer kept here.")
    head, _, tail = dump(words.vertex_operation(task, name, _HOLE)).partition(_HOLE.encode())
    length = len(head) + -(-size // 3) * 4 + len(tail)
    headers = {"content-length": str(length), "cache-control": NO_STORE}
    pieces = _with_clip(storage, task.clip.digest, size, head, tail)
    return StreamingResponse(pieces, headers=headers, media_type="application/json")


def _with_clip(storage: Storage, digest: str, size: int, head: bytes, tail: bytes) -> Iterator[bytes]:
    yield head
    rest = b""
    for chunk in storage.stream(digest, 0, size):
        data = rest + chunk
        whole = len(data) // 3 * 3
        rest = data[whole:]
        yield base64.b64encode(data[:whole])
    yield base64.b64encode(rest) + tail


def cancel(call: Call) -> Response:
    ask_cancel(call.front.desk, call.key, ensure_id(call.path["id"]))
    return answer({})


def delete(call: Call) -> Response:
    take_away(call.front.desk, call.key, ensure_id(call.path["id"]))
    return answer({})


def model_page(call: Call) -> Response:
    return answer({"models": [_model_words(model, name) for model in models.ALL.values() for name in _names(model)]})


def model(call: Call) -> Response:
    found = models.find(call.path["model"])
    return answer(_model_words(found, call.path["model"]))


def _names(model: Model) -> tuple[str, ...]:
    return (model.id, *model.aliases)


def _model_words(model: Model, name: str) -> dict[str, object]:
    return {
        "name": f"models/{name}",
        "baseModelId": model.id,
        "version": model.released.isoformat(),
        "displayName": model.name,
        "description": model.description,
        "supportedGenerationMethods": ["predictLongRunning"],
    }


def _find(call: Call, task_id: str) -> Task:
    task = known_task(call, ensure_id(task_id))
    if task is None:
        raise no_task(task_id)
    return call.about(task)
