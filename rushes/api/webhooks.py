"""Webhooks over HTTP. A secret is in one answer only: that of the request that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from starlette.responses import Response

from rushes.api.answers import answer, enveloped
from rushes.api.front import Call
from rushes.api.poll import TASK_ID
from rushes.api.queries import whole
from rushes.api.tasks import find as find_task
from rushes.database import webhooks
from rushes.errors import MissingParameter, NotFound, UnknownParameter, ValueNotAllowed, WrongType
from rushes.event import EventKind
from rushes.intake import webhooks as intake
from rushes.model import Kind, Parameter, describe, listed
from rushes.webhook import ENDS, HEARD, Attempt, Delivery, State, Webhook, read_secret

URL = Parameter(
    "url",
    Kind.STRING,
    "Where to post what happens: a public https address. Redirects are not followed.",
    required=True,
    length_max=4096,
    example="https://example.com/hooks/rushes",
)
NAME = Parameter(
    "name", Kind.STRING, "What you call it.", length_max=intake.NAME_LENGTH_MAX, default="", example="the editing desk"
)
EVENTS = Parameter(
    "events",
    Kind.STRING,
    f"An array of {listed([str(kind) for kind in HEARD])}; how tasks end, when left out.",
    example=[str(kind) for kind in ENDS],
)
SECRET = Parameter(
    "secret",
    Kind.STRING,
    "What to sign with, when you have one already: whsec_ and the base64 of 24 to 64 random bytes. Drawn when left out.",
    length_max=100,
)
ENABLED = Parameter("enabled", Kind.BOOLEAN, "Is it told anything?", example=True)
CREATE = (URL, NAME, EVENTS, SECRET)
CHANGE = (replace(URL, required=False), NAME, EVENTS, ENABLED)
OVERLAP = Parameter(
    "overlap_seconds",
    Kind.INTEGER,
    "For how long the secret before signs beside the new one.",
    default=intake.OVERLAP_SECONDS,
    minimum=0,
    maximum=intake.OVERLAP_SECONDS_MAX,
    example=3600,
)
ROTATE = (OVERLAP,)
LIMIT_MAX = 100


def create(call: Call) -> Response:
    given = _known(call.body, CREATE)
    if URL.name not in given:
        raise MissingParameter(f"url is missing; {URL.meaning}", parameter=URL.name)
    webhook, secret = intake.create(
        call.front.desk,
        call.key.project,
        url=str(given["url"]),
        origin=call.origin,
        by=call.by,
        name=str(given.get("name", "")),
        events=_events(given) or ENDS,
        secret=read_secret(str(given["secret"]), "secret") if "secret" in given else None,
    )
    return enveloped({**_words(webhook), "secret": secret.reveal()})


def page(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        found = webhooks.page(connection, call.key.project)
    return enveloped({"webhooks": [_words(webhook) for webhook in found], "total": len(found)})


def read(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        return enveloped(_words(intake.find(connection, call.key.project, _id(call, "webhook"))))


def change(call: Call) -> Response:
    """What is not named stays."""
    given = _known(call.body, CHANGE)
    webhook = intake.change(
        call.front.desk,
        call.key.project,
        _id(call, "webhook"),
        by=call.by,
        url=str(given["url"]) if "url" in given else None,
        name=str(given["name"]) if "name" in given else None,
        events=_events(given),
        enabled=given["enabled"] is True if "enabled" in given else None,
    )
    return enveloped(_words(webhook))


def remove(call: Call) -> Response:
    webhook_id = _id(call, "webhook")
    intake.remove(call.front.desk, call.key.project, webhook_id, by=call.by)
    return enveloped({"id": webhook_id, "deleted": True})


def rotate(call: Call) -> Response:
    return _rotated(call, _id(call, "webhook"))


def rotate_of_tasks(call: Call) -> Response:
    return _rotated(call, None)


def _rotated(call: Call, webhook_id: str | None) -> Response:
    overlap = _known(call.body, ROTATE).get(OVERLAP.name, OVERLAP.default)
    assert isinstance(overlap, int), "just checked"
    secret = intake.rotate(call.front.desk, call.key.project, webhook_id, overlap, by=call.by)
    until = call.front.desk.clock() + timedelta(seconds=overlap)
    return enveloped({"secret": secret.reveal(), "previous_signs_until": _iso(until)})


def ping(call: Call) -> Response:
    return enveloped(_delivery_words(intake.ping(call.front.desk, call.key.project, _id(call, "webhook"))))


def deliveries(call: Call) -> Response:
    limit = whole(call.query, "limit", 20, 1, LIMIT_MAX)
    after, state = call.query.get("after"), call.query.get("state")
    if after is not None and not TASK_ID.fullmatch(after):
        raise ValueNotAllowed(f"after is {describe(after)}; it must be the id of a delivery.", parameter="after")
    if state is not None and state not in list(State):
        raise ValueNotAllowed(f"state is {describe(state)}; it may be {listed(sorted(State))}.", parameter="state")
    with call.front.desk.database.reading() as connection:
        webhook = intake.find(connection, call.key.project, _id(call, "webhook"))
        wanted = None if state is None else State(state)
        found = webhooks.deliveries(connection, webhook.id, limit=limit + 1, after=after, state=wanted)
    shown, more = found[:limit], len(found) > limit
    return enveloped(
        {
            "deliveries": [_delivery_words(delivery) for delivery in shown],
            "has_more": more,
            "next": shown[-1].id if more else None,
        }
    )


def delivery(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        found = intake.find_delivery(connection, call.key.project, _id(call, "delivery"))
        tried = webhooks.attempts(connection, found.id)
    return enveloped({**_delivery_words(found), "tries": [_attempt_words(attempt) for attempt in tried]})


def replay(call: Call) -> Response:
    return enveloped(_delivery_words(intake.replay(call.front.desk, call.key.project, _id(call, "delivery"))))


def of_task(call: Call) -> Response:
    """Without what receivers answered: that is for those who may see their addresses."""
    task = find_task(call)
    with call.front.desk.database.reading() as connection:
        found = webhooks.deliveries_of(connection, call.key.project, task.id)
    return answer(
        {
            "data": [
                {**_delivery_words(one), "tries": [{**_attempt_words(attempt), "answer": None} for attempt in tried]}
                for one, tried in found
            ]
        }
    )


def _known(body: Mapping[str, object], parameters: tuple[Parameter, ...]) -> Mapping[str, object]:
    """The body, when every name in it is known and every value of the right kind."""
    names = {parameter.name: parameter for parameter in parameters}
    for name, value in body.items():
        if name not in names:
            raise UnknownParameter(
                f"There is no parameter {describe(name)} here; it may be {listed(list(names))}.", parameter=name[:100]
            )
        if name != EVENTS.name:
            names[name].check(value, "a webhook")
    return body


def _events(given: Mapping[str, object]) -> frozenset[EventKind] | None:
    if EVENTS.name not in given:
        return None
    value, allowed = given[EVENTS.name], listed([str(kind) for kind in HEARD])
    if not isinstance(value, list):
        raise WrongType(f"events is {describe(value)}; it must be an array of {allowed}.", parameter=EVENTS.name)
    for word in value:
        if word not in HEARD:
            raise ValueNotAllowed(f"events has {describe(word)}; it may have {allowed}.", parameter=EVENTS.name)
    if not value:
        raise ValueNotAllowed("events is empty; a webhook without events hears nothing.", parameter=EVENTS.name)
    return frozenset(EventKind(word) for word in value)


def _id(call: Call, noun: str) -> str:
    if not TASK_ID.fullmatch(call.path["id"]):
        raise NotFound(f"There is no {noun} {call.path['id'][:64]!r} in this project.")
    return call.path["id"]


def _words(webhook: Webhook) -> dict[str, object]:
    return {
        "id": webhook.id,
        "name": webhook.name,
        "url": webhook.url,
        "events": [str(kind) for kind in HEARD if kind in webhook.events],
        "enabled": webhook.disabled_at is None,
        "disabled_at": _iso(webhook.disabled_at),
        "disabled_why": webhook.disabled_why,
        "created_at": _iso(webhook.created_at),
    }


def _delivery_words(delivery: Delivery) -> dict[str, object]:
    return {
        "id": delivery.id,
        "webhook": delivery.webhook,
        "host": delivery.host,
        "task": delivery.task_id,
        "event": delivery.event,
        "state": str(delivery.state),
        "attempts": delivery.attempts,
        "created_at": _iso(delivery.at),
        "next_at": _iso(delivery.due_at) if delivery.state is State.WAITING else None,
        "ended_at": _iso(delivery.ended_at),
    }


def _attempt_words(attempt: Attempt) -> dict[str, object]:
    return {
        "number": attempt.number,
        "at": _iso(attempt.at),
        "milliseconds": attempt.milliseconds,
        "status": attempt.status,
        "fault": attempt.fault,
        "answer": attempt.answer,
    }


def _iso(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
