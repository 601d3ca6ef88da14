"""Promote: a preview, a test or an animatic sent again as the real thing."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from rushes.api import tasks
from rushes.api.answers import answer
from rushes.api.dialects import expected, native
from rushes.api.dialects.native import EXTENSIONS, MODEL
from rushes.api.front import Call
from rushes.api.route import Group, Route, Takes
from rushes.errors import Conflict, UnknownParameter, ValueNotAllowed
from rushes.intake import again
from rushes.intake.submit import submit
from rushes.key import Scope
from rushes.model import describe, listed

#: What may be said of the new task; everything else is as it was rehearsed.
PARAMETERS = (
    replace(MODEL, required=False, meaning="The model to make it with; the one that was asked for when left out."),
    *(parameter for parameter in EXTENSIONS if parameter.name != "preview"),
)


def promote(call: Call) -> Response:
    names = [parameter.name for parameter in PARAMETERS]
    for name in call.body:
        if name not in names:
            raise UnknownParameter(
                f"There is no parameter {describe(name)} here; it may be {listed(names)}. The shot stays as it was.",
                parameter=name[:100],
            )
    model = call.body.get("model")
    if model is not None:
        MODEL.check(model, "")
    rehearsal = tasks.find(call)
    request = again.promote(call.front.desk, call.key, rehearsal, None if model is None else str(model))
    given = {name: value for name, value in call.body.items() if name != "model"}
    request = call.once(native.extended(request, given))
    if request.dry_run:
        return tasks.priced(call, request)
    return answer(native.created_words(submit(call.front.desk, call.key, request)))


ROUTE = Route(
    "POST",
    "/model/v1/generation/task/{id}/promote",
    promote,
    Scope.CREATE,
    Group.TASKS,
    "Promote a rehearsal",
    "Make the real thing of a preview, a test or an animatic: the same prompt, pictures, seed and settings, as a new task of "
    "a live key. The body is optional.",
    "Created",
    Takes.OPTIONAL_JSON,
    "Promote",
    refusals=(*expected.CREATE, Conflict, ValueNotAllowed),
    creates=True,
    also={200: "Quote"},
)
