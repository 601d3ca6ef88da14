"""Samples for the reference page: real answers about tasks that never were, made by the same functions as the true ones."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from rushes.api import errors
from rushes.api.addresses import Addresses
from rushes.api.dialects import native
from rushes.clip import Clip, Poster
from rushes.errors import ShotRefused, ValueNotAllowed
from rushes.ledger import Cost
from rushes.model import Model
from rushes.shot import FRAMES_PER_SECOND, Mode, Shot
from rushes.storage.links import Links
from rushes.task import Failure, Status, Task

_ID = "01kaq7w3n8d5v2x6t9c4m0rbhz"
_AT = datetime(2026, 11, 22, 18, 0, 0, tzinfo=UTC)
_DIGEST = "9f2b" * 16


def answers(model: Model, origin: str) -> dict[str, str]:
    """JSON by what it shows: the first answer, a running, a finished and a failed task, and a refusal."""
    # Signed with nobody's secret: the sample's link looks like one and opens nothing.
    addresses = Addresses(origin, Links(b"sample" * 8))
    waiting = _task(model)
    running = replace(
        waiting, status=Status.RUNNING, stage="drawing", progress=0.42, takes=1, started_at=_AT + timedelta(seconds=1)
    )
    finished = replace(
        running,
        status=Status.SUCCEEDED,
        stage="succeeded",
        progress=1.0,
        ended_at=_AT + timedelta(seconds=9),
        clip=Clip(
            _DIGEST, 2_417_664, waiting.shot.size, Fraction(FRAMES_PER_SECOND), 8 * FRAMES_PER_SECOND, sound=True
        ),
        poster=Poster(_DIGEST, waiting.shot.size),
        charged_microusd=waiting.cost.total_microusd,
    )
    refusal = ShotRefused()
    failed = replace(
        running, status=Status.FAILED, stage="failed", ended_at=_AT, failure=Failure(refusal.code, refusal.message)
    )
    return {
        "Created": _json(native.created_words(waiting)),
        "Running": _json(native.task_words(running, addresses)),
        "Finished": _json(native.task_words(finished, addresses)),
        "Failed": _json(native.task_words(failed, addresses)),
        "Refused": _json(_refused(model)),
    }


def _task(model: Model) -> Task:
    prompt = model.parameter("prompt")
    words = str(prompt.example) if prompt else ""
    shot = Shot(model.id, Mode.TEXT, words, seed=7)
    return Task(
        id=_ID,
        project="default",
        key_id=_ID,
        live=True,
        model=model.id,
        engine=model.engines[0],
        mode=Mode.TEXT,
        shot=shot,
        parameters={**model.check({"prompt": words, "durationSeconds": 8}), "seed": 7},
        status=Status.QUEUED,
        created_at=_AT,
        cost=Cost(8, model.price.of("720p", True, 1), 0, model.price.version),
        expires_at=_AT + timedelta(days=30),
        deadline_at=_AT + timedelta(hours=1),
    )


def _refused(model: Model) -> object:
    try:
        model.check({"prompt": "…", "durationSeconds": 7})
    except ValueNotAllowed as error:
        return json.loads(
            errors.body(error.message, error.code, errors.standing(error), error.parameter, "4b1f0c2e9d7a6583f210")
        )
    return {}


def _json(words: object) -> str:
    return json.dumps(words, indent=2, ensure_ascii=False)
