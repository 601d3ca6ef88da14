"""Erasure: take a project's content out of its rows. The accounts stay: amounts, times, models, ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables, webhooks
from rushes.database.documents import shot_document, shot_of

_BATCH = 500


def erase(connection: Connection, project: str, now: datetime) -> int:
    """Remove every prompt, parameter, note, message, file, link and webhook of a project whose tasks have all ended; how
    many tasks were emptied. The bytes go with the next sweep, because no row names them any more."""
    task = tables.tasks.c
    emptied, last = 0, ""
    wanted = sa.select(task.id, task.shot, task.failure).where(task.project == project).order_by(task.id).limit(_BATCH)
    while rows := connection.execute(wanted.where(task.id > last)).all():
        for task_id, document, failure in rows:
            shot = replace(
                shot_of(document),
                prompt="",
                negative_prompt="",
                first_frame=None,
                last_frame=None,
                references=(),
                footage=None,
                plan=None,
                own={},
            )
            connection.execute(
                sa.update(tables.tasks)
                .where(task.id == task_id)
                .values(
                    shot=shot_document(shot),
                    parameters={},
                    notes={},
                    caller_metadata=None,
                    # A filter's words may repeat what it refused.
                    failure=failure and {"code": failure["code"], "message": ""},
                    deleted_at=sa.func.coalesce(task.deleted_at, now),
                )
            )
        emptied, last = emptied + len(rows), rows[-1].id
    ours = sa.select(task.id).where(task.project == project)
    connection.execute(sa.update(tables.takes).where(tables.takes.c.task_id.in_(ours)).values(fault=None))
    connection.execute(sa.update(tables.events).where(tables.events.c.project == project).values(body={}))
    connection.execute(sa.delete(tables.assets).where(tables.assets.c.project == project))
    connection.execute(sa.delete(tables.idempotency).where(tables.idempotency.c.project == project))
    webhooks.forget_project(connection, project)
    return emptied
