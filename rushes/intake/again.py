"""Again: the shot of an earlier task asked for once more, with its pictures, film, seed and settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rushes import models
from rushes.errors import Conflict, Forbidden, MediaRefused
from rushes.intake.desk import Desk
from rushes.intake.references import Gathered
from rushes.intake.request import Request
from rushes.key import Key
from rushes.model import Kind, Model
from rushes.task import Task

#: Which task it was, in the new task's notes.
PROMOTED_FROM, REMIXED_FROM, RETRIED_FROM = "promoted_from", "remixed_from", "retried_from"
_MEDIA = (Kind.PICTURE, Kind.PICTURES, Kind.FOOTAGE)


def promote(desk: Desk, key: Key, task: Task, model: str | None = None) -> Request:
    """A request for the real thing of a preview, a test or another model's animatic: the same shot, of the model it was
    for or of `model`.

    Raises Forbidden for a test key, Conflict when the task was the real thing already, and what `_again` raises."""
    if not key.live:
        raise Forbidden("A test key makes rehearsals only; promote with a live key of the same project.")
    asked = models.chosen(model or task.model)
    rehearsal = task.notes.get("preview") is True or not task.live
    if not rehearsal and asked.id == task.model:
        raise Conflict(f"Task {task.id} was no rehearsal but {task.model} itself; create a new task instead.")
    return _again(desk, task, asked, {}, {PROMOTED_FROM: task.id})


def remix(desk: Desk, task: Task, prompt: object) -> Request:
    """A request for the same shot in other words; a rehearsal stays one. Raises what `_again` raises."""
    changes = {"prompt": prompt, "shotPlan": None}  # a plan of the old words
    request = _again(desk, task, models.chosen(task.model), changes, {REMIXED_FROM: task.id})
    return replace(request, preview=task.notes.get("preview") is True)


def retry(desk: Desk, task: Task, seed: int | None = None) -> Request:
    """A request for the very same shot, or for the same with another seed; a rehearsal stays one. Raises what `_again`
    raises."""
    changes = {} if seed is None else {"seed": seed}
    request = _again(desk, task, models.chosen(task.model), changes, {RETRIED_FROM: task.id})
    return replace(request, preview=task.notes.get("preview") is True)


def _again(desk: Desk, task: Task, asked: Model, changes: Mapping[str, object], notes: Mapping[str, object]) -> Request:
    """The same shot but for `changes`; None takes a parameter away.

    Raises MediaRefused when a picture or film that it was made from is no longer kept. What another model does not know
    is left out where it has its default, else that model refuses it by name."""
    media = _media(desk, task)
    given: dict[str, object] = {
        "image": {} if media.first_frame else None,
        "lastFrame": {} if media.last_frame else None,
        "referenceImages": [{} for _ in media.references] or None,
        "video": {} if media.footage else None,
    }
    parameters = {**_settings(task, models.chosen(task.model), asked), **given, **changes}
    return Request(
        model=asked.id,
        parameters={name: value for name, value in parameters.items() if value is not None},
        media=media,
        metadata=task.caller_metadata,
        notes=notes,
    )


def _settings(task: Task, before: Model, asked: Model) -> dict[str, object]:
    """What was in effect and is no medium; media are described there, not given."""
    kept: dict[str, object] = {}
    for name, value in task.parameters.items():
        declared = before.parameter(name)
        if declared is None or declared.kind in _MEDIA:
            continue
        if asked.parameter(name) is not None or value != declared.default:
            kept[name] = value
    return kept


def _media(desk: Desk, task: Task) -> Gathered:
    shot = task.shot
    named = {
        "image": shot.first_frame,
        "lastFrame": shot.last_frame,
        "video": shot.footage,
        **{f"referenceImages[{number}]": reference.picture for number, reference in enumerate(shot.references)},
    }
    for name, medium in named.items():
        if medium is not None and desk.storage.size(medium.digest) is None:
            raise MediaRefused(f"{name} of task {task.id} is no longer kept here; create a new task.", parameter=name)
    return Gathered(shot.first_frame, shot.last_frame, shot.references, shot.footage)
