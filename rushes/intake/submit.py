"""The one way in: check, price, hold, create the task and its job, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from rushes.database import admission, events, idempotency, projects, tasks
from rushes.database.ids import new_id
from rushes.errors import NotFound
from rushes.event import Event, EventKind
from rushes.intake import limits, references, webhooks
from rushes.intake.desk import Desk
from rushes.intake.quote import Quote, quote
from rushes.intake.request import Request
from rushes.key import Key
from rushes.models.shared import OF_EVERY_SHOT
from rushes.shot import Footage, Picture, Reference, Shot
from rushes.task import Status, Task


def submit(desk: Desk, key: Key, request: Request) -> Task:
    """Take a request in. Returns only when task, hold, event and job are committed together.

    The same Idempotency-Key with the same body returns the earlier task. Raises what `quote` raises, MediaRefused for
    a picture or clip that cannot be used, BalanceTooLow, BudgetSpent, TooManyRequests, IdempotencyMismatch; then nothing
    was stored or charged.
    """
    limits.count_request(desk, key)
    earlier = _earlier(desk, key, request)
    if earlier is not None:
        return earlier
    offer = quote(desk, key, request)
    media = request.media or references.gather(desk, key, offer.parameters)
    now = desk.clock()
    task_id = new_id(now)
    shot = _shot(desk, offer, media)
    task = Task(
        id=task_id,
        project=key.project,
        key_id=key.id,
        live=key.live,
        model=offer.model.id,
        engine=offer.engine,
        mode=offer.mode,
        shot=shot,
        parameters=_echoed(offer.parameters, shot),
        status=Status.QUEUED,
        created_at=now,
        cost=offer.cost,
        expires_at=now + timedelta(days=desk.task_days),
        deadline_at=now + timedelta(seconds=request.deadline_seconds or desk.deadline_seconds),
        hold_microusd=offer.cost.total_microusd,
        fallbacks=offer.fallbacks,
        notes={**request.notes, **({"preview": True} if request.preview else {})},
        caller_metadata=request.metadata,
    )
    with desk.database.transaction() as connection:
        days = projects.task_days(connection, key.project)
        if days is not None:
            task = replace(task, expires_at=now + timedelta(days=days))
        if request.idempotency_key is not None:
            first = idempotency.claim(
                connection, key.project, request.idempotency_key, request.fingerprint, task_id, now
            )
            if first is not None:  # another request with the same key was quicker
                return _known(tasks.find(connection, key.project, first))
        warnings = admission.admit(connection, key, task, now)
        if warnings:
            task = replace(task, notes={**task.notes, "warnings": warnings})
        tasks.insert(connection, task)
        webhooks.attach(connection, desk, task, request.callbacks, request.origin, now)
        body: dict[str, object] = {"model": task.model, "engine": task.engine, "mode": str(task.mode)}
        events.insert(connection, Event(task_id, key.project, EventKind.QUEUED, now, body))
        desk.enqueue(connection, task)
    return task


def _earlier(desk: Desk, key: Key, request: Request) -> Task | None:
    """The task that the same Idempotency-Key made before; looked up first, so that a repeat gathers no media again."""
    if request.idempotency_key is None:
        return None
    with desk.database.reading() as connection:
        task_id = idempotency.find(connection, key.project, request.idempotency_key, request.fingerprint)
        return None if task_id is None else _known(tasks.find(connection, key.project, task_id))


def _known(task: Task | None) -> Task:
    """The task as it was when its first request was answered: a repeated request gets that answer, however far the task
    has come. What is frozen at admission is all that the answer was made from."""
    if task is None:
        raise NotFound("The task that this Idempotency-Key made has been deleted; use a new key.")
    return replace(
        task,
        status=Status.QUEUED,
        stage="queued",
        progress=0.0,
        takes=0,
        started_at=None,
        ended_at=None,
        cancel_asked_at=None,
        clip=None,
        poster=None,
        still=None,
        failure=None,
        charged_microusd=0,
    )


def _shot(desk: Desk, offer: Quote, media: references.Gathered) -> Shot:
    given = offer.parameters
    seed = given.get("seed")
    plan = given.get("shotPlan")
    assert isinstance(given["durationSeconds"], int), "declared as an integer with a default"
    return Shot(
        model=offer.model.id,
        mode=offer.mode,
        prompt=str(given["prompt"]),
        negative_prompt=str(given.get("negativePrompt", "")),
        first_frame=media.first_frame,
        last_frame=media.last_frame,
        references=media.references,
        footage=media.footage,
        aspect_ratio=str(given["aspectRatio"]),
        resolution=str(given["resolution"]),
        seconds=given["durationSeconds"],
        person_generation=str(given["personGeneration"]) if "personGeneration" in given else None,
        seed=seed if isinstance(seed, int) else desk.draw_seed(),
        sound=given["generateAudio"] is True,
        quality=str(given.get("quality", "standard")),
        plan=plan if isinstance(plan, Mapping) else None,
        own={name: value for name, value in given.items() if name not in OF_EVERY_SHOT},
    )


def _echoed(parameters: Mapping[str, object], shot: Shot) -> dict[str, object]:
    """The effective parameters with media described, never repeated."""
    pictures: dict[str, Picture | Footage | None] = {
        "image": shot.first_frame,
        "lastFrame": shot.last_frame,
        "video": shot.footage,
    }
    echoed = {name: value for name, value in parameters.items() if name not in pictures and name != "referenceImages"}
    echoed |= {name: _described(medium) for name, medium in pictures.items() if medium is not None}
    if shot.references:
        echoed["referenceImages"] = [_described_reference(reference) for reference in shot.references]
    return {**echoed, "seed": shot.seed}


def _described_reference(reference: Reference) -> dict[str, object]:
    return {"image": _described(reference.picture), "referenceType": reference.kind}


def _described(medium: Picture | Footage) -> dict[str, object]:
    width, height = medium.size
    facts: dict[str, object] = {"sha256": medium.digest, "mimeType": medium.mime, "width": width, "height": height}
    if isinstance(medium, Footage):
        facts["seconds"] = round(medium.seconds, 3)
        if medium.task_id is not None:
            facts["taskId"] = medium.task_id
    return facts
