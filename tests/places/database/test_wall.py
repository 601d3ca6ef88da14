"""What the wall finds, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rushes.database import projects, tasks, wall
from rushes.database.connect import Database
from rushes.task import Status, Task
from tests.places.database.examples import NOW, a_task


@pytest.fixture(autouse=True)
def project(database: Database) -> None:
    with database.transaction() as connection:
        projects.ensure_default(connection, NOW)


def hung(database: Database, prompt: str, *, hours: int = 0, model: str | None = None) -> Task:
    task = a_task(now=NOW + timedelta(hours=hours))
    task = replace(task, shot=replace(task.shot, prompt=prompt), model=model or task.model)
    with database.transaction() as connection:
        tasks.insert(connection, task)
    return task


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", True),
        ("fox", True),
        ("FOX snow", True),
        ("snow fox", True),
        ("húh", True),
        ("🦊", True),
        ('"húh?"', True),
        ("100%", True),
        ("dragon", False),
        ("fox dragon", False),
        ("rain", False),  # stands in the negative prompt only
        ("negative_prompt", False),
        ("f_x", False),
        ("f%x", False),
        ("\\", False),
    ],
)
def test_words_are_looked_for_in_the_prompt_alone(database: Database, words: str, found: bool) -> None:
    task = hung(database, 'A fox\0 in snow says "húh?" 🦊 \ud800 100%')
    with database.reading() as connection:
        assert wall.ids(connection, task.project, limit=9, words=words) == ([task.id] if found else [])


def test_newest_come_first_page_by_page(database: Database) -> None:
    made = [hung(database, "a fox", hours=hour) for hour in range(5)]
    ids = [task.id for task in reversed(made)]
    with database.reading() as connection:
        first = wall.ids(connection, made[0].project, limit=3)
        assert first == ids[:3]
        assert wall.ids(connection, made[0].project, limit=3, after=first[-1]) == ids[3:]


def test_filters_narrow_and_deleted_tasks_are_gone(database: Database) -> None:
    one, other = hung(database, "a fox"), hung(database, "an owl", hours=30, model="animatic")
    project = one.project
    with database.transaction() as connection:
        tasks.end(connection, other.id, Status.CANCELED, NOW)
        assert wall.ids(connection, project, limit=9, statuses=(Status.CANCELED,)) == [other.id]
        assert wall.ids(connection, project, limit=9, model="animatic") == [other.id]
        assert wall.ids(connection, project, limit=9, key_id=one.key_id, until=NOW + timedelta(hours=1)) == [one.id]
        assert wall.ids(connection, project, limit=9, since=NOW + timedelta(hours=1)) == [other.id]
        assert wall.ids(connection, "another", limit=9) == []
        counted = wall.counts(connection, project)
        assert (counted[Status.QUEUED], counted[Status.CANCELED], counted[Status.FAILED]) == (1, 1, 0)
        tasks.delete(connection, project, other.id, NOW)
        assert wall.ids(connection, project, limit=9) == [one.id]
        assert wall.counts(connection, project)[Status.CANCELED] == 0
