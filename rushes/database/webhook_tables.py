"""The tables of webhooks, beside those of `tables`. Whoever wants the whole schema takes `metadata` from here."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index, Integer, Table

from rushes.database.columns import DOCUMENT, Time, Word
from rushes.database.tables import metadata

__all__ = ["deliveries", "delivery_attempts", "metadata", "webhook_secrets", "webhooks"]


def _of(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, deferrable=True, initially="DEFERRED")


#: Registered by a project, or asked for with one task.
webhooks = Table(
    "webhooks",
    metadata,
    Column("id", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("task_id", Word, _of("tasks.id")),  # NULL: hears of all tasks
    Column("url", Word, nullable=False),
    Column("name", Word, nullable=False),
    Column("form", Word, nullable=False),
    Column("events", DOCUMENT, nullable=False),
    Column("echoed", DOCUMENT),
    Column("signer", Word, nullable=False),
    Column("origin", Word, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("disabled_at", Time),  # NULL: it works
    Column("disabled_why", Word),
    Index(None, "project", "task_id"),
)

#: What they sign with, sealed: readable only with a key that is not in the database.
webhook_secrets = Table(
    "webhook_secrets",
    metadata,
    Column("signer", Word, primary_key=True),  # a webhook, or a project for those of its tasks
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("sealed", Word, nullable=False),
    Column("previous", Word),  # after a rotation the one before, …
    Column("previous_until", Time),  # … which signs as well until then
    Index(None, "project"),
)

#: The outbox: each event of a task for each webhook that hears it, written with the event.
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Word, primary_key=True),
    Column("webhook", Word, _of("webhooks.id"), nullable=False),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("task_id", Word, _of("tasks.id")),  # NULL: a ping
    Column("event", Word, nullable=False),
    Column("at", Time, nullable=False),
    Column("state", Word, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Time, nullable=False),
    Column("claimed_until", Time),  # by the database's clock; NULL: by nobody
    Column("gives_up_at", Time, nullable=False),
    Column("ended_at", Time),
    Index(None, "webhook", "id"),
    Index(None, "task_id"),
)

#: Holds what is still to be delivered, so it stays small however much was.
_WAITING = sa.text("state = 'waiting'")
Index("deliveries_due_at_index", deliveries.c.due_at, sqlite_where=_WAITING, postgresql_where=_WAITING)

delivery_attempts = Table(
    "delivery_attempts",
    metadata,
    Column("delivery", Word, _of("deliveries.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Time, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("status", Integer),
    Column("fault", Word),
    Column("answer", Word, nullable=False),
)
