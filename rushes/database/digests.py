"""Digests: which bytes in storage some row still needs. Whatever is not among them may be removed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.take import TakeState
from rushes.task import TRANSITIONS

_OPEN = [status.value for status in TRANSITIONS if not status.ended]
_WORKING = [state.value for state in (TakeState.RENDERING, TakeState.SUBMITTING, TakeState.SUBMITTED)]
_ROWS = 1000


def needed(connection: Connection) -> Iterator[str]:
    """The digests that assets, shown or open tasks and takes at work name; in no order, some more than once. Reads
    every task, so it is for a sweep now and then."""
    yield from connection.scalars(sa.select(tables.assets.c.digest))
    takes, tasks = tables.takes.c, tables.tasks.c
    yield from connection.scalars(sa.select(takes.digest).where(takes.digest.is_not(None), takes.state.in_(_WORKING)))
    shown = sa.or_(tasks.deleted_at.is_(None), tasks.status.in_(_OPEN))
    wanted = sa.select(tasks.id, tasks.shot, tasks.clip, tasks.poster, tasks.still).where(shown)
    last = ""
    # Page by page, the oldest first: a task that comes in meanwhile is on the last one.
    while rows := connection.execute(wanted.where(tasks.id > last).order_by(tasks.id).limit(_ROWS)).all():
        for _, shot, clip, poster, still in rows:
            yield from (part["digest"] for part in (clip, poster) if part)
            yield from _of_shot(shot)
            if still:
                yield still
        last = rows[-1].id


def _of_shot(shot: dict[str, Any]) -> Iterator[str]:  # Any: see documents.shot_document
    media = [shot["first_frame"], shot["last_frame"], shot["footage"]]
    media += [reference["picture"] for reference in shot["references"]]
    yield from (medium["digest"] for medium in media if medium)
