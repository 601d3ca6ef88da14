"""The routes of OpenAI's Videos API, and of its list of models."""

from __future__ import annotations

from dataclasses import replace

from rushes import errors
from rushes.api.dialects import expected
from rushes.api.dialects.openai import handlers
from rushes.api.dialects.openai.handlers import LIMIT_MAX, ORDERS, VARIANTS, Videos
from rushes.api.errors import RangeNotSatisfiable
from rushes.api.poll import TASK_ID
from rushes.api.route import Group, Query, Route, Takes
from rushes.api.tongue import Tongue
from rushes.key import Scope

_CREATE = (errors.InvalidRequest, *expected.CREATE)
_VIDEO = "/v1/videos/{id}"


def routes() -> tuple[Route, ...]:
    videos = Videos()
    create = Route(
        "POST",
        "/v1/videos",
        videos.create,
        Scope.CREATE,
        Group.OPENAI,
        "Create a video",
        "As JSON or as a form, as every generation of the SDK sends it. A create that an SDK repeats by itself makes no "
        "second video.",
        "OpenAIVideo",
        Takes.FORM,
        "OpenAICreate",
        headers={"X-Stainless-Retry-Count": "Which repetition this is, as the SDK counts them."},
        creates=True,
        also={200: "Quote"},
        refusals=_CREATE,
        tolerant=True,
        tongue=Tongue.OPENAI,
        error="OpenAIError",
    )
    look = replace(
        create,
        method="GET",
        scope=Scope.READ,
        takes=Takes.NOTHING,
        body="",
        headers={},
        creates=False,
        also={},
        refusals=expected.ONE,
    )
    return (
        create,
        replace(
            look,
            path="/v1/videos",
            handler=handlers.page,
            title="List videos",
            meaning="The project's videos, newest first unless asked otherwise.",
            answer="OpenAIVideoPage",
            query=(
                Query("limit", f"How many, 1 to {LIMIT_MAX}.", between=(1, LIMIT_MAX), default="20", example="20"),
                Query(
                    "after",
                    "The id of the last one seen.",
                    pattern=f"^{TASK_ID.pattern}$",
                    example="01k9w0c3v8f6t2m4n5p7q9r0s1",
                ),
                Query("order", "Newest or oldest first.", options=ORDERS, default="desc", example="asc"),
            ),
            refusals=(errors.Unauthenticated, errors.Forbidden, errors.ValueNotAllowed),
        ),
        replace(
            create,
            path="/v1/videos/extensions",
            handler=videos.extend,
            title="Extend a video",
            meaning="Go on where a video ends, for 7 seconds more; the result is the whole film.",
            body="OpenAIExtend",
            refusals=(*_CREATE, errors.TooLarge),
        ),
        replace(
            create,
            path="/v1/videos/edits",
            handler=videos.edit,
            title="Edit a video",
            meaning="Make a video of ours again in other words; its settings, seed and pictures stay.",
            body="OpenAIEdit",
        ),
        replace(
            look,
            path=_VIDEO,
            handler=handlers.retrieve,
            title="Retrieve a video",
            meaning="Where it is. The header openai-poll-after-ms says when to look again.",
            waits=True,
        ),
        replace(
            look,
            method="DELETE",
            path=_VIDEO,
            handler=handlers.delete,
            scope=Scope.CREATE,
            title="Delete a video",
            meaning="Take a video away for good; one that is still being made is canceled first.",
            answer="OpenAIDeleted",
            refusals=(*expected.ONE, errors.Conflict),
        ),
        replace(
            look,
            method="POST",
            path=f"{_VIDEO}/cancel",
            handler=handlers.cancel,
            scope=Scope.CREATE,
            title="Cancel a video",
            meaning="A waiting one ends at once, a running one within a second or two. Nothing is charged.",
            refusals=(*expected.ONE, errors.Conflict),
        ),
        replace(
            look,
            path=f"{_VIDEO}/content",
            handler=handlers.content,
            title="Download a video",
            meaning="The MP4, one good frame of it, or 16 moments side by side.",
            answer="Film",
            also={200: "Picture"},
            query=(Query("variant", "Which.", options=VARIANTS, default="video", example="thumbnail"),),
            headers={"Range": "One range of bytes, such as bytes=0-1023."},
            refusals=(*expected.ONE, errors.ValueNotAllowed, errors.Conflict, RangeNotSatisfiable),
        ),
        replace(
            create,
            path=f"{_VIDEO}/remix",
            handler=videos.remix,
            title="Remix a video",
            meaning="The same shot in other words; its settings, seed and pictures stay.",
            body="OpenAIRemix",
        ),
        replace(
            look,
            path="/v1/models",
            handler=handlers.model_page,
            title="List models",
            meaning="Every model under each of its names.",
            answer="OpenAIModelPage",
            refusals=(errors.Unauthenticated, errors.Forbidden),
        ),
        replace(
            look,
            path="/v1/models/{id}",
            handler=handlers.model,
            title="Retrieve a model",
            meaning="Whose it is and since when.",
            answer="OpenAIModel",
        ),
    )
