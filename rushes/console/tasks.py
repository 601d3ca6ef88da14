"""Tasks: the wall of all shots, and what scripts ask while they render."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from rushes import models
from rushes.console.cards import STATUS_WORDS, card, failure_words, is_upright, price_words
from rushes.console.house import Visit
from rushes.console.pages import go, page
from rushes.database import keys, tasks, wall
from rushes.errors import NotFound
from rushes.intake.cancel import cancel as ask_cancel
from rushes.intake.cancel import delete as take_away
from rushes.task import Status, Task

_ID = re.compile(r"[a-z0-9]{26}")
_PER_PAGE = 24
#: The wall's filters by status: what they are called, and what they show.
_GROUPS: Mapping[str, tuple[str, tuple[Status, ...]]] = {
    "": ("All", ()),
    "circled": ("Circled", ()),
    "running": ("Running", (Status.QUEUED, Status.RUNNING)),
    "finished": ("Finished", (Status.SUCCEEDED,)),
    "failed": ("Failed", (Status.FAILED, Status.CANCELED)),
}
_FILTERS = ("status", "model", "q", "key", "day", "ended")


def show_wall(visit: Visit) -> Response:
    asked = {name: visit.query.get(name, "") for name in _FILTERS}
    asked["status"] = asked["status"] if asked["status"] in _GROUPS else ""
    day = _day(asked["day"])
    ended_since, ended_until = _span(asked["ended"])
    project = visit.person.project
    with visit.house.desk.database.reading() as connection:
        found = wall.ids(
            connection,
            project,
            limit=_PER_PAGE + 1,
            after=visit.query.get("after") or None,
            statuses=_GROUPS[asked["status"]][1],
            model=asked["model"] or None,
            key_id=asked["key"] or None,
            words=asked["q"][:200],
            since=day,
            until=None if day is None else day + timedelta(days=1),
            ended_since=ended_since,
            ended_until=ended_until,
            circled=asked["status"] == "circled",
        )
        shown = [
            task for task_id in found[:_PER_PAGE] if (task := tasks.find(connection, project, task_id)) is not None
        ]
        counted = wall.counts(connection, project)
        all_keys = keys.page(connection, project)
        circled = wall.count_circled(connection, project)
    return page(
        visit,
        "tasks.html",
        "Tasks",
        days=[(next(iter(some)).created_at, some) for some in _by_day(shown)],
        groups=[
            (
                words,
                circled if name == "circled" else sum(counted[one] for one in statuses or Status),
                name == asked["status"],
                _query(asked, status=name),
            )
            for name, (words, statuses) in _GROUPS.items()
        ],
        asked=asked,
        askers=[(visit.person.id, "The console"), *((key.id, key.name) for key in all_keys)],
        unended=_query(asked, ended=""),
        is_filtered=any(asked.values()),
        all_models=list(models.ALL),
        more=_query(asked, after=shown[-1].id) if len(found) > _PER_PAGE else None,
        addresses=visit.house.addresses,
        upright=is_upright,
        price=price_words,
        failure=failure_words,
        words=STATUS_WORDS,
    )


def read(visit: Visit) -> Response:
    return JSONResponse(card(visit, find(visit)))


def stop(visit: Visit) -> Response:
    return JSONResponse(card(visit, ask_cancel(visit.house.desk, visit.key, find(visit).id)))


def cancel(visit: Visit) -> Response:
    task = ask_cancel(visit.house.desk, visit.key, find(visit).id)
    return go(f"/tasks/{task.id}")


def delete(visit: Visit) -> Response:
    take_away(visit.house.desk, visit.key, find(visit).id)
    return go("/tasks")


def find(visit: Visit, named: str | None = None) -> Task:
    """The task that the path names, or another by its id. Raises NotFound."""
    task_id = visit.path["id"] if named is None else named
    task = None
    if _ID.fullmatch(task_id):
        with visit.house.desk.database.reading() as connection:
            task = tasks.find(connection, visit.person.project, task_id)
    if task is None:
        raise NotFound("There is no such task here; it may have been deleted.")
    return task


def _by_day(shown: Sequence[Task]) -> list[list[Task]]:
    return [list(some) for _, some in groupby(shown, key=lambda task: task.created_at.date())]


def _day(text: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
    except ValueError:
        return None


def _span(text: str) -> tuple[datetime | None, datetime | None]:
    """Of `2026-11-01..2026-11-22` or of one day: from when, and until when."""
    first, _, last = text.partition("..")
    begins, ends = _day(first), _day(last or first)
    return begins, None if ends is None else ends + timedelta(days=1)


def _query(asked: Mapping[str, str], **changed: str) -> str:
    """The wall's address with a filter changed."""
    wanted = {name: value for name, value in {**asked, **changed}.items() if value}
    return f"/tasks?{urlencode(wanted)}" if wanted else "/tasks"
