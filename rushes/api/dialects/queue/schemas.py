"""The queue's shapes as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from rushes import models
from rushes.api.schemas import Schema, many, named, number, text, thing, whole

_ID = text("The request's id: the task's.", "01k9w0c3v8f6t2m4n5p7q9r0s1")
_PLACES: Mapping[str, Schema] = {
    "request_id": _ID,
    "response_url": text("Where the result will be."),
    "status_url": text("Where the status is."),
    "cancel_url": text("Where it is canceled, by PUT."),
}
_TYPES = [
    "INFERENCE_FAILURE",
    "INFERENCE_TIMEOUT",
    "CONTENT_BLOCKED",
    "CANCELED",
    "INTERNAL_SERVER_ERROR",
]
_FAILED: Mapping[str, Schema] = {
    "error": text("Why there is no result; absent when there is one."),
    "error_type": text("Its kind.", options=_TYPES),
}
_LOG = thing(
    "What happened.",
    {
        "message": text("In a sentence.", "A worker has begun."),
        "timestamp": text("ISO 8601."),
        "level": text("How grave it is.", "INFO", ["INFO", "ERROR"]),
        "source": text("rushes.", "rushes"),
    },
)

SCHEMAS: Mapping[str, Schema] = {
    "QueueSubmit": {
        "description": "The model's parameters, raw.",
        "anyOf": [named(f"Params_{model}") for model in models.ALL],
    },
    "QueueSubmitted": thing(
        "The first answer.",
        {"status": text("IN_QUEUE.", "IN_QUEUE"), **_PLACES, "queue_position": whole("Always 0.", 0)},
    ),
    "QueueStatus": thing(
        "How a request stands. COMPLETED also means failed: then there is an error.",
        {
            "status": text("Where it is.", "IN_PROGRESS", ["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]),
            **_PLACES,
            "logs": many(_LOG, "What happened so far."),
        },
        {
            "queue_position": whole("Always 0; only while it waits.", 0),
            "progress": number("0 to 1; only while it runs.", 0.42),
            "metrics": thing("How long it took.", {"inference_time": number("Seconds.", 6.2)}),
            **_FAILED,
        },
    ),
    "QueueResult": thing(
        "What was made.",
        {
            "status": text("COMPLETED.", "COMPLETED"),
            "request_id": _ID,
            "outputs": many(
                thing(
                    "One film.",
                    {
                        "type": text("video.", "video"),
                        "url": text("Where the MP4 is: signed, no key needed."),
                        "content_type": text("video/mp4.", "video/mp4"),
                        "file_name": text("A name for it."),
                        "file_size": whole("In bytes."),
                        "width": whole("In pixels.", 1280),
                        "height": whole("In pixels.", 720),
                        "duration": number("In seconds.", 8.0),
                        "jobId": _ID,
                    },
                ),
                "Exactly one.",
            ),
            "metadata": thing(
                "What was asked for.",
                {"prompt": text("In words."), "model": text("Of whom."), "seed": whole("With which seed.")},
            ),
        },
    ),
    "QueueFailed": thing(
        "There is no result and will be none.",
        {"status": text("COMPLETED.", "COMPLETED"), "request_id": _ID, "detail": text("Why."), **_FAILED},
    ),
    "QueueCanceled": thing(
        "It will stop.", {"status": text("CANCELLATION_REQUESTED.", "CANCELLATION_REQUESTED"), "request_id": _ID}
    ),
    "QueueTooLate": thing(
        "It has ended already.",
        {"status": text("ALREADY_COMPLETED.", "ALREADY_COMPLETED"), "request_id": _ID, "detail": text("How.")},
    ),
    "QueueError": thing(
        "The queue's form of an error.",
        {
            "detail": text("What came, what is allowed, what to do."),
            "error": thing("The same.", {"code": text("Its kind.", "REQUEST_INVALID"), "message": text("As detail.")}),
            "error_type": text("Its kind.", "REQUEST_INVALID"),
            "reason": text("A stable word.", "value_not_allowed"),
            "request_id": text("Name it when you ask for help."),
        },
        {"parameter": text("The parameter at fault."), "status": text("NOT_FOUND, when it is that.")},
    ),
}
