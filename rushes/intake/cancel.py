"""Ask for a stop, or take an ended task away."""

from __future__ import annotations

from rushes.database import events, projects, settlement, tasks, webhooks
from rushes.errors import Conflict, NotFound
from rushes.event import Event, EventKind
from rushes.intake.desk import Desk
from rushes.key import Key, Scope
from rushes.task import Status, Task


def cancel(desk: Desk, key: Key, task_id: str) -> Task:
    """Cancel a task. A queued one ends here and now, its hold released; a running one is asked to stop, and its worker
    ends it within a second. Returns the task as it is then; cancelling a canceled task changes nothing.

    Raises NotFound, and Conflict when the task has succeeded or failed.
    """
    key.ensure_may(Scope.CREATE)
    now = desk.clock()
    with desk.database.transaction() as connection:
        task = _find(tasks.find(connection, key.project, task_id), task_id)
        if task.status in (Status.SUCCEEDED, Status.FAILED):
            raise Conflict(f"Task {task.id} has already {task.status}; only a waiting or running task can be canceled.")
        if task.status is Status.QUEUED:
            settlement.cancel(connection, task.id, task.takes, now)
        elif tasks.ask_cancel(connection, task.id, now):
            events.insert(connection, Event(task.id, task.project, EventKind.CANCEL_ASKED, now, {}))
        return _find(tasks.find(connection, key.project, task_id), task_id)


def delete(desk: Desk, key: Key, task_id: str) -> None:
    """Take an ended task out of sight; its bytes go with the next sweep. Its ledger entries stay.

    Raises NotFound, and Conflict while the task has not ended.
    """
    key.ensure_may(Scope.CREATE)
    now = desk.clock()
    with desk.database.transaction() as connection:
        task = _find(tasks.find(connection, key.project, task_id), task_id)
        if projects.is_kept(connection, key.project):
            raise Conflict("This project is under legal hold: nothing of it can be deleted.")
        if not tasks.delete(connection, key.project, task.id, now):
            raise Conflict(f"Task {task.id} is still {task.status}; cancel it first.")
        webhooks.forget_task(connection, task.id)
        events.insert(connection, Event(task.id, task.project, EventKind.DELETED, now, {}))


def _find(task: Task | None, task_id: str) -> Task:
    if task is None:
        raise NotFound(f"There is no task {task_id[:64]!r} in this key's project.")
    return task
