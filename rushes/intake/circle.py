"""Circle a take: mark a task as one of the good ones, as editors did with a grease pencil, or wipe the mark off."""

from __future__ import annotations

from rushes.database import tasks
from rushes.errors import NotFound
from rushes.intake.desk import Desk
from rushes.key import Key, Scope
from rushes.task import Task


def circle(desk: Desk, key: Key, task_id: str, circled: bool) -> Task:
    """The task, marked or not. Doing it twice changes nothing. Raises NotFound."""
    key.ensure_may(Scope.CREATE)
    with desk.database.transaction() as connection:
        tasks.circle(connection, key.project, task_id, desk.clock() if circled else None)
        task = tasks.find(connection, key.project, task_id)
    if task is None:
        raise NotFound(f"There is no task {task_id[:64]!r} in this key's project.")
    return task
