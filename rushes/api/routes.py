"""All routes, in the order in which the reference page tells them."""

from __future__ import annotations

from rushes import errors
from rushes.api import clips, files, health, models, tasks, usage
from rushes.api.account_routes import account_routes
from rushes.api.dialects.native import STATUS_FILTERS
from rushes.api.errors import LinkRefused, RangeNotSatisfiable
from rushes.api.key_routes import key_routes
from rushes.api.poll import TASK_ID
from rushes.api.route import Group, Query, Route, Takes
from rushes.api.stream import WAIT_SECONDS_MAX, Waiting
from rushes.key import Scope
from rushes.models import ALL as ALL_MODELS

_CREATE_REFUSALS = (
    errors.InvalidRequest,
    errors.UnknownParameter,
    errors.MissingParameter,
    errors.WrongType,
    errors.ValueNotAllowed,
    errors.RuleBroken,
    errors.MediaRefused,
    errors.Unauthenticated,
    errors.BalanceTooLow,
    errors.BudgetSpent,
    errors.Forbidden,
    errors.NotFound,
    errors.TooLarge,
    errors.IdempotencyMismatch,
    errors.TooManyRequests,
)
_KEYED = (errors.Unauthenticated, errors.Forbidden)
_ONE = (*_KEYED, errors.NotFound)
_AFTER = Query(
    "after",
    "The id of the last one seen: the page goes on behind it.",
    pattern=f"^{TASK_ID.pattern}$",
    example="01k9w0c3v8f6t2m4n5p7q9r0s1",
)
_MODELS = tuple(name for model in ALL_MODELS.values() for name in (model.id, *model.aliases))
_LINK = (
    Query("expires", "Until when the link is valid, in unix seconds."),
    Query("signature", "Proof that this server made the link."),
    Query("v", "Which still; for caches."),
    Query("download", "Anything: save the file instead of showing it.", example="1"),
)
_RANGE = {"Range": "One range of bytes, such as bytes=0-1023.", "If-None-Match": "An earlier answer's ETag."}


def routes(waiting: Waiting) -> tuple[Route, ...]:
    task = "/model/v1/generation/task/{id}"
    return (
        Route(
            "POST",
            "/model/v1/generation",
            tasks.create,
            Scope.CREATE,
            Group.TASKS,
            "Create a task",
            "Ask for a clip. The answer has the task's id and first status; poll the task for the result. Nothing is "
            "stored or charged when the request is refused.",
            "Created",
            Takes.JSON,
            "Create",
            headers={
                "Idempotency-Key": "Send the same key with the same body again, and you get the first task instead of a "
                "second one; with another body it is refused."
            },
            refusals=_CREATE_REFUSALS,
        ),
        Route(
            "GET",
            task,
            waiting.read,
            Scope.READ,
            Group.TASKS,
            "Poll a task",
            "The task as it is now: progress while it is made, the clip's address when it is completed, the reason when "
            "it failed. Poll every few seconds, or wait.",
            "Task",
            query=(
                Query(
                    "wait",
                    f"Answer as soon as the task has ended, at the latest after so many seconds (0 to {WAIT_SECONDS_MAX}).",
                    between=(0, WAIT_SECONDS_MAX),
                    default="0",
                    example="30",
                ),
            ),
            refusals=_ONE,
        ),
        Route(
            "GET",
            f"{task}/events",
            waiting.events,
            Scope.READ,
            Group.TASKS,
            "Follow a task",
            "Server-sent events: what happened so far, then every change until the task has ended. Each carries the whole "
            "task. After a break, go on with Last-Event-ID.",
            "Events",
            headers={"Last-Event-ID": "The id of the last event seen."},
            refusals=_ONE,
        ),
        Route(
            "POST",
            f"{task}/cancel",
            tasks.cancel,
            Scope.CREATE,
            Group.TASKS,
            "Cancel a task",
            "A waiting task ends at once, a running one within a second or two. Nothing is charged.",
            "Task",
            refusals=(*_ONE, errors.Conflict),
        ),
        Route(
            "PATCH",
            task,
            tasks.mark,
            Scope.CREATE,
            Group.TASKS,
            "Circle a take",
            "Mark a task as one of the good ones, or wipe the mark off. It is in metadata.circled, and lists can be "
            "filtered by it.",
            "Task",
            Takes.JSON,
            "MarkTask",
            refusals=(*_ONE, errors.MissingParameter, errors.WrongType),
        ),
        Route(
            "DELETE",
            task,
            tasks.delete,
            Scope.CREATE,
            Group.TASKS,
            "Delete a task",
            "Take an ended task and its clip away for good.",
            "Deleted",
            refusals=(*_ONE, errors.Conflict),
        ),
        usage.RECEIPT,
        Route(
            "GET",
            "/model/v1/generation/tasks",
            tasks.page,
            Scope.READ,
            Group.TASKS,
            "List tasks",
            "The project's tasks, newest first.",
            "TaskPage",
            query=(
                Query(
                    "limit",
                    f"How many, 1 to {tasks.LIMIT_MAX}.",
                    between=(1, tasks.LIMIT_MAX),
                    default="20",
                    example="20",
                ),
                _AFTER,
                Query("status", "Only those.", options=tuple(STATUS_FILTERS), example="completed"),
                Query("model", "Only those of one model.", options=_MODELS, example="veo_31_fast"),
                Query(
                    "circled",
                    "Only those that were marked as good takes, or were not.",
                    options=("true", "false"),
                    example="true",
                ),
            ),
            refusals=(*_ONE, errors.ValueNotAllowed),
        ),
        Route(
            "POST",
            "/model/v1/generation/quote",
            tasks.quote,
            Scope.CREATE,
            Group.TASKS,
            "Price a request",
            "Check a request and say what it would cost; create nothing. The body is the same as for creating.",
            "Quote",
            Takes.JSON,
            "Create",
            refusals=_CREATE_REFUSALS,
        ),
        Route(
            "GET",
            f"{task}/clip",
            clips.by_key,
            Scope.READ,
            Group.CLIPS,
            "Download a clip",
            "The MP4, with your key. The address in output needs none.",
            "Film",
            query=(Query("download", "Anything: save the file instead of showing it.", example="1"),),
            headers=_RANGE,
            refusals=(*_ONE, errors.Conflict, RangeNotSatisfiable),
        ),
        Route(
            "GET",
            "/clips/{name}",
            clips.linked_clip,
            None,
            Group.CLIPS,
            "Open a clip by its link",
            "The address in output[].content[].url: no key needed, valid until the task expires.",
            "Film",
            query=_LINK,
            headers=_RANGE,
            refusals=(LinkRefused, errors.NotFound, RangeNotSatisfiable),
            tolerant=True,
        ),
        Route(
            "GET",
            "/posters/{name}",
            clips.linked_poster,
            None,
            Group.CLIPS,
            "Open a poster by its link",
            "The address in metadata.poster_url.",
            "Picture",
            query=_LINK,
            refusals=(LinkRefused, errors.NotFound),
            tolerant=True,
        ),
        Route(
            "GET",
            "/stills/{name}",
            clips.linked_still,
            None,
            Group.CLIPS,
            "Open a preview still by its link",
            "The address in metadata.still_url, while the clip is being made.",
            "Picture",
            query=_LINK,
            refusals=(LinkRefused, errors.NotFound),
            tolerant=True,
        ),
        Route(
            "POST",
            "/model/v1/files",
            files.create,
            Scope.FILES,
            Group.FILES,
            "Upload a file",
            "A picture or a clip, to be named by its id in image, lastFrame, referenceImages or video: as the body "
            "itself, or as the field file of a form. Streamed; it may be larger than a JSON body.",
            "File",
            Takes.FILE,
            query=(Query("filename", "What it is called, when the body is the file itself.", example="first.png"),),
            refusals=(*_KEYED, errors.InvalidRequest, errors.MediaRefused, errors.TooLarge),
        ),
        Route(
            "GET",
            "/model/v1/files",
            files.page,
            Scope.FILES,
            Group.FILES,
            "List files",
            "The project's files, newest first.",
            "FilePage",
            query=(
                Query(
                    "limit",
                    f"How many, 1 to {files.LIMIT_MAX}.",
                    between=(1, files.LIMIT_MAX),
                    default="20",
                    example="20",
                ),
                _AFTER,
            ),
            refusals=(*_KEYED, errors.ValueNotAllowed),
        ),
        Route(
            "GET",
            "/model/v1/files/{id}",
            files.read,
            Scope.FILES,
            Group.FILES,
            "Look at a file",
            "What it was measured to be, and until when it is kept.",
            "File",
            refusals=_ONE,
        ),
        Route(
            "DELETE",
            "/model/v1/files/{id}",
            files.delete,
            Scope.FILES,
            Group.FILES,
            "Delete a file",
            "Tasks that were made with it are not touched.",
            "Deleted",
            refusals=_ONE,
        ),
        Route(
            "GET",
            "/api/v1/skill/models",
            models.page,
            None,
            Group.MODELS,
            "List models",
            "What this server can make. No key needed.",
            "ModelPage",
            query=(
                Query("page", "Which page, from 1.", between=(1, models.PAGE_MAX), default="1", example="1"),
                Query(
                    "page_size", "How many on a page.", between=(1, models.PAGE_SIZE_MAX), default="20", example="20"
                ),
                Query("type", "Only models of that type.", example="video"),
                Query("keywords", "Only models that have these words.", example="veo"),
            ),
            refusals=(errors.ValueNotAllowed,),
            tolerant=True,
        ),
        Route(
            "GET",
            "/api/v1/skill/models/{id}/spec",
            models.spec,
            None,
            Group.MODELS,
            "Read a model's specification",
            "Its parameters with their options and defaults, for programs, and a page for language models.",
            "Spec",
            refusals=(errors.NotFound,),
            tolerant=True,
        ),
        usage.PAGE,
        *account_routes(),
        *key_routes(),
        Route(
            "GET",
            "/healthz",
            health.alive,
            None,
            Group.HEALTH,
            "Is it alive?",
            "200 as long as the process answers.",
            "Health",
            tolerant=True,
        ),
        Route(
            "GET",
            "/readyz",
            health.ready,
            None,
            Group.HEALTH,
            "May traffic come?",
            "503 while the database or the storage does not work.",
            "Readiness",
            tolerant=True,
        ),
    )
