"""The routes of webhooks and their deliveries."""

from __future__ import annotations

from rushes import errors
from rushes.api import webhooks
from rushes.api.poll import TASK_ID
from rushes.api.route import Group, Handler, Query, Route, Takes
from rushes.key import Scope
from rushes.webhook import State

_KEYED = (errors.Unauthenticated, errors.Forbidden)
_ONE = (*_KEYED, errors.NotFound)
_BODY = (errors.UnknownParameter, errors.WrongType, errors.ValueNotAllowed)
_WEBHOOK = "/api/v1/webhooks/{id}"
_DELIVERY = "/api/v1/deliveries/{id}"


def webhook_routes() -> tuple[Route, ...]:
    return (
        _route(
            "POST",
            "/api/v1/webhooks",
            webhooks.create,
            "Register a webhook",
            "It is told what happens to all tasks of your project, as Standard Webhooks has it. Its secret is in this "
            "answer and never again.",
            "NewWebhook",
            Takes.JSON,
            "CreateWebhook",
            refusals=(*_KEYED, *_BODY, errors.MissingParameter, errors.Conflict),
        ),
        _route(
            "GET",
            "/api/v1/webhooks",
            webhooks.page,
            "List webhooks",
            "The project's webhooks, newest first, without their secrets.",
            "WebhookPage",
            refusals=_KEYED,
        ),
        _route(
            "POST",
            "/api/v1/webhooks/secret",
            webhooks.rotate_of_tasks,
            "Make the secret of tasks' webhooks",
            "What webhooks are signed with that came with a single task and had no secret of their own. Made or rotated; "
            "shown this once.",
            "WebhookSecret",
            Takes.OPTIONAL_JSON,
            "RotateWebhook",
            refusals=(*_KEYED, *_BODY),
        ),
        _route("GET", _WEBHOOK, webhooks.read, "Look at a webhook", "All but its secret.", "Webhook"),
        _route(
            "PATCH",
            _WEBHOOK,
            webhooks.change,
            "Change a webhook",
            "What is not named stays. What happens while it is not enabled, it does not hear of later either.",
            "Webhook",
            Takes.JSON,
            "ChangeWebhook",
            refusals=(*_ONE, *_BODY),
        ),
        _route(
            "DELETE",
            _WEBHOOK,
            webhooks.remove,
            "Remove a webhook",
            "With its log; what was not delivered yet is not delivered any more.",
            "WebhookRemoved",
        ),
        _route(
            "POST",
            f"{_WEBHOOK}/rotate",
            webhooks.rotate,
            "Rotate a webhook's secret",
            "For a while both secrets sign, so that you can change over without missing anything.",
            "WebhookSecret",
            Takes.OPTIONAL_JSON,
            "RotateWebhook",
            refusals=(*_ONE, *_BODY),
        ),
        _route(
            "POST",
            f"{_WEBHOOK}/ping",
            webhooks.ping,
            "Try a webhook",
            "Post a webhook.ping to it, whatever events it hears. Look at the delivery for what came of it.",
            "Delivery",
            refusals=(*_ONE, errors.Conflict),
        ),
        _route(
            "GET",
            f"{_WEBHOOK}/deliveries",
            webhooks.deliveries,
            "List a webhook's deliveries",
            "What it was told and what is still on its way, newest first; kept for 30 days.",
            "DeliveryPage",
            query=(
                Query(
                    "limit",
                    f"How many, 1 to {webhooks.LIMIT_MAX}.",
                    between=(1, webhooks.LIMIT_MAX),
                    default="20",
                    example="20",
                ),
                Query(
                    "after",
                    "The id of the last one seen: the page goes on behind it.",
                    pattern=f"^{TASK_ID.pattern}$",
                    example="01k9w0c3v8f6t2m4n5p7q9r0s1",
                ),
                Query("state", "Only those.", options=tuple(str(state) for state in State), example="failed"),
            ),
            refusals=(*_ONE, errors.ValueNotAllowed),
        ),
        _route(
            "GET",
            _DELIVERY,
            webhooks.delivery,
            "Look at a delivery",
            "Every attempt, with the beginning of what the receiver answered.",
            "TriedDelivery",
        ),
        _route(
            "POST",
            f"{_DELIVERY}/replay",
            webhooks.replay,
            "Deliver again",
            "With the same webhook-id and for another day, whether or not it was delivered.",
            "Delivery",
            refusals=(*_ONE, errors.Conflict),
        ),
        Route(
            "GET",
            "/model/v1/generation/task/{id}/deliveries",
            webhooks.of_task,
            Scope.READ,
            Group.WEBHOOKS,
            "List a task's deliveries",
            "Whom it was told to, and with what success.",
            "TaskDeliveries",
            refusals=_ONE,
        ),
    )


def _route(
    method: str,
    path: str,
    handler: Handler,
    title: str,
    meaning: str,
    answer: str,
    takes: Takes = Takes.NOTHING,
    body: str = "",
    *,
    query: tuple[Query, ...] = (),
    refusals: tuple[type[errors.RushesError], ...] = _ONE,
) -> Route:
    scope, group = Scope.WEBHOOKS, Group.WEBHOOKS
    return Route(
        method, path, handler, scope, group, title, meaning, answer, takes, body, query=query, refusals=refusals
    )
