"""Lineage: which clips a task goes on from, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from rushes.database import tasks, wall
from rushes.intake.again import PROMOTED_FROM, REMIXED_FROM, RETRIED_FROM
from rushes.shot import EXTENDED_SECONDS_MAX, EXTENSION_SECONDS, Mode
from rushes.task import Status, Task

#: A film that was extended as often as it can be has so many clips before it.
_BEFORE_MAX = EXTENDED_SECONDS_MAX // EXTENSION_SECONDS
_WORDS: Mapping[str, str] = {
    PROMOTED_FROM: "the real thing",
    REMIXED_FROM: "in other words",
    RETRIED_FROM: "once more",
}


@dataclass(frozen=True, slots=True)
class Relative:
    task: Task
    words: str  #: what it is to the one before: `7 s more`, `once more`


def before(connection: Connection, task: Task) -> list[Relative]:
    """What led to a task, the oldest first. One that was deleted ends the line."""
    line: list[Task] = []
    earlier = _source(task)
    while earlier is not None and len(line) < _BEFORE_MAX:
        found = tasks.find(connection, task.project, earlier)
        if found is None:
            break
        line.insert(0, found)
        earlier = _source(found)
    return [Relative(one, said(one) if number else "the first") for number, one in enumerate(line)]


def after(connection: Connection, task: Task) -> list[Relative]:
    """What was made of a task's clip or shot, the oldest first."""
    ids = wall.descended(connection, task.project, task.id)
    found = [tasks.find(connection, task.project, one) for one in ids]
    return [Relative(one, said(one)) for one in found if one is not None and _source(one) == task.id]


def said(task: Task) -> str:
    for name, words in _WORDS.items():
        if name in task.notes:
            return words
    return f"{EXTENSION_SECONDS} s more" if task.mode is Mode.EXTEND else "the first"


def may_go_on(task: Task) -> bool:
    """Can this clip be extended?"""
    return (
        task.status is Status.SUCCEEDED
        and task.clip is not None
        and min(task.clip.size) == 720
        and task.clip.seconds + EXTENSION_SECONDS <= EXTENDED_SECONDS_MAX
    )


def _source(task: Task) -> str | None:
    for name in _WORDS:
        if isinstance(earlier := task.notes.get(name), str):
            return earlier
    return task.shot.footage.task_id if task.shot.footage is not None else None
