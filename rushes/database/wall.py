"""The wall: which tasks of a project match what somebody looks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.columns import dump
from rushes.task import Status

_table = tables.tasks


def ids(
    connection: Connection,
    project: str,
    *,
    limit: int,
    after: str | None = None,
    statuses: Collection[Status] = (),
    model: str | None = None,
    key_id: str | None = None,
    words: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    ended_since: datetime | None = None,
    ended_until: datetime | None = None,
    circled: bool = False,
) -> list[str]:
    """Ids of tasks that are shown, newest first; `after` is the last one seen, `words` stand in the prompt in any case.

    A search reads every prompt of the project: quick for thousands, not for millions."""
    wanted = _shown(project).with_only_columns(_table.c.id).order_by(_table.c.id.desc()).limit(limit)
    if after is not None:
        wanted = wanted.where(_table.c.id < after)
    if statuses:
        wanted = wanted.where(_table.c.status.in_([status.value for status in statuses]))
    if model is not None:
        wanted = wanted.where(_table.c.model == model)
    if key_id is not None:
        wanted = wanted.where(_table.c.key_id == key_id)
    for word in words.split():
        wanted = wanted.where(sa.cast(_table.c.shot, sa.Text).ilike(_in_prompt(word), escape="\\"))
    if since is not None:
        wanted = wanted.where(_table.c.created_at >= since)
    if until is not None:
        wanted = wanted.where(_table.c.created_at < until)
    if ended_since is not None:
        wanted = wanted.where(_table.c.ended_at >= ended_since)
    if ended_until is not None:
        wanted = wanted.where(_table.c.ended_at < ended_until)
    if circled:
        wanted = wanted.where(_table.c.circled_at.is_not(None))
    return list(connection.scalars(wanted))


def descended(connection: Connection, project: str, task_id: str) -> list[str]:
    """Ids of shown tasks that go on from this one's clip, or ask for its shot again; the oldest first. Reads the newer
    ones of the project."""
    shot, notes = sa.cast(_table.c.shot, sa.Text), sa.cast(_table.c.notes, sa.Text)
    goes_on = shot.like(f'%"task_id":"{task_id}"%')
    once_more = notes.like(f'%\\_from":"{task_id}"%', escape="\\")
    wanted = _shown(project).with_only_columns(_table.c.id).where(_table.c.id > task_id, sa.or_(goes_on, once_more))
    return list(connection.scalars(wanted.order_by(_table.c.id)))


def counts(connection: Connection, project: str) -> Mapping[Status, int]:
    """How many tasks that are shown have each status."""
    rows = connection.execute(
        _shown(project).with_only_columns(_table.c.status, sa.func.count()).group_by(_table.c.status)
    )
    found = {str(status): int(count) for status, count in rows}
    return {status: found.get(status.value, 0) for status in Status}


def count_circled(connection: Connection, project: str) -> int:
    """How many tasks that are shown were marked as good takes."""
    marked = _shown(project).with_only_columns(sa.func.count()).where(_table.c.circled_at.is_not(None))
    return int(connection.execute(marked).scalar_one())


def _shown(project: str) -> sa.Select[tuple[str]]:
    return sa.select(_table.c.id).where(_table.c.project == project, _table.c.deleted_at.is_(None))


def _in_prompt(word: str) -> str:
    """What a shot's document looks like when the word is in its prompt. Matched as text, because PostgreSQL cannot take a
    prompt with a NUL out of a document; `documents.shot_document` writes the prompt just before the negative one."""
    written = dump(word)[1:-1]
    for sign in ("\\", "%", "_"):
        written = written.replace(sign, f"\\{sign}")
    return f'%"prompt":"%{written}%","negative\\_prompt":%'
