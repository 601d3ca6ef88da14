"""The routes of the Gemini API and of Vertex AI. `version` is v1beta, v1, v1alpha or v1beta1; all mean the same."""

from __future__ import annotations

from dataclasses import replace

from rushes import errors
from rushes.api.dialects import expected
from rushes.api.dialects.google import handlers
from rushes.api.route import Group, Route, Takes
from rushes.api.tongue import Dress, Tongue
from rushes.key import Scope

_MODEL = "/{version:version}/models/{model}"
_PUBLISHED = "publishers/google/models/{model}"

START = Route(
    "POST",
    f"{_MODEL}:predictLongRunning",
    handlers.generate,
    Scope.CREATE,
    Group.GEMINI,
    "Start an operation",
    "Ask for a clip as google-genai does in Gemini mode. The operation's id is the task's id.",
    "GoogleStarted",
    Takes.JSON,
    "GooglePredict",
    creates=True,
    refusals=expected.CREATE,
    tolerant=True,
    tongue=Tongue.GEMINI,
    dress=Dress.GOOGLE,
    error="GoogleError",
)
LOOK = replace(
    START,
    method="GET",
    takes=Takes.NOTHING,
    body="",
    creates=False,
    scope=Scope.READ,
    refusals=expected.ONE,
    answer="GoogleOperation",
)


def routes() -> tuple[Route, ...]:
    return (*_gemini(), *_vertex())


def _gemini() -> tuple[Route, ...]:
    return (
        START,
        replace(
            START,
            path=f"{_MODEL}/operations/{{id}}:cancel",
            handler=handlers.cancel,
            title="Cancel an operation",
            meaning="A waiting one ends at once, a running one within a second or two. Nothing is charged.",
            answer="GoogleEmpty",
            takes=Takes.NOTHING,
            body="",
            creates=False,
            refusals=(*expected.ONE, errors.Conflict),
        ),
        replace(
            LOOK,
            path=f"{_MODEL}/operations/{{id}}",
            handler=handlers.operation,
            title="Look at an operation",
            meaning="Done, it has the clip's address, the filter's reasons or an error. Poll it every few seconds.",
            waits=True,
        ),
        replace(
            LOOK,
            method="DELETE",
            path=f"{_MODEL}/operations/{{id}}",
            handler=handlers.delete,
            scope=Scope.CREATE,
            title="Delete an operation",
            meaning="Take an ended one and its clip away for good.",
            answer="GoogleEmpty",
            refusals=(*expected.ONE, errors.Conflict),
        ),
    )


def models() -> tuple[Route, ...]:
    """What there is; under v1 another dialect's list answers, so these have the other versions."""
    return (
        replace(
            LOOK,
            path="/{preview:preview}/models",
            handler=handlers.model_page,
            title="List models",
            meaning="Every model under each of its names.",
            answer="GoogleModelPage",
            refusals=expected.ONE,
        ),
        replace(
            LOOK,
            path="/{preview:preview}/models/{model}",
            handler=handlers.model,
            title="Look at a model",
            meaning="What it is called and does.",
            answer="GoogleModel",
        ),
    )


def _vertex() -> tuple[Route, ...]:
    both: list[Route] = []
    for place, where in (
        ("/{version:version}", "in express mode, with a key alone"),
        ("/{version:version}/projects/{project}/locations/{location}", "any project and location are taken"),
    ):
        create = Route(
            "POST",
            f"{place}/{_PUBLISHED}:predictLongRunning",
            handlers.generate_vertex,
            Scope.CREATE,
            Group.VERTEX,
            "Start an operation",
            f"Ask for a clip as google-genai does in Vertex mode ({where}). The operation's id is the task's id.",
            "GoogleStarted",
            Takes.JSON,
            "GooglePredict",
            creates=True,
            refusals=expected.CREATE,
            tolerant=True,
            tongue=Tongue.VERTEX,
            dress=Dress.GOOGLE,
            error="GoogleError",
        )
        fetch = replace(
            create,
            path=f"{place}/{_PUBLISHED}:fetchPredictOperation",
            handler=handlers.operation_vertex,
            scope=Scope.READ,
            title="Look at an operation",
            meaning="Done, it has the clip in base64, the filter's reasons or an error. Poll it every few seconds.",
            answer="VertexOperation",
            body="GoogleFetch",
            creates=False,
            refusals=(*expected.ONE, errors.MissingParameter, errors.WrongType),
        )
        cancel = replace(
            create,
            path=f"{place}/{_PUBLISHED}/operations/{{id}}:cancel",
            handler=handlers.cancel,
            title="Cancel an operation",
            meaning="A waiting one ends at once, a running one within a second or two. Nothing is charged.",
            answer="GoogleEmpty",
            takes=Takes.NOTHING,
            body="",
            creates=False,
            refusals=(*expected.ONE, errors.Conflict),
        )
        both += [create, fetch, cancel]
    return tuple(both)
