"""The queue's wire, in the words of the reference platform and of fal's clients at once: raw parameters to a Request; a
Task to a status and a result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rushes import models
from rushes.api.addresses import Addresses
from rushes.api.dialects import native
from rushes.api.lines import line
from rushes.errors import MissingParameter, NotFound, UnknownParameter
from rushes.event import Event, EventKind
from rushes.intake.request import Request
from rushes.model import Model, listed
from rushes.task import Status, Task
from rushes.webhook import Callback, Form

#: Failure codes as this wire tells them; others are INFERENCE_FAILURE.
_ERROR_TYPES: Mapping[str, str] = {
    "shot_refused": "CONTENT_BLOCKED",
    "shot_unsupported": "REQUEST_INVALID",
    "deadline_passed": "INFERENCE_TIMEOUT",
    "canceled": "CANCELED",
    "stopped": "CANCELED",
    "internal": "INTERNAL_SERVER_ERROR",
}
_WEBHOOK = "fal_webhook"
_OTHER_WEBHOOKS = ("webhook", "webhook_url", "webhookUrl", "webhookSecret")


def find_model(name: str) -> Model:
    try:
        return models.find(name)
    except NotFound as unknown:
        raise NotFound(f"App not found: {name[:100]}; this server has {listed(list(models.ALL))}.") from unknown


def read_submit(model: Model, body: Mapping[str, object], query: Mapping[str, str]) -> Request:
    """A Request from raw parameters; the query may name a webhook. Raises the Refused kinds."""
    for name in ("model", "input"):
        if name in body:
            raise UnknownParameter(
                f"{name} is not taken here: the address names the model, and the body is its parameters.",
                parameter=name,
            )
    _ensure_no_webhook(_OTHER_WEBHOOKS, query)
    _ensure_no_webhook((*_OTHER_WEBHOOKS, _WEBHOOK), body)
    if "prompt" not in body and not body:
        raise MissingParameter("The body is empty; send the model's parameters.", parameter="prompt")
    request = native.read({**body, "model": model.id})
    if _WEBHOOK not in query:
        return request
    return replace(request, callbacks=(Callback(query[_WEBHOOK], _WEBHOOK, Form.QUEUE),))


def _ensure_no_webhook(names: Iterable[str], given: Mapping[str, object]) -> None:
    for name in names:
        if name in given:
            raise UnknownParameter(f"{name} is not taken here: name the webhook as ?{_WEBHOOK}= .", parameter=name)


def places(task: Task, base: str) -> dict[str, object]:
    """Where the request is looked at; without signatures, because clients throw queries away."""
    request = f"{base}/requests/{task.id}"
    return {
        "request_id": task.id,
        "response_url": f"{request}/response",
        "status_url": f"{request}/status",
        "cancel_url": f"{request}/cancel",
    }


def submitted(task: Task, base: str) -> dict[str, object]:
    return {"status": "IN_QUEUE", **places(task, base), "gateway_request_id": task.id, "queue_position": 0}


def status(task: Task, events: Iterable[Event], base: str) -> dict[str, object]:
    """COMPLETED also means failed: then there is an `error`. `logs` are always there."""
    words: dict[str, object] = {"status": _word(task), **places(task, base), "logs": [_log(event) for event in events]}
    if task.status is Status.QUEUED:
        words["queue_position"] = 0
    if task.status is Status.RUNNING:
        words["progress"] = round(task.progress, 4)
    if task.status.ended:
        words["metrics"] = {"inference_time": _seconds(task)}
    failure = failed(task)
    return words if failure is None else {**words, **failure}


def failed(task: Task) -> dict[str, object] | None:
    """Why there is no result; None when there is one, or will be."""
    if task.status is Status.CANCELED:
        return {"error": "The request was canceled. Nothing was charged.", "error_type": "CANCELED"}
    if task.failure is None:
        return None
    return {"error": task.failure.message, "error_type": _ERROR_TYPES.get(task.failure.code, "INFERENCE_FAILURE")}


def result(task: Task, addresses: Addresses) -> dict[str, object]:
    """What was made. The film stands under the only `url` there is: clients look for one."""
    assert task.clip is not None, "a task that succeeded has a clip"
    width, height = task.clip.size
    output = {
        "type": "video",
        "url": addresses.clip(task),
        "content_type": task.clip.mime,
        "file_name": f"{task.id}.mp4",
        "file_size": task.clip.size_bytes,
        "width": width,
        "height": height,
        "duration": round(float(task.clip.seconds), 3),
        "jobId": task.id,
    }
    metadata = {"prompt": task.shot.prompt, "model": task.model, "seed": task.shot.seed}
    return {"status": "COMPLETED", "request_id": task.id, "outputs": [output], "metadata": metadata}


def told(task: Task, addresses: Addresses) -> dict[str, object]:
    """What a webhook is told at the end: the result, or why there is none."""
    failure = failed(task)
    payload = result(task, addresses) if failure is None else {"detail": failure["error"], **failure}
    return {
        "request_id": task.id,
        "gateway_request_id": task.id,
        "status": "OK" if failure is None else "ERROR",
        "error": None if failure is None else failure["error"],
        "payload": payload,
    }


def _word(task: Task) -> str:
    if task.status is Status.QUEUED:
        return "IN_QUEUE"
    return "COMPLETED" if task.status.ended else "IN_PROGRESS"


def _seconds(task: Task) -> float:
    if task.started_at is None or task.ended_at is None:
        return 0.0
    return round((task.ended_at - task.started_at).total_seconds(), 3)


def _log(event: Event) -> dict[str, object]:
    return {
        "message": line(event),
        "timestamp": event.at.isoformat(),
        "level": "ERROR" if event.kind is EventKind.FAILED else "INFO",
        "source": "rushes",
    }
