"""Tasks: the wall of all shots, one task's page, and what scripts ask while it renders."""

from __future__ import annotations

import re

from starlette.responses import JSONResponse, Response

from rushes.console.cards import card
from rushes.console.house import Visit
from rushes.database import tasks
from rushes.errors import NotFound
from rushes.intake.cancel import cancel as ask_cancel
from rushes.task import Task

_ID = re.compile(r"[a-z0-9]{26}")


def read(visit: Visit) -> Response:
    return JSONResponse(card(visit, find(visit)))


def stop(visit: Visit) -> Response:
    return JSONResponse(card(visit, ask_cancel(visit.house.desk, visit.key, find(visit).id)))


def find(visit: Visit) -> Task:
    """The task that the path names. Raises NotFound."""
    task_id = visit.path["id"]
    task = None
    if _ID.fullmatch(task_id):
        with visit.house.desk.database.reading() as connection:
            task = tasks.find(connection, visit.person.project, task_id)
    if task is None:
        raise NotFound("There is no such task here; it may have been deleted.")
    return task
