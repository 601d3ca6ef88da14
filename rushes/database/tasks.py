"""Tasks: rows of `task.Task`. A status is written here and nowhere else, always by compare-and-set.

Reads go past SQLAlchemy, because a poll is what a server does most: see `connect.read`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.clip import Clip, Poster
from rushes.database import events, projects, tables
from rushes.database.columns import Time, load, storable, time_of
from rushes.database.connect import read
from rushes.database.documents import clip_document, clip_of, poster_document, poster_of, shot_document, shot_of
from rushes.ledger import Cost
from rushes.shot import Mode
from rushes.task import TRANSITIONS, Failure, Fallback, Status, Task, before

_table = tables.tasks
#: Built once: SQLAlchemy then finds its SQL without looking at thirty columns again.
_INSERT = sa.insert(_table)
#: The states that a task can still leave.
_OPEN = tuple(status for status in TRANSITIONS if not status.ended)
#: Where a task is that one engine has handed over and the next has not taken up.
_STAGE_BETWEEN = "handed_over"
_HANDED_OVER = (_table.c.status == Status.RUNNING.value, _table.c.stage == _STAGE_BETWEEN)

_SELECT = """
SELECT id, project, key_id, live, model, engine, mode, shot, parameters, status, created_at,
       quantity, unit_price_microusd, discount_microusd, price_version, expires_at, deadline_at, hold_microusd,
       stage, progress, takes, started_at, ended_at, cancel_asked_at, clip, poster, still, failure,
       charged_microusd, notes, caller_metadata, circled_at, fallbacks
  FROM tasks"""
_GET = f"{_SELECT} WHERE id = ?"
_FIND = f"{_SELECT} WHERE id = ? AND project = ? AND deleted_at IS NULL"
_STATUSES = {status.value: status for status in Status}
_MODES = {mode.value: mode for mode in Mode}


def _task(row: tuple[Any, ...]) -> Task:  # Any: what the driver gives for each column of _SELECT
    return Task(
        id=row[0],
        project=row[1],
        key_id=row[2],
        live=bool(row[3]),
        model=row[4],
        engine=row[5],
        mode=_MODES[row[6]],
        shot=shot_of(load(row[7])),
        parameters=load(row[8]),
        status=_STATUSES[row[9]],
        created_at=time_of(row[10]),
        cost=Cost(row[11], row[12], row[13], row[14]),
        expires_at=time_of(row[15]),
        deadline_at=time_of(row[16]),
        hold_microusd=row[17],
        stage=row[18],
        progress=row[19],
        takes=row[20],
        started_at=row[21] and time_of(row[21]),
        ended_at=row[22] and time_of(row[22]),
        cancel_asked_at=row[23] and time_of(row[23]),
        clip=None if row[24] is None else clip_of(load(row[24])),
        poster=None if row[25] is None else poster_of(load(row[25])),
        still=row[26],
        failure=None if row[27] is None else Failure(**load(row[27])),
        charged_microusd=row[28],
        notes=load(row[29]),
        caller_metadata=load(row[30]),
        circled_at=row[31] and time_of(row[31]),
        fallbacks=() if row[32] is None else tuple(Fallback(**one) for one in load(row[32])),
    )


def insert(connection: Connection, task: Task) -> None:
    connection.execute(
        _INSERT,
        {
            "id": task.id,
            "project": task.project,
            "key_id": task.key_id,
            "live": task.live,
            "model": task.model,
            "engine": task.engine,
            "mode": task.mode.value,
            "shot": shot_document(task.shot),
            "parameters": dict(task.parameters),
            "status": task.status.value,
            "created_at": task.created_at,
            "quantity": task.cost.quantity,
            "unit_price_microusd": task.cost.unit_price_microusd,
            "discount_microusd": task.cost.discount_microusd,
            "price_version": task.cost.price_version,
            "expires_at": task.expires_at,
            "deadline_at": task.deadline_at,
            "hold_microusd": task.hold_microusd,
            "stage": task.stage,
            "progress": task.progress,
            "takes": task.takes,
            "started_at": task.started_at,
            "ended_at": task.ended_at,
            "cancel_asked_at": task.cancel_asked_at,
            "clip": task.clip and clip_document(task.clip),
            "poster": task.poster and poster_document(task.poster),
            "still": task.still,
            "failure": task.failure and _failure_document(task.failure),
            "charged_microusd": task.charged_microusd,
            "notes": dict(task.notes),
            "caller_metadata": None if task.caller_metadata is None else dict(task.caller_metadata),
            "circled_at": task.circled_at,
            "fallbacks": [asdict(one) for one in task.fallbacks] or None,
        },
    )


def poll(connection: Connection, project: str, task_id: str) -> Task | None:
    """The task, or None when the project has none of that id or has deleted it. One read by primary key."""
    rows = read(connection, _FIND, (storable(task_id), project))
    return _task(rows[0]) if rows else None


#: The same read under the name for those who do not poll.
find = poll


def get(connection: Connection, task_id: str) -> Task | None:
    """The task whoever owns it, deleted or not: for the server itself, never for a caller."""
    rows = read(connection, _GET, (storable(task_id),))
    return _task(rows[0]) if rows else None


def page(
    connection: Connection,
    project: str,
    *,
    limit: int,
    after: str | None = None,
    status: Status | None = None,
    model: str | None = None,
    circled: bool | None = None,
    oldest_first: bool = False,
) -> list[Task]:
    """Tasks of a project, newest first unless asked otherwise; `after` is the id of the last one seen."""
    wanted: list[tuple[str, str]] = [("project = ?", project)]
    if after is not None:
        wanted.append(("id > ?" if oldest_first else "id < ?", storable(after)))
    if status is not None:
        wanted.append(("status = ?", status.value))
    if model is not None:
        wanted.append(("model = ?", storable(model)))
    where = " AND ".join(condition for condition, _ in wanted)
    if circled is not None:
        where += f" AND circled_at IS {'NOT ' if circled else ''}NULL"
    order = "ASC" if oldest_first else "DESC"
    sql = f"{_SELECT} WHERE {where} AND deleted_at IS NULL ORDER BY id {order} LIMIT ?"
    return [_task(row) for row in read(connection, sql, (*(value for _, value in wanted), limit))]


def open_ids(connection: Connection) -> list[str]:
    """The ids of all tasks that have not ended, oldest first."""
    sql = "SELECT id FROM tasks WHERE status IN ('queued', 'running') ORDER BY id"
    return [row[0] for row in read(connection, sql, ())]


def has_open(connection: Connection, project: str) -> bool:
    """Has the project a task that has not ended?"""
    wanted = sa.select(_table.c.id).where(_table.c.project == project, _table.c.status.in_(_OPEN))
    return connection.execute(wanted.limit(1)).first() is not None


def overdue(connection: Connection, now: datetime, limit: int = 1000) -> list[str]:
    """The ids of some tasks that no worker has taken before their deadline passed, oldest first."""
    untaken = sa.or_(_table.c.status == Status.QUEUED.value, sa.and_(*_HANDED_OVER))
    late = sa.select(_table.c.id).where(untaken, _table.c.deadline_at < now)
    return list(connection.scalars(late.order_by(_table.c.id).limit(limit)))


def start(connection: Connection, task_id: str, now: datetime) -> bool:
    """From queued to running; False when it was no longer queued."""
    return _changed(
        connection,
        sa.update(_table)
        .where(_table.c.id == task_id, _table.c.status.in_(before(Status.RUNNING)))
        .values(status=Status.RUNNING.value, started_at=now, stage="starting"),
    )


def take_up(connection: Connection, task_id: str) -> None:
    """Note that a task which another engine has handed over is being worked on."""
    connection.execute(sa.update(_table).where(_table.c.id == task_id, *_HANDED_OVER).values(stage="starting"))


def hand_over(connection: Connection, task: Task, to: Fallback) -> bool:
    """Give a running task to another engine, which is one of its fallbacks: those before it are passed over. What is
    held stays; when the new one is free, so is the clip. False when the task has ended or is another engine's already."""
    rest = task.fallbacks[task.fallbacks.index(to) + 1 :]
    values: dict[str, object] = {
        "engine": to.engine,
        "stage": _STAGE_BETWEEN,
        "fallbacks": [asdict(one) for one in rest] or None,
    }
    if to.free:
        values["discount_microusd"] = task.cost.list_microusd
    mine = (_table.c.status == Status.RUNNING.value, _table.c.engine == task.engine)
    return _changed(connection, sa.update(_table).where(_table.c.id == task.id, *mine).values(values))


def report(
    connection: Connection, task_id: str, *, progress: float, stage: str, now: datetime, still: str | None = None
) -> None:
    """Write how far a running task is; a new stage is an event as well. Late reports do no harm: a take's progress never
    goes back, and a task that has ended takes none. Without `still` the last one stays."""
    events.insert_stage(connection, task_id, stage, now)
    connection.execute(
        sa.update(_table)
        .where(_table.c.id == task_id, _table.c.status == Status.RUNNING.value)
        .values(
            progress=sa.case((_table.c.progress < progress, progress), else_=_table.c.progress),
            stage=stage,
            still=sa.func.coalesce(still, _table.c.still),
        )
    )


def add_notes(connection: Connection, task_id: str, notes: Mapping[str, object]) -> None:
    """Merge notes into the task's, newer over older. Does nothing when there is no such task."""
    _merge_notes(connection, task_id, notes)


def ask_cancel(connection: Connection, task_id: str, now: datetime) -> bool:
    """Note that a cancel was asked for, once; False when the task has ended (or is not there)."""
    return _changed(
        connection,
        sa.update(_table)
        .where(_table.c.id == task_id, _table.c.status.in_(_OPEN))
        .values(cancel_asked_at=sa.func.coalesce(_table.c.cancel_asked_at, sa.bindparam("asked", now, Time))),
    )


def cancel_asked(connection: Connection, task_id: str) -> bool:
    """Was a cancel asked for? One read of one column."""
    rows = read(connection, "SELECT cancel_asked_at IS NOT NULL FROM tasks WHERE id = ?", (task_id,))
    return bool(rows and rows[0][0])


def cancels_asked(connection: Connection) -> set[str]:
    """The ids of the running tasks that a cancel was asked for."""
    rows = read(
        connection, "SELECT id FROM tasks WHERE status = ? AND cancel_asked_at IS NOT NULL", (Status.RUNNING.value,)
    )
    return {str(row[0]) for row in rows}


def end(
    connection: Connection,
    task_id: str,
    status: Status,
    now: datetime,
    *,
    clip: Clip | None = None,
    poster: Poster | None = None,
    failure: Failure | None = None,
    charged_microusd: int = 0,
    notes: Mapping[str, object] | None = None,
) -> bool:
    """Take the task to where it ends; False, and nothing written, when it had ended already.

    The money is `settlement`'s: call that, not this."""
    assert status.ended, "a task ends as succeeded, failed or canceled"
    assert (clip is not None) == (status is Status.SUCCEEDED), "a task has a clip exactly when it succeeded"
    values: dict[str, object] = {
        "status": status.value,
        "stage": status.value,
        "ended_at": now,
        "clip": clip and clip_document(clip),
        "poster": poster and poster_document(poster),
        "still": None,
        "failure": failure and _failure_document(failure),
        "charged_microusd": charged_microusd,
    }
    if status is Status.SUCCEEDED:
        values["progress"] = 1.0
    ended = _changed(
        connection,
        sa.update(_table).where(_table.c.id == task_id, _table.c.status.in_(before(status))).values(values),
    )
    if ended and notes:
        _merge_notes(connection, task_id, notes)
    return ended


def delete(connection: Connection, project: str, task_id: str, now: datetime) -> bool:
    """Stop showing a task that has ended; False when there is none, or it is still open."""
    return _changed(
        connection,
        sa.update(_table)
        .where(
            _table.c.id == task_id,
            _table.c.project == project,
            _table.c.status.not_in(_OPEN),
            _table.c.deleted_at.is_(None),
        )
        .values(deleted_at=now),
    )


def circle(connection: Connection, project: str, task_id: str, at: datetime | None) -> bool:
    """Mark a task that is shown as a good take, or take the mark away with None; False when there is none. The first
    mark's time stays."""
    mark = None if at is None else sa.func.coalesce(_table.c.circled_at, sa.bindparam("circled", at, Time))
    which = sa.update(_table).where(_table.c.id == task_id, _table.c.project == project, _table.c.deleted_at.is_(None))
    return _changed(connection, which.values(circled_at=mark))


def expire(connection: Connection, now: datetime) -> int:
    """Stop showing every ended task whose time is up; how many. Its rows stay: they are the accounts."""
    update = sa.update(_table).where(
        _table.c.expires_at <= now,
        _table.c.status.not_in(_OPEN),
        _table.c.deleted_at.is_(None),
        _table.c.project.not_in(projects.kept()),
    )
    return int(connection.execute(update.values(deleted_at=now)).rowcount)


def hidden() -> sa.Select[tuple[str]]:
    """The ids of all tasks that are no longer shown, for other queries."""
    return sa.select(_table.c.id).where(_table.c.deleted_at.is_not(None))


def _merge_notes(connection: Connection, task_id: str, notes: Mapping[str, object]) -> None:
    # The row stays locked from the read to the write, so that of two merges none is lost.
    locked = sa.select(_table.c.notes).where(_table.c.id == task_id).with_for_update()
    old = connection.execute(locked).scalar_one_or_none()
    if old is not None:
        connection.execute(sa.update(_table).where(_table.c.id == task_id).values(notes={**old, **notes}))


def _failure_document(failure: Failure) -> dict[str, str]:
    return {"code": failure.code, "message": failure.message}


def _changed(connection: Connection, update: sa.Update) -> bool:
    return connection.execute(update).rowcount == 1
