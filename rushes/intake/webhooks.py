"""Register, change, rotate, try and take away webhooks; and take in those of single tasks. The same for the API, the
console and every dialect."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from rushes.database import audit, deliveries, webhooks
from rushes.database.audit import By
from rushes.database.ids import new_id
from rushes.errors import Conflict, NotFound, ValueNotAllowed
from rushes.event import EventKind
from rushes.intake.desk import Desk
from rushes.key import Secret
from rushes.task import Task
from rushes.webhook import ENDS, Callback, Delivery, Webhook, draw_secret

NAME_LENGTH_MAX = 100
WEBHOOKS_MAX = 20
#: After a rotation, both secrets sign for a day unless told otherwise; for a week at most.
OVERLAP_SECONDS = 24 * 3600
OVERLAP_SECONDS_MAX = 7 * OVERLAP_SECONDS


def create(
    desk: Desk,
    project: str,
    *,
    url: str,
    origin: str,
    by: By,
    name: str = "",
    events: Collection[EventKind] = ENDS,
    secret: Secret | None = None,
) -> tuple[Webhook, Secret]:
    """A new webhook of a project, and its secret, which is not to be read again: show it once. `origin` is of our own
    addresses in what it is told.

    Raises ValueNotAllowed for an address that leads to no public place, no events or a long name; Conflict when the
    project has too many.
    """
    _ensure_sound(desk, url, name, events)
    now = desk.clock()
    secret = secret or draw_secret()
    webhook_id = new_id(now)
    webhook = Webhook(webhook_id, project, url, frozenset(events), webhook_id, origin, now, name.strip())
    with desk.database.transaction() as connection:
        if len(webhooks.page(connection, project)) >= WEBHOOKS_MAX:
            raise Conflict(f"The project has {WEBHOOKS_MAX} webhooks, which is the most; remove one first.")
        webhooks.insert(connection, webhook)
        webhooks.keep_secret(connection, webhook.signer, project, desk.seal.close(secret))
        audit.note(connection, by, "webhook.created", project, webhook.id, now, host=webhook.host)
    return webhook, secret


def change(
    desk: Desk,
    project: str,
    webhook_id: str,
    *,
    by: By,
    url: str | None = None,
    name: str | None = None,
    events: Collection[EventKind] | None = None,
    enabled: bool | None = None,
) -> Webhook:
    """Change what is not None. One that is disabled is told nothing that happens meanwhile.

    Raises NotFound, and what `create` raises."""
    _ensure_sound(desk, url, name, events)
    now = desk.clock()
    with desk.database.transaction() as connection:
        find(connection, project, webhook_id, lock=True)
        webhooks.change(connection, webhook_id, url=url, name=name and name.strip(), events=events)
        if enabled is True:
            webhooks.enable(connection, webhook_id)
        elif enabled is False:
            webhooks.disable(connection, webhook_id, now, "its owner disabled it")
        changed = find(connection, project, webhook_id)
        enabled_now = changed.disabled_at is None
        audit.note(connection, by, "webhook.changed", project, webhook_id, now, host=changed.host, enabled=enabled_now)
    return changed


def remove(desk: Desk, project: str, webhook_id: str, *, by: By) -> None:
    """Take it away with its log; what is on its way to it is not delivered any more. Raises NotFound."""
    with desk.database.transaction() as connection:
        webhook = find(connection, project, webhook_id, lock=True)
        webhooks.remove(connection, webhook_id)
        audit.note(connection, by, "webhook.removed", project, webhook_id, desk.clock(), host=webhook.host)


def rotate(desk: Desk, project: str, webhook_id: str | None, overlap_seconds: int, *, by: By) -> Secret:
    """A new secret for a webhook, or with None for the project's tasks. The one before signs beside it for
    `overlap_seconds` more, so that receivers can change over without missing anything.

    Raises NotFound, ValueNotAllowed."""
    if not 0 <= overlap_seconds <= OVERLAP_SECONDS_MAX:
        raise ValueNotAllowed(
            f"overlap_seconds is {overlap_seconds}; it must be between 0 and {OVERLAP_SECONDS_MAX}.",
            parameter="overlap_seconds",
        )
    now = desk.clock()
    secret = draw_secret()
    sealed = desk.seal.close(secret)
    with desk.database.transaction() as connection:
        signer = project if webhook_id is None else find(connection, project, webhook_id, lock=True).signer
        if not webhooks.keep_secret(connection, signer, project, sealed):
            webhooks.rotate_secret(connection, signer, sealed, now + timedelta(seconds=overlap_seconds))
        audit.note(connection, by, "webhook.rotated", project, signer, now, overlap_seconds=overlap_seconds)
    return secret


def ping(desk: Desk, project: str, webhook_id: str) -> Delivery:
    """Send a trial, whatever events it hears. Raises NotFound, and Conflict while it is disabled."""
    with desk.database.transaction() as connection:
        webhook = find(connection, project, webhook_id, lock=True)
        _ensure_enabled(webhook)
        return find_delivery(connection, project, deliveries.ping(connection, webhook, desk.clock()))


def replay(desk: Desk, project: str, delivery_id: str) -> Delivery:
    """Deliver again, with the same id and for another day, whether or not it was delivered; to a task's own webhook also
    when that wanted no more.

    Raises NotFound, and Conflict while a registered webhook is disabled."""
    with desk.database.transaction() as connection:
        delivery = find_delivery(connection, project, delivery_id)
        webhook = webhooks.get(connection, project, delivery.webhook, lock=True)
        if webhook is None:
            webhooks.enable(connection, delivery.webhook)
        else:
            _ensure_enabled(webhook)
        deliveries.replay(connection, delivery.id, desk.clock())
        return find_delivery(connection, project, delivery_id)


def check(desk: Desk, callbacks: Collection[Callback]) -> None:
    """Raises ValueNotAllowed, naming the parameter, for an address that leads to no public place."""
    for callback in callbacks:
        desk.poster.ensure(callback.url, callback.parameter)


def attach(
    connection: Connection, desk: Desk, task: Task, callbacks: Collection[Callback], origin: str, now: datetime
) -> None:
    """Let them hear how the task ends, in the transaction that makes it. Those without a secret are signed with the
    project's, which is made when there is none yet: nobody knows it before it is rotated."""
    for callback in callbacks:
        webhook_id = new_id(now)
        signer = task.project if callback.secret is None else webhook_id
        webhooks.keep_secret(connection, signer, task.project, desk.seal.close(callback.secret or draw_secret()))
        webhook = Webhook(webhook_id, task.project, callback.url, frozenset(ENDS), signer, origin, now)
        webhooks.insert(connection, replace(webhook, form=callback.form, task_id=task.id, echoed=callback.echoed))


def find(connection: Connection, project: str, webhook_id: str, *, lock: bool = False) -> Webhook:
    webhook = webhooks.get(connection, project, webhook_id, lock=lock)
    if webhook is None:
        raise NotFound(f"There is no webhook {webhook_id[:64]!r} in this project.")
    return webhook


def find_delivery(connection: Connection, project: str, delivery_id: str) -> Delivery:
    delivery = webhooks.delivery(connection, project, delivery_id)
    if delivery is None:
        raise NotFound(f"There is no delivery {delivery_id[:64]!r} in this project.")
    return delivery


def _ensure_sound(desk: Desk, url: str | None, name: str | None, events: Collection[EventKind] | None) -> None:
    if url is not None:
        desk.poster.ensure(url, "url")
    if name is not None and len(name.strip()) > NAME_LENGTH_MAX:
        raise ValueNotAllowed(f"name must have at most {NAME_LENGTH_MAX} characters.", parameter="name")
    if events is not None and not events:
        raise ValueNotAllowed("events is empty; a webhook without events hears nothing.", parameter="events")


def _ensure_enabled(webhook: Webhook) -> None:
    if webhook.disabled_at is not None:
        raise Conflict(f"The webhook {webhook.id} is disabled ({webhook.disabled_why}); enable it first.")
