"""The routes of the queue: with a model's id alone, and with an owner before it, as fal's clients name an app."""

from __future__ import annotations

from dataclasses import replace

from rushes.api.dialects import expected
from rushes.api.dialects.queue import handlers
from rushes.api.route import Group, Query, Route, Takes
from rushes.api.tongue import Tongue
from rushes.key import Scope


def routes() -> tuple[Route, ...]:
    return (*_at("/model/v1/queue/{model}"), *_at("/model/v1/queue/{owner}/{model}"))


def _at(place: str) -> tuple[Route, ...]:
    submit = Route(
        "POST",
        place,
        handlers.submit,
        Scope.CREATE,
        Group.QUEUE,
        "Submit a request",
        "Ask for a clip: the address names the model, the body is its parameters. The request's id is the task's id.",
        "QueueSubmitted",
        Takes.JSON,
        "QueueSubmit",
        creates=True,
        also={200: "Quote"},
        query=(
            Query("fal_webhook", "Where to post the result; a public https address.", example="https://example.com/"),
        ),
        refusals=expected.CREATE,
        tolerant=True,
        tongue=Tongue.QUEUE,
        error="QueueError",
    )
    look = replace(
        submit,
        method="GET",
        scope=Scope.READ,
        takes=Takes.NOTHING,
        body="",
        creates=False,
        also={},
        query=(),
        refusals=expected.ONE,
    )
    request = f"{place}/requests/{{id}}"
    result = replace(
        look,
        path=f"{request}/response",
        handler=handlers.result,
        title="Fetch the result",
        meaning="The film when it is there, 202 and the status until then, 422 when there will be none.",
        answer="QueueResult",
        also={202: "QueueStatus", 422: "QueueFailed"},
        waits=True,
    )
    return (
        submit,
        replace(
            look,
            path=f"{request}/status",
            handler=handlers.status,
            title="Look at a request",
            meaning="IN_QUEUE, IN_PROGRESS or COMPLETED, with its logs. COMPLETED with an error means failed.",
            waits=True,
            answer="QueueStatus",
            query=(Query("logs", "Taken; logs are always told.", example="1"),),
        ),
        replace(
            look,
            path=f"{request}/status/stream",
            handler=handlers.stream,
            title="Follow a request",
            meaning="The status again with every change, as server-sent events, until it is COMPLETED.",
            answer="Events",
        ),
        result,
        replace(result, path=request),
        replace(
            look,
            method="PUT",
            path=f"{request}/cancel",
            handler=handlers.cancel,
            scope=Scope.CREATE,
            title="Cancel a request",
            meaning="A waiting one ends at once, a running one within a second or two. Nothing is charged.",
            answer="QueueCanceled",
            status=202,
            also={400: "QueueTooLate"},
        ),
    )
