"""Deliveries: the outbox. A row is written with the event that it tells, and is there if and only if that is.

Several workers empty it together: a claim is a lease, so that what a dead worker held is claimed again, and only the
newest claim may write how it ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import projects
from rushes.database.connect import clock
from rushes.database.ids import new_id
from rushes.database.webhook_tables import deliveries, delivery_attempts, webhooks
from rushes.database.webhooks import delivery_of, webhook_of
from rushes.event import Event
from rushes.webhook import HEARD, PATIENCE, PING, Attempt, Delivery, State, Webhook

_row, _hook = deliveries.c, webhooks.c
_INSERT = sa.insert(deliveries)
_PROJECT: sa.BindParameter[str] = sa.bindparam("of_project")
_TASK: sa.BindParameter[str] = sa.bindparam("of_task")
#: Each half by the index of project and task. Locked against being taken away, so that a task's end never fails for a
#: webhook that goes in the same moment.
_LISTENERS = (
    sa.select(_hook.id, _hook.events)
    .where(
        sa.or_(
            sa.and_(_hook.project == _PROJECT, _hook.task_id.is_(None)),
            sa.and_(_hook.project == _PROJECT, _hook.task_id == _TASK),
        ),
        _hook.disabled_at.is_(None),
    )
    .with_for_update(read=True, key_share=True)
)


def tell(connection: Connection, event: Event) -> None:
    """Put an event into the outbox, for every webhook that hears it, in the transaction that makes it true."""
    if event.kind not in HEARD:
        return
    found = connection.execute(_LISTENERS, {"of_project": event.project, "of_task": event.task_id})
    listeners = [row.id for row in found if event.kind in row.events]
    if listeners:
        connection.execute(
            _INSERT,
            [_values(webhook, event.project, event.task_id, event.kind.value, event.at) for webhook in listeners],
        )


def ping(connection: Connection, webhook: Webhook, now: datetime) -> str:
    """Put a trial into the outbox; its id."""
    values = _values(webhook.id, webhook.project, None, PING, now)
    connection.execute(_INSERT, [values])
    return str(values["id"])


def _values(webhook: str, project: str, task_id: str | None, event: str, at: datetime) -> dict[str, object]:
    return {
        "id": new_id(at),
        "webhook": webhook,
        "project": project,
        "task_id": task_id,
        "event": event,
        "at": at,
        "state": State.WAITING.value,
        "attempts": 0,
        "due_at": at,
        "gives_up_at": at + PATIENCE,
    }


@dataclass(frozen=True, slots=True)
class Busy:
    """Who has enough attempts under way, so that one slow receiver does not hold up everybody's deliveries."""

    webhooks: Collection[str] = ()
    projects: Collection[str] = ()


def is_due(connection: Connection, busy: Busy) -> bool:
    """Is there anything to claim? Only a read, which disturbs no writer."""
    return connection.execute(_due(clock(connection), busy)).first() is not None


def _due(now: datetime, busy: Busy) -> sa.Select[tuple[str]]:
    """The id of what has been due longest and may be attempted."""
    return (
        sa.select(_row.id)
        .join(webhooks, _hook.id == _row.webhook)
        .where(
            _row.state == State.WAITING.value,
            _row.due_at <= now,
            sa.or_(_row.claimed_until.is_(None), _row.claimed_until <= now),
            _hook.disabled_at.is_(None),
            _row.webhook.not_in(busy.webhooks),
            _row.project.not_in(busy.projects),
        )
        .order_by(_row.due_at)
        .limit(1)
    )


@dataclass(frozen=True, slots=True)
class Claimed:
    delivery: Delivery
    webhook: Webhook

    @property
    def number(self) -> int:
        """Of the attempt that the claim begins."""
        return self.delivery.attempts


def claim(connection: Connection, lease: timedelta, busy: Busy) -> Claimed | None:
    """Claim what has been due longest, for one attempt. Nobody else gets it until the lease has passed."""
    now = clock(connection)
    wanted = _due(now, busy).with_for_update(skip_locked=True, of=deliveries)
    found = connection.execute(wanted).scalar_one_or_none()
    if found is None:
        return None
    connection.execute(
        sa.update(deliveries).where(_row.id == found).values(claimed_until=now + lease, attempts=_row.attempts + 1)
    )
    told = sa.select(deliveries, _hook.url).join(webhooks, _hook.id == _row.webhook).where(_row.id == found)
    delivery = delivery_of(connection.execute(told).one())
    return Claimed(
        delivery, webhook_of(connection.execute(sa.select(webhooks).where(_hook.id == delivery.webhook)).one())
    )


def finish(
    connection: Connection, claimed: Claimed, attempt: Attempt, state: State, now: datetime, due_at: datetime | None
) -> bool:
    """Write how an attempt ended, and what is next. False, and nothing written, when it was claimed again meanwhile or
    the delivery is no more."""
    ended = state is not State.WAITING
    update = (
        sa.update(deliveries)
        .where(_row.id == claimed.delivery.id, _row.state == State.WAITING.value, _row.attempts == claimed.number)
        .values(state=state.value, claimed_until=None, due_at=due_at or _row.due_at, ended_at=now if ended else None)
    )
    if connection.execute(update).rowcount != 1:
        return False
    connection.execute(
        sa.insert(delivery_attempts).values(
            delivery=claimed.delivery.id,
            number=attempt.number,
            at=attempt.at,
            milliseconds=attempt.milliseconds,
            status=attempt.status,
            fault=attempt.fault,
            answer=attempt.answer,
        )
    )
    return True


def replay(connection: Connection, delivery_id: str, now: datetime) -> None:
    """Make it due again, for another day; one that is just being attempted is not attempted twice at once."""
    connection.execute(
        sa.update(deliveries)
        .where(_row.id == delivery_id)
        .values(state=State.WAITING.value, due_at=now, gives_up_at=now + PATIENCE, ended_at=None)
    )


def give_up(connection: Connection, now: datetime) -> None:
    """End what waited in vain for its webhook to be enabled again."""
    disabled = sa.select(_hook.id).where(_hook.disabled_at.is_not(None))
    connection.execute(
        sa.update(deliveries)
        .where(_row.state == State.WAITING.value, _row.gives_up_at <= now, _row.webhook.in_(disabled))
        .values(state=State.FAILED.value, ended_at=now)
    )


def forget_before(connection: Connection, when: datetime) -> int:
    """Take what ended before then out of the log, but for projects under legal hold; how many."""
    old = sa.and_(_row.ended_at < when, _row.project.not_in(projects.kept()))
    ids = sa.select(_row.id).where(old)
    connection.execute(sa.delete(delivery_attempts).where(delivery_attempts.c.delivery.in_(ids)))
    return connection.execute(sa.delete(deliveries).where(old)).rowcount
