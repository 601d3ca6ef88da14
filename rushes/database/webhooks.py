"""Webhooks: rows of `webhook.Webhook`, what they sign with, and the log of what was delivered to them.

The outbox itself, which workers empty, is `deliveries`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database.connect import insert_if_new
from rushes.database.webhook_tables import deliveries as delivery_table
from rushes.database.webhook_tables import delivery_attempts, webhook_secrets, webhooks
from rushes.event import EventKind
from rushes.webhook import Attempt, Delivery, Form, State, Webhook

_row, _told, _tried, _signer = webhooks.c, delivery_table.c, delivery_attempts.c, webhook_secrets.c
_SELECT = sa.select(webhooks)
_DELIVERY = sa.select(delivery_table, _row.url).join(webhooks, _row.id == _told.webhook)


def insert(connection: Connection, webhook: Webhook) -> None:
    connection.execute(
        sa.insert(webhooks).values(
            id=webhook.id,
            project=webhook.project,
            task_id=webhook.task_id,
            url=webhook.url,
            name=webhook.name,
            form=webhook.form.value,
            events=sorted(webhook.events),
            echoed=None if webhook.echoed is None else dict(webhook.echoed),
            signer=webhook.signer,
            origin=webhook.origin,
            created_at=webhook.created_at,
            disabled_at=webhook.disabled_at,
            disabled_why=webhook.disabled_why,
        )
    )


def get(connection: Connection, project: str, webhook_id: str, *, lock: bool = False) -> Webhook | None:
    """A registered webhook; those of single tasks are not there for anyone. Locked, it stays until this transaction ends."""
    wanted = _SELECT.where(_row.id == webhook_id, _row.project == project, _row.task_id.is_(None))
    wanted = wanted.with_for_update() if lock else wanted
    found = connection.execute(wanted).one_or_none()
    return None if found is None else webhook_of(found)


def page(connection: Connection, project: str) -> list[Webhook]:
    """The project's registered webhooks, newest first."""
    wanted = _SELECT.where(_row.project == project, _row.task_id.is_(None)).order_by(_row.id.desc())
    return [webhook_of(found) for found in connection.execute(wanted)]


def change(
    connection: Connection,
    webhook_id: str,
    *,
    url: str | None = None,
    name: str | None = None,
    events: Collection[EventKind] | None = None,
) -> None:
    """What is None stays."""
    given = {"url": url, "name": name, "events": None if events is None else sorted(events)}
    values = {column: value for column, value in given.items() if value is not None}
    if values:
        connection.execute(sa.update(webhooks).where(_row.id == webhook_id).values(values))


def enable(connection: Connection, webhook_id: str) -> None:
    connection.execute(sa.update(webhooks).where(_row.id == webhook_id).values(disabled_at=None, disabled_why=None))


def disable(connection: Connection, webhook_id: str, now: datetime, why: str) -> None:
    """Stop telling it anything; a second time changes nothing."""
    connection.execute(
        sa.update(webhooks)
        .where(_row.id == webhook_id, _row.disabled_at.is_(None))
        .values(disabled_at=now, disabled_why=why)
    )


def remove(connection: Connection, webhook_id: str) -> None:
    """Take it away with its secret and its log."""
    _remove(connection, _row.id == webhook_id)


def forget_task(connection: Connection, task_id: str) -> None:
    """Take away what was told about a task, and to whom it was to be told alone."""
    _remove(connection, _row.task_id == task_id)
    _remove_deliveries(connection, _told.task_id == task_id)


def forget_tasks(connection: Connection, hidden: sa.Select[tuple[str]]) -> None:
    """The same for every task whose id `hidden` selects."""
    _remove(connection, _row.task_id.in_(hidden))
    _remove_deliveries(connection, _told.task_id.in_(hidden))


def forget_project(connection: Connection, project: str) -> None:
    """Take away every webhook of a project, all secrets and the whole log."""
    _remove(connection, _row.project == project)
    connection.execute(sa.delete(webhook_secrets).where(_signer.project == project))


def _remove(connection: Connection, which: sa.ColumnElement[bool]) -> None:
    ids = sa.select(_row.id).where(which)
    # Locked before what refers to them is taken away: nothing that refers to them can come meanwhile.
    connection.execute(ids.with_for_update()).all()
    _remove_deliveries(connection, _told.webhook.in_(ids))
    connection.execute(sa.delete(webhook_secrets).where(_signer.signer.in_(ids)))
    connection.execute(sa.delete(webhooks).where(which))


def _remove_deliveries(connection: Connection, which: sa.ColumnElement[bool]) -> None:
    ids = sa.select(_told.id).where(which)
    connection.execute(sa.update(delivery_table).where(which).values(id=_told.id))  # locked, likewise
    connection.execute(sa.delete(delivery_attempts).where(_tried.delivery.in_(ids)))
    connection.execute(sa.delete(delivery_table).where(which))


@dataclass(frozen=True, slots=True)
class Signing:
    """What signs, sealed."""

    sealed: str
    previous: str | None
    previous_until: datetime | None  #: it signs as well until then

    def good(self, now: datetime) -> list[str]:
        """All that sign now, the newest first."""
        overlaps = self.previous is not None and self.previous_until is not None and now < self.previous_until
        return [self.sealed, *([self.previous] if overlaps and self.previous else [])]


def signing(connection: Connection, signer: str) -> Signing | None:
    wanted = sa.select(_signer.sealed, _signer.previous, _signer.previous_until).where(_signer.signer == signer)
    found = connection.execute(wanted).one_or_none()
    return None if found is None else Signing(*found)


def keep_secret(connection: Connection, signer: str, project: str, sealed: str) -> bool:
    """Give a signer its first secret; False when it has one."""
    return insert_if_new(connection, webhook_secrets, {"signer": signer, "project": project, "sealed": sealed})


def rotate_secret(connection: Connection, signer: str, sealed: str, previous_until: datetime) -> None:
    """A new secret beside the present one, which goes on signing until then."""
    connection.execute(
        sa.update(webhook_secrets)
        .where(_signer.signer == signer)
        .values(sealed=sealed, previous=_signer.sealed, previous_until=previous_until)
    )


def delivery(connection: Connection, project: str, delivery_id: str) -> Delivery | None:
    wanted = _DELIVERY.where(_told.id == delivery_id, _told.project == project)
    found = connection.execute(wanted).one_or_none()
    return None if found is None else delivery_of(found)


def deliveries(
    connection: Connection, webhook_id: str, *, limit: int, after: str | None = None, state: State | None = None
) -> list[Delivery]:
    """The log of a webhook, newest first; `after` is the id of the last one seen."""
    wanted = _DELIVERY.where(_told.webhook == webhook_id)
    if after is not None:
        wanted = wanted.where(_told.id < after)
    if state is not None:
        wanted = wanted.where(_told.state == state.value)
    return [delivery_of(found) for found in connection.execute(wanted.order_by(_told.id.desc()).limit(limit))]


def deliveries_of(connection: Connection, project: str, task_id: str) -> list[tuple[Delivery, list[Attempt]]]:
    """What was told about a task, oldest first, each with its attempts."""
    wanted = _DELIVERY.where(_told.task_id == task_id, _told.project == project).order_by(_told.id)
    found = [delivery_of(row) for row in connection.execute(wanted)]
    tried = _attempts(connection, [one.id for one in found])
    return [(one, tried[one.id]) for one in found]


def attempts(connection: Connection, delivery_id: str) -> list[Attempt]:
    """The attempts at a delivery, in order. A number is missing where a worker died."""
    return _attempts(connection, [delivery_id])[delivery_id]


def _attempts(connection: Connection, ids: Iterable[str]) -> dict[str, list[Attempt]]:
    made: dict[str, list[Attempt]] = {delivery_id: [] for delivery_id in ids}
    wanted = sa.select(delivery_attempts).where(_tried.delivery.in_(list(made)))
    for row in connection.execute(wanted.order_by(_tried.delivery, _tried.number)):
        tried = Attempt(row.number, row.at, row.milliseconds, row.status, row.fault, row.answer)
        made[row.delivery].append(tried)
    return made


def webhook_of(row: sa.Row[tuple[object, ...]]) -> Webhook:
    return Webhook(
        id=row.id,
        project=row.project,
        url=row.url,
        events=frozenset(EventKind(word) for word in row.events),
        signer=row.signer,
        origin=row.origin,
        created_at=row.created_at,
        name=row.name,
        form=Form(row.form),
        task_id=row.task_id,
        echoed=row.echoed,
        disabled_at=row.disabled_at,
        disabled_why=row.disabled_why,
    )


def delivery_of(row: sa.Row[tuple[object, ...]]) -> Delivery:
    """From a delivery's columns and its webhook's url."""
    return Delivery(
        id=row.id,
        webhook=row.webhook,
        host=row.url.split("/")[2],
        project=row.project,
        task_id=row.task_id,
        event=row.event,
        at=row.at,
        state=State(row.state),
        attempts=row.attempts,
        due_at=row.due_at,
        gives_up_at=row.gives_up_at,
        ended_at=row.ended_at,
    )
