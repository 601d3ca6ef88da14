"""Tasks over HTTP: create, quote, list, cancel, delete."""

from __future__ import annotations

from starlette.responses import Response

from rushes import models
from rushes.api.answers import answer
from rushes.api.dialects import native
from rushes.api.front import Call
from rushes.api.poll import TASK_ID, ensure_id, no_task
from rushes.api.queries import truth, whole
from rushes.database import tasks
from rushes.errors import MissingParameter, UnknownParameter, ValueNotAllowed
from rushes.intake import limits
from rushes.intake.cancel import cancel as ask_cancel
from rushes.intake.cancel import delete as take_away
from rushes.intake.circle import circle
from rushes.intake.quote import quote as price
from rushes.intake.request import Request
from rushes.intake.submit import submit
from rushes.model import Kind, Parameter, describe, usd_text
from rushes.task import Task


def create(call: Call) -> Response:
    request = _request(call)
    if request.dry_run:
        return priced(call, request)
    return answer(native.created_words(call.about(submit(call.front.desk, call.key, request))))


def quote(call: Call) -> Response:
    return priced(call, _request(call))


def priced(call: Call, request: Request) -> Response:
    """What the request would be and cost, and what is left to ask for; nothing is made."""
    words = native.quote_words(price(call.front.desk, call.key, request))
    left = limits.left_microusd(call.front.desk, call.key)
    return answer({**words, "remaining": None if left is None else usd_text(left)})


def _request(call: Call) -> Request:
    return call.once(native.read(call.body))


LIMIT_MAX = 100
CIRCLED = Parameter(
    "circled",
    Kind.BOOLEAN,
    "Is it one of the good takes? Yours to say; nothing else depends on it.",
    required=True,
    example=True,
)


def page(call: Call) -> Response:
    limit = whole(call.query, "limit", 20, 1, LIMIT_MAX)
    after = call.query.get("after")
    if after is not None and not TASK_ID.fullmatch(after):
        raise ValueNotAllowed(f"after is {describe(after)}; it must be the id of a task.", parameter="after")
    model = models.find(call.query["model"]).id if "model" in call.query else None
    circled = truth(call.query, "circled")
    statuses = native.read_status(call.query["status"]) if "status" in call.query else (None,)
    found: list[Task] = []
    with call.front.desk.database.reading() as connection:
        for status in statuses:
            found += tasks.page(
                connection,
                call.key.project,
                limit=limit + 1,
                after=after,
                status=status,
                model=model,
                circled=circled,
            )
    found.sort(key=lambda task: task.id, reverse=True)
    shown, more = found[:limit], len(found) > limit
    return answer(
        {
            "data": [native.task_words(task, call.addresses) for task in shown],
            "has_more": more,
            "next": shown[-1].id if more else None,
        }
    )


def mark(call: Call) -> Response:
    """Circle a take, or wipe the mark off."""
    task_id = find(call).id
    for name in call.body:
        if name != CIRCLED.name:
            raise UnknownParameter(
                f"There is no parameter {describe(name)} here; of a task, only circled can be changed.",
                parameter=name[:100],
            )
    if CIRCLED.name not in call.body:
        raise MissingParameter("circled is missing; send true or false.", parameter=CIRCLED.name)
    circled = call.body[CIRCLED.name]
    CIRCLED.check(circled, "a task")
    task = call.about(circle(call.front.desk, call.key, task_id, circled is True))
    return answer(native.task_words(task, call.addresses))


def cancel(call: Call) -> Response:
    task = call.about(ask_cancel(call.front.desk, call.key, ensure_id(call.path["id"])))
    return answer(native.task_words(task, call.addresses))


def delete(call: Call) -> Response:
    task_id = ensure_id(call.path["id"])
    take_away(call.front.desk, call.key, task_id)
    return answer({"id": task_id, "deleted": True})


def find(call: Call) -> Task:
    """The task that the path names. Raises NotFound."""
    task_id = ensure_id(call.path["id"])
    with call.front.desk.database.reading() as connection:
        task = tasks.find(connection, call.key.project, task_id)
    if task is None:
        raise no_task(task_id)
    return task
