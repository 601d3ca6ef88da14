"""Google's calls: start an operation, look at it, cancel it, download its clip."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from starlette.responses import Response, StreamingResponse

from rushes import models
from rushes.api import clips
from rushes.api.answers import NO_STORE, answer, dump
from rushes.api.dialects.google import words
from rushes.api.front import Call
from rushes.api.poll import ensure_id, no_task
from rushes.database import assets, tasks
from rushes.database.assets import Asset
from rushes.errors import MissingParameter, NotFound, ValueNotAllowed, WrongType
from rushes.intake.cancel import cancel as ask_cancel
from rushes.intake.cancel import delete as take_away
from rushes.intake.submit import submit
from rushes.model import Model, describe
from rushes.storage.bytes import Storage
from rushes.task import Status, Task

_FILE = re.compile(r"files/([0-9a-z]+)")
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
    return submit(call.front.desk, call.key, call.once(words.read_create(model.id, call.body, vertex=vertex)))


def _called(call: Call) -> str:
    """The resource that the path names, without version and verb."""
    path: str = call.request.url.path
    return path.split("/", 2)[2].rpartition(":")[0]


def operation(call: Call) -> Response:
    task = _find(call, call.path["id"])
    name = f"models/{call.path['model']}/operations/{task.id}"
    return answer(words.operation(task, name, uri=_uri(call, task.id)))


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


def file(call: Call) -> Response:
    """A clip or an uploaded file: its bytes with `:download` or `alt=media`, else what it is.

    Clients on plain http put the whole address behind `files/`, so the last id in the path counts, whatever stands
    around it; proxies may have merged its slashes."""
    path: str = call.request.url.path
    found = _FILE.findall(path)
    file_id = ensure_file(found[-1] if found else "")
    asked = call.request.query_params.get("alt", "")
    download = ":download" in path or asked.startswith("media")
    task = _known_task(call, file_id)
    if task is not None:
        return clips.of_task(call, task) if download else answer(_task_file(call, task))
    asset = _known_asset(call, file_id)
    if asset is None:
        raise NotFound(f"There is no file {file_id[:64]!r} for this key.")
    if download:
        return clips.bytes_of(call, asset.digest, asset.mime, asset.id)
    return answer(_asset_file(call, asset))


def ensure_file(file_id: str) -> str:
    if len(file_id) != 26:
        raise NotFound(f"There is no file {file_id[:64]!r} for this key.")
    return file_id


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
    task = _known_task(call, ensure_id(task_id))
    if task is None:
        raise no_task(task_id)
    return task


def _known_task(call: Call, task_id: str) -> Task | None:
    with call.front.desk.database.reading() as connection:
        return tasks.find(connection, call.key.project, task_id)


def _known_asset(call: Call, asset_id: str) -> Asset | None:
    with call.front.desk.database.reading() as connection:
        return assets.find(connection, call.key.project, asset_id)


def _uri(call: Call, file_id: str) -> str:
    return f"{call.origin}/v1beta/files/{file_id}:download?alt=media"


def _task_file(call: Call, task: Task) -> dict[str, object]:
    if task.clip is None:
        raise ValueNotAllowed(f"The operation {task.id} is {task.status}; it has no file.")
    return {
        "name": f"files/{task.id}",
        "mimeType": task.clip.mime,
        "sizeBytes": str(task.clip.size_bytes),
        "createTime": task.created_at.isoformat(),
        "expirationTime": task.expires_at.isoformat(),
        "uri": f"{call.origin}/v1beta/files/{task.id}",
        "downloadUri": _uri(call, task.id),
        "state": "ACTIVE",
        "source": "GENERATED",
    }


def _asset_file(call: Call, asset: Asset) -> dict[str, object]:
    return {
        "name": f"files/{asset.id}",
        "displayName": asset.name,
        "mimeType": asset.mime,
        "sizeBytes": str(asset.size_bytes),
        "createTime": asset.created_at.isoformat(),
        "expirationTime": asset.expires_at.isoformat(),
        "uri": f"{call.origin}/v1beta/files/{asset.id}",
        "downloadUri": _uri(call, asset.id),
        "state": "ACTIVE",
        "source": "UPLOADED",
    }
