"""Tasks: what is written is what is read, and a status changes once."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from rushes.database import events, projects, takes, tasks
from rushes.database.connect import Database
from rushes.database.tables import tasks as table
from rushes.event import EventKind
from rushes.shot import Mode
from rushes.take import TakeState
from rushes.task import Status, Task
from tests.places.database.examples import (
    CLIP,
    FAILURE,
    NOW,
    POSTER,
    a_project,
    a_shot,
    a_task,
    admit,
    admitted,
    at_once,
)


def stored(database: Database, task: Task) -> Task:
    with database.reading() as connection:
        found = tasks.find(connection, task.project, task.id)
    assert found is not None
    return found


def test_a_task_comes_back_equal_with_every_field_set(database: Database) -> None:
    task = dataclasses.replace(
        a_task(a_project(database)),
        live=False,
        mode=Mode.EXTEND,
        shot=a_shot(),
        parameters={"zoom": 1, "aspectRatio": "9:16", "video": {"taskId": "x"}, "nul": "\0", "half": "\udc00"},
        status=Status.SUCCEEDED,
        hold_microusd=7 * 10**15,
        stage="succeeded",
        progress=0.1 + 0.2,
        takes=3,
        started_at=NOW,
        ended_at=NOW + timedelta(microseconds=1),
        cancel_asked_at=NOW,
        clip=CLIP,
        poster=POSTER,
        still="7" * 64,
        failure=FAILURE,
        charged_microusd=5 * 10**15,
        notes={"seed": 4, "provenance": {"signed": True}},
        caller_metadata={"mine": [1, None, "ü"]},
        circled_at=NOW,
    )
    assert {field.name for field in dataclasses.fields(task) if getattr(task, field.name) is None} == set()
    with database.transaction() as connection:
        tasks.insert(connection, task)
    assert stored(database, task) == task


def test_a_task_comes_back_equal_with_nothing_but_what_it_needs(database: Database) -> None:
    task = admitted(database)
    assert stored(database, task) == task


def test_the_table_has_a_column_for_every_field() -> None:
    kept = {"quantity", "unit_price_microusd", "discount_microusd", "price_version", "deleted_at"}
    fields = {field.name for field in dataclasses.fields(Task)} - {"cost"}
    assert {column.name for column in table.columns} == fields | kept


def test_parameters_are_echoed_in_the_order_in_which_they_came(database: Database) -> None:
    task = dataclasses.replace(a_task(a_project(database)), parameters={"zebra": 1, "ant": 2, "mole": 3})
    with database.transaction() as connection:
        tasks.insert(connection, task)
    assert list(stored(database, task).parameters) == ["zebra", "ant", "mole"]


@pytest.mark.parametrize("task_id", ["", "nothing", "\0", "\ud800", "é" * 300, "'; DROP TABLE tasks; --", "?", "%s"])
def test_an_odd_id_finds_nothing(database: Database, task_id: str) -> None:
    project = admitted(database).project
    with database.transaction() as connection:
        assert tasks.find(connection, project, task_id) is None
        assert tasks.poll(connection, project, task_id) is None
        assert tasks.get(connection, task_id) is None
        assert tasks.page(connection, project, limit=5, after=task_id, model=task_id) == []
        assert not tasks.delete(connection, project, task_id, NOW)
        assert not tasks.ask_cancel(connection, task_id, NOW)


def test_another_project_does_not_find_it(database: Database) -> None:
    task, other = admitted(database), a_project(database)
    with database.reading() as connection:
        assert tasks.find(connection, other, task.id) is None
        assert tasks.page(connection, other, limit=5) == []


def test_of_many_workers_one_starts_a_task(database: Database) -> None:
    task = admitted(database)

    def start(_: int) -> bool:
        with database.transaction() as connection:
            return tasks.start(connection, task.id, NOW)

    assert sum(at_once(12, start)) == 1
    assert stored(database, task).status is Status.RUNNING


def test_of_many_ends_one_is_written(database: Database) -> None:
    task = admitted(database, running=True)

    def end(number: int) -> Status | None:
        status = (Status.SUCCEEDED, Status.FAILED, Status.CANCELED)[number % 3]
        with database.transaction() as connection:
            won = tasks.end(
                connection,
                task.id,
                status,
                NOW,
                clip=CLIP if status is Status.SUCCEEDED else None,
                failure=FAILURE if status is Status.FAILED else None,
            )
        return status if won else None

    winners = [status for status in at_once(12, end) if status]
    assert winners == [stored(database, task).status]


def test_nothing_leaves_a_terminal_state(database: Database) -> None:
    task = admitted(database)
    with database.transaction() as connection:
        assert tasks.end(connection, task.id, Status.CANCELED, NOW)
        assert not tasks.start(connection, task.id, NOW)
        assert not tasks.end(connection, task.id, Status.FAILED, NOW, failure=FAILURE)
        assert not tasks.ask_cancel(connection, task.id, NOW)
        tasks.report(connection, task.id, progress=0.5, stage="late", now=NOW)
    now = stored(database, task)
    assert (now.status, now.progress, now.stage) == (Status.CANCELED, 0.0, "canceled")


def test_a_queued_task_cannot_succeed(database: Database) -> None:
    task = admitted(database)
    with database.transaction() as connection:
        assert not tasks.end(connection, task.id, Status.SUCCEEDED, NOW, clip=CLIP)


def test_progress_never_goes_back_within_a_take_and_starts_again_with_the_next(database: Database) -> None:
    task = admitted(database, running=True)
    with database.transaction() as connection:
        tasks.report(connection, task.id, progress=0.6, stage="painting", now=NOW, still="5" * 64)
        tasks.report(connection, task.id, progress=0.4, stage="sound", now=NOW)
        tasks.report(connection, task.id, progress=0.5, stage="sound", now=NOW)
        stages = [
            event.body["stage"] for event in events.after(connection, task.id, 0) if event.kind is EventKind.STAGE
        ]
    assert stages == ["painting", "sound"], "each is told once"
    now = stored(database, task)
    assert (now.progress, now.stage, now.still) == (0.6, "sound", "5" * 64)
    with database.transaction() as connection:
        assert takes.begin(connection, task.id, "animatic", "worker", NOW) == 1
    now = stored(database, task)
    assert (now.progress, now.takes) == (0.0, 1)


def test_a_cancel_is_asked_for_once(database: Database) -> None:
    task = admitted(database, running=True)
    with database.transaction() as connection:
        assert not tasks.cancel_asked(connection, task.id)
        assert tasks.ask_cancel(connection, task.id, NOW)
        assert tasks.ask_cancel(connection, task.id, NOW + timedelta(seconds=5))
        assert tasks.cancel_asked(connection, task.id)
    assert stored(database, task).cancel_asked_at == NOW


def test_notes_of_two_writers_are_both_kept(database: Database) -> None:
    task = admitted(database, running=True)

    def note(number: int) -> None:
        with database.transaction() as connection:
            tasks.add_notes(connection, task.id, {f"note{number}": number})

    at_once(8, note)
    assert stored(database, task).notes == {f"note{number}": number for number in range(8)}


def test_only_a_task_that_has_ended_can_be_deleted_and_then_is_not_shown(database: Database) -> None:
    task = admitted(database)
    with database.transaction() as connection:
        assert not tasks.delete(connection, task.project, task.id, NOW)
        tasks.end(connection, task.id, Status.CANCELED, NOW)
        assert not tasks.delete(connection, projects.DEFAULT, task.id, NOW)
        assert tasks.delete(connection, task.project, task.id, NOW)
        assert not tasks.delete(connection, task.project, task.id, NOW)
        assert tasks.find(connection, task.project, task.id) is None
        assert tasks.page(connection, task.project, limit=5) == []
        assert tasks.get(connection, task.id) is not None


def test_open_tasks_are_those_that_have_not_ended(database: Database) -> None:
    queued, running, ended = admitted(database), admitted(database, running=True), admitted(database)
    with database.transaction() as connection:
        tasks.end(connection, ended.id, Status.CANCELED, NOW)
        assert tasks.open_ids(connection) == sorted([queued.id, running.id])


def test_takes_are_numbered_from_one_and_the_latest_is_found(database: Database) -> None:
    task = admitted(database, running=True)

    def begin(_: int) -> int:
        with database.transaction() as connection:
            return takes.begin(connection, task.id, "animatic", "worker", NOW)

    assert sorted(at_once(5, begin)) == [1, 2, 3, 4, 5]
    with database.transaction() as connection:
        takes.set_state(connection, task.id, 5, TakeState.SUBMITTED, NOW, operation="operations/1")
        takes.set_state(
            connection, task.id, 5, TakeState.FAILED, NOW, digest="c" * 64, fault="engine_failed: \0 \udcff"
        )
        latest = takes.latest(connection, task.id)
        assert latest is not None
        assert (latest.number, latest.state, latest.operation) == (5, TakeState.FAILED, "operations/1")
        assert (latest.digest, latest.fault, latest.ended_at) == ("c" * 64, "engine_failed: \ufffd \ufffd", NOW)
        assert [take.number for take in takes.of_task(connection, task.id)] == [1, 2, 3, 4, 5]
        assert takes.latest(connection, "nothing") is None


def test_a_task_without_its_project_is_refused_at_commit(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), database.transaction() as connection:
        admit(connection, a_task("nobody"))
    with database.reading() as connection:
        assert tasks.open_ids(connection) == []
