"""What webhooks take and tell, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api import webhooks
from rushes.api.schemas import Schema, enveloped, many, maybe, named, text, thing, truth, whole
from rushes.model import Parameter
from rushes.webhook import HEARD, State

_EXAMPLE_ID = "01k9w0c3v8f6t2m4n5p7q9r0s1"
_EVENT_WORDS = [str(kind) for kind in HEARD]
_EVENTS: Schema = {
    "type": "array",
    "description": webhooks.EVENTS.meaning,
    "items": {"type": "string", "enum": _EVENT_WORDS},
    "minItems": 1,
}
_WEBHOOK_FIELDS: Mapping[str, Schema] = {
    "id": text("The webhook's id.", _EXAMPLE_ID),
    "name": text("What you call it."),
    "url": text("Where it is.", "https://example.com/hooks/rushes"),
    "events": many(text("An event.", options=_EVENT_WORDS), "What it hears."),
    "enabled": truth("Is it told anything?"),
    "disabled_at": maybe(text("Since when it is not.")),
    "disabled_why": maybe(text("Why not: its owner, or that it answered 410.")),
    "created_at": text("ISO 8601.", "2026-11-22T18:00:00.000Z"),
}
_SECRET = text("What its signatures are made with. Shown once.", "whsec_…")
_DELIVERY_FIELDS: Mapping[str, Schema] = {
    "id": text("The header webhook-id, the same in every attempt.", _EXAMPLE_ID),
    "webhook": text("To which webhook.", _EXAMPLE_ID),
    "host": text("Where that is.", "example.com"),
    "task": maybe(text("About which task; null for a ping.", _EXAMPLE_ID)),
    "event": text("What happened.", "task.succeeded", [*_EVENT_WORDS, "webhook.ping"]),
    "state": text("How it stands.", "delivered", [str(state) for state in State]),
    "attempts": whole("How many were begun.", 1),
    "created_at": text("When it happened.", "2026-11-22T18:00:00.000Z"),
    "next_at": maybe(text("When it is attempted next, while it waits.")),
    "ended_at": maybe(text("When it was delivered, or given up.")),
}
_TRIES = many(
    thing(
        "An attempt. A number is missing where a worker died.",
        {
            "number": whole("Counts up.", 1),
            "at": text("When.", "2026-11-22T18:00:00.000Z"),
            "milliseconds": whole("How long it took.", 120),
            "status": maybe(whole("What was answered; null: nothing.", 200)),
            "fault": maybe(text("Why it did not count; null: it did.")),
            "answer": maybe(text("The beginning of the answer's body; null in the list of a task.")),
        },
    ),
    "Every attempt, in order.",
)
_DELIVERY = thing("One event on its way to one webhook.", _DELIVERY_FIELDS)
_TRIED = thing("One event on its way to one webhook.", {**_DELIVERY_FIELDS, "tries": _TRIES})

_EVENT = thing(
    "What happened to a task.",
    {
        "type": text("What happened.", "task.succeeded", _EVENT_WORDS),
        "timestamp": text("When it happened.", "2026-11-22T18:00:00.000Z"),
        "data": named("Task"),
    },
)


def _body(meaning: str, parameters: tuple[Parameter, ...]) -> Schema:
    properties: dict[str, Schema] = {}
    for parameter in parameters:
        bounds = {"minimum": parameter.minimum, "maximum": parameter.maximum, "maxLength": parameter.length_max}
        schema: Schema = {"type": str(parameter.kind.value), "description": parameter.meaning}
        schema |= {name: value for name, value in bounds.items() if value is not None}
        if parameter.example is not None:
            schema["examples"] = [parameter.example]
        properties[parameter.name] = _EVENTS if parameter is webhooks.EVENTS else schema
    required = [parameter.name for parameter in parameters if parameter.required]
    closed: Schema = {
        "type": "object",
        "description": meaning,
        "properties": properties,
        "additionalProperties": False,
    }
    return {**closed, "required": required} if required else closed


WEBHOOK_SCHEMAS: Mapping[str, Schema] = {
    "CreateWebhook": _body("A webhook to be registered.", webhooks.CREATE),
    "ChangeWebhook": _body("What is to be other.", webhooks.CHANGE),
    "RotateWebhook": _body("How to rotate.", webhooks.ROTATE),
    "Webhook": enveloped(thing("A webhook.", _WEBHOOK_FIELDS)),
    "NewWebhook": enveloped(thing("A webhook and its secret.", {**_WEBHOOK_FIELDS, "secret": _SECRET})),
    "WebhookPage": enveloped(
        thing(
            "The project's webhooks.",
            {"webhooks": many(thing("A webhook.", _WEBHOOK_FIELDS), "Newest first."), "total": whole("How many.")},
        )
    ),
    "WebhookRemoved": enveloped(
        thing("It is gone.", {"id": text("Which.", _EXAMPLE_ID), "deleted": truth("Always true.")})
    ),
    "WebhookSecret": enveloped(
        thing(
            "A new secret.",
            {
                "secret": _SECRET,
                "previous_signs_until": text("Until when the one before signs as well.", "2026-11-23T18:00:00.000Z"),
            },
        )
    ),
    "Delivery": enveloped(_DELIVERY),
    "TriedDelivery": enveloped(_TRIED),
    "DeliveryPage": enveloped(
        thing(
            "A page of deliveries.",
            {
                "deliveries": many(_DELIVERY, "Newest first."),
                "has_more": truth("Is there another page?"),
                "next": maybe(text("Give it as `after` for the next page.")),
            },
        )
    ),
    "WebhookEvent": _EVENT,
    "TaskDeliveries": thing("What was told about a task.", {"data": many(_TRIED, "Oldest first.")}),
}

_HEADERS = {
    "webhook-id": "The delivery's id, the same in every attempt: a repeat is known by it.",
    "webhook-timestamp": "When this attempt was made, in unix seconds.",
    "webhook-signature": "Standard Webhooks: v1,<base64>; two of them while a secret is being changed over.",
}
#: What we post to those who registered, as OpenAPI's own `webhooks`.
TOLD: Schema = {
    str(kind): {
        "post": {
            "operationId": f"hear_{kind.name.lower()}",
            "summary": f"Hear {kind}",
            "parameters": [
                {"name": name, "in": "header", "required": True, "schema": {"type": "string"}, "description": meaning}
                for name, meaning in _HEADERS.items()
            ],
            "requestBody": {"required": True, "content": {"application/json": {"schema": named("WebhookEvent")}}},
            "responses": {
                "2XX": {"description": "Heard."},
                "410": {"description": "No more of this: the webhook is disabled."},
            },
        }
    }
    for kind in HEARD
}
